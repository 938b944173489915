import QtQuick
import Kiosk.Theme

// Paper coming out of the printer, line by line while it prints.
Item {
    id: root

    property bool isPrinting: false
    property int step: 6

    implicitHeight: 500
    implicitWidth: 440

    onIsPrintingChanged: step = isPrinting ? 1 : 6

    Image {
        height: 200
        source: "images/printer.svg"
        sourceSize: Qt.size(440, 200)
        width: 440
        y: 300
    }
    Item {
        clip: true
        height: 350
        width: 260
        x: 90

        Image {
            height: 340
            source: "images/paper.svg"
            sourceSize: Qt.size(260, 340)
            width: 260
            y: 350 - 57 * root.step

            Behavior on y {
                NumberAnimation {
                    duration: Theme.move
                }
            }
        }
    }
    Timer {
        interval: 500
        repeat: true
        running: root.visible && root.isPrinting && root.step < 6

        onTriggered: root.step += 1
    }
}
