import QtQuick
import Kiosk.Core
import Kiosk.Theme

// What staff write to the shopper at this lane. It stays until they take it back, and covers nothing.
Rectangle {
    id: root

    required property Lane lane

    color: Theme.cautionSoft
    height: words.implicitHeight + 2 * Theme.small
    radius: Theme.radius

    Icon {
        anchors.verticalCenter: parent.verticalCenter
        name: "staff"
        size: 52
        x: Theme.start(Theme.gap, width, parent.width)
    }
    Words {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: 52 + 2 * Theme.gap
        anchors.right: parent.right
        anchors.rightMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        font.bold: true
        lineHeight: 0.95
        objectName: "staffMessage"
        text: root.lane.message
    }
}
