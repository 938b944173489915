pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Parts
import Kiosk.Theme

// Whose balance, and by how much. The card pays on its own screen.
Item {
    id: root

    required property Lane lane

    readonly property TopUp topUp: lane.topUp
    readonly property Payment payment: lane.payment
    readonly property bool isChoosing: topUp.step === "choose"

    // Where they can be reached they stand among what is touched, else under the words.
    component Amounts: GridLayout {
        Layout.fillWidth: true
        columnSpacing: Theme.gap
        columns: Theme.reach ? 3 : Theme.isLarge ? 1 : Theme.portrait ? 2 : 3
        rowSpacing: Theme.gap
        uniformCellWidths: true

        Repeater {
            model: root.topUp.amounts

            TouchButton {
                required property int index
                required property var modelData

                Layout.columnSpan: Theme.portrait && !Theme.reach && index === root.topUp.amounts.length - 1 && index % 2 === 0 && !Theme.isLarge ? 2 : 1
                Layout.fillWidth: true
                Layout.preferredHeight: Theme.reach ? Theme.button : Math.max(Theme.portrait ? Theme.buttonLarge : Theme.button + Theme.small, implicitHeight)
                cornerRadius: Theme.radiusLarge
                enabled: root.topUp.mayPay
                objectName: "load-" + modelData.minor
                text: modelData.text
                leftPadding: Theme.tiny
                rightPadding: Theme.tiny
                textSize: Theme.reach ? Theme.body : Theme.portrait ? Theme.headline : Theme.title

                onClicked: root.topUp.choose(modelData.minor)
            }
        }
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.ground
    }
    MessagePage {
        anchors.fill: parent
        anchors.topMargin: Theme.topBar
        heroHeight: root.isChoosing ? 340 : 620
        message: root.topUp.body
        title: root.topUp.title

        actions: [
            Amounts {
                Layout.columnSpan: Theme.reach && !Theme.portrait ? 2 : 1
                visible: root.isChoosing && Theme.reach
            },
            TouchButton {
                Layout.fillWidth: true
                iconName: "restart"
                kind: TouchButton.Kind.Primary
                objectName: "loadAgain"
                text: qsTr("Ask again")
                visible: root.topUp.mayRetry

                onClicked: root.topUp.again()
            },
            TouchButton {
                Layout.fillWidth: true
                iconName: "keypad"
                objectName: "enterCode"
                text: qsTr("Enter a number")
                visible: root.topUp.step === "show"

                onClicked: root.lane.codePad.open()
            },
            TouchButton {
                Layout.fillWidth: true
                iconName: "back"
                objectName: "loadBack"
                text: qsTr("Not now")

                onClicked: root.topUp.leave()
            }
        ]
        extra: [
            Banner {
                Layout.fillWidth: true
                isGrave: true
                message: root.payment.refusalBody
                objectName: "loadRefusal"
                quote: root.payment.refusalWords
                title: root.payment.refusalTitle
                visible: title !== ""
            },
            Banner {
                Layout.fillWidth: true
                message: root.topUp.problemBody
                objectName: "loadProblem"
                title: root.topUp.problemTitle
                visible: title !== ""
            },
            Beats {
                Layout.alignment: Theme.portrait ? Qt.AlignHCenter : Qt.AlignLeft
                visible: root.topUp.step === "asking"
            },
            Amounts {
                visible: root.isChoosing && !Theme.reach
            },
            Words {
                Layout.fillWidth: true
                color: root.topUp.mayPay ? Theme.inkSoft : Theme.caution
                horizontalAlignment: Theme.portrait ? Text.AlignHCenter : Text.AlignLeft
                objectName: "loadNote"
                text: root.topUp.payNote
                visible: text !== ""
            }
        ]
        hero: [
            CameraPanel {
                anchors.centerIn: parent
                height: Math.min(parent.height, width * 0.66)
                hintText: root.topUp.hint
                lane: root.lane
                visible: root.topUp.step === "show" && root.topUp.hint !== "" && parent.height > 160
                width: Math.min(parent.width - 2 * Theme.margin, 900)
            },
            Badge {
                anchors.centerIn: parent
                color: Theme.primarySoft
                name: root.isChoosing ? "plus" : "member"
                size: Math.min(320, parent.height)
                visible: size > 120 && (root.topUp.step !== "show" || root.topUp.hint === "")
            }
        ]
    }
}
