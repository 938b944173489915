import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Parts
import Kiosk.Theme

// How to pay: the amount, how the last attempt ended, the ways there are.
Item {
    id: root

    required property Lane lane

    readonly property Payment payment: lane.payment
    readonly property bool isPortrait: Theme.portrait

    Rectangle {
        anchors.fill: parent
        color: Theme.ground
    }
    Item {
        anchors.bottomMargin: Theme.margin
        anchors.fill: parent
        anchors.leftMargin: root.isPortrait ? Theme.wide : 96
        anchors.rightMargin: root.isPortrait ? Theme.wide : 96
        anchors.topMargin: Theme.topBar + Theme.gap

        ColumnLayout {
            id: what

            spacing: 0
            width: root.isPortrait ? parent.width : parent.width * 0.44
            y: root.isPortrait ? 24 : Math.max(0, (parent.height - height) / 2 - 80)

            Words {
                Layout.fillWidth: true
                font.bold: true
                font.pixelSize: root.isPortrait || root.payment.sums.length === 0 ? Theme.headline : Theme.title
                horizontalAlignment: root.isPortrait ? Text.AlignHCenter : Text.AlignLeft
                lineHeight: 0.95
                text: qsTr("How would you like to pay?")
            }
            SumTable {
                Layout.fillWidth: true
                Layout.topMargin: Theme.gap
                rows: root.payment.sums
            }
            Words {
                Layout.fillWidth: true
                Layout.topMargin: root.payment.sums.length > 0 ? Theme.tiny : Theme.gap
                color: Theme.primary
                font.bold: true
                font.pixelSize: Theme.poster
                horizontalAlignment: root.isPortrait ? Text.AlignHCenter : Text.AlignLeft
                objectName: "amount"
                text: root.payment.amount
            }
            Words {
                Layout.fillWidth: true
                color: Theme.inkSoft
                font.pixelSize: Theme.strong
                horizontalAlignment: root.isPortrait ? Text.AlignHCenter : Text.AlignLeft
                text: root.payment.count
            }
            Words {
                Layout.fillWidth: true
                Layout.topMargin: Theme.small
                color: Theme.caution
                font.pixelSize: Theme.strong
                horizontalAlignment: root.isPortrait ? Text.AlignHCenter : Text.AlignLeft
                objectName: "receiptNote"
                text: root.payment.receiptNote
                visible: text !== ""
            }
        }
        Banner {
            id: refusal

            isGrave: true
            message: root.payment.refusalBody
            quote: root.payment.refusalWords
            title: root.payment.refusalTitle
            visible: title !== ""
            width: root.isPortrait ? parent.width : parent.width * 0.5
            x: parent.width - width
            y: root.isPortrait ? what.y + what.height + Theme.margin : Math.max(0, (ways.y - height) / 2)
        }
        Item {
            readonly property real above: root.isPortrait ? (refusal.visible ? refusal.y + refusal.height : what.y + what.height) : 0

            height: ways.y - above
            visible: (root.isPortrait || !refusal.visible) && height > hint.implicitHeight * 0.6
            width: ways.width
            x: ways.x
            y: above

            TerminalHint {
                id: hint

                anchors.centerIn: parent
                scale: Math.min(1, (parent.height - Theme.margin) / implicitHeight)
            }
        }
        ColumnLayout {
            id: ways

            spacing: Theme.gap
            width: root.isPortrait ? parent.width : parent.width * 0.5
            x: parent.width - width
            y: root.isPortrait ? back.y - height - Theme.gap : refusal.visible ? parent.height - height : parent.height - height - Theme.wide

            ChoiceTile {
                Layout.fillWidth: true
                iconName: "star"
                isSlim: true
                note: root.payment.pointsNote
                objectName: root.payment.pointsStep === "offer" ? "usePoints" : "keepPoints"
                text: root.payment.pointsText
                visible: root.payment.pointsStep !== "none"

                onClicked: root.payment.pointsStep === "offer" ? root.lane.usePoints() : root.lane.keepPoints()
            }
            ChoiceTile {
                Layout.fillWidth: true
                enabled: root.payment.cardEnabled
                iconName: "card"
                isFirst: true
                note: root.payment.cardEnabled ? qsTr("Card or phone: hold, insert or swipe") : root.payment.cardReason
                objectName: "payCard"
                text: qsTr("Pay by card")

                onClicked: root.lane.payByCard()
            }
        }
        TouchButton {
            id: back

            anchors.bottom: parent.bottom
            iconName: "back"
            objectName: "cancel"
            text: qsTr("Back to the basket")
            width: root.isPortrait ? parent.width : parent.width * 0.36

            onClicked: root.lane.leaveTender()
        }
    }
}
