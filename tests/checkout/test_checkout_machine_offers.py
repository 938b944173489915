"""Random shoppers with cards, coupons and points, a store that answers anything or nothing, and power cuts.

The store here keeps the true book of what it holds and what was redeemed; after every step it is held against
the lane's journal.
"""

from collections import Counter

from checkout_offers import (
    COLA,
    CRATE,
    OTHER_TOKEN,
    PAPER_1,
    PAPER_2,
    RARE,
    SPRING,
    TEA,
    TOKEN,
    WINE,
    points_told,
    shop,
    show,
    told,
)
from checkout_world import MILK, World, answer, scan, timer
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule
from test_checkout_machine import Checkout

from kiosk.checkout import commands as c
from kiosk.checkout import effects as f
from kiosk.checkout.desk import Verdict
from kiosk.checkout.prices import basket_of
from kiosk.checkout.state import Phase
from kiosk.devices import terminal as t
from retail.journal import events as e
from retail.pricing import Pricer

SHOWN = [show(text) for text in (TOKEN, OTHER_TOKEN, SPRING, PAPER_1, PAPER_2, RARE, "member:nobody-known")]
GOODS = [scan(text) for text in (TEA, TEA, MILK, COLA, CRATE, WINE)]
CHANGES: list[c.AnyCommand] = [
    *SHOWN, *GOODS, c.ForgetMember(), c.RemoveCoupon(coupon_no=1), c.RemoveCoupon(coupon_no=2),
    c.RemoveLast(), c.SetQuantity(line_id=1, quantity=4), c.RemoveLine(line_id=1),
]  # fmt: skip
NUMBERS = st.integers(1, 4)
VERDICTS = st.sampled_from([Verdict.HELD, Verdict.HELD, *Verdict])


class CheckoutWithOffers(Checkout):
    """The same lane in a shop that promises something."""

    def __init__(self) -> None:
        self.held: set[tuple[str, int]] = set()
        """Coupons the store holds, by transaction and number."""
        self.points: set[str] = set()
        """Transactions the store holds points for."""
        super().__init__()

    # told by the other machine, and without meaning for what is promised here
    device_changes = printer_ends = printer_waits_for_paper = shopper_waits_for_the_receipt = None
    a_late_report_of_a_charge_arrives = terminal_charges_something_else = shopper_does_anything = None
    shopper_does_what_the_screen_offers = None

    def new_world(self) -> World:
        return World(shop())

    @initialize(begins=st.sampled_from([(), (0,), (0, 2), (0, 3, 4), (1, 3, 5)]))
    def somebody_is_there_already(self, begins: tuple[int, ...]) -> None:
        self.do(scan(TEA))
        for index in begins:
            self.do(SHOWN[index])

    def take_effects(self, effects: list[f.AnyEffect]) -> None:
        super().take_effects(effects)
        for effect in effects:
            match effect:
                case f.ReleaseCoupon():
                    self.held.discard((effect.transaction_id, effect.coupon_no))
                case f.ReleasePoints():
                    self.points.discard(effect.transaction_id)
                case f.HoldCoupon() | f.HoldPoints():
                    assert self.world.state.transaction is not None
                    assert effect.transaction_id == self.world.sale.transaction_id
                case _:
                    pass

    @precondition(lambda self: self.world.phase in (Phase.ATTRACT, Phase.SCANNING, Phase.NOT_FOUND))
    @rule(command=st.sampled_from(CHANGES))
    def shopper_changes_the_basket(self, command: c.AnyCommand) -> None:
        self.do(command)

    @precondition(lambda self: self.world.state.transaction and self.world.sale.open_coupons)
    @rule(verdict=VERDICTS)
    def store_answers_about_a_coupon(self, verdict: Verdict) -> None:
        shown = self.world.sale.open_coupons[0]
        if verdict is Verdict.HELD:
            self.held.add((self.world.sale.transaction_id, shown.coupon_no))
        self.do(told(verdict, shown.coupon_no)(self.world))

    @precondition(lambda self: self.world.state.transaction)
    @rule(verdict=VERDICTS, coupon_no=NUMBERS)
    def store_answers_what_nobody_asked(self, verdict: Verdict, coupon_no: int) -> None:
        shown = self.world.sale.coupon(coupon_no)
        if shown is None or shown.held_by:
            self.do(told(verdict, coupon_no)(self.world))

    @precondition(lambda self: self.world.state.transaction and self.world.sale.points_asked)
    @rule(verdict=VERDICTS, points=st.sampled_from([0, 100, 400, 1_000]))
    def store_answers_about_points(self, verdict: Verdict, points: int) -> None:
        if verdict is Verdict.HELD:
            self.points.add(self.world.sale.transaction_id)
        self.do(points_told(verdict, points)(self.world))

    @precondition(lambda self: self.world.phase is Phase.TENDER)
    @rule(command=st.sampled_from([c.UsePoints(), c.UsePoints(), c.KeepPoints(), c.PayByCard()]))
    def shopper_thinks_of_points(self, command: c.AnyCommand) -> None:
        self.do(command)

    @precondition(lambda self: self.world.state.transaction)
    @rule(
        command=st.sampled_from([c.CancelTransaction(), c.LeaveTender(), c.Pay(), c.Pay(), c.CancelPayment()])
    )
    def shopper_goes_on_or_back(self, command: c.AnyCommand) -> None:
        self.do(command)

    @precondition(lambda self: self.world.phase in (Phase.PAID, Phase.RECEIPT, Phase.THANKS))
    @rule()
    def shopper_leaves(self) -> None:
        for which in (f.Timer.PAID, f.Timer.RECEIPT, f.Timer.THANKS):
            self.do(timer(which))
        self.timers.clear()

    @rule(which=st.sampled_from([f.Timer.ASK_STORE, f.Timer.SEARCH_ON]))
    def a_timer_runs_out_early_or_late(self, which: f.Timer) -> None:
        self.do(timer(which))

    @precondition(lambda self: self.world.phase in (Phase.ATTRACT, Phase.SCANNING))
    @rule(coupon=st.sampled_from([SPRING, PAPER_1, RARE]), says=VERDICTS, is_charged=st.booleans())
    def shopper_pays_with_card_and_coupon(self, coupon: str, says: Verdict, is_charged: bool) -> None:
        """The whole way in one step, so that what happens around the payment is tried often."""
        self.world.ready()
        for command in (show(TOKEN), scan(WINE), scan(TEA), show(coupon)):
            self.do(command)
        while self.world.state.transaction is not None and self.world.sale.open_coupons:
            self.store_answers_about_a_coupon(says)
        self.do(c.Pay())
        self.do(c.UsePoints() if is_charged else c.KeepPoints())
        if self.world.sale.points_asked:
            self.store_answers_about_points(says, 100)
        self.do(c.PayByCard())
        if is_charged and self.pending is not None:
            self.terminal_charges(is_acknowledged=True, ending="approved")
            self.shopper_leaves()
        elif self.pending is not None:
            attempt_id, self.pending = self.pending.attempt_id, None
            self.do(answer(attempt_id, t.Declined(result_code=5)))

    @precondition(lambda self: self.world.phase in (Phase.ATTRACT, Phase.SCANNING))
    @rule(ending=st.sampled_from([c.CancelTransaction(), c.LeaveTender(), c.KeepPoints()]), says=VERDICTS)
    def shopper_wants_to_pay_with_points_and_does_not(self, ending: c.AnyCommand, says: Verdict) -> None:
        for command in (show(TOKEN), scan(WINE), c.Pay(), c.UsePoints()):
            self.do(command)
        if self.world.sale.points_asked:
            self.store_answers_about_points(says, 400)
        self.do(ending)

    # --- what must hold ----------------------------------------------------------------------------------

    @invariant()
    def the_total_is_what_the_journal_adds_up_to(self) -> None:
        """What was folded from the journal is what a pricer that remembers nothing answers."""
        sale = self.world.state.transaction
        if sale is None:
            return
        fresh = Pricer(self.world.sells_by.terms).finish(basket_of(sale))
        assert sale.priced.total_minor == fresh.total_minor
        assert sale.priced.units == fresh.units
        assert sale.due_minor == fresh.total_minor - sale.points_minor - sale.taken_minor >= 0
        if self.world.phase in (Phase.CARD, Phase.UNKNOWN):
            assert sale.payment is not None
            assert sale.payment.amount_minor == sale.due_minor > 0

    @invariant()
    def what_counts_once_is_redeemed_once_for_ever(self) -> None:
        keys = Counter(
            event.redemption_key
            for event in self.world.journal
            if isinstance(event, e.CouponRedeemed) and event.redemption_key
        )
        assert all(count == 1 for count in keys.values()), keys

    @invariant()
    def coupons_and_rewards_are_settled_with_the_payment_and_only_then(self) -> None:
        paid, granted, redeemed = Counter[str](), Counter[str](), Counter[str]()
        sale = ""
        for event in self.world.journal:
            match event:
                case e.TransactionStarted():
                    sale = event.transaction_id
                case e.PaymentApproved() | e.NothingDue():
                    paid[sale] += 1
                case e.RewardsGranted():
                    granted[sale] += 1
                    assert paid[sale] == 1
                case e.CouponRedeemed():
                    redeemed[sale] += 1
                    assert paid[sale] == 1
                case _:
                    pass
        assert all(count == 1 for count in (*paid.values(), *granted.values()))

    @invariant()
    def the_store_holds_nothing_for_a_shopper_who_has_gone(self) -> None:
        sale = self.world.state.transaction
        if sale is not None and not sale.is_paid:
            return
        spent = [event for event in self.world.journal if isinstance(event, e.CouponRedeemed)]
        assert len(self.held) <= len(spent)
        granted = [event for event in self.world.journal if isinstance(event, e.RewardsGranted)]
        assert len(self.points) <= sum(event.points_spent > 0 for event in granted)

    @invariant()
    def what_is_held_for_the_basket_is_held_at_the_store(self) -> None:
        sale = self.world.state.transaction
        for shown in sale.coupons if sale else ():
            if shown.held_by == "store":
                assert (self.world.sale.transaction_id, shown.coupon_no) in self.held

    @invariant()
    def a_phase_that_waits_is_waited_for(self) -> None:
        super().a_phase_that_waits_is_waited_for()
        sale = self.world.state.transaction
        if sale is not None and (sale.open_coupons or sale.points_asked):
            assert self.world.count(f.SetTimer) > 0
            assert any(
                isinstance(effect, f.SetTimer) and effect.timer is f.Timer.ASK_STORE
                for effect in self.world.effects
            )

    @invariant()
    def nobody_is_named(self) -> None:
        assert "token-of" not in repr(self.world.journal[-8:])


TestCheckoutWithOffers = CheckoutWithOffers.TestCase
TestCheckoutWithOffers.settings = settings(
    max_examples=120, stateful_step_count=50, deadline=None, derandomize=True, database=None
)
del Checkout
