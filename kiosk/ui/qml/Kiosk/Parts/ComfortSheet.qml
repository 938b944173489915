pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Theme

// How would you like it? Everything works at once, stays for this shopper, and is gone with them.
Item {
    id: root

    required property Lane lane

    // Keys stay inside while it shows (kiosk/ui/ring.py).
    readonly property bool holdsFocus: true
    readonly property Comfort comfort: lane.comfort
    readonly property real room: Theme.reach ? height / 2 : height - Theme.topBar

    Accessible.name: qsTr("As you like it")
    Accessible.role: Accessible.Dialog
    visible: comfort.isOpen

    component Part: ColumnLayout {
        id: part

        default property alias content: tiles.data
        property alias columns: tiles.columns
        property string title

        Layout.alignment: Qt.AlignTop
        Layout.fillWidth: true
        Layout.preferredWidth: 10
        spacing: Theme.tiny

        Words {
            Layout.fillWidth: true
            color: Theme.inkSoft
            text: part.title
        }
        GridLayout {
            id: tiles

            Layout.fillWidth: true
            columnSpacing: Theme.small
            columns: Theme.isLarge && Theme.portrait ? 1 : 3
            rowSpacing: Theme.small
            uniformCellHeights: true
            uniformCellWidths: true
        }
    }
    component Tile: ComfortTile {
        Layout.fillHeight: true
        Layout.fillWidth: true
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.dim
    }
    TapHandler {
        gesturePolicy: TapHandler.ReleaseWithinBounds

        onTapped: root.comfort.close()
    }
    Sheet {
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.reach || Theme.isLarge ? Theme.small : Theme.portrait ? Theme.margin : (root.room - height) / 2
        anchors.horizontalCenter: parent.horizontalCenter
        height: Math.min(root.room - 2 * Theme.small, header.height + list.contentHeight + foot.height + 2 * Theme.margin + 2 * Theme.gap)
        radius: Theme.radiusLarge
        width: Math.min(Theme.portrait ? 1016 : Theme.isTight ? root.width : 1560, parent.width - 2 * Theme.small)

        TapHandler {
            gesturePolicy: TapHandler.ReleaseWithinBounds
        }
        RowLayout {
            id: header

            anchors.left: parent.left
            anchors.leftMargin: Theme.margin
            anchors.right: parent.right
            anchors.rightMargin: Theme.gap
            spacing: Theme.gap
            y: Theme.gap

            Words {
                Layout.fillWidth: true
                font.bold: true
                font.pixelSize: Theme.title
                lineHeight: 0.95
                text: qsTr("As you like it")
            }
            TouchButton {
                Layout.preferredHeight: Theme.touch
                iconName: "undo"
                kind: TouchButton.Kind.Quiet
                objectName: "comfortReset"
                text: Theme.isLarge && Theme.portrait ? "" : qsTr("As before")
                Accessible.name: qsTr("As before")
                textSize: Theme.body
                visible: root.comfort.isChanged

                onClicked: root.comfort.reset()
            }
            TouchButton {
                Accessible.name: qsTr("Close")
                Layout.preferredHeight: Theme.touch
                Layout.preferredWidth: Theme.touch
                iconName: "close"
                kind: TouchButton.Kind.Quiet
                leftPadding: 0
                objectName: "comfortClose"
                rightPadding: 0

                onClicked: root.comfort.close()
            }
        }
        Flickable {
            id: list

            anchors.bottom: foot.visible ? foot.top : parent.bottom
            anchors.bottomMargin: Theme.small
            anchors.left: parent.left
            anchors.leftMargin: Theme.margin
            anchors.right: parent.right
            anchors.rightMargin: Theme.margin
            anchors.top: header.bottom
            anchors.topMargin: Theme.tiny
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            contentHeight: parts.implicitHeight + 4
            contentWidth: width
            interactive: contentHeight > height

            ScrollBar.vertical: ScrollBar {
                minimumSize: 0.1
                policy: list.interactive ? ScrollBar.AlwaysOn : ScrollBar.AlwaysOff
            }

            GridLayout {
                id: parts

                columnSpacing: Theme.margin
                columns: Theme.portrait || Theme.isLarge ? 1 : 2
                rowSpacing: Theme.gap
                width: list.width - (list.interactive ? Theme.gap : 0)
                y: 2

                Part {
                    title: qsTr("Colours")

                    Tile {
                        iconName: "sun"
                        isChosen: root.comfort.mode === "light"
                        objectName: "mode-light"
                        text: qsTr("Light")

                        onClicked: root.comfort.useMode("light")
                    }
                    Tile {
                        iconName: "moon"
                        isChosen: root.comfort.mode === "dark"
                        objectName: "mode-dark"
                        text: qsTr("Dark")

                        onClicked: root.comfort.useMode("dark")
                    }
                    Tile {
                        iconName: "contrast"
                        isChosen: root.comfort.mode === "high_contrast"
                        objectName: "mode-high_contrast"
                        text: qsTr("High contrast")

                        onClicked: root.comfort.useMode("high_contrast")
                    }
                }
                Part {
                    columns: 4
                    title: qsTr("Letters")

                    Repeater {
                        model: root.comfort.textPercents

                        Tile {
                            required property int modelData

                            Accessible.name: qsTr("Letters %1 %").arg(modelData)
                            isChosen: root.comfort.textPercent === modelData
                            objectName: "text-" + modelData
                            sample: "A"
                            sampleSize: Math.round(Theme.type.strong * modelData / 100)

                            onClicked: root.comfort.useText(modelData)
                        }
                    }
                }
                Part {
                    title: qsTr("Touch and movement")

                    Tile {
                        iconName: "reach"
                        isChosen: root.comfort.reach
                        objectName: "reach"
                        text: qsTr("Everything lower")

                        onClicked: root.comfort.useReach(!root.comfort.reach)
                    }
                    Tile {
                        iconName: "left-hand"
                        isChosen: root.comfort.leftHanded
                        objectName: "leftHand"
                        text: qsTr("Left hand")

                        onClicked: root.comfort.useLeftHand(!root.comfort.leftHanded)
                    }
                    Tile {
                        iconName: "still"
                        isChosen: root.comfort.still
                        objectName: "still"
                        text: qsTr("Less movement")

                        onClicked: root.comfort.useStillness(!root.comfort.still)
                    }
                }
                Part {
                    columns: 1
                    title: qsTr("Sound")

                    RowLayout {
                        Layout.fillWidth: true
                        spacing: Theme.gap

                        TouchButton {
                            Accessible.name: qsTr("Quieter")
                            Layout.preferredWidth: 152
                            enabled: root.comfort.volume > 0
                            iconName: "minus"
                            objectName: "quieter"

                            onClicked: root.comfort.quieter()
                        }
                        Repeater {
                            model: root.comfort.volumes.slice(1)

                            Rectangle {
                                required property int index
                                required property int modelData

                                readonly property bool isOn: root.comfort.volume >= modelData

                                Layout.fillWidth: true
                                border.color: isOn ? Theme.primary : Theme.inkSoft
                                border.width: 2
                                color: isOn ? Theme.primary : "transparent"
                                implicitHeight: 24 + 14 * index
                                radius: Theme.tiny
                            }
                        }
                        TouchButton {
                            Accessible.name: qsTr("Louder")
                            Layout.preferredWidth: 152
                            enabled: root.comfort.volume < 100
                            iconName: "plus"
                            objectName: "louder"

                            onClicked: root.comfort.louder()
                        }
                    }
                }
            }
        }
        TouchButton {
            id: foot

            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.gap
            anchors.left: parent.left
            anchors.leftMargin: Theme.margin
            anchors.right: parent.right
            anchors.rightMargin: Theme.margin
            iconName: "check"
            kind: TouchButton.Kind.Primary
            objectName: "comfortDone"
            visible: Theme.portrait || !Theme.reach
            text: qsTr("Done")

            onClicked: root.comfort.close()
        }
    }
}
