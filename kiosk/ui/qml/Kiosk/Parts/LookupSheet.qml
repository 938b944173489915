pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Theme

// Goods without a barcode: what is popular now, categories, a word; then the scale, or how many.
Item {
    id: root

    required property Lane lane
    // Keys stay inside while it shows (kiosk/ui/ring.py).
    readonly property bool holdsFocus: true

    readonly property LookUp goods: lane.lookup
    readonly property bool isPortrait: Theme.portrait
    // Lying, with reach: the letters beside everything else, which has no height for both.
    readonly property bool isFlat: Theme.reach && !isPortrait
    readonly property bool isSlim: isFlat && Theme.isLarge
    readonly property int columns: Math.max(2, Math.floor(4 / Math.max(1, Theme.textScale * 0.8)))

    Accessible.name: goods.isCounting ? goods.chosenName : qsTr("No barcode?")
    Accessible.role: Accessible.Dialog
    visible: goods.isOpen

    Rectangle {
        anchors.fill: parent
        color: Theme.ground
    }
    // Nothing below is touched through it.
    TapHandler {
        gesturePolicy: TapHandler.ReleaseWithinBounds
    }
    GridLayout {
        anchors.bottomMargin: (Theme.reach ? Theme.tiny : Theme.margin) + Theme.bottomBar
        anchors.fill: parent
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        anchors.topMargin: Theme.reach ? root.height / 2 + Theme.tiny : Theme.topBar
        columnSpacing: Theme.margin
        columns: root.isPortrait ? 1 : 2
        enabled: !root.goods.isCounting
        rowSpacing: Theme.reach ? Theme.small : Theme.gap

        RowLayout {
            Layout.columnSpan: root.isPortrait || root.isFlat ? 1 : 2
            Layout.fillWidth: true
            Layout.preferredWidth: 11
            spacing: Theme.gap

            Rectangle {
                Layout.fillWidth: true
                border.color: root.goods.typed !== "" ? Theme.primary : Theme.line
                border.width: 4
                color: Theme.card
                implicitHeight: Math.max(Theme.reach ? Theme.touch : Theme.button, words.implicitHeight + 2 * Theme.tiny)
                radius: Theme.radius

                Words {
                    id: words

                    anchors.left: parent.left
                    anchors.leftMargin: Theme.gap
                    anchors.right: clear.visible ? clear.left : parent.right
                    anchors.rightMargin: Theme.gap
                    anchors.verticalCenter: parent.verticalCenter
                    color: root.goods.typed !== "" ? Theme.ink : Theme.inkSoft
                    font.bold: root.goods.typed !== ""
                    font.pixelSize: Theme.isTight ? Theme.caption : root.goods.typed !== "" ? Theme.title : Theme.strong
                    lineHeight: 0.95
                    objectName: "lookupTyped"
                    text: root.goods.typed !== "" ? root.goods.typed : qsTr("Touch a picture, or type a name")
                }
                TouchButton {
                    id: clear

                    Accessible.name: qsTr("Clear")
                    anchors.right: parent.right
                    anchors.rightMargin: Theme.tiny
                    anchors.verticalCenter: parent.verticalCenter
                    height: Theme.touch
                    iconName: "close"
                    kind: TouchButton.Kind.Quiet
                    leftPadding: 0
                    objectName: "lookupClear"
                    rightPadding: 0
                    visible: root.goods.typed !== ""
                    width: Theme.touch

                    onClicked: root.goods.clear()
                }
            }
            TouchButton {
                Layout.maximumWidth: root.width * 0.4
                Layout.preferredHeight: Theme.reach ? Theme.touch : Theme.button
                iconName: "back"
                objectName: "sheetClose"
                text: qsTr("Back")
                textSize: Theme.isTight ? Theme.caption : Theme.body

                onClicked: root.goods.close()
            }
        }
        Flickable {
            readonly property real rowHeight: Math.max(Theme.touch, Theme.body * 1.5 + Theme.small)

            Layout.column: 0
            Layout.columnSpan: root.isPortrait || root.isFlat ? 1 : 2
            Layout.fillWidth: true
            Layout.preferredWidth: 11
            Layout.row: 1
            // Two rows, and the beginning of a third where there is one.
            Layout.preferredHeight: Theme.reach ? rowHeight : Math.min(chips.implicitHeight, rowHeight * 2.4 + Theme.small)
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            contentHeight: chips.implicitHeight
            contentWidth: width

            Flow {
                id: chips

                spacing: Theme.small
                width: parent.width

                Repeater {
                    model: root.goods.chips

                    TouchButton {
                        required property var modelData

                        readonly property bool isChosen: root.goods.typed === "" && root.goods.category === modelData.path

                        Accessible.checkable: true
                        Accessible.checked: isChosen
                        bottomPadding: 0
                        cornerRadius: height / 2
                        height: Math.max(Theme.touch, Theme.body * 1.5 + Theme.small)
                        kind: isChosen ? TouchButton.Kind.Lime : TouchButton.Kind.Secondary
                        objectName: "category-" + (modelData.path === "" ? "popular" : modelData.path)
                        text: modelData.name
                        textSize: Theme.body
                        topPadding: 0

                        onClicked: root.goods.lookThrough(modelData.path)
                    }
                }
            }
        }
        Item {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.column: 0
            Layout.minimumHeight: root.isFlat ? 80 : Theme.reach ? 180 : 240
            Layout.preferredWidth: 11
            Layout.row: 2

            GridView {
                id: tiles

                anchors.fill: parent
                anchors.leftMargin: -Theme.small
                anchors.rightMargin: -Theme.small
                boundsBehavior: Flickable.StopAtBounds
                // What is made ahead would stand over the first tile until it has its place.
                cacheBuffer: 0
                cellHeight: root.isSlim ? Math.round(Theme.caption * 4.1) + 2 * Theme.tiny + Theme.small : 132 + Theme.caption * 4 + Theme.wide
                cellWidth: Math.floor((width - Theme.small) / root.columns)
                clip: true
                model: root.goods.tiles

                ScrollBar.vertical: ScrollBar {
                    minimumSize: 0.1
                    policy: tiles.contentHeight > tiles.height ? ScrollBar.AlwaysOn : ScrollBar.AlwaysOff
                }
                delegate: Item {
                    id: cell

                    required property var modelData

                    height: tiles.cellHeight
                    width: tiles.cellWidth

                    GoodsTile {
                        height: parent.height - Theme.small
                        isSlim: root.isSlim
                        objectName: "goods-" + cell.modelData.key
                        picture: cell.modelData.picture
                        price: cell.modelData.price
                        text: cell.modelData.name
                        width: parent.width - Theme.small
                        x: Theme.small

                        onClicked: root.goods.choose(cell.modelData.key)
                    }
                }
            }
            ColumnLayout {
                anchors.centerIn: parent
                spacing: Theme.gap
                visible: tiles.count === 0
                width: parent.width - 2 * Theme.margin

                Beats {
                    Layout.alignment: Qt.AlignHCenter
                    visible: !root.goods.isReady
                }
                Words {
                    Layout.fillWidth: true
                    color: Theme.inkSoft
                    font.pixelSize: Theme.strong
                    horizontalAlignment: Text.AlignHCenter
                    objectName: "lookupNothing"
                    text: root.goods.isReady ? qsTr("Nothing found. Try fewer letters, or look through the pictures.") : qsTr("One moment, please")
                }
            }
        }
        LetterKeys {
            Layout.column: root.isPortrait ? 0 : 1
            Layout.fillHeight: !root.isPortrait
            Layout.fillWidth: true
            Layout.preferredHeight: root.isPortrait ? 4 * (Theme.reach ? Theme.touch : Theme.button) + 3 * Theme.tiny : 10
            Layout.preferredWidth: 12
            Layout.row: root.isFlat ? 0 : root.isPortrait ? 3 : 2
            Layout.rowSpan: root.isFlat ? 3 : 1
            rows: root.goods.keyRows

            onBackspace: root.goods.backspace()
            onLetter: mark => root.goods.letter(mark)
        }
    }
    // How many of what is not weighed.
    Item {
        readonly property bool holdsFocus: true

        Accessible.name: root.goods.chosenName
        Accessible.role: Accessible.Dialog
        anchors.fill: parent
        visible: root.goods.isCounting

        Rectangle {
            anchors.fill: parent
            color: Theme.dim
        }
        TapHandler {
            onTapped: root.goods.leaveCount()
        }
        Sheet {
            id: counting

            readonly property int pad: Theme.isTight ? Theme.gap : Theme.margin

            anchors.horizontalCenter: parent.horizontalCenter
            height: Math.min(count.needs + lookupAdd.height + Theme.gap + 2 * pad, Theme.reach ? parent.height / 2 - Theme.bottomBar - Theme.small : parent.height - 2 * Theme.gap)
            radius: Theme.radiusLarge
            width: Math.min(Theme.isLarge ? 1000 : 840, parent.width - 2 * Theme.margin)
            y: Theme.reach ? parent.height - Theme.bottomBar - height - Theme.tiny : (parent.height - height) / 2

            TapHandler {
                gesturePolicy: TapHandler.ReleaseWithinBounds
            }
            ScrollPart {
                id: count

                anchors.bottom: lookupAdd.top
                anchors.bottomMargin: Theme.gap
                anchors.left: parent.left
                anchors.margins: counting.pad
                anchors.right: parent.right
                anchors.top: parent.top
                gap: Theme.isTight ? Theme.small : Theme.margin

                RowLayout {
                    Layout.fillWidth: true
                    spacing: Theme.gap

                    Picture {
                        Layout.alignment: Qt.AlignTop
                        name: root.goods.chosenName
                        picture: root.goods.chosenPicture
                        size: 160
                        visible: !Theme.isTight
                    }
                    ColumnLayout {
                        Layout.fillWidth: true
                        spacing: 0

                        Words {
                            Layout.fillWidth: true
                            font.bold: true
                            font.pixelSize: Theme.title
                            lineHeight: 0.95
                            text: root.goods.chosenName
                        }
                        Words {
                            Layout.fillWidth: true
                            color: Theme.inkSoft
                            text: root.goods.chosenPrice
                        }
                    }
                    TouchButton {
                        Accessible.name: qsTr("Close")
                        Layout.alignment: Qt.AlignTop
                        Layout.preferredHeight: Theme.touch
                        Layout.preferredWidth: Theme.touch
                        iconName: "close"
                        kind: TouchButton.Kind.Quiet
                        leftPadding: 0
                        objectName: "countClose"
                        rightPadding: 0

                        onClicked: root.goods.leaveCount()
                    }
                }
                Stepper {
                    Layout.alignment: Qt.AlignHCenter
                    least: 1
                    of: root.goods.chosenName
                    tag: "goods"
                    value: root.goods.count

                    onChanged: change => root.goods.more(change)
                }
            }
            TouchButton {
                id: lookupAdd

                anchors.bottom: parent.bottom
                anchors.left: parent.left
                anchors.margins: counting.pad
                anchors.right: parent.right
                cornerRadius: Theme.radiusLarge
                height: Math.max(Theme.isTight ? Theme.button : Theme.buttonLarge, implicitHeight)
                iconName: "check"
                kind: TouchButton.Kind.Primary
                objectName: "lookupAdd"
                text: qsTr("Add to basket")
                textSize: Theme.isTight ? Theme.label : Theme.title

                onClicked: root.goods.confirm()
            }
        }
    }
    // What somebody typed does not stay on the screen of a lane that was left: asked first, then forgotten.
    Timer {
        interval: Theme.forget
        running: root.visible && root.lane.attention.sheet === "idle"

        onTriggered: root.goods.close()
    }
}
