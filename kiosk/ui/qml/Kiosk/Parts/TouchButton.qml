import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Kiosk.Theme

// The button of every screen. `kind` chooses its weight: one primary per screen.
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
        implicitHeight: row.implicitHeight
        implicitWidth: row.implicitWidth

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
                size: Math.round(root.textSize * 1.25)
                visible: root.iconName !== ""
            }
            Words {
                Layout.fillWidth: true
                color: root.inkColor
                font.bold: true
                font.pixelSize: root.textSize
                horizontalAlignment: Text.AlignHCenter
                text: root.text
                visible: root.text !== ""
            }
        }
    }
}
