"""The small print of a receipt: the tax table, and what is to be told of each means of payment."""

import datetime
from collections.abc import Iterator

from kiosk.printer.blocks import Block, Line, Rule, Run
from kiosk.printer.cells import cell_width, chop, clean, pad_left, pad_right
from kiosk.printer.rows import told_row
from kiosk.printer.tenders import tender_name
from kiosk.printer.words import Words
from retail import figures
from retail.languages import RIGHT_TO_LEFT
from retail.money import format_amount
from retail.receipt import AnyTender, CardTender, Receipt, ValueTender

_TAX_LABEL_CELLS = 8
_NO_BREAK_SPACE = "\u00a0"


def local_time(text: str, language: str) -> str:
    """An ISO 8601 local time as the language writes it; what cannot be read is shown as it is."""
    try:
        moment = datetime.datetime.fromisoformat(text)
    except ValueError:
        return clean(text)
    gap = " " if language in RIGHT_TO_LEFT else "  "  # two part a line that is mirrored
    return figures.moment(moment, language, gap).replace(_NO_BREAK_SPACE, " ")


def day_text(text: str, language: str) -> str:
    """An ISO date as the language writes it; what cannot be read is shown as it is."""
    try:
        day = datetime.date.fromisoformat(text)
    except ValueError:
        return clean(text)
    return figures.day(day, language)


def tax_table(receipt: Receipt, columns: int, language: str, say: Words) -> Iterator[Block]:
    """One row per rate, and their sum when there are several. Amounts too broad for a table are listed."""
    if not receipt.taxes:
        return

    def row(label: str, *minor: int) -> tuple[str, ...]:
        return label, *(format_amount(each, receipt.currency, language) for each in minor)

    rows: list[tuple[str, ...]] = [(say.rate, say.net, say.tax, say.gross)]
    for tax in receipt.taxes:
        label = f"{clean(tax.letter)[:1]} {figures.percent(tax.rate_bp, language)}".replace(
            _NO_BREAK_SPACE, " "
        )
        rows.append(row(label, tax.net_minor, tax.tax_minor, tax.gross_minor))
    if len(receipt.taxes) > 1:
        net, tax_minor = (
            sum(tax.net_minor for tax in receipt.taxes),
            sum(tax.tax_minor for tax in receipt.taxes),
        )
        rows.append(row(say.sum, net, tax_minor, sum(tax.gross_minor for tax in receipt.taxes)))
    yield Rule()
    widest_label = max(cell_width(label) for label, *_ in rows)
    widest = 1 + max(cell_width(cell) for _, *cells in rows for cell in cells)
    if widest_label + 3 * widest > columns:
        yield from _listed(rows, columns)
        return
    field = max(widest, (columns - max(widest_label, _TAX_LABEL_CELLS)) // 3)
    for label, *cells in rows:
        text = pad_right(label, columns - 3 * field) + "".join(pad_left(cell, field) for cell in cells)
        yield Line((Run(text),))


def _listed(rows: list[tuple[str, ...]], columns: int) -> Iterator[Block]:
    (_, *titles), *rates = rows
    for label, *cells in rates:
        yield Line((Run(label),))
        for title, cell in zip(titles, cells, strict=True):
            yield Line((Run("  " + pad_right(title, columns - 2 - cell_width(cell)) + cell),))


def tender_blocks(receipt: Receipt, columns: int, language: str, say: Words) -> Iterator[Block]:
    """Each means of payment in the order it paid: a card's full block, a wallet's number, what is left."""
    several = sum(isinstance(tender, CardTender) for tender in receipt.tenders) > 1
    is_listing = False
    for tender in receipt.tenders:
        if isinstance(tender, CardTender):
            title = format_amount(tender.amount_minor, receipt.currency, language) if several else ""
            yield from _card_block(tender, title, columns, say)
            is_listing = False
        elif told := _told(tender, receipt.currency, language, say):
            if not is_listing:
                yield Rule()
            yield from told_row(*told, columns)
            is_listing = True


def _told(tender: AnyTender, currency: str, language: str, say: Words) -> tuple[str, str] | None:
    """What a gift card, a balance or a wallet has to say besides its amount."""
    name = tender_name(tender, say)
    if isinstance(tender, ValueTender):
        if tender.left_minor is None:
            return None
        return say.left_on.format(name=name), format_amount(tender.left_minor, currency, language)
    reference = "" if isinstance(tender, CardTender) else clean(tender.reference)
    return (say.reference_of.format(name=name), reference) if reference else None


def _card_block(card: CardTender, title: str, columns: int, say: Words) -> Iterator[Block]:
    """What the schemes demand: the terminal's own words verbatim, or every field that it gave.

    With several cards each block says what its card paid (`title`); the terminal's words say it themselves.
    """
    if card.terminal_lines:
        yield Rule()
        yield from _verbatim(card.terminal_lines, columns)
        return
    fields = [(label, clean(value)) for label, value in _card_fields(card, say) if value]
    if fields or title:
        yield Rule()
    if title:
        yield from told_row(tender_name(card, say), title, columns, bold=True)
    for label, value in fields:
        yield from told_row(label, value, columns)


def _verbatim(lines: tuple[str, ...], columns: int) -> Iterator[Block]:
    """The terminal's lines, shifted together to the middle; nothing else about them changes."""
    parts = [part for line in lines for part in chop(line, columns)]
    indent = " " * ((columns - max(cell_width(part) for part in parts)) // 2)
    for part in parts:
        yield Line((Run(indent + part),))


def _card_fields(card: CardTender, say: Words) -> Iterator[tuple[str, str]]:
    yield say.card_number, card.masked_pan
    yield say.application, card.application_id
    yield say.entry, say.entry_modes.get(card.entry_mode, card.entry_mode)
    yield say.verified, say.verifications.get(card.verification, card.verification)
    yield say.authorisation, card.authorisation_code
    yield say.merchant, card.merchant_id
    yield say.terminal, card.terminal_id
    numbers = [f"{each:04d}" for each in (card.receipt_number, card.trace_number) if each is not None]
    yield say.terminal_receipt, " / ".join(numbers)
