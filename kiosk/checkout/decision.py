"""The vocabulary of decisions, shared by the rules."""

import msgspec

from kiosk.checkout.assortment import Assortment, CouponBook
from kiosk.checkout.shop import Shop
from retail.journal.events import AnyEvent


class Refused(msgspec.Struct, frozen=True, kw_only=True):
    """The command may not be carried out now; the shopper is told. `code` is a stable machine word."""

    code: str


class Ignored(msgspec.Struct, frozen=True, kw_only=True):
    """The command means nothing now (a late tap, a duplicate); nobody is told. `reason` is for the log."""

    reason: str


Events = tuple[AnyEvent, ...]
Decision = Events | Refused | Ignored


class Context(msgspec.Struct, frozen=True, kw_only=True):
    """What a rule may look at besides the state. Made fresh by the engine for each command."""

    assortment: Assortment
    book: CouponBook
    shop: Shop
    utc: str
    """Now, UTC, ISO 8601 with microseconds."""
    local: str
    """Now, local time with offset, ISO 8601 to the second."""
    new_id: str
    """An identifier nobody used, for a transaction that may be opened."""
