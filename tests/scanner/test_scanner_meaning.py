"""What hand scanners send is the same code as the camera's; identifiers as ISO/IEC 15424 lists them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.scanner.meaning import Meaning, meaning
from kiosk.scanner.symbols import key_of
from retail.codes import MeasureKind, MeasurePattern, ProductCode, Symbology, interpret

GS = "\x1d"


@pytest.mark.parametrize(
    ("sent", "text", "symbology"),
    [
        ("]E04006381333931", "4006381333931", Symbology.EAN_13),
        ("]E00036000291452", "036000291452", Symbology.UPC_A),
        ("]E0036000291452", "036000291452", Symbology.UPC_A),
        ("]E004252614", "042100005264", Symbology.UPC_E),
        ("]E496385074", "96385074", Symbology.EAN_8),
        ("]C0open lane", "open lane", Symbology.CODE_128),
        (f"]C1010400638133393110A{GS}21B", f"010400638133393110A{GS}21B", Symbology.GS1_128),
        ("]I110012345678902", "10012345678902", Symbology.ITF_14),
        ("]e00104006381333931", "0104006381333931", Symbology.DATABAR),
        ("]e001040063813339313922199", "01040063813339313922199", Symbology.DATABAR_EXPANDED),
        ("]Q1https://id.gs1.org/01/04006381333931", "https://id.gs1.org/01/04006381333931", Symbology.QR),
        ("]Q30104006381333931", "0104006381333931", Symbology.GS1_QR),
        ("]d1lane", "lane", Symbology.DATA_MATRIX),
        ("]d20104006381333931", "0104006381333931", Symbology.GS1_DATA_MATRIX),
        ("]A0MEMBER1", "MEMBER1", Symbology.CODE_128),
        ("]L2ticket", "ticket", Symbology.QR),
    ],
)
def test_the_identifier_names_the_symbology_and_is_taken_off(
    sent: str, text: str, symbology: Symbology
) -> None:
    assert meaning(sent) == Meaning(text, symbology)


@pytest.mark.parametrize(
    ("sent", "text", "symbology"),
    [
        ("4006381333931", "4006381333931", Symbology.EAN_13),
        ("0036000291452", "036000291452", Symbology.UPC_A),
        ("036000291452", "036000291452", Symbology.UPC_A),
        ("96385074", "96385074", Symbology.EAN_8),
        ("04252614", "042100005264", Symbology.UPC_E),
        ("10012345678902", "10012345678902", Symbology.ITF_14),
        ("0104006381333931", "0104006381333931", Symbology.GS1_128),
        ("HTTPS://ID.GS1.ORG/01/04006381333931", "HTTPS://ID.GS1.ORG/01/04006381333931", Symbology.QR),
        ("4006381333932", "4006381333932", Symbology.CODE_128),  # a wrong check digit sells nothing
        ("MEMBER1", "MEMBER1", Symbology.CODE_128),
    ],
)
def test_without_an_identifier_the_form_says_it(sent: str, text: str, symbology: Symbology) -> None:
    assert meaning(sent) == Meaning(text, symbology)


@pytest.mark.parametrize(
    "sent",
    [
        "",
        "]",
        "]E",
        "]E04006381333932",
        "]E496385075",
        "]I040220876",
        "]I010012345678901",
        "]S0123456",
        "]C0",
    ],
)
def test_what_cannot_be_trusted_is_nothing_or_sells_nothing(sent: str) -> None:
    found = meaning(sent)
    assert found is None or not isinstance(interpret(found.text, found.symbology), ProductCode)


@pytest.mark.parametrize("sent", ["]E3977123456700312", "]E0977123456700312", "977123456700312"])
def test_a_magazines_issue_is_kept_apart_from_its_number(sent: str) -> None:
    assert meaning(sent) == Meaning("9771234567003", Symbology.EAN_13, "12")


def test_camera_and_hand_scanner_have_the_same_key_for_the_same_product() -> None:
    keys = set()
    for sent in ("]E00036000291452", "036000291452", "]e00100036000291452"):
        found = meaning(sent)
        assert found is not None
        keys.add(key_of(found.text, found.symbology))
    assert keys == {"00036000291452"}


def test_a_weighed_packs_price_element_reaches_the_shops_rules_unchanged() -> None:
    found = meaning(f"]e001995210000000143922199{GS}10LOT")
    assert found is not None
    assert found.text.endswith(f"3922199{GS}10LOT")
    assert found.symbology is Symbology.DATABAR_EXPANDED


@given(st.text(max_size=60) | st.from_regex(r"\][A-Za-z][0-9].{0,30}", fullmatch=True))
def test_every_text_has_an_answer_that_the_shops_rules_take(sent: str) -> None:
    if found := meaning(sent):
        interpret(found.text, found.symbology, (MeasurePattern(prefix="2", kind=MeasureKind.PRICE),))
