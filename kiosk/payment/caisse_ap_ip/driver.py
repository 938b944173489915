"""The card terminal of a lane, over Caisse-AP in the network.

A connection for each payment: the request, then the one answer. As on the serial line nothing can be asked
about the past, so a payment is answered in time, proven never to have left, or it is a person's. An answer
needs no acknowledgement: one that was stored is proof for ever, also after a restart.

Source: docs/devices/caisse_ap.md, "In the network".
Invariants: a request goes out once per attempt; an answer is stored before it is told; a refund follows the
same rules.
"""

from collections.abc import Callable
from typing import assert_never

from kiosk.devices.clock import Clock
from kiosk.devices.health import Condition
from kiosk.devices.refund import CardGivenBack, CardRefund, CardRefundOutcome, NotGivenBack
from kiosk.devices.terminal import (
    Approved,
    Cancelled,
    Declined,
    EndOfDayAnswer,
    NeedsAttendant,
    NotCharged,
    Outcome,
    PaymentRequest,
    TerminalRegistered,
    TerminalResult,
    TerminalText,
)
from kiosk.payment.caisse_ap import words
from kiosk.payment.caisse_ap.profile import CaisseApProfile
from kiosk.payment.caisse_ap_ip import codec
from kiosk.payment.caisse_ap_ip.codec import ProtocolError
from kiosk.payment.currencies import CURRENCIES, name_of
from kiosk.payment.inbox import (
    AuthoriseRequest,
    EndOfDayRequest,
    RecoverRefundRequest,
    RecoverRequest,
    RefundRequest,
)
from kiosk.payment.keeping import NotStoredError, keep
from kiosk.payment.line import Doorbell, LineLostError, StoppedError, Transport
from kiosk.payment.port import RESULT_LINE_FAULT, TerminalPort, say_refund
from kiosk.payment.tcp_line import TcpTransport
from retail.card import Baseline
from retail.check import require

QUIET_S = 0.2
"""Nothing marks the end of an answer: it is whole when nothing more has come for this long."""
STATUS_FOLLOW, STATUS_STOP = 1, 2
REFUSED_CODE, CANCELLED_CODE = 7, 6
"""Ours, for the journal: this form of the protocol knows reasons, not codes."""
OpenLine = Callable[[str, int, Doorbell], Transport]


class CaisseApNetworkTerminal(TerminalPort):
    """Implements `kiosk.devices.terminal.CardTerminal` and `kiosk.devices.refund.RefundingTerminal`."""

    def __init__(
        self, profile: CaisseApProfile, clock: Clock | None = None, open_line: OpenLine | None = None
    ) -> None:
        require(profile.currency in CURRENCIES, f"{profile.currency} is a currency these terminals know")
        super().__init__(clock, recover_s=profile.recover_s, reconnect_s=profile.reconnect_s)
        self._profile = profile
        self._open_line: OpenLine = open_line or TcpTransport
        self._is_known = False
        """The terminal has been connected to since it was lost last."""

    def _hang_up(self) -> None:
        """Connections end with their payment; what is lost is only that the terminal is there."""
        self._is_known = False

    def _step(self) -> None:
        if not self._is_known:
            self._look()
        request = self._inbox.take()
        match request:
            case None:
                self._doorbell.wait(self._profile.idle_probe_s)
                if not self._inbox.has_request() and not self._stopping.is_set():
                    self._look()
            case AuthoriseRequest():
                self._say(request.request.attempt_id, self._authorise(request.request))
            case RecoverRequest():
                stored = request.attempt.stored_result
                self._say(
                    request.attempt.request.attempt_id, self._recovered(request.attempt.request, stored)
                )
            case EndOfDayRequest():
                text = "This terminal closes its day by itself."
                self._listener.said(EndOfDayAnswer(succeeded=False, result_code=RESULT_LINE_FAULT, text=text))
            case RefundRequest():
                say_refund(request.listener, request.request.refund_id, self._give_back(request))
            case RecoverRefundRequest():
                asked, result = request.refund.request, request.refund.stored_result
                say_refund(request.listener, asked.refund_id, _recovered_refund(asked, result))
            case _:
                assert_never(request)

    def _look(self) -> None:
        """A connection and no word: is somebody there? `LineLostError` if not."""
        self._open_line(self._profile.port, self._profile.baud, self._doorbell).close()
        if not self._is_known:
            self._is_known = True
            # The protocol names no terminal and no last transaction: an empty baseline is all there is.
            self._listener.said(TerminalRegistered(baseline=Baseline(terminal_id="")))
        self._health.tell(Condition.READY)

    # Payments.

    def _authorise(self, request: PaymentRequest) -> Outcome:
        if request.currency not in CURRENCIES or not 0 < request.amount_minor <= codec.AMOUNT_MAX:
            return NotCharged(reason=f"{request.amount_minor} {request.currency} cannot be asked for here")
        if self._inbox.is_cancelled(request.attempt_id):
            return Cancelled(result_code=CANCELLED_CODE)
        asked = codec.Request(
            pos=self._profile.pos, amount_minor=request.amount_minor, currency=CURRENCIES[request.currency]
        )
        self._tell(request.attempt_id, STATUS_FOLLOW, words.follow(self._profile.language))
        answer = self._exchange(asked, request.attempt_id)
        if isinstance(answer, NotCharged | NeedsAttendant):
            return answer
        result = _result(answer)
        if result is None:
            return NeedsAttendant(reason=f"the terminal answered {answer.status} {answer.reason}".rstrip())
        try:
            wanted = keep(self._listener, request.attempt_id, result)
        except NotStoredError as error:
            return NeedsAttendant(reason=str(error))
        wrong = _mismatch(asked, answer) if result.result_code == 0 else ""
        if wrong:
            return NeedsAttendant(reason=f"{wrong}, and this terminal cannot take it back by itself")
        if result.result_code == 0 and not wanted:
            return NeedsAttendant(reason="paid, but the lane no longer wants this payment")
        return self._outcome(result)

    def _outcome(self, result: TerminalResult) -> Outcome:
        text = words.declined(self._profile.language)
        match result.result_code:
            case 0:
                return Approved(result=result)
            case code if code == CANCELLED_CODE:
                return Cancelled(result_code=code, text=text)
            case code:
                return Declined(result_code=code, text=text)

    def _recovered(self, request: PaymentRequest, stored: TerminalResult | None) -> Outcome:
        if stored is None:
            return NeedsAttendant(
                reason="this terminal cannot be asked what became of a payment: compare its journal"
            )
        if stored.result_code == 0 and (stored.amount_minor, stored.currency) != (
            request.amount_minor,
            request.currency,
        ):
            return NeedsAttendant(reason="the terminal charged something else: compare its journal")
        return self._outcome(stored)

    # Giving back.

    def _give_back(self, request: RefundRequest) -> CardRefundOutcome:
        wanted = request.request
        if wanted.original is not None:
            return NotGivenBack(reason="this terminal gives back to a presented card only")
        if wanted.currency not in CURRENCIES or not 0 < wanted.amount_minor <= codec.AMOUNT_MAX:
            return NotGivenBack(reason=f"{wanted.amount_minor} {wanted.currency} cannot be given back here")
        asked = codec.Request(
            pos=self._profile.pos,
            amount_minor=wanted.amount_minor,
            currency=CURRENCIES[wanted.currency],
            kind=codec.CREDIT,
        )
        answer = self._exchange(asked, wanted.refund_id)
        if isinstance(answer, NotCharged):
            return NotGivenBack(reason=answer.reason)
        if isinstance(answer, NeedsAttendant):
            return answer
        result = _result(answer)
        if result is None:
            return NeedsAttendant(reason=f"the terminal answered {answer.status} {answer.reason}".rstrip())
        try:
            request.listener.keep_refund(wanted.refund_id, result)
        except Exception as error:
            return NeedsAttendant(reason=f"the result of {wanted.refund_id} could not be stored: {error}")
        wrong = _mismatch(asked, answer) if result.result_code == 0 else ""
        return NeedsAttendant(reason=wrong) if wrong else _refund_outcome(result)

    # The wire.

    def _exchange(self, request: codec.Request, name: str) -> codec.Answer | NotCharged | NeedsAttendant:
        """One connection, one request, one answer."""
        try:
            line = self._open_line(self._profile.port, self._profile.baud, self._doorbell)
        except LineLostError as lost:
            self._is_known = False
            self._health.tell(Condition.FAULT, lost.code, lost.detail)
            return NotCharged(reason="the terminal cannot be connected to")
        try:
            line.write(codec.encode_request(request))
            return codec.decode_answer(self._read(line, name))
        except (LineLostError, ProtocolError) as error:
            return NeedsAttendant(reason=f"the terminal took the request and told no result ({error})")
        finally:
            line.close()

    def _read(self, line: Transport, name: str) -> bytes:
        """The answer's bytes, until it is whole and quiet, or closed. `LineLostError` without a whole one."""
        until = self._clock.monotonic() + self._profile.result_s
        raw, is_told = b"", False
        while (rest := until - self._clock.monotonic()) > 0:
            if self._stopping.is_set():
                raise StoppedError
            if not is_told and self._inbox.is_cancelled(name):
                self._tell(name, STATUS_STOP, words.stop(self._profile.language))
                is_told = True
            whole = codec.is_whole(raw)
            try:
                piece = line.read(min(rest, QUIET_S) if whole else rest)
            except LineLostError:
                if whole:
                    return raw
                raise
            raw += piece
            if len(raw) > codec.TEXT_MAX or (whole and not piece):
                return raw
        raise LineLostError("no_answer", "no answer in time")

    def _tell(self, name: str, status: int, text: str) -> None:
        self._listener.said(TerminalText(attempt_id=name, status_code=status, text=text))


def _result(answer: codec.Answer) -> TerminalResult | None:
    """The answer as the journal keeps it; None for one that proves nothing."""
    if answer.status == codec.DONE:
        return TerminalResult(
            result_code=0,
            amount_minor=answer.amount_minor,
            currency=name_of(answer.currency),
            masked_pan=f"{'*' * 12}{answer.last_digits}" if answer.last_digits else "",
            application_id=answer.application_id,
            authorisation_code=answer.authorisation,
            merchant_id=answer.contract,
            entry_mode=answer.entry_mode,
        )
    if answer.status != codec.NOT_DONE:
        return None
    if answer.reason in codec.CANCELLED:
        return TerminalResult(result_code=CANCELLED_CODE)
    return TerminalResult(result_code=REFUSED_CODE) if answer.reason in codec.REFUSED else None


def _mismatch(asked: codec.Request, answer: codec.Answer) -> str:
    """Why something done is not what was asked for; empty when it is."""
    if (answer.amount_minor, answer.currency) != (asked.amount_minor, asked.currency):
        return f"the terminal did {answer.amount_minor} in currency {answer.currency}"
    if answer.pos != asked.pos:
        return "the terminal answered another register"
    return "" if answer.kind == asked.kind else "the terminal did the opposite"


def _refund_outcome(result: TerminalResult) -> CardRefundOutcome:
    match result.result_code:
        case 0:
            return CardGivenBack(result=result)
        case code if code == CANCELLED_CODE:
            return Cancelled(result_code=code)
        case code:
            return Declined(result_code=code)


def _recovered_refund(asked: CardRefund, stored: TerminalResult | None) -> CardRefundOutcome:
    if stored is None:
        return NeedsAttendant(reason="this terminal cannot be asked what became of a refund")
    if stored.result_code == 0 and (stored.amount_minor, stored.currency) != (
        asked.amount_minor,
        asked.currency,
    ):
        return NeedsAttendant(reason="the terminal gave back something else: compare its journal")
    return _refund_outcome(stored)
