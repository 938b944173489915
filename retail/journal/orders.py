"""An order that is shown at a lane: what was found, that it is paid in a purchase, or was handed out here.

Source: docs/orders.md, "At a lane", "Paid at a lane".
Invariants: frozen; as all events. Only paying one needs a purchase; nothing of a code is kept.
"""

from retail.journal.event import Event
from retail.wire.orders import OrderGoods


class OrderAsked(Event, frozen=True, kw_only=True):
    """A phone showed the code of an order: the service is asked."""

    ask_id: str


class OrderFound(Event, frozen=True, kw_only=True):
    """An order that may be collected now."""

    ask_id: str
    order_id: str
    short: str
    goods: tuple[OrderGoods, ...]
    hands_out: bool
    """Here; false: at the counter."""
    years: int = 0
    due_minor: int = 0
    """What is left to pay; 0: nothing."""
    currency: str = ""


class OrderRefused(Event, frozen=True, kw_only=True):
    """It is not collected here and now, or nobody could be asked (`no_link`)."""

    ask_id: str
    reason: str


class OrderHandOutAsked(Event, frozen=True, kw_only=True):
    """Whoever is at the lane says that they have the goods: the service is asked to write it down."""

    ask_id: str


class OrderHandedOut(Event, frozen=True, kw_only=True):
    """The service has written it down."""

    ask_id: str


class OrderPayAsked(Event, frozen=True, kw_only=True):
    """Somebody pays it here: the service is asked to give it to this purchase."""

    ask_id: str
    order_id: str
    opened: bool = False
    """The purchase was opened for it."""


class OrderTaken(Event, frozen=True, kw_only=True):
    """The service gave it to this purchase: its goods are in the basket."""

    ask_id: str
    order_id: str
    hands_out: bool = False
    """Once it is paid, whoever pays it has its goods."""


class OrderLeft(Event, frozen=True, kw_only=True):
    """Read, or left."""

    ask_id: str


AnyOrderEvent = (
    OrderAsked
    | OrderFound
    | OrderRefused
    | OrderPayAsked
    | OrderTaken
    | OrderHandOutAsked
    | OrderHandedOut
    | OrderLeft
)
"""All events of this module."""
