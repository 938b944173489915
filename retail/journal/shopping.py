"""What a shopper is asked and offered on the way, and what is undone.

Invariants: frozen; as all events (`retail.journal.events`). What was undone stays in the journal beside what
undid it: nothing is taken back in writing.
"""

from retail.catalogue import Product
from retail.check import require
from retail.journal.event import Event


class BagsAsked(Event, frozen=True, kw_only=True):
    """The shopper wanted to pay, and is asked once how many bags are needed."""

    bags: tuple[Product, ...]
    """The bags the shop sells."""


class BagsAnswered(Event, frozen=True, kw_only=True):
    """The shopper said how many; bags that are bought follow as lines. Paying goes on."""

    count: int


class RoundUpOffered(Event, frozen=True, kw_only=True):
    """While the shopper chooses how to pay: so much more for a charity, and the total is round."""

    amount_minor: int
    charity: str

    def __post_init__(self) -> None:
        require(self.amount_minor > 0, "what is offered to be rounded up is something")


class UndoOffered(Event, frozen=True, kw_only=True):
    """The shopper took pieces off, and may have them back with one touch until the basket changes again."""

    line_id: int


class RemovalUndone(Event, frozen=True, kw_only=True):
    """The shopper wants them back. They follow, as goods that are added or as a quantity that is set."""

    line_id: int
    """The line they were taken off."""


class CancelAsked(Event, frozen=True, kw_only=True):
    """The shopper gives the purchase up. It ends in some seconds, unless the shopper thinks better of it."""


class CancelUndone(Event, frozen=True, kw_only=True):
    """The purchase goes on."""


class TimeRunsOut(Event, frozen=True, kw_only=True):
    """The shopper was told that what stands on the screen will end by itself."""


class MoreTimeTaken(Event, frozen=True, kw_only=True):
    """The shopper wants to go on reading: it stands as long again."""


AnyShoppingEvent = (
    BagsAsked
    | BagsAnswered
    | RoundUpOffered
    | UndoOffered
    | RemovalUndone
    | CancelAsked
    | CancelUndone
    | TimeRunsOut
    | MoreTimeTaken
)
"""All events of this module."""
