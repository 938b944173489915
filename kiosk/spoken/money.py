"""Where the shopper's money is, in one sentence: said whenever something else takes over the screen.

Invariants: "nothing was charged" is said only where no payment is under way and none was taken.
"""

import re

from kiosk.checkout.state import PAYING, Payment, Refund, State, Transaction
from kiosk.spoken import figures
from kiosk.spoken.words.screens import SCREENS
from kiosk.spoken.words.short import ABOVE

_FIGURES = r"\d{1,3}(?:[.,'’\u00a0\u202f]?\d{3})*(?:[.,]\d{2})?"
_SYMBOL = "(?:€|£|\\$|¥|CHF)"
_WRITTEN = re.compile(rf"{_SYMBOL}[ \u00a0]?{_FIGURES}|{_FIGURES}[ \u00a0\u202f]?{_SYMBOL}")
"""An amount as screens write it."""


def said(amount_minor: int, transaction: Transaction, language: str) -> str:
    """An amount of this sale as it is spoken."""
    return figures.amount(amount_minor, transaction.currency, language)


def written(text: str, currency: str, language: str) -> str:
    """A text of the screen with its amounts as a voice reads them.

    >>> written("Half €6.05", "EUR", "en"), written("Rest: 1.234,50 €", "EUR", "de")
    ('Half 6 euros and 5 cents', 'Rest: 1234 Euro und 50 Cent')
    """
    if not currency:
        return text

    def say(found: re.Match[str]) -> str:
        digits = "".join(character for character in found[0] if character.isdecimal())
        return figures.amount(int(digits), currency, language)

    return _WRITTEN.sub(say, text)


def standing(state: State, language: str) -> str:
    """What became of the money so far, and of the basket; empty where nobody shops."""
    transaction = state.transaction
    if transaction is None:
        return ""
    if transaction.refund is not None:
        return refunding(transaction.refund, transaction, language, needs_staff=True)
    if transaction.returning is not None:
        given = said(transaction.returning.given_minor, transaction, language)
        return SCREENS["given_back"].in_language(language).format(given=given)
    if transaction.is_paid:
        return paid(transaction, language)
    if state.phase in PAYING and transaction.payment is not None:
        return unknown(transaction.payment, transaction, language, needs_staff=True)
    kept = ABOVE["help_kept"].in_language(language)
    if transaction.taken:
        taken = said(transaction.taken_minor, transaction, language)
        return f"{ABOVE['paid_so_far'].in_language(language).format(amount=taken)} {kept}"
    return f"{ABOVE['not_charged'].in_language(language)} {kept}"


def paid(transaction: Transaction, language: str) -> str:
    """That it is paid, and how much."""
    if transaction.loading is not None:
        loaded = said(transaction.loading.amount_minor, transaction, language)
        return SCREENS["load_paid"].in_language(language).format(amount=loaded)
    if not transaction.priced.total_minor:
        return SCREENS["paid_nothing"].in_language(language)
    total = said(transaction.priced.total_minor, transaction, language)
    return SCREENS["paid"].in_language(language).format(amount=total)


def unknown(payment: Payment, transaction: Transaction, language: str, *, needs_staff: bool) -> str:
    """That it is not known whether money moved."""
    words = SCREENS["unknown_staff" if needs_staff else "unknown"]
    return words.in_language(language).format(amount=said(payment.amount_minor, transaction, language))


def refunding(refund: Refund, transaction: Transaction, language: str, *, needs_staff: bool) -> str:
    """How far giving back is."""
    if needs_staff:
        words = SCREENS["refund_staff"]
    elif refund.is_unknown:
        words = SCREENS["refund_unknown"]
    else:
        words = SCREENS[f"refund_{refund.tender.value}"]
    return words.in_language(language).format(amount=said(refund.amount_minor, transaction, language))
