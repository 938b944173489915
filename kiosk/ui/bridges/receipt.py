"""The bridge of the receipt and thanks screens."""

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.ui.views import ReceiptView

QML_IMPORT_NAME = "Kiosk.Core"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Receipt(QObject):
    """The receipt question as shown."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = ReceiptView()
        self._qr = ""

    def show(self, view: ReceiptView, qr: str) -> None:
        """Show this view; `qr` is the QR code's content, empty if none is asked for."""
        if (view, qr) != (self._view, self._qr):
            self._view, self._qr = view, qr
            self.changed.emit()

    @Property(str, notify=changed)
    def title(self) -> str:
        """Headline."""
        return self._view.title

    @Property(str, notify=changed)
    def body(self) -> str:
        """The sentence under it."""
        return self._view.body

    @Property(str, notify=changed)
    def step(self) -> str:
        """`choose`, `printing`, `waiting`, `printed` or `qr`."""
        return self._view.step

    @Property(str, notify=changed)
    def paperNote(self) -> str:
        """Why paper will take longer; empty when the printer works."""
        return self._view.paper_note

    @Property(bool, notify=changed)
    def mayChoose(self) -> bool:
        """Whether the three kinds are offered."""
        return self._view.may_choose

    @Property(bool, notify=changed)
    def mayTakeQr(self) -> bool:
        """Whether a QR code is offered beside a receipt that waits for help."""
        return self._view.step == "waiting"

    @Property(bool, notify=changed)
    def mayFinish(self) -> bool:
        """Whether the shopper can leave this screen."""
        return self._view.may_finish

    @Property(str, notify=changed)
    def qr(self) -> str:
        """Content of the QR code, empty when none is shown."""
        return self._qr

    @Property(str, notify=changed)
    def nextVisit(self) -> str:
        """The coupon for the next visit that stands on it, empty when there is none."""
        return self._view.next_visit

    @Property(str, notify=changed)
    def thanksSaved(self) -> str:
        """What was saved today, empty when nothing was."""
        return self._view.thanks_saved

    @Property(str, notify=changed)
    def thanksTitle(self) -> str:
        """Goodbye."""
        return self._view.thanks_title

    @Property(str, notify=changed)
    def thanksBody(self) -> str:
        """What to take along."""
        return self._view.thanks_body
