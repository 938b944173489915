"""The hand scanner: implements the `Scanner` port over a serial line or a grabbed keyboard.

One thread owns the wire: open it, read it, bring it back when it is lost. While reading is switched off the
wire is still read and what comes is dropped, so that no code of the last shopper waits for the next one.

Source: docs/devices/hand_scanner.md.
Invariants: never ends before `stop`; half a code that nobody completes is dropped after HALF_CODE_S; waits
between attempts, RETRY_MAX_S at most.
"""

import functools
import logging
import threading
import time
from collections.abc import Callable
from typing import Protocol

import msgspec

from kiosk.devices.health import Condition, Device, Health
from kiosk.devices.scanner import CodeRead, ScannerListener
from kiosk.scanner.hid.codec import LAYOUTS
from kiosk.scanner.hid.reader import KeyedCodes
from kiosk.scanner.hid.transport import EventLine
from kiosk.scanner.line import Line, LineLostError
from kiosk.scanner.meaning import meaning
from kiosk.scanner.serial.codec import Decoder, mark
from kiosk.scanner.serial.transport import SerialLine
from retail.codes import TEXT_MAX

READ_TIMEOUT_S = 0.25
HALF_CODE_S = 2.0
"""Silence after which the rest of a code is not awaited any longer."""
RETRY_FIRST_S = 0.25
RETRY_MAX_S = 2.0
JOIN_TIMEOUT_S = 5.0

_log = logging.getLogger(__name__)


class HandScannerProfile(msgspec.Struct, frozen=True, kw_only=True):
    """How the hand scanner is connected and set up. Set in `kiosk.toml`, `[hand_scanner]`."""

    kind: str
    """`serial` or `hid`."""
    port: str
    baud: int = 9600
    prefix: str = ""
    suffix: str = "<CR>"
    layout: str = "us"


class CodeDecoder(Protocol):
    """A codec: bytes in, codes out."""

    @property
    def lost(self) -> int:
        """Codes that could not be told."""

    @property
    def is_inside(self) -> bool:
        """Whether a code has begun and not ended."""

    def feed(self, data: bytes) -> list[bytes]:
        """The codes that are complete with `data`."""

    def forget(self) -> None:
        """Drop what has begun."""


def parts(profile: HandScannerProfile) -> tuple[Callable[[], Line], CodeDecoder]:
    """How the wire is opened, and the codec for it. Raises `ValueError` for an unknown kind."""
    prefix, suffix = mark(profile.prefix), mark(profile.suffix)
    match profile.kind:
        case "serial":
            return functools.partial(SerialLine, profile.port, profile.baud), Decoder(prefix, suffix)
        case "hid":
            layout = LAYOUTS[profile.layout]
            return functools.partial(EventLine, profile.port), KeyedCodes(layout, prefix, suffix)
        case other:
            raise ValueError(f"a hand scanner is serial or hid, not {other!r}")


class HandScanner:
    """Reads codes from a hand scanner until stopped."""

    def __init__(self, profile: HandScannerProfile) -> None:
        self._kind = profile.kind
        self._open, self._decoder = parts(profile)
        self._reading = threading.Event()
        self._reading.set()
        self._stop = threading.Event()
        self._told: str | None = None
        self._heard_at = 0.0
        self._lost_told = 0
        self._thread: threading.Thread | None = None

    def start(self, listener: ScannerListener) -> None:
        """Open the wire and read until `stop`."""
        self._thread = threading.Thread(target=self._run, args=(listener,), name="hand-scanner", daemon=True)
        self._thread.start()

    def enable(self, reading: bool) -> None:
        """Tell codes (True) or drop them (False)."""
        if reading:
            self._reading.set()
        else:
            self._reading.clear()

    def stop(self) -> None:
        """Close the wire and end the thread. Safe to call twice."""
        self._stop.set()
        if self._thread is not None and self._thread is not threading.current_thread():
            self._thread.join(JOIN_TIMEOUT_S)

    def _run(self, listener: ScannerListener) -> None:
        retry_s = RETRY_FIRST_S
        while not self._stop.is_set():
            try:
                line = self._open()
                retry_s = RETRY_FIRST_S
                self._decoder.forget()
                try:
                    self._tell("", "", listener)
                    while not self._stop.is_set():
                        self._take(line.read(READ_TIMEOUT_S), listener)
                finally:
                    line.close()
            except LineLostError as error:
                self._tell(error.code, error.detail, listener)
            except Exception:  # a driver library's surprise must not end the hand scanner for the day
                _log.exception("the hand scanner failed in an unforeseen way")
                self._tell("failed", "The hand scanner failed in an unforeseen way; trying again.", listener)
            self._stop.wait(retry_s)
            retry_s = min(RETRY_MAX_S, retry_s * 2)

    def _take(self, data: bytes, listener: ScannerListener) -> None:
        at = time.monotonic()
        if self._decoder.is_inside and at - self._heard_at > HALF_CODE_S:
            self._decoder.forget()
        if not data:
            return
        self._heard_at = at
        for code in self._decoder.feed(data):
            if self._reading.is_set():
                self._say(code, at, listener)
        if self._decoder.lost != self._lost_told:
            self._lost_told = self._decoder.lost
            _log.warning(
                "codes of the hand scanner that were too long, cut or without prefix: %d", self._lost_told
            )

    def _say(self, code: bytes, at: float, listener: ScannerListener) -> None:
        found = meaning(_text(code))
        if found is None:
            _log.info("a code of a kind that this lane does not take was dropped")
            return
        listener.said(
            CodeRead(
                text=found.text[:TEXT_MAX],  # cut, not dropped: the lane then says that it is unknown
                symbology=found.symbology,
                add_on=found.add_on,
                evidence=(self._kind,),
                first_seen_at=at,
                frame_at=at,
            )
        )

    def _tell(self, code: str, detail: str, listener: ScannerListener) -> None:
        if code == self._told:
            return
        self._told = code
        condition = Condition.FAULT if code else Condition.READY
        listener.said(Health(device=Device.HAND_SCANNER, condition=condition, code=code, detail=detail))


def _text(code: bytes) -> str:
    try:
        return code.decode("utf-8")
    except UnicodeDecodeError:  # scanners that know no Unicode send Latin-1
        return code.decode("latin-1")
