"""The lines of a sale and what offers took off them, as reports read them.

Invariants: pure; without a price a line is paid as it is listed.
"""

from collections import Counter
from collections.abc import Mapping

from retail.basket import Line as BasketLine
from retail.priced import PricedBasket
from store.projector.facts import Discount, Line


def told_lines(
    sold: Mapping[int, BasketLine], voided: Mapping[int, BasketLine], priced: PricedBasket | None
) -> tuple[Line, ...]:
    """Every line of a sale, those taken off before paying too."""
    paid: Counter[int] = Counter()
    for unit in priced.units if priced else ():
        paid[unit.line_id] += unit.paid_minor
    both = [(line, False) for line in sold.values()]
    both += [(line, True) for line in voided.values() if line.line_id not in sold]
    return tuple(
        Line(
            line_id=line.line_id,
            product_key=line.product.key,
            name=line.product.name(""),
            category=line.product.category,
            quantity=line.quantity,
            weight_g=line.weight_g,
            unit_price_minor=line.unit_price_minor,
            list_minor=line.amount_minor,
            paid_minor=paid[line.line_id] if priced and not is_voided else line.amount_minor,
            linked_minor=line.linked_minor,
            tax_rate_bp=line.product.tax_rate_bp,
            is_voided=is_voided,
            is_marked_down=line.is_marked_down,
        )
        for line, is_voided in both
    )


def discounts(priced: PricedBasket | None) -> tuple[Discount, ...]:
    """What each offer took off each line."""
    if priced is None:
        return ()
    amounts: Counter[tuple[int, str]] = Counter()
    for unit in priced.units:
        for cut in unit.cuts:
            amounts[unit.line_id, cut.offer_id] += cut.amount_minor
    offers = {offer.offer_id: offer for offer in priced.offers}
    return tuple(
        Discount(
            line_id=line_id,
            offer_id=offer_id,
            name=offer.names.get("", offer_id) if (offer := offers.get(offer_id)) else offer_id,
            layer=offer.layer if offer else "",
            funder=offer.funder if offer else "",
            coupon_no=offer.coupon_no if offer else 0,
            amount_minor=amount,
        )
        for (line_id, offer_id), amount in amounts.items()
        if amount
    )
