"""Where a shopper is in the look-up: what was typed, which category, what was chosen and how many. Pure.

Invariants: at most TYPED_MAX letters; a count is 1 to COUNT_MAX.
"""

import msgspec
from msgspec.structs import replace

TYPED_MAX = 24
"""Longer than any name needs to be typed."""
COUNT_MAX = 20
"""Pieces chosen at once by touching plus; more are set in the basket."""


class LookupForm(msgspec.Struct, frozen=True, kw_only=True):
    """The look-up as the shopper left it."""

    is_open: bool = False
    typed: str = ""
    category: str = ""
    chosen: str = ""
    """Key of the goods whose count is asked; empty: none."""
    count: int = 1

    def letter(self, letter: str) -> "LookupForm":
        """One more letter; a space only between words. A category is for looking through, words ask all."""
        if not self.is_open or len(letter) != 1 or len(self.typed) >= TYPED_MAX:
            return self
        if letter == " " and (not self.typed or self.typed.endswith(" ")):
            return self
        if letter != " " and not letter.isalpha():
            return self
        return replace(self, typed=self.typed + letter, category="", chosen="")

    def delete(self) -> "LookupForm":
        """Take back the last letter."""
        return replace(self, typed=self.typed[:-1], chosen="")

    def clear(self) -> "LookupForm":
        """Take back everything that was typed."""
        return replace(self, typed="", chosen="")

    def look_through(self, category: str) -> "LookupForm":
        """Show one category; empty: what is popular."""
        return replace(self, typed="", category=category, chosen="") if self.is_open else self

    def choose(self, key: str) -> "LookupForm":
        """Ask how many of these."""
        return replace(self, chosen=key, count=1) if self.is_open else self

    def more(self, change: int) -> "LookupForm":
        """So many more or fewer."""
        return replace(self, count=max(1, min(COUNT_MAX, self.count + change)))
