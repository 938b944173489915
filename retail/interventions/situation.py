"""Everything the rules for interventions know of a lane: one fold over its journal.

Source: docs/interventions.md, "Joining a lane".
Invariants: frozen; the journal and the store's rules alone make it, so a restart ends where it was.
"""

from collections.abc import Iterable

import msgspec
from msgspec.structs import replace

from retail.catalogue import Product
from retail.interventions import balance as b
from retail.interventions import book as bk
from retail.interventions import events as v
from retail.interventions import sale as sl
from retail.interventions import sign_in as si
from retail.interventions.carried import Carried
from retail.interventions.kinds import kind_of
from retail.interventions.policy import Policy
from retail.journal import events as e


class Rules(msgspec.Struct, frozen=True, kw_only=True):
    """What holds for one lane: the store's policy. Share it; it never changes."""

    policy: Policy = Policy()
    has_scale: bool = False
    """Whether the lane has a bagging scale."""


class Moment(msgspec.Struct, frozen=True, kw_only=True):
    """When something happens, and the chance of the moment."""

    at_us: int
    """Microseconds since 1970 (UTC)."""
    local: str
    """Local time with offset, ISO 8601: licence hours and dates are local."""
    seed: str = ""
    """What draws follow from; see `retail.interventions.risk.draw`."""


class Situation(msgspec.Struct, frozen=True, kw_only=True):
    """A lane as the rules for interventions see it."""

    book: bk.Book = bk.Book()
    sale: sl.Sale = sl.Sale()
    balance: b.Balance = b.Balance()
    desk: si.Desk = si.Desk()


def carried(situation: Situation) -> Carried:
    """What the end of a purchase has to carry on. Who is signed in is not: a new purchase, a new badge."""
    return Carried(
        book=situation.book.carried(), tries=situation.desk.tries, weight_g=situation.balance.actual_g
    )


def begin(known: Carried) -> Situation:
    """A lane between two purchases."""
    return Situation(
        book=bk.book_of(known.book),
        balance=b.Balance(accepted_g=known.weight_g, actual_g=known.weight_g),
        desk=si.Desk(tries=known.tries),
    )


def fold(events: Iterable[e.AnyEvent], situation: Situation, rules: Rules) -> Situation:
    """`situation` after all `events`, in order."""
    for event in events:
        situation = evolve(situation, event, rules)
    return situation


def evolve(situation: Situation, event: e.AnyEvent, rules: Rules) -> Situation:
    """`situation` after `event`."""
    return Situation(
        book=bk.evolve(situation.book, event),
        sale=sl.evolve(situation.sale, event, by_staff=_is_by_staff(situation, event)),
        balance=_balance(situation, event, rules) if rules.has_scale else situation.balance,
        desk=si.evolve(situation.desk, event),
    )


def _is_by_staff(before: Situation, event: e.AnyEvent) -> bool:
    """Whether it is the doing of staff: they are at the lane, or have refused the line that goes."""
    if before.desk.staff is not None:
        return True
    goes = event.line_id if isinstance(event, e.ItemVoided) else 0
    return any(goes and one.line_id == goes and one.awaits_removal for one in before.book.open)


def _balance(before: Situation, event: e.AnyEvent, rules: Rules) -> b.Balance:
    """The bagging area after `event`."""
    balance, weight = before.balance, rules.policy.weight
    match event:
        case e.TransactionStarted() | e.LaneIdle():
            return b.Balance(accepted_g=balance.actual_g, actual_g=balance.actual_g)
        case e.ItemAdded() if sl.PHONE in event.evidence or sl.ORDER in event.evidence:
            return balance  # packed while walking, or picked by staff: it need not pass over the scale
        case e.ItemAdded():
            return _expected(balance, event.line_id, event.product, event.weight_g, event.quantity, rules)
        case e.QuantityChanged() | e.ItemVoided():
            line = before.sale.lines.get(event.line_id)
            quantity = event.quantity if isinstance(event, e.QuantityChanged) else 0
            if line is None:
                return balance
            if quantity < line.quantity:
                return b.forget(balance, event.line_id, line.quantity - quantity, weight)
            more = quantity - line.quantity
            return _expected(balance, event.line_id, line.product, line.weight_g, more, rules)
        case v.WeightSettled():
            return b.rest_at(balance, event.weight_g, weight)
        case v.BaggingSkipped():
            return b.skip(balance, event.line_id, weight)
        case v.OwnBagPlaced():
            return b.own_bag(balance, event.weight_g, weight)
        case v.FullBagsMoved():
            return b.bags_moved(balance, event.weight_g, weight)
        case v.InterventionCleared() if event.how == "approved":
            one = before.book.numbered(event.intervention_no)
            takes = one is not None and kind_of(one.kind).accepts_weight
            return b.accept(balance) if takes else balance
        case _:
            return balance


def _expected(
    balance: b.Balance, line_id: int, product: Product, weight_g: int | None, count: int, rules: Rules
) -> b.Balance:
    """Pieces that are to arrive; one of unknown weight may, and is not waited for."""
    grams = weight_g or product.expected_g
    if count <= 0:
        return balance
    if grams <= 0:
        return b.expect_unknown(balance, line_id, count, rules.policy.weight)
    own_g = 0 if weight_g else product.tolerance_g
    tolerance_g = b.tolerance_g(grams, rules.policy.weight, own_g)
    due = b.Due(line_id=line_id, grams=grams, tolerance_g=tolerance_g, count=count)
    return b.expect(balance, due, rules.policy.weight)


def without_staff(situation: Situation) -> Situation:
    """The situation with nobody signed in: what a restart leaves."""
    return replace(situation, desk=replace(situation.desk, staff=None))
