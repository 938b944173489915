"""The bridge of the pad on which staff sign in: digits in, one question out.

Invariants: number and PIN are forgotten as soon as they are asked about, when the pad closes, and
with the time.
"""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.ui.forms.sign_in import SignInForm, answer
from kiosk.ui.post import Post, nowhere
from kiosk.ui.views.attended import DoorView

QML_IMPORT_NAME = "Kiosk.Core"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Door(QObject):
    """The way in for staff without a badge at hand."""

    changed = Signal()

    def __init__(self, post: Post | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._post = post or nowhere
        self._view = DoorView()
        self._form = SignInForm()
        self._asked: DoorView | None = None
        """What was known when the question was asked that has no answer yet."""
        self._note = ""

    def show(self, view: DoorView) -> None:
        """Somebody is in, or not; every snapshot may be the answer."""
        self._view = view
        if view.is_open and self._form.is_open:
            self._set(SignInForm())
        elif self._asked is not None and (said := answer(self._asked, view)):
            self._asked = None
            self._set(self._form, said)

    def _set(self, form: SignInForm, note: str = "") -> None:
        self._form, self._note = form, note
        if not form.is_open:
            self._asked = None
        self.changed.emit()

    @Property(bool, notify=changed)
    def isOpen(self) -> bool:
        """Whether the pad is on the screen."""
        return self._form.is_open

    @Property(bool, notify=changed)
    def isPin(self) -> bool:
        """Whether the PIN is being typed; else the number."""
        return self._form.step == "pin"

    @Property(str, notify=changed)
    def number(self) -> str:
        """The number that was typed."""
        return self._form.number

    @Property(str, notify=changed)
    def dots(self) -> str:
        """A dot for each digit of the PIN."""
        return self._form.dots

    @Property(bool, notify=changed)
    def mayConfirm(self) -> bool:
        """Whether OK leads on."""
        return self._form.may_confirm

    @Property(str, notify=changed)
    def note(self) -> str:
        """Why nobody was let in, or empty."""
        return self._note

    @Slot()
    def open(self) -> None:
        """Put the pad on the screen."""
        if not self._view.is_open:
            self._set(SignInForm(step="number"))

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
        """The OK key: on to the PIN, or ask; what was asked about is forgotten."""
        if not self._form.may_confirm:
            return
        if self._form.step == "number":
            self._set(self._form.next())
            return
        command = self._form.command
        self._asked = self._view
        self._set(SignInForm(step="number"))
        self._post(command)

    @Slot()
    def close(self) -> None:
        """Forget what was typed."""
        self._set(SignInForm())
