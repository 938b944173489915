"""A purchase by headset and keypad alone, for real: what was heard, sentence by sentence, in its order."""

import json
import re
from pathlib import Path

STORY = (Path(__file__).parent / "stories" / "by_ear.toml").read_text(encoding="utf-8")
HEARD = (
    "You can shop by ear.",
    "Welcome. Scan your first item to begin.",
    "The screen is dark now. Nobody reads along.",
    "Your basket is empty.",
    "Red Apples 1 kg, 2 euros and 49 cents. Total 2 euros and 49 cents.",
    "Whole Milk 1 l, 1 euro and 19 cents. Total 3 euros and 68 cents.",
    "Hand Soap 100 g, 1 euro and 29 cents. Total 11 euros and 74 cents.",
    "Remove last item.",
    "Removed: Hand Soap 100 g. Total 10 euros and 45 cents.",
    "Volume 60 percent.",
    "Your basket: 6 items. Total 11 euros and 74 cents.",
    "You can choose: scan an item, hear the basket, ",
    "Red Apples 1 kg, 2 euros and 49 cents. Whole Milk 1 l, 1 euro and 19 cents.",
    "Pay.",
    "How would you like to pay? To pay: 11 euros and 74 cents, for 6 items.",
    "Pay by card.",
    "11 euros and 74 cents, by card. Please follow the card terminal. You have paid only when we say so.",
    "Paid: 11 euros and 74 cents. Thank you.",
    "Would you like a receipt, on paper or as a code?",
    "Tax in it: 1 euro and 7 cents.",
    "Paid: 11 euros and 74 cents.",
    "Thank you. Please take your shopping. Goodbye.",
)


def test_six_goods_are_bought_by_ear_with_a_dark_screen(shop) -> None:  # type: ignore[no-untyped-def]
    trip = shop(STORY)
    trip.require_success()
    assert trip.summary["outcome"] == "paid"
    assert trip.ledger == [("charge", 1174)]
    assert trip.pieces_of_paper == 1
    lines = (trip.out / "transcript.jsonl").read_text(encoding="utf-8").splitlines()
    said = [json.loads(line) for line in lines]
    at = 0
    for words in HEARD:
        found = [number for number, one in enumerate(said[at:], at) if words in one["text"]]
        assert found, (words, [one["text"] for one in said[at:]])
        at = found[0]
    assert {one["language"] for one in said} == {"en"}
    assert not [one["text"] for one in said if re.search(r"\d{6,}|[*•]{2}|€", one["text"])]
    assert {one["volume"] for one in said} == {50, 60}
