import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Parts
import Kiosk.Theme

// The phone pays: it reads our code, or we have read its own; then it is confirmed there.
Item {
    id: root

    required property Lane lane

    readonly property Payment payment: lane.payment
    readonly property bool showsCode: payment.code !== ""

    Rectangle {
        anchors.fill: parent
        color: Theme.ground
    }
    MessagePage {
        anchors.fill: parent
        anchors.topMargin: Theme.topBar
        heroHeight: root.showsCode ? 720 : 560
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
            },
            Beats {
                Layout.alignment: Theme.portrait ? Qt.AlignHCenter : Qt.AlignLeft
                Layout.topMargin: Theme.small
                color: root.payment.mayCancel ? Theme.primary : Theme.caution
            }
        ]
        hero: [
            Sheet {
                anchors.centerIn: parent
                height: width
                visible: root.showsCode
                width: Math.min(680, parent.height)

                QrView {
                    anchors.fill: parent
                    anchors.margins: Theme.small
                    objectName: "walletCode"
                    text: root.payment.code
                }
            },
            Badge {
                anchors.centerIn: parent
                color: root.payment.mayCancel ? Theme.primarySoft : Theme.cautionSoft
                name: root.payment.isCodeComing ? "qr" : "phone-pay"
                size: 400
                visible: !root.showsCode
            }
        ]
    }
}
