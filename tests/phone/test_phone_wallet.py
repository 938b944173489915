"""Loading the balance by wallet, against a gateway in its own process: paid once, or not at all."""

import contextlib

import pytest
from phone_gateway import asked, balance, charge, end, ended, taken, until
from phone_shop import Client, Known, Shop

from retail import emvco
from simulators.control import ControlClient
from store.data.stored_value import value_books, wallet_charges


def test_a_payment_loads_the_balance_once_and_stands_in_its_ledger(
    with_wallets: Shop, eva: Known, gateway: ControlClient
) -> None:
    before = balance(with_wallets)
    where = asked(eva)
    assert ended(with_wallets, where) == "paid"
    assert balance(with_wallets) == taken(gateway) == before + 2000
    page = eva.get(where).text
    assert "Paid. It is on your balance." in page
    assert "€20.00" in eva.get("/phone/wallet").text
    assert not with_wallets.database.read_sync(value_books.faults)


def test_the_code_that_is_shown_asks_for_the_very_amount(
    with_wallets: Shop, eva: Known, gateway: ControlClient
) -> None:
    gateway.do("payer", what="wait")
    where = asked(eva, 1000)
    until(lambda: charge(with_wallets, where).present != "")
    assert emvco.parse(charge(with_wallets, where).present).amount_minor == 1000
    page = eva.get(where).text
    assert 'data-code="1"' in page
    assert "Nothing has been paid yet." in page
    eva.post(where + "/cancel")
    assert ended(with_wallets, where) == "failed"
    assert "nothing was taken from your wallet" in eva.get(where).text


@pytest.mark.parametrize("payer", ["decline", "expire"])
def test_no_is_no_and_the_balance_is_as_it_was(
    with_wallets: Shop, eva: Known, gateway: ControlClient, payer: str
) -> None:
    before = balance(with_wallets)
    gateway.do("payer", what=payer)
    assert ended(with_wallets, asked(eva)) == "failed"
    assert balance(with_wallets) == taken(gateway) == before


@pytest.mark.parametrize(
    "fault",
    ["lost_question", "lost_reply", "server_error", "down", "duplicate", "garbage", "odd_state",
     "strange_404", "stale", "other_order", "pays_before_cancel"],
)  # fmt: skip
def test_whatever_the_gateway_does_wrong_the_balance_has_what_it_took(
    with_wallets: Shop, eva: Known, gateway: ControlClient, fault: str
) -> None:
    before = balance(with_wallets)
    gateway.do("fault", name=fault)
    state = ended(with_wallets, asked(eva))
    assert balance(with_wallets) == taken(gateway) == before + (2000 if state == "paid" else 0)


@pytest.mark.parametrize("fault", ["wrong_amount", "wrong_currency"])
def test_what_was_not_asked_for_goes_back_to_the_wallet(
    with_wallets: Shop, eva: Known, gateway: ControlClient, fault: str
) -> None:
    before = balance(with_wallets)
    gateway.do("fault", name=fault)
    where = asked(eva)
    assert ended(with_wallets, where) == "given_back"
    assert balance(with_wallets) == taken(gateway) == before
    assert "goes back" in eva.get(where).text


@pytest.mark.parametrize("fault", ["wrong_code", "bad_code"])
def test_a_code_that_asks_for_something_else_is_never_shown(
    with_wallets: Shop, eva: Known, gateway: ControlClient, fault: str
) -> None:
    gateway.do("payer", what="wait")
    gateway.do("fault", name=fault)
    where = asked(eva)
    assert ended(with_wallets, where) == "failed"
    assert charge(with_wallets, where).present == ""


def test_a_member_forgotten_while_the_wallet_pays_gets_the_money_back(
    with_wallets: Shop, eva: Known, gateway: ControlClient
) -> None:
    gateway.do("payer", what="wait")
    where = asked(eva)
    until(lambda: charge(with_wallets, where).present != "")
    assert eva.post("/phone/me/erase", word="ERASE", give_up="yes").status_code in (200, 303)
    gateway.do("fault", name="pays_before_cancel")  # the shopper pays at the last moment
    end(with_wallets, charge(with_wallets, where))
    assert ended(with_wallets, where) == "given_back"


@pytest.mark.parametrize("amount", ["0", "499", "15001", "-5", "9" * 30, "ten"])
def test_an_amount_outside_the_limits_asks_nobody(
    with_wallets: Shop, eva: Known, gateway: ControlClient, amount: str
) -> None:
    answer = eva.post("/phone/topup", amount=amount)
    assert "done=amount" in answer.headers["location"]
    assert with_wallets.database.read_sync(wallet_charges.still_open) == []


def test_a_balance_has_its_most_and_payments_at_once_their_number(
    with_wallets: Shop, eva: Known, gateway: ControlClient
) -> None:
    assert ended(with_wallets, asked(eva, 10_000)) == "paid"
    assert "done=full" in eva.post("/phone/topup", amount="10000").headers["location"]
    gateway.do("payer", what="wait")
    with contextlib.suppress(AssertionError):
        for _ in range(wallet_charges.OPEN_OF_ACCOUNT_MAX + 1):
            gateway.do("payer", what="wait")
            asked(eva, 500)
    assert (
        len(with_wallets.database.read_sync(wallet_charges.still_open)) <= wallet_charges.OPEN_OF_ACCOUNT_MAX
    )


def test_nobody_sees_or_ends_somebody_elses_payment(
    with_wallets: Shop, served: Client, eva: Known, gateway: ControlClient
) -> None:
    gateway.do("payer", what="wait")
    where = asked(eva)
    other = Known(served)
    assert other.get(where).status_code == 404
    assert other.post(where + "/cancel").status_code == 404
    assert charge(with_wallets, where).until > with_wallets.clock()


def test_without_a_gateway_nobody_is_asked_to_pay_by_wallet(anna: Known) -> None:
    assert 'id="topup"' not in anna.get("/phone/wallet").text
    assert anna.post("/phone/topup", amount="2000").status_code == 409
