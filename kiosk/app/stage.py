"""Between engine and screen: keeps the newest snapshot, lays an outage over it when the program is broken.

The engine starts before the window exists and may outlive it; faults come from any thread. Whoever shows
something goes through here, so that nothing of it is lost and an outage can never be painted over.

Invariants: safe from any thread; once `fail` was called, every snapshot shown carries the outage.
"""

import logging
import threading
from collections.abc import Callable

from msgspec.structs import replace

from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.state import State

log = logging.getLogger(__name__)


class Stage:
    """Where the engine shows snapshots."""

    def __init__(self, language: str) -> None:
        self._lock = threading.Lock()
        self._newest = Snapshot(sequence=0, state=State(language=language))
        self._fault = ""
        self._place = 0
        self._screen: Callable[[Snapshot], None] | None = None

    @property
    def newest(self) -> Snapshot:
        """The snapshot that should be on the screen."""
        return self._newest

    @property
    def is_broken(self) -> bool:
        """Whether `fail` was called."""
        return self._fault != ""

    def stand_at(self, place: int) -> None:
        """Where this lane stands in the queue for staff; no event, because it is other lanes' doing."""
        with self._lock:
            if place == self._place:
                return
            self._place = place
            snapshot = self._newest
        self.show(snapshot)

    def show(self, snapshot: Snapshot) -> None:
        """Show this snapshot, now or as soon as there is a screen."""
        with self._lock:
            if snapshot.queue_place != self._place:
                snapshot = replace(snapshot, queue_place=self._place)
            if self._fault:
                snapshot = replace(snapshot, outage="broken", outage_detail=self._fault)
            self._newest = snapshot
            if self._screen is not None:
                self._screen(snapshot)

    def open(self, screen: Callable[[Snapshot], None]) -> None:
        """A screen is there."""
        with self._lock:
            self._screen = screen
            screen(self._newest)

    def close(self) -> None:
        """The screen goes away."""
        with self._lock:
            self._screen = None

    def fail(self, detail: str) -> None:
        """The program is broken: out of service until it is started again."""
        with self._lock:
            if self._fault:
                return
            self._fault = f"{detail}. The log has the details; start the lane again."
        log.critical("out of service: %s", detail)
        self.show(self._newest)
