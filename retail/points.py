"""Loyalty points, next-visit coupons and stamp cards: what a purchase earns, and what earned things pay for.

Points are worth money to a shopper, so they follow the rules of money: integers, rounded once and always
down, capped by what is bought, and booked in a ledger that is only ever added to.

Source: docs/coupons.md, "Points"; worked figures from the project's pricing facts, rows 47 to 50.
Invariants: pure; spending never takes points for more than the goods cost; splitting a purchase never earns
more than buying at once; a return takes back what the returned goods earned; an entry counts once.
"""

import datetime
from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec

from retail.check import require
from retail.money import AMOUNT_MAX_MINOR

POINTS_MAX = 10**9
ENTRIES_MAX = 100_000


class PointsDay(msgspec.Struct, frozen=True, kw_only=True):
    """Days on which points count more."""

    multiplier: int
    first_day: datetime.date | None = None
    last_day: datetime.date | None = None
    weekdays: tuple[int, ...] = ()
    """1 is Monday; empty: every day."""

    def __post_init__(self) -> None:
        require(1 <= self.multiplier <= 100, "points are multiplied by 1 to 100")

    def includes(self, day: datetime.date) -> bool:
        """Whether the day is one of them."""
        begun = self.first_day is None or day >= self.first_day
        over = self.last_day is not None and day > self.last_day
        return begun and not over and (not self.weekdays or day.isoweekday() in self.weekdays)


class EarnRule(msgspec.Struct, frozen=True, kw_only=True):
    """How points are earned: `points` for every full `per_minor`."""

    points: int = 1
    per_minor: int = 100
    days: tuple[PointsDay, ...] = ()

    def __post_init__(self) -> None:
        require(self.points >= 0 and self.per_minor > 0, "points are earned per amount")

    def multiplier(self, day: datetime.date) -> int:
        """The highest that holds on this day; they do not multiply each other."""
        return max((entry.multiplier for entry in self.days if entry.includes(day)), default=1)


class PaidUnit(msgspec.Struct, frozen=True, kw_only=True):
    """A unit as it was sold."""

    paid_minor: int
    """After every discount."""
    counts: bool = True
    """False for deposits, gift cards and what the shop leaves out."""


def earning_base(units: Iterable[PaidUnit]) -> int:
    """What points are earned on: paid after discounts, less deposits.

    Money back for empties is a deposit too and lowers nothing.
    """
    base = sum(unit.paid_minor for unit in units if unit.counts)
    require(base <= AMOUNT_MAX_MINOR, "a basket stays below the largest amount")
    return max(0, base)


def earned(base_minor: int, rule: EarnRule, day: datetime.date) -> int:
    """Points for a purchase: full steps first, then the day's multiplier (37.80 is 37, tripled 111)."""
    require(base_minor >= 0, "points are earned on what was paid")
    return base_minor // rule.per_minor * rule.points * rule.multiplier(day)


def taken_back(base_minor: int, returned_minor: int, rule: EarnRule, day: datetime.date) -> int:
    """Points a return takes away, by the rule and day of the purchase: as if it had not been bought.

    `base_minor` is what the purchase still had before this return.
    """
    require(0 <= returned_minor <= base_minor, "no more comes back than was bought")
    return earned(base_minor, rule, day) - earned(base_minor - returned_minor, rule, day)


class SpendRule(msgspec.Struct, frozen=True, kw_only=True):
    """What points pay: whole steps of `points` for `amount_minor` each."""

    points: int = 100
    amount_minor: int = 100
    from_points: int = 0
    """Nothing below this balance can be spent."""

    def __post_init__(self) -> None:
        require(self.points > 0 and self.amount_minor > 0, "points pay an amount")


class Spending(msgspec.Struct, frozen=True, kw_only=True):
    """Points taken and what they pay."""

    points: int = 0
    amount_minor: int = 0


def spend(
    wanted_points: int, balance: int, basket_minor: int, rule: SpendRule, limit_points: int | None = None
) -> Spending:
    """Spend at most `wanted_points`: whole steps, within the balance, and never more than the basket costs.

    `basket_minor` is what is left to pay without deposits. `limit_points` is what may be spent here and now
    (see `offline_limit`); None: no limit but the balance.
    """
    require(min(wanted_points, balance, basket_minor) >= 0, "points and amounts are not negative")
    if balance < rule.from_points:
        return Spending()
    allowed = balance if limit_points is None else min(balance, max(0, limit_points))
    steps = min(min(wanted_points, allowed) // rule.points, basket_minor // rule.amount_minor)
    return Spending(points=steps * rule.points, amount_minor=steps * rule.amount_minor)


def offline_limit(known_balance: int, spent_since: int, cap: int) -> int:
    """What may be spent without the store: the last known balance less what this lane spent since, capped."""
    require(min(known_balance, spent_since, cap) >= 0, "points are not negative")
    return min(cap, max(0, known_balance - spent_since))


# --- the ledger ------------------------------------------------------------------------------------------


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One line of a member's ledger. Entries are added, never changed."""

    entry_id: str
    """Made by the writer; the same entry may arrive twice."""
    kind: Literal["earn", "spend", "return", "give_back", "expire"]
    """`return` takes earned points away, `give_back` returns spent ones."""
    points: int
    """Positive; the kind says which way."""
    transaction_id: str
    day: datetime.date
    available_on: datetime.date | None = None
    """For `earn`: the day the return window has ended; None: at once."""

    def __post_init__(self) -> None:
        require(self.entry_id != "" and self.transaction_id != "", "an entry has a name and a transaction")
        require(0 < self.points <= POINTS_MAX, "an entry moves points")


class Balance(msgspec.Struct, frozen=True, kw_only=True):
    """A member's points."""

    available: int
    pending: int
    """Earned, but the goods may still come back."""
    owed: int = 0
    """Below zero: points spent before their goods were returned. New points settle it first."""


def balance(entries: Sequence[Entry], today: datetime.date) -> Balance:
    """The ledger as it stands. A return is taken from its purchase's pending points first."""
    require(len(entries) <= ENTRIES_MAX, f"a ledger has at most {ENTRIES_MAX} entries")
    pending: dict[str, int] = {}
    available = 0
    entries = _once(entries)
    for entry in entries:
        if entry.kind == "earn" and entry.available_on is not None and entry.available_on > today:
            pending[entry.transaction_id] = pending.get(entry.transaction_id, 0) + entry.points
        elif entry.kind in ("earn", "give_back"):
            available += entry.points
    for entry in entries:
        if entry.kind == "return":
            from_pending = min(entry.points, pending.get(entry.transaction_id, 0))
            if from_pending:
                pending[entry.transaction_id] -= from_pending
            available -= entry.points - from_pending
        elif entry.kind in ("spend", "expire"):
            available -= entry.points
    return Balance(available=max(0, available), pending=sum(pending.values()), owed=max(0, -available))


class Tier(msgspec.Struct, frozen=True, kw_only=True):
    """A level of membership: so many points earned within so many days."""

    name: str
    points: int
    days: int = 365


def tier(entries: Sequence[Entry], tiers: Iterable[Tier], today: datetime.date) -> str:
    """The highest tier whose points were earned, less returns, in its last days; empty: none."""
    reached = ""
    entries = _once(entries)
    for level in sorted(tiers, key=lambda level: level.points):
        since = today - datetime.timedelta(days=level.days)
        recent = [entry for entry in entries if since < entry.day <= today]
        won = sum(entry.points for entry in recent if entry.kind == "earn")
        lost = sum(entry.points for entry in recent if entry.kind == "return")
        if won - lost >= level.points:
            reached = level.name
    return reached


def _once(entries: Sequence[Entry]) -> list[Entry]:
    """Each entry once, by its id; the first to arrive counts."""
    return list({entry.entry_id: entry for entry in reversed(entries)}.values())[::-1]


# --- next visit and stamps -------------------------------------------------------------------------------


class NextVisitRule(msgspec.Struct, frozen=True, kw_only=True):
    """A coupon for the next visit: `value_minor` from a spend of `from_minor` on."""

    from_minor: int
    value_minor: int
    valid_days: int = 30

    def __post_init__(self) -> None:
        require(
            self.value_minor > 0 and self.valid_days > 0, "a next-visit coupon is worth something, for days"
        )


class NextVisitCoupon(msgspec.Struct, frozen=True, kw_only=True):
    """To be shown and handed out; nothing is subtracted today."""

    value_minor: int
    valid_from: datetime.date
    """The day after: it is for the next visit."""
    valid_until: datetime.date


def next_visit(
    spend_minor: int, rules: Iterable[NextVisitRule], day: datetime.date
) -> NextVisitCoupon | None:
    """The best coupon a spend has earned; None if it has earned none. `spend_minor` is after discounts."""
    reached = [rule for rule in rules if spend_minor >= rule.from_minor]
    if not reached:
        return None
    best = max(reached, key=lambda rule: (rule.value_minor, rule.valid_days))
    return NextVisitCoupon(
        value_minor=best.value_minor,
        valid_from=day + datetime.timedelta(days=1),
        valid_until=day + datetime.timedelta(days=best.valid_days),
    )


class StampRule(msgspec.Struct, frozen=True, kw_only=True):
    """A stamp for each unit bought; `stamps_needed` of them buy one: nine for "every 10th is free"."""

    stamps_needed: int = 9
    same_visit: bool = False
    """Whether stamps of this very purchase already count."""

    def __post_init__(self) -> None:
        require(self.stamps_needed >= 1, "a free unit costs at least one stamp")


class Stamps(msgspec.Struct, frozen=True, kw_only=True):
    """What a stamp card gives in a purchase, and what is on it afterwards."""

    free_units: int
    stamps_after: int


def stamped(stamps: int, units: int, rule: StampRule) -> Stamps:
    """Buy `units` with `stamps` on the card. Free units take stamps and get none."""
    require(stamps >= 0 and units >= 0, "stamps and units are not negative")
    needed = rule.stamps_needed
    free = min(units, (stamps + units) // (needed + 1) if rule.same_visit else stamps // needed)
    return Stamps(free_units=free, stamps_after=stamps - free * needed + (units - free))
