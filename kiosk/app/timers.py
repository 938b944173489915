"""The lane's timers: one thread that calls back when one runs out.

Invariants: a timer set again replaces itself; at most one is pending per name, so the number of timers is the
number of names; after `stop` nothing fires.
"""

import threading
import time
from collections.abc import Callable

from kiosk.checkout.effects import Timer


class Timers:
    """Calls `fire(timer)` on its own thread. `monotonic` is the clock that deadlines are measured by."""

    def __init__(
        self, fire: Callable[[Timer], None], monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        self._fire = fire
        self._monotonic = monotonic
        self._due: dict[Timer, float] = {}
        self._changed = threading.Condition()
        self._stopped = False
        self._thread = threading.Thread(target=self._run, name="timers", daemon=True)
        self._thread.start()

    def set(self, timer: Timer, after_s: float) -> None:
        """Fire `timer` after `after_s` seconds instead of whenever it was set for."""
        with self._changed:
            self._due[timer] = self._monotonic() + after_s
            self._changed.notify()

    def stop(self) -> None:
        """Forget all timers and end the thread. Safe to call twice."""
        with self._changed:
            self._stopped = True
            self._changed.notify()
        if self._thread is not threading.current_thread():
            self._thread.join()

    def _run(self) -> None:
        while (timer := self._next()) is not None:
            self._fire(timer)

    def _next(self) -> Timer | None:
        """Wait for the timer that runs out first; None when stopped."""
        with self._changed:
            while not self._stopped:
                timer = min(self._due, key=self._due.__getitem__, default=None)
                if timer is None:
                    self._changed.wait()
                elif (left := self._due[timer] - self._monotonic()) > 0:
                    self._changed.wait(left)
                else:
                    del self._due[timer]
                    return timer
        return None
