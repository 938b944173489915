"""Choosing how to pay: what pays, what is left, what is offered; every reason and refusal has its words."""

import re
from pathlib import Path
from typing import get_args

import pytest
from msgspec.structs import replace

from kiosk.checkout import commands
from kiosk.checkout.desk import Verdict
from kiosk.checkout.shop import Tenders
from kiosk.checkout.state import DeviceState, Phase, State, Transaction
from kiosk.devices.health import Condition, Device
from kiosk.ui.samples import READY, snapshot
from kiosk.ui.samples.goods import paid, paying, sale
from kiosk.ui.samples.offers import ready_to_pay
from kiosk.ui.samples.staff import ATTENDANT, signed_in
from kiosk.ui.samples.tenders import (
    BALANCE,
    CARD,
    EMPTIED,
    EMVCO_QR,
    EVERYTHING,
    GIFT,
    PHONE,
    phone,
    situations,
    tendering,
)
from kiosk.ui.view import CARDS_ONLY, derive
from kiosk.ui.view.staff import staff_view
from kiosk.ui.view.staff_here import Here
from kiosk.ui.views import LaneView
from kiosk.ui.voice import Voice
from kiosk.ui.words import messages
from kiosk.ui.words import tenders as w
from kiosk.ui.words.refusals import NOT_FOUND
from retail.journal.events import Refusal
from retail.journal.value import ValueAsked, ValuePinAsked
from retail.wire.stored_value import Reason

CHECKOUT = Path(commands.__file__).parent
ASKED = ValueAsked(ask_no=1, kind="gift", amount_minor=100)


def view_of(
    sale_: Transaction, phase: Phase = Phase.TENDER, tenders: Tenders = EVERYTHING, **more: object
) -> LaneView:
    state = State(**{"phase": phase, "transaction": sale_, "devices": READY, **more})
    return derive(snapshot(state), str, tenders=tenders)


def minor(text: str) -> int:
    return (-1 if text.startswith("-") else 1) * int(re.sub(r"[^0-9]", "", text))


@pytest.mark.parametrize("name", [name for name, _ in tendering()])
def test_total_less_what_pays_is_what_is_left(name: str) -> None:
    sold = dict(tendering())[name]
    view = view_of(sold)
    total = sum(minor(row.amount) for row in view.payment.sums) or sold.priced.total_minor
    assert total + sum(minor(row.amount) for row in view.tender.pays) == minor(view.payment.amount)
    assert minor(view.payment.amount) == sold.due_minor == view.tender.due_minor


def test_each_means_of_payment_says_what_it_is_and_whether_it_can_be_taken_back() -> None:
    rows = view_of(replace(sale(), values=(GIFT, EMPTIED, BALANCE), taken=(PHONE, CARD))).tender.pays
    assert [(row.text, row.note, row.amount, row.take_back, row.number) for row in rows] == [
        ("Gift card …4711", "€15.00 left on it", "-€10.00", "value", 1),
        ("Gift card …0815", "Nothing left on it", "-€2.50", "value", 2),
        ("My balance", "€12.00 left on it", "-€3.00", "value", 3),
        ("Alipay+", "Paid", "-€5.00", "", 0),
        ("Visa Debit …4921", "Paid", "-€7.00", "", 0),
    ]


def test_what_is_left_on_a_card_is_not_claimed_where_nobody_was_asked() -> None:
    (row,) = view_of(replace(sale(), values=(replace(GIFT, is_at_risk=True),))).tender.pays
    assert row.note == w.SET_ASIDE


def test_only_what_the_shop_takes_is_offered_and_a_balance_only_to_a_member_once() -> None:
    member = ready_to_pay()

    def offered(sale_: Transaction, tenders: Tenders) -> list[bool]:
        tender = view_of(sale_, tenders=tenders).tender
        return [tender.wallet.is_offered, tender.gift.is_offered, tender.balance.is_offered]

    assert offered(member, CARDS_ONLY) == [False, False, False]
    assert offered(member, EVERYTHING) == [True, True, True]
    assert offered(sale(), EVERYTHING) == [True, True, False]
    assert offered(replace(member, values=(BALANCE,)), EVERYTHING) == [True, True, False]
    assert offered(replace(member, values=(GIFT,)), Tenders(balance=True)) == [False, False, True]


@pytest.mark.parametrize("condition", Condition)
def test_a_wallet_is_taken_only_while_its_gateway_answers(condition: Condition) -> None:
    devices = {**READY, Device.WALLET: DeviceState(condition=condition)}
    way = view_of(sale(), devices=devices).tender.wallet
    works = condition in (Condition.READY, Condition.WARNING)
    assert way.is_offered
    assert way.may_use is works
    assert works or "Nothing was charged" in way.note


def test_while_the_store_is_asked_nothing_else_is_begun() -> None:
    for waiting in (replace(ready_to_pay(), value_asked=ASKED), replace(ready_to_pay(), points_asked=True)):
        tender = view_of(waiting).tender
        ways = (tender.wallet, tender.gift, tender.balance)
        assert all(way.is_offered and not way.may_use for way in ways)
        assert not tender.may_part
    assert view_of(replace(sale(), value_asked=ASKED)).tender.asking == w.ASKING_GIFT
    asked = replace(ASKED, kind="member")
    assert view_of(replace(sale(), value_asked=asked)).tender.asking == w.ASKING_BALANCE


@pytest.mark.parametrize(
    ("tenders", "hint"),
    [
        (EVERYTHING, w.SHOW_EITHER),
        (Tenders(wallets=True), w.SHOW_PHONE),
        (Tenders(gift_cards=True), w.SHOW_GIFT),
        (Tenders(balance=True), ""),
    ],
)
def test_the_camera_is_offered_for_what_it_reads(tenders: Tenders, hint: str) -> None:
    assert view_of(sale(), tenders=tenders).tender.hint == hint
    dark = {**READY, Device.CAMERA: DeviceState(condition=Condition.FAULT)}
    assert view_of(sale(), tenders=tenders, devices=dark).tender.hint == ""


def test_a_part_is_said_and_so_is_what_is_left_after_it() -> None:
    part = replace(sale(), part_minor=2000)
    tender = view_of(part).tender
    assert (tender.part, tender.card_note) == ("€20.00 next", "Pays €20.00")
    asked = replace(part, payment=replace(paying(part), amount_minor=2000))
    payment = view_of(asked, Phase.CARD).payment
    assert (payment.amount, payment.after) == ("€20.00", "After this payment €38.60 is left to pay.")
    whole = view_of(replace(sale(), payment=paying(sale())), Phase.CARD).payment
    assert (whole.amount, whole.after) == ("€58.60", "")
    assert view_of(replace(sale(), part_minor=sale().due_minor)).tender.part == ""


def test_once_a_part_is_paid_the_way_back_is_through_the_money() -> None:
    before, after = view_of(sale()).tender, view_of(replace(sale(), taken=(PHONE, CARD))).tender
    assert (before.may_leave, before.give_back) == (True, "")
    assert not after.may_leave
    assert "€12.00 goes back" in after.give_back


REASONS = ({*get_args(Reason)} | {one.value for one in Verdict if one is not Verdict.HELD}) - {""}


@pytest.mark.parametrize("reason", sorted(REASONS))
def test_every_reason_that_value_pays_nothing_says_what_happened_and_that_nothing_was_taken(
    reason: str,
) -> None:
    problem = view_of(replace(sale(), value_reason=reason)).tender.problem
    assert problem.title
    assert "othing was taken" in problem.body
    assert (problem == w.VALUE_OTHER) is (reason == "refused")


def test_every_word_for_a_refusal_of_paying_is_there() -> None:
    names = ("tendering", "attempts", "payment", "wallets", "stored_value", "points", "refunds")
    sources = [(CHECKOUT / f"{name}.py").read_text() for name in names]
    refused = [call for text in sources for call in re.findall(r"Refused\(\s*code=(.*?)\)", text, re.DOTALL)]
    codes = {code for call in refused for code in re.findall(r'"(\w+)"', call)}
    assert {"part_paid", "value_being_checked", "points_being_checked", "wallet_not_ready"} <= codes
    known = set(w.REFUSED_TENDER) | set(messages.REFUSED_COMMAND) | messages.REFUSED_BEHIND_THE_SCENES
    assert codes - known == set()
    assert not set(w.REFUSED_TENDER) & set(messages.REFUSED_COMMAND)


def test_a_means_of_payment_shown_too_early_is_named_without_its_code() -> None:
    missing = replace(sale(), not_found_reason="for_paying", not_found_text="")
    notice = view_of(missing, Phase.NOT_FOUND).notice
    assert (notice.title, notice.code) == (NOT_FOUND["for_paying"].title, "")
    assert "Nothing was charged" in notice.body


@pytest.mark.parametrize("refusal", Refusal)
def test_every_refusal_has_words_that_fit_cards_and_wallets(refusal: Refusal) -> None:
    payment = view_of(replace(sale(), refusal=refusal)).payment
    assert payment.refusal_title
    assert "card" not in payment.refusal_body


def test_the_wallet_s_screen_leads_from_the_code_to_the_phone() -> None:
    def title(**changes: object) -> str:
        return view_of(phone(sale(), **changes), Phase.WALLET).payment.title

    assert title(is_shown=True) == w.WALLET_PREPARING.title
    assert title(is_shown=True, shown_text=EMVCO_QR) == w.WALLET_SHOWN.title
    assert title() == w.WALLET_READ.title
    assert title(is_confirming=True) == w.WALLET_CONFIRM.title
    assert title(cancel_asked=True, is_confirming=True) == w.WALLET_STOPPING.title
    payment = view_of(phone(sale(), is_shown=True, shown_text=EMVCO_QR), Phase.WALLET).payment
    assert (payment.code, payment.may_cancel) == (EMVCO_QR, True)
    for over in ({"is_confirming": True}, {"cancel_asked": True}):
        order = phone(sale(), is_shown=True, shown_text=EMVCO_QR, **over)
        assert view_of(order, Phase.WALLET).payment.code == ""
    assert view_of(phone(sale(), is_shown=True), Phase.WALLET).payment.is_code_coming
    assert not view_of(phone(sale()), Phase.WALLET).payment.is_code_coming


def test_an_unknown_wallet_payment_names_the_wallet_and_forbids_a_second_one() -> None:
    for needs_attendant in (False, True):
        view = view_of(phone(sale(), needs_attendant=needs_attendant), Phase.UNKNOWN).payment
        assert "Do not pay again" in view.title
        assert "wallet" in view.body
        assert "terminal" not in view.body
        assert "€58.60" in view.body


@pytest.mark.parametrize("name", ["card", "wallet", "asking", "attendant"])
def test_money_that_goes_back_is_said_with_its_amount(name: str) -> None:
    moment = dict(situations(State(devices=READY)))[f"refund-{name}"]
    payment = derive(moment, str, tenders=EVERYTHING).payment
    assert payment.amount == "€7.00"
    assert payment.after == ""
    assert payment.is_at_terminal is (name == "card")
    assert payment.needs_attendant is (name == "attendant")
    assert payment.title in {
        w.REFUND_CARD.title,
        w.REFUND_ASKING.title,
        w.REFUND_ATTENDANT.title,
    }
    if name == "card":
        assert payment.status == "Bitte Karte einstecken"


def test_what_did_not_go_back_still_counts_and_the_terminal_is_quoted() -> None:
    failed = replace(sale(), taken=(CARD,), refund_reason="declined", refund_text="Storno nicht möglich")
    payment = view_of(failed).payment
    assert (payment.refusal_title, payment.refusal_words) == (w.REFUND_FAILED.title, "Storno nicht möglich")
    assert "still counts" in payment.refusal_body


def test_paid_names_each_means_of_payment_and_they_add_up() -> None:
    done = paid(replace(sale(), values=(GIFT,), taken=(PHONE,)))
    payment = view_of(done, Phase.PAID).payment
    assert payment.amount == "€58.60"
    assert sum(minor(row.amount) for row in payment.pays) == 5860
    assert all(row.take_back == "" for row in payment.pays)
    assert view_of(paid(sale()), Phase.PAID).payment.pays == ()


def test_help_and_an_outage_tell_of_what_was_paid_so_far() -> None:
    split = replace(sale(), values=(GIFT,), taken=(PHONE,))
    assert "€5.00" in view_of(split, help_called=True).notice.body
    state = State(phase=Phase.TENDER, transaction=split, devices=READY)
    notice = derive(snapshot(state, outage="journal_failed"), str).notice
    assert notice.body == w.CLOSED_PART_PAID.body.format(amount="€5.00")
    refund = dict(situations(State(devices=READY)))["closed-in-refund"]
    assert "€7.00 has gone back" in derive(refund, str).notice.body


@pytest.mark.parametrize("phase", Phase)
def test_staff_read_where_the_shopper_is_in_every_phase(phase: Phase) -> None:
    state = signed_in(State(phase=phase, transaction=sale(), devices=READY), ATTENDANT)
    assert staff_view(Here(state=state, voice=Voice(str, "en", "EUR"))).sale_title


def test_a_gift_card_waits_for_its_pin_by_name() -> None:
    pin = ValuePinAsked(card_key="k", last_digits="0815")
    assert view_of(replace(sale(), value_pin=pin)).tender.pin_for == "Gift card …0815"
    assert view_of(replace(sale(), value_pin=pin), Phase.SCANNING).tender.pin_for == ""


def test_nothing_of_an_account_or_a_key_reaches_the_view() -> None:
    named = replace(sale(), values=(replace(GIFT, account_id="acc-4f1c", card_key="key-9a77"),))
    asked = replace(named, value_pin=ValuePinAsked(card_key="key-9a77", last_digits="4711"))
    shown = repr(view_of(asked))
    assert "acc-4f1c" not in shown
    assert "key-9a77" not in shown
