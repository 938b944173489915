"""Scenarios about offers: typing, holding up cards and coupons, and expecting what they save."""

from pathlib import Path
from typing import Any

import pytest

from simulators.papers import Paper
from simulators.settings import RULES, TEMPLATE, shop_files
from simulators.shopper import outputs, pictures, scenario
from simulators.shopper.expectations import differences
from simulators.shopper.scenario import ScenarioRefusedError
from simulators.shopper.state import LaneState
from simulators.shopper.steps import Expect, Show, Type, label_of


def actions(text: str, folder: Path) -> list[Any]:
    return [step.action for step in scenario.parse(text, folder=folder).steps]


def test_papers_are_shown_by_name(tmp_path: Path) -> None:
    steps = '[[step]]\nshow = "coupon:qr:HELLO"\n[[step]]\nshow = "sticker:farmhouse-loaf-750-g:145"'
    coupon, sticker = actions(steps, tmp_path)
    assert isinstance(coupon, Show)
    assert isinstance(coupon.picture, Paper)
    assert (coupon.picture.form, coupon.picture.text) == ("qr", "HELLO")
    assert label_of(coupon) == "show coupon HELLO"
    assert label_of(sticker) == "show sticker farmhouse-loaf-750-g:145"
    assert pictures.file_of(sticker.picture, tmp_path).is_file()


def test_a_number_is_typed_on_digits_and_a_word_on_letters(tmp_path: Path) -> None:
    number, word = actions('[[step]]\ntype = "+49 30"\n[[step]]\ntype = "tea-2"', tmp_path)
    assert isinstance(number, Type)
    assert number.controls == ("enterCode", "key+", "key4", "key9", "key3", "key0", "keyOk")
    assert word.controls == ("enterCode", "keyLetters", "keyT", "keyE", "keyA", "key-", "key2", "keyOk")
    assert label_of(word) == "type tea-2"


EXPECT = """
[[step]]
[step.expect]
saving_minor = 678
points = 19
points_minor = 500
member = true
offers = ["juice", { offer = "tea", saving_minor = 139 }]
coupons = [{ coupon = "store:SPRING", reason = "too_few" }]
lines = [{ gtin = "1", saving_minor = 40 }]
"""


def test_what_offers_do_can_be_expected(tmp_path: Path) -> None:
    (found,) = actions(EXPECT, tmp_path)
    assert found == Expect(
        saving_minor=678,
        points=19,
        points_minor=500,
        member=True,
        offers=({"offer": "juice"}, {"offer": "tea", "saving_minor": 139}),
        coupons=({"coupon": "store:SPRING", "reason": "too_few"},),
        lines=({"gtin": "1", "saving_minor": 40},),
    )


@pytest.mark.parametrize(
    ("step", "reason"),
    [
        ('type = "naïve"', "the keyboard has no 'Ï' beside letters"),
        ('type = "+49 A"', "the keyboard has no '+' beside letters"),
        ('type = " "', "there is nothing to type"),
        ('show = "card:nobody-at-all"', "show: there is no member 'nobody-at-all'"),
        ('show = "coupon:ean13:1"', "not an EAN-13"),
        ("expect = { saving_minor = 1.5 }", "must be a whole number of minor units"),
        ("expect = { points = true }", "must be a whole number of points"),
        ("expect = { member = 1 }", "must be true or false"),
        ("expect = { offers = [1] }", "must be an offer in quotes or a table"),
        ('expect = { coupons = [{ cupon = "x" }] }', "unknown key 'cupon'; did you mean 'coupon'?"),
        ("expect = { saving = 5 }", "unknown key 'saving'; did you mean 'saving_minor'?"),
    ],
)
def test_a_wrong_step_is_refused_with_its_reason(step: str, reason: str, tmp_path: Path) -> None:
    with pytest.raises(ScenarioRefusedError) as refused:
        scenario.parse(f"[[step]]\n{step}\n", folder=tmp_path)
    (mistake,) = refused.value.mistakes
    assert reason in mistake


LINE = {"gtin": "1", "name": "Juice", "quantity": 3, "amount_minor": 597, "saving_minor": 199}
SALE = LaneState(
    screen="scanning",
    transaction={
        "lines": [LINE],
        "total_minor": 398,
        "paid": False,
        "saving_minor": 199,
        "offers": [{"offer": "juice", "name": "3 for 2", "layer": "item", "saving_minor": 199}],
        "coupons": [{"coupon": "store:SPRING", "held_by": "lane", "saving_minor": 0, "reason": "too_few"}],
        "member": {"how": "card"},
        "points_earned": 3,
        "points_minor": 0,
    },
)


def test_an_expectation_that_holds_says_nothing() -> None:
    expect = Expect(
        saving_minor=199,
        offers=({"offer": "juice", "saving_minor": 199},),
        coupons=({"coupon": "store:SPRING", "reason": "too_few"},),
        lines=({"gtin": "00000000000001", "saving_minor": 199},),
        member=True,
        points=3,
        points_minor=0,
    )
    assert differences(expect, SALE) == []
    assert differences(Expect(offers=1, coupons=1, lines=1), SALE) == []


@pytest.mark.parametrize(
    ("expect", "said"),
    [
        (Expect(saving_minor=200), "expected a saving of 200, it is 199"),
        (Expect(points=4), "expected points of 4, it is 3"),
        (Expect(points_minor=4), "expected a payment with points of 4, it is 0"),
        (Expect(member=False), "expected that the member is not known, but is known"),
        (Expect(offers=2), "expected 2 offer(s), there are 1: juice 199"),
        (Expect(offers=()), "1 offer(s) not expected: juice 199"),
        (Expect(coupons=({"coupon": "store:X"},)), "no coupon with coupon store:X"),
        (Expect(coupons=0), "expected 0 coupon(s), there are 1: store:SPRING too_few"),
    ],
)
def test_what_is_not_as_expected_is_told_in_words(expect: Expect, said: str) -> None:
    assert said in differences(expect, SALE)


def test_without_a_sale_nobody_is_a_member_and_nothing_is_saved() -> None:
    nothing = LaneState(screen="attract")
    assert differences(Expect(member=False, saving_minor=0, offers=0, coupons=0, points=0), nothing) == []


def test_another_shop_s_goods_come_without_the_demo_shop_s_offers(tmp_path: Path) -> None:
    own = tmp_path / "goods.csv"
    assert shop_files(own) == {
        "catalogue": str(own), "offers": None, "members": None, "rules": str(RULES),
    }  # fmt: skip
    offers = tmp_path / "offers.json"
    assert shop_files(own, offers)["offers"] == str(offers)
    ours = shop_files()
    assert ours["catalogue"] == str(TEMPLATE.with_name("catalogue.csv"))


RULE = "─" * 42
PAPER = "\n".join(
    [
        RULE,
        f"Juice{'5.97 B':>37}",
        f"  3 for 2{'-1.99':>31}",
        RULE,
        f"TOTAL{'EUR 3.98':>35}",
        f"You saved{'EUR 1.99':>31}",
        f"Visa{'3.98':>36}",
    ]
)


def papers(folder: Path, *pieces: tuple[str, str]) -> list[dict[str, Any]]:
    """Pieces of paper as the printer tells them: how each ended, and its text."""
    found = []
    for number, (ended, text) in enumerate(pieces):
        path = folder / f"{number}.txt"
        path.write_text(text, encoding="utf-8")
        found.append({"ended": ended, "txt": str(path)})
    return found


def test_the_paper_is_added_up_and_compared_with_the_lane(tmp_path: Path) -> None:
    right = papers(tmp_path, ("cut", PAPER))
    assert outputs.check_receipt(right, 42, 398) == (True, "")
    assert outputs.check_receipt(right, 42, None) == (True, "")
    assert outputs.check_receipt(right, 42, 399) == (False, "the total says 398, the lane says 399")
    is_right, said = outputs.check_receipt(
        papers(tmp_path, ("cut", PAPER.replace("-1.99", "-1.98"))), 42, 398
    )
    assert not is_right
    assert "the lines above add up to 399" in said
    assert outputs.check_receipt([], 42, 398) == (None, "")
    assert outputs.check_receipt(papers(tmp_path, ("torn", PAPER)), 42, 398) == (None, "")


def test_a_receipt_in_two_pieces_is_put_together_and_an_earlier_one_left_out(tmp_path: Path) -> None:
    upper, lower = PAPER.split("TOTAL")
    torn = papers(
        tmp_path, ("cut", PAPER.replace("5.97", "9.99")), ("paper_end", upper), ("cut", "TOTAL" + lower)
    )
    assert outputs.check_receipt(torn, 42, 398) == (True, "")
    assert outputs.check_receipt(torn[2:], 42, 398) == (None, "")
