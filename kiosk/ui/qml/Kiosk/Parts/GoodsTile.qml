import QtQuick
import QtQuick.Controls.Basic
import Kiosk.Theme

// Goods without a barcode: what they look like, what they are called, what they cost.
AbstractButton {
    id: root

    property string picture
    property string price
    // Words alone, where a picture would leave them no room.
    property bool isSlim: false

    Accessible.description: price
    Accessible.name: text
    focusPolicy: Qt.NoFocus
    padding: isSlim ? Theme.tiny : Theme.small

    background: Sheet {
        color: root.down ? Theme.primarySoft : Theme.card
        hasShadow: !root.down
    }
    contentItem: Item {
        Picture {
            id: face

            anchors.horizontalCenter: parent.horizontalCenter
            name: root.text
            picture: root.picture
            size: 128
            visible: !root.isSlim
        }
        Column {
            anchors.top: root.isSlim ? parent.top : face.bottom
            anchors.topMargin: root.isSlim ? 0 : Theme.tiny
            width: parent.width

            WholeWords {
                elide: Text.ElideRight
                font.bold: true
                horizontalAlignment: Text.AlignHCenter
                lineHeight: 0.9
                maximumLineCount: 2
                room: width
                size: Theme.caption
                text: root.text
                width: parent.width
            }
            Words {
                color: Theme.inkSoft
                font.pixelSize: Theme.caption
                horizontalAlignment: Text.AlignHCenter
                lineHeight: 0.95
                text: root.price
                width: parent.width
            }
        }
    }
}
