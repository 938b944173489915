pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Theme

// How many bags, asked once before paying. One touch says none.
Item {
    id: root

    required property Lane lane
    // Keys stay inside while it shows (kiosk/ui/ring.py).
    readonly property bool holdsFocus: true

    readonly property OnTheWay flow: lane.flow

    Accessible.name: qsTr("Do you need a bag?")
    Accessible.role: Accessible.Dialog

    Rectangle {
        anchors.fill: parent
        anchors.topMargin: -Theme.topBar
        color: Theme.dim
    }
    TapHandler {
        gesturePolicy: TapHandler.ReleaseWithinBounds
    }
    Sheet {
        id: sheet

        // Lying, with little room: both answers beside each other.
        readonly property bool isFlat: Theme.isTight && !Theme.portrait
        readonly property int pad: Theme.isTight ? Theme.gap : Theme.margin

        anchors.horizontalCenter: parent.horizontalCenter
        height: Math.min(title.height + page.needs + answers.implicitHeight + 2 * Theme.gap + 2 * pad, Theme.reach ? title.height + (parent.height + Theme.topBar) / 2 - Theme.bottomBar - Theme.small : parent.height - 2 * Theme.gap)
        radius: Theme.radiusLarge
        width: Math.min(isFlat ? 1500 : 1000, parent.width - 2 * Theme.margin)
        y: Theme.reach ? parent.height - Theme.bottomBar - height - Theme.tiny : (parent.height - height) / 2

        // With reach it may stand above the middle: nothing in it is touched.
        Words {
            id: title

            anchors.left: parent.left
            anchors.margins: sheet.pad
            anchors.right: parent.right
            anchors.top: parent.top
            font.bold: true
            font.pixelSize: Theme.isTight ? Theme.title : Theme.headline
            horizontalAlignment: Text.AlignHCenter
            lineHeight: 0.95
            text: qsTr("Do you need a bag?")
        }
        ScrollPart {
            id: page

            anchors.bottom: answers.top
            anchors.bottomMargin: Theme.gap
            anchors.left: parent.left
            anchors.margins: sheet.pad
            anchors.right: parent.right
            anchors.top: title.bottom
            anchors.topMargin: Theme.gap
            gap: Theme.gap

            Repeater {
                model: root.flow.bags

                GridLayout {
                    id: bag

                    required property var modelData

                    Layout.fillWidth: true
                    columnSpacing: Theme.gap
                    columns: Theme.isLarge ? 2 : 3
                    rowSpacing: Theme.small

                    Picture {
                        name: bag.modelData.name
                        picture: bag.modelData.picture
                        size: Theme.isLarge ? 88 : 120
                    }
                    ColumnLayout {
                        Layout.fillWidth: true
                        spacing: 0

                        Words {
                            Layout.fillWidth: true
                            font.bold: true
                            font.pixelSize: Theme.strong
                            lineHeight: 0.95
                            text: bag.modelData.name
                        }
                        Words {
                            Layout.fillWidth: true
                            color: Theme.inkSoft
                            text: bag.modelData.price
                        }
                    }
                    Stepper {
                        Layout.alignment: Qt.AlignRight
                        Layout.columnSpan: Theme.isLarge ? 2 : 1
                        of: bag.modelData.name
                        tag: bag.modelData.key
                        value: bag.modelData.count

                        onChanged: change => root.flow.moreBags(bag.modelData.key, change)
                    }
                }
            }
        }
        GridLayout {
            id: answers

            anchors.bottom: parent.bottom
            anchors.left: parent.left
            anchors.margins: sheet.pad
            anchors.right: parent.right
            columnSpacing: Theme.gap
            columns: sheet.isFlat ? 2 : 1
            rowSpacing: Theme.isTight ? Theme.small : Theme.gap
            uniformCellWidths: true

            TouchButton {
                Layout.fillWidth: true
                Layout.preferredHeight: Math.max(Theme.isTight ? Theme.button : Theme.buttonLarge, implicitHeight)
                cornerRadius: Theme.isTight ? Theme.radius : Theme.radiusLarge
                iconName: root.flow.wantsBags ? "bag" : "check"
                kind: TouchButton.Kind.Primary
                objectName: "bagsAnswer"
                text: root.flow.bagsAnswer
                textSize: Theme.isTight ? Theme.label : Theme.title

                onClicked: root.flow.answerBags()
            }
            TouchButton {
                Layout.fillHeight: true
                Layout.fillWidth: true
                iconName: "back"
                kind: TouchButton.Kind.Quiet
                objectName: "bagsBack"
                text: qsTr("Back to the basket")
                textSize: Theme.isTight ? Theme.note : Theme.body

                onClicked: root.flow.leaveBags()
            }
        }
    }
}
