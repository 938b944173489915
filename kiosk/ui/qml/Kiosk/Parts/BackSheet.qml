import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Theme

// A part is paid, and the shopper does not want to pay on: shall it go back?
Sheet {
    id: root

    required property Lane lane

    readonly property Tender tender: lane.tender

    implicitHeight: column.implicitHeight + 2 * Theme.margin
    implicitWidth: 880
    radius: Theme.radiusLarge

    ColumnLayout {
        id: column

        anchors.left: parent.left
        anchors.margins: Theme.margin
        anchors.right: parent.right
        anchors.top: parent.top
        spacing: Theme.gap

        Badge {
            Layout.alignment: Qt.AlignHCenter
            Layout.preferredHeight: size
            Layout.preferredWidth: size
            color: Theme.primarySoft
            name: "undo"
            size: 200
        }
        Words {
            Layout.fillWidth: true
            font.bold: true
            font.pixelSize: Theme.title
            horizontalAlignment: Text.AlignHCenter
            lineHeight: 0.95
            text: qsTr("Give your money back?")
        }
        Words {
            Layout.fillWidth: true
            color: Theme.inkSoft
            font.pixelSize: Theme.strong
            horizontalAlignment: Text.AlignHCenter
            text: root.tender.giveBackNote
        }
        TouchButton {
            Layout.fillWidth: true
            Layout.topMargin: Theme.small
            kind: TouchButton.Kind.Primary
            objectName: "giveBackNow"
            text: qsTr("Yes, give it back")

            onClicked: root.tender.giveBack()
        }
        TouchButton {
            Layout.fillWidth: true
            objectName: "sheetClose"
            text: qsTr("No, pay on")

            onClicked: root.tender.close()
        }
    }
}
