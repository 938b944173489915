import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Theme

// A part is paid, and the shopper does not want to pay on: shall it go back?
Sheet {
    id: root

    required property Lane lane

    readonly property Tender tender: lane.tender
    // Lying, with reach: one above the other has no room.
    readonly property bool isFlat: Theme.reach && !Theme.portrait
    readonly property int pad: Theme.isTight ? Theme.gap : Theme.margin

    implicitHeight: words.needs + buttons.implicitHeight + Theme.gap + 2 * pad
    implicitWidth: isFlat ? 1500 : 880
    radius: Theme.radiusLarge

    ScrollPart {
        id: words

        anchors.bottom: buttons.top
        anchors.bottomMargin: Theme.gap
        anchors.left: parent.left
        anchors.margins: root.pad
        anchors.right: parent.right
        anchors.top: parent.top

        Badge {
            Layout.alignment: Qt.AlignHCenter
            Layout.preferredHeight: size
            Layout.preferredWidth: size
            color: Theme.primarySoft
            name: "undo"
            size: 200
            visible: !Theme.isTight
        }
        Words {
            Layout.fillWidth: true
            font.bold: true
            font.pixelSize: Theme.isTight ? Theme.strong : Theme.title
            horizontalAlignment: Text.AlignHCenter
            lineHeight: 0.95
            text: qsTr("Give your money back?")
        }
        Words {
            Layout.fillWidth: true
            color: Theme.inkSoft
            font.pixelSize: root.isFlat ? Theme.caption : Theme.isTight ? Theme.body : Theme.strong
            horizontalAlignment: Text.AlignHCenter
            text: root.tender.giveBackNote
        }
    }
    GridLayout {
        id: buttons

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.margins: root.pad
        anchors.right: parent.right
        columnSpacing: Theme.gap
        columns: root.isFlat ? 2 : 1
        rowSpacing: Theme.gap
        uniformCellWidths: true

        TouchButton {
            Layout.fillHeight: true
            Layout.fillWidth: true
            kind: TouchButton.Kind.Primary
            objectName: "giveBackNow"
            text: qsTr("Yes, give it back")
            textSize: Theme.isTight ? Theme.body : Theme.strong

            onClicked: root.tender.giveBack()
        }
        TouchButton {
            Layout.fillHeight: true
            Layout.fillWidth: true
            objectName: "sheetClose"
            text: qsTr("No, pay on")
            textSize: Theme.isTight ? Theme.body : Theme.strong

            onClicked: root.tender.close()
        }
    }
}
