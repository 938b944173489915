pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Theme

// What the shop shows while nobody buys: offers of the day and its own pictures, one after the other. Between two
// rounds `isShowing` is false for as long as a slide stands, so that what is under it (how to begin) is seen too.
Item {
    id: root

    required property Lane lane
    property bool isPaused: false

    readonly property ShopWindow bridge: lane.shopWindow
    readonly property var slides: bridge.slides
    readonly property bool isShowing: at >= 0 && at < slides.length
    readonly property bool isPhotograph: slide.photograph.toString() !== ""
    // Upright the words need the whole width where there is little height.
    readonly property bool isWide: !Theme.portrait && width > 1.3 * height
    // An offer that takes a sentence.
    readonly property bool isLong: slide.title.length > 32

    // -1: the round has not begun
    property int at: -1

    // Kept while it fades out.
    property var slide: ({
            "title": "",
            "goods": "",
            "product": "",
            "price": "",
            "listPrice": "",
            "note": "",
            "photograph": ""
        })

    opacity: isShowing ? 1 : 0
    visible: opacity > 0

    Behavior on opacity {
        enabled: !Theme.isStill

        NumberAnimation {
            duration: Theme.fade
        }
    }

    onAtChanged: {
        if (at >= 0 && at < slides.length)
            slide = slides[at];
    }
    onSlidesChanged: at = -1

    Timer {
        interval: root.bridge.seconds * Theme.second
        repeat: true
        running: root.slides.length > 0 && !root.isPaused

        onTriggered: root.at = root.at + 1 >= root.slides.length ? -1 : root.at + 1
    }
    Rectangle {
        anchors.fill: parent
        color: Theme.card
        radius: Theme.radiusLarge
    }
    Image {
        anchors.fill: parent
        anchors.margins: Theme.small
        asynchronous: true
        fillMode: Image.PreserveAspectFit
        source: root.slide.photograph
        sourceSize: Qt.size(width, height)
        visible: root.isPhotograph
    }
    GridLayout {
        readonly property real room: root.height - 2 * Theme.gap
        // Not what the words ask for: a note as wide as that would never wrap.
        readonly property real wordsWidth: root.isWide ? width - Math.max(Theme.touch, pictureSize) - columnSpacing : width
        // What the words leave; with none the picture is gone, for the words say what it is.
        readonly property int pictureSize: Math.round(root.isWide ? Math.min(room * 0.85, width * 0.4) : Math.min(root.width * 0.5, room - told.implicitHeight - rowSpacing))

        anchors.centerIn: parent
        columnSpacing: Theme.margin
        columns: root.isWide ? 2 : 1
        rowSpacing: Theme.gap
        visible: !root.isPhotograph
        width: parent.width - 2 * (Theme.isLarge ? Theme.gap : Theme.margin)

        Picture {
            Layout.alignment: Qt.AlignCenter
            name: root.slide.goods
            picture: root.slide.product
            size: Math.max(Theme.touch, parent.pictureSize)
            visible: parent.pictureSize >= Theme.touch
        }
        ColumnLayout {
            id: told

            readonly property real room: parent.wordsWidth

            Layout.fillWidth: true
            Layout.maximumWidth: room
            spacing: Theme.small

            Words {
                Layout.fillWidth: true
                color: Theme.inkSoft
                font.pixelSize: Theme.body
                horizontalAlignment: root.isWide ? Text.AlignLeft : Text.AlignHCenter
                lineHeight: 0.95
                text: root.slide.goods
                // Large letters say what it is about once: the offer says it.
                visible: !(Theme.isLarge && root.isLong)
            }
            Words {
                Layout.fillWidth: true
                color: Theme.primary
                elide: Text.ElideRight
                font.bold: true
                font.pixelSize: !root.isLong ? Theme.title : Theme.isLarge ? Theme.caption : Theme.strong
                horizontalAlignment: root.isWide ? Text.AlignLeft : Text.AlignHCenter
                lineHeight: 0.95
                maximumLineCount: 6
                text: root.slide.title
            }
            GridLayout {
                readonly property bool isOneLine: price.implicitWidth + columnSpacing + before.implicitWidth <= told.room

                Layout.alignment: root.isWide ? Qt.AlignLeft : Qt.AlignHCenter
                columnSpacing: Theme.gap
                columns: isOneLine ? 2 : 1
                rowSpacing: 0
                visible: root.slide.price !== ""

                Words {
                    id: price

                    Layout.alignment: root.isWide ? Qt.AlignLeft | Qt.AlignBaseline : Qt.AlignHCenter | Qt.AlignBaseline
                    font.bold: true
                    font.pixelSize: Theme.isLarge && root.isLong ? Theme.title : Theme.headline
                    text: root.slide.price
                    wrapMode: Text.NoWrap
                }
                Words {
                    id: before

                    Layout.alignment: price.Layout.alignment
                    color: Theme.inkSoft
                    font.pixelSize: Theme.isLarge ? Theme.body : Theme.strong
                    font.strikeout: true
                    text: root.slide.listPrice
                    visible: text !== ""
                    wrapMode: Text.NoWrap
                }
            }
            Pill {
                Layout.alignment: root.isWide ? Qt.AlignLeft : Qt.AlignHCenter
                iconName: "star"
                text: root.slide.note
                textSize: Theme.isLarge ? Theme.caption : Theme.body
                visible: root.slide.note !== ""
                widthMax: told.room
            }
        }
    }
}
