"""The performer: each effect does exactly its thing, in order, and nothing before the devices are there."""

from collections.abc import Callable
from typing import Any, NamedTuple

import pytest

from kiosk.app.effects import HELD_MAX, Devices, Performer
from kiosk.checkout import commands as c
from kiosk.checkout import effects as f
from kiosk.devices.printer import PrintAnswer, PrintJob, PrintOutcome
from kiosk.devices.refund import CardRefund, CardRefundAnswer, NotGivenBack, OpenRefund
from kiosk.devices.terminal import NeedsAttendant, OpenAttempt, PaymentRequest
from kiosk.devices.wallet import WalletAnswer, WalletRefund, WalletRefundAnswer, WalletRequest
from retail.card import Baseline
from retail.check import BrokenInvariantError
from retail.coupons import Benefit, Coupon, CouponKind, Redemption, Saving
from retail.receipt import Receipt, Seller
from retail.wire.balance import FindBalance
from retail.wire.returns import ReturnedLine

REQUEST = PaymentRequest(attempt_id="a1", amount_minor=250, currency="EUR")
BASELINE = Baseline(terminal_id="7")
ORDER = WalletRequest(order_number="a1", amount_minor=250, currency="EUR")
TO_PHONE = WalletRefund(refund_id="r1", order_number="a1", amount_minor=250, currency="EUR")
TO_CARD = CardRefund(refund_id="r1", amount_minor=250, currency="EUR")
UNITS = ReturnedLine(line_id=1, quantity=1)
ATTEMPT = OpenAttempt(request=REQUEST, baseline=BASELINE, started_at="2026-11-23T04:00:00.000000Z")
RECEIPT = Receipt(
    seller=Seller(name="S"),
    lane="1",
    transaction_id="t",
    number=1,
    started_at="2026-11-23T04:00:00+01:00",
    ended_at="2026-11-23T04:01:00+01:00",
    currency="EUR",
    lines=(),
    total_minor=0,
    taxes=(),
    tenders=(),
    language="en",
)


class Paper(NamedTuple):
    payload: bytes
    height_mm: int


class Recorder:
    """Every device at once: writes down what it was called with."""

    def __init__(self) -> None:
        self.calls: list[tuple[Any, ...]] = []

    def __getattr__(self, name: str) -> Callable[..., None]:
        return lambda *arguments, **named: self.calls.append((name, *arguments, *named.values()))


class World:
    def __init__(self) -> None:
        self.devices = Recorder()
        self.posted: list[c.AnyCommand] = []
        self.render: Callable[[Receipt], Paper] = lambda receipt: Paper(f"lane {receipt.lane}".encode(), 42)
        self.performer = Performer(
            set_timer=lambda timer, after_s: self.devices.calls.append(("timer", timer, after_s)),
            play=lambda sound: self.devices.calls.append(("play", sound)),
            post=self.posted.append,
            desk=self.devices,
            set_alarm=lambda timer, at_us: self.devices.calls.append(("alarm", timer, at_us)),
            restart=lambda: self.devices.calls.append(("restart",)),
        )

    def equip(self) -> None:
        device: Any = self.devices
        self.performer.equip(
            Devices(
                terminal=device,
                printer=device,
                scanner=device,
                render=lambda receipt: self.render(receipt),
                prove=lambda name: self.devices.calls.append(("prove", name)),
                scale=device,
                wallet=device,
                refunds=device,
                open_drawer=lambda: self.devices.calls.append(("drawer",)),
            )
        )


EFFECTS = [
    (f.SetTimer(timer=f.Timer.PAID, after_s=2.0), ("timer", f.Timer.PAID, 2.0)),
    (f.Authorise(request=REQUEST, baseline=BASELINE), ("authorise", REQUEST, BASELINE)),
    (f.CancelAuthorisation(attempt_id="a1"), ("cancel", "a1")),
    (f.RecoverPayment(attempt=ATTEMPT), ("recover", ATTEMPT)),
    (f.CreateWalletOrder(request=ORDER, code="28"), ("create", ORDER, "28")),
    (f.CancelWalletOrder(order_number="a1"), ("cancel", "a1")),
    (f.QueryWalletOrder(request=ORDER), ("query", ORDER)),
    (f.RefundToWallet(request=TO_PHONE), ("refund", TO_PHONE)),
    (f.CloseTerminalDay(), ("end_of_day",)),
    (
        f.PrintReceipt(job_id="j1", receipt=RECEIPT),
        ("print", PrintJob(job_id="j1", payload=b"lane 1", height_mm=42)),
    ),
    (f.EnableScanner(reading=False), ("enable", False)),
    (f.AskWeight(ask_id="w1", tare_g=12), ("ask_weight", "w1", 12)),
    (f.CancelWeighing(ask_id="w1"), ("cancel", "w1")),
    (f.TestDevice(device="printer"), ("prove", "printer")),
    (f.OpenDrawer(), ("drawer",)),
    (f.Play(sound=f.Sound.SCAN), ("play", f.Sound.SCAN)),
]
COUPON = Coupon(
    kind=CouponKind.STORE_CODE,
    text="SPRING",
    coupon_id="store:SPRING",
    saving=Saving(benefit=Benefit.LISTED),
    redemption=Redemption.LOCAL_OK,
)
BALANCE = FindBalance(transaction_id="t", ask_no=1, member_id="m", currency="EUR")
QUESTIONS = [
    (f.HoldCoupon(transaction_id="t", coupon_no=1, coupon=COUPON), ("hold_coupon", "t", 1, COUPON)),
    (f.ReleaseCoupon(transaction_id="t", coupon_no=1, coupon=COUPON), ("release_coupon", "t", 1, COUPON)),
    (f.HoldPoints(transaction_id="t", member_id="m", points=100), ("hold_points", "t", "m", 100)),
    (f.ReleasePoints(transaction_id="t", member_id="m"), ("release_points", "t", "m")),
    (
        f.HoldValue(transaction_id="t", ask_no=1, amount_minor=5, currency="EUR", card_key="k", pin="1"),
        ("hold_value", "t", 1, 5, "EUR", "k", "", "1"),
    ),
    (
        f.ReleaseValue(transaction_id="t", ask_no=1, account_id="v"),
        ("release_value", "t", 1, "v", "", ""),
    ),
    (f.ClaimBasket(transaction_id="t", code="OSC1"), ("claim_basket", "t", "OSC1")),
    (f.AskStore(question=BALANCE), ("ask", BALANCE)),
    (f.ClaimSuspended(token="t0", by="anna"), ("claim_suspended", "t0", "anna")),
    (f.FindSale(token="t0", by="anna"), ("find_sale", "t0", "anna")),
    (
        f.ClaimReturn(return_id="r", of_transaction_id="t0", lines=(UNITS,), by="anna", why="damaged"),
        ("claim_return", "r", "t0", (UNITS,), "anna", "damaged"),
    ),
    (f.ReleaseReturn(return_id="r"), ("release_return", "r")),
    (f.SetAlarm(timer=f.Timer.INTERVENTIONS, at_us=7), ("alarm", f.Timer.INTERVENTIONS, 7)),
    (f.RestartLane(), ("restart",)),
]
"""Asked of the store and of the program, at once."""


@pytest.mark.parametrize(("effect", "call"), [*EFFECTS, *QUESTIONS], ids=lambda value: type(value).__name__)
def test_an_effect_is_one_call_and_nothing_else(effect: f.AnyEffect, call: tuple[Any, ...]) -> None:
    world = World()
    world.equip()
    world.performer.perform(effect)
    assert world.devices.calls == [call]
    assert world.posted == []


def test_every_kind_of_effect_is_covered_here() -> None:
    covered = {type(effect) for effect, _ in [*EFFECTS, *QUESTIONS]} | {f.RefundToCard, f.RecoverRefund}
    assert covered == set(f.AnyEffect.__args__)  # type: ignore[attr-defined]


class Refunding(Recorder):
    """A terminal that gives money back."""

    def refund(self, *arguments: Any) -> None:
        self.calls.append(("refund", *arguments))

    def recover_refund(self, *arguments: Any) -> None:
        self.calls.append(("recover_refund", *arguments))


def test_money_goes_back_by_a_terminal_that_can() -> None:
    world = World()
    world.devices = Refunding()
    world.equip()
    world.performer.perform(f.RefundToCard(request=TO_CARD, baseline=BASELINE))
    open_one = OpenRefund(request=TO_CARD, baseline=BASELINE, started_at="2026-11-23T04:00:00.000000Z")
    world.performer.perform(f.RecoverRefund(refund=open_one))
    assert world.devices.calls == [
        ("refund", TO_CARD, BASELINE, world.devices),
        ("recover_refund", open_one, world.devices),
    ]


class Plain:
    """A terminal that cannot."""


def test_a_terminal_that_cannot_give_back_says_so_and_no_money_moved() -> None:
    world = World()
    plain: Any = Plain()
    device: Any = world.devices
    world.performer.equip(
        Devices(
            terminal=plain,
            printer=device,
            scanner=device,
            render=world.render,
            prove=lambda name: None,
            open_drawer=lambda: None,
            refunds=device,
        )
    )
    world.performer.perform(f.RefundToCard(request=TO_CARD, baseline=None))
    (told,) = world.posted
    assert isinstance(told, c.ReportRefund)
    assert isinstance(told.message, CardRefundAnswer)
    assert isinstance(told.message.outcome, NotGivenBack)


@pytest.mark.parametrize("effect", [f.QueryWalletOrder(request=ORDER), f.RefundToWallet(request=TO_PHONE)])
def test_an_order_whose_gateway_was_taken_out_of_the_settings_is_a_persons(effect: f.AnyEffect) -> None:
    world = World()
    device: Any = world.devices
    world.performer.equip(
        Devices(
            terminal=device,
            printer=device,
            scanner=device,
            render=world.render,
            prove=lambda name: None,
            open_drawer=lambda: None,
        )
    )
    world.performer.perform(effect)
    (told,) = world.posted
    assert isinstance(told, c.ReportWallet | c.ReportRefund)
    assert isinstance(told.message, WalletAnswer | WalletRefundAnswer)
    assert isinstance(told.message.outcome, NeedsAttendant)


def test_effects_wait_for_the_devices_and_then_happen_in_order() -> None:
    world = World()
    for effect, _ in EFFECTS:
        world.performer.perform(effect)
    assert world.devices.calls == []
    world.equip()
    assert world.devices.calls == [call for _, call in EFFECTS]


def test_the_store_is_asked_before_the_devices_are_there() -> None:
    world = World()
    for effect, _ in QUESTIONS:
        world.performer.perform(effect)
    assert world.devices.calls == [call for _, call in QUESTIONS]


def test_more_waiting_effects_than_any_start_needs_is_a_broken_program() -> None:
    world = World()
    for _ in range(HELD_MAX):
        world.performer.perform(f.EnableScanner(reading=True))
    with pytest.raises(BrokenInvariantError, match="gets its devices soon"):
        world.performer.perform(f.EnableScanner(reading=True))


def test_a_lane_gets_its_devices_once() -> None:
    world = World()
    world.equip()
    with pytest.raises(BrokenInvariantError, match="equipped once"):
        world.equip()


def test_a_receipt_that_cannot_be_laid_out_is_not_sent_and_the_lane_goes_on(
    caplog: pytest.LogCaptureFixture,
) -> None:
    world = World()

    def broken(receipt: Receipt) -> Paper:
        raise ZeroDivisionError(receipt.lane)

    world.render = broken
    world.equip()
    world.performer.perform(f.PrintReceipt(job_id="j1", receipt=RECEIPT))
    assert world.devices.calls == []
    answer = PrintAnswer(job_id="j1", outcome=PrintOutcome.NOT_SENT, reason="layout: ZeroDivisionError")
    assert world.posted == [c.ReportPrint(answer=answer)]
    assert "cannot be laid out" in caplog.text
