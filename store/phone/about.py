"""What is told of a product besides its offers: comparing price, origin, stock, past prices, reviews, story.

Source: docs/phone.md, "Goods", "Reviews".
Invariants: read only but for reviews; who did not buy a product says nothing of it; of what is not known,
nothing is said.
"""

from typing import Annotated, Any

import msgspec
import sqlalchemy as sa
from litestar import Response, get, post
from litestar.params import PathParameter

from retail.pricing import Pricer
from retail.unit_price import unit_price
from retail.wire import bodies
from store.data.goods import catalogue, changes, places, stories
from store.data.goods.catalogue import PRODUCT_KIND
from store.data.goods.stories import NO_STORY, Story
from store.data.ordering import stock
from store.data.people import reviews
from store.data.people.reviews import Rated
from store.front.gate import shopper_of
from store.identity.errors import Rejected
from store.identity.principals import Shopper
from store.phone.goods import KEY_MAX, key_of, product_values
from store.phone.prices import Found, Prices
from store.phone.shell import FORM_MAX, AnyRequest, Phone, back_to, form_of, found
from store.phone.words import Words

GOODS, SHELF, SHOPS = "/phone/goods", "/shelf", "/phone/shops"
PAST_MAX = 6
"""Prices shown of the past."""
VERSIONS_MAX = 60
KeyOf = Annotated[str, PathParameter(max_length=KEY_MAX)]


class Past(msgspec.Struct, frozen=True, kw_only=True):
    """A price a product had."""

    at: int
    price_minor: int


class About(msgspec.Struct, frozen=True, kw_only=True):
    """What the data hold of a product."""

    story: Story
    free: int | None
    """Pieces there; None: not counted."""
    past: tuple[Past, ...]
    rated: Rated
    may_say: bool
    """Whether who asks bought it."""


def routes(phone: Phone, prices: Prices) -> tuple[Any, ...]:
    """The handlers of this module."""

    @get(GOODS + "/{key:str}", include_in_schema=False)
    async def product(request: AnyRequest, key: KeyOf) -> Response[bytes]:
        """One product."""
        who = await phone.shopper(request)
        values = await _values(phone, prices, request, key, who)
        return phone.page(request, "product.html", who=who, **values)

    @get(SHELF + "/{key:str}", include_in_schema=False)
    async def shelf(request: AnyRequest, key: KeyOf) -> Response[bytes]:
        """A product on a screen at its shelf: everything at a glance, nothing to touch."""
        return phone.page(request, "shelf_screen.html", **await _values(phone, prices, request, key, None))

    @post(
        GOODS + "/{key:str}/review",
        status_code=200,
        request_max_body_size=FORM_MAX,
        include_in_schema=False,
    )
    async def review(request: AnyRequest, key: KeyOf) -> Response[Any]:
        """Say something of goods one bought."""
        who, form, now = shopper_of(request), await form_of(request), phone.front.clock()
        wanted = found(key_of(key, phone.settings.currency), "product")
        stars = form.get("stars", "")
        if stars not in map(str, reviews.STARS):
            return back_to(f"{GOODS}/{wanted}", "unchanged")
        words = "".join(one for one in form.get("words", "") if one.isprintable() or one == "\n")
        language = phone.words(request).language
        done = await phone.write(
            lambda connection: reviews.say(
                connection,
                phone.store_id,
                who.member_id,
                wanted,
                int(stars),
                words[: reviews.WORDS_MAX],
                language,
                at=now,
            )
        )
        if not done:
            raise Rejected("not_bought", "reviews are by people who bought it here", 403)
        return back_to(f"{GOODS}/{wanted}", "reviewed")

    @get(SHOPS, include_in_schema=False)
    async def shops(request: AnyRequest) -> Response[bytes]:
        """Every shop, with today's hours; sorted by distance on the phone itself, if its owner wants."""
        who, now = await phone.shopper(request), phone.front.clock()
        listed = await phone.read(places.listed)
        if not listed:
            listed = {
                phone.store_id: places.Place(name=phone.settings.name, timezone=phone.settings.timezone)
            }
        rows = [(shop_id, place, *place.today(now)) for shop_id, place in listed.items()]
        return phone.page(request, "shops.html", who=who, rows=rows, here_id=phone.store_id, places=True)

    return product, shelf, review, shops


async def _values(
    phone: Phone, prices: Prices, request: AnyRequest, key: str, who: Shopper | None
) -> dict[str, Any]:
    words, now = phone.words(request), phone.front.clock()
    wanted = found(key_of(key, phone.settings.currency), "product")

    def look(pricer: Pricer, read: Found) -> tuple[dict[str, Any], int] | None:
        sold = read.products.get(wanted)
        if sold is None:
            return None
        values, paid_minor = product_values(pricer, read, sold, words, phone)
        return values, paid_minor

    values, paid_minor = found(await prices.ask([wanted], who, look), "product")
    about = await phone.read(lambda connection: _about(connection, phone.store_id, wanted, who, now))
    per = unit_price(paid_minor, about.story.net) if not values["is_loose"] else None
    return {
        **values,
        "per": _per(words, per.amount_minor, per.per) if per is not None else "",
        "about": about,
        "ingredients": _text(about.story.ingredients, words),
        "origin": _text(about.story.origin, words),
        "story": _text(about.story.story, words),
        "stars": f"{about.rated.tenths // 10}.{about.rated.tenths % 10}",
        "words_max": reviews.WORDS_MAX,
    }


def _about(connection: sa.Connection, store_id: str, key: str, who: Shopper | None, now: int) -> About:
    level = stock.levels(connection, store_id, [key]).get(key)
    return About(
        story=stories.of(connection, store_id, [key]).get(key, NO_STORY),
        free=level.free if level is not None else None,
        past=_past(connection, store_id, key, now),
        rated=reviews.of_product(connection, key),
        may_say=who is not None and reviews.bought(connection, store_id, who.member_id, key),
    )


def _past(connection: sa.Connection, store_id: str, key: str, now: int) -> tuple[Past, ...]:
    """What it cost before, newest first: each price with the moment it began."""
    listed = catalogue.find(connection, store_id, PRODUCT_KIND, key)
    if listed is None:
        return ()
    moments: list[tuple[int, int]] = []
    versions = changes.history(connection, store_id, listed.scope, PRODUCT_KIND, key, limit=VERSIONS_MAX)
    for version in reversed(versions):
        if version.body is None:
            continue
        row = bodies.product_row(version.body)
        begins = {version.changed_at, *(one.valid_from for one in row.later), row.valid_from}
        for at in sorted(one for one in begins if version.changed_at <= one <= now):
            sold = bodies.in_force(row, at)
            if sold is not None:
                moments.append((at, sold.price_minor))
    found_ones: list[Past] = []
    for at, price_minor in sorted(moments):
        if not found_ones or found_ones[-1].price_minor != price_minor:
            found_ones.append(Past(at=at, price_minor=price_minor))
    return tuple(reversed(found_ones))[:PAST_MAX]


def _per(words: Words, amount_minor: int, unit: str) -> str:
    amount = words.amount(amount_minor)
    if unit == "piece":
        return words.text("{amount} a piece", amount=amount)
    return words.text("{amount} per {unit}", amount=amount, unit=unit)


def _text(texts: dict[str, str], words: Words) -> str:
    return texts.get(words.language) or texts.get("", "")
