import QtQuick
import QtQuick.Controls.Basic
import Kiosk.Theme

// Text on the screen: wraps rather than cuts, and is part of the accessibility tree.
Label {
    color: Theme.ink
    font.pixelSize: Theme.body
    // On the side where reading starts, whatever the letters are: mirrored together with the layout.
    horizontalAlignment: Text.AlignLeft
    textFormat: Text.PlainText
    wrapMode: Text.Wrap
}
