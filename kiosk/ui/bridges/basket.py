"""The scanning screen's bridge: rows, total, the newest hit."""

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.ui.basket_model import BasketModel
from kiosk.ui.view import BasketView, LineView

QML_IMPORT_NAME = "Kiosk.Core"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Basket(QObject):
    """The basket as shown."""

    changed = Signal()
    hit = Signal()
    """A piece was added: celebrate `hitName`, `hitPicture`, `hitAmount`, and bring row `hitRow` into view."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = BasketView()
        self._hit: LineView | None = None
        self._hit_row = -1
        self._model = BasketModel(self)

    def show(self, view: BasketView) -> None:
        """Show this view, changing only what differs."""
        if view == self._view:
            return
        before, self._view = self._view, view
        added = _added_line(before, view)
        if added is not None:
            self._hit_row, self._hit = added, view.lines[added]
        elif not view.lines:
            self._hit_row, self._hit = -1, None
        self._model.replace(view.lines)
        self.changed.emit()
        if added is not None:
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
    def hitName(self) -> str:
        """Name of the goods added last, empty before the first."""
        return self._hit.name if self._hit else ""

    @Property(str, notify=changed)
    def hitPicture(self) -> str:
        """Its picture."""
        return self._hit.picture if self._hit else ""

    @Property(str, notify=changed)
    def hitAmount(self) -> str:
        """What its line costs."""
        return self._hit.amount if self._hit else ""

    @Property(int, notify=changed)
    def hitRow(self) -> int:
        """Its row, -1 before the first."""
        return self._hit_row


def _added_line(before: BasketView, view: BasketView) -> int | None:
    """Row of the piece that came in between two views, if one did."""
    same_sale = before.transaction_id == view.transaction_id
    known = len(before.added) if same_sale else 0
    if len(view.added) <= known:
        return None
    newest = view.added[-1]
    return next((row for row, line in enumerate(view.lines) if line.line_id == newest), None)
