"""What a change did to prices is said once, with the amount the total shows."""

import pytest
from msgspec.structs import replace

from kiosk.checkout.state import Phase, State, Transaction
from kiosk.ui.bridges.basket import Basket
from kiosk.ui.samples import snapshot
from kiosk.ui.samples.goods import Deal, basket, priced, sale, sale_of
from kiosk.ui.samples.offers import MEMBER, SPRING, WEEKEND, coupon, coupons, membership, tea
from kiosk.ui.view import derive
from kiosk.ui.views import NewsView


def between(before: Transaction | None, after: Transaction | None) -> NewsView:
    state = State(phase=Phase.SCANNING, transaction=after)
    return derive(snapshot(state), lambda text: text, before=before).news


def test_a_saving_that_arrives_is_told_with_its_reason() -> None:
    news = between(tea(2), tea(3))
    assert (news.title, news.amount, news.text) == ("You save", "€2.49", "Tea: 3 for 2")
    assert news.is_saving


def test_an_offer_that_breaks_is_told_because_the_total_does_not_fall() -> None:
    assert tea(3).priced.total_minor == tea(2).priced.total_minor
    news = between(tea(3), tea(2))
    assert (news.title, news.text) == ("Prices have changed", "Tea: 3 for 2 no longer applies")
    assert not news.is_saving


def test_a_card_that_comes_last_lets_the_rows_it_changed_glow() -> None:
    news = between(membership(is_known=False), membership(is_known=True))
    assert (news.amount, news.text, news.rows) == ("€0.96", "Member price", (1, 4))


def test_a_card_that_changes_no_price_is_welcomed_still() -> None:
    guest = sale(3)
    news = between(guest, replace(guest, member=MEMBER))
    assert (news.title, news.text, news.rows) == ("Member prices active", "640 points", ())


def test_taking_goods_off_with_their_own_saving_is_no_news() -> None:
    lines = basket(2)
    deal = Deal(offer_id="week", names=WEEKEND, cuts={2: 20}, layer="shelf")
    with_it = sale_of(lines, priced(lines, [deal]), transaction_id="t")
    without = sale_of(lines[:1], transaction_id="t")
    assert between(with_it, without) == NewsView()


def test_a_coupon_taken_back_by_the_shopper_is_no_news_and_no_row_glows() -> None:
    before = coupons()
    lines = before.lines
    deal = Deal(offer_id="weekend", names=WEEKEND, cuts={1: 12, 2: 6, 3: 7}, layer="basket")
    after = replace(before, coupons=before.coupons[1:], priced=priced(lines, [deal]))
    assert after.priced.total_minor > before.priced.total_minor
    assert between(before, after) == NewsView()


def test_several_offers_at_once_are_told_by_the_largest() -> None:
    lines = basket(3)
    deals = [
        Deal(offer_id="a", names={"": "Small"}, cuts={1: 5}),
        Deal(offer_id="b", names={"": "Large"}, cuts={2: 50}),
        Deal(offer_id="c", names={"": "Middle"}, cuts={3: 20}),
    ]
    plain = sale_of(lines, transaction_id="t")
    news = between(plain, sale_of(lines, priced(lines, deals), transaction_id="t"))
    assert (news.amount, news.text) == ("€0.75", "Large and 2 more")
    news = between(plain, sale_of(lines, priced(lines, deals[:2]), transaction_id="t"))
    assert news.text == "Large and 1 more"


@pytest.mark.parametrize("before", [None, sale(3), replace(tea(3), transaction_id="t-other")])
def test_another_sale_is_no_news(before: Transaction | None) -> None:
    assert between(before, tea(3)) == NewsView()


def test_no_change_and_no_sale_are_no_news() -> None:
    assert between(tea(3), tea(3)) == NewsView()
    assert between(tea(3), None) == NewsView()


def test_a_plain_scan_is_no_news() -> None:
    assert between(sale(3), sale(4)) == NewsView()


def test_a_coupon_that_counts_at_last_is_told() -> None:
    lines = basket(1)
    shown = (coupon(1, "SPRING", held_by=""),)
    asked = replace(sale_of(lines, transaction_id="t"), coupons=shown)
    deal = Deal(offer_id="spring", names=SPRING, cuts={1: 25}, layer="coupon", coupon_no=1)
    held = replace(asked, coupons=(coupon(1, "SPRING"),), priced=priced(lines, [deal]))
    assert between(asked, held).text == "Spring coupon 10%"
    assert between(asked, held).rows == ()
    broken = replace(held, priced=priced(lines))
    assert between(held, broken).text == "Spring coupon 10% no longer applies"


def shown(before: Transaction | None, after: Transaction, bridge: Basket) -> None:
    view = derive(snapshot(State(phase=Phase.SCANNING, transaction=after)), lambda text: text, before=before)
    bridge.show(view.basket)
    bridge.tell(view.news)


def test_news_stays_until_read_and_goes_with_the_sale() -> None:
    bridge, told = Basket(), []
    bridge.told.connect(lambda: told.append(bridge.newsAmount))
    shown(None, tea(2), bridge)
    shown(tea(2), tea(3), bridge)
    shown(tea(3), tea(3), bridge)
    assert told == ["€2.49"]
    assert bridge.newsTitle == "You save"
    shown(tea(3), sale(1), bridge)
    assert (bridge.newsTitle, bridge.newsRows) == ("", [])
    assert told == ["€2.49"]
