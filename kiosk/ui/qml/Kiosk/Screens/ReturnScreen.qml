import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Parts
import Kiosk.Theme

// Staff take goods of an earlier sale back; whoever waits reads what has gone back and what has not.
Item {
    id: root

    required property Lane lane

    readonly property GoodsBack back: lane.attendant.goodsBack

    Rectangle {
        anchors.fill: parent
        color: Theme.ground
    }
    MessagePage {
        anchors.fill: parent
        anchors.topMargin: Theme.topBar
        message: root.back.waitsBody
        title: root.back.waitsTitle

        extra: GoesBackRows {
            Layout.fillWidth: true
            Layout.maximumHeight: 4 * step - Theme.tiny
            model: root.back.parts
            visible: root.back.parts.length > 0
        }
        hero: Badge {
            anchors.centerIn: parent
            color: root.back.step === "stuck" ? Theme.cautionSoft : Theme.primarySoft
            name: root.back.step === "stuck" ? "staff" : "bag"
            size: 400
        }
    }
}
