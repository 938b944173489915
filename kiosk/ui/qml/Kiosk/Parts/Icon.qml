import QtQuick
import Kiosk.Theme

Image {
    id: root

    property string name
    property bool isLight: false
    // On a ground that is the same by day and by night.
    property bool isFestive: false
    property int size: 48

    // What points along the line points the other way where lines run the other way.
    mirror: LayoutMirroring.enabled && ["arrow-right", "back", "backspace", "exit", "undo"].includes(name)
    width: size
    height: size
    source: name === "" ? "" : Theme.icon(name, isLight, isFestive)
    sourceSize: Qt.size(size, size)
}
