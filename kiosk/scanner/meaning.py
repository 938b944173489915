"""What a hand scanner's text is: its symbology, by the AIM identifier before it, or by its form.

A scanner decodes by itself; what it sends has passed its own checks. Here the identifier (`]E0`) is taken off
and every form of a number is made the one that the camera uses too. Weak symbologies are refused as from the
camera: an Interleaved 2 of 5 counts only as 14 digits with a true check digit.

Source: ISO/IEC 15424 (symbology identifiers); docs/devices/hand_scanner.md, "Symbology identifiers".
Invariants: pure; total: every text has an answer, none raises.
"""

import re
from dataclasses import dataclass

from kiosk.scanner.symbols import normalised
from retail.codes import Symbology, check_digit_ok

_IDENTIFIER = re.compile(r"\]([A-Za-z])([0-9A-Za-z])(.*)", re.DOTALL)
_NAMES = {"C": "CODE128", "I": "ITF", "Q": "QRCODE", "d": "DATAMATRIX"}
_OTHERS = {"A": Symbology.CODE_128, "G": Symbology.CODE_128, "L": Symbology.QR, "z": Symbology.QR}
"""Code 39, Code 93, PDF417, Aztec: shown to the shop's rules like the symbology most alike."""
_ISSUE = re.compile(r"(97[789][0-9]{10})([0-9]{2}|[0-9]{5})")
_ELEMENTS = re.compile(r"01([0-9]{14})")
_EAN_LENGTHS = {8: ("EAN8", "UPCE"), 12: ("EAN13",), 13: ("EAN13",), 14: ("ITF",)}


@dataclass(frozen=True)
class Meaning:
    """A code as the lane says it."""

    text: str
    symbology: Symbology
    add_on: str = ""
    """The two or five digits beside an EAN or UPC: a magazine's issue, a book's price."""


def meaning(sent: str) -> Meaning | None:
    """The code in what a scanner sent; None for what no lane should trust or understand."""
    if identified := _IDENTIFIER.fullmatch(sent):
        return _identified(*identified.groups())
    return _by_form(sent) if sent else None


def _identified(letter: str, modifier: str, text: str) -> Meaning | None:
    match letter, modifier:
        case "E", "4":
            return _of(normalised(text, "EAN8"))
        case "E", "0" | "3":
            return _ean(text)
        case "e", _:
            alone = len(text) == 16 and _ELEMENTS.fullmatch(text)
            return Meaning(text, Symbology.DATABAR if alone else Symbology.DATABAR_EXPANDED) if text else None
        case letter, _ if letter in _NAMES:
            return _of(normalised(text, _NAMES[letter], f"]{letter}{modifier}"))
        case letter, _ if letter in _OTHERS:
            return Meaning(text, _OTHERS[letter]) if text else None
        case _:
            return None


def _ean(text: str) -> Meaning | None:
    """An EAN-13, UPC-A or UPC-E, with what stands beside it."""
    if len(text) == 8:
        return _of(normalised(text, "UPCE"))
    add_on = text[13:].strip()
    is_add_on = len(add_on) in (2, 5) and add_on.isascii() and add_on.isdigit()
    return _of(normalised(text[:13], "EAN13"), add_on if is_add_on else "")


def _by_form(text: str) -> Meaning:
    """Without an identifier a number is what its length and check digit say."""
    if text.isascii() and text.isdigit():
        for name in _EAN_LENGTHS.get(len(text), ()):
            if found := _of(normalised(text, name)):
                return found
        if (issue := _ISSUE.fullmatch(text)) and check_digit_ok(issue[1]):
            return Meaning(issue[1], Symbology.EAN_13, issue[2])
    if (elements := _ELEMENTS.match(text)) and check_digit_ok(elements[1]):
        return Meaning(text, Symbology.GS1_128)
    if "\x1d" in text:
        return Meaning(text, Symbology.GS1_128)
    is_link = text[:8].lower().startswith(("http://", "https://"))
    return Meaning(text, Symbology.QR if is_link else Symbology.CODE_128)


def _of(found: tuple[str, Symbology] | None, add_on: str = "") -> Meaning | None:
    return Meaning(*found, add_on) if found else None
