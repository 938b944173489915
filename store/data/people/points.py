"""Members' points: a ledger that is only added to, and holds for purchases under way.

What may be spent is the ledger's balance less what is held elsewhere. A hold ends by itself; what the
sale's own journal says was spent is booked whether or not the hold was still there.

Source: `retail.points`; docs/protocol.md, "Scarce things".
Invariants: an entry counts once; two purchases cannot hold the same points.
"""

import datetime
from collections.abc import Sequence

import msgspec
import sqlalchemy as sa

from retail import points as rules
from retail.check import require
from retail.wire.scarce import Verdict
from store.data import upsert
from store.data.schema.members import member, points_entry, points_hold

HOLD_S = 15 * 60
SECOND = 1_000_000


class Booked(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the ledger, and where it was booked."""

    entry: rules.Entry
    booked_in: str
    booked_at: int


class Summary(msgspec.Struct, frozen=True, kw_only=True):
    """A member's points now."""

    available: int
    """Less what is held."""
    pending: int
    owed: int
    held: int


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """The answer to a wish to hold points."""

    verdict: Verdict
    points: int
    held_until: int = 0


def book(
    connection: sa.Connection, store_id: str, member_id: str, entries: Sequence[rules.Entry], at: int
) -> int:
    """Add to the ledger; how many were new. Captures holds of the purchases that spent."""
    added = 0
    for entry in entries:
        result = connection.execute(
            upsert.insert(connection, points_entry)
            .values(
                member_id=member_id,
                entry_id=entry.entry_id,
                kind=entry.kind,
                points=entry.points,
                transaction_id=entry.transaction_id,
                day=entry.day.isoformat(),
                available_on=entry.available_on.isoformat() if entry.available_on else "",
                booked_in=store_id,
                booked_at=at,
            )
            .on_conflict_do_nothing()
            .returning(points_entry.c.entry_id)
        )
        added += result.one_or_none() is not None
        if entry.kind == "spend":
            _end(connection, member_id, entry.transaction_id, "captured", at)
    return added


def entries(connection: sa.Connection, member_id: str) -> Sequence[Booked]:
    """The whole ledger, oldest first."""
    rows = connection.execute(
        sa.select(points_entry)
        .where(points_entry.c.member_id == member_id)
        .order_by(points_entry.c.booked_at, points_entry.c.entry_id)
        .limit(rules.ENTRIES_MAX)
    )
    return [Booked(entry=_entry(row), booked_in=row.booked_in, booked_at=row.booked_at) for row in rows]


def summary(connection: sa.Connection, member_id: str, at: int) -> Summary:
    """What a member has."""
    today = datetime.datetime.fromtimestamp(at // SECOND, datetime.UTC).date()
    balance = rules.balance([booked.entry for booked in entries(connection, member_id)], today)
    held = _held(connection, member_id, at)
    return Summary(
        available=max(0, balance.available - held), pending=balance.pending, owed=balance.owed, held=held
    )


def hold(
    connection: sa.Connection,
    member_id: str,
    transaction_id: str,
    points: int,
    *,
    store_id: str,
    terminal_id: str,
    at: int,
) -> Held:
    """Set points aside for a purchase, in place of what it held before."""
    require(points >= 0, "points are not negative")
    row = connection.execute(
        # the row is locked: two purchases of one member wait for each other
        sa.update(member)
        .where(member.c.member_id == member_id, sa.not_(member.c.is_erased))
        .values(version=member.c.version + 1)
        .returning(member.c.member_id)
    ).one_or_none()
    if row is None:
        return Held(verdict="refused", points=0)
    known = connection.execute(
        sa.select(points_hold.c.state, points_hold.c.points).where(
            points_hold.c.member_id == member_id, points_hold.c.transaction_id == transaction_id
        )
    ).one_or_none()
    if known is not None and known.state == "captured":
        return Held(verdict="used", points=known.points)
    _end(connection, member_id, transaction_id, "released", at)
    now = summary(connection, member_id, at)
    if points == 0 or points > now.available:
        is_held_elsewhere = 0 < points <= now.available + now.held
        return Held(verdict="held_elsewhere" if is_held_elsewhere else "refused", points=now.available)
    until = at + HOLD_S * SECOND
    values = {
        "points": points,
        "store_id": store_id,
        "terminal_id": terminal_id,
        "state": "held",
        "held_until": until,
        "changed_at": at,
    }
    connection.execute(
        upsert.insert(connection, points_hold)
        .values(member_id=member_id, transaction_id=transaction_id, **values)
        .on_conflict_do_update(index_elements=["member_id", "transaction_id"], set_=values)
    )
    return Held(verdict="held", points=points, held_until=until)


def release(connection: sa.Connection, member_id: str, transaction_id: str, at: int) -> bool:
    """Let go of what a purchase held; false if it held nothing."""
    return _end(connection, member_id, transaction_id, "released", at)


def _end(connection: sa.Connection, member_id: str, transaction_id: str, state: str, at: int) -> bool:
    result = connection.execute(
        sa.update(points_hold)
        .where(
            points_hold.c.member_id == member_id,
            points_hold.c.transaction_id == transaction_id,
            points_hold.c.state == "held",
        )
        .values(state=state, changed_at=at)
    )
    return result.rowcount == 1


def _held(connection: sa.Connection, member_id: str, at: int) -> int:
    found = connection.execute(
        sa.select(sa.func.sum(points_hold.c.points)).where(
            points_hold.c.member_id == member_id,
            points_hold.c.state == "held",
            points_hold.c.held_until > at,
        )
    ).scalar()
    return int(found or 0)


def _entry(row: sa.Row[tuple[object, ...]]) -> rules.Entry:
    return rules.Entry(
        entry_id=row.entry_id,
        kind=row.kind,
        points=row.points,
        transaction_id=row.transaction_id,
        day=datetime.date.fromisoformat(row.day),
        available_on=datetime.date.fromisoformat(row.available_on) if row.available_on else None,
    )
