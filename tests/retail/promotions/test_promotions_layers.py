"""How offers meet: layers, exclusive offers, groups of alternatives, retailer's order, stacking."""

from retail.promotions import offer as o
from retail.promotions.engine import price_basket
from retail.promotions.index import Book
from retail.promotions.rounding import Policy
from retail.promotions.units import Context, Item, Moment, Unit

PRIORITY = Policy(item_layer="priority", basket_layer="priority")


def unit(price: int, number: int = 1, name: str = "a") -> Unit:
    return Unit(id=number, item=Item(id=name, price_minor=price))


def amount(name: str, minor: int, **rest: object) -> o.Offer:
    return o.Offer(id=name, derivation=(o.Amount(amount_minor=minor),), **({"layer": "basket"} | rest))  # type: ignore[arg-type]


def percent(name: str, bp: int, **rest: object) -> o.Offer:
    return o.Offer(id=name, derivation=(o.Percent(percent_bp=bp),), **rest)  # type: ignore[arg-type]


def test_each_layer_sees_what_the_one_before_left() -> None:
    offers = [
        o.Offer(id="coupon", layer="coupon", derivation=(o.PercentOfTotal(percent_bp=5000),)),
        amount("basket", 1000),
        percent("item", 5000),
        o.Offer(id="shelf", layer="shelf", derivation=(o.NewPrice(price_minor=8000),)),
    ]
    outcome = price_basket([unit(10_000)], Book(offers))
    assert outcome.applied == ("shelf", "item", "basket", "coupon")
    assert [one.base_minor for one in outcome.units[0].discounts] == [10_000, 8000, 4000, 3000]
    assert outcome.total_minor == 1500


def test_basket_offers_stack_in_the_order_best_for_the_shopper() -> None:
    offers = [amount("ten", 1000, priority=5), percent("fifth", 2000, layer="basket")]
    assert price_basket([unit(10_000)], Book(offers)).total_minor == 7000
    assert price_basket([unit(10_000)], Book(offers), policy=PRIORITY).total_minor == 7200


def test_a_threshold_looks_at_what_is_left() -> None:
    spend = amount("spend", 1000, eligibility=(o.MinSpend(amount_minor=10_000),))
    assert price_basket([unit(10_000)], Book([percent("item", 100), spend])).applied == ("item",)


def test_of_a_group_only_the_best_applies() -> None:
    offers = [amount("five", 500, group="welcome"), amount("six", 600, group="welcome"), amount("one", 100)]
    outcome = price_basket([unit(10_000)], Book(offers))
    assert sorted(outcome.applied) == ["one", "six"]
    assert outcome.saving_minor == 700


def test_an_exclusive_offer_is_alone_and_only_when_it_is_better() -> None:
    offers = [percent("third", 3000), percent("half", 5000, exclusive=True)]
    assert price_basket([unit(1000)], Book(offers)).applied == ("half",)
    offers = [percent("third", 3000), percent("fifth", 2000, exclusive=True)]
    assert price_basket([unit(1000)], Book(offers)).applied == ("third",)
    baskets = [amount("ten", 1000, priority=5), amount("five", 500, exclusive=True)]
    assert price_basket([unit(10_000)], Book(baskets)).applied == ("ten",)
    assert price_basket([unit(10_000)], Book(baskets), policy=PRIORITY).applied == ("five",)


def test_a_retailer_may_ask_for_priority_order() -> None:
    offers = [percent("fifth", 2000, priority=1), percent("tenth", 1000, priority=2)]
    outcome = price_basket([unit(1000)], Book(offers), policy=PRIORITY)
    assert outcome.applied == ("tenth", "fifth")
    assert outcome.total_minor == 720


def test_a_fractional_saving_is_rounded_once_and_shared() -> None:
    # two promotions of 10 % on 0.05 each: 0.005 + 0.005 is one cent, not two
    offers = [
        o.Offer(id=name, derivation=(o.Percent(percent_bp=1000, of=o.Selector(ids=(name,))),))
        for name in "ab"
    ]
    outcome = price_basket([unit(5, 1, "a"), unit(5, 2, "b")], Book(offers))
    assert outcome.saving_minor == 1
    ten_cents = [unit(1, number) for number in range(10)]
    assert price_basket(ten_cents, Book([percent("tenth", 1000)])).saving_minor == 1


def test_hours_over_midnight_belong_to_the_day_they_began() -> None:
    night = o.Window(from_minute=22 * 60, to_minute=2 * 60, weekdays=(5,))
    offer = percent("night", 1000, eligibility=(night,))

    def total(weekday: int, minute: int) -> int:
        moment = Moment(day="2026-03-06", weekday=weekday, minute=minute)
        return price_basket([unit(1000)], Book([offer]), Context(moment=moment)).total_minor

    assert total(5, 23 * 60) == 900
    assert total(6, 60) == 900
    assert total(5, 60) == 1000
    assert total(6, 23 * 60) == 1000
    assert total(6, 2 * 60) == 1000


def test_free_delivery_needs_its_threshold_after_discounts() -> None:
    free = o.Offer(
        id="free",
        layer="basket",
        eligibility=(o.MinSpend(amount_minor=900),),
        derivation=(o.FreeDelivery(),),
    )
    context = Context(delivery_minor=500)
    assert price_basket([unit(1000)], Book([free]), context).total_minor == 1000
    outcome = price_basket([unit(1000)], Book([free, percent("fifth", 2000)]), context)
    assert (outcome.delivery_minor, outcome.total_minor) == (500, 1300)


def test_an_empty_basket_costs_nothing() -> None:
    outcome = price_basket([], Book([percent("tenth", 1000), amount("ten", 1000)]))
    assert (outcome.total_minor, outcome.applied, outcome.units) == (0, (), ())


def test_of_equally_dear_gifts_the_one_no_other_offer_wants_is_given() -> None:
    gift = o.BuyGet(buy_quantity=1, buy=o.EVERYTHING, get=o.EVERYTHING, percent_bp=5000, pick="dearest")
    tea = o.Percent(percent_bp=4000, of=o.Selector(ids=("a",)))
    offers = [o.Offer(id="gift", derivation=(gift,)), o.Offer(id="tea", derivation=(tea,))]
    outcome = price_basket([unit(1000, 1, "a"), unit(1000, 2, "b"), unit(100, 3, "c")], Book(offers))
    assert outcome.saving_minor == 900  # 4.00 on a, and b at half price for c
