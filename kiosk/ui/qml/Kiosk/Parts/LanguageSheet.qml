pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Theme

// All languages, large, for staff. The headline is a globe: nobody has to read one language to find another.
Item {
    id: root

    required property Lane lane

    // Keys stay inside while it shows (kiosk/ui/ring.py).
    readonly property bool holdsFocus: true
    readonly property string screen: lane.screen
    readonly property string language: lane.language
    property bool isOpen: false

    function open(): void {
        isOpen = true;
    }

    Accessible.name: qsTr("Language")
    Accessible.role: Accessible.Dialog
    visible: isOpen

    onLanguageChanged: isOpen = false
    onScreenChanged: isOpen = false

    Rectangle {
        anchors.fill: parent
        color: Theme.dim
    }
    TapHandler {
        gesturePolicy: TapHandler.ReleaseWithinBounds

        onTapped: root.isOpen = false
    }
    Sheet {
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.portrait || Theme.reach ? Theme.margin : (parent.height - height) / 2
        anchors.horizontalCenter: parent.horizontalCenter
        height: column.implicitHeight + 2 * Theme.margin
        radius: Theme.radiusLarge
        width: Math.min(Theme.portrait ? 960 : 1240, parent.width - 2 * Theme.small)

        TapHandler {
            gesturePolicy: TapHandler.ReleaseWithinBounds
        }
        ColumnLayout {
            id: column

            anchors.left: parent.left
            anchors.margins: Theme.margin
            anchors.right: parent.right
            anchors.top: parent.top
            spacing: Theme.gap

            RowLayout {
                Layout.fillWidth: true

                Icon {
                    name: "globe"
                    size: 72
                }
                Item {
                    Layout.fillWidth: true
                }
                TouchButton {
                    Accessible.name: qsTr("Close")
                    Layout.preferredHeight: Theme.touch
                    Layout.preferredWidth: Theme.touch
                    iconName: "close"
                    kind: TouchButton.Kind.Quiet
                    leftPadding: 0
                    objectName: "sheetClose"
                    rightPadding: 0

                    onClicked: root.isOpen = false
                }
            }
            LanguageBar {
                Layout.fillWidth: true
                isShort: false
                lane: root.lane
            }
        }
    }
}
