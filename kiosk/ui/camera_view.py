"""The camera's picture on the screen: the newest frame, filling its place, with rounded corners.

A QQuickPaintedItem: cheap on the software renderer, and it can forget its frame, which an image URL cannot.

Invariants: holds at most one frame; forgets it as soon as it is hidden, so that nobody's hands stay
on the screen.
"""

from PySide6.QtCore import Property, QObject, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QBrush, QImage, QPainter, QTransform
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

from kiosk.devices.scanner import PreviewFrame

QML_IMPORT_NAME = "Kiosk.Core"
QML_IMPORT_MAJOR_VERSION = 1


def filling(item: QSizeF, width: int, height: int) -> QRectF:
    """Where a whole frame lies that fills an item; what lies outside of the item is not shown."""
    scale = max(item.width() / width, item.height() / height)
    wide, tall = width * scale, height * scale
    return QRectF((item.width() - wide) / 2, (item.height() - tall) / 2, wide, tall)


@QmlElement
class CameraSource(QObject):
    """Where camera views get their frames: the newest one, told once."""

    arrived = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.frame: PreviewFrame | None = None

    def show(self, frame: PreviewFrame) -> None:
        """Hand a frame to whichever view is on the screen; nobody keeps it otherwise."""
        self.frame = frame
        self.arrived.emit()
        self.frame = None


@QmlElement
class CameraView(QQuickPaintedItem):
    """Shows the frames of its source while it is visible."""

    sourceChanged = Signal()
    radiusChanged = Signal()
    hasFrameChanged = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._source: CameraSource | None = None
        self._frame: PreviewFrame | None = None
        self._image = QImage()
        self._radius = 0.0
        self.setAntialiasing(True)
        self.visibleChanged.connect(self._forget_when_hidden)

    @Property(CameraSource, notify=sourceChanged)
    def source(self) -> CameraSource | None:
        """Where the frames come from."""
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
        if self._source is not None and self._source.frame is not None and self.isVisible():
            self.show_frame(self._source.frame)

    def show_frame(self, frame: PreviewFrame) -> None:
        """Show this frame instead of the one before."""
        had = self._frame is not None
        self._frame = frame  # keeps the bytes alive that the image only points to
        self._image = QImage(
            frame.rgb, frame.width, frame.height, frame.bytes_per_line, QImage.Format.Format_RGB888
        )
        self.update()
        if not had:
            self.hasFrameChanged.emit()

    def clear(self) -> None:
        """Forget the frame."""
        if self._frame is not None:
            self._image, self._frame = QImage(), None
            self.update()
            self.hasFrameChanged.emit()

    def _forget_when_hidden(self) -> None:
        if not self.isVisible():
            self.clear()

    @Property(float, notify=radiusChanged)
    def radius(self) -> float:
        """Radius of the corners."""
        return self._radius

    @radius.setter  # type: ignore[no-redef]
    def radius(self, value: float) -> None:
        if value != self._radius:
            self._radius = value
            self.radiusChanged.emit()
            self.update()

    @Property(bool, notify=hasFrameChanged)
    def hasFrame(self) -> bool:
        """Whether there is a picture."""
        return self._frame is not None

    def paint(self, painter: QPainter) -> None:
        """Draw the frame cropped to fill the item."""
        if self._image.isNull():
            return
        place = filling(self.size(), self._image.width(), self._image.height())
        scale = place.width() / self._image.width()
        brush = QBrush(self._image)
        brush.setTransform(QTransform.fromTranslate(place.x(), place.y()).scale(scale, scale))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(brush)
        painter.drawRoundedRect(QRectF(0, 0, self.width(), self.height()), self._radius, self._radius)
