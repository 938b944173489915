"""A balance that is topped up: whose, by how much. A transaction of its own, in which nothing is sold.

Money for a balance is what the shop owes, not what it earned: no goods, no taxes, no points. What was paid is
told by the payment's own events, what the balance got by `retail.journal.value.ValueLoaded` in their commit.

Source: docs/stored-value.md, "Topping up at a lane".
Invariants: frozen; as all events. A transaction that opened a load holds no goods.
"""

from retail.check import require
from retail.journal.event import Event


class LoadOpened(Event, frozen=True, kw_only=True):
    """The shopper wants to top up a balance."""


class LoadAsked(Event, frozen=True, kw_only=True):
    """A member showed who they are; the store is asked for their balance."""

    ask_no: int
    """Counts from 1 in its transaction."""


class LoadOffered(Event, frozen=True, kw_only=True):
    """The store names the account, and says what is on it."""

    ask_no: int
    account_id: str
    balance_minor: int
    amounts: tuple[int, ...]
    """By how much it may be topped up: the shop's steps, within its limits of that moment."""

    def __post_init__(self) -> None:
        require(self.account_id != "", "money goes to an account")
        require(bool(self.amounts) and min(self.amounts) > 0, "there is an amount to choose")


class LoadRefused(Event, frozen=True, kw_only=True):
    """Nothing can be topped up with what was shown; nothing was paid."""

    reason: str
    """`retail.wire.balance.Reason`, `no_link`, or why what was shown names nobody."""


class LoadChosen(Event, frozen=True, kw_only=True):
    """By so much. What a card pays next is this amount, whole."""

    load_id: str
    """Names the load in its transaction."""
    amount_minor: int

    def __post_init__(self) -> None:
        require(self.amount_minor > 0 and self.load_id != "", "an amount is loaded, under a name")


AnyLoadEvent = LoadOpened | LoadAsked | LoadOffered | LoadRefused | LoadChosen
"""All events of this module."""
