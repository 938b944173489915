"""A wallets' gateway in its own process, and what became of payments, for tests of the phone pages."""

import time
from collections.abc import Callable

import sqlalchemy as sa
from phone_shop import Known, Shop

from simulators.control import ControlClient
from store.data.schema.value import value_entry
from store.data.stored_value import wallet_charges
from store.data.stored_value.wallet_charges import Charge

DEADLINE_S = 20.0
EVERY_LOOK_S = 0.02


def until(holds: Callable[[], bool]) -> None:
    ends = time.monotonic() + DEADLINE_S
    while not holds():
        assert time.monotonic() < ends
        time.sleep(0.02)


def end(shop: Shop, one: Charge) -> None:
    """Let a payment be cancelled at the next look."""
    shop.database.write_sync(lambda found: wallet_charges.cut_short(found, one, at=shop.clock()))


def asked(phone: Known, amount: int = 2000, **more: str) -> str:
    """Where the page of a new payment is."""
    answer = phone.post("/phone/topup", amount=str(amount), **more)
    assert answer.status_code == 303, answer.text
    where = str(answer.headers["location"])
    assert where.startswith("/phone/charge/"), where
    return where


def charge(shop: Shop, where: str) -> Charge:
    charge_id = where.split("?")[0].rsplit("/", 1)[1]
    found = shop.database.read_sync(lambda one: wallet_charges.one(one, "1", charge_id))
    assert found is not None
    return found


def ended(shop: Shop, where: str) -> str:
    until(lambda: not charge(shop, where).is_open)
    return charge(shop, where).state


def balance(shop: Shop) -> int:
    """What wallets ever loaded, over all balances."""
    query = sa.select(sa.func.coalesce(sa.func.sum(value_entry.c.amount_minor), 0)).where(
        value_entry.c.book == "balance", value_entry.c.kind == "top_up"
    )
    return int(shop.database.read_sync(lambda one: one.execute(query).scalar_one()))


def taken(gateway: ControlClient) -> int:
    """What the gateway has of shoppers' money, refunds taken off."""
    rows = gateway.do("ledger")["ledger"]
    return sum(row["amount_minor"] * (1 if row["kind"] == "charge" else -1) for row in rows)
