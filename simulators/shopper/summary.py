"""Say what came of a scenario, as the data of `summary.json`. Pure.

`outcome` is of the open transaction, or of the one closed last:

    paid        the money is proven and in the journal
    unknown     a card payment was begun and it is not known (yet) whether money moved
    not paid    the basket is open and nothing was taken
    cancelled   the purchase was given up before paying
    none        nobody bought anything

`receipt` is what is on paper: `printed`, `unknown`, `not printed` or `none` (nobody asked for paper).

Source: docs/scenarios.md, "What it writes".
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from simulators.shopper.runner import Report
from simulators.shopper.state import LaneState

LINE_KEYS = ("gtin", "name", "quantity", "amount_minor", "saving_minor")
RECEIPTS = ("printed", "unknown", "not printed", "none")
PAYING_SCREENS = ("card", "unknown")


def summary(
    *,
    title: str,
    state: LaneState,
    report: Report,
    ledger: Sequence[Mapping[str, Any]],
    journal: Mapping[str, Any],
    adds_up: bool | None = None,
) -> dict[str, Any]:
    """Everything `summary.json` holds. `adds_up` is of the paper; None: there is none that can be read."""
    transaction = state.transaction or {}
    return {
        "scenario": title,
        "outcome": outcome(state),
        "transaction_id": transaction.get("transaction_id", ""),
        "currency": transaction.get("currency", ""),
        "total_minor": state.total_minor,
        "saving_minor": state.figure("saving_minor"),
        "lines": [{key: line.get(key, 0) for key in LINE_KEYS} for line in state.lines],
        "offers": [dict(offer) for offer in state.told("offers")],
        "coupons": [dict(coupon) for coupon in state.told("coupons")],
        "is_member": state.is_member,
        "points_earned": state.figure("points_earned"),
        "points_minor": state.figure("points_minor"),
        "tenders": [dict(tender) for tender in transaction.get("tenders", ())],
        "receipt": receipt(state),
        "receipt_adds_up": adds_up,
        "terminal_ledger": charges(ledger),
        "screen": state.screen,
        "journal": dict(journal),
        "is_finished": report.is_finished,
        "expectations": report.expectations,
        "failures": list(report.failures),
        "warnings": list(report.warnings),
        "steps": [asdict(step) for step in report.steps],
    }


def outcome(state: LaneState) -> str:
    """One word for how the purchase stands."""
    if state.transaction is None:
        return "none"
    if state.is_paid:
        return "paid"
    if state.transaction.get("closed"):
        return "cancelled"
    return "unknown" if state.screen in PAYING_SCREENS else "not paid"


def receipt(state: LaneState) -> str:
    """Whether there is paper."""
    said = str(state.transaction.get("receipt", "none")) if state.transaction else "none"
    return said if said in RECEIPTS else "none"


def charges(ledger: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The terminal's book reduced to what moved money, in order."""
    return [
        {"kind": entry["kind"], "amount_minor": entry["amount_minor"]}
        for entry in ledger
        if entry.get("kind") in ("charge", "reversal")
    ]


def audit(entries: Iterable[Mapping[str, Any]], ledger: Sequence[Mapping[str, Any]]) -> str:
    """What is wrong between the lane's journal and the terminal's book; empty if they agree.

    Every approved payment in the journal must be one charge in the book, and every charge that is not in the
    journal must have been reversed, unless the journal says that an attempt's outcome is still open.
    """
    approved, is_open = 0, False
    for entry in entries:
        event = entry.get("event")
        if not isinstance(event, dict):
            continue
        match event.get("event"):
            case "PaymentRequested":
                is_open = True
            case "PaymentApproved":
                approved, is_open = approved + int(event["amount_minor"]), False
            case "PaymentRefused":
                is_open = False
    signs = {"charge": 1, "reversal": -1}
    booked = sum(signs[entry["kind"]] * int(entry["amount_minor"]) for entry in charges(ledger))
    if is_open or booked == approved:
        return ""
    return f"the journal holds approved payments of {approved}, the terminal's book says {booked} were taken"
