pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// Food around the edges of a festive screen: name, place (as a share of the area), size, turn.
Item {
    id: root

    property var spots: []

    Repeater {
        model: root.spots

        Image {
            required property var modelData

            height: width
            rotation: modelData[4]
            smooth: true
            source: Theme.product(modelData[0])
            sourceSize: Qt.size(width, height)
            width: modelData[3]
            x: (Theme.isMirrored ? 1 - modelData[1] : modelData[1]) * root.width - width / 2
            y: modelData[2] * root.height - height / 2
        }
    }
}
