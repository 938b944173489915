"""Set the demo shop's name beside its mark, as shapes, so that the logo needs no font where it is shown.

Run by hand when the mark or the name changes: .venv/bin/python tools/make_logo.py

Reads `assets/brand/logo-mark.svg`; writes `logo.svg` (ink, for light ground) and `logo-light.svg` (white).
Invariants: shapes only; same input, same bytes.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from fontTools.misc.transform import Transform
from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

ASSETS = Path(__file__).resolve().parent.parent / "assets"
BRAND = ASSETS / "brand"
SHOP = "Lindenkorb"
INKS = {"": "#14261c", "-light": "#ffffff"}
HEIGHT = 96
GAP = 22
LETTER_HEIGHT = 62
BASELINE = 69


def lettering(text: str, left: float) -> tuple[str, float]:
    """The outline of the text as SVG path data from `left` on, and where it ends."""
    font = TTFont(ASSETS / "fonts" / "NotoSansCJKsc-Bold-subset.otf")
    glyphs, cmap = font.getGlyphSet(), font.getBestCmap()
    scale = LETTER_HEIGHT / font["head"].unitsPerEm
    paths = []
    for letter in text:
        glyph = glyphs[cmap[ord(letter)]]
        pen = SVGPathPen(glyphs, ntos=lambda value: f"{value:.1f}".removesuffix(".0"))
        glyph.draw(TransformPen(pen, Transform(scale, 0, 0, -scale, left, BASELINE)))
        paths.append(pen.getCommands())
        left += glyph.width * scale
    return "".join(paths), left


def main() -> int:
    """Write the logo in every ink."""
    mark = re.sub(r"</?svg[^>]*>", "", (BRAND / "logo-mark.svg").read_text()).strip("\n")
    path, right = lettering(SHOP, HEIGHT + GAP)
    width = round(right)
    for suffix, ink in INKS.items():
        (BRAND / f"logo{suffix}.svg").write_text(
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{HEIGHT}" '
            f'viewBox="0 0 {width} {HEIGHT}">\n{mark}\n  <path d="{path}" fill="{ink}"/>\n</svg>\n'
        )
    print(f"{SHOP}: {width} x {HEIGHT}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
