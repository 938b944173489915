"""Typing a number and a PIN: digits in, dots out, one question for the lane. Pure.

Invariants: no text of this module holds a PIN but `pin` itself, and it is gone as soon as it is asked about.
"""

from typing import Literal

import msgspec
from msgspec.structs import replace

from kiosk.checkout.staff_commands import SignInByPin
from kiosk.ui.views.attended import DoorView

NUMBER_MAX = 12
PIN_MIN = 4
PIN_MAX = 8
DOT = "●"


class SignInForm(msgspec.Struct, frozen=True, kw_only=True):
    """What was typed so far. Its `repr` shows nothing of it."""

    step: Literal["", "number", "pin"] = ""
    number: str = ""
    pin: str = ""

    def __repr__(self) -> str:
        return f"SignInForm({self.step!r})"

    @property
    def is_open(self) -> bool:
        """Whether the pad is on the screen."""
        return self.step != ""

    @property
    def dots(self) -> str:
        """The PIN as it is shown."""
        return DOT * len(self.pin)

    @property
    def may_confirm(self) -> bool:
        """Whether OK leads on: to the PIN, or in."""
        return bool(self.number) if self.step == "number" else len(self.pin) >= PIN_MIN

    def digit(self, digit: int) -> "SignInForm":
        """One more digit; beyond the longest it is ignored."""
        if self.step == "number" and len(self.number) < NUMBER_MAX:
            return replace(self, number=f"{self.number}{digit}")
        if self.step == "pin" and len(self.pin) < PIN_MAX:
            return replace(self, pin=f"{self.pin}{digit}")
        return self

    def delete(self) -> "SignInForm":
        """Take back the last digit; before the first of the PIN, go back to the number."""
        if self.step == "pin" and self.pin:
            return replace(self, pin=self.pin[:-1])
        if self.step == "pin":
            return replace(self, step="number")
        return replace(self, number=self.number[:-1])

    def next(self) -> "SignInForm":
        """From the number to the PIN."""
        return replace(self, step="pin", pin="")

    @property
    def command(self) -> SignInByPin:
        """The question."""
        return SignInByPin(number=self.number, pin=self.pin)


def answer(before: DoorView, after: DoorView) -> str:
    """What to say after a question: why nobody was let in; empty while there is no answer.

    While somebody is locked nothing is counted, so that an unchanged count with a lock means the lock.
    """
    changed = [one for one in after.tries if one not in before.tries]
    locked = [one for one in (*changed, *after.tries) if one.is_locked]
    if locked and (locked[0] in changed or not changed):
        return locked[0].text
    return changed[0].text if changed else ""
