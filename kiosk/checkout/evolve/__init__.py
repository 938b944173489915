"""How events change the state. Pure and total: every event the journal may hold is folded.

Invariants: folding the whole journal, or from the last `LaneIdle` on, gives the same state but for device
conditions, which `LaneStarted` clears.
"""

from collections.abc import Iterable

from msgspec.structs import replace

from kiosk.checkout.evolve import basket, tenders
from kiosk.checkout.evolve.joins import join
from kiosk.checkout.evolve.loads import load
from kiosk.checkout.evolve.returns import come_back
from kiosk.checkout.evolve.shopping import shopping
from kiosk.checkout.state import (
    DeviceState,
    OrderAside,
    Phase,
    PriceCheck,
    Printing,
    PrintState,
    State,
    Transaction,
    transaction_of,
)
from kiosk.devices.health import Condition, Device
from kiosk.devices.printer import PrintOutcome
from retail.card import Baseline, CardResult
from retail.check import require
from retail.interventions.events import AnyInterventionEvent
from retail.interventions.situation import Rules, begin
from retail.interventions.situation import evolve as situate
from retail.journal import events as e
from retail.journal import joins as jo
from retail.journal import loads as ld
from retail.journal import orders as od
from retail.journal import price_checks as pc
from retail.journal import returns as rt
from retail.journal import shopping as sh
from retail.journal import staffed as sd
from retail.journal import weighing as wg
from retail.priced import PricedBasket

_Alone = (
    e.LaneStarted
    | e.DeviceChanged
    | e.TerminalBaselineRead
    | e.TerminalDayClosed
    | e.LaneClosed
    | e.LaneOpened
    | e.StaffMessageShown
    | e.HelpCalled
    | e.HelpEnded
    | e.LanguageChosen
    | e.TransactionStarted
    | e.TransactionCancelled
    | sd.TransactionSuspended
    | sd.TrainingBegun
    | sd.TrainingEnded
    | pc.AnyPriceCheckEvent
    | od.AnyOrderEvent
)
"""Events that need no transaction."""
_Within = (
    e.ItemAdded
    | e.QuantityChanged
    | e.ItemVoided
    | e.CodeNotFound
    | e.CodeNotFoundDismissed
    | e.BasketPriced
    | e.MemberIdentified
    | e.MemberForgotten
    | e.CouponShown
    | e.CouponHeld
    | e.CouponRefused
    | e.CouponReleased
    | e.CouponRedeemed
    | e.CampaignUsed
    | e.PointsAsked
    | e.PointsHeld
    | e.PointsRefused
    | e.PointsReleased
    | e.RewardsGranted
    | e.TenderingStarted
    | e.TenderingLeft
    | tenders.AboutTenders
    | rt.AnyReturnEvent
    | ld.AnyLoadEvent
    | jo.AnyJoinEvent
    | e.NothingDue
    | e.ReceiptOffered
    | e.ReceiptChosen
    | e.PrintStarted
    | e.PrintWaited
    | e.PrintEnded
    | e.TransactionClosed
    | sd.LinePriceChanged
    | sd.PayAsked
    | sd.BasketAsked
    | sd.TransactionResumed
    | sd.PaidInTraining
    | wg.AnyWeighingEvent
    | sh.AnyShoppingEvent
)
"""Events inside a transaction."""

PLAIN = Rules()
"""A store without rules of its own, and a lane without a bagging scale."""


def fold(events: Iterable[e.AnyEvent], state: State, rules: Rules = PLAIN) -> State:
    """`state` after all `events`, in order."""
    for event in events:
        state = evolve(state, event, rules)
    return state


def evolve(state: State, event: e.AnyEvent, rules: Rules = PLAIN) -> State:
    """`state` after `event`. `rules` say only what the weight in the bagging area means."""
    if isinstance(event, e.LaneIdle):
        return _idle(state, event)
    situation = situate(state.situation, event, rules)
    if isinstance(event, AnyInterventionEvent):
        return replace(state, situation=situation)
    return replace(_evolve(state, event), situation=situation)


def _idle(state: State, event: e.LaneIdle) -> State:
    """The lane between two shoppers: what the event carries, and nothing else."""
    return State(
        language=event.language,
        next_number=event.next_number,
        baseline=event.baseline,
        devices=state.devices,
        closed_by=event.closed_by,
        closed_reason=event.closed_reason,
        training_by=event.training_by,
        situation=begin(event.situation),
    )


def _evolve(state: State, event: _Alone | _Within) -> State:
    match event:
        case e.LaneStarted():
            asks = state.order is not None and state.order.step in ("paying", "handing")
            return replace(state, devices={}, price_check=None, order=state.order if asks else None)
        case e.DeviceChanged():
            told = DeviceState(condition=Condition(event.condition), code=event.code, detail=event.detail)
            return replace(state, devices={**state.devices, Device(event.device): told})
        case e.TerminalBaselineRead():
            return replace(state, baseline=event.baseline)
        case e.TerminalDayClosed():
            return state
        case e.LaneClosed():
            return replace(state, closed_by=event.by, closed_reason=event.reason)
        case e.LaneOpened():
            return replace(state, closed_by="", closed_reason="")
        case e.StaffMessageShown():
            return replace(state, message=event.text)
        case e.HelpCalled():
            return replace(state, help_called=True)
        case e.HelpEnded():
            return replace(state, help_called=False)
        case e.LanguageChosen():
            return replace(state, language=event.language)
        case e.TransactionStarted():
            return replace(
                state,
                phase=Phase.SCANNING,
                next_number=state.next_number if event.is_training else event.number + 1,
                transaction=Transaction(
                    transaction_id=event.transaction_id,
                    number=event.number,
                    started_at=event.started_at,
                    currency=event.currency,
                    prices=event.prices,
                    campaigns=event.campaigns,
                    priced=PricedBasket(currency=event.currency, total_minor=0, item_count=0),
                    is_training=event.is_training,
                ),
            )
        case e.TransactionCancelled() | sd.TransactionSuspended():
            return replace(state, phase=Phase.ATTRACT, transaction=None)
        case sh.TimeRunsOut() | sh.MoreTimeTaken() if state.order is not None:
            ends = isinstance(event, sh.TimeRunsOut)
            return replace(state, order=replace(state.order, time_runs_out=ends))
        case sh.TimeRunsOut() | sh.MoreTimeTaken() if state.price_check is not None:
            ends = isinstance(event, sh.TimeRunsOut)
            return replace(state, price_check=replace(state.price_check, time_runs_out=ends))
        case pc.PriceCheckOpened():
            return replace(state, price_check=PriceCheck())
        case pc.PriceCheckClosed():
            return replace(state, price_check=None)
        case pc.PriceChecked():
            return replace(state, price_check=replace(_check(state), checked=event, reason=""))
        case pc.PriceNotFound():
            return replace(state, price_check=replace(_check(state), checked=None, reason=event.reason))
        case pc.PriceCheckMember():
            known = replace(_check(state), member=event.member, how=event.how, checked=None, reason="")
            return replace(state, price_check=known)
        case (
            od.OrderAsked()
            | od.OrderFound()
            | od.OrderRefused()
            | od.OrderPayAsked()
            | od.OrderTaken()
            | od.OrderHandOutAsked()
            | od.OrderHandedOut()
            | od.OrderLeft()
        ):
            return replace(state, order=_order(state.order, event))
        case sd.TrainingBegun():
            return replace(state, training_by=event.by)
        case sd.TrainingEnded():
            return replace(state, training_by="")
        case _:
            transaction = transaction_of(state)
            phase, changed = _within(state.phase, transaction, event)
            if changed.time_runs_out and (phase is not state.phase or _is_heeded(event, phase)):
                changed = replace(changed, time_runs_out=False)
            baseline = _baseline_after(state.baseline, event)
            return replace(state, phase=phase, transaction=changed, baseline=baseline)


def _order(shown: OrderAside | None, event: od.AnyOrderEvent) -> OrderAside | None:
    there = replace(shown or OrderAside(ask_id=event.ask_id), time_runs_out=False)
    match event:
        case od.OrderAsked():
            return OrderAside(ask_id=event.ask_id)
        case od.OrderFound():
            return replace(there, step="found", found=event)
        case od.OrderRefused():
            return replace(there, step="refused", reason=event.reason)
        case od.OrderPayAsked():
            return replace(there, step="paying", reason="", opened=event.opened)
        case od.OrderTaken():
            return None
        case od.OrderHandOutAsked():
            return replace(there, step="handing", reason="")
        case od.OrderHandedOut():
            return replace(there, step="handed", reason="")
        case od.OrderLeft():
            return None


def _check(state: State) -> PriceCheck:
    return replace(state.price_check or PriceCheck(), time_runs_out=False)


def _is_heeded(event: _Within, phase: Phase) -> bool:
    """Whether it begins a time of its own on the same screen; while goods are awaited, anything does."""
    if isinstance(event, sh.TimeRunsOut):
        return False
    return isinstance(event, e.CodeNotFound | e.ReceiptChosen) or phase in (Phase.SCANNING, Phase.LOAD)


def _within(phase: Phase, sale: Transaction, event: _Within) -> tuple[Phase, Transaction]:
    """The phase and transaction after an event inside a transaction."""
    match event:
        case e.ItemAdded():
            return Phase.SCANNING, basket.add(sale, event)
        case e.QuantityChanged():
            return Phase.SCANNING, basket.set_quantity(sale, event.line_id, event.quantity)
        case e.ItemVoided():
            return Phase.SCANNING, basket.set_quantity(sale, event.line_id, 0)
        case sd.LinePriceChanged():
            return phase, basket.set_price(sale, event)
        case wg.WeighingAsked():
            return Phase.SCANNING, replace(basket.found(sale), weighing=event, wants_to_pay=False)
        case wg.WeighingEnded():
            return phase, replace(sale, weighing=None)
        case wg.ItemRescanned():
            return phase, sale
        case (
            sh.BagsAsked()
            | sh.BagsAnswered()
            | sh.RoundUpOffered()
            | sh.UndoOffered()
            | sh.RemovalUndone()
            | sh.CancelAsked()
            | sh.CancelUndone()
            | sh.TimeRunsOut()
            | sh.MoreTimeTaken()
        ):
            return shopping(phase, sale, event)
        case sd.PayAsked():
            return Phase.SCANNING, replace(basket.found(sale), wants_to_pay=True)
        case sd.BasketAsked():
            return Phase.SCANNING, basket.found(sale)
        case sd.TransactionResumed():
            return phase, replace(sale, resumed_from=event.of_transaction_id)
        case e.CodeNotFound():
            return Phase.NOT_FOUND, replace(sale, not_found_text=event.text, not_found_reason=event.reason)
        case e.CodeNotFoundDismissed():
            return Phase.SCANNING, basket.found(sale)
        case e.BasketPriced():
            return phase, replace(sale, priced=basket.repriced(sale, event))
        case e.MemberIdentified():
            known = replace(basket.found(sale), member=event.member, member_how=event.how)
            return phase if sale.loading is not None else Phase.SCANNING, known
        case e.MemberForgotten():
            return phase, replace(sale, member=None, member_how="")
        case e.CouponShown():
            return Phase.SCANNING, basket.coupons(sale, event)
        case e.CouponHeld() | e.CouponRefused() | e.CouponReleased() | e.CouponRedeemed():
            return phase, basket.coupons(sale, event)
        case e.PointsAsked() | e.PointsHeld() | e.PointsRefused() | e.PointsReleased():
            return phase, basket.points(sale, event)
        case e.RewardsGranted():
            return phase, replace(sale, granted=event)
        case e.CampaignUsed():
            return phase, sale
        case e.TenderingStarted():
            final = event.priced or replace(sale.priced, total_minor=event.total_minor)
            return Phase.TENDER, replace(
                basket.found(sale),
                priced=final,
                points_possible=event.points_possible,
                points_possible_minor=event.points_possible_minor,
                refusal=None,
                refusal_text="",
                wants_to_pay=False,
                round_up=None,
                off=None,
                bags=(),
            )
        case e.TenderingLeft():
            left = replace(sale, refusal=None, refusal_text="", wants_to_pay=False)
            return Phase.SCANNING, replace(left, part_minor=0, value_reason="", bags=(), round_up=None)
        case e.NothingDue() | sd.PaidInTraining():
            return Phase.PAID, replace(sale, paid_at=event.paid_at)
        case e.ReceiptOffered():
            return Phase.RECEIPT, sale
        case e.ReceiptChosen():
            return Phase.RECEIPT, replace(sale, receipt_kind=event.kind)
        case e.PrintStarted():
            return phase, replace(sale, printing=Printing(job_id=event.job_id, copy=event.copy))
        case e.PrintWaited():
            return phase, _printing(sale, PrintState.WAITING, event.code)
        case e.PrintEnded():
            return phase, _printing(sale, _PRINT_STATES[PrintOutcome(event.outcome)], event.reason)
        case e.TransactionClosed():
            return Phase.THANKS, sale
        case (
            rt.ReturnOpened()
            | rt.ReturnAsked()
            | rt.ReturnHeld()
            | rt.ReturnRefused()
            | rt.PointsGivenBack()
            | rt.ReturnEnded()
        ):
            return come_back(phase, sale, event)
        case jo.JoinAsked() | jo.JoinCodeShown() | jo.JoinHeard() | jo.JoinRefused() | jo.JoinEnded():
            return phase, join(sale, event)
        case ld.LoadOpened() | ld.LoadAsked() | ld.LoadOffered() | ld.LoadRefused() | ld.LoadChosen():
            return load(sale, event)
        case _:
            return tenders.pay(phase, sale, event)


_PRINT_STATES = {
    PrintOutcome.PRINTED: PrintState.PRINTED,
    PrintOutcome.PRINTED_SPLIT: PrintState.PRINTED,
    PrintOutcome.SENT_UNPROVEN: PrintState.UNKNOWN,
    PrintOutcome.UNKNOWN: PrintState.UNKNOWN,
    PrintOutcome.NOT_SENT: PrintState.NOT_PRINTED,
}


def _printing(sale: Transaction, state: PrintState, code: str) -> Transaction:
    require(sale.printing is not None, "a print job exists")
    assert sale.printing is not None  # for the type checker
    return replace(sale, printing=replace(sale.printing, state=state, code=code))


def _baseline_after(baseline: Baseline | None, event: e.AnyEvent) -> Baseline | None:
    """An approved payment is what the terminal will repeat from now on.

    Other results are not taken for it: what was refused may be reversed by one more transaction, and another
    terminal's report must not make that terminal the known one. The driver tells the baseline after those.
    """
    if not isinstance(event, e.PaymentApproved) or event.result.receipt_number is None:
        return baseline
    result: CardResult = event.result
    return Baseline(
        terminal_id=result.terminal_id or (baseline.terminal_id if baseline else ""),
        receipt_number=result.receipt_number,
        trace_number=result.trace_number,
    )
