import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Kiosk.Theme

// One way to have the screens: a picture of it, its name, and a mark when it is so.
AbstractButton {
    id: root

    property string iconName
    property bool isChosen: false
    property bool isWide: width > 400 && sample === ""
    // What shows it better than an icon: a letter in its size.
    property string sample
    property int sampleSize: Theme.body

    readonly property color ink: isChosen ? Theme.light : Theme.ink

    Accessible.checkable: true
    Accessible.checked: isChosen
    Accessible.name: text
    Accessible.role: Accessible.CheckBox
    focusPolicy: Qt.NoFocus
    implicitHeight: Math.max(isWide || text === "" ? Theme.button : 152, contentItem.implicitHeight + 2 * padding)
    padding: Theme.small

    background: Rectangle {
        border.color: root.isChosen ? Theme.primary : Theme.line
        border.width: Math.max(2, Theme.edge)
        color: {
            if (root.isChosen)
                return root.down ? Theme.primaryDark : Theme.primary;
            return root.down ? Theme.tint : Theme.card;
        }
        radius: Theme.radius
    }
    contentItem: Item {
        implicitHeight: grid.implicitHeight
        implicitWidth: grid.implicitWidth

        GridLayout {
            id: grid

            anchors.verticalCenter: parent.verticalCenter
            columnSpacing: Theme.small
            columns: root.isWide ? 2 : 1
            rowSpacing: Theme.tiny
            width: parent.width

            Icon {
                Layout.alignment: Qt.AlignCenter
                Layout.preferredHeight: size
                Layout.preferredWidth: size
                isLight: root.isChosen
                name: root.iconName
                size: 56
                visible: name !== ""
            }
            WholeWords {
                Layout.alignment: Qt.AlignCenter
                Layout.fillWidth: true
                color: root.ink
                font.bold: true
                size: root.sample === "" ? Theme.body : root.sampleSize
                room: width
                horizontalAlignment: root.isWide && root.sample === "" ? Text.AlignLeft : Text.AlignHCenter
                lineHeight: 0.92
                text: root.sample === "" ? root.text : root.sample
            }
        }
    }
}
