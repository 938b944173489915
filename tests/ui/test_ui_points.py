"""The sum before paying adds up, points have their steps, and the end says what was saved and earned."""

import re

import pytest
from msgspec.structs import replace

from kiosk.checkout.state import Phase, State, Transaction
from kiosk.ui.samples import READY, snapshot
from kiosk.ui.samples.goods import paid, paying, priced, sale, sale_of
from kiosk.ui.samples.offers import membership, ready_to_pay, rewarded, tea, tendering
from kiosk.ui.view import derive
from kiosk.ui.views import LaneView
from kiosk.ui.words import messages, refusals
from retail.coupons import Refusal
from retail.journal.events import RewardsGranted


def view_of(transaction: Transaction, phase: Phase = Phase.TENDER) -> LaneView:
    state = State(phase=phase, transaction=transaction, devices=READY)
    return derive(snapshot(state), lambda text: text)


def minor(text: str) -> int:
    sign = -1 if text.startswith("-") else 1
    return sign * int(re.sub(r"[^0-9]", "", text))


@pytest.mark.parametrize("name", [name for name, _ in tendering()])
def test_the_sum_s_rows_add_up_to_the_amount(name: str) -> None:
    view = view_of(dict(tendering())[name])
    payment = view.payment
    assert payment.sums
    paid_so_far = sum(minor(row.amount) for row in view.tender.pays)
    assert sum(minor(row.amount) for row in payment.sums) + paid_so_far == minor(payment.amount)


def test_goods_alone_need_no_sum() -> None:
    payment = view_of(sale(3)).payment
    assert (payment.sums, payment.points.step) == ((), "none")


def test_points_lower_what_the_card_pays() -> None:
    without = view_of(ready_to_pay()).payment
    assert without.amount == "€19.08"
    assert [(row.kind, row.text, row.amount) for row in without.sums] == [
        ("plain", "Goods", "€19.04"),
        ("saving", "You save", "-€1.46"),
        ("plain", "Deposit", "€1.50"),
    ]
    view = view_of(ready_to_pay(500))
    assert view.payment.amount == "€14.08"
    assert [(row.kind, row.text, row.amount) for row in view.payment.sums] == [("plain", "Total", "€19.08")]
    assert [(row.text, row.amount, row.take_back) for row in view.tender.pays] == [
        ("500 points", "-€5.00", "points")
    ]


def test_points_are_offered_asked_for_and_kept() -> None:
    ready = ready_to_pay()
    offer = view_of(ready).payment.points
    assert (offer.step, offer.text) == ("offer", "Pay with points")
    assert offer.note == "600 points pay €6.00 of your purchase"
    unknown = view_of(replace(ready, points_possible=0)).payment.points
    assert unknown.note == "You have 640 points"
    assert view_of(replace(ready, points_asked=True)).payment.points.step == "asking"
    held = view_of(ready_to_pay(500)).payment.points
    assert (held.step, held.note) == ("held", "500 points pay €5.00 of your purchase")


@pytest.mark.parametrize("reason", [*refusals.POINTS_REASONS, "used", "refused"])
def test_points_that_cannot_be_used_stay_the_shopper_s_and_can_be_tried_again(reason: str) -> None:
    points = view_of(replace(ready_to_pay(), points_reason=reason)).payment.points
    assert points.step == "offer"
    assert points.note == refusals.POINTS_REASONS.get(reason, refusals.POINTS_OTHER)
    assert "stay yours" in points.note


def test_points_are_offered_to_nobody_who_has_none() -> None:
    assert view_of(membership(is_known=False)).payment.points.step == "none"
    member = ready_to_pay().member
    assert member is not None
    poor = replace(ready_to_pay(), member=replace(member, points=0))
    assert view_of(poor).payment.points.step == "none"


def test_the_card_s_part_is_what_an_unknown_payment_speaks_of() -> None:
    attempt = paying(ready_to_pay(500))
    open_attempt = replace(ready_to_pay(500), payment=attempt)
    assert "€14.08" in view_of(open_attempt, Phase.UNKNOWN).payment.body
    assert view_of(open_attempt, Phase.CARD).payment.amount == "€14.08"


def test_paid_says_what_was_saved_and_earned() -> None:
    payment = view_of(rewarded(), Phase.PAID).payment
    assert (payment.title, payment.amount) == (messages.PAID.title, "€19.08")
    assert [(row.text, row.amount) for row in payment.pays] == [("500 points", "€5.00"), ("Card", "€14.08")]
    assert (payment.saved, payment.earned) == ("You saved €1.46 today", "You earned 18 points")
    assert view_of(paid(sale(3)), Phase.PAID).payment.saved == ""


@pytest.mark.parametrize(("points", "text"), [(0, ""), (1, "You earned 1 point"), (2, "You earned 2 points")])
def test_earned_points_are_counted_in_words(points: int, text: str) -> None:
    granted = RewardsGranted(member_id="m-1", points_earned=points, points_spent=0, base_minor=0)
    done = replace(paid(sale(3)), granted=granted)
    assert view_of(done, Phase.PAID).payment.earned == text


def test_points_may_pay_everything() -> None:
    all_of_it = sale(1)
    total = all_of_it.priced.total_minor
    done = replace(all_of_it, points_held=249, points_minor=total, paid_at="2026-03-14T10:13:30+01:00")
    assert view_of(done, Phase.PAID).payment.title == messages.PAID_BY_POINTS.title
    free = replace(sale_of((), priced(()), transaction_id="t"), paid_at="2026-03-14T10:13:30+01:00")
    assert view_of(free, Phase.PAID).payment.title == messages.PAID_NOTHING.title


def test_the_receipt_question_tells_of_the_next_visit_s_coupon() -> None:
    receipt = view_of(rewarded(), Phase.RECEIPT).receipt
    assert receipt.next_visit == "Your receipt carries a coupon worth €3.00 for your next visit."
    assert "€19.08" in receipt.body
    assert view_of(paid(sale(3)), Phase.RECEIPT).receipt.next_visit == ""


def test_goodbye_repeats_what_was_saved() -> None:
    assert view_of(paid(tea(3)), Phase.THANKS).receipt.thanks_saved == "You saved €2.99 today"


@pytest.mark.parametrize(
    "reason",
    [
        *("unknown", "unreadable", "not_a_product", "too_long", "needs_weight", "limit", "not_a_member"),
        *("held", "used", "refused", "no_link", "offline_limit", "already_shown", "bad_coupon"),
        *(refusal.value for refusal in Refusal),
    ],
)
def test_every_reason_of_a_refused_code_has_its_own_words(reason: str) -> None:
    missing = replace(sale(3), not_found_text="…4711", not_found_reason=reason)
    notice = derive(snapshot(State(phase=Phase.NOT_FOUND, transaction=missing)), str).notice
    assert notice.title == refusals.NOT_FOUND[reason].title
    is_coupon = reason in {refusal.value for refusal in Refusal} or "coupon" in notice.title
    assert (notice.subject == "coupon") is is_coupon
    assert any(said in notice.body.lower() for said in ("unchanged", "not", "nothing", "once"))


def test_a_reason_of_tomorrow_has_calm_words_too() -> None:
    missing = replace(sale(3), not_found_text="1", not_found_reason="never heard of")
    assert view_of(missing, Phase.NOT_FOUND).notice.title == refusals.NOT_FOUND_OTHER.title


def test_a_number_nobody_knows_is_not_shown_again() -> None:
    missing = replace(sale(3), not_found_text="0171234567", not_found_reason="not_a_member")
    view = view_of(missing, Phase.NOT_FOUND)
    assert view.notice.code == ""
    assert "0171" not in repr(view)


@pytest.mark.parametrize(
    "code", ["coupon_pending", "coupon_being_checked", "price_not_final", "points_being_checked"]
)
def test_a_payment_that_has_to_wait_says_why_and_that_nothing_was_charged(code: str) -> None:
    state = State(phase=Phase.SCANNING, transaction=sale(3))
    said = derive(snapshot(state, refusal=code), lambda text: text).refusal
    assert said != messages.REFUSED_OTHER
    assert "nothing was charged" in said
