"""Sounds for the shopper, played by the system's own player; silent where there is none.

Invariants: `play` never blocks and never fails; at most QUEUE_MAX sounds wait, later ones are dropped,
because a beep that comes late says something wrong.
"""

import contextlib
import logging
import queue
import shutil
import subprocess
import threading
from collections.abc import Callable
from pathlib import Path

from kiosk.checkout.effects import Sound

QUEUE_MAX = 4
SOUND_LENGTH_MAX_S = 5.0
"""A player that takes longer hangs (a sound server that is gone) and is stopped."""
SPEECH_LOOK_S, SPEECH_LOOKS_MAX = 0.05, 60
"""A sound waits 3 s for a voice; later it would say something wrong. The scan's own is short."""
PLAYERS = (("paplay",), ("aplay", "-q"))

_log = logging.getLogger(__name__)


class SoundPlayer:
    """Plays `<folder>/<sound>.wav`, one after the other, on its own thread."""

    def __init__(self, folder: Path, player: tuple[str, ...] | None = None) -> None:
        self._folder = folder
        self._player = find_player() if player is None else player
        self.is_spoken: Callable[[], bool] = lambda: False
        """Whether somebody hears a voice just now: sounds wait until it has ended."""
        self._waiting: queue.Queue[Sound | None] = queue.Queue(QUEUE_MAX)
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="sound", daemon=True)
        if self._player:
            self._thread.start()

    def play(self, sound: Sound) -> None:
        """Let it be heard soon. From any thread."""
        if self._player:
            with contextlib.suppress(queue.Full):
                self._waiting.put_nowait(sound)

    def close(self) -> None:
        """Stop after the sound that plays now; those that wait are dropped. Safe to call twice."""
        self._is_over.set()
        while self._thread.is_alive():
            with contextlib.suppress(queue.Empty):
                while True:
                    self._waiting.get_nowait()
            with contextlib.suppress(queue.Full):
                self._waiting.put_nowait(None)
            self._thread.join(timeout=SOUND_LENGTH_MAX_S)

    def _run(self) -> None:
        while (sound := self._waiting.get()) is not None:
            if sound is not Sound.SCAN and not self._is_quiet():
                continue
            command = [*self._player, str(self._folder / f"{sound.value}.wav")]
            try:
                subprocess.run(
                    command,
                    timeout=SOUND_LENGTH_MAX_S,
                    check=True,
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                )
            except (OSError, subprocess.SubprocessError) as error:
                _log.debug("no sound: %s", error)

    def _is_quiet(self) -> bool:
        """Wait for the voice; whether it ended in time."""
        for _ in range(SPEECH_LOOKS_MAX):
            if not self.is_spoken():
                return True
            if self._is_over.wait(SPEECH_LOOK_S):
                return False
        return False


def find_player() -> tuple[str, ...]:
    """The first sound player this machine has, or nothing."""
    return next((player for player in PLAYERS if shutil.which(player[0])), ())
