import QtQuick
import QtQuick.Layouts
import Kiosk.Theme

// A screen that says one thing: a picture, a headline, a sentence, perhaps more, and what to touch.
// Portrait stands them above each other with the buttons at the bottom, near the hand; landscape puts the picture
// beside the words.
Item {
    id: root

    property alias title: title.text
    property alias message: message.text
    property bool isLight: false
    property int heroHeight: 560
    property alias hero: hero.data
    property alias extra: extra.data
    property alias actions: actions.data

    readonly property int sayAlignment: Theme.portrait ? Text.AlignHCenter : Text.AlignLeft
    readonly property real columnX: Theme.portrait ? Theme.wide : width * 0.44 + Theme.margin
    readonly property real columnWidth: Theme.portrait ? width - 2 * Theme.wide : width - columnX - Theme.wide
    readonly property real actionsSpace: actions.height > 0 ? actions.height + Theme.margin : 0
    readonly property real wordsSpace: height - actionsSpace - Theme.wide

    // What stands above the buttons: picture and words in portrait, only words in landscape.
    readonly property real heroSpace: Theme.portrait ? Math.min(heroHeight, wordsSpace - words.height - Theme.margin) : 0
    readonly property real freeSpace: Math.max(0, wordsSpace - heroSpace - words.height)

    Item {
        id: hero

        height: Theme.portrait ? root.heroSpace : parent.height - Theme.wide
        width: Theme.portrait ? parent.width : parent.width * 0.44
        x: Theme.start(Theme.portrait ? 0 : Theme.margin, width, root.width)
        y: Theme.portrait ? root.freeSpace * 0.4 : 0
    }
    ColumnLayout {
        id: words

        spacing: Theme.gap
        width: root.columnWidth
        x: Theme.start(root.columnX, width, root.width)
        y: Theme.portrait ? hero.y + root.heroSpace + Math.min(Theme.margin, root.freeSpace * 0.2) : root.freeSpace / 2

        Words {
            id: title

            Layout.fillWidth: true
            color: root.isLight ? Theme.festiveInk : Theme.ink
            font.bold: true
            font.pixelSize: Theme.headline
            horizontalAlignment: root.sayAlignment
            lineHeight: 0.95
        }
        Words {
            id: message

            Layout.fillWidth: true
            color: root.isLight ? Theme.festiveSoft : Theme.inkSoft
            font.pixelSize: Theme.strong
            horizontalAlignment: root.sayAlignment
            visible: text !== ""
        }
        ColumnLayout {
            id: extra

            Layout.fillWidth: true
            Layout.maximumWidth: Number.POSITIVE_INFINITY
            spacing: Theme.gap
        }
    }
    ColumnLayout {
        id: actions

        spacing: Theme.gap
        width: root.columnWidth
        x: Theme.start(root.columnX, width, root.width)
        y: Theme.portrait ? root.height - height - Theme.margin : words.y + words.height + Theme.margin
    }
}
