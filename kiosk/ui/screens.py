"""Which screen belongs to which state: a table, and the four things that stand above it.

Pure. Nobody else chooses a screen; QML shows the one named here.

Invariants: every phase has exactly one screen; a screen that speaks about money in flight (card, wallet,
refund, unknown, paid) is never covered by the help screen, because what it says must stay readable; nor is
scanning, which goes on while somebody is on the way.
"""

import enum

from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.state import PAYING, SHOPPING, Phase


class Screen(enum.Enum):
    """The screens of a lane; the value is the name scripts and tests wait for."""

    ATTRACT = "attract"
    SCANNING = "scanning"
    NOT_FOUND = "notfound"
    TENDER = "tender"
    CARD = "card"
    WALLET = "wallet"
    LOAD = "load"
    PRICE = "price"
    ORDER = "order"
    RETURN = "return"
    REFUND = "refund"
    UNKNOWN = "unknown"
    PAID = "paid"
    RECEIPT = "receipt"
    THANKS = "thanks"
    CLOSED = "closed"
    HELP = "help"
    STAFF = "staff"


SCREEN_OF_PHASE: dict[Phase, Screen] = {
    Phase.ATTRACT: Screen.ATTRACT,
    Phase.SCANNING: Screen.SCANNING,
    Phase.NOT_FOUND: Screen.NOT_FOUND,
    Phase.TENDER: Screen.TENDER,
    Phase.CARD: Screen.CARD,
    Phase.WALLET: Screen.WALLET,
    Phase.LOAD: Screen.LOAD,
    Phase.RETURN: Screen.RETURN,
    Phase.REFUND: Screen.REFUND,
    Phase.UNKNOWN: Screen.UNKNOWN,
    Phase.PAID: Screen.PAID,
    Phase.RECEIPT: Screen.RECEIPT,
    Phase.THANKS: Screen.THANKS,
}
NEVER_COVERED_BY_HELP = frozenset({Phase.SCANNING, Phase.PAID}) | PAYING
"""Scanning goes on while a colleague is on the way, and words about money in flight stay readable."""


def screen_of(snapshot: Snapshot) -> Screen:
    """The screen to show: an outage first, then staff, then help, then a closed lane, then the phase."""
    state = snapshot.state
    if snapshot.outage:
        return Screen.CLOSED
    if state.staff is not None:
        return Screen.STAFF
    if state.help_called and state.phase not in NEVER_COVERED_BY_HELP:
        return Screen.HELP
    if state.phase is Phase.ATTRACT and not state.is_open:
        return Screen.CLOSED
    if state.order is not None and state.phase in SHOPPING | {Phase.ATTRACT}:
        return Screen.ORDER
    if state.price_check is not None and state.phase in SHOPPING | {Phase.ATTRACT}:
        return Screen.PRICE
    return SCREEN_OF_PHASE[state.phase]
