import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.scanner.symbols import Box, check_digit_ok, expand_upc_e, key_of, normalised
from retail.codes import Symbology


@pytest.mark.parametrize(
    "digits",
    ["4006381333931", "036000291452", "96385074", "10012345678902"],
)
def test_true_check_digits_pass(digits: str) -> None:
    assert check_digit_ok(digits)


@pytest.mark.parametrize("digits", ["4006381333932", "", "7", "40063813339３1", "400638133393x"])
def test_wrong_or_odd_digits_fail(digits: str) -> None:
    assert not check_digit_ok(digits)


@given(st.text(alphabet="0123456789", min_size=2, max_size=18), st.integers(0, 17), st.integers(1, 9))
def test_any_single_changed_digit_breaks_the_check(digits: str, place: int, change: int) -> None:
    body = digits[:-1]
    check = next(d for d in "0123456789" if check_digit_ok(body + d))
    good, place = body + check, place % len(digits)
    bad = good[:place] + str((int(good[place]) + change) % 10) + good[place + 1 :]
    assert not check_digit_ok(bad)


def test_an_ean13_with_leading_zero_is_the_upca_it_is() -> None:
    assert normalised("0036000291452", "EAN13") == ("036000291452", Symbology.UPC_A)
    assert normalised("4006381333931", "EAN13") == ("4006381333931", Symbology.EAN_13)


# GS1 General Specifications, figure 5.2.2.4.2: one line per form of zero suppression.
@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("04252614", "042100005264"),
        ("01234531", "012300000451"),
        ("01234542", None),
        ("01234558", "012345000058"),
    ],
)
def test_upce_expands_to_gtin12(short: str, full: str | None) -> None:
    expanded = expand_upc_e(short)
    if full is not None:
        assert expanded == full
    else:
        assert expanded is not None
        assert expanded.startswith("012340000")


def test_upce_comes_out_the_same_from_both_engines() -> None:
    assert (
        normalised("04252614", "UPCE")
        == normalised("0042100005264", "UPCE")
        == ("042100005264", Symbology.UPC_E)
    )


@pytest.mark.parametrize("text", ["1334", "9004", "901985", "40220876", "10012345678903"])
def test_interleaved_ghosts_are_refused(text: str) -> None:
    assert normalised(text, "ITF") is None


def test_itf14_with_true_check_digit_is_read() -> None:
    assert normalised("10012345678902", "ITF") == ("10012345678902", Symbology.ITF_14)


@pytest.mark.parametrize(
    ("name", "identifier", "symbology"),
    [
        ("CODE128", "]C1", Symbology.GS1_128),
        ("CODE128", "]C0", Symbology.CODE_128),
        ("QRCODE", "]Q3", Symbology.GS1_QR),
        ("QRCODE", "]Q1", Symbology.QR),
        ("DATAMATRIX", "]d2", Symbology.GS1_DATA_MATRIX),
        ("DATAMATRIX", "]d1", Symbology.DATA_MATRIX),
        ("DATABAROMNI", "]e0", Symbology.DATABAR),
        ("DATABARSTKOMNI", "]e0", Symbology.DATABAR),
        ("DATABARLIMITED", "]e0", Symbology.DATABAR_LIMITED),
        ("DATABARLTD", "]e0", Symbology.DATABAR_LIMITED),
        ("DATABAREXPANDED", "]e0", Symbology.DATABAR_EXPANDED),
        ("DATABAREXPSTK", "]e0", Symbology.DATABAR_EXPANDED),
    ],
)
def test_the_symbology_identifier_tells_gs1_content(name: str, identifier: str, symbology: Symbology) -> None:
    assert normalised("0104006381333931\x1d21A", name, identifier) == ("0104006381333931\x1d21A", symbology)


def test_unwanted_formats_and_empty_and_endless_texts_are_refused() -> None:
    assert normalised("A123A", "CODABAR") is None
    assert normalised("", "QRCODE") is None
    assert normalised("x" * 9000, "QRCODE") is None


def test_one_product_has_one_key_whatever_carries_its_number() -> None:
    assert (
        key_of("036000291452", Symbology.UPC_A)
        == key_of("00036000291452", Symbology.ITF_14)
        == key_of("0100036000291452", Symbology.DATABAR)
    )


def test_boxes_overlap_only_when_they_share_area() -> None:
    box = Box(0, 0, 10, 10)
    assert box.overlaps(Box(9, 9, 20, 20))
    assert not box.overlaps(Box(10, 0, 20, 10))
    assert box.overlaps(Box(12, 0, 20, 10), margin=2)
