"""The keyboard's bridge for numbers and words: keys in, one `TypeCode` out.

Invariants: what was typed is forgotten as soon as it is sent, closed, or the sale or its screens are left.
"""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.checkout.commands import TypeCode
from kiosk.ui.forms.typed import Typed
from kiosk.ui.post import Post, nowhere
from kiosk.ui.screens import Screen

QML_IMPORT_NAME = "Kiosk.Core"
QML_IMPORT_MAJOR_VERSION = 1
OVER = frozenset({Screen.SCANNING, Screen.NOT_FOUND, Screen.LOAD, Screen.PRICE})
"""Screens the keyboard may stand over."""


@QmlElement
class CodePad(QObject):
    """The keyboard for a card or phone number, a coupon's code, the number under a barcode."""

    changed = Signal()

    def __init__(self, post: Post | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._post = post or nowhere
        self._typed = Typed()
        self._transaction_id = ""
        self._may_open = False

    def follow(self, transaction_id: str, screen: Screen) -> None:
        """Know where the shopper is; a keyboard that is left behind closes and forgets."""
        is_other_sale = transaction_id != self._transaction_id
        self._transaction_id, self._may_open = transaction_id, screen in OVER
        if self._typed.is_open and (is_other_sale or not self._may_open):
            self._set(Typed())

    def _set(self, typed: Typed) -> None:
        if typed != self._typed:
            self._typed = typed
            self.changed.emit()

    @Property(bool, notify=changed)
    def isOpen(self) -> bool:
        """Whether the keyboard is on the screen."""
        return self._typed.is_open

    @Property(str, notify=changed)
    def shown(self) -> str:
        """What its display says."""
        return self._typed.shown

    @Property(bool, notify=changed)
    def maySend(self) -> bool:
        """Whether what is typed can be sent."""
        return self._typed.may_send

    @Slot()
    def open(self) -> None:
        """Put the keyboard on the screen."""
        if self._may_open:
            self._set(Typed(is_open=True))

    @Slot(str)
    def key(self, mark: str) -> None:
        """A key with a mark."""
        self._set(self._typed.key(mark))

    @Slot()
    def backspace(self) -> None:
        """The delete key."""
        self._set(self._typed.delete())

    @Slot()
    def confirm(self) -> None:
        """The OK key: send what was typed, forget it, and close."""
        if self._typed.may_send:
            text = self._typed.text
            self._set(Typed())
            self._post(TypeCode(text=text))

    @Slot()
    def close(self) -> None:
        """Forget what was typed."""
        self._set(Typed())
