"""What a journal event calls for: which interventions it raises and which it settles. Pure.

Source: docs/interventions.md, the column "raised by"; a test compares the two.
Invariants: looks at the situation after the event; raises by edge, so an approved cause does not come up
again unless it happens again.
"""

import datetime as dt
from collections.abc import Iterator

from retail.interventions import audit, bagging, goods_watch
from retail.interventions import events as v
from retail.interventions import wishes as w
from retail.interventions.causes import not_on_file
from retail.interventions.kinds import kind_of
from retail.interventions.situation import Moment, Rules, Situation
from retail.interventions.words import Scope, SelfClear, Severity
from retail.journal import events as e
from retail.journal import refunds as rd
from retail.journal import staffed as sd
from retail.journal import weighing as wg
from retail.journal.tenders import WalletApproved

_PAPER = frozenset({"paper_end", "paper_low", "cover_open"})
_SCALES = frozenset({"bagging_scale", "scale"})
_CASH = frozenset({"cash"})
_WARNINGS = frozenset({"paper_low"})
"""Conditions that still work and yet want somebody."""
_PAYING = frozenset({"payment_unknown", "signature_check", "payment_declined", "walk_away", "rest_to_pay"})


def watch(situation: Situation, event: e.AnyEvent, rules: Rules, now: Moment) -> Iterator[w.AnyWish]:
    """The wishes that follow from `event`, just folded into `situation`."""
    yield from _lane(situation, event)
    yield from _basket(situation, event, rules, now)
    yield from _paying(situation, event, rules)
    if rules.has_scale:
        yield from _weight(situation, event, rules)
    yield from _exceptions(situation, event, rules)


def _lane(situation: Situation, event: e.AnyEvent) -> Iterator[w.AnyWish]:
    match event:
        case e.HelpCalled():
            yield w.Raise(kind="help", by=v.SHOPPER, why="help was called")
        case e.HelpEnded():
            yield w.Settle(because=SelfClear.HELP_ENDED)
        case e.LaneIdle():
            yield w.Settle(because=SelfClear.HELP_ENDED)  # whoever called has gone
        case e.LaneClosed():
            yield w.Raise(kind="lane_closed", by=event.by, why=event.reason[: v.TEXT_MAX] or "closed")
        case e.LaneOpened():
            yield w.Settle(because=SelfClear.LANE_OPENED, by=event.by)
        case e.DeviceChanged():
            yield from _device(situation, event)
        case e.PrintWaited():
            yield w.Raise(kind="receipt_paper", subject="printer", why=event.code or "printing stopped")
        case v.CheckDrawn() if event.extent != "none":
            why = f"{event.extent}: {', '.join(cause for cause, _ in event.because)}"
            yield w.Raise(kind="audit", measure=len(event.line_ids), why=why)
        case wg.ItemRescanned() if not audit.findings(situation, situation.sale.rescanned):
            yield w.Settle(because=SelfClear.SAMPLE_MATCHES, by=event.by)
        case e.TransactionClosed():
            yield w.EndPurchase(why="the purchase is closed")
        case e.TransactionCancelled():
            yield w.EndPurchase(why="the purchase is cancelled")
        case sd.TransactionSuspended():
            yield w.EndPurchase(why="the purchase is put aside")
        case _:
            pass


def _device(situation: Situation, event: e.DeviceChanged) -> Iterator[w.AnyWish]:
    if event.device == "bagging_scale" and event.code == "overload":
        if situation.sale.transaction_id:
            yield w.Raise(kind="bagging_full", subject=bagging.SUBJECT, why="overload")
        return
    is_wanting = event.condition == "fault" or event.code in _WARNINGS
    if event.condition in ("ready", "warning") and not is_wanting:
        yield w.Settle(because=SelfClear.DEVICE_READY, subject=event.device)
    if is_wanting:
        device, code = event.device, event.code
        kind = (
            "receipt_paper" if code in _PAPER
            else "scale_fault" if device in _SCALES
            else "cash_fault" if device in _CASH
            else "device_offline"
        )  # fmt: skip
        yield w.Raise(kind=kind, subject=device, why=code or "fault")


def _basket(situation: Situation, event: e.AnyEvent, rules: Rules, now: Moment) -> Iterator[w.AnyWish]:
    match event:
        case e.ItemAdded():
            yield w.Settle(because=SelfClear.CODE_RESOLVED)
            line = situation.sale.lines[event.line_id]
            local = dt.datetime.fromisoformat(now.local)
            yield from goods_watch.of_line(situation.sale, line, event, rules.policy, local, now.seed)
            yield from goods_watch.of_article(situation.sale, line.product, rules.policy)
            yield from goods_watch.of_basket(situation.sale, rules.policy)
        case e.QuantityChanged() | e.ItemVoided():
            yield from _fewer_or_more(situation, event, rules)
        case sd.LinePriceChanged():
            yield w.Settle(because=SelfClear.PRICE_KNOWN, line_id=event.line_id)
        case e.CodeNotFound():
            yield from _not_found(situation, event, rules)
        case e.CodeNotFoundDismissed():
            yield w.Settle(because=SelfClear.CODE_RESOLVED, by=v.SHOPPER)
        case e.BasketPriced():
            yield from goods_watch.of_basket(situation.sale, rules.policy)
        case e.CouponShown() | e.CouponHeld():
            yield from goods_watch.of_coupon(event, rules.policy)
        case e.CouponRefused() | e.CouponReleased():
            yield w.Settle(because=SelfClear.COUPON_GONE, coupon_no=event.coupon_no)
        case _:
            pass


def _fewer_or_more(
    situation: Situation, event: e.QuantityChanged | e.ItemVoided, rules: Rules
) -> Iterator[w.AnyWish]:
    """A line has another quantity, or is gone."""
    sale, limits = situation.sale, rules.policy.limits
    line = sale.lines.get(event.line_id)
    if line is None:
        yield w.Settle(because=SelfClear.LINE_REMOVED, line_id=event.line_id, by=v.SHOPPER)
        yield from goods_watch.of_gone(sale, situation.book, rules.policy)
    else:
        yield from goods_watch.of_pieces(line, rules.policy)
        yield from goods_watch.of_article(sale, line.product, rules.policy)
    yield from goods_watch.of_basket(sale, rules.policy)
    if len(sale.skipped) <= limits.skipped:
        yield w.Settle(because=SelfClear.BELOW_LIMIT, kinds=frozenset({"skip_bagging"}))
    if limits.void_lines and sale.voids > limits.void_lines:
        yield w.Raise(kind="void_over_limit", subject="count", measure=sale.voids, why=f"{sale.voids} pieces")
    if limits.void_value_minor and sale.void_minor > limits.void_value_minor:
        why = f"{sale.void_minor} minor units"
        yield w.Raise(kind="void_over_limit", subject="value", measure=sale.void_minor, why=why)


def _not_found(situation: Situation, event: e.CodeNotFound, rules: Rules) -> Iterator[w.AnyWish]:
    sale = situation.sale
    if event.reason in ("unknown", "not_a_product"):
        why = not_on_file(event.reason, event.text)
        yield w.Raise(kind="item_not_on_file", why=why, by=v.SHOPPER)
    elif event.reason == "unreadable" and sale.unreadable >= rules.policy.limits.unreadable:
        yield w.Raise(kind="code_unreadable", measure=sale.unreadable, why=f"{sale.unreadable} in a row")


def _paying(situation: Situation, event: e.AnyEvent, rules: Rules) -> Iterator[w.AnyWish]:
    match event:
        case e.PaymentUnknown():
            yield w.Raise(kind="payment_unknown", subject=event.attempt_id, why=event.reason or "unknown")
        case rd.RefundUnknown():
            yield w.Raise(kind="payment_unknown", subject=event.refund_id, why=event.reason or "unknown")
        case rd.RefundApproved() | rd.RefundRefused():
            yield w.Settle(because=SelfClear.PAYMENT_SETTLED, kinds=frozenset({"payment_unknown"}))
        case e.PaymentRefused():
            settles = _PAYING - {"payment_declined"}
            yield w.Settle(because=SelfClear.PAYMENT_SETTLED, kinds=settles)
            tries = situation.sale.refusals
            if tries >= rules.policy.limits.payment_tries:
                yield w.Raise(kind="payment_declined", measure=tries, why=f"{tries} refused")
        case e.PaymentApproved() | WalletApproved() | e.NothingDue() | sd.PaidInTraining():
            yield w.Settle(because=SelfClear.PAYMENT_SETTLED)
        case _:
            pass


def _weight(situation: Situation, event: e.AnyEvent, rules: Rules) -> Iterator[w.AnyWish]:
    limits, weight = rules.policy.limits, rules.policy.weight
    match event:
        case v.WeightSettled():
            if event.weight_g * 100 >= weight.capacity_g * bagging.FULL_PERCENT:
                yield w.Raise(kind="bagging_full", subject=bagging.SUBJECT, why=f"{event.weight_g} g")
            yield from bagging.settled(situation, rules)
        case v.BaggingSkipped():
            skipped = len(situation.sale.skipped)
            if limits.skipped and skipped > limits.skipped:
                yield w.Raise(kind="skip_bagging", measure=skipped, why=f"{skipped} items", by=v.SHOPPER)
            yield from bagging.settled(situation, rules)
        case v.OwnBagPlaced():
            if event.weight_g > weight.own_bag_g:
                why = f"{event.weight_g} g"
                yield w.Raise(kind="own_bag", measure=event.weight_g, why=why, by=v.SHOPPER)
            else:
                yield w.Settle(because=SelfClear.WEIGHT_MATCHES, kinds=frozenset({"own_bag"}))
            yield from bagging.settled(situation, rules)
        case (
            e.ItemAdded() | e.QuantityChanged() | e.ItemVoided() | v.FullBagsMoved() | v.InterventionCleared()
        ):
            yield from bagging.settled(situation, rules)
        case _:
            pass


def _exceptions(situation: Situation, event: e.AnyEvent, rules: Rules) -> Iterator[w.AnyWish]:
    """Too many calls for staff in one purchase."""
    most, calls = rules.policy.limits.exceptions, situation.book.calls
    match event:
        case v.InterventionRaised() if event.severity is not Severity.NUDGE:
            one = situation.book.numbered(event.intervention_no)
        case v.InterventionEscalated():
            one = situation.book.numbered(event.intervention_no)
        case _:
            one = None
    is_new = one is not None and kind_of(one.kind).scope is not Scope.LANE
    if is_new and most and calls > most and situation.sale.transaction_id:
        yield w.Raise(kind="misuse_count", measure=most, why=f"more than {most} in one purchase")
