"""The goods of a receipt: each line, and under it everything that changes what it costs.

A second person must be able to follow every cent: the price before offers stands on the line itself, what an
offer takes off and what a deposit adds stand under it, and offers on the whole basket come after the goods.

Source: docs/devices/printer.md, "Layout".
Invariants: pure; the amounts of lines, deposits and discounts, added as printed, give the total.
"""

from collections.abc import Iterator

from kiosk.printer.blocks import Block, Line, Rule, Run
from kiosk.printer.cells import wrap
from kiosk.printer.rows import amount_row, name_of
from kiosk.printer.words import Words
from retail.money import format_amount, format_decimal
from retail.receipt import Receipt, ReceiptDiscount, ReceiptLine, ReceiptLinked

_INDENT = 2


def items(receipt: Receipt, columns: int, language: str, say: Words) -> Iterator[Block]:
    """Every line with its offers and deposits."""
    for line in receipt.lines:
        yield from _goods(line, receipt.currency, columns, language)
        if line.is_marked_down:
            yield from _note(say.reduced, columns)
        for discount in line.discounts:
            yield from _discount(discount, receipt.currency, columns, language, say, _INDENT)
        for linked in line.linked:
            yield from _linked(linked, receipt.currency, columns, language)


def basket_offers(receipt: Receipt, columns: int, language: str, say: Words) -> Iterator[Block]:
    """Offers on the whole basket and coupons, each as its own row under the subtotal they start from."""
    if not receipt.discounts:
        return
    subtotal_minor = receipt.total_minor + sum(each.amount_minor for each in receipt.discounts)
    yield Rule()
    subtotal = format_amount(subtotal_minor, receipt.currency, language)
    yield from amount_row(say.subtotal, subtotal, columns)
    for discount in receipt.discounts:
        yield from _discount(discount, receipt.currency, columns, language, say, 0)


def _goods(line: ReceiptLine, currency: str, columns: int, language: str) -> Iterator[Line]:
    amount = format_amount(line.amount_minor, currency, language)
    yield from amount_row(name_of(line.names, language), amount, columns, letter=line.tax_letter)
    price = format_amount(line.unit_price_minor, currency, language)
    if line.weight_g is not None:
        kilograms = format_decimal(line.weight_g, 3, language)
        yield from _note(f"{kilograms} kg x {price} {currency}/kg", columns)
    elif line.quantity != 1:
        yield from _note(f"{line.quantity} x {price}", columns)


def _note(text: str, columns: int) -> Iterator[Line]:
    for part in wrap(text, columns - _INDENT):
        yield Line((Run(" " * _INDENT + part),))


def _discount(
    discount: ReceiptDiscount, currency: str, columns: int, language: str, say: Words, indent: int
) -> Iterator[Line]:
    name = name_of(discount.names, language, say.offer)
    if discount.is_coupon and say.coupon.casefold() not in name.casefold():
        name = f"{say.coupon} {name}" if ":" in name else f"{say.coupon}: {name}"
    amount = format_amount(-discount.amount_minor, currency, language)
    yield from amount_row(name, amount, columns, indent=indent)


def _linked(linked: ReceiptLinked, currency: str, columns: int, language: str) -> Iterator[Line]:
    name = name_of(linked.names, language)
    if linked.quantity != 1:
        name = f"{name} {linked.quantity} x {format_amount(linked.unit_price_minor, currency, language)}"
    amount = format_amount(linked.amount_minor, currency, language)
    yield from amount_row(name, amount, columns, letter=linked.tax_letter, indent=_INDENT)
