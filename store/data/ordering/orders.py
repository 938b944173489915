"""Orders: placed and paid in one transaction, collected once, cancelled with goods and money back.

    placed ──► ready ──► collected            at the counter, once
       │         └─────► sent                 to an address
       └── cancelled: by the member, by staff, by the clock, or because the member is forgotten

Goods are reserved (`store.data.ordering.stock`), money is taken (`store.data.ordering.order_money`) and the
order is written together or not at all. Each step after that is one statement that names the states it may
come from, so that of two counters one hands the goods over and the other is told who did.

Whether it is paid stands beside that (`paid_at`): one that is paid at a lane waits unpaid, until the lane's
sale arrives (`store.data.ordering.order_lanes`) or `pay_until` is over. While a lane has it, nobody cancels
it. One that a wallet is paying waits for minutes (`store.data.ordering.order_wallet`): staff see it once it
is paid.

Source: docs/orders.md.
Invariants: an order holds its goods exactly while it is open; what was paid for a cancelled order went back;
nothing of an order names a person: `member_order` leads to it, with the address under the member's own key.
"""

from collections.abc import Mapping
from typing import Any

import msgspec
import sqlalchemy as sa

from retail.check import require
from store.data.ordering import order_listing, order_money, order_rules, stock
from store.data.ordering.order import (
    ADDRESS_MAX,
    BOUGHT,
    GOODS_MAX,
    OPEN,
    PAYING,
    PIECES_MAX,
    GoneError,
    Order,
    State,
    TooManyError,
    Wish,
)
from store.data.rules import every_store
from store.data.schema.members import member
from store.data.schema.orders import member_order, shop_order
from store.data.stored_value.value import Origin
from store.data.upsert import insert
from store.identity import shredding
from store.identity.vault import Vault

SWEEP_MAX = 100
BY_MEMBER, BY_CLOCK, BY_ERASING = "member", "service", "erased"
"""Who closed an order, where it was no login."""


# --- placing -----------------------------------------------------------------------------------------------


def place(
    connection: sa.Connection, vault: Vault, store_id: str, member_id: str, wish: Wish, *, at: int
) -> Order:
    """Place an order, and pay it unless it is paid at a lane. Raises `stock.ShortError`, `TooManyError`,
    `order_money.UnpaidError` and `GoneError`, each with nothing changed once the transaction is undone."""
    require(0 < len(wish.goods) <= GOODS_MAX, f"an order has 1 to {GOODS_MAX} lines")
    require(all(0 < one.quantity <= PIECES_MAX for one in wish.goods), f"1 to {PIECES_MAX} pieces of a kind")
    require(len({one.key for one in wish.goods}) == len(wish.goods), "each kind stands once")
    require(at <= wish.from_at < wish.until_at <= wish.kept_until, "a window lies ahead")
    require(bool(wish.address) == (wish.way == "delivery"), "an address is for what is brought")
    require(len(wish.address) <= ADDRESS_MAX, "an address is a few lines")
    is_checked = wish.way == "pickup" or not any(one.years for one in wish.goods)
    require(is_checked, "goods sold from an age are collected: nobody looks at a door")
    is_later = wish.paid_by != "balance"
    require(is_later == (wish.pay_until > 0), "what is paid later says until when")
    require(not is_later or wish.total_minor > 0, "nothing is waited for without a price")
    require(wish.paid_by != "lane" or wish.way == "pickup", "only what is collected is paid at a lane")
    is_known = connection.execute(
        # the row is locked: nobody is forgotten while an order is placed
        sa.update(member)
        .where(member.c.member_id == member_id, sa.not_(member.c.is_erased))
        .values(version=member.c.version + 1)
    )
    if is_known.rowcount == 0:
        raise GoneError("the member was forgotten")
    is_new = connection.execute(
        insert(connection, shop_order)
        .values(store_id=store_id, **_row(wish, at))
        .on_conflict_do_nothing()
        .returning(shop_order.c.order_id)
    ).one_or_none()
    if is_new is None:
        again = order_listing.of_member(connection, store_id, member_id, wish.order_id)
        if again is None:
            raise GoneError("this form is of somebody else")
        return again
    if wish.paid_by == "lane":
        _check_unpaid(connection, store_id, member_id)
    _keep_owner(connection, vault, store_id, member_id, wish, at)
    wanted = {one.key: one.quantity for one in wish.goods}
    stock.reserve(connection, store_id, wish.order_id, wanted, who=BY_MEMBER, at=at)
    account_id = order_money.take(
        connection,
        store_id,
        member_id,
        wish.order_id,
        wish.total_minor,
        wish.paid_by,
        currency=wish.currency,
        at=at,
    )
    connection.execute(
        sa.update(shop_order)
        .where(shop_order.c.store_id == store_id, shop_order.c.order_id == wish.order_id)
        .values(account_id=account_id)
    )
    placed = order_listing.one(connection, store_id, wish.order_id)
    require(placed is not None, "an order that was just placed is there")
    return placed  # type: ignore[return-value]  # required


def _check_unpaid(connection: sa.Connection, store_id: str, member_id: str) -> None:
    """Goods that nobody pays for are set aside so often and no oftener."""
    most = order_rules.of_store(connection, store_id).unpaid_max
    table = shop_order
    there = connection.execute(
        sa.select(sa.func.count())
        .select_from(table)
        .join(
            member_order,
            sa.and_(member_order.c.order_id == table.c.order_id, member_order.c.store_id == table.c.store_id),
        )
        .where(table.c.store_id == store_id, member_order.c.member_id == member_id)
        .where(table.c.state.in_(OPEN), table.c.paid_by == "lane", table.c.paid_at == 0)
    ).scalar_one()
    if there >= most:
        raise TooManyError(most)


def _row(wish: Wish, at: int) -> dict[str, Any]:
    return {
        "order_id": wish.order_id,
        "subject": wish.subject,
        "way": wish.way,
        "state": "placed",
        "channel": wish.channel,
        "goods": msgspec.json.encode(wish.goods),
        "years": max(one.years for one in wish.goods),
        "total_minor": wish.total_minor,
        "currency": wish.currency,
        "paid_by": wish.paid_by,
        "account_id": "",
        "from_at": wish.from_at,
        "until_at": wish.until_at,
        "kept_until": wish.kept_until,
        "code_s": 0,
        "number_s": 0,
        "shown_to": "",
        "made_at": at,
        "ready_at": 0,
        "closed_at": 0,
        "closed_by": "",
        "why": "",
        "paid_at": 0 if wish.pay_until else at,
        "pay_until": wish.pay_until,
        "paid_in": "",
        "held_in": "",
        "held_for": "",
        "held_until": 0,
    }


def _keep_owner(
    connection: sa.Connection, vault: Vault, store_id: str, member_id: str, wish: Wish, at: int
) -> None:
    sealed = b""
    if wish.address:
        key = order_listing.key_of(connection, member_id)
        sealed = shredding.seal_text(vault, key, member_id, wish.order_id, wish.address)
    connection.execute(
        sa.insert(member_order).values(
            member_id=member_id, order_id=wish.order_id, store_id=store_id, address=sealed, made_at=at
        )
    )


# --- what becomes of one -----------------------------------------------------------------------------------


def make_ready(connection: sa.Connection, store_id: str, order_id: str, *, at: int) -> bool:
    """Staff have picked its goods; false if it does not wait for that."""
    is_sure = sa.not_(PAYING)
    return _move(connection, store_id, order_id, ("placed",), {"state": "ready", "ready_at": at}, is_sure)


def pay_by_wallet(connection: sa.Connection, store_id: str, order_id: str, *, at: int) -> bool:
    """Its money is there; false if it does not wait for it any more."""
    return _move(connection, store_id, order_id, OPEN, {"paid_at": at}, PAYING)


def collect(connection: sa.Connection, store_id: str, order_id: str, *, who: str, at: int) -> bool:
    """Hand an order over, once; false if somebody did, or it is not to be collected now."""
    closed = {"state": "collected", "closed_at": at, "closed_by": who}
    table = shop_order
    is_kept = sa.or_(table.c.kept_until > at, table.c.paid_by == "lane")  # what a sale paid is theirs
    if not _move(
        connection, store_id, order_id, OPEN, closed, table.c.way == "pickup", table.c.paid_at > 0, is_kept
    ):
        return False
    stock.hand_over(connection, store_id, order_id, who=who, at=at)
    return True


def send(connection: sa.Connection, store_id: str, order_id: str, *, who: str, at: int) -> bool:
    """An order is on its way to its address, which is not needed any more; false if it is not to be sent."""
    closed = {"state": "sent", "closed_at": at, "closed_by": who}
    table = shop_order
    if not _move(
        connection, store_id, order_id, OPEN, closed, table.c.way == "delivery", table.c.paid_at > 0
    ):
        return False
    stock.hand_over(connection, store_id, order_id, who=who, at=at)
    connection.execute(
        sa.update(member_order)
        .where(member_order.c.order_id == order_id, member_order.c.store_id == store_id)
        .values(address=b"")
    )
    return True


def cancel(connection: sa.Connection, store_id: str, order_id: str, *, who: str, why: str, at: int) -> bool:
    """Goods free again, money back to where it came from; false if there is nothing to cancel any more.

    While a lane is paying it, only forgetting its member cancels it. What a lane's sale has paid is cancelled
    by staff: its money goes back as a return of that sale.
    """
    closed = {"state": "cancelled", "closed_at": at, "closed_by": who, "why": why}
    asked = [] if who == BY_ERASING else [_is_free(at)]
    if who in (BY_MEMBER, BY_CLOCK):
        asked.append(sa.not_(BOUGHT))
    if not _move(connection, store_id, order_id, OPEN, closed, *asked):
        return False
    stock.release(connection, store_id, order_id, who=who, at=at)
    row = connection.execute(
        sa.select(
            shop_order.c.account_id, shop_order.c.total_minor, shop_order.c.paid_by, shop_order.c.paid_at
        ).where(shop_order.c.store_id == store_id, shop_order.c.order_id == order_id)
    ).one()
    origin = Origin(store_id=store_id, who=who, why=why)
    if row.paid_at == 0:
        order_money.let_go(connection, store_id, order_id, row.account_id, origin, at=at)
    else:
        order_money.give_back(connection, order_id, row.account_id, row.total_minor, row.paid_by, origin, at)
    return True


def _is_free(at: int) -> sa.ColumnElement[bool]:
    """Whether no lane is paying it."""
    return sa.or_(shop_order.c.paid_at > 0, shop_order.c.held_until <= at)


def _move(
    connection: sa.Connection,
    store_id: str,
    order_id: str,
    before: tuple[State, ...],
    values: Mapping[str, Any],
    *asked: sa.ColumnElement[bool],
) -> bool:
    """The one statement that lets an order into another state."""
    table = shop_order
    this = table.c.store_id == store_id, table.c.order_id == order_id, table.c.state.in_(before)
    return connection.execute(sa.update(table).where(*this, *asked).values(**values)).rowcount == 1


def sweep(connection: sa.Connection, *, at: int) -> int:
    """Cancel orders that nobody collected, or paid, in time; how many. Repeat while SWEEP_MAX."""
    table = shop_order
    uncollected = sa.and_(table.c.way == "pickup", table.c.kept_until <= at)
    unpaid = sa.and_(table.c.paid_at == 0, table.c.pay_until <= at)
    late = (
        sa.select(table.c.store_id, table.c.order_id, table.c.paid_at)
        .where(table.c.state.in_(OPEN), sa.or_(uncollected, unpaid), _is_free(at), sa.not_(BOUGHT))
        .limit(SWEEP_MAX)
    )
    rows = every_store(connection, "housekeeping").execute(late).all()
    for row in rows:
        why = "not collected" if row.paid_at else "not paid"
        cancel(connection, row.store_id, row.order_id, who=BY_CLOCK, why=why, at=at)
    return len(rows)


def forget(connection: sa.Connection, member_id: str, *, at: int) -> None:
    """A member is forgotten: open orders are cancelled, and nothing leads to the others any more.

    Before the balance is closed: what was paid goes there first.
    """
    rows = connection.execute(
        sa.delete(member_order)
        .where(member_order.c.member_id == member_id)
        .returning(member_order.c.store_id, member_order.c.order_id)
    ).all()
    for row in sorted(rows):
        cancel(connection, row.store_id, row.order_id, who=BY_ERASING, why="the member was forgotten", at=at)
