"""Paying with stored value: a gift card, or a member's balance.

Asked for, held at the store, captured in the commit that records the payment, or released. The journal knows
an account by a pseudonym and the last digits of its card; a card's number stands nowhere.

Source: docs/stored-value.md, "At the lane".
Invariants: frozen; as all events (`retail.journal.events`). What `ValueCaptured` says is booked by the store,
whatever became of the hold.
"""

from typing import Literal

from retail.check import require
from retail.journal.event import Event

ValueKind = Literal["gift", "member"]


class ValueAsked(Event, frozen=True, kw_only=True):
    """The shopper wants to pay with stored value; the store is asked to hold it."""

    ask_no: int
    """Counts from 1 in its transaction: an answer to an older question is not this one's."""
    kind: ValueKind
    amount_minor: int
    """At most; less may be held."""
    last_digits: str = ""
    card_key: str = ""
    """The keyed hash of a gift card's number, so that the same can be asked again after a crash."""
    has_pin: bool = False
    """A PIN was given with it: nobody but the store can say whether it is right."""

    def __post_init__(self) -> None:
        require(self.ask_no >= 1 and self.amount_minor > 0, "a question has a number and an amount")


class ValuePinAsked(Event, frozen=True, kw_only=True):
    """A gift card was shown that is good only with its PIN. The PIN itself is nowhere in a journal."""

    card_key: str
    last_digits: str


class ValueHeld(Event, frozen=True, kw_only=True):
    """This much of an account is set aside for this purchase."""

    ask_no: int
    kind: ValueKind
    account_id: str
    """A pseudonym made by the store; empty where it could not be asked."""
    last_digits: str = ""
    amount_minor: int
    left_minor: int = 0
    """What is on the account besides, as the store told; for the shopper's eyes."""
    is_at_risk: bool = False
    """The store could not be asked: within what the shop lets a lane risk."""
    card_key: str = ""
    """The keyed hash of the card, only where it is at risk: the store finds the account by it."""

    def __post_init__(self) -> None:
        require(self.amount_minor > 0, "an amount is held")
        require(bool(self.account_id or self.card_key), "value is held on an account")


class ValueRefused(Event, frozen=True, kw_only=True):
    """Nothing is held."""

    ask_no: int
    reason: str
    """`retail.wire.stored_value.Reason`, or `no_link`."""


class ValueReleased(Event, frozen=True, kw_only=True):
    """What was held is the customer's again; or nobody waits for the answer, or the PIN, any more."""

    ask_no: int
    account_id: str = ""
    """Empty: the store had not answered yet."""


class ValueCaptured(Event, frozen=True, kw_only=True):
    """The purchase was paid with this much; in the commit that records the payment. One for each account."""

    kind: ValueKind
    account_id: str
    last_digits: str = ""
    amount_minor: int
    is_at_risk: bool = False
    card_key: str = ""
    """As in `ValueHeld`."""
    captured_on: str = ""
    """Local ISO date."""

    def __post_init__(self) -> None:
        require(self.amount_minor > 0, "an amount is captured")
        require(bool(self.account_id or self.card_key), "value is captured from an account")


class ValueLoaded(Event, frozen=True, kw_only=True):
    """Money for an account was paid with this purchase; in the commit that records the payment."""

    load_id: str
    """Names the load in its transaction."""
    account_id: str
    amount_minor: int

    def __post_init__(self) -> None:
        require(self.amount_minor > 0 and self.load_id != "", "an amount is loaded, under a name")


class ValueRefunded(Event, frozen=True, kw_only=True):
    """Goods came back, and what they cost went to an account."""

    refund_id: str
    """Names the refund in its transaction."""
    account_id: str
    amount_minor: int

    def __post_init__(self) -> None:
        require(self.amount_minor > 0 and self.refund_id != "", "an amount is refunded, under a name")


AnyValueEvent = (
    ValuePinAsked
    | ValueAsked
    | ValueHeld
    | ValueRefused
    | ValueReleased
    | ValueCaptured
    | ValueLoaded
    | ValueRefunded
)
"""All events of this module."""
