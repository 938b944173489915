"""Goods, offers, terms and settings of a store: reading them, and changing one at a time.

What is in force is what the feed holds; every change is published with its history (`store.data.changes`).
Files are brought in by `store.importing`.

Source: docs/catalogue.md.
Invariants: a thing stands in one scope of a lane only: a store does not say again what its chain says; terms
that `retail.terms` would refuse are never published.
"""

from collections.abc import Mapping, Sequence

import msgspec
import sqlalchemy as sa

from retail.catalogue import Product
from retail.terms import read_terms
from retail.wire import bodies
from retail.wire.bodies import OFFER_KIND, TERMS_KIND, ProductRow
from store.data import changes, feed
from store.data.feed import Row, owner_of, store_scope
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
    return [_terms_row(kind, key, body) for (kind, key), body in bodies.split_terms(file).items()]


def _terms_row(kind: str, key: str, body: bytes) -> Row:
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

    `at`: as they were at that moment; else as they are. Without any terms: an empty object.
    """
    pieces: dict[tuple[str, str], bytes] = {}
    for scope in (CHAIN, store_scope(store_id)):
        if at is not None:
            pieces |= changes.as_of(connection, store_id, scope, (TERMS_KIND, OFFER_KIND), at=at)
            continue
        for kind in (TERMS_KIND, OFFER_KIND):
            rows = connection.execute(_things(store_id, scope, kind))
            pieces |= {(kind, row.key): row.body for row in rows}
    return _joined(pieces) if pieces else b"{}"


# --- changing ----------------------------------------------------------------------------------------------


def put_product(
    connection: sa.Connection,
    store_id: str,
    product: Product,
    *,
    by: str,
    at: int,
    valid_from: int = 0,
    valid_to: int = 0,
    scope: str = "",
    source: str = "office",
) -> str:
    """Say how a product is sold, from now on or from `valid_from` until `valid_to`; the change's id.

    What is planned for later stays planned. Raises `CatalogueError`.
    """
    scope = scope or store_scope(store_id)
    if valid_to and valid_to <= max(valid_from, at):
        raise CatalogueError("it would end before it begins")
    _refuse_elsewhere(connection, store_id, scope, PRODUCT_KIND, [product.key])
    before = find(connection, store_id, PRODUCT_KIND, product.key)
    row = bodies.product_row(before.body) if before is not None else None
    try:
        planned = _planned(row, product, valid_from, valid_to, at)
    except bodies.TooManyVersionsError as error:
        raise CatalogueError(str(error)) from error
    return changes.edit(connection, store_id, scope, [product_row(planned)], source=source, by=by, at=at)


def put_offer(
    connection: sa.Connection, store_id: str, offer: bytes, currency: str, *, by: str, at: int
) -> str:
    """Add or replace one offer (JSON) of a store. Raises `TermsRefusedError`, `CatalogueError`."""
    try:
        body = msgspec.json.encode(msgspec.json.decode(offer), order="deterministic")
        offer_id = str(msgspec.json.decode(body)["id"])
    except (msgspec.DecodeError, KeyError, TypeError) as error:
        raise CatalogueError(f"not an offer: {error}") from error
    return _change_terms(connection, store_id, {(OFFER_KIND, offer_id): body}, currency, by=by, at=at)


def remove_offer(
    connection: sa.Connection, store_id: str, offer_id: str, currency: str, *, by: str, at: int
) -> str:
    """Take an offer out. Raises `TermsRefusedError` if other terms need it."""
    return _change_terms(connection, store_id, {(OFFER_KIND, offer_id): None}, currency, by=by, at=at)


def put_section(
    connection: sa.Connection, store_id: str, name: str, section: bytes, currency: str, *, by: str, at: int
) -> str:
    """Replace one section of the terms (`coupons`, `points`...). Raises `TermsRefusedError`."""
    body = msgspec.json.encode(msgspec.json.decode(section), order="deterministic")
    return _change_terms(connection, store_id, {(TERMS_KIND, name): body}, currency, by=by, at=at)


def put_setting(
    connection: sa.Connection, store_id: str, name: str, value: object, *, by: str, at: int, scope: str = ""
) -> str:
    """Set something lanes follow, for a store or (by `scope`) for one lane; the change's id."""
    scope = scope or store_scope(store_id)
    _refuse_elsewhere(connection, store_id, scope, SETTING_KIND, [name])
    body = msgspec.json.encode(value, order="deterministic")
    row = Row(kind=SETTING_KIND, key=name, body=body, title=name.casefold())
    return changes.edit(connection, store_id, scope, [row], source="office", by=by, at=at)


def remove(
    connection: sa.Connection, store_id: str, kind: str, key: str, *, by: str, at: int, scope: str = ""
) -> str:
    """Take a thing out: a tombstone goes down the feed, its history stays. Empty if it was not there."""
    scope = scope or store_scope(store_id)
    return changes.edit(connection, store_id, scope, [Row(kind=kind, key=key)], source="office", by=by, at=at)


def _planned(row: ProductRow | None, product: Product, valid_from: int, valid_to: int, at: int) -> Product:
    if row is not None and not row.later and not valid_to and valid_from <= at and not row.valid_from:
        row = None  # what it says is over: the plain product is all there is to say
    if row is None and not valid_to and valid_from <= at:
        return product
    begins = valid_from if valid_from > at or row is None else at
    fields = {name: getattr(product, name) for name in Product.__struct_fields__}
    return bodies.planned(row, ProductRow(**fields, valid_from=begins, valid_to=valid_to), at)


def _change_terms(
    connection: sa.Connection,
    store_id: str,
    changed: Mapping[tuple[str, str], bytes | None],
    currency: str,
    *,
    by: str,
    at: int,
) -> str:
    pieces: dict[tuple[str, str], bytes] = {}
    for kind in (TERMS_KIND, OFFER_KIND):
        pieces |= {(kind, key): body for key, body in everything(connection, store_id, kind).items()}
    pieces.setdefault((TERMS_KIND, "currency"), msgspec.json.encode(currency))
    rows = []
    for (kind, key), body in changed.items():
        _refuse_elsewhere(connection, store_id, store_scope(store_id), kind, [key])
        if body is None:
            pieces.pop((kind, key), None)
            rows.append(Row(kind=kind, key=key))
        else:
            pieces[kind, key] = body
            rows.append(_terms_row(kind, key, body))
    rows.append(_terms_row(TERMS_KIND, "currency", pieces[TERMS_KIND, "currency"]))
    read_terms(_joined(pieces), currency)
    return changes.edit(connection, store_id, store_scope(store_id), rows, source="office", by=by, at=at)


def _joined(pieces: Mapping[tuple[str, str], bytes]) -> bytes:
    sections = {key: body for (kind, key), body in pieces.items() if kind == TERMS_KIND}
    offers = [(key, body) for (kind, key), body in pieces.items() if kind == OFFER_KIND]
    return bodies.join_terms(sections, offers)


def _refuse_elsewhere(
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
