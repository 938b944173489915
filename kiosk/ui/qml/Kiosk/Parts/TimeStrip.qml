import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Theme

// What stands on the screen ends by itself soon: said here and by a sound. One touch, here or anywhere beside the
// buttons, gives more time.
Rectangle {
    id: root

    required property Lane lane

    color: Theme.cautionSoft
    implicitHeight: row.implicitHeight + 2 * Theme.small
    radius: Theme.radius

    RowLayout {
        id: row

        anchors.fill: parent
        anchors.margins: Theme.small
        anchors.leftMargin: Theme.gap
        spacing: Theme.gap

        Icon {
            Layout.alignment: Qt.AlignVCenter
            Layout.preferredHeight: size
            Layout.preferredWidth: size
            name: "clock"
            size: 48
            visible: !Theme.isLarge
        }
        Words {
            Layout.fillWidth: true
            color: Theme.caution
            font.bold: true
            font.pixelSize: Theme.isLarge && Theme.reach ? Theme.caption : Theme.body
            text: qsTr("This closes by itself in a moment.")
        }
        TouchButton {
            Layout.maximumWidth: root.width * 0.5
            Layout.preferredHeight: Theme.reach && !Theme.portrait ? Math.max(Theme.touch, contentItem.implicitHeight) : implicitHeight
            objectName: "moreTime"
            text: qsTr("More time")
            textSize: Theme.isLarge && Theme.reach ? Theme.caption : Theme.strong

            onClicked: root.lane.takeMoreTime()
        }
    }
}
