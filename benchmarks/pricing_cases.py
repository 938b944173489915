"""Run pricing cases of the neutral schema against the engine: one line per failing case, then the count.

    python -m benchmarks.pricing_cases CASES.json

The cases restate other projects' tests: baskets, promotions and expected figures in major units, with each
project's rounding and tax rules as data. The schema stands in docs/offers.md. A form the engine cannot
express is a failure, not a skip.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.neutral_coupons import parse_figures
from benchmarks.neutral_schema import Figures, context_of, policy_of, promotions_of, taxes_of, units_of
from retail.promotions.engine import price_basket
from retail.promotions.index import Book
from retail.promotions.rounding import share
from retail.promotions.tender import round_cash
from retail.promotions.validate import check

Case = dict[str, Any]
REMARKS = ("note", "why", "reason", "source")
"""Words beside the figures."""


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pricing_cases", description=__doc__)
    parser.add_argument("cases", type=Path, help="a file of the neutral schema")
    path: Path = parser.parse_args(arguments).cases
    passed = failed = 0
    for case in json.loads(path.read_text("utf-8"))["cases"]:
        reasons = run_case(case)
        if reasons:
            failed += 1
            print(f"FAIL {case.get('id', '?')}: {'; '.join(reasons)}")
        else:
            passed += 1
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


def run_case(case: Case) -> list[str]:
    """Why a case fails; empty when it passes."""
    try:
        actual = MODES[case["mode"]](case)
    except Exception as error:  # a case that breaks the engine is one failing case, not the end of the run
        return [f"{type(error).__name__}: {error}"]
    return _differences(wanted(case), actual, Figures(case))


def wanted(case: Case) -> Case:
    """The figures a case must give: ours where the peer's own are wrong or a matter of policy."""
    ours = case.get("ours")
    figures: Case = ours if isinstance(ours, dict) else case["expected"]
    return {field: value for field, value in figures.items() if field not in REMARKS}


def _sell(case: Case) -> Case:
    figures = Figures(case)
    offers = promotions_of(case, figures)
    mistakes = check(offers)
    if mistakes:
        raise ValueError("; ".join(str(mistake) for mistake in mistakes))
    outcome = price_basket(
        units_of(case, figures), Book(offers), context_of(case, figures), policy_of(case), taxes_of(case)
    )
    order = [item["id"] for item in case["items"]]
    units: dict[str, list[int]] = {item: [] for item in order}
    for unit in outcome.units:
        units[unit.item_id].append(unit.list_minor - unit.paid_minor)
    return {
        "discount": outcome.saving_minor,
        "total": outcome.total_minor,
        "net": outcome.net_minor,
        "tax": outcome.tax_minor,
        "shipping": outcome.delivery_minor,
        "lines": {item: sum(parts) for item, parts in units.items()},
        "units": units,
        "gifts": {gift.item_id: gift.count for gift in outcome.gifts},
        "applied": list(outcome.applied),
    }


def _prorate(case: Case) -> Case:
    figures = Figures(case)
    rounding = case.get("rounding", {})
    parts = share(
        figures.minor(case["amount"]),
        [figures.minor(weight) for weight in case["weights"]],
        last=rounding.get("spread") == "last",
        mode=rounding.get("mode", "half_up"),
    )
    return {"parts": parts}


def _cash(case: Case) -> Case:
    figures = Figures(case)
    amount, step = figures.minor(case["amount"]), figures.minor(case["increment"])
    return {"rounded": round_cash(amount, step, case["method"])}


def _parse(case: Case) -> Case:
    return parse_figures(case["barcode"])


MODES = {"sequential": _sell, "best": _sell, "prorate": _prorate, "cash": _cash, "parse": _parse}


def _differences(expected: Case, actual: Case, figures: Figures) -> list[str]:
    reasons = []
    for field, value in expected.items():
        if field not in actual:
            reasons.append(f"{field}: expected {value}, the engine has no such figure")
        else:
            reasons += _compare(field, value, actual[field], figures)
    return reasons


MONEY = ("discount", "total", "net", "tax", "shipping", "lines", "units", "parts", "rounded")


def _compare(field: str, expected: Any, actual: Any, figures: Figures) -> list[str]:
    if field in MONEY:
        if isinstance(expected, dict):
            return [
                reason
                for key, value in expected.items()
                for reason in _compare_amounts(f"{field}.{key}", value, actual.get(key, 0), figures)
            ]
        return _compare_amounts(field, expected, actual, figures)
    if field == "applied":
        expected, actual = sorted(expected), sorted(actual)
    elif isinstance(expected, dict) and isinstance(actual, dict):
        actual = {key: actual.get(key) for key in expected}
    return [] if expected == actual else [f"{field}: expected {expected}, got {actual}"]


def _compare_amounts(field: str, expected: Any, actual: Any, figures: Figures) -> list[str]:
    if isinstance(expected, list):
        same = sorted(figures.minor(value) for value in expected) == sorted(actual)
        if field == "parts":
            same = [figures.minor(value) for value in expected] == actual
        return (
            [] if same else [f"{field}: expected {expected}, got {[figures.text(part) for part in actual]}"]
        )
    if figures.minor(expected) == actual:
        return []
    return [f"{field}: expected {expected}, got {figures.text(actual)}"]


if __name__ == "__main__":
    sys.exit(main())
