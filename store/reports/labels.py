"""What shelf labels are to say: worked out anew when goods, offers, stories or the hour have changed.

A label shows the higher of two prices: what lanes take now, and what they take `grace` minutes from now. So
a rise stands on the shelf before any lane takes it, a cut is at the lanes before any shelf says it, and for
that long around every change the lower price counts for the shopper, at lanes without a link too: nothing
but the ordinary dates of prices and offers is needed for it.

Source: docs/labels.md, "When shelf and lane differ".
Invariants: prices come from the lanes' own engine, for everybody, without offers that are counted; what has
not changed is not told again.
"""

import asyncio
import datetime
import zoneinfo
from collections.abc import Iterable, Mapping

import sqlalchemy as sa

from retail.basket import Line
from retail.catalogue import Product
from retail.pricing import Basket, Pricer
from retail.promotions.offer import Offer, Window
from retail.terms import Terms, no_terms, read_terms
from retail.unit_price import unit_price
from retail.wire import bodies
from retail.wire.labels import Deal, LabelText
from store.data.goods import catalogue, changes, labels, stories
from store.data.goods.catalogue import PRODUCT_KIND
from store.data.goods.stories import NO_STORY, Story
from store.data.schema.feed import CHAIN
from store.service import Service

SECOND = 1_000_000
LOOK_US = 2 * SECOND
"""How long nothing is taken to have changed."""
SLOT_US = 300 * SECOND
"""How often dates and hours are looked at again."""
CHUNK = 200
"""Goods of one transaction."""
NAME = "shelf labels"


class Shelf:
    """Keeps a shop's labels told. Belongs to one event loop."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._database = service.database
        self._store_id = service.settings.store_id
        self._zone = zoneinfo.ZoneInfo(service.settings.timezone)
        self._one_at_a_time = asyncio.Lock()
        self._looked_at = 0
        self._seen: object = None
        self._file = b""
        self._pricer = Pricer(no_terms(service.settings.currency))

    async def keep(self) -> int:
        """Tell labels what has changed; how many have something new. Cheap where nothing has."""
        async with self._one_at_a_time:
            now = self._service.clock()
            if self._looked_at <= now < self._looked_at + LOOK_US:
                missing = await self._database.read(lambda one: labels.untold(one, self._store_id))
                return await self._tell(missing, now) if missing else 0
            seen = await self._database.read(lambda one: _seen(one, self._store_id, now))
            keys: Iterable[str] = ()
            if seen != self._seen:
                keys = await self._database.read(lambda one: labels.products(one, self._store_id))
            else:
                keys = await self._database.read(lambda one: labels.untold(one, self._store_id))
            told = await self._tell(list(keys), now)
            self._seen, self._looked_at = seen, now
            return told

    async def _tell(self, keys: list[str], now: int) -> int:
        told = 0
        for start in range(0, len(keys), CHUNK):
            told += await self._tell_some(keys[start : start + CHUNK], now)
        return told

    async def _tell_some(self, keys: list[str], now: int) -> int:
        found = await self._database.read(lambda one: self._find(one, keys))
        texts = await asyncio.to_thread(self._texts, keys, found, now)
        return await self._database.write(lambda one: labels.tell(one, self._store_id, texts, at=now))

    def _find(
        self, connection: sa.Connection, keys: list[str]
    ) -> tuple[dict[str, bytes], dict[str, Story], bytes, int]:
        listed = catalogue.find_many(connection, self._store_id, PRODUCT_KIND, keys)
        return (
            {key: one.body for key, one in listed.items()},
            stories.of(connection, self._store_id, keys),
            catalogue.terms_file(connection, self._store_id),
            labels.grace_min(connection, self._store_id),
        )

    def _texts(
        self, keys: list[str], found: tuple[dict[str, bytes], dict[str, Story], bytes, int], now: int
    ) -> dict[str, LabelText]:
        known, told, file, grace = found
        currency, language = self._service.settings.currency, self._service.settings.language
        if file != self._file:
            terms = read_terms(file, currency) if file else no_terms(currency)
            self._pricer, self._file = Pricer(terms), file
        moments = tuple(
            (moment, datetime.datetime.fromtimestamp(moment // SECOND, self._zone).isoformat())
            for moment in (now, now + grace * 60 * SECOND)
        )
        return {
            key: text_of(
                self._pricer, key, known.get(key), told.get(key, NO_STORY), moments, currency, language
            )
            for key in keys
        }


def _seen(connection: sa.Connection, store_id: str, now: int) -> tuple[object, ...]:
    """What decides whether a label may have to say something else."""
    newest = tuple(
        one.change_id for owner in (CHAIN, store_id) for one in changes.recent(connection, owner, limit=1)
    )
    changed = stories.newest(connection, store_id)
    return newest, changed, labels.grace_min(connection, store_id), now // SLOT_US


def text_of(
    pricer: Pricer,
    key: str,
    body: bytes | None,
    story: Story,
    moments: tuple[tuple[int, str], ...],
    currency: str,
    language: str,
) -> LabelText:
    """What a label of a product says. `moments`: at which its price is looked at; the highest stands."""
    prices = [
        (*price_of(pricer, product, local, currency), product)
        for moment, local in moments
        if body is not None and (product := bodies.sold_at(body, moment)) is not None
    ]
    if len(prices) < len(moments):  # now, or soon, it is not sold
        row = bodies.product_row(body) if body is not None else None
        name = row.name(language) if row is not None else key
        return LabelText(
            key=key, gtin=row.gtin if row is not None else key, name=name, currency=currency, price_minor=0
        )
    paid, offer_ids, product = max(prices, key=lambda one: one[0])
    per = unit_price(paid, story.net) if product.unit != "kg" else None
    return LabelText(
        key=key,
        gtin=product.gtin,
        name=product.name(language),
        currency=currency,
        price_minor=paid,
        list_minor=product.price_minor if paid < product.price_minor else 0,
        unit=product.unit,
        unit_price_minor=per.amount_minor if per is not None else 0,
        unit_price_per=per.per if per is not None else "",
        deposit_minor=sum(one.price_minor for one in product.linked),
        deal=_deal(pricer.terms, offer_ids, language) if paid < product.price_minor else None,
    )


def price_of(pricer: Pricer, product: Product, local: str, currency: str) -> tuple[int, tuple[str, ...]]:
    """What one costs everybody, and by which offers."""
    line = Line(line_id=1, product=product, weight_g=1000 if product.unit == "kg" else None)
    try:
        priced = pricer.price(
            Basket(lines=(line,), started_at=local, currency=currency, campaigns=()), nudges=False
        )
    finally:
        pricer.forget()
    return priced.paid_minor(1), tuple(priced.cuts_of_line(1))


def _deal(terms: Terms, offer_ids: Iterable[str], language: str) -> Deal | None:
    """The offer that makes it cheaper, with its dates."""
    by_id: Mapping[str, Offer] = {offer.id: offer for offer in terms.offers}
    for offer_id in offer_ids:
        if (offer := by_id.get(offer_id)) is None:
            continue
        windows = [test for test in offer.eligibility if isinstance(test, Window)]
        return Deal(
            name=offer.names.get(language) or offer.name or offer.id,
            first_day=max((one.first_day for one in windows), default=""),
            last_day=min((one.last_day for one in windows if one.last_day), default=""),
        )
    return None


def shelf_of(service: Service) -> Shelf:
    """The one of this process."""
    return service.share(NAME, lambda: Shelf(service))
