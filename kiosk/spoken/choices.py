"""What can be chosen on a screen: what the keys reach there, in the order in which they walk it. Pure.

No screen is listed here: it hands over what it offers now (`Offer`), in its own words, so that a new screen
or sheet is told as soon as there is one. Many of a kind are told once (`CHOICES`).

Invariants: nothing that keys reach is left out; at most NAMED_MAX names are said.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.state import Phase, State
from kiosk.spoken import attention, money
from kiosk.spoken.screens import joined, language_of, screen
from kiosk.spoken.words.entry import Words
from kiosk.spoken.words.short import CHANGES, CHOICES, YOU_CAN

NAMED_MAX = 20
"""More than any screen offers once those of a kind are told together (tested on all of them)."""
_COMMA = Words(", ", ", ", "，")
_KIND = re.compile(r"(?:language|key)(?=[A-Z0-9])|[A-Za-z]+(?=-)")
"""How the names of controls begin that there are many of."""


class Offer(NamedTuple):
    """One control that can be pressed now."""

    control: str
    name: str
    """What the screen calls it, in the shopper's language."""


def choices(state: State, offers: Iterable[Offer], sheet: str = "") -> tuple[str, ...]:
    """What can be done now, in the words of the screen; each once."""
    if state.staff is not None:
        return ()
    language = language_of(state)
    keys = () if sheet else _without_a_control(state)
    names = [*(CHOICES[key].in_language(language) for key in keys), *(_name(one, language) for one in offers)]
    return tuple(dict.fromkeys(names))[:NAMED_MAX]


def said(state: State, offers: Iterable[Offer], sheet: str = "") -> str:
    """`You can choose: Pay, remove an item, Help.`; empty where there is nothing to choose."""
    language, names = language_of(state), choices(state, offers, sheet)
    if not names:
        return ""
    return YOU_CAN.in_language(language).format(choices=_COMMA.in_language(language).join(names))


def where(snapshot: Snapshot, offers: Iterable[Offer] = (), sheet: str = "") -> tuple[str, ...]:
    """Where the shopper is, what it comes to, and what can be done: said when they ask.

    `sheet` is what stands over the screen, if anything does.
    """
    state, language = snapshot.state, language_of(snapshot.state)
    parts = [screen(snapshot)]
    sale = state.transaction
    if sale is not None and sale.is_paid and state.phase is not Phase.PAID:
        parts.append(money.standing(state, language))
    elif sale is not None and state.phase is Phase.NOT_FOUND:
        total = money.said(sale.priced.total_minor, sale, language)
        parts.append(CHANGES["total"].in_language(language).format(amount=total))
    if sheet and sheet not in parts[0]:
        parts.append(attention.sentence(sheet, language))
    return tuple(text for text in (joined(parts, language), said(state, offers, sheet)) if text)


def kind_of(control: str) -> str:
    """What controls are called of which a screen has many; empty for one that is told by its own name."""
    found = _KIND.match(control)
    return found[0] if found is not None and found[0] in CHOICES else ""


def _name(offer: Offer, language: str) -> str:
    kind = kind_of(offer.control)
    return CHOICES[kind].in_language(language) if kind else offer.name


def _without_a_control(state: State) -> Iterator[str]:
    """What is done with hands or by a key of its own."""
    is_selling = state.phase is Phase.SCANNING or (state.phase is Phase.ATTRACT and state.is_open)
    if is_selling and state.order is None:
        yield "scan"
    if state.phase is Phase.SCANNING and state.transaction is not None and state.transaction.lines:
        yield "read"
