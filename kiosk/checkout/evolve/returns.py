"""How events of a return change phase and transaction. Pure and total.

Invariants: a return sells nothing; what was given is counted by the events that prove it.
"""

from typing import assert_never

from msgspec.structs import replace

from kiosk.checkout.state import Given, Phase, Return, Transaction
from retail.check import require
from retail.journal import returns as rt
from retail.journal.refunds import RefundApproved


def come_back(phase: Phase, sale: Transaction, event: rt.AnyReturnEvent) -> tuple[Phase, Transaction]:
    """The phase and transaction after a word about goods that come back."""
    match event:
        case rt.ReturnOpened():
            return Phase.RETURN, replace(sale, returning=Return(sold=event.sold, by=event.by))
        case rt.ReturnAsked():
            asked = replace(
                _returning(sale),
                return_id=event.return_id,
                lines=event.lines,
                by=event.by,
                why=event.why,
                is_asked=True,
                reason="",
            )
            return Phase.RETURN, replace(sale, returning=asked, return_asks=sale.return_asks + 1)
        case rt.ReturnHeld():
            held = replace(
                _returning(sale), is_asked=False, amount_minor=event.amount_minor, parts=event.parts
            )
            return Phase.RETURN, replace(sale, returning=held)
        case rt.ReturnRefused():
            refused = replace(_returning(sale), is_asked=False, return_id="", lines=(), reason=event.reason)
            return Phase.RETURN, replace(sale, returning=refused)
        case rt.PointsGivenBack():
            return phase, given(sale)
        case rt.ReturnEnded():
            over = replace(_returning(sale), is_over=True)
            return Phase.RECEIPT, replace(sale, returning=over, paid_at=event.ended_at)
        case _:
            assert_never(event)


def given(sale: Transaction, proof: RefundApproved | None = None) -> Transaction:
    """The next part went back; a card's or a wallet's by this proof."""
    returning = _returning(sale)
    part = returning.next_part
    require(part is not None, "a part waits to go back")
    assert part is not None  # for the type checker
    one = Given(part=part)
    if proof is not None:
        one = Given(
            part=part,
            card=proof.result,
            receipt_lines=proof.receipt_lines,
            reference=proof.reference,
            settled_by=proof.settled_by,
        )
    return replace(sale, returning=replace(returning, given=(*returning.given, one), reason=""))


def not_given(sale: Transaction, reason: str) -> Transaction:
    """A part did not go back; staff decide."""
    return replace(sale, returning=replace(_returning(sale), reason=reason))


def _returning(sale: Transaction) -> Return:
    require(sale.returning is not None, "a return is under way")
    assert sale.returning is not None  # for the type checker
    return sale.returning
