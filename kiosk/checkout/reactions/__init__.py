"""What the world must do once an event is durable. Pure.

After a crash the same reactions run: `StartLane` turns whatever was under way into events, and
`LaneStarted` sets the timers and the scanner that belong to the phase the journal ended in.

Invariants: only `PaymentRequested` leads to an authorisation, and only `PrintStarted` to printing; each is
journalled exactly once per attempt or job, so neither can happen twice.
"""

from kiosk.checkout import commands as c
from kiosk.checkout import effects as f
from kiosk.checkout.paper import receipt_of
from kiosk.checkout.reactions.orders import of_orders
from kiosk.checkout.reactions.staff import of_staff
from kiosk.checkout.reactions.tenders import (
    of_tenders,
    return_question,
    store_questions,
    store_timer,
    value_questions,
)
from kiosk.checkout.receipt import awaits_printer
from kiosk.checkout.shop import Shop
from kiosk.checkout.state import PAYING, Phase, State, Transaction, transaction_of
from kiosk.devices.health import Device
from kiosk.devices.terminal import END_OF_DAY_DUE, PaymentRequest
from retail.journal import events as e
from retail.journal import price_checks as pc
from retail.journal import refunds as rd
from retail.journal import shopping as sh
from retail.journal import staffed as sd
from retail.journal.tenders import WalletApproved

SEARCH_ON_S = 0.6
"""After a scan that had no time to search to the end: a shopper's hand is still between two items."""


def reactions(
    state: State, event: e.AnyEvent, shop: Shop, *, before: State, said: c.AnyCommand | None = None
) -> tuple[f.AnyEffect, ...]:
    """Effects of `event`, given the state after it, and the one before for what it took away.

    `said` is the command it came from: a phone's code and a PIN travel from there to whoever is asked with
    them, past the journal. After a crash they are gone.
    """
    return (
        *_of_the_sale(state, event, shop, before),
        *of_tenders(state, event, shop, before, said),
        *of_staff(state, event, shop, before),
        *of_orders(state, event, shop, said),
    )


def _of_the_sale(state: State, event: e.AnyEvent, shop: Shop, before: State) -> tuple[f.AnyEffect, ...]:
    match event:
        case e.LaneStarted():
            return (
                f.EnableScanner(reading=True),  # for badges and codes of wallets while paying, too
                *_timers(state, shop, is_start=True),
                *_questions(state, shop),
                *return_question(state),
            )
        case e.DeviceChanged() if _wants_end_of_day(event) and state.phase not in PAYING:
            return (f.CloseTerminalDay(),)
        case e.ItemAdded() | e.MemberIdentified():
            return (f.Play(sound=f.Sound.SCAN),)
        case pc.PriceChecked() | pc.PriceCheckMember():
            return (f.Play(sound=f.Sound.SCAN), f.SetTimer(timer=f.Timer.PRICE, after_s=shop.price_s))
        case pc.PriceNotFound():
            return (f.Play(sound=f.Sound.NUDGE), f.SetTimer(timer=f.Timer.PRICE, after_s=shop.price_s))
        case pc.PriceCheckOpened():
            return (f.SetTimer(timer=f.Timer.PRICE, after_s=shop.price_s),)
        case e.BasketPriced() if not event.priced.is_final:
            return (f.SetTimer(timer=f.Timer.SEARCH_ON, after_s=SEARCH_ON_S),)
        case e.CouponShown():
            sale = transaction_of(state)
            asked = f.HoldCoupon(
                transaction_id=sale.transaction_id, coupon_no=event.coupon_no, coupon=event.coupon
            )
            return (f.Play(sound=f.Sound.SCAN), asked, store_timer(shop))
        case e.CouponRefused() | e.CouponReleased():
            return _coupon_let_go(before, event.coupon_no)
        case e.PointsAsked():
            return (*_asked_points(transaction_of(state), event.points), store_timer(shop))
        case e.PointsRefused() | e.PointsReleased():
            return _points_let_go(before)
        case e.CodeNotFound():
            return (f.Play(sound=f.Sound.NUDGE), *_timers(state, shop))
        case e.PaymentRequested():
            request = PaymentRequest(
                attempt_id=event.attempt_id, amount_minor=event.amount_minor, currency=event.currency
            )
            return (f.Authorise(request=request, baseline=event.baseline),)
        case e.NothingDue() | sd.PaidInTraining():
            return (f.Play(sound=f.Sound.PAID), *_timers(state, shop))
        case e.PaymentApproved() | WalletApproved():
            heard = f.Sound.PAID if state.phase is Phase.PAID else f.Sound.SCAN
            return (f.Play(sound=heard), *_timers(state, shop))
        case e.PaymentRefused() | rd.RefundRefused():
            return (f.Play(sound=f.Sound.NUDGE),)
        case e.PaymentUnknown() | rd.RefundUnknown():
            return (f.Play(sound=f.Sound.STAFF), *_timers(state, shop))
        case e.ReceiptChosen() if awaits_printer(state):
            return (f.Play(sound=f.Sound.STAFF), *_timers(state, shop))
        case e.ReceiptOffered() | e.ReceiptChosen() | e.PrintEnded() | e.TransactionClosed():
            return _timers(state, shop)
        case e.PrintWaited():
            return (f.Play(sound=f.Sound.STAFF), *_timers(state, shop))
        case e.PrintStarted():
            sale = transaction_of(state)
            receipt = receipt_of(sale, shop, state.language, copy=event.copy)
            return (f.PrintReceipt(job_id=event.job_id, receipt=receipt),)
        case e.HelpCalled():
            return (f.Play(sound=f.Sound.STAFF),)
        case sh.TimeRunsOut() | sh.MoreTimeTaken() if state.order is not None:
            return (*_heard(event), f.SetTimer(timer=f.Timer.ORDER, after_s=_left(event, shop)))
        case sh.TimeRunsOut() | sh.MoreTimeTaken() if state.price_check is not None:
            return (*_heard(event), f.SetTimer(timer=f.Timer.PRICE, after_s=_left(event, shop)))
        case sh.CancelAsked() | sh.TimeRunsOut():
            return (f.Play(sound=f.Sound.NUDGE), *_timers(state, shop))
        case sh.MoreTimeTaken():
            return _timers(state, shop)
        case e.HelpEnded() if state.phase in (Phase.RECEIPT, Phase.THANKS):
            return _timers(state, shop)
        case _:
            return ()


def _questions(state: State, shop: Shop) -> tuple[f.AnyEffect, ...]:
    """What a crash left unanswered is asked again: asking twice holds once."""
    sale = state.transaction
    if sale is None:
        return ()
    coupons = tuple(
        f.HoldCoupon(transaction_id=sale.transaction_id, coupon_no=shown.coupon_no, coupon=shown.coupon)
        for shown in sale.open_coupons
    )
    points = _asked_points(sale, sale.points_wanted) if sale.points_asked else ()
    value = value_questions(sale)
    asked = (*coupons, *points, *value, *store_questions(sale))
    return (*asked, store_timer(shop)) if asked else ()


def _asked_points(sale: Transaction, points: int) -> tuple[f.AnyEffect, ...]:
    if sale.member is None:
        return ()
    return (f.HoldPoints(transaction_id=sale.transaction_id, member_id=sale.member.member_id, points=points),)


def _coupon_let_go(before: State, coupon_no: int) -> tuple[f.AnyEffect, ...]:
    """The store is told, whoever decided: its answer may be on the way."""
    sale = before.transaction
    shown = sale.coupon(coupon_no) if sale else None
    if sale is None or shown is None:
        return ()
    return (f.ReleaseCoupon(transaction_id=sale.transaction_id, coupon_no=coupon_no, coupon=shown.coupon),)


def _points_let_go(before: State) -> tuple[f.AnyEffect, ...]:
    sale = before.transaction
    if sale is None or sale.member is None or not sale.uses_points:
        return ()
    return (f.ReleasePoints(transaction_id=sale.transaction_id, member_id=sale.member.member_id),)


def _wants_end_of_day(event: e.DeviceChanged) -> bool:
    """The terminal takes no card before its day is closed (its status is *reconciliation required*)."""
    return (event.device, event.code) == (Device.TERMINAL.value, END_OF_DAY_DUE)


def _heard(event: sh.TimeRunsOut | sh.MoreTimeTaken) -> tuple[f.AnyEffect, ...]:
    return (f.Play(sound=f.Sound.NUDGE),) if isinstance(event, sh.TimeRunsOut) else ()


def _left(event: sh.TimeRunsOut | sh.MoreTimeTaken, shop: Shop) -> float:
    """How long what stands beside the purchase stands on."""
    return shop.warn_s if isinstance(event, sh.TimeRunsOut) else shop.price_s


def _timers(state: State, shop: Shop, *, is_start: bool = False) -> tuple[f.AnyEffect, ...]:
    """The timer that belongs to the state's phase. After a start nobody is being asked, so ask soon."""
    match state.phase:
        case Phase.SCANNING if transaction_of(state).cancel_asked:
            return (f.SetTimer(timer=f.Timer.CANCEL, after_s=shop.flow.undo_s),)
        case Phase.NOT_FOUND:
            after_s = shop.warn_s if transaction_of(state).time_runs_out else shop.not_found_s
            return (f.SetTimer(timer=f.Timer.NOT_FOUND, after_s=after_s),)
        case Phase.PAID:
            return (f.SetTimer(timer=f.Timer.PAID, after_s=shop.paid_s),)
        case Phase.RECEIPT:
            after_s = shop.warn_s if transaction_of(state).time_runs_out else shop.receipt_s
            return (f.SetTimer(timer=f.Timer.RECEIPT, after_s=after_s),)
        case Phase.THANKS:
            return (f.SetTimer(timer=f.Timer.THANKS, after_s=shop.thanks_s),)
        case Phase.REFUND:
            refund = transaction_of(state).refund
            asked_before = refund is not None and refund.asks > 0 and not is_start
            after_s = shop.ask_again_s if asked_before else shop.ask_terminal_s
            return (f.SetTimer(timer=f.Timer.ASK_TERMINAL, after_s=after_s),)
        case Phase.UNKNOWN:
            payment = transaction_of(state).payment
            asked_before = payment is not None and payment.asks > 0 and not is_start
            after_s = shop.ask_again_s if asked_before else shop.ask_terminal_s
            return (f.SetTimer(timer=f.Timer.ASK_TERMINAL, after_s=after_s),)
        case _:
            return ()
