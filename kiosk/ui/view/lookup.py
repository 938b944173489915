"""What the look-up shows: tiles, categories, the goods that were chosen. Pure.

Who finds goods is handed in (`GoodsIndex`); screens know no catalogue.
"""

from collections.abc import Iterable
from typing import Protocol

import msgspec

from kiosk.ui.voice import Voice
from kiosk.ui.words import lookup as w
from retail.catalogue import Product

TILES_MAX = 24
"""Shown at once; what is not among them is found by one more letter."""


class GoodsIndex(Protocol):
    """Finds goods that may be chosen without a barcode (`kiosk.app.lookup`). Safe from any thread."""

    def favourites(self, limit: int) -> tuple[Product, ...]:
        """What the shop puts first, and what sells at this hour."""

    def ask(self, typed: str, category: str, limit: int) -> tuple[Product, ...]:
        """What fits, the best first. Without words: what is in the category, what sells now first."""

    def categories(self) -> tuple[str, ...]:
        """The paths there are to choose from, in order."""


class TileView(msgspec.Struct, frozen=True, kw_only=True):
    """One product."""

    key: str
    name: str
    picture: str
    price: str
    is_weighed: bool


class ChipView(msgspec.Struct, frozen=True, kw_only=True):
    """One category; the first is what is popular, with an empty path."""

    path: str
    name: str


def tiles(products: Iterable[Product], voice: Voice, pictures: frozenset[str]) -> tuple[TileView, ...]:
    """The tiles of these goods."""
    return tuple(tile(product, voice, pictures) for product in products)


def tile(product: Product, voice: Voice, pictures: frozenset[str]) -> TileView:
    """A product as a picture with its name and price; without a picture it shows its initial."""
    price = voice.money(product.price_minor)
    is_weighed = product.unit == "kg"
    return TileView(
        key=product.key,
        name=voice.name(product.names),
        picture=product.picture if product.picture in pictures else "",
        price=voice.say(w.PER_KILOGRAM).format(price=price) if is_weighed else price,
        is_weighed=is_weighed,
    )


def chips(paths: Iterable[str], voice: Voice) -> tuple[ChipView, ...]:
    """What can be looked through: first what is popular, then the shop's categories."""
    popular = ChipView(path="", name=voice.say(w.FAVOURITES))
    return (popular, *(ChipView(path=path, name=_named(path, voice)) for path in paths))


def _named(path: str, voice: Voice) -> str:
    known = w.CATEGORIES.get(path)
    return voice.say(known) if known else path.rpartition("/")[2].replace("_", " ").capitalize()
