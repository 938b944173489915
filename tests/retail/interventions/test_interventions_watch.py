"""What journal events call for, and that the table says the same."""

import pytest
from interventions_world import ANNA, GIN, MAX, MILK, NOON, PILLS, Lane, added, beer, gin, priced, started
from msgspec.structs import replace

from retail.card import CardResult
from retail.coupons.model import Benefit, Coupon, CouponKind, Redemption, Saving
from retail.interventions import events as v
from retail.interventions import wishes as w
from retail.interventions.follow import on_idle, on_touch
from retail.interventions.kinds import KINDS
from retail.interventions.policy_file import read_policy
from retail.interventions.situation import begin, carried
from retail.interventions.words import Severity
from retail.journal import events as e

RECALLED = "09521000000059"


def lane(*events: object, **more: object) -> Lane:
    shop = Lane(**more)  # type: ignore[arg-type]
    shop.happen(started(), *events)  # type: ignore[arg-type]
    return shop


def device(name: str, condition: str, code: str = "") -> e.DeviceChanged:
    return e.DeviceChanged(device=name, condition=condition, code=code)


def coupon(value: int, needs_staff: str = "") -> Coupon:
    return Coupon(
        kind=next(iter(CouponKind)),
        text="123",
        coupon_id="123",
        saving=Saving(benefit=Benefit.BASKET_AMOUNT, value=value),
        redemption=next(iter(Redemption)),
        needs_staff=needs_staff,
    )


WITH_LIMITS = read_policy(
    {
        "goods": {"coupon_over_minor": 500, "markdown": "first", "serial": ["phones"],
                  "tagged": ["drinks/spirits"], "produce_over_minor": 1_000},
        "limits": {"value_minor": 10_000, "void_value_minor": 200},
    }
)  # fmt: skip
STRICT_SCALE = {"policy": WITH_LIMITS, "has_scale": True}


CASES: list[tuple[str, Lane, tuple[object, ...]]] = [
    ("help", lane(), (e.HelpCalled(),)),
    ("lane_closed", lane(), (e.LaneClosed(by="anna", reason="break"),)),
    ("receipt_paper", lane(), (device("printer", "fault", "paper_end"),)),
    ("receipt_paper", lane(), (device("printer", "warning", "paper_low"),)),
    ("receipt_paper", lane(), (e.PrintWaited(job_id="j", code="cover_open"),)),
    ("device_offline", lane(), (device("terminal", "fault", "silent"),)),
    ("scale_fault", lane(), (device("bagging_scale", "fault", "unstable"),)),
    ("cash_fault", lane(), (device("cash", "fault", "jam"),)),
    ("age_check", lane(), (beer(1),)),
    ("not_for_sale", lane(), (added(1, RECALLED),)),
    ("security_tag", lane(policy=WITH_LIMITS), (gin(1),)),
    ("serial_needed", lane(policy=WITH_LIMITS), (added(1, MILK, "phones"),)),
    ("price_required", lane(), (added(1, price_minor=0),)),
    ("quantity_over_limit", lane(), (added(1, quantity=6),)),
    ("quantity_over_limit", lane(added(1)), (e.QuantityChanged(line_id=1, quantity=6),)),
    ("regulated_quantity", lane(), (added(1, PILLS, quantity=3),)),
    ("regulated_quantity", lane(added(1, PILLS)), (e.QuantityChanged(line_id=1, quantity=3),)),
    ("basket_limit", lane(), (added(1, quantity=21),)),
    ("basket_limit", lane(added(1)), (e.QuantityChanged(line_id=1, quantity=30),)),
    ("basket_limit", lane(policy=WITH_LIMITS), (priced(10_001),)),
    ("item_not_on_file", lane(), (e.CodeNotFound(text="1", reason="unknown"),)),
    ("code_unreadable", lane(), (e.CodeNotFound(text="1", reason="unreadable"),) * 3),
    ("void_over_limit", lane(added(1, quantity=5)), (e.ItemVoided(line_id=1),)),
    ("void_over_limit", lane(added(1, quantity=5)), (e.QuantityChanged(line_id=1, quantity=1),)),
    ("coupon_check", lane(policy=WITH_LIMITS), (e.CouponShown(coupon_no=1, coupon=coupon(501)),)),
    ("coupon_check", lane(), (e.CouponShown(coupon_no=1, coupon=coupon(5, "printed_value")),)),
    ("coupon_check", lane(policy=WITH_LIMITS),
     (e.CouponHeld(coupon_no=1, by="online", coupon=coupon(501)),)),
    ("payment_unknown", lane(), (e.PaymentUnknown(attempt_id="a", reason="silent"),)),
    ("payment_declined", lane(),
     (e.PaymentRefused(attempt_id="a", refusal=e.Refusal.DECLINED),) * 3),
    ("audit", lane(),
     (v.CheckDrawn(extent="full", score=30, because=(("voided", 30),), line_ids=(1,), at_us=NOON),)),
    ("own_bag", lane(**STRICT_SCALE), (v.OwnBagPlaced(weight_g=5_000, at_us=NOON),)),
    ("bagging_full", lane(**STRICT_SCALE), (v.WeightSettled(weight_g=29_000, at_us=NOON),)),
    ("skip_bagging", lane(**STRICT_SCALE),
     tuple(v.BaggingSkipped(line_id=n, at_us=NOON) for n in range(1, 5))),
    ("markdown_check", lane(policy=WITH_LIMITS),
     (e.ItemAdded(line_id=1, product=added(1).product, price_minor=50, is_marked_down=True),)),
    ("produce_check", lane(policy=WITH_LIMITS),
     (e.ItemAdded(line_id=1, product=added(1, price_minor=900).product, weight_g=2_000),)),
    ("expired_unit", lane(),
     (e.ItemAdded(line_id=1, product=added(1).product, scanned="010952100000003517261122"),)),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "shop", "events"), CASES, ids=[f"{n}-{c[0]}" for n, c in enumerate(CASES)])
def test_an_event_raises_its_kind_and_the_table_names_that_event(
    kind: str, shop: Lane, events: tuple[object, ...]
) -> None:
    assert kind not in shop.open()
    shop.happen(*events)  # type: ignore[arg-type]
    assert kind in shop.open()
    assert type(events[-1]).__name__ in KINDS[kind].raised_by


def test_every_kind_that_events_raise_is_shown_here() -> None:
    by_events = {kind.word for kind in KINDS.values() if set(kind.raised_by) - {"Raise", "Timer"}}
    shown = {kind for kind, _, _ in CASES} | {"time_restricted", "misuse_count"}
    assert by_events == shown


@pytest.mark.parametrize(
    ("local", "is_raised"),
    [("21:59", False), ("22:00", True), ("00:10", True), ("05:59", True), ("06:00", False)],
)
def test_hours_go_over_midnight(local: str, is_raised: bool) -> None:
    shop = lane()
    shop.local = f"2026-11-23T{local}:00+01:00"
    shop.happen(gin(1))
    assert ("time_restricted" in shop.open()) is is_raised


def test_a_use_by_date_counts_until_its_evening() -> None:
    today = e.ItemAdded(line_id=1, product=added(1).product, scanned="010952100000003517261123")
    assert lane(today).open() == {}


@pytest.mark.parametrize(
    ("scanned", "is_stopped"),
    [
        (f"01{MILK}10L4711", True),
        (f"https://id.gs1.org/01/{MILK}/10/L4711", True),
        (f"01{MILK}10L4712", False),
        (f"01{MILK}17270228", False),
        (MILK[1:], False),
    ],
)
def test_of_a_recalled_lot_only_its_own_units_are_stopped(scanned: str, is_stopped: bool) -> None:
    shop = lane(policy=read_policy({"goods": {"stopped": [f"{MILK}/L4711"]}}))
    shop.happen(e.ItemAdded(line_id=1, product=added(1).product, scanned=scanned))

    assert ("not_for_sale" in shop.open()) is is_stopped


def test_what_a_line_raised_goes_with_it() -> None:
    shop = lane(gin(1), added(2, RECALLED), added(3, price_minor=0))
    assert len(shop.open()) == 3
    for line_id, left in ((1, {"not_for_sale", "price_required"}), (2, {"price_required"}), (3, set())):
        shop.happen(e.ItemVoided(line_id=line_id))
        assert set(shop.open()) == left


def test_a_quantity_back_within_its_limit_is_fine_again_on_whatever_line() -> None:
    shop = lane(added(1, quantity=3), added(2, quantity=3))
    assert "quantity_over_limit" in shop.open()
    shop.happen(e.ItemVoided(line_id=2))
    assert "quantity_over_limit" not in shop.open()


def test_one_more_tagged_piece_is_one_more_tag_to_take_off() -> None:
    shop = lane(gin(1), policy=WITH_LIMITS)
    shop.wish(
        w.Approve(intervention_no=shop.open()["security_tag"], staff=ANNA, why="tag_removed", measure_seen=1)
    )
    shop.happen(e.QuantityChanged(line_id=1, quantity=1))
    assert "security_tag" not in shop.open()
    shop.happen(e.QuantityChanged(line_id=1, quantity=2))
    assert not shop.situation.book.may_pay


def test_a_regulated_sum_counts_over_lines_and_is_settled_by_taking_one_off() -> None:
    shop = lane(added(1, PILLS, quantity=2), added(2, PILLS))
    assert "regulated_quantity" in shop.open()
    shop.happen(e.ItemVoided(line_id=2))
    assert shop.open() == {}


def test_a_big_basket_once_confirmed_is_not_asked_about_at_its_next_item() -> None:
    shop = lane(added(1, quantity=21))
    one = shop.situation.book.find("basket_limit", "pieces")
    assert one is not None
    for number in shop.open().values():
        seen = shop.situation.book.numbered(number)
        assert seen is not None
        why = KINDS[seen.kind].approve_reasons[0]
        shop.wish(w.Approve(intervention_no=number, staff=ANNA, why=why, measure_seen=seen.measure))
    shop.happen(added(2, GIN))
    assert shop.open() == {}
    shop.happen(added(3, "09521000000066", quantity=11))
    assert "basket_limit" in shop.open()


def test_the_end_of_a_payment_settles_what_it_raised() -> None:
    shop = lane(e.PaymentUnknown(attempt_id="a", reason="silent"))
    assert not shop.situation.book.may_pay
    shop.happen(e.PaymentRefused(attempt_id="a", refusal=e.Refusal.NOT_CHARGED))
    assert shop.situation.book.may_pay
    shop = lane(e.PaymentUnknown(attempt_id="a", reason="silent"))
    good = CardResult(result_code=0, amount_minor=5, currency="EUR", terminal_id="1", receipt_number=2)
    shop.happen(
        e.PaymentApproved(attempt_id="a", amount_minor=5, result=good, paid_at="2026-11-23T12:00:00Z")
    )
    assert shop.open() == {}


def test_a_device_that_is_ready_again_settles_its_own_fault_only() -> None:
    shop = lane(device("printer", "fault", "paper_end"), device("camera", "fault", "frozen"))
    shop.happen(device("printer", "ready"))
    assert set(shop.open()) == {"device_offline"}
    shop.happen(device("camera", "ready"))
    assert shop.open() == {}


def dear(line_id: int) -> e.ItemAdded:
    return added(line_id, GIN, "drinks/spirits/dear")


def test_what_the_law_asks_for_is_not_counted_against_the_shopper() -> None:
    shop = lane(*(gin(line_id) for line_id in range(1, 6)))
    assert shop.open() == {"age_check": 5}
    assert shop.situation.book.calls == 0


def test_too_many_calls_in_one_purchase_want_one_look_more_and_only_one() -> None:
    shop = lane(*(dear(line_id) for line_id in range(1, 6)))
    assert "misuse_count" not in shop.open()
    shop.happen(dear(6))
    assert "misuse_count" in shop.open()
    shop.wish(
        w.Approve(
            intervention_no=shop.open()["misuse_count"], staff=ANNA, why="nothing_wrong", measure_seen=5
        )
    )
    shop.happen(dear(7))
    assert "misuse_count" not in shop.open()


def test_devices_that_fail_are_not_counted_against_the_shopper() -> None:
    shop = lane(*(dear(line_id) for line_id in range(1, 6)))
    shop.happen(e.DeviceChanged(device="printer", condition="fault", code="paper_end"), e.HelpCalled())
    assert "misuse_count" not in shop.open()
    assert shop.situation.book.calls == 5


def test_an_idle_lane_asks_kindly_and_a_touch_is_answer_enough() -> None:
    shop = lane(added(1))
    done = on_idle(shop.situation, shop.rules, shop.now)
    assert isinstance(done, tuple)
    shop.happen(*done)
    assert shop.situation.book.open[0].severity is Severity.NUDGE
    assert shop.situation.book.may_pay
    touched = on_touch(shop.situation, shop.rules, shop.now)
    assert isinstance(touched, tuple)
    shop.happen(*touched)
    assert shop.open() == {}
    empty = lane()
    assert isinstance(on_idle(empty.situation, empty.rules, empty.now), w.Ignored)
    left = on_idle(shop.situation, shop.rules, shop.now, at_payment_step=True)
    assert isinstance(left, tuple)
    assert [event.kind for event in left if isinstance(event, v.InterventionRaised)] == ["walk_away"]


def test_followed_events_keep_the_order_they_were_given_in() -> None:
    shop = lane(gin(1))
    given = (gin(2), priced(500), beer(3))
    shop.happen(*given)
    assert [event for event in shop.journal if event in given] == list(given)
    raised = [event.line_id for event in shop.journal if isinstance(event, v.InterventionRaised)]
    assert raised == [1, 2, 3]
    assert shop.journal.index(given[1]) == shop.journal.index(given[0]) + 2


def test_a_restart_ends_where_it_was_and_a_fold_may_start_from_what_is_carried() -> None:
    shop = lane(gin(1), device("printer", "fault", "paper_end"))
    shop.happen(e.TransactionCancelled(reason="shopper"))
    kept = begin(carried(shop.situation))
    shop.happen(e.LaneIdle(next_number=2, language="en"))
    assert kept.book.carried() == shop.situation.book.carried()
    assert [one.kind for one in kept.book.open] == ["receipt_paper"]


def test_a_shop_day_wine_wrong_weight_unknown_code_and_a_dear_coupon() -> None:
    """The story of the issue: never stopped before payment, one visit, four decisions, all in the journal."""
    shop = Lane(
        policy=read_policy(
            {"age": {"categories": {"drinks/spirits": 18}}, "goods": {"coupon_over_minor": 500}}
        ),
        has_scale=True,
    )
    shop.happen(started(), gin(1), v.WeightSettled(weight_g=1_200, at_us=NOON))
    shop.happen(e.CodeNotFound(text="?", reason="unknown"), e.CodeNotFoundDismissed())
    shop.happen(e.CouponShown(coupon_no=1, coupon=coupon(900)))
    shop.happen(added(2, MILK), v.WeightSettled(weight_g=2_600, at_us=NOON))
    shop.happen(added(3, PILLS))
    shop.pay()
    shop.pay()
    assert set(shop.open()) == {"age_check", "coupon_check", "weight_mismatch"}
    for kind, why in (("age_check", "id_seen"), ("coupon_check", "coupon_checked"),
                      ("weight_mismatch", "weight_accepted")):  # fmt: skip
        number = shop.open()[kind]
        one = shop.situation.book.numbered(number)
        assert one is not None
        shop.wish(
            w.Approve(intervention_no=number, staff=MAX, why=why, measure_seen=one.measure, is_remote=True)
        )
    assert shop.situation.book.may_pay
    told = [(event.by, event.why) for event in shop.journal if isinstance(event, v.InterventionCleared)]
    assert told == [
        ("shopper", "code_resolved"), ("max", "id_seen"), ("max", "coupon_checked"),
        ("max", "weight_accepted"),
    ]  # fmt: skip


def test_decisions_made_together_stay_together_and_what_follows_comes_behind() -> None:
    shop = Lane(policy=read_policy({"limits": {"exceptions": 1}}))
    shop.happen(started())
    shop.wish(*(w.Raise(kind="produce_check", subject=f"line {n}", why="drawn") for n in (1, 2, 3)))
    assert [one.kind for one in shop.situation.book.open] == ["produce_check"] * 3 + ["misuse_count"]


def test_a_good_read_starts_the_count_of_bad_ones_again() -> None:
    bad = e.CodeNotFound(text="1", reason="unreadable")
    assert lane(bad, bad, added(1), bad).open() == {}


def test_a_coupon_whose_worth_has_no_bound_is_looked_at() -> None:
    unbounded = Saving(benefit=Benefit.AMOUNT, value=5, items=None)
    shown = e.CouponShown(coupon_no=1, coupon=replace(coupon(5), saving=unbounded))
    assert set(lane(shown, policy=WITH_LIMITS).open()) == {"coupon_check"}
