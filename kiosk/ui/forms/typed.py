"""Typing a number or a word on the on-screen keyboard: keys in, a text within bounds out. Pure.

What is typed may be somebody's phone number: it lives here and nowhere else, and is gone with the keyboard.
"""

import msgspec

MARKS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-")
"""What cards, phones, coupon codes and barcodes are written with."""
TYPED_MAX = 40
"""Longer than any of them; more is ignored."""
TYPED_MIN = 3
"""Shorter than any of them; nothing is asked for less."""
_GROUP = 4


class Typed(msgspec.Struct, frozen=True, kw_only=True):
    """What was typed so far. Its `repr` shows nothing of it."""

    is_open: bool = False
    text: str = ""

    def __repr__(self) -> str:
        return f"Typed(is_open={self.is_open}, text={len(self.text)} marks)"

    @property
    def shown(self) -> str:
        """The text in the display: long numbers in groups, so that they can be compared with a card."""
        if not self.text.isdigit() or len(self.text) <= 2 * _GROUP:
            return self.text
        return " ".join(self.text[at : at + _GROUP] for at in range(0, len(self.text), _GROUP))

    @property
    def may_send(self) -> bool:
        """Whether it is long enough to be something."""
        return self.is_open and len(self.text) >= TYPED_MIN

    def key(self, mark: str) -> "Typed":
        """One more mark; what no code is written with, and what is too long, is ignored."""
        if mark not in MARKS or len(self.text) >= TYPED_MAX or not self.is_open:
            return self
        return msgspec.structs.replace(self, text=self.text + mark)

    def delete(self) -> "Typed":
        """Take back the last mark."""
        return msgspec.structs.replace(self, text=self.text[:-1])
