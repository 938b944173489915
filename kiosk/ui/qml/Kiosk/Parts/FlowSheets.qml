pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Core
import Kiosk.Theme

// What stands over a shopper's screens on the way: the look-up, bags, giving up, and the way back.
Item {
    id: root

    required property Lane lane
    property bool isForKeys: false

    readonly property bool isOver: isShopping && (lane.lookup.isOpen || lane.flow.asksBags || lane.flow.isCancelling)
    readonly property bool isShopping: lane.screen === "scanning" || lane.screen === "notfound"

    Loader {
        active: root.lane.lookup.isOpen
        anchors.fill: parent

        sourceComponent: LookupSheet {
            lane: root.lane
        }
    }
    Loader {
        active: root.isShopping && root.lane.flow.asksBags
        anchors.fill: parent
        anchors.topMargin: Theme.topBar

        sourceComponent: BagsSheet {
            lane: root.lane
        }
    }
    Loader {
        active: root.isShopping && root.lane.flow.isCancelling
        anchors.bottomMargin: Theme.bottomBar
        anchors.fill: parent
        anchors.topMargin: Theme.topBar

        sourceComponent: CancelSheet {
            lane: root.lane
        }
    }
    UndoBar {
        anchors.horizontalCenter: parent.horizontalCenter
        enabled: root.isShopping && !root.isOver
        isForKeys: root.isForKeys
        lane: root.lane
        visible: root.isShopping && opacity > 0
        width: Math.min(960, parent.width - 2 * Theme.margin)
        y: Theme.reach ? parent.height / 2 + Theme.small : Theme.topBar + Theme.small
    }
}
