pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Theme

// The letters of one language, with a space and a way back.
ColumnLayout {
    id: root

    property list<string> rows

    readonly property int longest: rows.reduce((most, row) => Math.max(most, row.length), 1)
    readonly property real keyWidth: (width - (longest - 1) * Theme.tiny) / longest

    signal backspace
    signal letter(mark: string)

    // Keys stay where they are in a language that is read from the right.
    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: false
    spacing: Theme.tiny

    Repeater {
        model: root.rows

        RowLayout {
            id: row

            required property string modelData

            Layout.alignment: Qt.AlignHCenter
            Layout.fillHeight: true
            spacing: Theme.tiny

            Repeater {
                model: row.modelData.split("")

                CodeKey {
                    required property string modelData

                    Layout.fillWidth: false
                    Layout.preferredWidth: root.keyWidth
                    cornerRadius: Theme.radiusSmall
                    objectName: "letter-" + mark
                    text: modelData
                    // The widest letters of a script fill their key.
                    textSize: Math.min(Theme.strong, root.keyWidth * 0.72)

                    onClicked: root.letter(mark)
                }
            }
        }
    }
    RowLayout {
        Layout.fillHeight: true
        Layout.fillWidth: true
        spacing: Theme.tiny

        CodeKey {
            Accessible.name: qsTr("Space")
            Layout.preferredWidth: 30
            cornerRadius: Theme.radiusSmall
            mark: "Space"
            text: "␣"
            textSize: Theme.strong

            onClicked: root.letter(" ")
        }
        CodeKey {
            Accessible.name: qsTr("Delete")
            cornerRadius: Theme.radiusSmall
            iconName: "backspace"
            mark: "Delete"
            textSize: Theme.strong

            onClicked: root.backspace()
        }
    }
}
