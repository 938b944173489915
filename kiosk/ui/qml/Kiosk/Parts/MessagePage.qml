import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Kiosk.Theme

// A screen that says one thing: a picture, a headline, a sentence, perhaps more, and what to touch.
// Portrait stands them above each other with the buttons at the bottom, near the hand; landscape puts the picture
// beside the words. The buttons always show; large words push the picture away, and then scroll.
Item {
    id: root

    property alias actions: actions.data
    readonly property real actionsSpace: actions.height > 0 ? actions.height + Theme.margin : 0
    readonly property real columnWidth: Theme.portrait ? width - 2 * Theme.wide : width - columnX - Theme.wide
    readonly property real columnX: Theme.portrait ? Theme.wide : width * heroShare + Theme.margin
    property alias extra: extra.data
    readonly property real freeSpace: Math.max(0, wordsSpace - heroSpace - scroll.height)
    property alias hero: hero.data
    property int heroHeight: 560

    // What stands above the buttons: picture and words in portrait, only words in landscape.
    readonly property real heroLeast: 200
    readonly property real heroLeft: Math.min(heroHeight, wordsSpace - words.height - Theme.margin)
    readonly property bool isFlat: Theme.reach && !Theme.portrait
    readonly property real heroShare: Theme.isLarge ? 0.26 : 0.44
    readonly property real heroSpace: Theme.portrait && heroLeft >= heroLeast ? heroLeft : 0
    property bool isLight: false
    property alias message: message.text
    readonly property int sayAlignment: Theme.portrait ? Text.AlignHCenter : Text.AlignLeft
    property alias title: title.text
    readonly property real wordsSpace: height - actionsSpace - Theme.wide

    Item {
        id: hero

        height: Theme.portrait ? root.heroSpace : root.isFlat ? root.wordsSpace : parent.height - Theme.wide
        scale: Math.min(1, (Theme.portrait ? height : Math.min(width, height)) / root.heroHeight)
        visible: height > 0
        width: Theme.portrait ? parent.width : parent.width * root.heroShare - (Theme.isLarge ? Theme.margin : 0)
        x: Theme.start(Theme.portrait ? 0 : Theme.margin, width, root.width)
        y: Theme.portrait ? root.freeSpace * 0.4 : 0
    }
    Flickable {
        id: scroll

        boundsBehavior: Flickable.StopAtBounds
        clip: interactive
        contentHeight: words.height
        contentWidth: width
        height: Math.max(0, Math.min(words.height, root.wordsSpace))
        interactive: words.height > root.wordsSpace
        width: root.columnWidth
        x: Theme.start(root.columnX, width, root.width)
        y: Theme.portrait ? hero.y + root.heroSpace + Math.min(Theme.margin, root.freeSpace * 0.2) : root.freeSpace / 2

        ScrollBar.vertical: ScrollBar {
            minimumSize: 0.1
            policy: scroll.interactive ? ScrollBar.AlwaysOn : ScrollBar.AlwaysOff
        }

        ColumnLayout {
            id: words

            spacing: Theme.gap
            width: scroll.width - (scroll.interactive ? Theme.gap : 0)

            Words {
                id: title

                Layout.fillWidth: true
                color: root.isLight ? Theme.festiveInk : Theme.ink
                font.bold: true
                font.pixelSize: Theme.isLarge ? Theme.title : Theme.headline
                horizontalAlignment: root.sayAlignment
                lineHeight: 0.95
            }
            Words {
                id: message

                Layout.fillWidth: true
                color: root.isLight ? Theme.festiveSoft : Theme.inkSoft
                font.pixelSize: Theme.isLarge ? Theme.body : Theme.strong
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
    }
    GridLayout {
        id: actions

        columnSpacing: Theme.gap
        // Lying, with reach: two by two over the whole width.
        columns: root.isFlat ? 2 : 1
        rowSpacing: root.isFlat ? Theme.tiny : Theme.isTight ? Theme.small : Theme.gap
        uniformCellWidths: true
        width: root.isFlat ? root.width - 2 * Theme.wide : root.columnWidth
        x: root.isFlat ? Theme.wide : Theme.start(root.columnX, width, root.width)
        y: Theme.portrait || Theme.reach ? root.height - height - (root.isFlat ? Theme.tiny : Theme.isTight ? Theme.small : Theme.margin) : scroll.y + scroll.height + Theme.margin
    }
}
