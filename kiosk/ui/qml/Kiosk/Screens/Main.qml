pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Core
import Kiosk.Parts
import Kiosk.Theme

// The window: one stage scaled to it, one screen on the stage, the bar above.
Window {
    id: main

    required property Lane lane
    required property url assets
    required property bool isFullscreen
    required property FocusMark focus

    // Screens load when first shown, or one by one once the first frame is out, so that start stays short.
    property int warm: 0
    readonly property int screens: 18

    readonly property bool isPortrait: height > width
    readonly property real stageScale: isPortrait ? Math.min(width / 1080, height / 1728) : Math.min(height / 1080, width / 1728)
    readonly property bool isFestive: lane.screen === "attract" || lane.screen === "paid" || lane.screen === "thanks"

    // What the strip about time takes from the screens: above them, or with reach below.
    readonly property real timeSpace: time.visible ? time.height + Theme.small : 0

    color: isFestive ? Theme.festive : Theme.ground
    flags: isFullscreen ? Qt.Window | Qt.FramelessWindowHint : Qt.Window
    title: lane.shopName

    onAssetsChanged: Theme.assets = assets
    onLaneChanged: Theme.comfort = lane.comfort

    component ScreenSlot: Loader {
        id: slot

        required property string name
        required property int turn

        readonly property bool isCurrent: main.lane.screen === name
        property bool isKept: false

        active: isCurrent || isKept || turn < main.warm
        anchors.bottomMargin: Theme.bottomBar + (Theme.reach ? main.timeSpace : 0)
        anchors.fill: parent
        anchors.topMargin: main.isFestive && !Theme.isLarge && !Theme.reach && !staff.visible ? 0 : (staff.visible ? staff.height + Theme.small : 0) + (Theme.reach ? 0 : main.timeSpace)
        asynchronous: !isCurrent
        enabled: isCurrent && !languages.isOpen && !main.lane.comfort.isOpen && !main.lane.codePad.isOpen && !flowSheets.isOver && !main.lane.door.isOpen && main.lane.attention.sheet === ""
        visible: isCurrent

        onLoaded: isKept = true
        onIsCurrentChanged: {
            if (isCurrent)
                appear.restart();
        }

        // The new screen can be read in its first frame; the old one is gone at once. One screen is drawn, not two.
        NumberAnimation on opacity {
            id: appear

            duration: Theme.fade
            from: 0.4
            running: false
            to: 1
        }
    }

    Binding {
        property: "portrait"
        target: Theme
        value: main.isPortrait
    }
    Binding {
        property: "isForStaff"
        target: Theme
        value: main.lane.screen === "staff"
    }
    Item {
        id: stage

        readonly property int barSpace: main.lane.attention.isTraining ? Theme.trainingBar : 0

        LayoutMirroring.childrenInherit: true
        LayoutMirroring.enabled: Theme.isMirrored
        height: main.height / main.stageScale - barSpace
        scale: main.stageScale
        transformOrigin: Item.TopLeft
        width: main.width / main.stageScale
        y: barSpace * scale

        // Who takes time to read touches anywhere.
        TapHandler {
            enabled: main.lane.timeRunsOut

            onTapped: main.lane.takeMoreTime()
        }
        ScreenSlot {
            name: "attract"
            turn: 0

            sourceComponent: AttractScreen {
                lane: main.lane
            }
        }
        ScreenSlot {
            name: "scanning"
            turn: 1

            sourceComponent: ScanningScreen {
                isForKeys: main.focus.isShown
                lane: main.lane
            }
        }
        ScreenSlot {
            name: "notfound"
            turn: 2

            sourceComponent: NotFoundScreen {
                lane: main.lane
            }
        }
        ScreenSlot {
            name: "tender"
            turn: 3

            sourceComponent: TenderScreen {
                lane: main.lane
            }
        }
        ScreenSlot {
            name: "card"
            turn: 4

            sourceComponent: CardScreen {
                lane: main.lane
            }
        }
        ScreenSlot {
            name: "order"
            turn: 17

            sourceComponent: OrderScreen {
                lane: main.lane
            }
        }
        ScreenSlot {
            name: "price"
            turn: 16

            sourceComponent: PriceScreen {
                lane: main.lane
            }
        }
        ScreenSlot {
            name: "load"
            turn: 15

            sourceComponent: LoadScreen {
                lane: main.lane
            }
        }
        ScreenSlot {
            name: "return"
            turn: 14

            sourceComponent: ReturnScreen {
                lane: main.lane
            }
        }
        ScreenSlot {
            name: "refund"
            turn: 13

            sourceComponent: RefundScreen {
                lane: main.lane
            }
        }
        ScreenSlot {
            name: "wallet"
            turn: 12

            sourceComponent: WalletScreen {
                lane: main.lane
            }
        }
        ScreenSlot {
            name: "unknown"
            turn: 5

            sourceComponent: UnknownScreen {
                lane: main.lane
            }
        }
        ScreenSlot {
            name: "paid"
            turn: 6

            sourceComponent: PaidScreen {
                lane: main.lane
            }
        }
        ScreenSlot {
            name: "receipt"
            turn: 7

            sourceComponent: ReceiptScreen {
                lane: main.lane
            }
        }
        ScreenSlot {
            name: "thanks"
            turn: 8

            sourceComponent: ThanksScreen {
                lane: main.lane
            }
        }
        ScreenSlot {
            name: "closed"
            turn: 9

            sourceComponent: ClosedScreen {
                lane: main.lane
            }
        }
        ScreenSlot {
            name: "help"
            turn: 10

            sourceComponent: HelpScreen {
                lane: main.lane
            }
        }
        ScreenSlot {
            name: "staff"
            turn: 11

            sourceComponent: StaffScreen {
                lane: main.lane

                onLanguagesWanted: languages.open()
            }
        }
        CodeSheet {
            anchors.fill: parent
            lane: main.lane
        }
        FlowSheets {
            id: flowSheets

            anchors.fill: parent
            lane: main.lane
        }
        AttentionSheet {
            anchors.fill: parent
            anchors.topMargin: Theme.topBar
            lane: main.lane
        }
        StaffMessage {
            id: staff

            lane: main.lane
            visible: main.lane.message !== "" && main.lane.screen !== "attract" && main.lane.screen !== "staff"
            width: stage.width - 2 * Theme.margin
            x: Theme.margin
            y: Theme.topBar
        }
        TopBar {
            enabled: !main.lane.door.isOpen && !main.lane.comfort.isOpen && !languages.isOpen
            lane: main.lane
            // With reach it is below, where the keys are then.
            visible: main.lane.screen !== "staff" && !(Theme.reach && main.lane.codePad.isOpen)
            width: stage.width
            y: Theme.reach ? stage.height - height : 0

            onLanguagesWanted: languages.open()
        }
        LanguageSheet {
            id: languages

            anchors.fill: parent
            lane: main.lane
        }
        StaffDoor {
            anchors.fill: parent
            lane: main.lane
        }
        ComfortSheet {
            anchors.fill: parent
            lane: main.lane
        }
        TimeStrip {
            id: time

            lane: main.lane
            visible: main.lane.timeRunsOut
            width: stage.width - 2 * Theme.margin
            x: Theme.margin
            y: Theme.reach ? stage.height - Theme.bottomBar - height - Theme.tiny : Theme.topBar + (staff.visible ? staff.height + Theme.small : 0)
        }
        Toast {
            anchors.horizontalCenter: parent.horizontalCenter
            lane: main.lane
            y: Theme.topBar + Theme.small
        }
    }
    TrainingBar {
        scale: main.stageScale
        transformOrigin: Item.TopLeft
        visible: main.lane.attention.isTraining
        width: stage.width
    }
    StatusLight {
        lane: main.lane
        scale: main.stageScale
        transformOrigin: Item.TopLeft
        width: stage.width
    }
    FocusRing {
        mark: main.focus
        unit: main.stageScale
    }
    Curtain {
        height: main.height / main.stageScale
        lane: main.lane
        scale: main.stageScale
        transformOrigin: Item.TopLeft
        width: stage.width
    }
    // Nobody has begun: whoever changed the screens has left again.
    Timer {
        id: forget

        objectName: "comfortForget"
        interval: Theme.forget
        running: main.lane.screen === "attract" && main.lane.comfort.isChanged

        onTriggered: main.lane.comfort.reset()
    }
    Connections {
        function onChanged() {
            if (forget.running)
                forget.restart();
        }

        target: main.lane.comfort
    }
    Timer {
        interval: 400
        repeat: true
        running: main.warm < main.screens

        onTriggered: main.warm += 1
    }
}
