"""What a waiting lane shows of its shop: offers of the day, the shop's own pictures and words.

Pure. The composition root tells what there is (`Window`); here it is put into the language on the screen.

Invariants: amounts are written as everywhere else; a text the shop has not in a language is left out, never
shown in another.
"""

import datetime
from collections.abc import Mapping
from pathlib import Path

import msgspec

from kiosk.ui.voice import Voice
from kiosk.ui.words.messages import QT_TRANSLATE_NOOP
from retail.shop_window import InWindow

FOR_MEMBERS = QT_TRANSLATE_NOOP("Messages", "For members")
ONLY_TODAY = QT_TRANSLATE_NOOP("Messages", "Only today")
PER_KILOGRAM = QT_TRANSLATE_NOOP("Messages", "{amount} per kg")


class Window(msgspec.Struct, frozen=True, kw_only=True):
    """What the shop shows while nobody buys."""

    currency: str = ""
    offers: tuple[InWindow, ...] = ()
    pictures: tuple[Path, ...] = ()
    """Whole-area pictures of the shop's own, shown as they are."""
    welcome: Mapping[str, str] = {}
    """Language to the shop's own greeting."""
    closed: Mapping[str, str] = {}
    """Language to what a closed lane says besides."""
    seconds: int = 8
    """How long each stands."""


class Slide(msgspec.Struct, frozen=True, kw_only=True):
    """One thing in the window: an offer, or a picture alone."""

    title: str = ""
    goods: str = ""
    product: str = ""
    """Name of the product's picture."""
    price: str = ""
    list_price: str = ""
    note: str = ""
    photograph: str = ""
    """Path of the shop's own picture; then nothing else is set."""


class WindowView(msgspec.Struct, frozen=True, kw_only=True):
    """The window in one language."""

    slides: tuple[Slide, ...] = ()
    welcome: str = ""
    closed: str = ""
    seconds: int = 8


def window_view(
    window: Window, voice: Voice, pictures: frozenset[str], today: datetime.date, *, is_free: bool
) -> WindowView:
    """The window in the voice's language; `pictures` are the product pictures there are.

    On a lane that is not free somebody waits to hear where their money is: the shop says nothing besides.
    """
    offers = [_offer(one, voice, pictures, today) for one in window.offers]
    photographs = [Slide(photograph=str(path)) for path in window.pictures]
    return WindowView(
        slides=tuple(_taken_in_turn(offers, photographs)),
        welcome=window.welcome.get(voice.language, ""),
        closed=window.closed.get(voice.language, "") if is_free else "",
        seconds=window.seconds,
    )


def _offer(one: InWindow, voice: Voice, pictures: frozenset[str], today: datetime.date) -> Slide:
    notes = []
    if one.is_for_members:
        notes.append(voice.say(FOR_MEMBERS))
    if one.last_day == today.isoformat():
        notes.append(voice.say(ONLY_TODAY))
    return Slide(
        title=voice.name(one.names),
        goods=voice.name(one.product.names),
        product=one.product.picture if one.product.picture in pictures else "",
        price=_price(one, one.price_minor, voice),
        list_price=_price(one, one.product.price_minor, voice) if one.price_minor else "",
        note=" · ".join(notes),
    )


def _price(one: InWindow, amount_minor: int, voice: Voice) -> str:
    if not amount_minor:
        return ""
    amount = voice.money(amount_minor)
    return voice.say(PER_KILOGRAM).format(amount=amount) if one.product.unit == "kg" else amount


def _taken_in_turn(offers: list[Slide], photographs: list[Slide]) -> list[Slide]:
    """Offers with the shop's pictures between them, every one once."""
    slides, left = [], list(photographs)
    for offer in offers:
        slides.append(offer)
        if left:
            slides.append(left.pop(0))
    return slides + left
