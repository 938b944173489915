"""Which sales teach what an article weighs: read from a purchase's events.

Only what cannot be mistaken counts: one single piece was awaited, the weight rose once and rested, and
nothing about the bagging area was raised in the purchase but what staff looked at and found to be this item.

Source: docs/devices/scale.md, "What goods weigh".
Invariants: pure; the same events give the same samples; a purchase that was cancelled, or was training,
teaches nothing.
"""

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from retail.check import require
from retail.interventions import events as v
from retail.journal import events as e

WEIGHT_MAX_G = 200_000
SPOILING = frozenset(
    {
        "unexpected_item",
        "weight_mismatch",
        "item_removed",
        "skip_bagging",
        "own_bag",
        "bagging_full",
        "scale_fault",
        "audit",
    }
)
"""Kinds of interventions after which nobody knows what lay there."""
TEACHING = frozenset({"weight_accepted", "item_checked"})
"""Reasons of an approval that say: this is the item, and this is what it weighs."""
NOISE_G = 10
"""A weight that comes back within this has come back."""


class WeightSample(msgspec.Struct, frozen=True, kw_only=True):
    """One piece as the bagging scale weighed it."""

    key: str
    """GTIN-14."""
    weight_g: int
    at_us: int
    """When, in microseconds since 1970 (UTC)."""
    transaction_id: str
    line_id: int
    """With the transaction it names this sample."""

    def __post_init__(self) -> None:
        require(0 < self.weight_g <= WEIGHT_MAX_G, f"a piece weighs 1 g to {WEIGHT_MAX_G} g")


def taught(events: Iterable[e.AnyEvent], weight_g: int | None = None) -> Iterator[WeightSample]:
    """The samples of the purchases in `events`: those of a lane, in order.

    `weight_g`: what lay in the bagging area before the first of them. Not known (a single purchase, opened
    from its envelope): the first rest only tells where the weight begins, and its item teaches nothing.
    """
    purchase: _Purchase | None = None
    for event in events:
        match event:
            case e.TransactionStarted():
                purchase = None if event.is_training else _Purchase(event.transaction_id, weight_g)
            case e.TransactionClosed():
                if purchase is not None and not purchase.is_spoilt:
                    yield from purchase.samples.values()
                purchase = None
            case e.TransactionCancelled():
                purchase = None
            case _ if purchase is not None:
                purchase.see(event)
        if isinstance(event, v.WeightSettled):
            weight_g = event.weight_g
        elif isinstance(event, e.LaneIdle):
            weight_g = event.situation.weight_g


class _Purchase:
    """One purchase, as far as its weights tell anything."""

    def __init__(self, transaction_id: str, weight_g: int | None) -> None:
        self.samples: dict[int, WeightSample] = {}
        """By line; of several pieces of one line the first."""
        self._transaction_id = transaction_id
        self._rest_g = weight_g
        self._awaited: list[tuple[int, str]] = []
        """Line and article of each piece that has not arrived."""
        self._keys: dict[int, tuple[str, int]] = {}
        """By line: article and quantity."""
        self._newest = 0
        """The line of the newest sample."""
        self._is_off = False
        """Something was picked up or added; it may go back to how it was, or be the shopper's own bag."""
        self._is_muddled = False
        """From here on it is not known what lies there."""
        self._raised: dict[int, str] = {}

    @property
    def is_spoilt(self) -> bool:
        """Whether something was raised that nobody settled in this purchase's favour."""
        return bool(self._raised)

    def see(self, event: e.AnyEvent) -> None:
        """Take one event of the purchase."""
        match event:
            case e.ItemAdded():
                self._add(event)
            case e.QuantityChanged():
                self._change(event)
            case e.ItemVoided():
                self.samples.pop(event.line_id, None)
                self._is_muddled = True
            case v.WeightSettled():
                self._settle(event)
            case v.OwnBagPlaced() if not self._awaited:
                self._rest_g, self._is_off = event.weight_g, False
            case v.BaggingSkipped() | v.OwnBagPlaced() | v.FullBagsMoved():
                self._is_muddled = True
            case v.InterventionRaised() if event.kind in SPOILING:
                self._raised[event.intervention_no] = event.kind
            case v.InterventionCleared() if event.how == "approved" and event.why in TEACHING:
                self._raised.pop(event.intervention_no, None)
            case _:
                pass

    def _add(self, event: e.ItemAdded) -> None:
        is_measured = event.weight_g is not None or event.price_minor is not None
        if is_measured or event.product.unit != "piece":
            self._is_muddled = True
            return
        key, quantity = self._keys.get(event.line_id, (event.product.key, 0))
        self._keys[event.line_id] = key, quantity + event.quantity
        self._awaited += [(event.line_id, key)] * event.quantity

    def _change(self, event: e.QuantityChanged) -> None:
        key, quantity = self._keys.get(event.line_id, ("", 0))
        more = event.quantity - quantity
        if not key or more < 0:
            self._is_muddled = True
            return
        self._keys[event.line_id] = key, event.quantity
        self._awaited += [(event.line_id, key)] * more

    def _settle(self, event: v.WeightSettled) -> None:
        if self._rest_g is None:
            self._rest_g = event.weight_g
            self._is_muddled |= len(self._awaited) > 1
            self._awaited.clear()
            return
        rise_g = event.weight_g - self._rest_g
        if abs(rise_g) <= NOISE_G:
            self._is_off = False
        elif not self._awaited:
            self._is_off = True
            if rise_g > 0:  # what was taken for the whole item may have been a part of it
                self.samples.pop(self._newest, None)
        elif self._is_muddled or self._is_off or rise_g < 0 or len(self._awaited) != 1:
            self._is_muddled = True
        else:
            self._learn(event, rise_g)

    def _learn(self, event: v.WeightSettled, rise_g: int) -> None:
        [(line_id, key)] = self._awaited
        self._awaited.clear()
        self._rest_g, self._newest = event.weight_g, line_id
        if rise_g <= WEIGHT_MAX_G and line_id not in self.samples:
            self.samples[line_id] = WeightSample(
                key=key,
                weight_g=rise_g,
                at_us=event.at_us,
                transaction_id=self._transaction_id,
                line_id=line_id,
            )


def by_article(samples: Iterable[WeightSample]) -> Mapping[str, tuple[WeightSample, ...]]:
    """Samples by GTIN-14."""
    found: dict[str, list[WeightSample]] = {}
    for sample in samples:
        found.setdefault(sample.key, []).append(sample)
    return {key: tuple(ones) for key, ones in found.items()}
