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
    // Who we are gives way to larger words.
    readonly property bool isNamed: !Theme.isLarge && !(Theme.portrait && Theme.textScale > 1 && lane.helpCalled)
    readonly property bool isClosed: lane.screen === "closed"

    signal languagesWanted

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
        Item {
            Layout.fillWidth: true
            visible: !root.isNamed
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: -6
            visible: root.isNamed

            Words {
                Layout.fillWidth: true
                color: root.isLight ? Theme.festiveInk : Theme.ink
                font.bold: true
                font.pixelSize: Theme.strong
                maximumLineCount: 2
                text: root.lane.shopName
            }
            Words {
                Layout.fillWidth: true
                color: root.isLight ? Theme.festiveSoft : Theme.inkSoft
                font.pixelSize: Theme.caption
                text: qsTr("Checkout %1").arg(root.lane.laneName)
                visible: root.lane.laneName !== ""
            }
        }
        LanguageBar {
            isFolded: Theme.isTight || Theme.textScale > 1 || (Theme.portrait && root.lane.languages.length > 3)
            isLight: root.isLight
            lane: root.lane
            visible: root.lane.languages.length > 1 && (root.lane.screen !== "attract" || Theme.isTight)

            onMore: root.languagesWanted()
        }
        TouchButton {
            Accessible.name: qsTr("Colours, letters, reach and sound")
            Layout.leftMargin: Theme.tiny
            Layout.preferredHeight: Theme.touch
            Layout.preferredWidth: Theme.touch
            cornerRadius: Theme.radiusSmall
            iconName: "comfort"
            kind: root.isLight ? TouchButton.Kind.Glass : TouchButton.Kind.Secondary
            leftPadding: 0
            objectName: "comfort"
            rightPadding: 0
            textSize: Math.min(Theme.strong, 50)

            onClicked: root.lane.comfort.open()
        }
        TouchButton {
            Accessible.name: root.helpText
            Layout.leftMargin: Theme.tiny
            Layout.preferredHeight: Theme.touch
            cornerRadius: Theme.radiusSmall
            enabled: !root.lane.helpCalled
            iconMost: Theme.touch - 2 * Theme.tiny
            iconName: root.lane.helpCalled ? "check" : "staff"
            kind: root.isLight ? TouchButton.Kind.Glass : TouchButton.Kind.Secondary
            objectName: "help"
            text: Theme.isLarge && root.lane.helpCalled ? "" : root.helpText
            textSize: Theme.label
            visible: !root.isClosed

            onClicked: root.lane.callHelp()
        }
    }
}
