"""The lane's log: one rotating file of JSON lines in its folder, and nothing on standard error but what stops
the lane.

A line has the fields of OpenTelemetry's log records, so that a collector takes it as it is, and no others:

    timestamp severity_text severity_number body trace_id resource attributes

`trace_id` is the sale's id, so that everything about one purchase is found together. `attributes` holds where
in the program it was said, and of what a caller adds only ALLOWED. A body is scrubbed: no long number, no
address gets in; no card data ever reaches a logger, because `retail.card` holds none beyond the last four
digits. The standard library writes it: every module logs through it already, and the form is forty lines.

Source: OpenTelemetry, "Logs Data Model"; docs/operate.md, "Log".
Invariants: one record is one line; an exception's own text is scrubbed too; a full disk loses lines, not the
lane.
"""

import contextlib
import datetime
import json
import logging
import logging.handlers
import re
import traceback
from collections.abc import Iterator
from pathlib import Path

import kiosk
from kiosk.app.scrubbed import scrubbed

FOLDER = "log"
FILE = "lane.log"
FILE_SIZE_MAX = 2_000_000
FILES_KEPT = 5
BODY_MAX = 4_000
"""Characters of what one record says."""
STACK_MAX = 8_000
ALLOWED = frozenset({"device", "command", "outcome", "phase", "code", "duration_s", "count", "sequence"})
"""What a caller may add to a record (`extra=`); everything else is left out."""
NUMBERS = {"DEBUG": 5, "INFO": 9, "WARNING": 13, "ERROR": 17, "CRITICAL": 21}
_TALKATIVE = ("httpx", "httpcore", "websockets")
"""Libraries that tell of every request; the line to the store says itself what matters."""
_HEX = re.compile(r"[0-9a-f]{32}")


class Trace:
    """Which sale the lane is at, for the lines that are written meanwhile. Set by one thread, read by all."""

    def __init__(self) -> None:
        self.trace_id = ""

    def at(self, transaction_id: str) -> None:
        """This sale from now on; empty: none."""
        bare = transaction_id.replace("-", "").lower()
        self.trace_id = bare if _HEX.fullmatch(bare) else ""


class LineFormatter(logging.Formatter):
    """Makes each record one line of JSON."""

    def __init__(self, trace: Trace, lane: str = "") -> None:
        super().__init__()
        self.trace = trace
        self._resource = {"service.name": "kiosk", "service.version": kiosk.__version__}
        if lane:
            self._resource["service.instance.id"] = lane

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        at = datetime.datetime.fromtimestamp(record.created, tz=datetime.UTC)
        attributes: dict[str, object] = {"logger": record.name, "thread": record.threadName}
        for name in ALLOWED & record.__dict__.keys():
            value = record.__dict__[name]
            attributes[name] = value if isinstance(value, bool | int | float) else scrubbed(str(value))
        if record.exc_info and record.exc_info[1] is not None:
            attributes["exception.type"] = type(record.exc_info[1]).__name__
            text = "".join(traceback.format_exception(record.exc_info[1]))
            attributes["exception.stacktrace"] = scrubbed(text)[-STACK_MAX:]
        line = {
            "timestamp": at.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
            "severity_text": record.levelname,
            "severity_number": NUMBERS.get(record.levelname, 0),
            "body": scrubbed(_said(record))[:BODY_MAX],
            "trace_id": self.trace.trace_id,
            "resource": self._resource,
            "attributes": attributes,
        }
        return json.dumps({name: value for name, value in line.items() if value != ""}, ensure_ascii=False)


class _QuietFile(logging.handlers.RotatingFileHandler):
    """A log file that gives up a line when the disk is full, instead of talking on standard error."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  # the base class's name
        """Drop the line: a full disk is told by the journal's outage, on the screen."""


class LastError(logging.Handler):
    """Remembers the newest error, for the page of the fleet."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.text = ""

    def emit(self, record: logging.LogRecord) -> None:
        """Keep it, scrubbed."""
        self.text = f"{record.name}: {scrubbed(_said(record))}"[:300]


@contextlib.contextmanager
def kept(folder: Path) -> Iterator[Path]:
    """Within it, everything logged goes to `folder/log/lane.log`; the file's path. OSError if it cannot."""
    path = folder / FOLDER / FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    handler = _QuietFile(path, maxBytes=FILE_SIZE_MAX, backupCount=FILES_KEPT, encoding="utf-8")
    handler.setFormatter(LineFormatter(Trace()))
    errors = LastError()
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.addHandler(errors)
    root.setLevel(logging.INFO)
    for talkative in _TALKATIVE:
        logging.getLogger(talkative).setLevel(logging.WARNING)
    logging.captureWarnings(True)
    try:
        yield path
    finally:
        logging.captureWarnings(False)
        root.setLevel(level)
        root.removeHandler(errors)
        root.removeHandler(handler)
        handler.close()


def set_level(word: str) -> None:
    """The least that is written down from now on: `debug`, `info`, `warning`, `error`."""
    logging.getLogger().setLevel(word.upper())


def trace(transaction_id: str) -> None:
    """What is logged from now on belongs to this sale; empty: to none."""
    for handler in logging.getLogger().handlers:
        if isinstance(handler.formatter, LineFormatter):
            handler.formatter.trace.at(transaction_id)


def last_error() -> str:
    """The newest error since the start; empty: none."""
    found = (one.text for one in logging.getLogger().handlers if isinstance(one, LastError))
    return next(found, "")


def plain(line: str) -> str:
    """A line of the log as people read it; a line of another form as it is."""
    try:
        told = json.loads(line)
        parts = (told["timestamp"], told["severity_text"], told["attributes"]["logger"], told["body"])
        return f"{parts[0]} {parts[1]:<8} {parts[2]}: {parts[3]}"
    except (ValueError, KeyError, TypeError):
        return line


def _said(record: logging.LogRecord) -> str:
    """What the record says; a record whose words do not fit its values is told as it was written."""
    try:
        return record.getMessage()
    except (TypeError, ValueError):
        return f"{record.msg!r} does not fit its values"
