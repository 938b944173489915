"""Cut the font files of the screens and of drawn receipts out of Noto Sans.

Two families, each in two weights, so that every lane draws the same pixels whatever the machine has.
Noto Sans CJK covers the Latin and the Chinese letters; the whole family is 91 MB, the shop needs about
8,000 of its characters. Noto Sans Arabic UI, whose lines are as high as those of the other, covers Arabic;
Latin letters of Noto Sans are merged into it, so that one font can draw a line of a receipt that has both.

Run by hand when a language is added (needs Debian's `fonts-noto-cjk`, `fonts-noto-ui-core` and
`fonts-noto-core`, or those packages unpacked under a folder: `--root`):
    .venv/bin/python tools/make_fonts.py
The same input gives the same bytes: the files' time stamps are taken from the source fonts.

Source: GB 2312-80 for the Chinese characters; the Unicode blocks below for the rest.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from fontTools import merge, subset
from fontTools.ttLib import TTCollection, TTFont

SOURCE_FOLDER = Path("usr/share/fonts/opentype/noto")
ARABIC_FOLDER = Path("usr/share/fonts/truetype/noto")
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


ARABIC = ((0x0600, 0x06FF), (0x200C, 0x200F), (0x2066, 0x2069), (0x25CC, 0x25CC))
"""Letters, marks and punctuation of Arabic, and the marks of direction; joined forms come with them."""
LATIN = (
    (0x0020, 0x024F),
    (0x2010, 0x2044),
    (0x20A0, 0x20BF),
    (0x2190, 0x2193),
    (0x2212, 0x2212),
    (0x2713, 0x2713),
)
"""What Noto Sans has of names of goods and shops."""


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


def cut(weight: str, root: Path) -> Path:
    """Write one weight's subset and return where it is."""
    collection = TTCollection(root / SOURCE_FOLDER / f"NotoSansCJK-{weight}.ttc", lazy=True)
    font = next(one for one in collection.fonts if one["name"].getBestFamilyName() == FAMILY)
    font.recalcTimestamp = False
    options = subset.Options(hinting=False, desubroutinize=False, notdef_outline=True, name_IDs=["*"])
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=wanted())
    subsetter.subset(font)
    target = TARGET_FOLDER / f"NotoSansCJKsc-{weight}-subset.otf"
    font.save(target, reorderTables=True)
    return target


def cut_arabic(weight: str, root: Path) -> Path:
    """Write one weight of the Arabic family, with Latin letters, and return where it is."""
    target = TARGET_FOLDER / f"NotoSansArabicUI-{weight}-subset.ttf"
    with tempfile.TemporaryDirectory() as folder:
        parts = []
        for name, blocks in ((f"NotoSansArabicUI-{weight}", ARABIC), (f"NotoSans-{weight}", LATIN)):
            font = TTFont(root / ARABIC_FOLDER / f"{name}.ttf", recalcTimestamp=False)
            options = subset.Options(
                hinting=False, notdef_outline=True, name_IDs=["*"], layout_features=["*"]
            )
            options.drop_tables += ["DSIG", "gasp"]
            subsetter = subset.Subsetter(options)
            subsetter.populate(unicodes=[point for first, last in blocks for point in range(first, last + 1)])
            subsetter.subset(font)
            parts.append(Path(folder) / f"{name}.ttf")
            font.save(parts[-1])
        whole = merge.Merger().merge([str(part) for part in parts])
        with TTFont(parts[0]) as arabic:
            whole["head"].modified, whole["head"].created = arabic["head"].modified, arabic["head"].created
    whole.recalcTimestamp = False
    whole.save(target, reorderTables=True)
    return target


def main() -> int:
    """Write both weights of both families; 0 when done, 1 when a source font is not installed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument(
        "--root", type=Path, default=Path("/"), help="where the packages are unpacked (default: /)"
    )
    parser.add_argument("--only", choices=("cjk", "arabic"), help="leave the other family as it is")
    arguments = parser.parse_args()
    makers = {"cjk": (cut, SOURCE_FOLDER), "arabic": (cut_arabic, ARABIC_FOLDER)}
    TARGET_FOLDER.mkdir(parents=True, exist_ok=True)
    for name, (make, folder) in makers.items():
        if arguments.only not in (None, name):
            continue
        if not (arguments.root / folder).is_dir():
            packages = "fonts-noto-cjk fonts-noto-ui-core fonts-noto-core"
            print(f"{arguments.root / folder} is missing: apt-get install {packages}", file=sys.stderr)
            return 1
        for weight in WEIGHTS:
            target = make(weight, arguments.root)
            print(f"{target.name}: {target.stat().st_size / 1e6:.2f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
