"""Compare what a scenario expects with what the lane shows, and say the difference in words. Pure."""

from collections.abc import Mapping, Sequence
from typing import Any

from simulators.shopper.state import LaneState
from simulators.shopper.steps import Expect

GTIN_DIGITS = 14
Told = Mapping[str, Any]


def differences(expect: Expect, state: LaneState) -> list[str]:
    """One sentence for everything that is not as expected; empty if all holds."""
    found = []
    if expect.screen is not None and state.screen != expect.screen:
        reason = f" ({state.outage})" if state.outage else ""
        found.append(f"expected the screen {expect.screen}, it shows {state.screen}{reason}")
    found += _list_differences("line", expect.lines, state.lines, "the basket has")
    if expect.staff is not None and state.staff != expect.staff:
        found.append(f"expected {expect.staff or 'nobody'} at the lane, there is {state.staff or 'nobody'}")
    found += _list_differences("intervention", expect.open, state.open, "there are")
    figures = (
        ("a total", expect.total_minor, state.total_minor),
        ("a saving", expect.saving_minor, state.figure("saving_minor")),
        ("points", expect.points, state.figure("points_earned")),
        ("a payment with points", expect.points_minor, state.figure("points_minor")),
    )
    found += [
        f"expected {what} of {wanted}, it is {seen}"
        for what, wanted, seen in figures
        if wanted is not None and seen != wanted
    ]
    found += _list_differences("offer", expect.offers, state.told("offers"), "there are")
    found += _list_differences("coupon", expect.coupons, state.told("coupons"), "there are")
    if expect.member is not None and state.is_member != expect.member:
        known = ("is known", "is not known")
        found.append(f"expected that the member {known[not expect.member]}, but {known[not state.is_member]}")
    if expect.paid is not None and state.is_paid != expect.paid:
        found.append(f"expected it to be {_paid(expect.paid)}, it is {_paid(state.is_paid)}")
    return found


def _list_differences(
    word: str, expected: int | Sequence[Told] | None, seen: Sequence[Told], has: str
) -> list[str]:
    """So many, or each expected one has one of its own, in any order, and none is left over."""
    if expected is None:
        return []
    if isinstance(expected, int):
        return (
            []
            if len(seen) == expected
            else [f"expected {expected} {word}(s), {has} {len(seen)}{_names(seen)}"]
        )
    left = list(seen)
    found = []
    for wanted in expected:
        match = next((each for each in left if _fits(wanted, each)), None)
        if match is None:
            found.append(f"no {word} with " + ", ".join(f"{key} {value}" for key, value in wanted.items()))
        else:
            left.remove(match)
    if left:
        found.append(f"{len(left)} {word}(s) not expected{_names(left)}")
    return found


def _fits(wanted: Told, seen: Told) -> bool:
    return all(_normal(key, seen.get(key)) == _normal(key, value) for key, value in wanted.items())


def _normal(key: str, value: object) -> object:
    return str(value).zfill(GTIN_DIGITS) if key == "gtin" else value


def _names(seen: Sequence[Told]) -> str:
    return f": {', '.join(map(_name, seen))}" if seen else ""


def _name(each: Told) -> str:
    if "gtin" in each:
        saving = f" saves {each['saving_minor']}" if each.get("saving_minor") else ""
        return f"{each['quantity']} x {each['name']} ({each['gtin']}){saving}"
    told = [str(each.get("offer") or each.get("coupon") or each.get("kind"))]
    told += [str(each["saving_minor"])] if each.get("saving_minor") else []
    return " ".join([*told, *([each["reason"]] if each.get("reason") else [])])


def _paid(is_paid: bool) -> str:
    return "paid" if is_paid else "not paid"
