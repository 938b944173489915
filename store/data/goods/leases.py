"""Campaign limits lent to lanes: slices of uses and money that a lane spends alone.

The rules are `retail.coupons.escrow`. A lane that asks tells what it has spent of the slice in hand; it is
given a new slice in its place, never smaller than what it still had: the answer may be lost, and the lane
goes on spending the old one. What is over goes back to the pool only when the slice has expired and every
envelope the lane had sealed by then is here.

Source: docs/protocol.md, "Scarce things"; docs/coupons.md, "Offline"; the project's sync facts, 2.11.
Invariants: left in the pool + slices out + spent for good = the campaign's limit, whatever is lost or
repeated on the way; the campaign's row is locked while anything of it changes; what a lane tells of a slice
that nobody remembers, because the service was restored, is counted once.
"""

import datetime
from typing import Any

import msgspec
import sqlalchemy as sa

from retail.check import require
from retail.coupons import escrow
from retail.coupons.escrow import NOTHING, Pool, Rights, Slice, Spend
from retail.promotions.offer import Offer
from retail.wire.bodies import OFFER_KIND
from retail.wire.scarce import Lease, LeaseRequest
from store.data.clock import SECOND
from store.data.goods import catalogue
from store.data.ids import new_id
from store.data.schema.ingest import terminal_head
from store.data.schema.scarce import campaign, campaign_slice
from store.data.upsert import insert

LIFE_US = 24 * 3600 * SECOND
UNLIMITED = 10**15
"""Of uses or money, where a campaign limits only the other."""
FREELY = 10**9
"""What a slice holds of something that is not limited."""
USES_MAX, AMOUNT_MAX_MINOR = 10_000, 10**8
"""One slice at most; more is a slip."""
_EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)


class Campaign(msgspec.Struct, frozen=True, kw_only=True):
    """How far a campaign is, for the owner."""

    offer_id: str
    limit: Rights
    spent: Rights
    """For good, by slices that came home."""
    out: Rights
    """Lent to lanes; what they have spent of it is told in `known_spent`."""
    known_spent: Rights
    lanes: int


def lend(
    connection: sa.Connection, store_id: str, terminal_id: str, ask: LeaseRequest, *, at: int
) -> Lease | None:
    """The slice a lane may spend from now on; None if the offer has no campaign limit."""
    limit = limit_of(connection, store_id, ask.offer_id)
    if limit is None:
        return None
    _lock(connection, store_id, ask.offer_id, at)
    wanted = _wanted(ask, limit)
    held = _open_slice(connection, store_id, ask.offer_id, terminal_id)
    report = _Report(of_slice="", told=NOTHING, spent=NOTHING)
    if _is_forgotten(connection, store_id, ask, held):
        report = _Report(of_slice=ask.slice_id, told=_told(ask), spent=NOTHING)
        _spend_for_good(connection, store_id, ask.offer_id, report.told, at)
    elif held is not None:
        report = _report(ask, held)
    pool = _pool(connection, store_id, ask.offer_id, limit)
    if held is not None:
        left = Rights(uses=held.granted_uses, amount_minor=held.granted_minor) - report.spent
        may_return = held.expires_at <= at and _is_drained(connection, store_id, terminal_id, ask)
        if not may_return:
            wanted = _larger(wanted, left)
        pool = _settle(connection, store_id, pool, held, report.spent, at)
    expires_at = at + LIFE_US
    given = escrow.grant(pool, new_id(), wanted, _moment(expires_at)).slice
    if given is None:
        return Lease(offer_id=ask.offer_id, uses=0, amount_minor=0, expires_at=0)
    connection.execute(
        sa.insert(campaign_slice).values(
            store_id=store_id,
            offer_id=ask.offer_id,
            slice_id=given.slice_id,
            terminal_id=terminal_id,
            follows=report.of_slice,
            follows_uses=report.told.uses,
            follows_minor=report.told.amount_minor,
            granted_uses=given.granted.uses,
            granted_minor=given.granted.amount_minor,
            spent_uses=0,
            spent_minor=0,
            expires_at=expires_at,
            given_at=at,
            is_settled=False,
        )
    )
    return Lease(
        offer_id=ask.offer_id,
        uses=given.granted.uses,
        amount_minor=given.granted.amount_minor,
        expires_at=expires_at,
        slice_id=given.slice_id,
    )


def limit_of(connection: sa.Connection, store_id: str, offer_id: str) -> Rights | None:
    """A campaign's limit, as its offer says; None without one."""
    found = catalogue.find(connection, store_id, OFFER_KIND, offer_id)
    if found is None:
        return None
    offer = msgspec.json.decode(found.body, type=Offer)
    limits = [limit for limit in offer.limits if limit.scope == "campaign"]
    if not limits:
        return None
    uses = [max(0, limit.uses - limit.used) for limit in limits if limit.uses is not None]
    amounts = [
        max(0, limit.amount_minor - limit.used_minor) for limit in limits if limit.amount_minor is not None
    ]
    return Rights(uses=min(uses, default=UNLIMITED), amount_minor=min(amounts, default=UNLIMITED))


def campaigns(connection: sa.Connection, store_id: str) -> tuple[Campaign, ...]:
    """Every campaign of a store that has lent something."""
    offers = connection.execute(
        sa.select(campaign.c.offer_id).where(campaign.c.store_id == store_id).order_by(campaign.c.offer_id)
    ).scalars()
    found = []
    for offer_id in offers.all():
        limit = limit_of(connection, store_id, offer_id) or NOTHING
        pool = _pool(connection, store_id, offer_id, limit)
        lanes = _slices(connection, store_id, offer_id)
        known = sum((Rights(uses=row.spent_uses, amount_minor=row.spent_minor) for row in lanes), NOTHING)
        found.append(
            Campaign(
                offer_id=offer_id,
                limit=limit,
                spent=pool.spent,
                out=sum((held.granted for held in pool.out), NOTHING),
                known_spent=known,
                lanes=len(lanes),
            )
        )
    return tuple(found)


def _wanted(ask: LeaseRequest, limit: Rights) -> Rights:
    """What is asked for, within reason; of what the campaign does not limit, enough."""
    uses, amount = min(ask.uses_wanted, USES_MAX), min(ask.amount_wanted_minor, AMOUNT_MAX_MINOR)
    is_wish = uses > 0 or amount > 0
    return Rights(
        uses=uses if limit.uses < UNLIMITED else FREELY * is_wish,
        amount_minor=amount if limit.amount_minor < UNLIMITED else FREELY * is_wish,
    )


def _larger(one: Rights, other: Rights) -> Rights:
    return Rights(uses=max(one.uses, other.uses), amount_minor=max(one.amount_minor, other.amount_minor))


class _Report(msgspec.Struct, frozen=True, kw_only=True):
    """What a lane says it has spent, as far as it concerns the slice it was last given."""

    of_slice: str
    """The slice the lane has in hand: the last one, or the one before if it never got the answer."""
    told: Rights
    """Spent of that slice since it was given."""
    spent: Rights
    """Spent of the last slice given."""


def _report(ask: LeaseRequest, held: Any) -> _Report:
    """Read what a lane tells of its slice.

    A lane that still names the slice before never got the answer: what it spent since its last report came
    out of rights that the last slice contains. A slice older than that is of an older journal's image; its
    spends were told before.
    """
    told = _told(ask)
    granted = Rights(uses=held.granted_uses, amount_minor=held.granted_minor)
    if ask.slice_id in ("", held.slice_id):
        return _Report(of_slice=held.slice_id, told=told, spent=told.at_most(granted))
    if ask.slice_id != held.follows:
        return _Report(of_slice=held.slice_id, told=NOTHING, spent=NOTHING)
    before = Rights(uses=held.follows_uses, amount_minor=held.follows_minor)
    told = _larger(told, before)
    return _Report(of_slice=held.follows, told=told, spent=(told - before).at_most(granted))


def _told(ask: LeaseRequest) -> Rights:
    return Rights(
        uses=max(0, min(ask.spent_uses, USES_MAX)),
        amount_minor=max(0, min(ask.spent_minor, AMOUNT_MAX_MINOR)),
    )


def _is_forgotten(connection: sa.Connection, store_id: str, ask: LeaseRequest, held: Any) -> bool:
    """Whether a lane has a slice in hand that nobody here remembers: the service was restored since."""
    if not ask.slice_id or (held is not None and ask.slice_id in (held.slice_id, held.follows)):
        return False
    known = sa.select(campaign_slice.c.slice_id).where(
        campaign_slice.c.store_id == store_id,
        campaign_slice.c.offer_id == ask.offer_id,
        campaign_slice.c.slice_id == ask.slice_id,
    )
    return connection.execute(known).first() is None


def _spend_for_good(connection: sa.Connection, store_id: str, offer_id: str, spent: Rights, at: int) -> None:
    connection.execute(
        sa.update(campaign)
        .where(campaign.c.store_id == store_id, campaign.c.offer_id == offer_id)
        .values(
            spent_uses=campaign.c.spent_uses + spent.uses,
            spent_minor=campaign.c.spent_minor + spent.amount_minor,
            changed_at=at,
        )
    )


def _is_drained(connection: sa.Connection, store_id: str, terminal_id: str, ask: LeaseRequest) -> bool:
    """Whether everything the lane has sealed is here. A lane that does not say is not drained."""
    if ask.epoch <= 0:
        return False
    acked = connection.execute(
        sa.select(terminal_head.c.acked).where(
            terminal_head.c.store_id == store_id,
            terminal_head.c.terminal_id == terminal_id,
            terminal_head.c.epoch == ask.epoch,
        )
    ).scalar()
    return (acked or 0) >= ask.sealed


def _settle(connection: sa.Connection, store_id: str, pool: Pool, held: Any, spent: Rights, at: int) -> Pool:
    """Take the slice in hand home: the lane's answer to this is a slice that contains what is left of it."""
    mine = next(one for one in pool.out if one.slice_id == held.slice_id)
    spends = (Spend(transaction_id="reported", rights=spent),) if spent != NOTHING else ()
    step = escrow.settle(pool, msgspec.structs.replace(mine, spends=spends), is_drained=True)
    require(step.outcome is escrow.Outcome.DONE, "a slice in hand is settled once")
    connection.execute(
        sa.update(campaign_slice)
        .where(
            campaign_slice.c.store_id == store_id,
            campaign_slice.c.offer_id == held.offer_id,
            campaign_slice.c.slice_id == held.slice_id,
        )
        .values(is_settled=True, spent_uses=spent.uses, spent_minor=spent.amount_minor)
    )
    connection.execute(
        sa.update(campaign)
        .where(campaign.c.store_id == store_id, campaign.c.offer_id == held.offer_id)
        .values(spent_uses=step.pool.spent.uses, spent_minor=step.pool.spent.amount_minor, changed_at=at)
    )
    return step.pool


def _lock(connection: sa.Connection, store_id: str, offer_id: str, at: int) -> None:
    values = {"store_id": store_id, "offer_id": offer_id, "spent_uses": 0, "spent_minor": 0, "changed_at": at}
    connection.execute(insert(connection, campaign).values(values).on_conflict_do_nothing())
    connection.execute(
        sa.select(campaign.c.offer_id)
        .where(campaign.c.store_id == store_id, campaign.c.offer_id == offer_id)
        .with_for_update()
    )


def _pool(connection: sa.Connection, store_id: str, offer_id: str, limit: Rights) -> Pool:
    spent = connection.execute(
        sa.select(campaign.c.spent_uses, campaign.c.spent_minor).where(
            campaign.c.store_id == store_id, campaign.c.offer_id == offer_id
        )
    ).one()
    slices = tuple(
        Slice(
            slice_id=row.slice_id,
            campaign_id=offer_id,
            granted=Rights(uses=row.granted_uses, amount_minor=row.granted_minor),
            expires_at=_moment(row.expires_at),
        )
        for row in _slices(connection, store_id, offer_id)
    )
    gone = Rights(uses=spent.spent_uses, amount_minor=spent.spent_minor)
    committed = sum((one.granted for one in slices), gone)
    return Pool(campaign_id=offer_id, limit=_larger(limit, committed), out=slices, spent=gone)


def _slices(connection: sa.Connection, store_id: str, offer_id: str) -> Any:
    return connection.execute(
        sa.select(campaign_slice)
        .where(
            campaign_slice.c.store_id == store_id,
            campaign_slice.c.offer_id == offer_id,
            sa.not_(campaign_slice.c.is_settled),
        )
        .order_by(campaign_slice.c.slice_id)
    ).all()


def _open_slice(connection: sa.Connection, store_id: str, offer_id: str, terminal_id: str) -> Any:
    rows = _slices(connection, store_id, offer_id)
    return next((row for row in rows if row.terminal_id == terminal_id), None)


def _moment(at: int) -> datetime.datetime:
    return _EPOCH + datetime.timedelta(microseconds=at)
