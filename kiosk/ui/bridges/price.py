"""The bridge of prices that are asked for."""

from msgspec.structs import asdict
from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.checkout import commands as c
from kiosk.ui.post import Post, nowhere
from kiosk.ui.views.prices import PriceView

QML_IMPORT_NAME = "Kiosk.Core"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class PriceCheck(QObject):
    """Prices, without buying."""

    changed = Signal()

    def __init__(self, post: Post | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._post = post or nowhere
        self._view = PriceView()
        self._rows: list[dict[str, object]] = []

    def show(self, view: PriceView) -> None:
        """Show this view."""
        if view == self._view:
            return
        self._view = view
        self._rows = [asdict(row) for row in view.rows]
        self.changed.emit()

    @Property(str, notify=changed)
    def step(self) -> str:
        """`scan`, `found`, `missed`, or empty."""
        return self._view.step

    @Property(str, notify=changed)
    def title(self) -> str:
        """What to do, or why there is no price."""
        return self._view.told.title

    @Property(str, notify=changed)
    def body(self) -> str:
        """More of it."""
        return self._view.told.body

    @Property(str, notify=changed)
    def member(self) -> str:
        """That prices are a member's own, or empty."""
        return self._view.member

    @Property(str, notify=changed)
    def name(self) -> str:
        """The goods."""
        return self._view.name

    @Property(str, notify=changed)
    def picture(self) -> str:
        """Their picture, or empty."""
        return self._view.picture

    @Property(str, notify=changed)
    def amount(self) -> str:
        """What one piece or pack costs."""
        return self._view.amount

    @Property(str, notify=changed)
    def was(self) -> str:
        """What it would without offers, or empty."""
        return self._view.was

    @Property(str, notify=changed)
    def unit(self) -> str:
        """What a kilogram costs, or empty."""
        return self._view.unit

    @Property(str, notify=changed)
    def extra(self) -> str:
        """A deposit on top, or empty."""
        return self._view.extra

    @Property(list, notify=changed)
    def rows(self) -> list[dict[str, object]]:
        """Offers and hints, as `PriceRow` has them."""
        return self._rows

    @Property(bool, notify=changed)
    def mayAdd(self) -> bool:
        """Whether it can be bought from here."""
        return self._view.may_add

    @Slot()
    def begin(self) -> None:
        """Ask for prices."""
        self._post(c.CheckPrices())

    @Slot()
    def add(self) -> None:
        """Buy what was priced last."""
        self._post(c.AddChecked())

    @Slot()
    def leave(self) -> None:
        """Back."""
        self._post(c.LeavePrices())
