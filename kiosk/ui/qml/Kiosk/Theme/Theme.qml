pragma Singleton

import QtQuick
import Kiosk.Core

// Every colour, size and duration of the screens, from the shop's theme and the shopper's comfort. Sizes are pixels
// of the 1080 x 1920 (or 1920 x 1080) design; the window scales the whole stage to its real size.
QtObject {
    // Set by the window before the first screen loads.
    property url assets
    property bool portrait: true
    property Comfort comfort: Comfort {}
    // Staff have their own layer, which is drawn at its own size.
    property bool isForStaff: false

    // How this shopper wants it.
    readonly property bool isDark: comfort.mode === "dark"
    readonly property bool isHighContrast: comfort.mode === "high_contrast"
    readonly property bool isStill: comfort.still
    readonly property bool leftHanded: comfort.leftHanded && !isForStaff
    readonly property bool reach: comfort.reach && !isForStaff
    readonly property real textScale: isForStaff ? 1 : comfort.textScale
    // Languages that are read from right to left turn the whole layout around.
    readonly property bool isMirrored: Application.layoutDirection === Qt.RightToLeft
    // Where words take the room of what only decorates, and what stood side by side stands one above the other.
    readonly property bool isLarge: textScale >= 1.5
    // Little room: only what is needed, the rest behind a button.
    readonly property bool isTight: isLarge || (reach && !portrait)

    // Colours. Every pair that is ever seen is declared and checked: retail/theme/tokens.py. `light…` are letters on
    // `primary…`; the `festive…` are the same by day and by night: posters, and what is written on pictures.
    readonly property var colours: comfort.colours
    readonly property color ground: colours.ground
    readonly property color card: colours.card
    readonly property color tint: colours.tint
    readonly property color line: colours.line
    readonly property color ink: colours.ink
    readonly property color inkSoft: colours.inkSoft
    readonly property color primary: colours.primary
    readonly property color primaryDark: colours.primaryDark
    readonly property color primaryDeep: colours.primaryDeep
    readonly property color primarySoft: colours.primarySoft
    readonly property color lime: colours.lime
    readonly property color limeDark: colours.limeDark
    readonly property color limeSoft: colours.limeSoft
    readonly property color light: colours.light
    readonly property color lightSoft: colours.lightSoft
    readonly property color glass: colours.glass
    readonly property color glassFaint: colours.glassFaint
    readonly property color glassPressed: colours.glassPressed
    readonly property color danger: colours.danger
    readonly property color dangerLine: colours.dangerLine
    readonly property color dangerSoft: colours.dangerSoft
    readonly property color caution: colours.caution
    readonly property color cautionSoft: colours.cautionSoft
    readonly property color cautionStrong: colours.cautionStrong
    readonly property color disabled: colours.disabled
    readonly property color disabledInk: colours.disabledInk
    readonly property color staff: colours.staff
    readonly property color staffDeep: colours.staffDeep
    readonly property color staffGround: colours.staffGround
    readonly property color staffLine: colours.staffLine
    readonly property color staffSoft: colours.staffSoft
    readonly property color festive: colours.festive
    readonly property color festiveDeep: colours.festiveDeep
    readonly property color festiveInk: colours.festiveInk
    readonly property color festiveSoft: colours.festiveSoft
    readonly property color festiveLime: colours.festiveLime
    readonly property color festiveLimeDark: colours.festiveLimeDark
    readonly property color festiveLimeInk: colours.festiveLimeInk
    readonly property color lampGreen: colours.lampGreen
    readonly property color lampYellow: colours.lampYellow
    readonly property color lampRed: colours.lampRed
    readonly property color veil: colours.veil
    readonly property color dim: colours.dim

    // What is lifted off its ground by a shadow has a line around it where shadows do not show.
    readonly property int edge: isHighContrast ? 3 : isDark ? 2 : 0

    // The grid: everything stands on multiples of eight.
    readonly property int tiny: comfort.space.tiny
    readonly property int small: comfort.space.small
    readonly property int gap: comfort.space.gap
    readonly property int margin: comfort.space.margin
    readonly property int wide: comfort.space.wide

    readonly property int radius: 28
    readonly property int radiusSmall: 20
    readonly property int radiusLarge: 40

    // Touch: nothing smaller than `touch`; a finger in a hurry is wide.
    readonly property int touch: 80
    readonly property int button: 104
    readonly property int buttonLarge: !portrait && isTight ? 112 : 168
    // Room for the bar: above the screens, or with `reach` below them.
    readonly property int bar: 128
    readonly property int topBar: reach ? margin : bar
    readonly property int bottomBar: reach ? bar : 0
    readonly property int lamp: 14
    readonly property int trainingBar: 72

    // Letters. They grow with the shopper's wish; the largest, which everybody can read, grow by no more than `body` does.
    readonly property var type: comfort.type
    readonly property int caption: letters(type.caption)
    readonly property int note: letters((type.caption + type.body) / 2)
    readonly property int body: letters(type.body)
    readonly property int label: letters((type.body + type.strong) / 2)
    readonly property int strong: letters(type.strong)
    readonly property int title: letters(type.title)
    readonly property int heading: letters((type.title + type.headline) / 2)
    readonly property int headline: letters(type.headline)
    readonly property int figure: letters((type.headline + type.display) / 2)
    readonly property int display: letters(type.display)
    readonly property int poster: letters(type.poster)

    // Time, in milliseconds; nothing travels or grows while `isStill`. Calm and short: the software renderer draws every frame of it.
    readonly property int quick: comfort.motion.quick
    readonly property int fade: comfort.motion.fade
    readonly property int move: isStill ? 0 : comfort.motion.move
    readonly property int celebrate: comfort.motion.celebrate
    readonly property int message: 4000
    readonly property int news: 3600
    readonly property int forget: 60000
    readonly property int beat: 700
    readonly property int hint: 4500
    readonly property int second: 1000
    readonly property int hold: 1200

    // Where something `wide` begins that stands `x` behind the edge where reading starts.
    function start(x: real, wide: real, room: real): real {
        return isMirrored ? room - x - wide : x;
    }

    // Height a sheet over `whole` may take: the lower half of the stage with `reach`. A screen ends at the bar.
    function sheetRoom(whole: Item, isScreen: bool): real {
        if (!reach)
            return whole.height;
        return isScreen ? (whole.height + topBar + bottomBar) / 2 - bottomBar : whole.height / 2;
    }

    // What a letter of the design is as large as now.
    function letters(size: real): int {
        return Math.round(size + Math.min(size, type.body) * (textScale - 1));
    }

    // A light icon lies on `primary…`, which is bright by night; `isFestive` is for what is dark then as well.
    function icon(name: string, isLight: bool, isFestive: bool): url {
        return isDark && !isFestive ? iconFile(name, !isLight) : iconFile(name, isLight);
    }

    function iconFile(name: string, isLight: bool): url {
        return assets.toString() === "" ? "" : assets + "/icons/" + name + (isLight ? "-light" : "") + ".svg";
    }

    function product(name: string): url {
        return assets.toString() === "" ? "" : assets + "/products/" + name + ".png";
    }

    function brand(name: string): url {
        return assets.toString() === "" ? "" : assets + "/brand/" + name + ".svg";
    }
}
