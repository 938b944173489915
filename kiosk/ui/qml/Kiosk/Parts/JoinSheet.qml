pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Theme

// Becoming a member: on the phone by a code, or here with a number. Gone with everything on it when it closes.
Item {
    id: root

    required property Lane lane
    // Keys stay inside while it shows (kiosk/ui/ring.py).
    readonly property bool holdsFocus: true

    readonly property Join join: lane.join
    readonly property string step: join.step
    // Lying, with little room: keys and code beside the words, so that both are seen whole.
    readonly property bool isBeside: Theme.isTight && !Theme.portrait && (step === "number" || step === "code")

    Accessible.name: title.text
    Accessible.role: Accessible.Dialog

    component Keys: Keypad {
        mayConfirm: root.join.mayConfirm

        onBackspace: root.join.backspace()
        onConfirm: root.join.confirm()
        onDigit: value => root.join.digit(value)
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.dim
    }
    TapHandler {
        onTapped: root.join.close()
    }
    Sheet {
        id: sheet

        readonly property int pad: root.isBeside ? Theme.gap : Theme.margin

        anchors.horizontalCenter: parent.horizontalCenter
        height: Math.min(root.isBeside ? 720 : page.contentHeight + 2 * pad, Theme.sheetRoom(root, true) - (Theme.reach ? Theme.small : 2 * Theme.gap))
        width: Math.min(parent.width - 2 * Theme.margin, root.isBeside ? 1600 : 1240)
        y: Theme.reach ? parent.height - height - Theme.tiny : (parent.height - height) / 2

        TapHandler {
            gesturePolicy: TapHandler.ReleaseWithinBounds
        }
        Flickable {
            id: page

            anchors.bottom: parent.bottom
            anchors.left: parent.left
            anchors.margins: sheet.pad
            anchors.right: root.isBeside ? keys.left : parent.right
            anchors.top: parent.top
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            contentHeight: column.implicitHeight
            contentWidth: width

            ColumnLayout {
                id: column

                spacing: Theme.gap
                width: page.width

                RowLayout {
                    Layout.fillWidth: true
                    spacing: Theme.small

                    Words {
                        id: title

                        Layout.fillWidth: true
                        font.bold: true
                        font.pixelSize: Theme.title
                        objectName: "joinTitle"
                        text: ({
                                "choose": qsTr("Become a member"),
                                "number": qsTr("Your telephone number"),
                                "agree": qsTr("What may we do?"),
                                "code": qsTr("Scan this with your phone")
                            })[root.step] ?? (root.step === "refused" ? root.join.problemTitle : qsTr("One moment, please"))
                    }
                    TouchButton {
                        Accessible.name: qsTr("Close")
                        Layout.preferredHeight: Theme.touch
                        Layout.preferredWidth: Theme.touch
                        iconName: "close"
                        kind: TouchButton.Kind.Quiet
                        leftPadding: 0
                        objectName: "joinClose"
                        rightPadding: 0

                        onClicked: root.join.close()
                    }
                }
                Words {
                    Layout.fillWidth: true
                    color: Theme.inkSoft
                    text: root.step === "refused" ? root.join.problemBody : root.step === "code" ? qsTr("Finish there. This checkout notices by itself; you can scan on meanwhile.") : root.step === "choose" ? qsTr("Under a minute. No name, no address.") : root.step === "number" ? qsTr("You are recognised by it here. Nobody calls you.") : ""
                    // Lying, with reach, the number itself needs the room.
                    visible: text !== "" && !(root.isBeside && Theme.reach && root.step === "number")
                }
                Beats {
                    Layout.alignment: Qt.AlignHCenter
                    visible: root.step === "asking" || root.step === "phone" || root.step === "lane"
                }
                ChoiceTile {
                    Layout.fillWidth: true
                    iconName: "qr"
                    isFirst: true
                    isSlim: true
                    note: qsTr("Your card is on your phone then")
                    objectName: "joinPhone"
                    text: qsTr("With my phone")
                    visible: root.step === "choose"

                    onClicked: root.join.byPhone()
                }
                ChoiceTile {
                    Layout.fillWidth: true
                    iconName: "keypad"
                    isSlim: true
                    note: qsTr("With a telephone number")
                    objectName: "joinHere"
                    text: qsTr("Here")
                    visible: root.step === "choose"

                    onClicked: root.join.here()
                }
                Rectangle {
                    Layout.fillWidth: true
                    border.color: root.join.mayConfirm ? Theme.primary : Theme.line
                    border.width: 4
                    color: Theme.ground
                    implicitHeight: 112
                    radius: Theme.radius
                    visible: root.step === "number"

                    Words {
                        anchors.fill: parent
                        font.bold: true
                        font.pixelSize: Math.min(Theme.heading, 72)
                        horizontalAlignment: Text.AlignHCenter
                        objectName: "joinShown"
                        text: root.join.shown
                        verticalAlignment: Text.AlignVCenter
                        wrapMode: Text.NoWrap
                    }
                }
                Keys {
                    Layout.fillWidth: true
                    Layout.preferredHeight: Theme.reach ? 4 * Theme.touch + 3 * Theme.small : Theme.portrait ? 760 : 480
                    visible: root.step === "number" && !root.isBeside
                }
                Repeater {
                    model: root.step === "agree" ? root.join.agreements : []

                    ChoiceTile {
                        required property var modelData

                        Accessible.checkable: true
                        Accessible.checked: modelData.isGiven
                        Accessible.role: Accessible.CheckBox
                        Layout.fillWidth: true
                        iconName: modelData.isGiven ? "check" : "minus"
                        isFirst: modelData.isGiven
                        isSlim: true
                        note: modelData.text
                        objectName: "agree-" + modelData.purpose
                        text: modelData.title

                        onClicked: root.join.toggle(modelData.purpose)
                    }
                }
                TouchButton {
                    Layout.fillWidth: true
                    enabled: root.join.mayJoin
                    iconName: "member"
                    kind: TouchButton.Kind.Primary
                    objectName: "joinNow"
                    text: qsTr("Join")
                    visible: root.step === "agree"

                    onClicked: root.join.join()
                }
                QrView {
                    Layout.alignment: Qt.AlignHCenter
                    Layout.preferredHeight: !Theme.portrait ? 460 : Theme.reach ? 360 : 620
                    Layout.preferredWidth: Layout.preferredHeight
                    objectName: "joinCode"
                    text: root.join.url
                    visible: root.step === "code" && !root.isBeside
                }
            }
        }
        Keys {
            id: keys

            anchors.bottom: parent.bottom
            anchors.margins: sheet.pad
            anchors.right: parent.right
            anchors.top: parent.top
            visible: root.isBeside && root.step === "number"
            width: parent.width * 0.46
        }
        QrView {
            anchors.centerIn: keys
            height: Math.min(keys.width, keys.height)
            objectName: "joinCode"
            text: root.join.url
            visible: root.isBeside && root.step === "code"
            width: height
        }
    }
    // Nobody's number stays on the screen of a lane that was left: asked first, then forgotten.
    Timer {
        interval: Theme.forget
        running: root.step !== "code" && root.lane.attention.sheet === "idle"

        onTriggered: root.join.close()
    }
}
