import QtQuick
import Kiosk.Core
import Kiosk.Theme

// Member or not yet; and the way to type a number instead of showing a code.
Item {
    id: root

    required property Lane lane

    readonly property Basket basket: lane.basket
    readonly property color ink: basket.memberKnown ? Theme.primary : Theme.inkSoft

    // Half of a lying window, in large letters: icons for what is touched, so that the basket is seen.
    readonly property bool isSlim: Theme.reach && !Theme.portrait && Theme.isLarge && lane.hasMembers

    readonly property real typeWidth: isSlim ? Theme.button : Math.min(type.implicitWidth, width * (Theme.isLarge ? 0.6 : 0.42))

    implicitHeight: Math.max(88, words.implicitHeight + Theme.small)

    Rectangle {
        id: chip

        anchors.left: parent.left
        anchors.right: price.left
        anchors.rightMargin: Theme.small
        border.color: Theme.line
        border.width: root.basket.memberKnown ? 0 : 2
        color: root.basket.memberKnown ? Theme.primarySoft : "transparent"
        height: parent.height
        radius: Theme.radius
        visible: root.lane.hasMembers

        Icon {
            id: mark

            anchors.verticalCenter: parent.verticalCenter
            name: "member"
            size: 48
            visible: !Theme.isLarge
            x: Theme.start(Theme.gap, width, parent.width)
        }
        Column {
            id: words

            anchors.left: mark.visible ? mark.right : parent.left
            anchors.leftMargin: Theme.small
            anchors.right: forget.visible ? forget.left : parent.right
            anchors.rightMargin: forget.visible ? 0 : Theme.small
            anchors.verticalCenter: parent.verticalCenter

            WholeWords {
                color: root.ink
                font.bold: true
                lineHeight: 0.92
                objectName: "member"
                room: width
                size: root.isSlim ? Theme.caption : Theme.note
                text: root.basket.memberKnown ? root.basket.memberTitle : qsTr("Member?")
                width: parent.width
            }
            Words {
                color: root.ink
                font.pixelSize: Theme.caption
                lineHeight: 0.92
                text: root.basket.memberKnown ? root.basket.memberNote : root.lane.hasJoining ? qsTr("Show your card, or touch here to join") : qsTr("Show your card or type your number")
                visible: text !== "" && !Theme.isLarge
                width: parent.width
            }
        }
        TouchButton {
            Accessible.name: qsTr("Become a member")
            anchors.fill: parent
            kind: TouchButton.Kind.Quiet
            objectName: "join"
            visible: root.lane.hasJoining && !root.basket.memberKnown

            onClicked: root.lane.join.open()
        }
        TouchButton {
            id: forget

            Accessible.name: qsTr("Take the member card out of this purchase")
            anchors.right: parent.right
            anchors.rightMargin: 4
            anchors.verticalCenter: parent.verticalCenter
            cornerRadius: Theme.radiusSmall
            height: Theme.touch
            iconName: "close"
            kind: TouchButton.Kind.Quiet
            leftPadding: 0
            objectName: "forgetMember"
            rightPadding: 0
            textSize: Theme.note
            visible: root.basket.memberKnown
            width: Theme.touch

            onClicked: root.lane.forgetMember()
        }
    }
    TouchButton {
        id: price

        Accessible.name: qsTr("Check a price")
        anchors.right: type.left
        anchors.rightMargin: Theme.small
        height: parent.height
        iconName: "tag"
        leftPadding: 0
        objectName: "priceCheck"
        rightPadding: 0
        visible: root.lane.hasMembers
        width: visible ? Math.min(height, Theme.button) : 0

        onClicked: root.lane.priceCheck.begin()
    }
    TouchButton {
        id: type

        anchors.right: parent.right
        height: parent.height
        Accessible.name: qsTr("Enter a number")
        iconName: "keypad"
        leftPadding: root.isSlim ? 0 : Theme.gap
        objectName: "enterCode"
        rightPadding: leftPadding
        text: root.isSlim ? "" : Theme.isLarge && root.lane.hasMembers ? qsTr("Number") : qsTr("Enter a number")
        textSize: Theme.isLarge ? Theme.caption : Theme.body
        width: root.lane.hasMembers ? root.typeWidth : parent.width

        onClicked: root.lane.codePad.open()
    }
}
