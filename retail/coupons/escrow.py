"""Campaign limits on lanes without a link: each lane spends only rights it was given beforehand.

"Ten thousand uses" or "5,000.00 in all" cannot be counted by lanes that do not hear each other. So the store
grants each lane a slice (20 uses, 50.00); the lane spends from it alone, exactly; what is left comes back
once the lane has reported everything it spent. However long a link is down, the limit holds.

Source: docs/coupons.md, "Offline"; the escrow (bounded counter) method.
Invariants: pure; pool left + slices out + spent for good = the limit, in uses and in money; a slice never
goes below zero; every step is named, so repeating it changes nothing.
"""

import datetime
import enum

import msgspec

from retail.check import require

SPENDS_MAX = 1000
"""Spends one slice remembers; a slice is hours long, a lane sells a few hundred baskets a day."""
SLICES_MAX = 10_000


class Rights(msgspec.Struct, frozen=True, kw_only=True):
    """An amount of campaign: uses, and money in minor units."""

    uses: int
    amount_minor: int

    def __post_init__(self) -> None:
        require(self.uses >= 0 and self.amount_minor >= 0, "rights are not negative")

    def __add__(self, other: "Rights") -> "Rights":
        return Rights(uses=self.uses + other.uses, amount_minor=self.amount_minor + other.amount_minor)

    def __sub__(self, other: "Rights") -> "Rights":
        return Rights(uses=self.uses - other.uses, amount_minor=self.amount_minor - other.amount_minor)

    def covers(self, other: "Rights") -> bool:
        """Whether `other` can be taken from it."""
        return self.uses >= other.uses and self.amount_minor >= other.amount_minor

    def at_most(self, other: "Rights") -> "Rights":
        """As much of it as `other` has."""
        return Rights(
            uses=min(self.uses, other.uses), amount_minor=min(self.amount_minor, other.amount_minor)
        )


NOTHING = Rights(uses=0, amount_minor=0)


class Spend(msgspec.Struct, frozen=True, kw_only=True):
    """Rights a transaction used."""

    transaction_id: str
    rights: Rights


class Slice(msgspec.Struct, frozen=True, kw_only=True):
    """A lane's part of a campaign."""

    slice_id: str
    campaign_id: str
    granted: Rights
    expires_at: datetime.datetime
    """Nothing is spent from here on; with offset."""
    spends: tuple[Spend, ...] = ()

    @property
    def spent(self) -> Rights:
        """What is used."""
        return sum((spend.rights for spend in self.spends), NOTHING)

    @property
    def left(self) -> Rights:
        """What may still be used."""
        return self.granted - self.spent


class Outcome(enum.Enum):
    """What a step did."""

    DONE = "done"
    ALREADY_DONE = "already_done"
    USED_UP = "used_up"
    EXPIRED = "expired"
    NOT_FOUND = "not_found"
    CONTRADICTS = "contradicts"
    """Named like an earlier step that said something else. Nothing changed."""


class SliceStep(msgspec.Struct, frozen=True, kw_only=True):
    """A lane's slice after a step."""

    slice: Slice
    outcome: Outcome


def spend(
    held: Slice, transaction_id: str, amount_minor: int, at: datetime.datetime, uses: int = 1
) -> SliceStep:
    """Use rights for a transaction: all of them or none."""
    require(transaction_id != "", "a transaction has a name")
    require(at.tzinfo is not None, "a moment carries its offset")
    wanted = Rights(uses=uses, amount_minor=amount_minor)
    for earlier in held.spends:
        if earlier.transaction_id == transaction_id:
            same = earlier.rights == wanted
            return SliceStep(slice=held, outcome=Outcome.ALREADY_DONE if same else Outcome.CONTRADICTS)
    if at >= held.expires_at:
        return SliceStep(slice=held, outcome=Outcome.EXPIRED)
    if not held.left.covers(wanted) or len(held.spends) >= SPENDS_MAX:
        return SliceStep(slice=held, outcome=Outcome.USED_UP)
    used = Spend(transaction_id=transaction_id, rights=wanted)
    return SliceStep(slice=msgspec.structs.replace(held, spends=(*held.spends, used)), outcome=Outcome.DONE)


def unspend(held: Slice, transaction_id: str) -> SliceStep:
    """Take a spend back: the basket was cancelled before it was paid."""
    kept = tuple(used for used in held.spends if used.transaction_id != transaction_id)
    if len(kept) == len(held.spends):
        return SliceStep(slice=held, outcome=Outcome.NOT_FOUND)
    return SliceStep(slice=msgspec.structs.replace(held, spends=kept), outcome=Outcome.DONE)


class Pool(msgspec.Struct, frozen=True, kw_only=True):
    """A campaign's rights at the store."""

    campaign_id: str
    limit: Rights
    out: tuple[Slice, ...] = ()
    """Slices as granted; what lanes spent from them is not known here yet."""
    spent: Rights = NOTHING
    """Used for good, by settled slices."""
    settled: tuple[str, ...] = ()
    """Slices that came home, so that a second report of one changes nothing."""

    @property
    def left(self) -> Rights:
        """What may still be granted."""
        return self.limit - self.spent - sum((held.granted for held in self.out), NOTHING)


class PoolStep(msgspec.Struct, frozen=True, kw_only=True):
    """A pool after a step, and the slice a grant made."""

    pool: Pool
    outcome: Outcome
    slice: Slice | None = None


def grant(pool: Pool, slice_id: str, wanted: Rights, expires_at: datetime.datetime) -> PoolStep:
    """Give a lane a slice: what it wants, or what is left. Asking again by the same name gives the same."""
    require(slice_id != "", "a slice has a name")
    require(expires_at.tzinfo is not None, "a moment carries its offset")
    for held in pool.out:
        if held.slice_id == slice_id:
            return PoolStep(pool=pool, outcome=Outcome.ALREADY_DONE, slice=held)
    if slice_id in pool.settled:
        return PoolStep(pool=pool, outcome=Outcome.CONTRADICTS)
    granted = pool.left.at_most(wanted)
    is_empty = granted.uses == 0 or (granted.amount_minor == 0 and wanted.amount_minor > 0)
    if is_empty or len(pool.out) + len(pool.settled) >= SLICES_MAX:
        return PoolStep(pool=pool, outcome=Outcome.USED_UP)
    made = Slice(slice_id=slice_id, campaign_id=pool.campaign_id, granted=granted, expires_at=expires_at)
    return PoolStep(
        pool=msgspec.structs.replace(pool, out=(*pool.out, made)), outcome=Outcome.DONE, slice=made
    )


def settle(pool: Pool, returned: Slice, *, is_drained: bool) -> PoolStep:
    """Take a slice home: its spends become final, the rest can be granted again.

    `is_drained`: the lane will spend no more from it and has reported everything. Without that the rest may
    still be spent out there, however long ago the slice expired, so nothing is taken back.
    """
    if returned.slice_id in pool.settled:
        return PoolStep(pool=pool, outcome=Outcome.ALREADY_DONE)
    mine = next((held for held in pool.out if held.slice_id == returned.slice_id), None)
    if mine is None or not is_drained:
        return PoolStep(pool=pool, outcome=Outcome.NOT_FOUND if mine is None else Outcome.CONTRADICTS)
    if not mine.granted.covers(returned.spent):
        return PoolStep(pool=pool, outcome=Outcome.CONTRADICTS)
    return PoolStep(
        pool=msgspec.structs.replace(
            pool,
            out=tuple(held for held in pool.out if held.slice_id != returned.slice_id),
            spent=pool.spent + returned.spent,
            settled=(*pool.settled, returned.slice_id),
        ),
        outcome=Outcome.DONE,
    )
