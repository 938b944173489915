"""The lane's slices of campaigns: what the store lent it, and what is left of each.

A slice stands beside the journal, in its file, so that both are of one moment whatever image of the disk
comes back. What was spent of it is never written down: it is what the journal's own entries since the slice
was asked for add up to (`kiosk.database.book`), in the commit of the payment and after every restart.

Source: docs/coupons.md, "Offline"; docs/protocol.md, "Scarce things".
Invariants: what is left is the slice less every use the journal has after `since`; a slice replaces the one
it was asked with and no other; nothing is left of a slice that has expired.
"""

import datetime
from typing import Any

import msgspec
import sqlalchemy as sa

from kiosk.database.book import campaign_use
from retail.campaigns import CampaignLeft, Left
from retail.check import require
from retail.journal.events import TransactionCancelled, TransactionClosed, TransactionStarted
from retail.journal.staffed import TransactionSuspended

metadata = sa.MetaData()
_lease = sa.Table(
    "lease",
    metadata,
    sa.Column("offer_id", sa.Text, primary_key=True),
    sa.Column("slice_id", sa.Text, nullable=False),
    sa.Column("uses", sa.Integer, nullable=False),
    sa.Column("amount_minor", sa.Integer, nullable=False),
    sa.Column("expires_at", sa.Integer, nullable=False),
    sa.Column("since", sa.Integer, nullable=False),
    sa.Column("is_laid_down", sa.Boolean, nullable=False),
)
"""`since`: the last entry of the journal when the slice was asked for. `is_laid_down`: nothing is taken from
it any more; it is on its way back."""
_entry = sa.table("entry", sa.column("sequence", sa.Integer), sa.column("event", sa.Text))
SLICES_MAX = 500
_EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """A slice in hand, at one moment of the journal."""

    offer_id: str
    slice_id: str = ""
    """Empty: there is none."""
    uses: int = 0
    amount_minor: int = 0
    expires_at: int = 0
    """Microseconds since 1970, UTC."""
    spent_uses: int = 0
    spent_minor: int = 0
    """Since it was asked for."""
    is_laid_down: bool = False
    upto: int = 0
    """The last entry of the journal: uses up to here are in `spent_*`."""

    @property
    def left(self) -> CampaignLeft:
        """What is left of it, expired or not."""
        return CampaignLeft(
            offer_id=self.offer_id,
            uses=max(0, self.uses - self.spent_uses),
            amount_minor=max(0, self.amount_minor - self.spent_minor),
        )


class Leases:
    """The slices in one journal file, through one engine. Belongs to that engine's thread."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine

    def left(self, utc: str) -> Left:
        """What may be given away at a moment (UTC, ISO 8601), offers in order."""
        at = (datetime.datetime.fromisoformat(utc) - _EPOCH) // datetime.timedelta(microseconds=1)
        return tuple(
            held.left
            for held in self.all()
            if not held.is_laid_down and at < held.expires_at and held.left.uses and held.left.amount_minor
        )

    def all(self) -> tuple[Held, ...]:
        """Every slice in hand."""
        with self._engine.connect() as connection:
            return _read(connection)

    def of(self, offer_id: str) -> Held:
        """The slice of an offer, with how far the journal is; without `slice_id` if there is none."""
        with self._engine.connect() as connection:
            found = _read(connection, offer_id)
            return found[0] if found else Held(offer_id=offer_id, upto=_newest(connection))

    def take(self, instead: Held, slice_id: str, uses: int, amount_minor: int, expires_at: int) -> bool:
        """Put a new slice in the place of the one it was asked with; empty `slice_id`: none was given.

        False if that one is not in hand any more; then nothing changes.
        """
        with self._engine.begin() as connection:
            known = connection.execute(
                sa.select(_lease.c.slice_id).where(_lease.c.offer_id == instead.offer_id)
            ).scalar()
            if (known or "") != instead.slice_id:
                return False
            connection.execute(sa.delete(_lease).where(_lease.c.offer_id == instead.offer_id))
            if slice_id:
                count = connection.execute(sa.select(sa.func.count()).select_from(_lease)).scalar() or 0
                require(count < SLICES_MAX, f"a lane holds at most {SLICES_MAX} slices")
                connection.execute(
                    sa.insert(_lease).values(
                        offer_id=instead.offer_id,
                        slice_id=slice_id,
                        uses=uses,
                        amount_minor=amount_minor,
                        expires_at=expires_at,
                        since=instead.upto,
                        is_laid_down=False,
                    )
                )
        return True

    def lay_down(self, offer_id: str) -> bool:
        """Give no more of a slice away, if no purchase is open that may still do so; whether it is so."""
        with self._engine.begin() as connection:
            if _is_selling(connection):
                return False
            connection.execute(
                sa.update(_lease).where(_lease.c.offer_id == offer_id).values(is_laid_down=True)
            )
        return True


def _read(connection: sa.Connection, offer_id: str = "") -> tuple[Held, ...]:
    spent = sa.and_(campaign_use.c.offer_id == _lease.c.offer_id, campaign_use.c.sequence > _lease.c.since)
    columns: list[sa.ColumnElement[Any]] = [
        *(_lease.c[name] for name in ("offer_id", "slice_id", "uses", "amount_minor", "expires_at")),
        _lease.c.is_laid_down,
        sa.func.coalesce(sa.func.sum(campaign_use.c.uses), 0).label("spent_uses"),
        sa.func.coalesce(sa.func.sum(campaign_use.c.amount_minor), 0).label("spent_minor"),
    ]
    query = (
        sa.select(*columns)
        .select_from(_lease.outerjoin(campaign_use, spent))
        .group_by(_lease.c.offer_id)
        .order_by(_lease.c.offer_id)
    )
    if offer_id:
        query = query.where(_lease.c.offer_id == offer_id)
    rows = connection.execute(query).all()
    upto = _newest(connection) if rows else 0
    return tuple(Held(**row._mapping, upto=upto) for row in rows)


def _newest(connection: sa.Connection) -> int:
    return connection.execute(sa.select(sa.func.max(_entry.c.sequence))).scalar() or 0


def _is_selling(connection: sa.Connection) -> bool:
    """Whether a purchase has begun and not ended."""

    def last(*events: type) -> int:
        names = [event.__name__ for event in events]
        query = sa.select(sa.func.max(_entry.c.sequence)).where(_entry.c.event.in_(names))
        return connection.execute(query).scalar() or 0

    return last(TransactionStarted) > last(TransactionClosed, TransactionCancelled, TransactionSuspended)
