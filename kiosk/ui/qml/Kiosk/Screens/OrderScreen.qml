pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Parts
import Kiosk.Theme

// An order shown by its code: what is in it, what is left to pay and who hands it out, or why not.
Item {
    id: root

    required property Lane lane

    readonly property ShownOrder order: lane.shownOrder

    Rectangle {
        anchors.fill: parent
        color: Theme.ground
    }
    MessagePage {
        anchors.fill: parent
        anchors.topMargin: Theme.topBar
        heroHeight: root.order.goods.length > 0 ? 360 : 560
        message: root.order.body
        title: root.order.title

        actions: [
            TouchButton {
                Layout.fillWidth: true
                iconName: "card"
                kind: TouchButton.Kind.Primary
                objectName: "orderPay"
                text: qsTr("Pay here")
                visible: root.order.mayPay

                onClicked: root.order.pay()
            },
            TouchButton {
                Layout.fillWidth: true
                iconName: "check"
                kind: TouchButton.Kind.Primary
                objectName: "orderHandOut"
                text: qsTr("I have everything")
                visible: root.order.mayHandOut

                onClicked: root.order.handOut()
            },
            TouchButton {
                Layout.fillWidth: true
                iconName: root.order.isDone ? "check" : "back"
                kind: root.order.isDone ? TouchButton.Kind.Primary : TouchButton.Kind.Secondary
                objectName: "orderBack"
                text: root.order.isDone ? qsTr("Done") : qsTr("Back")
                visible: !root.order.isAsking

                onClicked: root.order.leave()
            }
        ]
        extra: [
            Pill {
                Layout.alignment: Theme.portrait ? Qt.AlignHCenter : Qt.AlignLeft
                iconName: "bag"
                objectName: "orderName"
                text: root.order.name
                visible: text !== ""
                widthMax: parent ? parent.width : 0
            },
            Repeater {
                model: root.order.goods

                Words {
                    required property string modelData

                    Layout.fillWidth: true
                    horizontalAlignment: Theme.portrait ? Text.AlignHCenter : Text.AlignLeft
                    objectName: "orderGoods"
                    text: modelData
                }
            },
            Words {
                Layout.fillWidth: true
                font.bold: true
                font.pixelSize: Theme.title
                horizontalAlignment: Theme.portrait ? Text.AlignHCenter : Text.AlignLeft
                objectName: "orderDue"
                text: root.order.due
                visible: text !== ""
            }
        ]
        hero: Badge {
            anchors.centerIn: parent
            name: root.order.isDone ? "check" : "bag"
            size: Math.min(400, parent.height)
        }
    }
}
