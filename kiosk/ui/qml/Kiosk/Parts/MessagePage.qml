import QtQuick
import QtQuick.Layouts
import Kiosk.Theme

// A screen that says one thing: a picture, a headline, a sentence, perhaps more, and what to touch.
// Portrait stands them above each other; landscape puts the picture beside the words.
Item {
    id: root

    property alias title: title.text
    property alias message: message.text
    property bool isLight: false
    property alias hero: hero.data
    property alias extra: extra.data
    property alias actions: actions.data

    Item {
        id: hero

        height: Theme.portrait ? parent.height * 0.44 : parent.height
        width: Theme.portrait ? parent.width : parent.width * 0.44
        y: Theme.portrait ? Theme.gap : 0
    }
    ColumnLayout {
        spacing: Theme.gap
        width: Theme.portrait ? parent.width - 2 * Theme.wide : parent.width * 0.5
        x: Theme.portrait ? Theme.wide : parent.width * 0.44 + Theme.margin
        y: Theme.portrait ? hero.height + Theme.margin : Math.max(0, (parent.height - height) / 2)

        Words {
            id: title

            Layout.fillWidth: true
            color: root.isLight ? Theme.light : Theme.ink
            font.bold: true
            font.pixelSize: Theme.headline
            horizontalAlignment: Theme.portrait ? Text.AlignHCenter : Text.AlignLeft
            lineHeight: 0.95
        }
        Words {
            id: message

            Layout.fillWidth: true
            color: root.isLight ? Theme.lightSoft : Theme.inkSoft
            font.pixelSize: Theme.strong
            horizontalAlignment: Theme.portrait ? Text.AlignHCenter : Text.AlignLeft
            visible: text !== ""
        }
        ColumnLayout {
            id: extra

            Layout.fillWidth: true
            spacing: Theme.gap
        }
        ColumnLayout {
            id: actions

            Layout.fillWidth: true
            Layout.topMargin: Theme.gap
            spacing: Theme.gap
        }
    }
}
