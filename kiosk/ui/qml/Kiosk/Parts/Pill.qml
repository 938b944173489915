import QtQuick
import Kiosk.Theme

// A short good word in its own colour: an icon and a few words.
Rectangle {
    id: root

    property alias text: words.text
    property alias iconName: icon.name
    property int textSize: Theme.body
    property real widthMax: 1000

    readonly property real from: Theme.small + icon.width + Theme.tiny

    color: Theme.lime
    implicitHeight: Math.max(56, words.implicitHeight + Theme.tiny)
    implicitWidth: from + words.width + Theme.gap
    radius: Math.min(implicitHeight / 2, Theme.radius)

    Icon {
        id: icon

        anchors.verticalCenter: parent.verticalCenter
        size: Math.round(root.textSize * 1.1)
        x: Theme.start(Theme.small, width, root.width)
    }
    Words {
        id: words

        anchors.verticalCenter: parent.verticalCenter
        font.bold: true
        font.pixelSize: root.textSize
        lineHeight: 0.95
        width: Math.min(Math.ceil(implicitWidth), root.widthMax - root.from - Theme.gap)
        x: Theme.start(root.from, width, root.width)
    }
}
