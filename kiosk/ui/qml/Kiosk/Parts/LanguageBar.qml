pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Theme

// The languages: each by its own name where there is room, by a short one in a bar; where even those have none, a
// globe that says which one is spoken and asks for a sheet with all of them.
GridLayout {
    id: root

    required property Lane lane
    property bool isLight: false
    property bool isShort: true
    // One button instead of all.
    property bool isFolded: false
    // As wide as this; 0: as wide as its names.
    property real room: 0

    readonly property var names: ({
            "en": ["EN", "English"],
            "de": ["DE", "Deutsch"],
            "fr": ["FR", "Français"],
            "es": ["ES", "Español"],
            "zh": ["中文", "中文"],
            "ar": ["عربي", "العربية"]
        })

    signal more

    Layout.preferredWidth: room > 0 ? room : -1
    columnSpacing: isShort ? Theme.tiny : Theme.small
    columns: isShort || lane.languages.length <= 3 ? Math.max(1, lane.languages.length) : Theme.isLarge ? 2 : Math.ceil(lane.languages.length / 2)
    rowSpacing: Theme.small
    uniformCellWidths: !isShort

    Repeater {
        model: root.isFolded ? [] : root.lane.languages

        LanguageTile {
            required property string modelData

            Layout.fillWidth: !root.isShort
            isLight: root.isLight
            isShort: root.isShort
            lane: root.lane
            language: modelData
            names: root.names[modelData] ?? [modelData, modelData]
        }
    }
    TouchButton {
        Accessible.name: qsTr("Language")
        Layout.preferredHeight: Theme.touch
        cornerRadius: Theme.radiusSmall
        iconName: "globe"
        kind: root.isLight ? TouchButton.Kind.Glass : TouchButton.Kind.Secondary
        leftPadding: Theme.small
        objectName: "languages"
        rightPadding: Theme.small
        text: root.names[root.lane.language][0]
        textSize: Theme.body
        visible: root.isFolded

        onClicked: root.more()
    }
}
