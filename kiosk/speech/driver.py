"""The speaker: `espeak-ng` in a process of its own, its sound piped to ALSA's `aplay`.

Two small programs and a pipe, because a voice that hangs or dies then takes nothing with it, and being silent
at once is killing it. `aplay` and not PortAudio: it is on the lane already for its sounds, takes the sound
card's name as it is, and needs no library inside the lane's process.

One thread says one sentence after the other; whoever speaks only puts it into a bounded queue.

Source: docs/devices/speech.md.
Invariants: no method waits for a process; no process outlives its sentence by more than the time to kill it;
a sentence that has not ended after SAYING_MAX_S is cut off; what is said is never logged.
"""

import contextlib
import logging
import os
import shutil
import subprocess
import threading
from collections.abc import Iterator, Sequence
from typing import IO

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
from kiosk.speech.waiting import Saying, Waiting

SAYING_MAX_S = 90.0
"""600 characters at half the usual pace take about 80 seconds."""
LISTING_MAX_S = 10.0
JOIN_TIMEOUT_S = 5.0
COMPLAINT_MAX = 300
"""Bytes of what a program says on standard error that are told to staff."""

_READY = SpeakerHealth(condition=Condition.READY)
_log = logging.getLogger(__name__)


class SpeechProfile(msgspec.Struct, frozen=True, kw_only=True):
    """Which programs speak."""

    voice: tuple[str, ...] = (codec.PROGRAM,)
    """The voice's program; understands espeak-ng's arguments."""
    player: tuple[str, ...] = ("aplay", "-q", "-")
    """Plays a WAV file from standard input; `("aplay", "-q", "-D", "plughw:1,0", "-")` names the card."""


class EspeakSpeaker:
    """Implements the `Speaker` port."""

    def __init__(self, profile: SpeechProfile | None = None) -> None:
        self._profile = profile or SpeechProfile()
        self._waiting = Waiting()
        self._volume, self._speed = VOLUME_DEFAULT, SPEED_DEFAULT
        self._lock = threading.Lock()
        self._now: list[subprocess.Popen[bytes]] = []
        """The processes of the sentence that is being said."""
        self._turn = 0
        """Counts what was cut off: a sentence of an earlier turn is not begun any more."""
        self._known: frozenset[str] | None = None
        self._told: SpeakerHealth | None = None
        self._listener: SpeakerListener | None = None
        self._thread: threading.Thread | None = None

    def start(self, listener: SpeakerListener) -> None:
        """Begin to speak; how that goes is told from the thread."""
        self._listener = listener
        self._thread = threading.Thread(target=self._run, name="speech", daemon=True)
        self._thread.start()

    def say(self, text: str, language: str, *, interrupts: bool = True) -> None:
        """Say a sentence at once or in its turn."""
        line = codec.cleaned(text)
        if not line:
            return
        with self._lock:
            if interrupts:
                self._cut_off()
            self._waiting.put(Saying(line, language, self._volume, self._speed, self._turn))

    def is_speaking(self) -> bool:
        """Whether a sentence is being said, or waits."""
        return not self._waiting.is_quiet

    def hush(self) -> None:
        """Be silent now."""
        with self._lock:
            self._cut_off()

    def set_volume(self, percent: int) -> None:
        """From the next sentence on."""
        self._volume = min(100, max(0, percent))

    def set_speed(self, percent: int) -> None:
        """From the next sentence on."""
        self._speed = min(SPEED_MAX, max(SPEED_MIN, percent))

    def stop(self) -> None:
        """Be silent and end the thread."""
        with self._lock:
            self._waiting.close()
            self._cut_off()
        if self._thread is not None and self._thread is not threading.current_thread():
            self._thread.join(JOIN_TIMEOUT_S)

    def _cut_off(self) -> None:
        """With the lock held: end what is said, and drop what waits."""
        self._turn += 1
        self._waiting.clear()
        for process in self._now:
            process.kill()

    def _run(self) -> None:
        self._look()
        while (saying := self._waiting.take()) is not None:
            try:
                health = self._speak(saying)
            except Exception:  # whatever a sentence does, the next shopper wants to hear one
                _log.exception("a sentence failed in an unforeseen way")
                health = _fault("failed", "Speech failed in an unforeseen way; it is tried again.")
            if health is not None:
                self._tell(health)

    def _look(self) -> None:
        """See what there is to speak with, and tell it before anybody needs it."""
        for program, package in (
            (self._profile.voice[0], "espeak-ng"),
            (self._profile.player[0], "alsa-utils"),
        ):
            if shutil.which(program) is None:
                self._tell(_fault("program_missing", f"{program} is not installed: install {package}."))
                return
        try:
            listing = subprocess.run(
                [*self._profile.voice, "--voices"],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=LISTING_MAX_S,
                check=True,
            ).stdout
        except (OSError, subprocess.SubprocessError) as error:
            self._tell(_fault("voice_failed", f"The voice does not start ({type(error).__name__})."))
            return
        self._known = codec.voices(listing.decode("utf-8", "replace"))
        self._tell(_READY)

    def _speak(self, saying: Saying) -> SpeakerHealth | None:
        """Say it; how speaking is after it, None where that is told already or not known."""
        if self._known is None:
            self._look()
        if self._known is None:
            return None
        if not codec.has_voice(saying.language, self._known):
            return SpeakerHealth(
                condition=Condition.WARNING,
                code="voice_missing",
                detail=f"There is no voice for the language {saying.language}: install one, or take it out.",
            )
        try:
            with self._begun(saying) as processes:
                return self._outcome(saying, *processes) if processes else None
        except OSError as error:
            self._known = None  # look again next time
            return _fault("program_missing", f"The voice or its player does not start ({error.strerror}).")

    @contextlib.contextmanager
    def _begun(self, saying: Saying) -> Iterator[list[subprocess.Popen[bytes]]]:
        """Voice and player at work, gone after; none where the sentence was cut off before it began."""
        with contextlib.ExitStack() as ended:
            if saying.turn == self._turn:
                spoken = codec.arguments(saying.language, saying.volume, saying.speed)
                voice = _process([*self._profile.voice, *spoken], subprocess.PIPE, subprocess.PIPE)
                ended.callback(_end, voice)
                player = _process(self._profile.player, voice.stdout, subprocess.DEVNULL)
                ended.callback(_end, player)
                with (
                    self._lock
                ):  # who speaks never waits for a program to start; nothing sounds before its text
                    self._now = [voice, player] if saying.turn == self._turn else []
            try:
                yield list(self._now)
            finally:
                with self._lock:
                    self._now = []

    def _outcome(
        self, saying: Saying, voice: subprocess.Popen[bytes], player: subprocess.Popen[bytes]
    ) -> SpeakerHealth | None:
        assert voice.stdin is not None
        assert voice.stdout is not None
        voice.stdout.close()  # only the player holds it: when it dies, the voice ends too
        with contextlib.suppress(BrokenPipeError):  # then its exit code tells why
            voice.stdin.write(saying.text.encode())  # TEXT_MAX characters fit into the pipe: never waits
            voice.stdin.close()
        try:
            player.wait(SAYING_MAX_S)
            voice.wait(LISTING_MAX_S)
        except subprocess.TimeoutExpired:
            return _fault("no_sound", "A sentence did not come to its end: check the sound card.")
        if saying.turn != self._turn:
            return None
        if voice.returncode > 0:
            return _fault("voice_failed", f"The voice ended with {voice.returncode}: {_complaint(voice)}")
        if player.returncode != 0:
            return _fault("no_sound", f"The sound is not played: {_complaint(player)}")
        return _READY

    def _tell(self, health: SpeakerHealth) -> None:
        if health == self._told or self._listener is None:
            return
        self._told = health
        if health.condition is Condition.FAULT:
            _log.warning("no speech: %s", health.detail)
        self._listener.said(health)


def _process(command: Sequence[str], source: int | IO[bytes] | None, sink: int) -> subprocess.Popen[bytes]:
    process = subprocess.Popen(command, stdin=source, stdout=sink, stderr=subprocess.PIPE)
    assert process.stderr is not None
    os.set_blocking(process.stderr.fileno(), False)
    return process


def _end(process: subprocess.Popen[bytes]) -> None:
    """End it if it has not, reap it, and close our ends of its pipes."""
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout, process.stderr):
        if pipe is not None:
            with contextlib.suppress(OSError):  # what could not be written any more
                pipe.close()


def _complaint(process: subprocess.Popen[bytes]) -> str:
    """The first line of what it said on standard error."""
    assert process.stderr is not None
    told = (process.stderr.read(COMPLAINT_MAX) or b"").decode("utf-8", "replace").strip()
    return told.splitlines()[0] if told else "it did not say why."


def _fault(code: str, detail: str) -> SpeakerHealth:
    return SpeakerHealth(condition=Condition.FAULT, code=code, detail=detail)
