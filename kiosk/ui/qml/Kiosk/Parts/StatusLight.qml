import QtQuick
import Kiosk.Core
import Kiosk.Theme

// The lamp of the lane as a bar along the upper edge: seen from afar, in nobody's way. Blinks by a slow timer.
Rectangle {
    id: root

    required property Lane lane

    readonly property string light: lane.attention.light
    property bool isDark: false

    color: ({
            "green": Theme.lampGreen,
            "yellow": Theme.lampYellow,
            "red": Theme.lampRed
        })[light] ?? "transparent"
    height: Theme.lamp
    opacity: isDark ? 0.35 : 1
    visible: light !== "off"

    Timer {
        interval: Theme.beat
        repeat: true
        running: root.visible && root.light === "red"

        onRunningChanged: root.isDark = false
        onTriggered: root.isDark = !root.isDark
    }
}
