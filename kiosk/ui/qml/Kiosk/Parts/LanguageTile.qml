import QtQuick
import QtQuick.Controls.Basic
import Kiosk.Core
import Kiosk.Theme

// One language by its own name, which whoever speaks it can read on a screen they cannot.
AbstractButton {
    id: root

    required property Lane lane
    required property string language
    // Short and whole.
    required property list<string> names
    property bool isLight: false
    property bool isShort: false

    readonly property bool isChosen: lane.language === language
    readonly property color ink: isLight ? (isChosen ? Theme.festiveDeep : Theme.festiveInk) : (isChosen ? Theme.light : Theme.ink)

    Accessible.name: names[1]
    focusPolicy: Qt.NoFocus
    implicitHeight: isShort ? Theme.touch : Math.max(88, label.implicitHeight + Theme.small)
    implicitWidth: isShort ? 88 : Math.max(200, label.implicitWidth + 2 * Theme.gap)
    objectName: "language" + language.charAt(0).toUpperCase() + language.slice(1)

    background: Rectangle {
        border.color: root.isLight ? Theme.glassPressed : Theme.line
        border.width: root.isChosen ? 0 : 2
        color: {
            if (root.isChosen)
                return root.isLight ? Theme.festiveInk : Theme.primary;
            if (root.down)
                return root.isLight ? Theme.glassPressed : Theme.tint;
            return root.isLight ? Theme.glass : Theme.card;
        }
        radius: Theme.radiusSmall
    }
    contentItem: Item {
        Words {
            id: label

            anchors.centerIn: parent
            color: root.ink
            font.bold: true
            font.pixelSize: root.isShort ? Theme.body : Theme.label
            text: root.names[root.isShort ? 0 : 1]
            wrapMode: Text.NoWrap
        }
    }

    onClicked: lane.chooseLanguage(language)
}
