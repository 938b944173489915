"""How events about paying change phase and transaction. Pure and total.

Invariants: an attempt is settled once, and what it paid stands among what was taken from then on; a purchase
is paid when nothing is left, and only then has it a moment of payment.
"""

from typing import assert_never

from msgspec.structs import replace

from kiosk.checkout.evolve.returns import given, not_given
from kiosk.checkout.state import HeldValue, Payment, Phase, Refund, Taken, Tender, Transaction
from retail.check import require
from retail.journal import events as e
from retail.journal import refunds as rd
from retail.journal import tenders as td
from retail.journal import value as vl

AboutTenders = (
    td.AnyTenderEvent
    | rd.AnyRefundEvent
    | vl.AnyValueEvent
    | e.PaymentRequested
    | e.PaymentStatusShown
    | e.PaymentCancelAsked
    | e.PaymentResultStored
    | e.PaymentApproved
    | e.PaymentRefused
    | e.PaymentUnknown
    | e.PaymentAsked
)


def pay(phase: Phase, sale: Transaction, event: AboutTenders) -> tuple[Phase, Transaction]:
    """The phase and transaction after an event about paying."""
    match event:
        case td.TenderPartChosen():
            return phase, replace(sale, part_minor=event.amount_minor)
        case e.PaymentRequested():
            asked = Payment(
                attempt_id=event.attempt_id,
                amount_minor=event.amount_minor,
                currency=event.currency,
                baseline=event.baseline,
                requested_at=event.requested_at,
            )
            return Phase.CARD, _asked(sale, asked)
        case td.WalletRequested():
            asked = Payment(
                attempt_id=event.attempt_id,
                tender=Tender.WALLET,
                amount_minor=event.amount_minor,
                currency=event.currency,
                baseline=None,
                requested_at=event.requested_at,
                is_shown=event.is_shown,
            )
            return Phase.WALLET, _asked(sale, asked)
        case e.PaymentStatusShown():
            return phase, _paying(sale, status_code=event.status_code, status_text=event.text)
        case td.WalletCodeShown():
            return phase, _paying(sale, shown_text=event.text)
        case td.WalletConfirming():
            return phase, _paying(sale, is_confirming=True)
        case e.PaymentCancelAsked():
            return phase, _paying(sale, cancel_asked=True)
        case e.PaymentResultStored():
            return phase, _paying(sale, stored=event.result, stored_as_requested=event.is_as_requested)
        case e.PaymentApproved():
            settled = _paying(
                sale,
                is_settled=True,
                approved=event.result,
                receipt_lines=event.receipt_lines,
                settled_by=event.settled_by,
            )
            part = Taken(
                attempt_id=event.attempt_id,
                tender=Tender.CARD,
                amount_minor=event.amount_minor,
                paid_at=event.paid_at,
                card=event.result,
                receipt_lines=event.receipt_lines,
                settled_by=event.settled_by,
            )
            return _taken(settled, part)
        case td.WalletApproved():
            settled = _paying(sale, is_settled=True, settled_by=event.settled_by)
            part = Taken(
                attempt_id=event.attempt_id,
                tender=Tender.WALLET,
                amount_minor=event.amount_minor,
                paid_at=event.paid_at,
                wallet=event.wallet,
                reference=event.reference,
                settled_by=event.settled_by,
            )
            return _taken(settled, part)
        case e.PaymentRefused():
            back = Phase.TENDER if sale.loading is None else Phase.LOAD
            return back, replace(sale, payment=None, refusal=event.refusal, refusal_text=event.text)
        case e.PaymentUnknown():
            return Phase.UNKNOWN, _paying(sale, needs_attendant=event.needs_attendant)
        case e.PaymentAsked():
            asks = sale.payment.asks + 1 if sale.payment else 1
            return Phase.UNKNOWN, _paying(sale, asks=asks)
        case (
            rd.RefundRequested()
            | rd.RefundStatusShown()
            | rd.RefundResultStored()
            | rd.RefundApproved()
            | rd.RefundRefused()
            | rd.RefundUnknown()
            | rd.RefundAsked()
        ):
            return refund(sale, event)
        case _:
            return phase, value(sale, event)


def refund(sale: Transaction, event: rd.AnyRefundEvent) -> tuple[Phase, Transaction]:
    """The phase and transaction after a word about money that goes back."""
    match event:
        case rd.RefundRequested():
            asked = Refund(
                refund_id=event.refund_id,
                tender=Tender(event.tender),
                attempt_id=event.attempt_id,
                amount_minor=event.amount_minor,
                currency=event.currency,
                original=event.original,
                baseline=event.baseline,
                requested_at=event.requested_at,
            )
            begun = replace(sale, refund=asked, refunds=sale.refunds + 1, refund_reason="", refund_text="")
            return Phase.REFUND, replace(begun, refusal=None, refusal_text="")
        case rd.RefundStatusShown():
            return Phase.REFUND, _refunding(sale, status_code=event.status_code, status_text=event.text)
        case rd.RefundResultStored():
            return Phase.REFUND, _refunding(sale, stored=event.result)
        case rd.RefundApproved():
            if sale.returning is not None:
                return Phase.RETURN, given(replace(sale, refund=None), event)
            left = tuple(part for part in sale.taken if part.attempt_id != event.attempt_id)
            return Phase.TENDER, replace(sale, refund=None, taken=left)
        case rd.RefundRefused():
            stands = replace(sale, refund=None, refund_reason=event.reason, refund_text=event.text)
            if sale.returning is not None:
                return Phase.RETURN, not_given(stands, event.reason)
            return Phase.TENDER, stands
        case rd.RefundUnknown():
            return Phase.REFUND, _refunding(sale, is_unknown=True, needs_attendant=event.needs_attendant)
        case rd.RefundAsked():
            asks = sale.refund.asks + 1 if sale.refund else 1
            return Phase.REFUND, _refunding(sale, asks=asks)
        case _:
            assert_never(event)


def value(sale: Transaction, event: vl.AnyValueEvent) -> Transaction:
    """The stored value that pays after a word about it."""
    match event:
        case vl.ValuePinAsked():
            cleared = replace(sale, refusal=None, refusal_text="", value_reason="")
            return replace(cleared, value_pin=event, value_asked=None)
        case vl.ValueAsked():
            cleared = replace(sale, refusal=None, refusal_text="", refund_reason="", value_reason="")
            return replace(cleared, value_pin=None, value_asked=event, value_asks=event.ask_no)
        case vl.ValueHeld():
            held = HeldValue(
                ask_no=event.ask_no,
                kind=event.kind,
                account_id=event.account_id,
                amount_minor=event.amount_minor,
                last_digits=event.last_digits,
                left_minor=event.left_minor,
                is_at_risk=event.is_at_risk,
                card_key=event.card_key,
            )
            others = tuple(one for one in sale.values if not _is_same(one, held))
            return replace(sale, value_asked=None, part_minor=0, values=(*others, held))
        case vl.ValueRefused():
            return replace(sale, value_asked=None, value_reason=event.reason)
        case vl.ValueReleased():
            kept = tuple(one for one in sale.values if one.ask_no != event.ask_no)
            asked = sale.value_asked
            is_asked = asked is not None and asked.ask_no == event.ask_no
            return replace(
                sale, values=kept, value_asked=None if is_asked else asked, value_pin=None, value_reason=""
            )
        case vl.ValueRefunded() if sale.returning is not None:
            return given(sale)
        case vl.ValueCaptured() | vl.ValueLoaded() | vl.ValueRefunded():
            return sale
        case _:
            assert_never(event)


def _is_same(one: HeldValue, other: HeldValue) -> bool:
    """Held on one account: the newer question's answer stands in place of the older's."""
    return (one.account_id, one.card_key) == (other.account_id, other.card_key)


def _asked(sale: Transaction, payment: Payment) -> Transaction:
    return replace(
        sale,
        attempts=sale.attempts + 1,
        refusal=None,
        refusal_text="",
        refund_reason="",
        value_reason="",
        payment=payment,
    )


def _taken(sale: Transaction, part: Taken) -> tuple[Phase, Transaction]:
    """One more part: with nothing left to pay the purchase is paid, else the shopper chooses again."""
    sale = replace(sale, taken=(*sale.taken, part), part_minor=0)
    if sale.due_minor > 0:
        return Phase.TENDER, sale
    return Phase.PAID, replace(sale, paid_at=part.paid_at)


def _paying(sale: Transaction, **changes: object) -> Transaction:
    require(sale.payment is not None, "a payment is open")
    assert sale.payment is not None  # for the type checker
    return replace(sale, payment=replace(sale.payment, **changes))


def _refunding(sale: Transaction, **changes: object) -> Transaction:
    require(sale.refund is not None, "a refund is under way")
    assert sale.refund is not None  # for the type checker
    return replace(sale, refund=replace(sale.refund, **changes))
