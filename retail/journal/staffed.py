"""What becomes of a purchase by staff: a changed price, a basket put aside, training.

Who did it, with what right and why, stands beside it in `retail.interventions.events.StaffActed`.

Invariants: frozen; as all events (`retail.journal.events`).
"""

from retail.check import require
from retail.journal.event import Event


class LinePriceChanged(Event, frozen=True, kw_only=True):
    """Staff set the price of a line. Item offers leave it alone from now on."""

    line_id: int
    price_minor: int
    """Of one piece or one weighed pack."""

    def __post_init__(self) -> None:
        require(self.price_minor > 0, "a price that was set is not zero")


class PayAsked(Event, frozen=True, kw_only=True):
    """The shopper wants to pay: something is open that has to be cleared first, or bags were asked about.

    Paying goes on by itself once it is, unless the shopper goes back to scanning.
    """


class TransactionSuspended(Event, frozen=True, kw_only=True):
    """The basket was put aside. Nothing was paid; it may be resumed once, on any lane of the store."""

    transaction_id: str
    token: str
    """What it is resumed by; also printed as a code."""
    by: str
    """A staff id, or `lane` for a basket that was left."""
    why: str
    item_count: int
    total_minor: int


class TransactionResumed(Event, frozen=True, kw_only=True):
    """This purchase goes on with goods of elsewhere; they follow, priced anew.

    Of a purchase that was suspended; or of a phone: its basket's pseudonym names both, `by` is `phone`.
    """

    of_transaction_id: str
    token: str
    by: str


class BasketAsked(Event, frozen=True, kw_only=True):
    """A phone has shown the code of its basket, and the store is asked for it. What was shown is not kept."""

    token: str
    """A pseudonym of the basket."""


class TrainingBegun(Event, frozen=True, kw_only=True):
    """From the next purchase on nothing is sold here: somebody learns."""

    by: str


class TrainingEnded(Event, frozen=True, kw_only=True):
    """The lane sells again."""

    by: str


class PaidInTraining(Event, frozen=True, kw_only=True):
    """A training purchase was "paid": no terminal was asked, no money moved."""

    paid_at: str
    """Local time, ISO 8601 with offset."""


AnyStaffedEvent = (
    LinePriceChanged
    | PayAsked
    | TransactionSuspended
    | TransactionResumed
    | BasketAsked
    | TrainingBegun
    | TrainingEnded
    | PaidInTraining
)
"""All events of this module."""
