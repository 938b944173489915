pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Parts
import Kiosk.Theme

// The attendant layer: what waits for a decision, the basket, the lane. Dark bar, cool ground: no shopper's screen.
Item {
    id: root

    required property Lane lane

    signal languagesWanted

    readonly property Attendant attendant: lane.attendant
    readonly property bool isPortrait: Theme.portrait
    readonly property bool isAsking: attendant.step !== ""
    readonly property bool isReturn: attendant.goodsBack.step !== ""

    // Goods that come back have the whole room while nothing else is to be decided.
    readonly property bool isAlone: isReturn && attendant.visits.length === 0
    property string tab: "basket"

    component Tab: AbstractButton {
        id: button

        required property string name

        readonly property bool isChosen: root.tab === name

        Accessible.name: text
        Layout.fillWidth: true
        Layout.preferredHeight: 88
        Layout.preferredWidth: 10
        focusPolicy: Qt.NoFocus
        objectName: "tab-" + name

        background: Rectangle {
            color: button.isChosen ? Theme.staff : button.down ? Theme.staffLine : "transparent"
            radius: Theme.radiusSmall
        }
        contentItem: Item {
            Words {
                anchors.centerIn: parent
                color: button.isChosen ? Theme.light : Theme.ink
                font.bold: true
                font.pixelSize: Theme.note
                horizontalAlignment: Text.AlignHCenter
                text: button.text
                width: parent.width
            }
        }

        onClicked: root.tab = name
    }
    component Tiles: GridLayout {
        id: tiles

        required property var deeds

        columnSpacing: Theme.small
        columns: 2
        rowSpacing: Theme.small
        uniformCellWidths: true

        Repeater {
            model: tiles.deeds

            StaffTile {
                required property var modelData

                Layout.fillHeight: true
                Layout.fillWidth: true
                enabled: modelData.is_enabled
                iconName: modelData.icon
                isGrave: modelData.is_grave
                note: modelData.note
                objectName: "deed-" + modelData.key
                text: modelData.text

                onClicked: root.attendant.begin(modelData.key)
            }
        }
    }

    onIsReturnChanged: tab = isReturn ? "basket" : "lane"
    onVisibleChanged: tab = isReturn || attendant.lines.length > 0 ? "basket" : "lane"

    Rectangle {
        anchors.fill: parent
        color: Theme.staffGround
    }
    Rectangle {
        id: bar

        color: Theme.staff
        height: Theme.bar
        width: parent.width

        RowLayout {
            anchors.fill: parent
            anchors.leftMargin: Theme.margin
            anchors.rightMargin: Theme.margin
            enabled: !root.isAsking
            spacing: Theme.small

            Icon {
                isLight: true
                name: "staff"
                size: 64
            }
            ColumnLayout {
                Layout.fillWidth: true
                spacing: -4

                Words {
                    Layout.fillWidth: true
                    color: Theme.light
                    elide: Text.ElideRight
                    font.bold: true
                    font.pixelSize: Theme.strong
                    lineHeight: 0.95
                    maximumLineCount: 1
                    objectName: "staffWho"
                    text: root.attendant.role + " · " + root.attendant.who
                }
                Words {
                    Layout.fillWidth: true
                    color: Theme.staffSoft
                    font.pixelSize: Theme.caption
                    text: root.isPortrait || root.lane.laneName === "" ? root.attendant.saleTitle : qsTr("Checkout %1 · %2").arg(root.lane.laneName).arg(root.attendant.saleTitle)
                }
            }
            LanguageBar {
                isFolded: root.lane.languages.length > 3
                isLight: true
                lane: root.lane
                visible: root.lane.languages.length > 1

                onMore: root.languagesWanted()
            }
            TouchButton {
                Layout.leftMargin: Theme.tiny
                Layout.preferredHeight: Theme.touch
                cornerRadius: Theme.radiusSmall
                iconName: "exit"
                kind: TouchButton.Kind.Lime
                objectName: "signOut"
                text: qsTr("Sign out")
                textSize: Theme.body

                onClicked: root.attendant.signOut()
            }
        }
    }
    Item {
        id: waiting

        enabled: !root.isAsking
        visible: !root.isAlone
        height: root.isPortrait ? (root.attendant.visits.length > 0 ? Math.min(root.height * 0.55, list.contentHeight + 64) : 200) : root.height - y - Theme.small
        width: root.isPortrait ? root.width - 2 * Theme.small : root.width * 0.5 - 1.5 * Theme.small
        x: Theme.start(Theme.small, width, parent.width)
        y: bar.height + Theme.small

        Words {
            id: heading

            color: Theme.inkSoft
            font.bold: true
            font.pixelSize: Theme.note
            text: root.attendant.visits.length === 0 ? "" : qsTr("To be decided: %1").arg(root.attendant.visits.length)
            visible: text !== ""
            x: Theme.start(Theme.tiny, width, parent.width)
        }
        ListView {
            id: list

            anchors.bottom: parent.bottom
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: heading.visible ? heading.bottom : parent.top
            anchors.topMargin: Theme.tiny
            boundsBehavior: Flickable.StopAtBounds
            cacheBuffer: 4000
            clip: true
            model: root.attendant.visits
            spacing: Theme.tiny

            ScrollBar.vertical: ScrollBar {
                policy: list.contentHeight > list.height ? ScrollBar.AlwaysOn : ScrollBar.AlwaysOff
            }
            delegate: VisitCard {
                required property var modelData

                attendant: root.attendant
                visit: modelData
                width: ListView.view.width - (list.contentHeight > list.height ? Theme.tiny : 0)

                onEnlarged: large.intervention = modelData.intervention_no
            }
        }
        ColumnLayout {
            anchors.centerIn: parent
            spacing: Theme.small
            visible: root.attendant.visits.length === 0

            Badge {
                Layout.alignment: Qt.AlignHCenter
                Layout.preferredHeight: size
                Layout.preferredWidth: size
                name: "check"
                size: 96
            }
            Words {
                color: Theme.inkSoft
                font.pixelSize: Theme.strong
                text: qsTr("Nothing waits for a decision")
            }
        }
    }
    Item {
        enabled: !root.isAsking
        height: root.height - y - Theme.small
        width: root.isAlone ? root.width - 2 * Theme.small : waiting.width
        x: Theme.start(root.isPortrait || root.isAlone ? Theme.small : root.width * 0.5 + 0.5 * Theme.small, width, root.width)
        y: root.isPortrait && !root.isAlone ? waiting.y + waiting.height + Theme.small : waiting.y

        Rectangle {
            id: tabs

            color: Theme.card
            height: 104
            radius: Theme.radiusSmall
            width: parent.width

            RowLayout {
                anchors.fill: parent
                anchors.margins: Theme.tiny
                spacing: Theme.tiny

                Tab {
                    name: "basket"
                    text: root.isReturn ? qsTr("Return") : qsTr("Basket")
                }
                Tab {
                    name: "sale"
                    text: qsTr("Purchase")
                }
                Tab {
                    name: "lane"
                    text: qsTr("Lane")
                }
                Tab {
                    name: "devices"
                    text: qsTr("Devices")
                }
            }
        }
        Item {
            anchors.bottom: parent.bottom
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: tabs.bottom
            anchors.topMargin: Theme.small

            StaffBasket {
                anchors.fill: parent
                attendant: root.attendant
                visible: root.tab === "basket" && !root.isReturn
            }
            ReturnPanel {
                anchors.fill: parent
                lane: root.lane
                visible: root.tab === "basket" && root.isReturn
            }
            Tiles {
                deeds: root.attendant.saleDeeds
                visible: root.tab === "sale"
                width: parent.width
            }
            Tiles {
                deeds: root.attendant.laneDeeds
                visible: root.tab === "lane"
                width: parent.width
            }
            StaffDevices {
                lane: root.lane
                room: parent.height
                visible: root.tab === "devices"
                width: parent.width
            }
        }
    }
    DeedSheet {
        anchors.fill: parent
        lane: root.lane
    }
    Rectangle {
        anchors.fill: parent
        color: Theme.veil
        objectName: "photo-large"
        visible: large.hasPicture

        MouseArea {
            anchors.fill: parent

            onClicked: large.intervention = 0
        }
        ItemPicture {
            id: large

            anchors.centerIn: parent
            height: width * 9 / 16
            pictures: root.attendant.pictures
            radius: Theme.radius
            width: Math.min(parent.width - 2 * Theme.margin, 960)
        }
    }
}
