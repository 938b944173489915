pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Core
import Kiosk.Theme

// What stands over a shopper's screens on the way: the look-up, bags, and giving up.
Item {
    id: root

    required property Lane lane

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
}
