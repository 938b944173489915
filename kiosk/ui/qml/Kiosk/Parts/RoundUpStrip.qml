import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Theme

// Rounding up for a charity: offered in one line, given and taken back with one touch.
Rectangle {
    id: root

    required property Lane lane

    readonly property OnTheWay flow: lane.flow
    readonly property bool isGiven: flow.hasRoundedUp

    color: isGiven ? Theme.limeSoft : Theme.tint
    implicitHeight: Math.max(Theme.touch + Theme.small, row.implicitHeight + Theme.small)
    radius: Theme.radiusSmall
    visible: flow.roundUpTitle !== ""

    GridLayout {
        id: row

        anchors.left: parent.left
        anchors.leftMargin: Theme.gap
        anchors.right: parent.right
        anchors.rightMargin: Theme.tiny
        anchors.verticalCenter: parent.verticalCenter
        columnSpacing: Theme.small
        columns: Theme.isLarge ? 2 : 3
        rowSpacing: Theme.tiny

        Icon {
            Layout.preferredHeight: size
            Layout.preferredWidth: size
            name: "heart"
            size: 48
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            Words {
                Layout.fillWidth: true
                font.bold: true
                lineHeight: 0.95
                objectName: "roundUpTitle"
                text: root.flow.roundUpTitle
            }
            Words {
                Layout.fillWidth: true
                color: Theme.inkSoft
                font.pixelSize: Theme.caption
                lineHeight: 0.95
                text: root.flow.roundUpNote
            }
        }
        TouchButton {
            Layout.alignment: Qt.AlignRight
            Layout.columnSpan: Theme.isLarge ? 2 : 1
            Layout.preferredHeight: Math.max(Theme.touch, implicitHeight - Theme.gap)
            cornerRadius: Theme.radiusSmall
            objectName: root.isGiven ? "keepChange" : "roundUp"
            padding: Theme.tiny
            text: root.isGiven ? qsTr("Take back") : qsTr("Round up")
            textSize: Theme.note

            onClicked: root.isGiven ? root.flow.keepChange() : root.flow.roundUp()
        }
    }
}
