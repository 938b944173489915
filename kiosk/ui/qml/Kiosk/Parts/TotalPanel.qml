import QtQuick
import Kiosk.Core
import Kiosk.Theme

// The total, always in sight, with what is saved and what deposit is in it.
Item {
    id: root

    required property Lane lane

    readonly property Basket basket: lane.basket
    // Wide: what it is on one side, the amount on the other; else below each other.
    property bool isWide: Theme.portrait


    implicitHeight: {
        const below = saved.visible ? saved.height + Theme.tiny : 0;
        if (Theme.isLarge)
            return (isWide ? Math.max(name.height, amount.height) : name.height + amount.height) + below;
        return Math.max(amount.height, name.height + count.height + below);
    }

    Words {
        id: name

        anchors.left: parent.left
        font.bold: true
        font.pixelSize: Theme.title
        lineHeight: 0.9
        text: qsTr("Total")
        y: {
            if (Theme.isLarge && !root.isWide)
                return 0;
            return root.isWide && !Theme.isLarge ? (parent.height - root.implicitHeight) / 2 : amount.y + (amount.height - height) / 2;
        }
    }
    Words {
        id: count

        anchors.left: parent.left
        anchors.right: root.isWide ? amount.left : saved.visible ? saved.left : parent.right
        anchors.rightMargin: Theme.gap
        color: Theme.inkSoft
        font.pixelSize: root.basket.saved === "" ? Theme.body : Theme.note
        lineHeight: 0.92
        objectName: "count"
        text: root.basket.count
        visible: !Theme.isLarge && (root.isWide || Theme.textScale <= 1)
        y: root.isWide ? name.y + name.height : saved.visible ? saved.y + (saved.height - height) / 2 : amount.y + amount.height
    }
    Pill {
        id: saved

        iconName: "tag"
        objectName: "saved"
        text: root.basket.saved
        textSize: Theme.note
        visible: text !== ""
        widthMax: Theme.isLarge ? root.width : root.width * 0.6
        x: Theme.start(root.isWide && !Theme.isLarge ? 0 : root.width - width, width, root.width)
        y: root.isWide && !Theme.isLarge ? count.y + count.height + Theme.tiny : amount.y + amount.height + 4
    }
    Words {
        id: amount

        anchors.right: parent.right
        font.bold: true
        font.pixelSize: root.isWide ? Theme.display : Theme.figure
        fontSizeMode: Text.HorizontalFit
        horizontalAlignment: Text.AlignRight
        lineHeight: root.isWide ? 1 : 0.9
        minimumPixelSize: Theme.strong
        objectName: "total"
        text: root.basket.total
        width: Theme.isLarge && !root.isWide ? root.width : root.isWide ? root.width * 0.56 : root.width - name.width - Theme.gap
        wrapMode: Text.NoWrap
        y: {
            if (Theme.isLarge)
                return root.isWide ? 0 : name.height;
            if (root.isWide)
                return (parent.height - height) / 2;
            return Math.max(0, (parent.height - height - (saved.visible ? saved.height + 4 : count.height)) / 2);
        }
    }
}
