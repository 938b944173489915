"""What is said about a run: outcome words, the ledger, and the audit of journal against ledger."""

from typing import Any

import pytest

from simulators.shopper import summary
from simulators.shopper.runner import Report, StepReport
from simulators.shopper.state import LaneState


def lane(screen: str, **transaction: Any) -> LaneState:
    return LaneState(screen=screen, transaction=transaction or None)


@pytest.mark.parametrize(
    ("state", "outcome"),
    [
        (lane("attract"), "none"),
        (lane("scanning", paid=False, closed=False), "not paid"),
        (lane("tender", paid=False, closed=False), "not paid"),
        (lane("card", paid=False, closed=False), "unknown"),
        (lane("unknown", paid=False, closed=False), "unknown"),
        (lane("thanks", paid=True, closed=False), "paid"),
        (lane("attract", paid=True, closed=True), "paid"),
        (lane("attract", paid=False, closed=True), "cancelled"),
    ],
)
def test_the_outcome_is_one_word(state: LaneState, outcome: str) -> None:
    assert summary.outcome(state) == outcome


@pytest.mark.parametrize(
    ("said", "receipt"),
    [("printed", "printed"), ("not printed", "not printed"), ("unknown", "unknown"), ("qr", "none")],
)
def test_the_receipt_is_about_paper(said: str, receipt: str) -> None:
    assert summary.receipt(lane("thanks", receipt=said)) == receipt
    assert summary.receipt(lane("attract")) == "none"


def event(name: str, **fields: Any) -> dict[str, Any]:
    return {"sequence": 1, "event": {"event": name, **fields}}


CHARGE = {"kind": "charge", "amount_minor": 500, "receipt_number": 1}
REVERSAL = {"kind": "reversal", "amount_minor": 500}
REQUESTED = event("PaymentRequested", amount_minor=500)
APPROVED = event("PaymentApproved", amount_minor=500)
REFUSED = event("PaymentRefused")


@pytest.mark.parametrize(
    ("entries", "ledger"),
    [
        ([], []),
        ([REQUESTED, APPROVED], [CHARGE]),
        ([REQUESTED, REFUSED], []),
        ([REQUESTED, REFUSED], [CHARGE, REVERSAL]),
        ([REQUESTED, REFUSED, REQUESTED, APPROVED], [CHARGE, REVERSAL, CHARGE]),
        ([REQUESTED], [CHARGE]),
        ([REQUESTED, event("PaymentUnknown")], []),
    ],
)
def test_a_book_that_agrees_passes_the_audit(
    entries: list[dict[str, Any]], ledger: list[dict[str, Any]]
) -> None:
    assert summary.audit(entries, ledger) == ""


@pytest.mark.parametrize(
    ("entries", "ledger", "booked"),
    [
        ([REQUESTED, APPROVED], [CHARGE, CHARGE], 1000),
        ([REQUESTED, APPROVED], [CHARGE, REVERSAL], 0),
        ([REQUESTED, REFUSED], [CHARGE], 500),
        ([], [CHARGE], 500),
    ],
)
def test_money_taken_twice_or_for_nothing_fails_the_audit(
    entries: list[dict[str, Any]], ledger: list[dict[str, Any]], booked: int
) -> None:
    assert f"the terminal's book says {booked} were taken" in summary.audit(entries, ledger)


def test_the_summary_holds_what_the_scenario_writer_was_promised() -> None:
    line = {
        "line_id": 1,
        "gtin": "40170725",
        "name": "Milk",
        "quantity": 2,
        "amount_minor": 238,
        "saving_minor": 38,
    }
    tender = {"kind": "card", "amount_minor": 100, "masked_pan": "****1234", "receipt_number": 7}
    offer = {"offer": "member-milk", "name": "Member price", "layer": "shelf", "saving_minor": 38}
    coupon = {"coupon": "store:SPRING", "held_by": "lane", "saving_minor": 0, "reason": "too_few"}
    state = lane(
        "attract",
        transaction_id="t-1",
        currency="EUR",
        total_minor=200,
        saving_minor=38,
        paid=True,
        closed=True,
        lines=[line],
        offers=[offer],
        coupons=[coupon],
        member={"how": "card"},
        points_earned=2,
        points_minor=100,
        tenders=[tender],
        receipt="printed",
    )
    report = Report(expectations=1, is_finished=True)
    report.steps.append(StepReport(number=1, step="touch pay", outcome="done", seconds=0.5, screen="tender"))
    said = summary.summary(
        title="t", state=state, report=report, ledger=[CHARGE], journal={"verifies": True}, adds_up=True
    )
    assert said["lines"] == [{key: value for key, value in line.items() if key != "line_id"}]
    assert said["terminal_ledger"] == [{"kind": "charge", "amount_minor": 500}]
    assert (said["tenders"], said["offers"], said["coupons"]) == ([tender], [offer], [coupon])
    assert (said["outcome"], said["transaction_id"], said["currency"]) == ("paid", "t-1", "EUR")
    assert (said["total_minor"], said["receipt"], said["failures"]) == (200, "printed", [])
    assert (said["saving_minor"], said["points_earned"], said["points_minor"]) == (38, 2, 100)
    assert (said["is_member"], said["receipt_adds_up"]) == (True, True)
    assert said["steps"][0]["step"] == "touch pay"


def test_a_lane_that_tells_nothing_of_offers_is_summed_up_without_them() -> None:
    state = lane("scanning", paid=False, total_minor=5, lines=[{"gtin": "1", "name": "a", "quantity": 1}])
    said = summary.summary(title="t", state=state, report=Report(), ledger=[], journal={})
    assert (said["saving_minor"], said["offers"], said["is_member"]) == (0, [], False)
    assert said["receipt_adds_up"] is None
