pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Theme

// What staff have begun: one question at a time, over the layer. Choices, a number, or a code.
Item {
    id: root

    required property Lane lane
    // Keys stay inside while it shows (kiosk/ui/ring.py).
    readonly property bool holdsFocus: true

    readonly property Attendant attendant: lane.attendant
    readonly property string step: attendant.step
    readonly property bool hasKeys: step === "number" || step === "letters"

    Accessible.name: root.attendant.formTitle
    Accessible.role: Accessible.Dialog
    visible: step !== ""

    onStepChanged: keys.hasLetters = false

    Rectangle {
        anchors.fill: parent
        color: Theme.dim
    }
    TapHandler {
        onTapped: root.attendant.closeForm()
    }
    Sheet {
        anchors.centerIn: parent
        height: Math.min(root.hasKeys ? Math.max(content.implicitHeight + 2 * Theme.margin, 1180) : content.implicitHeight + 2 * Theme.margin, parent.height - 2 * Theme.small)
        radius: Theme.radiusLarge
        width: Math.min(root.step === "number" ? 840 : 960, parent.width - 2 * Theme.margin)

        TapHandler {
            gesturePolicy: TapHandler.ReleaseWithinBounds
        }
        ColumnLayout {
            id: content

            anchors.fill: parent
            anchors.margins: Theme.margin
            spacing: Theme.small

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.gap

                Picture {
                    name: root.attendant.formNote
                    picture: root.attendant.formPicture
                    size: 104
                    visible: picture !== ""
                }
                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: 0

                    Words {
                        Layout.fillWidth: true
                        font.bold: true
                        font.pixelSize: Theme.title
                        lineHeight: 0.95
                        objectName: "formTitle"
                        text: root.attendant.formTitle
                    }
                    Words {
                        Layout.fillWidth: true
                        color: Theme.inkSoft
                        lineHeight: 0.95
                        objectName: "formNote"
                        text: root.attendant.formNote
                        visible: text !== ""
                    }
                }
                TouchButton {
                    Accessible.name: qsTr("Close")
                    Layout.alignment: Qt.AlignTop
                    Layout.preferredHeight: Theme.touch
                    Layout.preferredWidth: Theme.touch
                    iconName: "close"
                    kind: TouchButton.Kind.Quiet
                    leftPadding: 0
                    objectName: "formClose"
                    rightPadding: 0

                    onClicked: root.attendant.closeForm()
                }
            }
            Flickable {
                Layout.fillHeight: !root.hasKeys
                Layout.fillWidth: true
                Layout.preferredHeight: chips.implicitHeight
                boundsBehavior: Flickable.StopAtBounds
                clip: true
                contentHeight: chips.implicitHeight
                interactive: contentHeight > height
                visible: root.attendant.choices.length > 0

                GridLayout {
                    id: chips

                    columnSpacing: Theme.small
                    columns: root.attendant.choices.length > 3 && !Theme.portrait ? 2 : 1
                    rowSpacing: Theme.small
                    uniformCellWidths: true
                    width: parent.width

                    Repeater {
                        model: root.attendant.choices

                        StaffTile {
                            required property var modelData

                            Layout.fillHeight: true
                            Layout.fillWidth: true
                            enabled: modelData.is_enabled
                            iconName: modelData.icon
                            isFirst: modelData.is_first
                            isGrave: modelData.is_grave
                            note: modelData.note
                            objectName: "choice-" + modelData.key
                            text: modelData.text

                            onClicked: root.attendant.choose(modelData.key)
                        }
                    }
                }
            }
            Rectangle {
                Layout.fillWidth: true
                border.color: root.attendant.mayConfirm ? Theme.primary : Theme.line
                border.width: 4
                color: Theme.ground
                implicitHeight: Theme.portrait ? 128 : 96
                radius: Theme.radiusSmall
                visible: root.hasKeys

                Words {
                    anchors.verticalCenter: parent.verticalCenter
                    color: Theme.inkSoft
                    text: root.attendant.label
                    width: parent.width * 0.34
                    x: Theme.start(Theme.gap, width, parent.width)
                }
                Words {
                    anchors.right: parent.right
                    anchors.rightMargin: Theme.gap
                    anchors.verticalCenter: parent.verticalCenter
                    font.bold: true
                    font.pixelSize: Theme.heading
                    fontSizeMode: Text.HorizontalFit
                    horizontalAlignment: Text.AlignRight
                    minimumPixelSize: 22
                    objectName: "formShown"
                    text: root.attendant.shown
                    width: parent.width * 0.55
                    wrapMode: Text.NoWrap
                }
            }
            Words {
                Layout.fillWidth: true
                color: Theme.inkSoft
                horizontalAlignment: Text.AlignHCenter
                objectName: "formHint"
                text: root.attendant.hint
                visible: root.hasKeys && text !== ""
            }
            Keypad {
                Layout.fillHeight: true
                Layout.fillWidth: true
                mayConfirm: root.attendant.mayConfirm
                visible: root.step === "number"

                onBackspace: root.attendant.backspace()
                onConfirm: root.attendant.confirm()
                onDigit: value => root.attendant.key(String(value))
            }
            CodeKeys {
                id: keys

                Layout.fillHeight: true
                Layout.fillWidth: true
                language: root.lane.language
                mayConfirm: root.attendant.mayConfirm
                visible: root.step === "letters"

                onBackspace: root.attendant.backspace()
                onConfirm: root.attendant.confirm()
                onKey: mark => {
                    root.attendant.key(mark);
                }
            }
        }
    }
    // A date of birth or a price that was begun does not stay.
    Timer {
        id: forget

        interval: Theme.forget
        running: root.visible

        onTriggered: root.attendant.closeForm()
    }
    Connections {
        function onFormChanged() {
            if (root.visible)
                forget.restart();
        }

        target: root.attendant
    }
}
