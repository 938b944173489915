"""The scanning screen's bridge: rows, total, the newest hit."""

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.ui.basket_model import BasketModel
from kiosk.ui.views import BasketView, LineView

QML_IMPORT_NAME = "Kiosk.Core"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Basket(QObject):
    """The basket as shown."""

    changed = Signal()
    hit = Signal()
    """A piece was added: celebrate the newest line and bring its row into view."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = BasketView()
        self._newest: LineView | None = None
        self._newest_row = -1
        self._model = BasketModel(self)

    def show(self, view: BasketView) -> None:
        """Show this view, changing only what differs."""
        if view == self._view:
            return
        before, self._view = self._view, view
        self._newest_row = _newest_row(view)
        self._newest = view.lines[self._newest_row] if self._newest_row >= 0 else None
        self._model.replace(view.lines)
        self.changed.emit()
        if self._newest is not None and _was_added(before, view):
            self.hit.emit()

    @Property(QObject, constant=True)
    def rows(self) -> BasketModel:
        """The list model of rows."""
        return self._model

    @Property(str, notify=changed)
    def total(self) -> str:
        """What everything costs."""
        return self._view.total

    @Property(str, notify=changed)
    def count(self) -> str:
        """`3 items`."""
        return self._view.count

    @Property(bool, notify=changed)
    def isEmpty(self) -> bool:
        """Nothing scanned yet."""
        return not self._view.lines

    @Property(bool, notify=changed)
    def mayPay(self) -> bool:
        """Whether the pay button can be pressed."""
        return self._view.may_pay

    @Property(bool, notify=changed)
    def mayRemoveLast(self) -> bool:
        """Whether there is something to take back."""
        return self._view.may_remove_last

    @Property(str, notify=changed)
    def cameraFaultTitle(self) -> str:
        """What is wrong with the camera, or empty."""
        return self._view.camera_fault.title

    @Property(str, notify=changed)
    def cameraFaultBody(self) -> str:
        """What to do about it."""
        return self._view.camera_fault.body

    @Property(str, notify=changed)
    def newestName(self) -> str:
        """Name of the goods added last that are still there, empty if there are none."""
        return self._newest.name if self._newest else ""

    @Property(str, notify=changed)
    def newestPicture(self) -> str:
        """Its picture."""
        return self._newest.picture if self._newest else ""

    @Property(str, notify=changed)
    def newestAmount(self) -> str:
        """What its line costs."""
        return self._newest.amount if self._newest else ""

    @Property(int, notify=changed)
    def newestRow(self) -> int:
        """Its row, -1 if there is none."""
        return self._newest_row


def _newest_row(view: BasketView) -> int:
    if not view.added:
        return -1
    newest = view.added[-1]
    return next((row for row, line in enumerate(view.lines) if line.line_id == newest), -1)


def _was_added(before: BasketView, view: BasketView) -> bool:
    """Whether the newest piece just came in. A whole basket that appears (after a restart) did not."""
    if before.transaction_id == view.transaction_id:
        return len(view.added) > len(before.added)
    return len(view.added) == 1
