import QtQuick
import Kiosk.Theme

// A round field with an icon: the picture of screens that say one thing.
Rectangle {
    id: root

    property alias name: icon.name
    property alias isFestive: icon.isFestive
    property alias isLight: icon.isLight
    property int size: 280

    width: size
    height: size
    radius: size / 2
    color: Theme.primarySoft

    Icon {
        id: icon

        anchors.centerIn: parent
        size: Math.round(root.size * 0.5)
    }
}
