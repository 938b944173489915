"""Every fault of the catalogue, its verdict, and the promise about money.

Source: docs/devices/terminal.md, "Faults and verdicts".
"""

from pathlib import Path

import pytest
from payment_rig import Rig

from kiosk.devices import terminal as t
from simulators.terminal.faults import ALWAYS, FAULTS
from simulators.terminal.settings import Card, Unacknowledged

APPROVED, DECLINED, CANCELLED = t.Approved, t.Declined, t.Cancelled
NOT_CHARGED, REVERSED, ATTENDANT = t.NotCharged, t.Reversed, t.NeedsAttendant

VERDICTS: list[tuple[str, Card, type[t.Outcome]]] = [
    ("garbage", Card.APPROVE, APPROVED),
    ("nak_once", Card.APPROVE, APPROVED),
    ("nak_storm", Card.APPROVE, NOT_CHARGED),
    ("lose_ack", Card.APPROVE, APPROVED),
    ("bad_crc", Card.APPROVE, APPROVED),
    ("bad_crc_result", Card.APPROVE, APPROVED),
    ("cut_block", Card.APPROVE, APPROVED),
    ("duplicate", Card.APPROVE, APPROVED),
    ("byte_by_byte", Card.APPROVE, APPROVED),
    ("unplug_command", Card.APPROVE, NOT_CHARGED),
    ("unplug_accepted", Card.APPROVE, APPROVED),
    ("unplug_status", Card.APPROVE, APPROVED),
    ("unplug_result", Card.APPROVE, APPROVED),
    ("unplug_answered", Card.APPROVE, APPROVED),
    ("unplug_print", Card.APPROVE, APPROVED),
    ("unplug_completion", Card.APPROVE, APPROVED),
    ("no_accept", Card.APPROVE, NOT_CHARGED),
    ("long_wait", Card.APPROVE, APPROVED),
    ("odd_statuses", Card.APPROVE, APPROVED),
    ("refuse_start", Card.APPROVE, NOT_CHARGED),
    ("host_down", Card.APPROVE, DECLINED),
    ("abort_after_approval", Card.APPROVE, REVERSED),
    ("no_completion", Card.APPROVE, APPROVED),
    ("wrong_currency", Card.APPROVE, REVERSED),
    ("wrong_terminal", Card.APPROVE, REVERSED),
    ("missing_amount", Card.APPROVE, REVERSED),
    ("ignore_refusal", Card.WRONG_AMOUNT, REVERSED),
    ("repeat_bare", Card.SILENT, ATTENDANT),
    ("repeat_refused", Card.SILENT, ATTENDANT),
    ("repeat_deaf", Card.SILENT, ATTENDANT),
    ("repeat_busy", Card.SILENT, NOT_CHARGED),
    ("reboot", Card.APPROVE, NOT_CHARGED),
]


def settle(rig: Rig, attempt: t.OpenAttempt) -> t.Outcome:
    """What the lane does: authorise once, then ask until the answer is not Unknown."""
    outcome = rig.authorise(attempt)
    for _ in range(5):
        if not isinstance(outcome, t.Unknown):
            break
        outcome = rig.recover(attempt)
    return outcome


def check_money(rig: Rig, outcome: t.Outcome, total: int) -> None:
    """The ledger holds nothing or the total, as the answer says; else a person was called."""
    balance = rig.ledger.balance()
    match outcome:
        case t.Approved():
            assert balance == total
        case t.Declined() | t.Cancelled() | t.NotCharged() | t.Reversed():
            assert balance == 0
        case _:
            assert isinstance(outcome, t.NeedsAttendant)
    charges = [entry for entry in rig.ledger.entries() if entry.kind == "charge"]
    assert len(charges) <= 1


@pytest.mark.parametrize(("name", "card", "expected"), VERDICTS, ids=[row[0] for row in VERDICTS])
def test_fault_ends_in_its_verdict_and_the_ledger_agrees(
    rig: Rig, name: str, card: Card, expected: type[t.Outcome]
) -> None:
    rig.terminal.present_card(card)
    attempt = rig.request()
    rig.faults.arm(name)
    outcome = settle(rig, attempt)
    assert type(outcome) is expected, outcome
    check_money(rig, outcome, 1234)
    if FAULTS[name].times < ALWAYS:
        assert rig.faults.armed() == [], "the fault never struck"


@pytest.mark.parametrize("name", ["refuse_abort", "ignore_abort"])
def test_approval_after_a_cancel_is_given_back(rig: Rig, name: str) -> None:
    attempt = rig.request()
    rig.faults.arm(name)
    rig.driver.cancel(attempt.request.attempt_id)
    outcome = settle(rig, attempt)
    assert isinstance(outcome, t.Reversed), outcome
    check_money(rig, outcome, 1234)


@pytest.mark.parametrize("name", ["reversal_fails", "reversal_other"])
def test_failed_reversal_calls_a_person(rig: Rig, name: str) -> None:
    rig.terminal.present_card(Card.WRONG_AMOUNT)
    rig.faults.arm("ignore_refusal")
    rig.faults.arm(name)
    assert isinstance(settle(rig, rig.request()), t.NeedsAttendant)


def test_every_fault_of_the_simulator_has_a_verdict() -> None:
    elsewhere = {"refuse_abort", "ignore_abort", "reversal_fails", "reversal_other"}
    elsewhere |= {"end_of_day_fails", "diagnosis_due"}  # test_payment_driver.py
    assert {row[0] for row in VERDICTS} | elsewhere == set(FAULTS)


@pytest.mark.parametrize("mode", list(Unacknowledged))
def test_unacknowledged_approval_agrees_with_the_ledger_in_every_mode(
    tmp_path: Path, mode: Unacknowledged
) -> None:
    rig = Rig(tmp_path, mode)
    try:
        rig.start()
        attempt = rig.request()
        rig.lane.disk_full = True
        assert isinstance(rig.authorise(attempt), t.Unknown)
        rig.lane.disk_full = False
        outcome = rig.recover(attempt)
        for _ in range(5):
            if isinstance(outcome, t.Unknown):
                outcome = rig.recover(attempt)
        check_money(rig, outcome, 1234)
    finally:
        rig.close()
