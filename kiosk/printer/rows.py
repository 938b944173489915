"""Rows with an amount at the right edge: what a shopper adds up with a finger.

Every amount of goods, discounts and deposits ends in the same column, and nothing else does.

Invariants: pure; no row is wider than `columns`; a long name goes on below, clear of the amounts.
"""

from collections.abc import Iterator, Mapping

from kiosk.printer.blocks import Align, Line, Run
from kiosk.printer.cells import cell_width, clean, pad_left, pad_right, wrap, wrap_evenly

AMOUNT_CELLS = 10
"""The field of an amount; behind it a space and the tax letter. An amount that needs more takes more."""
AMOUNT_CELLS_NARROW = 8
"""The same on narrow paper, where names need the room."""
NARROW_COLUMNS = 40
TAX_CELLS = 2
_LEFT_OVER = 3
"""A last line shorter than this part of the others looks like a mistake."""


def amount_row(
    name: str, amount: str, columns: int, *, letter: str = "", indent: int = 0, bold: bool = False
) -> Iterator[Line]:
    """`name` at the left and `amount` in the amounts' column, with its tax letter if it has one."""
    cells = AMOUNT_CELLS if columns >= NARROW_COLUMNS else AMOUNT_CELLS_NARROW
    field = pad_left(amount, cells) + pad_right((" " + clean(letter)[:1]).rstrip(), TAX_CELLS)
    room = columns - cell_width(field) - 1 - indent
    start = " " * indent
    first, *more = _name_lines(name, room)
    yield Line((Run(start + pad_right(first, room) + " " + field, bold),))
    for part in more:
        yield Line((Run(start + part, bold),))


def _name_lines(name: str, room: int) -> list[str]:
    """`name` in as few lines as it needs, none of which is a word left over."""
    lines = wrap(name, room, indent=2)
    narrower = room
    while len(lines) > 1 and cell_width(lines[-1].strip()) < room // _LEFT_OVER and narrower > room // 2:
        narrower -= 1
        if len(tighter := wrap(name, narrower, indent=2)) > len(lines):
            break
        lines = tighter
    return lines


def told_row(label: str, value: str, columns: int, *, bold: bool = False) -> Iterator[Line]:
    """`label` at the left and `value` at the very right; on two lines where one is too narrow."""
    room = columns - cell_width(label) - 1
    if cell_width(value) <= room:
        yield Line((Run(label + " " + pad_left(value, room), bold),))
        return
    for part in wrap(label, columns):
        yield Line((Run(part, bold),))
    for part in wrap(value, columns - 2):
        yield Line((Run(pad_left(part, columns), bold),))


def centred(text: str, columns: int, *, bold: bool = False, double_height: bool = False) -> Iterator[Line]:
    """`text` in the middle, in lines of similar length."""
    for part in wrap_evenly(text, columns):
        yield Line((Run(part, bold),), Align.CENTRE, double_height)


def name_of(names: Mapping[str, str], language: str, fallback: str = "-") -> str:
    """The name in `language`, else the nameless language's, else English, else any."""
    for wanted in (language, "", "en"):
        if names.get(wanted, "").strip():
            return names[wanted]
    return next((name for name in names.values() if name.strip()), fallback)
