"""A receipt small enough for a QR code on the screen: plain text a phone shows without any service.

Invariants: at most BYTES_MAX bytes of UTF-8; total, savings, taxes, receipt number and what was paid with are
always in it; a long basket is cut in its item lines and says so, a long address is left out, and where even
that is too much, offers on the basket become one sum and points and the next visit's coupon go to paper only.
"""

from collections.abc import Mapping, Sequence

from retail.money import format_amount, format_decimal
from retail.receipt import CardTender, Receipt, ReceiptDiscount, ReceiptLine

BYTES_MAX = 1200
"""A version 30 QR code at level L holds 1,732 bytes; 1,200 stays readable from a screen."""
LINE_MAX = 32
"""Characters of the names of shop, card and offers; they leave room for the 26 tax rates there may be."""

_WORDS = {
    "en": {
        "total": "TOTAL",
        "tax": "VAT",
        "card": "Card",
        "more": "more items",
        "number": "Receipt",
        "saved": "You saved",
        "offers": "Offers and coupons",
        "points_paid": "Paid with points",
        "points": "Points",
        "visit": "Next visit",
        "until": "until",
    },
    "de": {
        "total": "SUMME",
        "tax": "MwSt",
        "card": "Karte",
        "more": "weitere Artikel",
        "number": "Beleg",
        "saved": "Gespart",
        "offers": "Angebote und Gutscheine",
        "points_paid": "Mit Punkten bezahlt",
        "points": "Punkte",
        "visit": "Nächster Einkauf",
        "until": "bis",
    },
    "zh": {
        "total": "合计",
        "tax": "增值税",
        "card": "银行卡",
        "more": "件其他商品",
        "number": "小票",
        "saved": "已节省",
        "offers": "优惠合计",
        "points_paid": "积分抵扣",
        "points": "积分",
        "visit": "下次购物",
        "until": "有效期至",
    },
}


def compact_text(receipt: Receipt) -> str:
    """The receipt as lines of text in its own language."""
    words = _WORDS.get(receipt.language, _WORDS["en"])
    head = _head(receipt, words)
    named = [head[0], *(text for text in receipt.seller.lines if text), *head[1:]]
    items = [_item(line, receipt) for line in receipt.lines]
    offers = [_off(discount, receipt) for discount in receipt.discounts]
    taken = sum(discount.amount_minor for discount in receipt.discounts)
    summed = [f"{words['offers']} {_amount(-taken, receipt)}"] if taken else []
    paid, rewards = _paid(receipt, words), _rewards(receipt, words)
    for attempt in (
        (named, offers, [*paid, *rewards]),
        (head, offers, [*paid, *rewards]),
        (head, summed, [*paid, *rewards]),
    ):
        if text := _fit(*attempt, items, words["more"]):
            return text
    return _fit(head, summed, paid, items, words["more"])


def _amount(amount_minor: int, receipt: Receipt) -> str:
    return format_amount(amount_minor, receipt.currency, receipt.language)


def _head(receipt: Receipt, words: Mapping[str, str]) -> list[str]:
    """The shop's name, then what names this receipt."""
    told = [receipt.seller.vat_id[:LINE_MAX], receipt.ended_at.replace("T", " ")]
    told.append(f"{words['number']} {receipt.lane[:LINE_MAX]}-{receipt.number}")
    return [receipt.seller.name[:LINE_MAX], *(text for text in told if text)]


def _item(line: ReceiptLine, receipt: Receipt) -> str:
    """A line, and under it what its offers take off and its deposits add."""
    count = f"{line.quantity} x " if line.quantity > 1 else ""
    name = _name(line.names, receipt.language)
    rows = [f"{count}{name} {_amount(line.amount_minor, receipt)} {line.tax_letter}"]
    rows += [_off(discount, receipt) for discount in line.discounts]
    for linked in line.linked:
        name = _name(linked.names, receipt.language)[:LINE_MAX]
        rows.append(f"+ {name} {_amount(linked.amount_minor, receipt)} {linked.tax_letter}")
    return "\n".join(rows)


def _off(discount: ReceiptDiscount, receipt: Receipt) -> str:
    name = _name(discount.names, receipt.language)[:LINE_MAX]
    return f"- {name} {_amount(-discount.amount_minor, receipt)}"


def _name(names: Mapping[str, str], language: str) -> str:
    return names.get(language) or names.get("", "")


def _paid(receipt: Receipt, words: Mapping[str, str]) -> list[str]:
    told = [f"{words['total']} {_amount(receipt.total_minor, receipt)} {receipt.currency}"]
    if receipt.saving_minor:
        told.append(f"{words['saved']} {_amount(receipt.saving_minor, receipt)} {receipt.currency}")
    for tax in receipt.taxes:
        rate = format_decimal(tax.rate_bp, 2, receipt.language)
        told.append(f"{tax.letter} {words['tax']} {rate}%: {_amount(tax.tax_minor, receipt)}")
    if receipt.points_minor:
        told.append(f"{words['points_paid']} {_amount(receipt.points_minor, receipt)}")
    if receipt.card is not None:
        told.append(_card(receipt.card, receipt, words))
    return told


def _card(card: CardTender, receipt: Receipt, words: Mapping[str, str]) -> str:
    told = [card.card_name[:LINE_MAX], card.masked_pan[:LINE_MAX], card.authorisation_code[:LINE_MAX]]
    if receipt.points_minor:
        told.append(_amount(card.amount_minor, receipt))
    return " ".join(text for text in (words["card"], *told) if text)


def _rewards(receipt: Receipt, words: Mapping[str, str]) -> list[str]:
    """Points, and the coupon for the next visit: its code can be typed or shown from here."""
    told = []
    member, coupon = receipt.member, receipt.next_visit
    if member is not None and (member.points_earned or member.points_after is not None):
        balance = "" if member.points_after is None else f" = {member.points_after}"
        told.append(f"{words['points']} +{member.points_earned}{balance}")
    if coupon is not None:
        worth = f"-{_amount(coupon.value_minor, receipt)}"
        told.append(f"{words['visit']} {worth}: {coupon.code} ({words['until']} {coupon.valid_until})")
    return told


def _fit(
    head: Sequence[str], offers: Sequence[str], tail: Sequence[str], items: Sequence[str], more: str
) -> str:
    """As many items as fit, and how many more there are; empty if not even none fits."""
    for shown in range(len(items), -1, -1):
        cut = [] if shown == len(items) else [f"+ {len(items) - shown} {more}"]
        text = "\n".join([*head, *items[:shown], *cut, *offers, *tail])
        if len(text.encode()) <= BYTES_MAX:
            return text
    return ""
