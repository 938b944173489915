"""Moves the relay: on, for as long as somebody needs to pass, and off.

The port is opened when it is needed and kept; when it is lost, the next opening tries again. Going off is
what must not be forgotten: the relay is put off at start and at the end, and whatever happened in between.

Source: docs/gate.md, "Relay".
Invariants: one pulse at a time, a later one makes it longer; a port that fails is a value, not an exception.
"""

import contextlib
import logging
import threading
import time
from typing import Protocol

import serial

from gate.relay.codec import switch

WRITE_S = 1.0
TRIES = 2
_log = logging.getLogger(__name__)


class Relay(Protocol):
    """What opens the barrier."""

    def open_for(self, seconds: float) -> bool:
        """Open now, shut by itself after some seconds; false if it cannot be told to."""

    def hold(self, is_open: bool) -> bool:
        """Stand open, or shut, until told otherwise."""

    def close(self) -> None:
        """Shut, and let the port go."""


class SerialRelay:
    """`Relay` of the LCUS kind. Safe from several threads."""

    def __init__(self, port: str, relay: int = 1) -> None:
        self._port, self._relay = port, relay
        self._serial: serial.Serial | None = None
        self._lock = threading.Condition()
        self._until = 0.0
        self._is_held = self._is_on = self._is_over = False
        self._thread = threading.Thread(target=self._run, name="relay", daemon=True)
        self._thread.start()

    def open_for(self, seconds: float) -> bool:
        """Open now."""
        with self._lock:
            self._until = max(self._until, time.monotonic() + seconds)
            self._lock.notify_all()
            return self._put(is_on=True)

    def hold(self, is_open: bool) -> bool:
        """Stand open or shut."""
        with self._lock:
            self._is_held = is_open
            self._lock.notify_all()
            return self._put(is_on=is_open or time.monotonic() < self._until)

    def close(self) -> None:
        """Shut, and end."""
        with self._lock:
            self._is_over = True
            self._lock.notify_all()
        self._thread.join()
        with self._lock:
            self._put(is_on=False)
            self._drop()

    def _run(self) -> None:
        """Put the relay off in time."""
        with self._lock:
            while not self._is_over:
                left = self._until - time.monotonic()
                if self._is_on and not self._is_held and left <= 0 and not self._put(is_on=False):
                    left = WRITE_S  # it stands open: try again until it is shut
                waits = self._is_on and not self._is_held
                self._lock.wait(max(left, 0.01) if waits else None)

    def _put(self, *, is_on: bool) -> bool:
        for _ in range(TRIES):
            try:
                if self._serial is None:
                    self._serial = serial.Serial(self._port, 9600, write_timeout=WRITE_S, exclusive=True)
                self._serial.write(switch(self._relay, is_on=is_on))
                self._serial.flush()
            except (serial.SerialException, OSError, ValueError) as error:
                _log.warning("the relay at %s cannot be told to move: %s", self._port, error)
                self._drop()
                continue
            self._is_on = is_on
            return True
        return False

    def _drop(self) -> None:
        if self._serial is not None:
            with contextlib.suppress(serial.SerialException, OSError):
                self._serial.close()
            self._serial = None
