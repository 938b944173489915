"""The bridge of what a shopper is asked, offered and may undo: how many bags, rounding up, having it back."""

from msgspec.structs import asdict
from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.checkout import commands as c
from kiosk.ui.post import Post, nowhere
from kiosk.ui.views.flow import FlowView
from retail.basket import QUANTITY_MAX
from retail.money import format_amount

QML_IMPORT_NAME = "Kiosk.Core"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class OnTheWay(QObject):
    """Bags, rounding up, undoing."""

    changed = Signal()
    removed = Signal()
    """Something was taken off: offer the way back for a moment."""

    def __init__(self, post: Post | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._post = post or nowhere
        self._view = FlowView()
        self._counts: dict[str, int] = {}

    def show(self, view: FlowView) -> None:
        """Show this view. A question that is asked anew begins with no bag."""
        if view == self._view:
            return
        before, self._view = self._view, view
        if not view.bags or view.transaction_id != before.transaction_id:
            self._counts = {}
        self.changed.emit()
        if view.removed and view.removed != before.removed:
            self.removed.emit()

    @property
    def _count(self) -> int:
        return sum(self._counts.values())

    @Property(bool, notify=changed)
    def asksBags(self) -> bool:
        """Whether the shopper is asked about bags."""
        return bool(self._view.bags)

    @Property(list, notify=changed)
    def bags(self) -> list[dict[str, object]]:
        """The bags there are, as `BagView` has them, with `count`."""
        return [{**asdict(bag), "count": self._counts.get(bag.key, 0)} for bag in self._view.bags]

    @Property(str, notify=changed)
    def bagsAnswer(self) -> str:
        """What the one button says: no bag, or how many for how much."""
        if not self._count:
            return self._view.none_text
        amount_minor = sum(bag.price_minor * self._counts.get(bag.key, 0) for bag in self._view.bags)
        amount = format_amount(amount_minor, self._view.currency, self._view.language, symbol=True)
        text = self._view.one_text if self._count == 1 else self._view.some_text
        return text.format(count=self._count, amount=amount)

    @Property(bool, notify=changed)
    def wantsBags(self) -> bool:
        """Whether at least one bag is wanted."""
        return self._count > 0

    @Property(str, notify=changed)
    def roundUpTitle(self) -> str:
        """`Round up to 24.00?`; empty where it is not offered."""
        return self._view.round_up.title

    @Property(str, notify=changed)
    def roundUpNote(self) -> str:
        """How much for whom."""
        return self._view.round_up.note

    @Property(bool, notify=changed)
    def hasRoundedUp(self) -> bool:
        """Whether the shopper gives."""
        return self._view.round_up.is_given

    @Property(str, notify=changed)
    def removedText(self) -> str:
        """What was just taken off; empty once it cannot come back."""
        return self._view.removed

    @Property(bool, notify=changed)
    def isCancelling(self) -> bool:
        """Whether the purchase is being given up."""
        return self._view.is_cancelling

    @Slot(str, int)
    def moreBags(self, key: str, change: int) -> None:
        """So many more or fewer of a bag."""
        count = max(0, min(QUANTITY_MAX, self._counts.get(key, 0) + change))
        self._counts = {**self._counts, key: count}
        self.changed.emit()

    @Slot()
    def answerBags(self) -> None:
        """Say how many bags; then paying goes on."""
        self._post(c.AnswerBags(bags={key: count for key, count in self._counts.items() if count}))

    @Slot()
    def leaveBags(self) -> None:
        """Scan on."""
        self._post(c.LeaveTender())

    @Slot()
    def roundUp(self) -> None:
        """Round up."""
        self._post(c.RoundUp())

    @Slot()
    def keepChange(self) -> None:
        """Do not round up after all."""
        self._post(c.KeepChange())

    @Slot()
    def undo(self) -> None:
        """Have it back."""
        self._post(c.Undo())

    @Slot()
    def cancelNow(self) -> None:
        """The purchase may end at once."""
        self._post(c.CancelTransaction())
