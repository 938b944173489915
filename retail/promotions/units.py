"""What is in a basket, one unit at a time, and the circumstances it is priced in.

Invariants: frozen; a unit's price is its list price before any offer, an integer of minor units.
"""

import msgspec

from retail.check import require
from retail.money import AMOUNT_MAX_MINOR

UNITS_MAX = 10_000
"""In one basket; a lane stops far below, a test of a wholesale offer needs thousands."""


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """What offers need to know of a product, as it is sold in this basket."""

    id: str
    price_minor: int
    """Of one unit. For a weighed pack, or one whose price is in its code: the pack's price."""
    categories: tuple[str, ...] = ()
    floor_minor: int = 0
    """No offer takes the unit below this."""
    takes_offers: bool = True
    """False for deposits, gift cards and whatever the law keeps at its price."""
    is_marked_down: bool = False
    """Reduced to clear."""
    days_left: int | None = None
    """Until the best-before date in the unit's own code; below 0 when it is past. None: no date is known."""
    counts: bool = True
    """Whether it counts for thresholds and points; false for deposits."""
    tax: str = ""
    """Name of its tax rate in the tax policy."""
    without_sticker: "Item | None" = None
    """The same goods without their reduced-to-clear sticker: where the shelf's offers make those cheaper, the
    unit costs no more."""

    def __post_init__(self) -> None:
        require(0 <= self.price_minor <= AMOUNT_MAX_MINOR, "an item's price is not negative and not absurd")
        require(self.floor_minor >= 0, "a floor price is not negative")


class Moment(msgspec.Struct, frozen=True, kw_only=True):
    """Local time in the shop, to the minute. A clock change moves it like the clock on the wall."""

    day: str
    """ISO 8601 date."""
    weekday: int
    """1 is Monday."""
    minute: int
    """After midnight."""


class Unit(msgspec.Struct, frozen=True, kw_only=True):
    """One unit scanned. `moment` is when, and counts for offers with hours; None: the context's moment."""

    id: int
    item: Item
    moment: Moment | None = None


class Context(msgspec.Struct, frozen=True, kw_only=True):
    """Who buys, when, and what was shown. Holds no name and no card number."""

    is_member: bool = False
    groups: frozenset[str] = frozenset()
    codes: frozenset[str] = frozenset()
    order_number: int | None = None
    tender: str = ""
    moment: Moment | None = None
    delivery_minor: int = 0
