import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Kiosk.Theme

// One of several ways to pay beside the card: half as wide as a choice.
AbstractButton {
    id: root

    property string iconName
    property string note
    // No taller than what it is called; without a picture where the row has no room for one.
    property bool isCompact: false
    property bool hasPicture: true

    Accessible.description: note
    Accessible.name: text
    focusPolicy: Qt.NoFocus
    implicitHeight: Math.max(isCompact ? 104 : 144, contentItem.implicitHeight + topPadding + bottomPadding)
    padding: isCompact ? Theme.tiny : Theme.small
    leftPadding: Theme.gap
    rightPadding: Theme.small

    background: Sheet {
        color: root.enabled ? root.down ? Theme.tint : Theme.card : Theme.disabled
        hasShadow: root.enabled && !root.down
    }
    contentItem: RowLayout {
        spacing: 20

        Rectangle {
            Layout.alignment: Qt.AlignVCenter
            color: root.enabled ? Theme.primarySoft : Theme.line
            implicitHeight: 80
            implicitWidth: 80
            radius: 40
            visible: root.hasPicture

            Icon {
                anchors.centerIn: parent
                name: root.iconName
                opacity: root.enabled ? 1 : 0.4
                size: 44
            }
        }
        ColumnLayout {
            Layout.alignment: Qt.AlignVCenter
            Layout.fillWidth: true
            spacing: 0

            WholeWords {
                Layout.fillWidth: true
                color: root.enabled ? Theme.ink : Theme.disabledInk
                font.bold: true
                lineHeight: 0.95
                room: width
                size: Theme.body
                text: root.text
            }
            Words {
                Layout.fillWidth: true
                color: root.enabled ? Theme.inkSoft : Theme.caution
                font.pixelSize: Theme.caption
                lineHeight: 0.95
                text: root.note
                visible: text !== ""
            }
        }
    }
}
