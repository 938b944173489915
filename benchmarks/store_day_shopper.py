"""One shopper from the queue to the way out, doing what the plan says and what the screen asks for.

Shoppers know only what the screen shows: they scan, put right what they are asked about, stand still when the
lane does not let them go on, and lose patience in the end.

Invariants: what the plan does not say, the dice of this shopper do; nobody stays at a lane for ever.
"""

from collections.abc import Callable
from typing import Protocol

from benchmarks.store_day_clock import Clock, Signal, Steps, Until
from benchmarks.store_day_hands import REST_S, Thing
from benchmarks.store_day_lane import Lane
from benchmarks.store_day_plan import UNKNOWN_CODE, After, Fate, Item, Slip, Visit
from benchmarks.store_day_standing import PurchaseOverError, Standing
from kiosk.checkout import commands as c
from kiosk.checkout import staff_commands as sc
from kiosk.checkout.state import SHOPPING, Phase
from retail.interventions.words import Blocks
from retail.journal.events import ReceiptKind

CHEAP_CODE = "9521000001114"
"""What a cheater scans instead: a kiwi."""
PAPER_PATIENCE_S = 90.0
CALL_PATIENCE_S = 90.0
TRIES_MAX = 200
"""Rounds at the payment step; a plan has at most four payments."""
_PAYING = (Phase.CARD, Phase.UNKNOWN)


class Queue(Protocol):
    """Where shoppers wait for a lane."""

    @property
    def signal(self) -> Signal:
        """A lane may be free."""

    def lane_for(self, shopper: "Shopper") -> Lane | None:
        """The lane to go to, for who stands first."""

    def left(self, lane: Lane) -> None:
        """A lane has no shopper any more."""


class Shopper(Standing):
    """A visit as it goes."""

    def __init__(self, plan: Visit, day_seed: int, clock: Clock, queue: Queue) -> None:
        super().__init__(plan, day_seed, clock)
        self.is_gone = False
        """Left without paying; the basket stands there."""
        self.wants_found: Item | None = None
        """An item that is not on file and staff are called for."""
        self._queue = queue

    def visit(self, on_lane: Callable[[], None]) -> Steps:
        """The whole visit; `on_lane` is called once they have left the queue."""
        yield Until(signal=self._queue.signal, holds=lambda: self._queue.lane_for(self) is not None)
        lane = self._queue.lane_for(self)
        assert lane is not None  # nobody else is first in the queue
        self._goes_to(lane)
        lane.welcome(self)
        on_lane()
        try:
            yield self._span("walk_up")
            yield from self._shops()
            yield from self._pays()
            yield from self._takes_receipt()
        except PurchaseOverError:
            pass
        yield self._span("pack")
        self.hands.clear()
        lane.welcome(None)
        self._queue.left(lane)

    # --- scanning ----------------------------------------------------------------------------------------

    def _shops(self) -> Steps:
        plan = self.plan
        yield from self._lays_down_bag()
        half = len(plan.items) // 2
        for index, item in enumerate(plan.items):
            if index == plan.pauses_at:
                yield self._span("pause")
            if index == plan.asks_at:
                self._tell(c.CallHelp())
            if plan.fate is Fate.LEAVES_MIDWAY and index == half and self._sale_id:
                yield from self._leaves()
            yield from self._heeds(is_stopped=False)
            yield from self._one(item)
            yield from self._afterwards(item)
        for code in filter(None, (plan.card, plan.coupon)):
            yield self._span("code")
            yield from self.scan(code)
        if plan.fate is Fate.CANCELS:
            self._gives_up()

    def _lays_down_bag(self) -> Steps:
        plan = self.plan
        if not plan.bag_g:
            return
        yield self._span("own_bag")
        self._tell(c.StartShopping())
        self.lane.plate.put(plan.bag_g)
        yield REST_S
        if plan.says_bag:
            self._tell(sc.PlaceOwnBag())
        else:
            self.hands.silent_bag_g = plan.bag_g

    def _one(self, item: Item) -> Steps:
        """Take one thing, scan it and put it down, with whatever goes wrong."""
        yield self._span("item")
        thing = Thing(code=item.code, grams=item.lies_g)
        match item.slip:
            case Slip.NOT_SCANNED | Slip.HIDDEN:
                where = self.hands.unscanned if item.slip is Slip.NOT_SCANNED else self.hands.hidden
                where.append(thing)
                self.lane.plate.put(thing.grams)
                return
            case Slip.UNKNOWN:
                yield from self._not_on_file(item)
                return
            case Slip.DAMAGED:
                yield from self._types(item)
            case Slip.SWITCHED:
                yield from self.scan(CHEAP_CODE)
            case _ if item.is_loose:
                yield from self._weighs(item)
            case _:
                yield from self.scan(item.code)
        thing = Thing(code=item.code, grams=item.lies_g, line_id=self.hands.newest_line)
        if item.slip is Slip.TWICE:
            yield 1.0
            yield from self.scan(item.code)
            self.hands.twice.append(self.hands.newest_line)
        if item.slip is Slip.TOO_LARGE:
            self._tell(sc.SkipBagging(line_id=thing.line_id))
            self.hands.beside.append(thing)
        elif item.slip is Slip.KEPT_IN_HAND:
            self.hands.in_hand.append(thing)
        else:
            yield self._span("put_down")
            self.hands.put(thing)
        if item.slip is Slip.SWITCHED:
            self.hands.lying.remove(thing)
            self.hands.switched.append(thing)
        if item.slip is Slip.CHANGED_MIND:
            yield from self._takes_back(thing)

    def _weighs(self, item: Item) -> Steps:
        """Loose goods go onto the scale before they go into the bag."""
        self.lane.loose_g = item.lies_g
        yield from self.scan(item.code)
        yield Until(signal=self.lane.changed, holds=lambda: self._is_over or not self._is_weighing)
        self._check()
        if self.lane.sale is not None and self.lane.sale.lines:
            self.hands.newest_line = self.lane.sale.lines[-1].line_id

    @property
    def _is_weighing(self) -> bool:
        return self.lane.sale is not None and self.lane.sale.weighing is not None

    def _takes_back(self, thing: Thing) -> Steps:
        """Taken off the list at once, out of the bagging area when it comes to mind."""
        yield self._span("correct")
        line = self.lane.sale.line(thing.line_id) if self.lane.sale else None
        if line is None or line.quantity > 1:
            return
        if self._tell(c.RemoveLine(line_id=thing.line_id)):
            return  # the lane is stopped: they keep it after all
        self.hands.lying.remove(thing)
        self.hands.off_list.append(thing)
        if self._dice.happens("notices"):
            yield from self.hands.correct(is_watched=False)

    def _afterwards(self, item: Item) -> Steps:
        plate, lying = self.lane.plate, self.hands.lying
        if item.after is After.SHUFFLES and lying:
            grams = lying[0].grams
            plate.put(-grams)
            yield self._span("shuffles")
            plate.put(grams)
        elif item.after is After.LEANS:
            plate.put(1_500)
            yield self._span("leans")
            plate.put(-1_500)
        elif item.after is After.SHAKEN:
            plate.put(40)
            yield 2.0
            plate.put(-40)

    def _not_on_file(self, item: Item) -> Steps:
        yield from self.scan(UNKNOWN_CODE)
        yield self._span("reads_dialog")
        called = self._open("item_not_on_file")
        if called is None or not self._dice.happens("calls_staff"):
            self._tell(c.DismissNotFound())
            return
        self.wants_found = item
        self._tell(sc.CallStaffFor(intervention_no=called.intervention_no))
        yield Until(
            signal=self.lane.changed, holds=lambda: self.wants_found is None, within_s=CALL_PATIENCE_S
        )
        self.wants_found = None
        self._check()

    def is_given(self, item: Item) -> Steps:
        """Staff have found the item's right code."""
        yield from self.scan(item.code)
        yield self._span("put_down")
        self.hands.put(Thing(code=item.code, grams=item.lies_g, line_id=self.hands.newest_line))
        self.wants_found = None
        self.lane.changed.changed()

    def _types(self, item: Item) -> Steps:
        """A code that is read wrongly a few times, then typed."""
        wrong = item.code[:-1] + str((int(item.code[-1]) + 1) % 10)
        for _ in range(item.false_reads):
            yield from self.scan(wrong)
            yield 2.0
        yield self._span("type")
        yield from self._until_taken(c.TypeCode(text=item.code))

    # --- paying ------------------------------------------------------------------------------------------

    def _pays(self) -> Steps:
        for _ in range(TRIES_MAX):
            state = self.lane.state
            if state.phase in SHOPPING:
                yield self._span("choose_pay")
                yield from self._closes_basket()
            elif state.phase is Phase.TENDER and self.plan.fate is Fate.LEAVES_AT_PAYMENT:
                yield from self._leaves()
            elif state.phase is Phase.TENDER:
                yield self._span("choose_pay")
                if self._tell(c.PayByCard()):
                    yield from self._stands_still(lambda: self._is_terminal_ready)
            elif state.phase in _PAYING:
                yield Until(
                    signal=self.lane.changed,
                    holds=lambda: self._is_over or self.lane.state.phase not in _PAYING,
                )
            else:
                return
            self._check()
        raise AssertionError(f"shopper {self.plan.number} never gets through paying")

    def _closes_basket(self) -> Steps:
        refusal = self._tell(c.Pay())
        if refusal == "basket_empty":
            self._gives_up()
        if refusal == "coupon_being_checked":
            yield 1.0
        elif self.lane.state.phase in SHOPPING:
            yield from self._stands_still(lambda: self._needs_not_wait)

    @property
    def _needs_not_wait(self) -> bool:
        """Paying has begun, or Pay has to be pressed once more."""
        state = self.lane.state
        waits = state.transaction is not None and state.transaction.wants_to_pay
        return state.phase not in SHOPPING or (not waits and state.book.blocks is Blocks.NOTHING)

    @property
    def _is_terminal_ready(self) -> bool:
        return self.lane.state.is_open and self.lane.state.book.may_pay

    def _takes_receipt(self) -> Steps:
        lane, kind = self.lane, self.plan.receipt
        yield Until(signal=lane.changed, holds=lambda: lane.state.phase is not Phase.PAID)
        yield self._span("receipt")
        lane.do(c.ChooseReceipt(kind=kind))
        if kind is ReceiptKind.PAPER:
            is_done = Until(
                signal=lane.changed,
                holds=lambda: lane.state.phase is not Phase.RECEIPT,
                within_s=PAPER_PATIENCE_S,
            )
            if not (yield is_done):
                lane.do(c.ChooseReceipt(kind=ReceiptKind.NONE))
        elif kind is ReceiptKind.QR:
            yield self._span("receipt")
            lane.do(c.Finish())

    # --- the end -----------------------------------------------------------------------------------------

    def _leaves(self) -> Steps:
        """Walk away. The lane finds out by itself, or staff do."""
        self.is_gone = True
        yield Until(signal=self.lane.changed, holds=lambda: self._is_over)
        self._check()
