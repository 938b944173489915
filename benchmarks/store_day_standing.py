"""What anybody does who stands at a simulated lane: scan, heed the screen, wait, lose patience.

Invariants: everything is asked of the lane as a command; a purchase that ends under somebody's hands (staff,
time) is noticed at the next step; nobody stands still for ever.
"""

from collections.abc import Callable

from benchmarks.store_day_clock import SECOND_US, Clock, Steps, Until
from benchmarks.store_day_hands import Hands
from benchmarks.store_day_lane import Lane
from benchmarks.store_day_odds import Dice
from benchmarks.store_day_plan import Visit
from kiosk.checkout import commands as c
from kiosk.checkout.decision import Refused
from kiosk.devices.scanner import CodeRead
from retail.codes import Symbology
from retail.interventions.carried import Open
from retail.interventions.words import Blocks
from retail.journal import events as e

LEAST_WAIT_S = 5.0
"""While staff are at the lane nobody gives up; looked at again after this long."""
_ABOUT_GOODS = frozenset({"place_item", "unexpected_item", "weight_mismatch", "item_removed"})


class PurchaseOverError(Exception):
    """The purchase has ended: by staff, by time, or because the shopper gave it up."""


class Standing:
    """Somebody at a lane."""

    def __init__(self, plan: Visit, day_seed: int, clock: Clock) -> None:
        self.plan = plan
        self.clock = clock
        self._dice = Dice(f"hands {day_seed} {plan.number}")
        self._tried: set[int] = set()
        self._sale_id = ""
        self._lane: Lane | None = None
        self._hands: Hands | None = None

    def _goes_to(self, lane: Lane) -> None:
        self._lane = lane
        self._hands = Hands(lane=lane, dice=self._dice.of("hands"), tell=self._tell, scan=self.scan)

    @property
    def lane(self) -> Lane:
        """Where they stand."""
        assert self._lane is not None
        return self._lane

    @property
    def hands(self) -> Hands:
        """What they really did."""
        assert self._hands is not None
        return self._hands

    def scan(self, code: str) -> Steps:
        """Scan a code as soon as the lane takes it."""
        read = CodeRead(text=code, symbology=Symbology.EAN_13, evidence=("simulated@1",))
        yield from self._until_taken(c.ScanCode(read=read))

    def _until_taken(self, command: c.AnyCommand) -> Steps:
        while self._tell(command) in ("waits_for_staff", "lane_closed"):
            yield from self._stands_still(lambda: self._may_scan)

    @property
    def _may_scan(self) -> bool:
        state = self.lane.state
        is_open = state.transaction is not None or state.is_open
        return is_open and state.book.blocks is not Blocks.AT_ONCE

    def _heeds(self, *, is_stopped: bool) -> Steps:
        """Act on what the screen shows. Those who can go on overlook some of it."""
        for one in self.lane.state.book.open:
            if not self._can_help_with(one):
                continue
            if not is_stopped and not self._dice.of(one.intervention_no).happens("notices"):
                continue
            is_new = one.intervention_no not in self._tried
            self._tried.add(one.intervention_no)
            yield self._span("notice")
            if one.kind == "bagging_full":
                yield from self.hands.move_bags()
            elif self.hands.can_correct:
                yield from self.hands.correct(is_watched=False)
            elif is_new and one.kind != "place_item":
                yield from self.hands.lift_last()
            self._check()

    def _can_help_with(self, one: Open) -> bool:
        if one.kind in _ABOUT_GOODS:
            return one.intervention_no not in self._tried or self.hands.can_correct
        return one.kind == "bagging_full" and one.intervention_no not in self._tried

    def _stands_still(self, may_go_on: Callable[[], bool]) -> Steps:
        """Wait for staff, putting right what can be put right; in the end give up."""
        ends_us = self.clock.now_us + round(self._span("patience") * SECOND_US)

        def something() -> bool:
            is_asked = any(self._can_help_with(one) for one in self.lane.state.book.open)
            return may_go_on() or self._is_over or is_asked

        while not may_go_on():
            left_s = (ends_us - self.clock.now_us) / SECOND_US
            if left_s <= 0 and self.lane.state.staff is None:
                self._gives_up()
            yield Until(signal=self.lane.changed, holds=something, within_s=max(left_s, LEAST_WAIT_S))
            self._check()
            if not may_go_on():
                yield from self._heeds(is_stopped=True)

    def _gives_up(self) -> None:
        """Cancel, where that is still possible."""
        self.lane.do(c.CancelTransaction())
        raise PurchaseOverError

    @property
    def _is_over(self) -> bool:
        sale = self.lane.sale
        return bool(self._sale_id) and (sale is None or sale.transaction_id != self._sale_id)

    def _check(self) -> None:
        if self._is_over:
            raise PurchaseOverError

    def _tell(self, command: c.AnyCommand) -> str:
        """Post a command; the code it was refused with."""
        self._check()
        decision = self.lane.do(command)
        if self.lane.sale is not None and not self._sale_id:
            self._sale_id = self.lane.sale.transaction_id
        if isinstance(decision, Refused):
            return decision.code
        for event in decision if isinstance(decision, tuple) else ():
            if isinstance(event, e.ItemAdded):
                self.hands.newest_line = event.line_id
        return ""

    def _open(self, kind: str) -> Open | None:
        return next((one for one in self.lane.state.book.open if one.kind == kind), None)

    def _span(self, name: str) -> float:
        return self._dice.span_s(name)
