"""Whatever goes wrong unexpectedly ends in the log and on the screen, never silently on standard error.

PySide prints an exception in a slot and goes on; Python ends a thread and goes on. A till must not go on: a
fault takes the lane out of service with its journal intact.

Qt's and other libraries' own messages go to a file by redirecting standard error, not by a message handler in
Python: Qt's loader threads speak while the main thread waits for them and holds the interpreter's lock, so a
handler in Python hangs the start (seen with PySide 6.11).
"""

import contextlib
import faulthandler
import logging
import os
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType

FILE = "native.log"
"""Messages of Qt, OpenCV and other libraries, and the stacks of a crash."""
FILE_SIZE_MAX = 2_000_000
QT_MESSAGES = {
    "QT_MESSAGE_PATTERN": "%{time yyyy-MM-dd HH:mm:ss.zzz} %{type} %{category}: %{message}",
    "QT_FORCE_STDERR_LOGGING": "1",
}

log = logging.getLogger(__name__)


class NativeMessages:
    """Standard error redirected to a file while the lane runs."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE
        self._file = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o644)
        self._before = os.dup(2)
        self.trim()

    def begin(self) -> None:
        """From now on to the file. After Qt has started: its word why it cannot belongs on the terminal."""
        sys.stderr.flush()
        os.dup2(self._file, 2)
        faulthandler.enable(self._file)

    def trim(self) -> None:
        """Start the file anew when it has become too large. Called now and then."""
        if os.fstat(self._file).st_size > FILE_SIZE_MAX:
            os.ftruncate(self._file, 0)

    def end(self) -> None:
        """Standard error as it was."""
        faulthandler.disable()
        sys.stderr.flush()
        os.dup2(self._before, 2)
        os.close(self._before)
        os.close(self._file)


@contextlib.contextmanager
def watched(on_fault: Callable[[str], None]) -> Iterator[None]:
    """Within it, exceptions that nobody caught, of any thread, are logged and given to `on_fault`."""
    before = sys.excepthook, threading.excepthook
    sys.excepthook = lambda kind, error, trace: _tell("main thread", (kind, error, trace), on_fault)
    threading.excepthook = lambda args: _tell(
        args.thread.name if args.thread else "thread",
        (args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback),
        on_fault,
    )
    try:
        yield
    finally:
        sys.excepthook, threading.excepthook = before


def _tell(
    where: str,
    error: tuple[type[BaseException], BaseException, TracebackType | None],
    on_fault: Callable[[str], None],
) -> None:
    if issubclass(error[0], SystemExit):
        return
    log.critical("unexpected fault in %s", where, exc_info=error)
    on_fault(f"{error[0].__name__} in {where}: {error[1]}")
