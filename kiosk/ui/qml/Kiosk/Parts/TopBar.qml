import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Theme

// Above every screen: who we are, which language, and help.
Item {
    id: root

    required property Lane lane

    readonly property bool isLight: lane.screen === "attract" || lane.screen === "paid" || lane.screen === "thanks"
    readonly property string helpText: {
        if (!lane.helpCalled)
            return qsTr("Help");
        return lane.attention.helpNote === "" ? qsTr("Called") : qsTr("Called, %1").arg(lane.attention.helpNote);
    }
    readonly property bool isClosed: lane.screen === "closed"

    height: Theme.bar

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        spacing: Theme.small

        Image {
            Layout.preferredHeight: 80
            Layout.preferredWidth: 80
            objectName: "brand"
            source: Theme.brand("logo-mark")
            sourceSize: Qt.size(80, 80)

            // Staff know it: hold the mark, and the pad opens.
            TapHandler {
                gesturePolicy: TapHandler.ReleaseWithinBounds
                longPressThreshold: Theme.hold / Theme.second

                onLongPressed: root.lane.door.open()
            }
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: -6

            Words {
                Layout.fillWidth: true
                color: root.isLight ? Theme.light : Theme.ink
                font.bold: true
                font.pixelSize: Theme.strong
                maximumLineCount: 2
                text: root.lane.shopName
            }
            Words {
                Layout.fillWidth: true
                color: root.isLight ? Theme.lightSoft : Theme.inkSoft
                font.pixelSize: Theme.caption
                text: qsTr("Checkout %1").arg(root.lane.laneName)
                visible: root.lane.laneName !== ""
            }
        }
        LanguageBar {
            isLight: root.isLight
            lane: root.lane
            visible: root.lane.screen !== "attract"
        }
        TouchButton {
            Layout.leftMargin: Theme.tiny
            Layout.preferredHeight: Theme.touch
            cornerRadius: Theme.radiusSmall
            enabled: !root.lane.helpCalled
            iconName: root.lane.helpCalled ? "check" : "staff"
            kind: root.isLight ? TouchButton.Kind.Glass : TouchButton.Kind.Secondary
            objectName: "help"
            text: root.helpText
            textSize: 34
            visible: !root.isClosed

            onClicked: root.lane.callHelp()
        }
    }
}
