"""Add a printed receipt up again, as a careful shopper would, from nothing but its text.

Goods, deposits and discounts stand in one column, the total's; so they can be added with a finger. This knows
no layout code and no price: it reads figures and where they stand, in any language.

Source: docs/devices/printer.md, "Layout".
Invariants: pure; a receipt that cannot be read (lines drawn as pictures) is said to be so, never to be right.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

LETTER_CELLS = 2
"""Behind an amount: a space and the letter of its tax rate, or nothing for what has none."""
_RULE = "─"
_FIGURE = r"-?\d[\d.,\u202f]*"
_GAP = r"[^\S\u202f]"
"""A space that parts words; the narrow one parts thousands."""
_GOODS = re.compile(rf"(?:^|.*{_GAP})({_FIGURE}) [A-Z]$")
_PLAIN = re.compile(rf"(?:^|.*{_GAP})({_FIGURE})$")
_SUM = re.compile(rf".*\b[A-Z]{{3}} ({_FIGURE})$")
_RATE = re.compile(rf"^[A-Z] [\d.,]+ ?%(?:\s+({_FIGURE})\s+({_FIGURE})\s+({_FIGURE}))?$")
_TOTAL_ROWS = 2
"""A sum too broad for its label stands below it."""
_PICTURE = "[picture "


@dataclass(frozen=True, kw_only=True)
class Added:
    """What the figures of a receipt come to, in minor units."""

    goods: tuple[int, ...]
    """Lines and deposits, in order."""
    discounts: tuple[int, ...]
    """Under lines and after them; positive."""
    total: int
    saved: int
    tenders: tuple[int, ...]
    taxes: tuple[tuple[int, int, int], ...]
    """Net, tax, gross of each rate."""
    faults: tuple[str, ...]
    """What does not add up, one sentence each."""


def add_up(text: str, columns: int) -> Added | None:
    """Add a receipt of `columns` up; None if it has no goods or total that can be read."""
    sections = _sections(text)
    at = next((n for n, rows in enumerate(sections) if _sums(rows[:_TOTAL_ROWS], columns)), 0)
    if at < 1:
        return None
    offers: Sequence[str] = ()
    if at >= 2 and not any(_goods(row, columns) is not None for row in sections[at - 1]):
        offers = sections[at - 1]
    items = sections[at - 2] if offers else sections[at - 1]
    if any(_PICTURE in row for row in (*items, *offers, *sections[at])):
        return None
    if not any(_goods(row, columns) is not None for row in items):
        return None
    return _checked(items, offers, sections[at], sections[at + 1] if at + 1 < len(sections) else [], columns)


def _checked(
    items: Sequence[str], offers: Sequence[str], totals: Sequence[str], taxes: Sequence[str], columns: int
) -> Added:
    goods = [figure for row in items if (figure := _goods(row, columns)) is not None]
    taken = [figure for row in items if (figure := _plain(row, columns)) is not None]
    below = [figure for row in offers if (figure := _plain(row, columns)) is not None]
    total, saved, tenders = _totals(totals, columns)
    rates = _rates(taxes)
    discounts = [-figure for figure in (*taken, *below[1:])]
    faults = []
    if any(figure <= 0 for figure in discounts):
        faults.append("a discount adds instead of taking off")
    subtotal = sum(goods) + sum(taken)
    if below and below[0] != subtotal:
        faults.append(f"the subtotal says {below[0]}, the lines above add up to {subtotal}")
    if subtotal + sum(below[1:]) != total:
        faults.append(f"the total says {total}, the lines above add up to {subtotal + sum(below[1:])}")
    if sum(discounts) != saved:
        faults.append(f"saved are said to be {saved}, the discounts are {sum(discounts)}")
    if tenders and sum(tenders) != total:
        faults.append(f"paid were {sum(tenders)} of {total}")
    if any(net + tax != gross for net, tax, gross in rates):
        faults.append("net and tax of a rate do not add up")
    if rates and sum(gross for _, _, gross in rates) != total:
        faults.append(f"the rates' gross is {sum(gross for _, _, gross in rates)}, not {total}")
    return Added(
        goods=tuple(goods),
        discounts=tuple(discounts),
        total=total,
        saved=saved,
        tenders=tuple(tenders),
        taxes=tuple(rates),
        faults=tuple(faults),
    )


def _sections(text: str) -> list[list[str]]:
    """The rows between one rule and the next."""
    sections: list[list[str]] = [[]]
    for row in text.splitlines():
        if row and set(row) == {_RULE}:
            sections.append([])
        elif row.strip():
            sections[-1].append(row.rstrip())
    return sections


def _totals(rows: Sequence[str], columns: int) -> tuple[int, int, list[int]]:
    """The total, what was saved, and what was paid with what."""
    last = max(n for n, row in enumerate(rows[: 2 * _TOTAL_ROWS]) if _sum(row, columns) is not None)
    total, saved = (*_sums(rows[: last + 1], columns), 0)[:2]
    return total, saved, [figure for row in rows[last + 1 :] if (figure := _plain(row, columns)) is not None]


def _sums(rows: Sequence[str], columns: int) -> list[int]:
    """The figures behind a currency."""
    return [figure for row in rows if (figure := _sum(row, columns)) is not None]


def _rates(rows: Sequence[str]) -> list[tuple[int, int, int]]:
    """Net, tax and gross of each rate: in its row, or in the three rows below it on narrow paper."""
    rates = []
    for at, row in enumerate(rows):
        if not (found := _RATE.match(row)):
            continue
        figures = (
            found.groups() if found[1] else [below.rpartition(" ")[2] for below in rows[at + 1 : at + 4]]
        )
        net, tax, gross = (_minor(figure) for figure in figures)
        rates.append((net, tax, gross))
    return rates


def _sum(row: str, columns: int) -> int | None:
    return _figure(_SUM, row, columns - LETTER_CELLS)


def _goods(row: str, columns: int) -> int | None:
    return _figure(_GOODS, row, columns)


def _plain(row: str, columns: int) -> int | None:
    return _figure(_PLAIN, row, columns - LETTER_CELLS)


def _figure(form: re.Pattern[str], row: str, edge: int) -> int | None:
    """The figure of a row of this form that ends at the cell `edge`."""
    found = form.match(row)
    return _minor(found[1]) if found and _cells(row) == edge else None


def _minor(figure: str) -> int:
    return int(re.sub(r"[.,\u202f]", "", figure))


def _cells(row: str) -> int:
    return sum(
        0 if unicodedata.combining(character) else 2 if unicodedata.east_asian_width(character) in "WF" else 1
        for character in row
    )
