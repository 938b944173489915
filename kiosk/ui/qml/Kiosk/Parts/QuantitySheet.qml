import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Theme

// How many? Over the basket, with its own keypad.
Item {
    id: root

    // Keys stay inside while it shows (kiosk/ui/ring.py).
    readonly property bool holdsFocus: true
    // The keys beside what they write, where there is no height for both.
    readonly property bool isBeside: Theme.isTight && (Theme.reach || !Theme.portrait)
    required property Lane lane
    readonly property QuantityPad pad: lane.pad

    Accessible.name: qsTr("Quantity") + ": " + root.pad.name
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
        anchors.horizontalCenter: parent.horizontalCenter
        height: Math.min(1120, Theme.sheetRoom(root, true) - 2 * Theme.small)
        radius: Theme.radiusLarge
        width: Math.min(root.isBeside ? 1600 : 840, parent.width - 2 * Theme.margin)
        y: Theme.reach ? parent.height - height - Theme.small : (parent.height - height) / 2

        TapHandler {
            gesturePolicy: TapHandler.ReleaseWithinBounds
        }
        GridLayout {
            anchors.fill: parent
            anchors.margins: root.isBeside ? Theme.small : Theme.margin
            columnSpacing: Theme.gap
            columns: root.isBeside ? 2 : 1
            rowSpacing: root.isBeside ? Theme.small : Theme.gap

            RowLayout {
                Layout.alignment: Qt.AlignTop
                Layout.fillWidth: true
                Layout.preferredWidth: 10
                spacing: Theme.gap

                Picture {
                    name: root.pad.name
                    picture: root.pad.picture
                    size: 120
                    visible: !Theme.isLarge
                }
                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: 0

                    WholeWords {
                        Layout.fillWidth: true
                        font.bold: true
                        lineHeight: 0.9
                        room: width
                        size: Theme.label
                        text: root.pad.name
                    }
                    Words {
                        Layout.fillWidth: true
                        color: Theme.inkSoft
                        text: root.pad.unit
                        visible: !root.isBeside
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
                Layout.alignment: Qt.AlignBottom
                Layout.fillWidth: true
                Layout.preferredWidth: 10
                Layout.row: 1
                Layout.column: 0
                border.color: root.pad.mayConfirm ? Theme.primary : Theme.caution
                border.width: 4
                color: Theme.ground
                implicitHeight: Math.max(root.isBeside ? 104 : 136, shown.implicitHeight)
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
                        visible: !Theme.isLarge
                    }
                    Words {
                        id: shown

                        Layout.fillWidth: Theme.isLarge
                        font.bold: true
                        font.pixelSize: root.isBeside ? Math.min(Theme.figure, 82) : Theme.figure
                        horizontalAlignment: Text.AlignRight
                        objectName: "keypadShown"
                        text: root.pad.shown
                        wrapMode: Text.NoWrap
                    }
                }
            }
            Keypad {
                Layout.column: root.isBeside ? 1 : 0
                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.preferredWidth: 10
                Layout.row: root.isBeside ? 0 : 2
                Layout.rowSpan: root.isBeside ? 2 : 1
                mayConfirm: root.pad.mayConfirm

                onBackspace: root.pad.backspace()
                onConfirm: root.pad.confirm()
                onDigit: value => root.pad.digit(value)
            }
        }
    }
}
