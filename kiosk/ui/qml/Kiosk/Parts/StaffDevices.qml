pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Theme

// The devices as they are now, each with its test; and what the camera sees, small or with all it makes of it.
Item {
    id: root

    required property Lane lane

    readonly property Attendant attendant: lane.attendant
    required property real room
    property bool isLooking: false

    implicitHeight: isLooking ? look.implicitHeight : Math.min(list.implicitHeight, room)

    onVisibleChanged: isLooking = false

    ScannerEye {
        id: look

        lane: root.lane
        room: root.room
        visible: root.isLooking
        width: root.width

        onClosed: root.isLooking = false
    }
    ScrollPart {
        height: Math.min(needs, root.room)
        visible: !root.isLooking
        width: root.width

        RowLayout {
            id: list

            Layout.fillWidth: true
            spacing: Theme.small

            ColumnLayout {
                Layout.alignment: Qt.AlignTop
                Layout.fillWidth: true
                spacing: Theme.tiny

                Repeater {
                    model: root.attendant.devices

                    Rectangle {
                        id: row

                        required property var modelData

                        readonly property color lamp: ({
                                "ready": Theme.lampGreen,
                                "warning": Theme.lampYellow,
                                "fault": Theme.lampRed
                            })[modelData.condition] ?? Theme.staffSoft

                        Layout.fillWidth: true
                        border.color: Theme.staffLine
                        border.width: 2
                        color: Theme.card
                        implicitHeight: Math.max(Theme.touch + 4, words.implicitHeight + Theme.tiny)
                        radius: Theme.radiusSmall

                        Icon {
                            id: mark

                            anchors.verticalCenter: parent.verticalCenter
                            name: row.modelData.icon
                            size: 44
                            x: Theme.start(Theme.small, width, parent.width)
                        }
                        Rectangle {
                            color: row.lamp
                            height: 20
                            radius: 10
                            width: 20
                            x: mark.x + (Theme.isMirrored ? -10 : 34)
                            y: mark.y - 4
                        }
                        Column {
                            id: words

                            anchors.left: mark.right
                            anchors.leftMargin: Theme.gap
                            anchors.right: test.left
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
                                color: row.modelData.condition === "fault" ? Theme.danger : Theme.inkSoft
                                font.pixelSize: Theme.caption
                                lineHeight: 0.92
                                objectName: "device-" + row.modelData.key
                                text: row.modelData.text
                                width: parent.width
                            }
                        }
                        TouchButton {
                            id: test

                            anchors.right: parent.right
                            anchors.rightMargin: Theme.tiny
                            anchors.verticalCenter: parent.verticalCenter
                            cornerRadius: Theme.radiusSmall
                            enabled: root.attendant.mayTest
                            height: Theme.touch
                            objectName: "test-" + row.modelData.key
                            text: qsTr("Test")
                            textSize: Theme.caption
                            width: Math.max(140, implicitWidth)

                            onClicked: root.attendant.test(row.modelData.key)
                        }
                    }
                }
            }
            ColumnLayout {
                Layout.alignment: Qt.AlignTop
                Layout.maximumWidth: 360
                Layout.preferredWidth: 360
                spacing: Theme.tiny

                Rectangle {
                    Layout.fillWidth: true
                    Layout.preferredHeight: 203
                    color: Theme.staffDeep
                    radius: Theme.radiusSmall

                    Icon {
                        anchors.centerIn: parent
                        isLight: true
                        name: "camera"
                        opacity: 0.5
                        size: 96
                        visible: !camera.hasFrame
                    }
                    CameraView {
                        id: camera

                        anchors.fill: parent
                        radius: parent.radius
                        source: root.lane.camera
                    }
                }
                TouchButton {
                    Layout.fillWidth: true
                    Layout.preferredHeight: Theme.touch
                    cornerRadius: Theme.radiusSmall
                    iconName: "scan-barcode"
                    objectName: "scannerEyeOpen"
                    text: qsTr("What it reads")
                    textSize: Theme.caption

                    onClicked: root.isLooking = true
                }
            }
        }
    }
}
