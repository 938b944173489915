"""Stored value asked for by real lanes of a real service: one card, two lanes, never more than is on it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sync_world import Shop, enrolled

from kiosk.sync.client import StoreClient
from retail.stored_value.limits import ValueLimits
from retail.stored_value.number import make_number
from retail.wire.stored_value import HoldValue, ReleaseValue, ValueHold
from store.data.database import Database
from store.data.stored_value import value_cards
from store.data.stored_value.value import Origin
from store.identity import lookup, vault

NUMBER = make_number(lambda limit: limit // 3)


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    opened = Shop(tmp_path / "shop")
    try:
        yield opened
    finally:
        opened.end()


def issue(shop: Shop, amount: int) -> str:
    """A card as the office issues it; its account."""
    keys = vault.load(shop.folder)
    with Database.open(shop.dsn) as database:
        return database.write_sync(
            lambda one: value_cards.issue(
                one,
                value_cards.lookup_of(keys, NUMBER.key(lookup.member_secret(keys))),
                NUMBER.last_digits,
                amount,
                ValueLimits(),
                currency="EUR",
                origin=Origin(store_id="1", who="test"),
                at=0,
            )
        )


def test_two_lanes_share_a_card_by_its_hash(shop: Shop) -> None:
    shop.run("init")
    account = issue(shop, 2000)
    shop.start()
    secret = lookup.member_secret(vault.load(shop.folder))
    first, second = (StoreClient(enrolled(shop, lane)) for lane in ("1", "2"))
    try:

        def hold(client: StoreClient, transaction: str, amount: int) -> ValueHold:
            asked = HoldValue(
                transaction_id=transaction,
                ask_no=1,
                amount_minor=amount,
                currency="EUR",
                card_key=NUMBER.key(secret),
            )
            answer = client.hold_value(asked)
            assert isinstance(answer, ValueHold), answer
            return answer

        held = hold(first, "t1", 1500)
        assert (held.verdict, held.account_id, held.amount_minor, held.left_minor) == (
            "held",
            account,
            1500,
            500,
        )
        assert hold(second, "t2", 1500).amount_minor == 500
        assert hold(second, "t3", 1).verdict == "held_elsewhere"
        let_go = ReleaseValue(transaction_id="t1", ask_no=1, account_id=account)
        assert isinstance(first.release_value(let_go), ValueHold)
        assert hold(second, "t3", 1500).amount_minor == 1500
    finally:
        first.close()
        second.close()
