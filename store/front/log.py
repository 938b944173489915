r"""Log lines that nobody outside can forge: what strangers sent stays on its line and moves no cursor.

Paths, names and user agents are strangers' words. A newline in one would begin a line of its own, an escape
code would colour or hide others on a terminal. Control characters are shown as `\x1b`; the lines of a
traceback are indented, so that a line at the margin is always one record.

Source: OWASP ASVS 5.0 V16.4; docs/security.md, "Log".
Invariants: one record begins one line; no control character but the newline is written.
"""

import datetime
import json
import logging
import re

from store import __version__
from store.front.tracing import trace_id

FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
MESSAGE_MAX = 4_000
"""Characters of a record's first line."""
STACK_MAX = 8_000
NUMBERS = {"DEBUG": 5, "INFO": 9, "WARNING": 13, "ERROR": 17, "CRITICAL": 21}
"""Severities, as OpenTelemetry numbers them."""
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""C0 and C1 controls, other separators of lines, and what turns the direction of writing."""


class PlainFormatter(logging.Formatter):
    """Formats records so that each is one line, its traceback indented below."""

    def __init__(self) -> None:
        super().__init__(FORMAT)

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - logging's own name
        """The record's one line."""
        return plain(super().formatMessage(record)[:MESSAGE_MAX])

    def formatException(self, ei: object) -> str:  # noqa: N802 - logging's own name
        """A traceback, below and indented."""
        return _indented(super().formatException(ei))  # type: ignore[arg-type]  # exc_info, as logging has it

    def formatStack(self, stack_info: str) -> str:  # noqa: N802 - logging's own name
        """A stack, below and indented."""
        return _indented(stack_info)


class JsonFormatter(logging.Formatter):
    """Formats records as lines of JSON with the fields of OpenTelemetry's log records, and no others."""

    def format(self, record: logging.LogRecord) -> str:
        """The record's line."""
        at = datetime.datetime.fromtimestamp(record.created, tz=datetime.UTC)
        attributes = {"logger": record.name}
        if record.exc_info and record.exc_info[1] is not None:
            attributes["exception.type"] = type(record.exc_info[1]).__name__
            attributes["exception.stacktrace"] = self.formatException(record.exc_info)[-STACK_MAX:]
        line = {
            "timestamp": at.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
            "severity_text": record.levelname,
            "severity_number": NUMBERS.get(record.levelname, 0),
            "body": plain(record.getMessage()[:MESSAGE_MAX]),
            "trace_id": trace_id(),
            "resource": {"service.name": "store", "service.version": __version__},
            "attributes": attributes,
        }
        return json.dumps({name: value for name, value in line.items() if value != ""}, ensure_ascii=False)


def to_stderr(level: str, form: str = "plain") -> None:
    """Let this process log to standard error, from `level` on; `form` is `plain` or `json`."""
    handler = logging.StreamHandler()
    handler.setFormatter(JsonFormatter() if form == "json" else PlainFormatter())
    logging.basicConfig(level=level.upper(), handlers=[handler], force=True)
    logging.getLogger("alembic").setLevel(logging.WARNING)
    logging.getLogger("httpx").setLevel(logging.WARNING)


def plain(text: str) -> str:
    r"""The text with control characters spelled out.

    >>> plain("GET /a\n2026 INFO all is well\x1b[2J")
    'GET /a\\n2026 INFO all is well\\x1b[2J'
    """
    return _CONTROL.sub(lambda found: found[0].encode("unicode_escape").decode(), text)


def _indented(text: str) -> str:
    return "\n".join("    " + plain(line) for line in text.split("\n"))
