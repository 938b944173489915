"""When a load is at rest, and what is sold: pure rules, time passed in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.devices.health import Device
from kiosk.devices.scale import TARE_MAX_G, NoWeight, NoWeightReason, WeightTaken
from kiosk.scale.codec.answers import Load, Sample
from kiosk.scale.profile import EXACT, ScaleProfile
from kiosk.scale.settler import LoadState, Phase, Settler, SettleRules
from kiosk.scale.weighing import Ask, Weigher, WeighRules
from kiosk.scale.wellbeing import Trouble, Wellbeing
from retail.check import BrokenInvariantError

TICK = 0.125


def stable(grams: float) -> Sample:
    return Sample(load=Load.STABLE, weight_mg=round(grams * 1_000))


MOVING, OVERLOAD = Sample(load=Load.MOVING), Sample(load=Load.OVERLOAD)


def run(settler: Settler, *samples: Sample, begin: float = 0.0) -> list[LoadState]:
    """The states after each sample, eight of them a second."""
    states = [settler.take(sample, begin + index * TICK) for index, sample in enumerate(samples)]
    assert all(states)
    return [state for state in states if state is not None]


def test_a_load_is_at_rest_once_it_has_been_the_same_for_the_settling_time() -> None:
    states = run(Settler(SettleRules()), *[stable(500)] * 5)
    assert [state.phase for state in states] == [Phase.MOVING] * 3 + [Phase.RESTING] * 2
    assert states[-1].weight_mg == 500_000


def test_a_weight_that_is_only_passed_is_never_at_rest() -> None:
    """Goods put down one after another: each sample says stable, none of them stays."""
    states = run(Settler(SettleRules()), *[stable(grams) for grams in range(0, 3_000, 100)])
    assert {state.phase for state in states} == {Phase.MOVING}


def test_a_bump_is_not_a_weight() -> None:
    settler = Settler(SettleRules())
    states = run(settler, *[stable(500)] * 5, stable(900), *[stable(500)] * 5)
    assert {state.weight_mg for state in states if state.phase is Phase.RESTING} == {500_000}


def test_overload_and_under_zero_count_once_they_last() -> None:
    for sample, phase in ((OVERLOAD, Phase.OVERLOAD), (stable(-50), Phase.UNDER_ZERO)):
        states = run(Settler(SettleRules()), *[stable(0)] * 5, sample, stable(0), *[sample] * 5)
        assert [state.phase for state in states if state.phase is phase] == [phase] * 2


def test_an_empty_scale_a_little_below_zero_is_empty() -> None:
    assert run(Settler(SettleRules()), *[stable(-2)] * 5)[-1].weight_mg == 0


def test_a_creeping_weight_is_followed_and_called_drift_once_it_is_far() -> None:
    settler = Settler(SettleRules())
    states = run(settler, *[stable(500 + index * 0.2) for index in range(120)])
    resting = [state for state in states if state.phase is Phase.RESTING]
    assert resting[-1].weight_mg > 520_000
    assert resting[-1].is_drifting
    assert not any(state.is_drifting for state in resting if state.weight_mg < 520_000)
    assert Phase.MOVING not in {state.phase for state in states[4:]}


def test_goods_that_are_put_down_are_no_drift() -> None:
    settler = Settler(SettleRules())
    states = run(settler, *[stable(grams) for grams in range(100, 2_000, 100) for _ in range(6)])
    assert not any(state.is_drifting for state in states)


def test_at_a_scale_that_sells_every_change_has_to_settle_anew() -> None:
    states = run(Settler(EXACT), *[stable(500)] * 5, stable(501), *[stable(501)] * 4)
    told = [state.weight_mg if state.phase is Phase.RESTING else None for state in states[4:]]
    assert told == [500_000, None, None, None, 501_000, 501_000]


@given(st.lists(st.tuples(st.sampled_from(list(Load)), st.integers(-5_000, 20_000_000)), max_size=60))
def test_whatever_comes_a_resting_weight_was_the_same_for_the_settling_time(
    told: list[tuple[Load, int]],
) -> None:
    rules, settler, samples = (
        SettleRules(),
        Settler(SettleRules()),
        [Sample(load=a, weight_mg=b) for a, b in told],
    )
    for index, sample in enumerate(samples):
        before = settler.state
        state = settler.take(sample, index * TICK)
        if state is not None and state.phase is Phase.RESTING and state != before:
            lately = [one for one in samples[: index + 1] if one.load is not Load.NOT_READY][-3:]
            assert all(one.load is Load.STABLE for one in lately)
            assert max(abs(one.weight_mg - state.weight_mg) for one in lately) < 2 * rules.change_mg + 2_000
            assert state.weight_mg >= 0


# --- weighing goods --------------------------------------------------------------------------------------


def rest(grams: int) -> LoadState:
    return LoadState(phase=Phase.RESTING, since=0.0, weight_mg=grams * 1_000)


def weigh(weigher: Weigher, ask: Ask, *states: LoadState, begin: float = 0.0) -> object:
    """The first answer to a question while the states come, one a tick."""
    weigher.begin(ask, begin)
    answers = [weigher.take(state, begin + index * TICK) for index, state in enumerate(states)]
    return next((answer for answer in answers if answer is not None), None)


def test_a_tare_is_rounded_up_to_the_step_and_taken_off() -> None:
    taken = weigh(Weigher(WeighRules(step_g=5)), Ask(ask_id="a", tare_g=6), rest(500), rest(500))
    assert taken == WeightTaken(ask_id="a", net_g=490, tare_g=10, gross_g=500)


def test_the_first_answer_after_a_question_is_not_believed_alone() -> None:
    assert weigh(Weigher(WeighRules()), Ask(ask_id="a"), rest(500)) is None


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        (rest(0), NoWeightReason.EMPTY),
        (rest(1), NoWeightReason.EMPTY),
        (rest(20), NoWeightReason.TOO_LIGHT),
        (rest(39), NoWeightReason.TOO_LIGHT),
        (LoadState(phase=Phase.MOVING, since=0.0), NoWeightReason.UNSTABLE),
        (LoadState(phase=Phase.OVERLOAD, since=0.0), NoWeightReason.OVERLOAD),
        (LoadState(phase=Phase.UNDER_ZERO, since=0.0), NoWeightReason.UNDER_ZERO),
    ],
)
def test_when_the_time_is_over_the_reason_is_the_last_state(state: LoadState, reason: NoWeightReason) -> None:
    weigher = Weigher(WeighRules(wait_s=1.0, least_g=40))
    answer = weigh(weigher, Ask(ask_id="a", tare_g=20), *[state] * 12)
    assert answer == NoWeight(ask_id="a", reason=reason)
    assert weigher.take(rest(500), 99.0) is None  # answered once


def test_what_was_weighed_is_not_sold_again_under_another_name() -> None:
    weigher = Weigher(WeighRules(wait_s=1.0))
    assert isinstance(weigh(weigher, Ask(ask_id="a"), rest(500), rest(500)), WeightTaken)
    nudged = [LoadState(phase=Phase.MOVING, since=0.0), *[rest(504)] * 12]
    again = weigh(weigher, Ask(ask_id="b"), *nudged)
    assert again == NoWeight(ask_id="b", reason=NoWeightReason.SAME_WEIGHT)


@pytest.mark.parametrize("between", [rest(0), rest(800)])
def test_other_goods_or_an_empty_scale_in_between_make_it_free_again(between: LoadState) -> None:
    weigher = Weigher(WeighRules(wait_s=1.0))
    weigh(weigher, Ask(ask_id="a"), rest(500), rest(500))
    weigher.take(between, 0.5)
    assert isinstance(weigh(weigher, Ask(ask_id="b"), rest(500), rest(500)), WeightTaken)


def test_a_line_that_was_taken_off_may_be_weighed_again() -> None:
    weigher = Weigher(WeighRules())
    weigh(weigher, Ask(ask_id="a"), rest(500), rest(500))
    again = weigh(weigher, Ask(ask_id="b", may_be_same=True), rest(500), rest(500))
    assert isinstance(again, WeightTaken)


def test_a_newer_question_ends_the_older_one() -> None:
    weigher = Weigher(WeighRules())
    assert weigher.begin(Ask(ask_id="a"), 0.0) is None
    ended = weigher.begin(Ask(ask_id="b"), 0.0)
    assert ended == NoWeight(ask_id="a", reason=NoWeightReason.CANCELLED)
    assert weigher.cancel("a") is None
    assert weigher.cancel("b") == NoWeight(ask_id="b", reason=NoWeightReason.CANCELLED)


@pytest.mark.parametrize(("ask_id", "tare_g"), [("", 0), ("a", -1), ("a", TARE_MAX_G + 1)])
def test_a_question_that_makes_no_sense_cannot_be_built(ask_id: str, tare_g: int) -> None:
    with pytest.raises(BrokenInvariantError):
        Ask(ask_id=ask_id, tare_g=tare_g)


@given(st.integers(1, 99_000), st.integers(0, TARE_MAX_G), st.integers(1, 100))
def test_gross_is_always_net_and_a_tare_that_the_step_divides(gross: int, tare: int, step: int) -> None:
    weigher = Weigher(WeighRules(step_g=step, wait_s=0.0))
    answer = weigh(weigher, Ask(ask_id="a", tare_g=tare), rest(gross), rest(gross))
    if isinstance(answer, WeightTaken):
        assert tare <= answer.tare_g < tare + step
        assert answer.tare_g % step == 0
        assert answer.net_g > 0
    else:
        assert isinstance(answer, NoWeight)
        assert gross < 2 or gross <= tare + step


# --- health ----------------------------------------------------------------------------------------------


def test_health_is_told_once_and_only_after_its_time() -> None:
    wellbeing = Wellbeing(ScaleProfile(device=Device.SCALE, port="x", unstable_s=5.0))
    moving = LoadState(phase=Phase.MOVING, since=0.0)
    assert wellbeing.judge(moving, 0.0) == Trouble("")
    assert wellbeing.judge(moving, 4.9) is None
    told = wellbeing.judge(moving, 5.0)
    assert told is not None
    assert told.code == "unstable"
    assert wellbeing.judge(moving, 6.0) is None
    assert wellbeing.judge(rest(100), 6.1) == Trouble("")


def test_a_drifting_scale_stays_faulty_until_it_rests_again() -> None:
    wellbeing = Wellbeing(ScaleProfile(device=Device.SCALE, port="x"))
    drifting = LoadState(phase=Phase.RESTING, since=0.0, weight_mg=1, is_drifting=True)
    told = wellbeing.judge(drifting, 0.0)
    assert told is not None
    assert told.code == "drift"
    assert wellbeing.judge(LoadState(phase=Phase.MOVING, since=1.0), 1.0) is None
    assert wellbeing.judge(rest(0), 2.0) == Trouble("")
