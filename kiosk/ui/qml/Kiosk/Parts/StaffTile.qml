import QtQuick
import QtQuick.Controls.Basic
import Kiosk.Theme

// Something staff can do: what, and why not where it cannot be done now or by them.
AbstractButton {
    id: root

    property string iconName
    property string note
    property bool isGrave: false
    property bool isFirst: false
    property int textSize: Theme.body
    property alias wordsHeight: words.implicitHeight

    readonly property int iconSize: Math.round(textSize * 1.35)
    readonly property int inset: Theme.small + 4
    readonly property bool isDark: isFirst && enabled

    Accessible.name: text
    focusPolicy: Qt.NoFocus
    implicitHeight: Math.max(108, words.implicitHeight + 2 * Theme.small)

    background: Rectangle {
        border.color: root.isGrave && root.enabled ? Theme.dangerLine : Theme.staffLine
        border.width: root.enabled && !root.isFirst ? 2 : 0
        color: {
            if (!root.enabled)
                return Theme.disabled;
            if (root.isFirst)
                return root.down ? Theme.primaryDark : Theme.primary;
            return root.down ? Theme.tint : Theme.card;
        }
        radius: Theme.radiusSmall
    }
    contentItem: Item {
        Icon {
            id: mark

            anchors.verticalCenter: parent.verticalCenter
            isLight: root.isDark
            name: root.iconName
            opacity: root.enabled ? 1 : 0.4
            size: root.iconSize
            visible: root.iconName !== ""
            x: Theme.start(root.inset, width, parent.width)
        }
        Column {
            id: words

            anchors.left: parent.left
            anchors.leftMargin: root.iconName === "" ? Theme.gap : root.iconSize + root.inset + Theme.small
            anchors.right: parent.right
            anchors.rightMargin: Theme.small
            anchors.verticalCenter: parent.verticalCenter

            Words {
                color: root.isDark ? Theme.light : !root.enabled ? Theme.disabledInk : root.isGrave ? Theme.danger : Theme.ink
                font.bold: true
                font.pixelSize: root.textSize
                lineHeight: 0.95
                text: root.text
                width: parent.width
            }
            Words {
                color: root.isDark ? Theme.lightSoft : root.enabled ? Theme.inkSoft : Theme.caution
                font.pixelSize: Theme.caption
                lineHeight: 0.95
                text: root.note
                visible: text !== ""
                width: parent.width
            }
        }
    }
}
