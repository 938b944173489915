import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Theme

// One line of the basket.
Item {
    id: root

    required property Lane lane
    required property int index
    required property int lineId
    required property string name
    required property string picture
    required property int quantity
    required property string unit
    required property string amount
    required property bool mayChange

    function celebrate() {
        glow.opacity = 1;
        fadeGlow.restart();
    }

    implicitHeight: Math.max(128, row.implicitHeight + 2 * Theme.small)

    Rectangle {
        id: glow

        anchors.fill: parent
        color: Theme.primarySoft
        opacity: 0
        visible: opacity > 0

        NumberAnimation on opacity {
            id: fadeGlow

            duration: Theme.celebrate
            easing.type: Easing.InQuad
            running: false
            to: 0
        }
    }
    Rectangle {
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.leftMargin: Theme.gap
        anchors.right: parent.right
        anchors.rightMargin: Theme.gap
        color: Theme.line
        height: 2
    }
    RowLayout {
        id: row

        anchors.left: parent.left
        anchors.leftMargin: Theme.gap
        anchors.right: parent.right
        anchors.rightMargin: Theme.tiny
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.gap

        Picture {
            name: root.name
            picture: root.picture
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            Words {
                Layout.fillWidth: true
                font.bold: true
                lineHeight: 0.9
                text: root.name
            }
            Words {
                Layout.fillWidth: true
                color: Theme.inkSoft
                font.pixelSize: Theme.caption
                text: root.unit
            }
        }
        AbstractButton {
            id: quantity

            Accessible.name: qsTr("Change the quantity of %1").arg(root.name)
            enabled: root.mayChange
            focusPolicy: Qt.NoFocus
            implicitHeight: Theme.touch
            implicitWidth: 104
            objectName: "quantity-" + root.lineId

            background: Rectangle {
                border.color: Theme.line
                border.width: quantity.enabled ? 2 : 0
                color: quantity.down ? Theme.tint : "transparent"
                radius: Theme.radiusSmall
            }
            contentItem: Item {
                Words {
                    anchors.centerIn: parent
                    color: quantity.enabled ? Theme.ink : Theme.inkSoft
                    font.bold: true
                    font.pixelSize: 36
                    text: root.quantity + " ×"
                    wrapMode: Text.NoWrap
                }
            }

            onClicked: root.lane.pad.open(root.lineId)
        }
        Words {
            Layout.minimumWidth: 150
            font.bold: true
            font.pixelSize: 36
            horizontalAlignment: Text.AlignRight
            text: root.amount
            wrapMode: Text.NoWrap
        }
        TouchButton {
            Accessible.name: qsTr("Remove %1").arg(root.name)
            cornerRadius: Theme.radiusSmall
            iconName: "trash"
            implicitHeight: Theme.touch
            implicitWidth: Theme.touch
            kind: TouchButton.Kind.Quiet
            leftPadding: 0
            objectName: "remove-" + root.lineId
            rightPadding: 0
            textSize: 34

            onClicked: root.lane.removeLine(root.lineId)
        }
    }
}
