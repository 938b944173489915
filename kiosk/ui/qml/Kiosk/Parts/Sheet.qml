import QtQuick
import Kiosk.Theme

// A rounded card on a soft shadow (a picture: the software renderer has no effects).
Item {
    id: root

    property alias color: face.color
    property alias radius: face.radius
    property bool hasShadow: true
    default property alias content: face.data

    BorderImage {
        anchors.fill: parent
        anchors.margins: -32
        border.bottom: 76
        border.left: 76
        border.right: 76
        border.top: 76
        source: "images/shadow.png"
        visible: root.hasShadow && !Theme.isDark
    }

    Rectangle {
        id: face

        anchors.fill: parent
        border.color: Theme.line
        border.width: root.hasShadow ? Theme.edge : 0
        color: Theme.card
        radius: Theme.radius
    }
}
