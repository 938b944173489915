"""One simulated lane: the checkout that ships, its timers in simulated time, and what stands around it.

`decide`, `evolve` and `reactions` are the lane's own; here is what its program would do around them: events
go into a journal, effects to timers and devices, answers come back as commands.

Invariants: an event that was folded is noted before its effects are done; a timer set again replaces itself;
what a purchase's journal says, read back from its stored form, folds to the state the lane is in (sampled).
"""

import datetime
from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from benchmarks import store_day_shop
from benchmarks.store_day_clock import SECOND_US, Clock, Signal
from benchmarks.store_day_devices import Plate, Printer, Terminal
from benchmarks.store_day_odds import Dice
from kiosk.checkout import commands as c
from kiosk.checkout import effects as f
from kiosk.checkout import staff_commands as sc
from kiosk.checkout.decide import decide
from kiosk.checkout.decision import Context, Decision, Refused
from kiosk.checkout.desk import CouponAnswer, Verdict
from kiosk.checkout.evolve import evolve, fold
from kiosk.checkout.reactions import reactions
from kiosk.checkout.state import Phase, State, Transaction
from kiosk.devices.clock import utc_text
from kiosk.devices.health import Condition, Device, Health
from kiosk.devices.scale import WeightTaken
from kiosk.devices.terminal import TerminalRegistered
from retail.card import Baseline
from retail.check import require
from retail.interventions.words import Blocks
from retail.journal import chain
from retail.journal import events as e

if TYPE_CHECKING:
    from benchmarks.store_day_shopper import Shopper

UTC_OFFSET = datetime.timezone(datetime.timedelta(hours=1))
FOLD_EVERY = 20
"""Of how many purchases one is folded again from its stored form."""
STORE_S = 0.2
"""Until the store has answered about a coupon."""
Note = Callable[["Lane", State, e.AnyEvent], None]
"""Told of every event: the lane as it is after it, and the state before."""


class Lane:
    """A lane and its devices."""

    def __init__(self, number: int, seed: str, policy: str, clock: Clock, note: Note) -> None:
        self.number = number
        self.name = str(number)
        self.clock = clock
        self.shop = store_day_shop.shop(self.name, policy)
        self.state = State(language=self.shop.language)
        self.changed = Signal(clock)
        """Anything happened at this lane."""
        self.visitor: Shopper | None = None
        self.loose_g = 0
        """What somebody lays on the scale for loose goods."""
        self.terminal = Terminal(self)
        self.printer = Printer(self, seed)
        self.plate = Plate(self, seed)
        self._seed = seed
        self._note = note
        self._book = store_day_shop.CouponBook()
        self._sells_by = store_day_shop.assortment(self.name)
        self._sells_by.pricer.forget()
        self._timers: dict[f.Timer, int] = {}
        self._begun = 0
        self._purchases = 0
        self._since_idle: list[e.AnyEvent] = []

    def open(self) -> None:
        """The program starts and all devices are well."""
        self.do(c.StartLane(lane=self.name, version="1"))
        for device in (Device.CAMERA, Device.TERMINAL, Device.PRINTER, Device.BAGGING_SCALE):
            self.feels(device, Condition.READY)
        baseline = Baseline(terminal_id=self.terminal.terminal_id, receipt_number=1, trace_number=1)
        self.do(c.ReportRegistration(registered=TerminalRegistered(baseline=baseline)))

    def welcome(self, visitor: "Shopper | None") -> None:
        """Somebody stands here now, or nobody. Purchases are numbered by shopper: lots fall the same."""
        self.visitor, self._begun = visitor, 0
        self.changed.changed()

    @property
    def is_free(self) -> bool:
        """Whether a shopper in the queue would come here."""
        state = self.state
        is_idle = state.phase is Phase.ATTRACT and state.staff is None
        return self.visitor is None and is_idle and state.is_open and state.book.blocks is not Blocks.AT_ONCE

    @property
    def sale(self) -> Transaction | None:
        """What is being bought."""
        return self.state.transaction

    def feels(self, device: Device, condition: Condition, code: str = "") -> None:
        """A device says how it is."""
        self.do(c.ReportHealth(health=Health(device=device, condition=condition, code=code)))

    def do(self, command: c.AnyCommand) -> Decision:
        """Decide, note, fold; then do what follows."""
        now = datetime.datetime.fromtimestamp(self.clock.now_us / SECOND_US, UTC_OFFSET)
        visitor = self.visitor.plan.number if self.visitor else 0
        context = Context(
            assortment=self._sells_by,
            book=self._book,
            shop=self.shop,
            utc=utc_text(now),
            local=now.isoformat(timespec="seconds"),
            new_id=f"{self._seed}-{visitor}-{self._begun}",
        )
        decision = decide(self.state, command, context)
        if isinstance(decision, tuple):
            wanted = [effect for event in decision for effect in self._take(event)]
            for effect in wanted:
                self._perform(effect)
            self.changed.changed()
        return decision

    def refuses(self, command: c.AnyCommand) -> str:
        """The code a command is refused with; empty: it is not."""
        decision = self.do(command)
        return decision.code if isinstance(decision, Refused) else ""

    def _take(self, event: e.AnyEvent) -> tuple[f.AnyEffect, ...]:
        before, self.state = self.state, evolve(self.state, event, self.shop.rules)
        self._book.note(event)
        self._since_idle.append(event)
        self._note(self, before, event)
        if isinstance(event, e.TransactionStarted):
            self._begun += 1
        if isinstance(event, e.LaneIdle):
            self._sells_by.pricer.forget()
            self._check_fold()
        return reactions(self.state, event, self.shop, before=before)

    def _check_fold(self) -> None:
        """The journal since the last shopper, as it would be stored, makes the same state."""
        self._purchases += 1
        if self._purchases % FOLD_EVERY == 0:
            stored = (chain.seal(event, sequence=1, at="", previous="") for event in self._since_idle)
            folded = fold((entry.event() for entry in stored), State(), self.shop.rules)
            same = replace(folded, devices=self.state.devices)
            require(same == self.state, "a purchase's journal folds to the state of its lane")
        self._since_idle = self._since_idle[-1:]

    # --- effects -----------------------------------------------------------------------------------------

    def _perform(self, effect: f.AnyEffect) -> None:
        match effect:
            case f.SetTimer():
                self._set(effect.timer, self.clock.now_us + round(effect.after_s * SECOND_US), 0)
            case f.SetAlarm():
                self._set(effect.timer, effect.at_us, effect.at_us)
            case f.Authorise():
                self.terminal.authorise(effect.request)
            case f.RecoverPayment():
                self.terminal.recover(effect.attempt)
            case f.PrintReceipt():
                self.printer.print(effect.job_id)
            case f.HoldCoupon():
                answer = CouponAnswer(
                    transaction_id=effect.transaction_id, coupon_no=effect.coupon_no, verdict=Verdict.HELD
                )
                self.clock.after(STORE_S, lambda: self._post(c.ReportCoupon(answer=answer)))
            case f.AskWeight():
                self._weigh(effect)
            case _:
                pass  # sounds, the scanner's lamp, what the store need not answer

    def _set(self, timer: f.Timer, due_us: int, at_us: int) -> None:
        turn = self._timers[timer] = self._timers.get(timer, 0) + 1

        def fire() -> None:
            if self._timers[timer] == turn:
                self.do(c.FireTimer(timer=timer.value, at_us=at_us))

        self.clock.at(due_us, fire)

    def _post(self, command: c.AnyCommand) -> None:
        self.do(command)

    def _weigh(self, asked: f.AskWeight) -> None:
        net_g, seed = max(1, self.loose_g - asked.tare_g), f"weigh {asked.ask_id}"
        taken = WeightTaken(
            ask_id=asked.ask_id, net_g=net_g, tare_g=asked.tare_g, gross_g=net_g + asked.tare_g
        )
        self.clock.after(Dice(seed).span_s("weigh"), lambda: self._post(sc.ReportWeighing(answer=taken)))

    def weigh(self, weight_g: int) -> None:
        """The bagging scale came to rest."""
        self.do(sc.ReportWeight(weight_g=weight_g))
