pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// Three dots, one after the other: something is being done. Moves by a slow timer, not by frames.
Row {
    id: root

    property int beat: 0
    property color color: Theme.primary

    spacing: Theme.gap

    Repeater {
        model: 3

        Rectangle {
            required property int index

            color: root.color
            height: 24
            opacity: root.beat === index ? 1 : 0.25
            radius: 12
            width: 24
        }
    }
    Timer {
        interval: Theme.beat
        repeat: true
        running: root.visible
        triggeredOnStart: false

        onTriggered: root.beat = (root.beat + 1) % 3
    }
}
