import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Theme

// What the camera sees and what the scanner makes of it: each code with its decoders, and why it counts or not.
// With little room below, the words stand beside the picture.
GridLayout {
    id: root

    required property Lane lane
    required property real room

    readonly property real wordsHeight: 350
    readonly property bool isBeside: room < width * 0.45 + wordsHeight
    readonly property real pictureHeight: isBeside ? Math.min(room, width * 0.6 * 9 / 16) : Math.min(room - wordsHeight, width * 9 / 16)

    signal closed

    columnSpacing: Theme.small
    columns: isBeside ? 2 : 1
    rowSpacing: Theme.small

    Rectangle {
        Layout.alignment: Qt.AlignTop | Qt.AlignHCenter
        Layout.preferredHeight: root.pictureHeight
        Layout.preferredWidth: root.pictureHeight * 16 / 9
        color: Theme.staffDeep
        radius: Theme.radiusSmall

        Icon {
            anchors.centerIn: parent
            isLight: true
            name: "camera"
            opacity: 0.5
            size: 120
            visible: !camera.hasFrame
        }
        CameraView {
            id: camera

            anchors.fill: parent
            radius: parent.radius
            source: root.lane.camera
        }
        CameraMarks {
            id: eye

            anchors.fill: parent
            clip: true
            objectName: "scannerEye"
            source: root.lane.camera
        }
        TouchButton {
            anchors.margins: Theme.small
            anchors.right: parent.right
            anchors.top: parent.top
            height: Theme.touch
            iconName: "close"
            objectName: "scannerEyeClose"
            text: qsTr("Back")
            textSize: Theme.note

            onClicked: root.closed()
        }
    }
    Rectangle {
        Layout.alignment: Qt.AlignTop
        Layout.fillWidth: true
        Layout.preferredHeight: told.implicitHeight + 2 * Theme.small
        border.color: Theme.staffLine
        border.width: 2
        color: Theme.card
        radius: Theme.radiusSmall

        ColumnLayout {
            id: told

            spacing: Theme.tiny
            width: parent.width - 2 * Theme.gap
            x: Theme.gap
            y: Theme.small

            Repeater {
                model: eye.reads

                RowLayout {
                    id: row

                    required property var modelData

                    readonly property string reason: ({
                            "counted": qsTr("counted"),
                            "settled": qsTr("counts"),
                            "one_look": qsTr("seen once: one more look or a second decoder"),
                            "needs_two": qsTr("short code: two decoders must agree"),
                            "contradicted": qsTr("another code was read in the same place")
                        })[modelData.standing] ?? ""

                    spacing: Theme.small

                    Rectangle {
                        Layout.preferredHeight: 24
                        Layout.preferredWidth: 24
                        border.color: Theme.staff
                        border.width: 2
                        color: row.modelData.colour
                        radius: 12
                    }
                    ColumnLayout {
                        Layout.fillWidth: true
                        spacing: -2

                        Words {
                            Layout.fillWidth: true
                            font.bold: true
                            font.pixelSize: Theme.note
                            lineHeight: 0.92
                            objectName: "eyeRead"
                            text: row.modelData.text + " · " + row.reason
                        }
                        Words {
                            Layout.fillWidth: true
                            color: Theme.inkSoft
                            elide: Text.ElideRight
                            font.pixelSize: Theme.caption
                            maximumLineCount: 1
                            text: row.modelData.symbology + " · " + row.modelData.engines
                        }
                    }
                }
            }
            Words {
                Layout.fillWidth: true
                color: Theme.inkSoft
                font.pixelSize: Theme.note
                text: eye.unreadBars > 0 ? qsTr("Bars in view that nobody can read: is the print whole, dry and flat?") : qsTr("Hold a barcode before the camera")
                visible: eye.reads.length === 0
            }
            Words {
                Layout.fillWidth: true
                color: Theme.inkSoft
                font.pixelSize: Theme.caption
                text: qsTr("The last look took %1 ms").arg(Math.round(eye.decodeMs))
                visible: eye.decodeMs > 0
            }
        }
    }
}
