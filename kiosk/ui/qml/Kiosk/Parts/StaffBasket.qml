pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Kiosk.Core
import Kiosk.Theme

// The basket as staff see it: a touch on a line asks what shall be done with it.
Item {
    id: root

    required property Attendant attendant

    ListView {
        id: list

        anchors.bottom: sum.top
        anchors.bottomMargin: Theme.tiny
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        model: root.attendant.lines
        spacing: Theme.tiny

        ScrollBar.vertical: ScrollBar {
            policy: list.contentHeight > list.height ? ScrollBar.AlwaysOn : ScrollBar.AlwaysOff
        }
        delegate: AbstractButton {
            id: row

            required property var modelData

            Accessible.name: modelData.name
            focusPolicy: Qt.NoFocus
            height: Math.max(104, words.implicitHeight + Theme.small)
            objectName: "line-" + modelData.line_id
            width: ListView.view.width

            background: Rectangle {
                border.color: Theme.staffLine
                border.width: 2
                color: row.down ? Theme.tint : Theme.card
                radius: Theme.radiusSmall
            }
            contentItem: Item {
                Picture {
                    id: tile

                    anchors.verticalCenter: parent.verticalCenter
                    name: row.modelData.name
                    picture: row.modelData.picture
                    size: 72
                    x: Theme.start(Theme.small, width, parent.width)
                }
                Column {
                    id: words

                    anchors.left: tile.right
                    anchors.leftMargin: Theme.small
                    anchors.right: amount.left
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
                        color: Theme.inkSoft
                        font.pixelSize: Theme.caption
                        lineHeight: 0.92
                        text: row.modelData.note
                        width: parent.width
                    }
                }
                Words {
                    id: amount

                    anchors.right: mark.left
                    anchors.rightMargin: Theme.small
                    anchors.verticalCenter: parent.verticalCenter
                    font.bold: true
                    font.pixelSize: Theme.body
                    text: row.modelData.amount
                    wrapMode: Text.NoWrap
                }
                Icon {
                    id: mark

                    anchors.right: parent.right
                    anchors.rightMargin: Theme.small
                    anchors.verticalCenter: parent.verticalCenter
                    name: row.modelData.mark === "open" ? "warning" : row.modelData.mark === "approved" ? "check" : "arrow-right"
                    opacity: row.modelData.mark === "" ? 0.35 : 1
                    size: 36
                }
            }

            onClicked: root.attendant.openLine(modelData.line_id)
        }
    }
    Words {
        anchors.centerIn: parent
        color: Theme.inkSoft
        font.pixelSize: Theme.strong
        text: qsTr("No items")
        visible: root.attendant.lines.length === 0
    }
    Item {
        id: sum

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        height: 72
        visible: root.attendant.total !== ""

        Words {
            anchors.left: parent.left
            anchors.leftMargin: Theme.small
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.inkSoft
            text: root.attendant.count
        }
        Words {
            anchors.right: parent.right
            anchors.rightMargin: Theme.small
            anchors.verticalCenter: parent.verticalCenter
            font.bold: true
            font.pixelSize: Theme.title
            objectName: "staffTotal"
            text: root.attendant.total
            wrapMode: Text.NoWrap
        }
    }
}
