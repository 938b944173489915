"""Every fault of the catalogue, its verdict, and the promise about money.

Source: docs/devices/terminal.md, "Faults and verdicts".
"""

from pathlib import Path

import msgspec
import pytest
from payment_rig import Rig, wait_for

from kiosk.devices import terminal as t
from simulators.terminal.faults import ALWAYS, FAULTS, STATES
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
    ("stray_dle", Card.APPROVE, APPROVED),
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
    ("silent_host", Card.APPROVE, APPROVED),
    ("odd_statuses", Card.APPROVE, APPROVED),
    ("refuse_start", Card.APPROVE, NOT_CHARGED),
    ("host_down", Card.APPROVE, DECLINED),
    ("abort_after_approval", Card.APPROVE, REVERSED),
    ("no_completion", Card.APPROVE, APPROVED),
    ("wrong_currency", Card.APPROVE, REVERSED),
    ("wrong_terminal", Card.APPROVE, REVERSED),
    ("missing_amount", Card.APPROVE, REVERSED),
    ("partial_approval", Card.APPROVE, REVERSED),
    ("tip_added", Card.APPROVE, REVERSED),
    ("ignore_refusal", Card.WRONG_AMOUNT, REVERSED),
    ("repeat_bare", Card.SILENT, ATTENDANT),
    ("repeat_refused", Card.SILENT, ATTENDANT),
    ("repeat_deaf", Card.SILENT, ATTENDANT),
    ("repeat_busy", Card.SILENT, NOT_CHARGED),
    ("reboot", Card.APPROVE, NOT_CHARGED),
    ("print_lines", Card.APPROVE, APPROVED),
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


@pytest.mark.parametrize("name", ["reversal_fails", "reversal_other", "reversal_repeated"])
def test_failed_reversal_calls_a_person(rig: Rig, name: str) -> None:
    rig.terminal.present_card(Card.WRONG_AMOUNT)
    rig.faults.arm("ignore_refusal")
    rig.faults.arm(name)
    assert isinstance(settle(rig, rig.request()), t.NeedsAttendant)


def test_every_fault_of_the_simulator_has_a_verdict() -> None:
    elsewhere = {"refuse_abort", "ignore_abort", "reversal_fails", "reversal_other", "reversal_repeated"}
    elsewhere |= {"reversal_last", "card_data"}  # test_payment_refund.py, test_payment_canary.py
    elsewhere |= {"end_of_day_fails", "diagnosis_due"}  # test_payment_driver.py
    elsewhere |= {"slow_statuses", "repeat_older", "reboot_9600", "software_update", "latin1"}  # below
    elsewhere |= set(STATES)
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


def test_statuses_that_keep_coming_keep_the_payment_alive(tmp_path: Path) -> None:
    rig = Rig(tmp_path, t4_s=0.5)
    try:
        rig.start()
        rig.faults.arm("slow_statuses")
        assert isinstance(rig.authorise(rig.request()), t.Approved)
    finally:
        rig.close()


def test_sale_before_the_last_one_is_known_to_be_an_earlier_attempts(rig: Rig) -> None:
    for _ in range(2):
        assert isinstance(rig.authorise(rig.request(500)), t.Approved)
    rig.terminal.present_card(Card.SILENT)
    rig.faults.arm("repeat_older")
    attempt = rig.request(500)
    assert isinstance(settle(rig, attempt), t.NotCharged)
    assert rig.faults.armed() == []
    assert rig.ledger.balance() == 1000


@pytest.mark.parametrize("earlier", [Card.APPROVE, Card.DECLINE])
@pytest.mark.parametrize("amount", [1234, 700])
def test_transaction_from_before_is_not_paid_whatever_it_was(rig: Rig, earlier: Card, amount: int) -> None:
    rig.terminal.present_card(earlier)
    settle(rig, rig.request(amount))
    before = rig.ledger.balance()
    rig.terminal.present_card(Card.SILENT)
    attempt = rig.request(1234)
    assert isinstance(settle(rig, attempt), t.NotCharged)
    assert rig.ledger.balance() == before


def test_terminal_that_falls_back_to_9600_is_found_again(tmp_path: Path) -> None:
    rig = Rig(tmp_path, baud=115200)
    rig.driver = rig.new_driver(msgspec.structs.replace(rig.profile, baud=115200))
    try:
        rig.start()
        rig.faults.arm("reboot_9600")
        attempt = rig.request()
        assert isinstance(settle(rig, attempt), t.NotCharged)
        wait_for(lambda: rig.lane.health()[-1] == ("ready", ""), "ready at 9600")
        assert isinstance(settle(rig, rig.request()), t.Approved)
    finally:
        rig.close()


@pytest.mark.parametrize(
    ("name", "health"),
    [
        ("initialisation_due", ("warning", "initialisation_due")),
        ("printer_not_ready", ("warning", "terminal_printer")),
        ("out_of_order", ("fault", "out_of_order")),
        ("card_left", ("warning", "card_not_removed")),
    ],
)
def test_state_of_an_idle_terminal_is_told(rig: Rig, name: str, health: tuple[str, str]) -> None:
    rig.faults.arm(name)
    wait_for(lambda: rig.lane.health()[-1] == health, name)
    rig.faults.clear()
    wait_for(lambda: rig.lane.health()[-1] == ("ready", ""), "ready again")


def end_of_day(rig: Rig) -> t.EndOfDayAnswer:
    """Close the day; the answer."""
    told = len([m for m in rig.lane.messages if isinstance(m, t.EndOfDayAnswer)])
    rig.driver.end_of_day()
    return wait_for(
        lambda: [m for m in list(rig.lane.messages) if isinstance(m, t.EndOfDayAnswer)][told:], "end of day"
    )[0]


def test_failed_end_of_day_stops_payments_until_one_succeeds(rig: Rig) -> None:
    rig.faults.arm("end_of_day_fails")
    assert not end_of_day(rig).succeeded
    assert isinstance(settle(rig, rig.request()), t.NotCharged)
    wait_for(lambda: rig.lane.health()[-1] == ("fault", t.END_OF_DAY_DUE), "end of day due")
    assert end_of_day(rig).succeeded
    wait_for(lambda: rig.lane.health()[-1] == ("ready", ""), "ready again")
    assert isinstance(settle(rig, rig.request()), t.Approved)


def test_terminal_that_updates_itself_is_under_maintenance_until_it_is_back(rig: Rig) -> None:
    rig.faults.arm("software_update")
    assert end_of_day(rig).succeeded
    wait_for(lambda: ("fault", "maintenance") in rig.lane.health(), "maintenance")
    wait_for(lambda: rig.lane.health()[-1] == ("ready", ""), "ready again")
    assert ("fault", "no_answer") not in rig.lane.health()


def test_texts_in_another_charset_are_read_by_the_profile(tmp_path: Path) -> None:
    rig = Rig(tmp_path, charset="iso8859-1")
    try:
        rig.start()
        rig.faults.arm("latin1")
        rig.terminal.present_card(Card.DECLINE)
        outcome = settle(rig, rig.request())
        assert isinstance(outcome, t.Declined)
        assert outcome.text == "Karte abgelehnt, bitte prüfen"
    finally:
        rig.close()
