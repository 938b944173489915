"""Coupons at the lane: held when shown, redeemed with the payment, let go otherwise; once for ever."""

import datetime

import pytest
from checkout_offers import (
    COLA,
    OFFERS,
    OTHER_TOKEN,
    PAPER_1,
    PAPER_2,
    RARE,
    SPRING,
    TEA,
    TOKEN,
    WINE,
    happened,
    held,
    points_told,
    shop,
    show,
    told,
)
from checkout_world import PEN, SHOP, World, answer, result, scan, timer
from msgspec.structs import replace

from kiosk.checkout import commands as c
from kiosk.checkout import coupons, next_visit
from kiosk.checkout import effects as f
from kiosk.checkout.desk import CouponAnswer, Verdict
from kiosk.checkout.paper import receipt_of
from kiosk.checkout.state import Phase
from kiosk.devices import terminal as t
from retail.coupons.model import Benefit, Redemption, Saving
from retail.journal import events as e

ONLINE = "8112001234561234560123456"
"""AI 8112: worth only what its own service says."""


_PLAIN, _THANKS, _RARE, _VISIT = OFFERS["coupons"]["codes"]  # type: ignore[index]
_CODES_BUT_SPRING = [_THANKS, _RARE, _VISIT]
_CODES_BUT_VISIT = [_PLAIN, _THANKS, _RARE]


@pytest.fixture
def world() -> World:
    made = World(shop())
    made.open()
    return made


def pay(world: World) -> None:
    world.run(c.Pay(), c.PayByCard())
    approve(world)


def approve(world: World) -> None:
    world.keep(result(world))
    world.run(answer(world.attempt_id, t.Approved(result=result(world))))


def leave(world: World) -> None:
    world.run(timer(f.Timer.PAID), c.ChooseReceipt(kind=e.ReceiptKind.NONE), timer(f.Timer.THANKS))


def effects(world: World, kind: type[f.Effect]) -> list[f.AnyEffect]:
    return [effect for effect in world.new if isinstance(effect, kind)]


def events(world: World, kind: type[e.Event]) -> list[e.AnyEvent]:
    return [event for event in world.journal if isinstance(event, kind)]


# --- shown and held --------------------------------------------------------------------------------------


def test_a_coupon_counts_once_it_is_held_and_not_before(world: World) -> None:
    world.run(scan(TEA), show(PAPER_1))
    (asked,) = effects(world, f.HoldCoupon)
    assert isinstance(asked, f.HoldCoupon)
    assert (asked.coupon_no, asked.coupon.coupon_id, asked.coupon.serial) == (1, "store:THANKS", "AAAA01")
    assert f.SetTimer(timer=f.Timer.ASK_STORE, after_s=SHOP.ask_store_s) in world.new
    assert world.sale.priced.total_minor == 300
    world.run(told(Verdict.HELD))
    assert (world.sale.priced.total_minor, world.sale.coupons[0].held_by) == (200, "store")
    assert [standing.saving_minor for standing in world.sale.priced.coupons] == [100]


def test_a_coupon_or_a_typed_code_opens_the_purchase(world: World) -> None:
    world.run(c.TypeCode(text="spring"))
    assert world.phase is Phase.SCANNING
    assert [shown.coupon.coupon_id for shown in world.sale.coupons] == ["store:SPRING"]


def test_three_coupons_each_save_what_they_say(world: World) -> None:
    world.run(scan(TEA), scan(PEN), scan(WINE))
    held(world, SPRING, PAPER_1, RARE)
    assert {standing.coupon_no: standing.saving_minor for standing in world.sale.priced.coupons} == {
        1: 50,
        2: 100,
        3: 20,
    }
    assert world.sale.priced.total_minor == 300 + 199 + 900 - 170
    pay(world)
    redeemed = events(world, e.CouponRedeemed)
    assert [(one.coupon_no, one.redemption_key, one.saving_minor) for one in redeemed] == [  # type: ignore[union-attr]
        (1, "", 50),
        (2, "store:THANKS/AAAA01", 100),
        (3, "store:RARE/0001", 20),
    ]
    receipt = receipt_of(world.sale, SHOP, "en")
    assert sorted(cut.amount_minor for cut in receipt.discounts if cut.is_coupon) == [20, 50, 100]
    (card,) = receipt.tenders
    assert card.amount_minor == receipt.total_minor == 1399 - 170


@pytest.mark.parametrize(
    ("verdict", "reason"),
    [(Verdict.USED, "used"), (Verdict.HELD_ELSEWHERE, "held"), (Verdict.REFUSED, "refused")],
)
def test_a_coupon_the_store_does_not_give_is_out_of_the_basket_and_said_so(
    world: World, verdict: Verdict, reason: str
) -> None:
    world.run(scan(TEA), show(PAPER_1), told(verdict))
    assert (world.phase, world.sale.not_found_reason, world.sale.coupons) == (Phase.NOT_FOUND, reason, ())
    assert world.sale.not_found_text == "…AA01"
    assert world.sale.priced.total_minor == 300
    assert f.Play(sound=f.Sound.NUDGE) in world.new
    assert len(effects(world, f.ReleaseCoupon)) == 1


def test_an_answer_nobody_waits_for_changes_nothing(world: World) -> None:
    world.run(scan(TEA), show(PAPER_1), told(Verdict.HELD))
    for late in (told(Verdict.USED), told(Verdict.HELD, coupon_no=9)):
        assert world.ignored(late) == "nobody waits for this answer"
    stranger = CouponAnswer(transaction_id="another", coupon_no=1, verdict=Verdict.USED)
    assert world.ignored(c.ReportCoupon(answer=stranger)) == "nobody waits for this answer"
    world.run(c.Pay())
    assert world.ignored(told(Verdict.USED)) == "no coupon is asked about"


@pytest.mark.parametrize("again", [PAPER_1, "thanks aaaa 01"])
def test_the_same_paper_counts_once_in_a_basket(world: World, again: str) -> None:
    world.run(scan(TEA))
    held(world, PAPER_1)
    world.run(show(again))
    assert (world.sale.not_found_reason, len(world.sale.coupons)) == ("already_shown", 1)
    held(world, PAPER_2)
    assert len(world.sale.coupons) == 2


def test_a_plain_code_of_the_shop_counts_once_in_a_basket(world: World) -> None:
    world.run(scan(WINE))
    held(world, SPRING)
    world.run(show(SPRING))
    assert world.sale.not_found_reason == "already_shown"


def test_an_expired_coupon_is_refused_before_anybody_is_asked() -> None:
    codes = {"codes": [{"code": "SPRING", "valid_until": "2026-02-28"}, *_CODES_BUT_SPRING]}
    world = World(shop(coupons=codes))
    world.open()
    world.run(show(SPRING))
    assert (world.sale.not_found_reason, world.count(f.HoldCoupon)) == ("expired", 0)


def test_a_basket_takes_so_many_coupons(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(coupons, "COUPONS_MAX", 1)
    world.run(show(PAPER_1))
    assert world.refused(show(PAPER_2)) == "too_many_coupons"


def test_an_online_coupon_counts_only_with_what_its_service_said(world: World) -> None:
    world.run(scan(TEA), show(ONLINE))
    assert world.sale.priced.total_minor == 300
    shown = world.sale.coupons[0].coupon
    assert shown.redemption is Redemption.ONLINE_ONLY
    worth = replace(
        shown, saving=Saving(benefit=Benefit.BASKET_AMOUNT, value=80), requirements=(), currencies=("EUR",)
    )
    world.run(told(Verdict.HELD, coupon=worth, by="online"))
    assert (world.sale.coupons[0].held_by, world.sale.coupons[0].coupon) == ("online", worth)


@pytest.mark.parametrize(
    ("verdict", "reason"), [(Verdict.HELD, "not_verified"), (Verdict.NO_LINK, "no_link")]
)
def test_an_online_coupon_is_never_honoured_unverified(world: World, verdict: Verdict, reason: str) -> None:
    world.run(scan(TEA), show(ONLINE), told(verdict))
    assert (world.sale.not_found_reason, world.sale.coupons) == (reason, ())


# --- without a link --------------------------------------------------------------------------------------


def test_without_a_link_the_lane_decides_by_the_offline_rules(world: World) -> None:
    world.run(scan(TEA), show(PAPER_1), told(Verdict.NO_LINK))
    assert world.sale.coupons[0].held_by == "lane"
    world.run(show(RARE), told(Verdict.NO_LINK))
    assert (world.sale.not_found_reason, len(world.sale.coupons)) == ("no_link", 1)


def test_an_answer_that_does_not_come_is_no_link_after_a_while(world: World) -> None:
    world.run(scan(TEA), show(PAPER_1), show(RARE), show(SPRING))
    assert world.refused(c.Pay()) == "coupon_being_checked"
    world.run(timer(f.Timer.ASK_STORE))
    assert [shown.held_by for shown in world.sale.coupons] == ["lane", "lane"]
    assert world.sale.not_found_reason == "no_link"
    assert world.ignored(timer(f.Timer.ASK_STORE)) == "every coupon is answered"
    world.run(c.Pay())


def test_what_the_lane_itself_redeemed_it_refuses_for_ever_also_without_a_store(world: World) -> None:
    world.run(scan(TEA), show(PAPER_1), told(Verdict.NO_LINK))
    pay(world)
    leave(world)
    for _ in range(2):
        world.restart()
        world.ready()
        world.run(scan(TEA), show(PAPER_1))
        assert (world.sale.not_found_reason, world.sale.coupons) == ("used", ())
        world.run(c.CancelTransaction())


def test_of_signed_papers_whose_book_the_store_keeps_so_many_a_day_are_risked() -> None:
    codes = [*_CODES_BUT_VISIT, {"code": "VISIT", "serial_length": 12, "redemption": "store_authority"}]
    world = World(shop(coupons={"codes": codes}))
    world.open()
    papers = [next_code(world) for _ in range(5)]
    world.day = "2026-03-02"
    for paper in papers[:2]:
        world.run(scan(TEA), show(paper), told(Verdict.NO_LINK))
        pay(world)
        leave(world)
    redeemed = [one for one in world.journal if isinstance(one, e.CouponRedeemed)]
    assert [(one.by, one.is_at_risk, one.redeemed_on) for one in redeemed] == [("lane", True, world.day)] * 2
    world.run(scan(WINE), show(papers[2]), told(Verdict.NO_LINK), show(papers[3]), told(Verdict.NO_LINK))
    assert (world.sale.not_found_reason, len(world.sale.coupons)) == ("offline_limit", 1)
    world.run(c.CancelTransaction())
    world.day = "2026-03-03"
    world.run(scan(TEA), show(papers[4]), told(Verdict.NO_LINK))
    assert world.sale.coupons[0].held_by == "lane"


# --- let go ----------------------------------------------------------------------------------------------


def test_a_coupon_taken_back_is_released_and_no_longer_counts(world: World) -> None:
    world.run(scan(TEA))
    held(world, PAPER_1)
    world.run(c.RemoveCoupon(coupon_no=1))
    (released,) = effects(world, f.ReleaseCoupon)
    assert isinstance(released, f.ReleaseCoupon)
    assert released.coupon.redemption_key == "store:THANKS/AAAA01"
    assert (world.sale.coupons, world.sale.priced.total_minor) == ((), 300)
    assert world.ignored(c.RemoveCoupon(coupon_no=1)) == "no such coupon"
    held(world, PAPER_1)
    assert world.sale.coupons[0].coupon_no == 2


@pytest.mark.parametrize("is_tendering", [False, True])
def test_giving_up_releases_every_coupon(world: World, is_tendering: bool) -> None:
    world.run(scan(TEA))
    held(world, PAPER_1, RARE)
    if is_tendering:
        world.run(c.Pay())
    world.run(c.CancelTransaction())
    assert [effect.coupon_no for effect in effects(world, f.ReleaseCoupon)] == [1, 2]  # type: ignore[union-attr]
    assert events(world, e.CouponRedeemed) == []


def test_a_refused_card_keeps_the_coupons_held(world: World) -> None:
    world.run(scan(TEA))
    held(world, PAPER_1)
    world.run(c.Pay(), c.PayByCard(), lambda lane: answer(lane.attempt_id, t.Declined(result_code=5)))
    assert world.phase is Phase.TENDER
    assert [shown.held_by for shown in world.sale.coupons] == ["store"]
    assert world.count(f.ReleaseCoupon) == 0
    world.run(c.PayByCard())
    approve(world)
    assert len(events(world, e.CouponRedeemed)) == 1


def test_a_coupon_that_gives_nothing_is_kept_for_another_day(world: World) -> None:
    world.run(scan(TEA))
    held(world, SPRING)  # from 5.00 on
    assert [standing.reason for standing in world.sale.priced.coupons] == ["spend_more"]
    pay(world)
    assert events(world, e.CouponRedeemed) == []
    assert happened(world, e.PaymentApproved, e.CouponReleased) == [e.PaymentApproved, e.CouponReleased]
    assert world.phase is Phase.PAID
    assert len(effects(world, f.ReleaseCoupon)) == 1


# --- crashes ---------------------------------------------------------------------------------------------


def test_a_crash_before_the_answer_asks_again_and_holds_once(world: World) -> None:
    world.run(scan(TEA), show(PAPER_1))
    before = world.sale
    for _ in range(2):
        world.restart()
        assert world.sale == before
        assert [effect.coupon_no for effect in effects(world, f.HoldCoupon)] == [1]  # type: ignore[union-attr]
        assert f.SetTimer(timer=f.Timer.ASK_STORE, after_s=SHOP.ask_store_s) in world.new
    world.run(told(Verdict.HELD))
    assert happened(world, e.CouponHeld) == [e.CouponHeld]
    world.restart()
    assert effects(world, f.HoldCoupon) == []


def test_a_crash_between_charge_and_answer_redeems_once_when_the_terminal_tells(world: World) -> None:
    world.run(scan(TEA))
    held(world, PAPER_1)
    world.run(c.Pay(), c.PayByCard())
    world.keep(result(world))
    world.restart()
    assert events(world, e.CouponRedeemed) == []
    world.run(timer(f.Timer.ASK_TERMINAL))
    approve(world)
    world.restart()
    world.restart()
    assert len(events(world, e.CouponRedeemed)) == 1
    assert world.count(f.ReleaseCoupon) == 0


# --- the next visit --------------------------------------------------------------------------------------


def next_code(world: World) -> str:
    """Buy enough, and take the coupon for the next visit."""
    world.run(scan(WINE), scan(PEN))
    pay(world)
    assert world.sale.granted is not None
    granted = world.sale.granted
    receipt = receipt_of(world.sale, SHOP, "en")
    assert receipt.next_visit is not None
    assert (receipt.next_visit.code, receipt.next_visit.value_minor) == (granted.next_visit_code, 150)
    assert (granted.next_visit_from, granted.next_visit_until) == ("2026-03-02", "2026-03-31")
    leave(world)
    return receipt.next_visit.code


def test_the_next_visit_s_coupon_is_redeemed_once_on_the_next_visit(world: World) -> None:
    code = next_code(world)
    world.day = "2026-03-02"
    world.run(scan(TEA), show(code), told(Verdict.NO_LINK))
    assert world.sale.priced.total_minor == 300 - 150
    pay(world)
    leave(world)
    world.run(scan(TEA), show(code))
    assert world.sale.not_found_reason == "used"


@pytest.mark.parametrize(
    ("day", "reason"), [("2026-03-01", "not_yet"), ("2026-04-01", "expired"), ("2027-02-01", "expired")]
)
def test_its_days_are_those_printed_on_it(world: World, day: str, reason: str) -> None:
    code = next_code(world)
    world.day = day
    world.run(scan(TEA), show(code))
    assert world.sale.not_found_reason == reason


def test_a_guessed_or_changed_one_is_not_genuine(world: World) -> None:
    code = next_code(world)
    world.day = "2026-03-02"
    for position in range(len("VISIT"), len(code)):
        changed = code[:position] + ("A" if code[position] != "A" else "B") + code[position + 1 :]
        world.run(scan(TEA), show(changed))
        assert world.sale.not_found_reason == "not_verified", position
    assert world.count(f.HoldCoupon) == 0


def test_another_shop_s_is_not_genuine_and_a_lane_without_a_secret_hands_out_none(world: World) -> None:
    code = next_code(world)
    world.day = "2026-03-02"
    world.sells_by = replace(world.sells_by, secret=b"another shop's")
    world.run(scan(TEA), show(code))
    assert world.sale.not_found_reason == "not_verified"
    world.run(c.CancelTransaction())
    world.sells_by = replace(world.sells_by, secret=b"")
    world.run(scan(WINE), scan(PEN))
    pay(world)
    assert world.sale.granted is None


def test_its_last_day_is_told_for_years_around_today(world: World) -> None:
    terms = world.sells_by.terms
    rule = terms.next_visit[0]
    day = datetime.date(2026, 1, 1)
    for ahead in range(0, 3000, 37):
        until = day + datetime.timedelta(days=ahead)
        code = next_visit.code_for(rule, terms, f"t{ahead}", until.isoformat(), b"the shop's own")
        lane = World(shop())
        lane.day = (until - datetime.timedelta(days=3)).isoformat()
        lane.open()
        lane.run(show(code))
        assert lane.sale.coupons[0].coupon.valid_until == until


# --- points ----------------------------------------------------------------------------------------------


def tender(world: World, token: str = TOKEN) -> None:
    world.run(show(token), scan(TEA), scan(PEN), c.Pay())


def test_points_pay_as_much_as_possible_and_the_card_the_rest(world: World) -> None:
    tender(world)
    world.run(c.UsePoints())
    (asked,) = effects(world, f.HoldPoints)
    assert isinstance(asked, f.HoldPoints)
    assert (asked.member_id, asked.points) == ("m-anna", 400)
    assert world.refused(c.PayByCard()) == "points_being_checked"
    world.run(points_told(Verdict.HELD, 400))
    assert (world.sale.points_held, world.sale.points_minor, world.sale.due_minor) == (400, 400, 99)
    world.run(c.PayByCard())
    (charge,) = effects(world, f.Authorise)
    assert isinstance(charge, f.Authorise)
    assert charge.request.amount_minor == 99
    approve(world)
    assert world.sale.granted is not None
    assert world.sale.granted.points_spent == 400
    receipt = receipt_of(world.sale, SHOP, "en")
    (card,) = receipt.tenders
    assert (receipt.total_minor, receipt.points_minor, card.amount_minor) == (499, 400, 99)


def test_points_that_pay_for_everything_need_no_card() -> None:
    world = World(shop(points={"spend": {"points": 1, "amount_minor": 1}}))
    world.open()
    tender(world)
    world.run(c.UsePoints(), points_told(Verdict.HELD, 499))
    assert (world.phase, world.sale.due_minor, world.count(f.Authorise)) == (Phase.PAID, 0, 0)
    assert happened(world, e.PointsHeld, e.NothingDue, e.RewardsGranted) == [
        e.PointsHeld,
        e.NothingDue,
        e.RewardsGranted,
    ]


def test_points_never_pay_a_deposit() -> None:
    world = World(shop(points={"spend": {"points": 1, "amount_minor": 1}}))
    world.open()
    world.run(show(TOKEN), scan(COLA), c.Pay(), c.UsePoints(), points_told(Verdict.HELD, 1_000))
    assert (world.sale.points_minor, world.sale.due_minor) == (150, 25)


def test_fewer_points_than_asked_for_pay_less(world: World) -> None:
    tender(world)
    world.run(c.UsePoints(), points_told(Verdict.HELD, 250))
    assert (world.sale.points_held, world.sale.points_minor) == (200, 200)


@pytest.mark.parametrize(
    ("verdict", "reason"),
    [(Verdict.REFUSED, "refused"), (Verdict.NO_LINK, "no_link"), (Verdict.HELD_ELSEWHERE, "held")],
)
def test_points_the_store_does_not_hold_pay_nothing_and_may_be_tried_again(
    world: World, verdict: Verdict, reason: str
) -> None:
    tender(world)
    world.run(c.UsePoints(), points_told(verdict))
    assert (world.sale.points_reason, world.sale.due_minor) == (reason, 499)
    assert effects(world, f.ReleasePoints) == [
        f.ReleasePoints(transaction_id=world.sale.transaction_id, member_id="m-anna")
    ]
    world.run(c.UsePoints(), points_told(Verdict.HELD, 400))
    assert (world.sale.points_reason, world.sale.points_held) == ("", 400)


def test_without_a_link_points_pay_up_to_the_shop_s_cap_less_what_was_spent_here() -> None:
    points = {"spend": {"points": 100, "amount_minor": 100}, "offline_points_max": 300}
    world = World(shop(points=points))
    world.open()
    for spent in (300, 300, 300, 100):
        tender(world)
        world.run(c.UsePoints(), timer(f.Timer.ASK_STORE))
        assert world.sale.points_held == spent
        world.run(c.PayByCard())
        approve(world)
        leave(world)
    tender(world)
    world.run(c.UsePoints(), timer(f.Timer.ASK_STORE))
    assert (world.sale.points_held, world.sale.points_reason) == (0, "no_link")


def test_points_kept_after_all_or_left_behind_are_released(world: World) -> None:
    tender(world)
    assert world.ignored(c.KeepPoints()) == "no points are used"
    leaving: list[c.AnyCommand] = [c.KeepPoints(), c.LeaveTender(), c.CancelTransaction()]
    for way_out in leaving:
        if world.phase is Phase.SCANNING:
            world.run(c.Pay())
        world.run(c.UsePoints(), points_told(Verdict.HELD, 400))
        assert world.ignored(c.UsePoints()) == "points are used already"
        world.run(way_out)
        assert len(effects(world, f.ReleasePoints)) == 1
        assert world.state.transaction is None or world.sale.points_held == 0


def test_points_need_a_member_with_enough_of_them_and_a_shop_that_takes_them(world: World) -> None:
    world.run(scan(TEA), c.Pay())
    assert world.refused(c.UsePoints()) == "points_need_member"
    world.run(c.CancelTransaction())
    tender(world, OTHER_TOKEN)
    world.run(c.UsePoints())
    assert (world.sale.points_reason, world.count(f.HoldPoints)) == ("too_few", 0)
    plain = World(shop(points={}))
    plain.open()
    tender(plain)
    assert plain.refused(c.UsePoints()) == "points_pay_nothing"


def test_a_crash_while_points_are_asked_for_asks_again(world: World) -> None:
    tender(world)
    world.run(c.UsePoints())
    world.restart()
    assert [effect.points for effect in effects(world, f.HoldPoints)] == [400]  # type: ignore[union-attr]
    world.run(points_told(Verdict.HELD, 400))
    world.restart()
    assert (world.sale.points_held, effects(world, f.HoldPoints)) == (400, [])
    assert world.ignored(points_told(Verdict.HELD, 400)) == "nobody waits for this answer"
    world.ready()
    world.run(c.PayByCard())
    assert world.ignored(points_told(Verdict.HELD, 400)) == "no points are asked about"
