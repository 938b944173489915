"""What goods cost on a phone, by the very engine of the lanes.

The shop's terms are compiled once, and again when they have changed; one thread prices, because a pricer
belongs to one. A basket is priced at once and not searched to the end: the lane finds the final price.

Source: docs/phone.md, "Prices"; `retail.pricing`.
Invariants: terms are at most two seconds old; a basket is bounded before it is priced;
nothing of a shopper is kept between two baskets.
"""

import asyncio
import concurrent.futures
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from typing import Any, TypeVar, cast

import msgspec

from retail.catalogue import Product
from retail.member import Member
from retail.pricing import Pricer
from retail.promotions.offer import EVERYTHING
from retail.promotions.selectors import passes, places
from retail.promotions.units import Item
from retail.terms import Terms, no_terms, read_terms
from retail.wire.bodies import sold_at
from store.data.goods import catalogue
from store.data.goods.catalogue import PRODUCT_KIND
from store.data.people import members, phones
from store.identity import lookup
from store.identity.principals import Shopper
from store.phone.shell import Phone

T = TypeVar("T")
KEYS_MAX = 200
"""Different goods of one question."""
TERMS_US = 2_000_000
"""How long terms are taken to be unchanged."""
_members = msgspec.json.Decoder(Member)


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """What one question needs of the data, all of one moment."""

    products: dict[str, Product]
    member: Member | None
    terms_file: bytes | None
    """None: not looked at again so soon."""


class Prices:
    """One shop's terms, and the thread that prices by them. Belongs to one event loop."""

    def __init__(self, phone: Phone) -> None:
        self._phone = phone
        self._read_at = 0
        self._file: bytes = b""
        self._pricer = Pricer(no_terms(phone.settings.currency))
        self._worker = concurrent.futures.ThreadPoolExecutor(1, thread_name_prefix="phone prices")

    @contextlib.asynccontextmanager
    async def work(self) -> AsyncIterator[None]:
        """The thread lives as long as the service."""
        try:
            yield
        finally:
            self._worker.shutdown(wait=True)

    async def ask(
        self, keys: Iterable[str], who: Shopper | None, question: Callable[[Pricer, Found], T]
    ) -> T:
        """The answer to a question about some goods (GTIN-14), asked on the thread that prices."""
        wanted, now = list(dict.fromkeys(keys))[:KEYS_MAX], self._phone.front.clock()
        is_due = not self._read_at <= now < self._read_at + TERMS_US
        if is_due:
            self._read_at = now
        found = await self._phone.read(lambda connection: self._find(connection, wanted, who, now, is_due))
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._worker, self._answer, found, question)

    def _find(self, connection: Any, keys: list[str], who: Shopper | None, now: int, is_due: bool) -> Found:
        store_id = self._phone.store_id
        listed = catalogue.find_many(connection, store_id, PRODUCT_KIND, keys)
        sold = {key: sold_at(one.body, now) for key, one in listed.items()}
        return Found(
            products={key: product for key, product in sold.items() if product is not None},
            member=self.member(connection, who, now) if who is not None else None,
            terms_file=catalogue.terms_file(connection, store_id) if is_due else None,
        )

    def member(self, connection: Any, who: Shopper, now: int) -> Member | None:
        """The member as a lane would know them at this moment."""
        kind, value = phones.credential(who.subject)
        key = lookup.member_lookup(self._phone.front.vault, kind, value)
        listed = catalogue.find(connection, self._phone.store_id, members.KIND, key)
        return members.as_told(connection, _members.decode(listed.body), now) if listed else None

    def _answer(self, found: Found, question: Callable[[Pricer, Found], T]) -> T:
        if found.terms_file is not None and found.terms_file != self._file:
            currency, file = self._phone.settings.currency, found.terms_file
            self._pricer = Pricer(read_terms(file, currency) if file else no_terms(currency))
            self._file = file
        try:
            return question(self._pricer, found)
        finally:
            self._pricer.forget()


class Kept:
    """What strangers are shown alike, worked out once in a while: asking often costs nothing.

    At most one answer per language. Belongs to one event loop.
    """

    def __init__(self, phone: Phone) -> None:
        self._phone = phone
        self._answers: dict[str, tuple[int, Any]] = {}

    async def of(self, language: str, work: Callable[[], Awaitable[T]], *, is_shared: bool) -> T:
        """The answer to `work`; where it is shared, that of up to two seconds ago."""
        now = self._phone.front.clock()
        at, answer = self._answers.get(language, (0, None))
        if is_shared and at and at <= now < at + TERMS_US:
            return cast("T", answer)
        made = await work()
        if is_shared:
            self._answers[language] = (now, made)
        return made


def about(terms: Terms, product: Product) -> list[str]:
    """The offers that name this very product, or a category it is in, in the order of the file."""
    item = _item(product)
    return [
        offer.id
        for offer in terms.offers
        if any(
            selector != EVERYTHING and passes(selector, item, False)
            for derivation in offer.derivation
            for selector in places(derivation)
        )
    ]


def _item(product: Product) -> Item:
    parts = product.category.split("/") if product.category else []
    around = tuple("/".join(parts[:end]) for end in range(1, len(parts) + 1))
    return Item(id=product.key, price_minor=product.price_minor, categories=around)
