"""Receipts in columns: golden texts in three languages and widths, and what must hold for any receipt.

The golden texts under `golden/` were read by people. To change them on purpose:
`UPDATE_GOLDEN=1 pytest tests/printer/test_printer_layout.py`, then read them again.
"""

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.printer.blocks import Barcode, Line, QrCode, Rule
from kiosk.printer.cells import cell_width, chop, wrap, wrap_evenly
from kiosk.printer.codes import barcode_fits
from kiosk.printer.layout import layout
from kiosk.printer.text import render_text
from kiosk.printer.words import LANGUAGES, words
from retail.receipt import CardTender, Receipt, ReceiptLine, Seller, TaxTotal, WalletTender

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("columns", [48, 42, 32])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_receipt_reads_as_golden(make_receipt, language, columns):
    text = render_text(make_receipt(language=language), columns)
    golden = GOLDEN / f"receipt_{language}_{columns}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("columns", [48, 42, 32])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_receipt_with_offers_reads_as_golden(make_offers_receipt, language, columns):
    text = render_text(make_offers_receipt(language=language), columns)
    golden = GOLDEN / f"offers_{language}_{columns}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("columns", [48, 42, 32])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_receipt_paid_by_several_reads_as_golden(make_split_receipt, language, columns):
    text = render_text(make_split_receipt(language=language), columns)
    golden = GOLDEN / f"split_{language}_{columns}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


def lines_of(receipt, columns=48, language="en"):
    return [block.text for block in layout(receipt, columns, language) if isinstance(block, Line)]


def test_a_copy_says_so_first_in_the_receipts_language_and_an_original_never(make_receipt):
    for language, word in [("en", "COPY"), ("de", "KOPIE"), ("zh", "副本")]:
        first = layout(make_receipt(copy=2), 48, language)[:3]
        assert isinstance(first[0], Rule)
        assert isinstance(first[1], Line)
        assert f"{word} 2" in first[1].text
        assert all(word not in line for line in lines_of(make_receipt(), 48, language))


def test_terminal_lines_are_printed_verbatim_instead_of_the_fields(make_receipt):
    words_of_the_terminal = (
        "  K-U-N-D-E-N-B-E-L-E-G",
        "",
        "Terminal-ID     52500041",
        "EUR                 8,78",
    )
    card = CardTender(amount_minor=878, terminal_lines=words_of_the_terminal, authorisation_code="503918")
    text = render_text(make_receipt(tenders=(card,)), 48)
    printed = [line[12:] for line in text.splitlines() if line.startswith(" " * 12)]
    assert [line for line in words_of_the_terminal if line] == [
        line for line in printed if line in words_of_the_terminal
    ]
    assert "Authorisation" not in text


def test_every_card_field_is_on_the_receipt(make_receipt):
    receipt = make_receipt()
    text = render_text(receipt, 32)
    (card,) = receipt.tenders
    for value in (
        card.card_name,
        card.masked_pan,
        card.application_id,
        card.authorisation_code,
        card.terminal_id,
        card.merchant_id,
        "0017 / 0043",
        "contactless",
    ):
        assert value in text


def test_a_receipt_without_card_or_taxes_still_lays_out(make_receipt):
    text = render_text(make_receipt(tenders=(), taxes=(), lines=()), 32)
    assert "TOTAL" in text
    assert "AID" not in text


def test_names_fall_back_to_the_nameless_language_then_english_then_any():
    def first(names):
        line = ReceiptLine(names=names, quantity=1, unit_price_minor=1, amount_minor=1, tax_letter="A")
        receipt = plain_receipt(lines=(line,))
        return lines_of(receipt, 48, "de")[2].split()[0]

    assert first({"de": "Brot", "": "Pain", "en": "Bread"}) == "Brot"
    assert first({"": "Pain", "en": "Bread"}) == "Pain"
    assert first({"en": "Bread", "zh": "面包"}) == "Bread"
    assert first({"zh": "面包"}) == "面包"
    assert first({}) == "-"


def plain_receipt(**changes):
    fields = {
        "seller": Seller(name="Shop"),
        "lane": "1",
        "transaction_id": "T1",
        "number": 1,
        "started_at": "",
        "ended_at": "noon",
        "currency": "EUR",
        "lines": (),
        "total_minor": 1,
        "taxes": (),
        "tenders": (),
        "language": "en",
    }
    return Receipt(**{**fields, **changes})


def test_a_number_too_long_for_a_barcode_becomes_a_qr_code(make_receipt):
    long_number = "0192f3a4-77b1-7c1e-9d0c-2b8a1c5e6f70"
    assert not barcode_fits(long_number, 32)
    blocks = layout(make_receipt(transaction_id=long_number), 32, "en")
    assert QrCode(long_number) in blocks
    assert not any(isinstance(block, Barcode) for block in blocks)


def test_tax_amounts_never_touch_and_are_listed_when_the_table_is_too_narrow(make_receipt):
    def taxes(gross):
        return (TaxTotal(letter="A", rate_bp=700, gross_minor=gross, net_minor=gross - 8, tax_minor=8),)

    table = render_text(make_receipt(taxes=taxes(123456), lines=()), 32)
    assert "A 7%  1,234.48     0.08 1,234.56" in table
    listed = render_text(make_receipt(taxes=taxes(123456789), lines=()), 32)
    assert "A 7%\n  Net               1,234,567.81\n  VAT                       0.08\n" in listed


def test_one_item_is_not_items(make_receipt):
    receipt = make_receipt()
    one = make_receipt(lines=receipt.lines[1:2])
    assert "1 item" in lines_of(one)
    assert "4 items" in lines_of(receipt)


def test_every_language_has_every_word_short_enough_for_the_tax_table():
    for language in LANGUAGES:
        say = words(language)
        assert all(cell_width(word) <= 8 for word in (say.net, say.tax, say.gross, say.rate, say.sum))
    assert words("xx") is words("en")


MIXED = st.text(st.sampled_from("abc äß€ 牛奶，(0,5 l) \t\né 한"), max_size=80)


@given(MIXED, st.integers(4, 48))
def test_wrapped_lines_fit_and_lose_nothing_but_spaces(text, cells):
    for lines in (wrap(text, cells, indent=2), wrap_evenly(text, cells)):
        assert all(cell_width(line) <= cells for line in lines)
        assert "".join("".join(lines).split()) == "".join(text.split())


@given(MIXED, st.integers(4, 48))
def test_chopped_lines_fit_and_keep_spaces(text, cells):
    lines = chop(text, cells)
    assert all(cell_width(line) <= cells for line in lines)
    assert "".join(lines) == text.replace("\t", " ").replace("\n", " ").rstrip()


@settings(max_examples=60, deadline=None)
@given(
    name=MIXED,
    amount=st.integers(-(10**9), 10**9),
    quantity=st.integers(1, 10**6),
    weight=st.none() | st.integers(0, 10**6),
    columns=st.sampled_from([48, 42, 32]),
    language=st.sampled_from(LANGUAGES),
)
def test_no_line_is_wider_than_the_paper(name, amount, quantity, weight, columns, language):
    line = ReceiptLine(
        names={"": name},
        quantity=quantity,
        unit_price_minor=amount,
        amount_minor=amount,
        tax_letter="A",
        weight_g=weight,
    )
    tax = TaxTotal(letter="A", rate_bp=550, gross_minor=amount, net_minor=amount, tax_minor=quantity)
    card = CardTender(amount_minor=amount, card_name=name, terminal_lines=(name, "x" * 100), masked_pan=name)
    receipt = plain_receipt(
        lines=(line,),
        tenders=(card, WalletTender(amount_minor=amount, wallet=name, reference=name), card),
        total_minor=amount,
        taxes=(tax, tax),
        footer=(name,),
        seller=Seller(name=name, lines=(name,)),
    )
    for block in layout(receipt, columns, language):
        if isinstance(block, Line):
            assert cell_width(block.text) <= columns
