"""Sounds for the shopper, played by the system's own player; silent where there is none.

Invariants: `play` never blocks and never fails; at most QUEUE_MAX sounds wait, later ones are dropped,
because a beep that comes late says something wrong.
"""

import contextlib
import io
import logging
import queue
import shutil
import struct
import subprocess
import tempfile
import threading
import wave
from collections.abc import Callable
from pathlib import Path

from kiosk.checkout.effects import Sound

QUEUE_MAX = 4
SOUND_LENGTH_MAX_S = 5.0
"""A player that takes longer hangs (a sound server that is gone) and is stopped."""
SPEECH_LOOK_S, SPEECH_LOOKS_MAX = 0.05, 60
"""A sound waits 3 s for a voice; later it would say something wrong. The scan's own is short."""
VOLUME_MAX, SAMPLE_BYTES = 100, 2
PLAYERS = (("paplay",), ("aplay", "-q"))

_log = logging.getLogger(__name__)


class SoundPlayer:
    """Plays `<folder>/<sound>.wav`, one after the other, on its own thread."""

    def __init__(self, folder: Path, player: tuple[str, ...] | None = None) -> None:
        self._folder = folder
        self._player = find_player() if player is None else player
        self.is_spoken: Callable[[], bool] = lambda: False
        """Whether somebody hears a voice just now: sounds wait until it has ended."""
        self.volume = VOLUME_MAX
        """Percent of what the loudspeaker is set to; 0 is silence. From any thread, for the next sound."""
        self._waiting: queue.Queue[Sound | None] = queue.Queue(QUEUE_MAX)
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="sound", daemon=True)
        if self._player:
            self._thread.start()

    def play(self, sound: Sound) -> None:
        """Let it be heard soon. From any thread."""
        if self._player and self.volume > 0:
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
        with tempfile.TemporaryDirectory(prefix="sounds-") as folder:
            self._play_all(Path(folder))

    def _file(self, sound: Sound, softer: Path) -> Path:
        """The sound's file, or a softer copy of it in `softer`. OSError or ValueError if there is none."""
        file, percent = self._folder / f"{sound.value}.wav", self.volume
        if percent >= VOLUME_MAX:
            return file
        copy = softer / f"{sound.value}-{percent}.wav"
        if not copy.exists():
            copy.write_bytes(at_volume(file.read_bytes(), percent))
        return copy

    def _play_all(self, softer: Path) -> None:
        while (sound := self._waiting.get()) is not None:
            if sound is not Sound.SCAN and not self._is_quiet():
                continue
            try:
                subprocess.run(
                    [*self._player, str(self._file(sound, softer))],
                    timeout=SOUND_LENGTH_MAX_S,
                    check=True,
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                )
            except (OSError, ValueError, wave.Error, EOFError, subprocess.SubprocessError) as error:
                _log.debug("no sound: %s", error)

    def _is_quiet(self) -> bool:
        """Wait for the voice; whether it ended in time."""
        for _ in range(SPEECH_LOOKS_MAX):
            if not self.is_spoken():
                return True
            if self._is_over.wait(SPEECH_LOOK_S):
                return False
        return False


def at_volume(data: bytes, percent: int) -> bytes:
    """A WAV file of 16 bits, at this percent of its loudness. ValueError if it has other samples."""
    with wave.open(io.BytesIO(data)) as source:
        if source.getsampwidth() != SAMPLE_BYTES:
            raise ValueError(f"samples of {source.getsampwidth()} bytes; {SAMPLE_BYTES} are known")
        parameters, frames = source.getparams(), source.readframes(source.getnframes())
    count = len(frames) // SAMPLE_BYTES
    samples = struct.unpack(f"<{count}h", frames[: count * SAMPLE_BYTES])
    out = io.BytesIO()
    with wave.open(out, "wb") as target:
        target.setparams(parameters)
        target.writeframes(struct.pack(f"<{count}h", *(sample * percent // VOLUME_MAX for sample in samples)))
    return out.getvalue()


def find_player() -> tuple[str, ...]:
    """The first sound player this machine has, or nothing."""
    return next((player for player in PLAYERS if shutil.which(player[0])), ())
