pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// How the goods' prices become what is to pay: one row each, then a line.
Column {
    id: root

    property var rows: []

    spacing: 4
    visible: rows.length > 0

    Repeater {
        model: root.rows

        Item {
            id: row

            required property var modelData

            readonly property color ink: modelData.kind === "saving" ? Theme.primary : Theme.ink

            implicitHeight: Math.max(words.implicitHeight, money.implicitHeight)
            width: root.width

            Words {
                id: words

                anchors.left: parent.left
                anchors.right: money.left
                anchors.rightMargin: Theme.gap
                color: row.ink
                font.bold: row.modelData.kind === "saving"
                font.pixelSize: Theme.strong
                text: row.modelData.text
            }
            Words {
                id: money

                anchors.right: parent.right
                color: row.ink
                font.bold: row.modelData.kind === "saving"
                font.pixelSize: Theme.strong
                text: row.modelData.amount
                wrapMode: Text.NoWrap
            }
        }
    }
    Rectangle {
        color: Theme.line
        height: 3
        width: root.width
    }
}
