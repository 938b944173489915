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
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.reach ? Theme.bottomBar + Theme.gap : Math.max(Theme.gap, (parent.height - height) / 2)
        anchors.horizontalCenter: parent.horizontalCenter
        height: Math.min(page.implicitHeight + 2 * Theme.margin, parent.height - 2 * Theme.gap)
        radius: Theme.radiusLarge
        width: Math.min(1000, parent.width - 2 * Theme.margin)

        Flickable {
            anchors.fill: parent
            anchors.margins: Theme.margin
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            contentHeight: page.implicitHeight
            contentWidth: width

            ColumnLayout {
                id: page

                spacing: Theme.gap
                width: parent.width

                Words {
                    Layout.fillWidth: true
                    font.bold: true
                    font.pixelSize: Theme.headline
                    horizontalAlignment: Text.AlignHCenter
                    lineHeight: 0.95
                    text: qsTr("Do you need a bag?")
                }
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
                            size: 120
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
                TouchButton {
                    Layout.fillWidth: true
                    Layout.preferredHeight: Math.max(Theme.buttonLarge, implicitHeight)
                    Layout.topMargin: Theme.small
                    cornerRadius: Theme.radiusLarge
                    iconName: root.flow.wantsBags ? "bag" : "check"
                    kind: TouchButton.Kind.Primary
                    objectName: "bagsAnswer"
                    text: root.flow.bagsAnswer
                    textSize: Theme.title

                    onClicked: root.flow.answerBags()
                }
                TouchButton {
                    Layout.fillWidth: true
                    iconName: "back"
                    kind: TouchButton.Kind.Quiet
                    objectName: "bagsBack"
                    text: qsTr("Back to the basket")
                    textSize: Theme.body

                    onClicked: root.flow.leaveBags()
                }
            }
        }
    }
}
