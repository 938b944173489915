pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Core
import Kiosk.Theme

// After the goods: offers over the whole basket, coupons, gifts, and a hint.
Item {
    id: root

    required property Lane lane

    implicitHeight: rows.height

    // Hides a row above that is just fading out.
    Rectangle {
        anchors.fill: parent
        color: Theme.card
        radius: Theme.radius
        visible: height > 0
    }
    Column {
        id: rows

        width: root.width

        Repeater {
            model: root.lane.basket.extras

            onItemAdded: rows.forceLayout()
            onItemRemoved: rows.forceLayout()

            Item {
                id: row

                required property var modelData

                readonly property bool isCoupon: modelData.kind === "coupon"
                readonly property bool isNudge: modelData.kind === "nudge"
                readonly property bool saves: modelData.amount !== ""

                implicitHeight: Math.max(isNudge ? 80 : 104, words.implicitHeight + 2 * Theme.small)
                width: root.width

                Rectangle {
                    anchors.fill: parent
                    anchors.bottomMargin: 4
                    anchors.leftMargin: Theme.small
                    anchors.rightMargin: Theme.small
                    anchors.topMargin: 4
                    border.color: row.isNudge ? Theme.limeDark : Theme.line
                    border.width: row.saves ? 0 : 2
                    color: row.saves || row.isNudge ? Theme.limeSoft : Theme.card
                    radius: Theme.radiusSmall
                }
                Icon {
                    id: mark

                    name: ({
                            "offer": "tag",
                            "coupon": "coupon",
                            "gift": "gift",
                            "nudge": "plus"
                        })[row.modelData.kind] ?? ""
                    size: 52
                    x: Theme.gap + 22
                    y: (row.height - height) / 2
                }
                Column {
                    id: words

                    anchors.left: parent.left
                    anchors.leftMargin: Theme.gap + 96 + Theme.gap
                    anchors.right: money.left
                    anchors.rightMargin: row.saves ? Theme.gap : 0
                    anchors.verticalCenter: parent.verticalCenter

                    Words {
                        color: row.saves || row.isNudge ? Theme.primary : Theme.ink
                        font.bold: true
                        lineHeight: 0.92
                        text: row.modelData.text
                        width: parent.width
                    }
                    Words {
                        color: Theme.inkSoft
                        font.pixelSize: 28
                        lineHeight: 0.92
                        text: row.modelData.note
                        visible: text !== ""
                        width: parent.width
                    }
                }
                Words {
                    id: money

                    anchors.right: parent.right
                    anchors.rightMargin: Theme.tiny + Theme.touch + Theme.gap
                    anchors.verticalCenter: parent.verticalCenter
                    color: Theme.primary
                    font.bold: true
                    font.pixelSize: 36
                    text: row.modelData.amount
                    wrapMode: Text.NoWrap
                }
                TouchButton {
                    Accessible.name: qsTr("Take back %1").arg(row.modelData.text)
                    anchors.right: parent.right
                    anchors.rightMargin: Theme.tiny
                    anchors.verticalCenter: parent.verticalCenter
                    cornerRadius: Theme.radiusSmall
                    height: Theme.touch
                    iconName: "trash"
                    kind: TouchButton.Kind.Quiet
                    leftPadding: 0
                    objectName: "removeCoupon-" + row.modelData.coupon_no
                    rightPadding: 0
                    textSize: 34
                    visible: row.isCoupon
                    width: Theme.touch

                    onClicked: root.lane.removeCoupon(row.modelData.coupon_no)
                }
            }
        }
    }
}
