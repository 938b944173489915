"""The bridge of topping up a balance: whose it is, the amounts there are, and what was touched."""

from msgspec.structs import asdict
from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.checkout import commands as c
from kiosk.ui.post import Post, nowhere
from kiosk.ui.views.loads import LoadView

QML_IMPORT_NAME = "Kiosk.Core"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class TopUp(QObject):
    """Topping up a member's balance."""

    changed = Signal()
    amountsChanged = Signal()

    def __init__(self, post: Post | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._post = post or nowhere
        self._view = LoadView()
        self._amounts: list[dict[str, object]] = []

    def show(self, view: LoadView) -> None:
        """Show this view."""
        if view == self._view:
            return
        before, self._view = self._view, view
        if view.amounts != before.amounts:
            self._amounts = [asdict(one) for one in view.amounts]
            self.amountsChanged.emit()
        self.changed.emit()

    @Property(bool, notify=changed)
    def isOffered(self) -> bool:
        """Whether this lane tops balances up."""
        return self._view.is_offered

    @Property(str, notify=changed)
    def step(self) -> str:
        """`show`, `asking`, `choose`, or empty."""
        return self._view.step

    @Property(str, notify=changed)
    def title(self) -> str:
        """What is asked."""
        return self._view.title

    @Property(str, notify=changed)
    def body(self) -> str:
        """What to do, or what is there."""
        return self._view.body

    @Property(str, notify=changed)
    def hint(self) -> str:
        """What to hold to the camera; empty where it sees nothing."""
        return self._view.hint

    @Property(list, notify=amountsChanged)
    def amounts(self) -> list[dict[str, object]]:
        """What may be chosen: `minor`, `text`."""
        return self._amounts

    @Property(str, notify=changed)
    def problemTitle(self) -> str:
        """Why nothing can be topped up with what was shown, or empty."""
        return self._view.problem.title

    @Property(str, notify=changed)
    def problemBody(self) -> str:
        """What to do about it, and that nothing was charged."""
        return self._view.problem.body

    @Property(bool, notify=changed)
    def mayRetry(self) -> bool:
        """Whether the same can be asked again."""
        return self._view.may_retry

    @Property(bool, notify=changed)
    def mayPay(self) -> bool:
        """Whether an amount can be chosen now."""
        return self._view.may_pay

    @Property(str, notify=changed)
    def payNote(self) -> str:
        """What happens then, or why it cannot."""
        return self._view.pay_note

    @Slot()
    def begin(self) -> None:
        """Top up instead of buying something."""
        self._post(c.TopUp())

    @Slot(int)
    def choose(self, minor: int) -> None:
        """By so much, by card."""
        self._post(c.LoadBy(amount_minor=minor))

    @Slot()
    def again(self) -> None:
        """Ask the store once more."""
        self._post(c.DismissNotFound())

    @Slot()
    def leave(self) -> None:
        """Not after all."""
        self._post(c.CancelTransaction())
