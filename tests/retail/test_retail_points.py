"""Points, next-visit coupons and stamps: exact, never more than earned, never more than the goods cost."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retail.check import BrokenInvariantError
from retail.points import (
    Balance,
    EarnRule,
    Entry,
    NextVisitRule,
    PaidUnit,
    PointsDay,
    SpendRule,
    StampRule,
    Tier,
    balance,
    earned,
    earning_base,
    next_visit,
    offline_limit,
    spend,
    stamped,
    taken_back,
    tier,
)

DAY = datetime.date(2027, 3, 5)
"""A Friday."""
AMOUNTS = st.integers(min_value=0, max_value=10**7)
RULES = st.builds(
    EarnRule,
    points=st.integers(1, 20),
    per_minor=st.sampled_from([1, 50, 100, 250]),
    days=st.just((PointsDay(multiplier=3, weekdays=(5,)),)),
)


# --- earning ---------------------------------------------------------------------------------------------


def test_points_are_earned_on_full_units_after_discounts_less_deposits() -> None:
    units = [
        PaidUnit(paid_minor=2000),
        PaidUnit(paid_minor=1780),
        PaidUnit(paid_minor=90, counts=False),
        PaidUnit(paid_minor=-25, counts=False),
    ]
    assert earning_base(units) == 3780
    assert earned(3780, EarnRule(), DAY) == 37


def test_a_triple_day_multiplies_the_full_steps() -> None:
    rule = EarnRule(days=(PointsDay(multiplier=3, weekdays=(5,)), PointsDay(multiplier=2)))
    assert earned(3780, rule, DAY) == 111
    assert earned(3780, rule, DAY + datetime.timedelta(days=1)) == 74


@pytest.mark.parametrize(("day", "included"), [(4, False), (5, True), (7, True), (8, False)])
def test_points_days_have_a_first_and_a_last_day(day: int, included: bool) -> None:
    days = PointsDay(multiplier=2, first_day=DAY, last_day=datetime.date(2027, 3, 7))
    assert days.includes(datetime.date(2027, 3, day)) is included


@given(st.lists(AMOUNTS, max_size=6), RULES)
def test_splitting_a_purchase_never_earns_more(parts: list[int], rule: EarnRule) -> None:
    assert sum(earned(part, rule, DAY) for part in parts) <= earned(sum(parts), rule, DAY)


@given(AMOUNTS, st.lists(AMOUNTS, max_size=6), RULES)
def test_returning_everything_takes_back_exactly_what_was_earned(
    first: int, others: list[int], rule: EarnRule
) -> None:
    parts = [first, *others]
    left, taken = sum(parts), 0
    for part in parts:
        taken += taken_back(left, part, rule, DAY)
        left -= part
    assert taken == earned(sum(parts), rule, DAY)


def test_more_than_was_bought_cannot_come_back() -> None:
    with pytest.raises(BrokenInvariantError):
        taken_back(100, 101, EarnRule(), DAY)


@pytest.mark.parametrize(
    ("rule", "fields"),
    [
        (EarnRule, {"per_minor": 0}),
        (EarnRule, {"points": -1}),
        (PointsDay, {"multiplier": 0}),
        (PointsDay, {"multiplier": 101}),
        (SpendRule, {"points": 0}),
        (SpendRule, {"amount_minor": 0}),
        (NextVisitRule, {"from_minor": 1, "value_minor": 0}),
        (NextVisitRule, {"from_minor": 1, "value_minor": 1, "valid_days": 0}),
        (StampRule, {"stamps_needed": 0}),
    ],
)
def test_rules_that_make_no_sense_cannot_be_built(rule: type, fields: dict[str, int]) -> None:
    with pytest.raises(BrokenInvariantError):
        rule(**fields)


def test_a_basket_of_empties_earns_nothing_and_owes_nothing() -> None:
    assert earning_base([PaidUnit(paid_minor=-200)]) == 0


# --- spending --------------------------------------------------------------------------------------------


def test_five_hundred_points_are_five_off() -> None:
    spending = spend(500, 800, 3780, SpendRule())
    assert (spending.points, spending.amount_minor) == (500, 500)


def test_points_beyond_the_goods_are_not_taken() -> None:
    """A known engine took 300 points worth 30.00 for goods of 20.00."""
    spending = spend(300, 300, 2000, SpendRule(points=10, amount_minor=100))
    assert (spending.points, spending.amount_minor) == (200, 2000)


def test_nothing_is_spent_below_the_least_balance_or_against_the_limit() -> None:
    assert spend(100, 499, 1000, SpendRule(from_points=500)).points == 0
    assert spend(500, 500, 1000, SpendRule(from_points=500)).points == 500
    assert spend(500, 500, 1000, SpendRule(), limit_points=250).points == 200
    assert spend(500, 500, 1000, SpendRule(), limit_points=0).points == 0
    assert offline_limit(known_balance=500, spent_since=400, cap=300) == 100
    assert offline_limit(known_balance=500, spent_since=0, cap=300) == 300
    assert offline_limit(known_balance=100, spent_since=400, cap=300) == 0


@given(
    AMOUNTS, AMOUNTS, AMOUNTS, st.integers(1, 500), st.integers(1, 500), st.none() | st.integers(0, 10_000)
)
def test_spending_stays_within_wish_balance_limit_and_basket(
    wanted: int, held: int, basket: int, points: int, amount: int, limit: int | None
) -> None:
    spending = spend(wanted, held, basket, SpendRule(points=points, amount_minor=amount), limit)
    assert 0 <= spending.points <= min(wanted, held, held if limit is None else limit)
    assert spending.amount_minor <= basket
    assert spending.points * amount == spending.amount_minor * points


# --- the ledger ------------------------------------------------------------------------------------------


def entry(name: str, kind: str, points: int, **more: object) -> Entry:
    fields = {"entry_id": name, "kind": kind, "points": points, "transaction_id": "t1", "day": DAY} | more
    return Entry(**fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "fields", [{"points": 0}, {"points": 10**9 + 1}, {"transaction_id": ""}, {"entry_id": ""}]
)
def test_an_entry_that_says_nothing_cannot_be_built(fields: dict[str, object]) -> None:
    named = {"entry_id": "1", "kind": "earn", "points": 1, "transaction_id": "t1", "day": DAY} | fields
    with pytest.raises(BrokenInvariantError):
        Entry(**named)  # type: ignore[arg-type]


def test_earned_points_wait_until_the_goods_can_no_longer_come_back() -> None:
    ledger = [entry("1", "earn", 37, available_on=DAY + datetime.timedelta(days=14))]
    assert balance(ledger, DAY) == Balance(available=0, pending=37)
    assert balance(ledger, DAY + datetime.timedelta(days=14)) == Balance(available=37, pending=0)


def test_a_return_takes_pending_points_first_and_never_below_zero() -> None:
    ledger = [
        entry("1", "earn", 100, transaction_id="old"),
        entry("2", "earn", 37, available_on=DAY + datetime.timedelta(days=14)),
        entry("3", "return", 40),
    ]
    assert balance(ledger, DAY) == Balance(available=97, pending=0)
    spent = [*ledger, entry("4", "spend", 120)]
    assert balance(spent, DAY) == Balance(available=0, pending=0, owed=23)
    assert balance([*spent, entry("5", "give_back", 120)], DAY).available == 97


ENTRIES = st.lists(
    st.builds(
        entry,
        st.integers(0, 30).map(str),
        st.sampled_from(["earn", "spend", "return", "give_back", "expire"]),
        st.integers(1, 500),
        transaction_id=st.sampled_from(["a", "b"]),
        available_on=st.none() | st.just(DAY + datetime.timedelta(days=3)),
    ),
    max_size=12,
)


@given(ENTRIES)
def test_an_entry_that_arrives_twice_counts_once(ledger: list[Entry]) -> None:
    assert balance([*ledger, *ledger], DAY) == balance(ledger, DAY)
    levels = [Tier(name="gold", points=400)]
    assert tier([*ledger, *ledger], levels, DAY) == tier(ledger, levels, DAY)


@given(ENTRIES)
def test_a_balance_is_never_negative_and_never_both_owed_and_available(ledger: list[Entry]) -> None:
    held = balance(ledger, DAY)
    assert min(held.available, held.pending, held.owed) >= 0
    assert held.available == 0 or held.owed == 0


def test_a_tier_counts_points_of_its_last_days_less_returns() -> None:
    levels = [Tier(name="gold", points=1000), Tier(name="silver", points=300)]
    old = DAY - datetime.timedelta(days=365)
    ledger = [entry("1", "earn", 900, day=old + datetime.timedelta(days=1)), entry("2", "earn", 150)]
    assert tier(ledger, levels, DAY) == "gold"
    assert tier([*ledger, entry("3", "return", 51)], levels, DAY) == "silver"
    assert tier(ledger, levels, DAY + datetime.timedelta(days=1)) == ""


# --- next visit and stamps -------------------------------------------------------------------------------


def test_a_spend_of_thirty_earns_three_for_the_next_visit() -> None:
    rules = [NextVisitRule(from_minor=3000, value_minor=300), NextVisitRule(from_minor=6000, value_minor=800)]
    assert next_visit(2999, rules, DAY) is None
    coupon = next_visit(3000, rules, DAY)
    assert coupon is not None
    assert (coupon.value_minor, coupon.valid_from) == (300, DAY + datetime.timedelta(days=1))
    assert coupon.valid_until == DAY + datetime.timedelta(days=30)
    best = next_visit(9000, rules, DAY)
    assert best is not None
    assert best.value_minor == 800


@pytest.mark.parametrize(
    ("stamps", "units", "same_visit", "free", "after"),
    [
        (9, 1, False, 1, 0),
        (8, 2, False, 0, 10),
        (8, 2, True, 1, 0),
        (18, 3, False, 2, 1),
        (0, 20, True, 2, 0),
        (0, 9, True, 0, 9),
    ],
)
def test_every_tenth_coffee_is_free(stamps: int, units: int, same_visit: bool, free: int, after: int) -> None:
    given_ = stamped(stamps, units, StampRule(same_visit=same_visit))
    assert (given_.free_units, given_.stamps_after) == (free, after)


@given(st.integers(0, 200), st.integers(0, 200), st.integers(1, 20), st.booleans())
def test_every_free_unit_was_paid_for_in_stamps(stamps: int, units: int, needed: int, same: bool) -> None:
    result = stamped(stamps, units, StampRule(stamps_needed=needed, same_visit=same))
    assert 0 <= result.free_units <= units
    assert result.stamps_after >= 0
    assert result.stamps_after + result.free_units * needed == stamps + units - result.free_units
    if same:
        assert result.stamps_after <= needed or result.free_units == units
