import QtQuick
import Kiosk.Core
import Kiosk.Theme

// Why a touch did nothing, for a moment.
Rectangle {
    id: root

    required property Lane lane

    color: Theme.ink
    height: words.implicitHeight + 2 * Theme.gap
    opacity: timer.running ? 1 : 0
    radius: Theme.radius
    visible: opacity > 0
    width: Math.min(words.implicitWidth + 2 * Theme.margin, parent.width - 2 * Theme.margin)

    Behavior on opacity {
        NumberAnimation {
            duration: Theme.fade
        }
    }

    Words {
        id: words

        anchors.centerIn: parent
        color: Theme.light
        font.pixelSize: Theme.strong
        horizontalAlignment: Text.AlignHCenter
        text: root.lane.refusal
        width: Math.min(implicitWidth, root.parent.width - 4 * Theme.margin)
    }
    Timer {
        id: timer

        interval: Theme.message
    }
    Connections {
        function onRefused() {
            timer.restart();
        }
        function onChanged() {
            timer.stop();
        }

        target: root.lane
    }
}
