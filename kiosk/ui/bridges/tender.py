"""The bridge of the tender screen: what pays already, the ways there are, and the sheets over it.

Invariants: a number and a PIN are forgotten before they are posted, when a sheet closes, and when the sale or
the screen is left.
"""

from msgspec.structs import asdict
from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.checkout import commands as c
from kiosk.ui.forms.tenders import PEOPLE, TenderForm, share_minor
from kiosk.ui.post import Post, nowhere
from kiosk.ui.views.tenders import TenderView
from retail.money import format_amount

QML_IMPORT_NAME = "Kiosk.Core"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Tender(QObject):
    """Choosing how to pay."""

    changed = Signal()
    paysChanged = Signal()
    formChanged = Signal()

    def __init__(self, post: Post | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._post = post or nowhere
        self._view = TenderView()
        self._form = TenderForm()
        self._pays: list[dict[str, object]] = []

    def show(self, view: TenderView) -> None:
        """Show this view. A card that was read closes its sheet, one that wants its PIN opens that."""
        if view == self._view:
            return
        before, self._view = self._view, view
        if view.pays != before.pays:
            self._pays = [asdict(row) for row in view.pays]
            self.paysChanged.emit()
        self.changed.emit()
        self._follow(before, view)

    def _follow(self, before: TenderView, view: TenderView) -> None:
        if view.pin_for and (not before.pin_for or view.problem != before.problem):
            self._set(TenderForm(sheet="pin"))
        elif self._is_over(before, view):
            self._set(TenderForm())

    def _is_over(self, before: TenderView, view: TenderView) -> bool:
        """Whether what the open sheet was for has happened, or the sale was left."""
        if view.transaction_id != before.transaction_id:
            return True
        match self._form.sheet:
            case "pin":
                return not view.pin_for
            case "part":
                return view.due_minor != before.due_minor
            case _:  # something was shown to the camera, and there is a question or an answer about it
                return (view.asking, view.pays, view.problem) != (before.asking, before.pays, before.problem)

    def _set(self, form: TenderForm) -> None:
        if form != self._form:
            self._form = form
            self.formChanged.emit()

    def _money(self, amount_minor: int) -> str:
        view = self._view
        return format_amount(amount_minor, view.currency or "EUR", view.language, symbol=True)

    @Property(str, notify=changed)
    def dueLabel(self) -> str:
        """What stands above the amount."""
        return self._view.due_label

    @Property(list, notify=paysChanged)
    def pays(self) -> list[dict[str, object]]:
        """What pays already, as `PaysView` has it."""
        return self._pays

    @Property(str, notify=changed)
    def asking(self) -> str:
        """The gift card or balance the store is being asked about, or empty."""
        return self._view.asking

    @Property(str, notify=changed)
    def part(self) -> str:
        """What is paid next, where that is not everything."""
        return self._view.part

    @Property(str, notify=changed)
    def cardNote(self) -> str:
        """What the card pays, where that is not everything."""
        return self._view.card_note

    @Property(str, notify=changed)
    def problemTitle(self) -> str:
        """Why the last gift card or balance pays nothing, or empty."""
        return self._view.problem.title

    @Property(str, notify=changed)
    def problemBody(self) -> str:
        """What to do about it, and that nothing was taken."""
        return self._view.problem.body

    @Property(bool, notify=changed)
    def hasWallet(self) -> bool:
        """Whether wallets on phones are taken."""
        return self._view.wallet.is_offered

    @Property(bool, notify=changed)
    def mayWallet(self) -> bool:
        """Whether one can pay now."""
        return self._view.wallet.may_use

    @Property(str, notify=changed)
    def walletNote(self) -> str:
        """What it means, or why not now."""
        return self._view.wallet.note

    @Property(bool, notify=changed)
    def hasGift(self) -> bool:
        """Whether gift cards are taken."""
        return self._view.gift.is_offered

    @Property(bool, notify=changed)
    def mayGift(self) -> bool:
        """Whether one can be used now."""
        return self._view.gift.may_use

    @Property(str, notify=changed)
    def giftNote(self) -> str:
        """How, or why not now."""
        return self._view.gift.note

    @Property(bool, notify=changed)
    def hasBalance(self) -> bool:
        """Whether this member could pay from a balance."""
        return self._view.balance.is_offered

    @Property(bool, notify=changed)
    def mayBalance(self) -> bool:
        """Whether it can be used now."""
        return self._view.balance.may_use

    @Property(str, notify=changed)
    def balanceNote(self) -> str:
        """What it is, or why not now."""
        return self._view.balance.note

    @Property(bool, notify=changed)
    def mayPart(self) -> bool:
        """Whether a part can be chosen."""
        return self._view.may_part

    @Property(bool, notify=changed)
    def mayLeave(self) -> bool:
        """Whether the basket can be gone back to."""
        return self._view.may_leave

    @Property(str, notify=changed)
    def giveBackNote(self) -> str:
        """Once a part is paid: what goes back where."""
        return self._view.give_back

    @Property(str, notify=changed)
    def hint(self) -> str:
        """What to hold to the camera; empty where nothing that pays is read there."""
        return self._view.hint

    @Property(str, notify=changed)
    def pinFor(self) -> str:
        """The gift card that waits for its PIN."""
        return self._view.pin_for

    @Property(str, notify=formChanged)
    def sheet(self) -> str:
        """`wallet`, `gift`, `number`, `pin`, `part`, `back`, or empty."""
        return self._form.sheet

    @Property(str, notify=formChanged)
    def shown(self) -> str:
        """What the pad's display says."""
        return self._money(self._form.amount_minor) if self._form.sheet == "part" else self._form.shown

    @Property(bool, notify=formChanged)
    def mayConfirm(self) -> bool:
        """Whether OK asks for it."""
        return self._form.may_confirm

    @Property(str, notify=formChanged)
    def most(self) -> str:
        """The most a part can be."""
        return self._money(self._form.due_minor)

    @Property(list, notify=formChanged)
    def shares(self) -> list[dict[str, object]]:
        """Among how many people it can be shared with one touch, and what each pays."""
        due = self._form.due_minor
        return [{"people": people, "amount": self._money(share_minor(due, people))} for people in PEOPLE]

    @Slot(str)
    def open(self, sheet: str) -> None:
        """Open `wallet`, `gift`, `number`, `part` or `back`."""
        may = {
            "wallet": self._view.wallet.may_use,
            "gift": self._view.gift.may_use,
            "number": self._view.gift.may_use,
            "part": self._view.may_part,
            "back": self._view.give_back != "",
        }
        if may.get(sheet, False):
            self._set(TenderForm(sheet=sheet, due_minor=self._view.due_minor))  # type: ignore[arg-type]  # a key of `may`

    @Slot(int)
    def digit(self, digit: int) -> None:
        """A digit key."""
        self._set(self._form.digit(digit))

    @Slot()
    def backspace(self) -> None:
        """The delete key."""
        self._set(self._form.delete())

    @Slot()
    def confirm(self) -> None:
        """The OK key: ask for what was typed, and forget it. A PIN's pad stays for a wrong one."""
        command = self._form.command
        if command is not None:
            self._set(TenderForm(sheet="pin" if self._form.sheet == "pin" else ""))
            self._post(command)

    @Slot(int)
    def share(self, people: int) -> None:
        """Pay one of so many equal parts next."""
        if self._form.sheet == "part" and people in PEOPLE:
            amount_minor = share_minor(self._form.due_minor, people)
            self._set(TenderForm())
            self._post(c.ChoosePart(amount_minor=amount_minor))

    @Slot()
    def close(self) -> None:
        """Put the sheet away. A card whose PIN is not told does not pay."""
        is_pin = self._form.sheet == "pin"
        self._set(TenderForm())
        if is_pin and self._view.pin_for:
            self._post(c.KeepValue(ask_no=0))

    @Slot()
    def payAll(self) -> None:
        """No part after all: the next means of payment pays everything."""
        self._post(c.ChoosePart(amount_minor=0))

    @Slot()
    def payByWallet(self) -> None:
        """Show the phone a code."""
        self._set(TenderForm())
        self._post(c.PayByWallet())

    @Slot()
    def giveBack(self) -> None:
        """Do not pay on: what was paid goes back."""
        self._set(TenderForm())
        self._post(c.TakeBack())

    @Slot()
    def useBalance(self) -> None:
        """Pay from the member's balance."""
        self._post(c.UseBalance())

    @Slot()
    def stopAsking(self) -> None:
        """Go on without the answer."""
        self._post(c.KeepValue(ask_no=0))

    @Slot(str, int)
    def takeBack(self, how: str, number: int) -> None:
        """What was set aside shall not pay after all."""
        self._post(c.KeepPoints() if how == "points" else c.KeepValue(ask_no=number))
