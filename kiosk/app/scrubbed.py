"""Take out of a text what may be personal or of a card, before it is written down or sent anywhere.

Log lines are made of our own words and of what devices and people said. Our words tell what happened; long
numbers, addresses and what looks like a telephone number are never needed to understand a fault. Names cannot
be told from words: they never reach a logger (tests/app/test_app_log.py has the canaries).

Invariants: pure; dates, times, identifiers of sales and names of devices stay readable; a scrubbed text is
not changed again.
"""

import re

from retail.card_numbers import hidden

NUMBER_MAX = 6
"""Digits that may follow each other: an amount, a position, a port."""
_KEPT = (
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[T ][0-9:.,+Z-]+)?",  # a date, and a time with it
    r"[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}",  # the id of a sale
    r"[0-9]{1,3}(?:\.[0-9]{1,3}){3}(?::[0-9]{1,5})?",  # an address in the network
    r"/dev/[\w./:-]+",
    r"(?:chain|(?:store|terminal):[\w.-]+)@[0-9a-f]{12}\.[0-9]+",  # a mark of prices
)
_MAIL = r"[\w.+-]+@[\w-]+\.[\w.-]+"
_NUMBER = rf"(?<![\w.])\+?[0-9](?:[ /()-]?[0-9]){{{NUMBER_MAX},}}(?![\w])"
_ALL = re.compile(f"(?P<kept>{'|'.join(_KEPT)})|(?P<mail>{_MAIL})|(?P<number>{_NUMBER})")


def scrubbed(text: str) -> str:
    """The text without long numbers and addresses.

    >>> scrubbed("member 2612345678901 (anna@example.org) at 2026-11-24 10:00:00: 3 items")
    'member (number) ((address)) at 2026-11-24 10:00:00: 3 items'
    """
    return _ALL.sub(_replaced, hidden(text))


def _replaced(found: re.Match[str]) -> str:
    if found["kept"] is not None:
        return found[0]
    return "(address)" if found["mail"] is not None else "(number)"
