"""Draw an EAN-13 as bars of whole pixels.

Source: GS1 General Specifications, section 5.2 (EAN/UPC symbology): sets A, B and C, the parity pattern of
the left half that carries the first digit, guard bars, quiet zones of 11 and 7 modules.
"""

import numpy as np
import numpy.typing as npt

_A = (
    "0001101",
    "0011001",
    "0010011",
    "0111101",
    "0100011",
    "0110001",
    "0101111",
    "0111011",
    "0110111",
    "0001011",
)
_PARITY = (
    *("AAAAAA", "AABABB", "AABBAB", "AABBBA", "ABAABB"),
    *("ABBAAB", "ABBBAA", "ABABAB", "ABABBA", "ABBABA"),
)
DIGITS = 13
QUIET_LEFT, QUIET_RIGHT = 11, 7
MODULES = QUIET_LEFT + 95 + QUIET_RIGHT


def check_digit(digits: str) -> str:
    """The digit that makes twelve (or any number of) digits a GTIN."""
    weighted = sum(int(digit) * (3 if place % 2 == 0 else 1) for place, digit in enumerate(reversed(digits)))
    return str(-weighted % 10)


def modules(gtin: str) -> str:
    """The 95 modules of a 13-digit number, `1` dark. Raises `ValueError` for anything else."""
    if len(gtin) != DIGITS or not gtin.isdecimal() or check_digit(gtin[:-1]) != gtin[-1]:
        raise ValueError(f"{gtin!r} is not an EAN-13")
    parity = _PARITY[int(gtin[0])]
    left = "".join(_left(int(digit), kind) for digit, kind in zip(gtin[1:7], parity, strict=True))
    right = "".join(_right(int(digit)) for digit in gtin[7:])
    return f"101{left}01010{right}101"


def framed(gtin: str) -> str:
    """The modules with their quiet zones. Raises `ValueError` for what is no EAN-13."""
    return "0" * QUIET_LEFT + modules(gtin) + "0" * QUIET_RIGHT


def image(gtin: str, module_px: int, height_px: int) -> npt.NDArray[np.uint8]:
    """The bars with their quiet zones, grey, 255 for white."""
    bars = np.array([0 if module == "1" else 255 for module in framed(gtin)], np.uint8)
    return np.tile(np.repeat(bars, module_px), (height_px, 1))


def _right(digit: int) -> str:
    return "".join("1" if module == "0" else "0" for module in _A[digit])


def _left(digit: int, kind: str) -> str:
    return _A[digit] if kind == "A" else _right(digit)[::-1]
