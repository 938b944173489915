"""An open line to a terminal, and the commands of the trade on it.

Registration, status enquiry, payment, repeat receipt, reversal, end of day: each is one dialogue and
returns what it found out. Nothing here retries a payment or decides when to ask; that is the driver's.

Source: ZVT commands PA00P015 section 2.
"""

from collections.abc import Callable
from typing import assert_never

from kiosk.devices.terminal import (
    Approved,
    Cancelled,
    Declined,
    EndOfDayAnswer,
    NeedsAttendant,
    NotCharged,
    Outcome,
    Reversed,
    TerminalResult,
    Unknown,
)
from kiosk.payment.currencies import CURRENCIES
from kiosk.payment.line import Monotonic
from kiosk.payment.port import RESULT_LINE_FAULT
from kiosk.payment.zvt.attempt import Attempt
from kiosk.payment.zvt.bystander import Bystander, Totals, Witness
from kiosk.payment.zvt.codec import (
    PAYMENT_TYPE_TERMINAL_DECIDES,
    UNATTENDED,
    Authorisation,
    Bmp,
    Config,
    EndOfDay,
    ProtocolError,
    Refund,
    Registration,
    RepeatReceipt,
    Reversal,
    StatusEnquiry,
    TerminalState,
    permit_print_blocks,
    result_text,
)
from kiosk.payment.zvt.dialogue import (
    ENQUIRY_WITHOUT_VERSION,
    STATUS_BUSY,
    Aborted,
    Completed,
    Dialogue,
    Ending,
    NotSent,
    Refused,
    Silent,
    failure_code,
)
from kiosk.payment.zvt.link import Link
from kiosk.payment.zvt.mirror import Mirror
from kiosk.payment.zvt.profile import Receipts, TerminalProfile
from kiosk.payment.zvt.results import Reported, terminal_id

RESULT_CANCELLED = 0x6C
RESULT_ALREADY_REVERSED = 0xB4
SERVICE_MENU_LOCKED = 0x01
SERVICE_TELL_WITHOUT_PRINTING = 0x03
_PAPER = Config.ECR_PRINTS_PAYMENTS | Config.ECR_PRINTS_ADMIN | Config.PRINT_THROUGH_ECR
_CONFIGS = {
    Receipts.TEXT: UNATTENDED,
    Receipts.FIELDS: UNATTENDED & ~Config.PRINT_THROUGH_ECR,
    Receipts.TERMINAL: UNATTENDED & ~_PAPER,
}
ADMIN_PATIENCE = 6
"""Administrative commands get this many times T3."""


class Session:
    """Commands over one link. `others` answers what belongs to no command of ours."""

    def __init__(
        self,
        link: Link,
        profile: TerminalProfile,
        now: Monotonic,
        others: Callable[[], Bystander],
        mirror: Mirror,
    ) -> None:
        self._link = link
        self._profile = profile
        self._dialogue = Dialogue(link, profile, now, mirror)
        self._mirror = mirror
        self._others = others
        self._admin_s = profile.t3_s * ADMIN_PATIENCE
        self.registered_id = ""

    def close(self) -> None:
        """Close the line."""
        self._link.close()

    def attend(self, timeout_s: float) -> None:
        """Answer what the terminal says of its own accord, until `timeout_s` passed or woken."""
        self._dialogue.attend(self._others(), timeout_s)

    def ask_to_stop(self) -> None:
        """06 B0 outside of a payment of ours."""
        self._dialogue.ask_to_stop()

    def enquire(self) -> TerminalState | None:
        """How the terminal is; None when it does not answer."""
        command = StatusEnquiry(password=self._profile.password, service=ENQUIRY_WITHOUT_VERSION)
        ending = self._dialogue.run(command, self._others(), patience_s=self._profile.t3_s)
        match ending:
            case Completed():
                try:
                    return ending.completion.state()
                except ProtocolError:
                    return None
            case Refused():
                return TerminalState(status=STATUS_BUSY if ending.code == STATUS_BUSY else 0)
            case NotSent() | Aborted() | Silent():
                return None
            case _:
                assert_never(ending)

    def register(self) -> int | None:
        """Register as an unattended machine; 0 when done, the terminal's code when not, None for silence."""
        command = Registration(
            password=self._profile.password,
            config=_CONFIGS[self._profile.receipts],
            currency=CURRENCIES[self._profile.currency],
            service=SERVICE_MENU_LOCKED,
            tlv=permit_print_blocks() if self._profile.receipts is Receipts.TEXT else None,
        )
        ending = self._dialogue.run(command, self._others(), patience_s=self._admin_s)
        if not isinstance(ending, Completed):
            return failure_code(ending)
        try:
            told = ending.completion.fields()
            self.registered_id = terminal_id(told)
            self._mirror.hear(told.raw(Bmp.TLV))
        except ProtocolError:
            return RESULT_LINE_FAULT
        return 0

    def repeat_receipt(self, witness: Witness) -> Ending:
        """06 20: have the last transaction told to `witness`."""
        command = RepeatReceipt(password=self._profile.password, service=SERVICE_TELL_WITHOUT_PRINTING)
        return self._dialogue.run(command, witness, patience_s=self._admin_s)

    def last_transaction(self) -> Reported | None:
        """What a repeat receipt tells now; None when it tells nothing."""
        witness = Witness(self._profile.charset)
        self.repeat_receipt(witness)
        return witness.told

    def pay(self, attempt: Attempt) -> Outcome:
        """06 01, once, to its end."""
        self._dialogue.drain(self._others())
        request = attempt.opened.request
        command = Authorisation(
            amount_minor=request.amount_minor,
            currency=CURRENCIES[request.currency],
            payment_type=PAYMENT_TYPE_TERMINAL_DECIDES,
            tlv=self._mirror.container(),
        )
        ending = self._dialogue.run(
            command, attempt, patience_s=self._profile.t4_s, moves_money=True, probing=True
        )
        match ending:
            case NotSent():
                return NotCharged(reason="the terminal did not take the request")
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

    def _refused(self, ending: Refused) -> Outcome:
        """Not started, unless that refusal belonged to an earlier command and the terminal is at work."""
        state = self.enquire()
        if state is None or state.status == STATUS_BUSY:
            return Unknown(reason="the terminal refused the request and yet is busy")
        return NotCharged(reason=f"the terminal refused the request: {self._words(ending.code)}")

    def _completed(self, attempt: Attempt, ending: Completed) -> Outcome:
        reported = attempt.reported
        if reported is None:
            code = ending.completion.result()
            if code:
                return self._not_approved(code, "")
            return Unknown(reason="the terminal finished without telling a result")
        if reported.result.result_code != 0:
            return self._not_approved(reported.result.result_code, reported.result.text)
        if attempt.refusal:
            return self.undo(reported.result, attempt.refusal, asserted=False)
        return Approved(result=reported.result, receipt_lines=attempt.receipt.customer_lines())

    def _aborted(self, attempt: Attempt, ending: Aborted) -> Outcome:
        reported = attempt.reported
        if reported is None:
            return self._not_approved(ending.abort.result, "")
        if reported.result.result_code != 0:
            return self._not_approved(reported.result.result_code, reported.result.text)
        reason = attempt.refusal or "the terminal took the approval back"
        return self.undo(reported.result, reason, asserted=True)

    def _not_approved(self, code: int, text: str) -> Outcome:
        words = text or self._words(code)
        if code == RESULT_CANCELLED:
            return Cancelled(result_code=code, text=words)
        return Declined(result_code=code, text=words)

    def _words(self, code: int) -> str:
        return result_text(code, self._profile.language)

    def move_money(self, command: Reversal | Refund, handler: Attempt) -> Ending:
        """Give back, once, to its end."""
        self._dialogue.drain(self._others())
        return self._dialogue.run(
            command, handler, patience_s=self._profile.t4_s, moves_money=True, probing=True
        )

    def undo(self, charge: TerminalResult, reason: str, *, asserted: bool) -> Outcome:
        """Make sure a payment that must not stand is gone; `asserted` if the terminal already says so.

        The terminal's word is checked with a repeat receipt; a payment still there is reversed (06 30).
        """
        last = self.last_transaction()
        if last is not None and _shows_undone(last, charge, asserted=asserted):
            return Reversed(reason=reason)
        return self._reverse(charge, reason, asserted=asserted)

    def _reverse(self, charge: TerminalResult, reason: str, *, asserted: bool) -> Outcome:
        if charge.receipt_number is None or charge.amount_minor is None:
            return NeedsAttendant(reason=f"{reason}; the terminal gave no receipt number to reverse")
        witness = Witness(self._profile.charset, expected_amount=charge.amount_minor)
        command = Reversal(
            password=self._profile.password,
            receipt_number=charge.receipt_number,
            amount_minor=charge.amount_minor,
            currency=CURRENCIES[charge.currency] if charge.currency else None,
        )
        ending = self._dialogue.run(
            command, witness, patience_s=self._profile.t4_s, moves_money=True, probing=True
        )
        told = witness.told
        if isinstance(ending, Completed) and told is not None and told.result.result_code == 0:
            if told.original_trace not in (None, charge.trace_number):
                return NeedsAttendant(reason=f"{reason}; the terminal reversed another payment")
            if told.result.amount_minor == charge.amount_minor:
                return Reversed(reason=reason)
            return NeedsAttendant(reason=f"{reason}; the terminal reversed another amount")
        if isinstance(ending, Silent):
            return Unknown(reason=f"{reason}; the reversal was not confirmed")
        code = failure_code(ending)
        if code == RESULT_ALREADY_REVERSED and asserted:
            return Reversed(reason=reason)
        return NeedsAttendant(reason=f"{reason}; the reversal failed ({self._words(code or 0xFF)})")

    def end_of_day(self) -> EndOfDayAnswer:
        """06 50: close the terminal's day."""
        totals = Totals()
        command = EndOfDay(password=self._profile.password)
        ending = self._dialogue.run(command, totals, patience_s=self._profile.t4_s, moves_money=True)
        if isinstance(ending, Completed):
            code = ending.completion.result() or 0  # E0: done, and now it updates itself
            return EndOfDayAnswer(
                succeeded=True, result_code=code, total_minor=totals.total_minor, day=totals.day
            )
        code = failure_code(ending) or RESULT_LINE_FAULT
        return EndOfDayAnswer(succeeded=False, result_code=code, text=self._words(code))


def _shows_undone(last: Reported, charge: TerminalResult, *, asserted: bool) -> bool:
    """The terminal's last transaction shows that `charge` no longer stands."""
    if last.original_trace is not None and last.original_trace == charge.trace_number:
        return last.result.result_code == 0
    same = (last.result.receipt_number, last.result.trace_number) == (
        charge.receipt_number,
        charge.trace_number,
    )
    return last.result.result_code != 0 if same else asserted
