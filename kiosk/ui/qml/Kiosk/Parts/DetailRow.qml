import QtQuick
import Kiosk.Theme

// A small row under a line: a saving with its reason, a deposit, a note, or a hint.
Item {
    id: root

    property string kind
    property string text
    property string amount

    readonly property bool isNudge: kind === "nudge"
    readonly property bool isSaving: kind === "saving"
    readonly property string iconName: ({
            "saving": "tag",
            "deposit": "bottle",
            "note": "tag",
            "nudge": "plus",
            "check": "staff",
            "approved": "check"
        })[kind] ?? ""
    readonly property color inkColor: {
        if (kind === "check")
            return Theme.caution;
        return isSaving || isNudge || kind === "approved" ? Theme.primary : Theme.inkSoft;
    }

    readonly property real from: Theme.caption + Theme.tiny

    implicitHeight: words.implicitHeight + (isNudge ? Theme.small : 4)

    Rectangle {
        border.color: Theme.limeDark
        border.width: 2
        color: Theme.limeSoft
        height: parent.height - 4
        radius: Theme.radiusSmall
        visible: root.isNudge
        width: root.from + words.width + 2 * Theme.small
        x: Theme.start(-Theme.small, width, root.width)
        y: 2
    }
    Icon {
        anchors.verticalCenter: parent.verticalCenter
        name: root.iconName
        opacity: root.kind === "deposit" ? 0.6 : 1
        size: Theme.caption
        x: Theme.start(0, width, root.width)
    }
    Words {
        id: words

        anchors.verticalCenter: parent.verticalCenter
        color: root.inkColor
        font.bold: root.isSaving || root.isNudge || root.kind === "check" || root.kind === "approved"
        font.pixelSize: Theme.note
        lineHeight: 0.92
        text: root.text
        width: Math.min(Math.ceil(implicitWidth), parent.width - root.from - (root.isNudge ? Theme.small : 0) - (money.text === "" ? 0 : money.width + Theme.small))
        x: Theme.start(root.from, width, root.width)
    }
    Words {
        id: money

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        color: root.isSaving ? Theme.primary : Theme.inkSoft
        font.bold: root.isSaving
        font.pixelSize: Theme.note
        text: root.amount
        wrapMode: Text.NoWrap
    }
}
