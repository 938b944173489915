"""The lane's book of coupons, points and campaigns: what was given once, remembered for ever.

A projection of the journal in the journal's own file. Its rows are written in the commit of the events they
come from, so the two cannot differ after a power cut; a book that is missing, or has not as many rows as the
journal has events, is made again from the journal at the next start.

Invariants: a coupon redeemed on this lane is known as used from that commit on, after any restart, with or
without a store; one row per `CouponRedeemed`, `RewardsGranted` and `CampaignUsed`.
"""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

import msgspec
import sqlalchemy as sa

from retail.journal.chain import Entry
from retail.journal.events import (
    AnyEvent,
    CampaignUsed,
    CouponRedeemed,
    RewardsGranted,
    TenderingStarted,
    TransactionStarted,
)
from retail.journal.value import ValueCaptured
from retail.priced import PricedBasket
from retail.stored_value.limits import ValueRisked

PURCHASES_MAX = 50
"""Of one member that are looked back at."""
_Noted = TypeVar("_Noted", RewardsGranted, TenderingStarted, TransactionStarted)

metadata = sa.MetaData()
_coupon = sa.Table(
    "book_coupon",
    metadata,
    sa.Column("sequence", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("redemption_key", sa.Text, nullable=False, index=True),
    sa.Column("day", sa.Text, nullable=False),
    sa.Column("is_at_risk", sa.Boolean, nullable=False),
    sa.Index("ix_book_coupon_risk", "is_at_risk", "day"),
)
_value = sa.Table(
    "book_value",
    metadata,
    sa.Column("sequence", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("card_key", sa.Text, nullable=False),
    sa.Column("day", sa.Text, nullable=False),
    sa.Column("amount_minor", sa.Integer, nullable=False),
    sa.Index("ix_book_value_day", "day", "card_key"),
)
"""What was taken of gift cards; `card_key` is empty unless nobody could be asked."""
_points = sa.Table(
    "book_points",
    metadata,
    sa.Column("sequence", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("member_id", sa.Text, nullable=False, index=True),
    sa.Column("points_spent", sa.Integer, nullable=False),
    sa.Column("at", sa.Text, nullable=False),
)
campaign_use = sa.Table(
    "book_campaign",
    metadata,
    sa.Column("sequence", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("offer_id", sa.Text, nullable=False),
    sa.Column("uses", sa.Integer, nullable=False),
    sa.Column("amount_minor", sa.Integer, nullable=False),
    sa.Index("ix_book_campaign", "offer_id", "sequence"),
)
"""What paid baskets took of campaigns; which slice that was, `kiosk.database.leases` knows."""
_entry = sa.table("entry", sa.column("sequence"), sa.column("event"), sa.column("body"))
_envelope = sa.table("envelope", sa.column("epoch"), sa.column("seq"), sa.column("last_entry"))
_mark = sa.table("mark", sa.column("epoch"), sa.column("acked"))
"""Of the journal and its outbox, in the same file."""
NOTED = (CouponRedeemed, RewardsGranted, CampaignUsed, ValueCaptured)
"""Events the book is made of."""
_TABLES = (_coupon, _points, campaign_use, _value)
"""A table for each."""


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """Of which moment the shop's facts of members are."""

    at: str
    """UTC, ISO 8601."""
    epoch: int = 0
    booked: int = 0
    """The newest of this lane's own envelopes counted in them; 0: not known, then `at` decides."""


class Purchase(msgspec.Struct, frozen=True, kw_only=True):
    """A paid purchase of a member."""

    day: str
    """The business day, ISO."""
    priced: PricedBasket | None
    stamps: Mapping[str, int]
    """What each of the member's cards came to."""


class LaneBook:
    """Answers from the book. Written by the journal only, see `note`."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine

    def is_used(self, redemption_key: str) -> bool:
        """Whether this paper was redeemed on this lane."""
        query = sa.select(_coupon.c.sequence).where(_coupon.c.redemption_key == redemption_key).limit(1)
        with self._engine.connect() as connection:
            return connection.execute(query).first() is not None

    def risked_on(self, day: str) -> int:
        """Coupons accepted on this local day (ISO) that only the store could have vouched for."""
        query = sa.select(sa.func.count()).where(_coupon.c.is_at_risk, _coupon.c.day == day)
        with self._engine.connect() as connection:
            return connection.execute(query).scalar() or 0

    def value_risked(self, card_key: str, day: str) -> ValueRisked:
        """What was taken unasked on a local day (ISO): of this gift card, and of how many others."""
        by_card = (
            sa.select(_value.c.card_key, sa.func.sum(_value.c.amount_minor))
            .where(_value.c.day == day, _value.c.card_key != "")
            .group_by(_value.c.card_key)
        )
        with self._engine.connect() as connection:
            spent = dict(connection.execute(by_card).tuples().all())
        return ValueRisked(spent_minor=spent.get(card_key, 0), other_cards=len(spent.keys() - {card_key}))

    def points_spent(self, member_id: str, since: str) -> int:
        """Points a member spent on this lane after `since` (UTC, ISO 8601)."""
        query = sa.select(sa.func.sum(_points.c.points_spent)).where(
            _points.c.member_id == member_id, _points.c.at > since
        )
        with self._engine.connect() as connection:
            return connection.execute(query).scalar() or 0

    def purchases(self, member_id: str, told: Told) -> tuple[Purchase, ...]:
        """The member's newest purchases here that what was told does not count yet, oldest first."""
        with self._engine.connect() as connection:
            rows = connection.execute(
                sa.select(_points.c.sequence)
                .where(_points.c.member_id == member_id, _is_uncounted(connection, told))
                .order_by(_points.c.sequence.desc())
                .limit(PURCHASES_MAX)
            )
            found = [_purchase(connection, sequence) for sequence in reversed(rows.scalars().all())]
        return tuple(one for one in found if one is not None)


def _is_uncounted(connection: sa.Connection, told: Told) -> sa.ColumnElement[bool]:
    """Whether a purchase is newer than what was told: by the line's own count, else by the clock.

    By the clock, what the service did not even have is newer whatever the time.
    """
    if told.booked:
        upto = _last_entry(connection, told.epoch, told.booked)
        if upto:
            return _points.c.sequence > upto
    mark = connection.execute(sa.select(_mark.c.epoch, _mark.c.acked)).one_or_none()
    acked = _last_entry(connection, mark.epoch, mark.acked) if mark is not None and mark.acked else 0
    is_unsent = _points.c.sequence > acked if acked else sa.false()
    return sa.or_(_points.c.at > told.at, is_unsent)


def _last_entry(connection: sa.Connection, epoch: int, seq: int) -> int:
    """The last entry in an envelope or those before it; 0 if this journal has none of them."""
    query = sa.select(sa.func.max(_envelope.c.last_entry)).where(
        _envelope.c.epoch == epoch, _envelope.c.seq <= seq
    )
    return connection.execute(query).scalar() or 0


def _purchase(connection: sa.Connection, paid_at: int) -> Purchase | None:
    """The purchase paid in the commit that has this entry, which granted its rewards; None: training."""
    granted = _newest(connection, RewardsGranted, paid_at)
    tendering = _newest(connection, TenderingStarted, paid_at)
    started = _newest(connection, TransactionStarted, paid_at)
    if started.is_training:
        return None
    day = datetime.datetime.fromisoformat(started.started_at).date().isoformat()
    return Purchase(day=day, priced=tendering.priced, stamps=granted.stamps)


def _newest(connection: sa.Connection, kind: type[_Noted], upto: int) -> _Noted:
    """The newest event of a kind up to an entry; there is one, or the entry could not be."""
    body = connection.execute(
        sa.select(_entry.c.body)
        .where(_entry.c.event == kind.__name__, _entry.c.sequence <= upto)
        .order_by(_entry.c.sequence.desc())
        .limit(1)
    ).scalar_one()
    return msgspec.json.decode(body, type=kind)


def note(connection: sa.Connection, noted: Iterable[tuple[Entry, AnyEvent]]) -> None:
    """Write down what the entries of one commit add to the book."""
    coupons: list[dict[str, Any]] = []
    points: list[dict[str, Any]] = []
    campaigns: list[dict[str, Any]] = []
    value: list[dict[str, Any]] = []
    for entry, event in noted:
        match event:
            case CouponRedeemed():
                coupons.append(
                    {
                        "sequence": entry.sequence,
                        "redemption_key": event.redemption_key,
                        "day": event.redeemed_on,
                        "is_at_risk": event.is_at_risk,
                    }
                )
            case RewardsGranted():
                points.append(
                    {
                        "sequence": entry.sequence,
                        "member_id": event.member_id,
                        "points_spent": event.points_spent,
                        "at": entry.at,
                    }
                )
            case CampaignUsed():
                campaigns.append(
                    {
                        "sequence": entry.sequence,
                        "offer_id": event.offer_id,
                        "uses": event.uses,
                        "amount_minor": event.amount_minor,
                    }
                )
            case ValueCaptured():
                value.append(
                    {
                        "sequence": entry.sequence,
                        "card_key": event.card_key if event.is_at_risk else "",
                        "day": event.captured_on,
                        "amount_minor": event.amount_minor,
                    }
                )
            case _:
                pass
    for table, rows in zip(_TABLES, (coupons, points, campaigns, value), strict=True):
        if rows:
            connection.execute(sa.insert(table), rows)


def counts(connection: sa.Connection) -> list[int]:
    """Rows of the book per kind of event, in the order of `NOTED`."""
    return [
        connection.execute(sa.select(sa.func.count()).select_from(table)).scalar() or 0 for table in _TABLES
    ]


def rewrite(connection: sa.Connection, entries: Sequence[Entry], after: int = 0) -> None:
    """Make the book anew from these entries, all of the journal that it is made of.

    What it knows of entries up to `after` stays: those were let go of, and nobody can tell it again.
    """
    for table in _TABLES:
        connection.execute(sa.delete(table).where(table.c.sequence > after))
    note(connection, ((entry, entry.event()) for entry in entries))
