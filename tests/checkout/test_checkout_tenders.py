"""Several means of payment share a purchase: parts, wallets, stored value, and what goes back."""

import msgspec
import pytest
from checkout_world import GOODS, MILK, PEN, SHOP, Members, World, answer, assortment, result, scan, timer
from msgspec.structs import replace

from kiosk.checkout import commands as c
from kiosk.checkout import effects as f
from kiosk.checkout.desk import ValueAnswer, Verdict
from kiosk.checkout.shop import Tenders
from kiosk.checkout.state import Phase, Tender
from kiosk.devices import refund as rf
from kiosk.devices import terminal as t
from kiosk.devices import wallet as wl
from kiosk.devices.health import Condition, Device
from retail.card import CardResult
from retail.codes import Symbology
from retail.journal import events as e
from retail.journal import refunds as r
from retail.journal import tenders as td
from retail.journal import value as v
from retail.member import Member
from retail.stored_value.number import GiftNumber
from retail.terms import read_terms

PHONE = "288888888888888888"
LONG = GiftNumber(digits="97123456789012345671")
SHORT = GiftNumber(digits="2911111111111")
TERMS = read_terms(
    msgspec.json.encode(
        {
            "currency": "EUR",
            "points": {"earn": {"points": 1, "per_minor": 100}, "spend": {"points": 1, "amount_minor": 1}},
            "stored_value": {
                "ean_prefixes": ["291"],
                "offline": {"floor_minor": 100, "cards_per_day": 1},
            },
        }
    ),
    "EUR",
)
ANNA = Member(member_id="m-anna", points=100)


@pytest.fixture
def world() -> World:
    lane = World(assortment(TERMS, GOODS, Members(**{"token-of-anna": ANNA})))
    lane.shop = replace(SHOP, tenders=Tenders(wallets=True, gift_cards=True, balance=True))
    lane.open()
    lane.run(scan("member:token-of-anna", Symbology.QR), scan(PEN), scan(MILK), c.Pay())
    assert lane.sale.due_minor == 308
    return lane


def approve(world: World) -> None:
    told = result(world)
    assert world.keep(told)
    world.run(answer(world.attempt_id, t.Approved(result=told)))


def part(world: World, amount_minor: int) -> None:
    world.run(c.ChoosePart(amount_minor=amount_minor))


def card(world: World) -> None:
    world.run(c.PayByCard())
    approve(world)


def wallet(world: World, outcome: wl.WalletOutcome | None = None) -> c.ReportWallet:
    payment = world.sale.payment
    assert payment is not None
    paid = wl.WalletPaid(amount_minor=payment.amount_minor, currency="EUR", wallet="Bluepay", reference="g1")
    return c.ReportWallet(message=wl.WalletAnswer(order_number=payment.attempt_id, outcome=outcome or paid))


def held(world: World, amount_minor: int, account_id: str = "v-1", **more: object) -> c.ReportValue:
    told = ValueAnswer(
        transaction_id=world.sale.transaction_id,
        ask_no=world.sale.value_asks,
        verdict=Verdict.HELD,
        amount_minor=amount_minor,
        account_id=account_id,
        left_minor=5,
        last_digits="5671",
    )
    return c.ReportValue(answer=replace(told, **more))


def refused(world: World, reason: str, verdict: Verdict = Verdict.REFUSED) -> c.ReportValue:
    return held(world, 0, "", verdict=verdict, reason=reason)


def last(world: World, kind: type[f.Effect]) -> f.Effect:
    return [effect for effect in world.effects if isinstance(effect, kind)][-1]


# --- parts -----------------------------------------------------------------------------------------------


def test_two_cards_share_a_purchase(world: World) -> None:
    part(world, 100)
    card(world)
    assert (world.phase, world.sale.due_minor, world.sale.is_paid) == (Phase.TENDER, 208, False)
    card(world)
    assert (world.phase, world.sale.due_minor) == (Phase.PAID, 0)
    assert [one.amount_minor for one in world.sale.taken] == [100, 208]
    attempts = [event.attempt_id for event in world.journal if isinstance(event, e.PaymentRequested)]
    assert len(set(attempts)) == 2


def test_what_is_promised_is_settled_only_with_the_last_part(world: World) -> None:
    part(world, 100)
    card(world)
    assert not any(isinstance(event, e.RewardsGranted) for event in world.journal)
    card(world)
    assert sum(isinstance(event, e.RewardsGranted) for event in world.journal) == 1


@pytest.mark.parametrize("amount_minor", [-1, 309])
def test_a_part_is_of_what_is_left(world: World, amount_minor: int) -> None:
    assert world.refused(c.ChoosePart(amount_minor=amount_minor)) == "part_out_of_range"


def test_a_part_of_everything_is_no_part(world: World) -> None:
    assert world.ignored(c.ChoosePart(amount_minor=308))
    part(world, 300)
    world.run(c.ChoosePart(amount_minor=308))
    assert world.sale.part_minor == 0


def test_a_refused_part_leaves_what_was_taken(world: World) -> None:
    part(world, 100)
    card(world)
    world.run(c.PayByCard(), answer(f"{world.sale.transaction_id}-2", t.Declined(result_code=5, text="NO")))
    assert (world.phase, world.sale.due_minor, world.sale.refusal) == (
        Phase.TENDER,
        208,
        e.Refusal.DECLINED,
    )


def test_a_repeated_report_of_a_part_is_acknowledged_also_later(world: World) -> None:
    part(world, 100)
    world.run(c.PayByCard())
    first, attempt = result(world), world.attempt_id
    approve(world)
    world.run(c.PayByCard())
    assert world.keep(first, attempt)
    assert world.ignored(answer(attempt, t.Approved(result=first))) == "answer to another attempt"


def test_a_basket_of_which_a_part_is_paid_stays_as_it_is(world: World) -> None:
    part(world, 100)
    card(world)
    assert world.refused(c.LeaveTender()) == "part_paid"
    assert world.refused(c.CancelTransaction()) == "part_paid"
    assert world.ignored(c.RemoveLast())


# --- wallets ---------------------------------------------------------------------------------------------


def test_a_phone_held_to_the_camera_pays(world: World) -> None:
    world.run(scan(PHONE, Symbology.QR))
    order = last(world, f.CreateWalletOrder)
    assert isinstance(order, f.CreateWalletOrder)
    assert (order.code, order.request.amount_minor, world.phase) == (PHONE, 308, Phase.WALLET)
    world.run(wallet(world))
    assert world.phase is Phase.PAID
    (taken,) = world.sale.taken
    assert (taken.tender, taken.wallet, taken.reference) == (Tender.WALLET, "Bluepay", "g1")


def test_the_phones_code_is_nowhere_in_the_journal(world: World) -> None:
    world.run(scan(PHONE, Symbology.QR))
    assert PHONE not in repr(world.journal)
    assert PHONE not in repr(world.effects)


def test_the_lane_shows_a_code_and_the_phone_reads_it(world: World) -> None:
    world.run(c.PayByWallet())
    order = world.sale.payment
    assert order is not None
    assert order.is_shown
    world.run(c.ReportWallet(message=wl.WalletCodeReady(order_number=order.attempt_id, text="000201")))
    assert world.sale.payment is not None
    assert world.sale.payment.shown_text == "000201"
    world.run(c.ReportWallet(message=wl.WalletWaiting(order_number=order.attempt_id)))
    world.run(wallet(world))
    assert world.phase is Phase.PAID


@pytest.mark.parametrize(
    ("outcome", "refusal"),
    [
        (wl.WalletDeclined(text="no funds"), e.Refusal.DECLINED),
        (wl.WalletExpired(), e.Refusal.EXPIRED),
        (wl.WalletCancelled(), e.Refusal.CANCELLED),
        (t.NotCharged(reason="no connection"), e.Refusal.NOT_CHARGED),
        (t.Reversed(reason="wrong amount"), e.Refusal.REVERSED),
    ],
)
def test_an_order_that_is_not_paid_leads_back_to_the_choice(
    world: World, outcome: wl.WalletOutcome, refusal: e.Refusal
) -> None:
    world.run(c.PayByWallet(), lambda lane: wallet(lane, outcome))
    assert (world.phase, world.sale.refusal, world.sale.due_minor) == (Phase.TENDER, refusal, 308)


def test_a_wallet_that_paid_something_else_needs_a_person(world: World) -> None:
    world.run(c.PayByWallet(), lambda lane: wallet(lane, wl.WalletPaid(amount_minor=1, currency="EUR")))
    assert world.phase is Phase.UNKNOWN
    assert world.sale.payment is not None
    assert world.sale.payment.needs_attendant


def test_a_crash_while_the_phone_pays_is_asked_about_never_repeated(world: World) -> None:
    world.run(scan(PHONE, Symbology.QR))
    order = world.attempt_id
    created = world.count(f.CreateWalletOrder)
    world.restart()
    assert world.phase is Phase.UNKNOWN
    world.run(timer(f.Timer.ASK_TERMINAL))
    asked = last(world, f.QueryWalletOrder)
    assert isinstance(asked, f.QueryWalletOrder)
    assert asked.request.order_number == order
    world.run(wallet(world))
    assert (world.phase, world.count(f.CreateWalletOrder)) == (Phase.PAID, created)


def test_a_cancelled_order_is_a_wish(world: World) -> None:
    world.run(c.PayByWallet(), c.CancelPayment())
    asked = last(world, f.CancelWalletOrder)
    assert isinstance(asked, f.CancelWalletOrder)
    assert (asked.order_number, world.phase) == (world.attempt_id, Phase.WALLET)
    world.run(wallet(world))  # the payment was first
    assert world.phase is Phase.PAID


def test_an_order_nobody_pays_any_more_may_be_closed_also_after_a_crash(world: World) -> None:
    world.run(c.PayByWallet())
    world.restart()
    world.run(c.CancelPayment())
    asked = last(world, f.CancelWalletOrder)
    assert isinstance(asked, f.CancelWalletOrder)
    assert (asked.order_number, world.phase) == (world.attempt_id, Phase.UNKNOWN)
    world.run(lambda lane: wallet(lane, wl.WalletCancelled()))
    assert (world.phase, world.sale.due_minor) == (Phase.TENDER, 308)


def test_a_card_payment_that_is_asked_about_is_not_stopped(world: World) -> None:
    world.run(c.PayByCard())
    world.restart()
    assert world.ignored(c.CancelPayment())


def test_a_late_word_about_another_order_means_nothing(world: World) -> None:
    world.run(c.PayByWallet())
    stray = wl.WalletAnswer(order_number="t0-1", outcome=wl.WalletPaid(amount_minor=308, currency="EUR"))
    assert world.refused(c.ReportWallet(message=stray)) == "late_payment_answer"


def test_a_gateway_that_is_away_is_not_asked(world: World) -> None:
    world.do(c.ReportHealth(health=_away()))
    assert world.refused(c.PayByWallet()) == "wallet_not_ready"


def _away() -> t.Health:
    return t.Health(device=Device.WALLET, condition=Condition.FAULT, code="no_link")


def test_a_payment_code_shown_while_scanning_is_neither_kept_nor_shown(world: World) -> None:
    world.run(c.LeaveTender(), scan(PHONE, Symbology.QR))
    assert (world.phase, world.sale.not_found_reason) == (Phase.NOT_FOUND, "for_paying")
    assert PHONE not in repr(world.journal)


# --- stored value ----------------------------------------------------------------------------------------


def test_a_gift_card_pays_what_is_on_it_and_a_card_the_rest(world: World) -> None:
    world.run(scan(LONG.qr_text, Symbology.QR))
    asked = last(world, f.HoldValue)
    assert isinstance(asked, f.HoldValue)
    assert asked.amount_minor == 308
    world.run(held(world, 120))
    assert (world.phase, world.sale.due_minor, world.sale.value_minor) == (Phase.TENDER, 188, 120)
    card(world)
    captured = [event for event in world.journal if isinstance(event, v.ValueCaptured)]
    assert [(one.account_id, one.amount_minor, one.is_at_risk) for one in captured] == [("v-1", 120, False)]
    assert world.phase is Phase.PAID


def test_a_gift_card_may_pay_for_everything(world: World) -> None:
    world.run(c.UseGiftCard(text=LONG.digits), lambda lane: held(lane, 999))
    assert (world.phase, world.sale.value_minor) == (Phase.PAID, 308)


def test_a_number_stands_nowhere(world: World) -> None:
    world.run(scan(LONG.qr_text, Symbology.QR), lambda lane: held(lane, 120))
    assert LONG.digits not in repr(world.journal) + repr(world.effects) + repr(world.state)


def test_a_short_number_wants_its_pin_which_stands_nowhere(world: World) -> None:
    world.run(scan(SHORT.digits))
    assert world.sale.value_pin is not None
    assert world.sale.value_asked is None
    assert world.refused(c.GivePin(pin="12a4")) == "pin_is_digits"
    world.run(c.GivePin(pin="8642"))
    asked = last(world, f.HoldValue)
    assert isinstance(asked, f.HoldValue)
    assert asked.pin == "8642"
    assert "8642" not in repr(world.journal) + repr(world.effects)
    world.run(refused(world, "pin_wrong"))
    assert (world.sale.value_reason, world.sale.value_pin is not None) == ("pin_wrong", True)
    world.run(c.GivePin(pin="8643"), lambda lane: held(lane, 308))
    assert world.phase is Phase.PAID


def test_the_shopper_may_give_the_pin_up(world: World) -> None:
    world.run(scan(SHORT.digits), c.KeepValue())
    assert (world.sale.value_pin, world.sale.value_reason) == (None, "")


def test_what_is_taken_back_is_told_to_the_store(world: World) -> None:
    world.run(scan(LONG.qr_text, Symbology.QR), lambda lane: held(lane, 120), c.KeepValue(ask_no=1))
    let_go = last(world, f.ReleaseValue)
    assert isinstance(let_go, f.ReleaseValue)
    assert (let_go.account_id, let_go.ask_no, world.sale.due_minor) == ("v-1", 1, 308)


def test_leaving_lets_go_of_points_and_value(world: World) -> None:
    world.run(scan(LONG.qr_text, Symbology.QR), lambda lane: held(lane, 120), c.LeaveTender())
    assert (world.phase, world.sale.values) == (Phase.SCANNING, ())
    assert world.count(f.ReleaseValue) == 1


def test_the_same_card_pays_once(world: World) -> None:
    world.run(scan(LONG.qr_text, Symbology.QR), lambda lane: held(lane, 120))
    assert world.refused(scan(LONG.qr_text, Symbology.QR)) == "value_already_used"


def test_one_question_at_a_time(world: World) -> None:
    world.run(scan(LONG.qr_text, Symbology.QR))
    others = (c.UseBalance(), c.PayByCard(), c.PayByWallet(), c.UsePoints(), c.ChoosePart(amount_minor=5))
    for command in others:
        assert world.refused(command) == "value_being_checked"


def test_an_answer_to_an_older_question_counts_no_more(world: World) -> None:
    world.run(scan(LONG.qr_text, Symbology.QR))
    late = held(world, 120)
    world.run(c.KeepValue())
    assert world.ignored(late)
    world.run(c.UseBalance())
    assert world.ignored(late)


def test_a_balance_is_the_members(world: World) -> None:
    world.run(c.UseBalance())
    asked = last(world, f.HoldValue)
    assert isinstance(asked, f.HoldValue)
    assert (asked.member_id, asked.card_key) == ("m-anna", "")
    world.run(held(world, 308, "v-anna"))
    assert world.phase is Phase.PAID


def test_without_a_link_a_lane_takes_what_the_shop_risks_and_says_so(world: World) -> None:
    world.run(scan(LONG.qr_text, Symbology.QR), timer(f.Timer.ASK_STORE))
    (value,) = world.sale.values
    assert (value.amount_minor, value.is_at_risk) == (100, True)
    card(world)
    (captured,) = [event for event in world.journal if isinstance(event, v.ValueCaptured)]
    assert captured.is_at_risk
    assert captured.card_key == LONG.key(b"the shop's own")


def test_without_a_link_no_balance_and_no_card_with_a_pin(world: World) -> None:
    world.run(c.UseBalance(), timer(f.Timer.ASK_STORE))
    assert (world.sale.value_reason, world.sale.due_minor) == ("no_link", 308)
    world.run(scan(SHORT.digits), c.GivePin(pin="8642"), timer(f.Timer.ASK_STORE))
    assert (world.sale.value_reason, world.sale.due_minor) == ("no_link", 308)


def test_a_crash_while_the_store_is_asked_asks_again(world: World) -> None:
    world.run(scan(LONG.qr_text, Symbology.QR))
    before = last(world, f.HoldValue)
    world.restart()
    assert [effect for effect in world.new if isinstance(effect, f.HoldValue)] == [before]
    world.run(held(world, 308))
    assert world.phase is Phase.PAID


def test_points_and_value_never_pay_more_than_is_due(world: World) -> None:
    world.run(c.UsePoints())
    (asked,) = [effect for effect in world.new if isinstance(effect, f.HoldPoints)]
    assert asked.points == 100
    world.run(c.KeepPoints(), c.UseBalance(), lambda lane: held(lane, 300, "v-anna"), c.UsePoints())
    (asked,) = [effect for effect in world.new if isinstance(effect, f.HoldPoints)]
    assert asked.points == 8


# --- what goes back --------------------------------------------------------------------------------------


def given_back(world: World, **changes: object) -> c.ReportRefund:
    refund = world.sale.refund
    assert refund is not None
    if refund.tender is Tender.WALLET:
        back = wl.GivenBack(amount_minor=refund.amount_minor, currency="EUR")
        return c.ReportRefund(
            message=wl.WalletRefundAnswer(refund_id=refund.refund_id, outcome=replace(back, **changes))
        )
    told = CardResult(result_code=0, amount_minor=refund.amount_minor, currency="EUR", terminal_id="T1")
    given = rf.CardGivenBack(result=replace(told, **changes))
    return c.ReportRefund(message=rf.CardRefundAnswer(refund_id=refund.refund_id, outcome=given))


@pytest.fixture
def part_paid(world: World) -> World:
    part(world, 100)
    card(world)
    part(world, 50)
    world.run(scan(PHONE, Symbology.QR), wallet)
    assert world.sale.due_minor == 158
    return world


def test_who_stops_gets_every_part_back_to_where_it_came_from(part_paid: World) -> None:
    world = part_paid
    world.run(c.TakeBack())
    to_phone = last(world, f.RefundToWallet)
    assert isinstance(to_phone, f.RefundToWallet)
    assert (to_phone.request.amount_minor, world.phase) == (50, Phase.REFUND)
    world.run(given_back)
    to_card = last(world, f.RefundToCard)
    assert isinstance(to_card, f.RefundToCard)
    assert to_card.request.amount_minor == 100
    assert to_card.request.original == world.sale.taken[0].card
    world.run(given_back)
    assert (world.phase, world.sale.taken, world.sale.due_minor) == (Phase.TENDER, (), 308)
    world.run(c.LeaveTender())
    assert world.phase is Phase.SCANNING


def test_what_cannot_be_given_back_stands_where_it_stood(part_paid: World) -> None:
    world = part_paid
    world.run(c.TakeBack())
    assert world.sale.refund is not None
    no = rf.NotGivenBack(reason="the gateway refuses")
    world.run(
        c.ReportRefund(message=wl.WalletRefundAnswer(refund_id=world.sale.refund.refund_id, outcome=no))
    )
    assert (world.phase, world.sale.due_minor, world.sale.refund_reason) == (
        Phase.TENDER,
        158,
        "the gateway refuses",
    )
    assert world.refused(c.LeaveTender()) == "part_paid"


def test_a_crash_in_the_middle_of_giving_back_is_asked_about(part_paid: World) -> None:
    world = part_paid
    world.run(c.TakeBack(), given_back)
    world.restart()
    assert world.sale.refund is not None
    assert world.sale.refund.is_unknown
    sent = world.count(f.RefundToCard)
    world.run(timer(f.Timer.ASK_TERMINAL))
    asked = last(world, f.RecoverRefund)
    assert isinstance(asked, f.RecoverRefund)
    assert asked.refund.request.refund_id == world.sale.refund.refund_id
    world.run(given_back)
    assert (world.count(f.RefundToCard), world.sale.taken) == (sent, ())


def test_a_refund_of_something_else_needs_a_person(part_paid: World) -> None:
    world = part_paid
    world.run(c.TakeBack(), lambda lane: given_back(lane, amount_minor=1))
    assert world.sale.refund is not None
    assert world.sale.refund.needs_attendant
    assert [one.kind for one in world.state.book.open] == ["payment_unknown"]


def test_what_the_terminal_says_of_a_refund_is_stored_once(part_paid: World) -> None:
    world = part_paid
    world.run(c.TakeBack(), given_back)
    assert world.sale.refund is not None
    told = CardResult(result_code=0, amount_minor=100, currency="EUR", terminal_id="T1")
    keep = c.KeepRefund(refund_id=world.sale.refund.refund_id, result=told)
    world.run(keep)
    assert world.ignored(keep) == "already stored"
    assert world.refused(replace(keep, refund_id="other")) == "late_refund_answer"


def test_no_refund_is_begun_while_one_is_under_way(part_paid: World) -> None:
    part_paid.run(c.TakeBack())
    assert part_paid.ignored(c.TakeBack())
    assert part_paid.refused(c.PayByCard()) == "payment_not_possible_now"
    begun = [event for event in part_paid.journal if isinstance(event, r.RefundRequested)]
    assert len(begun) == 1


def test_part_and_order_are_told_in_the_journal(part_paid: World) -> None:
    kinds = [type(event) for event in part_paid.journal]
    assert kinds.index(td.TenderPartChosen) < kinds.index(e.PaymentApproved) < kinds.index(td.WalletApproved)
