"""Write down what the engine found as a `PricedBasket`: units, offers, hints, coupons, rewards, taxes.

Invariants: what is written adds up, or nothing is (`require`): units and linked items to the total, the
offers' savings to the saving, taxes to the total.
"""

import datetime
from collections.abc import Iterator, Mapping, Sequence

from retail import points, tax
from retail.basket import Line
from retail.basket_offers import BasketOffers, Paper, stamp_units
from retail.check import require
from retail.member import Member
from retail.money import AMOUNT_MAX_MINOR
from retail.priced import (
    AppliedOffer,
    CouponStanding,
    Cut,
    Gift,
    Nudge,
    PricedBasket,
    Rewards,
    UnitPrice,
)
from retail.promotions import reasons
from retail.promotions.explain import reason_key
from retail.promotions.offer import MinSpend, NextVisit, Offer
from retail.promotions.outcome import Outcome
from retail.promotions.session import OpenBasket, Priced
from retail.promotions.units import Item
from retail.terms import Terms
from retail.terms_json import STAMP_OFFER, NextVisitTerms

NUDGES_MAX = 3
"""Hints shown at once, the best; more would be noise."""
UNITS_PER_LINE = 1000
"""Unit ids are the line's id times this, plus the unit's place in the line."""
_WORDS = {"no_goods": "nothing_for_it"}
"""The engine's reasons in the words coupons use."""
_HELPFUL = (
    "too_few",
    "spend_more",
    "members_only",
    "not_now",
    "used_up",
    "used_today",
    "used_by_member",
    "other_offers_save_more",
)
"""Of a coupon's alternatives the reason a shopper can do most about is told."""


def write(
    terms: Terms,
    lines: Mapping[int, tuple[Line, Item]],
    member: Member | None,
    day: datetime.date,
    over: BasketOffers,
    opened: OpenBasket,
    priced: Priced,
    *,
    nudges: bool,
) -> PricedBasket:
    """The whole answer about a basket."""
    outcome = priced.outcome()
    units = _units(outcome)
    linked = sum(line.linked_minor for line, _ in lines.values())
    goods = sum(unit.paid_minor for unit in units)
    offers = _offers(outcome, opened, over)
    saving = outcome.list_minor - goods
    taxes = tax.totals(_tax_parts(lines, units))
    require(goods + linked <= AMOUNT_MAX_MINOR, "a basket stays below the largest amount")
    require(sum(part.gross_minor for part in taxes) == goods + linked, "the taxes add up to the total")
    require(sum(offer.saving_minor for offer in offers) == saving, "the offers' savings are the saving")
    return PricedBasket(
        currency=terms.currency,
        total_minor=goods + linked,
        item_count=len(units),
        list_minor=outcome.list_minor,
        saving_minor=saving,
        linked_minor=linked,
        taxes=taxes,
        units=units,
        offers=offers,
        nudges=_nudges(opened, priced, lines) if nudges and outcome.is_final else (),
        coupons=tuple(_standing(paper, member, offers, opened, priced) for paper in over.papers),
        gifts=tuple(
            Gift(
                offer_id=gift.offer_id,
                names=names_of(opened.book.by_name[gift.offer_id].offer),
                item_key=gift.item_id,
                count=gift.count,
            )
            for gift in outcome.gifts
        ),
        rewards=_rewards(terms, lines, member, day, over, opened, units, outcome),
        is_final=outcome.is_final,
        is_exact=outcome.is_exact or not outcome.is_final,
    )


def names_of(offer: Offer) -> dict[str, str]:
    """What a shopper reads of an offer, by language."""
    return {"": offer.name or offer.id, **offer.names}


def linked_parts(line: Line) -> Iterator[tuple[int, int]]:
    """Rate and amount of what is linked to a line."""
    for linked in line.product.linked:
        yield linked.tax_rate_bp, line.quantity * linked.price_minor


def _units(outcome: Outcome) -> tuple[UnitPrice, ...]:
    found = [
        UnitPrice(
            line_id=unit.unit_id // UNITS_PER_LINE,
            index=unit.unit_id % UNITS_PER_LINE,
            list_minor=unit.list_minor,
            paid_minor=unit.paid_minor,
            cuts=tuple(
                Cut(
                    offer_id=discount.offer_id,
                    group=discount.group,
                    is_reward=discount.is_reward,
                    base_minor=discount.base_minor,
                    amount_minor=discount.amount_minor,
                )
                for discount in unit.discounts
            ),
        )
        for unit in outcome.units
    ]
    found.sort(key=lambda unit: (unit.line_id, unit.index))
    return tuple(found)


def _offers(outcome: Outcome, opened: OpenBasket, over: BasketOffers) -> tuple[AppliedOffer, ...]:
    savings = dict.fromkeys(outcome.applied, 0)
    for unit in outcome.units:
        for discount in unit.discounts:
            savings[discount.offer_id] += discount.amount_minor
    return tuple(
        AppliedOffer(
            offer_id=offer_id,
            names=names_of(offer := opened.book.by_name[offer_id].offer),
            layer=offer.layer,
            reason=reason_key(offer),
            saving_minor=saving,
            funder=offer.funder,
            coupon_no=over.coupon_of(offer_id),
        )
        for offer_id, saving in savings.items()
    )


def _tax_parts(
    lines: Mapping[int, tuple[Line, Item]], units: Sequence[UnitPrice]
) -> Iterator[tuple[int, int]]:
    for unit in units:
        yield lines[unit.line_id][0].product.tax_rate_bp, unit.paid_minor
    for line, _ in lines.values():
        yield from linked_parts(line)


def _nudges(opened: OpenBasket, priced: Priced, lines: Mapping[int, tuple[Line, Item]]) -> tuple[Nudge, ...]:
    """The best hints a shopper can act on: no more of measured packs, nor above a purchase limit.

    To spend more is suggested from half the way on.
    """
    newest: dict[str, Line] = {line.product.key: line for line, _ in lines.values()}
    pieces: dict[str, int] = {}
    for line, _ in lines.values():
        pieces[line.product.key] = pieces.get(line.product.key, 0) + line.quantity
    found = []
    for hint in reasons.hints(opened, priced):
        ready = opened.book.by_name[hint.offer_id]
        if any(
            isinstance(test, MinSpend) and 2 * hint.missing_minor > test.amount_minor
            for test, _ in ready.basket_tests
        ):
            continue
        wanted = newest.get(hint.item_id)
        if wanted is not None:
            limit = wanted.product.quantity_max
            is_measured = wanted.weight_g is not None or wanted.price_minor is not None
            if is_measured or (limit and pieces[hint.item_id] >= limit):
                continue
        found.append(
            Nudge(
                offer_id=hint.offer_id,
                names=names_of(ready.offer),
                line_id=wanted.line_id if wanted else 0,
                missing_units=hint.missing_units,
                missing_minor=hint.missing_minor,
                saves_minor=hint.saves_minor,
            )
        )
        if len(found) == NUDGES_MAX:
            break
    return tuple(found)


def _standing(
    paper: Paper,
    member: Member | None,
    offers: Sequence[AppliedOffer],
    opened: OpenBasket,
    priced: Priced,
) -> CouponStanding:
    """What a coupon does here, or why nothing."""
    number = paper.coupon_no
    if paper.refusal:
        return CouponStanding(coupon_no=number, reason=paper.refusal)
    if paper.points:
        reason = "" if member else "members_only"
        return CouponStanding(coupon_no=number, reason=reason, points=0 if reason else paper.points)
    applied = [offer for offer in offers if offer.coupon_no == number]
    if applied:
        return CouponStanding(coupon_no=number, saving_minor=sum(offer.saving_minor for offer in applied))
    answers = [reasons.why_not(opened, offer_id, priced) for offer_id in paper.offer_ids]
    best = min(answers, key=lambda answer: (_help(answer.reason), answer.missing))
    return CouponStanding(coupon_no=number, reason=_WORDS.get(best.reason, best.reason), missing=best.missing)


def _help(reason: str) -> int:
    return _HELPFUL.index(reason) if reason in _HELPFUL else len(_HELPFUL)


def _rewards(
    terms: Terms,
    lines: Mapping[int, tuple[Line, Item]],
    member: Member | None,
    day: datetime.date,
    over: BasketOffers,
    opened: OpenBasket,
    units: Sequence[UnitPrice],
    outcome: Outcome,
) -> Rewards:
    """What the purchase earns should it be paid as it is."""
    base = points.earning_base(
        points.PaidUnit(paid_minor=unit.paid_minor, counts=lines[unit.line_id][1].counts) for unit in units
    )
    earned = sum(paper.points for paper in over.papers)
    if terms.points.earn is not None:
        earned += points.earned(base, terms.points.earn, day)
    visit = _next_visit(terms, base, opened, outcome)
    return Rewards(
        points=earned if member else 0,
        base_minor=base,
        next_visit_minor=visit.value_minor if visit else 0,
        next_visit_code=visit.code if visit else "",
        next_visit_from=(day + datetime.timedelta(days=1)).isoformat() if visit else "",
        next_visit_until=(day + datetime.timedelta(days=visit.valid_days)).isoformat() if visit else "",
        stamps=_stamps(terms, lines, member, units) if member else {},
    )


def _next_visit(terms: Terms, base_minor: int, opened: OpenBasket, outcome: Outcome) -> NextVisitTerms | None:
    """The best coupon for the next visit that the spend or an offer gives; one in a purchase."""
    given = {
        form.amount_minor
        for offer_id in outcome.applied
        for form in opened.book.by_name[offer_id].offer.derivation
        if isinstance(form, NextVisit)
    }
    reached = [
        visit
        for visit in terms.next_visit
        if visit.value_minor in given or (visit.from_minor is not None and base_minor >= visit.from_minor)
    ]
    return max(reached, key=lambda visit: (visit.value_minor, visit.valid_days), default=None)


def _stamps(
    terms: Terms,
    lines: Mapping[int, tuple[Line, Item]],
    member: Member,
    units: Sequence[UnitPrice],
) -> dict[str, int]:
    """Stamps on each card afterwards: units that a card paid for take stamps and get none."""
    after = {}
    items: dict[Item, int] = {}
    for line, item in lines.values():
        items[item] = items.get(item, 0) + line.quantity
    for card in terms.stamps:
        bought = stamp_units(card, items)
        if bought:
            offer_id = STAMP_OFFER + card.card
            free = sum(
                any(cut.offer_id == offer_id and cut.amount_minor for cut in unit.cuts) for unit in units
            )
            after[card.card] = member.stamps.get(card.card, 0) - free * card.stamps_needed + bought - free
    return after
