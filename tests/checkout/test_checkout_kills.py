"""The plug is pulled at every step of every way to pay: money and journal agree, or staff are told.

A script of commands runs against models of terminal, gateway and store that keep their own books. The lane is
killed at one command, in one of three moments: before its commit, after it and before anything was done,
after all was done and before anybody answered. What survives is the journal, and what the others have in
their books. The same through real processes: `python -m benchmarks.payment_matrix`.
"""

import itertools
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from checkout_world import GOODS, MILK, PEN, SHOP, World, answer, assortment, scan, timer
from msgspec.structs import replace

from kiosk.checkout import commands as c
from kiosk.checkout import effects as f
from kiosk.checkout.desk import ValueAnswer, Verdict
from kiosk.checkout.payment import may_acknowledge
from kiosk.checkout.shop import Tenders
from kiosk.checkout.state import PAYING, Phase
from kiosk.devices import refund as rf
from kiosk.devices import terminal as t
from kiosk.devices import wallet as wl
from retail.card import CardResult
from retail.codes import Symbology
from retail.journal import value as v
from retail.stored_value.number import GiftNumber
from retail.terms import read_terms

TOTAL = 308
GIFT = GiftNumber(digits="97123456789012345671")
PHONE = "288888888888888888"
TERMS = read_terms(msgspec.json.encode({"currency": "EUR"}), "EUR")
MOMENTS = ("before the commit", "before the deed", "before the answer")
OUTCOMES = ("approve", "decline", "silent")
ROUNDS_MAX = 60


class Others:
    """Terminal, wallet gateway and store: what they are asked, and the books they keep."""

    def __init__(self, outcome: str) -> None:
        self.outcome = outcome
        self.charged: dict[str, int] = {}
        """By attempt or order: what was charged and not given back."""
        self.results: dict[str, CardResult] = {}
        self.orders: dict[str, str] = {}
        self.refunds: dict[str, int] = {}
        self.held: dict[int, int] = {}
        self.answers: list[Any] = []
        """Commands that are on their way to the lane."""
        self.twice: list[str] = []

    def do(self, effect: f.AnyEffect) -> None:
        """One effect arrives."""
        match effect:
            case f.Authorise():
                self._authorise(effect.request)
            case f.RecoverPayment():
                self._recover(effect.attempt)
            case f.CreateWalletOrder():
                self._order(effect.request)
            case f.QueryWalletOrder():
                self._query(effect.request)
            case f.CancelWalletOrder():
                if self.orders.get(effect.order_number) == "pending":
                    self.orders[effect.order_number] = "cancelled"
                    self._told(effect.order_number, wl.WalletCancelled())
            case f.RefundToCard() | f.RecoverRefund():
                self._refund(effect)
            case f.RefundToWallet():
                self._back(effect.request.order_number, effect.request.refund_id, effect.request.amount_minor)
                given = wl.GivenBack(amount_minor=effect.request.amount_minor, currency="EUR")
                told = wl.WalletRefundAnswer(refund_id=effect.request.refund_id, outcome=given)
                self.answers.append(c.ReportRefund(message=told))
            case f.HoldValue():
                self.held[effect.ask_no] = min(120, effect.amount_minor)
                self.answers.append(
                    c.ReportValue(
                        answer=ValueAnswer(
                            transaction_id=effect.transaction_id,
                            ask_no=effect.ask_no,
                            verdict=Verdict.HELD,
                            amount_minor=self.held[effect.ask_no],
                            account_id="v-1",
                        )
                    )
                )
            case f.ReleaseValue():
                self.held = {ask: amount for ask, amount in self.held.items() if ask > effect.ask_no}
            case _:
                pass

    def _authorise(self, request: t.PaymentRequest) -> None:
        name = request.attempt_id
        if name in self.results or name in self.charged:
            self.twice.append(name)
        if self.outcome == "decline":
            self.results[name] = CardResult(result_code=5)
            self.answers.append(answer(name, t.Declined(result_code=5, text="NO")))
            return
        told = CardResult(
            result_code=0,
            amount_minor=request.amount_minor,
            currency="EUR",
            terminal_id="T1",
            receipt_number=8,
        )
        self.results[name] = told
        self.charged[name] = request.amount_minor
        if self.outcome == "approve":
            self.answers.append(c.KeepResult(attempt_id=name, result=told))
            self.answers.append(answer(name, t.Approved(result=told)))
        else:
            self.answers.append(answer(name, t.Unknown(reason="silent")))

    def _recover(self, attempt: t.OpenAttempt) -> None:
        name = attempt.request.attempt_id
        told = self.results.get(name)
        if told is None:
            self.answers.append(answer(name, t.NotCharged(reason="it never arrived")))
        elif told.result_code == 0:
            self.answers.append(c.KeepResult(attempt_id=name, result=told))
            self.answers.append(answer(name, t.Approved(result=told)))
        else:
            self.answers.append(answer(name, t.Declined(result_code=told.result_code)))

    def _order(self, request: wl.WalletRequest) -> None:
        name = request.order_number
        if name in self.orders:
            self.twice.append(name)
        if self.outcome == "decline":
            self.orders[name] = "declined"
            self._told(name, wl.WalletDeclined(text="no"))
            return
        self.orders[name] = "paid"
        self.charged[name] = request.amount_minor
        if self.outcome == "approve":
            self._told(name, wl.WalletPaid(amount_minor=request.amount_minor, currency="EUR"))
        else:
            self._told(name, t.Unknown(reason="silent"))

    def _query(self, request: wl.WalletRequest) -> None:
        name = request.order_number
        known = self.orders.setdefault(name, "cancelled")  # an unknown number is closed for ever
        outcomes: dict[str, wl.WalletOutcome] = {
            "paid": wl.WalletPaid(amount_minor=request.amount_minor, currency="EUR"),
            "declined": wl.WalletDeclined(),
            "cancelled": t.NotCharged(reason="it never arrived"),
        }
        self._told(name, outcomes[known])

    def _told(self, order: str, outcome: wl.WalletOutcome) -> None:
        self.answers.append(c.ReportWallet(message=wl.WalletAnswer(order_number=order, outcome=outcome)))

    def _refund(self, effect: f.RefundToCard | f.RecoverRefund) -> None:
        asked = effect.request if isinstance(effect, f.RefundToCard) else effect.refund.request
        outcome: rf.CardRefundOutcome
        if isinstance(effect, f.RecoverRefund) and asked.refund_id not in self.refunds:
            outcome = rf.NotGivenBack(reason="it never arrived")
        else:
            of = next(name for name, told in self.results.items() if told == asked.original)
            self._back(of, asked.refund_id, asked.amount_minor)
            result = CardResult(result_code=0, amount_minor=asked.amount_minor, currency="EUR")
            self.answers.append(c.KeepRefund(refund_id=asked.refund_id, result=result))
            outcome = rf.CardGivenBack(result=result)
        told = rf.CardRefundAnswer(refund_id=asked.refund_id, outcome=outcome)
        self.answers.append(c.ReportRefund(message=told))

    def _back(self, attempt: str, refund_id: str, amount_minor: int) -> None:
        if refund_id not in self.refunds:
            self.refunds[refund_id] = amount_minor
            self.charged[attempt] -= amount_minor


class KilledError(Exception):
    """The plug was pulled."""


class Lane:
    """A world whose effects reach the others, until it is killed at its n-th command."""

    def __init__(self, outcome: str, at: int, moment: str) -> None:
        self.world = World(assortment(TERMS, GOODS))
        self.world.shop = replace(SHOP, tenders=Tenders(wallets=True, gift_cards=True))
        self.others = Others(outcome)
        self.world.open()
        for command in (scan(PEN), scan(MILK), c.Pay()):
            self.world.run(command)
        self._left, self._moment = at, moment
        self.was_killed = False

    def do(self, command: c.AnyCommand) -> None:
        """One command, and what it leads to; `KilledError` when its time has come."""
        self._left -= 1
        is_last = self._left == 0
        if is_last and self._moment == "before the commit":
            raise KilledError
        self.world.do(command)
        if is_last and self._moment == "before the deed":
            raise KilledError
        for effect in self.world.new:
            self.others.do(effect)
        if is_last:
            self.others.answers.clear()
            raise KilledError

    def listen(self) -> None:
        """Take what the others have said."""
        for _ in range(ROUNDS_MAX):
            if not self.others.answers:
                return
            told = self.others.answers.pop(0)
            if isinstance(told, c.KeepResult):
                self.do(told)
                may_acknowledge(self.world.state, told.attempt_id, told.result)
            else:
                self.do(told)
        raise AssertionError("they talk for ever")

    def settle(self) -> None:
        """Until nobody is asked any more: the lane's own timers, and the answers they bring."""
        for _ in range(ROUNDS_MAX):
            self.listen()
            sale = self.world.state.transaction
            if sale is not None and sale.value_asked is not None:
                self.do(timer(f.Timer.ASK_STORE))
            elif self.world.phase in PAYING and (self.world.phase is not Phase.CARD):
                self.do(timer(f.Timer.ASK_TERMINAL))
            else:
                return
        raise AssertionError(f"it never ends: {self.world.phase}")

    def restart(self) -> None:
        """The plug is back; what was on its way is lost."""
        self.was_killed = True
        if counted := os.environ.get("COUNT_KILLS"):
            with Path(counted).open("ab") as file:  # a byte for each, for the page of results
                file.write(b".")
        self._left = 0
        self.others.answers.clear()
        self.world.restart()
        for effect in self.world.new:
            self.others.do(effect)
        self.others.outcome = "approve"


Script = Callable[[Lane], Iterator[c.AnyCommand]]


def by_card(lane: Lane) -> Iterator[c.AnyCommand]:
    yield c.PayByCard()


def by_phone(lane: Lane) -> Iterator[c.AnyCommand]:
    yield scan(PHONE, Symbology.QR)


def by_code_on_the_screen(lane: Lane) -> Iterator[c.AnyCommand]:
    yield c.PayByWallet()


def by_gift_card_and_card(lane: Lane) -> Iterator[c.AnyCommand]:
    yield scan(GIFT.qr_text, Symbology.QR)
    yield c.PayByCard()


def in_three_parts(lane: Lane) -> Iterator[c.AnyCommand]:
    yield c.ChoosePart(amount_minor=100)
    yield c.PayByCard()
    yield c.ChoosePart(amount_minor=50)
    yield scan(PHONE, Symbology.QR)
    yield c.PayByCard()


def given_back(lane: Lane) -> Iterator[c.AnyCommand]:
    yield c.ChoosePart(amount_minor=100)
    yield c.PayByCard()
    yield c.ChoosePart(amount_minor=50)
    yield c.PayByWallet()
    yield c.TakeBack()


SCRIPTS: tuple[Script, ...] = (
    by_card,
    by_phone,
    by_code_on_the_screen,
    by_gift_card_and_card,
    in_three_parts,
    given_back,
)
LONGEST = 24


def shop(lane: Lane, script: Script) -> None:
    """Run the script; killed or not, end with everything settled."""
    steps = script(lane)
    while True:
        try:
            for command in steps:
                lane.do(command)
                lane.settle()
            return
        except KilledError:
            lane.restart()
            lane.settle()


def agree(lane: Lane) -> None:
    """What the others have charged is what the journal says was taken, and never more than was to pay."""
    others, sale = lane.others, lane.world.state.transaction
    assert sale is not None
    assert others.twice == []
    charged = {name: amount for name, amount in others.charged.items() if amount}
    assert charged == {part.attempt_id: part.amount_minor for part in sale.taken}
    captured = sum(one.amount_minor for one in lane.world.journal if isinstance(one, v.ValueCaptured))
    assert sum(charged.values()) + captured <= TOTAL
    if sale.is_paid:
        assert sum(charged.values()) + captured == TOTAL
    else:
        assert captured == 0
        assert lane.world.phase in (Phase.TENDER, Phase.UNKNOWN, Phase.REFUND)
    if not sale.is_paid and lane.world.phase in PAYING:
        assert lane.world.state.book.open, "nobody knows, and nobody was called"


@pytest.mark.parametrize("outcome", OUTCOMES)
@pytest.mark.parametrize("script", SCRIPTS)
def test_without_a_kill_money_and_journal_agree(script: Script, outcome: str) -> None:
    lane = Lane(outcome, 0, "")
    shop(lane, script)
    agree(lane)


@pytest.mark.parametrize("script", SCRIPTS)
def test_killed_at_every_step_in_every_moment(script: Script) -> None:
    kills = 0
    for outcome, moment, at in itertools.product(OUTCOMES, MOMENTS, range(1, LONGEST)):
        lane = Lane(outcome, at, moment)
        shop(lane, script)
        agree(lane)
        kills += lane.was_killed
    assert kills >= 18, "the script has at least two steps that can be killed three times for each outcome"


@pytest.mark.parametrize("script", SCRIPTS)
def test_killed_again_while_finding_out(script: Script) -> None:
    """The second kill comes in the first recovery, where everything is asked about."""
    for outcome, moment, first, second in itertools.product(OUTCOMES, MOMENTS, range(1, 8), range(1, 5)):
        lane = Lane(outcome, first, moment)
        steps = script(lane)
        again = second
        while True:
            try:
                for command in steps:
                    lane.do(command)
                    lane.settle()
                break
            except KilledError:
                lane.restart()
                lane._left, again = again, 0
                try:
                    lane.settle()
                except KilledError:
                    lane.restart()
                    lane.settle()
        agree(lane)
