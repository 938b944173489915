"""Cut the two font files of the screens out of Noto Sans CJK.

One family covers English, German and Simplified Chinese, so every lane draws the same pixels whatever the
machine has installed. The whole family is 91 MB; the shop needs about 8,000 of its characters.

Run by hand when a language is added (needs Debian's `fonts-noto-cjk`):
    .venv/bin/python tools/make_fonts.py
The same input gives the same bytes: the files' time stamps are taken from the source font.

Source: GB 2312-80 for the Chinese characters; the Unicode blocks below for the rest.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTCollection

SOURCE_FOLDER = Path("/usr/share/fonts/opentype/noto")
TARGET_FOLDER = Path(__file__).resolve().parent.parent / "assets" / "fonts"
WEIGHTS = ("Regular", "Bold")
FAMILY = "Noto Sans CJK SC"  # Simplified Chinese forms of the shared characters

BLOCKS = (
    (0x0020, 0x024F),  # Latin with every accent of the European languages
    (0x2000, 0x206F),  # dashes, quotes, bullets, ellipsis
    (0x20A0, 0x20BF),  # currency signs
    (0x2190, 0x21FF),  # arrows
    (0x2200, 0x226F),  # minus, multiplication, comparison
    (0x2460, 0x2473),  # numbers in circles
    (0x25A0, 0x25FF),  # geometric shapes
    (0x2605, 0x2606),  # stars
    (0x2713, 0x2717),  # ticks and crosses
    (0x3000, 0x301F),  # CJK punctuation
    (0xFF00, 0xFFEF),  # full-width forms
)


def gb2312() -> set[int]:
    """Every character of GB 2312: rows and cells 1-94, read through Python's own codec."""
    found: set[int] = set()
    for row in range(0xA1, 0xFF):
        for cell in range(0xA1, 0xFF):
            text = bytes((row, cell)).decode("gb2312", errors="ignore")
            found.update(map(ord, text))
    return found


def wanted() -> set[int]:
    """The code points that a font file of ours holds, as far as the source font has them."""
    blocks = {point for first, last in BLOCKS for point in range(first, last + 1)}
    return blocks | gb2312()


def cut(weight: str) -> Path:
    """Write one weight's subset and return where it is."""
    collection = TTCollection(SOURCE_FOLDER / f"NotoSansCJK-{weight}.ttc", lazy=True)
    font = next(one for one in collection.fonts if one["name"].getBestFamilyName() == FAMILY)
    font.recalcTimestamp = False
    options = subset.Options(hinting=False, desubroutinize=False, notdef_outline=True, name_IDs=["*"])
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=wanted())
    subsetter.subset(font)
    target = TARGET_FOLDER / f"NotoSansCJKsc-{weight}-subset.otf"
    font.save(target, reorderTables=True)
    return target


def main() -> int:
    """Write both weights; 0 when done, 1 when the source font is not installed."""
    if not SOURCE_FOLDER.is_dir():
        print(f"{SOURCE_FOLDER} is missing: apt-get install fonts-noto-cjk", file=sys.stderr)
        return 1
    TARGET_FOLDER.mkdir(parents=True, exist_ok=True)
    for weight in WEIGHTS:
        target = cut(weight)
        print(f"{target.name}: {target.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
