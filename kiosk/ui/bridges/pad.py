"""The quantity keypad's bridge: keys in, one `SetQuantity` out."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.checkout.commands import SetQuantity
from kiosk.ui.forms.keypad import Keypad
from kiosk.ui.post import Post, nowhere
from kiosk.ui.views import LineView

QML_IMPORT_NAME = "Kiosk.Core"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class QuantityPad(QObject):
    """The keypad for one line's quantity."""

    changed = Signal()

    def __init__(self, post: Post | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._post = post or nowhere
        self._pad = Keypad()
        self._line: LineView | None = None
        self._lines: tuple[LineView, ...] = ()
        self._transaction_id = ""

    def follow(self, transaction_id: str, lines: tuple[LineView, ...]) -> None:
        """Know the basket's lines; a keypad whose line has gone closes, one whose line changed follows it."""
        is_other_sale = transaction_id != self._transaction_id
        self._transaction_id, self._lines = transaction_id, lines
        if self._pad.is_open:
            line = next((line for line in lines if line.line_id == self._pad.line_id), None)
            if line is None or is_other_sale:
                self._set(Keypad(), None)
            elif line != self._line:
                self._set(self._pad, line)

    def _set(self, pad: Keypad, line: LineView | None) -> None:
        self._pad, self._line = pad, line
        self.changed.emit()

    @Property(bool, notify=changed)
    def isOpen(self) -> bool:
        """Whether the keypad is on the screen."""
        return self._pad.is_open

    @Property(str, notify=changed)
    def shown(self) -> str:
        """The number on its display."""
        return self._pad.shown

    @Property(bool, notify=changed)
    def mayConfirm(self) -> bool:
        """Whether that number can be set."""
        return self._pad.quantity is not None

    @Property(str, notify=changed)
    def name(self) -> str:
        """The goods it is about."""
        return self._line.name if self._line else ""

    @Property(str, notify=changed)
    def picture(self) -> str:
        """Their picture."""
        return self._line.picture if self._line else ""

    @Property(str, notify=changed)
    def unit(self) -> str:
        """Their price per piece."""
        return self._line.unit if self._line else ""

    @Slot(int)
    def open(self, line_id: int) -> None:
        """Ask for the quantity of a line."""
        line = next((line for line in self._lines if line.line_id == line_id), None)
        if line is not None and line.may_change:
            self._set(Keypad(line_id=line_id, before=line.quantity), line)

    @Slot(int)
    def digit(self, digit: int) -> None:
        """A digit key."""
        self._set(self._pad.digit(digit), self._line)

    @Slot()
    def backspace(self) -> None:
        """The delete key."""
        self._set(self._pad.delete(), self._line)

    @Slot()
    def confirm(self) -> None:
        """The OK key: post the quantity and close. A number that cannot be set keeps the keypad open."""
        quantity = self._pad.quantity
        if self._pad.is_open and quantity is not None:
            self._post(SetQuantity(line_id=self._pad.line_id, quantity=quantity))
            self._set(Keypad(), None)

    @Slot()
    def close(self) -> None:
        """Leave the quantity as it is."""
        self._set(Keypad(), None)
