pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Core
import Kiosk.Theme

// What stands over the tender screen; made when it is wanted, gone with its contents afterwards.
Item {
    id: root

    required property Lane lane
    // Keys stay inside while it shows (kiosk/ui/ring.py).
    readonly property bool holdsFocus: true

    readonly property Tender tender: lane.tender

    Rectangle {
        anchors.fill: parent
        color: Theme.dim
    }
    TapHandler {
        onTapped: root.tender.close()
    }
    Item {
        id: place

        anchors.horizontalCenter: parent.horizontalCenter
        height: Math.min(loader.implicitHeight, Theme.sheetRoom(root, true) - (Theme.reach ? Theme.small : 2 * Theme.gap))
        width: Math.min(loader.implicitWidth, parent.width - 2 * Theme.margin)
        y: Theme.reach ? parent.height - height - Theme.tiny : (parent.height - height) / 2

        TapHandler {
            gesturePolicy: TapHandler.ReleaseWithinBounds
        }
        Loader {
            id: loader

            anchors.fill: parent
            sourceComponent: {
                if (root.tender.sheet === "back")
                    return back;
                return root.tender.sheet === "wallet" || root.tender.sheet === "gift" ? show : type;
            }
        }
    }
    Component {
        id: show

        ShowSheet {
            lane: root.lane
        }
    }
    Component {
        id: back

        BackSheet {
            lane: root.lane
        }
    }
    Component {
        id: type

        TypeSheet {
            lane: root.lane
        }
    }
    // Nobody's number or PIN stays on the screen of a lane that was left: asked first, then forgotten.
    Timer {
        interval: Theme.forget
        running: root.lane.attention.sheet === "idle"

        onTriggered: root.tender.close()
    }
}
