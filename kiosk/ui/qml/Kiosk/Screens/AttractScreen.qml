import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Parts
import Kiosk.Theme

// Come in. One large button; scanning something starts just as well.
Item {
    id: root

    required property Lane lane

    readonly property bool isPortrait: Theme.portrait
    // More languages than one row holds.
    readonly property bool hasManyLanguages: lane.languages.length > 3
    // Upright, and with little room, the services stand under the words on how to begin; else beside them.
    readonly property bool isServedBelow: isPortrait || Theme.isTight

    Rectangle {
        anchors.fill: parent

        gradient: Gradient {
            GradientStop {
                color: Theme.festive
                position: 0
            }
            GradientStop {
                color: Theme.festiveDeep
                position: 1
            }
        }
    }
    TapHandler {
        onTapped: root.lane.startShopping()
    }
    FoodScatter {
        anchors.fill: parent
        readonly property real below: (poster.y + poster.height + 130) / Math.max(1, root.height)

        visible: !slides.isShowing
        spots: root.isPortrait ? [["avocado", 0.87, 0.125, 210, 14], ["croissant", 0.72, 0.215, 170, -12], ["strawberry", 0.91, 0.265, 180, 10], ["milk", 0.66, 0.33, 190, -8], ["cheese", 0.09, Math.max(0.47, below), 190, -14], ["tomato", 0.13, Math.max(0.47, below) + 0.09, 160, 8], ["baguette", 0.9, 0.44, 210, 12], ["grapes", 0.88, 0.55, 170, -6], ["blueberries", 0.86, 0.365, 150, 6]] : [["avocado", 0.56, 0.24, 190, -14], ["croissant", 0.93, 0.2, 190, 14], ["strawberry", 0.95, 0.46, 170, 10], ["milk", 0.545, 0.5, 190, -8], ["cheese", 0.58, 0.78, 190, -14], ["tomato", 0.955, 0.78, 130, 8], ["grapes", 0.955, 0.65, 140, -6]]
    }
    ColumnLayout {
        id: poster

        spacing: Theme.small
        width: root.isPortrait ? root.width * 0.62 : root.width * 0.46
        x: Theme.start(root.isPortrait ? Theme.wide : 96, width, root.width)
        y: root.isPortrait ? Theme.topBar + 72 : Theme.topBar + 16

        Words {
            Layout.fillWidth: true
            color: Theme.festiveLime
            font.bold: true
            font.pixelSize: Theme.title
            text: root.lane.shopWindow.welcome || qsTr("Welcome!")
            visible: root.isPortrait || !Theme.isLarge
        }
        Words {
            id: headline

            Layout.fillWidth: true
            color: Theme.festiveInk
            font.bold: true
            // A poster: it can be read from the door, and does not grow.
            font.pixelSize: root.isPortrait ? Theme.type.poster : Theme.type.display
            lineHeight: 0.86
            text: qsTr("Scan.\nPay.\nDone.")
            // Upright, what the shop shows has the poster's place for as long as it stands.
            visible: !(root.isPortrait && slides.visible) && poster.y + (root.isPortrait || !Theme.isLarge ? 1.5 * Theme.title : 0) + implicitHeight < begin.y
        }
    }
    ScanHint {
        height: width
        visible: !slides.isShowing && y + height < (root.isPortrait ? begin.y : root.height)
        width: root.isPortrait ? Math.max(240, Math.min(500, begin.y - poster.y - poster.height - 3 * Theme.gap)) : 480
        x: Theme.start(root.isPortrait ? (root.width - width) / 2 : root.width * 0.755 - width / 2, width, root.width)
        y: root.isPortrait ? poster.y + poster.height + Theme.gap : root.height * 0.5 - height / 2 - 20
    }
    // Quieter than what most people come for.
    Services {
        id: services

        isLight: true
        lane: root.lane
        width: root.isServedBelow ? begin.width : parent.width * 0.34
        x: root.isServedBelow ? begin.x : Theme.start(parent.width * 0.755 - width / 2, width, parent.width)
        y: root.isServedBelow ? begin.y + place.y : parent.height - height - Theme.margin
    }
    WindowSlides {
        id: slides

        anchors.bottom: root.isPortrait ? begin.top : root.isServedBelow ? parent.bottom : services.top
        anchors.bottomMargin: !root.isPortrait && root.isServedBelow ? Theme.wide : Theme.margin
        anchors.right: parent.right
        anchors.rightMargin: Theme.wide
        anchors.top: root.isPortrait ? poster.bottom : parent.top
        anchors.topMargin: root.isPortrait ? Theme.margin : Theme.topBar + Theme.gap
        isPaused: !root.visible
        lane: root.lane
        objectName: "windowSlides"
        width: root.isPortrait ? parent.width - 2 * Theme.wide : parent.width * (Theme.isLarge ? 0.46 : 0.44)
    }
    ColumnLayout {
        id: begin

        anchors.bottom: parent.bottom
        anchors.bottomMargin: root.isPortrait ? (Theme.reach ? Theme.margin : Theme.wide) : root.hasManyLanguages ? Theme.margin : 56
        spacing: root.isPortrait || !root.hasManyLanguages ? Theme.gap : Theme.small
        width: root.isPortrait ? root.width - 2 * Theme.wide : root.width * 0.44
        x: Theme.start(root.isPortrait ? Theme.wide : 96, width, root.width)

        TouchButton {
            // Who listens touches nothing.
            Accessible.name: qsTr("Start shopping")
            Layout.fillWidth: true
            Layout.preferredHeight: root.isPortrait ? Math.max(Theme.isLarge ? Theme.buttonLarge : 216, implicitHeight) : root.hasManyLanguages ? 120 : 176
            cornerRadius: Theme.radiusLarge
            // Larger letters: words alone, on one line.
            iconName: Theme.textScale > 1 ? "" : "hand"
            kind: TouchButton.Kind.Lime
            objectName: "start"
            text: qsTr("Touch to start")
            textSize: !Theme.isLarge ? Theme.headline : root.isPortrait ? Theme.title : Theme.strong

            onClicked: root.lane.startShopping()
        }
        Words {
            Layout.fillWidth: true
            color: Theme.festiveInk
            font.pixelSize: Theme.isLarge ? Theme.caption : root.isPortrait ? Theme.strong : Theme.body
            horizontalAlignment: root.isPortrait ? Text.AlignHCenter : Text.AlignLeft
            text: qsTr("or just hold your first item in front of the camera")
            // Lying and within reach there is no room for larger ones; the picture beside shows it.
            visible: root.isPortrait || !Theme.reach || Theme.textScale <= 1
        }
        Item {
            id: place

            Layout.fillWidth: true
            Layout.preferredHeight: services.implicitHeight
            visible: root.isServedBelow
        }
        LanguageBar {
            Layout.fillWidth: true
            Layout.topMargin: root.isPortrait ? Theme.small : 0
            isLight: true
            isShort: false
            lane: root.lane
            visible: !Theme.isTight && root.lane.languages.length > 1
        }
    }
}
