"""A small store day through the real checkout: what must hold, and which way stopping at once goes."""

import json

import pytest

from benchmarks import store_day
from benchmarks.store_day_plan import After, Day, Fate, Slip, day
from benchmarks.store_day_shop import SHOPPER_FIRST, STOP_AT_ONCE, policy
from benchmarks.store_day_tally import Tally
from retail.interventions.kinds import KINDS
from retail.interventions.words import Blocks

SEED, SHOPPERS, LANES = 7, 60, 4


@pytest.fixture(scope="module")
def plan() -> Day:
    return day(SEED, SHOPPERS, LANES)


@pytest.fixture(scope="module")
def tallies(plan: Day) -> dict[str, Tally]:
    """Both days. What must hold of every event is checked while they run."""
    return {
        name: store_day.run(plan, name, lanes=LANES, attendants=1) for name in (SHOPPER_FIRST, STOP_AT_ONCE)
    }


def test_every_shopper_who_came_has_a_purchase_that_ended(tallies: dict[str, Tally]) -> None:
    for tally in tallies.values():
        assert tally.ends.total() == tally.begun == SHOPPERS
        assert tally.ends["paid"] >= SHOPPERS * 0.8
        assert set(tally.ends) <= {"paid", "cancelled", "suspended"}


def test_every_intervention_was_cleared(tallies: dict[str, Tally]) -> None:
    for tally in tallies.values():
        assert tally.cases
        assert all(case.cleared_us >= case.raised_us for case in tally.cases.values())


def test_nobody_is_stopped_before_payment_unless_the_rules_stop_at_once(tallies: dict[str, Tally]) -> None:
    first, stopping = tallies[SHOPPER_FIRST], tallies[STOP_AT_ONCE]
    assert first.stops_while_scanning == 0
    assert stopping.stops_while_scanning > 0
    assert stopping.stops > first.stops


def test_shoppers_put_more_right_alone_when_they_are_given_the_time(tallies: dict[str, Tally]) -> None:
    called = {
        name: sum(bool(case.called_us) for case in tally.cases.values()) for name, tally in tallies.items()
    }
    assert called[SHOPPER_FIRST] < called[STOP_AT_ONCE]


def test_the_same_seed_is_the_same_day_and_another_seed_another(plan: Day, tallies: dict[str, Tally]) -> None:
    again = store_day.run(day(SEED, SHOPPERS, LANES), SHOPPER_FIRST, lanes=LANES, attendants=1)
    assert again.figures(LANES) == tallies[SHOPPER_FIRST].figures(LANES)
    assert day(SEED, SHOPPERS, LANES) == plan
    assert day(SEED + 1, SHOPPERS, LANES).visits != plan.visits


def test_one_more_shopper_changes_no_mistake_of_the_others() -> None:
    fewer, more = day(3, 40, LANES), day(3, 41, LANES)
    assert [visit.items for visit in more.visits][:40] == [visit.items for visit in fewer.visits]


def test_the_plan_of_a_whole_day_holds_every_mistake_and_every_end() -> None:
    visits = day(1, 2_000, 8).visits
    items = [item for visit in visits for item in visit.items]
    assert {item.slip for item in items} == set(Slip)
    assert {item.after for item in items} == set(After)
    assert {visit.fate for visit in visits} == set(Fate)
    assert {said for visit in visits for said in visit.payments} == {
        "approved",
        "declined",
        "unknown",
        "silent",
    }
    assert any(visit.is_too_young for visit in visits)
    assert any(not visit.is_honest for visit in visits)


def test_the_other_rules_differ_only_in_stopping_at_once() -> None:
    first, stopping = policy(SHOPPER_FIRST), policy(STOP_AT_ONCE)
    for word, kind in KINDS.items():
        before, after = first.effective(kind), stopping.effective(kind)
        if before.blocks is Blocks.PAYMENT:
            assert (after.blocks, after.nudge_s) == (Blocks.AT_ONCE, 0), word
            assert (after.clearer, after.overdue_s, after.is_remote) == (
                before.clearer, before.overdue_s, before.is_remote,
            )  # fmt: skip
        else:
            assert after == before, word
    assert {name for name in first.__struct_fields__ if getattr(first, name) != getattr(stopping, name)} == {
        "kinds"
    }


def test_the_command_ends_with_one_line_of_json(
    capsys: pytest.CaptureFixture[str], tmp_path: "object"
) -> None:
    assert store_day.main(["--seed", "2", "--shoppers", "12", "--lanes", "2"]) == 0
    told = json.loads(capsys.readouterr().out.splitlines()[-1])
    for figures in (told, told[STOP_AT_ONCE]):
        assert figures["baskets"] == 12
        assert set(store_day.MAIN) <= set(figures)


@pytest.mark.parametrize("wrong", [["--lanes", "0"], ["--shoppers", "0"], ["--attendants", "9"]])
def test_numbers_that_make_no_store_are_refused(wrong: list[str]) -> None:
    with pytest.raises(SystemExit):
        store_day.main(wrong)
