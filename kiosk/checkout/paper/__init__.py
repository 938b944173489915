"""The receipt of a paid sale, from the state alone. The same state always gives the same receipt.

Amounts stand as a shopper adds them up: each line at its list price, under it what shelf and item offers took
off and what is linked to it; then offers on the basket and coupons; then the total, and who paid it.

Means of payment stand in the order in which they share the total: points, then what was set aside (gift
cards, a balance), then cards and wallets as they paid.

Invariants: pure; lines and linked items less all discounts are the total, and so are points and tenders;
names nobody.
"""

from kiosk.checkout.paper.loads import load_slip
from kiosk.checkout.paper.returns import return_slip
from kiosk.checkout.paper.tenders import card_tender
from kiosk.checkout.shop import Shop
from kiosk.checkout.state import HeldValue, Taken, Tender, Transaction
from retail import tax
from retail.basket import Line
from retail.languages import lines_in
from retail.priced import AppliedOffer, PricedBasket
from retail.receipt import (
    AnyTender,
    MemberNote,
    NextVisit,
    Receipt,
    ReceiptDiscount,
    ReceiptLine,
    ReceiptLinked,
    ValueTender,
    WalletTender,
)

_UNDER_THE_LINE = ("shelf", "item")
"""Layers whose discounts stand under the line they are on; the others come after all lines."""


def receipt_of(sale: Transaction, shop: Shop, language: str, *, copy: int = 1) -> Receipt:
    """The receipt of a paid transaction, or the slip of goods that came back, or of a top-up."""
    if sale.returning is not None:
        return return_slip(sale, sale.returning, shop, language, copy=copy)
    if sale.loading is not None:
        return load_slip(sale, sale.loading, shop, language, copy=copy)
    priced = sale.priced
    letters = _letters(sale)
    return Receipt(
        seller=shop.seller,
        lane=shop.lane,
        transaction_id=sale.transaction_id,
        number=sale.number,
        started_at=sale.started_at,
        ended_at=sale.paid_at,
        currency=sale.currency,
        lines=tuple(_line(line, priced, letters) for line in sale.lines),
        total_minor=priced.total_minor,
        taxes=priced.taxes,
        tenders=(*map(_value, sale.values), *map(_taken, sale.taken)),
        language=language,
        discounts=tuple(
            _discount(offer, offer.saving_minor)
            for offer in priced.offers
            if offer.layer not in _UNDER_THE_LINE and offer.saving_minor
        ),
        saving_minor=priced.saving_minor,
        points_minor=sale.points_minor,
        member=_member(sale),
        next_visit=_next_visit(sale),
        copy=copy,
        footer=lines_in(shop.footer, language),
    )


def _letters(sale: Transaction) -> dict[int, str]:
    """The letter of each rate: those of the totals, whatever goods or linked items they come from."""
    rates = {line.product.tax_rate_bp for line in sale.lines}
    rates.update(linked.tax_rate_bp for line in sale.lines for linked in line.product.linked)
    told = {total.rate_bp: total.letter for total in sale.priced.taxes}
    return told if rates <= told.keys() else tax.letters(rates)


def _line(line: Line, priced: PricedBasket, letters: dict[int, str]) -> ReceiptLine:
    cuts = [
        (offer, amount_minor)
        for offer_id, amount_minor in priced.cuts_of_line(line.line_id).items()
        if (offer := priced.offer(offer_id)) is not None and offer.layer in _UNDER_THE_LINE
    ]
    return ReceiptLine(
        names=line.product.names,
        quantity=line.quantity,
        unit_price_minor=line.unit_price_minor,
        amount_minor=line.amount_minor,
        tax_letter=letters[line.product.tax_rate_bp],
        weight_g=line.weight_g,
        discounts=tuple(_discount(offer, amount_minor) for offer, amount_minor in cuts),
        linked=tuple(
            ReceiptLinked(
                names=linked.names,
                quantity=line.quantity,
                unit_price_minor=linked.price_minor,
                amount_minor=line.quantity * linked.price_minor,
                tax_letter=letters[linked.tax_rate_bp],
            )
            for linked in line.product.linked
        ),
        is_marked_down=line.is_reduced,
    )


def _discount(offer: AppliedOffer, amount_minor: int) -> ReceiptDiscount:
    is_coupon = offer.layer == "coupon" or offer.coupon_no > 0
    return ReceiptDiscount(names=offer.names, amount_minor=amount_minor, is_coupon=is_coupon)


def _member(sale: Transaction) -> MemberNote | None:
    granted = sale.granted
    if sale.member is None or granted is None:
        return None
    return MemberNote(
        points_earned=granted.points_earned,
        points_spent=granted.points_spent,
        points_after=sale.member.points - granted.points_spent + granted.points_earned,
        stamps=granted.stamps,
        stamp_cards=granted.stamp_cards,
    )


def _next_visit(sale: Transaction) -> NextVisit | None:
    granted = sale.granted
    if granted is None or not granted.next_visit_code:
        return None
    return NextVisit(
        code=granted.next_visit_code,
        value_minor=granted.next_visit_minor,
        valid_from=granted.next_visit_from,
        valid_until=granted.next_visit_until,
    )


def _value(held: HeldValue) -> ValueTender:
    return ValueTender(
        amount_minor=held.amount_minor,
        kind=held.kind,
        last_digits=held.last_digits,
        left_minor=None if held.is_at_risk else held.left_minor,
    )


def _taken(part: Taken) -> AnyTender:
    card = part.card
    if part.tender is Tender.WALLET or card is None:
        return WalletTender(amount_minor=part.amount_minor, wallet=part.wallet, reference=part.reference)
    return card_tender(card, part.amount_minor, part.receipt_lines)
