import QtQuick
import Kiosk.Core
import Kiosk.Theme

// The total, always in sight, with what is saved and what deposit is in it.
Item {
    id: root

    required property Lane lane

    readonly property Basket basket: lane.basket
    readonly property bool isPortrait: Theme.portrait

    implicitHeight: Math.max(amount.height, name.height + count.height + (saved.visible ? saved.height + Theme.tiny : 0))

    Words {
        id: name

        anchors.left: parent.left
        font.bold: true
        font.pixelSize: Theme.title
        lineHeight: 0.9
        text: qsTr("Total")
        y: root.isPortrait ? (parent.height - root.implicitHeight) / 2 : amount.y + (amount.height - height) / 2
    }
    Words {
        id: count

        anchors.left: parent.left
        anchors.right: root.isPortrait ? amount.left : saved.visible ? saved.left : parent.right
        anchors.rightMargin: Theme.gap
        color: Theme.inkSoft
        font.pixelSize: root.basket.saved === "" ? Theme.body : Theme.note
        lineHeight: 0.92
        objectName: "count"
        text: root.basket.count
        y: root.isPortrait ? name.y + name.height : saved.visible ? saved.y + (saved.height - height) / 2 : amount.y + amount.height
    }
    Pill {
        id: saved

        iconName: "tag"
        objectName: "saved"
        text: root.basket.saved
        textSize: Theme.note
        visible: text !== ""
        widthMax: root.width * 0.6
        x: root.isPortrait ? 0 : parent.width - width
        y: root.isPortrait ? count.y + count.height + Theme.tiny : amount.y + amount.height + 4
    }
    Words {
        id: amount

        anchors.right: parent.right
        font.bold: true
        font.pixelSize: root.isPortrait ? Theme.display : Theme.figure
        fontSizeMode: Text.HorizontalFit
        horizontalAlignment: Text.AlignRight
        lineHeight: root.isPortrait ? 1 : 0.9
        minimumPixelSize: Theme.strong
        objectName: "total"
        text: root.basket.total
        width: root.isPortrait ? root.width * 0.56 : root.width - name.width - Theme.gap
        wrapMode: Text.NoWrap
        y: {
            if (root.isPortrait)
                return (parent.height - height) / 2;
            return Math.max(0, (parent.height - height - (saved.visible ? saved.height + 4 : count.height)) / 2);
        }
    }
}
