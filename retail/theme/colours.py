"""Colours as numbers, and how far apart two of them are for an eye.

Source: WCAG 2.2, "relative luminance" and "contrast ratio" (sRGB, threshold 0.04045).
Invariants: a contrast is 1 to 21, and the same whichever of the two colours is the text.
"""

import re

_COLOUR = re.compile(r"#(?:[0-9a-f]{2})?[0-9a-f]{6}")
BLACK = "#000000"


def is_colour(text: str) -> bool:
    """Whether it is `#rrggbb`, or `#aarrggbb` with how far it covers, in small letters."""
    return _COLOUR.fullmatch(text) is not None


def is_opaque(colour: str) -> bool:
    """Whether nothing shines through."""
    return len(colour) == len(BLACK) or colour[1:3] == "ff"


def luminance(colour: str) -> float:
    """How bright it is: 0 for black, 1 for white."""
    digits = colour[-6:]
    channels = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two opaque colours.

    >>> contrast("#ffffff", "#000000")
    21.0
    """
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
