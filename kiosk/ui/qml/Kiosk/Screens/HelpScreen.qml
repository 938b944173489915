import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Parts
import Kiosk.Theme

// Somebody is on the way.
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
        message: root.lane.notice.body
        title: root.lane.notice.title

        actions: [
            TouchButton {
                Layout.fillWidth: true
                objectName: "cancel"
                text: qsTr("I no longer need help")

                onClicked: root.lane.endHelp()
            },
            TouchButton {
                Layout.alignment: Theme.portrait ? Qt.AlignHCenter : Qt.AlignLeft
                Layout.preferredHeight: Theme.touch
                iconName: "lock"
                kind: TouchButton.Kind.Quiet
                objectName: "staffDoor"
                text: qsTr("Staff")
                textSize: Theme.note

                onClicked: root.lane.door.open()
            }
        ]
        hero: Badge {
            anchors.centerIn: parent
            name: "staff"
            size: 400
        }
    }
}
