"""Whatever goes wrong unexpectedly ends in the log and on the screen, never silently on standard error.

PySide prints an exception in a slot and goes on; Python ends a thread and goes on. A till must not go on: a
fault takes the lane out of service with its journal intact.
"""

import contextlib
import faulthandler
import logging
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

CRASH_FILE = "crash.log"
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
_EXPECTED = ("QVncServer created on port",)
"""Qt says these as warnings though nothing is wrong."""

log = logging.getLogger(__name__)
_qt = logging.getLogger("qt")


@contextlib.contextmanager
def watched(log_folder: Path, on_fault: Callable[[str], None]) -> Iterator[None]:
    """Within it, faults of any thread are logged and given to `on_fault`; a crash leaves stacks behind."""
    before = sys.excepthook, threading.excepthook
    sys.excepthook = lambda kind, error, trace: _tell("main thread", (kind, error, trace), on_fault)
    threading.excepthook = lambda args: _tell(
        args.thread.name if args.thread else "thread",
        (args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback),
        on_fault,
    )
    qt_before = qInstallMessageHandler(_from_qt)
    with (log_folder / CRASH_FILE).open("a", encoding="utf-8") as crashes:
        faulthandler.enable(crashes)
        try:
            yield
        finally:
            faulthandler.disable()
            qInstallMessageHandler(qt_before)
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


def _from_qt(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    level = logging.DEBUG if message.startswith(_EXPECTED) else _LEVELS.get(kind, logging.WARNING)
    _qt.log(level, "%s", message)
