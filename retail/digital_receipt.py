"""A receipt small enough for a QR code on the screen: plain text a phone shows without any service.

The purchase's own name is its last line, alone: by it the exit gate knows the purchase from a phone's picture
of the screen (`retail.wire.gate.receipt_token`).

Invariants: at most BYTES_MAX bytes of UTF-8; name, total, savings, taxes, receipt number and what was paid
with are always in it (very many means of payment as a sum of each kind); a long basket is cut in its lines
and says so, a long address is left out, and where even that is too much, offers on the basket become one sum
and points and the next visit's coupon go to paper only.
"""

import datetime
from collections.abc import Callable, Mapping, Sequence

from retail import figures
from retail.digital_receipt_words import MORE
from retail.money import format_amount
from retail.receipt import AnyTender, CardTender, Receipt, ReceiptDiscount, ReceiptLine, ValueTender

BYTES_MAX = 1200
"""A version 30 QR code at level L holds 1,732 bytes; 1,200 stays readable from a screen."""
LINE_MAX = 32
"""Characters of the names of shop, card and offers; they leave room for the 26 tax rates there may be."""

_WORDS = {
    "en": {
        "total": "TOTAL",
        "tax": "VAT",
        "card": "Card",
        "wallet": "Phone wallet",
        "gift": "Gift card",
        "member": "Balance",
        "left": "left",
        "more": "more items",
        "number": "Receipt",
        "saved": "You saved",
        "offers": "Offers and coupons",
        "points_paid": "Paid with points",
        "points": "Points",
        "visit": "Next visit",
        "until": "until",
        "returned": "RETURN",
        "returned_of": "Of receipt",
        "not_given": "Not given back yet",
        "points_back": "Points back",
        "loaded": "BALANCE TOP-UP",
        "balance_now": "Balance now",
    },
    "de": {
        "total": "SUMME",
        "tax": "MwSt",
        "card": "Karte",
        "wallet": "Handy-Bezahlung",
        "gift": "Geschenkkarte",
        "member": "Guthaben",
        "left": "Rest",
        "more": "weitere Artikel",
        "number": "Bon",
        "saved": "Gespart",
        "offers": "Angebote und Gutscheine",
        "points_paid": "Mit Punkten bezahlt",
        "points": "Punkte",
        "visit": "Nächster Einkauf",
        "until": "bis",
        "returned": "RÜCKGABE",
        "returned_of": "Zu Bon",
        "not_given": "Noch nicht erstattet",
        "points_back": "Punkte zurück",
        "loaded": "GUTHABEN AUFGELADEN",
        "balance_now": "Guthaben jetzt",
    },
    "zh": {
        "total": "合计",
        "tax": "增值税",
        "card": "银行卡",
        "wallet": "手机支付",
        "gift": "礼品卡",
        "member": "余额",
        "left": "剩余",
        "more": "件其他商品",
        "number": "小票",
        "saved": "已节省",
        "offers": "优惠合计",
        "points_paid": "积分抵扣",
        "points": "积分",
        "visit": "下次购物",
        "until": "有效期至",
        "returned": "退货",
        "returned_of": "原小票",
        "not_given": "尚未退还",
        "points_back": "退回积分",
        "loaded": "余额充值",
        "balance_now": "当前余额",
    },
}


def compact_text(receipt: Receipt) -> str:
    """The receipt as lines of text in its own language."""
    words = _WORDS.get(receipt.language) or MORE.get(receipt.language, _WORDS["en"])
    head = _head(receipt, words)
    named = [head[0], *(text for text in receipt.seller.lines if text), *head[1:]]
    items = [_item(line, receipt) for line in receipt.lines]
    offers = [_off(discount, receipt) for discount in receipt.discounts]
    taken = sum(discount.amount_minor for discount in receipt.discounts)
    summed = [f"{words['offers']} {_amount(-taken, receipt)}"] if taken else []
    totals, rewards = _totals(receipt, words), _rewards(receipt, words)
    paid = [*totals, *_tenders(receipt, words)]
    name = [receipt.transaction_id]
    for attempt in (
        (named, offers, [*paid, *rewards, *name]),
        (head, offers, [*paid, *rewards, *name]),
        (head, summed, [*paid, *rewards, *name]),
    ):
        if text := _fit(*attempt, items, words["more"]):
            return text
    return _fit(head, summed, [*paid, *name], items, words["more"]) or _fit(
        head, summed, [*totals, *_kinds(receipt, words), *name], items, words["more"]
    )


def _amount(amount_minor: int, receipt: Receipt) -> str:
    return format_amount(amount_minor, receipt.currency, receipt.language)


def _moment(
    text: str, receipt: Receipt, written: Callable[[datetime.datetime, str], str] = figures.moment
) -> str:
    """A time, or a day, of ISO 8601 as the receipt's language writes it; what is none is told as it is."""
    try:
        return written(datetime.datetime.fromisoformat(text), receipt.language)
    except ValueError:
        return text


def _head(receipt: Receipt, words: Mapping[str, str]) -> list[str]:
    """The shop's name, then what names this receipt."""
    told = [receipt.seller.vat_id[:LINE_MAX], _moment(receipt.ended_at, receipt)]
    told.append(f"{words['number']} {receipt.lane[:LINE_MAX]}-{receipt.number}")
    told += _returned(receipt, words)
    told += [words["loaded"]] if receipt.loaded is not None else []
    return [receipt.seller.name[:LINE_MAX], *(text for text in told if text)]


def _returned(receipt: Receipt, words: Mapping[str, str]) -> list[str]:
    """That goods came back, and of which sale."""
    returned = receipt.returned
    if returned is None:
        return []
    of = f"{words['returned_of']} {returned.lane[:LINE_MAX]}-{returned.number}"
    return [words["returned"], f"{of} {_moment(returned.sold_at, receipt)}".rstrip()]


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


def _totals(receipt: Receipt, words: Mapping[str, str]) -> list[str]:
    told = []
    if receipt.returned is not None and receipt.returned.not_given_minor:
        told.append(f"{words['not_given']} {_amount(receipt.returned.not_given_minor, receipt)}")
    told.append(f"{words['total']} {_amount(receipt.total_minor, receipt)} {receipt.currency}")
    if receipt.loaded is not None:
        told.append(f"{words['balance_now']} {_amount(receipt.loaded.balance_minor, receipt)}")
    if receipt.saving_minor:
        told.append(f"{words['saved']} {_amount(receipt.saving_minor, receipt)} {receipt.currency}")
    for tax in receipt.taxes:
        rate = figures.percent(tax.rate_bp, receipt.language)
        told.append(f"{tax.letter} {words['tax']} {rate}: {_amount(tax.tax_minor, receipt)}")
    if receipt.points_minor:
        points = words["points_back" if receipt.returned else "points_paid"]
        told.append(f"{points} {_amount(receipt.points_minor, receipt)}")
    return told


def _tenders(receipt: Receipt, words: Mapping[str, str]) -> list[str]:
    """What paid, one line each; with an amount where it is not all of the total."""
    is_shared = receipt.points_minor != 0 or len(receipt.tenders) > 1
    told = []
    for tender in receipt.tenders:
        amount = _amount(tender.amount_minor, receipt) if is_shared else ""
        parts = [_kind(tender, words), *_details(tender), amount]
        if isinstance(tender, ValueTender) and tender.left_minor is not None:
            parts.append(f"({words['left']} {_amount(tender.left_minor, receipt)})")
        told.append(" ".join(part for part in parts if part))
    return told


def _kinds(receipt: Receipt, words: Mapping[str, str]) -> list[str]:
    """What paid, summed up by kind."""
    sums: dict[str, list[int]] = {}
    for tender in receipt.tenders:
        sums.setdefault(_kind(tender, words), []).append(tender.amount_minor)
    return [f"{len(amounts)} x {kind} {_amount(sum(amounts), receipt)}" for kind, amounts in sums.items()]


def _kind(tender: AnyTender, words: Mapping[str, str]) -> str:
    if isinstance(tender, ValueTender):
        return words[tender.kind]
    return words["card" if isinstance(tender, CardTender) else "wallet"]


def _details(tender: AnyTender) -> list[str]:
    """What tells it from others of its kind."""
    if isinstance(tender, ValueTender):
        return [f"*{tender.last_digits[:LINE_MAX]}"] if tender.last_digits else []
    if isinstance(tender, CardTender):
        told = [tender.card_name, tender.masked_pan, tender.authorisation_code]
    else:
        told = [tender.wallet, tender.reference]
    return [text[:LINE_MAX] for text in told]


def _rewards(receipt: Receipt, words: Mapping[str, str]) -> list[str]:
    """Points, and the coupon for the next visit: its code can be typed or shown from here."""
    told = []
    member, coupon = receipt.member, receipt.next_visit
    if member is not None and (member.points_earned or member.points_after is not None):
        balance = "" if member.points_after is None else f" = {member.points_after}"
        told.append(f"{words['points']} +{member.points_earned}{balance}")
    if coupon is not None:
        worth = f"-{_amount(coupon.value_minor, receipt)}"
        until = _moment(coupon.valid_until, receipt, figures.day)
        told.append(f"{words['visit']} {worth}: {coupon.code} ({words['until']} {until})")
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
