"""Typing a quantity on the on-screen keypad: digits in, a number within bounds out. Pure."""

import msgspec

from retail.basket import QUANTITY_MAX

DIGITS_MAX = len(str(QUANTITY_MAX))


class Keypad(msgspec.Struct, frozen=True, kw_only=True):
    """What was typed so far for one line; `line_id` 0 means the keypad is not open."""

    line_id: int = 0
    typed: str = ""
    """Empty until the first key: the old quantity shows, and the first digit replaces it."""
    before: int = 1

    @property
    def is_open(self) -> bool:
        """Whether a line's quantity is being typed."""
        return self.line_id != 0

    @property
    def shown(self) -> str:
        """The number on the keypad's display."""
        return self.typed or str(self.before)

    @property
    def quantity(self) -> int | None:
        """The number typed if it may be set, else None."""
        value = int(self.shown)
        return value if 1 <= value <= QUANTITY_MAX else None

    def digit(self, digit: int) -> "Keypad":
        """One more digit; beyond the largest quantity it is ignored, and a leading zero is dropped."""
        typed = (self.typed + str(digit)).lstrip("0") or "0"
        return self if len(typed) > DIGITS_MAX else msgspec.structs.replace(self, typed=typed)

    def delete(self) -> "Keypad":
        """Take back the last digit."""
        return msgspec.structs.replace(self, typed=self.shown[:-1] or "0")
