"""What staff see: one visit per lane, and whom to visit first."""

from hypothesis import given
from hypothesis import strategies as st
from interventions_world import ANNA, NOON, SECOND, Lane, added, beer, gin, started

from retail.interventions import events as v
from retail.interventions import wishes as w
from retail.interventions.book import Book
from retail.interventions.visits import Visit, in_order, light_of, place, visit_of
from retail.interventions.words import Blocks, Light, Severity
from retail.journal import events as e


def visit(severity: Severity = Severity.STAFF, since: int = NOON, looked: bool = False) -> Visit:
    return Visit(severity=severity, blocks=Blocks.PAYMENT, since_us=since, is_looked_at=looked, needs=())


def test_nobody_is_called_to_a_lane_with_nudges_only() -> None:
    lane = Lane()
    lane.happen(started(), e.CodeNotFound(text="?", reason="unknown"))
    assert visit_of(lane.situation.book) is None
    assert visit_of(Book()) is None
    assert light_of(lane.situation.book) is Light.UNCHANGED


def test_one_visit_holds_all_gravest_and_oldest_first_and_nudges_last() -> None:
    lane = Lane()
    lane.happen(started(), beer(1))
    lane.later(5)
    lane.happen(gin(2), added(3, "09521000000059"), e.CodeNotFound(text="?", reason="unknown"))
    lane.happen(e.PaymentUnknown(attempt_id="a", reason="silent"))
    lane.later(30)
    lane.wish(w.Tick())
    found = visit_of(lane.situation.book)
    assert found is not None
    assert [one.kind for one in found.needs] == [
        "payment_unknown", "age_check", "age_check", "not_for_sale", "item_not_on_file",
    ]  # fmt: skip
    assert (found.severity, found.blocks, found.since_us) == (Severity.CRITICAL, Blocks.PAYMENT, NOON)
    assert not found.can_be_remote
    assert light_of(lane.situation.book) is Light.RED_BLINKING


def test_a_visit_can_be_remote_if_all_that_called_can_be() -> None:
    lane = Lane()
    lane.happen(started(), beer(1))
    found = visit_of(lane.situation.book)
    assert found is not None
    assert found.can_be_remote
    assert light_of(lane.situation.book) is Light.YELLOW


def test_the_place_in_the_queue_counts_those_nobody_is_at() -> None:
    visits = {
        "1": visit(since=NOON),
        "2": visit(since=NOON + SECOND),
        "3": visit(Severity.CRITICAL, NOON + 9 * SECOND),
        "4": visit(since=NOON - SECOND, looked=True),
    }
    assert in_order(visits) == ("3", "4", "1", "2")
    assert [place(visits, lane) for lane in ("3", "1", "2", "4", "9")] == [1, 2, 3, 2, 0]


@given(
    st.dictionaries(
        st.text("123456789", min_size=1, max_size=2),
        st.builds(
            visit,
            severity=st.sampled_from([Severity.STAFF, Severity.CRITICAL]),
            since=st.integers(NOON, NOON + 5),
            looked=st.booleans(),
        ),
        max_size=8,
    ),
    st.randoms(use_true_random=False),
)
def test_the_order_does_not_depend_on_who_spoke_first(visits: dict[str, Visit], chance: object) -> None:
    lanes = list(visits)
    chance.shuffle(lanes)  # type: ignore[attr-defined]
    mixed = {lane: visits[lane] for lane in lanes}
    assert in_order(mixed) == in_order(visits)
    waiting = [lane for lane in in_order(visits) if not visits[lane].is_looked_at]
    assert [place(mixed, lane) for lane in waiting] == list(range(1, len(waiting) + 1))


def test_looking_is_told_once_and_by_whom() -> None:
    lane = Lane()
    lane.happen(started(), beer(1), gin(2))
    lane.wish(w.Look(numbers=frozenset(lane.open().values()), staff=ANNA, is_remote=True))
    lane.wish(w.Look(numbers=frozenset({1, 2}), staff=ANNA))
    looked = [
        (event.intervention_no, event.why)
        for event in lane.journal
        if isinstance(event, v.InterventionLooked)
    ]
    assert sorted(looked) == [(1, "lane"), (2, "remote")]
