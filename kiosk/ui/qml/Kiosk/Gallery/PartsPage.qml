pragma ComponentBehavior: Bound

import QtQuick as Quick
import QtQuick
import QtQuick.Layouts
import Kiosk.Parts
import Kiosk.Theme

// Every part in every state, lying, for whoever judges the design: never on a lane.
Rectangle {
    id: root

    readonly property int columnWidth: (width - 3 * Theme.margin) / 2

    color: Theme.ground

    component Heading: Words {
        Layout.topMargin: Theme.small
        color: Theme.primary
        font.bold: true
        font.pixelSize: Theme.strong
    }

    Quick.Flow {
        anchors.fill: parent
        anchors.margins: Theme.margin
        flow: Quick.Flow.TopToBottom
        spacing: Theme.margin

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
        }
        ColumnLayout {
            spacing: Theme.tiny
            width: root.columnWidth

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
        }
    }
}
