"""What the scanner makes of the camera's picture, for staff: a frame around every code, who read it, and why
it counts or not.

Lies over a `CameraView` of the same source. The marks come with the picture (`PreviewFrame.marks`); on a
shopper's screen nothing draws them.

Invariants: takes marks at most every TAKE_EVERY_S, and none while it is hidden; then it forgets them.
"""

import time

from PySide6.QtCore import Property, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

from kiosk.devices.scanner import PreviewFrame, PreviewMark
from kiosk.ui.camera_view import CameraSource, filling

QML_IMPORT_NAME = "Kiosk.Core"
QML_IMPORT_MAJOR_VERSION = 1

TAKE_EVERY_S = 0.2
READS_MAX = 3
"""Codes told in words under the picture."""
PEN = 4.0
_SURE, _UNSURE, _AGAINST = QColor("#7fe08f"), QColor("#f5b841"), QColor("#ff6b5e")
_COLOURS = {"counted": _SURE, "settled": _SURE, "one_look": _UNSURE, "needs_two": _UNSURE}
_UNDER = QColor(0, 0, 0, 150)

Rows = list[dict[str, object]]


@QmlElement
class CameraMarks(QQuickPaintedItem):
    """Draws the marks of its source's pictures, and tells them as rows."""

    sourceChanged = Signal()
    readsChanged = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._source: CameraSource | None = None
        self._marks: tuple[PreviewMark, ...] = ()
        self._frame_size = (1, 1)
        self._decode_ms = 0.0
        self._rows: Rows = []
        self._taken_at = float("-inf")
        self.setAntialiasing(True)
        self.visibleChanged.connect(self._forget_when_hidden)

    @Property(CameraSource, notify=sourceChanged)
    def source(self) -> CameraSource | None:
        """Where the pictures come from."""
        return self._source

    @source.setter  # type: ignore[no-redef]
    def source(self, source: CameraSource | None) -> None:
        if source is self._source:
            return
        if self._source is not None:
            self._source.arrived.disconnect(self._take)
        self._source = source
        if source is not None:
            source.arrived.connect(self._take)
        self.sourceChanged.emit()

    def _take(self) -> None:
        frame = self._source.frame if self._source is not None else None
        now = time.monotonic()
        if frame is None or not self.isVisible() or now - self._taken_at < TAKE_EVERY_S:
            return
        self._taken_at = now
        self.show_marks(frame)

    def show_marks(self, frame: PreviewFrame) -> None:
        """Show the marks of this picture instead of those before."""
        self._frame_size = (max(1, frame.width), max(1, frame.height))
        self._tell(frame.marks, frame.decode_ms)

    def _tell(self, marks: tuple[PreviewMark, ...], decode_ms: float) -> None:
        if (marks, decode_ms) == (self._marks, self._decode_ms):
            return
        self._marks, self._decode_ms = marks, decode_ms
        self._rows = [_row(mark) for mark in marks if mark.engines][:READS_MAX]
        self.update()
        self.readsChanged.emit()

    def _forget_when_hidden(self) -> None:
        if not self.isVisible():
            self._taken_at = float("-inf")
            self._tell((), 0.0)

    @Property(list, notify=readsChanged)
    def reads(self) -> Rows:
        """Each code in view: `text`, `symbology`, `engines`, `standing` as in `PreviewMark`; `colour`."""
        return self._rows

    @Property(int, notify=readsChanged)
    def unreadBars(self) -> int:
        """Places with bars that nobody could read."""
        return sum(not mark.engines for mark in self._marks)

    @Property(float, notify=readsChanged)
    def decodeMs(self) -> float:
        """How long the newest examined frame took; 0 if none was examined lately."""
        return self._decode_ms

    def paint(self, painter: QPainter) -> None:
        """Draw a frame around each mark, light on dark so that it is seen on every pack."""
        place = filling(self.size(), *self._frame_size)
        for mark in self._marks:
            left, top, right, bottom = mark.box
            box = QRectF(
                place.topLeft() + QPointF(left * place.width(), top * place.height()),
                place.topLeft() + QPointF(right * place.width(), bottom * place.height()),
            ).adjusted(-PEN, -PEN, PEN, PEN)
            style = Qt.PenStyle.SolidLine if mark.engines else Qt.PenStyle.DashLine
            for colour, width in ((_UNDER, PEN * 2), (_COLOURS.get(mark.standing, _AGAINST), PEN)):
                painter.setPen(QPen(colour, width, style))
                painter.drawRoundedRect(box, PEN * 2, PEN * 2)


def _row(mark: PreviewMark) -> dict[str, object]:
    return {
        "text": mark.text,
        "symbology": mark.symbology,
        "engines": " + ".join(mark.engines),
        "standing": mark.standing,
        "colour": _COLOURS.get(mark.standing, _AGAINST).name(),
    }
