"""One receipt from first byte to proven paper.

The promise: what the answer says is what lies in the tray. Nothing is ever sent twice here; when the printer
stops in the middle, the rest of the job is in its buffer, and sending again would print a second original.

Source: docs/devices/printer.md, "Proof of print" and "Failure policy".
Invariants: `NOT_SENT` only if no byte of the payload left; `PRINTED` only after the printer's own proof;
after the first byte every doubt ends in `UNKNOWN`.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass

from kiosk.devices.printer import PrintAnswer, PrintJob, PrintOutcome, PrintWaiting
from kiosk.printer.codec import commands
from kiosk.printer.link import Link, SilentError, StoppedError
from kiosk.printer.profile import PrinterProfile, Proof
from kiosk.printer.transport import LinkLostError

_PREAMBLE = commands.INITIALISE + commands.STATUS_PUSH_ON
_HEALTHY = ((0x12, 0x16), (0x12,), (0x12,), (0x12, 0x1E))
"""Preflight answers to DLE EOT 1..4 that let a job start: drawer pin high and paper low are no fault."""
_PULSE_S = 0.25
"""How long one wait may last before the loop looks at its deadlines again."""


class _DoubtError(Exception):
    """It cannot be known what is on paper; carries the reason."""


@dataclass(frozen=True)
class Desk:
    """What a job needs from the driver around it."""

    link: Link
    profile: PrinterProfile
    proof: Proof
    next_token: Callable[[], bytes]
    say: Callable[[PrintWaiting], None]
    take_clear_jam: Callable[[], bool]
    """Whether an attendant has asked, since the last call, to resume after a cutter jam."""


class JobRun:
    """Prints one job on one link."""

    def __init__(self, desk: Desk, job: PrintJob) -> None:
        self._desk = desk
        self._job = job
        self._payload_sent = 0
        self._waiting_code = ""
        self._is_split = False
        self._help_until: float | None = None

    def run(self) -> PrintAnswer:
        """Print, prove, cut. Never raises `LinkLostError` or `SilentError`: they are part of the answer."""
        try:
            refusal = self._preflight()
            if refusal:
                return self._answer(PrintOutcome.NOT_SENT, refusal)
            outcome = self._print()
        except LinkLostError:
            return self._broken("unplugged")
        except StoppedError:
            return self._broken("stopped")
        except (_DoubtError, SilentError) as doubt:
            return self._broken(str(doubt))
        return self._answer(outcome, self._cut())

    def _broken(self, reason: str) -> PrintAnswer:
        began = self._payload_sent > 0
        return self._answer(PrintOutcome.UNKNOWN if began else PrintOutcome.NOT_SENT, reason)

    def _answer(self, outcome: PrintOutcome, reason: str = "") -> PrintAnswer:
        return PrintAnswer(job_id=self._job.job_id, outcome=outcome, reason=reason)

    def _preflight(self) -> str:
        """Why the job must not start; empty when the printer says that it is ready."""
        try:
            answers = self._desk.link.ask_status(self._desk.profile.answer_s)
        except SilentError:
            return "no_answer"
        if all(value in healthy for value, healthy in zip(answers, _HEALTHY, strict=True)):
            return ""
        return self._desk.link.status.fault or "not_ready"

    def _print(self) -> PrintOutcome:
        link, profile = self._desk.link, self._desk.profile
        self._advance(_PREAMBLE, lambda: True, profile.stall_s)
        paper_s = profile.fence_s + self._job.height_mm / profile.speed_mm_s
        self._advance(self._job.payload, lambda: True, profile.stall_s + paper_s, is_payload=True)
        match self._desk.proof:
            case Proof.FENCE_ID:
                self._advance(link.token_request(self._desk.next_token()), link.has_token, paper_s)
            case Proof.FENCE_REPORT:
                self._advance(link.report_request(), link.has_reports, paper_s)
            case Proof.NONE:
                self._rest(paper_s)
                return PrintOutcome.SENT_UNPROVEN
        return PrintOutcome.PRINTED_SPLIT if self._is_split else PrintOutcome.PRINTED

    def _advance(
        self, data: bytes, is_done: Callable[[], bool], patience_s: float, *, is_payload: bool = False
    ) -> None:
        """Send `data`, then wait for `is_done`. No time runs while the printer waits for a person."""
        link = self._desk.link
        deadline = time.monotonic() + patience_s
        while data or not is_done():
            sent = link.pump(_PULSE_S, data)
            data = data[sent:]
            self._payload_sent += sent if is_payload else 0
            if sent:
                deadline = time.monotonic() + patience_s
            if link.status.fault:
                self._wait_for_help(stalled=bool(data))
                deadline = time.monotonic() + patience_s
                continue
            self._waiting_code, self._help_until = "", None
            if time.monotonic() > deadline:
                self._last_look(stalled=bool(data))

    def _wait_for_help(self, *, stalled: bool) -> None:
        """Say what is wrong and wait until it is not. With nothing left to send, ask; else the pushes tell.

        A question would travel inside the payload when bytes of it are still here, so none is asked then.
        """
        desk, silences = self._desk, 0
        self._help_until = self._help_until or time.monotonic() + desk.profile.help_s
        while code := desk.link.status.fault:
            self._tell(code)
            if time.monotonic() > self._help_until:
                raise _DoubtError("nobody_helped")
            desk.link.wait(lambda: not desk.link.status.fault, min(desk.profile.poll_s, 1.0))
            if stalled:
                return
            if desk.take_clear_jam():
                desk.link.send(commands.RECOVER_AND_RESUME, desk.profile.answer_s)
            silences = silences + 1 if self._is_silent() else 0
            if silences > 1:
                raise _DoubtError("no_answer")

    def _is_silent(self) -> bool:
        try:
            self._desk.link.ask_status(self._desk.profile.answer_s)
        except SilentError:
            return True
        return False

    def _tell(self, code: str) -> None:
        if code == "paper_end":
            self._is_split = True
        if code != self._waiting_code:
            self._waiting_code = code
            self._desk.say(PrintWaiting(job_id=self._job.job_id, code=code))

    def _last_look(self, *, stalled: bool) -> None:
        """The time is over: the printer may have a reason that it did not push."""
        if stalled:
            raise _DoubtError("printer_stopped_reading")
        if self._is_silent():
            raise _DoubtError("no_answer")
        if not self._desk.link.status.fault:
            raise _DoubtError("no_proof")

    def _rest(self, seconds: float) -> None:
        """Give a printer without proof the time its paper takes, watching for faults."""
        until = time.monotonic() + seconds
        self._advance(b"", lambda: time.monotonic() >= until, seconds + _PULSE_S)

    def _cut(self) -> str:
        """Cut; the receipt is printed already, so whatever happens here is a remark."""
        link, profile = self._desk.link, self._desk.profile
        try:
            if self._desk.proof is Proof.FENCE_ID:
                done, request = link.has_token, link.token_request(self._desk.next_token())
            elif self._desk.proof is Proof.FENCE_REPORT:
                done, request = link.has_reports, link.report_request()
            else:
                done, request = (lambda: True), b""
            link.send(commands.CUT + request, profile.cut_s)
            link.wait(lambda: done() or bool(link.status.fault), profile.cut_s)
            link.ask_status(profile.answer_s)
        except LinkLostError:
            return "unplugged"
        except SilentError:
            return "no_answer"
        except StoppedError:
            return "stopped"
        return link.status.fault or ("" if done() else "cut_unproven")
