"""Lay a receipt out in columns.

Calm and short: one thing is big (the total), everything lines up on the right edge, and groups are parted
by a thin rule instead of empty paper.

Source: docs/devices/printer.md, "Layout". The order of the groups follows what a simplified invoice must
show (Directive 2006/112/EC art. 226b).
Invariants: pure; no line is wider than `columns` cells; every amount of the receipt appears; what is printed
above the total adds up to it, and what stands right below it is what paid it.
"""

from collections.abc import Iterator

from kiosk.printer.bitmap import Bitmap
from kiosk.printer.blocks import Align, Block, Feed, Image, Line, Rule, Run
from kiosk.printer.cells import cell_width, clean, pad_left, wrap
from kiosk.printer.codes import code_block, qr_block
from kiosk.printer.footing import local_time, tax_table, tender_blocks
from kiosk.printer.items import basket_offers, items
from kiosk.printer.loaded import balance_now, load_banner
from kiosk.printer.returned import not_given, points_name, return_banner, return_note
from kiosk.printer.rewards import member_block, tear_off
from kiosk.printer.rows import TAX_CELLS, amount_row, centred
from kiosk.printer.tenders import tender_name
from kiosk.printer.words import Words, words
from retail.check import require
from retail.languages import plain
from retail.money import format_amount
from retail.receipt import Receipt

COLUMNS_MIN = 32
_GAP_SMALL = Feed(8)
_GAP = Feed(16)
_PRINTED_COPY_MAX = 99


def layout(
    receipt: Receipt, columns: int, language: str, *, logo: Bitmap | None = None, qr: str = ""
) -> tuple[Block, ...]:
    """The receipt as blocks for paper of `columns` cells, in `language`; `qr` adds one more code."""
    require(columns >= COLUMNS_MIN, "a receipt needs 32 columns")
    say = words(language)
    return tuple(
        _without_marks(block)
        for group in (
            _copy_banner(receipt, columns, say),
            return_banner(receipt, say),
            load_banner(receipt, say),
            _head(receipt, columns, language, say, logo),
            return_note(receipt, columns, language, say),
            items(receipt, columns, language, say),
            basket_offers(receipt, columns, language, say),
            not_given(receipt, columns, language, say),
            _total(receipt, columns, language, say),
            tax_table(receipt, columns, language, say),
            tender_blocks(receipt, columns, language, say),
            member_block(receipt.member, columns, language, say),
            _codes(receipt, columns, say, qr),
            _foot(receipt, columns, say),
            tear_off(receipt.next_visit, receipt.currency, columns, language, say),
        )
        for block in group
    )


def _without_marks(block: Block) -> Block:
    """Lines without the marks of direction that screens need: paper has none (`kiosk.printer.mirrored`)."""
    if not isinstance(block, Line) or plain(block.text) == block.text:
        return block
    runs = tuple(Run(plain(run.text), run.bold) for run in block.runs)
    return Line(runs, block.align, block.double_height)


def _copy_banner(receipt: Receipt, columns: int, say: Words) -> Iterator[Block]:
    if receipt.copy > 1:
        yield Rule()
        number = min(receipt.copy, _PRINTED_COPY_MAX)
        yield Line((Run(f"* * *  {say.copy} {number}  * * *", bold=True),), Align.CENTRE, double_height=True)
        yield Rule()
        yield _GAP_SMALL


def _head(receipt: Receipt, columns: int, language: str, say: Words, logo: Bitmap | None) -> Iterator[Block]:
    if logo is not None:
        yield Image(logo)
        yield _GAP
    seller = receipt.seller
    yield from centred(seller.name, columns, bold=True)
    for line in seller.lines:
        yield from centred(line, columns)
    if seller.phone:
        yield from centred(f"{say.phone} {seller.phone}", columns)
    if seller.vat_id:
        yield from centred(f"{say.vat_id} {seller.vat_id}", columns)
    yield _GAP
    when = local_time(receipt.ended_at, language)
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


def _total(receipt: Receipt, columns: int, language: str, say: Words) -> Iterator[Block]:
    if receipt.loaded is None:  # else there is nothing above it to part it from
        yield Rule()
    yield from _sum_row(say.total, receipt.total_minor, receipt, columns, language, double_height=True)
    if receipt.saving_minor:
        yield from _sum_row(say.saved, receipt.saving_minor, receipt, columns, language)
    yield _GAP_SMALL
    if receipt.points_minor:
        points = format_amount(receipt.points_minor, receipt.currency, language)
        yield from amount_row(points_name(receipt, say), points, columns)
    for tender in receipt.tenders:
        paid = format_amount(tender.amount_minor, receipt.currency, language)
        yield from amount_row(tender_name(tender, say), paid, columns)
    if receipt.loaded is not None:
        yield from balance_now(receipt, columns, language, say)
        return
    pieces = sum(1 if line.weight_g is not None else line.quantity for line in receipt.lines)
    yield Line((Run(say.pieces(pieces)),))


def _sum_row(
    label: str, minor: int, receipt: Receipt, columns: int, language: str, *, double_height: bool = False
) -> Iterator[Line]:
    """A bold sum with its currency, over the amounts' column; below its label where the two would touch."""
    told = f"{receipt.currency} {format_amount(minor, receipt.currency, language)}" + " " * TAX_CELLS
    room = columns - cell_width(label)
    if cell_width(told) < room:
        yield Line((Run(label + pad_left(told, room), bold=True),), double_height=double_height)
        return
    yield Line((Run(label, bold=True),), double_height=double_height)
    yield Line((Run(pad_left(told, columns), bold=True),), double_height=double_height)


def _codes(receipt: Receipt, columns: int, say: Words, qr: str) -> Iterator[Block]:
    yield _GAP
    number = clean(receipt.transaction_id)
    if number and number.isascii() and receipt.returned is None:
        if receipt.loaded is None:
            yield from centred(say.returns, columns)
            yield _GAP_SMALL
        yield from code_block(number, columns)
    if qr:
        yield from qr_block(qr)


def _foot(receipt: Receipt, columns: int, say: Words) -> Iterator[Block]:
    yield _GAP
    for line in receipt.footer:
        yield from centred(line, columns)
    yield from centred(say.thanks, columns, bold=True)
    yield _GAP_SMALL
