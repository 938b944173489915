import QtQuick
import Kiosk.Theme

// How it works, without words: a pack in front of the camera, and a beam that finds its barcode now and then.
Item {
    id: root

    implicitHeight: 520
    implicitWidth: 520

    Rectangle {
        anchors.fill: parent
        color: Theme.glassFaint
        radius: Theme.radiusLarge
    }
    Image {
        id: pack

        anchors.centerIn: parent
        fillMode: Image.PreserveAspectFit
        height: parent.height * 0.72
        source: "images/pack.svg"
        sourceSize: Qt.size(Math.round(height * 0.75), Math.round(height))
        width: height * 0.75
    }
    GuideFrame {
        anchors.fill: parent
        anchors.margins: Theme.margin
        color: Theme.festiveLime
        arm: 72
        thickness: 10
    }
    Rectangle {
        id: beam

        color: Theme.festiveLime
        height: 8
        opacity: 0
        radius: 4
        width: parent.width - 2 * Theme.wide
        x: Theme.wide
        y: Theme.wide
    }
    Rectangle {
        id: found

        anchors.bottom: parent.bottom
        anchors.bottomMargin: -28
        anchors.right: parent.right
        anchors.rightMargin: -28
        color: Theme.festiveLime
        height: 128
        radius: 64
        width: 128

        Icon {
            anchors.centerIn: parent
            isFestive: true
            name: "check"
            size: 76
        }
    }
    SequentialAnimation {
        id: sweep

        PropertyAction {
            property: "opacity"
            target: beam
            value: 1
        }
        PropertyAction {
            property: "visible"
            target: found
            value: false
        }
        NumberAnimation {
            duration: 700
            easing.type: Easing.InOutSine
            from: Theme.wide
            property: "y"
            target: beam
            to: root.height * 0.66
        }
        PropertyAction {
            property: "opacity"
            target: beam
            value: 0
        }
        PropertyAction {
            property: "visible"
            target: found
            value: true
        }
    }
    Timer {
        interval: Theme.hint
        repeat: true
        running: root.visible && !Theme.isStill

        onTriggered: sweep.restart()
    }
}
