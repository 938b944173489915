"""Finding out what became of an attempt, without ever charging again.

The terminal may still be busy with it, deaf, or restarted. It is asked for its state until it is idle
(answering a result it still repeats), registered anew, and then told to repeat its last transaction. What
that proves is decided in `recovery`; a payment that must not stand is reversed.

Source: docs/devices/terminal.md, "Recovery"; ZVT commands PA00P015 sections 2.2.9 and 2.20.
Invariants: money is only ever given back here; a recovered approval is stored before it is reported.
"""

from typing import assert_never

from kiosk.devices.clock import Clock
from kiosk.devices.terminal import (
    Approved,
    Cancelled,
    Declined,
    NeedsAttendant,
    NotCharged,
    OpenAttempt,
    Outcome,
    Reversed,
    TerminalListener,
    TerminalResult,
)
from kiosk.payment.keeping import keep
from kiosk.payment.zvt.asking import Asking
from kiosk.payment.zvt.attempt import Attempt
from kiosk.payment.zvt.bystander import Witness
from kiosk.payment.zvt.codec import result_text
from kiosk.payment.zvt.dialogue import STATUS_BUSY, Refused, Silent
from kiosk.payment.zvt.profile import TerminalProfile, Unacknowledged
from kiosk.payment.zvt.recovery import (
    AlreadyReversed,
    Key,
    MustReverse,
    NotPaid,
    Paid,
    Unclear,
    decide,
    mismatch,
)
from kiosk.payment.zvt.session import RESULT_CANCELLED, Session


class Inquest:
    """One run of the recovery procedure."""

    def __init__(
        self,
        session: Session,
        profile: TerminalProfile,
        clock: Clock,
        listener: TerminalListener,
        settled: frozenset[Key],
    ) -> None:
        self._session = session
        self._profile = profile
        self._clock = clock
        self._listener = listener
        self._settled = settled

    def run(self, attempt: Attempt, deadline: float) -> Outcome:
        """Ask until it is settled or `deadline` (monotonic) has passed. A deaf terminal: `LineLostError`."""
        asking = Asking(self._session, self._profile, self._clock)
        return asking.until_settled(lambda: self._ask(attempt), deadline)

    def _ask(self, attempt: Attempt) -> Outcome | None:
        """One repeat receipt and what follows from it; None to try again."""
        witness = Witness(self._profile.charset)
        ending = self._session.repeat_receipt(witness)
        put_off = isinstance(ending, Refused) and ending.code == STATUS_BUSY
        if witness.told is None and (put_off or isinstance(ending, Silent)):
            return None
        opened = _with_seen(attempt)
        verdict = decide(
            opened,
            witness.told,
            registered_id=self._session.registered_id,
            settled=self._settled,
            skew_s=self._profile.clock_skew_s,
        )
        match verdict:
            case Paid():
                return self._paid(attempt, witness, verdict)
            case NotPaid():
                return self._not_paid(opened, verdict)
            case MustReverse():
                return self._session.undo(verdict.result, verdict.reason, asserted=False)
            case AlreadyReversed():
                return Reversed(reason=verdict.reason)
            case Unclear():
                return NeedsAttendant(reason=verdict.reason)
            case _:
                assert_never(verdict)

    def _paid(self, attempt: Attempt, witness: Witness, verdict: Paid) -> Outcome:
        told = witness.told
        if told is not None and attempt.reported is None:
            attempt.reported = told
            if not keep(self._listener, attempt.id, told.result):
                attempt.refusal = "the lane no longer wants this payment"
        if attempt.refusal:
            return self._session.undo(verdict.result, attempt.refusal, asserted=False)
        return Approved(result=verdict.result, receipt_lines=attempt.receipt.customer_lines())

    def _not_paid(self, opened: OpenAttempt, verdict: NotPaid) -> Outcome:
        """No money moved; in the terminal's own words when it had said why before the line broke."""
        stored = opened.stored_result
        if stored is None:
            return NotCharged(reason=verdict.reason)
        code = stored.result_code
        if code == 0 and self._keeps_it(opened, stored):
            return NeedsAttendant(reason=f"{verdict.reason}, but it had approved and never takes that back")
        if code == 0:
            # It had approved and now shows nothing: taken back by itself, as it must when nobody answers.
            return Reversed(reason=verdict.reason)
        text = stored.text or result_text(code, self._profile.language)
        if code == RESULT_CANCELLED:
            return Cancelled(result_code=code, text=text)
        return Declined(result_code=code, text=text)

    def _keeps_it(self, opened: OpenAttempt, stored: TerminalResult) -> bool:
        """This terminal keeps an approval as asked for, acknowledged or not: it cannot be gone."""
        keeps = self._profile.unacknowledged is Unacknowledged.KEEP
        return keeps and not mismatch(stored, opened, self._session.registered_id)


def _with_seen(attempt: Attempt) -> OpenAttempt:
    """The attempt as the lane knows it, with the result this driver saw since."""
    opened = attempt.opened
    if attempt.reported is None:
        return opened
    return OpenAttempt(
        request=opened.request,
        baseline=opened.baseline,
        started_at=opened.started_at,
        stored_result=attempt.reported.result,
    )
