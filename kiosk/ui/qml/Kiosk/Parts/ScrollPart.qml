import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Kiosk.Theme

// A column that scrolls where it has less room than it needs, and says so by a bar beside it: were the bar inside,
// the words would wrap anew with it and without it for ever.
Flickable {
    id: root

    default property alias content: column.data
    property alias gap: column.spacing
    readonly property alias column: column
    readonly property real needs: column.implicitHeight

    boundsBehavior: Flickable.StopAtBounds
    clip: interactive
    contentHeight: column.height
    contentWidth: width
    interactive: column.height > height + 1

    ScrollBar.vertical: ScrollBar {
        height: root.height
        minimumSize: 0.1
        parent: root.parent
        policy: root.interactive ? ScrollBar.AlwaysOn : ScrollBar.AlwaysOff
        x: Theme.isMirrored ? root.x - width - Theme.tiny : root.x + root.width + Theme.tiny
        y: root.y
    }

    ColumnLayout {
        id: column

        height: implicitHeight
        spacing: Theme.small
        width: root.width
    }
}
