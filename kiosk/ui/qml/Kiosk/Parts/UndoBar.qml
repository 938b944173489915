import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Theme

// What was just taken off, with the way back, for some seconds. It covers nothing that has to be read.
Rectangle {
    id: root

    required property Lane lane
    // It stays for whoever walks to it by keys, for as long as it can be undone.
    property bool isForKeys: false
    // Where something else says what happened: the way back alone.
    property bool isBrief: false

    readonly property OnTheWay flow: lane.flow
    readonly property bool isShown: (timer.running || isForKeys) && flow.removedText !== ""

    color: Theme.primaryDeep
    height: row.implicitHeight + Theme.small
    opacity: isShown ? 1 : 0
    radius: Theme.radius
    visible: opacity > 0

    Behavior on opacity {
        NumberAnimation {
            duration: Theme.fade
        }
    }

    GridLayout {
        id: row

        anchors.left: parent.left
        anchors.leftMargin: Theme.gap
        anchors.right: parent.right
        anchors.rightMargin: Theme.tiny
        anchors.verticalCenter: parent.verticalCenter
        columnSpacing: Theme.gap
        columns: Theme.isLarge || !Theme.portrait ? 1 : 2
        rowSpacing: Theme.tiny

        WholeWords {
            Layout.fillWidth: true
            color: Theme.light
            elide: Text.ElideRight
            lineHeight: 0.95
            maximumLineCount: 3
            objectName: "removedText"
            room: width
            size: Theme.body
            text: root.flow.removedText
            visible: !root.isBrief
        }
        TouchButton {
            Layout.alignment: Qt.AlignRight
            Layout.preferredHeight: Math.max(Theme.touch, implicitHeight - Theme.gap)
            cornerRadius: Theme.radiusSmall
            enabled: root.isShown
            iconName: "undo"
            kind: TouchButton.Kind.Lime
            objectName: "undo"
            padding: Theme.tiny
            text: qsTr("Undo")
            textSize: Theme.body

            onClicked: root.flow.undo()
        }
    }
    Timer {
        id: timer

        interval: 2 * Theme.message
    }
    Connections {
        function onRemoved() {
            timer.restart();
        }

        target: root.flow
    }
}
