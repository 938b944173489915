pragma ComponentBehavior: Bound

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
    required property string was
    required property var details

    function celebrate() {
        glow.opacity = 1;
        fadeGlow.restart();
    }

    // Large letters take two floors: what it is, and below it how many and how much.
    readonly property bool isStacked: Theme.isLarge
    // On a lying screen with reach there is room for little more than one row.
    readonly property bool isTight: isStacked && Theme.reach && !Theme.portrait
    readonly property real goodsHeight: Math.max(isTight ? 0 : tile.height, goods.implicitHeight)
    readonly property real moneyHeight: Math.max(Theme.touch, price.implicitHeight)
    readonly property real mainHeight: isStacked ? goodsHeight + moneyHeight + 2 * Theme.small + Theme.tiny : Math.max(128, goods.implicitHeight + 2 * Theme.small)

    // Where something this high begins on the floor of money, or in the middle of the only floor.
    function moneyY(high: real): real {
        return isStacked ? Theme.small + goodsHeight + Theme.tiny + (moneyHeight - high) / 2 : (mainHeight - high) / 2;
    }

    // A list that learns a row's height only while it lays out would create and drop rows without end.
    Component.onCompleted: {
        goods.forceLayout();
        why.forceLayout();
    }
    Accessible.name: root.name + ", " + root.quantity + " ×, " + root.amount
    Accessible.role: Accessible.ListItem
    implicitHeight: mainHeight + (details.length > 0 ? why.height + Theme.tiny : 0)

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
        name: root.name
        picture: root.picture
        visible: !root.isTight
        y: root.isStacked ? Theme.small : (root.mainHeight - height) / 2
    }
    Column {
        id: goods

        anchors.left: tile.visible ? tile.right : parent.left
        anchors.leftMargin: Theme.gap
        anchors.right: root.isStacked ? parent.right : quantity.left
        anchors.rightMargin: Theme.gap
        y: root.isStacked ? Theme.small : (root.mainHeight - height) / 2

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
            visible: !root.isTight
            width: parent.width
        }
    }
    AbstractButton {
        id: quantity

        Accessible.name: qsTr("Change the quantity of %1").arg(root.name)
        anchors.left: root.isStacked ? parent.left : undefined
        anchors.leftMargin: Theme.gap
        anchors.right: root.isStacked ? undefined : price.left
        anchors.rightMargin: Theme.gap
        enabled: root.mayChange
        focusPolicy: Qt.NoFocus
        height: Theme.touch
        objectName: "quantity-" + root.lineId
        width: Math.max(104, many.implicitWidth + Theme.gap)
        y: root.moneyY(height)

        background: Rectangle {
            border.color: Theme.line
            border.width: quantity.enabled ? 2 : 0
            color: quantity.down ? Theme.tint : "transparent"
            radius: Theme.radiusSmall
        }
        contentItem: Item {
            Words {
                id: many

                anchors.centerIn: parent
                color: quantity.enabled ? Theme.ink : Theme.inkSoft
                font.bold: true
                font.pixelSize: Theme.label
                text: root.quantity + " ×"
                wrapMode: Text.NoWrap
            }
        }

        onClicked: root.lane.pad.open(root.lineId)
    }
    Column {
        id: price

        anchors.right: bin.left
        anchors.rightMargin: Theme.gap
        width: Math.max(150, amount.implicitWidth, before.visible ? before.implicitWidth : 0)
        y: root.moneyY(height)

        Words {
            id: before

            anchors.right: parent.right
            color: Theme.inkSoft
            font.pixelSize: Theme.note
            font.strikeout: true
            lineHeight: 0.9
            text: root.was
            visible: text !== ""
            wrapMode: Text.NoWrap
        }
        Words {
            id: amount

            anchors.right: parent.right
            color: root.was === "" ? Theme.ink : Theme.primary
            font.bold: true
            font.pixelSize: Theme.label
            lineHeight: root.was === "" ? 1 : 0.92
            text: root.amount
            wrapMode: Text.NoWrap
        }
    }
    TouchButton {
        id: bin

        Accessible.name: qsTr("Remove %1").arg(root.name)
        anchors.right: parent.right
        anchors.rightMargin: Theme.tiny
        cornerRadius: Theme.radiusSmall
        height: Theme.touch
        iconName: "trash"
        kind: TouchButton.Kind.Quiet
        leftPadding: 0
        objectName: "remove-" + root.lineId
        rightPadding: 0
        textSize: Math.min(Theme.label, 48)
        width: Theme.touch
        y: root.moneyY(height)

        onClicked: root.lane.removeLine(root.lineId)
    }
    Column {
        id: why

        anchors.left: root.isStacked ? parent.left : goods.left
        anchors.leftMargin: root.isStacked ? Theme.gap : 0
        anchors.right: root.isStacked ? parent.right : price.right
        anchors.rightMargin: root.isStacked ? Theme.gap : 0
        y: root.mainHeight - (root.isStacked ? Theme.tiny : Theme.small)

        Repeater {
            model: root.details

            onItemAdded: why.forceLayout()
            onItemRemoved: why.forceLayout()

            DetailRow {
                required property var modelData

                amount: modelData.amount
                kind: modelData.kind
                text: modelData.text
                width: why.width
            }
        }
    }
}
