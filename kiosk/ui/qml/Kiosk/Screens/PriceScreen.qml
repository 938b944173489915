pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Parts
import Kiosk.Theme

// What does it cost? Scan anything; nothing is added unless one wants it.
Item {
    id: root

    required property Lane lane

    readonly property PriceCheck price: lane.priceCheck
    readonly property bool isFound: price.step === "found"
    readonly property int align: Theme.portrait ? Text.AlignHCenter : Text.AlignLeft

    Rectangle {
        anchors.fill: parent
        color: Theme.ground
    }
    MessagePage {
        anchors.fill: parent
        anchors.topMargin: Theme.topBar
        heroHeight: root.isFound ? 360 : 620
        message: root.isFound ? root.price.unit : root.price.body
        title: root.isFound ? root.price.name : root.price.title

        actions: [
            TouchButton {
                Layout.fillWidth: true
                iconName: "plus"
                kind: TouchButton.Kind.Primary
                objectName: "priceAdd"
                text: qsTr("Add it to my purchase")
                visible: root.isFound && root.price.mayAdd && !root.lane.pricesOnly

                onClicked: root.price.add()
            },
            TouchButton {
                Layout.fillWidth: true
                iconName: "keypad"
                objectName: "enterCode"
                text: qsTr("Enter a number")
                visible: !root.isFound

                onClicked: root.lane.codePad.open()
            },
            TouchButton {
                Layout.fillWidth: true
                iconName: root.lane.pricesOnly ? "check" : "back"
                objectName: "priceBack"
                text: root.lane.pricesOnly ? qsTr("Done") : qsTr("Back")

                onClicked: root.price.leave()
            }
        ]
        extra: [
            Flow {
                Layout.alignment: Theme.portrait ? Qt.AlignHCenter : Qt.AlignLeft
                Layout.fillWidth: true
                Layout.maximumWidth: Theme.portrait ? Math.min(implicitWidth, parent.width) : parent.width
                spacing: Theme.gap
                visible: root.isFound

                Words {
                    color: Theme.primary
                    font.bold: true
                    font.pixelSize: Theme.display
                    objectName: "priceAmount"
                    text: root.price.amount
                }
                Words {
                    color: Theme.inkSoft
                    font.pixelSize: Theme.title
                    font.strikeout: true
                    objectName: "priceWas"
                    text: root.price.was
                    visible: text !== ""
                }
            },
            Words {
                Layout.fillWidth: true
                color: Theme.inkSoft
                horizontalAlignment: root.align
                objectName: "priceExtra"
                text: root.price.extra
                visible: root.isFound && text !== ""
            },
            ColumnLayout {
                Layout.fillWidth: true
                spacing: Theme.tiny
                visible: root.isFound

                Repeater {
                    model: root.price.rows

                    DetailRow {
                        required property var modelData

                        Layout.fillWidth: true
                        amount: modelData.amount
                        kind: modelData.kind
                        text: modelData.text
                    }
                }
            },
            Pill {
                Layout.alignment: Theme.portrait ? Qt.AlignHCenter : Qt.AlignLeft
                iconName: "member"
                objectName: "priceMember"
                text: root.price.member
                visible: text !== ""
                widthMax: parent ? parent.width : 0
            }
        ]
        hero: [
            CameraPanel {
                anchors.centerIn: parent
                height: Math.min(parent.height, width * 0.66)
                lane: root.lane
                visible: !root.isFound && parent.height > 160
                width: Math.min(parent.width - 2 * Theme.margin, 900)
            },
            Picture {
                anchors.centerIn: parent
                name: root.price.name
                picture: root.price.picture
                size: Math.min(340, parent.height)
                visible: root.isFound && size > 120
            }
        ]
    }
}
