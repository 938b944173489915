"""The gate itself: one code after the other, asked once, opened once.

    reader ──code──► one inbox ──► the service ──► yes: the relay, no: why not
                                       │ no link
                                       └──► the rule, the book on disk, the relay

A fault (the reader is lost, the book cannot be written) is no bad code: the gate then stands as the shop has
set. An answer that was lost is asked for again under the same name, so it opens for that purchase and once.

Source: docs/gate.md.
Invariants: one thread decides; what is opened without the service is on disk before the relay moves; codes
that come while one is decided wait, INBOX_MAX of them, and the rest is dropped.
"""

import logging
import queue
import threading
import time
import uuid
from collections.abc import Callable
from typing import Protocol

from gate.book import Book, BookError
from gate.relay.driver import Relay
from gate.settings import Settings
from gate.words import sentence
from kiosk.devices.health import Condition, Health
from kiosk.devices.scanner import CodeRead, PreviewFrame, ScannerMessage
from kiosk.sync.answers import Refused, Unreachable
from retail.wire.gate import AskExit, ExitAnswer, ExitReport, Passage, Reported, receipt_token

INBOX_MAX = 4
ASKED_MAX = 2
REPORT_S = 30.0
AGAIN_S = 3.0
"""The same code again within this time is the same presentation."""
_log = logging.getLogger(__name__)


class Service(Protocol):
    """Who is asked (`kiosk.sync.client.StoreClient`)."""

    def open_exit(self, question: AskExit) -> ExitAnswer | Refused | Unreachable:
        """Whether a purchase may leave."""

    def report_exits(self, told: ExitReport) -> Reported | Refused | Unreachable:
        """What the gate did by itself."""


class Gate:
    """Implements `kiosk.devices.scanner.ScannerListener`. `start`, then `stop`."""

    def __init__(
        self,
        settings: Settings,
        service: Service,
        relay: Relay,
        book: Book,
        *,
        now_us: Callable[[], int],
        tell: Callable[[ExitAnswer, str], None] = lambda answer, words: None,
    ) -> None:
        """`tell` hears each answer with its sentence for staff."""
        self._settings, self._service, self._relay, self._book = settings, service, relay, book
        self._now_us, self._tell = now_us, tell
        self._inbox: queue.Queue[str | bool | None] = queue.Queue(INBOX_MAX)
        self._last, self._last_at = "", float("-inf")
        self._threads = [
            threading.Thread(target=self._decide, name="gate", daemon=True),
            threading.Thread(target=self._report, name="gate-report", daemon=True),
        ]
        self._over = threading.Event()
        self.due = threading.Event()
        """Set: there is something to report now."""

    def start(self) -> None:
        """Begin."""
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """End after what is under way."""
        self._over.set()
        self.due.set()
        self._inbox.put(None)
        for thread in self._threads:
            thread.join()

    # --- the reader's side ---------------------------------------------------------------------------------

    def said(self, message: ScannerMessage) -> None:
        """A code, or how the reader is."""
        what = message.condition is Condition.FAULT if isinstance(message, Health) else message
        try:
            self._inbox.put_nowait(what.text if isinstance(what, CodeRead) else what)
        except queue.Full:
            _log.warning("more codes than the gate can look at: one was dropped")

    def preview(self, frame: PreviewFrame) -> None:
        """Nobody looks."""

    # --- deciding ------------------------------------------------------------------------------------------

    def _decide(self) -> None:
        while (what := self._inbox.get()) is not None:
            try:
                if isinstance(what, bool):
                    self._stand(is_fault=what)
                else:
                    self._look(what)
            except Exception:  # a surprise must not leave the exit without anybody who decides
                _log.exception("the gate failed in an unforeseen way")
                self._open_on_fault()

    def _stand(self, *, is_fault: bool) -> None:
        """The reader is lost, or back."""
        is_open = is_fault and self._settings.on_fault == "open"
        if is_fault:
            _log.error("the reader of the gate is lost; the gate stands %s", self._settings.on_fault)
        self._relay.hold(is_open)

    def _look(self, code: str) -> None:
        at = time.monotonic()
        if code == self._last and at - self._last_at < AGAIN_S:
            return
        ask_id = uuid.uuid4().hex
        answer = self._asked(AskExit(ask_id=ask_id, code=code))
        if answer is None:
            answer = self._alone(ask_id, code)
        elif answer.opens and (token := receipt_token(code)):
            self._book.remember(token)
        if answer.opens and not self._relay.open_for(self._settings.relay.open_s):
            answer = ExitAnswer(opens=False, reason="fault")
        self._last, self._last_at = code, time.monotonic()
        self._say(answer)

    def _asked(self, question: AskExit) -> ExitAnswer | None:
        """The service's answer; None: nobody can be asked. The same name again is the same question."""
        for _ in range(ASKED_MAX):
            answer = self._service.open_exit(question)
            if isinstance(answer, ExitAnswer):
                return answer
            if isinstance(answer, Refused):
                _log.error("the service does not take this gate's question: %s", answer)
                return None
        return None

    def _alone(self, ask_id: str, code: str) -> ExitAnswer:
        """What the shop has set for when nobody can be asked."""
        token = receipt_token(code)
        if token is None:  # of a phone's code nobody here can tell which purchase it is of
            return ExitAnswer(opens=False, reason="no_link")
        if self._book.opened_for(token):
            return ExitAnswer(opens=False, reason="seen_here")
        opens = self._settings.without_link == "open"
        passage = Passage(ask_id=ask_id, opened=opens, reason="no_link", code=token, at=self._now_us())
        try:
            self._book.write(passage)
        except BookError:
            _log.exception("what the gate does cannot be written down")
            return ExitAnswer(opens=self._settings.on_fault == "open", reason="fault")
        return ExitAnswer(opens=opens, reason="no_link")

    def _open_on_fault(self) -> None:
        opens = self._settings.on_fault == "open"
        if opens:
            self._relay.open_for(self._settings.relay.open_s)
        self._say(ExitAnswer(opens=opens, reason="fault"))

    def _say(self, answer: ExitAnswer) -> None:
        words = sentence(answer, self._settings.language)
        _log.info("the gate %s: %s", "opens" if answer.opens else "stays shut", answer.reason or "paid")
        self._tell(answer, words)

    # --- telling -------------------------------------------------------------------------------------------

    def _report(self) -> None:
        while not self._over.is_set():
            self.due.wait(REPORT_S)
            self.due.clear()
            waiting = self._book.next()
            if not waiting:
                continue
            answer = self._service.report_exits(ExitReport(passages=waiting))
            if isinstance(answer, Reported):
                try:
                    self._book.told(waiting)
                except BookError:
                    _log.exception("what was told cannot be taken off the book; it is told again")
