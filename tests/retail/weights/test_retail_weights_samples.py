"""Which purchases teach a weight."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retail.catalogue import Product
from retail.interventions import events as v
from retail.interventions.carried import Carried
from retail.interventions.words import Blocks, Clearer, Role, Severity
from retail.journal import events as e
from retail.weights.samples import taught

MILK, BREAD = "09521000000035", "09521000000042"
NOON = 1_790_000_000_000_000


def product(key: str, unit: str = "piece") -> Product:
    return Product(
        key=key, gtin=key, names={"": key}, price_minor=129, currency="EUR", tax_rate_bp=700, unit=unit
    )


def started(number: int = 1, **more: object) -> e.TransactionStarted:
    return e.TransactionStarted(
        transaction_id=f"t{number}",
        number=number,
        started_at="2026-11-23T12:00:00+01:00",
        currency="EUR",
        **more,  # type: ignore[arg-type]
    )


def added(line_id: int, key: str = MILK, quantity: int = 1, **more: object) -> e.ItemAdded:
    unit = "kg" if more.pop("is_loose", False) else "piece"
    return e.ItemAdded(line_id=line_id, product=product(key, unit), quantity=quantity, **more)  # type: ignore[arg-type]


def rests(weight_g: int) -> v.WeightSettled:
    return v.WeightSettled(weight_g=weight_g, at_us=NOON + weight_g)


CLOSED = e.TransactionClosed(transaction_id="t1", total_minor=129, receipt="none")


def learned(*events: e.AnyEvent, end: e.AnyEvent = CLOSED) -> list[tuple[int, str, int]]:
    return [(one.line_id, one.key, one.weight_g) for one in taught([started(), *events, end], weight_g=0)]


def raised(kind: str, number: int = 1) -> v.InterventionRaised:
    return v.InterventionRaised(
        intervention_no=number,
        by=v.LANE,
        why="+12 g",
        at_us=NOON,
        kind=kind,
        severity=Severity.NUDGE,
        graver=Severity.STAFF,
        blocks=Blocks.PAYMENT,
        clearer=Clearer.ATTENDANT,
        is_remote=True,
    )


def approved(why: str, number: int = 1) -> v.InterventionCleared:
    return v.InterventionCleared(
        intervention_no=number, by="anna", why=why, at_us=NOON, how="approved", role=Role.ATTENDANT
    )


def test_one_piece_after_another_teaches_both() -> None:
    told = learned(added(1), rests(1_030), added(2, BREAD), rests(1_537))
    assert told == [(1, MILK, 1_030), (2, BREAD, 507)]


def test_a_sample_knows_when_and_in_which_purchase() -> None:
    [sample] = taught([started(), added(1), rests(1_030), CLOSED], weight_g=0)
    assert (sample.at_us, sample.transaction_id, sample.line_id) == (NOON + 1_030, "t1", 1)


def test_what_lay_there_before_the_purchase_does_not_count() -> None:
    assert [one.weight_g for one in taught([rests(200), started(), added(1), rests(1_230), CLOSED])] == [
        1_030
    ]


def test_a_purchase_by_itself_loses_only_the_item_that_shows_where_the_weight_begins() -> None:
    alone = [started(), added(1), rests(1_030), added(2, BREAD), rests(1_537), CLOSED]
    assert [(one.key, one.weight_g) for one in taught(alone)] == [(BREAD, 507)]
    several = [started(), added(1), added(2, BREAD), rests(1_030), added(3), rests(2_060), CLOSED]
    assert list(taught(several)) == []


def test_what_the_lane_carried_over_is_where_the_weight_begins() -> None:
    idle = e.LaneIdle(next_number=1, language="en", situation=Carried(weight_g=200))
    assert [one.weight_g for one in taught([idle, started(), added(1), rests(1_230), CLOSED])] == [1_030]


def test_of_several_pieces_of_a_line_the_first_counts() -> None:
    assert learned(added(1), rests(1_030), added(1), rests(2_062)) == [(1, MILK, 1_030)]
    assert learned(added(1), rests(1_030), e.QuantityChanged(line_id=1, quantity=2), rests(2_062)) == [
        (1, MILK, 1_030)
    ]


def test_an_own_bag_put_down_before_is_where_the_weight_begins() -> None:
    bag = v.OwnBagPlaced(weight_g=300, at_us=NOON)
    assert learned(rests(300), bag, added(1), rests(1_330)) == [(1, MILK, 1_030)]


def test_a_thing_that_is_lifted_and_put_back_changes_nothing() -> None:
    moved = (rests(20), rests(1_028))
    assert learned(added(1), rests(1_030), *moved, added(2, BREAD), rests(1_537)) == [
        (1, MILK, 1_030),
        (2, BREAD, 507),
    ]


NOTHING: list[tuple[str, Sequence[e.AnyEvent]]] = [
    ("two awaited at once", (added(1), added(2, BREAD), rests(1_537))),
    ("two pieces at once", (added(1, quantity=2), rests(2_060))),
    ("put down in two steps", (added(1), rests(300), rests(1_030))),
    ("taken off", (added(1), rests(1_030), e.ItemVoided(line_id=1))),
    ("goods by weight", (added(1, weight_g=735), rests(735))),
    ("loose goods", (added(1, is_loose=True), rests(735))),
    ("a price in the code", (added(1, price_minor=100), rests(735))),
    ("not bagged", (added(1), v.BaggingSkipped(line_id=1, at_us=NOON), added(2, BREAD), rests(507))),
    ("own bag in the middle", (added(1), v.OwnBagPlaced(weight_g=1_330, at_us=NOON), rests(1_330))),
    ("full bags moved", (v.FullBagsMoved(weight_g=0, at_us=NOON), added(1), rests(1_030))),
    ("lifted, and less put back", (added(1), v.BaggingSkipped(line_id=1, at_us=NOON), rests(500))),
    ("fewer pieces", (added(1, quantity=2), e.QuantityChanged(line_id=1, quantity=1), rests(1_030))),
    ("it never arrived", (added(1), rests(5))),
]


@pytest.mark.parametrize(("case", "events"), NOTHING, ids=[case for case, _ in NOTHING])
def test_what_can_be_mistaken_teaches_nothing(case: str, events: Sequence[e.AnyEvent]) -> None:
    assert learned(*events) == [], case


@pytest.mark.parametrize("kind", ["unexpected_item", "weight_mismatch", "item_removed", "scale_fault"])
def test_a_purchase_with_trouble_in_the_bagging_area_teaches_nothing(kind: str) -> None:
    assert learned(added(1), rests(1_030), raised(kind)) == []
    assert learned(added(1), rests(1_030), raised(kind), approved("nothing_wrong")) == []


def test_trouble_elsewhere_does_not_matter() -> None:
    assert learned(added(1), rests(1_030), raised("age_check")) == [(1, MILK, 1_030)]


@pytest.mark.parametrize("why", ["weight_accepted", "item_checked"])
def test_staff_who_accept_a_weight_teach_it(why: str) -> None:
    assert learned(added(1), rests(1_030), raised("weight_mismatch"), approved(why)) == [(1, MILK, 1_030)]
    two = (raised("weight_mismatch", 1), raised("item_removed", 2), approved(why, 1))
    assert learned(added(1), rests(1_030), *two) == []


def test_cancelled_open_and_training_purchases_teach_nothing() -> None:
    goods = (added(1), rests(1_030))
    assert learned(*goods, end=e.TransactionCancelled(reason="shopper")) == []
    assert list(taught([started(), *goods], weight_g=0)) == []
    assert list(taught([started(is_training=True), *goods, CLOSED], weight_g=0)) == []


def test_purchases_do_not_touch_each_other() -> None:
    spoilt = [started(1), added(1), rests(1_030), raised("weight_mismatch"), CLOSED]
    cleared = [rests(0), started(2), added(1, BREAD), rests(507), CLOSED]
    assert [(one.transaction_id, one.weight_g) for one in taught([*spoilt, *cleared])] == [("t2", 507)]


EVENTS = st.one_of(
    st.builds(added, st.integers(1, 4), st.sampled_from([MILK, BREAD]), st.integers(1, 3)),
    st.builds(e.QuantityChanged, line_id=st.integers(1, 5), quantity=st.integers(1, 4)),
    st.builds(e.ItemVoided, line_id=st.integers(1, 5)),
    st.builds(rests, st.integers(0, 5_000)),
    st.builds(v.OwnBagPlaced, weight_g=st.integers(0, 5_000), at_us=st.just(NOON)),
    st.builds(v.BaggingSkipped, line_id=st.integers(1, 5), at_us=st.just(NOON)),
    st.sampled_from([started(1), started(2), CLOSED, e.TransactionCancelled(reason="shopper")]),
    st.sampled_from([raised("weight_mismatch"), approved("weight_accepted"), approved("nothing_wrong")]),
)


@given(st.lists(EVENTS, max_size=40), st.none() | st.integers(0, 5_000))
def test_whatever_a_journal_holds_each_line_teaches_once_and_only_what_rose(
    events: list[e.AnyEvent], weight_g: int | None
) -> None:
    for events_of_one in ([*events, CLOSED], [started(1), *events, CLOSED]):
        samples = list(taught(events_of_one, weight_g))
        rests_seen = {event.weight_g for event in events_of_one if isinstance(event, v.WeightSettled)}
        begins = rests_seen | {weight_g} | {b.weight_g for b in events if isinstance(b, v.OwnBagPlaced)}
        for sample in samples:
            assert sample.key in (MILK, BREAD)
            assert any(rest - sample.weight_g in begins for rest in rests_seen)
