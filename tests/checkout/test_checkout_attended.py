"""Interventions at the lane: the shopper first, then staff, and paying only once nothing keeps from it."""

import typing

import pytest
from checkout_world import FREE, MILK, PEN, World, assortment, product, result, scan
from msgspec.structs import replace

from kiosk.checkout import commands as c
from kiosk.checkout import effects as f
from kiosk.checkout import staff_commands as sc
from kiosk.checkout.deeds import DEEDS
from kiosk.checkout.desk import ResumeAnswer, SuspendedLine, Verdict
from kiosk.checkout.shop import Shop
from kiosk.checkout.state import Phase
from kiosk.devices import terminal as t
from kiosk.devices.health import Condition, Device, Health
from kiosk.devices.scale import NoWeight, NoWeightReason, WeightTaken
from kiosk.devices.scanner import CodeRead
from retail.catalogue import Goods
from retail.codes import Symbology, check_digit
from retail.interventions import events as v
from retail.interventions.audit import findings
from retail.interventions.follow import follow
from retail.interventions.policy import AgeRules, AuditRules, GoodsRules, KindRules, LimitRules, Policy
from retail.interventions.rights import Action
from retail.interventions.sign_in import Claim, How
from retail.interventions.situation import Moment, Rules
from retail.interventions.wishes import Staff
from retail.interventions.words import Role
from retail.journal import events as e
from retail.journal import staffed as sd
from retail.receipt import Seller
from retail.terms import no_terms

WINE = "400000000000" + str(check_digit("400000000000"))
APPLES = "400000000001" + str(check_digit("400000000001"))
ANNA = Staff(staff_id="anna", role=Role.ATTENDANT)
MAX = Staff(staff_id="max", role=Role.MANAGER)
LATE_US = 4_000_000_000_000_000
POLICY = Policy(
    goods=GoodsRules(priceless="sold"),
    age=AgeRules(categories={"wine": 18}),
    limits=LimitRules(pieces=20, void_lines=2),
    audit=AuditRules(random_permille=0, partial_from=0, full_from=0),
)


class Directory:
    """Anna, Max and what was Ben's badge."""

    def by_badge(self, text: str) -> Claim | None:
        known = {
            "BADGE-ANNA": Claim(staff_id="anna", how=How.BADGE, is_right=True),
            "BADGE-MAX": Claim(staff_id="max", how=How.BADGE, is_right=True, role=Role.MANAGER),
            "BADGE-BEN": Claim(staff_id="ben", how=How.BADGE, is_right=True, is_revoked=True),
        }
        return known.get(text)

    def by_pin(self, number: str, pin: str) -> Claim:
        staff_id = {"1": "anna", "2": "max"}.get(number, "")
        role = Role.MANAGER if staff_id == "max" else Role.ATTENDANT
        return Claim(staff_id=staff_id, how=How.PIN, is_right=pin == "2468", role=role)

    def name(self, staff_id: str) -> str:
        return staff_id.title()


GOODS = Goods(
    [
        replace(product(PEN, 199), expected_g=20),
        replace(product(MILK, 109, rate_bp=700), expected_g=1_030),
        product(FREE, 0),
        replace(product(WINE, 799), category="wine", expected_g=1_200),
        replace(product(APPLES, 249, unit="kg"), tare_g=12),
    ]
)


def lane(policy: Policy = POLICY, *, has_scale: bool = False) -> World:
    made = World(replace(assortment(no_terms("EUR"), GOODS), staff=Directory()))
    rules = Rules(policy=policy, has_scale=has_scale)
    made.shop = Shop(lane="1", currency="EUR", seller=Seller(name="Shop"), rules=rules)
    made.open()
    return made


@pytest.fixture
def world() -> World:
    return lane()


def badge(text: str) -> c.ScanCode:
    return c.ScanCode(read=CodeRead(text=text, symbology=Symbology.QR))


def number(world: World, kind: str) -> int:
    return next(one.intervention_no for one in world.state.book.open if one.kind == kind)


def kinds(world: World) -> list[str]:
    return [one.kind for one in world.state.book.open]


def late(timer: f.Timer) -> c.FireTimer:
    return c.FireTimer(timer=timer.value, at_us=LATE_US)


def approve(world: World, kind: str, why: str, **more: typing.Any) -> sc.ApproveIntervention:
    one = next(one for one in world.state.book.open if one.kind == kind)
    if "staff" in more:  # who decides from afar has the picture before them
        more["staff"] = replace(more["staff"], saw_picture=True)
    return sc.ApproveIntervention(
        intervention_no=one.intervention_no, why=why, measure_seen=one.measure, **more
    )


def act(action: Action, **more: typing.Any) -> sc.Act:
    return sc.Act(action=action, why=more.pop("why", "nothing_wrong"), **more)


# --- the way to pay --------------------------------------------------------------------------------------


def test_wine_waits_for_staff_only_at_payment_and_paying_goes_on_by_itself(world: World) -> None:
    world.run(scan(WINE), scan(PEN))
    assert kinds(world) == ["age_check"]
    world.run(c.Pay())
    assert (world.phase, world.sale.wants_to_pay) == (Phase.SCANNING, True)
    assert world.refused(c.Pay()) == "waits_for_staff"
    world.run(approve(world, "age_check", "id_seen", born="01011990", staff=ANNA))
    assert world.phase is Phase.TENDER
    assert not world.sale.wants_to_pay


def test_a_shopper_who_waits_may_scan_on_and_is_not_pushed_to_pay(world: World) -> None:
    world.run(scan(WINE), c.Pay(), scan(PEN))
    assert not world.sale.wants_to_pay
    world.run(approve(world, "age_check", "clearly_of_age", staff=ANNA))
    assert world.phase is Phase.SCANNING
    world.run(c.Pay())
    assert world.phase is Phase.TENDER


def test_help_for_an_unknown_code_waits_until_staff_have_seen_it(world: World) -> None:
    unknown = "400000000009" + str(check_digit("400000000009"))
    world.run(scan(PEN), scan(unknown), c.CallHelp())
    assert (kinds(world), world.state.help_called) == (["item_not_on_file"], False)
    assert world.state.book.open[0].wants_staff
    world.run(late(f.Timer.NOT_FOUND), scan(MILK))
    assert kinds(world) == ["item_not_on_file"]
    world.run(approve(world, "item_not_on_file", "item_taken_away", staff=ANNA))
    assert kinds(world) == []


def test_an_unknown_code_nobody_was_called_for_is_over_with_the_next(world: World) -> None:
    unknown = "400000000009" + str(check_digit("400000000009"))
    world.run(scan(PEN), scan(unknown), scan(MILK))
    assert kinds(world) == []


def test_a_shopper_who_waits_may_go_back(world: World) -> None:
    world.run(scan(WINE), c.Pay(), c.LeaveTender())
    assert not world.sale.wants_to_pay
    assert world.ignored(c.LeaveTender())


def test_one_approval_of_an_age_covers_what_is_scanned_later(world: World) -> None:
    world.run(scan(WINE))
    world.run(approve(world, "age_check", "id_seen", born="01011990", staff=ANNA))
    world.run(scan(WINE), c.Pay())
    assert world.phase is Phase.TENDER


def test_a_refusal_takes_the_item_off_and_is_not_held_against_the_shopper(world: World) -> None:
    world.run(scan(WINE), scan(PEN), c.Pay())
    world.run(sc.RefuseIntervention(intervention_no=number(world, "age_check"), why="too_young", staff=ANNA))
    assert [line.product.gtin for line in world.sale.lines] == [PEN]
    assert world.sale.priced.total_minor == 199
    assert kinds(world) == []
    assert world.state.situation.sale.voids == 0
    assert world.phase is Phase.TENDER


def test_a_birth_date_that_is_too_late_or_none_approves_nothing(world: World) -> None:
    world.run(scan(WINE))
    for born, code in (("01012020", "too_young"), ("99999999", "birth_date_wrong")):
        asked = approve(world, "age_check", "id_seen", born=born, staff=ANNA)
        assert world.refused(asked) == code
    assert not any("2020" in repr(event) for event in world.journal)


def test_the_first_decision_counts_and_the_second_is_told(world: World) -> None:
    world.run(scan(WINE))
    asked = approve(world, "age_check", "clearly_of_age", staff=ANNA)
    world.run(asked)
    assert world.refused(replace(asked, staff=MAX)) == "staff_already_cleared"


def test_an_approval_after_the_item_was_removed_approves_nothing(world: World) -> None:
    world.run(scan(WINE), scan(PEN))
    asked = approve(world, "age_check", "clearly_of_age", staff=ANNA)
    world.run(c.RemoveLine(line_id=1))
    assert world.refused(asked) == "staff_already_cleared"


def test_a_restart_leaves_open_what_was_open(world: World) -> None:
    world.run(scan(WINE), c.Pay())
    before = world.state.book.open
    world.restart()
    assert world.state.book.open == before
    assert world.sale.wants_to_pay
    world.run(approve(world, "age_check", "clearly_of_age", staff=ANNA))
    assert world.phase is Phase.TENDER


def test_who_approves_must_have_seen_how_much_it_is(world: World) -> None:
    strict = replace(POLICY, limits=LimitRules(pieces=2))
    world = lane(strict)
    world.run(scan(PEN), scan(PEN), scan(PEN))
    asked = approve(world, "basket_limit", "limit_waived", staff=ANNA)
    world.run(scan(PEN))
    assert world.refused(asked) == "staff_changed_since_seen"


def test_stopping_at_once_holds_the_shopper_but_not_staff_or_help() -> None:
    world = lane(replace(POLICY, kinds={"age_check": KindRules(blocks="at_once")}))
    world.run(scan(WINE))
    assert world.refused(scan(PEN)) == "waits_for_staff"
    world.run(c.CallHelp(), badge("BADGE-ANNA"), scan(PEN))
    assert len(world.sale.lines) == 2


# --- who is let in ---------------------------------------------------------------------------------------


def test_a_badge_opens_the_layer_anywhere_and_starts_no_purchase(world: World) -> None:
    world.run(badge("BADGE-ANNA"))
    assert (world.state.staff, world.phase) == (ANNA, Phase.ATTRACT)
    world.run(sc.SignOut())
    world.run(scan(PEN), c.Pay(), badge("BADGE-MAX"))
    assert (world.state.staff, world.phase) == (MAX, Phase.TENDER)


def test_who_signs_in_has_looked_at_all_that_waits(world: World) -> None:
    world.run(scan(WINE), c.CallHelp(), badge("BADGE-ANNA"))
    assert [one.looked_by for one in world.state.book.open] == ["anna", "anna"]


def test_a_revoked_badge_is_counted_and_refused(world: World) -> None:
    world.run(badge("BADGE-BEN"))
    assert world.state.staff is None
    assert isinstance(world.journal[-1], v.SignInRefused)
    assert world.journal[-1].why == "revoked"


def test_five_wrong_pins_lock_and_a_restart_does_not_unlock(world: World) -> None:
    for _ in range(5):
        world.run(sc.SignInByPin(number="1", pin="0000"))
    world.restart()
    world.run(sc.SignInByPin(number="1", pin="2468"))
    assert world.state.staff is None
    world.run(badge("BADGE-MAX"), act(Action.UNLOCK, text="anna"), sc.SignOut())
    world.run(sc.SignInByPin(number="1", pin="2468"))
    assert world.state.staff == ANNA


def test_a_lock_outlives_the_purchase_it_happened_in(world: World) -> None:
    world.run(scan(PEN))
    for _ in range(5):
        world.run(sc.SignInByPin(number="1", pin="0000"))
    world.run(c.CancelTransaction())
    assert world.folded().situation.desk.tries["anna"].locked_until_us
    world.run(sc.SignInByPin(number="1", pin="2468"))
    assert world.state.staff is None


def test_nobody_at_the_lane_decides_nothing(world: World) -> None:
    world.run(scan(WINE))
    assert world.refused(approve(world, "age_check", "id_seen")) == "staff_only"
    assert world.refused(act(Action.VOID_LINE, line_id=1)) == "staff_only"


def test_the_layer_closes_by_itself_and_a_restart_closes_it(world: World) -> None:
    world.run(badge("BADGE-ANNA"))
    assert any(isinstance(one, f.SetAlarm) and one.timer is f.Timer.STAFF_IDLE for one in world.new)
    assert world.ignored(c.FireTimer(timer=f.Timer.STAFF_IDLE.value))
    world.run(late(f.Timer.STAFF_IDLE))
    assert world.state.staff is None
    world.run(badge("BADGE-ANNA"))
    world.restart()
    assert world.state.staff is None


# --- what staff do ---------------------------------------------------------------------------------------


def test_every_right_has_its_rule() -> None:
    assert set(DEEDS) == set(Action)


def test_staff_take_off_change_and_reprice_within_their_limits(world: World) -> None:
    world.run(scan(WINE), scan(PEN), badge("BADGE-ANNA"))
    world.run(act(Action.VOID_LINE, line_id=2), scan(MILK), act(Action.QUANTITY, line_id=3, quantity=4))
    assert world.sale.priced.total_minor == 799 + 4 * 109
    assert world.refused(act(Action.PRICE_OVERRIDE, line_id=1, amount_minor=100)) == "staff_needs_manager"
    world.run(act(Action.PRICE_OVERRIDE, line_id=1, amount_minor=700))
    assert world.sale.priced.total_minor == 700 + 4 * 109
    acted = [event for event in world.journal if isinstance(event, v.StaffActed)]
    assert [(one.action, one.by) for one in acted] == [
        ("void_line", "anna"), ("quantity", "anna"), ("price_override", "anna"),
    ]  # fmt: skip
    assert world.refused(act(Action.VOID_LINE, line_id=1, why="")) == "staff_no_reason"


def test_goods_without_a_price_are_sold_at_the_one_staff_found() -> None:
    world = lane(replace(POLICY, goods=GoodsRules()))
    world.run(scan(FREE), badge("BADGE-ANNA"))
    assert kinds(world) == ["price_required"]
    world.run(act(Action.PRICE_OVERRIDE, line_id=1, amount_minor=4_500))
    assert (kinds(world), world.sale.priced.total_minor) == ([], 4_500)


def test_a_discount_on_the_purchase_is_explained_and_given_once(world: World) -> None:
    world.run(scan(WINE), scan(PEN))
    world.run(approve(world, "age_check", "id_seen", staff=ANNA), badge("BADGE-ANNA"))
    world.run(act(Action.DISCOUNT_SALE, percent=10))
    assert world.sale.priced.total_minor == 898
    assert world.refused(act(Action.DISCOUNT_SALE, percent=5)) == "discount_given"
    world.run(scan(PEN))
    assert world.sale.priced.total_minor == 1197 - 120
    world.run(sc.SignOut(), c.Pay())
    assert sum(unit.paid_minor for unit in world.sale.priced.units) == 1077


def test_staff_change_a_basket_while_a_way_to_pay_is_chosen(world: World) -> None:
    world.run(scan(PEN), scan(MILK), c.Pay(), badge("BADGE-ANNA"), act(Action.VOID_LINE, line_id=2))
    assert (world.phase, world.sale.priced.total_minor) == (Phase.SCANNING, 199)


def test_nothing_is_changed_while_a_card_is_being_charged(world: World) -> None:
    world.run(scan(PEN), c.Pay(), c.PayByCard(), badge("BADGE-MAX"))
    for action in (Action.VOID_LINE, Action.CANCEL, Action.SUSPEND, Action.DISCOUNT_SALE):
        assert world.refused(act(action, line_id=1, percent=5)) == "not_now"


def test_a_basket_put_aside_goes_on_priced_anew(world: World) -> None:
    world.run(scan(PEN), scan(PEN), badge("BADGE-ANNA"), act(Action.SUSPEND))
    assert world.phase is Phase.ATTRACT
    aside = next(event for event in world.journal if isinstance(event, sd.TransactionSuspended))
    assert (aside.by, aside.item_count, aside.total_minor) == ("anna", 2, 398)
    world.run(badge("BADGE-ANNA"), act(Action.RESUME, text=aside.token))
    assert f.ClaimSuspended(token=aside.token, by="anna") in world.new
    answer = ResumeAnswer(
        token=aside.token,
        by="anna",
        verdict=Verdict.HELD,
        of_transaction_id=aside.transaction_id,
        lines=(SuspendedLine(key=PEN.zfill(14), quantity=2), SuspendedLine(key="0" * 14)),
    )
    world.run(sc.ReportResume(answer=answer))
    assert world.sale.resumed_from == aside.transaction_id
    assert world.sale.priced.total_minor == 398
    assert world.sale.not_found_text == "0" * 14
    assert world.refused(sc.ReportResume(answer=replace(answer, verdict=Verdict.USED))) == "resumed_elsewhere"


def test_training_sells_nothing_and_uses_up_no_number(world: World) -> None:
    number_before = world.state.next_number
    world.run(badge("BADGE-MAX"), act(Action.TRAINING), sc.SignOut(), scan(PEN), c.Pay(), c.PayByCard())
    assert world.phase is Phase.PAID
    assert not any(isinstance(effect, f.Authorise) for effect in world.effects)
    assert world.sale.is_training
    assert world.state.next_number == number_before
    world.run(late(f.Timer.PAID), c.Finish(), c.Finish())
    assert (world.phase, world.state.training_by) == (Phase.ATTRACT, "max")
    assert world.folded().training_by == "max"
    world.run(badge("BADGE-MAX"), act(Action.TRAINING))
    assert world.state.training_by == ""


@pytest.mark.parametrize(
    ("why", "phase"),
    [
        ("terminal_says_paid", Phase.PAID),
        ("terminal_says_not_paid", Phase.TENDER),
        ("reversed_at_terminal", Phase.TENDER),
    ],
)
def test_a_manager_settles_what_the_terminal_cannot_prove(world: World, why: str, phase: Phase) -> None:
    world.run(scan(PEN), c.Pay(), c.PayByCard())
    attempt = world.attempt_id
    unknown = t.PaymentAnswer(attempt_id=attempt, outcome=t.NeedsAttendant(reason="contradiction"))
    world.run(c.ReportPayment(answer=unknown), badge("BADGE-ANNA"))
    assert world.refused(approve(world, "payment_unknown", why)) == "staff_not_allowed"
    world.run(badge("BADGE-MAX"), approve(world, "payment_unknown", why))
    assert world.phase is phase
    assert "payment_unknown" not in kinds(world)
    late_result = result(world) if phase is Phase.TENDER else replace(result(world), trace_number=77)
    assert world.ignored(c.KeepResult(attempt_id=attempt, result=late_result))
    told = [event for event in world.journal if isinstance(event, e.PaymentApproved)]
    assert [event.settled_by for event in told] == (["max"] if phase is Phase.PAID else [])


def test_staff_tests_and_day_close_become_effects(world: World) -> None:
    world.run(badge("BADGE-MAX"), act(Action.DEVICE_TEST, text="printer"))
    assert f.TestDevice(device="printer") in world.new
    for action, effect in (
        (Action.DAY_CLOSE, f.CloseTerminalDay()),
        (Action.NO_SALE, f.OpenDrawer()),
        (Action.RESTART, f.RestartLane()),
    ):
        world.run(act(action))
        assert effect in world.new
    world.run(scan(PEN))
    assert world.refused(act(Action.DAY_CLOSE)) == "shopper_is_here"


def test_a_lane_closed_by_staff_takes_no_new_shopper_until_they_open_it(world: World) -> None:
    world.run(badge("BADGE-ANNA"), act(Action.CLOSE_LANE, text="Back in 5 minutes"), sc.SignOut())
    assert world.refused(scan(PEN)) == "lane_closed"
    world.run(badge("BADGE-ANNA"), act(Action.OPEN_LANE), sc.SignOut(), scan(PEN))
    assert world.phase is Phase.SCANNING


def test_a_lane_closed_by_staff_is_opened_by_a_decision_from_afar(world: World) -> None:
    world.run(c.CloseLane(by="anna"))
    world.run(approve(world, "lane_closed", "lane_opened", staff=ANNA))
    assert world.state.is_open


# --- checks ----------------------------------------------------------------------------------------------


def test_a_check_is_over_when_what_is_scanned_again_matches() -> None:
    world = lane(replace(POLICY, audit=AuditRules(random_permille=1_000, sample=1)))
    world.run(scan(PEN), scan(PEN), c.Pay())
    assert kinds(world) == ["audit"]
    world.run(badge("BADGE-ANNA"), scan(PEN))
    assert (kinds(world), len(world.sale.added)) == (["audit"], 2)
    world.run(scan(PEN))
    assert world.phase is Phase.TENDER


def test_a_pack_scanned_again_counts_as_the_pieces_in_it() -> None:
    world = lane(replace(POLICY, audit=AuditRules(random_permille=1_000, sample=1)))
    pack = "400000000009" + str(check_digit("400000000009"))
    six = replace(product(pack, 1_194), pack_of=PEN.zfill(14), pack_quantity=6)
    world.sells_by = replace(world.sells_by, catalogue=Goods([*GOODS.values(), six]))
    world.run(scan(pack), c.Pay(), badge("BADGE-ANNA"), scan(pack))
    assert world.phase is Phase.TENDER


def test_a_check_that_finds_more_stays_open_until_staff_decide() -> None:
    world = lane(replace(POLICY, audit=AuditRules(random_permille=1_000, sample=1)))
    world.run(scan(PEN), c.Pay(), badge("BADGE-ANNA"), scan(MILK), scan(PEN))
    assert kinds(world) == ["audit"]
    assert [
        (one.key, one.listed, one.found)
        for one in findings(world.state.situation, world.state.situation.sale.rescanned)
    ] == [(MILK.zfill(14), 0, 1)]
    world.run(approve(world, "audit", "rescan_corrected"))
    assert world.phase is Phase.TENDER


# --- loose goods -----------------------------------------------------------------------------------------


def test_loose_goods_are_weighed_and_sold_by_the_net_weight(world: World) -> None:
    world.shop = replace(world.shop, weighs=True)
    world.run(scan(APPLES))
    (asked,) = [effect for effect in world.new if isinstance(effect, f.AskWeight)]
    assert asked.tare_g == 12
    assert world.refused(c.Pay()) == "basket_empty"
    taken = WeightTaken(ask_id=asked.ask_id, net_g=500, tare_g=12, gross_g=512)
    assert world.ignored(sc.ReportWeighing(answer=replace(taken, ask_id="another")))
    world.run(sc.ReportWeighing(answer=taken))
    assert (world.sale.priced.total_minor, world.sale.weighing) == (125, None)
    assert world.ignored(sc.ReportWeighing(answer=taken))


def test_without_a_weight_nothing_is_added_and_the_shopper_is_told(world: World) -> None:
    world.shop = replace(world.shop, weighs=True)
    world.run(scan(PEN), scan(APPLES))
    assert world.refused(c.Pay()) == "being_weighed"
    asked = world.sale.weighing
    assert asked is not None
    empty = NoWeight(ask_id=asked.ask_id, reason=NoWeightReason.EMPTY)
    world.run(sc.ReportWeighing(answer=empty))
    assert (world.phase, world.sale.not_found_reason) == (Phase.NOT_FOUND, "needs_weight")
    world.run(scan(APPLES), sc.StopWeighing())
    assert world.sale.weighing is None
    assert any(isinstance(effect, f.CancelWeighing) for effect in world.new)
    world.run(scan(APPLES))
    world.restart()
    assert world.sale.weighing is None


# --- shoppers who stop -----------------------------------------------------------------------------------


def test_an_empty_purchase_ends_by_itself(world: World) -> None:
    world.run(c.StartShopping())
    assert f.SetTimer(timer=f.Timer.IDLE, after_s=45.0) in world.new
    world.run(late(f.Timer.IDLE))
    assert world.phase is Phase.ATTRACT


def test_help_that_was_given_leaves_no_lane_waiting_for_help(world: World) -> None:
    world.run(scan(PEN), c.CallHelp(), badge("BADGE-ANNA"))
    world.run(approve(world, "help", "helped"))
    assert not world.state.help_called
    world.run(sc.SignOut(), late(f.Timer.IDLE))
    assert kinds(world) == ["idle"]


def test_a_shopper_who_stops_is_asked_and_any_touch_answers(world: World) -> None:
    world.run(scan(PEN), late(f.Timer.IDLE))
    assert kinds(world) == ["idle"]
    world.run(sc.NeedTime())
    assert kinds(world) == []
    assert f.SetTimer(timer=f.Timer.IDLE, after_s=90.0) in world.new
    world.run(late(f.Timer.IDLE), scan(MILK))
    assert kinds(world) == []


def test_a_basket_that_was_left_calls_staff_and_is_put_aside_in_the_end(world: World) -> None:
    world.run(scan(PEN), late(f.Timer.IDLE), late(f.Timer.INTERVENTIONS))
    assert world.state.book.open[0].wants_staff
    world.run(late(f.Timer.ABANDONED))
    assert world.phase is Phase.ATTRACT
    aside = next(event for event in world.journal if isinstance(event, sd.TransactionSuspended))
    assert (aside.by, aside.why) == ("lane", "abandoned")


def test_nobody_is_asked_while_paying_or_waiting_for_staff(world: World) -> None:
    world.run(scan(WINE), c.Pay())
    assert world.ignored(late(f.Timer.IDLE))
    world.run(approve(world, "age_check", "id_seen", staff=ANNA))
    world.run(late(f.Timer.IDLE))
    assert kinds(world) == ["walk_away"]
    world.run(c.PayByCard())
    assert kinds(world) == []
    assert world.ignored(late(f.Timer.IDLE))


def test_staff_who_find_nobody_free_the_lane(world: World) -> None:
    world.run(scan(PEN), late(f.Timer.IDLE), late(f.Timer.INTERVENTIONS))
    world.run(approve(world, "idle", "shopper_gone", staff=ANNA))
    assert world.phase is Phase.ATTRACT


# --- the bagging area ------------------------------------------------------------------------------------


def test_a_wrong_weight_is_a_nudge_first_and_staff_before_paying() -> None:
    world = lane(has_scale=True)
    world.run(scan(PEN), sc.ReportWeight(weight_g=500))
    assert f.SetTimer(timer=f.Timer.BAGGING, after_s=4.0) in world.new
    world.run(late(f.Timer.BAGGING))
    assert kinds(world) == ["weight_mismatch"]
    assert not world.state.book.open[0].wants_staff
    world.run(c.Pay())
    assert world.state.book.open[0].wants_staff
    world.run(approve(world, "weight_mismatch", "weight_accepted", staff=ANNA))
    assert world.phase is Phase.TENDER


def test_taking_the_extra_thing_out_settles_it_without_anybody() -> None:
    world = lane(has_scale=True)
    world.run(scan(PEN), sc.ReportWeight(weight_g=20), sc.ReportWeight(weight_g=700), late(f.Timer.BAGGING))
    assert kinds(world) == ["unexpected_item"]
    world.run(sc.ReportWeight(weight_g=20))
    assert kinds(world) == []


def test_a_bag_of_ones_own_before_the_first_item_is_no_difference() -> None:
    world = lane(has_scale=True)
    world.run(c.StartShopping(), sc.ReportWeight(weight_g=150), sc.PlaceOwnBag(), scan(MILK))
    world.run(sc.ReportWeight(weight_g=1_180))
    assert world.ignored(late(f.Timer.BAGGING))


def test_a_bag_the_lane_is_told_of_late_is_as_heavy_as_itself() -> None:
    world = lane(has_scale=True)
    world.run(c.StartShopping(), sc.ReportWeight(weight_g=150), scan(MILK))
    world.run(sc.ReportWeight(weight_g=1_180), late(f.Timer.BAGGING))
    assert kinds(world) == ["weight_mismatch"]
    world.run(sc.PlaceOwnBag())
    assert (kinds(world), world.state.situation.balance.bag_g) == ([], 150)
    assert world.ignored(late(f.Timer.BAGGING))


def test_items_that_change_places_never_alarm() -> None:
    world = lane(has_scale=True)
    world.run(scan(MILK), sc.ReportWeight(weight_g=1_030), sc.ReportWeight(weight_g=0))
    world.run(sc.ReportWeight(weight_g=1_030))
    assert world.ignored(late(f.Timer.BAGGING))


def test_what_lies_there_after_a_purchase_is_where_the_next_one_starts() -> None:
    world = lane(has_scale=True)
    world.run(scan(MILK), sc.ReportWeight(weight_g=1_030), c.CancelTransaction(), scan(PEN))
    world.run(sc.ReportWeight(weight_g=1_050))
    assert kinds(world) == []
    assert world.folded().situation.balance == world.state.situation.balance


def test_goods_nobody_knows_the_weight_of_are_no_difference_and_are_missed_when_they_go() -> None:
    world = lane(has_scale=True)
    world.run(scan(FREE), sc.ReportWeight(weight_g=333))
    assert world.ignored(late(f.Timer.BAGGING))
    world.run(sc.ReportWeight(weight_g=0), late(f.Timer.BAGGING))
    assert [(one.kind, one.line_id) for one in world.state.book.open] == [("item_removed", 1)]
    world.run(c.RemoveLine(line_id=1))
    assert kinds(world) == []


def test_too_much_in_the_bagging_area_asks_to_move_full_bags() -> None:
    world = lane(has_scale=True)
    over = Health(device=Device.BAGGING_SCALE, condition=Condition.WARNING, code="overload")
    world.run(scan(PEN), c.ReportHealth(health=over))
    assert kinds(world) == ["bagging_full"]


def test_an_item_that_is_not_put_down_is_asked_for_however_fast_one_scans_on() -> None:
    world = lane(has_scale=True)
    asked = f.SetTimer(timer=f.Timer.BAGGING, after_s=8.0)
    world.run(scan(MILK))
    assert asked in world.new
    world.run(scan(PEN), sc.ReportWeight(weight_g=20), scan(PEN), sc.ReportWeight(weight_g=40))
    assert world.effects.count(asked) == 1
    world.run(late(f.Timer.BAGGING))
    assert [(one.kind, one.line_id) for one in world.state.book.open] == [("place_item", 1)]
    world.run(scan(WINE))
    assert asked in world.new


def test_what_the_law_asks_for_is_not_held_against_the_shopper() -> None:
    world = lane(replace(POLICY, limits=LimitRules(exceptions=2)))
    for _ in range(4):
        world.run(scan(WINE))
        world.run(c.RemoveLine(line_id=world.sale.lines[0].line_id))
    assert "misuse_count" not in kinds(world)


def test_a_lane_without_a_scale_hears_nothing_of_weights(world: World) -> None:
    world.run(scan(PEN))
    for command in (sc.ReportWeight(weight_g=500), sc.SkipBagging(line_id=1), sc.PlaceOwnBag()):
        assert world.ignored(command)


def test_following_twice_is_following_once(world: World) -> None:
    """Rules that look ahead give events that were followed already; the door follows them again."""
    world.run(scan(WINE), scan(PEN), c.CallHelp(), scan(WINE))
    now = Moment(at_us=LATE_US, local="2026-03-01T11:00:00+01:00")
    before = lane().state.situation
    asked = [event for event in world.journal[1:] if not isinstance(event, v.InterventionEvent)]
    once = follow(before, asked, world.shop.rules, now)
    assert isinstance(once, tuple)
    assert len(once) > len(asked)
    assert follow(before, once, world.shop.rules, now) == once
