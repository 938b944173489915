"""The bridge of the screens about money: tender, card, wallet, unknown, paid."""

from msgspec.structs import asdict
from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.ui.views import PaymentView

QML_IMPORT_NAME = "Kiosk.Core"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Payment(QObject):
    """Paying as shown."""

    changed = Signal()
    sumsChanged = Signal()
    paysChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = PaymentView()
        self._sums: list[dict[str, object]] = []
        self._pays: list[dict[str, object]] = []

    def show(self, view: PaymentView) -> None:
        """Show this view."""
        if view == self._view:
            return
        before, self._view = self._view, view
        if view.sums != before.sums:
            self._sums = [asdict(row) for row in view.sums]
            self.sumsChanged.emit()
        if view.pays != before.pays:
            self._pays = [asdict(row) for row in view.pays]
            self.paysChanged.emit()
        self.changed.emit()

    @Property(str, notify=changed)
    def amount(self) -> str:
        """What is to pay."""
        return self._view.amount

    @Property(str, notify=changed)
    def count(self) -> str:
        """`3 items`."""
        return self._view.count

    @Property(list, notify=sumsChanged)
    def sums(self) -> list[dict[str, object]]:
        """The rows of the sum, as `SumView` has them; empty where the goods' prices are the amount."""
        return self._sums

    @Property(str, notify=changed)
    def after(self) -> str:
        """What will be left to pay after the part that is asked for, or empty."""
        return self._view.after

    @Property(list, notify=paysChanged)
    def pays(self) -> list[dict[str, object]]:
        """What has paid, as `PaysView` has it; empty where it was one card."""
        return self._pays

    @Property(str, notify=changed)
    def code(self) -> str:
        """What a wallet reads from the screen; empty until it is there."""
        return self._view.code

    @Property(bool, notify=changed)
    def isCodeComing(self) -> bool:
        """Whether the gateway has not given it yet."""
        return self._view.is_code_coming

    @Property(str, notify=changed)
    def pointsStep(self) -> str:
        """`none`, `offer`, `asking` or `held`."""
        return self._view.points.step

    @Property(str, notify=changed)
    def pointsText(self) -> str:
        """What touching the points does."""
        return self._view.points.text

    @Property(str, notify=changed)
    def pointsNote(self) -> str:
        """How many there are, what they pay, or why they cannot."""
        return self._view.points.note

    @Property(str, notify=changed)
    def saved(self) -> str:
        """What was saved, once it is paid."""
        return self._view.saved

    @Property(str, notify=changed)
    def earned(self) -> str:
        """What was earned, once it is paid."""
        return self._view.earned

    @Property(bool, notify=changed)
    def cardEnabled(self) -> bool:
        """Whether a card payment can start."""
        return self._view.card_enabled

    @Property(str, notify=changed)
    def cardReason(self) -> str:
        """Why not, else empty."""
        return self._view.card_reason

    @Property(str, notify=changed)
    def receiptNote(self) -> str:
        """Why there may be no paper receipt; empty when the printer works."""
        return self._view.receipt_note

    @Property(str, notify=changed)
    def refusalTitle(self) -> str:
        """How the last attempt ended, empty if there was none."""
        return self._view.refusal_title

    @Property(str, notify=changed)
    def refusalBody(self) -> str:
        """Whether money moved, and what to do."""
        return self._view.refusal_body

    @Property(str, notify=changed)
    def refusalWords(self) -> str:
        """The terminal's own words about it."""
        return self._view.refusal_words

    @Property(str, notify=changed)
    def title(self) -> str:
        """Headline of the card, wallet, unknown and paid screens."""
        return self._view.title

    @Property(str, notify=changed)
    def body(self) -> str:
        """The sentence under it."""
        return self._view.body

    @Property(str, notify=changed)
    def status(self) -> str:
        """The terminal's status text, word for word."""
        return self._view.status

    @Property(bool, notify=changed)
    def isAtTerminal(self) -> bool:
        """Whether the card terminal has something to say."""
        return self._view.is_at_terminal

    @Property(bool, notify=changed)
    def isUnknown(self) -> bool:
        """Whether nobody knows yet if a refund happened."""
        return self._view.is_unknown

    @Property(bool, notify=changed)
    def mayCancel(self) -> bool:
        """Whether the terminal can still be asked to stop."""
        return self._view.may_cancel

    @Property(bool, notify=changed)
    def mayStopAsking(self) -> bool:
        """Whether an order nobody knows the end of can be given up."""
        return self._view.may_stop_asking

    @Property(bool, notify=changed)
    def needsAttendant(self) -> bool:
        """Whether a person has to settle the payment."""
        return self._view.needs_attendant
