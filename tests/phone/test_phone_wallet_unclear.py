"""A wallet's payment nobody knows the end of: asked for again, and booked once when the gateway says."""

import pytest
from phone_gateway import asked, balance, charge, taken, until
from phone_shop import Known, Shop

from simulators.control import ControlClient
from store.data.stored_value import wallet_charges, wallet_settling

DAY_S = 86_400.0
SLOW = wallet_charges.SLOW_S + 1.0


def nobody_knows(shop: Shop, eva: Known, gateway: ControlClient) -> str:
    """A payment that has had no answer for a day; where its page is."""
    gateway.do("payer", what="wait")
    where = asked(eva)
    until(lambda: charge(shop, where).present != "")
    gateway.do("fault", name="mute")  # nothing is answered any more
    shop.clock.move(DAY_S + 1)
    until(lambda: charge(shop, where).state == "unclear")
    return where


def settle(shop: Shop, where: str, *, is_paid: bool) -> str | None:
    charge_id, at = charge(shop, where).charge_id, shop.clock()
    return shop.database.write_sync(
        lambda one: wallet_settling.settle(
            one, "1", charge_id, is_paid=is_paid, who="max", why="seen there", at=at
        )
    )


def ask_again(shop: Shop, where: str) -> None:
    charge_id, at = charge(shop, where).charge_id, shop.clock()
    assert shop.database.write_sync(
        lambda one: wallet_settling.ask_again(one, "1", charge_id, who="max", at=at)
    )


def pay_at_the_gateway(gateway: ControlClient) -> None:
    gateway.do("behave")
    gateway.do("fault", name="pays_before_cancel")


def test_the_shopper_is_told_that_staff_see_it(
    with_wallets: Shop, eva: Known, gateway: ControlClient
) -> None:
    where = nobody_knows(with_wallets, eva, gateway)
    assert "Staff see it and find out." in eva.get(where).text
    assert settle(with_wallets, where, is_paid=False) == "done"
    assert "Nothing was paid" in eva.get(where).text


def test_asked_again_by_staff_the_gateway_answers_and_it_is_booked_once(
    with_wallets: Shop, eva: Known, gateway: ControlClient
) -> None:
    before = balance(with_wallets)
    where = nobody_knows(with_wallets, eva, gateway)
    gateway.do("behave")
    gateway.do("fault", name="down")
    ask_again(with_wallets, where)
    until(lambda: charge(with_wallets, where).heard == "no_answer")
    assert charge(with_wallets, where).state == "unclear"
    pay_at_the_gateway(gateway)
    ask_again(with_wallets, where)
    until(lambda: charge(with_wallets, where).state == "paid")
    assert balance(with_wallets) == taken(gateway) == before + 2000
    assert settle(with_wallets, where, is_paid=True) == "known"


def test_the_gateway_is_asked_by_itself_and_overturns_that_it_was_not_paid(
    with_wallets: Shop, eva: Known, gateway: ControlClient
) -> None:
    before = balance(with_wallets)
    where = nobody_knows(with_wallets, eva, gateway)
    assert settle(with_wallets, where, is_paid=False) == "done"
    pay_at_the_gateway(gateway)
    with_wallets.clock.move(SLOW)
    until(lambda: charge(with_wallets, where).state == "paid")
    assert charge(with_wallets, where).is_contradicted
    assert balance(with_wallets) == taken(gateway) == before + 2000


def test_what_staff_booked_and_the_gateway_took_is_one_payment(
    with_wallets: Shop, eva: Known, gateway: ControlClient
) -> None:
    before = balance(with_wallets)
    where = nobody_knows(with_wallets, eva, gateway)
    assert settle(with_wallets, where, is_paid=True) == "done"
    pay_at_the_gateway(gateway)
    with_wallets.clock.move(SLOW)
    until(lambda: charge(with_wallets, where).heard == "paid")
    assert not charge(with_wallets, where).is_contradicted
    assert balance(with_wallets) == taken(gateway) == before + 2000


def test_a_payment_after_the_gateway_had_cancelled_it_is_still_booked(
    with_wallets: Shop, eva: Known, gateway: ControlClient
) -> None:
    before = balance(with_wallets)
    gateway.do("payer", what="wait")
    where = asked(eva)
    until(lambda: charge(with_wallets, where).present != "")
    gateway.do("fault", name="revives")
    eva.post(where + "/cancel")
    until(lambda: charge(with_wallets, where).state == "failed")
    with_wallets.clock.move(wallet_charges.AGAIN_S + 1)
    until(lambda: charge(with_wallets, where).state == "paid")
    assert balance(with_wallets) == taken(gateway) == before + 2000


@pytest.mark.parametrize("fault", ["refund_refused", "refund_part"])
def test_what_could_not_be_given_back_waits_for_staff_with_what_the_gateway_has(
    with_wallets: Shop, eva: Known, gateway: ControlClient, fault: str
) -> None:
    before = balance(with_wallets)
    gateway.do("fault", name="wrong_amount")
    gateway.do("fault", name=fault)
    where = asked(eva)
    until(lambda: charge(with_wallets, where).state == "unclear")
    ask_again(with_wallets, where)  # tries to give it back once more: refused, or another amount
    until(lambda: settle(with_wallets, where, is_paid=True) == "done")
    assert charge(with_wallets, where).settled_minor == taken(gateway) - before
    assert balance(with_wallets) == taken(gateway)
