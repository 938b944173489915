pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Parts
import Kiosk.Theme

// The basket grows; the total is always in sight; paying is one touch away. Upright the parts stand above each
// other, lying in two columns. With `Theme.reach` what is only looked at rises, and what is touched sinks.
Item {
    id: root

    required property Lane lane
    // Somebody walks by keys: the way back waits for them.
    property bool isForKeys: false

    readonly property Basket basket: lane.basket
    readonly property bool isPortrait: Theme.portrait
    readonly property bool isReach: Theme.reach
    // The hand's side of a lying screen is the one with "Pay".
    readonly property bool isFlipped: Theme.leftHanded !== Theme.isMirrored

    Rectangle {
        anchors.fill: parent
        color: Theme.ground
    }
    Item {
        id: counter

        // Where the lower half of the window begins.
        readonly property real half: (root.height + Theme.bottomBar - (root.parent === null ? 0 : root.parent.y)) / 2 - y + Theme.tiny
        readonly property real buyX: root.isPortrait ? 0 : camera.width + Theme.margin
        readonly property real buyWidth: width - buyX
        readonly property real listWidth: root.isReach && !root.isPortrait ? width - keysWidth - payWidth - 2 * Theme.gap : buyWidth
        readonly property real listX: root.isReach && !root.isPortrait ? keysWidth + Theme.gap : buyX
        readonly property real keysWidth: 340
        // Three beside each other in the largest letters, or in a narrow column: words alone.
        readonly property bool isCrowded: (root.isPortrait || root.isReach) && Theme.textScale >= 2
        // What went wrong with the camera has to be readable at any size: it takes the place of the newest item.
        readonly property bool isBlind: root.basket.cameraFaultTitle !== "" && Theme.isLarge
        readonly property real payWidth: root.isPortrait ? width : Theme.isLarge ? 500 : root.isReach ? 400 : 440

        function side(x: real, wide: real): real {
            return root.isFlipped ? width - x - wide : x;
        }

        anchors.bottomMargin: root.isReach ? Theme.small : Theme.margin
        anchors.fill: parent
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        anchors.topMargin: Theme.topBar
        enabled: !root.lane.pad.isOpen && root.lane.join.step === ""

        CameraPanel {
            id: camera

            height: {
                if (!root.isReach && counter.isBlind)
                    return root.isPortrait ? 440 : more.y - Theme.gap;
                if (!root.isReach)
                    return root.isPortrait && Theme.isLarge ? 288 : 360;
                return Math.max(0, root.isPortrait ? counter.half - total.height - hit.reachHeight - 3 * Theme.gap : counter.half - Theme.gap);
            }
            lane: root.lane
            // What staff write may leave it no room to be seen in.
            visible: height > Theme.touch
            width: {
                if (!root.isReach && counter.isBlind && root.isPortrait)
                    return counter.width;
                if (!root.isReach)
                    return root.isPortrait && Theme.isLarge ? 512 : 640;
                return root.isPortrait ? counter.width : 820;
            }
            x: counter.side(0, width)
        }
        HitPanel {
            id: hit

            readonly property real reachHeight: Theme.isLarge ? 280 : 200

            height: {
                if (root.isReach)
                    return root.isPortrait ? reachHeight : camera.height - total.height - Theme.gap;
                return root.isPortrait ? camera.height : more.y - y - Theme.gap;
            }
            isWide: !root.isPortrait || root.isReach
            lane: root.lane
            visible: root.isReach || !counter.isBlind
            width: {
                if (root.isReach)
                    return counter.buyWidth;
                return root.isPortrait ? counter.width - camera.width - Theme.gap : camera.width;
            }
            x: counter.side(root.isReach ? counter.buyX : root.isPortrait ? camera.width + Theme.gap : 0, width)
            y: root.isReach === root.isPortrait ? camera.height + Theme.gap : 0
        }
        MemberStrip {
            id: member

            readonly property bool isThere: !root.isReach || !(nudge.visible || undo.isShown)

            height: isThere ? implicitHeight : 0
            lane: root.lane
            visible: isThere
            width: counter.listWidth
            x: counter.side(counter.listX, width)
            y: root.isReach ? counter.half : root.isPortrait ? camera.height + Theme.gap : 0
        }
        NudgeBanner {
            id: nudge

            heightMax: (root.isReach ? (root.isPortrait ? pay.y : counter.height) : total.y) - Theme.gap - y
            lane: root.lane
            width: counter.listWidth
            x: member.x
            y: member.y + (member.isThere ? member.height + Theme.small : 0) + (root.isReach && undo.isShown ? undo.height + Theme.small : 0)
        }
        BasketList {
            height: {
                if (root.isReach)
                    return Math.max(0, (root.isPortrait ? pay.y - Theme.gap : counter.height) - y);
                return Math.max(0, total.y - Theme.gap - y);
            }
            lane: root.lane
            // A message may take all its room for as long as it stands.
            visible: height > Theme.touch / 2
            width: counter.listWidth
            x: member.x
            y: nudge.y + nudge.implicitHeight
        }
        TotalPanel {
            id: total

            height: root.isPortrait || root.isReach ? implicitHeight : pay.height
            isWide: root.isPortrait || root.isReach
            lane: root.lane
            width: (root.isReach || root.isPortrait ? counter.buyWidth : counter.buyWidth - pay.width - Theme.margin) - 2 * Theme.small
            x: counter.side(counter.buyX + Theme.small, width)
            y: {
                if (root.isReach)
                    return counter.half - height - Theme.gap;
                return root.isPortrait ? pay.y - height - Theme.small : counter.height - height;
            }
        }
        TouchButton {
            id: pay

            cornerRadius: Theme.radiusLarge
            enabled: root.basket.mayPay
            height: {
                if (root.isPortrait)
                    return Theme.buttonLarge;
                return root.isReach ? counter.height - counter.half : Math.max(Theme.buttonLarge, total.implicitHeight);
            }
            iconName: "card"
            kind: TouchButton.Kind.Primary
            objectName: "pay"
            text: qsTr("Pay")
            textSize: root.isPortrait ? Theme.headline : Math.min(Theme.heading, 70)
            width: counter.payWidth
            x: counter.side(counter.width - width, width)
            y: root.isPortrait ? more.y - height - (root.isReach ? Theme.small : Theme.gap) : counter.height - height

            onClicked: root.lane.pay()
        }
        // Over the camera, which is only looked at; with reach, where what concerns members stands otherwise.
        UndoBar {
            id: undo

            isBrief: root.isReach && nudge.visible
            isForKeys: root.isForKeys
            lane: root.lane
            width: root.isReach ? counter.listWidth : root.isPortrait ? Math.min(960, counter.width) : camera.width
            x: root.isReach ? member.x : root.isPortrait ? (counter.width - width) / 2 : camera.x
            y: root.isReach ? member.y : root.isPortrait ? Theme.small : camera.height - height - Theme.small
        }
        GridLayout {
            id: more

            columnSpacing: Theme.gap
            columns: {
                if (root.isPortrait)
                    return root.lane.lookup.isOffered ? 3 : 2;
                return root.lane.lookup.isOffered && !Theme.isTight ? 2 : 1;
            }
            height: {
                if (root.isReach && !root.isPortrait)
                    return counter.height - counter.half;
                return columns === 1 && root.lane.lookup.isOffered ? 3 * Theme.touch + 2 * Theme.tiny + Theme.small : implicitHeight;
            }
            rowSpacing: Theme.isTight ? Theme.tiny : Theme.small
            uniformCellHeights: true
            uniformCellWidths: true
            width: {
                if (root.isPortrait)
                    return counter.width;
                return root.isReach ? counter.keysWidth : camera.width;
            }
            x: counter.side(0, width)
            y: counter.height - height

            TouchButton {
                Accessible.name: qsTr("No barcode?")
                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.minimumHeight: Theme.touch
                Layout.preferredHeight: Theme.button
                iconName: counter.isCrowded ? "" : "leaf"
                leftPadding: counter.isCrowded ? Theme.edge : Theme.small
                rightPadding: leftPadding
                objectName: "lookup"
                text: Theme.textScale > 1 ? qsTr("Search") : qsTr("No barcode?")
                textSize: Theme.textScale > 1 ? Theme.caption : Theme.body
                visible: root.lane.lookup.isOffered

                onClicked: root.lane.lookup.open()
            }
            TouchButton {
                Accessible.name: qsTr("Remove last item")
                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.minimumHeight: Theme.touch
                Layout.preferredHeight: Theme.button
                enabled: root.basket.mayRemoveLast
                iconName: counter.isCrowded ? "" : "undo"
                leftPadding: Theme.small
                rightPadding: Theme.small
                objectName: "removeLast"
                text: Theme.textScale > 1 ? qsTr("Undo") : qsTr("Remove last item")
                textSize: Theme.textScale > 1 ? Theme.caption : Theme.body

                onClicked: root.lane.removeLast()
            }
            TouchButton {
                Layout.columnSpan: root.isPortrait ? 1 : more.columns
                Accessible.name: qsTr("Cancel purchase")
                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.minimumHeight: Theme.touch
                Layout.preferredHeight: Theme.button
                kind: TouchButton.Kind.Danger
                objectName: "cancel"
                text: Theme.textScale > 1 ? qsTr("Cancel") : qsTr("Cancel purchase")
                textSize: Theme.textScale > 1 ? Theme.caption : Theme.body

                onClicked: root.lane.cancelPurchase()
            }
        }
    }
    QuantitySheet {
        anchors.fill: parent
        anchors.topMargin: Theme.topBar
        lane: root.lane
    }
    Loader {
        active: root.lane.join.step !== "" && root.visible
        anchors.fill: parent
        anchors.topMargin: Theme.topBar

        sourceComponent: JoinSheet {
            lane: root.lane
        }
    }
}
