"""The bridge of the screens that say one thing: not found, help, closed."""

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.ui.views import NoticeView

QML_IMPORT_NAME = "Kiosk.Core"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Notice(QObject):
    """One message as shown."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = NoticeView()

    def show(self, view: NoticeView) -> None:
        """Show this view."""
        if view != self._view:
            self._view = view
            self.changed.emit()

    @Property(str, notify=changed)
    def title(self) -> str:
        """What happened."""
        return self._view.title

    @Property(str, notify=changed)
    def body(self) -> str:
        """What to do now, and whether money moved."""
        return self._view.body

    @Property(str, notify=changed)
    def code(self) -> str:
        """The code that is not known."""
        return self._view.code

    @Property(str, notify=changed)
    def subject(self) -> str:
        """What was not found: `item`, `coupon` or `member`."""
        return self._view.subject

    @Property(bool, notify=changed)
    def mayRetry(self) -> bool:
        """Whether the same may work a second time."""
        return self._view.may_retry

    @Property(str, notify=changed)
    def staff(self) -> str:
        """Small print for staff."""
        return self._view.staff
