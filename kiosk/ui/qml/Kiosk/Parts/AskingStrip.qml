import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Theme

// The store is asked about a gift card or a balance; one can go on without it.
Rectangle {
    id: root

    required property Tender tender

    color: Theme.limeSoft
    implicitHeight: Math.max(96, row.implicitHeight + Theme.small)
    radius: Theme.radiusSmall
    visible: tender.asking !== ""

    GridLayout {
        id: row

        anchors.left: parent.left
        anchors.leftMargin: Theme.gap
        anchors.right: parent.right
        anchors.rightMargin: 10
        anchors.verticalCenter: parent.verticalCenter
        columnSpacing: Theme.gap
        columns: Theme.isLarge ? 2 : 3
        rowSpacing: Theme.tiny

        Beats {
            Layout.alignment: Qt.AlignVCenter
        }
        Words {
            Layout.fillWidth: true
            font.bold: true
            lineHeight: 0.95
            objectName: "asking"
            text: root.tender.asking
        }
        TouchButton {
            Layout.alignment: Qt.AlignRight
            Layout.columnSpan: Theme.isLarge ? 2 : 1
            Layout.preferredHeight: Math.max(76, implicitHeight - Theme.margin)
            cornerRadius: Theme.radiusSmall
            leftPadding: Theme.small
            objectName: "stopAsking"
            padding: Theme.tiny
            rightPadding: Theme.small
            text: qsTr("Go on without it")
            textSize: Theme.note

            onClicked: root.tender.stopAsking()
        }
    }
}
