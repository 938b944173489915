"""A receipt small enough for a QR code on the screen: plain text a phone shows without any service.

Invariants: at most BYTES_MAX bytes of UTF-8; total, taxes, receipt number and card reference are always in
it; a long basket is cut in its item lines and says so.
"""

from retail.money import format_amount, format_decimal
from retail.receipt import Receipt, ReceiptLine

BYTES_MAX = 1200
"""A version 30 QR code at level L holds 1,732 bytes; 1,200 stays readable from a screen."""

_WORDS = {
    "en": {"total": "TOTAL", "tax": "VAT", "card": "Card", "more": "more items", "number": "Receipt"},
    "de": {"total": "SUMME", "tax": "MwSt", "card": "Karte", "more": "weitere Artikel", "number": "Beleg"},
    "zh": {"total": "合计", "tax": "增值税", "card": "银行卡", "more": "件其他商品", "number": "小票"},
}


def compact_text(receipt: Receipt) -> str:
    """The receipt as lines of text in its own language."""
    words = _WORDS.get(receipt.language, _WORDS["en"])
    head = [
        receipt.seller.name,
        *receipt.seller.lines,
        receipt.seller.vat_id,
        receipt.ended_at.replace("T", " "),
    ]
    head.append(f"{words['number']} {receipt.lane}-{receipt.number}")
    total = format_amount(receipt.total_minor, receipt.currency, receipt.language)
    tail = [f"{words['total']} {total} {receipt.currency}"]
    for tax in receipt.taxes:
        rate = format_decimal(tax.rate_bp, 2, receipt.language)
        amount = format_amount(tax.tax_minor, receipt.currency, receipt.language)
        tail.append(f"{tax.letter} {words['tax']} {rate}%: {amount}")
    if receipt.card is not None:
        card = receipt.card
        tail.append(f"{words['card']} {card.card_name} {card.masked_pan} {card.authorisation_code}".rstrip())
    items = [_item(line, receipt) for line in receipt.lines]
    return _fit([text for text in head if text], items, tail, words["more"])


def _item(line: ReceiptLine, receipt: Receipt) -> str:
    name = line.names.get(receipt.language) or line.names.get("", "")
    amount = format_amount(line.amount_minor, receipt.currency, receipt.language)
    count = f"{line.quantity} x " if line.quantity > 1 else ""
    return f"{count}{name} {amount} {line.tax_letter}"


def _fit(head: list[str], items: list[str], tail: list[str], more: str) -> str:
    shown = len(items)
    while True:
        cut = [] if shown == len(items) else [f"+ {len(items) - shown} {more}"]
        text = "\n".join([*head, *items[:shown], *cut, *tail])
        if len(text.encode()) <= BYTES_MAX or shown == 0:
            return text.encode()[:BYTES_MAX].decode(errors="ignore")
        shown -= 1
