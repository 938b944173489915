"""The focus: which control keys would press, and its way along the ring.

The focus begins at what a screen is about, keeps to its control while the screen changes around it, goes
into a sheet that opens and back to where it was when the sheet closes. A list scrolls so that what is
focused is in view, and rows that a list has not made yet are reached by scrolling to them.

Source: EN 301 549, 11.2.1.2, 11.2.4.3, 11.2.4.7 (focus visible).
Invariants: no press of a control whose name was not told first; a place is never left silently.
"""

from collections.abc import Callable, Iterator

import msgspec
from msgspec.structs import replace
from PySide6.QtCore import QMetaObject
from PySide6.QtGui import QAccessible
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.ui.bridges.focus import NOWHERE, FocusMark
from kiosk.ui.find import DEPTH_MAX, scene_rect
from kiosk.ui.ring import is_within, list_of, main_of, ring, sheet_of

SCROLLS_MAX = 20
"""Half pages a list is scrolled for one key before the key goes past it."""
LINED_UP_PX = 0.5


class Focused(msgspec.Struct, frozen=True, kw_only=True):
    """The control that has the focus, in the words of the screen."""

    name: str
    note: str = ""
    control: str = ""
    is_chosen: bool | None = None
    """Whether it is chosen; None for what is only pressed."""
    sheet: str = ""
    """What the sheet is called that has just opened around it."""
    by_hand: bool = False
    """Whether a key brought the focus here, and not the screen."""


class Focus:
    """The one focus of a window. On the GUI thread."""

    def __init__(self, window: QQuickWindow, mark: FocusMark, is_mirrored: Callable[[], bool]) -> None:
        self.on_focused: Callable[[Focused], None] = lambda focused: None
        self.is_on = False
        self._window, self._mark, self._is_mirrored = window, mark, is_mirrored
        self._key = ""
        """The name of the focused control. Never the item: Qt may end it at any time."""
        self._screen = ""
        self._sheet = self._page = ""
        """Which sheet is open, and what it is called now: a sheet may have several pages."""
        self._left = ""
        """What was focused under the sheet that is open."""

    @property
    def item(self) -> QQuickItem | None:
        """What is focused now, if keys still reach it."""
        return self.find(self._key) if self.is_on and self._key else None

    def controls(self) -> tuple[QQuickItem, ...]:
        """What keys reach now, in their order."""
        return ring(self._window, is_mirrored=self._is_mirrored())

    def find(self, name: str) -> QQuickItem | None:
        """The control of this name, if keys reach it."""
        return next((item for item in self.controls() if item.objectName() == name), None)

    def begin(self, screen: str) -> None:
        """Show the focus where this screen's main control is."""
        if not self.is_on:
            self.is_on = True
            self._screen = self._key = self._left = self._sheet = self._page = ""
            self.follow(screen)

    def end(self) -> None:
        """Show no focus."""
        self.is_on, self._key = False, ""
        self._mark.stand(NOWHERE)

    def follow(self, screen: str) -> bool:
        """Look where the focused control is now; whether the focus has gone elsewhere."""
        if not self.is_on:
            return False
        controls, sheet = self.controls(), sheet_of(self._window)
        is_elsewhere = screen != self._screen
        opened, page = _kind(sheet), _title(sheet)
        is_other_sheet = is_elsewhere or (opened, page) != (self._sheet, self._page)
        wanted = self._key
        if is_elsewhere:
            wanted = self._left = ""
        elif opened and self._sheet and is_other_sheet:
            wanted = ""
        elif opened != self._sheet:
            wanted, self._left = ("", self._key) if opened else (self._left, "")
        self._screen, self._sheet, self._page = screen, opened, page
        kept = next((item for item in controls if wanted and _key(item) == wanted), None)
        if kept is not None and not is_other_sheet:
            self._stand(kept)
            return False
        self._to(kept or main_of(controls), page if is_other_sheet else "", by_hand=False)
        return True

    def move(self, step: int) -> None:
        """One control on (1) or back (-1); past the end it begins anew."""
        controls = self.controls()
        if not controls:
            return
        at = self._at(controls)
        if at is None:
            self._to(main_of(controls), by_hand=True)
            return
        here = list_of(controls[at])
        if here is not None and (found := self._scrolled(here, controls[at], step)) is not None:
            self._to(found, by_hand=True)
            return
        there = controls[(at + step) % len(controls)]
        self._to(self._entered(there, here, step), by_hand=True)

    def go_to_main(self) -> None:
        """To what the screen is about, past lists of any length."""
        self._to(main_of(self.controls()), by_hand=True)

    def press(self) -> None:
        """Press the focused control, as a finger would; tell what that made of it, if it is still there."""
        if (item := self.item) is None:
            return
        before = told(item)
        click(item)
        after = self.item
        if after is not None and _key(after) == before.control and told(after) != before:
            self.on_focused(replace(told(after), by_hand=True))

    def offers(self) -> tuple[Focused, ...]:
        """Whatever can be pressed now, in the order of the keys."""
        return tuple(told(item) for item in self.controls())

    def sheet(self) -> str:
        """What the sheet is called that is open; empty where none is."""
        return _title(sheet_of(self._window))

    # --- lists -------------------------------------------------------------------------------------------

    def _scrolled(self, page: QQuickItem, current: QQuickItem, step: int) -> QQuickItem | None:
        """The next control within a list, scrolling to it; None where the list ends."""
        for _ in range(SCROLLS_MAX):
            within = [item for item in self.controls() if is_within(item, page)]
            at = self._at(within)
            if at is None:
                return within[0 if step > 0 else -1] if within else None
            if 0 <= at + step < len(within):
                return within[at + step]
            if not scroll(page, step * page.height() / 2):
                return None
        return None

    def _entered(self, there: QQuickItem, left: QQuickItem | None, step: int) -> QQuickItem:
        """A list is entered at its end that comes first on the way."""
        page = list_of(there)
        if page is None or page is left or not scroll(page, -step * float(page.property("contentHeight"))):
            return there
        within = [item for item in self.controls() if is_within(item, page)]
        return within[0 if step > 0 else -1] if within else there

    # --- standing ----------------------------------------------------------------------------------------

    def _at(self, controls: tuple[QQuickItem, ...] | list[QQuickItem]) -> int | None:
        for number, item in enumerate(controls):
            if self._key and _key(item) == self._key:
                return number
        return None

    def _to(self, item: QQuickItem | None, sheet: str = "", *, by_hand: bool) -> None:
        if item is None:
            self._key = ""
            self._mark.stand(NOWHERE)
            return
        _bring_into_view(item)
        self._key = _key(item)
        self._stand(item)
        self.on_focused(replace(told(item), sheet=sheet, by_hand=by_hand))

    def _stand(self, item: QQuickItem) -> None:
        self._mark.stand(scene_rect(item))


def click(item: QQuickItem) -> None:
    """Press it as a whole: what a finger on it does."""
    QMetaObject.invokeMethod(item, "click")


def name_of(item: QQuickItem) -> str:
    """What the accessibility tree calls it."""
    return _text(item, QAccessible.Text.Name) or str(item.property("text") or "")


def note_of(item: QQuickItem) -> str:
    """What the accessibility tree says about it."""
    return _text(item, QAccessible.Text.Description)


def told(item: QQuickItem) -> Focused:
    """A control in the words of the accessibility tree."""
    return Focused(name=name_of(item), note=note_of(item), control=_key(item), is_chosen=_is_chosen(item))


def scroll(page: QQuickItem, by: float) -> bool:
    """Scroll a list; whether it moved."""
    before = float(page.property("contentY"))
    least = float(page.property("originY"))
    most = max(least, least + float(page.property("contentHeight")) - page.height())
    after = min(most, max(least, before + by))
    if abs(after - before) < LINED_UP_PX:
        return False
    if page.property("isFollowing") is True:
        page.setProperty("isFollowing", False)  # as a finger does: the basket no longer runs to its end
    page.setProperty("contentY", after)
    if page.inherits("QQuickItemView"):
        QMetaObject.invokeMethod(page, "forceLayout")  # its rows are there now, not with the next frame
    return True


def _bring_into_view(item: QQuickItem) -> None:
    page = list_of(item)
    if page is None:
        return
    rect, seen = scene_rect(item), scene_rect(page)
    scale = seen.height() / page.height() if page.height() else 1.0
    if rect.top() < seen.top():
        scroll(page, (rect.top() - seen.top()) / scale)
    elif rect.bottom() > seen.bottom():
        scroll(page, (rect.bottom() - seen.bottom()) / scale)


def _words(item: QQuickItem, depth: int) -> Iterator[str]:
    """The texts of a sheet, top down; its title is the first."""
    if depth > DEPTH_MAX or not item.isVisible():
        return
    if item.inherits("QQuickText") and len(text := str(item.property("text"))) > 1:
        yield text
    for child in item.childItems():
        yield from _words(child, depth + 1)


def _title(sheet: QQuickItem | None) -> str:
    return "" if sheet is None else _text(sheet, QAccessible.Text.Name) or next(_words(sheet, 0), "")


def _is_chosen(item: QQuickItem) -> bool | None:
    found = QAccessible.queryAccessibleInterface(item)
    if found is None or not found.state().checkable:
        return None
    return bool(found.state().checked)


def _kind(sheet: QQuickItem | None) -> str:
    """Which sheet it is; one made of several says by its first control."""
    return "" if sheet is None else str(sheet.metaObject().className())


def _key(item: QQuickItem) -> str:
    return str(item.objectName())


def _text(item: QQuickItem, what: QAccessible.Text) -> str:
    told = QAccessible.queryAccessibleInterface(item)
    return str(told.text(what)).strip() if told is not None else ""
