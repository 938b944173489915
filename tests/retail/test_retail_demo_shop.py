"""The demo shop's forty offers: each really saves, and a card and coupons save variedly on everyday goods."""

import csv
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retail.basket import Line
from retail.catalogue import Product, read_csv
from retail.codes import MEASURE_PATTERNS, ProductCode, Symbology, check_digit
from retail.coupons.model import Coupon
from retail.member import Member, MemberKey
from retail.priced import PricedBasket
from retail.pricing import Basket, Pricer
from retail.promotions.offer import Gift, NextVisit
from retail.scanned import read_scan, read_typed
from retail.terms import read_terms

DEMO = Path(__file__).parents[2] / "assets" / "demo"
GOODS = read_csv((DEMO / "catalogue.csv").read_text(encoding="utf-8"))
TERMS = read_terms((DEMO / "offers.json").read_bytes(), "EUR")
BY_PICTURE: dict[str, Product] = {}
for one in GOODS.values():
    BY_PICTURE.setdefault(one.picture, one)

TUESDAY, FRIDAY = "2026-11-24T10:30:00+01:00", "2026-11-27T10:30:00+01:00"
TUESDAY_EVENING = "2026-11-24T18:00:00+01:00"
CLUB = Member(member_id="club-1", order_number=7)
NEW = Member(member_id="new-1", order_number=1)
SILVER = Member(member_id="silver-1", tier="silver", order_number=24)
GOLD = Member(member_id="gold-1", tier="gold", order_number=118)
STAFF = Member(member_id="staff-1", groups=("staff",))


def checked(payload: str) -> str:
    return payload + str(check_digit(payload))


BUTTER_1 = checked("981210001010")
COFFEE_050 = checked("982210002050")
POPCORN = checked("983210000017")
JUICE_1 = "2559521234560005000017\x1d3902100"


def coupon(text: str) -> Coupon:
    symbology = Symbology.GS1_DATA_MATRIX if "\x1d" in text else Symbology.CODE_128
    read = read_scan(text, symbology, TERMS, MEASURE_PATTERNS)
    assert isinstance(read, Coupon), read
    return read


def basket(
    wanted: str, member: Member | None = None, texts: tuple[str, ...] = (), at: str = TUESDAY
) -> Basket:
    """`"apple 2*milk cheese:450"`: pictures of goods, how many, or how many grams."""
    lines = []
    for number, word in enumerate(wanted.split(), 1):
        count, _, name = word.rpartition("*")
        name, _, grams = name.partition(":")
        lines.append(
            Line(
                line_id=number,
                product=BY_PICTURE[name],
                quantity=int(count or 1),
                weight_g=int(grams) if grams else None,
            )
        )
    coupons = tuple((number, coupon(text)) for number, text in enumerate(texts, 1))
    return Basket(lines=tuple(lines), member=member, coupons=coupons, started_at=at, currency="EUR")


def priced(wanted: Basket) -> PricedBasket:
    return Pricer(TERMS).finish(wanted)


APPLIES: list[tuple[str, Basket, int]] = [
    ("week-strawberries", basket("2*strawberry"), 100),
    ("club-milk", basket("3*milk", CLUB), 60),
    ("club-coffee", basket("coffee", CLUB), 50),
    ("sweets-3for2", basket("chocolate candy popcorn"), 129),
    ("pretzel-half", basket("2*pretzel"), 40),
    ("tea-1plus1", basket("6*tea"), 558),
    ("berries-2for5", basket("blueberries cherries"), 198),
    ("kiwi-5for150", basket("7*kiwi"), 63),
    ("pasta-tomatoes", basket("2*spaghetti canned_tomatoes"), 99),
    ("avocado-3plus1", basket("4*avocado"), 129),
    ("loaf-butter", basket("bread butter"), 50),
    ("snack-deal", basket("doughnut lemonade chocolate"), 118),
    ("vegetable-mix", basket("carrot onion pepper lettuce tomato"), 159),
    ("paper-pairs", basket("2*toilet_paper"), 100),
    ("tomatoes-stock", basket("4*canned_tomatoes"), 56),
    ("pudding-more", basket("5*pudding"), 40),
    ("cookies-more", basket("3*cookies"), 130),
    ("ice-1off", basket("3*ice_cream"), 200),
    ("honey-one", basket("2*honey"), 110),
    ("nibbles-pair", basket("olives peanuts"), 100),
    ("beer-crate", basket("6*wheat_beer"), 65),
    ("evening-bread", basket("baguette", at=TUESDAY_EVENING), 45),
    ("fish-friday", basket("fish:400", at=FRIDAY), 119),
    ("meat-from-6", basket("steak:500"), 140),
    ("gold-fruit", basket("apple", GOLD), 50),
    ("silver-fruit", basket("apple", SILVER), 25),
    ("club-care", basket("soap", CLUB), 19),
    ("coffee-chocolate", basket("2*coffee"), 0),
    ("spend-60", basket("10*coffee"), 500),
    ("garden-12", basket("2*apple 2*pear 2*mango"), 150),
    ("pantry-ladder", basket("6*rice 2*salt"), 82),
    ("flowers-40", basket("6*coffee bouquet"), 350),
    ("welcome", basket("2*coffee", NEW), 300),
    ("staff-10", basket("2*rice", STAFF), 50),
    ("club-thanks", basket("4*coffee", SILVER), 0),
    ("code-rice25", basket("rice", texts=("rice-25",)), 62),
    ("code-spring10", basket("3*coffee", texts=("SPRING10",)), 195),
    ("code-thanks", basket("coffee", texts=("THANKS2" + "7K2Q9FX4MTRA",)), 200),
    ("birthday", basket("chocolate ice_cream", texts=("BDAY123456",)), 299),
    ("popcorn-maker", basket("popcorn", texts=(POPCORN,)), 169),
]


def test_there_are_forty_offers_and_each_is_tried() -> None:
    assert len(TERMS.offers) == 40
    assert {name for name, _, _ in APPLIES} == {offer.id for offer in TERMS.offers}


@pytest.mark.parametrize(("name", "wanted", "saving"), APPLIES, ids=[name for name, _, _ in APPLIES])
def test_each_offer_applies_to_some_basket(name: str, wanted: Basket, saving: int) -> None:
    answer = priced(wanted)
    applied = answer.offer(name)
    assert applied is not None, [offer.offer_id for offer in answer.offers]
    assert applied.saving_minor == saving
    form = TERMS.book.by_name[name].offer.derivation[0]
    if saving == 0:
        assert isinstance(form, Gift | NextVisit)
        assert answer.gifts or answer.rewards.next_visit_minor == 200
    assert applied.names.keys() >= {"", "de", "zh"}


SIX = "apple milk butter rice juice soap"
SIX_PLAIN = 249 + 119 + 229 + 249 + 199 + 129


def test_six_everyday_goods_cost_their_labels_without_card_and_coupons() -> None:
    answer = priced(basket(SIX))
    assert (answer.total_minor, answer.offers) == (SIX_PLAIN, ())


def test_with_a_card_and_three_coupons_each_of_the_six_saves_for_a_reason_of_its_own() -> None:
    answer = priced(basket(SIX, GOLD, (BUTTER_1, "RICE25", JUICE_1)))
    saved = [
        {name: amount for name, amount in answer.cuts_of_line(line).items() if amount} for line in range(1, 7)
    ]
    assert saved == [
        {"gold-fruit": 50},
        {"club-milk": 20},
        {"ean:981210001/1": 100},
        {"code-rice25": 62},
        {"255:9521234560005/3": 100},
        {"club-care": 19},
    ]
    assert [(one.coupon_no, one.saving_minor) for one in answer.coupons] == [(1, 100), (2, 62), (3, 100)]
    assert (answer.saving_minor, answer.total_minor) == (351, SIX_PLAIN - 351)
    assert answer.rewards.points == (SIX_PLAIN - 351) // 100
    assert {offer.names["de"] for offer in answer.offers} == {
        "Gold: Obst 20 % günstiger", "Clubpreis Milch", "Gutschein Butter", "RICE25: Reis 25 % günstiger",
        "Gutschein Saft", "Club: Pflege 15 % günstiger",
    }  # fmt: skip


PICTURES = sorted(name for name, goods in BY_PICTURE.items() if name and goods.unit == "piece")


@settings(max_examples=60)
@given(
    st.lists(st.tuples(st.sampled_from(PICTURES), st.integers(1, 4)), min_size=1, max_size=12),
    st.sampled_from([None, CLUB, SILVER, GOLD, STAFF]),
    st.lists(st.sampled_from([BUTTER_1, COFFEE_050, POPCORN, JUICE_1, "RICE25", "SPRING10"]), max_size=4),
    st.sampled_from([TUESDAY, TUESDAY_EVENING, FRIDAY]),
    st.randoms(use_true_random=False),
)
def test_whatever_is_bought_adds_up_in_any_order(
    rows: list[tuple[str, int]], member: Member | None, texts: list[str], at: str, random: Random
) -> None:
    words = [f"{count}*{name}" for name, count in rows]
    answer = priced(basket(" ".join(words), member, tuple(texts), at))
    random.shuffle(words)
    again = priced(basket(" ".join(words), member, tuple(sorted(texts)), at))
    assert (answer.total_minor, answer.taxes) == (again.total_minor, again.taxes)
    assert answer.total_minor == answer.list_minor - answer.saving_minor + answer.linked_minor
    assert sum(tax.gross_minor for tax in answer.taxes) == answer.total_minor
    assert min(unit.paid_minor for unit in answer.units) >= 0
    assert answer.is_final


def test_drinks_carry_deposits_and_a_six_pack_sells_its_bottles() -> None:
    answer = priced(basket("2*lemonade wheat_beer"))
    assert answer.linked_minor == 2 * 25 + 8
    (pack,) = [one for one in GOODS.values() if one.pack_of]
    assert (pack.pack_of, pack.pack_quantity) == (BY_PICTURE["wheat_beer"].key, 6)
    assert pack.price_minor == 6 * BY_PICTURE["wheat_beer"].price_minor


def test_a_reduced_sticker_sells_one_pack_at_its_price_and_out_of_offers() -> None:
    read = read_scan(checked("200070200125"), Symbology.EAN_13, TERMS, MEASURE_PATTERNS)
    assert isinstance(read, ProductCode)
    bacon = GOODS.find(read.alternative_key or "")
    assert bacon is BY_PICTURE["bacon"]
    assert bacon is not None
    line = Line(line_id=1, product=bacon, price_minor=read.price_minor, is_marked_down=read.is_marked_down)
    answer = priced(Basket(lines=(line,), started_at=TUESDAY, currency="EUR", member=STAFF))
    assert (answer.total_minor, answer.offers) == (125, ())


def test_the_members_can_all_be_recognised() -> None:
    with (DEMO / "members.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len({row["member_id"] for row in rows}) == len(rows) == 12
    keys = set()
    for row in rows:
        for text in (row["card"], row["credential"]):
            read = read_scan(text, Symbology.CODE_128, TERMS, MEASURE_PATTERNS)
            assert isinstance(read, MemberKey)
            keys.add(read.value)
        typed = read_typed(row["phone"], TERMS, MEASURE_PATTERNS, GOODS)
        assert isinstance(typed, MemberKey)
        keys.add(typed.value)
    assert len(keys) == 3 * 12


def test_goods_that_are_limited_or_outside_offers() -> None:
    assert BY_PICTURE["toilet_paper"].quantity_max == 4
    assert not BY_PICTURE["bag"].takes_offers
    assert BY_PICTURE["honey"].floor_minor == 429
