"""The receipt of a purchase that several means of payment share."""

from msgspec.structs import replace

from kiosk.checkout.paper import receipt_of
from kiosk.checkout.shop import Shop
from kiosk.checkout.state import HeldValue, Taken, Tender, Transaction
from retail.card import CardResult
from retail.priced import PricedBasket
from retail.receipt import CardTender, Seller, ValueTender, WalletTender

SHOP = Shop(lane="3", currency="EUR", seller=Seller(name="Shop"))
AT = "2026-11-23T10:00:00+01:00"
GIFT = HeldValue(
    ask_no=1, kind="gift", account_id="a", amount_minor=1000, last_digits="4711", left_minor=1500
)
BALANCE = HeldValue(ask_no=2, kind="member", account_id="m", amount_minor=300)
PHONE = Taken(
    attempt_id="t-1",
    tender=Tender.WALLET,
    amount_minor=500,
    paid_at=AT,
    wallet="Alipay+",
    reference="R-17",
)
CARD = Taken(
    attempt_id="t-2",
    tender=Tender.CARD,
    amount_minor=200,
    paid_at=AT,
    card=CardResult(result_code=0, card_name="VISA", masked_pan="****0071", receipt_number=17),
    receipt_lines=("K-U-N-D-E",),
)
OTHER = replace(CARD, attempt_id="t-3", amount_minor=1, card=CardResult(result_code=0, card_name="girocard"))
SALE = Transaction(
    transaction_id="t",
    number=1,
    started_at=AT,
    currency="EUR",
    priced=PricedBasket(currency="EUR", total_minor=2501, item_count=0),
    points_minor=500,
    values=(GIFT, BALANCE),
    taken=(PHONE, CARD, OTHER),
    paid_at=AT,
)


def test_all_means_of_payment_stand_on_it_in_order_and_add_up() -> None:
    receipt = receipt_of(SALE, SHOP, "en")
    assert receipt.tenders[:3] == (
        ValueTender(amount_minor=1000, last_digits="4711", left_minor=1500),
        ValueTender(amount_minor=300, kind="member", left_minor=0),
        WalletTender(amount_minor=500, wallet="Alipay+", reference="R-17"),
    )
    cards = [tender for tender in receipt.tenders if isinstance(tender, CardTender)]
    assert [(card.card_name, card.amount_minor) for card in cards] == [("VISA", 200), ("girocard", 1)]
    assert (cards[0].masked_pan, cards[0].receipt_number, cards[0].terminal_lines) == (
        "****0071",
        17,
        ("K-U-N-D-E",),
    )
    assert receipt.points_minor + sum(each.amount_minor for each in receipt.tenders) == receipt.total_minor


def test_what_is_left_on_a_card_is_not_told_where_nobody_could_be_asked() -> None:
    (tender,) = receipt_of(
        replace(SALE, values=(replace(GIFT, is_at_risk=True),), taken=()), SHOP, "en"
    ).tenders
    assert tender == ValueTender(amount_minor=1000, last_digits="4711", left_minor=None)


def test_an_account_and_its_hash_stand_on_no_receipt() -> None:
    named = replace(GIFT, account_id="acc-4f1c", card_key="key-9a77")
    told = repr(receipt_of(replace(SALE, values=(named,)), SHOP, "en"))
    assert "acc-4f1c" not in told
    assert "key-9a77" not in told
