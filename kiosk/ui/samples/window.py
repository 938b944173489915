"""A made-up shop window: offers of the day, a poster, words of the shop's own. Pure."""

from pathlib import Path

from kiosk.ui.samples.goods import CURRENCY, TEA, named, product, weighed
from kiosk.ui.samples.names import in_every_language
from kiosk.ui.samples.offers import LONG_OFFER, THREE_FOR_TWO, WEEK
from kiosk.ui.shop_window import Window
from retail.shop_window import InWindow

LAST_DAY = "2026-11-23"
POSTER = Path(__file__).parents[3] / "assets" / "products" / "bouquet.png"
"""Stands for a picture of the shop's own."""
BREAD = in_every_language({"": "Farmhouse Bread", "de": "Bauernbrot", "zh": "农家面包"})
WELCOME = {
    "en": "Good evening, Mitte!",
    "de": "Guten Abend, Mitte!",
    "fr": "Bonsoir, Mitte\u00a0!",
    "es": "¡Buenas tardes, Mitte!",
    "zh": "米特区的朋友，晚上好！",
    "ar": "مساء الخير يا ميته!",
}
CLOSED = {
    "en": "Checkouts 1, 2 and 4 are open.",
    "de": "Die Kassen 1, 2 und 4 sind offen.",
    "fr": "Les caisses 1, 2 et 4 sont ouvertes.",
    "es": "Las cajas 1, 2 y 4 están abiertas.",
    "zh": "1、2、4号收银台开放中。",
    "ar": "الصناديق 1 و2 و4 مفتوحة.",
}
_LOOSE = weighed(1).product

WINDOW = Window(
    currency=CURRENCY,
    offers=(
        InWindow(
            offer_id="week",
            names=WEEK,
            product=product(0),
            price_minor=174,
            is_for_members=True,
            last_day=LAST_DAY,
        ),
        InWindow(offer_id="tea", names=THREE_FOR_TWO, product=named(TEA, 249, "tea", 1)),
        InWindow(offer_id="loose", names=WEEK, product=_LOOSE, price_minor=149),
        InWindow(
            offer_id="long",
            names=LONG_OFFER,
            product=product(5),
            price_minor=1_099,
            is_for_members=True,
            last_day=LAST_DAY,
        ),
        InWindow(offer_id="bread", names=LONG_OFFER, product=named(BREAD, 329, "bread", 12)),
    ),
    pictures=(POSTER,),
    welcome=WELCOME,
    closed=CLOSED,
)
"""Its slides: an offer with everything, the poster, without a price, by the kilogram, endless names."""
SLIDES = {"offer": 0, "poster": 1, "more": 2, "loose": 3, "long": 4, "bread": 5}
"""What a slide shows, by its place."""
