"""From samples to what an article weighs, robust against what shoppers do; and what was left out, and why.

The rule stands in docs/devices/scale.md, "The rule"; its numbers stand here. Tolerances follow the goods
only: never the store's traffic, the hour, the shopper or what happened at the lane before
(docs/interventions.md, "Cautions").

Invariants: pure, integers only; the order in which samples are given does not matter; every sample gets one
verdict; a tolerance is never narrower than the store's.
"""

import enum
import itertools
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

import msgspec

from retail.interventions.balance import tolerance_g
from retail.interventions.policy import WeightRules
from retail.weights.samples import WeightSample

NEWEST_MAX = 200
"""Samples that count."""
LEAST = 8
"""Fewer samples say nothing."""
GROUP_LEAST, GROUP_PERCENT = 4, 25
"""A group of weights counts from so many samples on, and from such a part of them."""
RECENT = 4
"""The newest so many in one group: the pack has changed."""
PIECES_MAX = 4
"""So many pieces put down at once are recognised."""
OUTLIER_PERMILLE, SPREAD_PERMILLE = 5_189, 4_448
"""3.5 and 3 times 1.4826: of the median deviation, as if it were the usual bell curve's."""
SPREAD_MAX_PERMILLE = 150
"""Goods that vary by more than this part of their weight have no expected weight."""

SampleId = tuple[str, int]
"""Transaction and line."""


class Verdict(enum.Enum):
    """What became of one sample."""

    COUNTS = "counts"
    OUTLIER = "outlier"
    OTHER_GROUP = "other_group"
    """Another pack, several pieces at once, or a few strays."""
    STRUCK = "struck"
    """A person struck it out."""
    TOO_OLD = "too_old"


class Why(enum.Enum):
    """Why nothing was learned."""

    TOO_FEW = "too_few"
    SCATTERED = "scattered"
    """No group of weights is large enough."""
    UNCLEAR = "unclear"
    """Two weights are sold under one number: a person decides."""
    TOO_VARIED = "too_varied"


class Learned(msgspec.Struct, frozen=True, kw_only=True):
    """What the article weighs."""

    expected_g: int
    tolerance_g: int
    """0: the store's own rule is enough (as in `retail.catalogue.Product.tolerance_g`)."""
    has_changed: bool = False
    """An earlier pack had another weight."""


class NotLearned(msgspec.Struct, frozen=True, kw_only=True):
    """Nothing certain."""

    why: Why


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """The outcome for one article, with a verdict on every sample, newest first."""

    outcome: Learned | NotLearned
    verdicts: tuple[tuple[WeightSample, Verdict], ...]


def name_of(sample: WeightSample) -> SampleId:
    """What a person strikes it out by."""
    return sample.transaction_id, sample.line_id


def judge(
    samples: Iterable[WeightSample], rules: WeightRules, struck: AbstractSet[SampleId] = frozenset()
) -> Judged:
    """What the samples of one article teach."""
    ordered = sorted(samples, key=lambda one: (-one.at_us, one.transaction_id, one.line_id))
    allowed = [one for one in ordered if name_of(one) not in struck]
    newest = allowed[:NEWEST_MAX]
    outcome, counting, group = _learn(newest, rules)
    fresh, kept, near = _names(newest), _names(counting), _names(group)

    def verdict(sample: WeightSample) -> Verdict:
        name = name_of(sample)
        if name in struck:
            return Verdict.STRUCK
        if name not in fresh:
            return Verdict.TOO_OLD
        if name in kept:
            return Verdict.COUNTS
        return Verdict.OUTLIER if name in near else Verdict.OTHER_GROUP

    return Judged(outcome=outcome, verdicts=tuple((one, verdict(one)) for one in ordered))


_Found = tuple[Learned | NotLearned, Sequence[WeightSample], Sequence[WeightSample]]


def _learn(newest: Sequence[WeightSample], rules: WeightRules) -> _Found:
    """The outcome, the samples it rests on, and the group they were taken from."""
    if len(newest) < LEAST:
        return NotLearned(why=Why.TOO_FEW), newest, newest
    groups = [group for group in _groups(newest, rules) if _is_enough(group, len(newest))]
    if not groups:
        return NotLearned(why=Why.SCATTERED), (), ()
    group, has_changed = _chosen(groups, newest, rules)
    if group is None:
        return NotLearned(why=Why.UNCLEAR), (), ()
    middle_g, deviation_g = _middle(group)
    reach_g = max(rules.noise_g, deviation_g * OUTLIER_PERMILLE // 1_000)
    counting = [one for one in group if abs(one.weight_g - middle_g) <= reach_g]
    expected_g, deviation_g = _middle(counting)
    spread_g = deviation_g * SPREAD_PERMILLE // 1_000
    if spread_g <= tolerance_g(expected_g, rules):
        learned = Learned(expected_g=expected_g, tolerance_g=0, has_changed=has_changed)
        return learned, counting, group
    if spread_g > expected_g * SPREAD_MAX_PERMILLE // 1_000:
        return NotLearned(why=Why.TOO_VARIED), counting, group
    learned = Learned(expected_g=expected_g, tolerance_g=spread_g, has_changed=has_changed)
    return learned, counting, group


def _groups(newest: Iterable[WeightSample], rules: WeightRules) -> list[list[WeightSample]]:
    """Lightest first, cut wherever two neighbours lie further apart than the store's tolerance."""
    ordered = sorted(newest, key=lambda one: one.weight_g)
    groups = [[ordered[0]]]
    for lighter, heavier in itertools.pairwise(ordered):
        if heavier.weight_g - lighter.weight_g > tolerance_g(lighter.weight_g, rules):
            groups.append([])
        groups[-1].append(heavier)
    return groups


def _is_enough(group: Sequence[WeightSample], of: int) -> bool:
    return len(group) >= GROUP_LEAST and len(group) * 100 >= of * GROUP_PERCENT


def _chosen(
    groups: Sequence[Sequence[WeightSample]], newest: Sequence[WeightSample], rules: WeightRules
) -> tuple[Sequence[WeightSample] | None, bool]:
    """The group that is the product, and whether the pack has changed; None: a person decides."""
    if len(groups) == 1 or _are_several_pieces(groups, rules):
        return groups[0], False
    belongs = {name_of(one): index for index, group in enumerate(groups) for one in group}
    recent = [belongs[name_of(one)] for one in newest if name_of(one) in belongs][:RECENT]
    return (groups[recent[0]], True) if len(set(recent)) == 1 else (None, False)


def _are_several_pieces(groups: Sequence[Sequence[WeightSample]], rules: WeightRules) -> bool:
    """Whether all heavier groups are two, three or four of the lightest."""
    piece_g, _ = _middle(groups[0])
    return all(
        any(
            abs(_middle(group)[0] - pieces * piece_g) <= tolerance_g(pieces * piece_g, rules)
            for pieces in range(2, PIECES_MAX + 1)
        )
        for group in groups[1:]
    )


def _middle(group: Sequence[WeightSample]) -> tuple[int, int]:
    """The median, and the median deviation from it."""
    median_g = _median([one.weight_g for one in group])
    return median_g, _median([abs(one.weight_g - median_g) for one in group])


def _median(values: Iterable[int]) -> int:
    ordered = sorted(values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) // 2


def _names(samples: Iterable[WeightSample]) -> set[SampleId]:
    return {name_of(one) for one in samples}
