import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Parts
import Kiosk.Theme

// Paper, phone or nothing; then the printer or the code.
Item {
    id: root

    required property Lane lane

    readonly property Receipt receipt: lane.receipt

    Rectangle {
        anchors.fill: parent
        color: Theme.ground
    }
    MessagePage {
        anchors.fill: parent
        anchors.topMargin: Theme.topBar
        heroHeight: root.receipt.step === "qr" ? 720 : 560
        message: root.receipt.body
        title: root.receipt.title

        actions: [
            ChoiceTile {
                Layout.fillWidth: true
                iconName: "printer"
                note: root.receipt.paperNote
                objectName: "receiptPaper"
                text: qsTr("On paper")
                visible: root.receipt.mayChoose

                onClicked: root.lane.takePaper()
            },
            ChoiceTile {
                Layout.fillWidth: true
                iconName: "qr"
                note: qsTr("Scan it from this screen with your phone")
                objectName: "receiptQr"
                text: qsTr("As a QR code")
                visible: root.receipt.mayChoose || root.receipt.mayTakeQr

                onClicked: root.lane.takeQr()
            },
            ChoiceTile {
                Layout.fillWidth: true
                iconName: "leaf"
                note: qsTr("Saves paper")
                objectName: "receiptNone"
                text: qsTr("No receipt")
                visible: root.receipt.mayChoose

                onClicked: root.lane.takeNone()
            },
            TouchButton {
                Layout.fillWidth: true
                Layout.preferredHeight: Theme.buttonLarge
                cornerRadius: Theme.radiusLarge
                iconName: "check"
                kind: TouchButton.Kind.Primary
                objectName: "done"
                text: qsTr("Done")
                textSize: Theme.title
                visible: root.receipt.mayFinish

                onClicked: root.lane.finish()
            }
        ]
        extra: Rectangle {
            Layout.fillWidth: true
            color: Theme.limeSoft
            implicitHeight: visit.implicitHeight + 2 * Theme.small
            radius: Theme.radius
            visible: root.receipt.nextVisit !== ""

            Icon {
                id: gift

                anchors.verticalCenter: parent.verticalCenter
                name: "coupon"
                size: 56
                x: Theme.start(Theme.gap, width, parent.width)
            }
            Words {
                id: visit

                anchors.left: gift.right
                anchors.leftMargin: Theme.gap
                anchors.right: parent.right
                anchors.rightMargin: Theme.gap
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.primary
                font.bold: true
                objectName: "nextVisit"
                text: root.receipt.nextVisit
            }
        }
        hero: [
            PrinterHint {
                anchors.centerIn: parent
                isPrinting: root.receipt.step === "printing" && root.visible
                visible: root.receipt.step === "printing" || root.receipt.step === "printed"
            },
            Badge {
                anchors.centerIn: parent
                color: Theme.cautionSoft
                name: "no-paper"
                size: 400
                visible: root.receipt.step === "waiting"
            },
            Badge {
                anchors.centerIn: parent
                name: "receipt"
                size: 400
                visible: root.receipt.step === "choose"
            },
            Sheet {
                anchors.centerIn: parent
                height: 680
                visible: root.receipt.step === "qr"
                width: 680

                QrView {
                    anchors.fill: parent
                    anchors.margins: Theme.small
                    objectName: "qr"
                    text: root.receipt.qr
                }
            }
        ]
    }
}
