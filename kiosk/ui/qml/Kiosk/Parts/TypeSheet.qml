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

    // The keys beside what they write: lying, or where only half of the window can be reached.
    readonly property bool isBeside: !Theme.portrait || Theme.reach
    readonly property bool isTight: (isBeside && Theme.isTight) || Theme.reach
    // What is asked stands above what is written, not over both columns.
    readonly property bool isAside: isTight && !Theme.portrait

    implicitHeight: isBeside ? 920 : Theme.isLarge ? 1720 : isPart ? 1360 : 1200
    implicitWidth: isBeside ? (isTight ? 1600 : 1280) : Theme.isLarge ? 1000 : 840
    radius: Theme.radiusLarge

    GridLayout {
        anchors.fill: parent
        anchors.margins: root.isTight ? Theme.small : Theme.margin
        columnSpacing: root.isTight ? Theme.gap : Theme.margin
        columns: root.isBeside ? 2 : 1
        rowSpacing: root.isBeside ? Theme.small : Theme.gap

        RowLayout {
            Layout.columnSpan: root.isBeside && !root.isAside ? 2 : 1
            Layout.fillWidth: true
            Layout.preferredWidth: 10
            spacing: root.isTight ? Theme.tiny : Theme.gap

            ColumnLayout {
                Layout.fillWidth: true
                spacing: Theme.tiny

                Words {
                    Layout.fillWidth: true
                    font.bold: true
                    font.pixelSize: root.isTight ? Theme.caption : Theme.isLarge ? Theme.strong : Theme.title
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
                    visible: !root.isTight
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
        ScrollPart {
            Layout.alignment: Qt.AlignTop
            Layout.column: 0
            Layout.fillHeight: root.isBeside
            Layout.fillWidth: true
            Layout.preferredHeight: needs
            Layout.preferredWidth: 10
            Layout.row: 1

            Rectangle {
                Layout.fillWidth: true
                border.color: root.tender.mayConfirm ? Theme.primary : Theme.line
                border.width: 4
                color: Theme.ground
                implicitHeight: root.isTight ? 96 : Theme.portrait ? 136 : 112
                radius: Theme.radius

                Words {
                    anchors.fill: parent
                    anchors.leftMargin: Theme.gap
                    anchors.rightMargin: Theme.gap
                    font.bold: true
                    font.pixelSize: root.isTight ? Math.min(Theme.heading, 64) : root.isPart && Theme.portrait ? Math.min(Theme.figure, 88) : Math.min(Theme.heading, 72)
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
                columns: Theme.portrait && !root.isBeside ? 3 : 1
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
            Layout.column: root.isBeside ? 1 : 0
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: Theme.portrait ? 15 : 12
            Layout.row: root.isAside ? 0 : root.isBeside ? 1 : 2
            Layout.rowSpan: root.isAside ? 2 : 1
            mayConfirm: root.tender.mayConfirm

            onBackspace: root.tender.backspace()
            onConfirm: root.tender.confirm()
            onDigit: value => root.tender.digit(value)
        }
    }
}
