pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// Four corners that say: here.
Item {
    id: root

    property color color: Theme.festiveInk
    property int thickness: 8
    property int arm: 56

    Repeater {
        model: 4

        Item {
            id: corner

            required property int index

            height: root.arm
            rotation: index * 90
            width: root.arm
            x: index === 1 || index === 2 ? root.width - width : 0
            y: index > 1 ? root.height - height : 0

            Rectangle {
                color: root.color
                height: root.thickness
                radius: height / 2
                width: parent.width
            }
            Rectangle {
                color: root.color
                height: parent.height
                radius: width / 2
                width: root.thickness
            }
        }
    }
}
