pragma Singleton

import QtQuick

// Every colour, size and duration of the screens. Sizes are pixels of the 1080 x 1920 (or 1920 x 1080) design;
// the window scales the whole stage to its real size.
QtObject {
    // Set by the window before the first screen loads.
    property url assets
    property bool portrait: true
    property bool isStill: false

    // Colours. Text on its ground keeps a contrast of 4.5 : 1 or more (tests/ui).
    readonly property color ground: "#faf7f0"
    readonly property color card: "#ffffff"
    readonly property color tint: "#f1eee4"
    readonly property color line: "#e5dfd1"
    readonly property color ink: "#14261c"
    readonly property color inkSoft: "#55635b"
    readonly property color primary: "#17603b"
    readonly property color primaryDark: "#0f4429"
    readonly property color primaryDeep: "#0a3420"
    readonly property color primarySoft: "#e4f1e3"
    readonly property color lime: "#c9ea8f"
    readonly property color limeDark: "#b4d977"
    readonly property color limeSoft: "#f0f8df"
    readonly property color light: "#ffffff"
    readonly property color lightSoft: "#d3e6d6"
    readonly property color glass: "#2affffff"
    readonly property color glassFaint: "#1affffff"
    readonly property color glassPressed: "#4affffff"
    readonly property color danger: "#b3261e"
    readonly property color dangerLine: "#e4b7b2"
    readonly property color dangerSoft: "#fbe9e6"
    readonly property color caution: "#8a4b08"
    readonly property color cautionSoft: "#fdf0d9"
    readonly property color cautionStrong: "#f5b841"
    readonly property color disabled: "#e9e6dc"
    readonly property color disabledInk: "#78807a"
    readonly property color staff: "#24313d"
    readonly property color staffDeep: "#18222b"
    readonly property color staffGround: "#eef1f4"
    readonly property color staffLine: "#d5dce2"
    readonly property color staffSoft: "#c6d2dc"
    readonly property color lampGreen: "#3aa35a"
    readonly property color lampYellow: "#f5b841"
    readonly property color lampRed: "#d9352a"
    readonly property color veil: "#b30a3420"
    readonly property color dim: "#8c0a1f14"

    // The grid: everything stands on multiples of eight.
    readonly property int tiny: 8
    readonly property int small: 16
    readonly property int gap: 24
    readonly property int margin: 40
    readonly property int wide: 64

    readonly property int radius: 28
    readonly property int radiusSmall: 20
    readonly property int radiusLarge: 40

    // Touch: nothing smaller than `touch`; a finger in a hurry is wide.
    readonly property int touch: 80
    readonly property int button: 104
    readonly property int buttonLarge: 168
    readonly property int topBar: 128
    readonly property int lamp: 14
    readonly property int trainingBar: 72

    // Type.
    readonly property int caption: 26
    readonly property int body: 32
    readonly property int strong: 38
    readonly property int title: 48
    readonly property int headline: 68
    readonly property int display: 96
    readonly property int poster: 132

    // Time, in milliseconds; nothing travels or grows while `isStill`. Calm and short: the software renderer draws every frame of it.
    readonly property int quick: 120
    readonly property int fade: 150
    readonly property int move: isStill ? 0 : 180
    readonly property int celebrate: 900
    readonly property int message: 4000
    readonly property int news: 3600
    readonly property int forget: 60000
    readonly property int beat: 700
    readonly property int hint: 4500
    readonly property int second: 1000
    readonly property int hold: 1200

    function icon(name: string, isLight: bool): url {
        return assets.toString() === "" ? "" : assets + "/icons/" + name + (isLight ? "-light" : "") + ".svg";
    }

    function product(name: string): url {
        return assets.toString() === "" ? "" : assets + "/products/" + name + ".png";
    }

    function brand(name: string): url {
        return assets.toString() === "" ? "" : assets + "/brand/" + name + ".svg";
    }
}
