"""A basket priced by a shop's terms: any way of getting there, the same price; every cent explained."""

import json
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from retail.basket import PIECES_MAX, Line
from retail.catalogue import LinkedItem, Product
from retail.check import BrokenInvariantError
from retail.codes import check_digit
from retail.coupons.model import Coupon
from retail.coupons.parse import parse_coupon
from retail.member import Member
from retail.priced import PricedBasket
from retail.pricing import Basket, Pricer, categories
from retail.terms import Terms, no_terms, read_terms

MONDAY = "2026-11-23T10:00:00+01:00"


def gtin(number: int) -> str:
    payload = f"{952100000000 + number:012d}"
    return "0" + payload + str(check_digit(payload))


DEPOSIT = LinkedItem(key=gtin(90), names={"": "Deposit"}, price_minor=25, tax_rate_bp=1900)


def product(number: int, price_minor: int, category: str, **rest: Any) -> Product:
    return Product(
        key=gtin(number),
        gtin=gtin(number)[1:],
        names={"": f"Goods {number}"},
        price_minor=price_minor,
        currency="EUR",
        tax_rate_bp=rest.pop("tax_rate_bp", 700),
        category=category,
        **rest,
    )


TEA = product(1, 299, "drinks/tea")
COFFEE = product(2, 649, "drinks/coffee")
COLA = product(3, 149, "drinks/soft", tax_rate_bp=1900, linked=(DEPOSIT,))
BREAD = product(4, 289, "bakery")
BUTTER = product(5, 229, "dairy", floor_minor=200)
CHOCOLATE = product(6, 149, "sweets")
CHEESE = product(7, 1290, "dairy", unit="kg")
GIFT_CARD = product(8, 2500, "cards", tax_rate_bp=0, takes_offers=False, counts=False)
GOODS = (TEA, COFFEE, COLA, BREAD, BUTTER, CHOCOLATE, CHEESE, GIFT_CARD)


def offer(offer_id: str, derivation: dict[str, Any], **rest: Any) -> dict[str, Any]:
    return {"id": offer_id, "derivation": [derivation], **rest}


def of(*products: Product) -> dict[str, Any]:
    return {"ids": [one.key for one in products]}


OFFERS = [
    offer("tea", {"type": "nth_unit", "quantity": 3, "of": {"categories": ["drinks/tea"]}}),
    offer("drinks", {"type": "percent", "percent_bp": 1000, "of": {"categories": ["drinks"]}}),
    offer("deal", {"type": "bundle", "slots": [{"of": of(BREAD)}, {"of": of(BUTTER)}], "price_minor": 450}),
    offer("sweet", {"type": "group_price", "quantity": 2, "price_minor": 250, "of": of(CHOCOLATE)}),
    offer(
        "card",
        {"type": "new_price", "price_minor": 199, "of": of(BREAD)},
        layer="shelf",
        eligibility=[{"test": "member"}],
        names={"de": "Kartenpreis"},
    ),
    offer(
        "gold",
        {"type": "percent", "percent_bp": 500, "of": {"categories": ["dairy"]}},
        layer="basket",
        eligibility=[{"test": "member", "groups": ["tier-gold"]}],
    ),
    offer(
        "spend",
        {"type": "amount", "amount_minor": 200},
        layer="basket",
        eligibility=[{"test": "min_spend", "amount_minor": 2000}],
    ),
    offer(
        "spring",
        {"type": "percent_of_total", "percent_bp": 1000},
        layer="coupon",
        name="Spring",
        eligibility=[{"test": "code", "code": "store:SPRING"}, {"test": "min_spend", "amount_minor": 500}],
    ),
    offer(
        "thanks",
        {"type": "amount", "amount_minor": 300},
        layer="coupon",
        eligibility=[{"test": "code", "code": "store:THANKS"}],
    ),
]  # fmt: skip
FILE: dict[str, Any] = {
    "currency": "EUR",
    "offers": OFFERS,
    "coupons": {
        "codes": [{"code": "SPRING", "valid_until": "2026-12-31"}, {"code": "THANKS", "serial_length": 8}],
        "campaigns": [
            {"coupon": "ean:981000001", "names": {"de": "Kaffee"}, "of": of(COFFEE), "copies": 2}
        ],
    },
    "points": {"earn": {"per_minor": 100, "days": [{"multiplier": 3, "weekdays": [6]}]}},
    "stamps": [{"card": "coffee", "name": "Coffee card", "of": of(COFFEE)}],
    "next_visit": [{"from_minor": 3000, "value_minor": 300, "code": "THANKS"}],
}  # fmt: skip


def terms_of(file: dict[str, Any]) -> Terms:
    return read_terms(json.dumps(file).encode(), "EUR")


TERMS = terms_of(FILE)


def coupon(text: str) -> Coupon:
    read = parse_coupon(text, TERMS.coupon_rules, TERMS.store_codes).coupon
    assert read is not None, text
    return read


SPRING, THANKS = coupon("SPRING"), coupon("THANKS12345678")
COFFEE_120 = coupon("981000001012" + str(check_digit("981000001012")))
GOLD = Member(member_id="m-1", tier="gold", points=50, stamps={"coffee": 11})


def line(line_id: int, goods: Product, quantity: int = 1) -> Line:
    return Line(
        line_id=line_id, product=goods, quantity=quantity, weight_g=412 if goods.unit == "kg" else None
    )


def basket(*lines: Line, at: str = MONDAY, **rest: Any) -> Basket:
    return Basket(lines=lines, started_at=at, currency="EUR", **rest)


def pieces(*goods: Product, **rest: Any) -> Basket:
    return basket(*(line(number, one) for number, one in enumerate(goods, 1)), **rest)


def priced(wanted: Basket, terms: Terms = TERMS) -> PricedBasket:
    return Pricer(terms).finish(wanted)


def money(answer: PricedBasket) -> tuple[object, ...]:
    """What must not depend on the order of scans: everything but which of two like units is cheaper."""
    return (
        answer.total_minor,
        answer.saving_minor,
        answer.linked_minor,
        answer.taxes,
        sorted((one.offer_id, one.saving_minor) for one in answer.offers),
        [(one.coupon_no, one.saving_minor, one.reason, one.missing) for one in answer.coupons],
        answer.rewards,
    )


# --- properties -------------------------------------------------------------------------------------------

_COUPONS = st.lists(st.sampled_from([SPRING, THANKS, COFFEE_120, COFFEE_120]), max_size=4).map(
    lambda shown: tuple(enumerate(shown, 1))
)
_MEMBERS = st.sampled_from([None, GOLD, Member(member_id="m-2")])
_LINES = st.lists(st.tuples(st.sampled_from(GOODS), st.integers(1, 4)), max_size=8)


def lines_of(rows: list[tuple[Product, int]]) -> tuple[Line, ...]:
    return tuple(
        line(number, goods, 1 if goods.unit == "kg" else quantity)
        for number, (goods, quantity) in enumerate(rows, 1)
    )


@settings(max_examples=150)
@given(_LINES, _MEMBERS, _COUPONS)
def test_every_cent_is_explained(
    rows: list[tuple[Product, int]], member: Member | None, coupons: tuple[tuple[int, Coupon], ...]
) -> None:
    lines = lines_of(rows)
    answer = priced(basket(*lines, member=member, coupons=coupons))
    by_offer: dict[str, int] = {}
    for unit in answer.units:
        left = unit.list_minor
        for cut in unit.cuts:
            assert cut.base_minor == left
            left -= cut.amount_minor
            by_offer[cut.offer_id] = by_offer.get(cut.offer_id, 0) + cut.amount_minor
        assert unit.paid_minor == left >= 0
    assert [(unit.line_id, unit.index) for unit in answer.units] == [
        (one.line_id, index) for one in lines for index in range(one.quantity)
    ]
    assert answer.list_minor == sum(one.amount_minor for one in lines)
    assert answer.linked_minor == sum(one.linked_minor for one in lines)
    assert answer.total_minor == sum(unit.paid_minor for unit in answer.units) + answer.linked_minor
    assert answer.saving_minor == answer.list_minor + answer.linked_minor - answer.total_minor
    assert {one.offer_id: one.saving_minor for one in answer.offers if one.saving_minor} == {
        name: amount for name, amount in by_offer.items() if amount
    }
    assert sum(part.gross_minor for part in answer.taxes) == answer.total_minor
    assert all(part.net_minor + part.tax_minor == part.gross_minor for part in answer.taxes)
    assert sum(one.saving_minor for one in answer.coupons) == sum(
        one.saving_minor for one in answer.offers if one.coupon_no
    )
    assert all((one.saving_minor > 0) != (one.reason != "") for one in answer.coupons)
    assert answer.is_final
    assert answer.item_count == len(answer.units)


@settings(max_examples=100)
@given(_LINES, _MEMBERS, _COUPONS, st.randoms(use_true_random=False))
def test_any_order_of_the_same_scans_gives_the_same_price(
    rows: list[tuple[Product, int]],
    member: Member | None,
    coupons: tuple[tuple[int, Coupon], ...],
    random: Any,
) -> None:
    shuffled = list(rows)
    random.shuffle(shuffled)
    first = priced(basket(*lines_of(rows), member=member, coupons=coupons))
    second = priced(basket(*lines_of(shuffled), member=member, coupons=coupons))
    assert money(first) == money(second)


_STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("scan"), st.sampled_from(GOODS)),
        st.tuples(st.just("quantity"), st.integers(1, 5)),
        st.tuples(st.just("void"), st.integers(0, 5)),
        st.tuples(st.just("coupon"), st.sampled_from([SPRING, THANKS, COFFEE_120])),
        st.tuples(st.just("card"), st.sampled_from([None, GOLD])),
    ),
    min_size=1,
    max_size=12,
)


@settings(max_examples=80)
@given(_STEPS)
def test_the_price_after_each_step_is_that_of_a_fresh_basket(steps: list[tuple[str, Any]]) -> None:
    pricer = Pricer(TERMS)
    lines: dict[int, Line] = {}
    shown: list[tuple[int, Coupon]] = []
    member: Member | None = None
    for number, (step, what) in enumerate(steps, 1):
        if step == "scan":
            lines[number] = line(number, what)
        elif step == "quantity" and lines:
            last = max(lines)
            if lines[last].weight_g is None:
                lines[last] = line(last, lines[last].product, what)
        elif step == "void" and lines:
            del lines[sorted(lines)[what % len(lines)]]
        elif step == "coupon":
            shown.append((number, what))
        elif step == "card":
            member = what
        now = basket(*lines.values(), member=member, coupons=tuple(shown))
        assert pricer.price(now) == Pricer(TERMS).price(now)
        assert pricer.finish(now) == Pricer(TERMS).finish(now)


@settings(max_examples=60)
@given(_LINES, _MEMBERS)
def test_without_terms_a_basket_costs_what_its_labels_say(
    rows: list[tuple[Product, int]], member: Member | None
) -> None:
    lines = lines_of(rows)
    answer = priced(basket(*lines, member=member), no_terms("EUR"))
    assert answer.total_minor == sum(one.amount_minor + one.linked_minor for one in lines)
    assert answer.item_count == sum(one.quantity for one in lines)
    assert (answer.saving_minor, answer.offers, answer.nudges) == (0, (), ())


# --- what is in the answer --------------------------------------------------------------------------------


def test_names_come_in_the_shopper_s_language_with_a_fallback() -> None:
    answer = priced(pieces(BREAD, member=GOLD))
    applied = answer.offer("card")
    assert applied is not None
    assert (applied.names, applied.reason, applied.layer) == (
        {"": "card", "de": "Kartenpreis"}, "new_price", "shelf",
    )  # fmt: skip


def test_a_card_shown_last_lowers_what_was_scanned_before() -> None:
    pricer = Pricer(TERMS)
    assert pricer.price(pieces(BREAD)).total_minor == 289
    assert pricer.price(pieces(BREAD, member=GOLD)).total_minor == 199
    assert pricer.price(pieces(BREAD)).total_minor == 289


def test_a_hint_says_what_one_more_saves_and_of_which_line() -> None:
    answer = Pricer(TERMS).price(pieces(CHOCOLATE))
    (nudge,) = answer.nudges
    assert (nudge.offer_id, nudge.line_id, nudge.missing_units, nudge.saves_minor) == ("sweet", 1, 1, 48)
    assert priced(pieces(CHOCOLATE)).nudges == (), "at paying nobody is told to buy more"


def test_no_hint_asks_for_more_than_may_be_bought() -> None:
    limited = product(6, 149, "sweets", quantity_max=1)
    assert Pricer(TERMS).price(pieces(limited)).nudges == ()


def test_a_hint_may_be_about_spending_from_half_the_way_on() -> None:
    assert not any(nudge.missing_minor for nudge in Pricer(TERMS).price(pieces(COFFEE)).nudges)
    answer = Pricer(TERMS).price(pieces(GIFT_CARD, COFFEE, COFFEE, BREAD, BREAD))
    spend = [nudge for nudge in answer.nudges if nudge.missing_minor]
    assert [(nudge.offer_id, nudge.missing_minor, nudge.saves_minor) for nudge in spend] == [
        ("spend", 254, 200)
    ]


def test_deposits_stand_outside_offers_and_points_and_carry_their_own_tax() -> None:
    answer = priced(pieces(*[COLA] * 6, member=GOLD))
    assert (answer.linked_minor, answer.rewards.base_minor) == (150, answer.total_minor - 150)
    assert answer.taxes[0].gross_minor == answer.total_minor


def test_gift_cards_take_no_offer_and_count_for_nothing() -> None:
    answer = priced(pieces(GIFT_CARD, member=GOLD, coupons=((1, SPRING),)))
    assert (answer.total_minor, answer.rewards.points) == (2500, 0)
    assert answer.coupons[0].reason == "spend_more"


def test_no_unit_falls_below_its_floor() -> None:
    answer = priced(pieces(BUTTER, BREAD, member=GOLD, coupons=((1, THANKS),)))
    assert min(unit.paid_minor for unit in answer.units if unit.line_id == 1) == 200


def test_goods_reduced_to_clear_stand_outside_offers_unless_the_shop_lets_them_in() -> None:
    reduced = Line(line_id=1, product=TEA, price_minor=150, is_marked_down=True)
    plain = priced(basket(reduced))
    assert (plain.total_minor, plain.list_minor, plain.offers) == (150, 150, ())
    open_terms = terms_of({**FILE, "marked_down_takes_offers": True})
    assert priced(basket(reduced), open_terms).total_minor == 135


@pytest.mark.parametrize("sticker", [299, 300, 5000])
def test_a_sticker_that_asks_no_less_than_the_shelf_is_as_if_it_were_not_there(sticker: int) -> None:
    stuck = Line(line_id=1, product=TEA, price_minor=sticker, is_marked_down=True)
    without = priced(basket(Line(line_id=1, product=TEA)))
    assert priced(basket(stuck)) == without
    assert (stuck.is_reduced, stuck.unit_price_minor, stuck.amount_minor) == (False, 299, 299)


@pytest.mark.parametrize(("sticker", "paid"), [(280, 269), (269, 269), (268, 268)])
def test_a_sticker_never_makes_goods_dearer_than_the_shelfs_offers_do(sticker: int, paid: int) -> None:
    """Tea is 2.99, this week 2.69: nobody pays 2.80 for the pack with the sticker."""
    week = offer("week", {"type": "new_price", "price_minor": 269, "of": {"ids": [TEA.key]}}, layer="shelf")
    terms = terms_of({"currency": "EUR", "offers": [week]})
    line = Line(line_id=1, product=TEA, price_minor=sticker, is_marked_down=True)
    answer = priced(basket(line), terms)
    assert (answer.list_minor, answer.total_minor) == (sticker, paid)
    assert [one.saving_minor for one in answer.offers] == [sticker - paid] * (sticker > paid)


def test_a_sticker_on_a_weighed_pack_is_compared_with_what_the_pack_costs() -> None:
    known = Line(line_id=1, product=CHEESE, weight_g=482, price_minor=700, is_marked_down=True)
    unknown = Line(line_id=1, product=CHEESE, price_minor=1200, is_marked_down=True)
    assert (known.piece_minor, known.is_reduced) == (622, False)
    assert (unknown.piece_minor, unknown.is_reduced) == (1200, True)


def test_a_price_in_the_code_of_a_pack_stands_whatever_the_shelf_says() -> None:
    pack = Line(line_id=1, product=CHEESE, weight_g=482, price_minor=5000)
    assert priced(basket(pack)).list_minor == 5000


def test_a_category_is_in_all_it_stands_under() -> None:
    assert categories("drinks/tea/green") == ("drinks", "drinks/tea", "drinks/tea/green")
    assert categories("") == ()


# --- coupons ----------------------------------------------------------------------------------------------


def standing(wanted: Basket, number: int, terms: Terms = TERMS) -> tuple[int, str, int]:
    (found,) = [one for one in priced(wanted, terms).coupons if one.coupon_no == number]
    return found.saving_minor, found.reason, found.missing


def test_a_coupon_says_what_it_saves_or_why_nothing() -> None:
    assert standing(pieces(COFFEE, coupons=((1, COFFEE_120),)), 1) == (120, "", 0)
    assert standing(pieces(TEA, coupons=((1, COFFEE_120),)), 1) == (0, "nothing_for_it", 0)
    assert standing(pieces(TEA, coupons=((1, SPRING),)), 1) == (0, "spend_more", 231)
    assert standing(pieces(COFFEE, at="2027-01-01T08:00:00+01:00", coupons=((1, SPRING),)), 1) == (
        0, "expired", 0,
    )  # fmt: skip


def test_papers_that_cannot_be_told_apart_count_as_often_as_their_campaign_says() -> None:
    three = pieces(*[COFFEE] * 4, coupons=tuple((number, COFFEE_120) for number in (1, 2, 3)))
    assert [standing(three, number)[:2] for number in (1, 2, 3)] == [(120, ""), (120, ""), (0, "copies")]
    twice = pieces(*[COFFEE] * 2, coupons=((1, SPRING), (2, SPRING)))
    assert standing(twice, 2) == (0, "copies", 0), "one of a campaign unless the terms say more"


def test_a_further_paper_of_the_shop_s_own_campaign_works_again_where_the_shop_says_so() -> None:
    other = coupon("THANKS87654321")
    both = pieces(*[COFFEE] * 3, coupons=((1, THANKS), (2, other)))
    assert standing(both, 2) == (0, "copies", 0)
    campaign = {"coupon": "store:THANKS", "copies": 2}
    generous = terms_of({**FILE, "coupons": {**FILE["coupons"], "campaigns": [campaign]}})
    assert standing(both, 2, generous) == (300, "", 0)
    assert priced(both, generous).saving_minor == priced(both).saving_minor + 300


def test_a_maker_s_coupon_counts_beside_an_offer_over_the_basket() -> None:
    """A basket offer uses no unit up: only coupons that consume shut each other out."""
    answer = priced(pieces(*[COFFEE] * 4, coupons=((1, COFFEE_120),)))
    assert {one.offer_id: one.saving_minor for one in answer.offers} == {
        "drinks": 260, "spend": 200, "ean:981000001/1": 120,
    }  # fmt: skip


def test_the_same_paper_shown_twice_counts_once() -> None:
    assert standing(pieces(*[COFFEE] * 3, coupons=((1, THANKS), (2, THANKS))), 2) == (0, "already_shown", 0)


def test_coupons_may_be_shown_in_any_order() -> None:
    goods = [COFFEE, COFFEE, TEA, BREAD]
    shown = [SPRING, THANKS, COFFEE_120]
    totals = {
        priced(pieces(*goods, coupons=tuple(enumerate(order, 1)))).total_minor
        for order in (shown, shown[::-1], [THANKS, COFFEE_120, SPRING])
    }
    assert len(totals) == 1


def test_an_offer_of_a_coupon_names_the_coupon_and_its_campaign() -> None:
    answer = priced(pieces(COFFEE, coupons=((7, COFFEE_120),)))
    (applied,) = [one for one in answer.offers if one.coupon_no]
    assert (applied.coupon_no, applied.names["de"], applied.layer, applied.funder) == (
        7, "Kaffee", "coupon", "maker",
    )  # fmt: skip


# --- rewards ----------------------------------------------------------------------------------------------


def test_points_are_earned_after_discounts_less_deposits_and_three_times_on_the_day() -> None:
    assert priced(pieces(TEA, COLA, member=GOLD)).rewards.points == 4
    saturday = priced(pieces(TEA, COLA, member=GOLD, at="2026-11-28T10:00:00+01:00"))
    assert saturday.rewards.points == 12
    assert priced(pieces(TEA, COLA)).rewards.points == 0, "nobody earns nothing"


def test_a_full_stamp_card_pays_for_a_coffee_and_takes_its_stamps() -> None:
    answer = priced(pieces(COFFEE, COFFEE, TEA, member=GOLD))
    stamps = answer.offer("stamps:coffee")
    assert stamps is not None
    assert (stamps.saving_minor, stamps.names) == (649, {"": "Coffee card"})
    assert answer.rewards.stamps == {"coffee": 11 - 9 + 1}
    assert priced(pieces(TEA, member=GOLD)).rewards.stamps == {}


def test_stamps_of_this_visit_count_where_the_card_says_so() -> None:
    card = {**FILE["stamps"][0], "same_visit": True, "stamps_needed": 2}
    quick = terms_of({**FILE, "stamps": [card]})
    fresh = Member(member_id="m-3")
    answer = priced(pieces(*[COFFEE] * 3, member=fresh), quick)
    assert (answer.offer("stamps:coffee") is not None, answer.rewards.stamps) == (True, {"coffee": 0})
    assert priced(pieces(*[COFFEE] * 2, member=fresh), quick).offer("stamps:coffee") is None


def test_a_coupon_for_the_next_visit_is_told_and_not_subtracted() -> None:
    answer = priced(pieces(*[COFFEE] * 7))
    rewards = answer.rewards
    assert (rewards.next_visit_minor, rewards.next_visit_code) == (300, "THANKS")
    assert (rewards.next_visit_from, rewards.next_visit_until) == ("2026-11-24", "2026-12-23")
    assert TERMS.next_visit_serial_length("THANKS") == 8
    assert priced(pieces(COFFEE)).rewards.next_visit_minor == 0


# --- why not ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("offer_id", "goods", "reason"),
    [
        ("tea", [TEA, TEA], "too_few"),
        ("tea", [BREAD], "no_goods"),
        ("tea", [TEA] * 3, "applied"),
        ("gold", [BUTTER], "members_only"),
        ("spring", [TEA], "needs_code"),
        ("nonsense", [TEA], "unknown_offer"),
    ],
)
def test_any_offer_has_an_answer_for_any_basket(offer_id: str, goods: list[Product], reason: str) -> None:
    assert Pricer(TERMS).why_not(pieces(*goods), offer_id).reason == reason


# --- prices that take a search -----------------------------------------------------------------------------


def crowded() -> tuple[Terms, Basket]:
    """Twelve goods under twenty offers that overlap at random."""
    chance = Random(1)
    goods = [product(100 + number, chance.randrange(200, 900), "crowd") for number in range(12)]
    offers = []
    for number in range(20):
        some = of(*chance.sample(goods, 6))
        forms = (
            {"type": "nth_unit", "quantity": 3, "of": some},
            {"type": "group_price", "quantity": 2, "price_minor": 700, "of": some},
            {"type": "nth_unit", "quantity": 2, "percent_bp": 5000, "of": some},
        )
        offers.append(offer(f"o{number}", forms[number % 3]))
    return terms_of({"currency": "EUR", "offers": offers}), pieces(*goods)


def test_a_price_that_may_be_beaten_says_so_and_the_final_one_then_stands() -> None:
    terms, full = crowded()
    pricer = Pricer(terms)
    at_once = pricer.price(full)
    assert not at_once.is_final, "the basket is hard enough to test with"
    assert at_once.nudges == (), "who does not know the price yet gives no advice"
    final = pricer.finish(full)
    assert final.is_final
    assert final.total_minor <= at_once.total_minor
    assert pricer.price(full) == final == pricer.finish(full) == Pricer(terms).finish(full)
    fewer = structs.replace(full, lines=full.lines[:-1])
    assert pricer.price(fewer).item_count == len(full.lines) - 1
    assert pricer.finish(fewer) == Pricer(terms).finish(fewer)


def test_a_basket_opened_anew_is_priced_as_if_it_had_been_scanned() -> None:
    terms, full = crowded()
    pricer = Pricer(terms)
    for count in range(len(full.lines) + 1):
        scanned = pricer.price(structs.replace(full, lines=full.lines[:count]))
    assert Pricer(terms).price(full) == scanned


# --- what must hold before --------------------------------------------------------------------------------


def test_a_basket_in_another_currency_is_never_priced() -> None:
    francs = Product(
        key=gtin(9), gtin=gtin(9)[1:], names={"": "x"}, price_minor=100, currency="CHF", tax_rate_bp=0
    )
    with pytest.raises(BrokenInvariantError, match="EUR"):
        priced(pieces(francs))
    with pytest.raises(BrokenInvariantError, match="CHF"):
        priced(Basket(lines=(), started_at=MONDAY, currency="CHF"))


def test_more_pieces_than_a_basket_holds_are_never_priced() -> None:
    full = basket(*(line(number, TEA, 50) for number in range(1, PIECES_MAX // 50 + 2)))
    with pytest.raises(BrokenInvariantError, match=str(PIECES_MAX)):
        priced(full)


def test_nothing_of_a_shopper_is_kept_after_forgetting() -> None:
    pricer = Pricer(TERMS)
    pricer.price(pieces(BREAD, member=GOLD, coupons=((1, THANKS),)))
    pricer.forget()
    assert "m-1" not in repr(vars(pricer))
    assert pricer.price(pieces(BREAD)).total_minor == 289
