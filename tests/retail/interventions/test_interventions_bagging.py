"""The bagging area: what moves about is no alarm, what is not explained is one, and order does not matter."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from interventions_world import ANNA, GIN, MILK, NOON, Lane, added, beer, gin, started, weight

from retail.interventions import balance as b
from retail.interventions import events as v
from retail.interventions import wishes as w
from retail.interventions.bagging import time_is_up, wait_s
from retail.interventions.follow import on_bagging_timer
from retail.interventions.policy import WeightRules
from retail.interventions.words import Severity
from retail.journal import events as e

RULES = WeightRules()
ITEMS = st.lists(st.integers(60, 2_000), min_size=1, max_size=8)


def lane() -> Lane:
    lane = Lane(has_scale=True)
    lane.happen(started())
    return lane


def time_up(lane: Lane) -> None:
    done = on_bagging_timer(lane.situation, lane.rules, lane.now)
    if isinstance(done, tuple):
        lane.happen(*done)


def due(line_id: int, grams: int) -> b.Due:
    return b.Due(line_id=line_id, grams=grams, tolerance_g=b.tolerance_g(grams, RULES))


# --- nothing is an alarm that balances out ---------------------------------------------------------------


@given(items=ITEMS, lifted=st.lists(st.integers(0, 7), min_size=1, max_size=6), noise=st.integers(-9, 9))
def test_shuffling_that_balances_out_never_alarms(items: list[int], lifted: list[int], noise: int) -> None:
    shop = lane()
    total = 0
    for line_id, grams in enumerate(items, start=1):
        shop.happen(_weighed(line_id, grams))
        total += grams
        shop.happen(weight(total))
    for which in lifted:
        grams = items[which % len(items)]
        shop.happen(weight(total - grams), weight(total + noise))
        time_up(shop)
        assert shop.open() == {}
    assert not any(isinstance(event, v.InterventionRaised) for event in shop.journal)


TOLD_APART = st.lists(st.sampled_from([400, 900, 1_900, 3_900]), min_size=1, max_size=4, unique=True)
"""No sum of some of them can be taken for another."""


@given(items=TOLD_APART, data=st.data())
@settings(max_examples=60)
def test_bagging_in_another_order_ends_the_same(items: list[int], data: st.DataObject) -> None:
    """Scans and bags may come in any order, as long as each item is scanned and bagged once."""
    scans = [("scan", index) for index in range(len(items))]
    bags = [("bag", index) for index in range(len(items))]
    steps = data.draw(st.permutations(scans + bags))
    balance, placed = b.Balance(), 0
    for what, index in steps:
        if what == "scan":
            balance = b.expect(balance, due(index + 1, items[index]), RULES)
        else:
            placed += items[index]
            balance = b.rest_at(balance, placed, RULES)
    assert b.read(balance, RULES) == b.Reading()
    assert balance.accepted_g == sum(items)
    assert balance.dues == ()
    assert set(balance.placed) == {index + 1 for index in range(len(items))}


@given(items=st.lists(st.integers(400, 2_000), min_size=1, max_size=8), data=st.data())
@settings(max_examples=40)
def test_everything_may_be_scanned_first_and_bagged_in_any_order(
    items: list[int], data: st.DataObject
) -> None:
    balance, placed = b.Balance(), 0
    for line_id, grams in enumerate(items, start=1):
        balance = b.expect(balance, due(line_id, grams), RULES)
    for grams in data.draw(st.permutations(items)):
        assert balance.dues
        placed += grams
        balance = b.rest_at(balance, placed, RULES)
        assert not b.read(balance, RULES).off_g
    assert (b.read(balance, RULES), balance.accepted_g) == (b.Reading(), placed)


def test_five_items_waiting_make_no_room_for_a_sixth_that_nobody_scanned() -> None:
    balance = b.Balance()
    for line_id in range(1, 6):
        balance = b.expect(balance, due(line_id, 60), RULES)
    assert b.read(b.rest_at(balance, 6 * 60, RULES), RULES).off_g == 6 * 60


@given(items=ITEMS, extra=st.integers(150, 3_000))
@settings(max_examples=60)
def test_an_item_that_nobody_scanned_is_never_taken_in(items: list[int], extra: int) -> None:
    balance, placed = b.Balance(), 0
    for line_id, grams in enumerate(items, start=1):
        balance = b.expect(balance, due(line_id, grams), RULES)
        placed += grams
        balance = b.rest_at(balance, placed, RULES)
    balance = b.rest_at(balance, placed + extra, RULES)
    assert b.read(balance, RULES).off_g == extra
    balance = b.rest_at(balance, placed, RULES)
    assert b.read(balance, RULES).is_right


@given(items=st.lists(st.integers(200, 2_000), min_size=2, max_size=6), data=st.data())
def test_a_line_taken_off_must_leave_the_scale(items: list[int], data: st.DataObject) -> None:
    balance, placed = b.Balance(), 0
    for line_id, grams in enumerate(items, start=1):
        placed += grams
        balance = b.rest_at(b.expect(balance, due(line_id, grams), RULES), placed, RULES)
    gone = data.draw(st.integers(1, len(items)))
    balance = b.forget(balance, gone, 1, RULES)
    assert not b.read(balance, RULES).is_right
    balance = b.rest_at(balance, placed - items[gone - 1], RULES)
    assert b.read(balance, RULES).is_right
    assert balance.accepted_g == placed - items[gone - 1]


# --- what the shopper is asked ---------------------------------------------------------------------------


def _weighed(line_id: int, grams: int) -> e.ItemAdded:
    event = added(line_id, f"0952100{line_id:07d}")
    return e.ItemAdded(line_id=line_id, product=event.product, weight_g=grams)


def test_an_unexpected_item_is_asked_about_after_the_grace_and_clears_when_it_is_gone() -> None:
    shop = lane()
    shop.happen(weight(400))
    assert wait_s(shop.situation, shop.rules) == shop.rules.policy.weight.grace_s
    assert shop.open() == {}
    time_up(shop)
    one = shop.situation.book.open[0]
    assert (one.kind, one.measure, one.severity, one.why) == (
        "unexpected_item", 400, Severity.NUDGE, "+400 g",
    )  # fmt: skip
    shop.happen(weight(3))
    assert shop.open() == {}
    assert wait_s(shop.situation, shop.rules) == 0


def test_scanning_the_unexpected_item_clears_it_too() -> None:
    shop = lane()
    shop.happen(weight(525))
    time_up(shop)
    shop.happen(beer(1), gin(2))
    assert set(shop.open()) == {"age_check"}


def test_a_wrong_item_is_a_mismatch_and_says_which_line() -> None:
    shop = lane()
    shop.happen(added(1, MILK), weight(700))
    time_up(shop)
    one = shop.situation.book.open[0]
    assert (one.kind, one.line_id, one.measure) == ("weight_mismatch", 1, 700)


def test_an_item_taken_away_is_asked_back() -> None:
    shop = lane()
    shop.happen(added(1, MILK), weight(1_030), weight(0))
    time_up(shop)
    assert set(shop.open()) == {"item_removed"}
    shop.happen(weight(1_025))
    assert shop.open() == {}


def test_a_removed_item_is_not_made_good_by_taking_its_line_off_while_more_is_missing() -> None:
    shop = lane()
    shop.happen(added(1, MILK), weight(1_030), added(2, GIN), weight(2_230), weight(0))
    time_up(shop)
    shop.happen(e.ItemVoided(line_id=2))
    assert not shop.situation.book.may_pay
    shop.happen(e.ItemVoided(line_id=1))
    assert shop.situation.book.may_pay


def test_one_difference_does_not_hide_behind_another() -> None:
    shop = lane()
    shop.happen(added(1, MILK), weight(1_030), weight(0))
    time_up(shop)
    shop.happen(weight(1_900))
    time_up(shop)
    assert set(shop.open()) == {"item_removed", "unexpected_item"}
    shop.happen(weight(1_030))
    assert shop.open() == {}


def test_an_item_that_is_not_put_down_is_only_asked_about() -> None:
    shop = lane()
    shop.happen(added(1, MILK))
    assert wait_s(shop.situation, shop.rules) == shop.rules.policy.weight.place_s
    time_up(shop)
    assert set(shop.open()) == {"place_item"}
    assert shop.situation.book.may_pay
    shop.happen(v.BaggingSkipped(line_id=1, at_us=NOON))
    assert shop.open() == {}
    assert wait_s(shop.situation, shop.rules) == 0


def test_skipping_more_often_than_the_store_allows_wants_a_look_and_goes_with_the_lines() -> None:
    shop = lane()
    for line_id in range(1, 5):
        shop.happen(added(line_id, MILK), v.BaggingSkipped(line_id=line_id, at_us=NOON))
    assert set(shop.open()) == {"skip_bagging"}
    shop.happen(e.ItemVoided(line_id=4))
    assert shop.open() == {}


def test_an_own_bag_is_no_goods_and_a_heavy_one_is_looked_at() -> None:
    shop = lane()
    shop.happen(v.OwnBagPlaced(weight_g=80, at_us=NOON), weight(80), added(1, MILK), weight(1_110))
    assert (shop.open(), wait_s(shop.situation, shop.rules)) == ({}, 0)
    heavy = lane()
    heavy.happen(v.OwnBagPlaced(weight_g=900, at_us=NOON), weight(900))
    assert set(heavy.open()) == {"own_bag"}
    heavy.happen(v.OwnBagPlaced(weight_g=90, at_us=NOON), weight(90))
    assert heavy.open() == {}


def test_full_bags_may_leave_but_nothing_comes_in_with_them() -> None:
    shop = lane()
    shop.happen(added(1, MILK), weight(1_030), weight(0), v.FullBagsMoved(weight_g=0, at_us=NOON))
    assert time_is_up(shop.situation, shop.rules) == ()
    shop.happen(weight(700), v.FullBagsMoved(weight_g=700, at_us=NOON))
    time_up(shop)
    assert set(shop.open()) == {"unexpected_item"}


def test_a_nearly_full_scale_asks_for_full_bags_to_be_moved() -> None:
    shop = lane()
    shop.happen(weight(27_000))
    assert "bagging_full" in shop.open()
    shop.happen(weight(26_000))
    assert "bagging_full" not in shop.open()


def test_approving_a_weight_takes_it_as_it_is() -> None:
    shop = lane()
    shop.happen(added(1, MILK), weight(1_400))
    time_up(shop)
    number = shop.open()["weight_mismatch"]
    shop.wish(w.Approve(intervention_no=number, staff=ANNA, why="weight_accepted", measure_seen=1_400))
    assert (shop.open(), shop.balance.accepted_g, shop.situation.book.weight_clears) == ({}, 1_400, 1)
    shop.happen(weight(1_405))
    assert time_is_up(shop.situation, shop.rules) == ()


def test_a_weight_that_changed_after_it_was_seen_is_not_approved() -> None:
    shop = lane()
    shop.happen(weight(300))
    time_up(shop)
    shop.happen(weight(2_300))
    time_up(shop)
    number = shop.open()["unexpected_item"]
    answer = shop.wish(w.Approve(intervention_no=number, staff=ANNA, why="nothing_wrong", measure_seen=300))
    assert answer == w.Refused(code="changed_since_seen", detail="2300")


def test_at_the_payment_step_a_difference_counts_without_grace_and_the_shopper_is_asked_first() -> None:
    shop = lane()
    shop.happen(added(1, MILK), weight(1_030), weight(1_500))
    severities = []
    for _ in range(2):
        shop.pay()
        severities += [one.severity for one in shop.situation.book.open]
        assert not shop.situation.book.may_pay
    assert severities == [Severity.NUDGE, Severity.STAFF]


def test_goods_of_unknown_weight_are_not_waited_for() -> None:
    shop = lane()
    shop.happen(added(1, "09521000009991"))
    assert wait_s(shop.situation, shop.rules) == 0


@pytest.mark.parametrize("weight_g", [1, 40, 515, 4_000])
@pytest.mark.parametrize("is_bagged", [True, False])
def test_an_unknown_pack_weight_never_stops_a_shopper(weight_g: int, is_bagged: bool) -> None:
    shop = lane()
    shop.happen(added(1, MILK), weight(1_030), added(2, "09521000009991"))
    if is_bagged:
        shop.happen(weight(1_030 + weight_g))
    shop.later(3_600)
    time_up(shop)
    shop.pay()
    assert shop.open() == {}
    assert shop.situation.book.may_pay


def test_a_new_purchase_starts_from_what_lies_there() -> None:
    shop = lane()
    shop.happen(weight(900), e.TransactionCancelled(reason="shopper"), started(2))
    assert (shop.balance.accepted_g, wait_s(shop.situation, shop.rules)) == (900, 0)


def test_a_lane_without_a_scale_asks_nothing() -> None:
    shop = Lane()
    shop.happen(started(), added(1, MILK), weight(5_000))
    assert (wait_s(shop.situation, shop.rules), time_is_up(shop.situation, shop.rules)) == (0, ())


def test_many_pieces_waiting_are_explained_in_the_order_of_scanning() -> None:
    balance = b.Balance()
    for line_id in range(1, 41):
        balance = b.expect(balance, due(line_id, 100 + line_id * 7), RULES)
    sums = [sum(100 + n * 7 for n in range(1, count + 1)) for count in (5, 20, 40)]
    for total in sums[:2]:
        assert not b.read(b.rest_at(balance, total, RULES), RULES).off_g
    assert b.rest_at(balance, sums[2], RULES).dues == ()


def test_no_more_is_waited_for_than_a_basket_has_lines() -> None:
    balance = b.Balance()
    for line_id in range(1, b.DUES_MAX + 3):
        balance = b.Balance(dues=(*balance.dues, due(line_id, 50)))
    assert len(b.expect(balance, due(9_999, 50), RULES).dues) == b.DUES_MAX


def test_one_that_stays_in_the_trolley_makes_nothing_else_wrong() -> None:
    balance, weight_g = b.expect(b.Balance(), due(1, 1_030), RULES), 0
    for line_id in range(2, 40):
        grams = 83 + 37 * line_id
        weight_g += grams
        balance = b.rest_at(b.expect(balance, due(line_id, grams), RULES), weight_g, RULES)
        assert b.read(balance, RULES).off_g == 0, line_id
    assert 1 in {one.line_id for one in b.read(balance, RULES).left}
    came = b.rest_at(balance, weight_g + 1_030, RULES)
    assert (came.dues, came.accepted_g) == ((), weight_g + 1_030)
    assert set(came.placed) == set(range(1, 40))
