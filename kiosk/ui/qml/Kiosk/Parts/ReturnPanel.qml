pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Theme

// Goods that come back, as staff see it: which of them, then where the money goes and how far it is.
Item {
    id: root

    required property Lane lane

    readonly property GoodsBack back: lane.attendant.goodsBack
    readonly property bool isChoosing: back.step === "choose"
    readonly property bool isAtWork: back.step === "asking" || back.step === "wallet" || back.step === "checking"

    component Step: TouchButton {
        Layout.preferredHeight: Theme.touch
        Layout.preferredWidth: Theme.touch
        cornerRadius: Theme.radiusSmall
        leftPadding: 0
        rightPadding: 0
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.small

        RowLayout {
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.touch
            spacing: Theme.small

            Words {
                Layout.fillWidth: true
                color: Theme.inkSoft
                font.bold: true
                font.pixelSize: Theme.note
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: 20
                objectName: "returnSale"
                text: root.back.sale
                wrapMode: Text.NoWrap
            }
            TouchButton {
                Layout.preferredHeight: Theme.touch
                cornerRadius: Theme.radiusSmall
                objectName: "returnAll"
                text: qsTr("All of it")
                textSize: Theme.note
                visible: root.isChoosing

                onClicked: root.back.everything()
            }
        }
        Banner {
            Layout.fillWidth: true
            message: root.back.problemBody
            objectName: "returnProblem"
            title: root.back.problemTitle
            visible: title !== ""
        }
        ListView {
            id: list

            Layout.fillHeight: true
            Layout.fillWidth: true
            boundsBehavior: Flickable.StopAtBounds
            cacheBuffer: 4000
            clip: true
            model: root.back.lines
            spacing: Theme.tiny
            visible: root.isChoosing

            ScrollBar.vertical: ScrollBar {
                policy: list.contentHeight > list.height ? ScrollBar.AlwaysOn : ScrollBar.AlwaysOff
            }
            delegate: Rectangle {
                id: row

                required property int index
                required property var modelData

                readonly property string key: String(modelData.line_id)
                readonly property int count: root.back.counts[index] ?? 0

                border.color: count > 0 ? Theme.primary : Theme.staffLine
                border.width: count > 0 ? 4 : 2
                color: modelData.left > 0 ? Theme.card : Theme.disabled
                height: Math.max(120, words.implicitHeight + Theme.small)
                radius: Theme.radiusSmall
                width: ListView.view.width - (list.contentHeight > list.height ? Theme.small : 0)

                Column {
                    id: words

                    anchors.left: parent.left
                    anchors.leftMargin: Theme.gap
                    anchors.right: stepper.left
                    anchors.rightMargin: Theme.small
                    anchors.verticalCenter: parent.verticalCenter

                    Words {
                        font.bold: true
                        font.pixelSize: Theme.note
                        lineHeight: 0.92
                        text: row.modelData.name
                        width: parent.width
                    }
                    Words {
                        color: Theme.inkSoft
                        font.pixelSize: Theme.caption
                        lineHeight: 0.92
                        text: row.modelData.note
                        width: parent.width
                    }
                }
                RowLayout {
                    id: stepper

                    anchors.right: parent.right
                    anchors.rightMargin: Theme.small
                    anchors.verticalCenter: parent.verticalCenter
                    spacing: Theme.tiny
                    visible: row.modelData.left > 0

                    Words {
                        Layout.preferredWidth: 132
                        color: Theme.primary
                        font.bold: true
                        font.pixelSize: Theme.note
                        fontSizeMode: Text.HorizontalFit
                        horizontalAlignment: Text.AlignRight
                        minimumPixelSize: 20
                        opacity: row.count > 0 ? 1 : 0
                        text: root.back.amounts[row.index] ?? ""
                        wrapMode: Text.NoWrap
                    }
                    Step {
                        Accessible.name: qsTr("One less")
                        enabled: row.count > 0
                        iconName: "minus"
                        objectName: "less-" + row.key

                        onClicked: root.back.less(row.modelData.line_id)
                    }
                    Words {
                        Layout.preferredWidth: 56
                        font.bold: true
                        font.pixelSize: Theme.strong
                        horizontalAlignment: Text.AlignHCenter
                        objectName: "count-" + row.key
                        text: row.count
                        wrapMode: Text.NoWrap
                    }
                    Step {
                        Accessible.name: qsTr("One more")
                        enabled: row.count < row.modelData.left
                        iconName: "plus"
                        objectName: "more-" + row.key

                        onClicked: root.back.more(row.modelData.line_id)
                    }
                }
            }
        }
        Words {
            Layout.fillWidth: true
            font.bold: true
            font.pixelSize: Theme.title
            lineHeight: 0.95
            objectName: "returnTitle"
            text: root.back.title
            visible: text !== ""
        }
        Words {
            Layout.fillWidth: true
            color: Theme.inkSoft
            lineHeight: 0.98
            objectName: "returnBody"
            text: root.back.body
            visible: text !== ""
        }
        Rectangle {
            Layout.fillWidth: true
            color: Theme.primaryDeep
            implicitHeight: status.implicitHeight + 2 * Theme.gap
            radius: Theme.radiusSmall
            visible: root.back.status !== ""

            Words {
                id: status

                anchors.centerIn: parent
                color: Theme.lime
                font.bold: true
                font.pixelSize: Theme.strong
                horizontalAlignment: Text.AlignHCenter
                objectName: "returnStatus"
                text: root.back.status
                width: parent.width - 2 * Theme.gap
            }
        }
        Beats {
            Layout.bottomMargin: Theme.small
            Layout.topMargin: Theme.small
            color: root.back.step === "checking" ? Theme.caution : Theme.primary
            visible: root.isAtWork
        }
        GoesBackRows {
            Layout.fillHeight: true
            Layout.fillWidth: true
            model: root.back.parts
            visible: !root.isChoosing
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.small
            visible: root.isChoosing

            TouchButton {
                Layout.preferredHeight: Theme.button
                iconName: "close"
                objectName: "returnStop"
                text: qsTr("Stop")

                onClicked: root.back.stop()
            }
            StaffTile {
                Layout.fillWidth: true
                enabled: root.back.mayAsk
                iconName: "undo"
                isFirst: true
                note: root.back.limit
                objectName: "returnGive"
                text: qsTr("Give back %1").arg(root.back.amount)
                textSize: Theme.strong

                onClicked: root.back.giveBack()
            }
        }
        GridLayout {
            Layout.fillHeight: false
            Layout.fillWidth: true
            columnSpacing: Theme.small
            columns: Theme.portrait ? 1 : 3
            rowSpacing: Theme.tiny
            uniformCellWidths: true
            visible: root.back.step === "stuck"

            StaffTile {
                Layout.fillHeight: true
                Layout.fillWidth: true
                iconName: "restart"
                isFirst: true
                objectName: "returnAgain"
                text: qsTr("Try again")

                onClicked: root.back.goOn()
            }
            StaffTile {
                Layout.fillHeight: true
                Layout.fillWidth: true
                enabled: root.back.byHand === ""
                iconName: "hand"
                note: root.back.byHand
                objectName: "returnByHand"
                text: qsTr("It was given back by hand")

                onClicked: root.back.byHandNow()
            }
            StaffTile {
                Layout.fillHeight: true
                Layout.fillWidth: true
                iconName: "close"
                isGrave: true
                objectName: "returnStopStuck"
                text: qsTr("Give nothing more back")

                onClicked: root.back.stop()
            }
        }
        Words {
            Layout.fillWidth: true
            color: Theme.inkSoft
            font.bold: true
            text: root.lane.receipt.title
            visible: root.back.mayPrint && !root.lane.receipt.mayChoose
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.small
            visible: root.back.mayPrint || root.back.mayLeave

            StaffTile {
                Layout.fillWidth: true
                iconName: "printer"
                isFirst: true
                note: root.lane.receipt.paperNote
                objectName: "returnPrint"
                text: qsTr("Print the slip")
                visible: root.back.mayPrint && root.lane.receipt.mayChoose

                onClicked: root.lane.takePaper()
            }
            StaffTile {
                Layout.fillWidth: true
                iconName: "leaf"
                objectName: "returnNoSlip"
                text: qsTr("No slip")
                visible: root.back.mayPrint && root.lane.receipt.mayChoose

                onClicked: root.lane.takeNone()
            }
            StaffTile {
                Layout.fillWidth: true
                iconName: "check"
                isFirst: true
                objectName: "returnDone"
                text: qsTr("Done")
                visible: root.back.mayLeave || (root.back.mayPrint && root.lane.receipt.mayFinish)

                onClicked: root.lane.finish()
            }
        }
    }
}
