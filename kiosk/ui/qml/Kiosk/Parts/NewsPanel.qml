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
    // Little room: the amount before its title, and that before the goods; without an amount the sentence says all.
    readonly property bool isTight: Theme.textScale > 1 || Theme.reach
    readonly property bool hasAmount: basket.newsAmount !== ""
    readonly property real titleLine: (Theme.isLarge ? Theme.note : Theme.body) * 1.4
    readonly property real amountLine: hasAmount ? (Theme.isLarge ? Theme.strong : Theme.title) * 1.4 : 0
    readonly property bool hasTitle: !isTight || height > titleLine + amountLine + (hasAmount ? 0 : 2 * textLine)
    readonly property real textLine: Theme.note * 1.35
    readonly property int textLines: {
        const most = isWide ? 3 : 4;
        return isTight ? Math.min(most, Math.floor((height - (hasTitle ? titleLine : 0) - amountLine) / textLine)) : most;
    }

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
            size: Math.min(root.isWide && !Theme.isLarge ? 104 : 64, root.height - 2 * Theme.tiny)
            visible: !Theme.isLarge || !root.hasTitle

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
                font.pixelSize: Theme.isLarge ? Theme.note : Theme.body
                horizontalAlignment: root.isWide ? Text.AlignLeft : Text.AlignHCenter
                lineHeight: 0.92
                text: root.basket.newsTitle
                visible: root.hasTitle
            }
            Words {
                Layout.fillWidth: true
                font.bold: true
                font.pixelSize: Theme.isLarge ? Theme.strong : Theme.title
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
                maximumLineCount: Math.max(1, root.textLines)
                objectName: "newsText"
                text: root.basket.newsText
                visible: text !== "" && (root.textLines > 0 || !root.hasAmount)
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
