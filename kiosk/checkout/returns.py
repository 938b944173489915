"""Rules of goods that come back: found by their receipt, held at the store, paid back to what paid for them.

Staff find the sale and say what comes back and why; the store holds it, so that nobody else gives it back,
and says how much goes where. Each part is a refund like any other (`refunds`): written down before it is
sent, asked about until it is proven. What cannot be given back stays with the store for another try.

Source: docs/architecture.md, "Returns"; docs/protocol.md, "Returns".
Invariants: pure; without the store nothing comes back; the shopper's money and the journal agree after every
part; whoever stops in the middle has given back exactly what the journal says.
"""

from kiosk.checkout import basket, refunds
from kiosk.checkout import returned_parts as parts
from kiosk.checkout import staff_commands as sc
from kiosk.checkout.decision import Context, Decision, Ignored, Refused
from kiosk.checkout.desk import Verdict
from kiosk.checkout.evolve import fold
from kiosk.checkout.state import Phase, State, transaction_of
from retail.interventions import events as v
from retail.interventions.rights import Action, may
from retail.journal import returns as rt
from retail.wire.returns import LINES_MAX, ReturnedLine, SoldSale

_WHY_NOT = {
    Verdict.HELD_ELSEWHERE: "returned_elsewhere",
    Verdict.USED: "nothing_left_to_return",
    Verdict.REFUSED: "no_such_sale",
    Verdict.NO_LINK: "no_link",
}
_NOT_IN_TRAINING = Refused(code="not_in_training")
"""Money that goes back is real."""


def find(state: State, command: sc.Act, context: Context) -> Decision:
    """Staff hold a receipt to the camera or type its number: the store is asked as a reaction."""
    if state.phase is not Phase.ATTRACT:
        return Refused(code="shopper_is_here")
    if state.training_by:
        return _NOT_IN_TRAINING
    return () if command.text else Refused(code="no_such_sale")


def found(state: State, command: sc.ReportSold, context: Context) -> Decision:
    """The store has found the sale, or not."""
    answer = command.answer
    if answer.verdict is not Verdict.HELD or answer.sold is None:
        return Refused(code=_WHY_NOT[answer.verdict])
    if state.transaction is not None or state.staff is None:
        return Refused(code="shopper_is_here")
    if state.training_by:
        return _NOT_IN_TRAINING
    if answer.sold.currency != context.shop.currency:
        return Refused(code="no_such_sale")
    opened = rt.ReturnOpened(sold=answer.sold, by=answer.by)
    return (*basket.started(state, context), opened)


def found_late(state: State, command: sc.ReportSold, context: Context) -> Decision:
    """Somebody shops by now."""
    return Refused(code="shopper_is_here")


def choose(state: State, command: sc.ReturnGoods, context: Context) -> Decision:
    """These units come back. How much that is decides who may say so."""
    returning, staff = parts.returning_of(state), state.staff
    if staff is None:
        return Refused(code="staff_signed_out")
    if returning.is_asked or returning.parts:
        return Ignored(reason="decided already")
    amount_minor = worth(returning.sold, command.lines)
    if amount_minor <= 0:
        return Refused(code="nothing_to_return")
    verdict = may(
        staff.role,
        Action.RETURN,
        context.shop.rules.policy.staff_rights(),
        why=command.why,
        percent=0,
        amount_minor=amount_minor,
        is_remote=False,
    )
    if not verdict.is_allowed:
        return Refused(
            code=f"staff_needs_{verdict.needs.value}" if verdict.needs else f"staff_{verdict.reason}"
        )
    sale = transaction_of(state)
    return (
        rt.ReturnAsked(
            return_id=f"{sale.transaction_id}-{sale.return_asks + 1}",
            lines=command.lines,
            by=staff.staff_id,
            why=command.why[: v.TEXT_MAX],
        ),
    )


def held(state: State, command: sc.ReportReturn, context: Context) -> Decision:
    """The store holds what comes back, or says why not."""
    returning, answer = parts.returning_of(state), command.answer
    if not returning.is_asked or answer.return_id != returning.return_id:
        return Ignored(reason="nobody waits for this answer")
    if answer.verdict is not Verdict.HELD or not answer.parts:
        reason = answer.reason or _WHY_NOT[answer.verdict]
        return (rt.ReturnRefused(return_id=answer.return_id, reason=reason),)
    told = rt.ReturnHeld(return_id=answer.return_id, amount_minor=answer.amount_minor, parts=answer.parts)
    return (told, *parts.next_part(fold((told,), state), context))


def go_on(state: State, command: sc.GoOnReturning, context: Context) -> Decision:
    """Try the part again that did not go back."""
    returning = parts.returning_of(state)
    if not returning.parts or returning.is_asked:
        return Ignored(reason="nothing is held yet")
    return parts.next_part(state, context)


def stop(state: State, command: sc.StopReturning, context: Context) -> Decision:
    """Nothing more goes back. What did not move is free at the store again."""
    return parts.stopped(state, context)


def by_hand(state: State, by: str, why: str, context: Context) -> Decision:
    """Staff gave the next part back themselves."""
    part = parts.returning_of(state).next_part
    if part is None or part.tender not in ("card", "wallet"):
        return Ignored(reason="no part waits")
    requested = parts.refund_of(state, part, context, is_by_hand=True)
    there = fold((requested,), state)
    done = refunds.given_by_hand(there, by, context)
    return (requested, *done, *parts.next_part(fold(done, there), context))


def worth(sold: SoldSale, lines: tuple[ReturnedLine, ...]) -> int:
    """What these units were paid; 0 if they are not all left to return."""
    if not 0 < len(lines) <= LINES_MAX or len({one.line_id for one in lines}) != len(lines):
        return 0
    known = {line.line_id: line for line in sold.lines}
    total = 0
    for one in lines:
        line = known.get(one.line_id)
        if line is None or one.quantity > min(line.left, len(line.unit_minor)):
            return 0
        total += sum(line.unit_minor[: one.quantity])
    return total
