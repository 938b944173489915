"""What the shop learns from phones: the opt-in funnel, offers shown and redeemed, channels, pickups.

What is about what members agreed to is counted among those only who agree now: the consent stands in the
statement. Interests of fewer than FEW members are not told apart. Everything else is counts of things, not of
people.

Source: docs/phone.md, "What the shop learns".
Invariants: read only; nothing here leads to a member.
"""

from collections.abc import Callable

import msgspec
import sqlalchemy as sa

from store.data.people import interest_counts
from store.data.people.interests import agreed
from store.data.schema.interests import member_interest
from store.data.schema.members import member
from store.data.schema.orders import shop_order
from store.data.schema.phone import phone_device
from store.data.schema.sales import sale, sale_discount, sale_tender

FEW = 5
HANDED, HANDED_MINOR = "handed", "handed_minor"
"""Counts of baskets that a lane took over from a phone and sold, and what they came to."""
OFFERS_MAX = 60
_PLACED = sa.or_(shop_order.c.paid_at > 0, shop_order.c.paid_by != "wallet")
"""What no wallet has paid was never ordered."""


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """A step of the opt-in funnel."""

    name: str
    count: int


class OfferRow(msgspec.Struct, frozen=True, kw_only=True):
    """A personal offer: how often shown, redeemed, and why it was not shown."""

    offer_id: str
    shown: int
    redeemed: int
    missed: tuple[tuple[str, int], ...]


class Channel(msgspec.Struct, frozen=True, kw_only=True):
    """Baskets that came one way."""

    name: str
    baskets: int
    total_minor: int

    @property
    def average_minor(self) -> int:
        """What one comes to."""
        return self.total_minor // self.baskets if self.baskets else 0


class Pickups(msgspec.Struct, frozen=True, kw_only=True):
    """How orders were collected."""

    by_hour: tuple[tuple[int, int], ...]
    """(hour of the window on the shop's clock, orders)."""
    collected: int
    late: int
    """After their window, but in time."""
    not_collected: int
    cancelled: int
    minutes_to_ready: int
    """From the order to its goods picked, on average; 0: none was."""


class Learned(msgspec.Struct, frozen=True, kw_only=True):
    """The whole page."""

    funnel: tuple[Step, ...]
    interests: tuple[tuple[str, int], ...]
    few: int
    """Interests that fewer than FEW members have, not told apart."""
    offers: tuple[OfferRow, ...]
    channels: tuple[Channel, ...]
    pickups: Pickups


def learned(
    connection: sa.Connection, store_id: str, *, first_day: str, since: int, hour_of: Callable[[int], int]
) -> Learned:
    """Everything since a day. `hour_of`: a moment's hour on the shop's clock."""
    counts = interest_counts.since(connection, store_id, first_day)
    liked = _interests(connection, store_id)
    return Learned(
        funnel=_funnel(connection, store_id, counts, since),
        interests=tuple(one for one in liked if one[1] >= FEW),
        few=sum(1 for one in liked if one[1] < FEW),
        offers=_offers(connection, store_id, counts, since),
        channels=_channels(connection, store_id, counts, since),
        pickups=_pickups(connection, store_id, since, hour_of),
    )


def _members(store_id: str) -> tuple[sa.ColumnElement[bool], ...]:
    """Members of this store with a phone, not forgotten."""
    has_phone = sa.exists().where(phone_device.c.member_id == member.c.member_id)
    return member.c.made_in == store_id, sa.not_(member.c.is_erased), has_phone


def _funnel(
    connection: sa.Connection, store_id: str, counts: dict[tuple[str, str], int], since: int
) -> tuple[Step, ...]:
    def number(*asked: sa.ColumnElement[bool]) -> int:
        query = sa.select(sa.func.count()).select_from(member).where(*_members(store_id), *asked)
        return int(connection.execute(query).scalar_one())

    likes = sa.exists().where(member_interest.c.member_id == member.c.member_id)
    by_interests = agreed(member.c.member_id, "interests")
    ordered = connection.execute(
        sa.select(sa.func.count())
        .select_from(shop_order)
        .where(shop_order.c.store_id == store_id, shop_order.c.made_at >= since, _PLACED)
    ).scalar_one()
    return (
        Step(name="Members with a phone", count=number()),
        Step(name="agree to offers by interests", count=number(by_interests)),
        Step(name="say what they like", count=number(by_interests, likes)),
        Step(name="agree to offers by purchases", count=number(agreed(member.c.member_id, "history"))),
        Step(name="Check-ins", count=counts.get(("checkin", ""), 0)),
        Step(name="Orders", count=int(ordered)),
    )


def _interests(connection: sa.Connection, store_id: str) -> list[tuple[str, int]]:
    """What members like who agree that it is looked at."""
    number = sa.func.count()
    rows = connection.execute(
        sa.select(member_interest.c.interest, number.label("members"))
        .join(member, member.c.member_id == member_interest.c.member_id)
        .where(*_members(store_id), agreed(member.c.member_id, "interests"))
        .group_by(member_interest.c.interest)
        .order_by(number.desc(), member_interest.c.interest)
    )
    return [(row.interest, int(row.members)) for row in rows]


def _offers(
    connection: sa.Connection, store_id: str, counts: dict[tuple[str, str], int], since: int
) -> tuple[OfferRow, ...]:
    known = {about for what, about in counts if what == "shown" or what.startswith("missed:")}
    names = sorted(known, key=lambda one: (-counts.get(("shown", one), 0), one))[:OFFERS_MAX]
    redeemed = {
        row.offer_id: int(row.sales)
        for row in connection.execute(
            sa.select(
                sale_discount.c.offer_id, sa.func.count(sale_discount.c.envelope_id.distinct()).label("sales")
            )
            .select_from(sale_discount)
            .join(
                sale,
                sa.and_(
                    sale.c.store_id == sale_discount.c.store_id,
                    sale.c.envelope_id == sale_discount.c.envelope_id,
                ),
            )
            .where(
                sale_discount.c.store_id == store_id,
                sale_discount.c.started_at >= since,
                sale_discount.c.offer_id.in_(names),
                sa.or_(agreed(sale.c.member_id, "interests"), agreed(sale.c.member_id, "history")),
            )
            .group_by(sale_discount.c.offer_id)
        )
    }
    return tuple(
        OfferRow(
            offer_id=one,
            shown=counts.get(("shown", one), 0),
            redeemed=redeemed.get(one, 0),
            missed=tuple(
                (what.removeprefix("missed:"), number)
                for (what, about), number in counts.items()
                if about == one and what.startswith("missed:")
            ),
        )
        for one in names
    )


def _channels(
    connection: sa.Connection, store_id: str, counts: dict[tuple[str, str], int], since: int
) -> tuple[Channel, ...]:
    number, total = sa.func.count(), sa.func.coalesce(sa.func.sum(sale.c.total_minor), 0)
    is_member = sale.c.member_id != ""
    sold = sale.c.store_id == store_id, sale.c.outcome == "sold", sale.c.started_at >= since
    lanes = [
        (name, connection.execute(sa.select(number, total).where(*sold, test)).one())
        for name, test in (("At the lane, as a member", is_member), ("At the lane", sa.not_(is_member)))
    ]
    handed = counts.get((HANDED, ""), 0), counts.get((HANDED_MINOR, ""), 0)
    of_sale = sale.c.store_id == sale_tender.c.store_id, sale.c.envelope_id == sale_tender.c.envelope_id
    by_wallet = connection.execute(
        sa.select(
            sa.func.count(sale.c.envelope_id.distinct()),
            sa.func.coalesce(sa.func.sum(sale_tender.c.amount_minor), 0),
        )
        .select_from(sale)
        .join(sale_tender, sa.and_(*of_sale))
        .where(*sold, sale_tender.c.kind == "wallet")
    ).one()
    ordered = shop_order.c.store_id == store_id, shop_order.c.made_at >= since
    # what a lane's sale has paid is that sale's; what nobody has paid is nobody's
    kept = sa.and_(
        shop_order.c.state != "cancelled", shop_order.c.paid_at > 0, shop_order.c.paid_by != "lane"
    )
    sums = sa.func.count(), sa.func.coalesce(sa.func.sum(shop_order.c.total_minor), 0)
    ways = [
        (name, connection.execute(sa.select(*sums).where(*ordered, kept, shop_order.c.way == way)).one())
        for name, way in (("Ordered and collected", "pickup"), ("Ordered and brought", "delivery"))
    ]
    at_lanes = connection.execute(sa.select(*sums).where(*ordered, shop_order.c.paid_in != "")).one()
    more = (
        ("Of these, scanned on the phone", handed),
        ("Of these, orders paid at the lane", at_lanes),
        ("Of these, by wallet", by_wallet),
    )
    return tuple(
        Channel(name=name, baskets=int(row[0]), total_minor=int(row[1]))
        for name, row in (*lanes, *more, *ways)
    )


def _pickups(connection: sa.Connection, store_id: str, since: int, hour_of: Callable[[int], int]) -> Pickups:
    table = shop_order
    rows = connection.execute(
        sa.select(
            table.c.state, table.c.from_at, table.c.until_at, table.c.closed_at, table.c.closed_by,
            table.c.made_at, table.c.ready_at,
        ).where(table.c.store_id == store_id, table.c.made_at >= since, table.c.way == "pickup", _PLACED)
    ).all()  # fmt: skip
    hours: dict[int, int] = {}
    for row in rows:
        if row.state != "cancelled":
            hour = hour_of(row.from_at)
            hours[hour] = hours.get(hour, 0) + 1
    picked = [row.ready_at - row.made_at for row in rows if row.ready_at]
    collected = [row for row in rows if row.state == "collected"]
    cancelled = [row for row in rows if row.state == "cancelled"]
    missed = sum(1 for row in cancelled if row.closed_by == "service")
    return Pickups(
        by_hour=tuple(sorted(hours.items())),
        collected=len(collected),
        late=sum(1 for row in collected if row.closed_at > row.until_at),
        not_collected=missed,
        cancelled=len(cancelled) - missed,
        minutes_to_ready=sum(picked) // len(picked) // 60_000_000 if picked else 0,
    )
