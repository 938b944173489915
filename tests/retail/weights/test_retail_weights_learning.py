"""What is learned from samples, what is left out, and that order and tricks do not matter."""

import random

from hypothesis import given
from hypothesis import strategies as st

from retail.interventions.balance import tolerance_g
from retail.interventions.policy import WeightRules
from retail.weights.learning import (
    LEAST,
    NEWEST_MAX,
    SPREAD_MAX_PERMILLE,
    Learned,
    NotLearned,
    Verdict,
    Why,
    judge,
    name_of,
)
from retail.weights.samples import WeightSample

RULES = WeightRules()
KEY = "04006381333931"


def samples(*weights: int, begin: int = 1) -> list[WeightSample]:
    """One sample a purchase, in this order of time."""
    return [
        WeightSample(key=KEY, weight_g=weight, at_us=number, transaction_id=f"t{number}", line_id=1)
        for number, weight in enumerate(weights, begin)
    ]


def verdicts(*weights: int) -> list[Verdict]:
    """In the order of time."""
    return [verdict for _, verdict in reversed(judge(samples(*weights), RULES).verdicts)]


def around(weight: int, count: int, spread: int = 3, seed: int = 1) -> list[int]:
    chance = random.Random(seed)
    return [weight + chance.randint(-spread, spread) for _ in range(count)]


def test_a_weight_is_the_median_and_the_stores_tolerance_is_enough() -> None:
    assert judge(samples(*[1_030] * 5, 1_028, 1_031, 1_033), RULES).outcome == Learned(
        expected_g=1_030, tolerance_g=0
    )


def test_too_few_samples_say_nothing() -> None:
    weights = [500] * LEAST
    assert isinstance(judge(samples(*weights), RULES).outcome, Learned)
    assert judge(samples(*weights[:-1]), RULES).outcome == NotLearned(why=Why.TOO_FEW)
    assert judge([], RULES).outcome == NotLearned(why=Why.TOO_FEW)


def test_strays_are_left_out_and_named() -> None:
    weights = [*around(500, 20), 1_400, 90]
    judged = judge(samples(*weights), RULES)
    assert isinstance(judged.outcome, Learned)
    assert abs(judged.outcome.expected_g - 500) <= 2
    assert verdicts(*weights)[-2:] == [Verdict.OTHER_GROUP] * 2


def test_an_outlier_within_the_group_does_not_pull_the_weight() -> None:
    weights = [*[500] * 12, 515, 520, 522]
    assert judge(samples(*weights), RULES).outcome == Learned(expected_g=500, tolerance_g=0)
    assert verdicts(*weights)[-3:] == [Verdict.OUTLIER] * 3


def test_two_pieces_put_down_at_once_are_no_other_pack() -> None:
    weights = [*around(500, 12), *around(1_000, 6), *around(1_500, 6)]
    random.Random(3).shuffle(weights)
    outcome = judge(samples(*weights), RULES).outcome
    assert isinstance(outcome, Learned)
    assert abs(outcome.expected_g - 500) <= 2
    assert not outcome.has_changed


def test_a_pack_that_has_changed_is_learned_anew() -> None:
    weights = [*around(500, 12), *around(450, 5)]
    outcome = judge(samples(*weights), RULES).outcome
    assert outcome == Learned(expected_g=outcome.expected_g, tolerance_g=0, has_changed=True)  # type: ignore[union-attr]
    assert abs(outcome.expected_g - 450) <= 3  # type: ignore[union-attr]
    assert verdicts(*weights)[0] is Verdict.OTHER_GROUP


def test_two_packs_sold_side_by_side_are_for_a_person() -> None:
    weights = [weight for pair in zip(around(500, 10), around(650, 10), strict=True) for weight in pair]
    assert judge(samples(*weights), RULES).outcome == NotLearned(why=Why.UNCLEAR)


def test_a_person_strikes_out_one_of_two_packs_and_the_other_is_learned() -> None:
    weights = [weight for pair in zip(around(500, 10), around(650, 10), strict=True) for weight in pair]
    given = samples(*weights)
    struck = {name_of(one) for one in given if one.weight_g > 600}
    judged = judge(given, RULES, struck)
    assert isinstance(judged.outcome, Learned)
    assert {v for one, v in judged.verdicts if name_of(one) in struck} == {Verdict.STRUCK}


def test_goods_that_vary_get_their_own_tolerance_up_to_a_limit() -> None:
    loaf = [600 + step for step in (-40, -30, -20, -10, -5, 0, 5, 10, 20, 30, 40)]
    learned = judge(samples(*loaf), RULES).outcome
    assert isinstance(learned, Learned)
    assert learned.tolerance_g > tolerance_g(600, RULES)
    melon = list(range(600, 1_400, 25))
    assert judge(samples(*melon), RULES).outcome == NotLearned(why=Why.TOO_VARIED)


def test_weights_all_over_are_not_learned() -> None:
    assert judge(samples(100, 300, 700, 1_500, 3_100, 6_300, 12_000, 25_000), RULES).outcome == NotLearned(
        why=Why.SCATTERED
    )


def test_only_the_newest_samples_count() -> None:
    weights = [900] * 300 + [500] * NEWEST_MAX
    judged = judge(samples(*weights), RULES)
    assert judged.outcome == Learned(expected_g=500, tolerance_g=0)
    assert [verdict for _, verdict in judged.verdicts].count(Verdict.TOO_OLD) == 300


WEIGHTS = st.lists(st.integers(1, 3_000) | st.integers(495, 505), max_size=60)


@given(WEIGHTS, st.randoms(use_true_random=False))
def test_the_order_in_which_samples_are_given_does_not_matter(
    weights: list[int], chance: random.Random
) -> None:
    given_now = samples(*weights)
    shuffled = list(given_now)
    chance.shuffle(shuffled)
    assert judge(given_now, RULES) == judge(shuffled, RULES)


@given(WEIGHTS)
def test_whatever_comes_every_sample_has_a_verdict_and_what_is_learned_lies_among_what_counts(
    weights: list[int],
) -> None:
    judged = judge(samples(*weights), RULES)
    assert len(judged.verdicts) == len(weights)
    if isinstance(judged.outcome, Learned):
        counting = [one.weight_g for one, verdict in judged.verdicts if verdict is Verdict.COUNTS]
        learned = judged.outcome
        assert min(counting) <= learned.expected_g <= max(counting)
        assert learned.tolerance_g == 0 or learned.tolerance_g > tolerance_g(learned.expected_g, RULES)
        assert learned.tolerance_g <= learned.expected_g * SPREAD_MAX_PERMILLE // 1_000


@given(st.integers(50, 5_000), st.lists(st.integers(1, 9_000), max_size=4), st.integers(0, 99))
def test_a_few_tricksters_cannot_move_a_weight(weight: int, tricks: list[int], seed: int) -> None:
    """Whoever puts down something else now and then does not change what is expected."""
    honest = around(weight, 20, spread=2, seed=seed)
    outcome = judge(samples(*tricks, *honest), RULES).outcome
    assert isinstance(outcome, Learned)
    assert abs(outcome.expected_g - weight) <= max(3, tolerance_g(weight, RULES))
