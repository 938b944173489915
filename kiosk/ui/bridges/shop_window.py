"""The bridge of what a waiting lane shows of its shop."""

import msgspec
from PySide6.QtCore import Property, QObject, QUrl, Signal
from PySide6.QtQml import QmlElement

from kiosk.ui.shop_window import WindowView

QML_IMPORT_NAME = "Kiosk.Core"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ShopWindow(QObject):
    """Offers of the day and pictures as shown, one after the other."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = WindowView()

    def show(self, view: WindowView) -> None:
        """Show this view."""
        if view != self._view:
            self._view = view
            self.changed.emit()

    @Property(list, notify=changed)
    def slides(self) -> list[dict[str, object]]:
        """Each with title, goods, product, price, listPrice, note, photograph (an address)."""
        return [
            {
                **{key: value for key, value in msgspec.structs.asdict(slide).items() if key != "list_price"},
                "listPrice": slide.list_price,
                "photograph": QUrl.fromLocalFile(slide.photograph) if slide.photograph else QUrl(),
            }
            for slide in self._view.slides
        ]

    @Property(str, notify=changed)
    def welcome(self) -> str:
        """The shop's own greeting; empty where it has none in this language."""
        return self._view.welcome

    @Property(str, notify=changed)
    def closed(self) -> str:
        """What the shop says on a closed lane, besides."""
        return self._view.closed

    @Property(int, notify=changed)
    def seconds(self) -> int:
        """How long each slide stands."""
        return self._view.seconds
