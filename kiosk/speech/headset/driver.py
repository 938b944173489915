"""The headset detector: tells when a headset is plugged in or pulled out.

A plug scrapes along the contacts and reports in and out several times within a blink; a state counts when it
has held for SETTLED_S. A jack that is lost counts as pulled: speech must not go on into nowhere with a
shopper's purchase on the screen curtain.

Source: docs/devices/speech.md.
Invariants: never ends before `stop`; the same state is not told twice in a row; waits between attempts,
RETRY_MAX_S at most.
"""

import logging
import threading
import time
from collections.abc import Callable

from kiosk.devices.health import Condition
from kiosk.devices.speaker import HeadsetChanged, SpeakerHealth, SpeakerListener
from kiosk.speech.headset.codec import Decoder
from kiosk.speech.headset.transport import JackLine, JackLostError

SETTLED_S = 0.25
READ_TIMEOUT_S = 0.25
RETRY_FIRST_S, RETRY_MAX_S = 0.25, 2.0
JOIN_TIMEOUT_S = 5.0

_log = logging.getLogger(__name__)


class Settling:
    """The state that has held for SETTLED_S. Pure: the time is handed in."""

    def __init__(self) -> None:
        self._newest: bool | None = None
        self._since = 0.0
        self._told: bool | None = None

    def take(self, state: bool, at: float) -> None:
        """What the jack says now."""
        if state is not self._newest:
            self._newest, self._since = state, at

    def settled(self, at: float) -> bool | None:
        """The new state, once; None while there is none."""
        if self._newest is self._told or at - self._since < SETTLED_S:
            return None
        self._told = self._newest
        return self._told

    def wait_s(self, at: float) -> float:
        """How long until something can settle."""
        return READ_TIMEOUT_S if self._newest is self._told else max(0.0, self._since + SETTLED_S - at)


class HeadsetDetector:
    """Reads one jack until stopped."""

    def __init__(
        self,
        path: str,
        *,
        line: Callable[[str], JackLine] = JackLine,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._path, self._line = path, line
        self._clock = clock
        self._settling = Settling()
        self._stop = threading.Event()
        self._told: str | None = None
        self._thread: threading.Thread | None = None

    def start(self, listener: SpeakerListener) -> None:
        """Open the jack and tell its state until `stop`."""
        self._thread = threading.Thread(target=self._run, args=(listener,), name="headset", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Close the jack and end the thread. Safe to call twice."""
        self._stop.set()
        if self._thread is not None and self._thread is not threading.current_thread():
            self._thread.join(JOIN_TIMEOUT_S)

    def _run(self, listener: SpeakerListener) -> None:
        retry_s = RETRY_FIRST_S
        while not self._stop.is_set():
            try:
                line = self._line(self._path)
                try:
                    retry_s = RETRY_FIRST_S
                    self._tell("", "", listener)
                    self._listen(line, listener)
                finally:
                    line.close()
            except JackLostError as error:
                self._tell(error.code, error.detail, listener)
            except Exception:  # a surprise must not end speech for the day
                _log.exception("the headset's jack failed in an unforeseen way")
                self._tell(
                    "failed", "The headset's jack failed in an unforeseen way; trying again.", listener
                )
            if not self._stop.is_set():
                self._pulled(listener)
            self._stop.wait(retry_s)
            retry_s = min(RETRY_MAX_S, retry_s * 2)

    def _listen(self, line: JackLine, listener: SpeakerListener) -> None:
        decoder = Decoder()
        state = line.state()
        if state is not None:
            self._settling.take(state, self._clock())
        while not self._stop.is_set():
            for told in decoder.feed(line.read(self._settling.wait_s(self._clock()))):
                state = line.state() if told is None else told
                if state is not None:
                    self._settling.take(state, self._clock())
            settled = self._settling.settled(self._clock())
            if settled is not None:
                listener.said(HeadsetChanged(is_plugged=settled))

    def _pulled(self, listener: SpeakerListener) -> None:
        """The jack is lost: nobody hears anything."""
        now = self._clock()
        self._settling.take(False, now - SETTLED_S)
        if self._settling.settled(now) is not None:
            listener.said(HeadsetChanged(is_plugged=False))

    def _tell(self, code: str, detail: str, listener: SpeakerListener) -> None:
        if code == self._told:
            return
        self._told = code
        condition = Condition.FAULT if code else Condition.READY
        listener.said(SpeakerHealth(condition=condition, code=code, detail=detail))
