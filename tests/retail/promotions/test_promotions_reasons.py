"""Every offer has an answer to "why not?", and hints say what one more unit saves."""

import random

from retail.promotions import offer as o
from retail.promotions.engine import price_basket
from retail.promotions.index import Book
from retail.promotions.reasons import HINT_ITEMS_MAX, Hint, Reason, hints, reason_of, why_not
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


def test_hints_leave_a_proved_price_as_it_is() -> None:
    units, own = crowded()
    opened = OpenBasket(Book(own))
    for one in units:
        opened.add(one)
    assert hints(opened) == []  # the price is not proved yet
    before = opened.finish().outcome()
    for _ in range(HINT_ITEMS_MAX):  # each call goes on where the one before stopped
        found = hints(opened)
    assert opened.price().outcome() == before
    assert before.is_exact
    assert found
    for hint in found:
        newest = next(one.item for one in units if one.item.id == hint.item_id)
        more = price_basket([*units, Unit(id=999, item=newest)], Book(own))
        assert more.saving_minor - before.saving_minor >= hint.saves_minor > 0


def crowded() -> tuple[list[Unit], list[o.Offer]]:
    """Thirty units under ten multi-buys that all overlap: too many for a scan's search."""
    rng = random.Random(5)
    items = [Item(id=f"p{at}", price_minor=rng.randint(50, 900)) for at in range(30)]
    units = [Unit(id=at, item=item) for at, item in enumerate(items)]
    own = [
        o.Offer(
            id=f"offer-{number}",
            derivation=(
                o.NthUnit(
                    quantity=2 + number % 3,
                    of=o.Selector(ids=tuple(f"p{at}" for at in rng.sample(range(30), 11))),
                ),
            ),
        )
        for number in range(10)
    ]
    return units, own


def test_what_is_known_of_untouched_offers_is_remembered_and_forgotten_when_touched() -> None:
    opened = basket([THREE_FOR_TWO], COFFEE, COFFEE)
    assert [hint.saves_minor for hint in hints(opened)] == [1200]
    opened.add(Unit(id=10, item=MILK))
    assert [hint.saves_minor for hint in hints(opened)] == [1200]
    opened.add(Unit(id=11, item=COFFEE))
    assert hints(opened) == []


def test_one_more_unit_may_reach_a_threshold() -> None:
    pair = o.Offer(
        id="pair",
        eligibility=(o.MinQuantity(quantity=3, of=o.Selector(ids=("coffee",))),),
        derivation=(o.GroupPrice(quantity=2, price_minor=2000, of=o.Selector(ids=("coffee",))),),
    )
    opened = basket([pair], COFFEE, COFFEE)
    assert hints(opened) == [Hint(offer_id="pair", item_id="coffee", missing_units=1, saves_minor=400)]
    assert opened.price().outcome().saving_minor == 0


def test_a_reason_is_plain_data() -> None:
    expected = Reason(key="nth_unit", figures={"quantity": 3, "rewarded": 1, "percent_bp": 10_000})
    assert reason_of(THREE_FOR_TWO) == expected
    ladder = o.Ladder(measure="quantity", reward="percent", steps=(o.Step(at_least=6, reward=500),))
    told = reason_of(o.Offer(id="ladder", derivation=(ladder,)))
    assert told == Reason(key="ladder", figures={}, steps=((6, 500),))
