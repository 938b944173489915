import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Kiosk.Theme

// One of a few large choices: an icon, what it is, and what it means or why it cannot be had.
AbstractButton {
    id: root

    property string iconName
    property string note
    property bool isFirst: false
    property bool isSlim: false

    readonly property bool isDark: enabled && isFirst
    // Half of the window for all that is touched: what it is, and why it cannot be had.
    readonly property bool isLow: isSlim || Theme.reach

    Accessible.description: note
    Accessible.name: text
    focusPolicy: Qt.NoFocus
    implicitHeight: Math.max(Theme.portrait && !isLow ? 216 : Theme.reach ? 104 : 136, contentItem.implicitHeight + topPadding + bottomPadding)
    padding: Theme.portrait && !isLow ? Theme.margin : Theme.reach ? Theme.tiny : Theme.small
    leftPadding: Theme.portrait ? Theme.margin : Theme.small
    rightPadding: leftPadding

    background: Sheet {
        color: {
            if (!root.enabled)
                return Theme.disabled;
            if (root.isFirst)
                return root.down ? Theme.primaryDark : Theme.primary;
            return root.down ? Theme.tint : Theme.card;
        }
        hasShadow: root.enabled && !root.down
    }
    contentItem: RowLayout {
        spacing: Theme.margin

        Rectangle {
            Layout.alignment: Qt.AlignVCenter
            color: root.isDark ? Theme.glass : root.enabled ? Theme.primarySoft : Theme.line
            implicitHeight: root.isLow ? 88 : Theme.portrait ? 136 : 104
            implicitWidth: implicitHeight
            radius: implicitHeight / 2

            Icon {
                anchors.centerIn: parent
                isLight: root.isDark
                name: root.iconName
                opacity: root.enabled ? 1 : 0.4
                size: Math.round(parent.implicitHeight * 0.52)
            }
        }
        ColumnLayout {
            Layout.alignment: Qt.AlignVCenter
            Layout.fillWidth: true
            spacing: Theme.portrait && !root.isLow ? Theme.tiny : 0

            Words {
                Layout.fillWidth: true
                color: root.isDark ? Theme.light : root.enabled ? Theme.ink : Theme.disabledInk
                font.bold: true
                font.pixelSize: root.isLow ? Theme.strong : Theme.portrait ? Theme.title : Theme.strong
                text: root.text
            }
            Words {
                Layout.fillWidth: true
                color: root.isDark ? Theme.lightSoft : root.enabled ? Theme.inkSoft : Theme.caution
                font.pixelSize: Theme.reach ? Theme.caption : Theme.body
                lineHeight: root.isLow ? 0.95 : 1
                text: root.note
                visible: text !== "" && (!root.enabled || root.isSlim || !Theme.isLarge || (Theme.portrait && !Theme.reach))
            }
        }
    }
}
