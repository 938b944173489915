import pytest

from kiosk.scanner.symbols import ITF_SIZE_MAX, SHORT, Box, key_of, normalised
from retail.codes import Symbology


def test_an_ean13_with_leading_zero_is_the_upca_it_is() -> None:
    assert normalised("0036000291452", "EAN13") == ("036000291452", Symbology.UPC_A)
    assert normalised("4006381333931", "EAN13") == ("4006381333931", Symbology.EAN_13)


@pytest.mark.parametrize("name", ["EAN13", "EAN8", "UPCA", "UPCE"])
@pytest.mark.parametrize(
    "text", ["4006381333932", "96385075", "036000291453", "", "x", "４００６３８１３３３９３１"]
)
def test_wrong_check_digits_and_nonsense_are_refused(name: str, text: str) -> None:
    assert normalised(text, name) is None


def test_upce_comes_out_the_same_from_both_engines() -> None:
    assert (
        normalised("04252614", "UPCE")
        == normalised("0042100005264", "UPCE")
        == ("042100005264", Symbology.UPC_E)
    )


@pytest.mark.parametrize("text", ["1334", "9004", "901985", "40220876", "10012345678903"])
def test_interleaved_ghosts_are_refused(text: str) -> None:
    assert normalised(text, "ITF") is None


def test_a_long_interleaved_code_is_read_as_what_it_is_and_two_engines_must_agree() -> None:
    assert normalised("2167361334", "ITF") == ("2167361334", Symbology.ITF)
    assert Symbology.ITF in SHORT
    assert normalised("1" * (ITF_SIZE_MAX + 2), "ITF") is None


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
