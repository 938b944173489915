"""The lane's log: one rotating file in its folder, and nothing on standard error but what stops the lane.

No card data ever reaches a logger: `retail.card` holds none beyond the last four digits.
"""

import contextlib
import logging
import logging.handlers
from collections.abc import Iterator
from pathlib import Path

FOLDER = "log"
FILE = "lane.log"
FILE_SIZE_MAX = 2_000_000
FILES_KEPT = 5
_TALKATIVE = ("httpx", "httpcore", "websockets")
"""Libraries that tell of every request; the line to the store says itself what matters."""
_FORM = "%(asctime)s.%(msecs)03d %(levelname)-8s %(threadName)s %(name)s: %(message)s"


class _QuietFile(logging.handlers.RotatingFileHandler):
    """A log file that gives up a line when the disk is full, instead of talking on standard error."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  # the base class's name
        """Drop the line: a full disk is told by the journal's outage, on the screen."""


@contextlib.contextmanager
def kept(folder: Path) -> Iterator[Path]:
    """Within it, everything logged goes to `folder/log/lane.log`; the file's path. OSError if it cannot."""
    path = folder / FOLDER / FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    handler = _QuietFile(path, maxBytes=FILE_SIZE_MAX, backupCount=FILES_KEPT, encoding="utf-8")
    handler.setFormatter(logging.Formatter(_FORM, "%Y-%m-%d %H:%M:%S"))
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    for talkative in _TALKATIVE:
        logging.getLogger(talkative).setLevel(logging.WARNING)
    logging.captureWarnings(True)
    try:
        yield path
    finally:
        logging.captureWarnings(False)
        root.setLevel(level)
        root.removeHandler(handler)
        handler.close()
