pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Theme

// A gift card's number, its PIN, or the part of the total that is paid next.
Sheet {
    id: root

    required property Lane lane

    readonly property Tender tender: lane.tender
    readonly property bool isPart: tender.sheet === "part"
    readonly property bool isPin: tender.sheet === "pin"

    implicitHeight: Theme.portrait ? (isPart ? 1360 : 1200) : 920
    implicitWidth: Theme.portrait ? 840 : 1280
    radius: Theme.radiusLarge

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.margin
        spacing: Theme.portrait ? Theme.gap : Theme.small

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
                    text: {
                        if (root.isPart)
                            return qsTr("How much would you like to pay next?");
                        return root.isPin ? qsTr("The PIN of your gift card") : qsTr("The number of your gift card");
                    }
                }
                Words {
                    Layout.fillWidth: true
                    color: Theme.inkSoft
                    lineHeight: 0.95
                    text: {
                        if (root.isPart)
                            return qsTr("Up to %1. The rest is paid afterwards, another way or by another person.").arg(root.tender.most);
                        return root.isPin ? root.tender.pinFor : qsTr("It stands under its code: 13 or 20 digits");
                    }
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
        GridLayout {
            Layout.fillHeight: true
            Layout.fillWidth: true
            columnSpacing: Theme.margin
            columns: Theme.portrait ? 1 : 2
            rowSpacing: Theme.gap

            ColumnLayout {
                Layout.alignment: Qt.AlignTop
                Layout.fillWidth: true
                Layout.preferredWidth: 10
                spacing: Theme.gap

                Rectangle {
                    Layout.fillWidth: true
                    border.color: root.tender.mayConfirm ? Theme.primary : Theme.line
                    border.width: 4
                    color: Theme.ground
                    implicitHeight: Theme.portrait ? 136 : 112
                    radius: Theme.radius

                    Words {
                        anchors.fill: parent
                        anchors.leftMargin: Theme.gap
                        anchors.rightMargin: Theme.gap
                        font.bold: true
                        font.pixelSize: root.isPart && Theme.portrait ? Theme.figure : Theme.heading
                        fontSizeMode: Text.HorizontalFit
                        horizontalAlignment: Text.AlignHCenter
                        minimumPixelSize: 24
                        objectName: "padShown"
                        text: root.tender.shown
                        verticalAlignment: Text.AlignVCenter
                        wrapMode: Text.NoWrap
                    }
                }
                Words {
                    Layout.fillWidth: true
                    color: Theme.danger
                    font.bold: true
                    lineHeight: 0.95
                    objectName: "pinNote"
                    text: root.tender.problemTitle + ". " + root.tender.problemBody
                    visible: root.isPin && root.tender.problemTitle !== ""
                }
                GridLayout {
                    Layout.fillWidth: true
                    columnSpacing: Theme.small
                    columns: Theme.portrait ? 3 : 1
                    rowSpacing: Theme.small
                    uniformCellWidths: true
                    visible: root.isPart

                    Repeater {
                        model: root.isPart ? root.tender.shares : []

                        ShareTile {
                            required property var modelData

                            Layout.fillWidth: true
                            amount: modelData.amount
                            objectName: "share-" + modelData.people
                            text: modelData.people === 2 ? qsTr("Half") : qsTr("Shared by %1").arg(modelData.people)

                            onClicked: root.tender.share(modelData.people)
                        }
                    }
                }
            }
            Keypad {
                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.preferredWidth: 12
                mayConfirm: root.tender.mayConfirm

                onBackspace: root.tender.backspace()
                onConfirm: root.tender.confirm()
                onDigit: value => root.tender.digit(value)
            }
        }
    }
}
