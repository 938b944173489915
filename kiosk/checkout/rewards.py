"""What a purchase earns, settled in the commit that records its payment.

Invariants: pure; called once per purchase, by whichever event pays it, also after a crash; the amounts are
those of the final price.
"""

from collections.abc import Mapping

from kiosk.checkout import coupons, next_visit, stored_value
from kiosk.checkout.decision import Context, Events
from kiosk.checkout.evolve import fold
from kiosk.checkout.state import Loading, State, Transaction, transaction_of
from retail.campaigns import uses_in
from retail.journal import events as e
from retail.journal.value import ValueLoaded
from retail.receipt import StampCard


def paid(state: State, events: Events, context: Context) -> Events:
    """`events`, the last of which pays the basket, with what becomes of coupons, campaigns and points."""
    sale = transaction_of(fold(events, state))
    if sale.is_training:
        return (*events, *coupons.released(sale))
    if sale.loading is not None:
        return (*events, _loaded(sale.loading))
    return (
        *events,
        *stored_value.captured(sale, context),
        *coupons.redeemed(sale, context),
        *_campaigns(sale),
        *_granted(sale, context),
    )


def _loaded(loading: Loading) -> ValueLoaded:
    """A top-up earns nothing and spends nothing: the balance gets what was paid."""
    return ValueLoaded(
        load_id=loading.load_id, account_id=loading.account_id, amount_minor=loading.amount_minor
    )


def _campaigns(sale: Transaction) -> Events:
    """What the basket takes of the lane's slices."""
    names = [one.offer_id for one in sale.campaigns or ()]
    return tuple(
        e.CampaignUsed(offer_id=used.offer_id, uses=used.uses, amount_minor=used.amount_minor)
        for used in uses_in(sale.priced, names)
    )


def _granted(sale: Transaction, context: Context) -> Events:
    earned, member = sale.priced.rewards, sale.member
    code = _next_visit_code(sale, context)
    if member is None and not code:
        return ()
    return (
        e.RewardsGranted(
            member_id=member.member_id if member else "",
            points_earned=earned.points if member else 0,
            points_spent=sale.points_held,
            base_minor=earned.base_minor,
            next_visit_minor=earned.next_visit_minor if code else 0,
            next_visit_code=code,
            next_visit_from=earned.next_visit_from if code else "",
            next_visit_until=earned.next_visit_until if code else "",
            stamps=dict(earned.stamps) if member else {},
            stamp_cards=_stamp_cards(earned.stamps, context) if member else {},
        ),
    )


def _stamp_cards(stamps: Mapping[str, int], context: Context) -> dict[str, StampCard]:
    """What the shop calls these cards, and how many stamps fill them."""
    return {
        card.card: StampCard(names={"": card.name or card.card, **card.names}, goal=card.stamps_needed)
        for card in context.assortment.terms.stamps
        if card.card in stamps
    }


def _next_visit_code(sale: Transaction, context: Context) -> str:
    """The code to print; empty if nothing was earned, or the lane cannot sign it."""
    earned, assortment = sale.priced.rewards, context.assortment
    rule = next_visit.rule_worth(assortment.terms, earned.next_visit_minor)
    if not earned.next_visit_minor or rule is None or not assortment.secret:
        return ""
    return next_visit.code_for(
        rule, assortment.terms, sale.transaction_id, earned.next_visit_until, assortment.secret
    )
