pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Kiosk.Core
import Kiosk.Theme

// The languages, each by its own name; short names where there is little room.
Row {
    id: root

    required property Lane lane
    property bool isLight: false
    property bool isShort: true

    readonly property var names: ({
            "en": ["EN", "English"],
            "de": ["DE", "Deutsch"],
            "zh": ["中文", "中文"]
        })

    spacing: isShort ? Theme.tiny : Theme.small

    Repeater {
        model: root.lane.languages

        AbstractButton {
            id: button

            required property string modelData

            readonly property bool isChosen: root.lane.language === modelData
            readonly property color ink: root.isLight ? (isChosen ? Theme.festiveDeep : Theme.festiveInk) : (isChosen ? Theme.light : Theme.ink)

            Accessible.name: root.names[modelData][1]
            focusPolicy: Qt.NoFocus
            height: root.isShort ? Theme.touch : 88
            objectName: "language" + modelData.charAt(0).toUpperCase() + modelData.slice(1)
            width: root.isShort ? 88 : Math.max(200, label.implicitWidth + 2 * Theme.margin)

            background: Rectangle {
                border.color: root.isLight ? Theme.glassPressed : Theme.line
                border.width: button.isChosen ? 0 : 2
                color: {
                    if (button.isChosen)
                        return root.isLight ? Theme.festiveInk : Theme.primary;
                    if (button.down)
                        return root.isLight ? Theme.glassPressed : Theme.tint;
                    return root.isLight ? Theme.glass : Theme.card;
                }
                radius: Theme.radiusSmall
            }
            contentItem: Item {
                Words {
                    id: label

                    anchors.centerIn: parent
                    color: button.ink
                    font.bold: true
                    font.pixelSize: root.isShort ? Theme.body : Theme.label
                    text: root.names[button.modelData][root.isShort ? 0 : 1]
                    wrapMode: Text.NoWrap
                }
            }

            onClicked: root.lane.chooseLanguage(modelData)
        }
    }
}
