import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Theme

// The ways there are to pay: the card first, the others beside and below it.
GridLayout {
    id: root

    required property Lane lane
    // Little room: what each is called, and why it cannot be had.
    property bool isCompact: false

    readonly property Payment payment: lane.payment
    readonly property Tender tender: lane.tender
    readonly property bool hasPoints: payment.pointsStep === "offer" || payment.pointsStep === "asking"
    readonly property bool hasWays: tender.hasWallet || tender.hasGift || tender.hasBalance
    readonly property bool isOdd: (tender.hasWallet + tender.hasGift + tender.hasBalance + hasPoints) % 2 === 1

    columnSpacing: Theme.small
    columns: 2
    rowSpacing: Theme.small
    uniformCellWidths: true

    ChoiceTile {
        Layout.columnSpan: root.columns === 2 ? 2 : 1
        Layout.fillHeight: true
        Layout.fillWidth: true
        enabled: root.payment.cardEnabled
        iconName: "card"
        isFirst: true
        isSlim: root.isCompact || root.hasWays || root.hasPoints
        note: !root.payment.cardEnabled ? root.payment.cardReason : root.tender.cardNote !== "" ? root.tender.cardNote : root.isCompact ? "" : qsTr("Card or phone: hold, insert or swipe")
        objectName: "payCard"
        text: qsTr("Pay by card")

        onClicked: root.lane.payByCard()
    }
    WayTile {
        Layout.columnSpan: root.columns === 2 && root.isOdd && !root.tender.hasGift && !root.tender.hasBalance && !root.hasPoints ? 2 : 1
        Layout.fillHeight: true
        Layout.fillWidth: true
        enabled: root.tender.mayWallet
        iconName: "phone-pay"
        hasPicture: root.columns < 3 || !Theme.isLarge
        isCompact: root.isCompact
        note: root.isCompact && root.tender.mayWallet ? "" : root.tender.walletNote
        objectName: "payWallet"
        text: qsTr("Phone wallet")
        visible: root.tender.hasWallet

        onClicked: root.tender.open("wallet")
    }
    WayTile {
        Layout.columnSpan: root.columns === 2 && root.isOdd && !root.tender.hasBalance && !root.hasPoints ? 2 : 1
        Layout.fillHeight: true
        Layout.fillWidth: true
        enabled: root.tender.mayGift
        iconName: "gift"
        hasPicture: root.columns < 3 || !Theme.isLarge
        isCompact: root.isCompact
        note: root.isCompact && root.tender.mayGift ? "" : root.tender.giftNote
        objectName: "payGift"
        text: qsTr("Gift card")
        visible: root.tender.hasGift

        onClicked: root.tender.open("gift")
    }
    WayTile {
        Layout.columnSpan: root.columns === 2 && root.isOdd && !root.hasPoints ? 2 : 1
        Layout.fillHeight: true
        Layout.fillWidth: true
        enabled: root.tender.mayBalance
        iconName: "member"
        hasPicture: root.columns < 3 || !Theme.isLarge
        isCompact: root.isCompact
        note: root.isCompact && root.tender.mayBalance ? "" : root.tender.balanceNote
        objectName: "payBalance"
        text: qsTr("My balance")
        visible: root.tender.hasBalance

        onClicked: root.tender.useBalance()
    }
    WayTile {
        Layout.columnSpan: root.columns === 2 && root.isOdd ? 2 : 1
        Layout.fillHeight: true
        Layout.fillWidth: true
        iconName: "star"
        hasPicture: root.columns < 3 || !Theme.isLarge
        isCompact: root.isCompact
        note: root.payment.pointsNote
        objectName: root.payment.pointsStep === "offer" ? "usePoints" : "keepPoints"
        text: root.payment.pointsText
        visible: root.hasPoints

        onClicked: root.payment.pointsStep === "offer" ? root.lane.usePoints() : root.lane.keepPoints()
    }
}
