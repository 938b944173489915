"""The thresholds of item offers, kept up to date as units come and go.

They look at list or shelf prices, never at what item offers leave, so that no offer depends on another.
"""

from retail.promotions.index import Ready
from retail.promotions.offer import MinQuantity
from retail.promotions.views import Record


class Thresholds:
    """How far the basket has got towards each offer's tests."""

    def __init__(self) -> None:
        self._measures: dict[Ready, list[int]] = {}
        self.flipped: dict[Ready, None] = {}
        """Offers whose tests began or ceased to hold since this was last cleared."""

    def measure(self, record: Record, sign: int) -> None:
        """A unit came (1) or went (-1)."""
        if not record.counts:
            return
        for ready in record.view.tested:
            measures = self._measures.setdefault(ready, [0] * len(ready.basket_tests))
            before = self.hold(ready)
            bits = record.bits[ready.rank]
            for index, (test, place) in enumerate(ready.basket_tests):
                if bits >> place & 1:
                    step = 1 if isinstance(test, MinQuantity) else self._spend(record, test.basis)
                    measures[index] += sign * step
            if self.hold(ready) != before:
                self.flipped[ready] = None

    @staticmethod
    def _spend(record: Record, basis: str) -> int:
        return record.view.item.price_minor if basis == "list" else record.view.price

    def hold(self, ready: Ready) -> bool:
        """Whether all of an offer's tests hold."""
        if not ready.basket_tests:
            return True
        measures = self._measures.get(ready)
        if measures is None:
            return False
        return all(
            measure >= (test.quantity if isinstance(test, MinQuantity) else test.amount_minor)
            for measure, (test, _) in zip(measures, ready.basket_tests, strict=True)
        )
