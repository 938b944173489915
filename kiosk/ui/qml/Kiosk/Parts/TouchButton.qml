import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Kiosk.Theme

// The button of every screen. `kind` chooses its weight: one primary per screen. No word breaks in it: where the
// longest has no room beside the icon it stands alone, and is drawn smaller where it has none even then.
AbstractButton {
    id: root

    enum Kind {
        Primary,
        Secondary,
        Quiet,
        Danger,
        Lime,
        Glass
    }

    property int kind: TouchButton.Kind.Secondary
    property string iconName
    property int textSize: Theme.strong
    // Letters may be as high as a button that does not grow, an icon beside them less.
    property int iconMost: text === "" ? Theme.touch - 2 * Theme.tiny : 4 * Theme.wide
    property int cornerRadius: Theme.radius

    readonly property bool isOnDark: enabled && (kind === TouchButton.Kind.Primary || kind === TouchButton.Kind.Glass)
    readonly property bool isFestive: enabled && (kind === TouchButton.Kind.Lime || kind === TouchButton.Kind.Glass)
    readonly property color fillColor: {
        if (!enabled)
            return kind === TouchButton.Kind.Quiet ? "transparent" : Theme.disabled;
        switch (kind) {
        case TouchButton.Kind.Primary:
            return down ? Theme.primaryDark : Theme.primary;
        case TouchButton.Kind.Lime:
            return down ? Theme.festiveLimeDark : Theme.festiveLime;
        case TouchButton.Kind.Glass:
            return down ? Theme.glassPressed : Theme.glass;
        case TouchButton.Kind.Danger:
            return down ? Theme.dangerSoft : Theme.card;
        case TouchButton.Kind.Quiet:
            return down ? Theme.tint : "transparent";
        default:
            return down ? Theme.tint : Theme.card;
        }
    }
    readonly property color inkColor: {
        if (!enabled)
            return Theme.disabledInk;
        if (isFestive)
            return isOnDark ? Theme.festiveInk : Theme.festiveLimeInk;
        if (isOnDark)
            return Theme.light;
        return kind === TouchButton.Kind.Danger ? Theme.danger : Theme.ink;
    }

    Accessible.name: text
    focusPolicy: Qt.NoFocus
    implicitHeight: Math.max(Theme.button, contentItem.implicitHeight + topPadding + bottomPadding)
    implicitWidth: Math.max(Theme.button, contentItem.implicitWidth + leftPadding + rightPadding)
    padding: Theme.small
    leftPadding: Theme.gap
    rightPadding: Theme.gap

    background: Rectangle {
        border.color: root.kind === TouchButton.Kind.Danger && root.enabled ? Theme.dangerLine : Theme.line
        border.width: root.enabled && (root.kind === TouchButton.Kind.Secondary || root.kind === TouchButton.Kind.Danger) ? Math.max(2, Theme.edge) : 0
        color: root.fillColor
        radius: root.cornerRadius
    }
    contentItem: Item {
        id: content

        readonly property int iconSize: Math.min(root.iconMost, Math.round(root.textSize * 1.25))
        readonly property real iconSpace: root.iconName === "" ? 0 : iconSize + (root.text === "" ? 0 : row.spacing)

        implicitHeight: row.implicitHeight
        // As meant: what it has decides what is drawn, so that what is drawn may not decide what it asks for.
        implicitWidth: iconSpace + Math.ceil(label.meantWidth)

        RowLayout {
            id: row

            anchors.centerIn: parent
            anchors.verticalCenterOffset: root.down ? 2 : 0
            spacing: Theme.small
            width: Math.min(implicitWidth, parent.width)

            Icon {
                isFestive: root.isFestive
                isLight: root.isOnDark
                name: root.iconName
                opacity: root.enabled ? 1 : 0.4
                size: content.iconSize
                visible: root.iconName !== "" && (root.text === "" || content.width <= 0 || content.iconSpace + label.longest <= content.width + 1)
            }
            WholeWords {
                id: label

                Layout.fillWidth: true
                color: root.inkColor
                font.bold: true
                horizontalAlignment: Text.AlignHCenter
                room: content.width
                size: root.textSize
                text: root.text
                visible: root.text !== ""
            }
        }
    }
}
