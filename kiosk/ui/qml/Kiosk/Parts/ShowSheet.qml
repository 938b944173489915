import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Theme

// A phone's code or a gift card is held to the camera; or the other way there is.
Sheet {
    id: root

    required property Lane lane

    readonly property Tender tender: lane.tender
    readonly property bool isWallet: tender.sheet === "wallet"

    implicitHeight: Theme.portrait ? 1240 : 880
    implicitWidth: 960
    radius: Theme.radiusLarge

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.margin
        spacing: Theme.gap

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap

            ColumnLayout {
                Layout.fillWidth: true
                spacing: Theme.tiny

                Words {
                    Layout.fillWidth: true
                    font.bold: true
                    font.pixelSize: Theme.title
                    lineHeight: 0.95
                    text: root.isWallet ? qsTr("Show your phone's code to the camera") : qsTr("Show your gift card to the camera")
                }
                Words {
                    Layout.fillWidth: true
                    color: Theme.inkSoft
                    text: root.isWallet ? qsTr("Open your wallet app and choose its payment code") : qsTr("Hold its code flat and still; a code on your phone works too")
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
                objectName: "sheetClose"
                rightPadding: 0

                onClicked: root.tender.close()
            }
        }
        CameraPanel {
            Layout.fillHeight: true
            Layout.fillWidth: true
            hintText: root.isWallet ? qsTr("Hold your phone here") : qsTr("Hold your gift card here")
            lane: root.lane
        }
        TouchButton {
            Layout.fillWidth: true
            iconName: root.isWallet ? "qr" : "keypad"
            objectName: root.isWallet ? "showCode" : "typeNumber"
            text: root.isWallet ? qsTr("Show me a code instead") : qsTr("Type its number instead")

            onClicked: root.isWallet ? root.tender.payByWallet() : root.tender.open("number")
        }
    }
}
