"""The driver against the simulated terminal, over a real pty."""

import time
from pathlib import Path

import msgspec
import pytest
from payment_rig import Rig, fast_profile, wait_for

from kiosk.devices import terminal as t
from kiosk.payment.inbox import REQUESTS_MAX, AuthoriseRequest, Inbox
from kiosk.payment.line import Doorbell, LineLostError, Transport
from kiosk.payment.serial_line import SerialTransport
from kiosk.payment.zvt.driver import ZvtTerminal
from retail.check import BrokenInvariantError
from simulators.terminal.settings import Card


def test_registration_tells_the_last_transaction_and_health(rig: Rig) -> None:
    baseline = rig.lane.baselines()[0]
    assert (baseline.terminal_id, baseline.receipt_number, baseline.trace_number) == (
        "52523535",
        1000,
        100_000,
    )
    wait_for(rig.lane.health, "health")
    assert rig.lane.health() == [("ready", "")]
    assert isinstance(rig.lane.messages[0], t.TerminalRegistered), "ready before the baseline is known"


def test_approved_payment_is_stored_once_and_brings_the_customers_receipt(rig: Rig) -> None:
    outcome = rig.authorise(rig.request(1234))
    assert isinstance(outcome, t.Approved)
    assert outcome.result == rig.lane.kept["a1"]
    assert rig.lane.kept_times == 1
    assert any("Customer Receipt" in line for line in outcome.receipt_lines)
    assert not any("Merchant Receipt" in line for line in outcome.receipt_lines)
    assert rig.ledger.balance() == 1234
    assert rig.lane.texts()[:2] == ["Insert card", "Please watch PIN-Pad"]


def test_next_baseline_follows_the_answer(rig: Rig) -> None:
    rig.authorise(rig.request())
    wait_for(lambda: rig.lane.baselines()[-1].receipt_number == 1001, "new baseline")


def test_declined_payment_has_the_hosts_words(rig: Rig) -> None:
    rig.terminal.present_card(Card.DECLINE)
    assert rig.authorise(rig.request()) == t.Declined(result_code=5, text="Karte abgelehnt")
    assert rig.ledger.entries() == []


def test_stop_key_cancels(rig: Rig) -> None:
    rig.terminal.present_card(Card.CANCEL)
    assert isinstance(rig.authorise(rig.request()), t.Cancelled)
    assert rig.ledger.entries() == []


def test_shopper_cancels_on_the_screen(rig: Rig) -> None:
    attempt = rig.request()
    rig.driver.cancel(attempt.request.attempt_id)
    assert isinstance(rig.authorise(attempt), t.Cancelled)
    assert rig.ledger.entries() == []


def test_cancel_of_another_attempt_changes_nothing(rig: Rig) -> None:
    rig.driver.cancel("a99")
    assert isinstance(rig.authorise(rig.request()), t.Approved)


def test_deaf_terminal_is_unknown_first_and_not_charged_when_asked(rig: Rig) -> None:
    rig.terminal.present_card(Card.SILENT)
    attempt = rig.request()
    assert isinstance(rig.authorise(attempt), t.Unknown)
    assert isinstance(rig.recover(attempt), t.NotCharged)
    assert rig.ledger.entries() == []


def test_wrong_amount_is_refused_and_verified_to_be_given_back(rig: Rig) -> None:
    rig.terminal.present_card(Card.WRONG_AMOUNT)
    outcome = rig.authorise(rig.request())
    assert outcome == t.Reversed(reason="amount 1334 instead of 1234")
    assert [(e.kind, e.amount_minor) for e in rig.ledger.entries()] == [("charge", 1334), ("reversal", 1334)]


def test_pulled_cable_is_told_at_once_and_the_payment_is_found(rig: Rig) -> None:
    rig.terminal.present_card(Card.UNPLUG)
    attempt = rig.request()
    assert isinstance(rig.authorise(attempt), t.Unknown)
    wait_for(lambda: ("fault", "unplugged") in rig.lane.health(), "health")
    assert isinstance(rig.recover(attempt), t.Approved)
    wait_for(lambda: rig.lane.health()[-1] == ("ready", ""), "ready again")
    assert rig.ledger.balance() == 1234


def test_busy_terminal_that_answers_probes_is_waited_for(rig: Rig) -> None:
    rig.faults.arm("long_wait")
    assert isinstance(rig.authorise(rig.request()), t.Approved)
    assert len(rig.lane.answers("a1")) == 1


def test_second_payment_of_the_same_amount_is_not_taken_for_the_first(rig: Rig) -> None:
    assert isinstance(rig.authorise(rig.request(500)), t.Approved)
    attempt = msgspec.structs.replace(
        rig.request(500), baseline=rig.lane.baselines()[0]
    )  # a lane that missed the new baseline
    rig.terminal.present_card(Card.SILENT)
    assert isinstance(rig.authorise(attempt), t.Unknown)
    assert isinstance(rig.recover(attempt), t.NotCharged)
    assert rig.ledger.balance() == 500


def test_refused_payment_is_no_baseline_before_the_terminal_says_so(tmp_path: Path) -> None:
    """A terminal that tells its last *successful* sale never shows the refused one: as a baseline it would
    let the sale before it pass for the next attempt's, after a restart."""
    rig = Rig(tmp_path, tells_refused=False)
    try:
        rig.start()
        assert isinstance(rig.authorise(rig.request(500)), t.Approved)
        rig.terminal.present_card(Card.DECLINE)
        assert isinstance(rig.authorise(rig.request(500)), t.Declined)
        rig.terminal.present_card(Card.SILENT)
        attempt = rig.request(500)
        assert isinstance(rig.authorise(attempt), t.Unknown)
        assert 1002 not in [baseline.receipt_number for baseline in rig.lane.baselines()]
        rig.restart_driver()
        assert isinstance(rig.recover(attempt), t.NotCharged)
        assert rig.ledger.balance() == 500
    finally:
        rig.close()


def test_wrong_terminal_in_a_result_never_becomes_the_baseline(rig: Rig) -> None:
    """Else the lane would refuse the next payment for naming the right one."""
    rig.faults.arm("wrong_terminal")
    assert isinstance(rig.authorise(rig.request()), t.Reversed)
    assert isinstance(rig.authorise(rig.request()), t.Approved)
    assert {baseline.terminal_id for baseline in rig.lane.baselines()} == {"52523535"}


def test_no_second_authorisation_while_one_is_unknown(rig: Rig) -> None:
    rig.terminal.present_card(Card.SILENT)
    first = rig.request()
    assert isinstance(rig.authorise(first), t.Unknown)
    second = rig.authorise(rig.request())
    assert second == t.NotCharged(reason="an earlier payment is not settled yet")
    assert isinstance(rig.recover(first), t.NotCharged)
    assert isinstance(rig.authorise(rig.request()), t.Approved)


def test_result_that_cannot_be_stored_is_not_acknowledged(rig: Rig) -> None:
    rig.lane.disk_full = True
    attempt = rig.request()
    assert isinstance(rig.authorise(attempt), t.Unknown)
    rig.lane.disk_full = False
    assert isinstance(rig.recover(attempt), t.Approved)
    assert rig.ledger.balance() == 1234


def test_new_driver_finds_the_payment_of_the_old_one(rig: Rig) -> None:
    attempt = rig.request()
    rig.driver.authorise(attempt.request, attempt.baseline)
    wait_for(rig.lane.texts, "first text")
    rig.restart_driver()
    assert isinstance(rig.recover(attempt), t.Approved)
    assert rig.ledger.balance() == 1234
    assert len(rig.ledger.entries()) == 1


def test_asking_twice_gives_the_same_answer(rig: Rig) -> None:
    rig.terminal.present_card(Card.UNPLUG)
    attempt = rig.request()
    rig.authorise(attempt)
    assert isinstance(rig.recover(attempt), t.Approved)
    assert isinstance(rig.recover(attempt), t.Approved)
    assert len(rig.ledger.entries()) == 1


def test_asking_again_without_the_stored_result_still_says_paid(rig: Rig) -> None:
    attempt = rig.request()
    assert isinstance(rig.authorise(attempt), t.Approved)
    rig.lane.kept.clear()
    assert isinstance(rig.recover(attempt), t.Approved)


def test_recovered_payment_nobody_wants_is_given_back(rig: Rig) -> None:
    attempt = rig.request()
    rig.driver.authorise(attempt.request, attempt.baseline)
    wait_for(lambda: rig.lane.answers("a1"), "answer")
    rig.lane.kept.clear()
    rig.lane.wanted.clear()
    rig.restart_driver()
    assert isinstance(rig.recover(attempt), t.Reversed)
    assert rig.ledger.balance() == 0


def test_recovery_gives_up_for_now_when_the_terminal_stays_away(tmp_path: Path) -> None:
    rig = Rig(tmp_path)
    try:
        rig.start()
        rig.driver.stop()
        profile = msgspec.structs.replace(fast_profile(tmp_path / "nothing"), recover_s=0.2)
        rig.driver = rig.new_driver(profile)
        rig.driver.start(rig.lane)
        outcome = rig.recover(rig.request())
        assert outcome == t.Unknown(reason="the terminal cannot be reached")
    finally:
        rig.close()


def test_payment_without_a_line_is_not_charged(rig: Rig) -> None:
    rig.driver.stop()
    rig.driver = rig.new_driver(fast_profile(rig.port + "-nothing"))
    rig.driver.start(rig.lane)
    assert rig.authorise(rig.request()) == t.NotCharged(reason="the terminal is not connected")
    assert rig.lane.health()[-1] == ("fault", "unplugged")


def test_port_in_use_is_named(rig: Rig) -> None:
    doorbell = Doorbell()
    with pytest.raises(LineLostError) as lost:
        SerialTransport(str(rig.port), 9600, doorbell)
    doorbell.close()
    assert lost.value.code == "port_busy"


def test_idle_unplug_and_replug_are_told(rig: Rig) -> None:
    rig.faults.arm("unplug_status")
    rig.authorise(rig.request())
    wait_for(lambda: rig.lane.health()[-2:] and ("fault", "unplugged") in rig.lane.health(), "unplugged")
    wait_for(lambda: rig.lane.health()[-1] == ("ready", ""), "ready again")


def test_idle_terminal_that_wants_a_diagnosis_is_out_of_service(rig: Rig) -> None:
    rig.faults.arm("diagnosis_due")
    wait_for(lambda: ("fault", "diagnosis_due") in rig.lane.health(), "diagnosis due")
    wait_for(lambda: rig.lane.health()[-1] == ("ready", ""), "ready again")


def test_end_of_day_tells_the_total(rig: Rig) -> None:
    rig.authorise(rig.request(700))
    rig.driver.end_of_day()
    answer = wait_for(lambda: [m for m in rig.lane.messages if isinstance(m, t.EndOfDayAnswer)], "answer")[0]
    assert (answer.succeeded, answer.total_minor) == (True, 700)


def test_failed_end_of_day_tells_its_code(rig: Rig) -> None:
    rig.faults.arm("end_of_day_fails")
    rig.driver.end_of_day()
    answer = wait_for(lambda: [m for m in rig.lane.messages if isinstance(m, t.EndOfDayAnswer)], "answer")[0]
    assert (answer.succeeded, answer.result_code, answer.text) == (False, 0x77, "End of day failed")


def test_texts_come_in_the_profiles_language(tmp_path: Path) -> None:
    rig = Rig(tmp_path)
    try:
        rig.driver = rig.new_driver(msgspec.structs.replace(fast_profile(rig.port), language="de"))
        rig.start()
        rig.authorise(rig.request())
        assert rig.lane.texts()[0] == "Karte einstecken"
    finally:
        rig.close()


def test_terminals_own_display_text_is_shown_word_for_word(rig: Rig) -> None:
    rig.faults.arm("odd_statuses")
    rig.authorise(rig.request())
    assert "Bitte wählen" in rig.lane.texts()


def test_lost_line_is_tried_at_the_old_rate_and_at_9600(tmp_path: Path) -> None:
    rates: list[int] = []

    def refuse(port: str, baud: int, doorbell: Doorbell) -> Transport:
        rates.append(baud)
        raise LineLostError("unplugged", "not there")

    rig_lane = Rig(tmp_path)
    driver = ZvtTerminal(msgspec.structs.replace(fast_profile(rig_lane.port), baud=115200), open_line=refuse)
    try:
        driver.start(rig_lane.lane)
        wait_for(lambda: len(rates) >= 4, "four attempts")
    finally:
        driver.stop()
        rig_lane.close()
    assert rates[:4] == [115200, 9600, 115200, 9600]


def test_stopping_in_the_middle_of_a_payment_is_quick_and_may_be_repeated(rig: Rig) -> None:
    attempt = rig.request()
    rig.terminal.present_card(Card.SILENT)
    rig.driver.authorise(attempt.request, attempt.baseline)
    wait_for(lambda: rig.terminal.state()["next_card"] == "approve", "accepted")
    started = time.monotonic()
    rig.driver.stop()
    rig.driver.stop()
    assert time.monotonic() - started < 1.0


def test_inbox_refuses_to_grow_without_bound() -> None:
    doorbell = Doorbell()
    inbox = Inbox(doorbell)
    request = t.PaymentRequest(attempt_id="a1", amount_minor=1, currency="EUR")
    for _ in range(REQUESTS_MAX):
        inbox.post(AuthoriseRequest(request=request, baseline=None))
    with pytest.raises(BrokenInvariantError):
        inbox.post(AuthoriseRequest(request=request, baseline=None))
    doorbell.close()


def test_currency_the_protocol_cannot_name_is_refused_at_once() -> None:
    with pytest.raises(BrokenInvariantError):
        ZvtTerminal(msgspec.structs.replace(fast_profile(Path("nothing")), currency="XXX"))
