import QtQuick
import QtQuick.Controls.Basic
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

    implicitHeight: Math.max(128, goods.implicitHeight + 2 * Theme.small)

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
    // Anchors, not a layout: the row knows its height before it is first painted.
    Picture {
        id: tile

        anchors.left: parent.left
        anchors.leftMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        name: root.name
        picture: root.picture
    }
    Column {
        id: goods

        anchors.left: tile.right
        anchors.leftMargin: Theme.gap
        anchors.right: quantity.left
        anchors.rightMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter

        Words {
            font.bold: true
            lineHeight: 0.9
            text: root.name
            width: parent.width
        }
        Words {
            color: Theme.inkSoft
            font.pixelSize: Theme.caption
            text: root.unit
            width: parent.width
        }
    }
    AbstractButton {
        id: quantity

        Accessible.name: qsTr("Change the quantity of %1").arg(root.name)
        anchors.right: amount.left
        anchors.rightMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        enabled: root.mayChange
        focusPolicy: Qt.NoFocus
        height: Theme.touch
        objectName: "quantity-" + root.lineId
        width: 104

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
        id: amount

        anchors.right: bin.left
        anchors.rightMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        font.bold: true
        font.pixelSize: 36
        horizontalAlignment: Text.AlignRight
        text: root.amount
        width: Math.max(150, implicitWidth)
        wrapMode: Text.NoWrap
    }
    TouchButton {
        id: bin

        Accessible.name: qsTr("Remove %1").arg(root.name)
        anchors.right: parent.right
        anchors.rightMargin: Theme.tiny
        anchors.verticalCenter: parent.verticalCenter
        cornerRadius: Theme.radiusSmall
        height: Theme.touch
        iconName: "trash"
        kind: TouchButton.Kind.Quiet
        leftPadding: 0
        objectName: "remove-" + root.lineId
        rightPadding: 0
        textSize: 34
        width: Theme.touch

        onClicked: root.lane.removeLine(root.lineId)
    }
}
