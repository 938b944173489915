import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Theme

// The purchase is being given up: a few calm seconds in which one touch brings all of it back.
Item {
    id: root

    required property Lane lane
    // Keys stay inside while it shows (kiosk/ui/ring.py).
    readonly property bool holdsFocus: true

    Accessible.name: qsTr("Your purchase is being cancelled")
    Accessible.role: Accessible.Dialog

    Rectangle {
        anchors.fill: parent
        color: Theme.ground
    }
    TapHandler {
        gesturePolicy: TapHandler.ReleaseWithinBounds
    }
    MessagePage {
        anchors.fill: parent
        message: qsTr("Nothing was charged. Your items stay here for a few seconds more.")
        title: qsTr("Your purchase is being cancelled")

        actions: [
            TouchButton {
                Layout.fillWidth: true
                Layout.preferredHeight: Math.max(Theme.buttonLarge, implicitHeight)
                cornerRadius: Theme.radiusLarge
                iconName: "undo"
                kind: TouchButton.Kind.Primary
                objectName: "undo"
                text: qsTr("Undo")
                textSize: Theme.title

                onClicked: root.lane.flow.undo()
            },
            TouchButton {
                Layout.fillWidth: true
                kind: TouchButton.Kind.Quiet
                objectName: "cancelNow"
                text: qsTr("Cancel now")
                textSize: Theme.body

                onClicked: root.lane.flow.cancelNow()
            }
        ]
        extra: Beats {
            Layout.alignment: Theme.portrait ? Qt.AlignHCenter : Qt.AlignLeft
        }
        hero: Badge {
            anchors.centerIn: parent
            name: "undo"
            size: 360
        }
    }
}
