"""The wallet driver against a simulated gateway: every outcome, every fault, and the gateway's own ledger."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from payment_rig import wait_for
from wallet_rig import WalletRig

from kiosk.devices import terminal as t
from kiosk.devices import wallet as w
from kiosk.devices.refund import NotGivenBack
from retail import emvco
from simulators.wallet_gateway.book import Payer
from simulators.wallet_gateway.faults import FAULTS

CODE = "130123456789012345"


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[WalletRig]:
    rig = WalletRig(tmp_path)
    try:
        yield rig
    finally:
        rig.close()


def refund(shop: WalletRig, request: w.WalletRequest, amount: int, name: str = "R1") -> w.WalletRefundOutcome:
    return shop.refund(
        w.WalletRefund(refund_id=name, order_number=request.order_number, amount_minor=amount, currency="EUR")
    )


def test_our_code_is_shown_with_amount_and_currency_and_paid(shop: WalletRig) -> None:
    request = shop.request()
    outcome = shop.create(request)
    assert isinstance(outcome, w.WalletPaid)
    assert (outcome.amount_minor, outcome.currency, outcome.wallet) == (1234, "EUR", "TestPay")
    [shown] = shop.lane.codes()
    assert emvco.parse(shown).amount_minor == 1234
    assert shop.book.rows() == [
        {"kind": "charge", "order_number": "L1-0001", "amount_minor": 1234, "currency": "EUR"}
    ]


def test_shoppers_code_is_passed_on_and_nothing_is_shown(shop: WalletRig) -> None:
    assert isinstance(shop.create(shop.request(), CODE), w.WalletPaid)
    assert shop.gateway.codes == [CODE]
    assert shop.lane.codes() == []
    assert any(isinstance(message, w.WalletWaiting) for message in shop.lane.messages)


@pytest.mark.parametrize(
    ("payer", "outcome"), [(Payer.DECLINE, w.WalletDeclined), (Payer.EXPIRE, w.WalletExpired)]
)
def test_no_is_no_and_nothing_moved(shop: WalletRig, payer: Payer, outcome: type[w.WalletOutcome]) -> None:
    shop.next_payer(payer)
    assert isinstance(shop.create(shop.request()), outcome)
    assert shop.book.balance() == 0


def test_cancelled_before_it_was_asked_for_never_reaches_the_gateway(shop: WalletRig) -> None:
    request = shop.request()
    shop.driver.cancel(request.order_number)
    assert isinstance(shop.create(request), w.WalletCancelled)
    assert shop.book.balance() == 0
    assert isinstance(shop.query(request), t.NotCharged)


@pytest.mark.parametrize(
    ("fault", "outcome", "balance"),
    [
        ("", w.WalletCancelled, 0),
        ("pays_before_cancel", w.WalletPaid, 1234),
        ("cancel_gives_back", t.Reversed, 0),
        ("pays_after_cancel", t.Reversed, 0),
        ("revives", t.Reversed, 0),
        ("lost_question", w.WalletCancelled, 0),
        ("lost_reply", w.WalletCancelled, 0),
        ("duplicate", w.WalletCancelled, 0),
    ],
)
def test_gateway_decides_whether_cancel_or_payment_was_first(
    shop: WalletRig, fault: str, outcome: type[w.WalletOutcome], balance: int
) -> None:
    request = shop.request()
    shop.next_payer(Payer.WAIT)
    shop.driver.create(request)
    wait_for(shop.lane.codes, "a code")
    if fault:
        shop.faults.arm(fault)
    shop.driver.cancel(request.order_number)
    assert isinstance(shop.answer(request), outcome)
    assert shop.book.balance(request.order_number) == balance


def test_nobody_pays_in_time_and_the_order_is_closed_at_the_gateway(tmp_path: Path) -> None:
    shop = WalletRig(tmp_path, order_s=0.1)
    try:
        shop.next_payer(Payer.WAIT)
        request = shop.request()
        assert isinstance(shop.create(request), w.WalletExpired)
        assert shop.book.query(request.order_number).state.value == "cancelled"
    finally:
        shop.close()


PAID_ALL_THE_SAME = (
    *("slow", "drip", "down", "lost_reply", "server_error", "duplicate", "stale"),
    *("other_order", "garbage", "odd_state", "huge", "strange_404"),
)


@pytest.mark.parametrize("fault", PAID_ALL_THE_SAME)
def test_answer_that_does_not_come_is_asked_for_and_charged_once(shop: WalletRig, fault: str) -> None:
    request = shop.request()
    shop.faults.arm(fault)
    outcome = shop.create(request)
    charges = [row for row in shop.book.rows() if row["kind"] == "charge"]
    if isinstance(outcome, w.WalletPaid):
        assert len(charges) == 1
        assert shop.book.balance() == 1234
    else:
        assert fault in ("down", "strange_404"), outcome
        assert isinstance(outcome, t.NotCharged)
        assert charges == []


@pytest.mark.parametrize("fault", ["lost_question", "late_arrival"])
def test_order_that_never_came_is_closed_so_that_it_cannot_come_later(shop: WalletRig, fault: str) -> None:
    request = shop.request()
    shop.faults.arm(fault)
    assert isinstance(shop.create(request), t.NotCharged)
    wait_for(lambda: shop.book.query(request.order_number).state.value == "cancelled", "closed")
    if fault == "late_arrival":
        wait_for(lambda: not any(x.name == "late" for x in threading.enumerate()), "late arrival")
    assert isinstance(shop.query(request), w.WalletCancelled)
    assert shop.book.balance() == 0


@pytest.mark.parametrize("fault", ["wrong_amount", "wrong_currency"])
def test_payment_that_is_not_as_asked_is_given_back(shop: WalletRig, fault: str) -> None:
    request = shop.request()
    shop.faults.arm(fault)
    assert isinstance(shop.create(request), t.Reversed)
    assert shop.book.balance() == 0
    assert isinstance(shop.query(request), t.Reversed)


@pytest.mark.parametrize("fault", ["refund_refused", "refund_part"])
def test_payment_that_cannot_be_given_back_needs_a_person(shop: WalletRig, fault: str) -> None:
    shop.faults.arm("wrong_amount")
    shop.faults.arm(fault)
    assert isinstance(shop.create(shop.request()), t.NeedsAttendant)


def test_paid_without_an_amount_needs_a_person(shop: WalletRig) -> None:
    shop.faults.arm("no_amount")
    assert isinstance(shop.create(shop.request()), t.NeedsAttendant)


@pytest.mark.parametrize("fault", ["wrong_code", "bad_code"])
def test_code_that_asks_for_something_else_is_never_shown(shop: WalletRig, fault: str) -> None:
    request = shop.request()
    shop.next_payer(Payer.WAIT)
    shop.faults.arm(fault)
    assert isinstance(shop.create(request), t.NotCharged)
    assert shop.lane.codes() == []
    assert shop.book.query(request.order_number).state.value == "cancelled"


def test_gateway_that_is_not_there_was_never_asked(tmp_path: Path) -> None:
    shop = WalletRig(tmp_path)
    try:
        wait_for(lambda: shop.lane.health() == [("ready", "")], "ready")
        shop.gateway.end()
        shop.restart_driver()
        wait_for(lambda: shop.lane.health()[-1] == ("fault", "unreachable"), "unreachable")
        assert isinstance(shop.create(shop.request()), t.NotCharged)
    finally:
        shop.close()


def test_connection_that_breaks_under_an_order_proves_nothing(tmp_path: Path) -> None:
    shop = WalletRig(tmp_path, settle_s=0.1)
    try:
        wait_for(lambda: shop.lane.health() == [("ready", "")], "ready")
        shop.gateway.end()
        assert isinstance(shop.create(shop.request()), t.Unknown)
    finally:
        shop.close()


def test_wrong_token_is_told_to_staff_and_charges_nobody(tmp_path: Path) -> None:
    shop = WalletRig(tmp_path, token="wrong")
    try:
        wait_for(lambda: shop.lane.health() == [("fault", "not_allowed")], "health")
        assert isinstance(shop.create(shop.request()), t.NotCharged)
    finally:
        shop.close()


def test_address_of_something_else_is_told_to_staff(tmp_path: Path) -> None:
    shop = WalletRig(tmp_path)
    try:
        shop.faults.arm("strange_404")
        shop.restart_driver()
        wait_for(lambda: ("fault", "no_answer") in shop.lane.health() or None, "health", 3)
    finally:
        shop.close()


def test_unknown_locks_out_the_next_order_until_it_is_settled(tmp_path: Path) -> None:
    shop = WalletRig(tmp_path, settle_s=0.1)
    try:
        first, second = shop.request(), shop.request(500)
        shop.faults.arm("mute")
        assert isinstance(shop.create(first), t.Unknown)
        refused = shop.create(second)
        assert isinstance(refused, t.NotCharged)
        assert "not settled" in refused.reason
        shop.faults.clear()
        assert isinstance(shop.query(first), w.WalletPaid)
        assert isinstance(shop.create(second), w.WalletPaid)
        assert shop.book.balance() == 1734
    finally:
        shop.close()


def test_restarted_lane_finds_the_order_it_left_open(shop: WalletRig) -> None:
    request = shop.request()
    shop.next_payer(Payer.WAIT)
    shop.driver.create(request)
    wait_for(shop.lane.codes, "a code")
    shop.restart_driver()
    before = len(shop.lane.codes())
    shop.driver.query(request)
    wait_for(lambda: shop.lane.codes()[before:], "the code again")
    shop.driver.cancel(request.order_number)
    assert isinstance(shop.answer(request), w.WalletCancelled)


def test_restarted_lane_finds_the_payment_it_did_not_see(shop: WalletRig) -> None:
    request = shop.request()
    assert isinstance(shop.create(request), w.WalletPaid)
    shop.restart_driver()
    assert isinstance(shop.query(request), w.WalletPaid)
    assert shop.book.balance() == 1234


def test_same_order_asked_for_again_charges_once(shop: WalletRig) -> None:
    request = shop.request()
    shop.create(request)
    assert isinstance(shop.create(request), w.WalletPaid)
    assert shop.book.balance() == 1234


def test_number_that_means_something_else_already_needs_a_person(shop: WalletRig) -> None:
    request = shop.request()
    shop.create(request)
    other = w.WalletRequest(order_number=request.order_number, amount_minor=1, currency="EUR")
    assert isinstance(shop.create(other), t.NeedsAttendant)


@pytest.mark.parametrize("name", ["", "a/b", "../x", "ä", "x" * 65])
def test_number_that_is_no_path_is_refused(shop: WalletRig, name: str) -> None:
    request = w.WalletRequest(order_number=name, amount_minor=1, currency="EUR")
    assert isinstance(shop.create(request), t.NotCharged)
    assert shop.book.rows() == []


def test_part_and_rest_are_given_back_and_never_more(shop: WalletRig) -> None:
    request = shop.request()
    shop.create(request)
    assert isinstance(refund(shop, request, 234, "R1"), w.GivenBack)
    assert isinstance(refund(shop, request, 1000, "R2"), w.GivenBack)
    assert isinstance(refund(shop, request, 1, "R3"), NotGivenBack)
    assert shop.book.balance() == 0


@pytest.mark.parametrize(
    "fault",
    [
        *("lost_question", "lost_reply", "server_error", "duplicate", "down", "slow", "garbage"),
        *("refund_pending", "late_refund", "odd_state", "huge", "drip", "strange_404", "other_order"),
    ],
)
def test_refund_is_booked_once_whatever_is_lost(shop: WalletRig, fault: str) -> None:
    request = shop.request()
    shop.create(request)
    shop.faults.arm(fault)
    assert isinstance(refund(shop, request, 234), w.GivenBack)
    shop.faults.clear()
    if fault == "late_refund":
        wait_for(lambda: not any(x.name == "late" for x in threading.enumerate()), "late refund")
    assert isinstance(refund(shop, request, 234), w.GivenBack), "asked again, it is the same refund"
    assert shop.book.balance() == 1000


def test_refund_of_another_amount_needs_a_person(shop: WalletRig) -> None:
    request = shop.request()
    shop.create(request)
    shop.faults.arm("refund_part")
    assert isinstance(refund(shop, request, 234), t.NeedsAttendant)


def test_refund_of_an_order_nobody_knows_is_refused(shop: WalletRig) -> None:
    assert isinstance(refund(shop, shop.request(), 234), NotGivenBack)


def test_no_second_refund_while_one_is_not_known(tmp_path: Path) -> None:
    shop = WalletRig(tmp_path, settle_s=0.05)
    try:
        request = shop.request()
        shop.create(request)
        shop.faults.arm("mute")
        assert isinstance(refund(shop, request, 234, "R1"), t.Unknown)
        second = refund(shop, request, 234, "R2")
        assert isinstance(second, NotGivenBack)
        assert "not settled" in second.reason
        shop.faults.clear()
        assert isinstance(refund(shop, request, 234, "R1"), w.GivenBack)
        assert isinstance(refund(shop, request, 234, "R2"), w.GivenBack)
        assert shop.book.balance() == 1234 - 468
    finally:
        shop.close()


def test_every_fault_of_the_gateway_has_a_test() -> None:
    text = Path(__file__).read_text()
    assert [name for name in FAULTS if f'"{name}"' not in text] == []


def test_token_is_in_no_repr(shop: WalletRig) -> None:
    assert "secret" not in repr(shop.profile)
