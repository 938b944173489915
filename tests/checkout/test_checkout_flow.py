"""Goods without a barcode, bags, rounding up, having things back: stories of one lane, and refusals."""

from typing import Any

import msgspec
import pytest

from kiosk.checkout import commands as c
from kiosk.checkout import staff_commands as sc
from kiosk.checkout.decide import decide
from kiosk.checkout.decision import Context, Ignored, Refused
from kiosk.checkout.diagram import shop
from kiosk.checkout.effects import SetTimer, Timer
from kiosk.checkout.evolve import fold
from kiosk.checkout.lookup import may_choose
from kiosk.checkout.reactions import reactions
from kiosk.checkout.shop import Flow
from kiosk.checkout.state import Phase, State, transaction_of
from kiosk.devices.health import Condition, Device, Health
from kiosk.devices.scale import WeightTaken
from kiosk.devices.scanner import CodeRead
from kiosk.devices.terminal import Approved, PaymentAnswer
from retail import donation
from retail.basket import Line
from retail.card import CardResult
from retail.codes import Symbology
from retail.interventions.situation import Rules
from retail.journal import events as e
from retail.journal import shopping as sh
from store.projector.fold import Fold

BAG, LOOSE = shop.BAG.zfill(14), shop.LOOSE.zfill(14)
PLAIN = msgspec.structs.replace(shop.SHOP, rules=Rules())
AT = 1_000_000


class Shopper:
    """Somebody at a lane without rules of its own."""

    def __init__(self, flow: Flow | None = None) -> None:
        self.shop = PLAIN if flow is None else msgspec.structs.replace(PLAIN, flow=flow)
        self.state = State()
        self.told: list[e.AnyEvent] = []

    @property
    def context(self) -> Context:
        return msgspec.structs.replace(shop.context(self.state), shop=self.shop)

    def do(self, command: Any) -> Any:
        decision = decide(self.state, command, self.context)
        if isinstance(decision, tuple):
            self.state = fold(decision, self.state, self.shop.rules)
            self.told += decision
        return decision

    def scan(self, text: str = shop.PAID) -> Any:
        return self.do(c.ScanCode(read=CodeRead(text=text, symbology=Symbology.EAN_13)))

    @property
    def sale(self) -> Any:
        return transaction_of(self.state)

    def to_tender(self) -> None:
        self.do(c.Pay())
        if self.sale.bags:
            self.do(c.AnswerBags())
        assert self.state.phase is Phase.TENDER


@pytest.fixture
def shopper() -> Shopper:
    one = Shopper()
    one.do(c.StartShopping())
    return one


# --- the look-up -----------------------------------------------------------------------------------------


def test_loose_goods_are_weighed_and_go_into_the_basket_as_if_scanned(shopper: Shopper) -> None:
    shopper.do(c.ChooseGoods(key=LOOSE))
    asked = shopper.sale.weighing
    assert asked.evidence == ("chosen",)
    shopper.do(sc.ReportWeighing(answer=WeightTaken(ask_id=asked.ask_id, net_g=500, tare_g=0, gross_g=500)))
    assert [(line.product.key, line.weight_g) for line in shopper.sale.lines] == [(LOOSE, 500)]
    assert shopper.sale.priced.list_minor == 125


def test_what_the_shop_does_not_offer_without_a_barcode_is_refused(shopper: Shopper) -> None:
    before = shopper.state
    for key in (shop.WINE.zfill(14), BAG, "09999999999994"):
        assert shopper.do(c.ChooseGoods(key=key)) == Refused(code="goods_not_offered")
    assert shopper.do(c.ChooseGoods(key=LOOSE, quantity=0)) == Refused(code="quantity_out_of_range")
    assert shopper.state == before


def test_a_lane_without_a_scale_says_so(shopper: Shopper) -> None:
    shopper.shop = msgspec.structs.replace(shopper.shop, weighs=False)
    assert shopper.do(c.ChooseGoods(key=LOOSE)) == Refused(code="goods_need_scale")


def test_favourites_may_be_of_any_category_and_pieces_are_counted() -> None:
    shopper = Shopper(Flow(favourites=(shop.WINE.zfill(14),)))
    shopper.do(c.StartShopping())
    shopper.do(c.ChooseGoods(key=shop.WINE.zfill(14), quantity=3))
    shopper.do(c.ChooseGoods(key=shop.WINE.zfill(14), quantity=2))
    assert [line.quantity for line in shopper.sale.lines] == [5]
    assert shopper.do(c.ChooseGoods(key=LOOSE)) == Refused(code="goods_not_offered")


def test_a_category_stands_for_what_is_below_it_and_for_nothing_that_only_begins_so() -> None:
    flow = Flow(loose=("produce",))
    goods = shop.context(State()).assortment.catalogue.find(LOOSE)
    assert goods is not None
    for category, is_offered in (
        ("produce", True),
        ("produce/fruit", True),
        ("produced", False),
        ("", False),
    ):
        assert may_choose(msgspec.structs.replace(goods, category=category), flow) is is_offered


# --- bags ------------------------------------------------------------------------------------------------


def test_bags_are_asked_about_once_and_none_is_one_touch(shopper: Shopper) -> None:
    shopper.scan()
    shopper.do(c.Pay())
    assert (shopper.state.phase, [bag.key for bag in shopper.sale.bags]) == (Phase.SCANNING, [BAG])
    shopper.do(c.AnswerBags())
    assert (shopper.state.phase, len(shopper.sale.lines)) == (Phase.TENDER, 1)
    shopper.do(c.LeaveTender())
    shopper.do(c.Pay())
    assert shopper.state.phase is Phase.TENDER, "who has answered is not asked again"


def test_bags_are_ordinary_lines(shopper: Shopper) -> None:
    shopper.scan()
    shopper.do(c.Pay())
    shopper.do(c.AnswerBags(bags={BAG: 2}))
    assert shopper.state.phase is Phase.TENDER
    assert [(line.product.key, line.quantity) for line in shopper.sale.lines][-1] == (BAG, 2)
    assert shopper.sale.due_minor == shopper.sale.priced.total_minor


def test_a_strange_answer_changes_nothing_and_nobody_is_asked_twice_at_once(shopper: Shopper) -> None:
    shopper.scan()
    assert isinstance(shopper.do(c.AnswerBags(bags={BAG: 1})), Ignored)
    shopper.do(c.Pay())
    before = shopper.state
    for bags in ({LOOSE: 1}, {BAG: -1}, {BAG: 100}, {BAG: 1, LOOSE: 1}):
        assert shopper.do(c.AnswerBags(bags=bags)) == Refused(code="quantity_out_of_range")
    assert shopper.state == before


def test_whoever_scans_on_is_asked_later(shopper: Shopper) -> None:
    shopper.scan()
    shopper.do(c.Pay())
    shopper.scan()
    assert (shopper.sale.bags, shopper.sale.bags_answered) == ((), False)
    shopper.do(c.Pay())
    assert shopper.sale.bags
    shopper.do(c.LeaveTender())
    assert not shopper.sale.bags


def test_a_shop_without_bags_asks_nobody() -> None:
    shopper = Shopper(Flow())
    shopper.scan()
    shopper.do(c.Pay())
    assert shopper.state.phase is Phase.TENDER


# --- rounding up -----------------------------------------------------------------------------------------


def test_what_is_given_is_a_line_without_tax_offers_or_points(shopper: Shopper) -> None:
    shopper.scan()
    shopper.to_tender()
    offered = shopper.sale.round_up
    assert (shopper.sale.due_minor + offered.amount_minor) % 100 == 0
    shopper.do(c.RoundUp())
    line = shopper.sale.donation
    assert (shopper.state.phase, line.amount_minor) == (Phase.TENDER, offered.amount_minor)
    assert (line.product.tax_rate_bp, line.product.takes_offers, line.product.counts) == (0, False, False)
    assert shopper.sale.due_minor % 100 == 0
    assert not any(
        cut for unit in shopper.sale.priced.units for cut in unit.cuts if unit.line_id == line.line_id
    )
    assert shopper.sale.round_up is None
    assert isinstance(shopper.do(c.RoundUp()), Ignored)


def test_it_is_taken_back_with_one_touch_and_offered_again(shopper: Shopper) -> None:
    shopper.scan()
    shopper.to_tender()
    before = shopper.sale
    shopper.do(c.RoundUp())
    shopper.do(c.KeepChange())
    assert (shopper.sale.due_minor, shopper.sale.donation) == (before.due_minor, None)
    assert shopper.sale.round_up == before.round_up
    assert isinstance(shopper.do(c.KeepChange()), Ignored)


def test_it_goes_when_the_basket_is_opened_again(shopper: Shopper) -> None:
    shopper.scan()
    shopper.to_tender()
    shopper.do(c.RoundUp())
    shopper.do(c.LeaveTender())
    assert (shopper.state.phase, shopper.sale.donation) == (Phase.SCANNING, None)


def test_a_round_total_is_offered_nothing() -> None:
    assert donation.round_up_minor(500, 100) == 0
    assert [donation.round_up_minor(total, 100) for total in (1, 99, 101, 0, -5)] == [99, 1, 99, 0, 0]
    assert donation.round_up_minor(123, 0) == 0


def test_goods_are_no_donation_whatever_their_number() -> None:
    goods = shop.context(State()).assortment.catalogue.find(LOOSE)
    assert goods is not None
    odd = msgspec.structs.replace(goods, key=donation.KEY, unit="piece")
    assert not donation.is_donation(Line(line_id=1, product=odd))
    assert donation.is_donation(Line(line_id=1, product=donation.product("X", "EUR"), price_minor=1))


def test_the_service_comes_to_the_same_sum_and_finds_the_line(shopper: Shopper) -> None:
    shopper.do(c.ReportHealth(health=Health(device=Device.TERMINAL, condition=Condition.READY)))
    shopper.scan()
    shopper.to_tender()
    shopper.do(c.RoundUp())
    shopper.do(c.PayByCard())
    payment = shopper.sale.payment
    result = CardResult(
        result_code=0, amount_minor=payment.amount_minor, currency="EUR", terminal_id="1", receipt_number=2
    )
    shopper.do(c.KeepResult(attempt_id=payment.attempt_id, result=result))
    shopper.do(
        c.ReportPayment(answer=PaymentAnswer(attempt_id=payment.attempt_id, outcome=Approved(result=result)))
    )
    assert shopper.state.phase is Phase.PAID
    service = Fold()
    first = next(index for index, event in enumerate(shopper.told) if isinstance(event, e.TransactionStarted))
    for event in shopper.told[first:]:
        service.add(event, AT)
    assert payment.amount_minor % 100 == 0


# --- undo ------------------------------------------------------------------------------------------------


def test_a_line_that_was_taken_off_comes_back_with_all_that_it_was(shopper: Shopper) -> None:
    shopper.scan()
    shopper.scan()
    shopper.do(c.RemoveLine(line_id=1))
    assert (shopper.sale.lines, shopper.sale.off.may_undo) == ((), True)
    shopper.do(c.Undo())
    assert [(line.product.gtin, line.quantity) for line in shopper.sale.lines] == [(shop.PAID, 2)]
    kinds = [type(event) for event in shopper.told]
    assert kinds.index(e.ItemVoided) < kinds.index(sh.RemovalUndone), "the journal keeps both"
    assert isinstance(shopper.do(c.Undo()), Ignored)


def test_one_piece_less_is_one_piece_more_again(shopper: Shopper) -> None:
    shopper.scan()
    shopper.scan()
    shopper.do(c.RemoveLast())
    assert shopper.sale.lines[0].quantity == 1
    shopper.do(c.Undo())
    assert (shopper.sale.lines[0].quantity, len(shopper.sale.added)) == (2, 2)


def test_what_changed_since_is_not_undone(shopper: Shopper) -> None:
    shopper.scan()
    shopper.do(c.RemoveLine(line_id=1))
    shopper.scan()
    assert isinstance(shopper.do(c.Undo()), Ignored)


def test_a_purchase_that_is_given_up_waits_and_goes_on_as_it_was(shopper: Shopper) -> None:
    shopper.scan()
    before = shopper.sale
    decision = shopper.do(c.CancelTransaction())
    assert decision == (sh.CancelAsked(),)
    (timer,) = (
        effect
        for effect in reactions(shopper.state, decision[0], shopper.shop, before=shopper.state)
        if isinstance(effect, SetTimer) and effect.timer is Timer.CANCEL
    )
    assert (timer.timer, timer.after_s) == (Timer.CANCEL, shopper.shop.flow.undo_s)
    assert isinstance(shopper.scan(), Ignored), "nothing is put into a basket that goes"
    assert isinstance(shopper.do(c.Pay()), Ignored)
    shopper.do(c.Undo())
    assert shopper.sale == before
    assert isinstance(shopper.do(c.FireTimer(timer=Timer.CANCEL.value)), Ignored), "a late timer ends nothing"


def test_it_ends_by_itself_or_at_a_second_touch() -> None:
    for last in (c.FireTimer(timer=Timer.CANCEL.value), c.CancelTransaction()):
        shopper = Shopper()
        shopper.scan()
        shopper.do(c.CancelTransaction())
        shopper.do(last)
        assert (shopper.state.phase, shopper.state.transaction) == (Phase.ATTRACT, None)


def test_an_empty_basket_and_a_shop_without_undo_end_at_once() -> None:
    empty = Shopper()
    empty.do(c.StartShopping())
    empty.do(c.CancelTransaction())
    assert empty.state.phase is Phase.ATTRACT
    other = Shopper(Flow())
    other.scan()
    other.do(c.CancelTransaction())
    assert other.state.phase is Phase.ATTRACT


def test_a_start_after_a_crash_waits_again(shopper: Shopper) -> None:
    shopper.scan()
    shopper.do(c.CancelTransaction())
    started = shopper.do(c.StartLane(lane="1", version="1"))
    wishes = reactions(shopper.state, started[0], shopper.shop, before=shopper.state)
    assert any(isinstance(one, SetTimer) and one.timer is Timer.CANCEL for one in wishes)


def test_giving_up_while_choosing_how_to_pay_leaves_that_first(shopper: Shopper) -> None:
    shopper.scan()
    shopper.to_tender()
    shopper.do(c.RoundUp())
    shopper.do(c.CancelTransaction())
    assert (shopper.state.phase, shopper.sale.cancel_asked, shopper.sale.donation) == (
        Phase.SCANNING,
        True,
        None,
    )
    shopper.do(c.Undo())
    assert len(shopper.sale.lines) == 1
