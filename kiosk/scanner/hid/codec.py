"""Turn a keyboard scanner's input events into characters.

The kernel hands out records of 24 bytes; a scanner presses the keys that would type the code on the keyboard
layout it was set to. Only keys that type are looked at.

Source: Linux `include/uapi/linux/input.h` (struct input_event, 64 bit) and `input-event-codes.h` (key
numbers); docs/devices/hand_scanner.md, "Keyboard scanners".
Invariants: events may be cut anywhere; where the kernel dropped events (SYN_DROPPED) is said, never skipped.
"""

import struct
from dataclasses import dataclass

EVENT = struct.Struct("@llHHi")
"""Seconds, microseconds, type, code, value; in the machine's own sizes and order."""
EV_SYN, EV_KEY = 0, 1
SYN_REPORT, SYN_DROPPED = 0, 3
UP, DOWN = 0, 1
KEY_TAB, KEY_ENTER, KEY_KPENTER = 15, 28, 96
SHIFTS, CTRLS, ALTGR = (42, 54), (29, 97), 100

_KEYPAD = dict(zip((71, 72, 73, 75, 76, 77, 79, 80, 81, 82), "7894561230", strict=True))
_SAME_EVERYWHERE = _KEYPAD | {
    55: "*",
    57: " ",
    74: "-",
    78: "+",
    83: ".",
    98: "/",
    KEY_TAB: "\t",
    KEY_ENTER: "\r",
    KEY_KPENTER: "\r",
}


@dataclass(frozen=True)
class Layout:
    """Characters by key number: alone, with Shift, with AltGr."""

    plain: dict[int, str]
    shifted: dict[int, str]
    altgr: dict[int, str]


def _rows(*rows: tuple[int, str]) -> dict[int, str]:
    return {first + n: character for first, row in rows for n, character in enumerate(row)}


US = Layout(
    plain=_rows(
        (2, "1234567890-="), (16, "qwertyuiop[]"), (30, "asdfghjkl;'`"), (43, "\\zxcvbnm,./"), (86, "<")
    ),
    shifted=_rows(
        (2, "!@#$%^&*()_+"), (16, "QWERTYUIOP{}"), (30, 'ASDFGHJKL:"~'), (43, "|ZXCVBNM<>?"), (86, ">")
    ),
    altgr={},
)
DE = Layout(
    plain=_rows(
        (2, "1234567890ß´"), (16, "qwertzuiopü+"), (30, "asdfghjklöä^"), (43, "#yxcvbnm,.-"), (86, "<")
    ),
    shifted=_rows(
        (2, '!"§$%&/()=?`'), (16, "QWERTZUIOPÜ*"), (30, "ASDFGHJKLÖÄ°"), (43, "'YXCVBNM;:_"), (86, ">")
    ),
    altgr={16: "@", 18: "€", 8: "{", 9: "[", 10: "]", 11: "}", 12: "\\", 27: "~", 86: "|", 3: "²", 4: "³"},
)
LAYOUTS = {"us": US, "de": DE}


class Keyboard:
    """Key events in, characters out. Key repeat does not count: scanners press and let go."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._held: set[int] = set()

    def key(self, code: int, value: int) -> str:
        """The character a key types, or nothing."""
        if code in (*SHIFTS, *CTRLS, ALTGR):
            (self._held.add if value else self._held.discard)(code)
            return ""
        if value != DOWN:
            return ""
        if self._held.intersection(CTRLS):  # GS is sent as Ctrl and a bracket
            character = self._typed(code)
            return chr(ord(character) & 0x1F) if "@" <= character <= "~" else ""
        return self._typed(code)

    def forget(self) -> None:
        """Every key is up."""
        self._held.clear()

    def _typed(self, code: int) -> str:
        if ALTGR in self._held:
            return self._layout.altgr.get(code, "")
        keys = self._layout.shifted if self._held.intersection(SHIFTS) else self._layout.plain
        return keys.get(code) or _SAME_EVERYWHERE.get(code, "")


class Decoder:
    """Bytes of an event device in, what was typed out."""

    def __init__(self, layout: Layout) -> None:
        self._keyboard = Keyboard(layout)
        self._cut = b""
        self._is_dropping = False

    def feed(self, data: bytes) -> list[str | None]:
        """Characters in order; None where the kernel dropped events (what followed until now is gone too)."""
        data = self._cut + data
        whole = len(data) - len(data) % EVENT.size
        self._cut = data[whole:]
        typed: list[str | None] = []
        for _, _, kind, code, value in EVENT.iter_unpack(data[:whole]):
            if kind == EV_SYN and code == SYN_DROPPED:
                self._keyboard.forget()
                self._is_dropping = True
                typed.append(None)
            elif kind == EV_SYN and code == SYN_REPORT:
                self._is_dropping = False
            elif kind == EV_KEY and not self._is_dropping and (character := self._keyboard.key(code, value)):
                typed.append(character)
        return typed

    def forget(self) -> None:
        """Every key is up, and no event is half here."""
        self._cut, self._is_dropping = b"", False
        self._keyboard.forget()


def keystrokes(text: str, layout: Layout) -> bytes:
    """The events of a scanner that types `text`. Raises `KeyError` for what the layout cannot type."""
    control = {"\r": KEY_ENTER, "\t": KEY_TAB}
    events = []
    for character in text:
        code, modifiers = (control[character], []) if character in control else _keys(character, layout)
        presses = [(key, DOWN) for key in (*modifiers, code)]
        presses += [(key, UP) for key in (code, *reversed(modifiers))]
        for key, value in presses:
            events.append(EVENT.pack(0, 0, EV_KEY, key, value))
            events.append(EVENT.pack(0, 0, EV_SYN, SYN_REPORT, 0))
    return b"".join(events)


def _keys(character: str, layout: Layout) -> tuple[int, list[int]]:
    for keys, modifiers in (
        (layout.plain, []),
        (layout.shifted, [SHIFTS[0]]),
        (layout.altgr, [ALTGR]),
        (_SAME_EVERYWHERE, []),
    ):
        for code, typed in keys.items():
            if typed == character:
                return code, modifiers
    if character < " ":
        code, modifiers = _keys(chr(ord(character) | 0x40), layout)
        return code, [CTRLS[0], *modifiers]
    raise KeyError(character)
