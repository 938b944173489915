"""What a shop counts of its goods: what is there, what orders reserve, and each movement.

A shop counts what it wants to count: goods without a level are never reserved and never run out. A
reservation is one statement with its condition in it, so that of two orders for the last piece one gets it,
on any engine. A sale at a lane is never refused: what was not in the count is noted as short.

Source: docs/orders.md, "Stock".
Invariants: neither what is there nor what is reserved is ever negative; a movement counts once by its name; a
level is the sum of its movements.
"""

from collections.abc import Iterator, Mapping, Sequence

import msgspec
import sqlalchemy as sa

from retail.check import require
from store.data.rules import every_store
from store.data.schema.orders import stock_level, stock_move
from store.data.upsert import insert

COUNT_MAX = 1_000_000
LISTED_MAX = 500
FAULTS_MAX = 50


class Level(msgspec.Struct, frozen=True, kw_only=True):
    """Goods a shop counts."""

    product_key: str
    on_hand: int
    reserved: int

    @property
    def free(self) -> int:
        """What may still be ordered; sales at lanes may have taken what is reserved."""
        return max(0, self.on_hand - self.reserved)


class ShortError(Exception):
    """There is not so much left. The caller's transaction is to be undone."""

    def __init__(self, product_key: str, free: int) -> None:
        super().__init__(f"of {product_key} only {free} are left")
        self.product_key, self.free = product_key, free


def levels(connection: sa.Connection, store_id: str, keys: Sequence[str] = ()) -> dict[str, Level]:
    """Levels of these goods, as far as the shop counts them; without keys of all, LISTED_MAX at most."""
    query = sa.select(stock_level).where(stock_level.c.store_id == store_id)
    query = (
        query.where(stock_level.c.product_key.in_(list(keys)))
        if keys
        else query.order_by(stock_level.c.product_key).limit(LISTED_MAX)
    )
    return {
        row.product_key: Level(product_key=row.product_key, on_hand=row.on_hand, reserved=row.reserved)
        for row in connection.execute(query)
    }


def count(
    connection: sa.Connection,
    store_id: str,
    product_key: str,
    on_hand: int,
    move_id: str,
    *,
    who: str,
    why: str,
    at: int,
) -> bool:
    """Say how much is there; the first time makes the shop count these goods. False: it was said before."""
    require(0 <= on_hand <= COUNT_MAX, f"a shop has 0 to {COUNT_MAX} pieces")
    connection.execute(
        insert(connection, stock_level)
        .values(store_id=store_id, product_key=product_key, on_hand=0, reserved=0, changed_at=at)
        .on_conflict_do_nothing()
    )
    before = _locked(connection, store_id, product_key)
    require(before is not None, "a level that was just made is there")
    change = on_hand - (before.on_hand if before is not None else 0)
    if not _note(connection, store_id, product_key, move_id, "count", change, 0, who=who, why=why, at=at):
        return False
    _change(connection, store_id, product_key, change, 0, at)
    return True


def reserve(
    connection: sa.Connection,
    store_id: str,
    order_id: str,
    wanted: Mapping[str, int],
    *,
    who: str,
    at: int,
) -> None:
    """Set goods aside for an order, all of them or none: raises `ShortError` for the first that is short."""
    for product_key, quantity in sorted(wanted.items()):
        require(0 < quantity <= COUNT_MAX, "something is reserved")
        table = stock_level
        took = connection.execute(
            sa.update(table)
            .where(
                table.c.store_id == store_id,
                table.c.product_key == product_key,
                table.c.on_hand - table.c.reserved >= quantity,
            )
            .values(reserved=table.c.reserved + quantity, changed_at=at)
        )
        if took.rowcount == 0:
            known = levels(connection, store_id, [product_key]).get(product_key)
            if known is None:
                continue  # not counted: it never runs out
            raise ShortError(product_key, known.free)
        is_new = _note(
            connection, store_id, product_key, f"{order_id}:reserve", "reserve", 0, quantity, who=who, at=at
        )
        require(is_new, "an order reserves once")


def release(connection: sa.Connection, store_id: str, order_id: str, *, who: str, at: int) -> None:
    """Let go of what an order reserved and did not take."""
    for product_key, quantity in _reserved_by(connection, store_id, order_id):
        if _note(
            connection,
            store_id,
            product_key,
            f"{order_id}:end",
            "release",
            0,
            -quantity,
            who=who,
            at=at,
        ):
            _change(connection, store_id, product_key, 0, -quantity, at)


def hand_over(connection: sa.Connection, store_id: str, order_id: str, *, who: str, at: int) -> None:
    """An order's goods leave: they are no longer reserved, and no longer there."""
    for product_key, quantity in _reserved_by(connection, store_id, order_id):
        known = _locked(connection, store_id, product_key)
        there = known.on_hand if known is not None else 0
        gone = min(quantity, there)
        if _note(
            connection,
            store_id,
            product_key,
            f"{order_id}:end",
            "collect",
            -gone,
            -quantity,
            short=quantity - gone,
            who=who,
            at=at,
        ):
            _change(connection, store_id, product_key, -gone, -quantity, at)


def sell(
    connection: sa.Connection, store_id: str, transaction_id: str, sold: Mapping[str, int], *, at: int
) -> None:
    """A sale at a lane took goods, whatever the count says. Told again, it changes nothing."""
    if not sold:
        return
    for product_key in sorted(levels(connection, store_id, sorted(sold))):
        known = _locked(connection, store_id, product_key)
        quantity = sold[product_key]
        gone = min(quantity, known.on_hand if known is not None else 0)
        if quantity > 0 and _note(
            connection,
            store_id,
            product_key,
            f"sale:{transaction_id}",
            "sell",
            -gone,
            0,
            short=quantity - gone,
            who="",
            at=at,
        ):
            _change(connection, store_id, product_key, -gone, 0, at)


def faults(connection: sa.Connection) -> Iterator[str]:
    """Levels that are not what their movements come to."""
    moved = (
        sa.select(
            stock_move.c.store_id,
            stock_move.c.product_key,
            sa.func.sum(stock_move.c.on_hand_change).label("on_hand"),
            sa.func.sum(stock_move.c.reserved_change).label("reserved"),
        )
        .group_by(stock_move.c.store_id, stock_move.c.product_key)
        .subquery()
    )
    query = (
        sa.select(stock_level.c.store_id, stock_level.c.product_key)
        .outerjoin(
            moved,
            sa.and_(
                moved.c.store_id == stock_level.c.store_id,
                moved.c.product_key == stock_level.c.product_key,
            ),
        )
        .where(
            sa.or_(
                stock_level.c.on_hand != sa.func.coalesce(moved.c.on_hand, 0),
                stock_level.c.reserved != sa.func.coalesce(moved.c.reserved, 0),
            )
        )
        .limit(FAULTS_MAX)
    )
    for row in every_store(connection, "verify").execute(query):
        yield f"store {row.store_id}: the stock of {row.product_key} is not what its movements come to"


def _reserved_by(connection: sa.Connection, store_id: str, order_id: str) -> list[tuple[str, int]]:
    rows = connection.execute(
        sa.select(stock_move.c.product_key, stock_move.c.reserved_change)
        .where(stock_move.c.store_id == store_id, stock_move.c.move_id == f"{order_id}:reserve")
        .order_by(stock_move.c.product_key)
    )
    return [(row.product_key, row.reserved_change) for row in rows]


def _locked(connection: sa.Connection, store_id: str, product_key: str) -> Level | None:
    """A level; who else wants to change it waits."""
    row = connection.execute(
        sa.update(stock_level)
        .where(stock_level.c.store_id == store_id, stock_level.c.product_key == product_key)
        .values(changed_at=stock_level.c.changed_at)
        .returning(stock_level.c.on_hand, stock_level.c.reserved)
    ).one_or_none()
    if row is None:
        return None
    return Level(product_key=product_key, on_hand=row.on_hand, reserved=row.reserved)


def _change(
    connection: sa.Connection, store_id: str, product_key: str, on_hand: int, reserved: int, at: int
) -> None:
    table = stock_level
    connection.execute(
        sa.update(table)
        .where(table.c.store_id == store_id, table.c.product_key == product_key)
        .values(on_hand=table.c.on_hand + on_hand, reserved=table.c.reserved + reserved, changed_at=at)
    )


def _note(
    connection: sa.Connection,
    store_id: str,
    product_key: str,
    move_id: str,
    kind: str,
    on_hand: int,
    reserved: int,
    *,
    who: str,
    at: int,
    why: str = "",
    short: int = 0,
) -> bool:
    """Add a movement; false if there is one of its name."""
    noted = connection.execute(
        insert(connection, stock_move)
        .values(
            store_id=store_id,
            product_key=product_key,
            move_id=move_id,
            kind=kind,
            on_hand_change=on_hand,
            reserved_change=reserved,
            short=short,
            who=who,
            why=why,
            at=at,
        )
        .on_conflict_do_nothing()
        .returning(stock_move.c.move_id)
    ).one_or_none()
    return noted is not None
