"""Goods, offers, terms and settings of a store, as its lanes know them.

What is in force is what the feed holds. One thing is changed by `store.data.goods.editing`, a file is
brought in by `store.importing`; both keep the history (`store.data.goods.changes`).

Source: docs/catalogue.md.
Invariants: a thing stands in one scope of a lane only: a store does not say again what its chain says.
"""

from collections.abc import Mapping, Sequence

import msgspec
import sqlalchemy as sa

from retail.catalogue import Product
from retail.wire import bodies
from retail.wire.bodies import OFFER_KIND, TERMS_KIND
from store.data.goods import changes
from store.data.replication import feed
from store.data.replication.feed import Row, owner_of, store_scope
from store.data.schema.feed import CHAIN, feed_row

PRODUCT_KIND, SETTING_KIND = "product", "setting"
TITLE_MAX = 400
LISTED_MAX = 200


class CatalogueError(ValueError):
    """A change that cannot be made; the message says why."""


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """One line of a list."""

    scope: str
    key: str
    body: bytes
    changed_at: int
    category: str = ""


class Filter(msgspec.Struct, frozen=True, kw_only=True):
    """What a list shows."""

    text: str = ""
    """Part of a name, in any language and case, or the beginning of a key."""
    category: str = ""
    """The category and everything below it."""
    after: tuple[str, str] = ("", "")
    """Title and key of the last line before (`Lines.next`)."""
    limit: int = 50


class Lines(msgspec.Struct, frozen=True, kw_only=True):
    """A page of a list."""

    lines: tuple[Listed, ...]
    next: tuple[str, str] | None
    """For `Filter.after`; None: that was all."""


# --- rows --------------------------------------------------------------------------------------------------


def product_row(product: Product) -> Row:
    """A product (or `ProductRow`) as a row of the feed."""
    names = dict.fromkeys(name.casefold() for name in (product.names[""], *product.names.values()))
    return Row(
        kind=PRODUCT_KIND,
        key=product.key,
        body=bodies.product_body(product),
        title=" ".join(names)[:TITLE_MAX],
        category=product.category,
    )


def terms_rows(file: bytes) -> list[Row]:
    """An accepted file of terms as rows of the feed."""
    return [terms_row(kind, key, body) for (kind, key), body in bodies.split_terms(file).items()]


def terms_row(kind: str, key: str, body: bytes) -> Row:
    """One offer, or one section of the terms, as a row of the feed."""
    name = msgspec.json.decode(body).get("name", "") if kind == OFFER_KIND else ""
    return Row(kind=kind, key=key, body=body, title=f"{name} {key}".strip().casefold()[:TITLE_MAX])


def is_planned(body: bytes) -> bool:
    """Whether a product's body carries more than the product."""
    return b'"later":' in body or b'"valid_from":' in body or b'"valid_to":' in body


# --- reading -----------------------------------------------------------------------------------------------


def find(connection: sa.Connection, store_id: str, kind: str, key: str) -> Listed | None:
    """One thing as the lanes of a store know it."""
    return find_many(connection, store_id, kind, [key]).get(key)


def find_many(connection: sa.Connection, store_id: str, kind: str, keys: Sequence[str]) -> dict[str, Listed]:
    """Things of one kind by key, from the store's own scope and the chain's."""
    found: dict[str, Listed] = {}
    for scope in (CHAIN, store_scope(store_id)):
        for start in range(0, len(keys), feed.KEYS_AT_ONCE):
            rows = connection.execute(
                _things(store_id, scope, kind).where(
                    feed_row.c.key.in_(list(keys[start : start + feed.KEYS_AT_ONCE]))
                )
            )
            found.update({row.key: _listed(scope, row) for row in rows})
    return found


def everything(connection: sa.Connection, store_id: str, kind: str) -> dict[str, bytes]:
    """All of one kind, key to body. For kinds that are few: offers, terms, settings."""
    found: dict[str, bytes] = {}
    for scope in (CHAIN, store_scope(store_id)):
        found.update({row.key: row.body for row in connection.execute(_things(store_id, scope, kind))})
    return found


def linking_to(connection: sa.Connection, store_id: str, key: str) -> list[Listed]:
    """A store's own goods that are sold with this one (a deposit). Reads every product."""
    part = f'"key":"{key}","names"'.encode()  # how a `LinkedItem` begins, and nothing else
    body = feed_row.c.body
    is_sqlite = connection.dialect.name == "sqlite"
    place = sa.func.instr(body, part) if is_sqlite else sa.func.position(sa.literal(part).op("IN")(body))
    scope = store_scope(store_id)
    rows = connection.execute(_things(store_id, scope, PRODUCT_KIND).where(place > 0).limit(feed.PUBLISH_MAX))
    return [_listed(scope, row) for row in rows]


def keys_after(
    connection: sa.Connection, store_id: str, kind: str, *, after: str, before: int, limit: int
) -> list[str]:
    """Keys of a store's own things of a kind, in order, as far as they were there before a moment."""
    rows = connection.execute(
        sa.select(feed_row.c.key)
        .where(
            *_living(store_id, store_scope(store_id), kind),
            feed_row.c.key > after,
            feed_row.c.changed_at <= before,
        )
        .order_by(feed_row.c.key)
        .limit(limit)
    )
    return list(rows.scalars())


def listing(connection: sa.Connection, store_id: str, kind: str, wanted: Filter, *, scope: str = "") -> Lines:
    """A page of a scope's things (the store's own unless told), by title."""
    scope = scope or store_scope(store_id)
    limit = min(max(wanted.limit, 1), LISTED_MAX)
    title = sa.func.coalesce(feed_row.c.title, "")
    query = _things(store_id, scope, kind).order_by(feed_row.c.title, feed_row.c.key).limit(limit + 1)
    if wanted.text:
        part = wanted.text.casefold()
        query = query.where(
            title.contains(part, autoescape=True) | feed_row.c.key.contains(part, autoescape=True)
        )
    if wanted.category:
        below = feed_row.c.category.startswith(f"{wanted.category}/", autoescape=True)
        query = query.where((feed_row.c.category == wanted.category) | below)
    if wanted.after != ("", ""):
        query = query.where(sa.tuple_(feed_row.c.title, feed_row.c.key) > sa.tuple_(*wanted.after))
    rows = connection.execute(query).all()
    shown = rows[:limit]
    return Lines(
        lines=tuple(_listed(scope, row) for row in shown),
        next=(shown[-1].title or "", shown[-1].key) if len(rows) > limit else None,
    )


def count(connection: sa.Connection, store_id: str, kind: str) -> int:
    """How many things of a kind a store and its chain have."""
    total = 0
    for scope in (CHAIN, store_scope(store_id)):
        query = sa.select(sa.func.count()).select_from(feed_row).where(*_living(store_id, scope, kind))
        total += connection.execute(query).scalar_one()
    return total


def categories(connection: sa.Connection, store_id: str) -> tuple[str, ...]:
    """The categories of a store's own goods."""
    rows = connection.execute(
        sa.select(feed_row.c.category)
        .where(*_living(store_id, store_scope(store_id), PRODUCT_KIND), feed_row.c.category != "")
        .distinct()
        .order_by(feed_row.c.category)
    )
    return tuple(rows.scalars())


def terms_file(connection: sa.Connection, store_id: str, *, at: int | None = None) -> bytes:
    """A store's terms as one file (`retail.terms.read_terms`), the same bytes as its lanes have.

    `at`: as they were at that moment; else as they are. Empty without any terms.
    """
    pieces: dict[tuple[str, str], bytes] = {}
    for scope in (CHAIN, store_scope(store_id)):
        if at is not None:
            pieces |= changes.as_of(connection, store_id, scope, (TERMS_KIND, OFFER_KIND), at=at)
            continue
        for kind in (TERMS_KIND, OFFER_KIND):
            rows = connection.execute(_things(store_id, scope, kind))
            pieces |= {(kind, row.key): row.body for row in rows}
    return joined(pieces) if pieces else b""


def joined(pieces: Mapping[tuple[str, str], bytes]) -> bytes:
    """Offers and sections, (kind, key) to body, as one file."""
    sections = {key: body for (kind, key), body in pieces.items() if kind == TERMS_KIND}
    offers = [(key, body) for (kind, key), body in pieces.items() if kind == OFFER_KIND]
    return bodies.join_terms(sections, offers)


def refuse_elsewhere(
    connection: sa.Connection, store_id: str, scope: str, kind: str, keys: Sequence[str]
) -> None:
    """A lane's replica keeps one row per thing, so two of its scopes may not both say it."""
    others = [CHAIN] if scope == store_scope(store_id) else [CHAIN, store_scope(store_id)]
    for other in others:
        if other == scope:
            continue
        query = sa.select(feed_row.c.key).where(
            *_living(store_id, other, kind), feed_row.c.key.in_(list(keys))
        )
        if (found := connection.execute(query.limit(1)).scalar()) is not None:
            raise CatalogueError(f"{kind} {found} stands in {other}; change it there")


def _living(store_id: str, scope: str, kind: str) -> tuple[sa.ColumnElement[bool], ...]:
    return (
        feed_row.c.store_id == owner_of(store_id, scope),
        feed_row.c.scope == scope,
        feed_row.c.kind == kind,
        sa.not_(feed_row.c.is_deleted),
    )


def _things(
    store_id: str, scope: str, kind: str
) -> sa.Select[tuple[str, bytes, int, str | None, str | None]]:
    columns = (
        feed_row.c.key,
        feed_row.c.body,
        feed_row.c.changed_at,
        feed_row.c.category,
        feed_row.c.title,
    )
    return sa.select(*columns).where(*_living(store_id, scope, kind))


def _listed(scope: str, row: sa.Row[tuple[str, bytes, int, str | None, str | None]]) -> Listed:
    return Listed(
        scope=scope,
        key=row.key,
        body=row.body,
        changed_at=row.changed_at,
        category=row.category or "",
    )
