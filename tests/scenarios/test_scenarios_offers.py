"""Offers, members and coupons, for real: every saving shows as it happens, and the paper adds up."""

from pathlib import Path
from typing import Any

import zxingcpp
from PIL import Image

from simulators import wallet
from simulators.shopper.adding import add_up

STORIES = Path(__file__).parent / "stories"


def steps(*written: str) -> str:
    return "".join(f"[[step]]\n{step}\n" for step in written)


def test_a_club_member_with_three_coupons_and_six_goods(shop: Any) -> None:
    trip = shop((STORIES / "club_and_coupons.toml").read_text(encoding="utf-8"))
    trip.require_success()
    summary = trip.summary
    assert summary["receipt_adds_up"] is True
    assert (summary["total_minor"], summary["saving_minor"]) == (1676, 825)
    assert sum(line["saving_minor"] for line in summary["lines"]) == 825
    assert trip.ledger == [("charge", 1376)]
    assert trip.pieces_of_paper == 1
    events = {name: trip.count(name) for name in ("CouponShown", "CouponRedeemed", "RewardsGranted")}
    assert events == {"CouponShown": 3, "CouponRedeemed": 3, "RewardsGranted": 1}

    added = add_up((trip.out / "receipt.txt").read_text(encoding="utf-8"), 48)
    assert added is not None
    assert added.goods == (649, 558, 549, 398, 173, 149, 25)
    assert added.discounts == (50, 279, 110, 186, 100, 100)
    assert (added.total, added.saved, added.tenders) == (1676, 825, (300, 1376))

    with Image.open(trip.out / "receipt.png") as paper:
        codes = [code.text for code in zxingcpp.read_barcodes(paper.convert("L"))]
    granted = next(event for event in trip.events if event["event"] == "RewardsGranted")
    assert granted["next_visit_code"] in codes
    assert granted["points_spent"] == 300

    holder = next(each for each in wallet.holders() if each.member_id == "gold-2")
    kept = [(trip.out / "journal.jsonl").read_text(encoding="utf-8")]
    kept += [path.read_text(errors="replace") for path in _logs(trip.out)]
    for secret in (holder.card, holder.credential.removeprefix("member:"), holder.phone.replace(" ", "")):
        assert not any(secret in text for text in kept)


def test_a_member_comes_and_goes_and_a_coupon_too(shop: Any) -> None:
    coupon = '{ coupon = "store:RICE25", saving_minor = %d, reason = "%s" }'
    text = '[shop]\nlanguage = "de"\n' + steps(
        'touch = "start"',
        'type = "030 23125 106"',
        "expect = { member = true, lines = 0 }",
        'show = "pack:whole-milk-1-l"',
        'expect = { total_minor = 99, saving_minor = 20, offers = ["club-milk"] }',
        'touch = "forgetMember"',
        "expect = { member = false, total_minor = 119, saving_minor = 0, offers = 0 }",
        'show = "phone:silver-3"',
        "expect = { member = true, total_minor = 99 }",
        'show = "coupon:qr:rice25"',
        f"expect = {{ total_minor = 99, coupons = [{coupon % (0, 'nothing_for_it')}] }}",
        'show = "pack:jasmine-rice-1-kg"',
        f"expect = {{ total_minor = 286, saving_minor = 82, coupons = [{coupon % (62, '')}] }}",
        'touch = "removeCoupon-1"',
        "expect = { total_minor = 348, coupons = 0 }",
        'show = "coupon:foreign"',
        'wait = "notfound"',
        'touch = "done"',
        "expect = { total_minor = 348, coupons = 0 }",
        'touch = "cancel"',
        'touch = "cancelNow"',
    )
    trip = shop(text)
    trip.require_success()
    assert trip.summary["outcome"] == "cancelled"
    assert trip.count("CouponReleased") == 1


def _logs(out: Path) -> list[Path]:
    return [out / "lane.log", *(path for path in (out / "lane" / "log").rglob("*") if path.is_file())]
