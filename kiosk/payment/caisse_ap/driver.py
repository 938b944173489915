"""The card terminal of a lane, over Caisse-AP on a serial line.

The protocol asks once and is answered once; it cannot be asked what became of a payment, cannot cancel and
cannot take back. So a payment is either answered in time, proven never to have reached the terminal, or it is
a person's to settle: `NeedsAttendant`.

Source: docs/devices/caisse_ap.md.
Invariants: a request goes out once per attempt, and again only after an explicit NAK; an answer is stored
before it is acknowledged; no request while another attempt is open.
"""

import hashlib
from collections.abc import Callable
from typing import assert_never

from kiosk.devices.clock import Clock
from kiosk.devices.health import Condition
from kiosk.devices.refund import NotGivenBack
from kiosk.devices.terminal import (
    Approved,
    Cancelled,
    Declined,
    EndOfDayAnswer,
    NeedsAttendant,
    NotCharged,
    OpenAttempt,
    Outcome,
    PaymentRequest,
    TerminalRegistered,
    TerminalResult,
    TerminalText,
    Unknown,
)
from kiosk.payment.caisse_ap import words
from kiosk.payment.caisse_ap.codec import (
    AMOUNT_MAX,
    PRIVATE_SIZE,
    Answer,
    Request,
    Result,
    encode_request,
)
from kiosk.payment.caisse_ap.exchange import Exchange, Sent
from kiosk.payment.caisse_ap.profile import CaisseApProfile
from kiosk.payment.currencies import CURRENCIES, name_of
from kiosk.payment.inbox import (
    AuthoriseRequest,
    EndOfDayRequest,
    RecoverRefundRequest,
    RecoverRequest,
    RefundRequest,
)
from kiosk.payment.keeping import NotStoredError, keep
from kiosk.payment.line import Doorbell, LineLostError, Transport
from kiosk.payment.port import RESULT_LINE_FAULT, TerminalPort, say_refund
from kiosk.payment.serial_line import SerialTransport
from kiosk.payment.tcp_line import is_tcp
from retail.card import Baseline
from retail.check import require

REMEMBERED_MAX = 16
STATUS_FOLLOW, STATUS_STOP = 1, 2
"""This protocol tells no status; ours, so that a repeated text is recognised."""
OpenLine = Callable[[str, int, Doorbell], Transport]


class CaisseApTerminal(TerminalPort):
    """Implements `kiosk.devices.terminal.CardTerminal`."""

    def __init__(
        self, profile: CaisseApProfile, clock: Clock | None = None, open_line: OpenLine | None = None
    ) -> None:
        require(profile.currency in CURRENCIES, f"{profile.currency} is a currency these terminals know")
        super().__init__(clock, recover_s=profile.recover_s, reconnect_s=profile.reconnect_s)
        self._profile = profile
        self._open_line = open_line or _open_serial
        self._exchange: Exchange | None = None
        self._outcomes: dict[str, Outcome] = {}
        self._sent: dict[str, PaymentRequest] = {}
        """By reference: the attempts this driver has sent or was asked about."""
        self._unsettled = ""
        """The attempt whose outcome is Unknown; at most one."""
        self._asks_until = self._clock.monotonic() + profile.late_s
        """Until then, or its first request, the lane may still ask about what was open when it started."""

    def _step(self) -> None:
        if self._exchange is None:
            self._connect()
        else:
            self._serve(self._exchange)

    def _hang_up(self) -> None:
        if self._exchange is None:
            return
        self._exchange.close()
        self._exchange = None

    def _connect(self) -> None:
        transport = self._open_line(self._profile.port, self._profile.baud, self._doorbell)
        self._exchange = Exchange(transport, self._profile, self._clock.monotonic, self._stopping.is_set)
        self._look(self._exchange)
        # The protocol names no terminal and no last transaction: an empty baseline is all there is.
        self._listener.said(TerminalRegistered(baseline=Baseline(terminal_id="")))
        self._health.tell(Condition.READY)

    def _look(self, exchange: Exchange) -> None:
        if not exchange.probe(self._stray):
            raise LineLostError("no_answer", "The terminal does not answer: is it switched on?")

    def _serve(self, exchange: Exchange) -> None:
        request = self._inbox.take()
        match request:
            case None:
                self._idle(exchange)
            case AuthoriseRequest():
                self._asks_until = 0.0
                self._authorise(exchange, request.request)
            case RecoverRequest():
                self._asks_until = 0.0
                self._recover(exchange, request)
            case EndOfDayRequest():
                text = "This terminal closes its day by itself."
                code = RESULT_LINE_FAULT
                self._listener.said(EndOfDayAnswer(succeeded=False, result_code=code, text=text))
            case RefundRequest():
                # The facts name a type of request for it, but nothing says what its answer proves.
                refusal = NotGivenBack(reason="this terminal gives money back in its own menu only")
                say_refund(request.listener, request.request.refund_id, refusal)
            case RecoverRefundRequest():
                unknown = NeedsAttendant(reason="this terminal cannot be asked what became of a refund")
                say_refund(request.listener, request.refund.request.refund_id, unknown)
            case _:
                assert_never(request)

    def _idle(self, exchange: Exchange) -> None:
        until = self._clock.monotonic() + self._profile.idle_probe_s
        while (rest := until - self._clock.monotonic()) > 0:
            exchange.attend(rest, self._stray)
            if self._inbox.has_request():
                return
        self._look(exchange)
        self._health.tell(Condition.READY)

    def _stray(self, answer: Answer) -> bool:
        """An answer nobody waits for. Where it proves an open attempt it is stored; else staff hear of it.

        A lane that has just started may not have asked about its open attempt yet: the terminal shall tell it
        again later.
        """
        waiting = self._inbox.waiting_recovery()
        if waiting is not None:
            self._remember(waiting.attempt.request)
        owner = self._sent.get(answer.private)
        if owner is not None and owner.attempt_id not in self._outcomes:
            self._outcomes[owner.attempt_id] = self._judge(owner, answer)
        elif owner is None and self._clock.monotonic() < self._asks_until:
            return False
        elif owner is None and answer.result == Result.OK:
            detail = "The terminal told a payment nobody waits for: compare its journal."
            self._health.tell(Condition.WARNING, "stray_answer", detail)
        return True

    def _authorise(self, exchange: Exchange, request: PaymentRequest) -> None:
        refusal = self._refusal(request)
        if refusal is not None:
            self._settle(request, refusal)
            return
        body = encode_request(
            Request(
                pos=self._profile.pos,
                amount_minor=request.amount_minor,
                currency=CURRENCIES[request.currency],
                private=reference(request.attempt_id),
            )
        )
        try:
            sent = exchange.send(body, self._stray)
        except LineLostError:
            self._settle(request, Unknown(reason="the line was lost while the request was sent"))
            raise
        self._remember(request)
        match sent:
            case Sent.NOT_STARTED | Sent.REFUSED:
                self._settle(request, NotCharged(reason="the terminal did not take the request"))
            case Sent.SILENT | Sent.DELIVERED:
                self._follow(exchange, request)
            case _:
                assert_never(sent)
        if sent is Sent.NOT_STARTED:
            raise LineLostError("no_answer", "The terminal does not answer: is it switched on?")

    def _refusal(self, request: PaymentRequest) -> Outcome | None:
        """Why a request does not go out at all."""
        if request.currency not in CURRENCIES or not 0 < request.amount_minor <= AMOUNT_MAX:
            return NotCharged(reason=f"{request.amount_minor} {request.currency} cannot be asked for here")
        if self._unsettled not in ("", request.attempt_id):
            return NotCharged(reason="an earlier payment is not settled yet")
        if self._inbox.is_cancelled(request.attempt_id):
            return Cancelled(result_code=int(Result.REFUSED))
        return None

    def _follow(self, exchange: Exchange, request: PaymentRequest) -> None:
        """The terminal leads; wait for its one answer."""
        self._tell(request, STATUS_FOLLOW, words.follow(self._profile.language))
        try:
            outcome = self._await_answer(exchange, request, self._profile.result_s)
        except NotStoredError as error:
            outcome = NeedsAttendant(reason=str(error))
        except LineLostError:
            self._settle(request, Unknown(reason="the line was lost while the terminal was paying"))
            raise
        unanswered = NeedsAttendant(reason="the terminal took the request and told no result")
        self._settle(request, outcome or unanswered)

    def _await_answer(self, exchange: Exchange, request: PaymentRequest, within_s: float) -> Outcome | None:
        """What the terminal tells about this attempt within a time; None for nothing."""
        found: list[Outcome] = []

        def take(answer: Answer) -> bool:
            if not self._may_be(request, answer):
                return self._stray(answer)
            found.append(self._judge(request, answer))
            return True

        until = self._clock.monotonic() + within_s
        is_told = False
        while not found and (rest := until - self._clock.monotonic()) > 0:
            if not is_told and self._inbox.is_cancelled(request.attempt_id):
                self._tell(request, STATUS_STOP, words.stop(self._profile.language))
                is_told = True
            exchange.attend(rest, take)
        return found[-1] if found else None

    def _may_be(self, request: PaymentRequest, answer: Answer) -> bool:
        """The answer that follows a request is its own, unless it carries the reference of another."""
        owner = self._sent.get(answer.private)
        if owner is None:
            return not (self._profile.echoes and answer.private)
        return owner.attempt_id == request.attempt_id

    def _judge(self, request: PaymentRequest, answer: Answer) -> Outcome:
        """Have it stored, then say what it proves. `NotStoredError` when it could not be stored."""
        result = TerminalResult(
            result_code=answer.result,
            amount_minor=answer.amount_minor,
            currency=name_of(answer.currency),
        )
        wanted = keep(self._listener, request.attempt_id, result)
        if answer.result == Result.REFUSED:
            return Declined(result_code=answer.result, text=words.declined(self._profile.language))
        if answer.result != Result.OK:
            return NeedsAttendant(reason=f"the terminal answered {answer.result}, which proves nothing")
        if (answer.amount_minor, result.currency) != (request.amount_minor, request.currency):
            told = f"{answer.amount_minor} {result.currency}"
            return NeedsAttendant(reason=f"the terminal charged {told} and cannot take it back")
        if answer.pos != self._profile.pos:
            return NeedsAttendant(reason=f"the terminal answered register {answer.pos}")
        if not wanted:
            return NeedsAttendant(reason="paid, but the lane no longer wants this payment")
        return Approved(result=result)

    def _recover(self, exchange: Exchange, request: RecoverRequest) -> None:
        """What is known, what a terminal that came back still tells; else a person has to look."""
        wanted = request.attempt.request
        outcome = self._outcomes.get(wanted.attempt_id) or self._stored_refusal(request.attempt)
        if outcome is None:
            self._remember(wanted)
            try:
                outcome = self._await_echo(exchange, wanted)
            except NotStoredError as error:
                outcome = NeedsAttendant(reason=str(error))
            except LineLostError:
                self._inbox.put_back(request)
                raise
        self._settle(wanted, outcome or NeedsAttendant(reason=_why(request.attempt)))

    def _await_echo(self, exchange: Exchange, request: PaymentRequest) -> Outcome | None:
        """A late answer counts only with our reference in it: nothing else ties it to this attempt."""
        until = self._clock.monotonic() + self._profile.late_s
        while request.attempt_id not in self._outcomes and (rest := until - self._clock.monotonic()) > 0:
            exchange.attend(rest, self._stray)
        return self._outcomes.get(request.attempt_id)

    def _settle(self, request: PaymentRequest, outcome: Outcome) -> None:
        if isinstance(outcome, Unknown):
            self._unsettled = request.attempt_id
        elif self._unsettled == request.attempt_id:
            self._unsettled = ""
        if not isinstance(outcome, Unknown | NeedsAttendant):
            self._outcomes[request.attempt_id] = outcome
            while len(self._outcomes) > REMEMBERED_MAX:
                del self._outcomes[next(iter(self._outcomes))]
        self._say(request.attempt_id, outcome)

    def _remember(self, request: PaymentRequest) -> None:
        self._sent[reference(request.attempt_id)] = request
        while len(self._sent) > REMEMBERED_MAX:
            del self._sent[next(iter(self._sent))]

    def _stored_refusal(self, attempt: OpenAttempt) -> Outcome | None:
        stored = attempt.stored_result
        if stored is None or stored.result_code != Result.REFUSED:
            return None
        return Declined(result_code=stored.result_code, text=words.declined(self._profile.language))

    def _tell(self, request: PaymentRequest, status: int, text: str) -> None:
        self._listener.said(TerminalText(attempt_id=request.attempt_id, status_code=status, text=text))


def reference(attempt_id: str) -> str:
    """Ten characters that stand for an attempt in the private field; the same after a restart."""
    return hashlib.sha256(attempt_id.encode()).hexdigest()[:PRIVATE_SIZE].upper()


def _why(attempt: OpenAttempt) -> str:
    stored = attempt.stored_result
    if stored is not None and stored.result_code == Result.OK:
        return "the terminal had approved it, but may not know that the lane heard: compare its journal"
    return "this terminal cannot be asked what became of a payment: compare its journal"


def _open_serial(port: str, baud: int, doorbell: Doorbell) -> Transport:
    if is_tcp(port):
        raise LineLostError("port_error", "Caisse-AP is spoken on a serial port here, not in the network.")
    return SerialTransport(port, baud, doorbell, two_stop_bits=False)
