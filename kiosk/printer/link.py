"""A live connection to one printer: requests answered, status folded, everything on the owning thread.

Answers of four kinds share the stream; each read folds all of them, so that no status is missed while
waiting for something else.

Source: docs/devices/printer.md, "Proof of print".
Invariants: a foreign or late token is counted and ignored; memory is bounded however much the printer says.
"""

import os
import time
from collections.abc import Callable

from kiosk.printer.codec import commands
from kiosk.printer.codec.answers import (
    Answer,
    AnswerParser,
    Block,
    FlowControl,
    PaperReport,
    ProcessId,
    PushedStatus,
    RealTime,
    Unclassified,
)
from kiosk.printer.codec.status import PrinterStatus, from_pushed, with_realtime
from kiosk.printer.transport import Transport

_WAKE_READ_MAX = 64


class SilentError(Exception):
    """The printer did not answer, or takes no bytes, though the wire itself seems whole."""


class StoppedError(Exception):
    """The owner wants its thread back."""


class Link:
    """Talks to one printer. Every method that waits may raise `LinkLostError` or `StoppedError`."""

    def __init__(
        self,
        transport: Transport,
        wake_fd: int,
        is_stopping: Callable[[], bool],
        on_status: Callable[[PrinterStatus], None],
    ) -> None:
        self._transport = transport
        self._wake_fd = wake_fd
        self._is_stopping = is_stopping
        self._on_status = on_status
        self._parser = AnswerParser()
        self._realtime: int | None = None
        self._reports_due = 0
        self._awaited_token: bytes | None = None
        self._status = PrinterStatus()
        self.ignored = 0
        """Answers nobody waited for: late or foreign tokens, noise."""

    @property
    def status(self) -> PrinterStatus:
        """The newest status, pushed or asked for."""
        return self._status

    def close(self) -> None:
        """Give the wire back."""
        self._transport.close()

    def pump(self, timeout_s: float, data: bytes = b"") -> int:
        """Move bytes once, fold what came in, and say how much of `data` left."""
        if self._is_stopping():
            raise StoppedError
        moved = self._transport.move(data, timeout_s, self._wake_fd)
        if moved.woken:
            os.read(self._wake_fd, _WAKE_READ_MAX)
        for answer in self._parser.feed(moved.received):
            self._fold(answer)
        return moved.sent

    def send(self, data: bytes, timeout_s: float) -> None:
        """Send a short request whole, or raise `SilentError`."""
        deadline = time.monotonic() + timeout_s
        while data:
            data = data[self.pump(deadline - time.monotonic(), data) :]
            if data and time.monotonic() >= deadline:
                raise SilentError("the printer takes no bytes")

    def wait(self, holds: Callable[[], bool], timeout_s: float) -> bool:
        """Pump until `holds()` or the time is over; says whether it held."""
        deadline = time.monotonic() + timeout_s
        while not holds():
            left = deadline - time.monotonic()
            if left <= 0:
                return False
            self.pump(left)
        return True

    def ask_status(self, timeout_s: float) -> tuple[int, int, int, int]:
        """All four real-time queries, folded into `status` together. Raises `SilentError`."""
        first, second = self._ask(1, timeout_s), self._ask(2, timeout_s)
        third, fourth = self._ask(3, timeout_s), self._ask(4, timeout_s)
        status = self._status
        for which, value in enumerate((first, second, third, fourth), start=1):
            status = with_realtime(status, which, value)
        self._take_status(status)
        return first, second, third, fourth

    def _ask(self, which: int, timeout_s: float) -> int:
        self._realtime = None
        self.send(commands.status_query(which), timeout_s)
        self.wait(lambda: self._realtime is not None, timeout_s)
        if self._realtime is None:
            raise SilentError(f"no answer to status query {which}")
        return self._realtime

    def token_request(self, token: bytes) -> bytes:
        """Bytes that make the printer repeat `token` when everything before is on paper."""
        self._awaited_token = token
        return commands.process_id(token)

    def report_request(self) -> bytes:
        """Bytes that make the printer report once everything before was processed."""
        self._reports_due += 1
        return commands.PAPER_QUERY

    def has_token(self) -> bool:
        """Whether the token asked for came back."""
        return self._awaited_token is None

    def has_reports(self) -> bool:
        """Whether every report asked for came back; they carry no name, so all must."""
        return self._reports_due == 0

    def forget_requests(self) -> None:
        """Stop waiting; answers that still come are ignored."""
        self._awaited_token = None
        self._reports_due = 0

    def _fold(self, answer: Answer) -> None:
        match answer:
            case RealTime(value):
                self._realtime = value
            case PushedStatus(value):
                self._take_status(from_pushed(value))
            case PaperReport() if self._reports_due:
                self._reports_due -= 1
            case ProcessId(token) if token == self._awaited_token:
                self._awaited_token = None
            case PaperReport() | ProcessId() | Block() | FlowControl() | Unclassified():
                self.ignored += 1

    def _take_status(self, status: PrinterStatus) -> None:
        self._status = status
        self._on_status(status)
