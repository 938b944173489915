"""What `kiosk.checkout.diagram` tries out of paying: parts, wallets, stored value, money that goes back."""

from collections.abc import Iterator

from kiosk.checkout import commands as c
from kiosk.checkout import staff_commands as sc
from kiosk.checkout.desk import BasketAnswer, ReturnAnswer, SoldAnswer, SuspendedLine, ValueAnswer, Verdict
from kiosk.checkout.diagram.shop import BASKET_CODE, GIFT_CARD, PAID, PHONE_CODE, PIN_CARD
from kiosk.checkout.state import PAYING, Phase, State, Tender
from kiosk.devices import refund as rf
from kiosk.devices import terminal as t
from kiosk.devices import wallet as wl
from kiosk.devices.health import Condition, Device
from kiosk.devices.scanner import CodeRead
from retail.card import CardResult
from retail.codes import Symbology
from retail.wire.returns import ReturnedLine, ReturnPart, SoldLine, SoldSale, SoldTender

PART_MINOR = 50


def of_tenders(state: State) -> Iterator[c.AnyCommand]:
    """At least one command of each kind; those that name something name the state's own."""
    sale = state.transaction
    payment, refund = (sale.payment, sale.refund) if sale else (None, None)
    order = payment.attempt_id if payment else "none"
    amount_minor = payment.amount_minor if payment else 199
    yield c.ChoosePart(amount_minor=PART_MINOR)
    yield from (c.PayByWallet(), c.UseBalance(), c.TakeBack(), c.KeepValue(), c.KeepValue(ask_no=1))
    yield from (c.UseGiftCard(text=text) for text in (GIFT_CARD, PIN_CARD))
    yield c.GivePin(pin="2468")
    yield c.ScanCode(read=CodeRead(text=PHONE_CODE, symbology=Symbology.QR))
    yield from _answers(state)
    paid = wl.WalletPaid(amount_minor=amount_minor, currency="EUR", wallet="Sample", reference="1")
    outcomes: tuple[wl.WalletOutcome, ...] = (
        paid,
        wl.WalletDeclined(text="DECLINED"),
        wl.WalletExpired(),
        wl.WalletCancelled(),
        t.NotCharged(reason="never sent"),
        t.Unknown(reason="silent"),
        t.NeedsAttendant(reason="contradiction"),
    )
    yield c.ReportWallet(message=wl.WalletCodeReady(order_number=order, text="000201"))
    yield c.ReportWallet(message=wl.WalletWaiting(order_number=order))
    for outcome in outcomes:
        yield c.ReportWallet(message=wl.WalletAnswer(order_number=order, outcome=outcome))
    refund_id, back_minor = (refund.refund_id, refund.amount_minor) if refund else ("none", 1)
    result = CardResult(result_code=0, amount_minor=back_minor, currency="EUR", terminal_id="1")
    yield c.KeepRefund(refund_id=refund_id, result=result)
    yield c.ReportRefund(message=rf.RefundText(refund_id=refund_id, status_code=1, text="PLEASE WAIT"))
    is_wallet = refund is not None and refund.tender is Tender.WALLET
    given = wl.GivenBack(amount_minor=back_minor, currency="EUR")
    for back in (given, rf.NotGivenBack(reason="refused"), t.Unknown(reason="silent")) if is_wallet else ():
        yield c.ReportRefund(message=wl.WalletRefundAnswer(refund_id=refund_id, outcome=back))
    for one in () if is_wallet else (rf.CardGivenBack(result=result), t.Declined(result_code=5), _LOST):
        yield c.ReportRefund(message=rf.CardRefundAnswer(refund_id=refund_id, outcome=one))


def of_phones(state: State) -> Iterator[c.AnyCommand]:
    """A basket that was filled on a phone."""
    sale = state.transaction
    if sale is None or not sale.added:
        yield c.ScanCode(read=CodeRead(text=BASKET_CODE, symbology=Symbology.QR))
    asked, goods = sale.transaction_id if sale else "none", (SuspendedLine(key=PAID.zfill(14)),)
    for transaction_id, verdict in ((asked, Verdict.HELD), (asked, Verdict.USED), ("other", Verdict.HELD)):
        yield c.ReportBasket(
            answer=BasketAnswer(transaction_id=transaction_id, verdict=verdict, token="t1", lines=goods)
        )


def of_returns(state: State) -> Iterator[c.AnyCommand]:
    """Goods that come back: found or not, held or not, given back part by part."""
    sale = state.transaction
    return_id = sale.returning.return_id if sale and sale.returning else "none"
    for verdict in (Verdict.HELD, Verdict.USED):
        yield sc.ReportSold(answer=SoldAnswer(token="t0", by="anna", verdict=verdict, sold=_SOLD))
        yield sc.ReportReturn(
            answer=ReturnAnswer(return_id=return_id, verdict=verdict, amount_minor=250, parts=_PARTS)
        )
    yield sc.ReturnGoods(lines=(ReturnedLine(line_id=1, quantity=1),), why="damaged")
    yield from (sc.GoOnReturning(), sc.StopReturning())


_SOLD = SoldSale(
    token="t0",
    verdict="held",
    transaction_id="t0",
    currency="EUR",
    lines=(SoldLine(line_id=1, key="0", names={"": "pen"}, quantity=2, left=2, unit_minor=(199, 199)),),
    tenders=(SoldTender(tender="card", attempt_id="t0-1", amount_minor=398, left_minor=398),),
)
_PARTS = (
    ReturnPart(tender="card", amount_minor=100, attempt_id="t0-1"),
    ReturnPart(tender="wallet", amount_minor=50, attempt_id="t0-2"),
    ReturnPart(tender="value", amount_minor=50, account_id="v-sample"),
    ReturnPart(tender="points", amount_minor=50, points=50),
)
_LOST = t.NeedsAttendant(reason="contradiction")


def _answers(state: State) -> Iterator[c.AnyCommand]:
    """What the store may say about stored value."""
    sale = state.transaction
    sale_id, ask_no = (sale.transaction_id, sale.value_asks) if sale else ("none", 1)
    wanted_minor = sale.value_asked.amount_minor if sale and sale.value_asked else 1
    for amount_minor in (1, wanted_minor):
        yield c.ReportValue(
            answer=ValueAnswer(
                transaction_id=sale_id,
                ask_no=ask_no,
                verdict=Verdict.HELD,
                amount_minor=amount_minor,
                account_id="v-sample",
            )
        )
    for verdict, reason in (
        (Verdict.REFUSED, "empty"),
        (Verdict.REFUSED, "pin_wrong"),
        (Verdict.NO_LINK, ""),
    ):
        yield c.ReportValue(
            answer=ValueAnswer(transaction_id=sale_id, ask_no=ask_no, verdict=verdict, reason=reason)
        )


def paying_signature(state: State) -> object:
    """What makes two states worth visiting apart with more than one card payment; else None."""
    sale = state.transaction
    if sale is None or (sale.returning is None and state.phase not in PAYING | {Phase.TENDER}):
        return None
    returning = sale.returning
    if returning is not None:
        return (
            state.phase,
            state.staff is not None,
            (returning.is_asked, len(returning.parts), returning.done, returning.reason != ""),
            (returning.is_over, sale.receipt_kind, sale.printing and sale.printing.state),
            sale.refund and (sale.refund.is_unknown, sale.refund.stored is not None),
        )
    payment, refund, at_choice = sale.payment, sale.refund, state.phase is Phase.TENDER
    is_wallet = not at_choice and payment is not None and payment.tender is Tender.WALLET
    parts = [part.tender for part in sale.taken[-1:]]
    value = (len(sale.values) > 0, sale.value_asked is not None, sale.value_pin is not None)
    if not (sale.part_minor or parts or any(value) or refund or is_wallet):
        return None
    return (
        state.phase,
        sale.part_minor > 0,
        parts,
        at_choice and value,
        at_choice and state.device(Device.WALLET).condition is Condition.READY,
        at_choice and state.device(Device.TERMINAL).condition is Condition.READY,
        is_wallet and payment and (payment.is_shown, payment.is_confirming, payment.shown_text != ""),
        not at_choice and payment is not None and (payment.cancel_asked, payment.stored is not None),
        refund and (refund.tender, refund.is_unknown, refund.stored is not None),
    )
