"""Orders as they are looked at: by the shop, by their member, with all of a member's data.

Source: docs/orders.md.
Invariants: nothing is changed; an order leads to its member by `member_order` alone, and its address is read
with that member's own key.
"""

import sqlalchemy as sa

from store.data.ordering.order import OPEN, PAYING, GoneError, MemberOrder, Order, order_of
from store.data.schema.members import member_key
from store.data.schema.orders import member_order, shop_order
from store.identity import shredding
from store.identity.vault import Vault

LISTED_MAX = 200


def one(connection: sa.Connection, store_id: str, order_id: str) -> Order | None:
    """An order of a store."""
    row = connection.execute(
        sa.select(shop_order).where(shop_order.c.store_id == store_id, shop_order.c.order_id == order_id)
    ).one_or_none()
    return order_of(row) if row is not None else None


def of_member(connection: sa.Connection, store_id: str, member_id: str, order_id: str) -> Order | None:
    """An order, if it is this member's."""
    found = connection.execute(
        sa.select(member_order.c.order_id).where(
            member_order.c.member_id == member_id,
            member_order.c.order_id == order_id,
            member_order.c.store_id == store_id,
        )
    ).scalar()
    return one(connection, store_id, order_id) if found is not None else None


def listed(connection: sa.Connection, store_id: str, member_id: str) -> tuple[Order, ...]:
    """A member's orders at a store, newest first."""
    rows = connection.execute(
        sa.select(shop_order)
        .join(
            member_order,
            sa.and_(
                member_order.c.order_id == shop_order.c.order_id,
                member_order.c.store_id == shop_order.c.store_id,
            ),
        )
        .where(shop_order.c.store_id == store_id, member_order.c.member_id == member_id)
        .order_by(shop_order.c.made_at.desc(), shop_order.c.order_id.desc())
        .limit(LISTED_MAX)
    )
    return tuple(order_of(row) for row in rows)


def waiting(connection: sa.Connection, store_id: str) -> tuple[Order, ...]:
    """A store's open orders, in the order of their windows; those a wallet is paying are not there yet."""
    rows = connection.execute(
        sa.select(shop_order)
        .where(shop_order.c.store_id == store_id, shop_order.c.state.in_(OPEN), sa.not_(PAYING))
        .order_by(shop_order.c.from_at, shop_order.c.order_id)
        .limit(LISTED_MAX)
    )
    return tuple(order_of(row) for row in rows)


def told(connection: sa.Connection, vault: Vault, member_id: str) -> tuple[MemberOrder, ...]:
    """All of a member's orders, in every store, with their addresses."""
    rows = connection.execute(
        sa.select(member_order.c.store_id, member_order.c.order_id)
        .where(member_order.c.member_id == member_id)
        .order_by(member_order.c.made_at.desc(), member_order.c.order_id)
        .limit(LISTED_MAX)
    ).all()
    found = ((row.store_id, one(connection, row.store_id, row.order_id)) for row in rows)
    return tuple(
        MemberOrder(
            store_id=store_id, order=order, address=address(connection, vault, store_id, order.order_id)
        )
        for store_id, order in found
        if order is not None
    )


def refundable(connection: sa.Connection, member_id: str) -> int:
    """What would go back to a member's balance if all their orders were cancelled."""
    rows = connection.execute(
        sa.select(member_order.c.store_id, member_order.c.order_id).where(
            member_order.c.member_id == member_id
        )
    ).all()
    orders = (one(connection, row.store_id, row.order_id) for row in rows)
    return sum(
        order.total_minor
        for order in orders
        if order is not None and order.is_open and order.is_paid and order.paid_by != "lane"
    )


def address(connection: sa.Connection, vault: Vault, store_id: str, order_id: str) -> str:
    """Where an order is brought to; empty when it is collected, was sent, or its member was forgotten."""
    row = connection.execute(
        sa.select(member_order.c.member_id, member_order.c.address).where(
            member_order.c.store_id == store_id, member_order.c.order_id == order_id
        )
    ).one_or_none()
    if row is None or not row.address:
        return ""
    return shredding.open_text(vault, key_of(connection, row.member_id), row.member_id, order_id, row.address)


def key_of(connection: sa.Connection, member_id: str) -> bytes:
    """What a member's addresses are sealed with. Raises `GoneError`."""
    key = connection.execute(
        sa.select(member_key.c.sealed).where(member_key.c.member_id == member_id)
    ).scalar()
    if key is None:
        raise GoneError("the member has no key any more")
    return bytes(key)
