pragma ComponentBehavior: Bound

import QtQuick as Quick
import QtQuick
import QtQuick.Layouts
import Kiosk.Parts
import Kiosk.Theme

// Every part in every state, for whoever judges the design: never on a lane. As large as there is room for.
Rectangle {
    id: root

    readonly property int columnWidth: Theme.isLarge ? 1240 : 900

    color: Theme.ground

    component Heading: Words {
        Layout.topMargin: Theme.small
        color: Theme.primary
        font.bold: true
        font.pixelSize: Theme.strong
    }

    Quick.Grid {
        columns: root.width > root.height ? 2 : 1
        scale: Math.min((root.width - 2 * Theme.margin) / width, (root.height - 2 * Theme.margin) / height)
        spacing: Theme.margin
        transformOrigin: Quick.Item.TopLeft
        x: (root.width - width * scale) / 2
        y: Theme.margin

        ColumnLayout {
            spacing: Theme.small
            width: root.columnWidth

            Heading {
                text: "Buttons: at rest, pressed, not now"
            }
            GridLayout {
                columnSpacing: Theme.small
                columns: Theme.isLarge ? 2 : 3
                rowSpacing: Theme.small

                Repeater {
                    model: [["Primary", TouchButton.Kind.Primary], ["Secondary", TouchButton.Kind.Secondary], ["Quiet", TouchButton.Kind.Quiet], ["Danger", TouchButton.Kind.Danger], ["Lime", TouchButton.Kind.Lime]]

                    Quick.Item {
                        id: cell

                        required property var modelData

                        Layout.columnSpan: Theme.isLarge ? 2 : 3
                        Layout.fillWidth: true
                        implicitHeight: row.implicitHeight

                        RowLayout {
                            id: row

                            spacing: Theme.small
                            width: parent.width

                            Repeater {
                                model: Theme.isLarge ? ["rest", "off"] : ["rest", "down", "off"]

                                TouchButton {
                                    required property string modelData

                                    Layout.fillWidth: true
                                    Layout.preferredWidth: 10
                                    down: modelData === "down"
                                    enabled: modelData !== "off"
                                    iconName: "check"
                                    kind: cell.modelData[1]
                                    text: cell.modelData[0]
                                    textSize: Theme.body
                                }
                            }
                        }
                    }
                }
            }
            Heading {
                text: "Tiles and words"
            }
            RowLayout {
                spacing: Theme.small

                ComfortTile {
                    Layout.fillWidth: true
                    iconName: "moon"
                    isChosen: true
                    text: "Chosen"
                }
                ComfortTile {
                    Layout.fillWidth: true
                    iconName: "sun"
                    text: "Not"
                }
            }
            ChoiceTile {
                Layout.fillWidth: true
                iconName: "phone-pay"
                isFirst: true
                note: "What it is about"
                text: "First choice"
            }
            ChoiceTile {
                Layout.fillWidth: true
                iconName: "card"
                isSlim: true
                note: "What it is about"
                text: "Another, slim"
            }
            RowLayout {
                spacing: Theme.small

                Pill {
                    iconName: "tag"
                    text: "Saved 1.20"
                }
                Picture {
                    name: "Apple"
                    picture: "apple"
                }
                Picture {
                    name: "Bread"
                }
                Badge {
                    Layout.preferredHeight: size
                    Layout.preferredWidth: size
                    name: "staff"
                    size: 112
                }
            }
            Keypad {
                Layout.fillWidth: true
                Layout.preferredHeight: 340
                mayConfirm: false
            }
        }
        ColumnLayout {
            spacing: Theme.tiny
            width: root.columnWidth

            Heading {
                text: "Goods, how many, a moment"
            }
            RowLayout {
                spacing: Theme.gap

                GoodsTile {
                    Layout.preferredHeight: 132 + Theme.caption * 4 + Theme.gap
                    Layout.preferredWidth: Theme.isLarge ? 340 : 220
                    picture: "avocado"
                    price: "1.29"
                    text: "Avocado"
                }
                GoodsTile {
                    Layout.preferredHeight: 132 + Theme.caption * 4 + Theme.gap
                    Layout.preferredWidth: Theme.isLarge ? 340 : 220
                    price: "0.99"
                    text: "Kohlrabi"
                }
                ColumnLayout {
                    spacing: Theme.gap

                    Stepper {
                        least: 1
                        value: 2
                    }
                    Beats {
                        Layout.alignment: Qt.AlignHCenter
                    }
                }
            }
            Heading {
                text: "Letters"
            }
            Repeater {
                model: ["caption", "body", "strong", "title", "headline"]

                Words {
                    required property string modelData

                    font.pixelSize: Theme.letters(Theme.type[modelData])
                    lineHeight: 0.9
                    text: modelData + " " + Theme.letters(Theme.type[modelData])
                }
            }
            Heading {
                text: "Colours, each on what it stands on"
            }
            Quick.Grid {
                columns: 4
                spacing: Theme.tiny

                Repeater {
                    model: [["ink", "ground"], ["inkSoft", "card"], ["ink", "tint"], ["primary", "primarySoft"], ["light", "primary"], ["ink", "lime"], ["primary", "limeSoft"], ["danger", "dangerSoft"], ["caution", "cautionSoft"], ["ink", "cautionStrong"], ["disabledInk", "disabled"], ["light", "staff"], ["staff", "staffGround"], ["festiveInk", "festive"], ["festiveLime", "festiveDeep"], ["festiveLimeInk", "festiveLime"]]

                    Rectangle {
                        id: swatch

                        required property var modelData

                        border.color: Theme.line
                        border.width: 2
                        color: Theme.colours[modelData[1]]
                        height: 76
                        radius: Theme.radiusSmall
                        width: (root.columnWidth - 3 * Theme.tiny) / 4

                        Words {
                            anchors.centerIn: parent
                            color: Theme.colours[swatch.modelData[0]]
                            font.bold: true
                            font.pixelSize: Theme.type.caption
                            fontSizeMode: Text.HorizontalFit
                            horizontalAlignment: Text.AlignHCenter
                            minimumPixelSize: 12
                            text: swatch.modelData[0]
                            width: parent.width - Theme.small
                            wrapMode: Text.NoWrap
                        }
                    }
                }
            }
            Banner {
                Layout.fillWidth: true
                message: "What to do now."
                title: "Something is different"
            }
            Banner {
                Layout.fillWidth: true
                isGrave: true
                message: "Nothing was charged."
                title: "It did not work"
            }
            Heading {
                text: "Keys"
            }
            LetterKeys {
                Layout.fillWidth: true
                Layout.preferredHeight: 360
                rows: ["qwertyuiop", "asdfghjkl", "zxcvbnm"]
            }
        }
    }
}
