pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Theme

// Choosing how to pay with large letters, or with everything that can be touched in the lower half. What is left to
// pay, the ways there are and the way back always show; what was said and what pays already scrolls between them.
Item {
    id: root

    required property Lane lane

    readonly property Payment payment: lane.payment
    readonly property Tender tender: lane.tender
    readonly property bool isPortrait: Theme.portrait
    // Lying, with reach: three columns of ways over the whole width of the lower half.
    readonly property bool isFlat: Theme.reach && !isPortrait
    readonly property real half: isPortrait ? width : (width - Theme.margin) / 2
    // Where the lower half of the window begins.
    readonly property real middle: (parent ? parent.parent.height + Theme.bottomBar : 0) / 2 - Theme.topBar - Theme.small
    readonly property real least: Theme.isLarge ? 260 : 200
    readonly property int align: isPortrait ? Text.AlignHCenter : Text.AlignLeft

    ColumnLayout {
        id: due

        spacing: 0
        width: root.half
        x: Theme.start(0, width, root.width)

        Words {
            Layout.fillWidth: true
            color: Theme.inkSoft
            font.pixelSize: Theme.body
            horizontalAlignment: root.align
            lineHeight: 0.95
            objectName: "dueLabel"
            text: root.tender.dueLabel
        }
        Words {
            Layout.fillWidth: true
            color: Theme.primary
            font.bold: true
            font.pixelSize: root.isPortrait ? Theme.display : Theme.figure
            horizontalAlignment: root.align
            lineHeight: 0.95
            objectName: "amount"
            text: root.payment.amount
        }
    }
    ScrollPart {
        id: told

        readonly property real from: root.isFlat ? 0 : due.height + Theme.small
        readonly property real until: root.isFlat ? root.middle : root.isPortrait ? todo.y : buttons.y

        height: Math.max(0, Math.min(needs, until - from - Theme.small))
        width: root.half
        x: Theme.start(root.isFlat ? root.width - width : 0, width, root.width)
        y: from

        Banner {
            Layout.fillWidth: true
            isGrave: true
            message: root.payment.refusalBody
            quote: root.payment.refusalWords
            title: root.payment.refusalTitle
            visible: title !== ""
        }
        Banner {
            Layout.fillWidth: true
            message: root.payment.refusalTitle === "" ? root.tender.problemBody : ""
            objectName: "problem"
            title: root.tender.problemTitle
            visible: title !== "" && root.tender.pinFor === ""
        }
        Words {
            Layout.fillWidth: true
            font.bold: true
            font.pixelSize: Theme.strong
            horizontalAlignment: root.align
            lineHeight: 0.95
            text: qsTr("How would you like to pay?")
        }
        SumTable {
            Layout.fillWidth: true
            rows: root.payment.sums
        }
        Words {
            Layout.fillWidth: true
            color: Theme.inkSoft
            horizontalAlignment: root.align
            text: root.payment.count
            visible: root.tender.pays.length === 0
        }
        Words {
            Layout.fillWidth: true
            color: Theme.caution
            horizontalAlignment: root.align
            lineHeight: 0.95
            objectName: "receiptNote"
            text: root.payment.receiptNote
            visible: text !== ""
        }
        ColumnLayout {
            id: strips

            Layout.fillWidth: true
            parent: Theme.reach || !root.isPortrait ? todo.column : told.column
            spacing: Theme.small

            AskingStrip {
                Layout.fillWidth: true
                tender: root.tender
            }
            GridLayout {
                Layout.fillWidth: true
                columnSpacing: Theme.small
                columns: Theme.isLarge ? 1 : 2
                rowSpacing: Theme.tiny
                visible: root.tender.part !== ""

                Pill {
                    Layout.alignment: root.isPortrait && Theme.isLarge ? Qt.AlignHCenter : Qt.AlignLeft
                    iconName: "check"
                    objectName: "part"
                    text: root.tender.part
                    widthMax: strips.width - (Theme.isLarge ? 0 : all.implicitWidth + Theme.small)
                }
                TouchButton {
                    id: all

                    Layout.fillWidth: Theme.isLarge
                    Layout.preferredHeight: Math.max(76, implicitHeight - Theme.gap)
                    cornerRadius: Theme.radiusSmall
                    leftPadding: Theme.small
                    objectName: "payAll"
                    rightPadding: Theme.small
                    text: qsTr("Pay all of it")
                    textSize: Theme.note

                    onClicked: root.tender.payAll()
                }
            }
            PaysRows {
                Layout.fillWidth: true
                Layout.preferredHeight: implicitHeight
                model: root.tender.pays
                visible: count > 0

                onTakeBack: (how, number) => root.tender.takeBack(how, number)
            }
            RoundUpStrip {
                Layout.fillWidth: true
                lane: root.lane
            }
        }
    }
    ScrollPart {
        id: todo

        readonly property real from: Theme.reach ? root.middle + Theme.tiny : root.isPortrait ? due.height + Theme.gap + Math.min(told.needs, root.least) : 0
        readonly property real until: buttons.y - Theme.small

        height: Math.max(0, Math.min(needs, until - from))
        width: root.isFlat ? root.width : root.half
        x: Theme.start(root.width - width, width, root.width)
        y: Theme.reach || root.isPortrait ? until - height : from

        PayWays {
            Layout.fillWidth: true
            columns: root.isFlat ? 3 : Theme.isLarge ? 1 : 2
            isCompact: true
            lane: root.lane
        }
    }
    GridLayout {
        id: buttons

        anchors.bottom: parent.bottom
        columnSpacing: Theme.isLarge || !root.isPortrait ? Theme.margin : Theme.small
        columns: root.isPortrait && Theme.isLarge ? 1 : 2
        rowSpacing: Theme.small
        uniformCellWidths: true
        width: parent.width

        TouchButton {
            id: back

            Layout.columnSpan: part.visible ? 1 : parent.columns
            Layout.fillWidth: true
            iconName: root.tender.mayLeave ? "back" : "undo"
            objectName: root.tender.mayLeave ? "cancel" : "giveBack"
            padding: Theme.tiny
            text: root.tender.mayLeave ? qsTr("Back to the basket") : qsTr("Give my money back")
            textSize: Theme.note

            onClicked: root.tender.mayLeave ? root.lane.leaveTender() : root.tender.open("back")
        }
        TouchButton {
            id: part

            Layout.fillHeight: true
            Layout.fillWidth: true
            iconName: "percent"
            objectName: "payPart"
            padding: Theme.tiny
            text: qsTr("Pay only a part")
            textSize: Theme.note
            visible: root.tender.mayPart

            onClicked: root.tender.open("part")
        }
    }
}
