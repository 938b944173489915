"""Read what a scenario expects: the table of an `expect` step.

Source: docs/scenarios.md, "What can be expected".
Invariants: every mistake of a table is told; nothing is guessed.
"""

from collections.abc import Callable, Mapping
from typing import Any

from simulators.shopper.steps import Expect
from simulators.wallet import nearest

NUMBERS = ("total_minor", "saving_minor", "points", "points_minor")
"""Whole numbers: money in minor units, or points."""
TRUTHS = ("paid", "member")
LISTS = {
    "lines": ("gtin", ("gtin", "name", "quantity", "amount_minor", "saving_minor")),
    "offers": ("offer", ("offer", "name", "layer", "saving_minor")),
    "coupons": ("coupon", ("coupon", "saving_minor", "reason", "held_by")),
    "open": ("kind", ("kind", "severity", "measure")),
}
"""Key of a list -> what a text in it is, and what a table in it may hold."""
KEYS = ("screen", "staff", *NUMBERS, *TRUTHS, *LISTS)


def read_expect(
    table: object, screens: tuple[str, ...], timeout_s: float | None, wrong: Callable[[str], None]
) -> Expect | None:
    """The expectation; every mistake goes to `wrong`, and the answer counts only without one."""
    if not isinstance(table, dict) or not table:
        wrong("expect must be a table with at least one of " + ", ".join(KEYS))
        return None
    for key in table:
        if key not in KEYS:
            wrong(f"expect: unknown key {key!r}{nearest(str(key), KEYS)}")
    screen = table.get("screen")
    if screen is not None and screen not in screens:
        wrong(f"screen = {screen!r} is not known{nearest(str(screen), screens)}")
    staff = table.get("staff")
    if staff is not None and not isinstance(staff, str):
        wrong(f'expect: staff = {staff!r} must be a login in quotes; "" is nobody')
    for key in NUMBERS:
        if key in table and (isinstance(table[key], bool) or not isinstance(table[key], int)):
            unit = "points" if key == "points" else "minor units"
            wrong(f"expect: {key} = {table[key]!r} must be a whole number of {unit}")
    for key in TRUTHS:
        if key in table and not isinstance(table[key], bool):
            wrong(f"expect: {key} = {table[key]!r} must be true or false")
    told: dict[str, Any] = {key: table[key] for key in (*NUMBERS, *TRUTHS) if key in table}
    told |= {key: _list(key, table[key], wrong) for key in LISTS if key in table}
    return Expect(screen=screen, staff=staff, timeout_s=timeout_s, **told)


def _list(
    key: str, value: object, wrong: Callable[[str], None]
) -> int | tuple[Mapping[str, Any], ...] | None:
    """A number of them, or each of them as a table."""
    word, keys = LISTS[key]
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    if not isinstance(value, list):
        wrong(f"expect: {key} = {value!r} must be a number of {key}, or a list of {word}s or tables")
        return None
    found: list[Mapping[str, Any]] = []
    for entry in value:
        if isinstance(entry, str):
            found.append({word: entry})
        elif isinstance(entry, dict):
            for name in entry:
                if name not in keys:
                    wrong(f"expect: {key}: unknown key {name!r}{nearest(str(name), keys)}")
            found.append(entry)
        else:
            wrong(f"expect: {key}: {entry!r} must be {_a(word)} in quotes or a table")
    return tuple(found)


def _a(word: str) -> str:
    return f"an {word}" if word[0] in "aeiou" else f"a {word}"
