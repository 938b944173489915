import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Theme

// What a lane does besides selling: a price, a balance. Quiet, beside what most people come for. Larger letters: words
// alone.
GridLayout {
    id: root

    required property Lane lane
    property bool isLight: false

    readonly property int kind: isLight ? TouchButton.Kind.Glass : TouchButton.Kind.Secondary

    columnSpacing: Theme.small
    columns: 2
    rowSpacing: Theme.small
    uniformCellWidths: true

    TouchButton {
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        iconName: Theme.isLarge ? "" : "tag"
        kind: root.kind
        objectName: "priceCheck"
        text: qsTr("Check a price")
        textSize: Theme.body

        onClicked: root.lane.priceCheck.begin()
    }
    TouchButton {
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        iconName: Theme.isLarge ? "" : "plus"
        kind: root.kind
        objectName: "topUp"
        text: qsTr("Top up balance")
        textSize: Theme.body
        visible: root.lane.topUp.isOffered && !root.lane.pricesOnly

        onClicked: root.lane.topUp.begin()
    }
}
