"""How much stored value there may be, and what a lane may risk while nobody can be asked.

Without a link stored value is refused. A shop may take a small risk instead: so much for a card and day, for
so many cards a lane and day. A lane without a link cannot tell an empty or invented card from a full one, so
the whole of it can be lost; `worst_loss_minor` says how much that is.

Source: docs/stored-value.md, "Limits", "Offline"; the project's sync facts, 2.11.
Invariants: pure; the default refuses; no outage of a day costs more than the worst loss.
"""

import msgspec

from retail.check import require


class OfflineRule(msgspec.Struct, frozen=True, kw_only=True):
    """What a lane takes without asking. The default: nothing."""

    floor_minor: int = 0
    """For one card, on one lane and day."""
    cards_per_day: int = 0
    """Different cards a lane takes so in a day."""

    def __post_init__(self) -> None:
        require(self.floor_minor >= 0 and self.cards_per_day >= 0, "a risk is not negative")

    def allowed_minor(self, wanted_minor: int, *, spent_today_minor: int, cards_today: int) -> int:
        """How much of a card may be taken now; 0: refused.

        `spent_today_minor`: unasked on this lane from this card today; `cards_today`: other cards so far.

        >>> OfflineRule(floor_minor=1000, cards_per_day=3).allowed_minor(
        ...     2500, spent_today_minor=400, cards_today=0
        ... )
        600
        """
        require(min(wanted_minor, spent_today_minor, cards_today) >= 0, "amounts and counts are not negative")
        if spent_today_minor == 0 and cards_today >= self.cards_per_day:
            return 0
        return max(0, min(wanted_minor, self.floor_minor - spent_today_minor))

    def worst_loss_minor(self, lanes: int) -> int:
        """The most a day can cost on which no lane reaches the store."""
        require(lanes >= 0, "lanes are counted")
        return lanes * self.cards_per_day * self.floor_minor


class ValueRisked(msgspec.Struct, frozen=True, kw_only=True):
    """What a lane took of gift cards on a day without being able to ask."""

    spent_minor: int = 0
    """Of the card in question."""
    other_cards: int = 0


class ValueLimits(msgspec.Struct, frozen=True, kw_only=True):
    """What a shop lets its customers store. Amounts in minor units of its currency."""

    balance_max_minor: int = 15_000
    """On one account. 150.00 is what EU law lets anonymous cards hold (Directive 2018/843, art. 12)."""
    load_min_minor: int = 500
    load_max_minor: int = 15_000
    """At a time."""
    valid_days: int = 0
    """Days a gift card is good for; 0: it does not expire. Many countries forbid short ones."""
    offline: OfflineRule = OfflineRule()

    def __post_init__(self) -> None:
        require(0 < self.load_min_minor <= self.load_max_minor, "a load is from the least to the most")
        require(self.load_max_minor <= self.balance_max_minor, "a load fits on an account")
        require(self.valid_days >= 0, "days are counted")

    def may_load(self, balance_minor: int, amount_minor: int) -> bool:
        """Whether an account with this balance may get this amount."""
        fits = balance_minor + amount_minor <= self.balance_max_minor
        return fits and self.load_min_minor <= amount_minor <= self.load_max_minor
