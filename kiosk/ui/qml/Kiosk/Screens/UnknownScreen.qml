import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Parts
import Kiosk.Theme

// We do not know yet whether money moved. A wallet's order can be given up; else there is nothing to touch but help.
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

        actions: TouchButton {
            Layout.fillWidth: true
            iconName: "close"
            objectName: "cancel"
            text: qsTr("I have not paid. Stop it.")
            visible: root.lane.payment.mayStopAsking

            onClicked: root.lane.cancelPayment()
        }
        extra: Beats {
            Layout.alignment: Theme.portrait ? Qt.AlignHCenter : Qt.AlignLeft
            Layout.topMargin: Theme.gap
            color: Theme.caution
            visible: !root.lane.payment.needsAttendant
        }
        hero: Badge {
            anchors.centerIn: parent
            color: Theme.cautionSoft
            name: root.lane.payment.needsAttendant ? "staff" : "clock"
            size: 400
        }
    }
}
