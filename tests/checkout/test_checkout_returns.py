"""Goods that come back: found, held at the store, paid back to what paid for them."""

from collections.abc import Callable

import pytest
from checkout_world import BASELINE, SHOP, World, product, scan, timer
from checkout_world import assortment as made_of
from msgspec.structs import replace

from kiosk.checkout import commands as c
from kiosk.checkout import effects as f
from kiosk.checkout import staff_commands as sc
from kiosk.checkout.desk import ReturnAnswer, SoldAnswer, Verdict
from kiosk.checkout.paper import receipt_of
from kiosk.checkout.paper.returns import return_slip
from kiosk.checkout.shop import Tenders
from kiosk.checkout.state import Phase
from kiosk.devices import refund as rf
from kiosk.devices import wallet as wl
from retail.card import CardResult
from retail.catalogue import Goods
from retail.interventions.rights import Action
from retail.interventions.sign_in import Claim, How
from retail.interventions.words import Role
from retail.journal import events as e
from retail.journal import refunds as r
from retail.journal import returns as rt
from retail.journal.value import ValueRefunded
from retail.receipt import CardTender, Receipt, Returned, ValueTender, WalletTender
from retail.terms import no_terms
from retail.wire.returns import ReturnedLine, ReturnPart, SoldLine, SoldLinked, SoldSale, SoldTender

PAID = CardResult(result_code=0, amount_minor=500, currency="EUR", terminal_id="T1", receipt_number=5)
SOLD = SoldSale(
    token="t-old",
    verdict="held",
    transaction_id="t-old",
    number=12,
    lane="2",
    currency="EUR",
    lines=(
        SoldLine(line_id=1, key="1", names={"": "tea"}, quantity=3, left=2, unit_minor=(300, 250)),
        SoldLine(line_id=2, key="2", names={"": "wine"}, quantity=1, left=1, unit_minor=(9_000,)),
    ),
    tenders=(SoldTender(tender="card", attempt_id="t-old-1", amount_minor=9_850, left_minor=9_550),),
)
BY_CARD = ReturnPart(tender="card", amount_minor=500, attempt_id="t-old-1", card=PAID)
BY_PHONE = ReturnPart(tender="wallet", amount_minor=30, attempt_id="t-old-2")
TO_CARD_OF_THE_SHOP = ReturnPart(tender="value", amount_minor=15, account_id="v-1")
TO_POINTS = ReturnPart(tender="points", amount_minor=5, points=5)


class Staff:
    """Anna, who attends, and Max, who manages."""

    def by_badge(self, text: str) -> Claim | None:
        roles = {"badge-anna": Role.ATTENDANT, "badge-max": Role.MANAGER}
        if text not in roles:
            return None
        who = text.removeprefix("badge-")
        return Claim(staff_id=who, how=How.BADGE, is_right=True, role=roles[text])

    def by_pin(self, number: str, pin: str) -> Claim:
        return Claim(staff_id="", how=How.PIN, is_right=False)

    def name(self, staff_id: str) -> str:
        return staff_id


def sign_in(world: World, who: str) -> None:
    world.run(scan(f"badge-{who}"))


@pytest.fixture
def world() -> World:
    lane = World(replace(made_of(no_terms("EUR"), Goods([product("96385074", 100)])), staff=Staff()))
    lane.shop = replace(SHOP, tenders=Tenders(wallets=True))
    lane.open()
    sign_in(lane, "anna")
    return lane


def act(action: Action, text: str = "", why: str = "damaged") -> sc.Act:
    return sc.Act(action=action, why=why, text=text)


def found(sold: SoldSale = SOLD, verdict: Verdict = Verdict.HELD) -> sc.ReportSold:
    return sc.ReportSold(answer=SoldAnswer(token=sold.token, by="anna", verdict=verdict, sold=sold))


def goods(*lines: tuple[int, int]) -> sc.ReturnGoods:
    units = tuple(ReturnedLine(line_id=line, quantity=count) for line, count in lines)
    return sc.ReturnGoods(lines=units, why="damaged")


def held(
    *parts: ReturnPart, verdict: Verdict = Verdict.HELD, reason: str = ""
) -> Callable[[World], sc.ReportReturn]:
    def answer(world: World) -> sc.ReportReturn:
        assert world.sale.returning is not None
        told = ReturnAnswer(
            return_id=world.sale.returning.return_id,
            verdict=verdict,
            reason=reason,
            amount_minor=sum(part.amount_minor for part in parts),
            parts=parts,
        )
        return sc.ReportReturn(answer=told)

    return answer


def opened(world: World) -> None:
    world.run(act(Action.RETURN, "t-old"), found())


def card_gives(world: World) -> c.ReportRefund:
    refund = world.sale.refund
    assert refund is not None
    result = CardResult(result_code=0, amount_minor=refund.amount_minor, currency="EUR", receipt_number=9)
    outcome = rf.CardGivenBack(result=result)
    return c.ReportRefund(message=rf.CardRefundAnswer(refund_id=refund.refund_id, outcome=outcome))


def phone_gives(world: World) -> c.ReportRefund:
    refund = world.sale.refund
    assert refund is not None
    given = wl.GivenBack(amount_minor=refund.amount_minor, currency="EUR")
    return c.ReportRefund(message=wl.WalletRefundAnswer(refund_id=refund.refund_id, outcome=given))


def declined(world: World) -> c.ReportRefund:
    refund = world.sale.refund
    assert refund is not None
    outcome = rf.NotGivenBack(reason="no card was shown")
    return c.ReportRefund(message=rf.CardRefundAnswer(refund_id=refund.refund_id, outcome=outcome))


def effects(world: World, kind: type[f.Effect]) -> list[f.AnyEffect]:
    return [effect for effect in world.effects if isinstance(effect, kind)]


def test_what_was_paid_in_four_ways_goes_back_in_four_ways(world: World) -> None:
    world.run(act(Action.RETURN, "t-old"))
    assert effects(world, f.FindSale) == [f.FindSale(token="t-old", by="anna")]
    world.run(found(), goods((1, 2)))
    (asked,) = effects(world, f.ClaimReturn)
    assert isinstance(asked, f.ClaimReturn)
    assert (asked.of_transaction_id, asked.by, asked.why) == ("t-old", "anna", "damaged")
    world.run(held(BY_CARD, BY_PHONE, TO_CARD_OF_THE_SHOP, TO_POINTS))
    (back,) = effects(world, f.RefundToCard)
    assert isinstance(back, f.RefundToCard)
    assert (back.request.original, back.request.amount_minor, back.baseline) == (PAID, 500, BASELINE)
    world.run(card_gives, phone_gives)
    assert world.phase is Phase.RECEIPT
    given = [event for event in world.journal if isinstance(event, r.RefundApproved | ValueRefunded)]
    assert [one.amount_minor for one in given] == [500, 30, 15]
    (points,) = [event for event in world.journal if isinstance(event, rt.PointsGivenBack)]
    (ended,) = [event for event in world.journal if isinstance(event, rt.ReturnEnded)]
    assert (points.points, ended.given_minor, ended.is_whole) == (5, 550, True)
    world.run(c.ChooseReceipt(kind=e.ReceiptKind.NONE))
    closed = world.journal[-1]
    assert isinstance(closed, e.TransactionClosed)
    assert closed.total_minor == -550


@pytest.mark.parametrize(
    ("verdict", "code"),
    [
        (Verdict.USED, "nothing_left_to_return"),
        (Verdict.REFUSED, "no_such_sale"),
        (Verdict.NO_LINK, "no_link"),
    ],
)
def test_without_the_stores_word_nothing_comes_back(world: World, verdict: Verdict, code: str) -> None:
    world.run(act(Action.RETURN, "t-old"))
    assert world.refused(found(verdict=verdict)) == code
    assert world.phase is Phase.ATTRACT


@pytest.mark.parametrize("lines", [(), ((1, 3),), ((9, 1),), ((1, 1), (1, 1))])
def test_only_what_is_left_comes_back(world: World, lines: tuple[tuple[int, int], ...]) -> None:
    opened(world)
    assert world.refused(goods(*lines)) == "nothing_to_return"


def test_much_money_takes_a_manager(world: World) -> None:
    opened(world)
    assert world.refused(goods((2, 1))) == "staff_needs_manager"
    world.run(sc.SignOut())
    sign_in(world, "max")
    world.run(goods((2, 1)))
    assert world.count(f.ClaimReturn) == 1


def test_a_return_without_a_reason_is_refused(world: World) -> None:
    opened(world)
    assert world.refused(replace(goods((1, 1)), why="")) == "staff_no_reason"


def test_what_somebody_else_gives_back_is_not_given_twice(world: World) -> None:
    opened(world)
    world.run(goods((1, 1)), held(verdict=Verdict.USED, reason="returned_elsewhere"))
    assert world.sale.returning is not None
    assert (world.sale.returning.reason, world.phase) == ("returned_elsewhere", Phase.RETURN)
    assert effects(world, f.RefundToCard) == []


def test_a_part_that_did_not_go_back_is_tried_again_under_a_new_name(world: World) -> None:
    opened(world)
    world.run(goods((1, 1)), held(replace(BY_CARD, card=None)), declined)
    assert (world.phase, world.sale.refund_reason) == (Phase.RETURN, "no card was shown")
    world.run(sc.GoOnReturning(), card_gives)
    asked = [event.refund_id for event in world.journal if isinstance(event, r.RefundRequested)]
    assert len(set(asked)) == 2
    assert world.phase is Phase.RECEIPT


def test_a_manager_gives_back_by_hand_what_no_machine_would(world: World) -> None:
    opened(world)
    world.run(goods((1, 1)), held(BY_CARD, TO_POINTS), declined)
    assert world.refused(act(Action.GIVE_BACK)) == "staff_needs_manager"
    world.run(sc.SignOut())
    sign_in(world, "max")
    sent = world.count(f.RefundToCard)
    world.run(act(Action.GIVE_BACK))
    assert (world.phase, world.count(f.RefundToCard)) == (Phase.RECEIPT, sent)
    (given,) = [event for event in world.journal if isinstance(event, r.RefundApproved)]
    assert (given.settled_by, given.amount_minor) == ("max", 500)


def test_who_stops_before_anything_moved_lets_the_store_know(world: World) -> None:
    opened(world)
    world.run(goods((1, 1)), held(BY_CARD), declined, sc.StopReturning())
    assert world.phase is Phase.ATTRACT
    assert world.count(f.ReleaseReturn) == 1


def test_who_stops_in_the_middle_has_given_back_what_the_journal_says(world: World) -> None:
    opened(world)
    world.run(goods((1, 1)), held(BY_PHONE, BY_CARD), phone_gives, declined, sc.StopReturning())
    (ended,) = [event for event in world.journal if isinstance(event, rt.ReturnEnded)]
    assert (ended.given_minor, ended.is_whole, world.phase) == (30, False, Phase.RECEIPT)


def test_a_crash_while_the_store_is_asked_asks_the_same_again(world: World) -> None:
    opened(world)
    world.run(goods((1, 1)))
    before = effects(world, f.ClaimReturn)
    world.restart()
    assert [effect for effect in world.new if isinstance(effect, f.ClaimReturn)] == before


def test_a_crash_while_money_goes_back_is_asked_about(world: World) -> None:
    opened(world)
    world.run(goods((1, 1)), held(BY_CARD))
    world.restart()
    assert world.phase is Phase.REFUND
    world.run(timer(f.Timer.ASK_TERMINAL))
    assert (world.count(f.RefundToCard), world.count(f.RecoverRefund)) == (1, 1)
    world.run(card_gives)
    assert world.phase is Phase.RECEIPT


def test_a_return_nobody_goes_on_with_frees_the_lane(world: World) -> None:
    opened(world)
    world.run(timer(f.Timer.IDLE))
    assert world.phase is Phase.ATTRACT


def test_nothing_is_found_for_a_lane_somebody_shops_at(world: World) -> None:
    world.run(c.StartShopping())
    assert world.refused(act(Action.RETURN, "t-old")) == "shopper_is_here"
    assert world.refused(found()) == "shopper_is_here"


RECEIPT = "0123456789abcdef" * 2


@pytest.mark.parametrize("text", [RECEIPT, RECEIPT.upper()])
def test_staff_hold_a_receipt_to_the_camera_of_a_free_lane(world: World, text: str) -> None:
    world.run(scan(text))
    assert effects(world, f.FindSale) == [f.FindSale(token=RECEIPT, by="anna")]
    assert world.phase is Phase.ATTRACT
    world.run(found())
    assert world.phase is Phase.RETURN


@pytest.mark.parametrize("text", [RECEIPT[:-1], RECEIPT + "0", RECEIPT[:-1] + "g", "96385074"])
def test_no_other_code_looks_a_sale_up(world: World, text: str) -> None:
    world.run(scan(text))
    assert effects(world, f.FindSale) == []
    assert world.phase is not Phase.ATTRACT


def test_a_receipt_that_a_shopper_shows_looks_nothing_up(world: World) -> None:
    world.run(sc.SignOut(), scan(RECEIPT))
    assert effects(world, f.FindSale) == []


def test_while_training_no_money_goes_back(world: World) -> None:
    world.run(sc.SignOut())
    sign_in(world, "max")
    world.run(act(Action.TRAINING, why="new_colleague"))
    assert world.refused(scan(RECEIPT)) == "not_in_training"
    assert world.refused(act(Action.RETURN, "t-old")) == "not_in_training"
    assert world.refused(found()) == "not_in_training"


def slip(world: World) -> Receipt:
    return receipt_of(world.sale, world.shop, "en")


def test_the_slip_says_what_came_back_and_where_the_money_went(world: World) -> None:
    opened(world)
    world.run(goods((1, 2)), held(BY_CARD, BY_PHONE, TO_CARD_OF_THE_SHOP, TO_POINTS))
    world.run(card_gives, phone_gives)
    told = slip(world)
    assert [(line.quantity, line.amount_minor) for line in told.lines] == [(1, -300), (1, -250)]
    assert (told.total_minor, told.points_minor) == (-550, -5)
    card, phone, value = told.tenders
    assert isinstance(card, CardTender)
    assert (card.amount_minor, card.receipt_number) == (-500, 9)
    assert isinstance(phone, WalletTender)
    assert phone.amount_minor == -30
    assert isinstance(value, ValueTender)
    assert (value.amount_minor, value.kind) == (-15, "member")
    assert told.returned == Returned(number=12, lane="2", sold_at="", points=5, not_given_minor=0)
    assert told.points_minor + sum(tender.amount_minor for tender in told.tenders) == told.total_minor


def test_a_slip_of_a_return_that_was_stopped_adds_up_too(world: World) -> None:
    opened(world)
    world.run(goods((1, 1)), held(BY_PHONE, replace(BY_CARD, amount_minor=270)))
    world.run(phone_gives, declined, sc.StopReturning())
    told = slip(world)
    assert told.returned is not None
    assert (told.total_minor, told.returned.not_given_minor) == (-30, 270)
    goods_minor = sum(line.amount_minor for line in told.lines)
    assert goods_minor + told.returned.not_given_minor == told.total_minor


def test_what_staff_gave_by_hand_stands_on_it_without_a_terminals_word(world: World) -> None:
    opened(world)
    world.run(sc.SignOut())
    sign_in(world, "max")
    world.run(goods((1, 1)), held(replace(BY_CARD, amount_minor=300)), declined, act(Action.GIVE_BACK))
    (card,) = slip(world).tenders
    assert isinstance(card, CardTender)
    assert (card.amount_minor, card.receipt_number, card.terminal_lines) == (-300, None, ())


def test_a_top_up_that_goes_back_has_a_slip_without_any_tax(world: World) -> None:
    line = SoldLine(line_id=1, key="", names={"": "Balance top-up"}, quantity=1, left=1, unit_minor=(500,))
    world.run(act(Action.RETURN, "t-old"), found(replace(SOLD, lines=(line,), account_id="v-1")))
    world.run(goods((1, 1)), held(BY_CARD), card_gives)
    told = slip(world)
    assert [(one.amount_minor, one.tax_letter) for one in told.lines] == [(-500, "")]
    assert (told.total_minor, told.taxes) == (-500, ())


def test_equal_units_stand_on_one_line(world: World) -> None:
    line = replace(SOLD.lines[0], quantity=3, left=3, unit_minor=(300, 300, 250))
    world.run(act(Action.RETURN, "t-old"), found(replace(SOLD, lines=(line,))), goods((1, 3)))
    assert world.sale.returning is not None
    lines = return_slip(world.sale, world.sale.returning, world.shop, "en").lines
    assert [(one.quantity, one.unit_price_minor) for one in lines] == [(2, -300), (1, -250)]


def test_tax_comes_back_by_the_rates_of_the_sale_and_only_for_what_came_back_whole(world: World) -> None:
    water = SoldLine(
        line_id=1,
        key="1",
        names={"": "water"},
        quantity=2,
        left=2,
        unit_minor=(132, 132),
        tax_letter="B",
        tax_rate_bp=700,
        linked=(SoldLinked(tax_rate_bp=1900, amount_minor=25),),
    )
    sold = replace(SOLD, lines=(water,))
    world.run(act(Action.RETURN, "t-old"), found(sold), goods((1, 2)))
    world.run(held(replace(BY_CARD, amount_minor=264)), declined)
    assert slip(world).taxes == ()
    world.run(sc.GoOnReturning(), card_gives)
    told = [
        (tax.letter, tax.rate_bp, tax.gross_minor, tax.net_minor, tax.tax_minor) for tax in slip(world).taxes
    ]
    assert told == [("A", 1900, -50, -42, -8), ("B", 700, -214, -200, -14)]
    assert sum(gross for _, _, gross, _, _ in told) == slip(world).total_minor
