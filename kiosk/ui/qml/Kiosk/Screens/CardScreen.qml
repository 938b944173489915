import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Parts
import Kiosk.Theme

// The terminal leads; its words stand here as it says them.
Item {
    id: root

    required property Lane lane

    readonly property Payment payment: lane.payment

    Rectangle {
        anchors.fill: parent
        color: Theme.ground
    }
    MessagePage {
        anchors.fill: parent
        anchors.topMargin: Theme.topBar
        message: root.payment.body
        title: root.payment.title

        actions: TouchButton {
            Layout.fillWidth: true
            enabled: root.payment.mayCancel
            iconName: "close"
            objectName: "cancel"
            text: qsTr("Stop the payment")

            onClicked: root.lane.cancelPayment()
        }
        extra: [
            Rectangle {
                Layout.fillWidth: true
                color: Theme.primaryDeep
                implicitHeight: status.implicitHeight + 2 * Theme.margin
                radius: Theme.radius

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
            Words {
                Layout.fillWidth: true
                color: Theme.inkSoft
                font.pixelSize: Theme.strong
                horizontalAlignment: Theme.portrait ? Text.AlignHCenter : Text.AlignLeft
                objectName: "after"
                text: root.payment.after
                visible: text !== ""
            }
        ]
        hero: TerminalHint {
            anchors.centerIn: parent
            isMoving: root.payment.mayCancel
        }
    }
}
