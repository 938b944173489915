import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Kiosk.Theme

// One touch shares the total: among how many, and what this one pays.
AbstractButton {
    id: root

    property string amount

    Accessible.name: text + " " + amount
    focusPolicy: Qt.NoFocus
    implicitHeight: Math.max(120, contentItem.implicitHeight + 2 * Theme.small)
    padding: Theme.small

    background: Rectangle {
        color: root.down ? Theme.limeDark : Theme.limeSoft
        radius: Theme.radius
    }
    contentItem: ColumnLayout {
        spacing: 0

        Words {
            Layout.fillWidth: true
            color: Theme.inkSoft
            horizontalAlignment: Text.AlignHCenter
            text: root.text
        }
        Words {
            Layout.fillWidth: true
            color: Theme.primary
            font.bold: true
            font.pixelSize: Theme.strong
            fontSizeMode: Text.HorizontalFit
            horizontalAlignment: Text.AlignHCenter
            minimumPixelSize: 22
            text: root.amount
            wrapMode: Text.NoWrap
        }
    }
}
