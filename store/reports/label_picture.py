"""A shelf label as a picture: black, white and red, every pixel one of the three.

Panels of e-paper know no grey, so text is drawn large enough and cut at the middle; nothing is scaled after.
The price is the largest thing, what it was stands struck through, an offer has a red band with its last day.

Source: docs/labels.md, "Pictures".
Invariants: pure; the same text is the same bytes; whatever a name says, it stays within its place.
"""

import datetime
import functools
import io
from pathlib import Path

import segno
from PIL import Image, ImageDraw, ImageFont

from retail import money
from retail.wire.labels import SIZES, LabelText

FONTS = Path(__file__).resolve().parents[2] / "assets" / "fonts"
WHITE, BLACK, RED = 0, 1, 2
PALETTE = (255, 255, 255, 0, 0, 0, 200, 0, 0)
QR_FROM, BESIDE_FROM = 300, 190
"""Pixels of height from which a QR code has room, of width from which facts have it beside the code."""
NONE_PART = 0.6
"""Of the width: what "not on sale" may take, beside code and number."""
CACHE_MAX = 2000
"""Pictures kept: a base station asks for each label of a product."""
WORDS = {
    "en": {
        "until": "until {day}",
        "deposit": "plus deposit {amount}",
        "none": "not on sale",
        "piece": "piece",
    },
    "de": {
        "until": "bis {day}",
        "deposit": "zzgl. Pfand {amount}",
        "none": "nicht im Verkauf",
        "piece": "Stück",
    },
    "fr": {
        "until": "jusqu'au {day}",
        "deposit": "+ consigne {amount}",
        "none": "indisponible",
        "piece": "pièce",
    },
    "es": {
        "until": "hasta el {day}",
        "deposit": "+ depósito {amount}",
        "none": "no disponible",
        "piece": "unidad",
    },
    "zh": {"until": "至{day}", "deposit": "另加押金 {amount}", "none": "暂不销售", "piece": "件"},
}


@functools.lru_cache(maxsize=CACHE_MAX)
def draw(text: LabelText, size: str, language: str, address: str = "") -> bytes:
    """The label as PNG. `size`: of SIZES; `address`: where its QR code leads, on panels that have room."""
    width, height = SIZES[size]
    label = _Label(width, height, text, WORDS.get(language, WORDS["en"]), language)
    label.paint(address if height >= QR_FROM else "")
    out = io.BytesIO()
    label.image.save(out, "PNG", optimize=False, bits=2)
    return out.getvalue()


class _Label:
    """One picture being painted."""

    def __init__(
        self, width: int, height: int, text: LabelText, words: dict[str, str], language: str
    ) -> None:
        self.width, self.height, self.text, self.words, self.language = width, height, text, words, language
        self.image = Image.new("P", (width, height), WHITE)
        self.image.putpalette(PALETTE)
        self._draw = ImageDraw.Draw(self.image)
        self._draw.fontmode = "1"  # no grey
        self.margin = max(6, height // 24)

    def paint(self, address: str) -> None:
        """Everything on it."""
        top = self._band() if self.text.deal is not None else self.margin
        foot = self.height - self.margin
        code = self._code(address, foot) if address else 0
        price_left = self._price(foot - self.height // 40)
        self._name(top)
        left = self.margin + code
        if code and price_left - left < BESIDE_FROM:  # no room beside the code: above it
            left, foot = self.margin, foot - code
        self._facts(left, foot, max(40, price_left - left - self.margin))

    # --- parts -------------------------------------------------------------------------------------------

    def _band(self) -> int:
        """The offer, and to when."""
        deal = self.text.deal
        high = max(22, self.height // 7)
        self._draw.rectangle((0, 0, self.width, high - 1), fill=RED)
        size = round(high * (0.5 if self.height >= QR_FROM else 0.6))
        day = (
            self.words["until"].format(day=_day(deal.last_day, self.language))
            if deal and deal.last_day
            else ""
        )
        right = self.width - self.margin
        if day:
            wide = round(_font(True, size).getlength(day))
            right -= wide
            self._put(right, high / 2, day, size, WHITE, anchor="lm")
            right -= self.margin
        name = _fitted(deal.name if deal else "", _font(True, size), right - self.margin)
        self._put(self.margin, high / 2, name, size, WHITE, anchor="lm")
        return high + max(4, self.margin // 2)

    def _name(self, top: int) -> None:
        """What it is, in two lines at most."""
        size = round(self.height * (0.12 if self.height >= QR_FROM else 0.155))
        font = _font(True, size)
        for at, line in enumerate(_wrapped(self.text.name, font, self.width - 2 * self.margin, 2)):
            self._put(self.margin, top + at * round(size * 1.16), line, size, BLACK, anchor="lt_")

    def _price(self, foot: int) -> int:
        """The price at the right foot; how far left it goes."""
        text, right = self.text, self.width - self.margin
        colour = RED if text.deal is not None else BLACK
        if text.price_minor == 0:
            size = round(self.height * 0.15)
            said = self.words["none"]
            while _font(True, size).getlength(said) > self.width * NONE_PART:
                size -= 1
            self._put(right, foot, said, size, BLACK, anchor="rs")
            return right - round(_font(True, size).getlength(said))
        digits = money.exponent(text.currency)
        whole, rest = divmod(text.price_minor, 10**digits)
        big = round(self.height * 0.46)
        while _font(True, big).getlength(str(whole)) > self.width * 0.36:
            big -= 2
        small = round(big * 0.5)
        sign = money.format_amount(0, text.currency, self.language, symbol=True).strip("0.,\u00a0\u202f ")
        sign += "/kg" if text.unit == "kg" else ""
        sign_size = round(big * 0.24)
        cents = f"{rest:0{digits}}" if digits else ""
        wide = round(max(_font(True, small).getlength(cents), _font(True, sign_size).getlength(sign)))
        left = right - wide
        rise = round(big * 0.73)
        if cents:
            self._put(left, foot - rise + round(small * 0.73), cents, small, colour, anchor="ls")
        self._put(left, foot, sign, sign_size, colour, anchor="ls")
        point = money.format_decimal(0, 1, self.language)[1]
        left -= max(2, big // 30)
        if cents:
            comma = round(big * 0.55)
            self._put(left, foot, point, comma, colour, anchor="rs")
            left -= round(_font(True, comma).getlength(point))
        self._put(left, foot, str(whole), big, colour, anchor="rs")
        left -= round(_font(True, big).getlength(str(whole)))
        top = foot - rise
        if text.list_minor:
            old, size = self._amount(text.list_minor), max(12, round(self.height * 0.09))
            low = top - max(4, size // 3)
            self._put(right, low, old, size, BLACK, bold=False, anchor="rs")
            start = right - round(_font(False, size).getlength(old))
            thick = max(1, size // 10)
            middle = low - round(size * 0.34)
            self._draw.rectangle((start - 2, middle, right + 1, middle + thick), fill=BLACK)
        return left

    def _facts(self, left: int, foot: int, wide: int) -> None:
        """Number, deposit and unit price, from the foot up."""
        text = self.text
        tall = self.height >= QR_FROM
        number = max(11, round(self.height * (0.05 if tall else 0.09)))
        size = max(13, round(self.height * (0.065 if tall else 0.115)))
        line = foot
        if text.gtin:
            said = _fitted(text.gtin, _font(False, number), wide)
            self._put(left, line, said, number, BLACK, bold=False, anchor="ls")
            line -= round(number * 1.45)
        if text.deposit_minor:
            said = self.words["deposit"].format(amount=self._amount(text.deposit_minor))
            self._put(
                left, line, _fitted(said, _font(False, number), wide), number, BLACK, bold=False, anchor="ls"
            )
            line -= round(number * 1.45)
        if text.unit_price_minor:
            per = self.words["piece"] if text.unit_price_per == "piece" else text.unit_price_per
            said = f"1 {per} = {self._amount(text.unit_price_minor)}"
            self._put(left, line, _fitted(said, _font(True, size), wide), size, BLACK, anchor="ls")

    def _code(self, address: str, foot: int) -> int:
        """The QR code at the left foot; its width with the space beside it."""
        matrix = segno.make_qr(address, error="m").matrix
        scale = max(2, round(self.height * 0.3) // len(matrix))
        top = foot - scale * len(matrix)
        for y, row in enumerate(matrix):
            for x, is_dark in enumerate(row):
                if is_dark:
                    place = self.margin + x * scale, top + y * scale
                    self._draw.rectangle((*place, place[0] + scale - 1, place[1] + scale - 1), fill=BLACK)
        return scale * len(matrix) + self.margin

    # --- small things ------------------------------------------------------------------------------------

    def _put(
        self, x: float, y: float, text: str, size: int, colour: int, *, bold: bool = True, anchor: str = "ls"
    ) -> None:
        font = _font(bold, size)
        if anchor == "lt_":  # the top of capitals, not of the tallest glyph of the font
            anchor, y = "ls", y + round(size * 0.78)
        if anchor == "lm":
            anchor, y = "ls", y + round(size * 0.36)
        self._draw.text((round(x), round(y)), text, fill=colour, font=font, anchor=anchor)

    def _amount(self, minor: int) -> str:
        return money.format_amount(minor, self.text.currency, self.language, symbol=True)


@functools.cache
def _font(bold: bool, size: int) -> ImageFont.FreeTypeFont:
    weight = "Bold" if bold else "Regular"
    return ImageFont.truetype(FONTS / f"NotoSansCJKsc-{weight}-subset.otf", size)


def _day(iso: str, language: str) -> str:
    day = datetime.date.fromisoformat(iso)
    patterns = {"de": "{day}.{month}.", "zh": "{month}月{day}日"}
    return patterns.get(language, "{day}/{month}").format(day=day.day, month=day.month)


def _fitted(text: str, font: ImageFont.FreeTypeFont, wide: int) -> str:
    """As much of a text as there is room for."""
    if font.getlength(text) <= wide:
        return text
    while text and font.getlength(text + "...") > wide:
        text = text[:-1]
    return text.rstrip() + "..." if text else ""


def _wrapped(text: str, font: ImageFont.FreeTypeFont, wide: int, most: int) -> list[str]:
    """A text in lines; the last says where it was cut."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and font.getlength(longer) > wide:
            lines.append(line)
            line = word
        else:
            line = longer
    lines.append(line)
    if len(lines) > most:
        lines = [*lines[: most - 1], " ".join(lines[most - 1 :])]
    return [_fitted(one, font, wide) for one in lines]
