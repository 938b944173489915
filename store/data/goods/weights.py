"""What bagging scales weighed, by product; what a person struck out or refused; publishing what was learned.

Source: docs/devices/scale.md, "What goods weigh"; docs/back-office.md, "Weights".
Invariants: a weight is published for every version of a product, planned ones too, so that a planned price
does not bring an old weight back; nothing is published that nobody accepted.
"""

from collections.abc import Collection, Sequence

import msgspec
import sqlalchemy as sa

from retail.weights.learning import NEWEST_MAX, SampleId
from retail.weights.samples import WEIGHT_MAX_G, WeightSample
from retail.wire import bodies
from store.data import upsert
from store.data.goods import catalogue, changes
from store.data.goods.catalogue import PRODUCT_KIND, CatalogueError
from store.data.schema.attention import weight_refusal, weight_sample, weight_struck

KEYS_MAX = 400
"""Products looked at together."""
STRUCK_MAX = 500
"""Samples one person strikes out at once."""


class Weighed(msgspec.Struct, frozen=True, kw_only=True):
    """A product with samples, and how many."""

    key: str
    samples: int


class Refusal(msgspec.Struct, frozen=True, kw_only=True):
    """A suggestion somebody said no to."""

    expected_g: int
    tolerance_g: int
    refused_by: str
    refused_at: int


def weighed(
    connection: sa.Connection, store_id: str, *, after: str = "", least: int = 1, limit: int = KEYS_MAX
) -> tuple[Weighed, ...]:
    """Products with at least `least` samples, in the order of their keys."""
    count = sa.func.count()
    rows = connection.execute(
        sa.select(weight_sample.c.product_key, count.label("samples"))
        .where(weight_sample.c.store_id == store_id, weight_sample.c.product_key > after)
        .group_by(weight_sample.c.product_key)
        .having(count >= least)
        .order_by(weight_sample.c.product_key)
        .limit(min(limit, KEYS_MAX))
    )
    return tuple(Weighed(key=row.product_key, samples=row.samples) for row in rows)


def samples(connection: sa.Connection, store_id: str, key: str) -> tuple[WeightSample, ...]:
    """The newest samples of a product: those that may count, and as many as were struck out."""
    struck = sa.select(sa.func.count()).where(
        weight_struck.c.store_id == store_id, weight_struck.c.product_key == key
    )
    limit = NEWEST_MAX + (connection.execute(struck).scalar() or 0)
    table = weight_sample
    rows = connection.execute(
        sa.select(table.c.weight_g, table.c.at, table.c.transaction_id, table.c.line_id)
        .where(table.c.store_id == store_id, table.c.product_key == key)
        .order_by(table.c.at.desc(), table.c.transaction_id, table.c.line_id)
        .limit(limit)
    )
    return tuple(
        WeightSample(
            key=key,
            weight_g=row.weight_g,
            at_us=row.at,
            transaction_id=row.transaction_id,
            line_id=row.line_id,
        )
        for row in rows
    )


def struck(connection: sa.Connection, store_id: str, keys: Sequence[str]) -> dict[str, frozenset[SampleId]]:
    """What was struck out, by product."""
    table, found = weight_struck, dict[str, set[SampleId]]()
    rows = connection.execute(
        sa.select(table.c.product_key, table.c.transaction_id, table.c.line_id).where(
            table.c.store_id == store_id, table.c.product_key.in_(list(keys))
        )
    )
    for row in rows:
        found.setdefault(row.product_key, set()).add((row.transaction_id, row.line_id))
    return {key: frozenset(ones) for key, ones in found.items()}


def refusals(connection: sa.Connection, store_id: str, keys: Sequence[str]) -> dict[str, Refusal]:
    """Suggestions that were refused, by product."""
    table = weight_refusal
    rows = connection.execute(
        sa.select(table).where(table.c.store_id == store_id, table.c.product_key.in_(list(keys)))
    )
    return {
        row.product_key: Refusal(**{name: row._mapping[name] for name in Refusal.__struct_fields__})
        for row in rows
    }


def strike(
    connection: sa.Connection, store_id: str, key: str, those: Collection[SampleId], *, by: str, at: int
) -> int:
    """Take samples of a product out of what is learned from; how many were newly struck out."""
    found = {(one.transaction_id, one.line_id) for one in samples(connection, store_id, key)}
    known = struck(connection, store_id, [key]).get(key, frozenset())
    chosen = sorted((set(those) & found) - known)[:STRUCK_MAX]
    if chosen:
        statement = upsert.insert(connection, weight_struck).on_conflict_do_nothing()
        own = {"store_id": store_id, "product_key": key, "struck_by": by, "struck_at": at}
        connection.execute(
            statement, [{**own, "transaction_id": one, "line_id": line_id} for one, line_id in chosen]
        )
    return len(chosen)


def put_back(connection: sa.Connection, store_id: str, key: str, those: Collection[SampleId]) -> int:
    """Let samples count again; how many."""
    table, count = weight_struck, 0
    for transaction_id, line_id in sorted(those)[:STRUCK_MAX]:
        result = connection.execute(
            sa.delete(table).where(
                table.c.store_id == store_id,
                table.c.product_key == key,
                table.c.transaction_id == transaction_id,
                table.c.line_id == line_id,
            )
        )
        count += result.rowcount
    return count


def refuse(
    connection: sa.Connection, store_id: str, key: str, expected_g: int, tolerance_g: int, *, by: str, at: int
) -> None:
    """Say no to a suggestion."""
    words = {"expected_g": expected_g, "tolerance_g": tolerance_g, "refused_by": by, "refused_at": at}
    statement = upsert.insert(connection, weight_refusal).values(store_id=store_id, product_key=key, **words)
    connection.execute(
        statement.on_conflict_do_update(index_elements=["store_id", "product_key"], set_=words)
    )


def publish(
    connection: sa.Connection, store_id: str, key: str, expected_g: int, tolerance_g: int, *, by: str, at: int
) -> str:
    """Tell the lanes what a product weighs, in every version of it; the change's id, empty if they know it.

    0 grams: it is not known any more. Call it last. Raises `CatalogueError`.
    """
    if not (0 <= expected_g <= WEIGHT_MAX_G and 0 <= tolerance_g <= WEIGHT_MAX_G):
        raise CatalogueError(f"a piece weighs up to {WEIGHT_MAX_G} g")
    listed = catalogue.find(connection, store_id, PRODUCT_KIND, key)
    if listed is None:
        raise CatalogueError("this product is not sold any more")
    row = bodies.product_row(listed.body)
    if row.unit != "piece":
        raise CatalogueError("it is sold by weight")

    def weighing(version: bodies.ProductRow) -> bodies.ProductRow:
        return msgspec.structs.replace(version, expected_g=expected_g, tolerance_g=tolerance_g)

    changed = msgspec.structs.replace(weighing(row), later=tuple(weighing(one) for one in row.later))
    connection.execute(
        sa.delete(weight_refusal).where(
            weight_refusal.c.store_id == store_id, weight_refusal.c.product_key == key
        )
    )
    rows = [catalogue.product_row(changed)]
    return changes.edit(connection, store_id, listed.scope, rows, source="weights", by=by, at=at)
