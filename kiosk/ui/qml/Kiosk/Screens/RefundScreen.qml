import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Parts
import Kiosk.Theme

// Money goes back to where it came from. The terminal's words stand here as it says them.
Item {
    id: root

    required property Lane lane

    readonly property Payment payment: lane.payment
    readonly property GoodsBack back: lane.attendant.goodsBack
    readonly property bool isReturn: back.step !== ""

    Rectangle {
        anchors.fill: parent
        color: Theme.ground
    }
    MessagePage {
        anchors.fill: parent
        anchors.topMargin: Theme.topBar
        message: root.isReturn ? root.back.waitsBody : root.payment.body
        title: root.isReturn ? root.back.waitsTitle : root.payment.title

        extra: [
            Rectangle {
                Layout.fillWidth: true
                color: Theme.primaryDeep
                implicitHeight: status.implicitHeight + 2 * Theme.margin
                radius: Theme.radius
                visible: root.payment.isAtTerminal

                Words {
                    id: status

                    anchors.centerIn: parent
                    color: Theme.lime
                    font.bold: true
                    font.pixelSize: Theme.title
                    horizontalAlignment: Text.AlignHCenter
                    objectName: "status"
                    text: root.payment.status
                    width: parent.width - 2 * Theme.margin
                }
            },
            Words {
                Layout.fillWidth: true
                color: Theme.primary
                font.bold: true
                font.pixelSize: Theme.display
                horizontalAlignment: Theme.portrait ? Text.AlignHCenter : Text.AlignLeft
                objectName: "amount"
                text: root.payment.amount
            },
            GoesBackRows {
                Layout.fillWidth: true
                Layout.maximumHeight: (Theme.portrait ? 4 : 3) * step - Theme.tiny
                model: root.back.parts
                visible: root.back.parts.length > 1
            },
            Beats {
                Layout.alignment: Theme.portrait ? Qt.AlignHCenter : Qt.AlignLeft
                color: root.payment.isUnknown ? Theme.caution : Theme.primary
                visible: !root.payment.isAtTerminal && !root.payment.needsAttendant
            }
        ]
        hero: [
            TerminalHint {
                anchors.centerIn: parent
                isMoving: true
                visible: root.payment.isAtTerminal
            },
            Badge {
                anchors.centerIn: parent
                color: root.payment.isUnknown ? Theme.cautionSoft : Theme.primarySoft
                name: root.payment.needsAttendant ? "staff" : root.payment.isUnknown ? "clock" : "undo"
                size: 400
                visible: !root.payment.isAtTerminal
            }
        ]
    }
}
