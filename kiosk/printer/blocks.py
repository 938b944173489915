"""What a receipt is made of on any medium: lines, rules, pictures, codes and space.

Blocks know columns, not dots or bytes; paper, plain text and the screen draw the same blocks.
"""

import enum
from dataclasses import dataclass

from kiosk.printer.bitmap import Bitmap


class Align(enum.Enum):
    """Where a line stands."""

    LEFT = "left"
    CENTRE = "centre"


@dataclass(frozen=True)
class Run:
    """A stretch of text in one weight."""

    text: str
    bold: bool = False


@dataclass(frozen=True)
class Line:
    """One line of text, never wider than the paper's columns."""

    runs: tuple[Run, ...]
    align: Align = Align.LEFT
    double_height: bool = False

    @property
    def text(self) -> str:
        """All runs together, without weight."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True)
class Rule:
    """A thin line across the paper."""


@dataclass(frozen=True)
class Image:
    """A small picture, centred."""

    bitmap: Bitmap


@dataclass(frozen=True)
class Barcode:
    """A Code 128 with its text below, centred."""

    text: str


@dataclass(frozen=True)
class QrCode:
    """A QR code, error correction M, centred."""

    text: str


@dataclass(frozen=True)
class Feed:
    """Empty paper, in dots of 1/8 mm."""

    dots: int


Block = Line | Rule | Image | Barcode | QrCode | Feed
