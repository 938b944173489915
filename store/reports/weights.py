"""What the shop's own sales suggest a product weighs, beside what lanes expect of it now.

The rule is `retail.weights.learning.judge`; here only: whether there is something for a person to decide.

Source: docs/back-office.md, "Weights".
Invariants: pure; a suggestion that was refused does not come back unless it has become another one.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

import msgspec

from retail.catalogue import Product
from retail.interventions.balance import tolerance_g
from retail.interventions.policy import WeightRules
from retail.weights.learning import LEAST, Judged, Learned, SampleId, Verdict, Why, judge
from retail.weights.samples import WeightSample
from store.data.goods.weights import Refusal

WHYS: dict[Why, str] = {
    Why.TOO_FEW: "Too few samples so far.",
    Why.SCATTERED: "The weights are scattered: nothing can be said.",
    Why.UNCLEAR: "Two weights are sold under one number: strike one out.",
    Why.TOO_VARIED: "Each piece weighs something else: it is better without an expected weight.",
}
VERDICTS: dict[Verdict, str] = {
    Verdict.COUNTS: "counts",
    Verdict.OUTLIER: "outlier",
    Verdict.OTHER_GROUP: "another weight",
    Verdict.STRUCK: "struck out",
    Verdict.TOO_OLD: "too old",
}


class Advice(msgspec.Struct, frozen=True, kw_only=True):
    """One product: what was weighed, what follows, what holds now."""

    product: Product
    judged: Judged
    store_tolerance_g: int
    """What the store's rule gives to the suggested weight (else to the present one)."""
    refusal: Refusal | None
    is_news: bool
    """Whether somebody should decide: accept or refuse."""

    @property
    def learned(self) -> Learned | None:
        """The suggestion; None: nothing certain."""
        return self.judged.outcome if isinstance(self.judged.outcome, Learned) else None

    @property
    def why_not(self) -> str:
        """Why there is none (English); empty: there is."""
        outcome = self.judged.outcome
        return "" if isinstance(outcome, Learned) else WHYS[outcome.why]

    @property
    def is_unclear(self) -> bool:
        """Whether a person has to strike something out first."""
        outcome = self.judged.outcome
        return not isinstance(outcome, Learned) and outcome.why is Why.UNCLEAR

    @property
    def reach_g(self) -> int:
        """How much a piece may be off by the suggestion."""
        learned = self.learned
        return learned.tolerance_g or self.store_tolerance_g if learned else 0

    def count(self, *verdicts: Verdict) -> int:
        """How many samples came to one of these."""
        return sum(verdict in verdicts for _, verdict in self.judged.verdicts)

    @property
    def counting(self) -> int:
        """Samples the suggestion rests on."""
        return self.count(Verdict.COUNTS)

    @property
    def left_out(self) -> int:
        """Samples that were set aside."""
        return self.count(Verdict.OUTLIER, Verdict.OTHER_GROUP)


def advice(
    product: Product,
    samples: Sequence[WeightSample],
    rules: WeightRules,
    struck: AbstractSet[SampleId] = frozenset(),
    refusal: Refusal | None = None,
) -> Advice:
    """What to say of one product."""
    judged = judge(samples, rules, struck)
    learned = judged.outcome if isinstance(judged.outcome, Learned) else None
    known = product.expected_g, product.tolerance_g
    is_known = learned is not None and _is_same(learned, *known, rules)
    is_refused = (
        learned is not None
        and refusal is not None
        and _is_same(learned, refusal.expected_g, refusal.tolerance_g, rules)
    )
    return Advice(
        product=product,
        judged=judged,
        store_tolerance_g=tolerance_g(learned.expected_g if learned else product.expected_g, rules),
        refusal=refusal,
        is_news=learned is not None and not is_known and not is_refused,
    )


def _is_same(learned: Learned, expected_g: int, own_g: int, rules: WeightRules) -> bool:
    """Whether two answers differ by no more than the scale's noise."""
    if not expected_g:
        return False
    reach = learned.tolerance_g or tolerance_g(learned.expected_g, rules)
    other = own_g or tolerance_g(expected_g, rules)
    return abs(learned.expected_g - expected_g) <= rules.noise_g and abs(reach - other) <= rules.noise_g


__all__ = ["LEAST", "VERDICTS", "WHYS", "Advice", "advice"]
