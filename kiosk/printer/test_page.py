"""A page that proves that a printer works and is no receipt: every kind of block, and no amount.

Invariants: pure; it says that it is a test, and when.
"""

from kiosk.printer.blocks import Align, Barcode, Feed, Image, Line, QrCode, Rule, Run
from kiosk.printer.escpos import PAPERS, Rendered, render_blocks
from kiosk.printer.glyphs import product_fonts
from kiosk.printer.logo import store_mark
from retail.check import require

__test__ = False  # no test, whatever its name
_ACCENTS = "ÄÖÜ äöüß éèêç ñ £ € 中文测试"


def page(shop: str, lane: str, at: str, columns: int = 48) -> Rendered:
    """The test page for paper of `columns`; `at` is local time, ISO 8601."""
    require(columns in PAPERS, "paper has 48, 42 or 32 columns")
    ruler = "1234567890" * 5
    blocks = (
        Image(store_mark()),
        Line((Run("TEST PAGE", bold=True),), Align.CENTRE, double_height=True),
        Line((Run("This is not a receipt"),), Align.CENTRE),
        Rule(),
        Line((Run(f"{shop}, lane {lane}"[:columns]),)),
        Line((Run(at),)),
        Line((Run(_ACCENTS),)),
        Line((Run(ruler[:columns]),)),
        Line((Run(ruler[:columns], bold=True),)),
        Feed(12),
        Barcode("TEST-1234"),
        QrCode("TEST"),
        Feed(24),
    )
    return render_blocks(blocks, PAPERS[columns], product_fonts())
