"""A shop with everything on the way: goods without a barcode, bags, rounding up, undoing; real processes."""

from typing import Any

MUSHROOMS_400_G = 356
"""400 g on the scale less their bag of 4 g, at 8.99 a kilogram."""
CROISSANT, BAG = 99, 25


def test_loose_goods_bags_and_a_charity_on_one_receipt(shop: Any) -> None:
    trip = shop(
        """
        flow = true
        steps = [
          { touch = "start" },
          { choose = "pack:butter-croissant" },
          { bag = "pack:butter-croissant" },
          { weigh = 400 },
          { choose = "pack:mushrooms-loose-per-kg", typed = "champ" },
          { expect = { lines = 2 }, timeout_s = 30 },
          { weigh = 0 }, { bag = "pack:mushrooms-loose-per-kg", weight_g = 400 },
          { touch = "remove-1" },
          { unbag = "pack:butter-croissant" },
          { expect = { lines = 1 } },
          { touch = "undo" },
          { bag = "pack:butter-croissant" },
          { expect = { lines = 2 } },
          { touch = "pay" },
          { bags = 0 },
          { wait = "tender" },
          { touch = "roundUp" },
          { touch = "keepChange" },
          { touch = "roundUp" },
          { touch = "payCard" }, { wait = "paid" }, { touch = "receiptPaper" }, { wait = "thanks" },
        ]
        """
    )
    trip.require_success()
    assert trip.summary["receipt_adds_up"] is True
    goods = CROISSANT + MUSHROOMS_400_G
    assert trip.ledger == [("charge", goods + (-goods % 100))]
    told = {
        name: trip.count(name) for name in ("WeighingAsked", "RemovalUndone", "BagsAnswered", "ItemVoided")
    }
    assert told == {"WeighingAsked": 1, "RemovalUndone": 1, "BagsAnswered": 1, "ItemVoided": 2}
    assert "Food Bank Berlin" in (trip.out / "receipt.txt").read_text(encoding="utf-8")


def test_a_purchase_that_was_given_up_goes_on_and_bags_are_lines(shop: Any) -> None:
    trip = shop(
        """
        flow = true
        steps = [
          { touch = "start" },
          { choose = "pack:butter-croissant", count = 2 },
          { expect = { lines = 1, total_minor = 198 } },
          { touch = "cancel" },
          { touch = "undo" },
          { restart = true },
          { expect = { lines = 1, screen = "scanning" } },
          { touch = "pay" },
          { bags = 2 },
          { wait = "tender" },
          { touch = "payCard" }, { wait = "paid" }, { touch = "receiptNone" },
        ]
        """
    )
    trip.require_success()
    assert trip.ledger == [("charge", 2 * CROISSANT + 2 * BAG)]
    assert (trip.count("CancelAsked"), trip.count("CancelUndone"), trip.count("TransactionCancelled")) == (
        1,
        1,
        0,
    )
    added = [one for one in trip.events if one["event"] == "ItemAdded"]
    assert [(one["quantity"], one["evidence"]) for one in added] == [(2, ["chosen"]), (2, ["bag"])]
