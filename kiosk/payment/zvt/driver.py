"""The card terminal of a lane, over ZVT on a serial line or TCP.

One thread owns the line. It turns the lane's requests into dialogues; line, registration and baseline are in
`connected`. Its promise: an authorisation goes out at most once per attempt, and what it answers is proven;
where nothing can be proven it says Unknown and the lane asks again with `recover`.

Source: docs/devices/terminal.md; ZVT commands PA00P015 sections 2.2 (payment), 2.20 (repeat receipt).
Invariants: no authorisation while another attempt is unsettled; a result is stored before it is
acknowledged; health is told on change only.
"""

from typing import assert_never

from kiosk.devices.clock import utc_text
from kiosk.devices.refund import CardRefundOutcome, NotGivenBack, OpenRefund
from kiosk.devices.terminal import (
    EndOfDayAnswer,
    NeedsAttendant,
    NotCharged,
    OpenAttempt,
    Outcome,
    Unknown,
)
from kiosk.payment.currencies import CURRENCIES
from kiosk.payment.inbox import (
    AuthoriseRequest,
    EndOfDayRequest,
    RecoverRefundRequest,
    RecoverRequest,
    RefundRequest,
)
from kiosk.payment.keeping import NotStoredError
from kiosk.payment.line import LineLostError
from kiosk.payment.port import RESULT_LINE_FAULT, say_refund
from kiosk.payment.zvt.attempt import Attempt
from kiosk.payment.zvt.condition import condition_of
from kiosk.payment.zvt.connected import STATUS_MAINTENANCE, ConnectedTerminal
from kiosk.payment.zvt.giving_back import GivingBack, RefundAttempt
from kiosk.payment.zvt.inquest import Inquest
from kiosk.payment.zvt.session import Session
from retail.money import AMOUNT_MAX_MINOR


class ZvtTerminal(ConnectedTerminal):
    """Implements `kiosk.devices.terminal.CardTerminal`."""

    def _step(self) -> None:
        if self._session is None:
            self._connect()
        else:
            self._serve(self._session)

    def _serve(self, session: Session) -> None:
        """One request, or one stretch of idle time."""
        request = self._inbox.take()
        match request:
            case None:
                self._idle(session)
            case AuthoriseRequest():
                self._authorise(session, request)
            case RecoverRequest():
                self._recover(session, request)
            case EndOfDayRequest():
                self._end_of_day(session)
            case RefundRequest():
                self._refund(session, request)
            case RecoverRefundRequest():
                self._recover_refund(session, request)
            case _:
                assert_never(request)

    def _idle(self, session: Session) -> None:
        if self._synchronise_due:
            self._synchronise(session)
            return
        until = self._clock.monotonic() + self._profile.idle_enquiry_s
        while (rest := until - self._clock.monotonic()) > 0:
            try:
                session.attend(rest)
            except NotStoredError:  # not acknowledged: the terminal repeats it
                continue
            if self._inbox.has_request():
                return
        state = session.enquire()
        if state is None:
            raise LineLostError("no_answer", "The terminal does not answer: is it switched on?")
        self._health.tell(*condition_of(state.status))

    def _authorise(self, session: Session, request: AuthoriseRequest) -> None:
        attempt_id = request.request.attempt_id
        if self._attempt is not None:
            self._say(attempt_id, NotCharged(reason="an earlier payment is not settled yet"))
            return
        if request.request.currency not in CURRENCIES:
            self._say(attempt_id, NotCharged(reason=f"{request.request.currency} is not known here"))
            return
        if self._synchronise_due:
            try:
                self._synchronise(session)
            except LineLostError:
                self._inbox.put_back(request)
                raise
        self._memory.close_baseline()
        opened = OpenAttempt(
            request=request.request,
            baseline=request.baseline or self._memory.baseline,
            started_at=utc_text(self._clock.now()),
        )
        attempt = self._adopt(opened)
        try:
            outcome = session.pay(attempt)
        except NotStoredError as error:
            outcome = Unknown(reason=str(error))
        except LineLostError as lost:
            self._settle(attempt, Unknown(reason=lost.detail))
            raise
        self._settle(attempt, outcome)

    def _recover(self, session: Session, request: RecoverRequest) -> None:
        attempt_id = request.attempt.request.attempt_id
        known = self._memory.outcome(attempt_id)
        if known is not None:
            self._say(attempt_id, known)
            return
        attempt = self._adopt(request.attempt)
        inquest = Inquest(session, self._profile, self._clock, self._listener, self._memory.settled)
        try:
            outcome = inquest.run(attempt, request.deadline)
        except LineLostError:
            self._inbox.put_back(request)
            raise
        self._settle(attempt, outcome)

    def _refund(self, session: Session, request: RefundRequest) -> None:
        asked = request.request
        known = self._memory.refund(asked.refund_id)
        if known is not None:
            say_refund(request.listener, asked.refund_id, known)
            return
        refusal = self._refund_refusal(request)
        if refusal is not None:
            say_refund(request.listener, asked.refund_id, refusal)
            return
        if self._synchronise_due:
            try:
                self._synchronise(session)
            except LineLostError:
                self._inbox.put_back(request)
                raise
        self._memory.close_baseline()
        opened = OpenRefund(
            request=asked,
            baseline=request.baseline or self._memory.baseline,
            started_at=utc_text(self._clock.now()),
        )
        attempt = self._adopt_refund(opened, request.listener)
        try:
            outcome = self._giving_back(session).run(attempt)
        except NotStoredError as error:
            outcome = Unknown(reason=str(error))
        except LineLostError as lost:
            self._settle_refund(attempt, Unknown(reason=lost.detail))
            raise
        self._settle_refund(attempt, outcome)

    def _refund_refusal(self, request: RefundRequest) -> CardRefundOutcome | None:
        """Why a refund does not go out at all."""
        asked = request.request
        if self._attempt is not None and self._attempt.id == asked.refund_id:
            return Unknown(reason="it was sent before: ask what became of it")
        if self._attempt is not None:
            return NotGivenBack(reason="an earlier payment or refund is not settled yet")
        if asked.currency not in CURRENCIES or not 0 < asked.amount_minor <= AMOUNT_MAX_MINOR:
            return NotGivenBack(reason=f"{asked.amount_minor} {asked.currency} cannot be given back here")
        return None

    def _recover_refund(self, session: Session, request: RecoverRefundRequest) -> None:
        refund_id = request.refund.request.refund_id
        known = self._memory.refund(refund_id)
        if known is not None:
            say_refund(request.listener, refund_id, known)
            return
        if self._attempt is not None and not isinstance(self._attempt, RefundAttempt):
            unknown = Unknown(reason="a payment has to be found out first")
            say_refund(request.listener, refund_id, unknown)
            return
        attempt = self._adopt_refund(request.refund, request.listener)
        try:
            outcome = self._giving_back(session).recover(attempt, request.deadline)
        except LineLostError:
            self._inbox.put_back(request)
            raise
        self._settle_refund(attempt, outcome)

    def _giving_back(self, session: Session) -> GivingBack:
        return GivingBack(session, self._profile, self._clock, self._memory.settled)

    def _settle_refund(self, attempt: RefundAttempt, outcome: CardRefundOutcome) -> None:
        """Tell whoever asked; unless Unknown, the refund is closed."""
        if not isinstance(outcome, Unknown):
            self._attempt = None
            self._memory.close_refund(attempt, outcome)
            if isinstance(outcome, NeedsAttendant):
                self._mirror.forget()
            self._synchronise_due = True
        say_refund(attempt.listener, attempt.id, outcome)
        if self._attempt is None:
            self._announce()

    def _end_of_day(self, session: Session) -> None:
        try:
            answer = session.end_of_day()
        except LineLostError:
            self._listener.said(EndOfDayAnswer(succeeded=False, result_code=RESULT_LINE_FAULT))
            raise
        self._listener.said(answer)
        self._is_updating = answer.result_code == STATUS_MAINTENANCE
        self._synchronise_due = True

    def _settle(self, attempt: Attempt, outcome: Outcome) -> None:
        """Tell the lane; unless Unknown, the attempt is closed and its transaction is the new baseline."""
        if not isinstance(outcome, Unknown):
            self._attempt = None
            self._memory.close(attempt, outcome)
            if isinstance(outcome, NeedsAttendant):
                self._mirror.forget()
            self._synchronise_due = True
        self._say(attempt.id, outcome)
        if self._attempt is None:
            self._announce()
