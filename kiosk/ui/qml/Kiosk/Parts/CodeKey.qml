import QtQuick.Layouts
import Kiosk.Theme

// A key of the keyboard; `mark` is what it stands for.
TouchButton {
    property string mark: text

    Layout.fillHeight: true
    Layout.fillWidth: true
    Layout.preferredHeight: 10
    Layout.preferredWidth: 10
    leftPadding: 0
    objectName: "key" + mark
    rightPadding: 0
    textSize: Theme.title
}
