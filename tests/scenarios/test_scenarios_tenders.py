"""Several means of payment share a purchase, for real: lane, gateway and store in processes of their own."""

import json
from pathlib import Path
from typing import Any

from simulators.shopper.adding import add_up
from simulators.wallet import PAY_CODE


def steps(*written: str) -> str:
    return "".join(f"[[step]]\n{step}\n" for step in written)


def test_a_gift_card_and_a_phone_share_a_purchase(shop: Any) -> None:
    trip = shop(
        "[store]\n"
        + steps(
            'show = "pack:ground-coffee-500-g"',
            'show = "pack:spring-bouquet"',
            'touch = "pay"',
            'wait = "tender"',
            "gift = 2",
            'phone = "decline"',
            'wait = "tender"',
            'phone = "pay"',
            'wait = "paid"',
            'wait = "receipt"',
            'touch = "receiptPaper"',
            'wait = "thanks"',
        )
    )
    trip.require_success()
    assert trip.ledger == []
    asked = [event["attempt_id"] for event in trip.events if event["event"] == "WalletRequested"]
    moved = json.loads((trip.out / "logs" / "wallet-ledger.json").read_text())["movements"]
    assert [(one["kind"], one["order_number"], one["amount_minor"]) for one in moved] == [
        ("charge", asked[1], 548)
    ]
    captured = [event for event in trip.events if event["event"] == "ValueCaptured"]
    assert [one["amount_minor"] for one in captured] == [800]

    added = add_up((trip.out / "receipt.txt").read_text(encoding="utf-8"), 48)
    assert added is not None
    assert (added.total, added.tenders) == (1348, (800, 548))

    digits = json.loads((trip.out / "store" / "gift_cards.json").read_text())[1]["digits"]
    kept = [path.read_bytes() for path in _files_of_the_lane(trip.out)]
    for secret in (digits, PAY_CODE.format(1), PAY_CODE.format(2)):
        assert not any(secret.encode() in content for content in kept), secret


def _files_of_the_lane(out: Path) -> list[Path]:
    files = [path for path in (out / "lane").rglob("*") if path.is_file()]
    return [*files, out / "lane.log", out / "journal.jsonl", out / "receipt.txt"]
