"""What a decoder returned, in the lane's words: checked digits, one name per symbology, one key per product.

Decoders disagree on form: one calls a UPC-A an EAN-13 with a leading zero, another returns UPC-E short.
Here every read becomes one `Decoded`, or nothing if it is no valid retail code.

Source: GS1 General Specifications, 7.9 (check digit), 5.2.2.4.2 (UPC-E begins with 0); measured
decoder habits in docs/devices/scanner.md.
Invariants: pure; an EAN, UPC or ITF-14 leaves with a true check digit; a UPC-A or UPC-E text is the 12-digit
GTIN-12 (expanded), an EAN-13 never starts with 0.
"""

from dataclasses import dataclass

from retail.codes import Symbology, check_digit_ok, upc_e_to_a

MATRIX = frozenset(
    {
        Symbology.QR,
        Symbology.MICRO_QR,
        Symbology.GS1_QR,
        Symbology.DATA_MATRIX,
        Symbology.GS1_DATA_MATRIX,
    }
)
"""Reed-Solomon protected: one read is proof."""
SHORT = frozenset({Symbology.EAN_8, Symbology.UPC_E, Symbology.ITF})
"""Half of a tilted EAN-13 can look like the first two, print like the third: a second engine must always
agree."""
ITF_SIZE_MIN = 10
"""Interleaved 2 of 5 has no protection of its own: shorter ones are found in print and fabric."""
ITF_SIZE_MAX = 40
ZXING = "zxing"
ZBAR = "zbar"
SOFT = "soft"
TAPIR = "tapir"
HALVES = "halves"
UNLIKE = frozenset({TAPIR, SOFT})
"""Engines that share no mistakes with others; the two older libraries share some."""
TEXT_SIZE_MAX = 8192
"""Longer than any QR code (7,089 digits): such a text is a decoder's mistake."""


@dataclass(frozen=True)
class Box:
    """An upright rectangle in frame pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Box", margin: float = 0.0) -> bool:
        """Whether the two share any area when each is grown by `margin` pixels."""
        return (
            self.left - margin < other.right + margin
            and other.left - margin < self.right + margin
            and self.top - margin < other.bottom + margin
            and other.top - margin < self.bottom + margin
        )


@dataclass(frozen=True)
class Decoded:
    """One code read by one engine in one frame."""

    text: str
    symbology: Symbology
    engine: str
    """The engine family: two reads by one family are not independent evidence."""
    box: Box
    add_on: str = ""
    """The two or five digits beside an EAN or UPC; no part of its key."""
    margin: float = 0.0
    """How much more the second best number would leave unexplained than this one, from an engine that weighs
    all numbers; 0 from all others."""

    @property
    def key(self) -> str:
        """The same for every form of one product's number; else the whole text."""
        return key_of(self.text, self.symbology)


@dataclass(frozen=True)
class Half:
    """One half of an EAN-13 or UPC-A, in frame pixels."""

    digits: str
    """Seven of a left half, six of a right one."""
    is_left: bool
    middle_x: float
    middle_y: float
    """Where the middle of the whole code is."""
    angle_rad: float
    """The reading direction, 0 to 2 pi."""
    module_px: float


@dataclass(frozen=True)
class Examined:
    """What one frame showed."""

    reads: tuple[Decoded, ...]
    unread_bars: tuple[Box, ...]
    """Places that look like a bar code but were not read (known only if the search got that far)."""
    halves: tuple[Half, ...] = ()
    """Halves of codes of which nothing more was read."""


def key_of(text: str, symbology: Symbology) -> str:
    """What makes two reads the same product."""
    match symbology:
        case Symbology.EAN_13 | Symbology.EAN_8 | Symbology.UPC_A | Symbology.UPC_E | Symbology.ITF_14:
            return text.zfill(14)
        case Symbology.DATABAR | Symbology.DATABAR_LIMITED if len(text) == 16 and text.startswith("01"):
            return text[2:]
        case _:
            return text


def normalised(text: str, name: str, identifier: str = "") -> tuple[str, Symbology] | None:
    """The lane's text and symbology for a decoder's read; None if it is no valid code of a retail kind.

    `name` is the decoder's format name without spaces or hyphens, upper case; `identifier` the AIM symbology
    identifier (`]C1`), by which GS1 content is told from plain content.
    """
    if not text or len(text) > TEXT_SIZE_MAX:
        return None
    match name:
        case "EAN13" | "UPCA" | "EAN8" | "UPCE":
            return _ean_upc(text, name)
        case "ITF" | "ITF14":
            return _itf(text)
        case "CODE128":
            return text, Symbology.GS1_128 if identifier == "]C1" else Symbology.CODE_128
        case "QRCODE" | "QRCODEMODEL1" | "QRCODEMODEL2":
            return text, Symbology.GS1_QR if identifier == "]Q3" else Symbology.QR
        case "MICROQRCODE":
            return text, Symbology.MICRO_QR
        case "DATAMATRIX":
            return text, Symbology.GS1_DATA_MATRIX if identifier == "]d2" else Symbology.DATA_MATRIX
        case _ if name.startswith("DATABAREXP"):
            return text, Symbology.DATABAR_EXPANDED
        case _ if name.startswith(("DATABARL", "DATABARLTD")):
            return text, Symbology.DATABAR_LIMITED
        case _ if name.startswith("DATABAR"):
            return text, Symbology.DATABAR
        case _:
            return None


def without_add_on(text: str) -> tuple[str, str]:
    """An EAN-13 or UPC-A text as decoders return it with its add-on: number and add-on apart."""
    if len(text) in (15, 18) and text.isascii() and text.isdigit():
        return text[:13], text[13:]
    return text, ""


def _itf(text: str) -> tuple[str, Symbology] | None:
    """An ITF-14 with its check digit, or a plain Interleaved 2 of 5, which no till takes for goods."""
    if len(text) == 14:
        return (text, Symbology.ITF_14) if check_digit_ok(text) else None
    is_long = ITF_SIZE_MIN <= len(text) <= ITF_SIZE_MAX and text.isascii() and text.isdigit()
    return (text, Symbology.ITF) if is_long else None


def _ean_upc(text: str, name: str) -> tuple[str, Symbology] | None:
    """A UPC-E stands for a GTIN-12 that begins with 0; one with 1 is the left half of an EAN-13."""
    if name == "UPCE" and len(text) == 8:
        text = upc_e_to_a(text) or ""
    if not check_digit_ok(text):
        return None
    match name, len(text):
        case "EAN8", 8:
            return text, Symbology.EAN_8
        case "UPCE", 12 if text[0] == "0":
            return text, Symbology.UPC_E
        case "UPCE", 13 if text[:2] == "00":
            return text[1:], Symbology.UPC_E
        case (("EAN13" | "UPCA"), 12):
            return text, Symbology.UPC_A
        case (("EAN13" | "UPCA"), 13):
            return (text[1:], Symbology.UPC_A) if text[0] == "0" else (text, Symbology.EAN_13)
        case _:
            return None
