import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Parts
import Kiosk.Theme

// Goodbye, and what to take along.
Item {
    id: root

    required property Lane lane

    Rectangle {
        anchors.fill: parent

        gradient: Gradient {
            GradientStop {
                color: Theme.festive
                position: 0
            }
            GradientStop {
                color: Theme.festiveDeep
                position: 1
            }
        }
    }
    MessagePage {
        anchors.fill: parent
        anchors.topMargin: Theme.topBar
        isLight: true
        message: root.lane.receipt.thanksBody
        title: root.lane.receipt.thanksTitle

        actions: TouchButton {
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.buttonLarge
            cornerRadius: Theme.radiusLarge
            kind: TouchButton.Kind.Lime
            objectName: "done"
            text: qsTr("Done")
            textSize: Theme.title

            onClicked: root.lane.finish()
        }
        extra: Pill {
            Layout.alignment: Theme.portrait ? Qt.AlignHCenter : Qt.AlignLeft
            Layout.topMargin: Theme.small
            iconName: "tag"
            objectName: "saved"
            text: root.lane.receipt.thanksSaved
            textSize: Theme.strong
            visible: text !== ""
        }
        hero: FoodScatter {
            anchors.centerIn: parent
            height: 620
            spots: [["baguette", 0.3, 0.2, 260, -18], ["milk", 0.68, 0.2, 240, 12], ["carrot", 0.5, 0.16, 230, 4], ["apple", 0.2, 0.42, 190, -10], ["grapes", 0.82, 0.44, 200, 10], ["bag", 0.5, 0.62, 400, 0]]
            width: 620
        }
    }
}
