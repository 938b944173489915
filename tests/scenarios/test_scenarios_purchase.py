"""One whole purchase, for real: camera, screen, card, paper, journal, and the power failing in between."""

import cv2
import numpy as np
import pytest

from simulators.goods import by_slug

SIX = (
    "red-apples-1-kg",
    "whole-milk-1-l",
    "butter-250-g",
    "jasmine-rice-1-kg",
    "apple-juice-1-l",
    "hand-soap-100-g",
)
SIX_TOTAL = 249 + 119 + 229 + 249 + 199 + 129


def show(*slugs: str) -> str:
    return "".join(f'[[step]]\nshow = "pack:{slug}"\nfor_s = 1.5\n' for slug in slugs)


def steps(*written: str) -> str:
    return "".join(f"[[step]]\n{step}\n" for step in written)


TO_CARD = steps('touch = "pay"', 'touch = "payCard"')
GIVE_UP = 'touch = "cancel"', 'touch = "cancelNow"'
PAPER = steps('touch = "receiptPaper"', 'wait = "thanks"')


def test_six_items_paid_by_card_with_a_receipt_on_paper(shop) -> None:  # type: ignore[no-untyped-def]
    expect = f'expect = {{ screen = "scanning", lines = 6, total_minor = {SIX_TOTAL}, paid = false }}'
    paid = f"expect = {{ lines = 6, total_minor = {SIX_TOTAL}, paid = true }}"
    trip = shop(show(*SIX) + steps(expect) + TO_CARD + steps('wait = "paid"') + PAPER + steps(paid))
    trip.require_success()
    summary = trip.summary
    assert (summary["outcome"], summary["currency"], summary["total_minor"]) == ("paid", "EUR", SIX_TOTAL)
    packs = by_slug()
    assert [line["gtin"] for line in summary["lines"]] == [packs[slug].gtin for slug in SIX]
    assert sum(line["amount_minor"] for line in summary["lines"]) == SIX_TOTAL
    assert summary["tenders"][0]["amount_minor"] == SIX_TOTAL
    assert (summary["receipt"], trip.ledger) == ("printed", [("charge", SIX_TOTAL)])
    assert trip.pieces_of_paper == 1
    text = (trip.out / "receipt.txt").read_text()
    assert "Red Apples 1 kg" in text
    assert f"{SIX_TOTAL // 100}.{SIX_TOTAL % 100:02}" in text
    paper = cv2.imread(str(trip.out / "receipt.png"), cv2.IMREAD_GRAYSCALE)
    assert paper.shape[1] == 576
    assert (paper < 128).any()
    assert (trip.out / "receipt.bin").stat().st_size > 500
    assert len(list((trip.out / "screens").glob("*.png"))) == len(summary["steps"])


def test_a_power_cut_in_the_middle_of_the_payment_charges_once_and_prints_once(shop) -> None:  # type: ignore[no-untyped-def]
    kill = steps('wait = "card"', "restart = true", 'wait = "paid"')
    same = 'expect = { lines = ["9521000003019", "9521000003026"], total_minor = 348, paid = true }'
    trip = shop(show("whole-milk-1-l", "butter-250-g") + TO_CARD + kill + PAPER + steps(same))
    trip.require_success()
    assert trip.ledger == [("charge", 348)]
    assert (trip.count("PaymentRequested"), trip.count("PaymentApproved")) == (1, 1)
    assert (trip.count("LaneStarted"), trip.pieces_of_paper) == (2, 1)
    assert (trip.summary["receipt"], trip.summary["journal"]["verifies"]) == ("printed", True)


def test_a_power_cut_while_scanning_keeps_the_basket(shop) -> None:  # type: ignore[no-untyped-def]
    basket = 'expect = { screen = "scanning", lines = ["9521000003019"], total_minor = 119, paid = false }'
    trip = shop(show("whole-milk-1-l") + steps("restart = true", basket, *GIVE_UP))
    trip.require_success()
    assert trip.summary["outcome"] == "cancelled"


def test_no_card_trouble_takes_money_for_nothing(shop) -> None:  # type: ignore[no-untyped-def]
    trouble = ""
    for card in ("decline", "cancel", "wrong_amount"):
        again = steps(f'card = "{card}"', 'touch = "payCard"', 'wait = "card"', 'wait = "tender"')
        trouble += again + steps('expect = { screen = "tender", paid = false }')
    end = steps('card = "approve"', 'touch = "payCard"', 'wait = "paid"', 'touch = "receiptNone"')
    trip = shop(show("whole-milk-1-l") + steps('touch = "pay"') + trouble + end + steps('wait = "thanks"'))
    trip.require_success()
    reversed_one, paid_one = trip.ledger[:2], trip.ledger[2:]
    assert [kind for kind, _ in reversed_one] == ["charge", "reversal"]
    assert reversed_one[0][1] == reversed_one[1][1]
    assert paid_one == [("charge", 119)]
    assert (trip.summary["outcome"], trip.summary["receipt"], trip.pieces_of_paper) == ("paid", "none", 0)


def test_a_terminal_unplugged_in_the_middle_is_asked_not_charged_again(shop) -> None:  # type: ignore[no-untyped-def]
    unplugged = steps('card = "unplug"', 'touch = "payCard"', 'wait = "unknown"')
    trip = shop(show("whole-milk-1-l") + steps('touch = "pay"') + unplugged + steps('wait = "paid"') + PAPER)
    trip.require_success()
    assert (trip.ledger, trip.summary["outcome"]) == ([("charge", 119)], "paid")
    assert (trip.count("PaymentRequested"), trip.count("PaymentUnknown")) == (1, 1)


def test_paper_that_ends_in_the_receipt_is_waited_for_and_printed_once(shop) -> None:  # type: ignore[no-untyped-def]
    no_paper = steps('wait = "receipt"', 'printer = "paper_end_mid"', 'touch = "receiptPaper"')
    waiting = steps('expect = { screen = "receipt", paid = true }\ntimeout_s = 6')
    then = waiting + steps('printer = "ready"', 'wait = "thanks"')
    trip = shop(show("whole-milk-1-l") + TO_CARD + steps('wait = "paid"') + no_paper + then)
    trip.require_success()
    assert (trip.summary["receipt"], trip.ledger) == ("printed", [("charge", 119)])
    assert (trip.count("PrintStarted"), trip.count("PrintWaited")) == (1, 1)


def test_a_basket_can_be_changed_and_survives_what_is_not_for_sale(shop, tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "broken.jpg").write_bytes(b"\xff\xd8\xff\xe0 not a picture")
    grey = np.full((480, 640, 3), 120, np.uint8)
    cv2.imwrite(str(tmp_path / "wall.png"), grey)
    milk, butter = "9521000003019", "9521000003026"
    text = show("whole-milk-1-l", "butter-250-g", "butter-250-g")
    text += steps(
        "expect = { lines = 2, total_minor = 577 }",
        'touch = "removeLast"',
        "expect = { lines = 2, total_minor = 348 }",
        'touch = "quantity-1"',
        'key = "12\\n"',
        f'expect = {{ lines = [{{ gtin = "{milk}", quantity = 12 }}, "{butter}"], total_minor = 1657 }}',
        'show = "broken.jpg"',
        'show = "wall.png"\nfor_s = 1',
        'show = "pack:stranger"',
        'wait = "notfound"',
        'touch = "done"',
        "expect = { lines = 2, total_minor = 1657 }",
        'touch = "remove-2"',
        f'expect = {{ lines = ["{milk}"] }}',
    )
    trip = shop(text + show("mountain-cheese-per-kg") + steps("expect = { lines = 2 }", *GIVE_UP))
    trip.require_success()
    assert (trip.summary["outcome"], trip.ledger) == ("cancelled", [])
    assert len(trip.summary["warnings"]) == 1
    assert "step 10 (show broken.jpg)" in trip.summary["warnings"][0]


def test_a_failed_expectation_ends_in_status_1_and_words(shop) -> None:  # type: ignore[no-untyped-def]
    trip = shop(steps('touch = "start"', "expect = { lines = 3, paid = true }", 'touch = "cancel"'))
    assert trip.exit_status == 1
    assert trip.summary["failures"] == [
        "step 2 (expect): expected 3 line(s), the basket has 0; expected it to be paid, it is not paid"
    ]
    assert trip.summary["is_finished"]


def test_a_catalogue_with_wrong_rows_is_refused_whole_with_their_lines(shop, tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "goods.csv").write_text(
        "gtin,name,price_minor,currency,tax_rate_percent,category\n"
        "9521000003019,Milk,119,EUR,7,dairy\n"
        "9521000003018,Wrong check digit,119,EUR,7,dairy\n"
        "9521000003026,Butter,2.29,EUR,7,dairy\n"
    )
    trip = shop('[shop]\ncatalogue = "goods.csv"\n' + steps('touch = "start"'))
    assert trip.exit_status == 2
    assert "line 3: gtin '9521000003018'" in trip.said
    assert "line 4: price_minor '2.29'" in trip.said
    assert trip.summary["outcome"] == "none"


@pytest.mark.slow
def test_a_silent_terminal_leaves_the_outcome_unknown_until_it_speaks(shop) -> None:  # type: ignore[no-untyped-def]
    silent = steps('card = "silent"', 'touch = "payCard"', 'wait = "unknown"', 'wait = "tender"')
    again = steps('card = "approve"', 'touch = "payCard"', 'wait = "paid"')
    trip = shop(show("whole-milk-1-l") + steps('touch = "pay"') + silent + again + PAPER)
    trip.require_success()
    assert (trip.ledger, trip.summary["receipt"]) == ([("charge", 119)], "printed")


def test_a_scenario_with_mistakes_starts_nothing(shop) -> None:  # type: ignore[no-untyped-def]
    trip = shop(steps('touch = "start"\nwait = "scanning"', 'wait = "scaning"'))
    assert trip.exit_status == 2
    assert "did you mean 'scanning'?" in trip.said
    assert not trip.out.exists()
