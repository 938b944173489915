import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Theme

// What the camera sees, where to hold the barcode, and a flash of green when it was read.
Rectangle {
    id: root

    required property Lane lane
    property string hintText: qsTr("Hold the barcode here")

    // Large words have their own place below the frame.
    readonly property real hintSpace: Theme.isLarge ? pill.height + Theme.small : 0

    color: Theme.festiveDeep
    radius: Theme.radius

    CameraView {
        id: camera

        anchors.fill: parent
        radius: root.radius
        source: root.lane.camera
        visible: root.lane.basket.cameraFaultTitle === ""
    }
    Icon {
        anchors.centerIn: parent
        anchors.verticalCenterOffset: -root.hintSpace / 2
        isFestive: true
        isLight: true
        name: "camera"
        opacity: 0.5
        size: Theme.isLarge ? 64 : 120
        visible: camera.visible && !camera.hasFrame
    }
    ColumnLayout {
        anchors.centerIn: parent
        spacing: Theme.tiny
        visible: !camera.visible
        width: parent.width - 2 * Theme.margin

        Icon {
            Layout.alignment: Qt.AlignHCenter
            Layout.preferredHeight: size
            Layout.preferredWidth: size
            isFestive: true
            isLight: true
            name: "warning"
            size: 80
            visible: Theme.textScale <= 1
        }
        Words {
            Layout.fillWidth: true
            color: Theme.festiveLime
            font.bold: true
            font.pixelSize: Theme.isLarge ? Theme.caption : Theme.strong
            horizontalAlignment: Text.AlignHCenter
            text: root.lane.basket.cameraFaultTitle
        }
        Words {
            Layout.fillWidth: true
            color: Theme.festiveInk
            font.pixelSize: Theme.textScale > 1 ? Theme.caption : Theme.body
            horizontalAlignment: Text.AlignHCenter
            text: root.lane.basket.cameraFaultBody
        }
    }
    GuideFrame {
        id: guide

        anchors.centerIn: parent
        anchors.verticalCenterOffset: Theme.isLarge ? -root.hintSpace / 2 : -Theme.gap
        color: hit.running ? Theme.festiveLime : Theme.festiveInk
        height: Theme.isLarge ? parent.height - root.hintSpace - 2 * Theme.gap : parent.height * 0.66
        thickness: hit.running ? 14 : 8
        visible: camera.visible && height >= 2 * arm
        width: parent.width * 0.7
    }
    Rectangle {
        id: pill

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.small
        anchors.horizontalCenter: parent.horizontalCenter
        color: Theme.veil
        height: hint.implicitHeight + Theme.small
        radius: height / 2
        visible: camera.visible && !hit.running
        width: hint.width + 2 * Theme.gap

        Words {
            id: hint

            anchors.centerIn: parent
            color: Theme.festiveInk
            font.bold: true
            font.pixelSize: Math.min(Theme.caption, root.width / 14)
            horizontalAlignment: Text.AlignHCenter
            text: root.hintText
            width: Math.min(implicitWidth, root.width - 3 * Theme.margin)
        }
    }
    Rectangle {
        anchors.centerIn: parent
        color: Theme.festiveLime
        height: 144
        radius: 72
        visible: hit.running
        width: 144

        Icon {
            anchors.centerIn: parent
            isFestive: true
            name: "check"
            size: 88
        }
    }
    Timer {
        id: hit

        interval: Theme.celebrate
    }
    Connections {
        function onHit() {
            hit.restart();
        }

        target: root.lane.basket
    }
}
