import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Parts
import Kiosk.Theme

// Out of service. Staff find the reason in the small print.
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
        message: root.lane.shopWindow.closed === "" ? root.lane.notice.body : root.lane.notice.body + "\n" + root.lane.shopWindow.closed
        title: root.lane.notice.title

        actions: TouchButton {
            Layout.alignment: Theme.portrait ? Qt.AlignHCenter : Qt.AlignLeft
            Layout.preferredHeight: Theme.touch
            iconName: "lock"
            kind: TouchButton.Kind.Quiet
            objectName: "staffDoor"
            text: qsTr("Staff")
            textSize: Theme.note

            onClicked: root.lane.door.open()
        }
        extra: Rectangle {
            Layout.fillWidth: true
            Layout.topMargin: Theme.margin
            color: Theme.tint
            implicitHeight: staff.implicitHeight + 2 * Theme.gap
            radius: Theme.radius
            visible: root.lane.notice.staff !== ""

            RowLayout {
                id: staff

                anchors.left: parent.left
                anchors.margins: Theme.gap
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                spacing: Theme.gap

                Icon {
                    Layout.alignment: Qt.AlignTop
                    Layout.preferredHeight: size
                    Layout.preferredWidth: size
                    name: "staff"
                    size: 40
                }
                Words {
                    Layout.fillWidth: true
                    color: Theme.inkSoft
                    font.pixelSize: Theme.caption
                    objectName: "staff"
                    text: root.lane.notice.staff
                }
            }
        }
        hero: Badge {
            anchors.centerIn: parent
            color: Theme.tint
            name: "lock"
            size: 400
        }
    }
}
