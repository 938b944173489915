pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// Nothing is sold here: above everything, on every screen.
Rectangle {
    id: root

    clip: true
    color: Theme.cautionStrong
    height: Theme.trainingBar

    // Larger letters take the room of the stripes.
    readonly property bool hasStripes: Theme.textScale === 1

    component Hazard: Row {
        spacing: 28
        visible: root.hasStripes
        y: -16

        Repeater {
            model: 5

            Rectangle {
                color: Theme.ink
                height: root.height + 32
                rotation: 24
                width: 26
            }
        }
    }

    Hazard {
        x: -20
    }
    Hazard {
        x: root.width - width + 20
    }
    Words {
        anchors.centerIn: parent
        font.bold: true
        font.pixelSize: Math.min(Theme.strong, 56)
        horizontalAlignment: Text.AlignHCenter
        objectName: "training"
        text: qsTr("Training – nothing is sold")
        width: parent.width - (root.hasStripes ? 560 : 2 * Theme.margin)
    }
}
