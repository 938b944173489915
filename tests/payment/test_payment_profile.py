"""What differs between acquirers is a setting, and the terminal notices."""

from pathlib import Path

import pytest
from payment_rig import Rig, wait_for

from kiosk.devices import terminal as t
from kiosk.payment.zvt import codec as z
from kiosk.payment.zvt.mirror import SEQUENCE_ID, SYNC_ID, Mirror
from kiosk.payment.zvt.profile import Receipts, Unacknowledged
from simulators.terminal import settings as simulated
from simulators.terminal.settings import Card


def run(rig: Rig, *amounts: int) -> list[t.Outcome]:
    try:
        rig.start()
        return [rig.authorise(rig.request(amount)) for amount in amounts]
    finally:
        rig.close()


@pytest.mark.parametrize(
    ("receipts", "config", "has_lines"),
    [(Receipts.TEXT, 0xBE, True), (Receipts.FIELDS, 0x3E, False), (Receipts.TERMINAL, 0x38, False)],
)
def test_who_prints_is_agreed_at_registration(
    tmp_path: Path, receipts: Receipts, config: int, has_lines: bool
) -> None:
    rig = Rig(tmp_path, receipts=receipts)
    (outcome,) = run(rig, 500)
    assert isinstance(outcome, t.Approved)
    assert bool(outcome.receipt_lines) is has_lines
    assert rig.terminal.config == config


def test_number_of_the_last_transaction_is_brought_back(tmp_path: Path) -> None:
    rig = Rig(tmp_path, sync_ids=True, unacknowledged_setting=Unacknowledged.KEEP)
    first, second = run(rig, 500, 700)
    assert isinstance(first, t.Approved)
    assert isinstance(second, t.Approved)
    assert first.result.receipt_number == 1001
    assert rig.terminal.asked_with == z.encode_tlv(z.Tlv(SYNC_ID, bytes.fromhex("1001")))
    assert rig.ledger.balance() == 1200


def test_terminal_one_transaction_ahead_of_the_register_gives_the_last_one_back(tmp_path: Path) -> None:
    """The simulator's half: why the number must never be wrong."""
    rig = Rig(tmp_path, sync_ids=True, unacknowledged_setting=Unacknowledged.KEEP)
    try:
        rig.start()
        assert isinstance(rig.authorise(rig.request(500)), t.Approved)
        wait_for(lambda: not rig.driver._synchronise_due, "the register has looked at the terminal again")
        rig.terminal.ledger.numbers()
        rig.terminal.ledger.book("charge", 700, 1002, 100_002)
        rig.terminal.ledger.last = z.encode_fields(rig.terminal.transaction(700, 1002, 100_002).fields())
        assert isinstance(rig.authorise(rig.request(300)), t.Approved)
        assert rig.ledger.balance() == 800
    finally:
        rig.close()


@pytest.mark.parametrize("told", [True, False])
def test_number_is_brought_back_only_where_it_was_told_and_wanted(tmp_path: Path, told: bool) -> None:
    setting = Unacknowledged.AUTO_REVERSE if told else Unacknowledged.KEEP
    rig = Rig(tmp_path, sync_ids=told, unacknowledged_setting=setting)
    run(rig, 500, 700)
    assert rig.terminal.asked_with is None


def test_unknown_number_is_sent_empty_and_never_as_zero() -> None:
    mirror = Mirror(keeps_unacknowledged=True)
    mirror.forget()
    assert mirror.container() is None
    mirror.hear(z.encode_tlv(z.Tlv(SYNC_ID, bytes.fromhex("0231"))))
    assert mirror.container() == bytes.fromhex("1F1F 02 0231")
    mirror.forget()
    assert mirror.container() == bytes.fromhex("1F1F 00")
    mirror.hear(z.encode_tlv(z.Tlv(SYNC_ID, b"\x00\x00")))
    assert mirror.container() == bytes.fromhex("1F1F 00")


def test_message_counter_comes_back_as_it_was_sent() -> None:
    mirror = Mirror(keeps_unacknowledged=False)
    mirror.hear(z.encode_tlv(z.Tlv(SEQUENCE_ID, bytes.fromhex("000017")), z.Tlv(SYNC_ID, b"\x01")))
    assert mirror.container() == bytes.fromhex("1F73 03 000017")


def test_container_that_makes_no_sense_is_not_mirrored() -> None:
    mirror = Mirror(keeps_unacknowledged=True)
    mirror.hear(b"\x1f\x1f\x09\x01")
    assert mirror.container() is None


def test_terminal_without_abort_is_never_sent_one(tmp_path: Path) -> None:
    rig = Rig(tmp_path, can_abort=False)
    try:
        rig.start()
        attempt = rig.request()
        rig.driver.cancel(attempt.request.attempt_id)
        outcome = rig.authorise(attempt)
        assert isinstance(outcome, t.Reversed), outcome  # approved all the same, so given back
        assert rig.terminal.aborts_asked == 0
        assert rig.ledger.balance() == 0
    finally:
        rig.close()


@pytest.mark.parametrize(
    ("setting", "expected"),
    [(Unacknowledged.DROP, t.Reversed), (Unacknowledged.KEEP, t.NeedsAttendant)],
)
def test_stored_approval_that_is_gone_is_a_contradiction_where_nothing_is_taken_back(
    tmp_path: Path, setting: Unacknowledged, expected: type[t.Outcome]
) -> None:
    rig = Rig(tmp_path, simulated.Unacknowledged.DROP, unacknowledged_setting=setting)
    try:
        rig.start()
        rig.terminal.present_card(Card.APPROVE)
        rig.faults.arm("unplug_answered")
        attempt = rig.request()
        rig.authorise(attempt)
        rig.driver.stop()
        wait_for(lambda: rig.wire.plugged and not rig.terminal.state()["busy"], "idle terminal")
        rig.ledger.last = z.encode_fields(rig.terminal.transaction(1234, 1000, 100_000).fields())
        rig.driver = rig.new_driver()
        rig.driver.start(rig.lane)
        assert isinstance(rig.recover(attempt), expected)
    finally:
        rig.close()
