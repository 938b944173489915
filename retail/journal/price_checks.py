"""A price that is only asked for: what was shown, and that nothing was added.

Source: docs/phone.md, "At the lane"; what a shopper was shown is kept, so that it can be told from what was
charged.
Invariants: frozen; as all events. Needs no transaction and changes none.
"""

from retail.catalogue import Product
from retail.journal.event import Event
from retail.member import Member
from retail.priced import PricedBasket


class PriceCheckOpened(Event, frozen=True, kw_only=True):
    """What is scanned now is priced and not added."""


class PriceChecked(Event, frozen=True, kw_only=True):
    """One piece, or one pack, was priced by itself, as it would cost this shopper now."""

    product: Product
    scanned: str
    symbology: str
    """`retail.codes.Symbology`; with the text all that is needed to add it after all."""
    weight_g: int | None = None
    priced: PricedBasket | None = None
    """None: sold by weight, and not weighed; the product's price is per kilogram."""


class PriceNotFound(Event, frozen=True, kw_only=True):
    """It has no price here. Nothing of the code is kept."""

    reason: str


class PriceCheckMember(Event, frozen=True, kw_only=True):
    """Prices are this member's from now on, until the mode ends."""

    member: Member
    how: str


class PriceCheckClosed(Event, frozen=True, kw_only=True):
    """What is scanned is bought again."""


AnyPriceCheckEvent = PriceCheckOpened | PriceChecked | PriceNotFound | PriceCheckMember | PriceCheckClosed
"""All events of this module."""
