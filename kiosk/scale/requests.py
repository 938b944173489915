"""What the lane wants of a scale, on its way to the scale's thread.

Invariants: at most REQUESTS_MAX wait; posting never blocks.
"""

import collections
import threading

import msgspec

from kiosk.scale.weighing import Ask

REQUESTS_MAX = 32
"""A lane asks one thing at a time; more waiting means that the thread is gone."""


class Cancel(msgspec.Struct, frozen=True, kw_only=True):
    """Take a question back."""

    ask_id: str


class Zero(msgspec.Struct, frozen=True, kw_only=True):
    """Set the scale to zero."""


Request = Ask | Cancel | Zero


class Requests:
    """Requests in order. Closed for good once the thread has ended."""

    def __init__(self) -> None:
        self._waiting: collections.deque[Request] = collections.deque()
        self._lock = threading.Lock()
        self._is_closed = False

    def post(self, request: Request) -> bool:
        """Whether it was taken."""
        with self._lock:
            if self._is_closed or len(self._waiting) >= REQUESTS_MAX:
                return False
            self._waiting.append(request)
            return True

    def take(self) -> Request | None:
        """The oldest, if any waits."""
        with self._lock:
            return self._waiting.popleft() if self._waiting else None

    def close(self) -> None:
        """Take no more."""
        with self._lock:
            self._is_closed = True
