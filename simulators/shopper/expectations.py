"""Compare what a scenario expects with what the lane shows, and say the difference in words. Pure."""

from collections.abc import Mapping, Sequence
from typing import Any

from simulators.shopper.state import LaneState
from simulators.shopper.steps import Expect

GTIN_DIGITS = 14


def differences(expect: Expect, state: LaneState) -> list[str]:
    """One sentence for everything that is not as expected; empty if all holds."""
    found = []
    if expect.screen is not None and state.screen != expect.screen:
        reason = f" ({state.outage})" if state.outage else ""
        found.append(f"expected the screen {expect.screen}, it shows {state.screen}{reason}")
    if isinstance(expect.lines, int) and len(state.lines) != expect.lines:
        found.append(
            f"expected {expect.lines} line(s), the basket has {len(state.lines)}{_names(state.lines)}"
        )
    elif isinstance(expect.lines, tuple):
        found += _line_differences(expect.lines, state.lines)
    if expect.total_minor is not None and state.total_minor != expect.total_minor:
        found.append(f"expected a total of {expect.total_minor}, it is {state.total_minor}")
    if expect.paid is not None and state.is_paid != expect.paid:
        found.append(f"expected it to be {_paid(expect.paid)}, it is {_paid(state.is_paid)}")
    return found


def _line_differences(expected: Sequence[Mapping[str, Any]], lines: Sequence[Mapping[str, Any]]) -> list[str]:
    """Each expected line needs a basket line of its own, in any order, and none may be left over."""
    left = list(lines)
    found = []
    for wanted in expected:
        match = next((line for line in left if _fits(wanted, line)), None)
        if match is None:
            words = ", ".join(f"{key} {value}" for key, value in wanted.items())
            found.append(f"no line with {words}")
        else:
            left.remove(match)
    if left:
        found.append(f"{len(left)} line(s) not expected{_names(left)}")
    return found


def _fits(wanted: Mapping[str, Any], line: Mapping[str, Any]) -> bool:
    return all(_normal(key, line.get(key)) == _normal(key, value) for key, value in wanted.items())


def _normal(key: str, value: object) -> object:
    return str(value).zfill(GTIN_DIGITS) if key == "gtin" else value


def _names(lines: Sequence[Mapping[str, Any]]) -> str:
    if not lines:
        return ""
    return ": " + ", ".join(f"{line['quantity']} x {line['name']} ({line['gtin']})" for line in lines)


def _paid(is_paid: bool) -> str:
    return "paid" if is_paid else "not paid"
