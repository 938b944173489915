"""Rules of coupons: shown, held by whoever keeps their book, redeemed with the payment or let go.

A coupon counts once it is held. The store is asked; when it cannot be (`NO_LINK`, or no answer within
`Shop.ask_store_s`), the rules of `retail.coupons.offline` and the lane's own book decide. Paying waits for
the answer: `Pay` is refused with `coupon_being_checked`, which the timer bounds to seconds.

Source: docs/coupons.md, "Redemption" and "Offline".
Invariants: pure; nothing is redeemed but in the commit that records the payment; a coupon that gives nothing
in the paid basket is let go, not used up; the lane's own book is never contradicted.
"""

import datetime

from kiosk.checkout import commands as c
from kiosk.checkout import next_visit
from kiosk.checkout.decision import Context, Decision, Events, Ignored, Refused
from kiosk.checkout.desk import CouponAnswer, Verdict
from kiosk.checkout.evolve import fold
from kiosk.checkout.prices import with_prices
from kiosk.checkout.state import ShownCoupon, State, Transaction, transaction_of
from retail.coupons.model import Coupon, CouponKind, Redemption
from retail.coupons.offline import Links, Path, path
from retail.coupons.refusal import Refusal, Shown, is_unverified, refusal_when_shown
from retail.journal import events as e

COUPONS_MAX = 20
"""In one basket; beyond it a person looks at the pile."""
TEXT_SHOWN = 4
"""Characters of a coupon that are shown when it does not count: enough to tell papers apart."""

_OFFLINE = {
    Path.REFUSED_NO_LINK: "no_link",
    Path.REFUSED_SEEN: "used",
    Path.REFUSED_LIMIT: "offline_limit",
}
_TOLD = {
    Verdict.HELD_ELSEWHERE: "held",
    Verdict.USED: "used",
    Verdict.REFUSED: "refused",
}


def show(state: State, coupon: Coupon, context: Context) -> Decision:
    """The shopper shows a coupon."""
    sale = transaction_of(state)
    if len(sale.coupons) >= COUPONS_MAX:
        return Refused(code="too_many_coupons")
    coupon = next_visit.with_its_own_dates(coupon, context)
    reason = _reason_now(sale, coupon, context)
    if reason:
        return (_not_counted(coupon, reason),)
    return (e.CouponShown(coupon_no=sale.next_coupon_no, coupon=coupon),)


def remove(state: State, command: c.RemoveCoupon, context: Context) -> Decision:
    """Take a coupon back."""
    shown = transaction_of(state).coupon(command.coupon_no)
    if shown is None:
        return Ignored(reason="no such coupon")
    released = (e.CouponReleased(coupon_no=shown.coupon_no),)
    return with_prices(state, released, context) if shown.held_by else released


def answered(state: State, command: c.ReportCoupon, context: Context) -> Decision:
    """Whoever keeps the book has answered about a coupon."""
    answer, sale = command.answer, transaction_of(state)
    shown = sale.coupon(answer.coupon_no)
    if answer.transaction_id != sale.transaction_id or shown is None or shown.held_by:
        return Ignored(reason="nobody waits for this answer")
    return _priced(state, _settled(sale, shown, answer, context), context)


def decide_alone(state: State, context: Context) -> Decision:
    """Nobody has answered in time: each open coupon is decided by the offline rules."""
    events: Events = ()
    for shown in transaction_of(state).open_coupons:
        sale = transaction_of(fold(events, state))
        silence = CouponAnswer(
            transaction_id=sale.transaction_id, coupon_no=shown.coupon_no, verdict=Verdict.NO_LINK
        )
        events = (*events, *_settled(sale, shown, silence, context))
    return _priced(state, events, context) if events else Ignored(reason="every coupon is answered")


def released(sale: Transaction) -> Events:
    """All coupons are free again: the purchase ends without being paid."""
    return tuple(e.CouponReleased(coupon_no=shown.coupon_no) for shown in sale.coupons)


def redeemed(sale: Transaction, context: Context) -> Events:
    """What becomes of each coupon once the basket is paid."""
    standings = {standing.coupon_no: standing for standing in sale.priced.coupons}
    events: list[e.AnyEvent] = []
    for shown in sale.coupons:
        standing = standings.get(shown.coupon_no)
        if not shown.held_by or standing is None or standing.reason:
            events.append(e.CouponReleased(coupon_no=shown.coupon_no))
            continue
        events.append(
            e.CouponRedeemed(
                coupon_no=shown.coupon_no,
                coupon_id=shown.coupon.coupon_id,
                redemption_key=shown.coupon.redemption_key or "",
                saving_minor=standing.saving_minor,
                by=shown.held_by,
                is_at_risk=_is_at_risk(shown),
                redeemed_on=context.local[:10],
            )
        )
    return tuple(events)


def _reason_now(sale: Transaction, coupon: Coupon, context: Context) -> str:
    """Why a coupon cannot count whoever is asked; empty if it may."""
    if any(_is_same_paper(coupon, shown.coupon) for shown in sale.coupons):
        return "already_shown"
    if coupon.redemption_key and context.book.is_used(coupon.redemption_key):
        return "used"
    if not next_visit.is_genuine(coupon, context):
        return Refusal.NOT_VERIFIED.value
    refusal = _refusal(coupon, context)
    if refusal is Refusal.NOT_VERIFIED:
        return ""  # its own service is asked now, and only its answer makes it count
    return refusal.value if refusal else ""


def _refusal(coupon: Coupon, context: Context) -> Refusal | None:
    shown = Shown(
        today=datetime.date.fromisoformat(context.local[:10]),
        currency=context.shop.currency,
        retailer_ids=context.assortment.terms.retailer_ids,
    )
    return refusal_when_shown(coupon, shown)


def _is_same_paper(one: Coupon, other: Coupon) -> bool:
    """Papers that cannot be told apart may be several; a shop's code without serial number counts once."""
    if one.coupon_id != other.coupon_id:
        return False
    return one.redemption_key == other.redemption_key and (
        one.redemption_key is not None or one.kind is CouponKind.STORE_CODE
    )


def _settled(sale: Transaction, shown: ShownCoupon, answer: CouponAnswer, context: Context) -> Events:
    """A shown coupon after the answer: held, or out of the basket with the reason."""
    coupon = answer.coupon or shown.coupon
    by, reason = answer.by, _TOLD.get(answer.verdict, "")
    if answer.verdict is Verdict.NO_LINK:
        way = _offline_path(sale, shown, context)
        by, reason = "lane", _OFFLINE.get(way, "")
    if not reason and (refusal := _refusal(coupon, context)):
        reason = refusal.value
    if reason:
        return e.CouponRefused(coupon_no=shown.coupon_no, reason=reason), _not_counted(coupon, reason)
    return (e.CouponHeld(coupon_no=shown.coupon_no, by=by, coupon=answer.coupon),)


def _offline_path(sale: Transaction, shown: ShownCoupon, context: Context) -> Path:
    """Where the offline rules book the coupon. Nothing without a checked signature is risked."""
    coupon = shown.coupon
    if is_unverified(coupon):
        return Path.REFUSED_NO_LINK
    signed = next_visit.as_signed(coupon, context)
    risked_here = sum(_is_at_risk(other) for other in sale.coupons)
    return path(
        signed or coupon,
        Links(),
        context.assortment.terms.offline,
        is_seen=bool(coupon.redemption_key and context.book.is_used(coupon.redemption_key)),
        is_genuine=signed is not None or coupon.serial is None,
        accepted_today=context.book.risked_on(context.local[:10]) + risked_here,
    )


def _is_at_risk(shown: ShownCoupon) -> bool:
    return shown.held_by == "lane" and shown.coupon.redemption is Redemption.STORE_AUTHORITY


def _priced(state: State, events: Events, context: Context) -> Events:
    """With new prices if a coupon began to count."""
    if any(isinstance(event, e.CouponHeld) for event in events):
        return with_prices(state, events, context)
    return events


def _not_counted(coupon: Coupon, reason: str) -> e.CodeNotFound:
    return e.CodeNotFound(text="…" + coupon.text[-TEXT_SHOWN:], reason=reason)
