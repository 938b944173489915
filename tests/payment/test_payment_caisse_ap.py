"""Caisse-AP: the bytes, the driver against the simulated terminal, and what every fault ends in.

Source: docs/devices/caisse_ap.md. The golden frame was computed and exchanged by an independent register.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from caisse_rig import CaisseRig
from hypothesis import given, settings
from hypothesis import strategies as st
from payment_rig import wait_for

from kiosk.devices import terminal as t
from kiosk.payment.caisse_ap import codec as c
from kiosk.payment.caisse_ap.driver import CaisseApTerminal, reference
from kiosk.payment.caisse_ap.profile import CaisseApProfile
from retail.check import BrokenInvariantError
from simulators.caisse_ap.faults import FAULTS
from simulators.caisse_ap.terminal import TEST_CARD, Card
from simulators.terminal.faults import ALWAYS

GOLDEN = bytes.fromhex(
    "02 30 31 30 30 30 30 31 32 33 34 30 31 30 39 37 38" + "20" * 10 + "41 30 31 30 42 30 31 30 03 02"
)
ASK = c.Request(pos="01", amount_minor=1234, currency=978)
ANSWER = bytes.fromhex("02 30 31 30 30 30 30 30 31 32 33 34 31 39 37 38" + "20" * 10 + "03")


@pytest.fixture
def caisse(tmp_path: Path) -> Iterator[CaisseRig]:
    rig = CaisseRig(tmp_path)
    try:
        yield rig.start()
    finally:
        rig.close()


# --- the bytes -------------------------------------------------------------------------------------------


def test_request_is_written_byte_for_byte() -> None:
    assert c.encode_frame(c.encode_request(ASK)) == GOLDEN


def test_request_is_read_back() -> None:
    (frame,) = c.Decoder().feed(GOLDEN)
    assert isinstance(frame, c.Frame)
    assert c.decode_request(frame.body) == ASK


def test_answer_is_read_by_position() -> None:
    (frame,) = c.Decoder().feed(ANSWER + bytes((c.lrc(ANSWER[1:]),)))
    assert isinstance(frame, c.Frame)
    assert c.decode_answer(frame.body) == c.Answer(pos="01", result=0, amount_minor=1234, currency=978)


def test_answer_with_report_is_read_too() -> None:
    answer = c.Answer(pos="01", result=0, amount_minor=1, currency=978, report="X" * 55, private="ABC")
    assert len(c.encode_answer(answer)) == c.ANSWER_SIZE + c.REPORT_SIZE
    assert c.decode_answer(c.encode_answer(answer)) == answer


@pytest.mark.parametrize(
    "changes",
    [
        {"pos": "1"},
        {"pos": "é1"},
        {"amount_minor": c.AMOUNT_MAX + 1},
        {"amount_minor": -1},
        {"currency": 9780},
        {"private": "12345678901"},
        {"private": "a\nb"},
    ],
)
def test_request_that_does_not_fit_is_refused(changes: dict[str, object]) -> None:
    values: dict[str, object] = {"pos": "01", "amount_minor": 1, "currency": 978, **changes}
    with pytest.raises(c.ProtocolError):
        c.encode_request(c.Request(**values))  # type: ignore[arg-type]


def test_longest_message_is_read_and_one_byte_more_is_damage() -> None:
    longest = b"A" * c.BODY_MAX
    assert c.Decoder().feed(c.encode_frame(longest)) == [c.Frame(longest)]
    events = c.Decoder().feed(c.encode_frame(longest + b"A"))
    assert isinstance(events[0], c.Damaged)


def test_wrong_checksum_is_damage_and_the_next_message_is_read() -> None:
    broken = GOLDEN[:-1] + b"\x55"
    events = c.Decoder().feed(broken + GOLDEN)
    assert isinstance(events[0], c.Damaged)
    assert events[1:] == [c.Frame(GOLDEN[1:-2])]


def test_checksum_that_looks_like_a_signal_is_not_one() -> None:
    amounts = (
        c.encode_frame(c.encode_request(c.Request(pos="01", amount_minor=n, currency=978))) for n in range(99)
    )
    frame = next(frame for frame in amounts if frame[-1] in c.SIGNALS)
    assert c.Decoder().feed(frame) == [c.Frame(frame[1:-2])]


def test_signal_inside_a_message_ends_it() -> None:
    assert c.Decoder().feed(GOLDEN[:9] + b"\x05" + GOLDEN) == [c.Signal(c.ENQ), c.Frame(GOLDEN[1:-2])]


def test_message_cut_short_is_lost_when_the_line_falls_silent() -> None:
    decoder = c.Decoder()
    assert decoder.feed(GOLDEN[:9]) == []
    assert isinstance(decoder.gap(), c.Damaged)
    assert decoder.gap() is None


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=100), st.sampled_from([c.ANSWER_SIZE, 80, c.REQUEST_SIZE]))
def test_any_body_is_a_message_or_a_protocol_error(data: bytes, size: int) -> None:
    digits = bytes(0x30 + byte % 10 for byte in data).ljust(size, b"1")[:size]
    for body in (data, digits):
        for read, write in ((c.decode_answer, c.encode_answer), (c.decode_request, c.encode_request)):
            try:
                message = read(body)
            except c.ProtocolError:
                continue
            assert read(write(message)) == message  # type: ignore[operator]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.binary(max_size=40), max_size=5), st.lists(st.integers(1, 9), max_size=60))
def test_any_noise_gives_the_same_events_however_it_is_split(parts: list[bytes], cuts: list[int]) -> None:
    stream = b"".join(c.encode_frame(part) if len(part) % 2 else part for part in parts)
    decoder, events, at = c.Decoder(), [], 0
    for size in cuts:
        events += decoder.feed(stream[at : at + size])
        at += size
    events += decoder.feed(stream[at:])
    assert events == c.Decoder().feed(stream)


# --- the driver ------------------------------------------------------------------------------------------


def test_approved_payment_is_stored_before_it_is_acknowledged(caisse: CaisseRig) -> None:
    outcome = caisse.authorise(caisse.request(1234))
    assert outcome == t.Approved(result=caisse.lane.kept["a1"])
    assert caisse.lane.kept_times == 1
    assert caisse.ledger.balance() == 1234
    assert caisse.lane.texts() == ["Please follow the card terminal"]


def test_nothing_of_the_card_is_ever_asked_for(caisse: CaisseRig) -> None:
    caisse.authorise(caisse.request())
    assert [request.with_report for request in caisse.terminal.requests] == [False]
    assert TEST_CARD not in repr(caisse.lane.messages)


@pytest.mark.parametrize(
    ("card", "expected", "balance"),
    [
        (Card.DECLINE, t.Declined, 0),
        (Card.CANCEL, t.Declined, 0),
        (Card.SILENT, t.NeedsAttendant, 0),
        (Card.WRONG_AMOUNT, t.NeedsAttendant, 1334),
    ],
)
def test_each_card_ends_as_it_can_be_proven(
    caisse: CaisseRig, card: Card, expected: type[t.Outcome], balance: int
) -> None:
    caisse.terminal.present_card(card)
    assert isinstance(caisse.authorise(caisse.request()), expected)
    assert caisse.ledger.balance() == balance


VERDICTS: dict[str, type[t.Outcome]] = {
    "deaf": t.NotCharged,
    "nak_once": t.Approved,
    "nak_storm": t.NotCharged,
    "lose_ack": t.Approved,
    "no_accept": t.NeedsAttendant,
    "garbage": t.Approved,
    "bad_lrc": t.Approved,
    "bad_lrc_always": t.NeedsAttendant,
    "cut_answer": t.Approved,
    "duplicate": t.Approved,
    "byte_by_byte": t.Approved,
    "no_eot": t.Approved,
    "unplug_request": t.NeedsAttendant,
    "unplug_accepted": t.Approved,
    "unplug_answer": t.Approved,
    "charge_untold": t.NeedsAttendant,
    "not_verified": t.NeedsAttendant,
    "odd_result": t.NeedsAttendant,
    "wrong_currency": t.NeedsAttendant,
    "other_register": t.NeedsAttendant,
    "no_echo": t.Approved,
    "old_answer": t.Approved,
}


@pytest.mark.parametrize(("name", "expected"), VERDICTS.items(), ids=VERDICTS)
def test_fault_ends_in_its_verdict_and_the_ledger_agrees(
    caisse: CaisseRig, name: str, expected: type[t.Outcome]
) -> None:
    attempt = caisse.request()
    caisse.faults.arm(name)
    outcome = caisse.authorise(attempt)
    if isinstance(outcome, t.Unknown):
        outcome = caisse.recover(attempt)
    assert type(outcome) is expected, outcome
    balance = caisse.ledger.balance()
    assert len(caisse.ledger.entries()) <= 1
    if isinstance(outcome, t.Approved):
        assert balance == 1234
    elif not isinstance(outcome, t.NeedsAttendant):
        assert balance == 0
    if FAULTS[name].times < ALWAYS:
        assert caisse.faults.armed() == [], "the fault never struck"


def test_every_fault_of_the_simulator_has_a_verdict() -> None:
    assert VERDICTS.keys() == FAULTS.keys()


def test_cancel_before_the_request_goes_out_charges_nothing(caisse: CaisseRig) -> None:
    attempt = caisse.request()
    caisse.driver.cancel(attempt.request.attempt_id)
    assert isinstance(caisse.authorise(attempt), t.Cancelled)
    assert caisse.terminal.requests == []


def test_cancel_during_payment_points_to_the_terminals_own_key(caisse: CaisseRig) -> None:
    caisse.terminal.present_card(Card.SILENT)
    attempt = caisse.request()
    caisse.driver.authorise(attempt.request, None)
    wait_for(caisse.lane.texts, "first text")
    caisse.driver.cancel(attempt.request.attempt_id)
    wait_for(lambda: "To cancel, press the red key on the card terminal" in caisse.lane.texts(), "words")
    wait_for(lambda: caisse.lane.answers("a1"), "answer")


def test_result_that_cannot_be_stored_is_not_acknowledged(caisse: CaisseRig) -> None:
    caisse.lane.disk_full = True
    attempt = caisse.request()
    assert isinstance(caisse.authorise(attempt), t.NeedsAttendant)
    caisse.lane.disk_full = False
    wait_for(lambda: "a1" in caisse.lane.kept, "the terminal to tell it again")
    assert isinstance(caisse.recover(attempt), t.Approved)
    assert caisse.ledger.balance() == 1234


def test_restarted_lane_takes_a_late_answer_by_its_reference(caisse: CaisseRig) -> None:
    caisse.faults.arm("unplug_accepted")
    attempt = caisse.request()
    caisse.driver.authorise(attempt.request, None)
    wait_for(lambda: not caisse.wire.plugged, "unplugged")
    caisse.driver.stop()
    caisse.lane.messages.clear()
    caisse.driver = CaisseApTerminal(caisse.profile)
    caisse.driver.recover(attempt)
    caisse.driver.start(caisse.lane)
    outcome = wait_for(lambda: caisse.lane.answers("a1"), "answer")[0]
    assert isinstance(outcome, t.Approved), outcome


def test_answer_told_before_the_restarted_lane_asks_is_not_lost(caisse: CaisseRig) -> None:
    caisse.faults.arm("unplug_accepted")
    attempt = caisse.request()
    caisse.driver.authorise(attempt.request, None)
    wait_for(lambda: not caisse.wire.plugged, "unplugged")
    caisse.restart_driver()
    wait_for(lambda: caisse.wire.plugged and caisse.terminal.offers >= 2, "the answer to be offered")
    assert isinstance(caisse.recover(attempt), t.Approved)
    assert caisse.lane.kept_times == 1


def test_stored_approval_of_a_dead_lane_is_for_a_person(caisse: CaisseRig) -> None:
    attempt = caisse.request()
    assert isinstance(caisse.authorise(attempt), t.Approved)
    caisse.restart_driver()
    outcome = caisse.recover(attempt)
    assert isinstance(outcome, t.NeedsAttendant)
    assert "had approved" in outcome.reason


def test_stored_refusal_of_a_dead_lane_is_a_refusal(caisse: CaisseRig) -> None:
    caisse.terminal.present_card(Card.DECLINE)
    attempt = caisse.request()
    caisse.authorise(attempt)
    caisse.restart_driver()
    assert isinstance(caisse.recover(attempt), t.Declined)


def test_asking_twice_gives_the_same_answer(caisse: CaisseRig) -> None:
    attempt = caisse.request()
    first = caisse.authorise(attempt)
    assert caisse.recover(attempt) == first
    assert len(caisse.ledger.entries()) == 1


def test_no_second_request_while_one_is_unknown(caisse: CaisseRig) -> None:
    caisse.faults.arm("unplug_accepted")
    first = caisse.request()
    assert isinstance(caisse.authorise(first), t.Unknown)
    wait_for(lambda: caisse.lane.health()[-1] == ("ready", ""), "ready again")
    second = caisse.authorise(caisse.request())
    assert second == t.NotCharged(reason="an earlier payment is not settled yet")


def test_payment_nobody_waits_for_is_told_to_staff(caisse: CaisseRig) -> None:
    caisse.faults.arm("old_answer")
    caisse.authorise(caisse.request())
    wait_for(lambda: ("warning", "stray_answer") in caisse.lane.health(), "staff told")


def test_terminal_with_numbers_of_its_own_needs_the_setting(tmp_path: Path) -> None:
    rig = CaisseRig(tmp_path, echoes=False)
    try:
        rig.start()
        rig.faults.arm("old_answer")  # its foreign reference now counts as the answer
        assert isinstance(rig.authorise(rig.request()), t.Approved)
    finally:
        rig.close()


def test_idle_unplug_and_replug_are_told(caisse: CaisseRig) -> None:
    caisse.faults.arm("unplug_answer")
    attempt = caisse.request()
    caisse.authorise(attempt)
    wait_for(lambda: ("fault", "unplugged") in caisse.lane.health(), "unplugging told")
    caisse.recover(attempt)
    wait_for(lambda: caisse.lane.health()[-1] == ("ready", ""), "ready again")


def test_day_is_the_terminals_own(caisse: CaisseRig) -> None:
    caisse.driver.end_of_day()
    told = wait_for(lambda: [m for m in caisse.lane.messages if isinstance(m, t.EndOfDayAnswer)], "answer")[0]
    assert not told.succeeded


@pytest.mark.parametrize(("amount", "currency"), [(c.AMOUNT_MAX + 1, "EUR"), (100, "XXX")])
def test_what_the_protocol_cannot_say_is_refused_at_once(
    caisse: CaisseRig, amount: int, currency: str
) -> None:
    request = t.PaymentRequest(attempt_id="odd", amount_minor=amount, currency=currency)
    caisse.driver.authorise(request, None)
    assert isinstance(wait_for(lambda: caisse.lane.answers("odd"), "answer")[0], t.NotCharged)


def test_currency_the_protocol_cannot_name_is_refused_at_the_start() -> None:
    with pytest.raises(BrokenInvariantError):
        CaisseApTerminal(CaisseApProfile(port="x", currency="XXX"))


def test_address_in_the_network_is_refused_by_name(tmp_path: Path) -> None:
    rig = CaisseRig(tmp_path, port="tcp://10.0.0.7:8888")
    try:
        rig.driver.start(rig.lane)
        wait_for(lambda: rig.lane.health()[-1:] == [("fault", "port_error")], "port error")
    finally:
        rig.close()


def test_reference_is_short_printable_and_stable() -> None:
    assert reference("a1") == reference("a1") != reference("a2")
    assert len(reference("a1")) == c.PRIVATE_SIZE
