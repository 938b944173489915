"""What the newest examined frame showed, as marks that go with the small picture: places, decoders, reasons.

Source: docs/devices/scanner.md, "Looking at what it reads".
Invariants: pure; at most MARKS_MAX marks; of a code that names no product only its beginning and its length
are told, since it may be a badge, a card or a coupon.
"""

from kiosk.devices.scanner import PreviewMark
from kiosk.scanner.symbols import Box
from kiosk.scanner.view import Place, Seen
from retail.codes import ProductCode, Symbology, interpret

MARKS_MAX = 12
AGE_MAX_S = 2.5
"""Marks of an older frame say nothing of the picture; of an idle counter one frame in 2 s is examined."""
SIDE_MIN = 0.08
"""Share of the picture that a mark is high and wide at least: of bars some decoders tell one row only."""
PRINTED_MAX = 16
"""Digits of a number on goods: a GTIN-14 and its application identifier."""
OPEN_LETTERS = 4
"""Letters told of a code that names no product."""

_PRINTED = frozenset(
    {
        Symbology.EAN_13,
        Symbology.EAN_8,
        Symbology.UPC_A,
        Symbology.UPC_E,
        Symbology.ITF_14,
        Symbology.DATABAR,
        Symbology.DATABAR_LIMITED,
    }
)
"""Numbers printed on goods, whatever the shop makes of them."""


def marks(seen: Seen | None, at: float) -> tuple[tuple[PreviewMark, ...], float]:
    """The marks for a picture of the moment `at`, and how long decoding took; nothing if all of it is old."""
    if seen is None or at - seen.frame.at > AGE_MAX_S:
        return (), 0.0
    height, width = seen.frame.gray.shape
    found = [_marked(place, width, height) for place in seen.places]
    found += [PreviewMark(box=_shares(box, width, height)) for box in seen.unread_bars]
    return tuple(found[:MARKS_MAX]), seen.ms


def _marked(place: Place, width: int, height: int) -> PreviewMark:
    symbology = Symbology(place.symbology)
    return PreviewMark(
        box=_shares(place.box, width, height),
        standing=place.standing.value,
        text=_open_text(place.text, symbology),
        symbology=place.symbology,
        engines=place.engines,
    )


def _open_text(text: str, symbology: Symbology) -> str:
    """What may be told of a code to whoever stands before the screen."""
    if symbology in _PRINTED and len(text) <= PRINTED_MAX and text.isascii() and text.isdigit():
        return text
    meaning = interpret(text, symbology, ())
    if isinstance(meaning, ProductCode):
        return meaning.key
    beginning = text[:OPEN_LETTERS].encode("unicode_escape").decode("ascii")
    return f"{beginning}… ({len(text)})"


def _shares(box: Box, width: int, height: int) -> tuple[float, float, float, float]:
    left, right = _span(box.left / width, box.right / width)
    top, bottom = _span(box.top / height, box.bottom / height)
    return left, top, right, bottom


def _span(low: float, high: float) -> tuple[float, float]:
    """Both ends within the picture, and not closer together than SIDE_MIN."""
    grow = max(0.0, SIDE_MIN - (high - low)) / 2
    low, high = low - grow, high + grow
    return min(max(low, 0.0), 1.0), min(max(high, 0.0), 1.0)
