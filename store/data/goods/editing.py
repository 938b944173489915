"""Changing one thing a store sells or promises, with its history, checked before it is published.

Source: docs/catalogue.md.
Invariants: terms that `retail.terms` would refuse are never published; what is planned for later stays
planned when today's price is changed.
"""

from collections.abc import Mapping, Sequence

import msgspec
import sqlalchemy as sa

from retail.catalogue import LinkedItem, Product
from retail.terms import read_terms
from retail.unreadable import UNREADABLE
from retail.wire import bodies
from retail.wire.bodies import OFFER_KIND, TERMS_KIND, ProductRow
from store.data.clock import SECOND
from store.data.goods import catalogue, changes, labels
from store.data.goods.catalogue import PRODUCT_KIND, SETTING_KIND, CatalogueError
from store.data.replication import feed
from store.data.replication.feed import Row, store_scope


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

    What is planned for later stays planned. Goods that are sold with it (a deposit) carry its price and are
    changed along. Raises `CatalogueError`.
    """
    scope = scope or store_scope(store_id)
    if valid_to and valid_to <= max(valid_from, at):
        raise CatalogueError("it would end before it begins")
    catalogue.refuse_elsewhere(connection, store_id, scope, PRODUCT_KIND, [product.key])
    before = catalogue.find(connection, store_id, PRODUCT_KIND, product.key)
    row = bodies.product_row(before.body) if before is not None else None
    linking = catalogue.linking_to(connection, store_id, product.key)
    if not valid_from and not linking and row is not None:
        valid_from = _after_grace(connection, store_id, row, product, at)
    try:
        planned = _planned(row, product, valid_from, valid_to, at)
    except bodies.TooManyVersionsError as error:
        raise CatalogueError(str(error)) from error
    if linking and (valid_from > at or valid_to):
        raise CatalogueError("goods are sold with it: its price changes at once, or by a file")
    if len(linking) >= feed.PUBLISH_MAX:
        raise CatalogueError(f"{feed.PUBLISH_MAX} or more goods are sold with it: change it by a file")
    rows = [catalogue.product_row(planned), *(_linked_anew(one.body, product) for one in linking)]
    return changes.edit(connection, store_id, scope, rows, source=source, by=by, at=at)


def _linked_anew(body: bytes, product: Product) -> Row:
    """A product's row with what is sold with it as it is now, in every version."""
    item = LinkedItem(
        key=product.key,
        names=product.names,
        price_minor=product.price_minor,
        tax_rate_bp=product.tax_rate_bp,
    )

    def anew(version: ProductRow) -> ProductRow:
        linked = tuple(item if one.key == item.key else one for one in version.linked)
        return msgspec.structs.replace(version, linked=linked)

    row = bodies.product_row(body)
    return catalogue.product_row(
        msgspec.structs.replace(anew(row), later=tuple(anew(one) for one in row.later))
    )


def keeping_plans(
    connection: sa.Connection, store_id: str, rows: Sequence[Row], known: feed.KnownRows, *, at: int
) -> list[Row]:
    """Rows of a file, with what the office has planned for those products: a file tells today's price.

    `known`: what is published of them (`feed.known_rows`).
    """
    news = [
        row.key
        for row in rows
        if row.kind == PRODUCT_KIND and row.body and feed.is_news(row, known.get((row.kind, row.key)))
    ]
    catalogue.refuse_elsewhere(connection, store_id, store_scope(store_id), PRODUCT_KIND, news)
    before = catalogue.find_many(connection, store_id, PRODUCT_KIND, news)
    planned = {key: listed.body for key, listed in before.items() if catalogue.is_planned(listed.body)}
    labelled = labels.products_among(connection, store_id, news)
    return [
        _put_off(connection, store_id, row, before[row.key].body, at)
        if row.key in labelled and row.key in before
        else _replanned(row, planned.get(row.key), at)
        for row in rows
    ]


def _put_off(connection: sa.Connection, store_id: str, row: Row, body: bytes, at: int) -> Row:
    """A row of a file about goods with a label: a rise begins once the label has had time to say it."""
    before = bodies.product_row(body)
    replanned = _replanned(row, body if catalogue.is_planned(body) else None, at)
    if replanned.body is None or row.body is None or replanned.body == body:
        return replanned
    product = bodies.plain(bodies.product_row(row.body))
    begins = _after_grace(connection, store_id, before, product, at)
    if not begins:
        return replanned
    return catalogue.product_row(bodies.planned(before, _version(product, begins, 0), at))


def _after_grace(
    connection: sa.Connection, store_id: str, before: ProductRow, product: Product, at: int
) -> int:
    """When a rise begins at the lanes: after the time in which the lower price counts. 0: at once.

    Only goods with a label on the shelf have somebody who was told the lower price (docs/labels.md).
    """
    now = bodies.in_force(before, at)
    if now is None or product.price_minor <= now.price_minor:
        return 0
    if not labels.has_label(connection, store_id, product.key):
        return 0
    minutes = labels.grace_min(connection, store_id)
    return at + minutes * 60 * SECOND if minutes else 0


def _replanned(row: Row, body: bytes | None, at: int) -> Row:
    """A file says what holds until something else is planned: the newest version without an end."""
    if body is None or row.body is None:
        return row
    before = bodies.product_row(body)
    product = bodies.plain(bodies.product_row(row.body))
    lasting = [one for one in (before, *before.later) if not one.valid_to and one.valid_from <= at]
    base = max(lasting, key=lambda version: (version.valid_from, version.revision), default=None)
    if base is not None and bodies.plain(base) == product:
        return catalogue.product_row(before)
    new = _version(product, base.valid_from if base is not None else 0, 0)
    return catalogue.product_row(bodies.planned(before, new, at))


def put_offer(
    connection: sa.Connection, store_id: str, offer: bytes, currency: str, *, by: str, at: int
) -> str:
    """Add or replace one offer (JSON) of a store. Raises `TermsRefusedError`, `CatalogueError`."""
    try:
        body = msgspec.json.encode(msgspec.json.decode(offer), order="deterministic")
        offer_id = str(msgspec.json.decode(body)["id"])
    except (*UNREADABLE, KeyError, TypeError) as error:
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
    catalogue.refuse_elsewhere(connection, store_id, scope, SETTING_KIND, [name])
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
    return bodies.planned(row, _version(product, begins, valid_to), at)


def _version(product: Product, valid_from: int, valid_to: int) -> ProductRow:
    fields = {name: getattr(product, name) for name in Product.__struct_fields__}
    return ProductRow(**fields, valid_from=valid_from, valid_to=valid_to)


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
        pieces |= {
            (kind, key): body for key, body in catalogue.everything(connection, store_id, kind).items()
        }
    pieces.setdefault((TERMS_KIND, "currency"), msgspec.json.encode(currency))
    rows = []
    for (kind, key), body in changed.items():
        catalogue.refuse_elsewhere(connection, store_id, store_scope(store_id), kind, [key])
        if body is None:
            pieces.pop((kind, key), None)
            rows.append(Row(kind=kind, key=key))
        else:
            pieces[kind, key] = body
            rows.append(catalogue.terms_row(kind, key, body))
    rows.append(catalogue.terms_row(TERMS_KIND, "currency", pieces[TERMS_KIND, "currency"]))
    read_terms(catalogue.joined(pieces), currency)
    return changes.edit(connection, store_id, store_scope(store_id), rows, source="office", by=by, at=at)
