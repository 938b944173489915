pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Theme

// The basket: its rows, newest at the bottom and always in view; before the first one, what to do.
Sheet {
    id: root

    required property Lane lane
    // Half of the window for all that is touched: only that.
    readonly property bool isTight: Theme.reach && Theme.isTight && lane.basket.mayPlaceBag

    ListView {
        id: list

        // Stays at the newest line until a finger scrolls away from it; a new hit brings it back.
        property bool isFollowing: true
        // Rows of many heights are measured only where the list stands, so that moving it may change its length,
        // and that its place: a few rounds settle it, and it never runs after itself.
        property int rounds: 0

        function settle() {
            rounds = 3;
            forceLayout();
            follow();
            Qt.callLater(follow);
        }
        // Down to the end, but never so far that the newest line leaves the top.
        function follow() {
            if (!isFollowing)
                return;
            rounds -= 1;
            positionViewAtEnd();
            const row = itemAtIndex(root.lane.basket.newestRow);
            if (row !== null && row.y < contentY)
                positionViewAtIndex(root.lane.basket.newestRow, ListView.Beginning);
        }

        anchors.bottomMargin: Theme.small
        anchors.fill: parent
        anchors.topMargin: Theme.small
        boundsBehavior: Flickable.StopAtBounds
        cacheBuffer: 0
        clip: true
        model: root.lane.basket.rows as QtObject
        visible: !root.lane.basket.isEmpty

        onContentHeightChanged: {
            if (rounds > 0)
                Qt.callLater(follow);
        }
        // In the midst of laying out a new row has no place yet: moving the list then would make every row anew.
        onCountChanged: Qt.callLater(settle)
        onHeightChanged: settle()
        onMovementEnded: isFollowing = atYEnd

        ScrollBar.vertical: ScrollBar {
            minimumSize: 0.1
            policy: list.contentHeight > list.height ? ScrollBar.AlwaysOn : ScrollBar.AlwaysOff
        }
        delegate: BasketRow {
            lane: root.lane
            width: ListView.view.width
        }
        footer: ExtraRows {
            lane: root.lane
            width: list.width
        }
        displaced: Transition {
            NumberAnimation {
                duration: Theme.move
                easing.type: Easing.OutCubic
                properties: "y"
            }
        }
        remove: Transition {
            NumberAnimation {
                duration: Theme.quick
                property: "opacity"
                to: 0
            }
        }
    }
    Connections {
        function onHit() {
            list.forceLayout();
            list.isFollowing = root.lane.basket.newestRow === list.count - 1;
            list.positionViewAtIndex(root.lane.basket.newestRow, ListView.Contain);
            const row = list.itemAtIndex(root.lane.basket.newestRow) as BasketRow;
            if (row !== null)
                row.celebrate();
        }
        function onExtraCame() {
            list.isFollowing = true;
            list.settle();
        }
        function onTold() {
            list.settle();
            for (const index of root.lane.basket.newsRows) {
                const row = list.itemAtIndex(index) as BasketRow;
                if (row !== null)
                    row.celebrate();
            }
        }

        target: root.lane.basket
    }
    ColumnLayout {
        anchors.centerIn: parent
        spacing: Theme.gap
        visible: root.lane.basket.isEmpty
        width: parent.width - 2 * (root.isTight ? Theme.small : Theme.wide)

        Badge {
            Layout.alignment: Qt.AlignHCenter
            Layout.preferredHeight: size
            Layout.preferredWidth: size
            name: "scan-barcode"
            size: 220
            visible: root.height > 660
        }
        Words {
            Layout.fillWidth: true
            font.bold: true
            font.pixelSize: Theme.title
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("Scan your first item")
            visible: !root.isTight
        }
        Words {
            Layout.fillWidth: true
            color: Theme.inkSoft
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("Hold its barcode in front of the camera. It appears here at once.")
            visible: !Theme.isLarge && (!Theme.reach || !root.lane.basket.mayPlaceBag)
        }
        TouchButton {
            Layout.alignment: Qt.AlignHCenter
            Layout.maximumWidth: parent.width
            iconName: "bag"
            objectName: "ownBag"
            text: qsTr("I have put down my own bag")
            textSize: root.isTight ? Theme.caption : Theme.body
            visible: root.lane.basket.mayPlaceBag

            onClicked: root.lane.placeOwnBag()
        }
    }
}
