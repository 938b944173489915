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

    readonly property bool isDark: enabled && isFirst

    Accessible.name: text
    focusPolicy: Qt.NoFocus
    implicitHeight: 224
    padding: Theme.margin

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
    contentItem: GridLayout {
        columnSpacing: Theme.margin
        columns: 2
        rowSpacing: Theme.gap

        Rectangle {
            Layout.alignment: Qt.AlignVCenter
            color: root.isDark ? Theme.glass : root.enabled ? Theme.primarySoft : Theme.line
            implicitHeight: 136
            implicitWidth: 136
            radius: 68

            Icon {
                anchors.centerIn: parent
                isLight: root.isDark
                name: root.iconName
                opacity: root.enabled ? 1 : 0.4
                size: 72
            }
        }
        ColumnLayout {
            Layout.alignment: Qt.AlignVCenter
            Layout.fillWidth: true
            spacing: Theme.tiny

            Words {
                Layout.fillWidth: true
                color: root.isDark ? Theme.light : root.enabled ? Theme.ink : Theme.disabledInk
                font.bold: true
                font.pixelSize: Theme.title
                text: root.text
            }
            Words {
                Layout.fillWidth: true
                color: root.isDark ? Theme.lightSoft : root.enabled ? Theme.inkSoft : Theme.caution
                text: root.note
                visible: text !== ""
            }
        }
    }
}
