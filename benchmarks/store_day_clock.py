"""Simulated time: what is due next happens next, and nobody sleeps.

Whatever takes time in the simulated shop is a generator that yields how long it waits (seconds), or `Until`
something holds, with a deadline of its own. One heap keeps what is due; equal moments keep their order, so
one seed is one day.

Invariants: time never goes back; a process waits for one thing at a time; at most STEPS_MAX things happen.
"""

import heapq
import math
from collections.abc import Callable, Generator
from dataclasses import dataclass, field

from retail.check import require

SECOND_US = 1_000_000
STEPS_MAX = 50_000_000
"""Things that happen in one run: far more than any day has. Only one that goes in circles reaches it."""
FOREVER_S = math.inf


class Signal:
    """Somebody may be waiting for a change here."""

    def __init__(self, clock: "Clock") -> None:
        self._clock = clock
        self._waiting: list[_Process] = []

    def changed(self) -> None:
        """Let go on whoever waited for what holds now. They go on after what is being done."""
        ready = [one for one in self._waiting if one.wanted is not None and one.wanted.holds()]
        if not ready:
            return
        self._waiting = [one for one in self._waiting if one not in ready]
        for one in ready:
            one.resume_soon(True)

    def wait(self, process: "_Process") -> None:
        """Wake `process` once what it wants holds."""
        self._waiting.append(process)

    def forget(self, process: "_Process") -> None:
        """It does not wait any more."""
        self._waiting = [one for one in self._waiting if one is not process]


@dataclass(frozen=True, kw_only=True)
class Until:
    """Wait until `holds`, looked at whenever `signal` changes; the answer is whether it did in time."""

    signal: Signal
    holds: Callable[[], bool]
    within_s: float = FOREVER_S


Steps = Generator["float | Until", bool, None]
"""Something that takes time."""


@dataclass(order=True)
class _Due:
    at_us: int
    number: int
    what: Callable[[], None] = field(compare=False)


class Clock:
    """The only time there is."""

    def __init__(self, start_us: int) -> None:
        self.now_us = start_us
        self.steps = 0
        self._due: list[_Due] = []
        self._number = 0

    def at(self, at_us: int, what: Callable[[], None]) -> None:
        """Do `what` at a moment; one that is past is now."""
        self._number += 1
        heapq.heappush(self._due, _Due(max(at_us, self.now_us), self._number, what))

    def after(self, seconds: float, what: Callable[[], None]) -> None:
        """Do `what` in a while."""
        self.at(self.now_us + round(seconds * SECOND_US), what)

    def start(self, steps: Steps) -> None:
        """Let a process begin now."""
        _Process(self, steps).resume_soon(True)

    def run(self) -> None:
        """Until nothing is due any more."""
        while self._due:
            due = heapq.heappop(self._due)
            self.now_us = due.at_us
            self.steps += 1
            require(self.steps <= STEPS_MAX, f"a day has at most {STEPS_MAX} steps")
            due.what()


class _Process:
    """One generator and what it waits for."""

    def __init__(self, clock: Clock, steps: Steps) -> None:
        self.wanted: Until | None = None
        self._clock = clock
        self._steps = steps
        self._turn = 0
        self._is_new = True

    def resume_soon(self, answer: bool) -> None:
        """Go on at this moment, once what is being done is done."""
        self._turn += 1
        turn = self._turn
        self._clock.at(self._clock.now_us, lambda: self._go_on(turn, answer))

    def _go_on(self, turn: int, answer: bool) -> None:
        if turn != self._turn:
            return  # something else was quicker
        if self.wanted is not None:
            self.wanted.signal.forget(self)
            self.wanted = None
        try:
            wanted = next(self._steps) if self._is_new else self._steps.send(answer)
        except StopIteration:
            return
        self._is_new = False
        self._turn += 1
        if not isinstance(wanted, Until):
            self._wake_after(wanted, True)
        elif wanted.holds():
            self.resume_soon(True)
        else:
            self.wanted = wanted
            wanted.signal.wait(self)
            if wanted.within_s != FOREVER_S:
                self._wake_after(wanted.within_s, False)

    def _wake_after(self, seconds: float, answer: bool) -> None:
        turn = self._turn
        self._clock.after(seconds, lambda: self._go_on(turn, answer))
