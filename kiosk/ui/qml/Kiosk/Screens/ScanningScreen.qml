import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Parts
import Kiosk.Theme

// The basket grows; the total is always in sight; paying is one touch away.
Item {
    id: root

    required property Lane lane

    readonly property Basket basket: lane.basket
    readonly property bool isPortrait: Theme.portrait

    Rectangle {
        anchors.fill: parent
        color: Theme.ground
    }
    Item {
        id: counter

        anchors.bottomMargin: Theme.margin
        anchors.fill: parent
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        anchors.topMargin: Theme.topBar
        enabled: !root.lane.pad.isOpen

        CameraPanel {
            id: camera

            height: 360
            lane: root.lane
            width: 640
        }
        HitPanel {
            id: hit

            height: root.isPortrait ? camera.height : more.y - y - Theme.gap
            isWide: !root.isPortrait
            lane: root.lane
            width: root.isPortrait ? parent.width - x : camera.width
            x: root.isPortrait ? camera.width + Theme.gap : 0
            y: root.isPortrait ? 0 : camera.height + Theme.gap
        }
        MemberStrip {
            id: member

            anchors.left: root.isPortrait ? parent.left : camera.right
            anchors.leftMargin: root.isPortrait ? 0 : Theme.margin
            anchors.right: parent.right
            lane: root.lane
            y: root.isPortrait ? camera.height + Theme.gap : 0
        }
        NudgeBanner {
            id: nudge

            anchors.left: member.left
            anchors.right: parent.right
            anchors.top: member.bottom
            anchors.topMargin: Theme.small
            lane: root.lane
        }
        BasketList {
            anchors.bottom: total.top
            anchors.bottomMargin: Theme.gap
            anchors.left: root.isPortrait ? parent.left : camera.right
            anchors.leftMargin: root.isPortrait ? 0 : Theme.margin
            anchors.right: parent.right
            anchors.top: member.bottom
            anchors.topMargin: Theme.small + nudge.implicitHeight
            lane: root.lane
        }
        TotalPanel {
            id: total

            anchors.bottom: root.isPortrait ? pay.top : parent.bottom
            anchors.bottomMargin: root.isPortrait ? Theme.small : 0
            anchors.left: root.isPortrait ? parent.left : camera.right
            anchors.leftMargin: root.isPortrait ? Theme.small : Theme.margin + Theme.small
            anchors.right: root.isPortrait ? parent.right : pay.left
            anchors.rightMargin: root.isPortrait ? Theme.small : Theme.margin
            height: root.isPortrait ? implicitHeight : pay.height
            lane: root.lane
        }
        TouchButton {
            id: pay

            anchors.bottom: root.isPortrait ? more.top : parent.bottom
            anchors.bottomMargin: root.isPortrait ? Theme.gap : 0
            anchors.right: parent.right
            cornerRadius: Theme.radiusLarge
            enabled: root.basket.mayPay
            height: Theme.buttonLarge
            iconName: "card"
            kind: TouchButton.Kind.Primary
            objectName: "pay"
            text: qsTr("Pay")
            textSize: root.isPortrait ? Theme.headline : Theme.heading
            width: root.isPortrait ? parent.width : 440

            onClicked: root.lane.pay()
        }
        GridLayout {
            id: more

            anchors.bottom: parent.bottom
            anchors.left: parent.left
            columnSpacing: Theme.gap
            columns: root.isPortrait ? 2 : 1
            rowSpacing: Theme.small
            width: root.isPortrait ? parent.width : camera.width

            TouchButton {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 10
                enabled: root.basket.mayRemoveLast
                iconName: "undo"
                objectName: "removeLast"
                text: qsTr("Remove last item")
                textSize: Theme.body

                onClicked: root.lane.removeLast()
            }
            TouchButton {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 10
                kind: TouchButton.Kind.Danger
                objectName: "cancel"
                text: qsTr("Cancel purchase")
                textSize: Theme.body

                onClicked: root.lane.cancelPurchase()
            }
        }
    }
    QuantitySheet {
        anchors.fill: parent
        anchors.topMargin: Theme.topBar
        lane: root.lane
    }
}
