import QtQuick
import QtQuick.Layouts
import Kiosk.Theme

// Something went otherwise than hoped: what, what to do, and the device's own words.
Rectangle {
    id: root

    property string title
    property string message
    property string quote
    property bool isGrave: false

    color: isGrave ? Theme.dangerSoft : Theme.cautionSoft
    implicitHeight: column.implicitHeight + 2 * Theme.gap
    radius: Theme.radius

    Icon {
        id: mark

        anchors.left: parent.left
        anchors.leftMargin: Theme.gap
        anchors.top: parent.top
        anchors.topMargin: Theme.gap
        name: "warning"
        size: 56
    }
    ColumnLayout {
        id: column

        anchors.left: mark.right
        anchors.leftMargin: Theme.gap
        anchors.right: parent.right
        anchors.rightMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.tiny

        Words {
            Layout.fillWidth: true
            color: root.isGrave ? Theme.danger : Theme.caution
            font.bold: true
            font.pixelSize: Theme.strong
            text: root.title
            visible: text !== ""
        }
        Words {
            Layout.fillWidth: true
            text: root.message
            visible: text !== ""
        }
        Words {
            Layout.fillWidth: true
            color: Theme.inkSoft
            text: qsTr("The answer was: %1").arg(root.quote)
            visible: root.quote !== ""
        }
    }
}
