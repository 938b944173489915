"""What sells at this hour, learned from sales and slowly forgotten.

Rolls in the morning, crisps in the evening: of the goods that fit what was typed, those come first that
people buy around this time of day. Sales fade by half in HALF_LIFE_DAYS, so that asparagus leaves in July by
itself.

Invariants: at most GOODS_MAX goods are remembered, the most sold of them; time is handed in; nothing here
touches money.
"""

import msgspec

from retail.check import require

HOURS = 24
GOODS_MAX = 4_000
HALF_LIFE_DAYS = 21
COUNT_MAX = 1e6
AT_HOUR, BESIDE, ANY_HOUR = 1.0, 0.5, 0.05
"""What a sale counts at its own hour, at the hours beside it, and at any other."""


class Sold(msgspec.Struct, array_like=True):
    """How often one product was sold by hour, as of a day."""

    day: int
    counts: list[float]


class Habits(msgspec.Struct, kw_only=True):
    """What was learned, as it is stored."""

    sold: dict[str, Sold] = {}


class Hours:
    """Counts sales and tells what is likely now."""

    def __init__(self, habits: Habits | None = None) -> None:
        self._sold: dict[str, Sold] = {}
        self.version = 0
        """Counts up whenever other goods are remembered."""
        self._moment = (0, 0)
        self._likely: dict[str, float] = {}
        """What is likely at that moment, as far as somebody asked."""
        for key, sold in (habits or Habits()).sold.items():
            require(len(sold.counts) == HOURS, "habits have a count for each hour")
            require(
                all(0 <= count <= COUNT_MAX for count in sold.counts), "counts of habits are not negative"
            )
            self._sold[key] = Sold(sold.day, list(sold.counts))
        self._trim(GOODS_MAX)

    @property
    def habits(self) -> Habits:
        """What was learned, to be stored."""
        return Habits(sold={key: Sold(sold.day, list(sold.counts)) for key, sold in self._sold.items()})

    def learn(self, key: str, day: int, hour: int, times: int = 1) -> None:
        """A product was sold. `day` is any count of days (`date.toordinal()`), `hour` local, 0 to 23."""
        require(0 <= hour < HOURS, "an hour is 0 to 23")
        require(times > 0, "what was sold was sold at least once")
        sold = self._sold.get(key)
        if sold is None:
            if len(self._sold) >= GOODS_MAX:
                self._trim(GOODS_MAX - GOODS_MAX // 8)
            sold = self._sold[key] = Sold(day, [0.0] * HOURS)
            self.version += 1
        factor = _fading(day - sold.day)
        if factor < 1:
            sold.counts = [count * factor for count in sold.counts]
            sold.day = day
        self._likely.pop(key, None)
        sold.counts[hour] = min(COUNT_MAX, sold.counts[hour] + times)

    def likely(self, key: str, day: int, hour: int) -> float:
        """How much people want it now; 0 for what was never sold. Only good for comparing."""
        if self._moment != (day, hour):
            self._moment, self._likely = (day, hour), {}
        known = self._likely.get(key)
        if known is None and key in self._sold:
            known = self._likely[key] = self._worth(self._sold[key], day, hour)
        return known or 0.0

    @property
    def keys(self) -> tuple[str, ...]:
        """What is remembered."""
        return tuple(self._sold)

    @staticmethod
    def _worth(sold: Sold, day: int, hour: int) -> float:
        counts = sold.counts
        near = counts[hour] * AT_HOUR + (counts[hour - 1] + counts[(hour + 1) % HOURS]) * BESIDE
        return (near + sum(counts) * ANY_HOUR) * _fading(day - sold.day)

    def best(self, day: int, hour: int) -> list[str]:
        """Everything that was sold, the likeliest first."""
        return sorted(self._sold, key=lambda key: (-self.likely(key, day, hour), key))

    def _trim(self, most: int) -> None:
        """Forget what sold least."""
        if len(self._sold) <= most:
            return
        today = max(sold.day for sold in self._sold.values())
        worth = {key: sum(sold.counts) * _fading(today - sold.day) for key, sold in self._sold.items()}
        kept = sorted(worth, key=lambda key: (-worth[key], key))[:most]
        self._sold = {key: self._sold[key] for key in kept}
        self._likely = {}


def _fading(days: int) -> float:
    """What a sale of so many days ago still counts; a clock that went back fades nothing."""
    return float(0.5 ** (max(0, days) / HALF_LIFE_DAYS))
