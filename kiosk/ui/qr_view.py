"""The digital receipt as a QR code on the screen.

Source: ISO/IEC 18004 (quiet zone of four modules).
Invariants: every module is a whole number of pixels, the same for all; dark on white whatever the theme.
"""

from PySide6.QtCore import Property, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

QML_IMPORT_NAME = "Kiosk.Core"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class QrView(QQuickPaintedItem):
    """A QR code, drawn with whole pixels per module so that every phone reads it."""

    textChanged = Signal()
    QUIET_MODULES = 4
    """White margin ISO/IEC 18004 asks for."""

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._modules: tuple[tuple[int, ...], ...] = ()

    @Property(str, notify=textChanged)
    def text(self) -> str:
        """What the code says."""
        return self._text

    @text.setter  # type: ignore[no-redef]
    def text(self, text: str) -> None:
        if text == self._text:
            return
        self._text = text
        self._modules = _modules(text)
        self.textChanged.emit()
        self.update()

    def paint(self, painter: QPainter) -> None:
        """Draw the code as large as whole modules allow, centred on white."""
        painter.fillRect(self.boundingRect(), QColor("white"))
        if not self._modules:
            return
        count = len(self._modules) + 2 * self.QUIET_MODULES
        size = int(min(self.width(), self.height())) // count
        left = int(self.width() - size * len(self._modules)) // 2
        top = int(self.height() - size * len(self._modules)) // 2
        for y, row in enumerate(self._modules):
            for x, dark in enumerate(row):
                if dark:
                    painter.fillRect(left + x * size, top + y * size, size, size, QColor("black"))


def _modules(text: str) -> tuple[tuple[int, ...], ...]:
    if not text:
        return ()
    import segno  # at the first receipt, not at start

    # Level L: a screen has no scratches, and larger modules help more than more redundancy.
    code = segno.make_qr(text, error="l", boost_error=False, encoding="utf-8")
    return tuple(tuple(row) for row in code.matrix)
