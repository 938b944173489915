"""A unit backs one maker's coupon, whether it is lowered by it or only needed for it."""

from retail.promotions import offer as o
from retail.promotions.engine import price_basket
from retail.promotions.index import Book
from retail.promotions.outcome import Outcome
from retail.promotions.units import Context, Item, Unit

SOAP = Item(id="soap", price_minor=300)
BRUSH = Item(id="brush", price_minor=200)
TEA = Item(id="tea", price_minor=500)


def only(item: Item) -> o.Selector:
    return o.Selector(ids=(item.id,))


def coupon(name: str, *tests: o.Condition, form: o.Derivation, **rest: object) -> o.Offer:
    fields: dict[str, object] = {"layer": "coupon", "funder": "maker"} | rest
    return o.Offer(id=name, eligibility=tests, derivation=(form,), **fields)  # type: ignore[arg-type]


def priced(offers: list[o.Offer], *items: Item) -> Outcome:
    units = [Unit(id=number, item=item) for number, item in enumerate(items)]
    return price_basket(units, Book(offers), Context())


TWO_SOAPS = o.MinQuantity(quantity=2, of=only(SOAP))
OFF_BRUSH = o.AmountEach(amount_minor=50, of=only(BRUSH), max_units=1)
OFF_TEA = o.AmountEach(amount_minor=80, of=only(TEA), max_units=1)
BRUSH_COUPON = coupon("brush", TWO_SOAPS, form=OFF_BRUSH)
TEA_COUPON = coupon("tea", TWO_SOAPS, form=OFF_TEA)


def test_units_that_qualified_for_one_makers_coupon_do_not_back_a_second() -> None:
    outcome = priced([BRUSH_COUPON, TEA_COUPON], SOAP, SOAP, BRUSH, TEA)
    assert outcome.applied == ("tea",)  # the better of the two
    assert outcome.saving_minor == 80


def test_with_goods_for_both_both_apply() -> None:
    assert priced([BRUSH_COUPON, TEA_COUPON], *[SOAP] * 4, BRUSH, TEA).saving_minor == 130


def test_a_qualifier_carries_a_record_and_keeps_its_price() -> None:
    outcome = priced([BRUSH_COUPON], SOAP, SOAP, SOAP, BRUSH)
    records = [
        (unit.item_id, one.is_reward, one.amount_minor) for unit in outcome.units for one in unit.discounts
    ]
    assert sorted(records) == [("brush", True, 50), ("soap", False, 0), ("soap", False, 0)]
    assert all(unit.paid_minor == 300 for unit in outcome.units if unit.item_id == "soap")


def test_a_unit_a_coupon_lowered_does_not_back_another() -> None:
    off_soap = coupon("soap", form=o.AmountEach(amount_minor=10, of=only(SOAP), max_units=1))
    assert priced([off_soap, TEA_COUPON], SOAP, SOAP, TEA).saving_minor == 80
    assert priced([off_soap, TEA_COUPON], SOAP, SOAP, SOAP, TEA).saving_minor == 90


def test_spend_on_named_goods_uses_up_what_reaches_it() -> None:
    spend = o.MinSpend(amount_minor=600, of=only(SOAP))
    offers = [coupon("brush", spend, form=OFF_BRUSH), coupon("tea", spend, form=OFF_TEA)]
    assert priced(offers, *[SOAP] * 3, BRUSH, TEA).saving_minor == 80
    assert priced(offers, *[SOAP] * 4, BRUSH, TEA).saving_minor == 130


def test_spend_on_anything_uses_up_nothing() -> None:
    spend = o.MinSpend(amount_minor=600)
    offers = [coupon("brush", spend, form=OFF_BRUSH), coupon("tea", spend, form=OFF_TEA)]
    assert priced(offers, SOAP, SOAP, BRUSH, TEA).saving_minor == 130


def test_the_shops_own_coupons_may_share_goods_with_a_makers() -> None:
    own = coupon("own", TWO_SOAPS, form=OFF_TEA, funder="store")
    assert priced([BRUSH_COUPON, own], SOAP, SOAP, BRUSH, TEA).saving_minor == 130


def test_an_offer_that_does_not_consume_leaves_its_units_to_one_that_does() -> None:
    def off_soap(name: str, minor: int, **rest: object) -> o.Offer:
        return coupon(name, form=o.AmountEach(amount_minor=minor, of=only(SOAP)), funder="store", **rest)

    closing = off_soap("closing", 50, consumes=True)
    assert priced([off_soap("open", 10, priority=1), closing], SOAP).applied == ("open", "closing")
    assert priced([closing, off_soap("second", 70, consumes=True)], SOAP).applied == ("second",)
