"""`kiosk price`: a basket priced and explained in the terminal, and every bad input named."""

import json
from pathlib import Path
from typing import Any

import pytest

from kiosk.app import cli
from kiosk.app.exit_codes import MISUSED, OK
from kiosk.app.price_text import REASONS, WIDTH
from kiosk.printer.cells import cell_width
from retail.coupons.refusal import Refusal

DEMO = Path(__file__).parents[2] / "assets" / "demo"
OFFERS, CATALOGUE = DEMO / "offers.json", DEMO / "catalogue.csv"
MILK, RICE, COLA, CHEESE, STICKER = (
    "9521000003019", "9521000004016", "9521000005044", "2831010004508", "2000702001259",
)  # fmt: skip
BASKET: dict[str, Any] = {
    "at": "2026-11-24T10:30",
    "member": {"tier": "gold"},
    "coupons": ["RICE25", "SPRING10"],
    "lines": [
        {"gtin": MILK, "quantity": 2},
        {"gtin": RICE},
        {"gtin": COLA},
        {"gtin": CHEESE},
        {"gtin": STICKER},
        {"name": "Loose tea", "price_minor": 2990, "weight_g": 50, "category": "drinks/loose"},
    ],
}


class Runner:
    """The command, its files in a folder of their own."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self.capsys = folder, capsys

    def __call__(self, basket: object, *more: str, offers: object = None) -> tuple[int, str, str]:
        file, terms = self.folder / "basket.json", self.folder / "offers.json"
        file.write_text(basket if isinstance(basket, str) else json.dumps(basket), encoding="utf-8")
        if offers is not None:
            terms.write_text(offers if isinstance(offers, str) else json.dumps(offers), encoding="utf-8")
        status = cli.main(["price", str(file), str(OFFERS if offers is None else terms), *more])
        out, err = self.capsys.readouterr()
        return status, out, err

    def demo(self, basket: object, *more: str) -> tuple[int, str, str]:
        return self(basket, "--catalogue", str(CATALOGUE), *more)


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Runner:
    return Runner(tmp_path, capsys)


def test_a_person_can_follow_every_line(run: Runner) -> None:
    status, out, err = run.demo(BASKET)
    assert (status, err) == (OK, "")
    rows = [" ".join(row.split()) for row in out.splitlines()]
    for expected in (
        "2026-11-24 10:30 member (gold) EUR",
        "1 Whole Milk 1 l 2 x 1.19 2.38 B",
        "Club price: milk -0.40",
        "3 Cola 0.5 l 1 x 1.49 1.49 A",
        "Deposit, one-way 0.25 1 x 0.25 0.25 A",
        "4 Mountain Cheese, per kg 0.450 kg x 12.90 5.81 B",
        "5 Bacon Slices 150 g (reduced to clear) 1 x 1.25 1.25 B",
        "6 Loose tea 0.050 kg x 29.90 1.50 C",
        "Subtotal 14.77",
        "RICE25: rice 25 % off (coupon 1) -0.62",
        "To pay EUR 14.15",
        "You saved 1.02",
        "1 RICE25 saves 0.62",
        "2 SPRING10 1.10 more has to be spent",
        "- 13 points",
    ):
        assert expected in rows, f"{expected!r} in\n{out}"


@pytest.mark.parametrize("language", ["en", "de", "zh"])
def test_no_line_is_wider_than_the_page(run: Runner, language: str) -> None:
    long = {**BASKET, "lines": [*BASKET["lines"], {"name": "很长的名字 and long " * 5, "price_minor": 10**7}]}
    _, out, _ = run.demo(long, "--language", language, "--explain", "sweets-3for2")
    assert max(cell_width(row) for row in out.splitlines()) <= WIDTH


def test_the_example_in_the_documentation_is_what_the_command_prints(run: Runner) -> None:
    pages = DEMO.parents[1] / "docs" / "commands.md"
    printed = pages.read_text(encoding="utf-8").partition("--explain gold-fruit\n")[2].partition("```")[0]
    lines = [{"gtin": "9521000001015"}, {"gtin": COLA, "quantity": 2}, {"gtin": RICE}]
    basket = {"at": "2026-11-24T10:30", "member": {"tier": "gold"}, "coupons": ["RICE25"], "lines": lines}
    assert run.demo(basket, "--explain", "gold-fruit")[1] == printed


def test_the_basket_in_the_documentation_is_one(run: Runner) -> None:
    pages = DEMO.parents[1] / "docs" / "commands.md"
    shown = pages.read_text(encoding="utf-8").partition("The basket is a JSON object")[2]
    status, out, err = run.demo(shown.partition("```json\n")[2].partition("```")[0])
    assert (status, err) == (OK, "")
    assert "Loose tea" in out


def test_an_offer_is_explained_whether_it_applies_or_not(run: Runner) -> None:
    assert "line 1, piece 1: 1.19 becomes 0.99" in run.demo(BASKET, "--explain", "club-milk")[1]
    for offer, words in (
        ("silver-fruit", "is for members, or for members of another group"),
        ("fish-friday", "is not valid at this time or on this day"),
        ("tea-1plus1", "none of its goods are in the basket"),
        ("spend-60", "more has to be spent"),
        ("snack-deal", "2 more pieces needed"),
        ("typo", "there is no offer with this id"),
    ):
        out = run.demo(BASKET, "--explain", offer)[1]
        said = " ".join(out.rpartition("\n\n")[2].split())
        assert said.startswith(f"{offer} ("), out
        assert f"does not apply: {words}" in said or said.endswith(f"{words}."), out


def test_as_json_it_is_the_whole_answer(run: Runner) -> None:
    answer = json.loads(run.demo(BASKET, "--json", "--explain", "silver-fruit")[1])
    assert answer["priced"]["total_minor"] == 1415
    assert answer["explained"]["reason"] == "members_only"
    assert "explained" not in json.loads(run.demo(BASKET, "--json")[1])


def test_without_a_catalogue_goods_are_written_into_the_basket(run: Runner) -> None:
    tea = {"id": "tea", "name": "Tea", "price_minor": 299, "quantity": 3}
    form = {"type": "nth_unit", "quantity": 3, "of": {"ids": ["tea"]}}
    offers = {"currency": "EUR", "offers": [{"id": "3for2", "derivation": [form]}]}
    status, out, _ = run({"at": "2026-11-24T10:30", "lines": [tea]}, offers=offers)
    assert status == OK
    assert "5.98" in out


def test_what_a_member_had_before_is_counted_and_said(run: Runner) -> None:
    tea = {"id": "tea", "name": "Tea", "price_minor": 300}
    form = {"type": "percent", "percent_bp": 5000, "of": {"ids": ["tea"]}}
    limit = {"scope": "member_day", "uses": 1}
    offers = {"currency": "EUR", "offers": [{"id": "daily", "derivation": [form], "limits": [limit]}]}
    for day, words in (("2026-11-24", "was already used today by this member"), ("2026-11-23", "applies")):
        had = {"offer_id": "daily", "uses": 1, "day": day, "day_uses": 1}
        basket = {"at": "2026-11-24T10:30", "lines": [tea], "member": {"uses": [had]}}
        assert words in " ".join(run(basket, "--explain", "daily", offers=offers)[1].split())


def test_a_multi_pack_is_sold_as_its_pieces_with_their_deposits(run: Runner) -> None:
    sixpack = "9521000005068"
    out = run.demo({"at": "2026-11-24T10:30", "lines": [{"gtin": sixpack}]})[1]
    rows = [" ".join(row.split()) for row in out.splitlines()]
    assert "1 Alcohol-Free Wheat Beer 0.5 l 6 x 1.09 6.54 A" in rows
    assert "Deposit, bottle 0.08 6 x 0.08 0.48 A" in rows
    assert any(row.startswith("Wheat beer: 6 and more") and row.endswith("-0.65") for row in rows)


def test_files_saved_with_a_byte_order_mark_are_read(run: Runner) -> None:
    status, _, err = run.demo("\ufeff" + json.dumps(BASKET))
    assert (status, err) == (OK, "")


def test_a_terminal_s_control_characters_are_not_repeated(run: Runner) -> None:
    offers = {"currency": "EUR", "offers": []}
    status, out, err = run({"lines": [{"name": "Tea\x1b[31m", "price_minor": 299}]}, offers=offers)
    assert status == MISUSED
    assert "\x1b" not in out + err


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"lines": [{"gtin": "123"}]}, "lines[0].gtin: '123' is not a GTIN"),
        ({"lines": [{"gtin": "4006381333931"}]}, "lines[0].gtin: 4006381333931 is not in the catalogue"),
        ({"lines": [{"gtin": MILK, "quantity": 0}]}, "lines[0].quantity: 0 is not from 1 to 99"),
        ({"lines": [{"gtin": MILK, "price_minor": -1}]}, "lines[0].price_minor: -1 is not from 0"),
        ({"lines": [{"name": "x", "price_minor": 10**9}]}, "lines[0].price_minor: 1000000000 is not from 0"),
        ({"lines": [{"name": "x"}]}, "lines[0].price_minor: is missing"),
        ({"lines": [{}]}, "lines[0]: either a gtin"),
        ({"lines": [{"gtin": "2831010000005"}]}, "lines[0].weight_g: Mountain Cheese, per kg is sold"),
        ({"lines": [{"gtin": "9521000008021", "quantity": 5}]}, "lines[0].quantity: at most 4"),
        ({"lines": [{"gtin": MILK, "quantity": 99}] * 21}, "2079 pieces; a basket holds at most 2000"),
        ({"lines": [{"name": "x", "price_minor": 1}] * 501}, "lines: more than 500"),
        ({"lines": [{"gtin": MILK, "colour": "red"}]}, "lines[0]: Object contains unknown field `colour`"),
        ({"currency": "CHF"}, "currency: 'CHF', but the offers are in EUR"),
        ({"at": "yesterday"}, "at: 'yesterday' is not a time"),
        ({"member": {"tier": "Gold!"}}, "member: tiers, groups and stamp cards are plain lower words"),
        ({"member": {"uses": [{"offer_id": "x", "uses": -1}]}}, "uses are not negative"),
        ({"coupons": ["hello"]}, "coupons[0]: 'hello': this code is not a coupon"),
        ({"coupons": ["8110" + "1" * 396]}, "coupons[0]: '81101"),
    ],
)  # fmt: skip
def test_a_basket_with_a_mistake_is_refused_and_the_place_is_named(
    run: Runner, change: dict[str, Any], words: str
) -> None:
    status, out, err = run.demo({**BASKET, **change})
    assert (status, out) == (MISUSED, "")
    assert words in err


@pytest.mark.parametrize(
    ("offers", "words"),
    [
        ("{", "Input data was truncated"),
        ({"currency": "XYZ", "offers": []}, "'XYZ'"),
        ({"currency": "EUR", "offers": [{"id": "a", "derivation": [{"type": "percent", "percent_bp": 0}]}]},
         "offer 'a', derivation[0].percent_bp: 0 is not from 1 to 10000"),
    ],
)  # fmt: skip
def test_offers_with_a_mistake_are_refused(run: Runner, offers: object, words: str) -> None:
    status, _, err = run({"lines": []}, offers=offers)
    assert (status, words in err) == (MISUSED, True), err


def test_files_that_cannot_be_read_are_named(run: Runner, tmp_path: Path) -> None:
    missing = str(tmp_path / "none.json")
    assert cli.main(["price", missing, str(OFFERS)]) == MISUSED
    assert "none.json: No such file" in run.capsys.readouterr().err
    francs = tmp_path / "francs.csv"
    francs.write_text(CATALOGUE.read_text(encoding="utf-8").replace(",EUR,", ",CHF,"), encoding="utf-8")
    status, _, err = run({"lines": []}, "--catalogue", str(francs))
    assert (status, "prices in CHF, but the offers are in EUR" in err) == (MISUSED, True)


def test_every_refusal_of_a_coupon_has_words() -> None:
    assert {refusal.value for refusal in Refusal} <= REASONS.keys()


@pytest.mark.parametrize("which", ["basket", "offers"])
@pytest.mark.parametrize(
    "raw",
    [b'{"currency":"EUR\xff","lines":[{"name":"\xff"}]}', b'{"currency":' * 50_000, b'{"lines":' * 50_000],
    ids=["not utf-8", "currencies in currencies", "lines in lines"],
)
def test_bytes_that_are_no_json_are_refused_with_a_sentence(
    which: str, raw: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {"basket": b'{"lines": []}', "offers": b'{"currency": "EUR"}', which: raw}
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    code = cli.main(["price", str(tmp_path / "basket"), str(tmp_path / "offers")])
    said = capsys.readouterr().err
    assert code == 2
    assert said.startswith("kiosk price: ")
    assert len(said.splitlines()) <= 3
