"""Which key does what: the keys of a tactile keypad, a numeric one, a keyboard. Pure but for Qt's names.

A key is taken once for each time it is pressed: keys that repeat by themselves while they are held do
nothing, and a second strike of the same key within a moment is one strike (a hand that trembles).

Source: EN 301 549, 5.7 and 5.8; docs/accessibility.md, "Keys".
Invariants: keys with Ctrl, Alt or Meta are nobody's; a digit is never an action while something is typed.
"""

import enum
import logging
import time
from collections.abc import Callable, Mapping

import msgspec
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent


class Action(enum.Enum):
    """What a key asks for; the value is the name of its setting."""

    NEXT = "next"
    BACK = "back"
    PRESS = "press"
    CLEAR = "clear"
    MAIN = "main"
    REPEAT = "repeat"
    WHERE = "where"
    READ = "read"
    LOUDER = "louder"
    QUIETER = "quieter"
    FASTER = "faster"
    SLOWER = "slower"
    HELP = "help"
    CURTAIN = "curtain"


MOVES = {
    1: Action.READ,
    2: Action.BACK,
    3: Action.CURTAIN,
    4: Action.BACK,
    5: Action.WHERE,
    6: Action.NEXT,
    7: Action.SLOWER,
    8: Action.NEXT,
    9: Action.FASTER,
    0: Action.REPEAT,
}
"""Digits while nothing is typed: a telephone's keys around the 5, which has the mark."""
WORDS_MAX = 16
_log = logging.getLogger(__name__)
_PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_TAKEN = frozenset({QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride})


class KeyProfile(msgspec.Struct, frozen=True, kw_only=True):
    """The keys of this lane."""

    keys: Mapping[str, str] = {}
    """By `Action` value: Qt's names of keys, separated by blanks."""
    digits_move: bool = True
    strike_ms: int = 100
    """The same key again within this time is the same strike."""


class UnknownKeyError(ValueError):
    """A name that is no key's."""


def keymap(profile: KeyProfile) -> dict[Qt.Key, Action]:
    """What each key does. Raises `UnknownKeyError`."""
    found: dict[Qt.Key, Action] = {}
    for action in Action:
        for word in profile.keys.get(action.value, "").split()[:WORDS_MAX]:
            key = getattr(Qt.Key, f"Key_{word}", None)
            if not isinstance(key, Qt.Key):
                raise UnknownKeyError(f"{word!r} is not the name of a key")
            found.setdefault(key, action)
    return found


def digit_of(key: int) -> int | None:
    """The digit of a key, if it is one's."""
    number = key - Qt.Key.Key_0.value
    return number if 0 <= number <= 9 else None


class Keys(QObject):
    """Takes the keys of one window before anything else sees them."""

    def __init__(
        self,
        profile: KeyProfile,
        act: Callable[[Action], None],
        digit: Callable[[int], bool],
        parent: QObject,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`digit` says whether the digit was typed somewhere."""
        super().__init__(parent)
        self._keymap = keymap(profile)
        self._profile, self._act, self._digit, self._clock = profile, act, digit, clock
        self._struck: tuple[int, float] = (0, 0.0)
        parent.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # Qt's name
        """Whether this event was a key of ours."""
        if event.type() not in _TAKEN or not isinstance(event, QKeyEvent):
            return False
        if event.modifiers() & ~_PLAIN or not self._is_ours(event.key()):
            return False
        if event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat() and not self._is_again(event):
            try:
                self._take(event.key())
            except Exception:  # from here it would end the program and not only this key
                _log.exception("a key failed in an unforeseen way")
        return True

    def _is_ours(self, key: int) -> bool:
        return digit_of(key) is not None or _known(key) in self._keymap

    def _is_again(self, event: QKeyEvent) -> bool:
        now, (key, at) = self._clock(), self._struck
        self._struck = (event.key(), now)
        return event.key() == key and (now - at) * 1000 < self._profile.strike_ms

    def _take(self, key: int) -> None:
        number = digit_of(key)
        if number is None:
            self._act(self._keymap[Qt.Key(key)])
        elif not self._digit(number) and self._profile.digits_move:
            self._act(MOVES[number])


def _known(key: int) -> Qt.Key | None:
    try:
        return Qt.Key(key)
    except ValueError:
        return None
