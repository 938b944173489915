"""Every offer has an answer to "why not?", and hints say what one more unit saves."""

from retail.promotions import offer as o
from retail.promotions.index import Book
from retail.promotions.reasons import Hint, hints, why_not
from retail.promotions.session import OpenBasket
from retail.promotions.units import Context, Item, Moment, Unit

COFFEE = Item(id="coffee", price_minor=1200, categories=("coffee",))
MILK = Item(id="milk", price_minor=120)
THREE_FOR_TWO = o.Offer(
    id="3for2", derivation=(o.NthUnit(quantity=3, of=o.Selector(categories=("coffee",))),)
)


def basket(offers: list[o.Offer], *items: Item, context: Context | None = None) -> OpenBasket:
    opened = OpenBasket(Book(offers), context)
    for number, item in enumerate(items):
        opened.add(Unit(id=number, item=item))
    return opened


def reason(offer: o.Offer, *items: Item, context: Context | None = None) -> tuple[str, int]:
    answer = why_not(basket([offer], *items, context=context), offer.id)
    return answer.reason, answer.missing


def with_test(*tests: o.Condition) -> o.Offer:
    return o.Offer(id="offer", layer="basket", eligibility=tests, derivation=(o.Amount(amount_minor=100),))


def test_one_more_unit_is_hinted_with_what_it_saves() -> None:
    # form 56: "1 more saves 12.00"
    opened = basket([THREE_FOR_TWO], COFFEE, COFFEE, MILK)
    before = opened.price().outcome()
    expected = Hint(offer_id="3for2", item_id="coffee", missing_units=1, saves_minor=1200)
    assert hints(opened) == [expected]
    assert opened.price().outcome() == before


def test_a_little_more_spend_is_hinted() -> None:
    offer = with_test(o.MinSpend(amount_minor=2000))
    assert hints(basket([offer], COFFEE)) == [Hint(offer_id="offer", missing_minor=800, saves_minor=100)]


def test_nothing_is_hinted_when_another_unit_starts_a_group_only() -> None:
    assert hints(basket([THREE_FOR_TWO], COFFEE)) == []


def test_too_few_units_says_how_many_are_missing() -> None:
    assert reason(THREE_FOR_TWO, COFFEE) == ("too_few", 2)
    assert reason(with_test(o.MinQuantity(quantity=3)), MILK) == ("too_few", 2)


def test_too_little_spend_says_how_much_is_missing() -> None:
    assert reason(with_test(o.MinSpend(amount_minor=2000)), COFFEE) == ("spend_more", 800)


def test_who_and_when_are_named() -> None:
    assert reason(with_test(o.Member()), MILK) == ("members_only", 0)
    assert reason(with_test(o.Code(code="SUN")), MILK) == ("needs_code", 0)
    assert reason(with_test(o.OrderNumber(number=5)), MILK) == ("other_purchase", 0)
    assert reason(with_test(o.Tender(kinds=("store_card",))), MILK) == ("other_tender", 0)
    evening = with_test(o.Window(from_minute=960, to_minute=1080))
    morning = Context(moment=Moment(day="2026-03-02", weekday=1, minute=600))
    assert reason(evening, MILK, context=morning) == ("not_now", 0)


def test_used_up_and_unknown_and_applied_are_told_apart() -> None:
    used = o.Offer(
        id="offer",
        derivation=(o.Percent(percent_bp=1000),),
        limits=(o.Limit(scope="campaign", uses=5, used=5),),
    )
    assert reason(used, MILK) == ("used_up", 0)
    assert why_not(basket([], MILK), "nothing").reason == "unknown_offer"
    assert reason(with_test(), MILK) == ("applied", 0)


def test_goods_that_do_not_fit_are_named() -> None:
    assert reason(THREE_FOR_TWO, MILK) == ("no_goods", 0)


def test_a_better_offer_is_named_as_the_reason() -> None:
    half = o.Offer(id="half", derivation=(o.Percent(percent_bp=5000),))
    opened = basket([THREE_FOR_TWO, half], COFFEE, COFFEE, COFFEE)
    assert why_not(opened, "3for2").reason == "other_offers_save_more"
    discounts = [unit.discounts[0] for unit in opened.price().outcome().units]
    assert {discount.offer_id for discount in discounts} == {"half"}
