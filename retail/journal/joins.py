"""Somebody becomes a member at the lane: begun, finished there or on the phone, or left.

Source: docs/phone.md, "Joining at a lane".
Invariants: frozen; as all events. No name, number or address is in any of them: what was typed travels from
the touch to the store and is kept nowhere on the lane.
"""

from typing import Literal

from retail.journal.event import Event


class JoinAsked(Event, frozen=True, kw_only=True):
    """The store is asked to make a member, or for a code that a phone finishes it with."""

    ask_no: int
    """Counts from 1 in its transaction."""
    how: Literal["lane", "phone"]


class JoinCodeShown(Event, frozen=True, kw_only=True):
    """The address a phone opens. It names the purchase, nobody, and is over in ten minutes."""

    ask_no: int
    url: str


class JoinHeard(Event, frozen=True, kw_only=True):
    """Somebody has joined on the phone; the store is asked who."""

    ask_no: int
    subject: str
    """What the new phone is known by, as in its code; a pseudonym."""


class JoinRefused(Event, frozen=True, kw_only=True):
    """Nobody has joined."""

    ask_no: int
    reason: str
    """`retail.wire.joining.Reason`, or `no_link`."""


class JoinEnded(Event, frozen=True, kw_only=True):
    """It is done, or left."""

    ask_no: int


AnyJoinEvent = JoinAsked | JoinCodeShown | JoinHeard | JoinRefused | JoinEnded
"""All events of this module."""
