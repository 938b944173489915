"""Baskets that were put aside: kept from the journal, given to one lane, over with the business day.

The row is locked while it is given away, so that of two lanes that ask at once one gets it. Asking again from
the lane that has it gives it again: its answer may have been lost.

Source: docs/protocol.md, "Suspended baskets"; `retail.wire.suspended`.
Invariants: a basket is given to one lane of its own store; one that was cancelled or is of another business
day is given to nobody.
"""

from collections.abc import Sequence

import msgspec
import sqlalchemy as sa

from retail.wire.suspended import ClaimSuspended, SuspendedBasket, SuspendedGoods
from store.data import upsert
from store.data.lanes import events
from store.data.ordering import order_lanes
from store.data.schema.suspended import suspended_basket as basket

KIND = "suspended"
"""Of the event; its key is the lane that put it aside."""
TOKEN_MIN, TOKEN_MAX = 4, 80
"""Characters that may be typed for a token: its last ones."""
LISTED_MAX = 500
"""Baskets of a day that are looked through."""


class KeptLine(SuspendedGoods, frozen=True, kw_only=True):
    """A line as it is kept: for people it has a name."""

    name: str = ""


class Aside(msgspec.Struct, frozen=True, kw_only=True):
    """A basket that was put aside, as its journal says."""

    token: str
    by: str
    why: str
    item_count: int
    total_minor: int
    lines: tuple[KeptLine, ...]


_wire_lines = msgspec.json.Decoder(tuple[SuspendedGoods, ...])
_kept_lines = msgspec.json.Decoder(tuple[KeptLine, ...])


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """One of them, for people."""

    token: str
    transaction_id: str
    terminal_id: str
    at: int
    by: str
    why: str
    item_count: int
    total_minor: int
    currency: str
    claimed_in: str
    claimed_by: str
    claimed_at: int
    cancelled_by: str
    cancelled_at: int

    @property
    def short(self) -> str:
        """What is typed at a lane."""
        return self.token[-6:]


COLUMNS = tuple(basket.c[name] for name in Listed.__struct_fields__)


def keep(
    connection: sa.Connection,
    store_id: str,
    terminal_id: str,
    aside: Aside,
    *,
    transaction_id: str,
    business_date: str,
    currency: str,
    at: int,
) -> None:
    """Keep a basket; again changes nothing. Who watches hears of it with the sale's own event."""
    connection.execute(
        upsert.insert(connection, basket)
        .values(
            store_id=store_id,
            token=aside.token.lower(),
            transaction_id=transaction_id,
            terminal_id=terminal_id,
            business_date=business_date,
            at=at,
            by=aside.by,
            why=aside.why,
            item_count=aside.item_count,
            total_minor=aside.total_minor,
            currency=currency,
            lines=msgspec.json.encode(aside.lines),
            claimed_in="",
            claimed_by="",
            claimed_at=0,
            cancelled_by="",
            cancelled_at=0,
        )
        .on_conflict_do_nothing()
    )


def claim(
    connection: sa.Connection, store_id: str, terminal_id: str, asked: ClaimSuspended, *, today: str, at: int
) -> SuspendedBasket:
    """Give a basket to this lane, or say why not. `today`: the shop's business day."""
    token = asked.token.strip().lower()
    refused = SuspendedBasket(token=asked.token[:TOKEN_MAX], verdict="refused")
    if not TOKEN_MIN <= len(token) <= TOKEN_MAX:
        return refused
    tokens = connection.execute(
        sa.select(basket.c.token)
        .where(basket.c.store_id == store_id, basket.c.business_date == today, basket.c.cancelled_at == 0)
        .order_by(basket.c.at.desc())
        .limit(LISTED_MAX)
    ).scalars()
    meant = [one for one in tokens if one.endswith(token)]
    if len(meant) != 1:
        return refused
    row = connection.execute(
        sa.select(basket).where(basket.c.store_id == store_id, basket.c.token == meant[0]).with_for_update()
    ).one()
    if row.cancelled_at:
        return refused
    if row.claimed_at and row.claimed_in != terminal_id:
        return SuspendedBasket(token=row.token, verdict="used")
    if not row.claimed_at:
        connection.execute(
            _one(store_id, row.token).values(
                claimed_in=terminal_id, claimed_by=asked.by[:TOKEN_MAX], claimed_at=at
            )
        )
        _tell(connection, store_id, row.terminal_id, row.token, at)
    return SuspendedBasket(
        token=row.token,
        verdict="held",
        of_transaction_id=row.transaction_id,
        lines=_wire_lines.decode(row.lines),
    )


def cancel(connection: sa.Connection, store_id: str, token: str, who: str, at: int) -> bool:
    """Let nobody take it over any more; false if it is not there to be taken."""
    found = connection.execute(
        _one(store_id, token)
        .where(basket.c.claimed_at == 0, basket.c.cancelled_at == 0)
        .values(cancelled_by=who, cancelled_at=at)
        .returning(basket.c.terminal_id, basket.c.transaction_id)
    ).one_or_none()
    if found is None:
        return False
    order_lanes.put_back(connection, store_id, found.transaction_id)
    _tell(connection, store_id, found.terminal_id, token, at)
    return True


def of_day(connection: sa.Connection, store_id: str, today: str) -> Sequence[Listed]:
    """The baskets of a business day, newest first."""
    rows = connection.execute(
        sa.select(*COLUMNS)
        .where(basket.c.store_id == store_id, basket.c.business_date == today)
        .order_by(basket.c.at.desc())
        .limit(LISTED_MAX)
    )
    return [Listed(**row) for row in rows.mappings()]


def lines_of(connection: sa.Connection, store_id: str, token: str) -> tuple[KeptLine, ...]:
    """What is in one; nothing if there is none."""
    raw = connection.execute(
        sa.select(basket.c.lines).where(basket.c.store_id == store_id, basket.c.token == token)
    ).scalar()
    return _kept_lines.decode(raw) if raw is not None else ()


def _one(store_id: str, token: str) -> sa.Update:
    return sa.update(basket).where(basket.c.store_id == store_id, basket.c.token == token)


def _tell(connection: sa.Connection, store_id: str, terminal_id: str, token: str, at: int) -> None:
    events.publish(connection, store_id, KIND, terminal_id, {"token": token}, at)
