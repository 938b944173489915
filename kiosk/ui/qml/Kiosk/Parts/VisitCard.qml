pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Theme

// One open intervention: what, why, which goods, and how to decide. The usual reason is one touch away.
Item {
    id: root

    required property Attendant attendant
    required property var visit

    signal enlarged()

    readonly property bool hasButtons: visit.approve.length > 0 || visit.has_more || visit.may_refuse

    // Four of them have room beside each other's basket, so that four are cleared without scrolling.
    readonly property int air: Theme.portrait ? Theme.small : Theme.tiny

    implicitHeight: column.implicitHeight + Theme.tiny + air

    Rectangle {
        anchors.fill: parent
        border.color: root.visit.severity === "critical" ? Theme.dangerLine : Theme.staffLine
        border.width: 2
        color: Theme.card
        radius: Theme.radiusSmall
    }
    Rectangle {
        color: root.visit.severity === "critical" ? Theme.lampRed : root.visit.severity === "staff" ? Theme.lampYellow : Theme.staffSoft
        height: parent.height - 2 * Theme.small
        radius: 5
        width: 10
        x: Theme.start(Theme.small, width, parent.width)
        y: Theme.small
    }
    ColumnLayout {
        id: column

        anchors.left: parent.left
        anchors.leftMargin: 10 + 2 * Theme.small
        anchors.right: parent.right
        anchors.rightMargin: Theme.small
        spacing: root.air
        y: (Theme.tiny + root.air) / 2

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.small

            Picture {
                Layout.alignment: Qt.AlignTop
                name: root.visit.item
                picture: root.visit.picture
                size: 80
                visible: root.visit.item !== "" && !photo.visible
            }
            Badge {
                Layout.alignment: Qt.AlignTop
                Layout.preferredHeight: size
                Layout.preferredWidth: size
                color: Theme.staffGround
                name: root.visit.icon
                size: 80
                visible: root.visit.item === "" && !photo.visible
            }
            // As the camera saw it, instead of the shop's own picture: touched, it is shown large.
            ItemPicture {
                id: photo

                Layout.alignment: Qt.AlignTop
                Layout.preferredHeight: 80
                Layout.preferredWidth: 107
                intervention: root.visit.intervention_no
                objectName: "photo-" + root.visit.intervention_no
                pictures: root.attendant.pictures
                radius: Theme.radiusSmall
                visible: hasPicture

                TapHandler {
                    onTapped: root.enlarged()
                }
            }
            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0

                RowLayout {
                    Layout.fillWidth: true
                    spacing: Theme.small

                    Words {
                        Layout.fillWidth: true
                        font.bold: true
                        font.pixelSize: Theme.label
                        lineHeight: 0.95
                        text: root.visit.name
                    }
                    Words {
                        Layout.alignment: Qt.AlignTop
                        color: Theme.inkSoft
                        font.pixelSize: Theme.caption
                        text: root.visit.since
                        visible: text !== ""
                        wrapMode: Text.NoWrap
                    }
                }
                Words {
                    Layout.fillWidth: true
                    font.bold: root.visit.is_age
                    font.pixelSize: Theme.note
                    lineHeight: 0.95
                    objectName: "about-" + root.visit.intervention_no
                    text: root.visit.about
                    visible: text !== ""
                }
                Words {
                    Layout.fillWidth: true
                    color: Theme.caution
                    font.bold: true
                    font.pixelSize: Theme.caption
                    objectName: "state-" + root.visit.intervention_no
                    text: root.visit.state
                    visible: text !== ""
                }
            }
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.tiny
            visible: root.hasButtons

            Repeater {
                model: root.visit.approve

                StaffTile {
                    required property var modelData

                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    Layout.preferredWidth: root.visit.is_age && !modelData.is_first ? 14 : 22
                    iconName: modelData.icon
                    implicitHeight: Math.max(88, wordsHeight + Theme.small)
                    isFirst: modelData.is_first
                    note: modelData.note
                    objectName: "approve-" + root.visit.intervention_no + "-" + modelData.key
                    text: modelData.text
                    textSize: Theme.note

                    onClicked: root.attendant.approve(root.visit.intervention_no, modelData.key)
                }
            }
            TouchButton {
                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.preferredHeight: Math.max(88, contentItem.implicitHeight + Theme.small)
                Layout.preferredWidth: 11
                kind: TouchButton.Kind.Secondary
                leftPadding: Theme.small
                objectName: "approve-" + root.visit.intervention_no
                rightPadding: Theme.small
                text: root.visit.approve.length > 0 ? qsTr("Other reason") : qsTr("Approve")
                textSize: Theme.note
                visible: root.visit.has_more

                onClicked: root.attendant.approve(root.visit.intervention_no, "")
            }
            TouchButton {
                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.preferredHeight: Math.max(88, contentItem.implicitHeight + Theme.small)
                Layout.preferredWidth: 12
                kind: TouchButton.Kind.Danger
                leftPadding: Theme.small
                objectName: "refuse-" + root.visit.intervention_no
                rightPadding: Theme.small
                text: qsTr("Refuse")
                textSize: Theme.note
                visible: root.visit.may_refuse

                onClicked: root.attendant.refuse(root.visit.intervention_no)
            }
        }
    }
}
