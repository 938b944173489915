import QtQuick
import Kiosk.Theme

// A product's picture on its tile, or its initial when the shop has none.
Rectangle {
    id: root

    property string picture
    property string name
    property int size: 96

    color: picture === "" ? Theme.primarySoft : Theme.tint
    height: size
    implicitHeight: size
    implicitWidth: size
    radius: size * 0.24
    width: size

    Image {
        anchors.centerIn: parent
        height: width
        source: root.picture === "" ? "" : Theme.product(root.picture)
        sourceSize: Qt.size(width, height)
        visible: root.picture !== ""
        width: Math.round(root.size * 0.78)
    }
    Words {
        Accessible.ignored: true
        anchors.centerIn: parent
        color: Theme.primary
        font.bold: true
        font.pixelSize: Math.round(root.size * 0.46)
        text: root.name.slice(0, 1)
        visible: root.picture === ""
    }
}
