"""Two decoder processes: a quick one for every frame, a patient one for the newest frame that resists.

The quick one answers within the frame's budget, always. A frame in which it found nothing new goes to the
patient one as well, if that is free: nothing is queued, and nobody waits for it. What it read comes back with
a later frame, where the tracker weighs it like every other evidence. The patient process gives way to all
others, and the lane reads on without it.

Source: docs/devices/scanner.md, "Two cores".
Invariants: never blocks longer than the quick decoder alone; at most one frame is with the patient one; an
answer older than LATE_MAX_S is dropped, since another product may lie there.
"""

import logging
import time
from collections.abc import Callable, Collection
from typing import Protocol

from kiosk.scanner.budgets import DEEP_MS, FAST_MS
from kiosk.scanner.decoding import wire
from kiosk.scanner.decoding.process import DecoderProcess, FrameFailedError, worker_command
from kiosk.scanner.decoding.supervisor import Decoder, DecoderState, Supervisor
from kiosk.scanner.frame import Gray
from kiosk.scanner.symbols import Examined

LATE_MAX_S = 0.6
_log = logging.getLogger(__name__)


class PatientDecoder(Decoder, Protocol):
    """A decoder that can be asked without waiting for it."""

    def ask(self, gray: Gray, budget_ms: float, known: Collection[str]) -> bool:
        """Hand over a frame; whether somebody looks at it."""

    def poll(self) -> Examined | None:
        """What it showed, once that is known."""


def _patient() -> Supervisor:
    return Supervisor(lambda: DecoderProcess(worker_command(wire.PATIENT)))


class TwoCores:
    """A `Decoder` that looks twice."""

    def __init__(
        self,
        quick: Decoder | None = None,
        patient: PatientDecoder | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._quick = quick or Supervisor()
        self._patient = patient or _patient()
        self._clock = clock
        self._asked_at = float("-inf")

    def tend(self) -> DecoderState:
        """How the quick decoder is: only without that one the lane cannot read."""
        self._patient.tend()
        return self._quick.tend()

    def examine(self, gray: Gray, budget_ms: float, known: Collection[str]) -> Examined | None:
        """What the frame shows, and what an earlier one showed at a second look."""
        examined = self._quick.examine(gray, min(budget_ms, FAST_MS), known)
        late = self._late()
        if examined is None:
            return None
        is_worth_it = budget_ms >= FAST_MS  # an idle lane gives less: nothing has changed since
        if is_worth_it and all(read.key in known for read in examined.reads):
            asked_at = self._clock()
            if self._patient.ask(gray, DEEP_MS, known):
                self._asked_at = asked_at
        return _together(examined, late) if late is not None else examined

    def _late(self) -> Examined | None:
        """What the frame before the patient one showed, if that is not too long ago."""
        try:
            late = self._patient.poll()
        except FrameFailedError as error:  # the quick decoder's reads of this frame must not suffer
            _log.warning("the second look at a frame failed: %s", error)
            return None
        return late if self._clock() - self._asked_at <= LATE_MAX_S else None

    def stop(self) -> None:
        """End both."""
        try:
            self._patient.stop()
        finally:
            self._quick.stop()


def _together(now: Examined, late: Examined) -> Examined:
    unread = tuple(box for box in now.unread_bars if not any(read.box.overlaps(box) for read in late.reads))
    return Examined((*now.reads, *late.reads), unread, now.halves)
