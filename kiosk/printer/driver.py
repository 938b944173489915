"""The receipt printer on its own thread: connect, watch, print with proof, reconnect.

The thread owns the port; the lane hands over jobs through a short queue and hears back through its listener.
A link that breaks is opened again for ever, because a printer that comes back should need nobody.

Source: docs/devices/printer.md.
Invariants: every job taken gets exactly one answer, also when the driver stops; a health is said once per
change.
"""

import collections
import contextlib
import itertools
import os
import select
import threading
import time

from kiosk.devices.health import Health
from kiosk.devices.printer import PrintAnswer, PrinterListener, PrinterMessage, PrintJob, PrintOutcome
from kiosk.printer.codec import commands
from kiosk.printer.codec.status import PrinterStatus
from kiosk.printer.job import Desk, JobRun
from kiosk.printer.link import Link, SilentError, StoppedError
from kiosk.printer.profile import PrinterProfile, Proof
from kiosk.printer.transport import LinkLostError, open_transport
from kiosk.printer.wellbeing import health_of, link_fault
from retail.check import require

JOBS_MAX = 4
"""More waiting receipts than one lane can produce; the next is refused as `busy`."""
_SILENCES_MAX = 2
_STOP_TIMEOUT_S = 5.0
_TOKENS = 36**4
_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_REPORT_GRACE_S = 0.3
"""A token may follow the report that was asked for after it; and a report that an earlier link left behind
comes right before ours, so that waiting a little makes sure that the last one came."""


class EscPosPrinter:
    """A `ReceiptPrinter` on ESC/POS."""

    def __init__(self, profile: PrinterProfile) -> None:
        self._profile = profile
        self._jobs: collections.deque[PrintJob] = collections.deque()
        self._lock = threading.Lock()
        self._is_stopping = False
        self._is_over = False
        self._clear_jam = False
        self._listener: PrinterListener | None = None
        self._thread: threading.Thread | None = None
        self._wake_read, self._wake_write = os.pipe()
        os.set_blocking(self._wake_read, False)
        os.set_blocking(self._wake_write, False)
        self._health: Health | None = None
        self._proof: Proof | None = None
        self._is_settled = False
        self._is_paper_dirty = False
        self._tokens = itertools.count(int(time.time()))

    @property
    def proof(self) -> Proof | None:
        """How this printer proves a print; None until the probe has run."""
        return self._proof

    def start(self, listener: PrinterListener) -> None:
        """Open the line, watch the status until `stop`; health changes go to the listener."""
        require(self._thread is None, "a printer is started once")
        self._listener = listener
        self._thread = threading.Thread(target=self._run, name="printer", daemon=True)
        self._thread.start()

    def print(self, job: PrintJob) -> None:
        """Print one job. Exactly one `PrintAnswer` follows."""
        require(self._thread is not None, "a printer is started before it prints")
        with self._lock:
            is_over = self._is_stopping or self._is_over
            is_taken = not is_over and len(self._jobs) < JOBS_MAX
            if is_taken:
                self._jobs.append(job)
                self._wake()
        if not is_taken:
            self._refuse(job, "stopped" if is_over else "busy")

    def clear_jam(self) -> None:
        """An attendant has freed the cutter: let the printer resume (DLE ENQ 1). Never done by itself."""
        with self._lock:
            if not self._is_stopping:
                self._clear_jam = True
                self._wake()

    def stop(self) -> None:
        """Close the line and end the thread. Safe to call twice."""
        with self._lock:
            if self._is_stopping:
                return
            self._is_stopping = True
            self._wake()
        if self._thread is not None:
            self._thread.join(_STOP_TIMEOUT_S)
            require(not self._thread.is_alive(), "the printer's thread ends when told")
        os.close(self._wake_read)
        os.close(self._wake_write)

    def _wake(self) -> None:
        with contextlib.suppress(BlockingIOError):
            os.write(self._wake_write, b"w")

    # Everything below runs on the printer's thread.

    def _run(self) -> None:
        try:
            while not self._is_stopping:
                self._live_once()
        finally:  # also when a check failed: no job may wait for an answer that never comes
            with self._lock:
                self._is_over = True
            while self._jobs:
                self._refuse(self._jobs.popleft(), "stopped")

    def _live_once(self) -> None:
        """One connection, from opening to its end, and the pause after it."""
        try:
            self._connect_and_serve()
        except StoppedError:
            return
        except LinkLostError:
            self._say_health(link_fault("unplugged"))
        except SilentError:
            self._say_health(link_fault("no_answer"))
        self._rest()

    def _rest(self) -> None:
        """Wait before connecting again; jobs that come meanwhile are refused at once."""
        until = time.monotonic() + self._profile.reconnect_s
        while not self._is_stopping and (left := until - time.monotonic()) > 0:
            while self._jobs:
                self._refuse(self._jobs.popleft(), (self._health and self._health.code) or "reconnecting")
            if select.select([self._wake_read], [], [], left)[0]:
                os.read(self._wake_read, 64)

    def _connect_and_serve(self) -> None:
        transport = open_transport(self._profile.address, self._profile.baud_rate)
        link = Link(transport, self._wake_read, lambda: self._is_stopping, self._took_status)
        try:
            self._is_settled = False
            self._greet(link)
            self._serve(link)
        finally:
            link.close()

    def _greet(self, link: Link) -> None:
        """First status; a printer still eating an aborted picture is filled up until it listens."""
        try:
            link.ask_status(self._profile.answer_s)
        except SilentError:
            link.send(commands.RESYNC_FILL + commands.INITIALISE, self._profile.probe_s)
            link.ask_status(self._profile.answer_s)
        if not link.status.fault:
            link.send(commands.STATUS_PUSH_ON, self._profile.answer_s)

    def _serve(self, link: Link) -> None:
        """Print what comes, watch the status; returns when the link must be opened afresh."""
        silences = 0
        poll_at = time.monotonic() + self._profile.poll_s
        while True:
            if not self._is_settled and not link.status.fault:
                self._settle(link)
            if self._jobs and self._is_settled:
                if not self._print(link, self._jobs.popleft()):
                    return
            elif self._jobs:
                self._refuse(self._jobs.popleft(), link.status.fault or "not_ready")
            if self._take_clear_jam():
                link.send(commands.RECOVER_AND_RESUME, self._profile.answer_s)
            if self._jobs:
                continue
            link.pump(max(0.0, poll_at - time.monotonic()))
            if time.monotonic() < poll_at:
                continue
            poll_at = time.monotonic() + self._profile.poll_s
            try:
                link.ask_status(self._profile.answer_s)
                silences = 0
            except SilentError:
                silences += 1
                if silences >= _SILENCES_MAX:
                    raise

    def _print(self, link: Link, job: PrintJob) -> bool:
        """Print and answer one job; whether the link may serve on, or must be opened afresh."""
        desk = Desk(
            link=link,
            profile=self._profile,
            proof=self._proof or Proof.NONE,
            next_token=self._next_token,
            say=self._say,
            take_clear_jam=self._take_clear_jam,
        )
        answer = JobRun(desk, job).run()
        self._say(answer)
        self._is_paper_dirty = answer.outcome is PrintOutcome.UNKNOWN
        if answer.reason == "unplugged":
            raise LinkLostError(answer.reason)
        return not self._is_paper_dirty and answer.reason != "no_answer"

    def _settle(self, link: Link) -> None:
        """Let earlier work run out, find this printer's proof, and part what a broken job left on the paper.

        A lane that was killed, or a cable pulled, in the middle of a picture leaves a printer that takes the
        next bytes for the rest of it: no answer comes until it has been filled up.
        """
        found = self._probe(link)
        if found is Proof.NONE:
            link.ask_status(
                self._profile.answer_s
            )  # a fault from before the first push would fill the buffer
        if found is Proof.NONE and not link.status.fault:
            link.send(commands.RESYNC_FILL, self._profile.probe_s)
            found = self._probe(link)
        if link.status.fault:
            return
        if found is not Proof.NONE or self._proof is None:
            self._proof = found
        if self._proof is Proof.NONE:
            link.forget_requests()
        if self._is_paper_dirty:
            link.send(commands.CUT, self._profile.answer_s)
            self._is_paper_dirty = False
        self._is_settled = True
        self._took_status(link.status)

    def _probe(self, link: Link) -> Proof:
        """Ask for both proofs. What a printer does not understand is dropped from its line buffer."""
        request = link.token_request(self._next_token()) + link.report_request()
        clean = commands.INITIALISE + commands.STATUS_PUSH_ON
        link.send(clean + request + clean, self._profile.probe_s)
        link.wait(
            lambda: link.has_token() or link.has_reports() or bool(link.status.fault), self._profile.probe_s
        )
        link.wait(lambda: link.has_token() or bool(link.status.fault), _REPORT_GRACE_S)
        if link.has_token():
            return Proof.FENCE_ID
        return Proof.FENCE_REPORT if link.has_reports() else Proof.NONE

    def _next_token(self) -> bytes:
        """Four base-36 digits, not used again within two weeks, also across restarts."""
        value, digits = next(self._tokens) % _TOKENS, ""
        for _ in range(commands.TOKEN_SIZE):
            value, digit = divmod(value, 36)
            digits = _DIGITS[digit] + digits
        return digits.encode("ascii")

    def _take_clear_jam(self) -> bool:
        asked, self._clear_jam = self._clear_jam, False
        return asked

    def _took_status(self, status: PrinterStatus) -> None:
        """Faults are said at once; "ready" only when earlier work is out and the proof is known."""
        if self._is_settled or status.fault:
            self._say_health(health_of(status))

    def _say_health(self, health: Health) -> None:
        if health != self._health:
            self._health = health
            self._say(health)

    def _refuse(self, job: PrintJob, reason: str) -> None:
        self._say(PrintAnswer(job_id=job.job_id, outcome=PrintOutcome.NOT_SENT, reason=reason))

    def _say(self, message: PrinterMessage) -> None:
        if self._listener is not None:
            self._listener.said(message)
