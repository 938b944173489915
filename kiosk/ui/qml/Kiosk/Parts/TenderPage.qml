pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Theme

// Choosing how to pay as it is designed: letters of 100 %. `TenderFlow` takes larger ones, and reach.
Item {
    id: root

    required property Lane lane

    readonly property Payment payment: lane.payment
    readonly property Tender tender: lane.tender
    readonly property bool isPortrait: Theme.portrait
    readonly property int align: isPortrait ? Text.AlignHCenter : Text.AlignLeft
    readonly property bool isTight: isPortrait ? hasProblem && tender.pays.length > 3 : tender.part !== ""
    readonly property bool hasProblem: refusal.title !== "" || problem.isShown

    Item {
        id: page

        anchors.fill: parent

        ColumnLayout {
            id: what

            spacing: 0
            width: root.isPortrait ? parent.width : parent.width * 0.44
            x: Theme.start(0, width, parent.width)
            y: root.isPortrait ? Theme.tiny : between.isUnder ? 0 : Math.max(0, (back.y - height) * 0.4)

            Words {
                Layout.fillWidth: true
                font.bold: true
                font.pixelSize: root.isPortrait && root.tender.pays.length === 0 ? Theme.headline : Theme.title
                horizontalAlignment: root.align
                lineHeight: 0.95
                text: qsTr("How would you like to pay?")
            }
            SumTable {
                Layout.fillWidth: true
                Layout.topMargin: Theme.gap
                rows: root.payment.sums
            }
            PaysRows {
                Layout.fillWidth: true
                Layout.maximumHeight: step * (root.isTight ? (root.isPortrait && problem.isShown ? 1.4 : 2.4) : root.isPortrait ? 4.4 : 3.4)
                Layout.preferredHeight: implicitHeight
                Layout.topMargin: Theme.small
                model: root.tender.pays
                visible: count > 0

                onTakeBack: (how, number) => root.tender.takeBack(how, number)
            }
            AskingStrip {
                Layout.fillWidth: true
                Layout.topMargin: Theme.small
                tender: root.tender
            }
            Words {
                Layout.fillWidth: true
                Layout.topMargin: root.payment.sums.length > 0 ? Theme.small : Theme.gap
                color: Theme.inkSoft
                font.pixelSize: Theme.strong
                horizontalAlignment: root.align
                lineHeight: 0.9
                objectName: "dueLabel"
                text: root.tender.dueLabel
            }
            Words {
                Layout.fillWidth: true
                color: Theme.primary
                font.bold: true
                font.pixelSize: Theme.poster
                horizontalAlignment: root.align
                lineHeight: 0.95
                objectName: "amount"
                text: root.payment.amount
            }
            RowLayout {
                Layout.alignment: root.isPortrait ? Qt.AlignHCenter : Qt.AlignLeft
                Layout.bottomMargin: Theme.tiny
                Layout.fillWidth: false
                spacing: Theme.small
                visible: root.tender.part !== ""

                Pill {
                    iconName: "check"
                    objectName: "part"
                    text: root.tender.part
                    widthMax: what.width - all.implicitWidth - Theme.small
                }
                TouchButton {
                    id: all

                    Layout.preferredHeight: 76
                    cornerRadius: Theme.radiusSmall
                    leftPadding: Theme.small
                    objectName: "payAll"
                    rightPadding: Theme.small
                    text: qsTr("Pay all of it")
                    textSize: Theme.note

                    onClicked: root.tender.payAll()
                }
            }
            Words {
                Layout.fillWidth: true
                color: Theme.inkSoft
                horizontalAlignment: root.align
                text: root.payment.count
                visible: root.tender.pays.length === 0
            }
            RoundUpStrip {
                Layout.fillWidth: true
                Layout.topMargin: Theme.small
                lane: root.lane
            }
            Words {
                Layout.fillWidth: true
                Layout.topMargin: Theme.tiny
                color: Theme.caution
                horizontalAlignment: root.align
                lineHeight: 0.95
                objectName: "receiptNote"
                text: root.payment.receiptNote
                visible: text !== ""
            }
        }
        ColumnLayout {
            id: told

            spacing: Theme.small
            visible: root.hasProblem
            width: ways.width
            x: ways.x
            y: root.isPortrait ? what.y + what.height + Theme.small : 0

            Banner {
                id: refusal

                Layout.fillWidth: true
                isGrave: true
                message: root.payment.refusalBody
                // What the terminal said, where it does not cover the ways to pay.
                quote: root.isPortrait || ways.y > 10 * Theme.body ? root.payment.refusalWords : ""
                title: root.payment.refusalTitle
                visible: title !== ""
            }
            Banner {
                id: problem

                readonly property bool isShown: title !== "" && root.tender.pinFor === ""

                Layout.fillWidth: true
                message: root.payment.refusalTitle === "" ? root.tender.problemBody : ""
                objectName: "problem"
                title: root.tender.problemTitle
                visible: isShown
            }
        }
        Item {
            id: between

            // Beside the words in landscape, unless there is more room under them.
            readonly property real above: root.hasProblem ? told.y + told.height + Theme.small : root.isPortrait ? what.y + what.height + Theme.small : 0
            readonly property real beside: ways.y - above - Theme.gap
            readonly property real under: back.y - what.height - 2 * Theme.gap
            readonly property bool isUnder: !root.isPortrait && root.tender.hint !== "" && beside < 240 && under >= 200

            height: isUnder ? under : beside
            width: isUnder ? what.width : ways.width
            x: isUnder ? Theme.start(0, width, parent.width) : ways.x
            y: isUnder ? what.height + Theme.gap : above

            TerminalHint {
                anchors.centerIn: parent
                scale: Math.min(1, (parent.height - Theme.small) / implicitHeight)
                visible: root.tender.hint === "" && parent.height > implicitHeight * 0.6
            }
            CameraPanel {
                anchors.centerIn: parent
                height: Math.min(parent.height, 620)
                hintText: root.tender.hint
                lane: root.lane
                visible: root.tender.hint !== "" && root.tender.sheet === "" && parent.height >= 150
                width: parent.width
            }
        }
        PayWays {
            id: ways

            lane: root.lane
            width: root.isPortrait ? parent.width : parent.width * 0.5
            x: Theme.start(parent.width - width, width, parent.width)
            y: (root.isPortrait ? back.y : part.y) - height - (part.visible || root.isPortrait ? Theme.gap : 0)
        }
        TouchButton {
            id: back

            anchors.bottom: parent.bottom
            anchors.left: parent.left
            height: Math.max(implicitHeight, part.visible && root.isPortrait ? part.implicitHeight : 0)
            iconName: root.tender.mayLeave ? "back" : "undo"
            objectName: root.tender.mayLeave ? "cancel" : "giveBack"
            text: root.tender.mayLeave ? qsTr("Back to the basket") : qsTr("Give my money back")
            textSize: Theme.body
            width: root.isPortrait ? part.visible ? (parent.width - Theme.small) / 2 : parent.width : what.width

            onClicked: root.tender.mayLeave ? root.lane.leaveTender() : root.tender.open("back")
        }
        TouchButton {
            id: part

            anchors.bottom: parent.bottom
            anchors.right: parent.right
            height: root.isPortrait ? Math.max(implicitHeight, back.implicitHeight) : implicitHeight
            iconName: "percent"
            objectName: "payPart"
            text: qsTr("Pay only a part")
            textSize: Theme.body
            visible: root.tender.mayPart
            width: root.isPortrait ? (parent.width - Theme.small) / 2 : ways.width

            onClicked: root.tender.open("part")
        }
    }
}
