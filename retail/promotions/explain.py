"""Write a priced basket out: every unit's price and the reason for every cent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retail.check import require
from retail.promotions.offer import Offer
from retail.promotions.outcome import Discount, GiftOutcome, Outcome, UnitOutcome
from retail.promotions.taxes import tax_parts

if TYPE_CHECKING:
    from retail.promotions.session import Priced


def reason_key(offer: Offer) -> str:
    """The key of the sentence that explains an offer: its form's name."""
    return str(offer.derivation[0].__struct_config__.tag)


def write_out(priced: Priced) -> Outcome:
    """The outcome of a priced basket."""
    records = priced.records
    discounts: list[list[Discount]] = [[] for _ in records]
    applied: dict[str, None] = {}
    gifts: list[GiftOutcome] = []
    next_visit = 0
    delivery = priced.context.delivery_minor
    for at, record in enumerate(records):
        for cut in record.view.cuts:
            offer = cut.ready.offer
            applied[offer.id] = None
            discounts[at].append(_discount(offer, 0, True, cut.base_minor, cut.amount_minor))
    place = {record: at for at, record in enumerate(records)}
    for used in priced.item_layer.used:
        offer = used.ready.offer
        applied[offer.id] = None
        for record, take in used.takes:
            rivals = record.view.alone
            runner_up = next((rival.offer.id for _, rival in rivals if rival is not used.ready), "")
            discounts[place[record]].append(
                _discount(
                    offer, take.instance, take.is_reward, record.view.price, take.amount_minor, runner_up
                )
            )
    for one in priced.applied:
        offer = one.ready.offer
        applied[offer.id] = None
        base = dict(one.bases)
        for take in one.takes:
            if take.amount_minor or not take.is_reward:
                discounts[take.unit].append(
                    _discount(offer, take.instance, take.is_reward, base[take.unit], take.amount_minor)
                )
                base[take.unit] -= take.amount_minor
        for extra in one.extras:
            if extra.is_free_delivery:
                delivery = 0
            elif extra.gifts:
                gifts.append(
                    GiftOutcome(
                        offer_id=offer.id,
                        item_id=extra.gift_id,
                        count=extra.gifts,
                        value_minor=extra.value_minor,
                    )
                )
            else:
                next_visit += extra.value_minor
    left = priced.standing.left
    units = tuple(
        UnitOutcome(
            unit_id=record.unit.id,
            item_id=record.view.item.id,
            list_minor=record.view.item.price_minor,
            paid_minor=left[at],
            discounts=tuple(discounts[at]),
        )
        for at, record in enumerate(records)
    )
    for unit in units:
        taken = sum(discount.amount_minor for discount in unit.discounts)
        require(unit.list_minor - taken == unit.paid_minor, "a unit's discounts explain its price")
    goods = sum(left)
    parts, tax = tax_parts(
        ((record.view.item.id, record.view.item.tax, left[at]) for at, record in enumerate(records)),
        priced.taxes,
    )
    is_net = priced.taxes.prices == "net"
    list_total = sum(unit.list_minor for unit in units)
    return Outcome(
        units=units,
        list_minor=list_total,
        saving_minor=list_total - goods + sum(gift.value_minor for gift in gifts),
        delivery_minor=delivery,
        total_minor=goods + (tax if is_net else 0) + delivery,
        net_minor=goods if is_net else goods - tax,
        tax_minor=tax,
        taxes=parts,
        applied=tuple(applied),
        gifts=tuple(gifts),
        next_visit_minor=next_visit,
        is_final=priced.is_final,
        is_exact=priced.is_exact,
    )


def _discount(
    offer: Offer, group: int, is_reward: bool, base: int, amount: int, runner_up: str = ""
) -> Discount:
    return Discount(
        offer_id=offer.id,
        layer=offer.layer,
        group=group,
        is_reward=is_reward,
        base_minor=base,
        amount_minor=amount,
        reason=reason_key(offer),
        runner_up=runner_up,
    )
