pragma ComponentBehavior: Bound

import QtQuick
import QtQuick as Quick
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
    readonly property bool isWide: width > 1.3 * height

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
        anchors.centerIn: parent
        columnSpacing: Theme.margin
        columns: root.isWide ? 2 : 1
        rowSpacing: Theme.gap
        visible: !root.isPhotograph
        width: parent.width - 2 * Theme.margin

        Picture {
            Layout.alignment: Qt.AlignCenter
            name: root.slide.goods
            picture: root.slide.product
            size: Math.round(root.isWide ? root.height * 0.72 : root.width * 0.44)
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.small

            Words {
                Layout.fillWidth: true
                color: Theme.inkSoft
                elide: Text.ElideRight
                font.pixelSize: Theme.body
                horizontalAlignment: root.isWide ? Text.AlignLeft : Text.AlignHCenter
                maximumLineCount: 1
                text: root.slide.goods
            }
            Words {
                Layout.fillWidth: true
                color: Theme.primary
                elide: Text.ElideRight
                font.bold: true
                font.pixelSize: Theme.title
                horizontalAlignment: root.isWide ? Text.AlignLeft : Text.AlignHCenter
                maximumLineCount: 2
                text: root.slide.title
            }
            Quick.Flow {
                Layout.alignment: root.isWide ? Qt.AlignLeft : Qt.AlignHCenter
                Layout.fillWidth: root.isWide
                spacing: Theme.gap
                visible: root.slide.price !== ""

                Words {
                    font.bold: true
                    font.pixelSize: Theme.headline
                    text: root.slide.price
                    wrapMode: Text.NoWrap
                }
                Words {
                    color: Theme.inkSoft
                    font.pixelSize: Theme.strong
                    font.strikeout: true
                    height: Theme.headline
                    text: root.slide.listPrice
                    verticalAlignment: Text.AlignBottom
                    wrapMode: Text.NoWrap
                }
            }
            Pill {
                Layout.alignment: root.isWide ? Qt.AlignLeft : Qt.AlignHCenter
                iconName: "star"
                text: root.slide.note
                visible: root.slide.note !== ""
            }
        }
    }
}
