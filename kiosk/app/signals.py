"""SIGTERM, SIGINT and SIGHUP end the lane cleanly, although Qt's event loop is not Python.

Python runs a signal handler only between its own instructions, which an idle event loop never reaches; the
wake-up descriptor makes the signal an event of that loop.
"""

import signal
import socket
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier

ENDING = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
_READ_MAX = 64


class EndingSignals(QObject):
    """Calls `stop` on the GUI thread when a signal asks the process to end. `close` restores what was."""

    def __init__(self, stop: Callable[[], None]) -> None:
        super().__init__()
        self._stop = stop
        self._reader, self._writer = socket.socketpair()
        self._reader.setblocking(False)
        self._writer.setblocking(False)
        self._fd_before = signal.set_wakeup_fd(self._writer.fileno(), warn_on_full_buffer=False)
        self._handlers_before = {number: signal.signal(number, lambda *_: None) for number in ENDING}
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._woken)

    def close(self) -> None:
        """Let signals do again what they did before."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._fd_before)
        for number, handler in self._handlers_before.items():
            signal.signal(number, handler)
        self._reader.close()
        self._writer.close()

    def _woken(self) -> None:
        numbers = self._reader.recv(_READ_MAX)
        if any(number in numbers for number in ENDING):
            self._stop()
