import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Theme

// A number or a word that was not scanned: a card, a phone, a coupon, a barcode. Over the basket, with its keys.
Item {
    id: root

    required property Lane lane
    // Keys stay inside while it shows (kiosk/ui/ring.py).
    readonly property bool holdsFocus: true

    readonly property CodePad pad: lane.codePad

    Accessible.name: qsTr("Enter a number")
    Accessible.role: Accessible.Dialog
    visible: pad.isOpen

    onVisibleChanged: keys.hasLetters = false

    Rectangle {
        anchors.fill: parent
        color: Theme.dim
    }
    TapHandler {
        onTapped: root.pad.close()
    }
    Sheet {
        id: sheet

        anchors.horizontalCenter: parent.horizontalCenter
        height: Math.min(1120, parent.height - Theme.topBar - Theme.gap)
        radius: Theme.radiusLarge
        width: Math.min(keys.hasLetters ? 1400 : 960, parent.width - 2 * Theme.small)
        y: Theme.topBar + (parent.height - Theme.topBar - height) / 2 - (Theme.portrait ? 0 : Theme.small)

        TapHandler {
            gesturePolicy: TapHandler.ReleaseWithinBounds
        }
        ColumnLayout {
            anchors.fill: parent
            anchors.margins: keys.hasLetters && Theme.portrait ? Theme.gap : Theme.margin
            spacing: Theme.portrait ? Theme.gap : Theme.small

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.gap

                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: 0

                    Words {
                        Layout.fillWidth: true
                        font.bold: true
                        font.pixelSize: Theme.title
                        lineHeight: 0.95
                        text: qsTr("Enter a number")
                    }
                    Words {
                        Layout.fillWidth: true
                        color: Theme.inkSoft
                        lineHeight: 0.95
                        text: root.lane.hasMembers ? qsTr("Member card, phone number, coupon code, or the number under a barcode") : qsTr("A coupon code, or the number under a barcode")
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
                border.color: root.pad.maySend ? Theme.primary : Theme.line
                border.width: 4
                color: Theme.ground
                implicitHeight: Theme.portrait ? 136 : 104
                radius: Theme.radius

                Words {
                    anchors.fill: parent
                    anchors.leftMargin: Theme.margin
                    anchors.rightMargin: Theme.margin
                    font.bold: true
                    font.pixelSize: Theme.heading
                    fontSizeMode: Text.HorizontalFit
                    horizontalAlignment: Text.AlignHCenter
                    minimumPixelSize: 24
                    objectName: "keypadShown"
                    text: root.pad.shown
                    verticalAlignment: Text.AlignVCenter
                    wrapMode: Text.NoWrap
                }
            }
            CodeKeys {
                id: keys

                Layout.fillHeight: true
                Layout.fillWidth: true
                language: root.lane.language
                mayConfirm: root.pad.maySend

                onBackspace: root.pad.backspace()
                onConfirm: root.pad.confirm()
                onKey: mark => {
                    root.pad.key(mark);
                }
            }
        }
    }
    // Nobody's number stays on the screen of a lane that was left.
    Timer {
        id: forget

        interval: Theme.forget
        running: root.visible

        onTriggered: root.pad.close()
    }
    Connections {
        function onChanged() {
            if (root.visible)
                forget.restart();
        }

        target: root.pad
    }
}
