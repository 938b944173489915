"""What the world must do about wallets, stored value and open attempts once an event is durable. Pure.

Invariants: only `WalletRequested` leads to an order at the gateway, once; what became of an attempt is asked
of whoever was asked for the money.
"""

from kiosk.checkout import commands as c
from kiosk.checkout import effects as f
from kiosk.checkout.reactions.joins import join_questions
from kiosk.checkout.shop import Shop
from kiosk.checkout.state import Payment, Refund, State, Tender, Transaction, transaction_of
from kiosk.devices.refund import CardRefund, OpenRefund
from kiosk.devices.terminal import OpenAttempt, PaymentRequest
from kiosk.devices.wallet import WalletRefund, WalletRequest
from retail.check import require
from retail.journal import events as e
from retail.journal import joins as jo
from retail.journal import loads as ld
from retail.journal import refunds as rd
from retail.journal import returns as rt
from retail.journal import staffed as sd
from retail.journal import tenders as td
from retail.journal import value as v
from retail.wire.balance import FindBalance


def of_tenders(
    state: State, event: e.AnyEvent, shop: Shop, before: State, said: c.AnyCommand | None
) -> tuple[f.AnyEffect, ...]:
    """Effects of `event` for wallets, stored value and attempts that are asked about or stopped."""
    match event:
        case td.WalletRequested():
            code = said.read.text if isinstance(said, c.ScanCode) and not event.is_shown else ""
            require(event.is_shown or code != "", "a phone has shown its code")
            return (f.Play(sound=f.Sound.SCAN), f.CreateWalletOrder(request=_order(_open(state)), code=code))
        case e.PaymentCancelAsked():
            if _open(state).tender is Tender.WALLET:
                return (f.CancelWalletOrder(order_number=event.attempt_id),)
            return (f.CancelAuthorisation(attempt_id=event.attempt_id),)
        case e.PaymentAsked():
            payment = _open(state)
            if payment.tender is Tender.WALLET:
                return (f.QueryWalletOrder(request=_order(payment)),)
            return (f.RecoverPayment(attempt=_attempt(payment)),)
        case rd.RefundRequested() if not event.is_by_hand:
            return _give_back(_under_way(state))
        case rd.RefundAsked():
            return _find_out(_under_way(state))
        case rt.ReturnAsked():
            return (_claim(state),)
        case rt.ReturnRefused():
            return (f.Play(sound=f.Sound.NUDGE),)
        case rt.ReturnEnded():
            return (f.Play(sound=f.Sound.PAID),)
        case e.TransactionCancelled() if before.transaction is not None:
            returning = before.transaction.returning
            return (
                (f.ReleaseReturn(return_id=returning.return_id),) if returning and returning.return_id else ()
            )
        case jo.JoinAsked() | jo.JoinHeard():
            return join_questions(transaction_of(state), event, said, state.language)
        case jo.JoinRefused():
            return (f.Play(sound=f.Sound.NUDGE),)
        case ld.LoadAsked():
            return (f.Play(sound=f.Sound.SCAN), *store_questions(transaction_of(state)), store_timer(shop))
        case ld.LoadRefused():
            return (f.Play(sound=f.Sound.NUDGE),)
        case v.ValueAsked():
            pin = said.pin if isinstance(said, c.GivePin) else ""
            return (_hold(transaction_of(state), event, pin), store_timer(shop))
        case sd.BasketAsked():
            code = said.read.text if isinstance(said, c.ScanCode) else ""
            asked = f.ClaimBasket(transaction_id=transaction_of(state).transaction_id, code=code)
            return (f.Play(sound=f.Sound.SCAN), asked)
        case v.ValuePinAsked():
            return (f.Play(sound=f.Sound.SCAN),)
        case v.ValueHeld():
            return (f.Play(sound=f.Sound.SCAN),)
        case v.ValueRefused():
            return (f.Play(sound=f.Sound.NUDGE), *_let_go(before, event.ask_no))
        case v.ValueReleased():
            return _let_go(before, event.ask_no)
        case _:
            return ()


def _give_back(refund: Refund) -> tuple[f.AnyEffect, ...]:
    if refund.tender is Tender.WALLET:
        return (f.RefundToWallet(request=_wallet_refund(refund)),)
    return (f.RefundToCard(request=_card_refund(refund), baseline=refund.baseline),)


def _find_out(refund: Refund) -> tuple[f.AnyEffect, ...]:
    """A gateway is asked by asking again: the same number gives back once."""
    if refund.tender is Tender.WALLET:
        return (f.RefundToWallet(request=_wallet_refund(refund)),)
    asked = OpenRefund(
        request=_card_refund(refund),
        baseline=refund.baseline,
        started_at=refund.requested_at,
        stored_result=refund.stored,
    )
    return (f.RecoverRefund(refund=asked),)


def _card_refund(refund: Refund) -> CardRefund:
    return CardRefund(
        refund_id=refund.refund_id,
        amount_minor=refund.amount_minor,
        currency=refund.currency,
        original=refund.original,
    )


def _wallet_refund(refund: Refund) -> WalletRefund:
    return WalletRefund(
        refund_id=refund.refund_id,
        order_number=refund.attempt_id,
        amount_minor=refund.amount_minor,
        currency=refund.currency,
    )


def _under_way(state: State) -> Refund:
    refund = transaction_of(state).refund
    require(refund is not None, "a refund is under way when somebody is asked for it")
    assert refund is not None  # for the type checker
    return refund


def return_question(state: State) -> tuple[f.AnyEffect, ...]:
    """What a crash left unanswered about goods that come back: asking twice holds once."""
    sale = state.transaction
    return (
        (_claim(state),)
        if sale is not None and sale.returning is not None and sale.returning.is_asked
        else ()
    )


def _claim(state: State) -> f.ClaimReturn:
    returning = transaction_of(state).returning
    require(returning is not None, "a return is under way")
    assert returning is not None  # for the type checker
    return f.ClaimReturn(
        return_id=returning.return_id,
        of_transaction_id=returning.sold.transaction_id,
        lines=returning.lines,
        by=returning.by,
        why=returning.why,
    )


def value_questions(sale: Transaction) -> tuple[f.AnyEffect, ...]:
    """The question about stored value that a crash left unanswered; a PIN is asked for again."""
    return (_hold(sale, sale.value_asked, ""),) if sale.value_asked is not None else ()


def store_questions(sale: Transaction) -> tuple[f.AnyEffect, ...]:
    """What the store is being asked: after a crash once more."""
    loading = sale.loading
    if loading is None or not loading.is_asked or sale.member is None:
        return ()
    question = FindBalance(
        transaction_id=sale.transaction_id,
        ask_no=loading.asks,
        member_id=sale.member.member_id,
        currency=sale.currency,
    )
    return (f.AskStore(question=question),)


def store_timer(shop: Shop) -> f.AnyEffect:
    """The store has this long to answer."""
    return f.SetTimer(timer=f.Timer.ASK_STORE, after_s=shop.ask_store_s)


def _hold(sale: Transaction, asked: v.ValueAsked, pin: str) -> f.HoldValue:
    return f.HoldValue(
        transaction_id=sale.transaction_id,
        ask_no=asked.ask_no,
        amount_minor=asked.amount_minor,
        currency=sale.currency,
        card_key=asked.card_key,
        member_id=_member_id(sale) if asked.kind == "member" else "",
        pin=pin,
    )


def _let_go(before: State, ask_no: int) -> tuple[f.AnyEffect, ...]:
    """The store is told, whoever decided: its answer may be on the way."""
    sale = before.transaction
    if sale is None:
        return ()
    held = next((one for one in sale.values if one.ask_no == ask_no), None)
    asked = sale.value_asked
    if held is not None and held.account_id:
        return (_release(sale, ask_no, account_id=held.account_id),)
    if held is not None:
        return (_release(sale, ask_no, card_key=held.card_key),)
    if asked is not None and asked.ask_no == ask_no:
        member_id = _member_id(sale) if asked.kind == "member" else ""
        return (_release(sale, ask_no, card_key=asked.card_key, member_id=member_id),)
    return ()


def _release(sale: Transaction, ask_no: int, **whose: str) -> f.ReleaseValue:
    return f.ReleaseValue(transaction_id=sale.transaction_id, ask_no=ask_no, **whose)


def _member_id(sale: Transaction) -> str:
    return sale.member.member_id if sale.member else ""


def _open(state: State) -> Payment:
    payment = transaction_of(state).payment
    require(payment is not None, "an attempt is open when somebody is asked about it")
    assert payment is not None  # for the type checker
    return payment


def _order(payment: Payment) -> WalletRequest:
    return WalletRequest(
        order_number=payment.attempt_id, amount_minor=payment.amount_minor, currency=payment.currency
    )


def _attempt(payment: Payment) -> OpenAttempt:
    return OpenAttempt(
        request=PaymentRequest(
            attempt_id=payment.attempt_id, amount_minor=payment.amount_minor, currency=payment.currency
        ),
        baseline=payment.baseline,
        started_at=payment.requested_at,
        stored_result=payment.stored,
    )
