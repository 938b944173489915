import QtQuick
import Kiosk.Theme

Image {
    id: root

    property string name
    property bool isLight: false
    property int size: 48

    width: size
    height: size
    source: name === "" ? "" : Theme.icon(name, isLight)
    sourceSize: Qt.size(size, size)
}
