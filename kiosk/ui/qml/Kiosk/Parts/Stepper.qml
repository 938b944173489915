import QtQuick
import QtQuick.Layouts
import Kiosk.Theme

// How many: one fewer, the figure, one more.
RowLayout {
    id: root

    property int value
    property int least: 0
    property string of
    property string tag

    signal changed(change: int)

    spacing: Theme.small

    TouchButton {
        Accessible.description: root.value
        Accessible.name: qsTr("One fewer: %1").arg(root.of)
        Layout.preferredHeight: Theme.button
        Layout.preferredWidth: Theme.button
        enabled: root.value > root.least
        iconName: "minus"
        leftPadding: 0
        objectName: "less-" + root.tag
        rightPadding: 0

        onClicked: root.changed(-1)
    }
    Words {
        Layout.minimumWidth: Theme.touch
        font.bold: true
        font.pixelSize: Theme.title
        horizontalAlignment: Text.AlignHCenter
        objectName: "count-" + root.tag
        text: root.value
        wrapMode: Text.NoWrap
    }
    TouchButton {
        Accessible.description: root.value
        Accessible.name: qsTr("One more: %1").arg(root.of)
        Layout.preferredHeight: Theme.button
        Layout.preferredWidth: Theme.button
        iconName: "plus"
        leftPadding: 0
        objectName: "more-" + root.tag
        rightPadding: 0

        onClicked: root.changed(1)
    }
}
