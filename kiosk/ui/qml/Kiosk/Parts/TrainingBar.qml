pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// Nothing is sold here: above everything, on every screen.
Rectangle {
    id: root

    clip: true
    color: Theme.cautionStrong
    height: Theme.trainingBar

    component Hazard: Row {
        spacing: 28
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
        font.pixelSize: Theme.strong
        horizontalAlignment: Text.AlignHCenter
        objectName: "training"
        text: qsTr("Training – nothing is sold")
        width: parent.width - 560
    }
}
