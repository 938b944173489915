import QtQuick

// Words of which none breaks in its middle: where the longest is wider than the room, all are drawn smaller.
Words {
    id: root

    // How large it is meant, and the width it has.
    required property int size
    required property real room

    // As large as meant: how wide it is on one line, and the longest of what stays together.
    readonly property real meantWidth: line.implicitWidth
    readonly property real longest: words.implicitWidth
    readonly property bool isShrunk: room > 0 && longest > room + 1

    font.pixelSize: isShrunk ? Math.floor(size * room / longest) : size

    Text {
        id: line

        font.bold: root.font.bold
        font.pixelSize: root.size
        text: root.text
        visible: false
    }
    // Chinese breaks anywhere.
    Text {
        id: words

        font.bold: root.font.bold
        font.pixelSize: root.size
        text: (root.text.match(/[^\s\u2e80-\u9fff\uff00-\uffef-]+-?/g) ?? []).join("\n")
        visible: false
    }
}
