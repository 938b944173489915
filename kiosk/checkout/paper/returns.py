"""The slip of goods that came back: what, of which sale, and where the money went. Pure.

Each unit stands at what it was paid, as the store told it. Tax has the letters of the sale's receipt; where
staff stopped before all went back there is no table of it, for nobody has said which goods that leaves paid.

Invariants: the lines, and what was not given back of them, are the total; points and tenders are the total;
every amount is negative; names nobody.
"""

from collections.abc import Iterator
from itertools import groupby

from kiosk.checkout.paper.tenders import card_tender
from kiosk.checkout.shop import Shop
from kiosk.checkout.state import Given, Return, Transaction
from retail import tax
from retail.languages import lines_in
from retail.receipt import (
    AnyTender,
    CardTender,
    Receipt,
    ReceiptLine,
    Returned,
    TaxTotal,
    ValueTender,
    WalletTender,
)


def return_slip(sale: Transaction, returning: Return, shop: Shop, language: str, *, copy: int = 1) -> Receipt:
    """The receipt of a return."""
    lines = tuple(_lines(returning))
    points = [one.part for one in returning.given if one.part.tender == "points"]
    worth_minor = -sum(line.amount_minor for line in lines)
    is_load = returning.sold.account_id != ""
    return Receipt(
        seller=shop.seller,
        lane=shop.lane,
        transaction_id=sale.transaction_id,
        number=sale.number,
        started_at=sale.started_at,
        ended_at=sale.paid_at,
        currency=sale.currency,
        lines=lines,
        total_minor=-returning.given_minor,
        taxes=_taxes(returning) if worth_minor == returning.given_minor and not is_load else (),
        tenders=tuple(_tender(one, returning) for one in returning.given if one.part.tender != "points"),
        language=language,
        points_minor=-sum(part.amount_minor for part in points),
        returned=Returned(
            number=returning.sold.number,
            lane=returning.sold.lane,
            sold_at=returning.sold.sold_at,
            points=sum(part.points for part in points),
            not_given_minor=worth_minor - returning.given_minor,
        ),
        copy=copy,
        footer=lines_in(shop.footer, language),
    )


def _lines(returning: Return) -> Iterator[ReceiptLine]:
    """What came back; units of one line that were paid differently stand apart. A top-up has no tax."""
    sold, letters = {line.line_id: line for line in returning.sold.lines}, _letters(returning)
    is_taxed = returning.sold.account_id == ""
    for one in returning.lines:
        line = sold[one.line_id]
        for unit_minor, units in groupby(line.unit_minor[: one.quantity]):
            quantity = len(tuple(units))
            yield ReceiptLine(
                names=line.names,
                quantity=quantity,
                unit_price_minor=-unit_minor,
                amount_minor=-unit_minor * quantity,
                tax_letter=letters[line.tax_rate_bp] if is_taxed else "",
            )


def _letters(returning: Return) -> dict[int, str]:
    """The letter of each rate, as on the sale's own receipt: of all its goods and what is linked to them."""
    lines = returning.sold.lines
    linked = (each.tax_rate_bp for line in lines for each in line.linked)
    return tax.letters((*(line.tax_rate_bp for line in lines), *linked))


def _taxes(returning: Return) -> tuple[TaxTotal, ...]:
    """What of each rate came back; linked items of a unit by their own rate."""
    sold = {line.line_id: line for line in returning.sold.lines}
    letters = _letters(returning)
    amounts: list[tuple[int, int]] = []
    for one in returning.lines:
        line = sold[one.line_id]
        linked = [(each.tax_rate_bp, each.amount_minor * one.quantity) for each in line.linked]
        paid_minor = sum(line.unit_minor[: one.quantity])
        amounts += [*linked, (line.tax_rate_bp, paid_minor - sum(minor for _, minor in linked))]
    return tuple(
        TaxTotal(
            letter=letters[total.rate_bp],
            rate_bp=total.rate_bp,
            gross_minor=-total.gross_minor,
            net_minor=-total.net_minor,
            tax_minor=-total.tax_minor,
        )
        for total in tax.totals(amounts)
    )


def _tender(given: Given, returning: Return) -> AnyTender:
    """Where a part went. Where staff gave it by hand there is only what it had been paid with."""
    part, amount_minor = given.part, -given.part.amount_minor
    match part.tender:
        case "value":
            if not part.last_digits:
                return ValueTender(amount_minor=amount_minor, kind="member")
            return ValueTender(amount_minor=amount_minor, last_digits=part.last_digits)
        case "wallet":
            return WalletTender(amount_minor=amount_minor, wallet=part.wallet, reference=given.reference)
        case _ if given.card is not None:
            return card_tender(given.card, amount_minor, given.receipt_lines)
        case _:
            paid = part.card or next(
                (one.card for one in returning.sold.tenders if one.attempt_id == part.attempt_id), None
            )
            return CardTender(
                amount_minor=amount_minor,
                card_name=paid.card_name if paid else "",
                masked_pan=paid.masked_pan if paid else "",
            )
