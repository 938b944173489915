pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Theme

// Digits, delete and OK, as on a telephone.
GridLayout {
    id: root

    property bool mayConfirm: true

    signal digit(value: int)
    signal backspace
    signal confirm

    // Digits and letters of keys stand where they stand on every keyboard.
    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: false

    columnSpacing: Theme.small
    columns: 3
    rowSpacing: Theme.isTight && !Theme.portrait ? Theme.tiny : Theme.small
    uniformCellHeights: true
    uniformCellWidths: true

    Repeater {
        model: 9

        TouchButton {
            required property int index

            Layout.fillHeight: true
            Layout.fillWidth: true
            objectName: "key" + (index + 1)
            text: index + 1
            textSize: Math.min(Theme.title, 64)

            onClicked: root.digit(index + 1)
        }
    }
    TouchButton {
        Accessible.name: qsTr("Delete")
        Layout.fillHeight: true
        Layout.fillWidth: true
        iconName: "back"
        objectName: "keyDelete"
        textSize: Math.min(Theme.title, 64)

        onClicked: root.backspace()
    }
    TouchButton {
        Layout.fillHeight: true
        Layout.fillWidth: true
        objectName: "key0"
        text: "0"
        textSize: Math.min(Theme.title, 64)

        onClicked: root.digit(0)
    }
    TouchButton {
        Layout.fillHeight: true
        Layout.fillWidth: true
        enabled: root.mayConfirm
        kind: TouchButton.Kind.Primary
        leftPadding: Theme.tiny
        objectName: "keyOk"
        rightPadding: Theme.tiny
        text: qsTr("OK")
        textSize: Math.min(Theme.title, 64)

        onClicked: root.confirm()
    }
}
