import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Theme

// A number or a word that was not scanned: a card, a phone, a coupon, a barcode. Over the basket, with its keys.
Item {
    id: root

    // Keys stay inside while it shows (kiosk/ui/ring.py).
    readonly property bool holdsFocus: true
    // The keys beside what they write, where there is no height for both.
    readonly property bool isBeside: !Theme.portrait && Theme.isTight
    required property Lane lane
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
        height: Math.min(1120, Theme.sheetRoom(root, false) - (Theme.reach ? Theme.small : Theme.topBar + Theme.gap))
        radius: Theme.radiusLarge
        width: Math.min(root.isBeside ? 1900 : keys.hasLetters ? 1400 : 960, parent.width - 2 * Theme.small)
        y: Theme.reach ? parent.height - height - Theme.tiny : Theme.topBar + (parent.height - Theme.topBar - height) / 2 - (Theme.portrait ? 0 : Theme.small)

        TapHandler {
            gesturePolicy: TapHandler.ReleaseWithinBounds
        }
        GridLayout {
            anchors.fill: parent
            anchors.margins: root.isBeside ? Theme.small : keys.hasLetters && Theme.portrait ? Theme.gap : Theme.margin
            columnSpacing: Theme.gap
            columns: root.isBeside ? 2 : 1
            rowSpacing: Theme.portrait ? Theme.gap : Theme.small

            RowLayout {
                Layout.alignment: Qt.AlignTop
                Layout.fillWidth: true
                Layout.preferredWidth: 10
                spacing: Theme.gap

                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: 0

                    Words {
                        Layout.fillWidth: true
                        font.bold: true
                        font.pixelSize: root.isBeside && keys.hasLetters ? Theme.caption : Theme.title
                        lineHeight: 0.95
                        text: qsTr("Enter a number")
                    }
                    Words {
                        Layout.fillWidth: true
                        color: Theme.inkSoft
                        lineHeight: 0.95
                        text: root.lane.hasMembers ? qsTr("Member card, phone number, coupon code, or the number under a barcode") : qsTr("A coupon code, or the number under a barcode")
                        visible: !Theme.isLarge
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
                    font.pixelSize: Math.min(Theme.heading, 64)
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

                Layout.column: root.isBeside ? 1 : 0
                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.preferredWidth: root.isBeside && hasLetters ? 30 : 10
                Layout.row: root.isBeside ? 0 : 2
                Layout.rowSpan: root.isBeside ? 2 : 1
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
    // Nobody's number stays on the screen of a lane that was left: asked first, then forgotten.
    Timer {
        interval: Theme.forget
        running: root.visible && root.lane.attention.sheet === "idle"

        onTriggered: root.pad.close()
    }
}
