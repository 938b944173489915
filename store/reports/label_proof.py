"""What the shelf said of a product at a moment, and what lanes took for it then.

Source: docs/labels.md, "What the shelf said".
Invariants: read only; a label's own word is the proof, not what it was told.
"""

import datetime
import zoneinfo

import msgspec
import sqlalchemy as sa

from retail.pricing import Pricer
from retail.terms import no_terms, read_terms
from retail.wire import bodies
from store.data.goods import catalogue, changes, labels_shown
from store.data.goods.catalogue import PRODUCT_KIND
from store.data.goods.labels_shown import Said
from store.reports.labels import price_of

HISTORY_MAX = 500
"""Versions of a product that are looked through."""


class Proof(msgspec.Struct, frozen=True, kw_only=True):
    """Shelf and lane at one moment."""

    key: str
    at: int
    said: tuple[Said, ...]
    """Each label of the product that showed something then."""
    lane_minor: int
    """What lanes took for one; 0: it was not sold, or nothing is known of then."""

    @property
    def shelf_minor(self) -> int:
        """The lowest price a label showed; 0: none showed one."""
        return min((one.text.price_minor for one in self.said if one.text.price_minor), default=0)

    @property
    def owed_minor(self) -> int:
        """What a shopper who paid the lane's price then gets back for each; 0: nothing."""
        return max(0, self.lane_minor - self.shelf_minor) if self.shelf_minor else 0


def proof(
    connection: sa.Connection,
    store_id: str,
    key: str,
    *,
    at: int,
    currency: str,
    zone: zoneinfo.ZoneInfo,
) -> Proof:
    """Shelf and lane at a moment, a product by its key."""
    said = tuple(labels_shown.history(connection, store_id, key, at=at))
    listed = catalogue.find(connection, store_id, PRODUCT_KIND, key)
    lane = 0
    if listed is not None:
        past = changes.history(connection, store_id, listed.scope, PRODUCT_KIND, key, limit=HISTORY_MAX)
        version = next((one for one in past if one.changed_at <= at), None)
        product = bodies.sold_at(version.body, at) if version is not None and version.body else None
        if product is not None:
            file = catalogue.terms_file(connection, store_id, at=at)
            pricer = Pricer(read_terms(file, currency) if file else no_terms(currency))
            local = datetime.datetime.fromtimestamp(at // 1_000_000, zone).isoformat()
            lane, _ = price_of(pricer, product, local, currency)
    return Proof(key=key, at=at, said=said, lane_minor=lane)
