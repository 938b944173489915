"""What a command means in a state: events, or a refusal, or nothing with a reason. Pure.

`TABLE` gives every (command, phase) pair its rule; `docs/states.md` is drawn from it by
`python -m kiosk.checkout.diagram`.

Invariants: a refused or ignored command leaves the state as it was; no rule answers an unknown payment
with a second authorisation; nothing is added or taken off once tendering has begun.
"""

from collections.abc import Callable, Mapping
from typing import Any

from kiosk.checkout import (
    asked,
    attempts,
    attendant,
    bagging,
    basket,
    coupons,
    deeds,
    free_lane,
    handover,
    joins,
    lane,
    loads,
    lookup,
    members,
    order_pay,
    orders,
    payment,
    points,
    price_check,
    receipt,
    refunds,
    returns,
    round_up,
    stored_value,
    suspended,
    tendering,
    time_limits,
    undo,
    waiting,
    wallets,
    weighing,
)
from kiosk.checkout import commands as c
from kiosk.checkout import staff_commands as sc
from kiosk.checkout.attended import attended, held_up, touched
from kiosk.checkout.decision import Context, Decision, Ignored, Refused
from kiosk.checkout.evolve import fold
from kiosk.checkout.state import SHOPPING, Phase, State

Rule = Callable[[State, Any, Context], Decision]
Row = dict[Phase, Rule | Refused | Ignored]


def decide(state: State, command: c.AnyCommand, context: Context) -> Decision:
    """The events `command` leads to in `state`, or why there are none."""
    if isinstance(command, c.ScanCode):
        known = attendant.badge(state, command, context)
        if known is not None:
            return attended(state, (), known, context)
    waits = held_up(state, command)
    if waits is not None:
        return waits
    if undo.holds(state, command):
        return Ignored(reason="the purchase is being given up")
    if price_check.sells(state, command, context):
        command = c.CheckPrices()
    before = touched(state, command, context)
    there = fold(before, state, context.shop.rules)
    if isinstance(command, c.ScanCode | c.TypeCode) and price_check.takes(state, context):
        return attended(state, before, price_check.show(there, command, context), context)
    if isinstance(command, c.ScanCode | c.TypeCode) and orders.takes(state, command):
        return attended(state, before, orders.show(there, command, context), context)
    rule = TABLE[type(command)][state.phase]
    decision = rule if isinstance(rule, Ignored | Refused) else rule(there, command, context)
    return attended(state, before, decision, context)


def _everywhere(rule: Rule) -> Row:
    return dict.fromkeys(Phase, rule)


def _only(rules: Mapping[Phase, Rule], otherwise: Refused | Ignored) -> Row:
    return {phase: rules.get(phase, otherwise) for phase in Phase}


_NOT_SHOPPING = Ignored(reason="only while scanning")
_NOT_NOW = Ignored(reason="too late or too early for this button")
_AT_TERMINAL = {Phase.CARD, Phase.UNKNOWN}

TABLE: dict[type[c.Command | sc.StaffCommand], Row] = {
    c.StartLane: _everywhere(lane.start_lane),
    c.StartShopping: _only({Phase.ATTRACT: basket.start_shopping}, Ignored(reason="already shopping")),
    c.ChooseLanguage: _everywhere(lane.choose_language),
    c.ScanCode: _only(
        {Phase.ATTRACT: free_lane.scan, Phase.TENDER: tendering.scan, Phase.LOAD: loads.show}
        | dict.fromkeys(SHOPPING, basket.scan),
        Ignored(reason="scanned while paying or leaving"),
    ),
    c.TypeCode: _only(
        {Phase.ATTRACT: basket.first_scan, Phase.LOAD: loads.show} | dict.fromkeys(SHOPPING, basket.scan),
        _NOT_SHOPPING,
    ),
    c.ForgetMember: _only(dict.fromkeys(SHOPPING, members.forget), _NOT_SHOPPING),
    c.RemoveCoupon: _only(dict.fromkeys(SHOPPING, coupons.remove), _NOT_SHOPPING),
    c.RemoveLast: _only(dict.fromkeys(SHOPPING, basket.remove_last), _NOT_SHOPPING),
    c.RemoveLine: _only(dict.fromkeys(SHOPPING, basket.remove_line), _NOT_SHOPPING),
    c.SetQuantity: _only(dict.fromkeys(SHOPPING, basket.set_quantity), _NOT_SHOPPING),
    c.ChooseGoods: _only(dict.fromkeys(SHOPPING, lookup.choose), _NOT_SHOPPING),
    c.AnswerBags: _only(dict.fromkeys(SHOPPING, tendering.answer_bags), _NOT_SHOPPING),
    c.Undo: _only(dict.fromkeys(SHOPPING, undo.undo), _NOT_NOW),
    c.DismissNotFound: _only({Phase.NOT_FOUND: basket.dismiss_not_found, Phase.LOAD: loads.again}, _NOT_NOW),
    c.TakeMoreTime: _only(dict.fromkeys(time_limits.LIMITED, time_limits.take_more), _NOT_NOW),
    c.Pay: _only(dict.fromkeys(SHOPPING, tendering.pay), _NOT_SHOPPING),
    c.LeaveTender: _only({Phase.TENDER: tendering.leave} | dict.fromkeys(SHOPPING, tendering.stay), _NOT_NOW),
    c.ChoosePart: _only({Phase.TENDER: tendering.choose_part}, _NOT_NOW),
    c.UsePoints: _only({Phase.TENDER: points.use}, _NOT_NOW),
    c.KeepPoints: _only({Phase.TENDER: points.keep}, _NOT_NOW),
    c.RoundUp: _only({Phase.TENDER: round_up.give}, _NOT_NOW),
    c.KeepChange: _only({Phase.TENDER: round_up.keep}, _NOT_NOW),
    c.PayByCard: _only(
        {Phase.TENDER: payment.pay_by_card},
        Refused(code="payment_not_possible_now"),
    ),
    c.PayByWallet: _only({Phase.TENDER: wallets.show}, Refused(code="payment_not_possible_now")),
    c.UseGiftCard: _only({Phase.TENDER: stored_value.typed}, _NOT_NOW),
    c.GivePin: _only({Phase.TENDER: stored_value.give_pin}, _NOT_NOW),
    c.UseBalance: _only({Phase.TENDER: stored_value.use_balance}, _NOT_NOW),
    c.KeepValue: _only({Phase.TENDER: stored_value.keep}, _NOT_NOW),
    c.JoinByPhone: _only(dict.fromkeys(SHOPPING, joins.by_phone), _NOT_SHOPPING),
    c.JoinHere: _only(dict.fromkeys(SHOPPING, joins.here), _NOT_SHOPPING),
    c.LeaveJoin: _only(dict.fromkeys(SHOPPING, joins.leave), _NOT_SHOPPING),
    c.ReportJoined: _only(dict.fromkeys(SHOPPING, joins.heard), Ignored(reason="nobody joins here by phone")),
    c.CheckPrices: _only(dict.fromkeys(price_check.WHERE, price_check.begin), _NOT_NOW),
    c.AddChecked: _only(dict.fromkeys(price_check.WHERE, price_check.add), _NOT_NOW),
    c.LeavePrices: _everywhere(price_check.leave),
    c.PayOrder: _only(dict.fromkeys(orders.WHERE, order_pay.pay), _NOT_NOW),
    c.HandOutOrder: _only(dict.fromkeys(orders.WHERE, orders.hand_out), _NOT_NOW),
    c.LeaveOrder: _everywhere(orders.leave),
    c.TopUp: _only({Phase.ATTRACT: loads.begin} | dict.fromkeys(SHOPPING, loads.begin), _NOT_NOW),
    c.LoadBy: _only({Phase.LOAD: loads.pay}, _NOT_NOW),
    c.TakeBack: _only({Phase.TENDER: refunds.give_back}, _NOT_NOW),
    c.CancelPayment: _only(
        dict.fromkeys((Phase.CARD, Phase.WALLET), attempts.cancel) | {Phase.UNKNOWN: wallets.stop_waiting},
        _NOT_NOW,
    ),
    c.CancelTransaction: _only(
        dict.fromkeys(SHOPPING | {Phase.TENDER}, undo.cancel) | {Phase.LOAD: loads.leave},
        Refused(code="too_late_to_cancel"),
    ),
    c.CallHelp: _everywhere(lane.call_help),
    c.EndHelp: _everywhere(lane.end_help),
    c.ChooseReceipt: _only({Phase.RECEIPT: receipt.choose}, _NOT_NOW),
    c.Finish: _only(
        {Phase.RECEIPT: receipt.finish, Phase.THANKS: lane.leave},
        _NOT_NOW,
    ),
    c.ReportCoupon: _only(
        dict.fromkeys(SHOPPING, coupons.answered), Ignored(reason="no coupon is asked about")
    ),
    c.ReportPoints: _only(
        {Phase.TENDER: tendering.report_points}, Ignored(reason="no points are asked about")
    ),
    c.ReportValue: _only({Phase.TENDER: tendering.report_value}, Ignored(reason="no value is asked about")),
    c.ReportBasket: _only(
        dict.fromkeys(SHOPPING, handover.answered), Ignored(reason="the purchase it was asked for is over")
    ),
    c.ReportStore: _everywhere(asked.answered),
    c.ReportWallet: _everywhere(wallets.told_late)
    | dict.fromkeys((Phase.WALLET, Phase.UNKNOWN), wallets.told),
    c.ReportRefund: _everywhere(refunds.told_late) | {Phase.REFUND: refunds.told},
    c.KeepRefund: _everywhere(refunds.keep_late) | {Phase.REFUND: refunds.keep},
    c.CloseLane: _everywhere(lane.close_lane),
    c.OpenLane: _everywhere(lane.open_lane),
    c.ShowMessage: _everywhere(lane.show_message),
    c.ReportHealth: _everywhere(lane.report_health),
    c.ReportRegistration: _everywhere(lane.report_registration),
    c.ReportEndOfDay: _everywhere(lane.report_end_of_day),
    c.ReportTerminalText: _only(
        dict.fromkeys(_AT_TERMINAL, payment.show_text), Ignored(reason="words without a payment")
    ),
    c.KeepResult: _everywhere(payment.keep_late) | dict.fromkeys(_AT_TERMINAL, payment.keep_result),
    c.ReportPayment: _everywhere(payment.settle_late) | dict.fromkeys(_AT_TERMINAL, payment.settle),
    c.ReportPrintWaiting: _everywhere(receipt.wait_for_printer),
    c.ReportPrint: _everywhere(receipt.end_print),
    c.FireTimer: _everywhere(lane.fire_timer),
    sc.DismissIntervention: _everywhere(attendant.dismiss),
    sc.CallStaffFor: _everywhere(attendant.call),
    sc.NeedTime: _everywhere(waiting.need_time),
    sc.StopWeighing: _only(dict.fromkeys(SHOPPING, weighing.stop), _NOT_SHOPPING),
    sc.ReportWeighing: _only(
        dict.fromkeys(SHOPPING, weighing.answered), Ignored(reason="nothing is being weighed")
    ),
    sc.SkipBagging: _only(dict.fromkeys(SHOPPING, bagging.skip), _NOT_SHOPPING),
    sc.PlaceOwnBag: _only(dict.fromkeys(SHOPPING, bagging.own_bag), _NOT_SHOPPING),
    sc.MoveFullBags: _only(dict.fromkeys(SHOPPING, bagging.full_bags), _NOT_SHOPPING),
    sc.ReportWeight: _everywhere(bagging.settled),
    sc.ReportResume: _everywhere(suspended.late)
    | dict.fromkeys(SHOPPING | {Phase.ATTRACT}, suspended.resume),
    sc.ReportSold: _everywhere(returns.found_late) | {Phase.ATTRACT: returns.found},
    sc.ReportReturn: _only({Phase.RETURN: returns.held}, Ignored(reason="no return is asked about")),
    sc.ReturnGoods: _only({Phase.RETURN: returns.choose}, _NOT_NOW),
    sc.GoOnReturning: _only({Phase.RETURN: returns.go_on}, _NOT_NOW),
    sc.StopReturning: _only({Phase.RETURN: returns.stop}, _NOT_NOW),
    sc.SignInByPin: _everywhere(attendant.by_pin),
    sc.SignOut: _everywhere(attendant.sign_out),
    sc.LookAt: _everywhere(attendant.look),
    sc.ApproveIntervention: _everywhere(attendant.approve),
    sc.RefuseIntervention: _everywhere(attendant.refuse),
    sc.Act: _everywhere(deeds.act),
}
"""Every command in every phase. A missing pair is a programming error and found by a test."""
