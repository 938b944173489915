"""Money given back to a card: reversal and refund, every fault, and the terminal's ledger."""

import os
import random
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from payment_rig import Rig, wait_for

from kiosk.devices import refund as r
from kiosk.devices import terminal as t
from retail.card import CardResult
from simulators.terminal.faults import FAULTS, STATES
from simulators.terminal.settings import Card, Unacknowledged


class Desk:
    """What staff's side does for the driver: stores and remembers."""

    def __init__(self) -> None:
        self.messages: list[r.RefundText | r.CardRefundAnswer] = []
        self.kept: dict[str, CardResult] = {}
        self.disk_full = False

    def refund_said(self, message: r.RefundText | r.CardRefundAnswer) -> None:
        self.messages.append(message)

    def keep_refund(self, refund_id: str, result: CardResult) -> None:
        if self.disk_full:
            raise OSError("no space left on device")
        self.kept[refund_id] = result

    def answers(self, refund_id: str) -> list[r.CardRefundOutcome]:
        return [
            message.outcome
            for message in list(self.messages)
            if isinstance(message, r.CardRefundAnswer) and message.refund_id == refund_id
        ]


class Shop:
    """A lane that has sold something, and staff who give it back."""

    def __init__(self, folder: Path, mode: Unacknowledged = Unacknowledged.KEEP, **options: object) -> None:
        self.rig = Rig(folder, mode, **options).start()  # type: ignore[arg-type]
        self.desk = Desk()

    def sell(self, amount_minor: int = 1234) -> CardResult:
        outcome = self.rig.authorise(self.rig.request(amount_minor))
        assert isinstance(outcome, t.Approved)
        self.settle()
        return outcome.result

    def settle(self) -> None:
        """Until the lane knows what stands there now."""
        wait_for(lambda: not self.rig.terminal.state()["busy"] and self.rig.wire.plugged, "idle terminal")
        wait_for(lambda: self.rig.lane.health()[-1] == ("ready", ""), "ready")

    def opened(
        self, amount_minor: int = 1234, original: CardResult | None = None, name: str = "R1"
    ) -> r.OpenRefund:
        request = r.CardRefund(refund_id=name, amount_minor=amount_minor, currency="EUR", original=original)
        started_at = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
        return r.OpenRefund(request=request, baseline=self.rig.lane.baselines()[-1], started_at=started_at)

    def refund(self, refund: r.OpenRefund) -> r.CardRefundOutcome:
        name = refund.request.refund_id
        before = len(self.desk.answers(name))
        self.rig.driver.refund(refund.request, refund.baseline, self.desk)
        return wait_for(lambda: self.desk.answers(name)[before:], "refund answer")[0]

    def recover(self, refund: r.OpenRefund) -> r.CardRefundOutcome:
        name = refund.request.refund_id
        before = len(self.desk.answers(name))
        asked = r.OpenRefund(
            request=refund.request,
            baseline=refund.baseline,
            started_at=refund.started_at,
            stored_result=self.desk.kept.get(name),
        )
        self.rig.driver.recover_refund(asked, self.desk)
        return wait_for(lambda: self.desk.answers(name)[before:], "recovered answer")[0]

    def settled(self, refund: r.OpenRefund) -> r.CardRefundOutcome:
        outcome = self.refund(refund)
        for _ in range(4):
            if not isinstance(outcome, t.Unknown):
                break
            outcome = self.recover(refund)
        return outcome

    def entries(self) -> list[tuple[str, int]]:
        return [(entry.kind, entry.amount_minor) for entry in self.rig.ledger.entries()]


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    shop = Shop(tmp_path)
    try:
        yield shop
    finally:
        shop.rig.close()


def test_driver_offers_what_the_port_says(shop: Shop) -> None:
    assert isinstance(shop.rig.driver, r.RefundingTerminal)


def test_whole_payment_is_taken_back_without_a_card(shop: Shop) -> None:
    paid = shop.sell()
    outcome = shop.refund(shop.opened(original=paid))
    assert isinstance(outcome, r.CardGivenBack)
    assert shop.entries() == [("charge", 1234), ("reversal", 1234)]
    assert shop.desk.kept["R1"] == outcome.result


def test_part_is_given_to_a_presented_card_with_a_receipt(shop: Shop) -> None:
    shop.sell()
    outcome = shop.refund(shop.opened(500))
    assert isinstance(outcome, r.CardGivenBack)
    assert any("REFUND" in line for line in outcome.receipt_lines)
    assert shop.entries() == [("charge", 1234), ("refund", 500)]
    texts = [message.text for message in shop.desk.messages if isinstance(message, r.RefundText)]
    assert "Insert card" in texts


def test_part_of_a_payment_is_never_sent_as_a_reversal(shop: Shop) -> None:
    paid = shop.sell()
    assert isinstance(shop.refund(shop.opened(500, original=paid)), r.NotGivenBack)
    assert shop.entries() == [("charge", 1234)]


def test_payment_taken_back_before_is_told_so(shop: Shop) -> None:
    paid = shop.sell()
    shop.refund(shop.opened(original=paid, name="R1"))
    shop.settle()
    again = shop.refund(shop.opened(original=paid, name="R2"))
    assert isinstance(again, t.Declined)
    assert again.result_code == 0xB4
    assert shop.rig.ledger.balance() == 0


def test_same_refund_asked_for_again_is_not_sent_again(shop: Shop) -> None:
    shop.sell()
    opened = shop.opened(500)
    first = shop.refund(opened)
    assert shop.refund(opened) == first
    assert shop.entries() == [("charge", 1234), ("refund", 500)]


@pytest.mark.parametrize(("card", "outcome"), [(Card.DECLINE, t.Declined), (Card.CANCEL, t.Cancelled)])
def test_refund_that_is_refused_moves_nothing(
    shop: Shop, card: Card, outcome: type[r.CardRefundOutcome]
) -> None:
    shop.sell()
    shop.rig.terminal.present_card(card)
    assert isinstance(shop.refund(shop.opened(500)), outcome)
    assert shop.entries() == [("charge", 1234)]


def test_staff_can_stop_a_refund_nobody_presents_a_card_for(shop: Shop) -> None:
    shop.rig.driver.cancel("R1")
    assert isinstance(shop.refund(shop.opened(500)), t.Cancelled)
    assert shop.entries() == []


HARMLESS = (
    *("garbage", "nak_once", "lose_ack", "bad_crc", "cut_block", "stray_dle"),
    *("duplicate", "byte_by_byte"),
)
BREAKING = (
    *("unplug_command", "unplug_accepted", "unplug_result", "unplug_answered", "unplug_completion"),
    *("no_accept", "no_completion", "nak_storm", "bad_crc_result"),
)


@pytest.mark.parametrize("is_reversal", [True, False], ids=["reversal", "refund"])
@pytest.mark.parametrize("fault", HARMLESS + BREAKING)
def test_money_goes_back_once_whatever_breaks(shop: Shop, fault: str, is_reversal: bool) -> None:
    paid = shop.sell()
    shop.rig.faults.arm(fault)
    outcome = shop.settled(shop.opened(original=paid if is_reversal else None))
    shop.rig.faults.clear()
    shop.settle()
    given = [entry for entry in shop.entries() if entry[0] in ("reversal", "refund")]
    assert len(given) <= 1
    if isinstance(outcome, r.CardGivenBack):
        assert shop.rig.ledger.balance() == 0
    else:
        assert fault in BREAKING, outcome
        assert isinstance(outcome, r.NotGivenBack), outcome
        assert shop.rig.ledger.balance() == 1234


@pytest.mark.parametrize("fault", ["unplug_answered", "unplug_completion", "no_completion"])
def test_refund_whose_end_is_lost_is_found_by_a_lane_that_starts_anew(shop: Shop, fault: str) -> None:
    shop.sell()
    opened = shop.opened(500)
    shop.rig.faults.arm(fault)
    assert isinstance(shop.refund(opened), t.Unknown)
    shop.rig.restart_driver()
    assert isinstance(shop.recover(opened), r.CardGivenBack)
    assert shop.entries() == [("charge", 1234), ("refund", 500)]


@pytest.mark.parametrize("mode", list(Unacknowledged))
def test_refund_that_could_not_be_stored_is_not_acknowledged(tmp_path: Path, mode: Unacknowledged) -> None:
    shop = Shop(tmp_path, mode)
    try:
        shop.sell()
        opened = shop.opened(500)
        shop.desk.disk_full = True
        assert isinstance(shop.refund(opened), t.Unknown)
        shop.desk.disk_full = False
        wait_for(lambda: not shop.rig.terminal.state()["busy"], "idle terminal")
        outcome = shop.recover(opened)
        moved = 1234 - shop.rig.ledger.balance()
        if isinstance(outcome, r.CardGivenBack):
            assert moved == 500
        elif isinstance(outcome, r.NotGivenBack):
            assert moved == 0
        else:
            assert isinstance(outcome, t.NeedsAttendant), outcome
    finally:
        shop.rig.close()


def test_nothing_else_is_sent_while_a_refund_is_unknown(shop: Shop) -> None:
    shop.sell()
    opened = shop.opened(500)
    shop.rig.faults.arm("no_completion")
    assert isinstance(shop.refund(opened), t.Unknown)
    assert isinstance(shop.refund(opened), t.Unknown)
    assert isinstance(shop.refund(shop.opened(300, name="R2")), r.NotGivenBack)
    assert isinstance(shop.rig.authorise(shop.rig.request()), t.NotCharged)
    assert shop.entries() == [("charge", 1234), ("refund", 500)]
    assert isinstance(shop.recover(opened), r.CardGivenBack)
    shop.settle()
    assert isinstance(shop.refund(shop.opened(300, name="R2")), r.CardGivenBack)


def test_no_refund_while_a_payment_is_unknown(shop: Shop) -> None:
    shop.rig.faults.arm("no_completion")
    assert isinstance(shop.rig.authorise(shop.rig.request()), t.Unknown)
    assert isinstance(shop.refund(shop.opened(500)), r.NotGivenBack)
    assert shop.entries() == [("charge", 1234)]


def test_open_payment_is_found_out_before_an_open_refund(shop: Shop) -> None:
    opened = shop.opened(500)
    shop.rig.faults.arm("no_completion")
    payment = shop.rig.request()
    assert isinstance(shop.rig.authorise(payment), t.Unknown)
    assert isinstance(shop.recover(opened), t.Unknown)
    assert isinstance(shop.rig.recover(payment), t.Approved)
    assert isinstance(shop.recover(opened), t.NeedsAttendant), "the payment is no proof of the refund"


def test_terminal_that_takes_back_another_payment_needs_a_person(shop: Shop) -> None:
    first = shop.sell()
    shop.sell()
    shop.rig.faults.arm("reversal_last")
    outcome = shop.refund(shop.opened(original=first))
    assert isinstance(outcome, t.NeedsAttendant)
    assert "trace" in outcome.reason


def test_wrong_payment_whose_reversal_takes_back_another_needs_a_person(shop: Shop) -> None:
    shop.sell(1334)
    shop.rig.terminal.present_card(Card.WRONG_AMOUNT)
    for fault in ("ignore_refusal", "reversal_last"):
        shop.rig.faults.arm(fault)
    outcome = shop.rig.authorise(shop.rig.request())
    assert isinstance(outcome, t.NeedsAttendant)
    assert "another payment" in outcome.reason


@pytest.mark.parametrize("card", [Card.WRONG_AMOUNT])
def test_refund_of_another_amount_is_refused(shop: Shop, card: Card) -> None:
    shop.rig.terminal.present_card(card)
    assert isinstance(shop.refund(shop.opened(500)), t.NeedsAttendant)
    assert shop.rig.ledger.balance() == 0


@pytest.mark.parametrize("fault", ["repeat_bare", "repeat_refused", "repeat_deaf"])
def test_terminal_that_does_not_tell_needs_a_person(shop: Shop, fault: str) -> None:
    shop.sell()
    opened = shop.opened(500)
    shop.rig.faults.arm("no_completion")
    shop.rig.faults.arm(fault)
    assert isinstance(shop.settled(opened), t.NeedsAttendant)


def test_terminal_that_is_not_connected_gives_nothing_back(tmp_path: Path) -> None:
    shop = Shop(tmp_path)
    try:
        opened = shop.opened(500)
        shop.rig.terminal.stop()
        wait_for(lambda: shop.rig.lane.health()[-1][0] == "fault", "gone")
        assert isinstance(shop.refund(opened), r.NotGivenBack)
    finally:
        shop.rig.close()


def test_currency_nobody_knows_is_refused(shop: Shop) -> None:
    asked = r.CardRefund(refund_id="R9", amount_minor=1, currency="XXX")
    shop.rig.driver.refund(asked, None, shop.desk)
    assert isinstance(wait_for(lambda: shop.desk.answers("R9"), "answer")[0], r.NotGivenBack)


SEEDS = int(os.environ.get("REFUND_SEEDS", "3"))
REFUNDS = 4
NOT_MIXED = {"end_of_day_fails", "software_update", "repeat_older", *STATES}


@pytest.mark.parametrize("seed", range(SEEDS))
def test_ledger_agrees_with_the_answer_whatever_goes_wrong(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    shop = Shop(tmp_path, dice.choice(list(Unacknowledged)), over_tcp=dice.random() < 0.25)
    try:
        for number in range(REFUNDS):
            paid = shop.sell(dice.choice([500, 1234]))
            before = shop.rig.ledger.balance()
            names = dice.sample(sorted(set(FAULTS) - NOT_MIXED), dice.choice([0, 1, 1, 2, 3]))
            card = dice.choice([Card.APPROVE, Card.APPROVE, *Card])
            story = [card.value, *names]
            original = paid if dice.random() < 0.5 else None
            amount = paid.amount_minor or 0
            opened = shop.opened(amount, original, name=f"R{number}")
            shop.rig.terminal.present_card(card)
            for name in names:
                shop.rig.faults.arm(name)
            shop.desk.disk_full = dice.random() < 0.1
            outcome = shop.refund(opened)
            shop.desk.disk_full = False
            if dice.random() < 0.3:
                story.append("restart")
                shop.rig.restart_driver()
                outcome = t.Unknown(reason="restarted")
            for _ in range(4):
                if not isinstance(outcome, t.Unknown):
                    break
                outcome = shop.recover(opened)
            shop.rig.terminal.present_card(Card.APPROVE)
            shop.rig.faults.clear()
            shop.settle()
            moved = before - shop.rig.ledger.balance()
            assert not isinstance(outcome, t.Unknown), story
            if isinstance(outcome, r.CardGivenBack):
                assert moved == amount, (story, outcome)
            elif not isinstance(outcome, t.NeedsAttendant):
                assert moved == 0, (story, outcome)
    finally:
        shop.rig.close()
