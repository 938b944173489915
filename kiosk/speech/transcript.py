"""A speaker that writes down what it would say: for tests, scripted shoppers, and who checks the words.

Invariants: keeps the newest KEPT_MAX sentences; a file, where one is given, has one JSON object a line.
"""

import json
import threading
from collections import deque
from pathlib import Path

import msgspec

from kiosk.devices.health import Condition
from kiosk.devices.speaker import (
    SPEED_DEFAULT,
    SPEED_MAX,
    SPEED_MIN,
    VOLUME_DEFAULT,
    SpeakerHealth,
    SpeakerListener,
)
from kiosk.speech import codec

KEPT_MAX = 10_000


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """One sentence as it would have been heard."""

    text: str
    language: str
    interrupts: bool
    volume: int
    speed: int


class TranscriptSpeaker:
    """Implements the `Speaker` port without a sound."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        self._lock = threading.Lock()
        self._said: deque[Said] = deque(maxlen=KEPT_MAX)
        self._volume, self._speed = VOLUME_DEFAULT, SPEED_DEFAULT
        self._is_over = False
        self.hushes = 0
        """How often it was made silent."""

    @property
    def said(self) -> tuple[Said, ...]:
        """What was said so far, oldest first."""
        with self._lock:
            return tuple(self._said)

    def start(self, listener: SpeakerListener) -> None:
        """It is always ready."""
        listener.said(SpeakerHealth(condition=Condition.READY))

    def say(self, text: str, language: str, *, interrupts: bool = True) -> None:
        """Write it down."""
        line = codec.cleaned(text)
        with self._lock:
            if not line or self._is_over:
                return
            said = Said(
                text=line, language=language, interrupts=interrupts, volume=self._volume, speed=self._speed
            )
            self._said.append(said)
            if self._file is not None:
                with self._file.open("a", encoding="utf-8") as file:
                    file.write(json.dumps(msgspec.to_builtins(said), ensure_ascii=False) + "\n")

    def is_speaking(self) -> bool:
        """Writing takes no time."""
        return False

    def hush(self) -> None:
        """Count it."""
        with self._lock:
            self.hushes += 1

    def set_volume(self, percent: int) -> None:
        """Written beside the sentences that follow."""
        self._volume = min(100, max(0, percent))

    def set_speed(self, percent: int) -> None:
        """Written beside the sentences that follow."""
        self._speed = min(SPEED_MAX, max(SPEED_MIN, percent))

    def stop(self) -> None:
        """Write nothing any more."""
        with self._lock:
            self._is_over = True
