"""What a hand scanner sends when its trigger is pressed, and the ways in which that goes wrong.

Invariants: what is sent in pieces is the same as at once; nothing is sent while the cable is out.
"""

import time
from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.scanner.hid import codec as hid
from kiosk.scanner.serial import codec as serial
from simulators.control import ControlError
from simulators.printer.port import Port

PIECE_MIN, PAUSE_MAX_S = 1, 5.0
TEXT_MAX = 20_000
TAKEN_WITHIN_S = 5.0
"""A lane that does not read for so long is not there."""


@dataclass(frozen=True, kw_only=True)
class Build:
    """How the scanner is set up."""

    kind: str = "serial"
    prefix: str = ""
    suffix: str = "<CR>"
    layout: str = "us"


class Gun:
    """The scanner at one end of the cable."""

    def __init__(self, build: Build, port: Port) -> None:
        self._build = build
        self._port = port
        self.sent = 0
        """Codes sent since the start."""

    def encoded(self, text: str, *, is_whole: bool = True) -> bytes:
        """The bytes of one code; one that is not whole lacks its suffix."""
        prefix, suffix = serial.mark(self._build.prefix), serial.mark(self._build.suffix)
        framed = serial.encode(text, prefix, suffix if is_whole else b"")
        if self._build.kind == "serial":
            return framed
        try:
            return hid.keystrokes(framed.decode(), hid.LAYOUTS[self._build.layout])
        except KeyError as error:
            raise ControlError(f"the layout {self._build.layout} cannot type {error}") from error

    def scan(self, texts: Iterable[str], *, piece: int = 0, pause_s: float = 0.0) -> None:
        """Send codes at once, or in pieces of so many bytes with pauses between them."""
        data = b"".join(map(self.encoded, texts))
        size = piece or len(data)
        for start in range(0, len(data), max(PIECE_MIN, size)):
            self.send(data[start : start + size])
            time.sleep(pause_s if piece else 0.0)
        self.sent += 1

    def drop_keys(self) -> None:
        """Say, as the kernel does, that key events were lost."""
        self.send(hid.EVENT.pack(0, 0, hid.EV_SYN, hid.SYN_DROPPED, 0))
        self.send(hid.EVENT.pack(0, 0, hid.EV_SYN, hid.SYN_REPORT, 0))

    def send(self, data: bytes) -> None:
        """Send bytes as they are."""
        if not self._port.is_plugged:
            raise ControlError("the cable is out")
        deadline = time.monotonic() + TAKEN_WITHIN_S
        while data:
            taken = self._port.write(data)
            data = data[taken:]
            if not taken:
                if time.monotonic() > deadline:
                    raise ControlError("nobody reads the line")
                time.sleep(0.005)
