"""How amounts and names are put to the shopper of one sale: language, currency and texts in one place.

One formatter, the paper receipt's: the same figure is spelled the same everywhere.
"""

import re
from collections.abc import Mapping

import msgspec

from kiosk.checkout.state import State
from kiosk.ui.words import messages
from kiosk.ui.words.messages import Say
from retail.money import format_amount, format_decimal

_UNIT = re.compile(r"(?<=\d) (?=(?:k?g|m?l|cl)\b)")
"""The space between a figure and its unit: no line breaks there."""


class Voice(msgspec.Struct, frozen=True):
    """What texts of this sale are spoken with."""

    say: Say
    """Puts an English text of `kiosk.ui.words.messages` into the shopper's language."""
    language: str
    currency: str

    def money(self, amount_minor: int) -> str:
        """An amount with its currency: `€12.34`, `12,34 €`."""
        return format_amount(amount_minor, self.currency, self.language, symbol=True)

    def kilograms(self, weight_g: int) -> str:
        """A weight in kilograms, without the unit."""
        return format_decimal(weight_g, 3, self.language)

    def name(self, names: Mapping[str, str]) -> str:
        """A name in the shopper's language, else as the shop writes it, else empty."""
        return _UNIT.sub("\u00a0", names.get(self.language) or names.get("", ""))

    def points(self, points: int) -> str:
        """`240 points`."""
        if points == 1:
            return self.say(messages.ONE_POINT)
        return self.say(messages.POINTS).format(points=points)


def voice_of(state: State, say: Say) -> Voice:
    """The voice of the sale on the lane; without one no amount is spoken."""
    transaction = state.transaction
    return Voice(say, state.language, transaction.currency if transaction else "")
