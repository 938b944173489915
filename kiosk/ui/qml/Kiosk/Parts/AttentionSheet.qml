pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Theme

// Waiting for staff before paying, stopped at once, or "Are you still there?". Over the screen; help stays in reach.
Item {
    id: root

    readonly property Attention attention: lane.attention
    // Keys stay inside while it shows (kiosk/ui/ring.py).
    readonly property bool holdsFocus: true
    readonly property int inset: Theme.isTight ? Theme.gap : Theme.portrait ? Theme.wide : Theme.margin
    readonly property bool isCounting: isIdle && attention.untilMs > 0
    readonly property bool isIdle: sheet === "idle"
    readonly property bool isList: attention.blockers.length > 1
    required property Lane lane
    readonly property int linesMax: Theme.portrait ? 5 : 4
    property int seconds: 0
    readonly property int secondsMax: 999
    readonly property string sheet: attention.sheet

    function count() {
        seconds = Math.min(secondsMax, Math.max(0, Math.ceil((attention.untilMs - Date.now()) / Theme.second)));
    }

    Accessible.name: root.attention.title
    Accessible.role: Accessible.Dialog
    visible: sheet !== ""

    onIsCountingChanged: count()

    Rectangle {
        anchors.fill: parent
        anchors.topMargin: -Theme.topBar
        color: Theme.dim
    }
    TapHandler {
        gesturePolicy: TapHandler.ReleaseWithinBounds

        onTapped: {
            if (root.isIdle)
                root.attention.needTime();
        }
    }
    Timer {
        interval: Theme.second
        repeat: true
        running: root.visible && root.isCounting

        onTriggered: root.count()
    }
    Connections {
        function onChanged() {
            root.count();
        }

        target: root.attention
    }
    Sheet {
        anchors.horizontalCenter: parent.horizontalCenter
        height: Math.min(content.implicitHeight + foot.height + foot.space + 2 * root.inset, parent.height - Theme.bottomBar - 2 * Theme.gap)
        radius: Theme.radiusLarge
        width: Math.min(Theme.portrait ? 920 : 1240, parent.width - 2 * Theme.margin)
        y: Theme.reach ? parent.height - Theme.bottomBar - height - Theme.small : (parent.height - height) / 2

        TapHandler {
            gesturePolicy: TapHandler.ReleaseWithinBounds
        }
        Flickable {
            id: scroll

            anchors.bottom: foot.top
            anchors.bottomMargin: foot.space
            anchors.left: parent.left
            anchors.leftMargin: Theme.isLarge ? Theme.margin : Theme.wide
            anchors.right: parent.right
            anchors.rightMargin: anchors.leftMargin
            anchors.top: parent.top
            anchors.topMargin: root.inset
            boundsBehavior: Flickable.StopAtBounds
            clip: interactive
            contentHeight: content.implicitHeight
            contentWidth: width
            interactive: contentHeight > height + 1

            ScrollBar.vertical: ScrollBar {
                minimumSize: 0.1
                policy: scroll.interactive ? ScrollBar.AlwaysOn : ScrollBar.AlwaysOff
            }

            ColumnLayout {
                id: content

                spacing: Theme.portrait ? Theme.gap : Theme.small
                width: scroll.width - (scroll.interactive ? Theme.gap : 0)

                Badge {
                    Layout.alignment: Qt.AlignHCenter
                    Layout.preferredHeight: size
                    Layout.preferredWidth: size
                    color: root.isIdle ? Theme.cautionSoft : Theme.primarySoft
                    name: root.isIdle ? "clock" : "staff"
                    size: !Theme.portrait ? 140 : root.isList ? 160 : 220
                    visible: !root.isCounting && !Theme.isTight && (Theme.portrait || !root.isList)
                }
                Rectangle {
                    Layout.alignment: Qt.AlignHCenter
                    border.color: Theme.cautionStrong
                    border.width: 14
                    color: Theme.cautionSoft
                    implicitHeight: Theme.portrait ? 260 : Theme.isTight ? 170 : 200
                    implicitWidth: implicitHeight
                    radius: implicitHeight / 2
                    visible: root.isCounting

                    Words {
                        anchors.centerIn: parent
                        font.bold: true
                        font.pixelSize: Theme.display
                        objectName: "countdown"
                        text: root.seconds
                        wrapMode: Text.NoWrap
                    }
                }
                Words {
                    Layout.fillWidth: true
                    font.bold: true
                    font.pixelSize: Theme.isLarge ? Theme.title : Theme.portrait ? Theme.headline : Theme.heading
                    horizontalAlignment: Text.AlignHCenter
                    lineHeight: 0.95
                    objectName: "attentionTitle"
                    text: root.attention.title
                }
                Pill {
                    Layout.alignment: Qt.AlignHCenter
                    iconName: "clock"
                    objectName: "place"
                    text: root.attention.place
                    textSize: Theme.strong
                    visible: text !== ""
                    widthMax: 760
                }
                Words {
                    Layout.fillWidth: true
                    color: Theme.inkSoft
                    font.pixelSize: Theme.strong
                    horizontalAlignment: Text.AlignHCenter
                    text: root.attention.body
                }
                GridLayout {
                    Layout.fillWidth: true
                    columnSpacing: Theme.small
                    columns: Theme.portrait || !root.isList ? 1 : 2
                    rowSpacing: Theme.small
                    uniformCellWidths: true
                    visible: root.attention.blockers.length > 0

                    Repeater {
                        model: root.attention.blockers.slice(0, root.linesMax)

                        Rectangle {
                            id: row

                            required property var modelData

                            Layout.fillHeight: true
                            Layout.fillWidth: true
                            color: Theme.ground
                            implicitHeight: Math.max(96, said.implicitHeight + Theme.small)
                            radius: Theme.radiusSmall

                            Picture {
                                anchors.verticalCenter: parent.verticalCenter
                                name: row.modelData.title
                                picture: row.modelData.picture
                                size: 72
                                visible: row.modelData.picture !== ""
                                x: Theme.start(Theme.small, width, parent.width)
                            }
                            Icon {
                                anchors.verticalCenter: parent.verticalCenter
                                name: row.modelData.icon
                                size: 48
                                visible: row.modelData.picture === ""
                                x: Theme.start(Theme.small + 12, width, parent.width)
                            }
                            Column {
                                id: said

                                anchors.verticalCenter: parent.verticalCenter
                                width: parent.width - 72 - 3 * Theme.small
                                x: Theme.start(72 + 2 * Theme.small, width, parent.width)

                                Words {
                                    font.bold: true
                                    lineHeight: 0.92
                                    text: row.modelData.title
                                    width: parent.width
                                }
                                Words {
                                    color: Theme.inkSoft
                                    font.pixelSize: Theme.note
                                    lineHeight: 0.92
                                    text: row.modelData.note
                                    visible: text !== ""
                                    width: parent.width
                                }
                            }
                        }
                    }
                }
                Words {
                    Layout.fillWidth: true
                    color: Theme.inkSoft
                    horizontalAlignment: Text.AlignHCenter
                    text: qsTr("and %1 more").arg(root.attention.blockers.length - root.linesMax)
                    visible: root.attention.blockers.length > root.linesMax
                }
            }
        }
        ColumnLayout {
            id: foot

            readonly property int space: height > 0 ? Theme.gap : 0

            anchors.bottom: parent.bottom
            anchors.bottomMargin: root.inset
            anchors.left: scroll.left
            anchors.right: scroll.right

            TouchButton {
                Layout.fillWidth: true
                Layout.preferredHeight: Theme.portrait ? Theme.buttonLarge : Theme.button
                cornerRadius: Theme.radiusLarge
                iconName: root.isIdle ? "hand" : "scan-barcode"
                kind: TouchButton.Kind.Primary
                objectName: root.isIdle ? "needTime" : "goOn"
                text: root.isIdle ? qsTr("I need more time") : qsTr("Go on scanning")
                textSize: Theme.isLarge ? Theme.body : Theme.title
                visible: root.sheet !== "hold"

                onClicked: root.isIdle ? root.attention.needTime() : root.lane.leaveTender()
            }
            Beats {
                Layout.alignment: Qt.AlignHCenter
                visible: root.sheet === "hold"
            }
        }
    }
}
