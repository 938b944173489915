"""How wide text is on paper, and where it may break.

A printer's line is a row of cells: East Asian wide characters take two, combining marks none. Everything
that lines up on a receipt is counted in cells, never in `len()`.

Source: Unicode UAX #11 (ambiguous characters are narrow: the code page's box lines are one cell).
Invariants: no returned line is wider than asked for; no wide character is split.
"""

import unicodedata
from collections.abc import Iterator

from retail.check import require

_NO_LINE_START = frozenset("，。、；：！？）》」』】％")
"""Chinese punctuation that hangs on to the character before it."""
_UNIT_MAX = 2
"""Units are glued to their figure up to this length: l, kg, ml, %."""


def cell_width(text: str) -> int:
    """Cells that `text` takes.

    >>> cell_width("牛奶 1L")
    7
    """
    return sum(_width(character) for character in text)


def _width(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def clean(text: str) -> str:
    """`text` on one line: control characters become spaces, marks are composed."""
    flat = "".join(" " if unicodedata.category(c) in ("Cc", "Zl", "Zp") else c for c in text)
    return unicodedata.normalize("NFC", flat)


def pad_left(text: str, cells: int) -> str:
    """`text` right-aligned in `cells`."""
    return " " * (cells - cell_width(text)) + text


def pad_right(text: str, cells: int) -> str:
    """`text` left-aligned in `cells`."""
    return text + " " * (cells - cell_width(text))


def wrap(text: str, cells: int, indent: int = 0) -> list[str]:
    """`text` in lines of at most `cells`, broken at spaces, before wide characters, or where it must.

    Lines after the first begin with `indent` spaces. At least one line comes back.

    >>> wrap("Organic whole milk", 10, indent=2)
    ['Organic', '  whole', '  milk']
    """
    require(cells - indent >= 2, "a column holds at least one wide character")
    lines: list[str] = []
    line = ""
    for piece in _pieces(clean(text).strip(), cells - indent):
        if line.strip() and cell_width(line) + cell_width(piece.rstrip()) > cells:
            lines.append(line.rstrip())
            line = " " * indent
            piece = piece.lstrip()
        line += piece
    lines.append(line.rstrip())
    return lines


def _pieces(text: str, cells: int) -> Iterator[str]:
    """What stays together: words with the space behind them, single wide characters, long words cut."""
    piece = ""
    for at, character in enumerate(text):
        starts_new = piece and (
            (piece[-1] == " " and character != " " and not _is_unit(text, at))
            or (_width(character) == 2 and character not in _NO_LINE_START)
            or (_width(piece[-1]) == 2 and character != " " and character not in _NO_LINE_START)
            or (character != " " and cell_width(piece) + _width(character) > cells)
        )
        if starts_new:
            yield piece
            piece = ""
        piece += character
    if piece:
        yield piece


def _is_unit(text: str, at: int) -> bool:
    """Whether a short unit begins at `at`, right behind its figure: `0,5 l` stays together."""
    unit = text[at : at + _UNIT_MAX + 1].split(" ")[0]
    behind_figure = at >= 2 and text[at - 1] == " " and text[at - 2].isdigit()
    return behind_figure and len(unit) <= _UNIT_MAX and (unit.isalpha() or unit == "%")


def wrap_evenly(text: str, cells: int) -> list[str]:
    """Like `wrap`, with lines of similar length, for centred text.

    >>> wrap_evenly("Einfach diesen Code zeigen.", 20)
    ['Einfach diesen', 'Code zeigen.']
    """
    lines = wrap(text, cells)
    for narrower in range(cells - 1, 1, -1):
        tighter = wrap(text, narrower)
        if len(tighter) > len(lines):
            break
        lines = tighter
    return lines


def chop(text: str, cells: int) -> list[str]:
    """`text` in lines of at most `cells`, spaces kept: for texts that must stay as they came."""
    lines, line = [], ""
    for character in clean(text).rstrip():
        if cell_width(line) + _width(character) > cells:
            lines.append(line)
            line = ""
        line += character
    return [*lines, line]
