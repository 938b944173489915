"""Why something was not done: machine words in, a sentence out. Pure.

Invariants: every word has a sentence: where nobody wrote one, `other` says what is true of all of them.
"""

from collections.abc import Mapping

from kiosk.spoken.words.codes import GOODS, MEMBERS
from kiosk.spoken.words.commands import COMMANDS
from kiosk.spoken.words.coupons import COUPONS
from kiosk.spoken.words.entry import Words
from kiosk.spoken.words.loads import LOADS
from kiosk.spoken.words.money import PAYMENTS, POINTS, PRINTER, VALUE
from kiosk.spoken.words.short import ABOVE
from retail.journal.events import Refusal

BEHIND_THE_SCENES = frozenset({"late_payment_answer", "late_refund_answer"})
"""Refusals of what a device said; the shopper has pressed nothing and is told nothing."""
CODES: Mapping[str, Words] = {**GOODS, **MEMBERS, **COUPONS}


def refused(code: str, language: str) -> str:
    """Why what was asked for was not done; empty where nobody asked."""
    if code in BEHIND_THE_SCENES:
        return ""
    return COMMANDS.get(code, COMMANDS["other"]).in_language(language)


def not_found(reason: str, language: str, *, has_scale: bool = False) -> str:
    """Why a code was not taken."""
    key = "weigh_again" if reason == "needs_weight" and has_scale else reason
    return CODES.get(key, CODES["other"]).in_language(language)


def payment_refused(refusal: Refusal, language: str) -> str:
    """How an attempt to pay ended without paying."""
    return PAYMENTS[refusal.value].in_language(language)


def value_reason(reason: str, language: str) -> str:
    """Why a gift card or a balance pays nothing."""
    told = VALUE.get(reason, VALUE["other"]).in_language(language)
    return ABOVE["value"].in_language(language).format(text=told)


def load_reason(reason: str, language: str) -> str:
    """Why nothing can be topped up with what was shown."""
    told = LOADS.get(reason) or CODES.get(reason, LOADS["other"])
    return told.in_language(language)


def points_reason(reason: str, language: str) -> str:
    """Why points pay nothing."""
    return POINTS.get(reason, POINTS["other"]).in_language(language)


def printer_reason(code: str, language: str) -> str:
    """Why the printer does not print."""
    return PRINTER.get(code, PRINTER["other"]).in_language(language)
