"""The sheets over the tender screen: which is open and what was typed on it. Pure.

A gift card's number and PIN live here and nowhere else, and are gone as soon as they are asked about.
"""

from typing import Literal

import msgspec
from msgspec.structs import replace

from kiosk.checkout import commands as c
from retail.stored_value.number import PIN_MAX, PIN_MIN

Sheet = Literal["", "wallet", "gift", "number", "pin", "part", "back"]
PEOPLE = (2, 3, 4)
"""Among so many a total is shared with one touch."""
NUMBER_MAX = 20
"""Digits of the longest gift card number (`retail.stored_value.number`)."""
NUMBER_MIN = 13
PART_MAX = 8
DOT = "●"
_GROUP = 4
_LONGEST: dict[Sheet, int] = {"number": NUMBER_MAX, "pin": PIN_MAX, "part": PART_MAX}


class TenderForm(msgspec.Struct, frozen=True, kw_only=True):
    """What was typed so far. Its `repr` shows nothing of it."""

    sheet: Sheet = ""
    typed: str = ""
    due_minor: int = 0
    """What a part is taken of."""

    def __repr__(self) -> str:
        return f"TenderForm({self.sheet!r}, {len(self.typed)} digits)"

    @property
    def amount_minor(self) -> int:
        """The part that was typed; digits fill it from the right."""
        return int(self.typed or "0")

    @property
    def shown(self) -> str:
        """A number in groups, a PIN as dots. A part is an amount, which the bridge writes."""
        if self.sheet == "pin":
            return DOT * len(self.typed)
        return " ".join(self.typed[at : at + _GROUP] for at in range(0, len(self.typed), _GROUP))

    @property
    def may_confirm(self) -> bool:
        """Whether OK asks for it."""
        match self.sheet:
            case "number":
                return NUMBER_MIN <= len(self.typed) <= NUMBER_MAX
            case "pin":
                return len(self.typed) >= PIN_MIN
            case "part":
                return 0 < self.amount_minor <= self.due_minor
            case _:
                return False

    def digit(self, digit: int) -> "TenderForm":
        """One more digit; beyond the longest it is ignored, and a part has no leading zeros."""
        typed = f"{self.typed}{digit}"
        if self.sheet == "part":
            typed = typed.lstrip("0")
        return self if len(typed) > _LONGEST.get(self.sheet, 0) else replace(self, typed=typed)

    def delete(self) -> "TenderForm":
        """Take back the last digit."""
        return replace(self, typed=self.typed[:-1])

    @property
    def command(self) -> c.UseGiftCard | c.GivePin | c.ChoosePart | None:
        """What OK asks for."""
        match self.sheet if self.may_confirm else "":
            case "number":
                return c.UseGiftCard(text=self.typed)
            case "pin":
                return c.GivePin(pin=self.typed)
            case "part":
                return c.ChoosePart(amount_minor=self.amount_minor)
            case _:
                return None


def share_minor(due_minor: int, people: int) -> int:
    """What the first of so many pays: rounded up, so that the last one never pays more."""
    return -(-due_minor // people)
