pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Theme

// Where money goes back to: one row each, in the order in which it goes; what has gone is ticked off.
ListView {
    id: root

    readonly property int rowHeight: Math.max(96, (Theme.body + Theme.caption) * 1.45)
    readonly property int step: rowHeight + Theme.tiny

    boundsBehavior: Flickable.StopAtBounds
    cacheBuffer: 4000
    clip: true
    implicitHeight: count * step - Theme.tiny
    interactive: contentHeight > height
    spacing: Theme.tiny

    delegate: Item {
        id: row

        required property var modelData

        readonly property bool isDone: modelData.state === "done"
        readonly property bool isStuck: modelData.state === "stuck"
        readonly property bool isNow: modelData.state === "now"

        height: root.rowHeight
        width: root.width

        Rectangle {
            anchors.fill: parent
            border.color: Theme.primary
            border.width: row.isNow ? 4 : 0
            color: row.isDone ? Theme.primarySoft : row.isStuck ? Theme.cautionSoft : Theme.card
            radius: Theme.radiusSmall
        }
        RowLayout {
            anchors.fill: parent
            anchors.leftMargin: Theme.gap
            anchors.rightMargin: Theme.gap
            spacing: Theme.small

            Icon {
                Layout.preferredHeight: size
                Layout.preferredWidth: size
                name: row.modelData.icon
                size: 48
            }
            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0

                Words {
                    Layout.fillWidth: true
                    font.bold: true
                    fontSizeMode: Text.HorizontalFit
                    lineHeight: 0.95
                    minimumPixelSize: 22
                    text: row.modelData.text
                    wrapMode: Text.NoWrap
                }
                Words {
                    Layout.fillWidth: true
                    color: row.isStuck ? Theme.caution : Theme.inkSoft
                    font.pixelSize: Theme.caption
                    fontSizeMode: Text.HorizontalFit
                    lineHeight: 0.95
                    minimumPixelSize: 18
                    objectName: "goesBackNote"
                    text: row.modelData.note
                    wrapMode: Text.NoWrap
                }
            }
            Words {
                color: Theme.primary
                font.bold: true
                font.pixelSize: Theme.strong
                objectName: "goesBackAmount"
                text: row.modelData.amount
                wrapMode: Text.NoWrap
            }
            Icon {
                Layout.preferredHeight: size
                Layout.preferredWidth: size
                name: row.isDone ? "check" : row.isStuck ? "warning" : "clock"
                opacity: row.modelData.state === "waits" ? 0.35 : 1
                size: 44
            }
        }
    }
}
