pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Theme

// Something to look at, while scanning goes on: what, what to do, and how to answer. One at a time.
Item {
    id: root

    readonly property Attention attention: lane.attention

    // It scrolls rather than cover what stands below.
    property real heightMax: 100000
    readonly property bool isCalled: attention.isCalled
    required property Lane lane

    implicitHeight: attention.hasNudge ? face.height + Theme.small : 0
    visible: attention.hasNudge

    Sheet {
        id: face

        color: root.isCalled ? Theme.primarySoft : Theme.cautionSoft
        height: Math.min(root.heightMax, grid.implicitHeight + 2 * Theme.gap)
        width: parent.width

        Flickable {
            id: scroll

            anchors.fill: parent
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            contentHeight: grid.implicitHeight + 2 * Theme.gap
            contentWidth: width
            interactive: contentHeight > height

            // What is new begins at its beginning.
            Connections {
                function onNudgeTitleChanged() {
                    scroll.contentY = 0;
                }

                target: root.attention
            }

            ScrollBar.vertical: ScrollBar {
                minimumSize: 0.1
                policy: scroll.interactive ? ScrollBar.AlwaysOn : ScrollBar.AlwaysOff
            }

            Rectangle {
                color: root.isCalled ? Theme.primary : Theme.cautionStrong
                height: 72
                radius: 36
                visible: !Theme.isLarge
                width: 72
                x: Theme.start(Theme.gap, width, parent.width)
                y: Theme.gap

                Icon {
                    anchors.centerIn: parent
                    isLight: root.isCalled
                    name: root.attention.nudgeIcon
                    size: 44
                }
            }
            GridLayout {
                id: grid

                readonly property real from: Theme.isLarge ? Theme.gap : 72 + 2 * Theme.gap

                columnSpacing: Theme.gap
                columns: Theme.portrait ? 1 : 2
                rowSpacing: Theme.small
                width: parent.width - from - Theme.gap
                x: Theme.start(from, width, parent.width)
                y: Theme.gap

                ColumnLayout {
                    Layout.alignment: Qt.AlignTop
                    Layout.fillWidth: true
                    spacing: 4

                    WholeWords {
                        Layout.fillWidth: true
                        color: root.isCalled ? Theme.primary : Theme.caution
                        font.bold: true
                        lineHeight: 0.92
                        objectName: "nudge"
                        room: width
                        size: Theme.strong
                        text: root.attention.nudgeTitle
                    }
                    Words {
                        Layout.fillWidth: true
                        font.pixelSize: Theme.note
                        lineHeight: 0.95
                        objectName: "nudgeBody"
                        text: root.attention.nudgeBody
                    }
                    Words {
                        Layout.fillWidth: true
                        color: Theme.inkSoft
                        font.pixelSize: Theme.caption
                        objectName: "nudgeOthers"
                        text: root.attention.others === 1 ? qsTr("and 1 more") : qsTr("and %1 more").arg(root.attention.others)
                        visible: root.attention.others > 0
                    }
                }
                GridLayout {
                    Layout.alignment: Theme.portrait ? Qt.AlignLeft : Theme.reach ? Qt.AlignTop : Qt.AlignVCenter
                    Layout.fillWidth: Theme.portrait
                    Layout.preferredWidth: Theme.portrait ? -1 : Theme.isLarge && !Theme.reach ? 480 : 360
                    columnSpacing: Theme.small
                    columns: Theme.portrait && !Theme.isLarge ? 2 : 1
                    rowSpacing: Theme.tiny
                    uniformCellWidths: true
                    visible: wishes.count > 0

                    Repeater {
                        id: wishes

                        model: root.attention.wishes

                        TouchButton {
                            required property var modelData

                            Layout.fillHeight: Theme.portrait
                            Layout.fillWidth: true
                            Layout.preferredHeight: Math.max(Theme.touch + 8, contentItem.implicitHeight + Theme.small)
                            iconName: modelData.icon
                            kind: modelData.is_first ? TouchButton.Kind.Primary : TouchButton.Kind.Secondary
                            objectName: "nudge-" + modelData.key
                            text: modelData.text
                            textSize: Theme.note

                            onClicked: root.attention.wish(modelData.key)
                        }
                    }
                }
            }
        }
    }
}
