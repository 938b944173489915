"""The camera's picture of the item beside an intervention on the attendant layer.

Invariants: a view holds one picture at most, and only while its source finds it: who takes the picture away
and says so (`ItemPictureSource.tell`) takes it off the screen.
"""

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPainterPath
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

from kiosk.devices.scanner import PreviewFrame

QML_IMPORT_NAME = "Kiosk.Core"
QML_IMPORT_MAJOR_VERSION = 1

Find = Callable[[int], PreviewFrame | None]
"""The picture of an open intervention, if there is one."""


@QmlElement
class ItemPictureSource(QObject):
    """Where views get the pictures; `find` is asked anew whenever something has changed."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.find: Find = _nowhere

    def tell(self) -> None:
        """There are other pictures than before."""
        self.changed.emit()


@QmlElement
class ItemPicture(QQuickPaintedItem):
    """The picture of one intervention, filling its place, with rounded corners."""

    picturesChanged = Signal()
    interventionChanged = Signal()
    radiusChanged = Signal()
    hasPictureChanged = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._pictures: ItemPictureSource | None = None
        self._intervention = 0
        self._radius = 0.0
        self._image = QImage()
        self.setAntialiasing(True)

    @Property(ItemPictureSource, notify=picturesChanged)
    def pictures(self) -> ItemPictureSource | None:
        """Where the pictures come from."""
        return self._pictures

    @pictures.setter  # type: ignore[no-redef]
    def pictures(self, pictures: ItemPictureSource | None) -> None:
        if pictures is self._pictures:
            return
        if self._pictures is not None:
            self._pictures.changed.disconnect(self._look)
        self._pictures = pictures
        if pictures is not None:
            pictures.changed.connect(self._look)
        self.picturesChanged.emit()
        self._look()

    @Property(int, notify=interventionChanged)
    def intervention(self) -> int:
        """Of which intervention; 0: of none."""
        return self._intervention

    @intervention.setter  # type: ignore[no-redef]
    def intervention(self, number: int) -> None:
        if number != self._intervention:
            self._intervention = number
            self.interventionChanged.emit()
            self._look()

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

    @Property(bool, notify=hasPictureChanged)
    def hasPicture(self) -> bool:
        """Whether there is one."""
        return not self._image.isNull()

    def _look(self) -> None:
        found = self._pictures.find(self._intervention) if self._pictures and self._intervention else None
        had = not self._image.isNull()
        self._image = QImage() if found is None else _image(found)
        self.update()
        if had != (found is not None):
            self.hasPictureChanged.emit()

    def paint(self, painter: QPainter) -> None:
        """Draw the picture cropped to fill the item."""
        if self._image.isNull():
            return
        whole, image = QRectF(0, 0, self.width(), self.height()), self._image
        scale = max(whole.width() / image.width(), whole.height() / image.height())
        shown = QRectF(0, 0, whole.width() / scale, whole.height() / scale)
        shown.moveCenter(QRectF(image.rect()).center())
        corners = QPainterPath()
        corners.addRoundedRect(whole, self._radius, self._radius)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setClipPath(corners)
        painter.drawImage(whole, image, shown)


def _image(frame: PreviewFrame) -> QImage:
    """A picture of its own: a QImage only points to the bytes it is given."""
    shared = QImage(frame.rgb, frame.width, frame.height, frame.bytes_per_line, QImage.Format.Format_RGB888)
    return shared.copy()


def _nowhere(_intervention_no: int) -> PreviewFrame | None:
    return None
