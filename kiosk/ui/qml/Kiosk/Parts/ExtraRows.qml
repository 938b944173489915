pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Core
import Kiosk.Theme

// After the goods: offers over the whole basket, coupons, gifts, and a hint.
Item {
    id: root

    required property Lane lane

    readonly property var extras: lane.basket.extras
    readonly property var nothing: ({
            "kind": "",
            "text": "",
            "note": "",
            "amount": "",
            "coupon_no": 0
        })

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
            // By count: a row whose amount changes with every scan is changed, not made anew.
            model: root.extras.length

            onItemAdded: rows.forceLayout()
            onItemRemoved: rows.forceLayout()

            Item {
                id: row

                required property int index

                readonly property var extra: root.extras[index] ?? root.nothing
                readonly property bool isCoupon: extra.kind === "coupon"
                readonly property bool isNudge: extra.kind === "nudge"
                readonly property bool saves: extra.amount !== ""

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
                        })[row.extra.kind] ?? ""
                    size: 52
                    x: Theme.start(Theme.gap + 22, width, parent.width)
                    y: (row.height - height) / 2
                }
                Column {
                    id: words

                    anchors.left: parent.left
                    anchors.leftMargin: Theme.gap + 96 + Theme.gap
                    anchors.right: money.left
                    anchors.rightMargin: row.saves ? Theme.gap : 0
                    anchors.verticalCenter: parent.verticalCenter

                    WholeWords {
                        color: row.saves || row.isNudge ? Theme.primary : Theme.ink
                        font.bold: true
                        lineHeight: 0.92
                        room: width
                        size: Theme.body
                        text: row.extra.text
                        width: parent.width
                    }
                    Words {
                        color: Theme.inkSoft
                        font.pixelSize: Theme.note
                        lineHeight: 0.92
                        text: row.extra.note
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
                    font.pixelSize: Theme.label
                    text: row.extra.amount
                    wrapMode: Text.NoWrap
                }
                TouchButton {
                    Accessible.name: qsTr("Take back %1").arg(row.extra.text)
                    anchors.right: parent.right
                    anchors.rightMargin: Theme.tiny
                    anchors.verticalCenter: parent.verticalCenter
                    cornerRadius: Theme.radiusSmall
                    height: Theme.touch
                    iconName: "trash"
                    kind: TouchButton.Kind.Quiet
                    leftPadding: 0
                    objectName: "removeCoupon-" + row.extra.coupon_no
                    rightPadding: 0
                    textSize: Math.min(Theme.label, 48)
                    visible: row.isCoupon
                    width: Theme.touch

                    onClicked: root.lane.removeCoupon(row.extra.coupon_no)
                }
            }
        }
    }
}
