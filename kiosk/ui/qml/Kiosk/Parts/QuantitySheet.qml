import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Theme

// How many? Over the basket, with its own keypad.
Item {
    id: root

    required property Lane lane
    // Keys stay inside while it shows (kiosk/ui/ring.py).
    readonly property bool holdsFocus: true

    readonly property QuantityPad pad: lane.pad

    Accessible.name: root.pad.name
    Accessible.role: Accessible.Dialog
    visible: pad.isOpen

    Rectangle {
        anchors.fill: parent
        anchors.topMargin: -Theme.topBar
        color: Theme.dim
    }
    TapHandler {
        onTapped: root.pad.close()
    }
    Sheet {
        anchors.centerIn: parent
        height: Math.min(1120, parent.height - 2 * Theme.gap)
        radius: Theme.radiusLarge
        width: Math.min(840, parent.width - 2 * Theme.margin)

        TapHandler {
            gesturePolicy: TapHandler.ReleaseWithinBounds
        }
        ColumnLayout {
            anchors.fill: parent
            anchors.margins: Theme.margin
            spacing: Theme.gap

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.gap

                Picture {
                    name: root.pad.name
                    picture: root.pad.picture
                    size: 120
                }
                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: 0

                    Words {
                        Layout.fillWidth: true
                        font.bold: true
                        font.pixelSize: Theme.label
                        lineHeight: 0.9
                        text: root.pad.name
                    }
                    Words {
                        Layout.fillWidth: true
                        color: Theme.inkSoft
                        text: root.pad.unit
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
                    objectName: "keypadClose"
                    rightPadding: 0

                    onClicked: root.pad.close()
                }
            }
            Rectangle {
                Layout.fillWidth: true
                border.color: root.pad.mayConfirm ? Theme.primary : Theme.caution
                border.width: 4
                color: Theme.ground
                implicitHeight: 136
                radius: Theme.radius

                RowLayout {
                    anchors.fill: parent
                    anchors.leftMargin: Theme.margin
                    anchors.rightMargin: Theme.margin

                    Words {
                        Layout.fillWidth: true
                        color: Theme.inkSoft
                        font.pixelSize: Theme.strong
                        text: qsTr("Quantity")
                    }
                    Words {
                        font.bold: true
                        font.pixelSize: Theme.figure
                        objectName: "keypadShown"
                        text: root.pad.shown
                        wrapMode: Text.NoWrap
                    }
                }
            }
            Keypad {
                Layout.fillHeight: true
                Layout.fillWidth: true
                mayConfirm: root.pad.mayConfirm

                onBackspace: root.pad.backspace()
                onConfirm: root.pad.confirm()
                onDigit: value => root.pad.digit(value)
            }
        }
    }
}
