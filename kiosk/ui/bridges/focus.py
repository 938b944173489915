"""The bridge of the focus ring: where it is."""

from PySide6.QtCore import Property, QObject, QRectF, Signal
from PySide6.QtQml import QmlElement

QML_IMPORT_NAME = "Kiosk.Core"
QML_IMPORT_MAJOR_VERSION = 1
NOWHERE = QRectF()


@QmlElement
class FocusMark(QObject):
    """A rectangle of the window around the control that keys press, or nothing."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rect = NOWHERE

    def stand(self, rect: QRectF) -> None:
        """Stand around this; an empty one shows nothing."""
        if rect != self._rect:
            self._rect = QRectF(rect)
            self.changed.emit()

    @Property(bool, notify=changed)
    def isShown(self) -> bool:
        """Whether there is a focus."""
        return not self._rect.isEmpty()

    @Property(QRectF, notify=changed)
    def rect(self) -> QRectF:
        """In pixels of the window."""
        return self._rect
