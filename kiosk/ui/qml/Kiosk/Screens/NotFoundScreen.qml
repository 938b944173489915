import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Parts
import Kiosk.Theme

// A code that sells nothing or saves nothing: what it was, and what to do.
Item {
    id: root

    required property Lane lane
    // Half of a lying window: four of them, in the largest letters too.
    readonly property int actionSize: Theme.reach && !Theme.portrait && Theme.isLarge ? Theme.caption : Theme.strong

    readonly property string subject: lane.notice.subject

    Rectangle {
        anchors.fill: parent
        color: Theme.ground
    }
    MessagePage {
        anchors.fill: parent
        anchors.topMargin: Theme.topBar
        message: root.lane.notice.body
        title: root.lane.notice.title

        actions: [
            TouchButton {
                Layout.fillWidth: true
                Layout.preferredHeight: Theme.buttonLarge
                cornerRadius: Theme.radiusLarge
                iconName: root.lane.notice.mayRetry ? "scan-barcode" : "check"
                kind: TouchButton.Kind.Primary
                objectName: "done"
                text: root.lane.notice.mayRetry ? qsTr("Try again") : qsTr("Continue")
                textSize: Theme.isLarge ? Theme.body : Theme.title

                onClicked: root.lane.dismissNotFound()
            },
            TouchButton {
                Layout.fillWidth: true
                iconName: "leaf"
                objectName: "lookup"
                text: qsTr("No barcode?")
                textSize: root.actionSize
                visible: root.lane.lookup.isOffered && root.subject === "item"

                onClicked: root.lane.lookup.open()
            },
            TouchButton {
                Layout.fillWidth: true
                iconName: "keypad"
                objectName: "enterCode"
                text: qsTr("Enter a number")
                textSize: root.actionSize
                visible: root.lane.notice.mayRetry

                onClicked: root.lane.codePad.open()
            },
            TouchButton {
                Layout.fillWidth: true
                objectName: "cancel"
                textSize: root.actionSize
                visible: root.lane.notice.mayRetry
                text: {
                    if (root.subject === "coupon")
                        return qsTr("Continue without this coupon");
                    return root.subject === "member" ? qsTr("Continue without member prices") : qsTr("Continue without this item");
                }

                onClicked: root.lane.dismissNotFound()
            }
        ]
        extra: Rectangle {
            Layout.fillWidth: true
            color: Theme.tint
            implicitHeight: code.implicitHeight + 2 * Theme.small
            radius: Theme.radiusSmall
            visible: root.lane.notice.code !== ""

            Words {
                id: code

                anchors.centerIn: parent
                color: Theme.inkSoft
                font.letterSpacing: 2
                horizontalAlignment: Text.AlignHCenter
                objectName: "code"
                text: root.lane.notice.code
                width: parent.width - 2 * Theme.gap
                wrapMode: Text.WrapAnywhere
            }
        }
        hero: Item {
            anchors.centerIn: parent
            height: 460
            width: 460

            Badge {
                anchors.centerIn: parent
                color: Theme.cautionSoft
                name: root.subject === "item" ? "scan-barcode" : root.subject
                size: 400
            }
            Rectangle {
                anchors.bottom: parent.bottom
                anchors.right: parent.right
                border.color: Theme.ground
                border.width: 10
                color: Theme.cautionStrong
                height: 148
                radius: 74
                width: 148

                Words {
                    anchors.centerIn: parent
                    font.bold: true
                    font.pixelSize: Theme.display
                    text: "?"
                }
            }
        }
    }
}
