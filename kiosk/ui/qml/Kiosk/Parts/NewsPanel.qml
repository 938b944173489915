import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Theme

// A saving that has just arrived, or an offer that no longer holds: said for a moment, in nobody's way.
Rectangle {
    id: root

    required property Lane lane
    property bool isWide: false

    readonly property Basket basket: lane.basket
    readonly property bool isGood: basket.newsIsSaving

    color: isGood ? Theme.lime : Theme.cautionSoft
    radius: Theme.radius
    visible: timer.running && basket.newsTitle !== ""

    GridLayout {
        anchors.centerIn: parent
        columnSpacing: Theme.gap
        columns: root.isWide ? 2 : 1
        rowSpacing: Theme.tiny
        width: parent.width - 2 * Theme.gap

        Icon {
            id: mark

            Layout.alignment: Qt.AlignCenter
            Layout.preferredHeight: size
            Layout.preferredWidth: size
            name: root.isGood ? "tag" : "warning"
            size: root.isWide ? 104 : 64

            NumberAnimation on scale {
                duration: Theme.move
                easing.type: Easing.OutBack
                from: Theme.isStill ? 1 : 0.7
                running: root.visible
                to: 1
            }
        }
        ColumnLayout {
            Layout.alignment: Qt.AlignVCenter
            Layout.fillWidth: true
            spacing: 0

            Words {
                Layout.fillWidth: true
                font.bold: true
                font.pixelSize: Theme.body
                horizontalAlignment: root.isWide ? Text.AlignLeft : Text.AlignHCenter
                lineHeight: 0.92
                text: root.basket.newsTitle
            }
            Words {
                Layout.fillWidth: true
                font.bold: true
                font.pixelSize: Theme.title
                horizontalAlignment: root.isWide ? Text.AlignLeft : Text.AlignHCenter
                lineHeight: 0.92
                text: root.basket.newsAmount
                visible: text !== ""
            }
            Words {
                Layout.fillWidth: true
                elide: Text.ElideRight
                font.pixelSize: Theme.note
                horizontalAlignment: root.isWide ? Text.AlignLeft : Text.AlignHCenter
                lineHeight: 0.92
                maximumLineCount: root.isWide ? 3 : 4
                objectName: "newsText"
                text: root.basket.newsText
                visible: text !== ""
            }
        }
    }
    Timer {
        id: timer

        interval: Theme.news
    }
    Connections {
        function onTold() {
            if (root.basket.newsTitle !== "")
                timer.restart();
        }

        target: root.basket
    }
}
