"""Rules of points: asked for when paying, held by the store, paid with the basket or given back.

Without a link the last known balance counts, less what this lane spent since, and never more than the shop
allows (`points.offline_points_max` of its terms; 0, the default, refuses).

Source: docs/coupons.md, "Points".
Invariants: pure; points never pay for deposits or donations, nor more than the goods cost; what is held is
spent with the payment or released, never both.
"""

from msgspec.structs import replace

from kiosk.checkout import commands as c
from kiosk.checkout.decision import Context, Decision, Events, Ignored, Refused
from kiosk.checkout.desk import PointsAnswer, Verdict
from kiosk.checkout.state import State, Transaction, transaction_of
from retail import points
from retail.journal import events as e
from retail.member import Member
from retail.priced import PricedBasket

_REFUSED = {
    Verdict.HELD_ELSEWHERE: "held",
    Verdict.USED: "used",
    Verdict.REFUSED: "refused",
    Verdict.NO_LINK: "no_link",
}


def use(state: State, command: c.UsePoints, context: Context) -> Decision:
    """Pay as much as possible with points."""
    sale = transaction_of(state)
    if sale.member is None:
        return Refused(code="points_need_member")
    if context.assortment.terms.points.spend is None:
        return Refused(code="points_pay_nothing")
    if sale.uses_points:
        return Ignored(reason="points are used already")
    if sale.value_asked is not None:
        return Refused(code="value_being_checked")
    wanted = _spending(sale, sale.member, context, sale.member.points)
    if not wanted.points:
        return (e.PointsRefused(reason="too_few"),)
    return (e.PointsAsked(points=wanted.points),)


def possible(sale: Transaction, priced: PricedBasket, context: Context) -> points.Spending:
    """What the member's points could pay of a basket at its final price."""
    if sale.member is None:
        return points.Spending()
    return _spending(replace(sale, priced=priced), sale.member, context, sale.member.points)


def keep(state: State, command: c.KeepPoints, context: Context) -> Decision:
    """Pay nothing with points after all."""
    events = released(transaction_of(state))
    return events or Ignored(reason="no points are used")


def answered(state: State, answer: PointsAnswer, context: Context) -> Events | Ignored:
    """The store's answer: points that pay, or why not."""
    sale = transaction_of(state)
    if answer.transaction_id != sale.transaction_id or not sale.points_asked or sale.member is None:
        return Ignored(reason="nobody waits for this answer")
    held = points.Spending()
    if answer.verdict is Verdict.HELD:
        held = _spending(sale, sale.member, context, answer.points)
    elif answer.verdict is Verdict.NO_LINK:
        held = _spending(sale, sale.member, context, _offline_limit(sale.member, context))
    if not held.points:
        return (e.PointsRefused(reason=_REFUSED.get(answer.verdict, "too_few")),)
    return (e.PointsHeld(points=held.points, amount_minor=held.amount_minor),)


def silence(sale: Transaction) -> PointsAnswer:
    """What it means that nobody answered in time."""
    return PointsAnswer(transaction_id=sale.transaction_id, points=0, verdict=Verdict.NO_LINK)


def released(sale: Transaction) -> Events:
    """Points are the shopper's again."""
    return (e.PointsReleased(),) if sale.uses_points else ()


def _spending(sale: Transaction, member: Member, context: Context, limit: int) -> points.Spending:
    rule = context.assortment.terms.points.spend
    worth_minor = sale.priced.total_minor - sale.priced.linked_minor - sale.donation_minor
    goods_minor = min(worth_minor, sale.due_minor + sale.points_minor)
    if rule is None or goods_minor <= 0:
        return points.Spending()
    return points.spend(member.points, member.points, goods_minor, rule, limit)


def _offline_limit(member: Member, context: Context) -> int:
    spent = context.book.points_spent(member.member_id, context.assortment.told_at)
    return points.offline_limit(member.points, spent, context.assortment.terms.points.offline_points_max)
