"""The bridge of goods that come back: what staff choose of them, and what everybody reads about the money.

Invariants: decides nothing; what was chosen is forgotten with its return.
"""

from collections.abc import Callable

from msgspec.structs import asdict
from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.checkout import staff_commands as sc
from kiosk.ui.forms import returns as rf
from kiosk.ui.forms import staff as sf
from kiosk.ui.post import Post, nowhere
from kiosk.ui.view.staff_here import Here
from kiosk.ui.views.returns import ReturnView
from kiosk.ui.words import staff as words
from retail.interventions.rights import Action
from retail.money import format_amount

QML_IMPORT_NAME = "Kiosk.Core"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class GoodsBack(QObject):
    """Goods of an earlier sale that come back."""

    changed = Signal()
    linesChanged = Signal()
    partsChanged = Signal()
    formChanged = Signal()

    def __init__(
        self,
        post: Post | None = None,
        ask: Callable[[sf.Form], None] = lambda form: None,
        parent: QObject | None = None,
    ) -> None:
        """`ask` opens the attendant layer's sheet with a question."""
        super().__init__(parent)
        self._post = post or nowhere
        self._ask = ask
        self._view = ReturnView()
        self._here: Here | None = None
        self._form = rf.EMPTY
        self._lines: list[dict[str, object]] = []
        self._parts: list[dict[str, object]] = []

    def show(self, view: ReturnView, here: Here) -> None:
        """Show this view of this lane."""
        was_here, self._here = self._here, here
        before, self._view = self._view, view
        self._form = rf.followed(self._form, view)
        if view == before:
            if was_here is None or was_here.staff != here.staff:
                self.formChanged.emit()  # somebody else may do more, or less
            return
        if view.parts != before.parts:
            self._parts = [asdict(part) for part in view.parts]
            self.partsChanged.emit()
        if view.lines != before.lines:
            self._lines = [
                {"line_id": line.line_id, "name": line.name, "note": line.note, "left": len(line.unit_minor)}
                for line in view.lines
            ]
            self.linesChanged.emit()
        self.formChanged.emit()
        self.changed.emit()

    def _money(self, minor: int) -> str:
        view = self._view
        return format_amount(minor, view.currency, view.language, symbol=True) if view.currency else ""

    def _set(self, form: rf.ReturnForm) -> None:
        if form != self._form:
            self._form = form
            self.formChanged.emit()

    # --- what is shown -----------------------------------------------------------------------------------

    @Property(str, notify=changed)
    def step(self) -> str:
        """How far it is, as `kiosk.ui.views.returns.Step`; empty: nothing comes back."""
        return self._view.step

    @Property(str, notify=changed)
    def sale(self) -> str:
        """Which sale it is of."""
        return self._view.sale

    @Property(list, notify=linesChanged)
    def lines(self) -> list[dict[str, object]]:
        """The lines of the sale: `line_id`, `name`, `note`, `left`."""
        return self._lines

    @Property(list, notify=partsChanged)
    def parts(self) -> list[dict[str, object]]:
        """Where the money goes, as `GoesBackView` has it."""
        return self._parts

    @Property(str, notify=changed)
    def title(self) -> str:
        """What happens, for staff."""
        return self._view.title

    @Property(str, notify=changed)
    def body(self) -> str:
        """What to do, and whether money moved."""
        return self._view.body

    @Property(str, notify=changed)
    def status(self) -> str:
        """The terminal's words, one for one."""
        return self._view.status

    @Property(str, notify=changed)
    def problemTitle(self) -> str:
        """Why the store holds nothing of what was chosen last."""
        return self._view.problem.title

    @Property(str, notify=changed)
    def problemBody(self) -> str:
        """What to do about it."""
        return self._view.problem.body

    @Property(str, notify=changed)
    def waitsTitle(self) -> str:
        """What the one who waits reads."""
        return self._view.waits_title

    @Property(str, notify=changed)
    def waitsBody(self) -> str:
        """What the one who waits does."""
        return self._view.waits_body

    @Property(bool, notify=changed)
    def mayPrint(self) -> bool:
        """Whether the slip can be chosen."""
        return self._view.may_print

    @Property(bool, notify=changed)
    def mayLeave(self) -> bool:
        """Whether the lane can be left to the next shopper."""
        return self._view.may_leave

    @Property(str, notify=changed)
    def byHand(self) -> str:
        """Whose badge giving back by hand takes; empty: who is in may."""
        return self._view.by_hand

    @Property(list, notify=formChanged)
    def counts(self) -> list[int]:
        """How many of each line come back, in the order of `lines`."""
        return [self._form.count(line.line_id) for line in self._view.lines]

    @Property(list, notify=formChanged)
    def amounts(self) -> list[str]:
        """What those of each line give."""
        return [self._money(rf.line_minor(self._form, line)) for line in self._view.lines]

    @Property(str, notify=formChanged)
    def amount(self) -> str:
        """What all that was chosen gives."""
        return self._money(rf.amount_minor(self._form, self._view))

    @Property(bool, notify=formChanged)
    def mayAsk(self) -> bool:
        """Whether the store can be asked for what was chosen."""
        return rf.amount_minor(self._form, self._view) > 0 and not self._needs()

    @Property(str, notify=formChanged)
    def limit(self) -> str:
        """Whose badge it takes for as much as was chosen; empty: who is in may."""
        return self._needs()

    def _needs(self) -> str:
        if self._here is None or self._here.staff is None:
            return ""
        verdict = self._here.verdict(Action.RETURN, amount_minor=rf.amount_minor(self._form, self._view))
        if verdict.is_allowed:
            return ""
        return self._here.voice.say(words.NEEDS[verdict.needs] if verdict.needs else words.NOBODY_MAY)

    # --- touches -----------------------------------------------------------------------------------------

    @Slot(int)
    def more(self, line_id: int) -> None:
        """One more of a line."""
        self._set(rf.changed(self._form, self._view, line_id, 1))

    @Slot(int)
    def less(self, line_id: int) -> None:
        """One less of a line."""
        self._set(rf.changed(self._form, self._view, line_id, -1))

    @Slot()
    def everything(self) -> None:
        """All that can come back."""
        self._set(rf.everything(self._view))

    @Slot()
    def giveBack(self) -> None:
        """Ask why these goods come back; the answer asks the store."""
        if self._form.lines:
            amount = self._money(rf.amount_minor(self._form, self._view))
            self._ask(sf.Form(topic="return", lines=self._form.lines, text=amount))

    @Slot()
    def goOn(self) -> None:
        """Try the part again that did not go back."""
        self._post(sc.GoOnReturning())

    @Slot()
    def byHandNow(self) -> None:
        """A person has given the part back: ask why."""
        self._ask(sf.Form(topic="deed", action=Action.GIVE_BACK, is_filled=True))

    @Slot()
    def stop(self) -> None:
        """Give nothing more back; asked once more where money was to move."""
        if self._view.step == "stuck":
            self._ask(sf.Form(topic="stop"))
        else:
            self._post(sc.StopReturning())
