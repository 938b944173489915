pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Theme

// What pays already: one row each, in the order of the receipt. What was only set aside can be taken back.
// Rows stand where their number says, so that each frame shows them in their places.
Flickable {
    id: root

    property alias model: rows.model
    property bool isLight: false

    readonly property alias count: rows.count
    readonly property int rowHeight: Theme.isLarge ? (Theme.strong + Theme.note) * 1.45 : Math.max(88, (Theme.body + Theme.caption) * 1.42)
    readonly property int step: rowHeight + Theme.tiny

    signal takeBack(how: string, number: int)

    boundsBehavior: Flickable.StopAtBounds
    clip: true
    contentHeight: rows.count * step - Theme.tiny
    contentWidth: width
    implicitHeight: contentHeight
    interactive: contentHeight > height

    Repeater {
        id: rows

        delegate: Item {
            id: row

            required property int index
            required property var modelData

            readonly property color ink: root.isLight ? Theme.festiveInk : Theme.ink
            readonly property color inkSoft: root.isLight ? Theme.festiveSoft : Theme.inkSoft

            height: root.rowHeight
            width: root.width
            y: index * root.step

            Rectangle {
                anchors.fill: parent
                color: root.isLight ? Theme.glassFaint : row.modelData.take_back === "" ? Theme.primarySoft : Theme.card
                radius: Theme.radiusSmall
            }
            RowLayout {
                anchors.fill: parent
                anchors.leftMargin: Theme.small
                anchors.rightMargin: row.modelData.take_back === "" ? Theme.gap : 6
                spacing: Theme.small

                Icon {
                    Layout.preferredHeight: size
                    Layout.preferredWidth: size
                    isFestive: root.isLight
                    isLight: root.isLight
                    name: row.modelData.icon
                    size: 48
                    visible: !Theme.isLarge
                }
                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: 0

                    Words {
                        Layout.fillWidth: true
                        color: row.ink
                        font.bold: true
                        font.pixelSize: Theme.body
                        fontSizeMode: Text.HorizontalFit
                        lineHeight: 0.95
                        minimumPixelSize: 22
                        text: row.modelData.text
                        wrapMode: Text.NoWrap
                    }
                    Words {
                        Layout.fillWidth: true
                        color: row.inkSoft
                        font.pixelSize: Theme.caption
                        fontSizeMode: Text.HorizontalFit
                        lineHeight: 0.95
                        minimumPixelSize: 18
                        text: row.modelData.note
                        visible: text !== ""
                        wrapMode: Text.NoWrap
                    }
                }
                GridLayout {
                    columnSpacing: Theme.small
                    columns: Theme.isLarge ? 1 : 2
                    rowSpacing: 0

                    Words {
                        Layout.alignment: Qt.AlignRight
                        color: root.isLight ? Theme.festiveLime : Theme.primary
                        font.bold: true
                        font.pixelSize: Theme.strong
                        lineHeight: 0.95
                        objectName: "paysAmount"
                        text: row.modelData.amount
                        wrapMode: Text.NoWrap
                    }
                    TouchButton {
                        Accessible.description: row.modelData.text
                        Accessible.name: qsTr("Take back")
                        Layout.preferredHeight: 76
                        cornerRadius: Theme.radiusSmall
                        leftPadding: Theme.small
                        objectName: "takeBack-" + row.modelData.take_back + (row.modelData.number > 0 ? "-" + row.modelData.number : "")
                        rightPadding: Theme.small
                        text: qsTr("Take back")
                        textSize: Theme.isLarge ? Math.min(Theme.note, 44) : Theme.note
                        visible: row.modelData.take_back !== ""

                        onClicked: root.takeBack(row.modelData.take_back, row.modelData.number)
                    }
                }
            }
        }
    }
}
