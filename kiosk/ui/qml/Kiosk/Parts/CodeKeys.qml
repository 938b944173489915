pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Theme

// Keys for numbers, large, and for words, all of them; one touch changes between the two.
Item {
    id: root

    property bool hasLetters: false
    property bool mayConfirm: false
    property string language: "en"

    readonly property var letterRows: language === "de" ? ["1234567890", "QWERTZUIOP", "ASDFGHJKL-", "YXCVBNM"] : ["1234567890", "QWERTYUIOP", "ASDFGHJKL-", "ZXCVBNM"]

    readonly property real keyWidth: (width - 9 * Theme.tiny) / 10

    signal key(mark: string)
    signal backspace
    signal confirm

    // Digits and letters of keys stand where they stand on every keyboard.
    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: false

    GridLayout {
        anchors.fill: parent
        columnSpacing: Theme.small
        columns: 4
        rowSpacing: Theme.small
        uniformCellHeights: true
        uniformCellWidths: true
        visible: !root.hasLetters

        CodeKey {
            text: "1"

            onClicked: root.key(mark)
        }
        CodeKey {
            text: "2"

            onClicked: root.key(mark)
        }
        CodeKey {
            text: "3"

            onClicked: root.key(mark)
        }
        CodeKey {
            Accessible.name: qsTr("Delete")
            iconName: "backspace"
            mark: "Delete"
            textSize: Theme.strong

            onClicked: root.backspace()
        }
        CodeKey {
            text: "4"

            onClicked: root.key(mark)
        }
        CodeKey {
            text: "5"

            onClicked: root.key(mark)
        }
        CodeKey {
            text: "6"

            onClicked: root.key(mark)
        }
        CodeKey {
            mark: "Letters"
            text: "ABC"
            textSize: Theme.strong

            onClicked: root.hasLetters = true
        }
        CodeKey {
            text: "7"

            onClicked: root.key(mark)
        }
        CodeKey {
            text: "8"

            onClicked: root.key(mark)
        }
        CodeKey {
            text: "9"

            onClicked: root.key(mark)
        }
        CodeKey {
            Layout.rowSpan: 2
            enabled: root.mayConfirm
            kind: TouchButton.Kind.Primary
            mark: "Ok"
            text: qsTr("OK")

            onClicked: root.confirm()
        }
        CodeKey {
            mark: "+"
            text: "+"

            onClicked: root.key(mark)
        }
        CodeKey {
            text: "0"

            onClicked: root.key(mark)
        }
        CodeKey {
            mark: "-"
            text: "-"

            onClicked: root.key(mark)
        }
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.tiny
        visible: root.hasLetters

        // By number, not by letter: in another language the same keys say something else, and none is made anew.
        Repeater {
            model: root.letterRows.length

            RowLayout {
                id: row

                required property int index

                Layout.fillHeight: true
                Layout.fillWidth: true
                spacing: Theme.tiny

                Repeater {
                    model: root.letterRows[row.index].length

                    CodeKey {
                        required property int index

                        Layout.fillWidth: false
                        Layout.preferredWidth: root.keyWidth
                        cornerRadius: Theme.radiusSmall
                        text: root.letterRows[row.index].charAt(index)
                        textSize: Theme.strong

                        onClicked: root.key(mark)
                    }
                }
                CodeKey {
                    Accessible.name: qsTr("Delete")
                    cornerRadius: Theme.radiusSmall
                    iconName: "backspace"
                    mark: "Delete"
                    textSize: Theme.strong
                    visible: row.index === 3

                    onClicked: root.backspace()
                }
            }
        }
        RowLayout {
            Layout.fillHeight: true
            Layout.fillWidth: true
            spacing: Theme.tiny

            CodeKey {
                mark: "Digits"
                text: "123"
                textSize: Theme.strong

                onClicked: root.hasLetters = false
            }
            CodeKey {
                Layout.preferredWidth: 25
                enabled: root.mayConfirm
                kind: TouchButton.Kind.Primary
                mark: "Ok"
                text: qsTr("OK")

                onClicked: root.confirm()
            }
        }
    }
}
