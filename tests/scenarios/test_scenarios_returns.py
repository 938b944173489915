"""Goods come back, for real: bought with a gift card and a phone, given back to both by their receipt."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from scenarios_attended import Shop, opened, story, to_show, until

pytestmark = pytest.mark.slow

COFFEE_MINOR, BOUQUET_MINOR, GIFT_MINOR = 649, 699, 800
TOTAL_MINOR = COFFEE_MINOR + BOUQUET_MINOR
BY_PHONE_MINOR = TOTAL_MINOR - GIFT_MINOR
BACK_ON_THE_CARD_MINOR = COFFEE_MINOR - BY_PHONE_MINOR
SALES = "SELECT transaction_id FROM sale WHERE outcome = 'sold'"
REFUNDED = "SELECT amount_minor FROM value_entry WHERE kind = 'refund' AND book = 'balance'"
BUY = (
    'show = "pack:ground-coffee-500-g"',
    'show = "pack:spring-bouquet"',
    'touch = "pay"',
    'wait = "tender"',
    "gift = 2",
    'phone = "pay"',
    'wait = "paid"',
    'wait = "receipt"',
    'touch = "receiptNone"',
    'wait = "attract"\ntimeout_s = 30',
)


def test_a_return_goes_back_to_the_phone_and_the_gift_card_that_paid(tmp_path: Path) -> None:
    with opened(tmp_path / "shop") as shop:
        lane = shop.lane(1, uses='phone = "pay"')
        lane.do(*BUY)
        until("the service has opened the sale", lambda: of_the_book(shop, SALES))
        receipt = to_show(str(of_the_book(shop, SALES)[0][0]), tmp_path)
        lane.do('badge = "anna"', 'wait = "staff"', receipt)
        lane.do('touch = "more-1"', 'touch = "returnGive"', 'touch = "choice-damaged"')
        lane.do('touch = "returnPrint"\ntimeout_s = 30')
        until("the slip is out", lambda: len(lane.world.papers()) == 1)
        slip = Path(lane.world.papers()[0]["txt"]).read_text("utf-8")
        until("the gift card has it", lambda: of_the_book(shop, REFUNDED) == [(BACK_ON_THE_CARD_MINOR,)])

        until("the lane is free again", lambda: lane.screen == "attract")
        lane.do(
            'badge = "anna"',
            'wait = "staff"',
            receipt,
            'touch = "more-2"',
            'expect = { screen = "staff" }',
        )
        with pytest.raises(AssertionError, match="more-1"):
            lane.do('touch = "more-1"\ntimeout_s = 1')
        lane.do('touch = "returnStop"')
        until("the lane is free", lambda: lane.screen == "attract")
        lane.world.lane.stop()
        events = lane.journal()

    (ended,) = story(events, "ReturnEnded")
    assert (ended["given_minor"], ended["is_whole"]) == (COFFEE_MINOR, True)
    assert story(events, "PaymentRequested") == []
    moved = json.loads((lane.world.out / "logs" / "wallet-ledger.json").read_text())["movements"]
    assert [(one["kind"], one["amount_minor"]) for one in moved] == [
        ("charge", BY_PHONE_MINOR),
        ("reversal", BY_PHONE_MINOR),
    ]
    for words in ("RETURN", "-6.49", "-5.48", "-1.01"):
        assert words in slip


def of_the_book(shop: Shop, question: str) -> list[tuple[object, ...]]:
    """What the service keeps."""
    with closing(sqlite3.connect(shop.store.folder / "store.db")) as book:
        return list(book.execute(question))
