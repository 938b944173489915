"""The worked figure of every form, as the facts' table numbers them. Amounts in minor units."""

import pytest

from retail.promotions import offer as o
from retail.promotions.engine import price_basket
from retail.promotions.index import Book
from retail.promotions.outcome import Outcome
from retail.promotions.tender import cash_rounding, pay_from_card, round_cash
from retail.promotions.units import Context, Item, Moment, Unit


def units(*lines: tuple[str, int, int]) -> list[Unit]:
    """Units of (name, price, quantity); the name's first word is the category."""
    listed = [
        Item(id=name, price_minor=price, categories=(name.split()[0],))
        for name, price, count in lines
        for _ in range(count)
    ]
    return [Unit(id=number, item=item) for number, item in enumerate(listed)]


def price(
    form: o.Derivation,
    *lines: tuple[str, int, int],
    layer: o.Layer = "item",
    tests: tuple[o.Condition, ...] = (),
    context: Context | None = None,
    limits: tuple[o.Limit, ...] = (),
) -> Outcome:
    offer = o.Offer(id="offer", layer=layer, eligibility=tests, derivation=(form,), limits=limits)
    return price_basket(units(*lines), Book([offer]), context)


def of(*categories: str) -> o.Selector:
    return o.Selector(categories=categories)


def paid(outcome: Outcome) -> list[int]:
    return [unit.paid_minor for unit in outcome.units]


def discounts(outcome: Outcome) -> list[int]:
    return [unit.list_minor - unit.paid_minor for unit in outcome.units]


MEMBER = Context(is_member=True, groups=frozenset({"members"}))


def test_01_shelf_sale_price() -> None:
    assert price(o.NewPrice(price_minor=149), ("bread", 199, 3), layer="shelf").saving_minor == 150


def test_02_percent_off() -> None:
    assert price(o.Percent(percent_bp=2000), ("wine", 1200, 3)).saving_minor == 720


def test_03_percent_on_limited_units() -> None:
    form = o.Percent(percent_bp=2000, max_units=1)
    assert price(form, ("a", 1200, 2), ("b", 2000, 2)).saving_minor == 240


def test_04_amount_off_each_unit_never_below_zero() -> None:
    assert discounts(price(o.AmountEach(amount_minor=300), ("a", 200, 2), ("b", 400, 1))) == [300, 200, 200]


def test_05_amount_off_a_set_once() -> None:
    form = o.Amount(amount_minor=400)
    outcome = price(form, ("a", 200, 1), ("b", 200, 1), ("c", 200, 1), layer="basket")
    assert discounts(outcome) == [134, 133, 133]


def test_06_member_price_even_when_the_card_comes_last() -> None:
    from retail.promotions.session import OpenBasket

    offer = o.Offer(
        id="card", layer="shelf", eligibility=(o.Member(),), derivation=(o.NewPrice(price_minor=149),)
    )
    basket = OpenBasket(Book([offer]))
    for unit in units(("bread", 199, 2)):
        basket.add(unit)
    assert basket.total() == 398
    basket.set_context(MEMBER)
    assert basket.total() == 298


def test_07_member_amount_off() -> None:
    outcome = price(
        o.AmountEach(amount_minor=10),
        ("bread", 199, 1),
        tests=(o.Member(groups=("members",)),),
        context=MEMBER,
    )
    assert outcome.total_minor == 189


def test_08_employee_discount_without_tobacco_and_with_a_yearly_cap() -> None:
    form = o.PercentOfTotal(percent_bp=1000, of=o.Selector(without_categories=("tobacco",)))
    lines = (("food", 3200, 1), ("tobacco", 800, 1))
    assert price(form, *lines, layer="basket").saving_minor == 320
    cap = o.Limit(scope="member", amount_minor=100_000, used_minor=99_800)
    assert price(form, *lines, layer="basket", limits=(cap,)).saving_minor == 200


def test_09_hours_are_fixed_when_the_unit_is_scanned() -> None:
    window = o.Window(from_minute=16 * 60, to_minute=18 * 60)
    offer = o.Offer(id="evening", eligibility=(window,), derivation=(o.Percent(percent_bp=1500),))
    soup = Item(id="soup", price_minor=400)

    def at(minute: int) -> Unit:
        return Unit(id=minute, item=soup, moment=Moment(day="2026-03-02", weekday=1, minute=minute))

    outcome = price_basket([at(1079), at(1080)], Book([offer]))
    assert sorted(paid(outcome)) == [340, 400]


def test_10_reduced_to_clear_stays_out_of_other_offers() -> None:
    sticker = Item(id="salad", price_minor=130, is_marked_down=True)
    fresh = Item(id="salad", price_minor=259)
    offer = o.Offer(id="half", derivation=(o.Percent(percent_bp=5000, of=o.Selector(not_marked_down=True)),))
    outcome = price_basket([Unit(id=1, item=sticker), Unit(id=2, item=fresh)], Book([offer]))
    assert paid(outcome) == [129, 130]


def test_11_n_for_a_price() -> None:
    assert price(o.GroupPrice(quantity=3, price_minor=2000), ("a", 800, 4)).saving_minor == 400


def test_12_part_of_a_group_pays_its_share() -> None:
    form = o.GroupPrice(quantity=2, price_minor=200, part_groups=True)
    assert price(form, ("a", 165, 1)).total_minor == 100
    assert price(form, ("a", 165, 3)).total_minor == 300


@pytest.mark.parametrize(("grouping", "saving"), [("customer", 900), ("retailer", 300)])
def test_13_three_for_two_by_declared_grouping(grouping: str, saving: int) -> None:
    form = o.NthUnit(quantity=3, grouping=grouping)  # type: ignore[arg-type]
    lines = [(f"p{euros}", euros * 100, 1) for euros in (10, 9, 8, 3, 2, 1)]
    assert price(form, *lines).saving_minor == saving


def test_13_three_for_two_frees_the_cheapest() -> None:
    lines = (("a", 1285, 1), ("b", 450, 1), ("c", 199, 1))
    assert price(o.NthUnit(quantity=3), *lines).saving_minor == 199


def test_13_nine_units_free_three() -> None:
    # section 5: an engine that frees one only is wrong
    assert price(o.NthUnit(quantity=3), ("a", 300, 9)).saving_minor == 900


def test_14_second_at_half_price() -> None:
    assert price(o.NthUnit(quantity=2, percent_bp=5000), ("a", 200, 2)).saving_minor == 100


@pytest.mark.parametrize(("pick", "saving"), [("cheapest", 500), ("dearest", 1000)])
def test_15_buy_x_get_y(pick: o.Pick, saving: int) -> None:
    form = o.BuyGet(buy_quantity=1, buy=of("sweater"), get=of("shirt"), percent_bp=10_000, pick=pick)
    outcome = price(form, ("sweater", 2000, 1), ("shirt a", 500, 1), ("shirt b", 1000, 1))
    assert outcome.saving_minor == saving


def test_16_buy_two_get_two() -> None:
    form = o.BuyGet(buy_quantity=2, buy=of("x"), get_quantity=2, get=of("x"), percent_bp=10_000)
    assert discounts(price(form, ("x a", 500, 2), ("x b", 1000, 2))) == [0, 0, 500, 500]


def test_17_a_gift_for_every_three() -> None:
    outcome = price(o.Gift(item_id="cabinet", price_minor=32_000, per=3), ("cabinet", 32_000, 75))
    assert [(gift.item_id, gift.count) for gift in outcome.gifts] == [("cabinet", 25)]


def test_18_buy_a_save_on_b() -> None:
    chips = o.BuyGet(buy_quantity=1, buy=of("salsa"), get=of("chips"), amount_minor=50)
    outcome = price(chips, ("salsa", 300, 1), ("chips", 200, 1))
    assert discounts(outcome) == [0, 50]
    assert [unit.discounts[0].is_reward for unit in outcome.units] == [False, True]
    jackets = o.Percent(percent_bp=1000, of=of("jacket"))
    tests = (o.MinQuantity(quantity=1, of=of("trousers")),)
    assert price(jackets, ("trousers", 8000, 1), ("jacket", 10_000, 1), tests=tests).saving_minor == 1000


def test_19_two_meal_deals() -> None:
    slots = tuple(o.Slot(of=of(name)) for name in ("main", "drink", "snack"))
    outcome = price(
        o.Bundle(slots=slots, price_minor=385),
        *(("main a", 325, 1), ("main b", 150, 1), ("drink a", 285, 1), ("drink b", 169, 1)),
        *(("snack a", 145, 1), ("snack b", 125, 1)),
    )
    assert (outcome.list_minor, outcome.total_minor) == (1199, 770)


def test_20_two_sets_of_four_beat_five_and_three() -> None:
    steps = ((2, 500), (3, 1000), (4, 2000), (5, 2500))
    form = o.DistinctSet(steps=tuple(o.SetStep(distinct=count, percent_bp=bp) for count, bp in steps))
    books = [(f"book {number}", 800, 2 if number < 4 else 1) for number in range(1, 6)]
    assert price(form, *books).total_minor == 5120


def test_21_complete_groups_only() -> None:
    assert price(o.PerGroup(quantity=2, amount_minor=500), ("a", 1000, 3)).saving_minor == 1000


@pytest.mark.parametrize(("excess_only", "total"), [(False, 560), (True, 660)])
def test_22_and_23_quantity_break(excess_only: bool, total: int) -> None:
    form = o.Ladder(
        measure="quantity",
        reward="new_price",
        steps=(o.Step(at_least=6, reward=80),),
        excess_only=excess_only,
    )
    assert price(form, ("a", 100, 7)).total_minor == total
    assert price(form, ("a", 100, 7), layer="basket").total_minor == total


def test_24_first_and_additional_units() -> None:
    assert price(o.FirstAdditional(first_minor=113, additional_minor=211), ("a", 5000, 5)).saving_minor == 957


def test_25_step_by_category_quantity() -> None:
    form = o.Ladder(
        measure="quantity",
        reward="percent",
        steps=(o.Step(at_least=1, reward=1000), o.Step(at_least=10, reward=1500)),
        of=of("shirt", "pants"),
        pay_on=of("shirt"),
    )
    assert price(form, ("shirt", 5000, 7), ("pants", 1000, 3)).saving_minor == 5250


def test_26_spend_and_save() -> None:
    outcome = price(
        o.Amount(amount_minor=5000),
        ("a", 10_000, 7),
        layer="basket",
        tests=(o.MinSpend(amount_minor=50_000),),
    )
    assert outcome.saving_minor == 5000


def test_27_only_the_best_step_of_a_ladder() -> None:
    steps = ((150_000, 1000), (175_000, 1500), (200_000, 2000), (250_000, 2500))
    form = o.Ladder(
        measure="spend",
        reward="percent",
        steps=tuple(o.Step(at_least=bound, reward=bp) for bound, bp in steps),
    )
    assert price(form, ("a", 11_800, 17), layer="basket").total_minor == 160_480
    assert price(form, ("a", 11_800, 17)).total_minor == 160_480


def test_28_percent_of_a_capped_base() -> None:
    form = o.PercentOfTotal(percent_bp=3000, upto_minor=8000)
    assert price(form, ("a", 10_000, 1), layer="basket").saving_minor == 2400


def test_29_category_spend_and_save() -> None:
    outcome = price(
        o.Amount(amount_minor=500, of=of("mug")),
        ("mug", 2000, 2),
        ("tea", 300, 1),
        layer="basket",
        tests=(o.MinSpend(amount_minor=3000, of=of("mug")),),
    )
    assert discounts(outcome) == [250, 250, 0]


def test_30_spend_and_get_a_named_item_free() -> None:
    outcome = price(
        o.Percent(percent_bp=10_000, of=of("second")),
        ("first", 2000, 4),
        ("second", 2000, 2),
        layer="basket",
        tests=(o.MinSpend(amount_minor=10_000),),
    )
    assert (outcome.list_minor, outcome.total_minor) == (12_000, 8000)


def test_31_order_percent() -> None:
    outcome = price(o.PercentOfTotal(percent_bp=2000), ("a", 60_000, 2), layer="basket")
    assert outcome.saving_minor == 24_000


def test_32_order_percent_capped() -> None:
    form = o.PercentOfTotal(percent_bp=1500, cap_minor=5000)
    assert price(form, ("a", 65_000, 1), layer="basket").saving_minor == 5000
    assert price(form, ("a", 65_000, 1)).saving_minor == 5000


def test_33_order_amount_never_below_zero() -> None:
    assert price(o.Amount(amount_minor=1000), ("a", 700, 1), layer="basket").total_minor == 0


def test_34_one_price_for_the_whole_never_raises_it() -> None:
    assert price(o.SetTotal(price_minor=420), ("a", 1230, 1), layer="basket").saving_minor == 810
    assert price(o.SetTotal(price_minor=420), ("a", 300, 1), layer="basket").saving_minor == 0


def test_35_the_cheapest_unit_of_the_basket() -> None:
    form = o.Percent(percent_bp=9000, max_units=1, pick="cheapest")
    assert price(form, ("a", 1000, 1), ("b", 400, 1), layer="basket").saving_minor == 360


def test_36_what_a_floor_keeps_moves_to_others() -> None:
    tee = Item(id="tee", price_minor=5000, floor_minor=4500)
    mug = Item(id="mug", price_minor=2000)
    offer = o.Offer(id="half", derivation=(o.Percent(percent_bp=5000),))
    assert price_basket([Unit(id=1, item=tee)], Book([offer])).saving_minor == 500
    offer = o.Offer(id="amount", layer="basket", derivation=(o.Amount(amount_minor=2000),))
    outcome = price_basket([Unit(id=1, item=tee), Unit(id=2, item=mug)], Book([offer]))
    assert discounts(outcome) == [500, 1500]


def test_37_price_band() -> None:
    form = o.Percent(percent_bp=9000, of=o.Selector(price_from_minor=1000, price_to_minor=9000))
    assert paid(price(form, ("a", 10_000, 1), ("b", 2000, 1), ("c", 500, 1))) == [10_000, 200, 500]


def test_38_not_on_marked_down_units() -> None:
    winter = o.Offer(id="winter", layer="shelf", derivation=(o.Percent(percent_bp=2500, of=of("tee")),))
    amount = o.Amount(amount_minor=1000, of=o.Selector(not_marked_down=True))
    offers = [winter, o.Offer(id="ten", layer="basket", derivation=(amount,))]
    outcome = price_basket(units(("tee", 2000, 1), ("mug", 4000, 1), ("cap", 1000, 1)), Book(offers))
    assert {item: outcome.saving_of(item) for item in ("tee", "mug", "cap")} == {
        "tee": 500,
        "mug": 800,
        "cap": 200,
    }


@pytest.mark.parametrize(("number", "saving"), [(5, 2000), (4, 0), (None, 0)])
def test_39_fifth_order(number: int | None, saving: int) -> None:
    outcome = price(
        o.Amount(amount_minor=2000),
        ("a", 10_000, 1),
        layer="basket",
        tests=(o.OrderNumber(number=5),),
        context=Context(order_number=number),
    )
    assert outcome.saving_minor == saving


def test_40_code_coupon_on_one_unit() -> None:
    form = o.Percent(percent_bp=1000, max_units=1)
    tests = (o.Code(code="SUN"),)
    context = Context(codes=frozenset({"SUN"}))
    assert price(form, ("a", 1000, 3), layer="coupon", tests=tests, context=context).saving_minor == 100
    assert price(form, ("a", 1000, 3), layer="coupon", tests=tests).saving_minor == 0


def test_44_deposits_stand_outside_offers_and_thresholds() -> None:
    can = Item(id="can", price_minor=100)
    deposit = Item(id="deposit", price_minor=15, takes_offers=False, counts=False)
    basket = [Unit(id=number, item=can if number < 6 else deposit) for number in range(12)]
    spend = o.Offer(
        id="spend",
        layer="basket",
        eligibility=(o.MinSpend(amount_minor=601),),
        derivation=(o.Amount(amount_minor=50),),
    )
    half = o.Offer(id="half", derivation=(o.Percent(percent_bp=5000),))
    assert price_basket(basket, Book([])).total_minor == 600 + 90
    assert price_basket(basket, Book([spend])).total_minor == 690
    assert price_basket(basket, Book([half])).total_minor == 300 + 90


def test_45_a_weighed_pack_counts_as_one() -> None:
    from retail.money import divide_half_up

    pack = divide_half_up(482 * 399, 1000)
    assert pack == 192
    assert price(o.NthUnit(quantity=2), ("apples", pack, 1)).saving_minor == 0


def test_49_next_visit_coupon_is_shown_not_subtracted() -> None:
    outcome = price(
        o.NextVisit(amount_minor=300),
        ("a", 3000, 1),
        layer="basket",
        tests=(o.MinSpend(amount_minor=3000),),
    )
    assert (outcome.next_visit_minor, outcome.total_minor) == (300, 3000)


@pytest.mark.parametrize(("stamps", "saving"), [(8, 0), (9, 250), (18, 500)])
def test_50_stamp_card_is_a_budget_of_uses(stamps: int, saving: int) -> None:
    limit = o.Limit(scope="member", uses=stamps // 9)
    form = o.PerGroup(quantity=1, percent_bp=10_000, of=of("coffee"))
    assert price(form, ("coffee", 250, 3), limits=(limit,)).saving_minor == saving


def test_51_tender_linked() -> None:
    form, tests = o.PercentOfTotal(percent_bp=500), (o.Tender(kinds=("store_card",)),)
    context = Context(tender="store_card")
    assert price(form, ("a", 4000, 1), layer="coupon", tests=tests, context=context).total_minor == 3800
    assert price(form, ("a", 4000, 1), layer="coupon", tests=tests).total_minor == 4000


def test_52_supervisor_discount_is_an_offer_with_a_code_and_one_product() -> None:
    form = o.Amount(amount_minor=500, of=o.Selector(ids=("lamp",)))
    tests, context = (o.Code(code="DAMAGED"),), Context(codes=frozenset({"DAMAGED"}))
    outcome = price(form, ("lamp", 2000, 1), ("bulb", 300, 1), layer="basket", tests=tests, context=context)
    assert discounts(outcome) == [500, 0]


def test_53_at_most_twice() -> None:
    lines = (("r", 80, 2), ("c", 250, 2), ("s", 120, 2))
    assert price(o.NthUnit(quantity=2, times=2), *lines).saving_minor == 370
    limit = o.Limit(scope="campaign", uses=10, used=8)
    assert price(o.NthUnit(quantity=2), *lines, limits=(limit,)).saving_minor == 370


def test_54_a_gift_card_is_a_tender() -> None:
    assert pay_from_card(5000, 320) == (320, 4680)
    assert pay_from_card(100, 320) == (100, 0)


@pytest.mark.parametrize(("amount", "rounded"), [(997, 995), (998, 1000), (993, 995), (992, 990)])
def test_55_cash_rounding_is_its_own_line(amount: int, rounded: int) -> None:
    assert round_cash(amount, 5) == rounded
    assert cash_rounding(amount, 5) == rounded - amount
