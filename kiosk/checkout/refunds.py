"""Rules of giving back what was taken: to the card or wallet it came from, proven like a payment.

A shopper who stops before all is paid gets every part back, the newest first; then the basket is as it was
before paying. What a terminal cannot give back by itself a person gives back, and says so by name.

Source: docs/devices/terminal.md, "Refunds"; docs/devices/wallet.md.
Invariants: pure; one refund at a time, and none while a payment is open; a part is taken off what was paid by
the event that proves it went back, and by nothing else.
"""

from typing import assert_never

from msgspec.structs import replace

from kiosk.checkout import commands as c
from kiosk.checkout import returned_parts
from kiosk.checkout.decision import Context, Decision, Events, Ignored, Refused
from kiosk.checkout.evolve import fold
from kiosk.checkout.state import Refund, State, Taken, Tender, transaction_of
from kiosk.devices import refund as rf
from kiosk.devices import terminal as t
from kiosk.devices import wallet as wl
from retail.check import require
from retail.journal import refunds as r

GIVEN_BACK_BY_HAND = ("reversed_at_terminal", "terminal_says_not_paid")
"""What a person may have seen that means that the shopper has the money."""


def give_back(state: State, command: c.TakeBack, context: Context) -> Decision:
    """The shopper does not pay on and wants everything back."""
    sale = transaction_of(state)
    if not sale.taken:
        return Ignored(reason="nothing was taken")
    if sale.waits_for_store:
        return Refused(code="value_being_checked")
    return _next(state, context)


def told(state: State, command: c.ReportRefund, context: Context) -> Decision:
    """What terminal or gateway say about the refund under way."""
    message, refund = command.message, _refund(state)
    if message.refund_id != refund.refund_id:
        return Ignored(reason="not the refund under way")
    match message:
        case rf.RefundText():
            if (message.status_code, message.text) == (refund.status_code, refund.status_text):
                return Ignored(reason="already shown")
            shown = r.RefundStatusShown(
                refund_id=refund.refund_id, status_code=message.status_code, text=message.text
            )
            return (shown,)
        case rf.CardRefundAnswer() | wl.WalletRefundAnswer():
            return _settle(state, refund, message.outcome, context)
        case _:
            assert_never(message)


def told_late(state: State, command: c.ReportRefund, context: Context) -> Decision:
    """Words about a refund that is not under way."""
    if isinstance(command.message, rf.RefundText):
        return Ignored(reason="words without a refund")
    return Refused(code="late_refund_answer")


def keep(state: State, command: c.KeepRefund, context: Context) -> Decision:
    """Store what the terminal reported, before it is acknowledged."""
    refund = _refund(state)
    if command.refund_id != refund.refund_id:
        return Refused(code="late_refund_answer")
    if refund.stored == command.result:
        return Ignored(reason="already stored")
    return (r.RefundResultStored(refund_id=refund.refund_id, result=command.result),)


def keep_late(state: State, command: c.KeepRefund, context: Context) -> Decision:
    """A result when no refund is under way: it must not be acknowledged."""
    return Refused(code="late_refund_answer")


def ask(state: State, context: Context) -> Decision:
    """Time to ask what became of the refund."""
    refund = _refund(state)
    if not refund.is_unknown:
        return Ignored(reason="its answer is still awaited")
    return (r.RefundAsked(refund_id=refund.refund_id),)


def after_crash(state: State) -> Events:
    """The program was started anew in the middle of a refund."""
    refund = state.transaction.refund if state.transaction else None
    if refund is None or refund.is_unknown:
        return ()
    return (r.RefundUnknown(refund_id=refund.refund_id, reason="the lane was restarted"),)


def settled_by_staff(state: State, by: str, why: str, context: Context) -> Events:
    """What a person has seen about a refund nobody could prove."""
    refund = _refund(state)
    if why in GIVEN_BACK_BY_HAND:
        return _given(state, refund, context, settled_by=by)
    return (r.RefundRefused(refund_id=refund.refund_id, reason="staff saw that it was not given back"),)


def by_hand(state: State, attempt_id: str, by: str, why: str, context: Context) -> Decision:
    """Staff gave a part back themselves, where no machine would."""
    part = next((one for one in transaction_of(state).taken if one.attempt_id == attempt_id), None)
    if part is None:
        return Ignored(reason="no such part")
    requested = replace(_requested(state, part, context, by=by, why=why), is_by_hand=True)
    there = fold((requested,), state)
    return (requested, *given_by_hand(there, by, context))


def given_by_hand(state: State, by: str, context: Context) -> Events:
    """A person has given back what was asked for."""
    return _given(state, _refund(state), context, settled_by=by, goes_on=False)


def _settle(
    state: State, refund: Refund, outcome: rf.CardRefundOutcome | wl.WalletRefundOutcome, context: Context
) -> Decision:
    match outcome:
        case rf.CardGivenBack():
            result = outcome.result
            if (result.amount_minor, result.currency) != (refund.amount_minor, refund.currency):
                return _unknown(refund, "the terminal gave back something else than was asked", True)
            return _given(state, refund, context, result=result, receipt_lines=outcome.receipt_lines)
        case wl.GivenBack():
            if (outcome.amount_minor, outcome.currency) != (refund.amount_minor, refund.currency):
                return _unknown(refund, "the wallet gave back something else than was asked", True)
            return _given(state, refund, context, reference=outcome.reference)
        case t.Declined():
            return _refused(refund, "declined", outcome.text)
        case t.Cancelled():
            return _refused(refund, "cancelled", outcome.text)
        case rf.NotGivenBack():
            return _refused(refund, outcome.reason)
        case t.Unknown():
            return _unknown(refund, outcome.reason, False)
        case t.NeedsAttendant():
            return _unknown(refund, outcome.reason, True)
        case _:
            assert_never(outcome)


def _given(
    state: State,
    refund: Refund,
    context: Context,
    *,
    result: t.TerminalResult | None = None,
    receipt_lines: tuple[str, ...] = (),
    reference: str = "",
    settled_by: str = "",
    goes_on: bool = True,
) -> Events:
    """It went back; the next part follows in the same commit."""
    approved = r.RefundApproved(
        refund_id=refund.refund_id,
        tender=refund.tender.value,
        attempt_id=refund.attempt_id,
        amount_minor=refund.amount_minor,
        result=result,
        receipt_lines=receipt_lines,
        reference=reference,
        given_at=context.local,
        settled_by=settled_by,
    )
    there = fold((approved,), state)
    if goes_on and transaction_of(there).returning is not None:
        return (approved, *returned_parts.next_part(there, context))
    if not goes_on or not transaction_of(there).taken:
        return (approved,)
    return (approved, *_next(there, context))


def _next(state: State, context: Context) -> Events:
    return (_requested(state, transaction_of(state).taken[-1], context),)


def _requested(
    state: State, part: Taken, context: Context, *, by: str = "", why: str = "not_paid_on"
) -> r.RefundRequested:
    sale = transaction_of(state)
    is_card = part.tender is Tender.CARD
    return r.RefundRequested(
        refund_id=f"{sale.transaction_id}-r{sale.refunds + 1}",
        tender=part.tender.value,
        attempt_id=part.attempt_id,
        amount_minor=part.amount_minor,
        currency=sale.currency,
        original=part.card if is_card else None,
        baseline=state.baseline if is_card else None,
        by=by,
        why=why,
        requested_at=context.utc,
    )


def _refused(refund: Refund, reason: str, text: str = "") -> Events:
    return (r.RefundRefused(refund_id=refund.refund_id, reason=reason, text=text),)


def _unknown(refund: Refund, reason: str, needs_attendant: bool) -> Events:
    return (r.RefundUnknown(refund_id=refund.refund_id, reason=reason, needs_attendant=needs_attendant),)


def _refund(state: State) -> Refund:
    refund = transaction_of(state).refund
    require(refund is not None, f"a refund is under way while {state.phase.value}")
    assert refund is not None  # for the type checker
    return refund
