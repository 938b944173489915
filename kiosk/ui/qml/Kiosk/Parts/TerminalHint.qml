import QtQuick
import Kiosk.Theme

// The card goes to the terminal; now and then it shows how.
Item {
    id: root

    property bool isMoving: false

    implicitHeight: 480
    implicitWidth: 560

    Image {
        id: terminal

        height: 480
        source: "images/terminal.svg"
        sourceSize: Qt.size(320, 480)
        width: 320
        x: 0
    }
    Image {
        id: card

        property real nearness: 0

        height: 176
        rotation: -8
        source: "images/card.svg"
        sourceSize: Qt.size(280, 176)
        width: 280
        x: 276 - 56 * nearness
        y: 84 - 20 * nearness
    }
    SequentialAnimation {
        id: tap

        NumberAnimation {
            duration: 350
            easing.type: Easing.InOutSine
            property: "nearness"
            target: card
            to: 1
        }
        PauseAnimation {
            duration: 500
        }
        NumberAnimation {
            duration: 350
            easing.type: Easing.InOutSine
            property: "nearness"
            target: card
            to: 0
        }
    }
    Timer {
        interval: 3000
        repeat: true
        running: root.visible && root.isMoving && !Theme.isStill

        onTriggered: tap.restart()
    }
}
