"""Ordering and paying by wallet in one touch: goods set aside, the order placed by itself, or free again."""

import re
from typing import Any

import pytest
from phone_gateway import balance, charge, end, taken, until
from phone_shop import Known, Shop

from simulators.control import ControlClient
from store.data.goods import catalogue
from store.data.ordering import order_listing, order_wallet, orders, stock
from store.data.ordering.order import Order


@pytest.fixture(scope="module")
def key(with_wallets: Shop) -> str:
    """Goods the shop counts: nine pieces."""

    def some(connection: Any) -> str:
        listed = catalogue.listing(connection, "1", "product", catalogue.Filter(category="produce"))
        found = next(one.key for one in listed.lines if b'"unit":"kg"' not in one.body)
        stock.count(connection, "1", found, 9, "counted", who="max", why="counted", at=with_wallets.clock())
        return found

    return with_wallets.database.write_sync(some)


@pytest.fixture(autouse=True)
def _nothing_stays_set_aside(with_wallets: Shop, key: str, gateway: ControlClient) -> Any:
    yield
    with_wallets.clock.move(order_wallet.PAYING_S + 1)
    sweep(with_wallets)
    for one in with_wallets.database.read_sync(lambda found: order_listing.waiting(found, "1")):
        cancel(with_wallets, one)
    assert reserved(with_wallets, key) == 0


def form_of(eva: Known, key: str) -> dict[str, str]:
    page = eva.get(f"/phone/order?q.{key}=1").text
    part = page[page.index('action="/phone/orders"') :]
    form = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', part))
    window = re.search(r'<option value="(\d+)"', part)
    assert window is not None
    return {**form, "window": window[1], "way": "pickup", "pay": "wallet"}


def ordered(eva: Known, key: str) -> str:
    """Touch once; where the page of the payment is."""
    answer = eva.post("/phone/orders", **form_of(eva, key))
    assert answer.status_code == 303, answer.text
    where = str(answer.headers["location"])
    assert where.startswith("/phone/charge/"), where
    return where


def order_of(shop: Shop, where: str) -> Order:
    order_id = charge(shop, where).order_id
    found = shop.database.read_sync(lambda one: order_listing.one(one, "1", order_id))
    assert found is not None
    return found


def reserved(shop: Shop, key: str) -> int:
    return shop.database.read_sync(lambda one: stock.levels(one, "1", [key]))[key].reserved


def sweep(shop: Shop) -> None:
    at = shop.clock()
    shop.database.write_sync(lambda one: orders.sweep(one, at=at))


def cancel(shop: Shop, order: Order) -> None:
    at = shop.clock()
    shop.database.write_sync(
        lambda one: orders.cancel(one, "1", order.order_id, who=orders.BY_MEMBER, why="", at=at)
    )


def test_one_touch_orders_and_the_wallet_places_it_by_itself(
    with_wallets: Shop, eva: Known, gateway: ControlClient, key: str
) -> None:
    gateway.do("payer", what="wait")
    where = ordered(eva, key)
    until(lambda: charge(with_wallets, where).present != "")
    assert reserved(with_wallets, key) == 1
    page = eva.get(where).text
    assert "Your goods are set aside until" in page
    order = order_of(with_wallets, where)
    asked = eva.get(f"/phone/orders/{order.order_id}")
    assert (asked.status_code, asked.headers["location"]) == (303, where)
    assert eva.ask(f"/phone/api/orders/{order.order_id}/grant").status_code in (400, 409, 422)
    gateway.do("fault", name="pays_before_cancel")  # the shopper pays
    end(with_wallets, charge(with_wallets, where))
    until(lambda: order_of(with_wallets, where).is_paid)
    assert eva.get(where).headers["location"] == f"/phone/orders/{order.order_id}?done=ordered"
    page = eva.get(f"/phone/orders/{order.order_id}").text
    assert "Paid by wallet" in page

    cancel(with_wallets, order)


@pytest.mark.parametrize("payer", ["decline", "expire"])
def test_a_wallet_that_says_no_frees_the_goods_and_says_so(
    with_wallets: Shop, eva: Known, gateway: ControlClient, key: str, payer: str
) -> None:
    gateway.do("payer", what=payer)
    where = ordered(eva, key)
    until(lambda: order_of(with_wallets, where).state == "cancelled")
    assert reserved(with_wallets, key) == 0
    page = eva.get(where).text
    assert "the goods are free again" in page
    assert "nothing was taken from your wallet" in page
    assert f"/phone/order?q.{key}=1" in page
    page = eva.get(f"/phone/orders/{order_of(with_wallets, where).order_id}").text
    assert "nothing was taken from your wallet" in page
    assert "went back to your balance" not in page


def test_money_that_comes_when_the_goods_are_free_is_on_the_balance_and_says_so(
    with_wallets: Shop, eva: Known, gateway: ControlClient, key: str
) -> None:
    gateway.do("payer", what="wait")
    where = ordered(eva, key)
    until(lambda: charge(with_wallets, where).present != "")
    gateway.do("fault", name="mute")
    with_wallets.clock.move(order_wallet.PAYING_S + 1)
    sweep(with_wallets)
    assert order_of(with_wallets, where).state == "cancelled"
    assert reserved(with_wallets, key) == 0
    assert "The time to pay was over" in eva.get(where).text
    assert "Should your wallet still pay, it goes to your balance." in eva.get(where).text
    gateway.do("behave")
    before = balance(with_wallets)
    gateway.do("fault", name="pays_before_cancel")
    until(lambda: charge(with_wallets, where).state in ("paid", "failed"))
    paid = charge(with_wallets, where).amount_minor if charge(with_wallets, where).state == "paid" else 0
    assert balance(with_wallets) == taken(gateway) == before + paid
    assert order_of(with_wallets, where).state == "cancelled"


def test_cancelled_on_the_page_the_payment_is_too_and_late_money_stays(
    with_wallets: Shop, eva: Known, gateway: ControlClient, key: str
) -> None:
    before = balance(with_wallets)
    gateway.do("payer", what="wait")
    where = ordered(eva, key)
    until(lambda: charge(with_wallets, where).present != "")
    gateway.do("fault", name="pays_before_cancel")
    eva.post(where + "/cancel")
    assert order_of(with_wallets, where).state == "cancelled"
    assert reserved(with_wallets, key) == 0
    until(lambda: charge(with_wallets, where).state == "paid")
    assert balance(with_wallets) == taken(gateway) == before + charge(with_wallets, where).amount_minor
    assert "it is on your balance" in eva.get(where).text
    assert "it is on your balance" in eva.get(f"/phone/orders/{order_of(with_wallets, where).order_id}").text


def test_the_form_sent_twice_is_one_order_and_one_payment(
    with_wallets: Shop, eva: Known, gateway: ControlClient, key: str
) -> None:
    gateway.do("payer", what="wait")
    form = form_of(eva, key)
    first, second = (eva.post("/phone/orders", **form).headers["location"] for _ in range(2))
    assert first == second
    assert reserved(with_wallets, key) == 1


def test_a_page_with_a_balance_of_before_is_asked_once_more(
    with_wallets: Shop, eva: Known, gateway: ControlClient, key: str
) -> None:
    form = form_of(eva, key)
    answer = eva.post("/phone/orders", **{**form, "wallet": str(int(form["wallet"]) + 1)})
    assert answer.status_code == 422
    assert "Your balance has changed." in answer.text
    assert reserved(with_wallets, key) == 0


def test_without_a_gateway_no_order_waits_for_a_wallet(anna: Known, shop: Shop) -> None:
    answer = anna.post("/phone/orders", form_id="x", pay="wallet")
    assert answer.status_code in (409, 422)
    assert 'value="wallet"' not in anna.get("/phone/order").text
