"""Lay a receipt out in columns.

Calm and short: one thing is big (the total), everything lines up on the right edge, and groups are parted
by a thin rule instead of empty paper.

Source: docs/devices/printer.md, "Layout". The order of the groups follows what a simplified invoice must
show (Directive 2006/112/EC art. 226b).
Invariants: pure; no line is wider than `columns` cells; every amount of the receipt appears.
"""

from collections.abc import Iterator

from kiosk.printer.bitmap import Bitmap
from kiosk.printer.blocks import Align, Barcode, Block, Feed, Image, Line, QrCode, Rule, Run
from kiosk.printer.cells import cell_width, clean, pad_left, pad_right, wrap, wrap_evenly
from kiosk.printer.codec.code128 import code128_data, symbol_count
from kiosk.printer.footing import card_block, local_time, tax_table
from kiosk.printer.words import Words, words
from retail.check import require
from retail.money import format_amount
from retail.receipt import Receipt, ReceiptLine

COLUMNS_MIN = 32
AMOUNT_CELLS = 10
"""The field of an amount; behind it a space and the tax letter."""
_TAX_CELLS = 2
_GAP_SMALL = Feed(8)
_GAP = Feed(16)
_CELL_DOTS = 12
_MODULE_DOTS = 2
_QUIET_MODULES = 20
_PRINTED_COPY_MAX = 99


def layout(
    receipt: Receipt, columns: int, language: str, *, logo: Bitmap | None = None, qr: str = ""
) -> tuple[Block, ...]:
    """The receipt as blocks for paper of `columns` cells, in `language`; `qr` adds one more code."""
    require(columns >= COLUMNS_MIN, "a receipt needs 32 columns")
    say = words(language)
    return tuple(
        block
        for group in (
            _copy_banner(receipt, columns, say),
            _head(receipt, columns, say, logo),
            _items(receipt, columns, language),
            _total(receipt, columns, language, say),
            tax_table(receipt, columns, language, say),
            card_block(receipt, columns, language, say),
            _codes(receipt, columns, say, qr),
            _foot(receipt, columns, say),
        )
        for block in group
    )


def _centred(text: str, columns: int, *, bold: bool = False, double_height: bool = False) -> Iterator[Block]:
    for part in wrap_evenly(text, columns):
        yield Line((Run(part, bold),), Align.CENTRE, double_height)


def _copy_banner(receipt: Receipt, columns: int, say: Words) -> Iterator[Block]:
    if receipt.copy > 1:
        yield Rule()
        number = min(receipt.copy, _PRINTED_COPY_MAX)
        yield Line((Run(f"* * *  {say.copy} {number}  * * *", bold=True),), Align.CENTRE, double_height=True)
        yield Rule()
        yield _GAP_SMALL


def _head(receipt: Receipt, columns: int, say: Words, logo: Bitmap | None) -> Iterator[Block]:
    if logo is not None:
        yield Image(logo)
        yield _GAP
    seller = receipt.seller
    yield from _centred(seller.name, columns, bold=True)
    for line in seller.lines:
        yield from _centred(line, columns)
    if seller.phone:
        yield from _centred(f"{say.phone} {seller.phone}", columns)
    if seller.vat_id:
        yield from _centred(f"{say.vat_id} {seller.vat_id}", columns)
    yield _GAP
    when = local_time(receipt.ended_at, say)
    where = f"{say.lane} {clean(receipt.lane)} · {say.receipt} {receipt.number}"
    yield from _two_sided(when, where, columns)
    yield Rule()


def _two_sided(left: str, right: str, columns: int, *, bold: bool = False) -> Iterator[Line]:
    """`left` and `right` on one line if they fit, else on two."""
    room = columns - cell_width(left) - cell_width(right)
    if room >= 1:
        yield Line((Run(left + " " * room + right, bold),))
        return
    for part in wrap(left, columns):
        yield Line((Run(part, bold),))
    for part in wrap(right, columns):
        yield Line((Run(pad_left(part, columns), bold),))


def _items(receipt: Receipt, columns: int, language: str) -> Iterator[Block]:
    for line in receipt.lines:
        yield from _item(line, receipt.currency, columns, language)


def _item(line: ReceiptLine, currency: str, columns: int, language: str) -> Iterator[Block]:
    amount = format_amount(line.amount_minor, currency, language)
    field = pad_left(amount, AMOUNT_CELLS) + " " + pad_right(clean(line.tax_letter)[:1], _TAX_CELLS - 1)
    room = columns - cell_width(field) - 1
    first, *more = wrap(_name(line, language), room, indent=2)
    yield Line((Run(pad_right(first, room) + " " + field),))
    for part in more:
        yield Line((Run(part),))
    price = format_amount(line.unit_price_minor, currency, language)
    if line.weight_g is not None:
        detail = f"{_kilograms(line.weight_g, language)} kg x {price} {currency}/kg"
    elif line.quantity != 1:
        detail = f"{line.quantity} x {price}"
    else:
        return
    for part in wrap(detail, columns - 2):
        yield Line((Run("  " + part),))


def _name(line: ReceiptLine, language: str) -> str:
    for wanted in (language, "", "en"):
        if line.names.get(wanted, "").strip():
            return line.names[wanted]
    return next((name for name in line.names.values() if name.strip()), "-")


def _kilograms(weight_g: int, language: str) -> str:
    kilograms, grams = divmod(weight_g, 1000)
    return f"{kilograms}{',' if language == 'de' else '.'}{grams:03d}"


def _total(receipt: Receipt, columns: int, language: str, say: Words) -> Iterator[Block]:
    pieces = sum(1 if line.weight_g is not None else line.quantity for line in receipt.lines)
    yield Rule()
    total = format_amount(receipt.total_minor, receipt.currency, language)
    right = f"{receipt.currency} {total}" + " " * _TAX_CELLS
    text = say.total + pad_left(right, columns - cell_width(say.total))
    yield Line((Run(text, bold=True),), double_height=True)
    yield _GAP_SMALL
    count = f"{pieces} {say.item if pieces == 1 else say.items}"
    if receipt.card is None:
        yield Line((Run(count),))
        return
    name = clean(receipt.card.card_name) or say.card
    paid = format_amount(receipt.card.amount_minor, receipt.currency, language) + " " * _TAX_CELLS
    room = columns - cell_width(paid) - 1
    first, *more = wrap(name, room, indent=2)
    yield Line((Run(pad_right(first, room) + " " + paid),))
    for part in more:
        yield Line((Run(part),))
    yield Line((Run(count),))


def _codes(receipt: Receipt, columns: int, say: Words, qr: str) -> Iterator[Block]:
    yield _GAP
    number = clean(receipt.transaction_id)
    if number and number.isascii():
        yield from _centred(say.returns, columns)
        yield _GAP_SMALL
        if barcode_fits(number, columns):
            yield Barcode(number)
        else:
            yield from _qr(number)
    if qr:
        yield from _qr(qr)


def _qr(text: str) -> Iterator[Block]:
    """A QR code with its quiet zone above and below."""
    yield _GAP
    yield QrCode(text)
    yield _GAP


def barcode_fits(text: str, columns: int) -> bool:
    """Whether a Code 128 of `text`, with its quiet zones, is narrower than the paper."""
    modules = symbol_count(code128_data(text)) * 11 + 2 + _QUIET_MODULES
    return modules * _MODULE_DOTS <= columns * _CELL_DOTS


def _foot(receipt: Receipt, columns: int, say: Words) -> Iterator[Block]:
    yield _GAP
    for line in receipt.footer:
        yield from _centred(line, columns)
    yield from _centred(say.thanks, columns, bold=True)
    yield _GAP_SMALL
