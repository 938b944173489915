"""Buying by keys alone: keys in, the focus moved, controls pressed, on-screen keypads filled.

The first key of a shopper only shows the focus and has it told: nobody presses what they have not met. What
the eyes have no part in (saying it again, volume, where one is) is handed on to whoever speaks.

Invariants: a key does what a finger could do and nothing else; digits go to the keypad that is open and are
told by their number, never by which they are, unless they are a quantity or an amount; no key leaves the
lane.
"""

from collections.abc import Callable
from typing import Any, Literal

import msgspec
from PySide6.QtCore import QTimer
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.ui.bridges.focus import FocusMark
from kiosk.ui.bridges.lane import Lane
from kiosk.ui.focus import Focus, Focused, click
from kiosk.ui.keys import Action, KeyProfile, Keys
from kiosk.ui.ring import sheet_of

Kind = Literal["quantity", "amount", "number", "pin", "search"]
WALKING = frozenset({Action.NEXT, Action.BACK, Action.PRESS, Action.CLEAR, Action.MAIN})
WAITING = ("attract", "closed")
"""Screens of a lane at which nobody shops."""
FORGET_MS = 60_000
TYPES = ("key", "letter-")
"""How the names of controls begin that write something."""
CLOSES = "Close"
"""How the names of controls end that put a sheet away."""


class Typed(msgspec.Struct, frozen=True, kw_only=True):
    """What stands in the keypad that is open after one more key."""

    kind: Kind
    count: int
    """How many digits or letters; of a search, how much it found."""
    text: str = ""
    """What they are, where it is no secret."""


class Keyboard:
    """The keys of one window. On the GUI thread."""

    def __init__(
        self,
        window: QQuickWindow,
        lane: Lane,
        mark: FocusMark,
        profile: KeyProfile,
        is_mirrored: Callable[[], bool],
    ) -> None:
        self.on_typed: Callable[[Typed], None] = lambda typed: None
        self.on_asked: Callable[[Action], None] = lambda action: None
        self.on_first_key: Callable[[], None] = lambda: None
        """The first key of a shopper: before anything else is told."""
        self.on_abandoned: Callable[[], None] = lambda: None
        """Whoever began with the keys has left without buying."""
        self.focus = Focus(window, mark, is_mirrored)
        self.may_hide = False
        """Whether the screen may go dark: only for who hears what it says."""
        self._window, self._lane = window, lane
        self._bridges: Any = lane
        """The same; the type checker does not know what Qt's properties hold."""
        self._screen = ""
        self._has_typed = False
        """Whether the newest keys were digits: OK then means the keypad's, wherever the focus is."""
        self._forget = QTimer(window, interval=FORGET_MS, singleShot=True)
        self._forget.timeout.connect(self._abandoned)
        self._keys = Keys(profile, self.act, self.digit, window) if profile.keys else None

    def follow(self, screen: str) -> None:
        """The screen was painted: keep to what is focused on it."""
        self._screen = screen
        self.focus.follow(screen)

    def begin(self) -> None:
        """Show the focus and have it told."""
        self.focus.begin(self._screen)

    def end(self) -> None:
        """The shopper has gone: no focus until the next key."""
        self._has_typed = False
        self.focus.end()

    def act(self, action: Action) -> None:
        """One key that is no digit of something typed."""
        if self._bridges.timeRunsOut and action is not Action.PRESS:
            self._lane.takeMoreTime()  # as a finger anywhere beside the buttons
        if action is Action.HELP:
            self._begun()
            self._lane.callHelp()
            self.on_asked(action)
        elif action is Action.CURTAIN:
            self._begun()
            comfort = self._bridges.comfort
            comfort.useCurtain(self.may_hide and not comfort.curtain)
            self.on_asked(action)
        elif action in WALKING:
            if self._begun():
                self._walk(action)
        else:
            self._begun()
            self.on_asked(action)

    def digit(self, digit: int) -> bool:
        """A digit; whether a keypad is open that takes it."""
        key = self._pad_key(f"key{digit}")
        if key is None:
            return False
        if self._begun():
            self._has_typed = True
            click(key)
            self._tell_typed()
        return True

    def _abandoned(self) -> None:
        """Nobody has pressed a key for long: where nobody shops, they have gone."""
        if self._screen in WAITING:
            self.on_abandoned()
            if not self.may_hide:
                self.end()

    def _begun(self) -> bool:
        """Whether the focus was there before this key; else it is now."""
        self._forget.start()
        if self.focus.is_on:
            return True
        self.on_first_key()
        self.begin()
        return False

    def _walk(self, action: Action) -> None:
        if self.focus.follow(self._screen):
            return  # something else came up meanwhile: it is told first
        match action:
            case Action.NEXT | Action.BACK:
                self._has_typed = False
                self.focus.move(1 if action is Action.NEXT else -1)
            case Action.MAIN:
                self._has_typed = False
                self.focus.go_to_main()
            case Action.PRESS:
                self._press()
            case _:
                self._clear()

    def _press(self) -> None:
        item = self.focus.item
        if self._has_typed and self._pad_key("key0") is not None:
            ok = self._pad_key("keyOk")
            if ok is None:
                self._tell_typed()
                return
            self._has_typed = False
            click(ok)
            return
        before = self._typed()
        self.focus.press()
        if item is not None and str(item.objectName()).startswith(TYPES) and self._typed() != before:
            self._tell_typed()

    def _clear(self) -> None:
        """Take back what was typed last; where nothing is left to take back, put the sheet away."""
        before, delete = self._typed(), self._pad_key("keyDelete")
        if before is not None and delete is not None:
            click(delete)
            if self._typed() != before:
                self._tell_typed()
                return
        if sheet_of(self._window) is None:
            return
        closers = (item for item in self.focus.controls() if item.objectName().endswith(CLOSES))
        if (closer := next(closers, None)) is not None:
            self._has_typed = False
            click(closer)

    def _pad_key(self, name: str) -> QQuickItem | None:
        return self.focus.find(name)

    def _tell_typed(self) -> None:
        typed = self._typed()
        if typed is not None:
            self.on_typed(typed)

    def _typed(self) -> Typed | None:
        """What stands in the keypad that is open; None where none is."""
        door, pad, code, tender = (
            self._bridges.door,
            self._bridges.pad,
            self._bridges.codePad,
            self._bridges.tender,
        )
        if door.isOpen:
            return Typed(kind="pin", count=len(door.dots if door.isPin else door.number))
        if pad.isOpen:
            return Typed(kind="quantity", count=len(pad.shown), text=pad.shown)
        if code.isOpen:
            return Typed(kind="number", count=_marks(code.shown))
        if self._bridges.join.step == "number":
            return Typed(kind="number", count=_marks(self._bridges.join.shown))
        lookup = self._bridges.lookup
        if lookup.isOpen and not lookup.isCounting:
            return Typed(kind="search", count=len(lookup.tiles), text=lookup.typed)
        match tender.sheet:
            case "part":
                return Typed(kind="amount", count=_marks(tender.shown), text=tender.shown)
            case "pin" | "number" as kind:
                return Typed(kind=kind, count=_marks(tender.shown))
            case _:
                return None


def _marks(shown: str) -> int:
    return len(shown.replace(" ", ""))


__all__ = ["Action", "Focused", "KeyProfile", "Keyboard", "Typed"]
