"""The lane's log: one rotating file in its folder, and nothing on standard error but what stops the lane.

No card data ever reaches a logger: `retail.card` holds none beyond the last four digits.
"""

import logging
import logging.handlers
from pathlib import Path

FOLDER = "log"
FILE = "lane.log"
FILE_SIZE_MAX = 2_000_000
FILES_KEPT = 5
_FORM = "%(asctime)s.%(msecs)03d %(levelname)-8s %(threadName)s %(name)s: %(message)s"


class _QuietFile(logging.handlers.RotatingFileHandler):
    """A log file that gives up a line when the disk is full, instead of talking on standard error."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  # the base class's name
        """Drop the line: a full disk is told by the journal's outage, on the screen."""


def start(folder: Path) -> Path:
    """Log to `folder/log/lane.log` from now on; the file's path. Raises OSError if that cannot be written."""
    path = folder / FOLDER / FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    handler = _QuietFile(path, maxBytes=FILE_SIZE_MAX, backupCount=FILES_KEPT, encoding="utf-8")
    handler.setFormatter(logging.Formatter(_FORM, "%Y-%m-%d %H:%M:%S"))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.INFO)
    logging.captureWarnings(True)
    return path


def stop() -> None:
    """Close the file."""
    root = logging.getLogger()
    for handler in list(root.handlers):
        if isinstance(handler, _QuietFile):
            root.removeHandler(handler)
            handler.close()
    logging.captureWarnings(False)
