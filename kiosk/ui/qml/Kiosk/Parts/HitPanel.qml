import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Theme

// The item added last, large enough to see from the corner of the eye; before the first, how to do it.
Sheet {
    id: root

    required property Lane lane
    readonly property bool isTight: Theme.isLarge || (Theme.textScale > 1 && height < 240)
    property bool isWide: false

    readonly property bool hasHit: lane.basket.newestName !== ""
    // Lines of its name that the price leaves, of as many as are enough.
    readonly property int nameLines: {
        if (isTight)
            return Math.max(1, Math.min(2, Math.floor((height - 2 * Theme.small - Theme.body * 1.45) / (Theme.note * 1.3))));
        const enough = Theme.reach && height < 240 ? 2 : lane.basket.newestWas === "" ? 4 : 3;
        if (Theme.textScale <= 1 || isWide)
            return enough;
        return Math.max(1, Math.min(enough, Math.floor((height - 2 * Theme.gap - 112 - Theme.strong * 1.45) / (Theme.note * 1.3))));
    }

    GridLayout {
        anchors.fill: parent
        anchors.margins: Theme.isLarge ? Theme.small : Theme.gap
        columnSpacing: Theme.gap
        columns: root.isWide ? 2 : 1
        rowSpacing: 0
        // With no room for its price it is left to the row in the basket.
        visible: root.hasHit && !news.visible && root.height > Theme.body * 1.5

        Picture {
            Layout.alignment: Qt.AlignCenter
            visible: !Theme.isLarge
            name: root.lane.basket.newestName
            picture: root.lane.basket.newestPicture
            size: root.isWide ? 144 : 112
        }
        ColumnLayout {
            Layout.alignment: Qt.AlignVCenter
            Layout.fillWidth: true
            spacing: 0

            WholeWords {
                Layout.fillWidth: true
                // The row below carries the whole name; here a few lines are enough.
                elide: Text.ElideRight
                font.bold: true
                horizontalAlignment: root.isWide ? Text.AlignLeft : Text.AlignHCenter
                lineHeight: 0.88
                maximumLineCount: root.nameLines
                objectName: "newest"
                room: width
                size: root.isWide && !Theme.isLarge ? Theme.body : Theme.note
                text: root.lane.basket.newestName
                visible: !root.isTight || root.height > (Theme.note + Theme.body) * 1.6
            }
            Words {
                Layout.fillWidth: true
                color: Theme.inkSoft
                font.pixelSize: Theme.note
                font.strikeout: true
                horizontalAlignment: root.isWide ? Text.AlignLeft : Text.AlignHCenter
                lineHeight: 0.9
                text: root.lane.basket.newestWas
                visible: text !== "" && !root.isTight
            }
            Words {
                Layout.fillWidth: true
                color: Theme.primary
                font.bold: true
                font.pixelSize: Theme.isLarge ? Theme.body : Theme.strong
                fontSizeMode: Text.HorizontalFit
                horizontalAlignment: root.isWide ? Text.AlignLeft : Text.AlignHCenter
                minimumPixelSize: Theme.type.caption
                text: root.lane.basket.newestAmount
                wrapMode: Text.NoWrap
            }
        }
    }
    GridLayout {
        anchors.centerIn: parent
        columnSpacing: Theme.gap
        columns: root.isWide ? 2 : 1
        rowSpacing: Theme.small
        visible: !root.hasHit && !news.visible
        width: parent.width - 2 * Theme.gap

        Icon {
            Layout.alignment: Qt.AlignHCenter
            Layout.preferredHeight: size
            Layout.preferredWidth: size
            name: "hand"
            size: 80
        }
        Words {
            Layout.fillWidth: true
            color: Theme.inkSoft
            horizontalAlignment: root.isWide ? Text.AlignLeft : Text.AlignHCenter
            font.pixelSize: Theme.isLarge ? Theme.caption : Theme.body
            text: qsTr("Turn the pack until the stripes face the camera")
            visible: !Theme.isLarge || root.width > 560
        }
    }
    NewsPanel {
        id: news

        anchors.fill: parent
        isWide: root.isWide
        lane: root.lane
    }
}
