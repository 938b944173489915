"""The scanning screen's bridge: rows, total, the newest hit."""

from msgspec.structs import asdict
from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.ui.basket_model import BasketModel
from kiosk.ui.views import BasketView, LineView, NewsView

QML_IMPORT_NAME = "Kiosk.Core"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Basket(QObject):
    """The basket as shown."""

    changed = Signal()
    hit = Signal()
    """A piece was added: celebrate the newest line and bring its row into view."""
    extrasChanged = Signal()
    extraCame = Signal()
    """There is one more row after the lines: bring it into view."""
    told = Signal()
    """There is news about prices: say it for a moment, and let its rows glow."""
    newsChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = BasketView()
        self._newest: LineView | None = None
        self._newest_row = -1
        self._model = BasketModel(self)
        self._news = NewsView()
        self._extras: list[dict[str, object]] = []

    def show(self, view: BasketView) -> None:
        """Show this view, changing only what differs."""
        if view == self._view:
            return
        before, self._view = self._view, view
        self._newest_row = _newest_row(view)
        self._newest = view.lines[self._newest_row] if self._newest_row >= 0 else None
        is_other_sale = view.transaction_id != before.transaction_id
        self._model.replace(view.lines, is_other_sale)
        self._show_extras(before, view)
        if is_other_sale:
            self._forget_news()
        self.changed.emit()
        if self._newest is not None and _was_added(before, view):
            self.hit.emit()

    def tell(self, news: NewsView) -> None:
        """Say what just happened to prices. No news leaves the last one to be read to its end."""
        if not news.title and not news.rows:
            return
        self._news = news
        self.newsChanged.emit()
        self.told.emit()

    def _forget_news(self) -> None:
        if self._news != NewsView():
            self._news = NewsView()
            self.newsChanged.emit()

    def _show_extras(self, before: BasketView, view: BasketView) -> None:
        if view.extras == before.extras:
            return
        self._extras = [asdict(extra) for extra in view.extras]
        self.extrasChanged.emit()
        if len(view.extras) > len(before.extras):
            self.extraCame.emit()

    @Property(QObject, constant=True)
    def rows(self) -> BasketModel:
        """The list model of rows."""
        return self._model

    @Property(str, notify=changed)
    def total(self) -> str:
        """What everything costs."""
        return self._view.total

    @Property(str, notify=changed)
    def count(self) -> str:
        """`3 items`."""
        return self._view.count

    @Property(str, notify=changed)
    def saved(self) -> str:
        """`You save 1.20`, empty when nothing is saved."""
        return self._view.saved

    @Property(list, notify=extrasChanged)
    def extras(self) -> list[dict[str, object]]:
        """Rows after the lines, as `ExtraView` has them."""
        return self._extras

    @Property(bool, notify=changed)
    def memberKnown(self) -> bool:
        """Whether the shopper is a member."""
        return self._view.member.is_known

    @Property(str, notify=changed)
    def memberTitle(self) -> str:
        """What that means for prices."""
        return self._view.member.title

    @Property(str, notify=changed)
    def memberNote(self) -> str:
        """Their points."""
        return self._view.member.note

    @Property(str, notify=newsChanged)
    def newsTitle(self) -> str:
        """What just happened to prices, empty if nothing did."""
        return self._news.title

    @Property(str, notify=newsChanged)
    def newsAmount(self) -> str:
        """By how much, or empty."""
        return self._news.amount

    @Property(str, notify=newsChanged)
    def newsText(self) -> str:
        """Because of what."""
        return self._news.text

    @Property(bool, notify=newsChanged)
    def newsIsSaving(self) -> bool:
        """Whether it is good news."""
        return self._news.is_saving

    @Property(list, notify=newsChanged)
    def newsRows(self) -> list[int]:
        """Rows whose price changed because of it."""
        return list(self._news.rows)

    @Property(bool, notify=changed)
    def isEmpty(self) -> bool:
        """Nothing scanned yet, and no coupon shown."""
        return not self._view.lines and not self._view.extras

    @Property(bool, notify=changed)
    def mayPay(self) -> bool:
        """Whether the pay button can be pressed."""
        return self._view.may_pay

    @Property(bool, notify=changed)
    def mayPlaceBag(self) -> bool:
        """Whether an own bag can be put down before the first item."""
        return self._view.may_place_bag

    @Property(bool, notify=changed)
    def mayRemoveLast(self) -> bool:
        """Whether there is something to take back."""
        return self._view.may_remove_last

    @Property(str, notify=changed)
    def cameraFaultTitle(self) -> str:
        """What is wrong with the camera, or empty."""
        return self._view.camera_fault.title

    @Property(str, notify=changed)
    def cameraFaultBody(self) -> str:
        """What to do about it."""
        return self._view.camera_fault.body

    @Property(str, notify=changed)
    def newestName(self) -> str:
        """Name of the goods added last that are still there, empty if there are none."""
        return self._newest.name if self._newest else ""

    @Property(str, notify=changed)
    def newestPicture(self) -> str:
        """Its picture."""
        return self._newest.picture if self._newest else ""

    @Property(str, notify=changed)
    def newestAmount(self) -> str:
        """What its line costs."""
        return self._newest.amount if self._newest else ""

    @Property(str, notify=changed)
    def newestWas(self) -> str:
        """What it would cost without an offer, empty when it costs just that."""
        return self._newest.was if self._newest else ""

    @Property(int, notify=changed)
    def newestRow(self) -> int:
        """Its row, -1 if there is none."""
        return self._newest_row


def _newest_row(view: BasketView) -> int:
    if not view.added:
        return -1
    newest = view.added[-1]
    return next((row for row, line in enumerate(view.lines) if line.line_id == newest), -1)


def _was_added(before: BasketView, view: BasketView) -> bool:
    """Whether the newest piece just came in. A whole basket that appears (after a restart) did not."""
    if before.transaction_id == view.transaction_id:
        return len(view.added) > len(before.added)
    return len(view.added) == 1
