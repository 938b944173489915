"""Goods that come back: which, of which sale, what for, and what was given back for them.

A return is a transaction of its own, with a number of its own and no goods sold. The money that goes back is
told by the events of `retail.journal.refunds` (cards, wallets) and by `ValueRefunded` (stored value).

Source: docs/architecture.md, "Returns"; ARTS POSLog words (return).
Invariants: frozen; as all events. What is given back was held by the store under `return_id` before.
"""

from retail.journal.event import Event
from retail.wire.returns import ReturnedLine, ReturnPart, SoldSale


class ReturnOpened(Event, frozen=True, kw_only=True):
    """Staff look at a sale of which something comes back."""

    sold: SoldSale
    by: str


class ReturnAsked(Event, frozen=True, kw_only=True):
    """These units come back; the store is asked to hold them for this return."""

    return_id: str
    lines: tuple[ReturnedLine, ...]
    by: str
    why: str


class ReturnHeld(Event, frozen=True, kw_only=True):
    """The store holds them, and says what goes back to where."""

    return_id: str
    amount_minor: int
    parts: tuple[ReturnPart, ...]


class ReturnRefused(Event, frozen=True, kw_only=True):
    """They do not come back: the store says why, or could not be asked. No money moved."""

    return_id: str
    reason: str


class PointsGivenBack(Event, frozen=True, kw_only=True):
    """Points that had paid are the member's again."""

    return_id: str
    points: int
    amount_minor: int


class ReturnEnded(Event, frozen=True, kw_only=True):
    """All that goes back was given back, or staff stopped: the rest did not move."""

    return_id: str
    given_minor: int
    is_whole: bool
    ended_at: str
    """Local time, ISO 8601 with offset."""


AnyReturnEvent = ReturnOpened | ReturnAsked | ReturnHeld | ReturnRefused | PointsGivenBack | ReturnEnded
"""All events of this module."""
