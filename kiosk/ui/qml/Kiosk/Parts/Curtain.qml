import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Theme

// Over everything but staff, for a shopper who listens: nobody reads along. Keys and voice go on behind it.
Rectangle {
    id: root

    required property Lane lane

    color: Theme.festiveDeep
    visible: lane.comfort.curtain && lane.screen !== "staff" && !lane.door.isOpen

    // Nothing behind it is touched by accident.
    MouseArea {
        anchors.fill: parent
    }
    ColumnLayout {
        anchors.centerIn: parent
        spacing: Theme.gap
        width: parent.width - 2 * Theme.wide

        Words {
            Layout.fillWidth: true
            color: Theme.festiveInk
            font.bold: true
            font.pixelSize: Theme.headline
            horizontalAlignment: Text.AlignHCenter
            objectName: "curtainTitle"
            text: qsTr("Private mode")
        }
        Words {
            Layout.fillWidth: true
            color: Theme.festiveSoft
            font.pixelSize: Theme.strong
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("The screen is dark while this purchase goes on by headset.")
        }
        TouchButton {
            Layout.alignment: Qt.AlignHCenter
            Layout.topMargin: Theme.wide
            kind: TouchButton.Kind.Glass
            objectName: "curtainOpen"
            text: qsTr("Show the screen")

            onClicked: root.lane.comfort.useCurtain(false)
        }
    }
}
