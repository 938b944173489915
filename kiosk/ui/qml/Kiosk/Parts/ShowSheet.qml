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
    // Lying, with reach: the camera beside the words.
    readonly property bool isFlat: Theme.reach && !Theme.portrait

    implicitHeight: Theme.portrait ? Theme.isLarge ? 1500 : 1240 : 880
    implicitWidth: isFlat ? 1500 : 960
    radius: Theme.radiusLarge

    GridLayout {
        anchors.fill: parent
        anchors.margins: root.isFlat ? Theme.gap : Theme.margin
        columnSpacing: Theme.gap
        columns: root.isFlat ? 2 : 1
        rowSpacing: Theme.isLarge || Theme.reach ? Theme.small : Theme.gap

        RowLayout {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            Layout.preferredWidth: root.isFlat ? 16 : 10
            spacing: Theme.gap

            ColumnLayout {
                Layout.fillWidth: true
                spacing: Theme.tiny

                Words {
                    Layout.fillWidth: true
                    font.bold: true
                    font.pixelSize: root.isFlat && Theme.isLarge ? Theme.caption : Theme.isLarge ? Theme.strong : Theme.title
                    lineHeight: 0.95
                    text: root.isWallet ? qsTr("Show your phone's code to the camera") : qsTr("Show your gift card to the camera")
                }
                Words {
                    Layout.fillWidth: true
                    color: Theme.inkSoft
                    visible: !Theme.isTight || (Theme.portrait && !Theme.reach)
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
            Layout.column: root.isFlat ? 1 : 0
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 10
            Layout.row: root.isFlat ? 0 : 1
            Layout.rowSpan: root.isFlat ? 2 : 1
            hintText: root.isWallet ? qsTr("Hold your phone here") : qsTr("Hold your gift card here")
            lane: root.lane
        }
        TouchButton {
            Layout.alignment: Qt.AlignBottom
            Layout.column: 0
            Layout.fillWidth: true
            Layout.preferredWidth: root.isFlat ? 16 : 10
            Layout.row: root.isFlat ? 1 : 2
            iconName: root.isWallet ? "qr" : "keypad"
            objectName: root.isWallet ? "showCode" : "typeNumber"
            padding: Theme.isTight ? Theme.tiny : Theme.small
            text: root.isWallet ? qsTr("Show me a code instead") : qsTr("Type its number instead")
            textSize: Theme.isTight ? Theme.note : Theme.strong

            onClicked: root.isWallet ? root.tender.payByWallet() : root.tender.open("number")
        }
    }
}
