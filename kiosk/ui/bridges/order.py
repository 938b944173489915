"""The bridge of an order that is collected."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.checkout import commands as c
from kiosk.ui.post import Post, nowhere
from kiosk.ui.views.orders import OrderView

QML_IMPORT_NAME = "Kiosk.Core"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ShownOrder(QObject):
    """An order, shown by its code."""

    changed = Signal()

    def __init__(self, post: Post | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._post = post or nowhere
        self._view = OrderView()
        self._goods: list[str] = []

    def show(self, view: OrderView) -> None:
        """Show this view."""
        if view == self._view:
            return
        self._view, self._goods = view, list(view.goods)
        self.changed.emit()

    @Property(str, notify=changed)
    def title(self) -> str:
        """What it is."""
        return self._view.told.title

    @Property(str, notify=changed)
    def body(self) -> str:
        """What to do."""
        return self._view.told.body

    @Property(str, notify=changed)
    def name(self) -> str:
        """How staff call it, or empty."""
        return self._view.name

    @Property(list, notify=changed)
    def goods(self) -> list[str]:
        """What is in it."""
        return self._goods

    @Property(str, notify=changed)
    def due(self) -> str:
        """What is left to pay, or empty."""
        return self._view.due

    @Property(bool, notify=changed)
    def mayPay(self) -> bool:
        """Whether it can be paid here."""
        return self._view.may_pay

    @Property(bool, notify=changed)
    def mayHandOut(self) -> bool:
        """Whether it can be confirmed here."""
        return self._view.may_hand_out

    @Property(bool, notify=changed)
    def isAsking(self) -> bool:
        """Whether the service is being asked."""
        return self._view.is_asking

    @Property(bool, notify=changed)
    def isDone(self) -> bool:
        """Whether it was handed out."""
        return self._view.is_done

    @Slot()
    def pay(self) -> None:
        """Pay it here."""
        self._post(c.PayOrder())

    @Slot()
    def handOut(self) -> None:
        """The goods are in the shopper's hands."""
        self._post(c.HandOutOrder())

    @Slot()
    def leave(self) -> None:
        """Back."""
        self._post(c.LeaveOrder())
