"""Camera and hand scanner used together: one listener, and one presentation counted once.

A shopper who aims a hand scanner holds the pack where the camera may see it too. Each read by one of them
answers for at most one read of the same code by the other, if the two belong to one moment:

- the camera counted it first: for SAME_MOMENT_S, and as long as it still has it in view;
- the hand scanner read it first: for AFTER_HAND_S, since the pack passes the camera on its way to the bag.

Two reads by the hand scanner are two presses of its trigger: both count. Two presentations to the camera are
told apart by its tracker.

Source: docs/devices/hand_scanner.md, "Together with the camera".
Invariants: a read is dropped only for another that was told; one read answers for one other at most; holds at
most KEPT_MAX reads.
"""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from kiosk.devices.scanner import CodeRead, PreviewFrame, Scanner, ScannerListener, ScannerMessage
from kiosk.scanner.symbols import key_of
from kiosk.scanner.view import Seen

SAME_MOMENT_S = 1.5
AFTER_HAND_S = 3.0
KEPT_MAX = 64


class Camera(Scanner, Protocol):
    """A scanner that says what it has counted and still sees."""

    @property
    def present(self) -> frozenset[str]:
        """Keys (`symbols.key_of`) of accepted codes that are in view."""

    @property
    def seen(self) -> Seen | None:
        """The newest frame that was examined."""


@dataclass
class _Told:
    """A read that was told and has not answered for another yet."""

    key: str
    by_camera: bool
    at: float


class Moments:
    """Decides which reads are the same presentation. Time is passed in."""

    def __init__(self) -> None:
        self._told: list[_Told] = []

    def is_new(self, key: str, *, by_camera: bool, at: float, in_view: frozenset[str]) -> bool:
        """Whether this read counts."""
        for told in self._told:
            if told.by_camera and told.key in in_view:
                told.at = at
        self._told = [told for told in self._told if at - told.at <= _lasts_s(told)]
        for told in self._told:
            if told.key == key and told.by_camera != by_camera:
                self._told.remove(told)
                return False
        self._told = [*self._told[-KEPT_MAX + 1 :], _Told(key, by_camera, at)]
        return True

    def forget(self) -> None:
        """Start over: the next read belongs to another shopper."""
        self._told.clear()


def _lasts_s(told: _Told) -> float:
    return SAME_MOMENT_S if told.by_camera else AFTER_HAND_S


class TwoScanners:
    """A camera and a hand scanner as one `Scanner`."""

    def __init__(self, camera: Camera, hand: Scanner, clock: Callable[[], float] = time.monotonic) -> None:
        self._camera = camera
        self._hand = hand
        self._clock = clock
        self._moments = Moments()
        self._lock = threading.Lock()

    @property
    def seen(self) -> Seen | None:
        """What the camera examined last."""
        return self._camera.seen

    def start(self, listener: ScannerListener) -> None:
        """Start both."""
        self._camera.start(_Ear(self, listener, by_camera=True))
        self._hand.start(_Ear(self, listener, by_camera=False))

    def enable(self, reading: bool) -> None:
        """Switch both."""
        if not reading:
            with self._lock:
                self._moments.forget()
        self._camera.enable(reading)
        self._hand.enable(reading)

    def stop(self) -> None:
        """Stop both."""
        try:
            self._hand.stop()
        finally:
            self._camera.stop()

    def counts(self, read: CodeRead, *, by_camera: bool) -> bool:
        """Whether this read is told. Called from both scanners' threads."""
        key = key_of(read.text, read.symbology)
        with self._lock:
            return self._moments.is_new(
                key, by_camera=by_camera, at=self._clock(), in_view=self._camera.present
            )


class _Ear:
    """Listens to one of the two."""

    def __init__(self, both: TwoScanners, listener: ScannerListener, *, by_camera: bool) -> None:
        self._both, self._listener, self._by_camera = both, listener, by_camera

    def said(self, message: ScannerMessage) -> None:
        if not isinstance(message, CodeRead) or self._both.counts(message, by_camera=self._by_camera):
            self._listener.said(message)

    def preview(self, frame: PreviewFrame) -> None:
        self._listener.preview(frame)
