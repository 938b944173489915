"""What the checkout must know of the shop it stands in. Comes from the settings."""

import msgspec

from retail.codes import MEASURE_PATTERNS, MeasurePattern
from retail.interventions.situation import Rules
from retail.languages import LANGUAGES
from retail.receipt import Seller
from retail.wallet_codes import CODE_FORMS


class Tenders(msgspec.Struct, frozen=True, kw_only=True):
    """What a shopper may pay with besides a card."""

    wallets: bool = False
    wallet_forms: tuple[str, ...] = CODE_FORMS
    """How the codes look that phones show (`retail.wallet_codes`)."""
    gift_cards: bool = False
    balance: bool = False
    """Members may pay from their balance."""
    top_up: bool = False
    """Members may top it up here, by card."""
    top_up_steps: tuple[int, ...] = ()
    """By how much, in minor units."""


class Flow(msgspec.Struct, frozen=True, kw_only=True):
    """What the shop asks, offers and lets be undone on the way."""

    loose: tuple[str, ...] = ()
    """Categories whose goods may be chosen without a barcode, those below them too."""
    favourites: tuple[str, ...] = ()
    """Keys of goods that may be chosen besides, and stand first."""
    bags: tuple[str, ...] = ()
    """Keys of the bags it sells; empty: nobody is asked about bags."""
    charity: str = ""
    """Whom rounding up is for; empty: it is not offered."""
    step_minor: int = 100
    """To the next whole multiple of it."""
    undo_s: float = 0.0
    """How long a shopper may think better of giving up a purchase; 0: nothing is undone at this lane."""

    def has_lookup(self) -> bool:
        """Whether anything may be chosen without a barcode."""
        return bool(self.loose or self.favourites)


class Shop(msgspec.Struct, frozen=True, kw_only=True):
    """The shop's facts and the lane's waiting times (seconds)."""

    lane: str
    currency: str
    seller: Seller
    language: str = "en"
    """What the screen speaks until a shopper chooses."""
    languages: tuple[str, ...] = LANGUAGES
    """What a shopper may choose from, in the order in which they are offered."""
    footer: tuple[str, ...] = ()
    """As set: with the lines of one language marked as its own (`retail.languages.lines_in`)."""
    patterns: tuple[MeasurePattern, ...] = MEASURE_PATTERNS
    not_found_s: float = 8.0
    paid_s: float = 2.0
    receipt_s: float = 60.0
    """Without a choice the sale closes without paper after this long."""
    warn_s: float = 0.0
    """How long before a screen ends by itself the shopper is told, and may take more time; 0: not at all."""
    thanks_s: float = 8.0
    ask_terminal_s: float = 2.0
    """From an unknown outcome to the first question; later ones wait `ask_again_s`."""
    ask_again_s: float = 15.0
    weighs: bool = False
    """Whether the lane has a scale for loose goods."""
    rules: Rules = Rules()
    """The store's rules for interventions."""
    ask_store_s: float = 3.0
    """How long the store may take to answer about a coupon, points or stored value; then the offline rules
    decide."""
    tenders: Tenders = Tenders()
    joins: bool = False
    """Shoppers may become members at the lane."""
    prices_only: bool = False
    """This lane only tells prices: it sells nothing."""
    hands_out: bool = False
    """Orders are handed out at this lane."""
    price_s: float = 30.0
    """How long a price stands without anybody asking for another."""
    flow: Flow = Flow()
