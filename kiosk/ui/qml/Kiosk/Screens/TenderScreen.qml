pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Core
import Kiosk.Parts
import Kiosk.Theme

// How to pay: what pays already, what is left, how the last attempt ended, and the ways there are.
Item {
    id: root

    required property Lane lane

    readonly property Tender tender: lane.tender

    Rectangle {
        anchors.fill: parent
        color: Theme.ground
    }
    Loader {
        anchors.bottomMargin: Theme.reach ? Theme.small : Theme.margin
        anchors.fill: parent
        anchors.leftMargin: Theme.portrait ? Theme.wide : 96
        anchors.rightMargin: Theme.portrait ? Theme.wide : 96
        anchors.topMargin: Theme.topBar + (Theme.textScale > 1 ? Theme.small : Theme.gap)
        enabled: root.tender.sheet === ""
        sourceComponent: Theme.textScale > 1 || Theme.reach ? flow : page
    }
    Component {
        id: page

        TenderPage {
            lane: root.lane
        }
    }
    Component {
        id: flow

        TenderFlow {
            lane: root.lane
        }
    }
    Loader {
        active: root.tender.sheet !== "" && root.visible
        anchors.fill: parent
        anchors.topMargin: Theme.topBar

        sourceComponent: TenderSheet {
            lane: root.lane
        }
    }
}
