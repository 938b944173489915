"""What the shop can lose while lanes have no link, and what it has lost: figures for the owner.

Every offline rule trades a bounded loss for going on selling. These are the bounds, worked out from the terms
in force and the lanes there are, so that nobody has to guess what a setting means.

Source: docs/coupons.md, "Offline"; the project's sync facts, 2.11.
Invariants: a figure is a worst case: more cannot be lost in one outage of a day.
"""

import msgspec
import sqlalchemy as sa

from retail.terms import Terms
from store.data.goods import leases
from store.data.goods.leases import Campaign
from store.data.lanes import terminals
from store.data.schema.scarce import coupon_loss
from store.data.stored_value import value_books


class WorstLoss(msgspec.Struct, frozen=True, kw_only=True):
    """What a day without a link can cost, in minor units, and what it has cost so far."""

    lanes: int
    """Lanes that may sell."""
    coupons_per_lane: int
    coupon_value_max_minor: int
    coupons_minor: int
    """Single-use coupons accepted twice: lanes x coupons a day x worth."""
    points_per_member: int
    """Points one member can spend twice, by going from lane to lane."""
    points_per_member_minor: int
    campaigns: tuple[Campaign, ...]
    """Limits hold however long a link is down: nothing is lost, but what is lent out waits for its lane.
    A lane's disk restored from an old image may spend once more what it had of a slice: less than
    what is lent out. So may, once, all lanes together when the service itself is restored."""
    value_minor: int
    """Gift cards and balances taken unasked: lanes x cards a day x the floor of each."""
    value_lost_minor: int
    """Stored value that was spent without being there, ever."""
    booked_losses: int
    booked_minor: int
    """Coupons that were accepted twice, ever."""


def worst_loss(connection: sa.Connection, store_id: str, terms: Terms) -> WorstLoss:
    """The figures of a store under these terms."""
    lanes = sum(
        one.kind == "lane" and one.state == "active" for one in terminals.listed(connection, store_id)
    )
    booked = connection.execute(
        sa.select(sa.func.count(), sa.func.coalesce(sa.func.sum(coupon_loss.c.saving_minor), 0)).where(
            coupon_loss.c.store_id == store_id
        )
    ).one()
    spend, offline_points = terms.points.spend, terms.points.offline_points_max
    twice = offline_points * max(0, lanes - 1)
    worth = twice // spend.points * spend.amount_minor if spend is not None else 0
    return WorstLoss(
        lanes=lanes,
        coupons_per_lane=terms.offline.per_day,
        coupon_value_max_minor=terms.offline.value_max_minor,
        coupons_minor=lanes * terms.offline.per_day * terms.offline.value_max_minor,
        points_per_member=twice,
        points_per_member_minor=worth,
        campaigns=leases.campaigns(connection, store_id),
        value_minor=terms.stored_value.offline.worst_loss_minor(lanes),
        value_lost_minor=value_books.figures(connection, store_id).lost_minor,
        booked_losses=booked[0],
        booked_minor=int(booked[1]),
    )
