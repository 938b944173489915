"""Every cent on the scanning screen has its reason beside it, and what is read adds up to the total."""

import re
from collections import Counter

import pytest
from msgspec.structs import replace

from kiosk.checkout.state import Phase, State, Transaction
from kiosk.ui.samples import snapshot
from kiosk.ui.samples.goods import Deal, basket, priced, sale, sale_of
from kiosk.ui.samples.offers import (
    MEMBER,
    SPRING,
    THREE_FOR_TWO,
    coupon,
    coupon_reasons,
    coupons,
    crowded,
    membership,
    scanning,
    tea,
)
from kiosk.ui.view import derive
from kiosk.ui.views import BasketView, ExtraView, LineView
from kiosk.ui.words import messages, refusals
from retail.priced import CouponStanding, Nudge


def basket_of(transaction: Transaction, language: str = "en") -> BasketView:
    state = State(phase=Phase.SCANNING, transaction=transaction, language=language)
    return derive(snapshot(state), lambda text: text).basket


def minor(text: str) -> int:
    """An English amount as minor units."""
    sign = -1 if text.startswith("-") else 1
    return sign * int(re.sub(r"[^0-9]", "", text))


def rows_by_kind(line: LineView) -> list[tuple[str, str, str]]:
    return [(detail.kind, detail.text, detail.amount) for detail in line.details]


@pytest.mark.parametrize("name", [name for name, _ in scanning()])
def test_what_is_read_adds_up_to_the_total(name: str) -> None:
    transaction = dict(scanning())[name]
    view = basket_of(transaction)
    read = sum(minor(line.amount) for line in view.lines)
    read += sum(
        minor(detail.amount) for line in view.lines for detail in line.details if detail.kind == "deposit"
    )
    read += sum(minor(extra.amount) for extra in view.extras if extra.amount)
    assert read == minor(view.total) == transaction.priced.total_minor


@pytest.mark.parametrize("name", [name for name, _ in scanning()])
def test_an_old_price_less_its_savings_is_the_new_one(name: str) -> None:
    for line in basket_of(dict(scanning())[name]).lines:
        savings = sum(minor(detail.amount) for detail in line.details if detail.kind == "saving")
        assert (line.was == "") is (savings == 0)
        assert savings == 0 or minor(line.was) + savings == minor(line.amount)


def test_three_for_two_says_its_name_and_its_saving() -> None:
    line = basket_of(tea(3)).lines[2]
    assert (line.was, line.amount) == ("€7.47", "€4.98")
    assert rows_by_kind(line) == [("saving", "Tea: 3 for 2", "-€2.49")]


def test_one_more_is_hinted_at_the_line_it_is_about() -> None:
    view = basket_of(tea(2))
    assert rows_by_kind(view.lines[2]) == [("nudge", "1 more saves €2.49 · Tea: 3 for 2", "")]
    assert not view.extras


def test_of_many_hints_the_best_is_shown_and_no_other() -> None:
    nudges = (
        Nudge(offer_id="a", names=THREE_FOR_TWO, line_id=1, missing_units=2, saves_minor=300),
        Nudge(offer_id="b", names={}, line_id=2, missing_units=1, saves_minor=200),
        Nudge(offer_id="c", names={}, missing_minor=500, saves_minor=100),
    )
    transaction = sale_of(basket(2), priced(basket(2), nudges=nudges), transaction_id="t")
    view = basket_of(transaction)
    hints = [detail.text for line in view.lines for detail in line.details if detail.kind == "nudge"]
    assert hints == ["2 more save €3.00 · Tea: 3 for 2"]
    assert not view.extras


def test_a_hint_about_any_goods_stands_after_the_lines() -> None:
    nudge = Nudge(offer_id="c", names={}, missing_minor=500, saves_minor=100)
    transaction = sale_of(basket(2), priced(basket(2), nudges=(nudge,)), transaction_id="t")
    assert basket_of(transaction).extras == (ExtraView(kind="nudge", text="€5.00 more in goods saves €1.00"),)


def test_a_deposit_is_its_own_row_and_part_of_the_total() -> None:
    view = basket_of(tea(2))
    assert rows_by_kind(view.lines[1]) == [("deposit", "Deposit 2 × €0.25", "€0.50")]
    assert view.lines[1].amount == "€2.98"
    assert view.count == "5 items, with €0.50 deposit"


def test_a_reduced_sticker_is_said() -> None:
    reduced = dict(scanning())["long"]
    assert ("note", "Reduced to clear", "") in rows_by_kind(basket_of(reduced).lines[1])


def test_offers_over_the_whole_basket_and_coupons_stand_after_the_lines() -> None:
    view = basket_of(coupons())
    assert [line.was for line in view.lines] == ["", "", ""]
    assert [(extra.kind, extra.text, extra.amount) for extra in view.extras] == [
        ("offer", "Weekend: 5% off everything", "-€0.25"),
        ("coupon", "Spring coupon 10%", "-€0.34"),
        ("coupon", "Coupon THANKS4711", ""),
        ("coupon", "Coupon …3456", ""),
        ("nudge", "€3.40 more in goods saves €5.00", ""),
    ]
    assert [extra.note for extra in view.extras] == [
        "",
        "",
        "Being checked …",
        "Add 2 more of its goods and it counts",
        "",
    ]


def test_coupons_say_what_they_wait_for_and_gifts_what_to_take() -> None:
    assert [(extra.kind, extra.note) for extra in basket_of(coupon_reasons()).extras] == [
        ("gift", "Take 1 along, free of charge"),
        ("coupon", "The goods it is for are not in your basket yet"),
        ("coupon", "It counts once your goods cost €7.51 more"),
        ("coupon", "Another offer saves you more; this coupon stays yours"),
        ("coupon", "Gives you 50 points"),
    ]


@pytest.mark.parametrize("reason", [*refusals.COUPON_WHY_NOT, "never heard of", ""])
def test_every_reason_of_a_waiting_coupon_has_words(reason: str) -> None:
    prices = priced(basket(1), coupons=(CouponStanding(coupon_no=1, reason=reason),))
    transaction = replace(sale_of(basket(1), prices, transaction_id="t"), coupons=(coupon(1, "SPRING"),))
    (extra,) = basket_of(transaction).extras
    assert extra.note == refusals.COUPON_WHY_NOT.get(reason, refusals.COUPON_WHY_NOT_OTHER)
    assert extra.amount == ""


def test_a_coupon_that_is_being_checked_saves_nothing_yet() -> None:
    deal = Deal(offer_id="spring", names=SPRING, cuts={1: 25}, layer="coupon", coupon_no=1)
    prices = priced(basket(1), [deal], coupons=(CouponStanding(coupon_no=1, saving_minor=25),))
    asked = replace(
        sale_of(basket(1), prices, transaction_id="t"), coupons=(coupon(1, "SPRING", held_by=""),)
    )
    (extra,) = basket_of(asked).extras
    assert (extra.note, extra.amount) == ("Being checked …", "")


def test_an_offer_without_a_name_is_called_by_its_form_and_never_by_its_id() -> None:
    lines = basket(2)
    deals = [
        Deal(offer_id="X-1", names={}, cuts={1: 10}, reason="nth_unit"),
        Deal(offer_id="X-2", names={}, cuts={2: 10}, reason="a form of tomorrow"),
    ]
    view = basket_of(sale_of(lines, priced(lines, deals), transaction_id="t"))
    assert [line.details[0].text for line in view.lines] == [
        messages.REASONS["nth_unit"],
        messages.REASON_OTHER,
    ]


def test_a_basket_without_units_shows_its_list_prices() -> None:
    plain = sale(3)
    unpriced = replace(plain, priced=replace(plain.priced, units=()))
    assert basket_of(unpriced).lines == basket_of(plain).lines


def test_what_is_saved_stands_beside_the_total_only_when_something_is() -> None:
    assert basket_of(tea(3)).saved == "You save €2.99"
    assert basket_of(sale(3)).saved == ""


def test_a_member_is_told_prices_and_points_but_never_who_they_are() -> None:
    known = basket_of(membership(is_known=True)).member
    assert (known.is_known, known.title, known.note) == (True, "Member prices active", "640 points")
    assert not basket_of(membership(is_known=False)).member.is_known
    view = derive(
        snapshot(State(phase=Phase.SCANNING, transaction=membership(is_known=True))), lambda text: text
    )
    assert MEMBER.member_id not in repr(view)


def test_sixty_lines_with_two_offers_each_are_all_there() -> None:
    view = basket_of(crowded(), "zh")
    assert len(view.lines) == 60
    kinds = Counter(detail.kind for line in view.lines for detail in line.details)
    assert kinds["saving"] >= 20
    assert kinds["deposit"] == 8
