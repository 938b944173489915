import QtQuick
import Kiosk.Core
import Kiosk.Parts
import Kiosk.Theme

// Staff take goods of an earlier sale back; what they are worth is said when it goes back.
Item {
    id: root

    required property Lane lane

    Rectangle {
        anchors.fill: parent
        color: Theme.ground
    }
    MessagePage {
        anchors.fill: parent
        anchors.topMargin: Theme.topBar
        message: root.lane.payment.body
        title: root.lane.payment.title

        hero: Badge {
            anchors.centerIn: parent
            color: Theme.primarySoft
            name: "bag"
            size: 400
        }
    }
}
