"""What a receipt says where goods came back: that they did, of which sale, and what is still to be given.

Invariants: pure; nobody can take it for the receipt of a sale; what is still to be given stands above the
total, so that the lines and it add up to what went back.
"""

from collections.abc import Iterator

from kiosk.printer.blocks import Align, Block, Feed, Line, Rule, Run
from kiosk.printer.cells import clean
from kiosk.printer.footing import local_time
from kiosk.printer.rows import amount_row, centred
from kiosk.printer.words import Words
from retail.money import format_amount
from retail.receipt import Receipt

_GAP_SMALL = Feed(8)


def return_banner(receipt: Receipt, say: Words) -> Iterator[Block]:
    """The word, over everything."""
    if receipt.returned is not None:
        yield Line((Run(say.returned, bold=True),), Align.CENTRE, double_height=True)
        yield _GAP_SMALL


def return_note(receipt: Receipt, columns: int, language: str, say: Words) -> Iterator[Block]:
    """The sale it is of."""
    returned = receipt.returned
    if returned is not None:
        date = local_time(returned.sold_at, language)
        text = say.returned_of.format(number=returned.number, lane=clean(returned.lane), date=date)
        yield from centred(text.rstrip(" ,，"), columns)
        yield Rule()


def not_given(receipt: Receipt, columns: int, language: str, say: Words) -> Iterator[Block]:
    """What the goods are worth beyond what went back."""
    returned = receipt.returned
    if returned is not None and returned.not_given_minor:
        yield Rule()
        amount = format_amount(returned.not_given_minor, receipt.currency, language)
        yield from amount_row(say.not_given, amount, columns)


def points_name(receipt: Receipt, say: Words) -> str:
    """What the row of points is called: they paid, or they are the member's again."""
    if receipt.returned is None:
        return say.points_paid
    return say.points_back.format(points=receipt.returned.points)
