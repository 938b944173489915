"""A receipt small enough for a QR code on the screen: plain text a phone shows without any service.

Invariants: at most BYTES_MAX bytes of UTF-8; total, taxes, receipt number and card reference are always in
it; a long basket is cut in its item lines and says so, a long address is left out.
"""

from retail.money import format_amount, format_decimal
from retail.receipt import CardTender, Receipt, ReceiptLine

BYTES_MAX = 1200
"""A version 30 QR code at level L holds 1,732 bytes; 1,200 stays readable from a screen."""
LINE_MAX = 32
"""Characters of the shop's and the card's names; they leave room for the 26 tax rates there may be."""

_WORDS = {
    "en": {"total": "TOTAL", "tax": "VAT", "card": "Card", "more": "more items", "number": "Receipt"},
    "de": {"total": "SUMME", "tax": "MwSt", "card": "Karte", "more": "weitere Artikel", "number": "Beleg"},
    "zh": {"total": "合计", "tax": "增值税", "card": "银行卡", "more": "件其他商品", "number": "小票"},
}


def compact_text(receipt: Receipt) -> str:
    """The receipt as lines of text in its own language."""
    words = _WORDS.get(receipt.language, _WORDS["en"])
    seller = receipt.seller
    head = [seller.vat_id[:LINE_MAX], receipt.ended_at.replace("T", " ")]
    head.append(f"{words['number']} {receipt.lane[:LINE_MAX]}-{receipt.number}")
    total = format_amount(receipt.total_minor, receipt.currency, receipt.language)
    tail = [f"{words['total']} {total} {receipt.currency}"]
    for tax in receipt.taxes:
        rate = format_decimal(tax.rate_bp, 2, receipt.language)
        amount = format_amount(tax.tax_minor, receipt.currency, receipt.language)
        tail.append(f"{tax.letter} {words['tax']} {rate}%: {amount}")
    if receipt.card is not None:
        tail.append(_card(words["card"], receipt.card))
    items = [_item(line, receipt) for line in receipt.lines]
    head = [text for text in head if text]
    named = [seller.name[:LINE_MAX], *(text for text in seller.lines if text), *head]
    return _fit(named, items, tail, words["more"]) or _fit([named[0], *head], items, tail, words["more"])


def _card(word: str, card: CardTender) -> str:
    told = (card.card_name[:LINE_MAX], card.masked_pan[:LINE_MAX], card.authorisation_code[:LINE_MAX])
    return " ".join(text for text in (word, *told) if text)


def _item(line: ReceiptLine, receipt: Receipt) -> str:
    name = line.names.get(receipt.language) or line.names.get("", "")
    amount = format_amount(line.amount_minor, receipt.currency, receipt.language)
    count = f"{line.quantity} x " if line.quantity > 1 else ""
    return f"{count}{name} {amount} {line.tax_letter}"


def _fit(head: list[str], items: list[str], tail: list[str], more: str) -> str:
    """As many items as fit, and how many more there are; empty if not even none fits."""
    for shown in range(len(items), -1, -1):
        cut = [] if shown == len(items) else [f"+ {len(items) - shown} {more}"]
        text = "\n".join([*head, *items[:shown], *cut, *tail])
        if len(text.encode()) <= BYTES_MAX:
            return text
    return ""
