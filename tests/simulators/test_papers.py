"""Cards, phones, coupons and stickers: drawn on the fly, and read by the lane's own decoder."""

import json
from pathlib import Path

import cv2
import numpy as np
import pytest

from kiosk.scanner.engines import TILL, read_zxing
from retail.codes import MeasureKind, MeasurePattern, ProductCode, Symbology, interpret
from retail.coupons.parse import parse_coupon
from retail.member import KeyKind, MemberRules, identify_scanned
from simulators import barcodes, goods, papers, wallet
from simulators.papers import Paper
from simulators.wallet import Holder, NoSuchPaperError

CARD = "2100000000128"
ANNA = Holder(
    member_id="anna", tier="gold", card=CARD, credential="Kx7Pq2Lm9Rt4", phone="030 555 0142", groups="family"
)
FOREIGN = wallet.FOREIGN_COUPON
GLOBAL = "(255)9521234560005000017(3902)100"


def seen(paper: Paper) -> tuple[str, Symbology]:
    """What the lane's decoder says of the picture; exactly one code is in it."""
    grey = cv2.cvtColor(papers.draw(paper), cv2.COLOR_BGR2GRAY)
    (read,) = read_zxing(np.asarray(grey, np.uint8), TILL, thorough=True)
    return read.text, read.symbology


def coupon(form: str, text: str) -> Paper:
    return Paper(kind="coupon", slug="c", title="1.00 off", note="One per pack", form=form, text=text)


@pytest.mark.parametrize(
    ("paper", "text", "symbology"),
    [
        (ANNA.plastic, CARD, Symbology.EAN_13),
        (ANNA.screen, "member:Kx7Pq2Lm9Rt4", Symbology.QR),
        (coupon("code128", CARD), CARD, Symbology.CODE_128),
        (coupon("code128", "THANKS3007K2Q9F"), "THANKS3007K2Q9F", Symbology.CODE_128),
        (coupon("qr", "SPRING"), "SPRING", Symbology.QR),
        (coupon("ean13", "9821234561003"), "9821234561003", Symbology.EAN_13),
        (coupon("databar", FOREIGN), FOREIGN.replace("(8110)", "8110"), Symbology.DATABAR_EXPANDED),
        (coupon("databar", "8110" + "1" * 60), "8110" + "1" * 60, Symbology.DATABAR_EXPANDED),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_every_paper_is_read_as_what_it_is(paper: Paper, text: str, symbology: Symbology) -> None:
    assert seen(paper) == (text, symbology)


def test_a_coupon_number_with_an_amount_is_read_and_understood() -> None:
    text, symbology = seen(coupon("databar", GLOBAL))
    assert symbology is Symbology.DATABAR_EXPANDED
    found = parse_coupon(text).coupon
    assert found is not None
    assert (found.coupon_id, found.serial, found.saving.value) == ("255:9521234560005", "000017", 100)


def test_a_card_and_a_phone_show_the_same_member_in_two_ways() -> None:
    keys = [identify_scanned(seen(paper)[0], MemberRules()).key for paper in (ANNA.plastic, ANNA.screen)]
    assert [key.kind for key in keys if key] == [KeyKind.CARD, KeyKind.CREDENTIAL]


def test_a_sticker_hides_the_pack_s_own_code_and_tells_its_price() -> None:
    loaf = goods.by_slug()["farmhouse-loaf-750-g"]
    text, symbology = seen(wallet.sticker(loaf, 145))
    stickers = MeasurePattern(
        prefix=wallet.STICKER_PREFIX, kind=MeasureKind.REDUCED_PRICE, goods_prefix=wallet.STICKER_GOODS
    )
    code = interpret(text, symbology, (stickers,))
    assert isinstance(code, ProductCode)
    assert (code.alternative_key, code.price_minor) == (loaf.gtin.zfill(14), 145)
    assert code.is_marked_down


@pytest.mark.parametrize("price", [0, 100_000])
def test_a_price_no_sticker_can_say_is_refused(price: int) -> None:
    with pytest.raises(NoSuchPaperError, match="no sticker says"):
        wallet.sticker(goods.by_slug()["farmhouse-loaf-750-g"], price)


def test_a_paper_is_drawn_once_and_the_same_every_time(tmp_path: Path) -> None:
    path = papers.picture_of(ANNA.plastic, tmp_path / "a")
    assert papers.picture_of(ANNA.plastic, tmp_path / "b").read_bytes() == path.read_bytes()
    assert path != papers.picture_of(ANNA.screen, tmp_path / "a")
    before = path.stat().st_mtime_ns
    assert papers.picture_of(ANNA.plastic, tmp_path / "a").stat().st_mtime_ns == before


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("2100000000128", "ean13"),
        ("member:abc", "qr"),
        ("SPRING", "code128"),
        ("(255)9521234560005", "databar"),
        ("8110106141416543213150110120", "databar"),
        ("81101061414165", "code128"),  # as long as a GTIN: it could be goods
    ],
)
def test_a_text_is_printed_as_its_kind_usually_is(text: str, form: str) -> None:
    assert barcodes.form_of(text) == form


@pytest.mark.parametrize(
    ("form", "text"),
    [("ean13", "123"), ("code128", "蓝"), ("code128", "A" * 90), ("code128", ""), ("aztec", "A")],
)
def test_what_no_symbol_can_hold_is_refused(form: str, text: str) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        barcodes.draw(form, text, 660, 200)


TERMS = {
    "currency": "EUR",
    "offers": [
        {"id": "s", "name": "2.00 off tea", "eligibility": [{"test": "code", "code": "store:TEATIME"}]},
        {
            "id": "m",
            "name": "Coffee coupon",
            "eligibility": [{"test": "any_of", "tests": [{"test": "code", "code": "255:9521234560005"}]}],
        },
    ],
    "coupons": {
        "codes": [
            {"code": "TEATIME"},
            {"code": "PAPER", "serial_length": 8},
            {"code": "VISIT", "serial_length": 12},
        ],
        "campaigns": [
            {"coupon": "ean:982123456"},
            {"coupon": "ean:981123456", "name": "Milk coupon"},
            {"coupon": "255:9521234560005"},
            {"coupon": "8110:614141:654321"},
        ],
    },
    "next_visit": [{"code": "VISIT", "value_minor": 300}],
}


@pytest.fixture
def terms(tmp_path: Path) -> Path:
    path = tmp_path / "offers.json"
    path.write_text(json.dumps(TERMS), encoding="utf-8")
    return path


def test_the_shop_s_own_codes_and_its_makers_coupons_are_in_the_wallet(terms: Path) -> None:
    found = {paper.slug: paper for paper in wallet.coupons(terms)}
    assert list(found) == [
        "teatime",
        "paper",
        "ean-982123456",
        "ean-981123456",
        "255-9521234560005",
        "foreign",
    ]
    assert (found["teatime"].title, found["teatime"].text) == ("2.00 off tea", "TEATIME")
    assert found["255-9521234560005"].title == "Coffee coupon"
    assert found["paper"].text.startswith("PAPER")
    assert len(found["paper"].text) == len("PAPER") + 8
    for slug in ("ean-982123456", "ean-981123456"):
        coupon = parse_coupon(found[slug].text).coupon
        assert coupon is not None
        assert coupon.saving.value == wallet.EURO_COUPON_MINOR


def test_a_member_s_card_says_the_tier_else_the_group() -> None:
    titles = [
        Holder(member_id="m", tier=tier, card=CARD, credential="x", phone="", groups=groups).plastic.title
        for tier, groups in (("gold", "staff"), ("", "staff family"), ("", ""))
    ]
    assert titles == ["Gold", "Staff", "Member"]


def test_a_shop_without_files_has_an_empty_wallet(tmp_path: Path) -> None:
    assert wallet.coupons(tmp_path / "none.json") == []
    assert wallet.holders(tmp_path / "none.csv") == []


def test_members_are_read_with_what_they_carry(tmp_path: Path) -> None:
    path = tmp_path / "members.csv"
    path.write_text(
        "member_id,card,credential,phone,tier,groups,order_number,points,stamps\n"
        f"anna,{CARD},Kx7Pq2Lm9Rt4,030 555 0142,gold,family,7,1200,coffee:6\n",
        encoding="utf-8",
    )
    assert wallet.holders(path) == [ANNA]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("card:nobody-at-all", "there is no member 'nobody-at-all'"),
        (
            "sticker:farmhouse-loaf:145",
            "there is no pack 'farmhouse-loaf'; did you mean 'farmhouse-loaf-750-g'?",
        ),
        ("sticker:farmhouse-loaf-750-g:cheap", "no sticker says 0"),
        ("coupon:ean13:123", "not an EAN-13"),
        ("purse:x", "nobody carries 'purse:x'; known are: card, phone, coupon, sticker"),
    ],
)
def test_what_nobody_carries_is_refused_in_words(name: str, reason: str) -> None:
    with pytest.raises(NoSuchPaperError, match=r"\S") as refused:
        wallet.find(name)
    assert reason in str(refused.value)


def test_a_coupon_may_be_any_text_in_any_symbol() -> None:
    assert wallet.find("coupon:qr:HELLO-2026").form == "qr"
    assert wallet.find("coupon:HELLO-2026").form == "code128"
    assert wallet.find("sticker:farmhouse-loaf-750-g:145").note == "1.45"
