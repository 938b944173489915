import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Theme

// Who of the staff is here? A number, then a PIN. A badge needs none of it: it is scanned.
Item {
    id: root

    required property Lane lane
    // Keys stay inside while it shows (kiosk/ui/ring.py).
    readonly property bool holdsFocus: true

    readonly property Door door: lane.door

    component Field: Rectangle {
        id: field

        required property string name
        required property string shown
        required property bool isActive
        required property string label

        Layout.fillWidth: true
        border.color: isActive ? Theme.staff : Theme.line
        border.width: isActive ? 4 : 2
        color: Theme.ground
        implicitHeight: Theme.portrait ? 112 : 88
        radius: Theme.radiusSmall

        Words {
            id: label

            anchors.verticalCenter: parent.verticalCenter
            color: Theme.inkSoft
            text: field.label
            x: Theme.start(Theme.gap, width, parent.width)
        }
        Words {
            anchors.right: parent.right
            anchors.rightMargin: Theme.gap
            anchors.verticalCenter: parent.verticalCenter
            font.bold: true
            font.pixelSize: Theme.title
            fontSizeMode: Text.HorizontalFit
            horizontalAlignment: Text.AlignRight
            minimumPixelSize: Theme.caption
            objectName: field.name
            text: field.shown
            width: parent.width - label.width - 3 * Theme.gap
            wrapMode: Text.NoWrap
        }
    }

    Accessible.name: qsTr("Staff")
    Accessible.role: Accessible.Dialog
    visible: door.isOpen

    Rectangle {
        anchors.fill: parent
        color: Theme.dim
    }
    TapHandler {
        onTapped: root.door.close()
    }
    Sheet {
        id: sheet

        // Lying, with large letters: the keys beside what they write.
        readonly property bool isBeside: Theme.isLarge && !Theme.portrait

        anchors.horizontalCenter: parent.horizontalCenter
        height: Math.min(Theme.isLarge ? 1560 : 1180, parent.height - 2 * Theme.gap)
        radius: Theme.radiusLarge
        width: Math.min(isBeside ? 1560 : 840, parent.width - 2 * Theme.margin)
        y: (parent.height - height) / 2

        TapHandler {
            gesturePolicy: TapHandler.ReleaseWithinBounds
        }
        GridLayout {
            anchors.fill: parent
            anchors.margins: Theme.margin
            columnSpacing: Theme.margin
            columns: sheet.isBeside ? 2 : 1
            rowSpacing: Theme.small
            uniformCellWidths: true

            ColumnLayout {
                Layout.alignment: Qt.AlignTop
                Layout.fillHeight: false
                Layout.fillWidth: true
                spacing: Theme.small

                RowLayout {
                    Layout.fillWidth: true
                    spacing: Theme.gap

                    Badge {
                        Layout.preferredHeight: size
                        Layout.preferredWidth: size
                        color: Theme.staff
                        isLight: true
                        name: "staff"
                        size: 88
                    }
                    ColumnLayout {
                        Layout.fillWidth: true
                        spacing: 0

                        Words {
                            Layout.fillWidth: true
                            font.bold: true
                            font.pixelSize: Theme.title
                            lineHeight: 0.95
                            text: qsTr("Staff")
                        }
                        Words {
                            Layout.fillWidth: true
                            color: Theme.inkSoft
                            lineHeight: 0.95
                            text: qsTr("Scan your badge, or type your number and PIN")
                            // Why nobody was let in has its room.
                            visible: !(Theme.isLarge && root.door.note !== "")
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
                        objectName: "doorClose"
                        rightPadding: 0

                        onClicked: root.door.close()
                    }
                }
                Field {
                    isActive: !root.door.isPin
                    label: qsTr("Number")
                    name: "doorNumber"
                    shown: root.door.number
                }
                Field {
                    isActive: root.door.isPin
                    label: qsTr("PIN")
                    name: "doorPin"
                    shown: root.door.dots
                }
                Words {
                    Layout.fillWidth: true
                    color: Theme.danger
                    font.bold: true
                    horizontalAlignment: Text.AlignHCenter
                    objectName: "doorNote"
                    text: root.door.note
                    visible: text !== ""
                }
            }
            Keypad {
                Layout.fillHeight: true
                Layout.fillWidth: true
                mayConfirm: root.door.mayConfirm

                onBackspace: root.door.backspace()
                onConfirm: root.door.confirm()
                onDigit: value => root.door.digit(value)
            }
        }
    }
    // A PIN that was begun does not stay for the next one who comes.
    Timer {
        id: forget

        interval: Theme.forget / 2
        running: root.visible

        onTriggered: root.door.close()
    }
    Connections {
        function onChanged() {
            if (root.visible)
                forget.restart();
        }

        target: root.door
    }
}
