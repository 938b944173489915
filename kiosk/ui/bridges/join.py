"""The bridge of joining: which sheet is open, what was typed, what was agreed to.

Invariants: nothing is ticked beforehand; the number is forgotten before it is posted, when the sheet closes,
and when the purchase or the screen is left.
"""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.checkout import commands as c
from kiosk.ui.post import Post, nowhere
from kiosk.ui.views.joins import JoinView
from retail.agreements import NEEDED

QML_IMPORT_NAME = "Kiosk.Core"
QML_IMPORT_MAJOR_VERSION = 1
NUMBER_MIN, NUMBER_MAX = 6, 16
_GROUP = 4


@QmlElement
class Join(QObject):
    """Becoming a member at the lane."""

    changed = Signal()

    def __init__(self, post: Post | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._post = post or nowhere
        self._view = JoinView()
        self._step = ""
        self._typed = ""
        self._agreed: frozenset[str] = frozenset()

    def show(self, view: JoinView) -> None:
        """Show this view. Who is a member now, or has left, needs no sheet."""
        if view == self._view:
            return
        before, self._view = self._view, view
        if view.is_member or view.transaction_id != before.transaction_id:
            self._forget()
        self.changed.emit()

    def _forget(self) -> None:
        self._step, self._typed, self._agreed = "", "", frozenset()

    def _go(self, step: str) -> None:
        self._step = step
        self.changed.emit()

    @Property(str, notify=changed)
    def step(self) -> str:
        """`choose`, `number`, `agree`, `asking`, `code`, `refused`, or empty: no sheet."""
        return self._view.step or self._step if self._step else ""

    @Property(str, notify=changed)
    def shown(self) -> str:
        """The number in groups."""
        return " ".join(self._typed[at : at + _GROUP] for at in range(0, len(self._typed), _GROUP))

    @Property(bool, notify=changed)
    def mayConfirm(self) -> bool:
        """Whether it is long enough to be a number."""
        return NUMBER_MIN <= len(self._typed) <= NUMBER_MAX

    @Property(str, notify=changed)
    def url(self) -> str:
        """What the phone opens."""
        return self._view.url

    @Property(str, notify=changed)
    def problemTitle(self) -> str:
        """Why nobody has joined."""
        return self._view.problem.title

    @Property(str, notify=changed)
    def problemBody(self) -> str:
        """What to do about it."""
        return self._view.problem.body

    @Property(list, notify=changed)
    def agreements(self) -> list[dict[str, object]]:
        """What can be agreed to: `purpose`, `title`, `text`, `isGiven`."""
        return [
            {"purpose": purpose, "title": title, "text": text, "isGiven": purpose in self._agreed}
            for purpose, title, text in self._view.agreements
        ]

    @Property(bool, notify=changed)
    def mayJoin(self) -> bool:
        """Whether what has to be agreed to is."""
        return self._agreed >= NEEDED

    @Slot()
    def open(self) -> None:
        """Where to join?"""
        if self._view.transaction_id and not self._view.is_member:
            self._go("choose")

    @Slot()
    def byPhone(self) -> None:
        """Show a code."""
        self._go("phone")
        self._post(c.JoinByPhone())

    @Slot()
    def here(self) -> None:
        """Type a number."""
        self._go("number")

    @Slot(int)
    def digit(self, value: int) -> None:
        """One more digit; too many are ignored."""
        if len(self._typed) < NUMBER_MAX:
            self._typed += str(value)
            self.changed.emit()

    @Slot()
    def backspace(self) -> None:
        """Take back the last."""
        self._typed = self._typed[:-1]
        self.changed.emit()

    @Slot()
    def confirm(self) -> None:
        """The number is complete."""
        if NUMBER_MIN <= len(self._typed) <= NUMBER_MAX:
            self._go("agree")

    @Slot(str)
    def toggle(self, purpose: str) -> None:
        """Agree, or not after all."""
        self._agreed ^= {purpose}
        self.changed.emit()

    @Slot()
    def join(self) -> None:
        """Send it, and forget it."""
        if self._step == "agree" and self._agreed >= NEEDED:
            command = c.JoinHere(phone=self._typed, agreed=self._agreed)
            self._forget()
            self._go("lane")
            self._post(command)

    @Slot()
    def close(self) -> None:
        """Not after all, or read."""
        self._forget()
        self.changed.emit()
        if self._view.step:
            self._post(c.LeaveJoin())
