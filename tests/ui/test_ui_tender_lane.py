"""Shared payments in a window with the checkout's own rules behind it."""

import random
from collections.abc import Callable

import pytest
from ui_lane_of_rules import CHEESE, LaneOfRules
from ui_window import Shown

from kiosk.checkout import commands as c
from kiosk.checkout.desk import ValueAnswer, Verdict
from kiosk.checkout.paper import receipt_of
from kiosk.checkout.shop import Shop
from kiosk.checkout.state import Phase, Transaction
from kiosk.devices import terminal as t
from kiosk.devices import wallet as wl
from kiosk.ui.samples.tenders import EMVCO_QR, EVERYTHING
from retail.journal import tenders as td
from retail.receipt import Seller
from retail.stored_value.number import make_number

NUMBER = make_number(random.Random(6).randrange).digits
TOTAL = "€7.78"


@pytest.fixture
def lane(open_window: Callable[..., Shown]) -> LaneOfRules:
    made = LaneOfRules(open_window(tenders=EVERYTHING), EVERYTHING)
    made.scan(CHEESE, CHEESE)
    made.touch("pay")
    assert made.shown.text_of("amount") == TOTAL
    return made


def sale(lane: LaneOfRules) -> Transaction:
    assert lane.state.transaction is not None
    return lane.state.transaction


def order(lane: LaneOfRules) -> str:
    payment = sale(lane).payment
    assert payment is not None
    return payment.attempt_id


def pay_by_phone(lane: LaneOfRules, amount_minor: int) -> None:
    lane.touch("payWallet", "showCode")
    number = order(lane)
    lane.do(c.ReportWallet(message=wl.WalletCodeReady(order_number=number, text=EMVCO_QR)))
    assert "walletCode" in lane.names()
    lane.do(c.ReportWallet(message=wl.WalletWaiting(order_number=number)))
    lane.reads("Please confirm on your phone")
    paid = wl.WalletPaid(amount_minor=amount_minor, currency="EUR", wallet="Alipay+", reference="R1")
    lane.do(c.ReportWallet(message=wl.WalletAnswer(order_number=number, outcome=paid)))


def use_gift_card(lane: LaneOfRules, amount_minor: int, left_minor: int) -> None:
    lane.touch("payGift", "typeNumber", *(f"key{digit}" for digit in NUMBER), "keyOk")
    lane.reads("Asking about your gift card")
    asked = sale(lane).value_asked
    assert asked is not None
    answer = ValueAnswer(
        transaction_id=sale(lane).transaction_id,
        ask_no=asked.ask_no,
        verdict=Verdict.HELD,
        amount_minor=amount_minor,
        left_minor=left_minor,
        account_id="a-1",
    )
    lane.do(c.ReportValue(answer=answer))


def pay_by_card(lane: LaneOfRules, amount_minor: int) -> None:
    lane.touch("payCard")
    result = t.TerminalResult(
        result_code=0, amount_minor=amount_minor, currency="EUR", card_name="VISA", masked_pan="****0071"
    )
    answer = t.PaymentAnswer(attempt_id=order(lane), outcome=t.Approved(result=result))
    lane.do(c.ReportPayment(answer=answer))


def test_a_gift_card_a_phone_and_a_card_pay_one_purchase_and_stand_on_its_receipt(lane: LaneOfRules) -> None:
    use_gift_card(lane, 300, 0)
    lane.reads("Nothing left on it")
    assert lane.shown.text_of("amount") == "€4.78"
    lane.touch("payPart", "key2", "key0", "key0", "keyOk")
    lane.reads("€2.00 next")
    pay_by_phone(lane, 200)
    assert lane.shown.text_of("amount") == "€2.78"
    pay_by_card(lane, 278)
    assert lane.state.phase is Phase.PAID
    assert lane.shown.text_of("amount") == TOTAL
    for words in ("Gift card …" + NUMBER[-4:], "€3.00", "Alipay+", "€2.00", "VISA …0071", "€2.78"):
        lane.reads(words)
    receipt = receipt_of(sale(lane), Shop(lane="1", currency="EUR", seller=Seller(name="Shop")), "en")
    assert [tender.amount_minor for tender in receipt.tenders] == [300, 200, 278]
    assert NUMBER not in repr(lane.journal)


def test_who_stops_after_a_part_gets_it_back_and_the_basket_too(lane: LaneOfRules) -> None:
    lane.touch("payPart", "share-2")
    pay_by_phone(lane, 389)
    assert "cancel" not in lane.names()
    lane.touch("giveBack", "giveBackNow")
    lane.reads("Your money goes back")
    assert lane.shown.text_of("amount") == "€3.89"
    refund = sale(lane).refund
    assert refund is not None
    back = wl.GivenBack(amount_minor=389, currency="EUR")
    lane.do(c.ReportRefund(message=wl.WalletRefundAnswer(refund_id=refund.refund_id, outcome=back)))
    assert lane.shown.text_of("amount") == TOTAL
    lane.touch("cancel")
    assert lane.state.phase is Phase.SCANNING


def test_what_was_set_aside_is_taken_back_with_one_touch(lane: LaneOfRules) -> None:
    use_gift_card(lane, 300, 200)
    lane.reads("€2.00 left on it")
    lane.touch("takeBack-value-1")
    assert lane.shown.text_of("amount") == TOTAL
    assert sale(lane).values == ()


def test_a_number_that_is_none_is_said_and_a_wallet_that_does_not_pay_leaves_the_choice(
    lane: LaneOfRules,
) -> None:
    lane.touch("payGift", "typeNumber", *(f"key{digit}" for digit in "1234567890123"), "keyOk")
    lane.reads("This is not a gift card's number. Nothing was taken")
    lane.touch("payWallet", "showCode")
    expired = wl.WalletAnswer(order_number=order(lane), outcome=wl.WalletExpired())
    lane.do(c.ReportWallet(message=expired))
    lane.reads("The time to pay is over")
    lane.reads("Nothing was charged this time")
    assert lane.shown.text_of("amount") == TOTAL
    assert not lane.happened(td.WalletApproved)
