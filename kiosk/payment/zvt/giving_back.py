"""Giving money back to a card: one reversal or refund, and what became of it.

A reversal (06 30) takes a payment back by its receipt number; a refund (06 31) gives any amount to a card
that is presented. Both move money, so both follow the payment's rules: sent once, stored before acknowledged,
and found out by what the terminal repeats.

Source: docs/devices/terminal.md, "Giving back"; ZVT commands PA00P015 sections 2.6, 2.7 and 2.20.
Invariants: a request goes out once; given back needs result 0, amount, currency and the payment that was
meant; no verdict says "not given back" without evidence.
"""

from collections.abc import Callable
from typing import assert_never

from kiosk.devices.clock import Clock
from kiosk.devices.refund import (
    CardGivenBack,
    CardRefundOutcome,
    NotGivenBack,
    OpenRefund,
    RefundListener,
    RefundText,
    as_attempt,
)
from kiosk.devices.terminal import (
    Cancelled,
    Declined,
    NeedsAttendant,
    TerminalMessage,
    TerminalResult,
    TerminalText,
    Unknown,
)
from kiosk.payment.currencies import CURRENCIES
from kiosk.payment.keeping import keep
from kiosk.payment.zvt.asking import Asking
from kiosk.payment.zvt.attempt import Attempt
from kiosk.payment.zvt.bystander import Witness
from kiosk.payment.zvt.codec import Refund, Reversal, result_text
from kiosk.payment.zvt.dialogue import (
    STATUS_BUSY,
    Aborted,
    Completed,
    Ending,
    NotSent,
    Refused,
    Silent,
)
from kiosk.payment.zvt.profile import TerminalProfile
from kiosk.payment.zvt.recovery import Key, NotPaid, Paid, Unclear
from kiosk.payment.zvt.refund_proof import decide_refund, wrong_payment
from kiosk.payment.zvt.session import RESULT_CANCELLED, Session


class Keeper:
    """The lane's side of a refund, as an attempt sees it."""

    def __init__(self, listener: RefundListener) -> None:
        self.listener = listener

    def said(self, message: TerminalMessage) -> None:
        """Progress for the screen; nothing else comes here."""
        if isinstance(message, TerminalText):
            text = RefundText(
                refund_id=message.attempt_id, status_code=message.status_code, text=message.text
            )
            self.listener.refund_said(text)

    def keep(self, attempt_id: str, result: TerminalResult) -> bool:
        """Store; a refund that was asked for is wanted."""
        self.listener.keep_refund(attempt_id, result)
        return True


class RefundAttempt(Attempt):
    """The handler of one refund's dialogue."""

    def __init__(
        self,
        refund: OpenRefund,
        listener: RefundListener,
        profile: TerminalProfile,
        registered_id: str,
        cancel_wanted: Callable[[str], bool],
    ) -> None:
        super().__init__(as_attempt(refund), Keeper(listener), profile, registered_id, cancel_wanted)
        self.refund = refund
        self.listener = listener


class GivingBack:
    """One refund at a terminal."""

    def __init__(
        self, session: Session, profile: TerminalProfile, clock: Clock, settled: frozenset[Key]
    ) -> None:
        self._session = session
        self._profile = profile
        self._clock = clock
        self._settled = settled

    def run(self, attempt: RefundAttempt) -> CardRefundOutcome:
        """06 30 or 06 31, once, to its end."""
        command = self._command(attempt)
        if command is None:
            return NotGivenBack(reason="this payment has no receipt number, or not the whole of it is meant")
        ending = self._session.move_money(command, attempt)
        match ending:
            case NotSent():
                return NotGivenBack(reason="the terminal did not take the request")
            case Refused():
                return self._refused(ending)
            case Silent():
                return Unknown(reason=ending.reason)
            case Completed():
                return self._completed(attempt, ending)
            case Aborted():
                return self._aborted(attempt, ending)
            case _:
                assert_never(ending)

    def recover(self, attempt: RefundAttempt, deadline: float) -> CardRefundOutcome:
        """What became of it. A deaf terminal: `LineLostError`."""
        asking = Asking(self._session, self._profile, self._clock)
        return asking.until_settled(lambda: self._ask(attempt), deadline)

    def _command(self, attempt: RefundAttempt) -> Reversal | Refund | None:
        request = attempt.refund.request
        currency = CURRENCIES[request.currency]
        original = request.original
        if original is None:
            return Refund(
                password=self._profile.password, amount_minor=request.amount_minor, currency=currency
            )
        if original.receipt_number is None or original.amount_minor != request.amount_minor:
            return None
        return Reversal(
            password=self._profile.password,
            receipt_number=original.receipt_number,
            amount_minor=request.amount_minor,
            currency=currency,
        )

    def _refused(self, ending: Refused) -> CardRefundOutcome:
        state = self._session.enquire()
        if state is None or state.status == STATUS_BUSY:
            return Unknown(reason="the terminal refused the request and yet is busy")
        return NotGivenBack(reason=f"the terminal refused the request: {self._words(ending.code)}")

    def _completed(self, attempt: RefundAttempt, ending: Completed) -> CardRefundOutcome:
        reported = attempt.reported
        if reported is None:
            code = ending.completion.result()
            return self._refusal(code, "") if code else Unknown(reason="the terminal told no result")
        if reported.result.result_code != 0:
            return self._refusal(reported.result.result_code, reported.result.text)
        wrong = attempt.refusal or wrong_payment(reported, attempt.refund)
        if wrong:
            return NeedsAttendant(reason=f"the terminal gave back something else: {wrong}")
        return CardGivenBack(result=reported.result, receipt_lines=attempt.receipt.customer_lines())

    def _aborted(self, attempt: RefundAttempt, ending: Aborted) -> CardRefundOutcome:
        reported = attempt.reported
        if reported is None:
            return self._refusal(ending.abort.result, "")
        if reported.result.result_code != 0:
            return self._refusal(reported.result.result_code, reported.result.text)
        return NeedsAttendant(reason=attempt.refusal or "the terminal gave back and then took it back")

    def _refusal(self, code: int, text: str) -> CardRefundOutcome:
        words = text or self._words(code)
        if code == RESULT_CANCELLED:
            return Cancelled(result_code=code, text=words)
        return Declined(result_code=code, text=words)

    def _words(self, code: int) -> str:
        return result_text(code, self._profile.language)

    def _ask(self, attempt: RefundAttempt) -> CardRefundOutcome | None:
        """One repeat receipt and what follows from it; None to try again."""
        witness = Witness(self._profile.charset)
        ending: Ending = self._session.repeat_receipt(witness)
        put_off = isinstance(ending, Refused) and ending.code == STATUS_BUSY
        if witness.told is None and (put_off or isinstance(ending, Silent)):
            return None
        stored = attempt.reported.result if attempt.reported else attempt.refund.stored_result
        verdict = decide_refund(
            attempt.refund,
            witness.told,
            stored=stored,
            registered_id=self._session.registered_id,
            settled=self._settled,
            skew_s=self._profile.clock_skew_s,
        )
        match verdict:
            case Paid():
                if attempt.reported is None and stored is None:
                    keep(Keeper(attempt.listener), attempt.id, verdict.result)
                lines = attempt.receipt.customer_lines()
                return CardGivenBack(result=verdict.result, receipt_lines=lines)
            case NotPaid():
                if stored is not None and stored.result_code != 0:
                    return self._refusal(stored.result_code, stored.text)
                return NotGivenBack(reason=verdict.reason)
            case Unclear():
                return NeedsAttendant(reason=verdict.reason)
            case _:
                assert_never(verdict)
