"""A receipt in Arabic: drawn, mirrored, figures under each other; English where letters cannot be joined."""

import numpy as np
import pytest

from kiosk.printer import escpos
from kiosk.printer.blocks import Align, Line, Run
from kiosk.printer.codec import commands
from kiosk.printer.escpos import render
from kiosk.printer.glyphs import product_fonts
from kiosk.printer.mirrored import can_mirror, draw_mirrored

pytestmark = pytest.mark.skipif(not can_mirror(), reason="libfribidi is not installed")
DOTS, COLUMNS, SPACING = 576, 48, 28


def ink(text, *, centred=False, double_height=False, columns=COLUMNS, dots=DOTS):
    line = Line((Run(text),), Align.CENTRE if centred else Align.LEFT, double_height)
    drawn = draw_mirrored(line, columns, dots, SPACING, product_fonts())
    rows = np.frombuffer(drawn.data, np.uint8).reshape(drawn.height, drawn.row_bytes)
    return np.unpackbits(rows, axis=1)[:, :dots]


def sides(picture):
    """First and last dot with ink."""
    (across,) = np.nonzero(picture.any(axis=0))
    return int(across[0]), int(across[-1])


def test_a_name_stands_at_the_right_and_its_amount_at_the_left():
    picture = ink("حليب كامل الدسم                           1.29 A")
    left, right = sides(picture)
    assert left < 24
    assert right > DOTS - 24
    assert not picture[:, 200:380].any(), "nothing between them"


@pytest.mark.parametrize("amount", ["1.29", "12.34", "-0.40", "1,234.50"])
def test_amounts_end_under_each_other(amount):
    row = "موز" + amount.rjust(43) + "  "
    left_half = ink(row)[:, : DOTS // 2]
    assert abs(sides(left_half)[1] - 12 * 12) <= 3, "ten cells for it behind two for the tax letter"


def test_a_latin_name_keeps_its_order_and_starts_at_the_right():
    assert sides(ink("Sparkling water 6 x 0.5 l"))[1] > DOTS - 24
    mixed, plain = ink("3 x 1.29"), ink("9 x 1.29")
    assert (mixed != plain).any()
    assert (mixed[:, DOTS - 40 :] == plain[:, DOTS - 40 :]).all(), (
        "the figure that differs stands at the left"
    )


def test_a_telephone_number_begins_with_its_plus_at_the_left():
    picture = ink("هاتف +00 30 23125 012")
    left, _ = sides(picture)
    first, second = (np.nonzero(picture[:, left + x : left + x + 8].any(axis=1))[0] for x in (0, 14))
    assert first[0] > second[0], "a plus is lower than a nought"
    assert first[-1] < second[-1], "and stands above the line"


def test_lines_are_as_wide_as_the_paper_and_as_high_as_printed_ones():
    assert ink("المجموع").shape == (SPACING, DOTS)
    assert ink("المجموع", double_height=True).shape == (SPACING + 24, DOTS)
    left, right = sides(ink("شكرًا لك", centred=True))
    assert abs((left + right) // 2 - DOTS // 2) < 6


def test_what_is_too_broad_is_narrowed_and_never_cut():
    assert sides(ink("W" * 48))[0] >= 0
    narrow = ink("و" * 32, columns=32, dots=384)
    assert narrow.any()


def test_letters_are_joined():
    joined, apart = ink("بيت"), ink("ب ي ت")
    assert np.count_nonzero(joined.any(axis=0)) < np.count_nonzero(apart.any(axis=0))


@pytest.mark.parametrize("columns", [48, 42, 32])
def test_a_receipt_in_arabic_is_drawn(make_receipt, columns):
    payload = render(make_receipt(language="ar"), columns).payload
    assert payload.count(b"\x1dv0") > 10
    assert payload.startswith(commands.CHARACTER_SET_USA)


def test_where_letters_cannot_be_joined_the_receipt_is_in_english(make_receipt, monkeypatch):
    monkeypatch.setattr(escpos, "can_mirror", lambda: False)
    assert render(make_receipt(language="ar")) == render(make_receipt(language="ar"), language="en")
