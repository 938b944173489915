import QtQuick
import Kiosk.Core
import Kiosk.Theme

// Around the control that keys press. The colours of text and of cards: one of them is seen on any ground.
Item {
    id: root

    required property FocusMark mark
    property real unit: 1

    readonly property real line: Math.max(2, Math.round(4 * unit))
    readonly property real corner: Theme.radiusSmall * unit

    height: mark.rect.height + 6 * line
    visible: mark.isShown
    width: mark.rect.width + 6 * line
    x: mark.rect.x - 3 * line
    y: mark.rect.y - 3 * line

    Rectangle {
        anchors.fill: parent
        border.color: Theme.ink
        border.width: root.line
        color: "transparent"
        radius: root.corner + 3 * root.line
    }
    Rectangle {
        anchors.fill: parent
        anchors.margins: root.line
        border.color: Theme.card
        border.width: root.line
        color: "transparent"
        radius: root.corner + 2 * root.line
    }
    Rectangle {
        anchors.fill: parent
        anchors.margins: 2 * root.line
        border.color: Theme.ink
        border.width: root.line
        color: "transparent"
        radius: root.corner + root.line
    }
}
