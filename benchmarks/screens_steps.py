"""What `benchmarks.screens` measures frame by frame: a shopper's steps from picture to picture. Data."""

from typing import NamedTuple

BETWEEN = "attract"
"""Shown before every step: what the last one opened is closed, and what it chose is forgotten."""


class Step(NamedTuple):
    """From a situation (`kiosk.ui.samples`) to what comes next: exactly one of the others."""

    before: str
    after: str = ""
    """Another situation."""
    language: str = ""
    """The same one in this language."""
    touch: str = ""
    """A finger on this control."""
    text_percent: int = 0
    """Letters of this size."""
    mode: str = ""
    """Other colours."""

    @property
    def name(self) -> str:
        """What the table calls it."""
        if self.after:
            return f"{self.before} to {self.after}"
        if self.language:
            return f"{self.before}: in another language ({self.language})"
        if self.touch:
            return f"{self.before}: touch `{self.touch}`"
        return f"{self.before}: " + (f"letters of {self.text_percent} %" if self.text_percent else self.mode)


STEPS = (
    Step("attract", "scanning-empty"),
    Step("scanning-empty", "scanning-1"),
    Step("scanning-1", "scanning-8"),
    Step("scanning-8", "notfound-unknown"),
    Step("scanning-8", "help-sale"),
    Step("attract", "help-idle"),
    Step("scanning-8", "tender"),
    Step("tender", "card"),
    Step("card", "paid"),
    Step("paid", "receipt"),
    Step("receipt", "thanks"),
    Step("thanks", "attract"),
    Step("scanning-8", language="de"),
    Step("scanning-8", language="zh"),
    Step("scanning-8", language="ar"),
    Step("scanning-8", touch="lookup"),
    Step("scanning-8", touch="enterCode"),
    Step("scanning-8", touch="quantity-8"),
    Step("scanning-8", touch="comfort"),
    Step("scanning-8", text_percent=200),
    Step("scanning-8", mode="high_contrast"),
)
