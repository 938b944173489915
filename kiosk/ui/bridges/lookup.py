"""The look-up's bridge: letters, categories and tiles in, one `ChooseGoods` out.

Invariants: what was typed is forgotten when it is closed, when the basket changes, and when the sale or its
screens are left.
"""

from msgspec.structs import asdict
from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.checkout.commands import ChooseGoods
from kiosk.ui.forms.keyboards import rows_of
from kiosk.ui.forms.lookup import LookupForm
from kiosk.ui.post import Post, nowhere
from kiosk.ui.screens import Screen
from kiosk.ui.view import lookup as lv
from kiosk.ui.view.staff_here import Here
from kiosk.ui.views import LaneView

QML_IMPORT_NAME = "Kiosk.Core"
QML_IMPORT_MAJOR_VERSION = 1
OVER = frozenset({Screen.SCANNING, Screen.NOT_FOUND})
"""Screens it may stand over."""


@QmlElement
class LookUp(QObject):
    """Goods without a barcode."""

    changed = Signal()
    offered = Signal()

    def __init__(self, post: Post | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._post = post or nowhere
        self._is_offered = False
        self._index: lv.GoodsIndex | None = None
        self._form = LookupForm()
        self._here: Here | None = None
        self._basket: tuple[str, int] = ("", 0)
        self._may_open = False
        self._tiles: tuple[lv.TileView, ...] = ()
        self._chips: tuple[lv.ChipView, ...] = ()

    def offer(self, index: lv.GoodsIndex | None) -> None:
        """This shop has a look-up; its goods are found here, or will be."""
        self._is_offered, self._index = True, index
        self._ask()
        self.offered.emit()

    def follow(self, view: LaneView, here: Here) -> None:
        """Know where the shopper is; what is left behind closes and forgets."""
        before, self._here = self._here, here
        basket = (view.basket.transaction_id, len(view.basket.added))
        is_other, self._basket = basket != self._basket, basket
        self._may_open = view.screen in OVER
        if self._form.is_open and (is_other or not self._may_open):
            self._set(LookupForm())
        elif before is None or before.voice.language != here.voice.language:
            self._ask()
            self.changed.emit()

    def _set(self, form: LookupForm) -> None:
        before, self._form = self._form, form
        if form == before:
            return
        if (form.is_open, form.typed, form.category) != (before.is_open, before.typed, before.category):
            self._ask()
        self.changed.emit()

    def _ask(self) -> None:
        here, index, form = self._here, self._index, self._form
        self._tiles, self._chips = (), ()
        if here is None or index is None or not form.is_open:
            return
        if form.typed or form.category:
            found = index.ask(form.typed, form.category, lv.TILES_MAX)
        else:
            found = index.favourites(lv.TILES_MAX)
        self._tiles = lv.tiles(found, here.voice, here.pictures)
        self._chips = lv.chips(index.categories(), here.voice)

    def _chosen(self) -> lv.TileView | None:
        return next((one for one in self._tiles if one.key == self._form.chosen), None)

    @Property(bool, notify=offered)
    def isOffered(self) -> bool:
        """Whether this shop has a look-up."""
        return self._is_offered

    @Property(bool, notify=offered)
    def isReady(self) -> bool:
        """Whether its goods can be found; they are read when the lane starts."""
        return self._index is not None

    @Property(bool, notify=changed)
    def isOpen(self) -> bool:
        """Whether it is on the screen."""
        return self._form.is_open

    @Property(str, notify=changed)
    def typed(self) -> str:
        """What was typed."""
        return self._form.typed

    @Property(str, notify=changed)
    def category(self) -> str:
        """The category that is looked through; empty: what is popular."""
        return self._form.category

    @Property(list, notify=changed)
    def tiles(self) -> list[dict[str, object]]:
        """What was found, as `TileView` has it."""
        return [asdict(one) for one in self._tiles]

    @Property(list, notify=changed)
    def chips(self) -> list[dict[str, object]]:
        """The categories, as `ChipView` has them."""
        return [asdict(one) for one in self._chips]

    @Property(list, notify=changed)
    def keyRows(self) -> list[str]:
        """The letters of the language's keyboard, row by row."""
        return list(rows_of(self._here.voice.language if self._here else ""))

    @Property(bool, notify=changed)
    def isCounting(self) -> bool:
        """Whether the shopper is asked how many."""
        return self._chosen() is not None

    @Property(str, notify=changed)
    def chosenName(self) -> str:
        """What was chosen."""
        chosen = self._chosen()
        return chosen.name if chosen else ""

    @Property(str, notify=changed)
    def chosenPicture(self) -> str:
        """Its picture."""
        chosen = self._chosen()
        return chosen.picture if chosen else ""

    @Property(str, notify=changed)
    def chosenPrice(self) -> str:
        """What one costs."""
        chosen = self._chosen()
        return chosen.price if chosen else ""

    @Property(int, notify=changed)
    def count(self) -> int:
        """How many."""
        return self._form.count

    @Slot()
    def open(self) -> None:
        """Put it on the screen."""
        if self._may_open and self._is_offered:
            self._set(LookupForm(is_open=True))

    @Slot()
    def close(self) -> None:
        """Leave it, and forget what was typed."""
        self._set(LookupForm())

    @Slot(str)
    def letter(self, letter: str) -> None:
        """A letter, or a space."""
        self._set(self._form.letter(letter))

    @Slot()
    def backspace(self) -> None:
        """The delete key."""
        self._set(self._form.delete())

    @Slot()
    def clear(self) -> None:
        """Forget what was typed."""
        self._set(self._form.clear())

    @Slot(str)
    def lookThrough(self, category: str) -> None:
        """Show a category."""
        self._set(self._form.look_through(category))

    @Slot(str)
    def choose(self, key: str) -> None:
        """A tile was touched: goods sold by weight go to the scale, of others it is asked how many."""
        tile = next((one for one in self._tiles if one.key == key), None)
        if tile is None:
            return
        if tile.is_weighed:
            self._send(key, 1)
        else:
            self._set(self._form.choose(key))

    @Slot()
    def leaveCount(self) -> None:
        """Back to the tiles."""
        self._set(self._form.choose(""))

    @Slot(int)
    def more(self, change: int) -> None:
        """So many more or fewer."""
        self._set(self._form.more(change))

    @Slot()
    def confirm(self) -> None:
        """Put the chosen goods into the basket."""
        if (chosen := self._chosen()) is not None:
            self._send(chosen.key, self._form.count)

    def _send(self, key: str, count: int) -> None:
        self._set(LookupForm())
        self._post(ChooseGoods(key=key, quantity=count))
