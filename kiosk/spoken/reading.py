"""The basket, and after paying the receipt, read out line by line when the shopper asks for it. Pure.

Source: EN 301 549, 5.1.3.16 (what a receipt says can be heard).
Invariants: no saying is longer than a voice takes; at most SAYINGS_MAX of them, and what is left is counted.
"""

from collections.abc import Iterator

from kiosk.checkout.state import State, Transaction
from kiosk.devices.speaker import TEXT_MAX
from kiosk.spoken import figures, money, private
from kiosk.spoken.screens import joined, language_of, sums_after
from kiosk.spoken.words.listening import LISTENING
from kiosk.spoken.words.screens import SCREENS
from kiosk.spoken.words.short import CHANGES
from retail.basket import Line

SAYINGS_MAX = 7
"""One fewer than a speaker keeps waiting (`kiosk.speech.waiting`)."""


def read(state: State) -> tuple[str, ...]:
    """Each line with its price, then what it comes to; each as long as one saying may be."""
    sale, language = state.transaction, language_of(state)
    if sale is None or not sale.lines:
        return (SCREENS["scanning_empty"].in_language(language),)
    sayings = _joined_up([_line(line, sale, language) for line in sale.lines], language)
    kept = sayings[: SAYINGS_MAX - 2] if len(sayings) >= SAYINGS_MAX else sayings
    if left := sum(count for _, count in sayings[len(kept) :]):
        more = LISTENING["more_lines"].in_language(language)
        kept.append((more.format(items=figures.items(left, language)), 0))
    return (*(text for text, _ in kept), joined(list(_sums(state, sale, language)), language))


def _joined_up(texts: list[str], language: str) -> list[tuple[str, int]]:
    """As few sayings as hold all of it, each with the number of its lines."""
    sayings: list[tuple[str, int]] = []
    for text in texts:
        longer = joined([sayings[-1][0], text], language) if sayings else text
        if sayings and len(longer) <= TEXT_MAX:
            sayings[-1] = (longer, sayings[-1][1] + 1)
        else:
            sayings.append((text, 1))
    return sayings


def _line(line: Line, sale: Transaction, language: str) -> str:
    name = private.foreign(line.product.name(language))
    paid_minor = sale.priced.paid_minor(line.line_id)
    amount = money.said(paid_minor, sale, language)
    if line.weight_g is not None:
        weight = figures.weight(line.weight_g, language)
        return CHANGES["added_weighed"].in_language(language).format(name=name, weight=weight, amount=amount)
    words = LISTENING["line" if line.quantity > 1 else "one_line"]
    return words.in_language(language).format(name=name, quantity=line.quantity, amount=amount)


def _sums(state: State, sale: Transaction, language: str) -> Iterator[str]:
    if sale.priced.linked_minor > 0:
        deposit = money.said(sale.priced.linked_minor, sale, language)
        yield CHANGES["deposit"].in_language(language).format(amount=deposit)
    tax_minor = sum(one.tax_minor for one in sale.priced.taxes)
    if sale.is_paid and tax_minor:
        tax = money.said(tax_minor, sale, language)
        yield LISTENING["tax"].in_language(language).format(amount=tax)
    if sale.is_paid:
        yield money.standing(state, language)
        yield from sums_after(sale, language)
        return
    if sale.priced.saving_minor > 0:
        saved = money.said(sale.priced.saving_minor, sale, language)
        yield CHANGES["saved"].in_language(language).format(amount=saved)
    total = money.said(sale.priced.total_minor, sale, language)
    yield CHANGES["total"].in_language(language).format(amount=total)
