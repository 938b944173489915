"""Receipts as bytes: what they hold, what they must never hold, and that python-escpos agrees."""

import logging

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.printer.bitmap import Bitmap
from kiosk.printer.blocks import Align, Barcode, Feed, Image, Line, QrCode, Rule, Run
from kiosk.printer.codec.realtime import realtime_pairs
from kiosk.printer.encoding import encode
from kiosk.printer.escpos import PAPERS, render, render_blocks
from kiosk.printer.glyphs import draw_line, product_fonts
from kiosk.printer.logo import HEIGHT_DOTS_MAX, store_mark
from retail.check import BrokenInvariantError

FONTS = product_fonts()


def payload(*blocks, columns=48):
    return render_blocks(blocks, PAPERS[columns], FONTS).payload


def test_one_code_page_is_chosen_once_and_the_euro_is_its_byte(make_receipt):
    data = render(make_receipt(seller=make_receipt().seller, footer=("Pfand 0,25 €",)), 48).payload
    assert data.startswith(bytes.fromhex("1B 52 00 1B 74 13"))
    assert data.count(b"\x1bt") == 1
    assert b"Pfand 0,25 \xd5\n" in data


def test_a_small_receipt_is_these_bytes():
    total = Line((Run("SUMME 2,99 €", bold=True),), double_height=True)
    data = payload(
        Line((Run("Grün"),), Align.CENTRE), Line((Run("Brot  2,99 A"),)), total, Feed(16), Barcode("1234")
    )
    assert data == bytes.fromhex(
        "1B5200 1B7413 1B2100 1B331C 1B6100"
        "1B6101 4772816E 0A 1B6100"
        "42726F742020322C39392041 0A"
        "1D2101 1B4501 53554D4D4520322C393920D5 1B4500 0A 1D2100"
        "1B4A10"
        "1B6101 1D6840 1D7702 1D4802 1D6600 1D6B4904 7B430C22 1B6100"
        "0A"
    )


def test_the_payload_leaves_start_proof_and_cut_to_the_driver(make_receipt):
    for language in ("en", "de", "zh"):
        data = render(make_receipt(language=language), 48).payload
        assert data.endswith(b"\n")
        for foreign in (b"\x1b@", b"\x1dV", b"\x1d(H", b"\x1dr", b"\x1da"):
            assert foreign not in data


def test_only_the_total_and_the_copy_banner_are_double_height(make_receipt):
    data = render(make_receipt(), 48).payload
    assert data.count(b"\x1d!\x01") == data.count(b"\x1d!\x00") == 1
    assert b"\x1d!\x01\x1bE\x01TOTAL" in data
    assert render(make_receipt(copy=2), 48).payload.count(b"\x1d!\x01") == 2


def test_a_line_the_page_cannot_hold_is_drawn_as_wide_as_the_paper():
    for columns, row_bytes in [(48, 72), (42, 64), (32, 48)]:
        data = payload(Line((Run("牛奶 2.58"),)), columns=columns)
        assert bytes((0x1D, 0x76, 0x30, 0, row_bytes, 0, 28, 0)) in data


@pytest.mark.parametrize(
    ("text", "encoded"),
    [
        ("Grünhof – „frisch“", 'Grünhof - "frisch"'),
        ("Żubrówka", "Zubrówka"),
        ("Crème\u00a0brûlée", "Crème brûlée"),
        ("1 € ─ · ×", "1 € ─ · ×"),
        ("I’m", "I'm"),
    ],
)
def test_typography_gets_plain_stand_ins_of_the_same_width(text, encoded):
    assert encode(text) == encoded.encode("cp858")


@pytest.mark.parametrize("text", ["牛奶", "✓ paid", "Ωmega", "and so on…", "a\x10\x04"])
def test_what_the_page_cannot_hold_is_not_guessed(text):
    assert encode(text) is None


@settings(max_examples=40, deadline=None)
@given(
    text=st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=20),
    dots=st.binary(min_size=16 * 12, max_size=16 * 12),
    number=st.text("0123456789-{}A", min_size=1, max_size=14),
)
def test_no_payload_holds_a_real_time_command(text, dots, number):
    clipped = Line((Run(text[:10], bold=True),), Align.CENTRE, double_height=True)
    data = payload(
        clipped, Rule(), Image(Bitmap(96, 16, dots)), Barcode(number), QrCode(text + "x"), Feed(16)
    )
    assert realtime_pairs(data) == ()


def test_a_picture_full_of_real_time_commands_is_softened():
    data = payload(Image(Bitmap(16, 40, b"\x10\x04\x10\x05" * 20)))
    assert b"\x10\x0c\x10\x0d" in data


def test_a_line_wider_than_the_paper_or_a_paper_nobody_has_is_refused(make_receipt):
    with pytest.raises(BrokenInvariantError, match="fits the paper"):
        payload(Line((Run("x" * 33),)), columns=32)
    with pytest.raises(BrokenInvariantError, match="48, 42 or 32"):
        render(make_receipt(), 40)


def test_the_mark_is_small_enough_and_free_of_real_time_commands():
    for height in (64, 80, HEIGHT_DOTS_MAX):
        mark = store_mark(height)
        assert mark.height == height
        ink = np.unpackbits(np.frombuffer(mark.data, np.uint8)).mean()
        assert 0.2 < ink < 0.7


def test_a_drawn_line_keeps_every_character_in_its_cells():
    line = Line((Run("奶%i"),))
    drawn = draw_line(line, 32, 384, 28, FONTS)
    dots = np.unpackbits(np.frombuffer(drawn.data, np.uint8).reshape(drawn.height, -1), axis=1)
    for first, last in [(0, 24), (24, 36), (36, 48)]:
        assert dots[:, first:last].any()
    assert not dots[:, 48:].any()
    centred = draw_line(Line((Run("奶"),), Align.CENTRE, double_height=True), 32, 384, 28, FONTS)
    wide = np.unpackbits(np.frombuffer(centred.data, np.uint8).reshape(centred.height, -1), axis=1)
    assert centred.height == 52
    assert wide[:, 180:204].any()
    assert not wide[:, :180].any()


def test_rendering_leaves_the_log_and_stdout_alone(make_receipt, capsys):
    before = list(logging.getLogger().handlers)
    render(make_receipt(), 48)
    assert logging.getLogger().handlers == before
    assert capsys.readouterr().out == ""


def test_the_same_receipt_gives_the_same_bytes(make_receipt):
    assert render(make_receipt(language="zh"), 32) == render(make_receipt(language="zh"), 32)
