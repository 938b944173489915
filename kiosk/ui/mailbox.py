"""From any thread into the GUI thread: one queued call however much news there is."""

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal


class Mailbox(QObject):
    """Carries news into the GUI thread: one queued call however many there are."""

    arrived = Signal()

    def __init__(self, take: Callable[[], None]) -> None:
        super().__init__()
        self._lock = threading.Lock()
        self._pending = False
        self._take = take
        self.arrived.connect(self._open, Qt.ConnectionType.QueuedConnection)

    def ring(self) -> None:
        """There is news. From any thread."""
        with self._lock:
            if self._pending:
                return
            self._pending = True
        self.arrived.emit()

    def _open(self) -> None:
        with self._lock:
            self._pending = False
        self._take()
