"""Made-up purchases that several means of payment share, for the gallery and the tests. Pure."""

from collections.abc import Iterator

from msgspec.structs import replace

from kiosk.checkout.shop import Tenders
from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.state import (
    HeldValue,
    Payment,
    Phase,
    Refund,
    State,
    Taken,
    Tender,
    Transaction,
)
from kiosk.ui.samples.goods import paid, paying, sale
from kiosk.ui.samples.offers import ready_to_pay
from retail.card import CardResult
from retail.journal.events import Refusal
from retail.journal.value import ValueAsked, ValuePinAsked

EVERYTHING = Tenders(
    wallets=True, gift_cards=True, balance=True, top_up=True, top_up_steps=(1000, 2000, 5000)
)
"""A shop that takes all there is."""
AT = "2026-03-14T10:13:10+01:00"
GIFT = HeldValue(
    ask_no=1, kind="gift", account_id="a-1", amount_minor=1000, last_digits="4711", left_minor=1500
)
EMPTIED = HeldValue(ask_no=2, kind="gift", account_id="a-2", amount_minor=250, last_digits="0815")
BALANCE = HeldValue(ask_no=3, kind="member", account_id="m-1", amount_minor=300, left_minor=1200)
PHONE = Taken(
    attempt_id="t-1-1",
    tender=Tender.WALLET,
    amount_minor=500,
    paid_at=AT,
    wallet="Alipay+",
    reference="2026031422001401420512",
)
CARD = Taken(
    attempt_id="t-1-2",
    tender=Tender.CARD,
    amount_minor=700,
    paid_at=AT,
    card=CardResult(result_code=0, card_name="Visa Debit", masked_pan="************4921"),
)
EMVCO_QR = (
    "00020101021226580014hk.com.example01081234567802158765432109876540303ABC5204541153039785404"
    "58.605802DE5911CORNER SHOP6006BERLIN62230519t-1-2026031410130001630484F2"
)
"""A merchant-presented code, as long as one is."""
LONGEST_REASONS = ("unknown", "held", "other_currency", "pin_locked", "no_link")
"""Of those for which a gift card or a balance pays nothing: the ones with the most words."""


def phone(transaction: Transaction, **changes: object) -> Transaction:
    """An order at the wallet's gateway is open."""
    order: Payment = replace(paying(transaction), tender=Tender.WALLET, **changes)
    return replace(transaction, payment=order)


def tendering() -> Iterator[tuple[str, Transaction]]:
    """Sales on the tender screen, by name."""
    few, member = sale(), ready_to_pay()
    yield "gift", replace(few, values=(GIFT,))
    yield "gift-asking", replace(few, value_asked=ValueAsked(ask_no=1, kind="gift", amount_minor=5860))
    yield "gift-pin", replace(few, value_pin=ValuePinAsked(card_key="k", last_digits="0815"))
    yield (
        "gift-pin-wrong",
        replace(few, value_pin=ValuePinAsked(card_key="k", last_digits="0815"), value_reason="pin_wrong"),
    )
    yield "balance", replace(member, values=(BALANCE,))
    yield "balance-asking", replace(member, value_asked=ValueAsked(ask_no=1, kind="member", amount_minor=9))
    yield "part", replace(few, part_minor=2930)
    yield "part-paid", replace(few, taken=(PHONE,), attempts=1)
    yield "split", replace(few, values=(GIFT,), taken=(PHONE,), attempts=1)
    many = replace(member, points_held=100, points_minor=100, values=(GIFT, EMPTIED, BALANCE))
    yield "many", many
    yield (
        "many-declined",
        replace(
            few,
            values=(GIFT, EMPTIED, replace(BALANCE, is_at_risk=True)),
            taken=(PHONE, CARD),
            part_minor=1000,
            refusal=Refusal.DECLINED,
            refusal_text="Karte nicht zugelassen",
            value_reason="empty",
        ),
    )
    yield "expired", replace(few, refusal=Refusal.EXPIRED, attempts=1)
    for reason in LONGEST_REASONS:
        yield f"value-{reason}", replace(few, value_reason=reason)


def situations(idle: State) -> Iterator[tuple[str, Snapshot]]:
    """Every situation of shared payments, wallets, gift cards and balances."""

    def shown(phase: Phase, transaction: Transaction, **more: object) -> Snapshot:
        state = replace(idle, phase=phase, transaction=transaction, **more)
        return Snapshot(sequence=1, state=state)

    for name, transaction in tendering():
        yield f"tender-{name}", shown(Phase.TENDER, transaction)
    few, split = sale(), replace(sale(), values=(GIFT,), taken=(PHONE,), part_minor=2000, attempts=1)
    yield "card-part", shown(Phase.CARD, replace(split, payment=replace(paying(split), amount_minor=2000)))
    yield "wallet-preparing", shown(Phase.WALLET, phone(few, is_shown=True))
    code = {"is_shown": True, "shown_text": EMVCO_QR}
    yield "wallet-shown", shown(Phase.WALLET, phone(few, **code))
    yield "wallet-shown-part", shown(Phase.WALLET, phone(split, **code, amount_minor=2000))
    yield "wallet-read", shown(Phase.WALLET, phone(few))
    yield "wallet-confirming", shown(Phase.WALLET, phone(few, is_confirming=True))
    yield "wallet-confirming-shown", shown(Phase.WALLET, phone(few, **code, is_confirming=True))
    yield "wallet-stopping", shown(Phase.WALLET, phone(few, **code, cancel_asked=True))
    back = Refund(
        refund_id="t-1-r1",
        tender=Tender.CARD,
        attempt_id="t-1-2",
        amount_minor=700,
        currency=few.currency,
        original=None,
        baseline=None,
        requested_at=AT,
    )
    both = replace(few, taken=(PHONE, CARD), attempts=2)
    for name, refund in (
        ("refund-card", replace(back, status_text="Bitte Karte einstecken")),
        ("refund-wallet", replace(back, tender=Tender.WALLET)),
        ("refund-asking", replace(back, is_unknown=True)),
        ("refund-attendant", replace(back, is_unknown=True, needs_attendant=True)),
    ):
        yield name, shown(Phase.REFUND, replace(both, refund=refund))
    failed = replace(both, refund_reason="declined", refund_text="Storno nicht möglich")
    yield "tender-refund-failed", shown(Phase.TENDER, failed)
    yield (
        "closed-in-refund",
        Snapshot(
            sequence=1,
            state=replace(idle, phase=Phase.REFUND, transaction=replace(both, refund=back)),
            outage="journal_failed",
        ),
    )
    yield "unknown-wallet", shown(Phase.UNKNOWN, phone(few))
    yield "unknown-wallet-attendant", shown(Phase.UNKNOWN, phone(few, needs_attendant=True))
    done = paid(replace(split, part_minor=0))
    yield "paid-split", shown(Phase.PAID, done)
    most = replace(few, values=(GIFT, EMPTIED, BALANCE), taken=(PHONE, CARD, PHONE, CARD))
    yield "paid-many", shown(Phase.PAID, paid(most))
    yield "help-part-paid", shown(Phase.TENDER, split, help_called=True)
    yield (
        "closed-part-paid",
        Snapshot(
            sequence=1,
            state=replace(idle, phase=Phase.TENDER, transaction=split),
            outage="journal_failed",
        ),
    )
