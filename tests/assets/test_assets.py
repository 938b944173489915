"""The demo shop and the screens' material: complete, consistent, drawable."""

import csv
import shutil
import subprocess
import sys
import wave
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree

import pytest
from biip import ParseConfig, ParseError
from biip.gtin import Gtin
from biip.rcn import Rcn, RcnRegion
from fontTools.ttLib import TTFont
from PIL import Image

ROOT = Path(__file__).resolve().parents[2]
ASSETS = ROOT / "assets"
FONTS = sorted((ASSETS / "fonts").glob("*.otf"))
SVGS = sorted([*(ASSETS / "icons").glob("*.svg"), *(ASSETS / "brand").glob("*.svg")])
SOUNDS = sorted((ASSETS / "sounds").glob("*.wav"))
GOODS = list(csv.DictReader((ASSETS / "demo" / "catalogue.csv").read_text(encoding="utf-8").splitlines()))
SVG = "{http://www.w3.org/2000/svg}"
INTERFACE_SIGNS = "✓×•€£¥−→←↑↓…–—„“”‚‘’«»©®°½äöüÄÖÜßéèñøåç，。！？：；（）《》、￥①②③■□▲△●○★☆"
SHELVES = [good for good in GOODS if good["category"] != "deposit"]
"""What shoppers pick up; deposits come with it."""
CATEGORIES = {"produce", "bakery", "dairy", "pantry", "drinks", "sweets", "meat_fish", "household"}
ICONS_NEEDED = set(
    """
    arrow-right back backspace bag bottle camera cap card check clock close comfort contrast coupon
    drawer exit gift globe hand heart help keypad leaf left-hand letters lock member message minus moon
    no-paper pause percent phone-pay plus printer qr reach receipt restart scale scan-barcode speaker
    staff star still sun tag trash undo unlock warning
    """.split()  # noqa: SIM905  so many quoted names would be harder to compare
)


def parse(text: str, config: ParseConfig) -> Rcn | None:
    """The number, or None when one of its check digits is wrong."""
    try:
        number = Gtin.parse(text, config=config)
    except ParseError:
        return None
    assert isinstance(number, Rcn)
    return number


def gb2312_first_level() -> str:
    """The 3,755 most used characters: rows 16 to 55 of GB 2312."""
    cells = (bytes((row, cell)) for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF))
    return "".join(cell.decode("gb2312", errors="ignore") for cell in cells)


@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.stem)
def test_fonts_hold_every_character_the_screens_need(path: Path) -> None:
    have = TTFont(path).getBestCmap().keys()
    names = "".join(good[column] for good in GOODS for column in ("name", "name_de", "name_zh"))
    ascii_signs = "".join(map(chr, range(0x20, 0x7F)))
    wanted = set(ascii_signs + INTERFACE_SIGNS + names + gb2312_first_level())
    assert len(wanted) > 3_800
    assert {sign for sign in wanted if ord(sign) not in have} == set()


def test_both_weights_are_one_family() -> None:
    assert [TTFont(path)["name"].getBestFamilyName() for path in FONTS] == ["Noto Sans CJK SC"] * 2
    assert [TTFont(path)["OS/2"].usWeightClass for path in FONTS] == [700, 400]
    assert "SIL OPEN FONT LICENSE" in (ASSETS / "fonts" / "OFL.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("good", SHELVES, ids=lambda good: good["gtin"])
def test_good_is_complete(good: dict[str, str]) -> None:
    assert None not in good
    assert None not in good.values()
    assert all(value.strip() == value for value in good.values())
    assert all(good[column] for column in ("gtin", "name", "name_de", "name_zh", "picture", "unit"))
    number = Gtin.parse(good["gtin"], config=ParseConfig(rcn_region=RcnRegion.GERMANY))
    assert len(number.value) == 13  # parsing has checked the check digit
    assert 0 < int(good["price_minor"]) < 10_000
    assert (good["currency"], good["tax_rate_percent"]) in {("EUR", "7"), ("EUR", "19")}
    assert good["category"].partition("/")[0] in CATEGORIES
    if isinstance(number, Rcn):
        assert (good["unit"], number.weight) == ("kg", 0)
    else:
        assert good["unit"] == "piece" or good["tare_g"], "loose goods lie in a bag of the shop's"
        assert good["gtin"].startswith("952")  # GS1's demonstration prefix: nobody's product
    picture = Image.open(ASSETS / "products" / f"{good['picture']}.png")
    assert (picture.size, picture.mode) == ((256, 256), "RGBA")
    assert picture.getchannel("A").getextrema() == (0, 255)


def test_numbers_and_names_are_unique() -> None:
    for column in ("gtin", "name", "name_de", "name_zh"):
        values = [good[column] for good in GOODS]
        assert len(values) == len(set(values)), column
    pictures = [good["picture"] for good in SHELVES if not good["pack_of"]]
    assert len(pictures) == len(set(pictures)), "a multi-pack shows its piece"
    assert len(GOODS) >= 48
    assert {good["category"].partition("/")[0] for good in SHELVES} == CATEGORIES
    assert sum(good["unit"] == "kg" for good in GOODS) >= 3


def test_no_picture_is_left_over() -> None:
    pictures = {path.stem for path in (ASSETS / "products").glob("*.png")}
    assert pictures == {good["picture"] for good in SHELVES}


@pytest.mark.parametrize(
    "good", [good for good in GOODS if good["gtin"].startswith("28")], ids=lambda good: good["picture"]
)
def test_a_label_from_the_counter_leads_to_its_good(good: dict[str, str]) -> None:
    """The counter's scale prints item, weight, a check on the weight and the check digit."""
    config = ParseConfig(rcn_region=RcnRegion.GERMANY)
    labels = [f"{good['gtin'][:6]}{check}00450{digit}" for check in range(10) for digit in range(10)]
    parsed = [one for label in labels if (one := parse(label, config)) is not None]
    assert [(one.weight, one.without_variable_measure().value) for one in parsed] == [
        (Decimal("0.450"), good["gtin"])
    ]


@pytest.mark.parametrize("path", SVGS, ids=lambda path: path.stem)
def test_drawings_are_plain_shapes(path: Path) -> None:
    root = ElementTree.parse(path).getroot()
    shapes = {SVG + name for name in ("svg", "path", "rect", "circle", "ellipse")}
    assert {node.tag for node in root.iter()} <= shapes
    assert [float(part) for part in root.attrib["viewBox"].split()][2:] == [
        float(root.attrib["width"]),
        float(root.attrib["height"]),
    ]


def test_every_icon_comes_in_both_inks() -> None:
    names = {path.stem for path in (ASSETS / "icons").glob("*.svg")}
    assert names == ICONS_NEEDED | {f"{name}-light" for name in ICONS_NEEDED}


@pytest.mark.parametrize("path", SOUNDS, ids=lambda path: path.stem)
def test_sounds_are_short_mono_and_not_clipped(path: Path) -> None:
    with wave.open(str(path)) as sound:
        assert (sound.getnchannels(), sound.getsampwidth(), sound.getframerate()) == (1, 2, 44_100)
        assert 0.05 < sound.getnframes() / sound.getframerate() < 0.6
        frames = memoryview(sound.readframes(sound.getnframes())).cast("h")
    assert 8_000 < max(map(abs, frames)) < 20_000
    assert abs(frames[0]) + abs(frames[-1]) < 200, "an abrupt edge clicks"


def test_the_five_sounds_are_there() -> None:
    assert {path.stem for path in SOUNDS} == {"scan", "nudge", "staff", "paid", "error"}


@pytest.mark.parametrize("tool", ["make_icons", "make_sounds", "make_logo", "make_demo_shop"])
def test_the_makers_make_what_is_committed(tool: str, tmp_path: Path) -> None:
    """Drawn by hand in one place and kept in another, the two would drift apart."""
    copy = tmp_path / "assets"
    copy.mkdir()
    shutil.copytree(ASSETS / "brand", copy / "brand")
    (copy / "fonts").symlink_to(ASSETS / "fonts")
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in (f"{tool}.py", "demo_names.py"):
        (tools / name).write_bytes((ROOT / "tools" / name).read_bytes())
    subprocess.run([sys.executable, tools / f"{tool}.py"], check=True, capture_output=True, timeout=60)
    made = [path for path in copy.rglob("*") if path.is_file()]
    assert made
    for path in made:
        assert path.read_bytes() == (ASSETS / path.relative_to(copy)).read_bytes(), path.name
