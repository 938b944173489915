"""What a slip says where a balance was topped up: that it was, and what is on it now.

Source: docs/stored-value.md; `retail.receipt.Loaded`.
Invariants: pure; nothing was sold, so nothing is counted and nothing can be brought back.
"""

from collections.abc import Iterator

from kiosk.printer.blocks import Align, Block, Feed, Line, Run
from kiosk.printer.rows import amount_row
from kiosk.printer.words import Words
from retail.money import format_amount
from retail.receipt import Receipt

_GAP_SMALL = Feed(8)


def load_banner(receipt: Receipt, say: Words) -> Iterator[Block]:
    """The word, over everything."""
    if receipt.loaded is not None:
        yield Line((Run(say.loaded, bold=True),), Align.CENTRE, double_height=True)
        yield _GAP_SMALL


def balance_now(receipt: Receipt, columns: int, language: str, say: Words) -> Iterator[Block]:
    """What is on it, below what paid it."""
    if receipt.loaded is not None:
        amount = format_amount(receipt.loaded.balance_minor, receipt.currency, language)
        yield from amount_row(say.balance_now, amount, columns)
