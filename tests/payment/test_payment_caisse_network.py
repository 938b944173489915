"""Caisse-AP in the network: the codec against literal texts, the driver against a simulated terminal."""

import threading
import time
from collections.abc import Iterator

import msgspec
import pytest
from caisse_rig import FAST, profile
from hypothesis import given
from hypothesis import strategies as st
from payment_rig import DEADLINE_S, Lane, wait_for

from kiosk.devices import refund as r
from kiosk.devices import terminal as t
from kiosk.payment.caisse_ap_ip import codec
from kiosk.payment.caisse_ap_ip.codec import ProtocolError
from kiosk.payment.caisse_ap_ip.driver import CaisseApNetworkTerminal
from retail.card import CardResult
from simulators.caisse_ap.faults import NETWORK_FAULTS
from simulators.caisse_ap.network import NetworkTerminal
from simulators.caisse_ap.terminal import Card
from simulators.terminal.ledger import Ledger

ASKED = b"CZ0040300CJ012012345678901CA00201CE003978BA0010CD0010CB0041234"
ANSWERED = (
    b"CZ0040300CJ012012345678901CA00201CE003978CD0010CB0041234AE00210CC00300BCI0012AC006123456"
    b"AA016497301######1234AI014A0000000421010AB0042912CG006424242"
)


def test_request_is_the_text_registers_send() -> None:
    asked = codec.Request(pos="01", amount_minor=1234, currency=978)
    assert codec.encode_request(asked) == ASKED
    assert codec.decode_request(ASKED) == asked


def test_answer_is_read_without_card_number_and_expiry() -> None:
    found = codec.decode_answer(ANSWERED)
    assert (found.status, found.amount_minor, found.currency) == ("10", 1234, 978)
    assert (found.last_digits, found.authorisation, found.entry_mode) == ("1234", "123456", "contactless")
    assert "497301" not in repr(found)
    assert "2912" not in repr(found)


@pytest.mark.parametrize("size", range(len(ANSWERED)))
def test_part_of_an_answer_is_whole_only_where_a_field_ends(size: int) -> None:
    part = ANSWERED[:size]
    if codec.is_whole(part):
        assert b"AE00210" in part
        assert codec.join(codec.split(part)) == part


@pytest.mark.parametrize(
    "raw",
    [b"", b"CZ", b"CZ0040300AE", b"AE00210", b"CZ0040300AE00210AE00201", b"CZ004030", b"\xff", b"C" * 3000],
)
def test_what_is_no_answer_is_an_error(raw: bytes) -> None:
    with pytest.raises(ProtocolError):
        codec.decode_answer(raw)


@given(st.binary(max_size=80) | st.text("CZAEB0123", max_size=60).map(str.encode))
def test_any_bytes_are_an_answer_or_an_error(raw: bytes) -> None:
    for whole in (raw, b"CZ0040300AE00210" + raw):
        try:
            codec.decode_answer(whole)
        except ProtocolError:
            continue


class Shop:
    """One lane, one driver, one terminal in the network."""

    def __init__(self, **changes: object) -> None:
        self.ledger = Ledger()
        self.terminal = NetworkTerminal(0, self.ledger, FAST)
        self.faults = self.terminal.faults
        self._thread = threading.Thread(target=self.terminal.run, name="simulated terminal")
        self._thread.start()
        self.lane = Lane()
        self.refunds: list[r.CardRefundOutcome] = []
        self.kept: dict[str, CardResult] = {}
        port = f"tcp://127.0.0.1:{self.terminal.port}"
        self.profile = msgspec.structs.replace(profile(port), **changes)
        self.driver = CaisseApNetworkTerminal(self.profile)
        self._attempts = 0

    def start(self) -> "Shop":
        self.driver.start(self.lane)
        wait_for(lambda: self.lane.health()[-1:] == [("ready", "")], "ready")
        return self

    def restart(self) -> None:
        self.driver.stop()
        self.driver = CaisseApNetworkTerminal(self.profile)
        self.driver.start(self.lane)

    def request(self, amount_minor: int = 1234) -> t.OpenAttempt:
        self._attempts += 1
        request = t.PaymentRequest(attempt_id=f"a{self._attempts}", amount_minor=amount_minor, currency="EUR")
        self.lane.wanted[request.attempt_id] = request
        started_at = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
        return t.OpenAttempt(request=request, baseline=None, started_at=started_at)

    def pay(self, attempt: t.OpenAttempt | None = None) -> t.Outcome:
        attempt = attempt or self.request()
        self.driver.authorise(attempt.request, None)
        return wait_for(lambda: self.lane.answers(attempt.request.attempt_id), "answer")[0]

    def recover(self, attempt: t.OpenAttempt) -> t.Outcome:
        name = attempt.request.attempt_id
        before = len(self.lane.answers(name))
        self.driver.recover(msgspec.structs.replace(attempt, stored_result=self.lane.kept.get(name)))
        return wait_for(lambda: self.lane.answers(name)[before:], "recovered answer")[0]

    def refund_said(self, message: r.RefundText | r.CardRefundAnswer) -> None:
        if isinstance(message, r.CardRefundAnswer):
            self.refunds.append(message.outcome)

    def keep_refund(self, refund_id: str, result: CardResult) -> None:
        self.kept[refund_id] = result

    def refund(self, amount_minor: int, original: CardResult | None = None) -> r.CardRefundOutcome:
        before = len(self.refunds)
        asked = r.CardRefund(refund_id="R1", amount_minor=amount_minor, currency="EUR", original=original)
        self.driver.refund(asked, None, self)
        return wait_for(lambda: self.refunds[before:], "refund")[0]

    def close(self) -> None:
        self.driver.stop()
        self.terminal.stop()
        self._thread.join(DEADLINE_S)


@pytest.fixture
def shop() -> Iterator[Shop]:
    shop = Shop()
    try:
        yield shop.start()
    finally:
        shop.close()


def test_payment_is_approved_and_stored(shop: Shop) -> None:
    outcome = shop.pay()
    assert isinstance(outcome, t.Approved)
    assert outcome.result.masked_pan == "************1234"
    assert (outcome.result.application_id, outcome.result.merchant_id) == ("A0000000421010", "424242")
    assert shop.lane.kept["a1"] == outcome.result
    assert shop.ledger.balance() == 1234


@pytest.mark.parametrize(
    ("card", "outcome", "balance"),
    [
        (Card.DECLINE, t.Declined, 0),
        (Card.CANCEL, t.Cancelled, 0),
        (Card.SILENT, t.NeedsAttendant, 0),
        (Card.WRONG_AMOUNT, t.NeedsAttendant, 1334),
    ],
)
def test_each_card_ends_as_the_ledger_says(
    shop: Shop, card: Card, outcome: type[t.Outcome], balance: int
) -> None:
    shop.terminal.present_card(card)
    assert isinstance(shop.pay(), outcome)
    assert shop.ledger.balance() == balance


@pytest.mark.parametrize("fault", sorted(NETWORK_FAULTS))
def test_each_fault_ends_in_proof_or_with_a_person(shop: Shop, fault: str) -> None:
    shop.faults.arm(fault)
    outcome = shop.pay()
    proven = {"byte_by_byte", "whole_number"}
    assert isinstance(outcome, t.Approved if fault in proven else t.NeedsAttendant), outcome
    if fault in proven:
        assert shop.ledger.balance() == 1234
    assert "4111111111111111" not in repr(shop.lane.messages) + repr(shop.lane.kept)
    assert len(shop.terminal.requests) <= 1


def test_terminal_that_is_not_there_was_never_asked(shop: Shop) -> None:
    shop.terminal.stop()
    wait_for(lambda: shop.lane.health()[-1][0] == "fault", "gone")
    assert isinstance(shop.pay(), t.NotCharged)
    assert shop.ledger.balance() == 0


def test_cancelled_before_it_was_sent_is_never_sent(shop: Shop) -> None:
    attempt = shop.request()
    shop.driver.cancel(attempt.request.attempt_id)
    assert isinstance(shop.pay(attempt), t.Cancelled)
    assert shop.terminal.requests == []


def test_stored_answer_is_proof_after_a_restart(shop: Shop) -> None:
    attempt = shop.request()
    shop.pay(attempt)
    shop.restart()
    assert isinstance(shop.recover(attempt), t.Approved)
    assert len(shop.terminal.requests) == 1


def test_nothing_stored_is_a_persons(shop: Shop) -> None:
    assert isinstance(shop.recover(shop.request()), t.NeedsAttendant)
    assert shop.terminal.requests == []


def test_answer_that_could_not_be_stored_is_a_persons(shop: Shop) -> None:
    shop.lane.disk_full = True
    assert isinstance(shop.pay(), t.NeedsAttendant)


def test_money_is_given_back_to_a_presented_card(shop: Shop) -> None:
    assert isinstance(shop.refund(500), r.CardGivenBack)
    assert shop.terminal.requests[0].kind == codec.CREDIT
    assert [(entry.kind, entry.amount_minor) for entry in shop.ledger.entries()] == [("refund", 500)]
    assert shop.kept["R1"].amount_minor == 500


def test_payment_is_not_taken_back_without_a_card(shop: Shop) -> None:
    paid = shop.pay()
    assert isinstance(paid, t.Approved)
    assert isinstance(shop.refund(1234, paid.result), r.NotGivenBack)
    assert shop.ledger.balance() == 1234


@pytest.mark.parametrize("fault", ["charge_untold", "cut_answer", "opposite", "odd_status", "hang_up"])
def test_refund_that_is_not_proven_is_a_persons(shop: Shop, fault: str) -> None:
    shop.faults.arm(fault)
    assert isinstance(shop.refund(500), t.NeedsAttendant)


def test_end_of_day_is_the_terminals_own(shop: Shop) -> None:
    shop.driver.end_of_day()
    [answer] = wait_for(
        lambda: [m for m in shop.lane.messages if isinstance(m, t.EndOfDayAnswer)], "end of day"
    )
    assert not answer.succeeded
