"""Keep a decoder running: start it, start it again when it dies, leave out the step that kills it.

A crash is told at once, as a warning, and the next decoder is started at once; only decoders that die young
are started ever more slowly. A step in which decoders died CRASHES_OF_A_STEP times is left out for REST_S:
if one library aborts on what lies on the counter, the others still read it.

Source: docs/devices/scanner.md, "The decoder's process".
Invariants: never blocks but while a frame is examined; never ends on its own; time is passed in or comes from
`clock`.
"""

import enum
import logging
import time
from collections.abc import Callable, Collection
from typing import Protocol

from kiosk.scanner.decoding.process import DecoderLostError, DecoderProcess
from kiosk.scanner.frame import Gray
from kiosk.scanner.symbols import Examined

RETRY_MAX_S = 5.0
RETRY_SECOND_S = 0.25
YOUNG_S = 10.0
"""A decoder that lived shorter is followed by its successor a little later each time."""
DOWN_AFTER_S = 1.5
"""Without a decoder for so long the lane cannot read."""
FIRST_START_S = 15.0
"""The first start may take longer: the machine is starting as well."""
START_TIMEOUT_S = 20.0
"""A decoder that has not greeted by then is ended and started anew."""
STEADY_S = 60.0
"""How long a crash is told after it happened."""
CRASHES_OF_A_STEP = 2
REST_S = 600.0

_log = logging.getLogger(__name__)


class DecoderState(enum.Enum):
    """How decoding is: STARTING for the first time, UP, up but RESTARTED lately, or DOWN."""

    STARTING = "starting"
    UP = "up"
    RESTARTED = "restarted"
    DOWN = "down"


class Decoder(Protocol):
    """What the camera's decode thread needs; used by that thread only."""

    def tend(self) -> DecoderState:
        """Do what is due (start, start again); how decoding is. Call often."""

    def examine(self, gray: Gray, budget_ms: float, known: Collection[str]) -> Examined | None:
        """What a frame shows; None if nobody could look. May raise on a frame that a decoder cannot take."""

    def stop(self) -> None:
        """End it. Safe to call twice."""


class _Running(Protocol):
    """A decoder process (`process.DecoderProcess`)."""

    def is_ready(self) -> bool: ...

    def require_alive(self) -> None: ...

    def examine(
        self, gray: Gray, budget_ms: float, known: Collection[str], without: Collection[str]
    ) -> Examined: ...

    def ask(self, gray: Gray, budget_ms: float, known: Collection[str], without: Collection[str]) -> None: ...

    def poll(self) -> Examined | None: ...

    def stop(self) -> None: ...


class Supervisor:
    """A `Decoder` that survives its processes."""

    def __init__(
        self,
        launch: Callable[[], _Running] = DecoderProcess,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._launch = launch
        self._clock = clock
        self._running: _Running | None = None
        self._is_ready = self._is_asked = False
        self._has_been_up = False
        self._start_due = float("-inf")
        self._started_at = float("-inf")
        self._missing_since: float | None = None
        self._crashed_at = float("-inf")
        self._retry_s = 0.0
        self._crashes: dict[str, int] = {}
        self._rests: dict[str, float] = {}
        self.crashes = 0
        """Decoders lost since the start."""

    def tend(self) -> DecoderState:
        """Start what is due, notice what has ended; how decoding is."""
        now = self._clock()
        try:
            if self._running is None and now >= self._start_due:
                self._begin(now)
            if self._running is not None:
                self._look_after(self._running, now)
        except (DecoderLostError, OSError) as error:
            self._lose(error)
        return self._state(now)

    @property
    def is_ready(self) -> bool:
        """Whether a decoder waits for a frame."""
        return self._is_ready

    def examine(self, gray: Gray, budget_ms: float, known: Collection[str]) -> Examined | None:
        """What a frame shows; None if there is no decoder just now, or it was lost over this frame."""
        if self._running is None or not self._is_ready:
            return None
        try:
            return self._running.examine(gray, budget_ms, known, self._resting())
        except DecoderLostError as error:
            self._lose(error)
            return None

    def ask(self, gray: Gray, budget_ms: float, known: Collection[str]) -> bool:
        """Hand over a frame without waiting; whether somebody looks at it. Not while one is looked at."""
        if self._running is None or not self._is_ready or self._is_asked:
            return False
        try:
            self._running.ask(gray, budget_ms, known, self._resting())
        except DecoderLostError as error:
            self._lose(error)
            return False
        self._is_asked = True
        return True

    def poll(self) -> Examined | None:
        """What the frame handed over showed; None while it is looked at, or if nobody does. May raise on a
        frame that a decoder cannot take."""
        if self._running is None or not self._is_asked:
            return None
        try:
            examined = self._running.poll()
        except DecoderLostError as error:
            self._lose(error)
            return None
        except Exception:
            self._is_asked = False
            raise
        self._is_asked = examined is None
        return examined

    def stop(self) -> None:
        """End the decoder."""
        self._start_due = float("inf")
        self._drop()

    def _begin(self, now: float) -> None:
        self._missing_since = now if self._missing_since is None else self._missing_since
        self._started_at = now
        self._running = self._launch()

    def _look_after(self, running: _Running, now: float) -> None:
        if self._is_ready and not self._is_asked:
            running.require_alive()
        elif not self._is_ready and running.is_ready():
            self._is_ready = self._has_been_up = True
            self._missing_since = None
            _log.info("a decoder is ready %.2f s after its start", now - self._started_at)
        elif not self._is_ready and now - self._started_at > START_TIMEOUT_S:
            raise DecoderLostError(f"it was not ready within {START_TIMEOUT_S:g} s")

    def _lose(self, error: DecoderLostError | OSError) -> None:
        now = self._clock()
        self.crashes += 1
        dies_young = self.crashes > 1 and now - self._started_at < YOUNG_S
        self._retry_s = min(RETRY_MAX_S, max(RETRY_SECOND_S, self._retry_s * 2)) if dies_young else 0.0
        self._start_due = now + self._retry_s
        self._crashed_at = now
        self._missing_since = now if self._missing_since is None else self._missing_since
        step = error.step if isinstance(error, DecoderLostError) else ""
        _log.warning("the decoder is lost (%s); the next one starts in %.2f s", error, self._retry_s)
        if step:
            self._crashes[step] = self._crashes.get(step, 0) + 1
            if self._crashes[step] >= CRASHES_OF_A_STEP:
                self._crashes[step] = 0
                self._rests[step] = now + REST_S
                _log.warning("decoders die in step %r: it is left out for %.0f s", step, REST_S)
        self._drop()

    def _drop(self) -> None:
        running, self._running, self._is_ready, self._is_asked = self._running, None, False, False
        if running is not None:
            running.stop()

    def _resting(self) -> frozenset[str]:
        now = self._clock()
        self._rests = {step: until for step, until in self._rests.items() if now < until}
        return frozenset(self._rests)

    def _state(self, now: float) -> DecoderState:
        if self._missing_since is not None:
            patience = DOWN_AFTER_S if self._has_been_up else FIRST_START_S
            if now - self._missing_since > patience:
                return DecoderState.DOWN
            return DecoderState.RESTARTED if self._has_been_up else DecoderState.STARTING
        return DecoderState.RESTARTED if now - self._crashed_at < STEADY_S else DecoderState.UP
