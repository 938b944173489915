"""Sentences that wait to be said.

Invariants: at most WAITING_MAX wait; when one more comes the oldest is dropped, because what is newest is
what the shopper asks about.
"""

import threading
from collections import deque

import msgspec

WAITING_MAX = 8


class Saying(msgspec.Struct, frozen=True):
    """One sentence, and how it shall sound."""

    text: str
    language: str
    volume: int
    speed: int
    turn: int
    """Of the speaker when it was asked for: what came before the newest cut is not said any more."""


class Waiting:
    """The queue between everybody who speaks and the one thread that says it."""

    def __init__(self) -> None:
        self._sayings: deque[Saying] = deque()
        self._changed = threading.Condition()
        self._is_closed = self._is_taken = False
        self.dropped = 0
        """Sentences nobody heard because too many waited."""

    def put(self, saying: Saying) -> None:
        """Let it be said last. Nothing happens once closed."""
        with self._changed:
            if self._is_closed:
                return
            if len(self._sayings) == WAITING_MAX:
                self._sayings.popleft()
                self.dropped += 1
            self._sayings.append(saying)
            self._changed.notify()

    @property
    def is_quiet(self) -> bool:
        """Whether nothing waits and what was taken is over: who takes comes back for the next one."""
        with self._changed:
            return not self._sayings and not self._is_taken

    def clear(self) -> None:
        """Nothing waits any longer."""
        with self._changed:
            self._sayings.clear()

    def close(self) -> None:
        """Nothing waits and nothing will come."""
        with self._changed:
            self._is_closed = True
            self._sayings.clear()
            self._changed.notify_all()

    def take(self) -> Saying | None:
        """The next one, waiting for it; None once closed."""
        with self._changed:
            self._is_taken = False
            while not self._sayings and not self._is_closed:
                self._changed.wait()
            self._is_taken = bool(self._sayings)
            return self._sayings.popleft() if self._sayings else None
