"""Rules of the lane itself: starting, languages, help, device conditions, timers."""

from kiosk.checkout import (
    attempts,
    attendant,
    bagging,
    basket,
    coupons,
    joins,
    loads,
    orders,
    price_check,
    prices,
    receipt,
    refunds,
    tendering,
    time_limits,
    undo,
    waiting,
)
from kiosk.checkout import commands as c
from kiosk.checkout.decision import Context, Decision, Ignored
from kiosk.checkout.effects import Timer
from kiosk.checkout.interventions import events_of, moment
from kiosk.checkout.state import SHOPPING, Phase, PrintState, State, Transaction
from kiosk.devices.health import Device
from kiosk.devices.printer import PrintOutcome
from retail.interventions import follow as f
from retail.interventions import wishes as w
from retail.interventions.sign_in import sign_out
from retail.journal import events as e
from retail.journal.weighing import WeighingEnded

MESSAGE_MAX = 200
"""Characters of what staff write to a shopper."""
_CODES = frozenset({"item_not_on_file", "code_unreadable"})
"""Kinds of what a code cannot be sold by."""


def start_lane(state: State, command: c.StartLane, context: Context) -> Decision:
    """The program starts, perhaps after a crash: whatever was under way becomes an open question.

    A payment in flight is unknown (it will be asked about, never repeated); a receipt in flight may be on
    paper or not (never printed again by itself). Starting twice decides nothing new the second time.
    """
    events: list[e.AnyEvent] = [e.LaneStarted(lane=command.lane, version=command.version)]
    transaction = state.transaction
    attempt = attempts.open_attempt(transaction)
    if state.phase in (Phase.CARD, Phase.WALLET) and attempt is not None:
        events.append(e.PaymentUnknown(attempt_id=attempt.attempt_id, reason="the lane was restarted"))
    events.extend(joins.after_crash(state))
    if state.phase is Phase.REFUND:
        events.extend(refunds.after_crash(state))
    printing = transaction.printing if transaction else None
    if printing is not None and printing.state in (PrintState.PRINTING, PrintState.WAITING):
        events.append(
            e.PrintEnded(
                job_id=printing.job_id,
                outcome=PrintOutcome.UNKNOWN.value,
                reason="the lane was restarted",
            )
        )
    if transaction is not None and state.phase in SHOPPING and not _is_priced(transaction):
        events = list(prices.with_prices(state, tuple(events), context))
    if transaction is None and state.language != context.shop.language:
        events.append(e.LanguageChosen(language=context.shop.language))
    if transaction is not None and transaction.weighing is not None:
        events.append(WeighingEnded(ask_id=transaction.weighing.ask_id, reason="restarted"))
    left = sign_out(state.situation.desk, moment(state, context).at_us, "restarted")
    if isinstance(left, tuple):
        events.extend(left)
    if state.phase is Phase.THANKS:
        events.extend(leave_events(state, context))
    return tuple(events)


def _is_priced(sale: Transaction) -> bool:
    """Whether the journal tells what this basket costs; one of an older program does not."""
    return sale.priced.item_count == len(sale.added)


def leave(state: State, command: c.Command, context: Context) -> Decision:
    """The shopper has gone."""
    return leave_events(state, context)


def leave_events(state: State, context: Context) -> tuple[e.AnyEvent, ...]:
    """The lane is free for the next shopper."""
    return (basket.idle(state, context),)


def choose_language(state: State, command: c.ChooseLanguage, context: Context) -> Decision:
    """Until the next shopper."""
    if command.language not in context.shop.languages or command.language == state.language:
        return Ignored(reason="language not offered, or unchanged")
    return (e.LanguageChosen(language=command.language),)


def call_help(state: State, command: c.CallHelp, context: Context) -> Decision:
    """The shopper wants a person; who is stuck with a code wants one for that."""
    stuck = [one for one in state.book.open if one.kind in _CODES and not one.wants_staff]
    if state.phase is Phase.NOT_FOUND and stuck:
        wish = w.CallStaff(intervention_no=stuck[-1].intervention_no)
        return events_of(f.wished(state.situation, (wish,), context.shop.rules, moment(state, context)))
    return Ignored(reason="help is called") if state.help_called else (e.HelpCalled(),)


def end_help(state: State, command: c.EndHelp, context: Context) -> Decision:
    """Help was given, or is no longer wanted."""
    return (e.HelpEnded(),) if state.help_called else Ignored(reason="no help was called")


def close_lane(state: State, command: c.CloseLane, context: Context) -> Decision:
    """No new shopper; the one who is here goes on."""
    reason = command.reason[:MESSAGE_MAX]
    if (state.closed_by, state.closed_reason) == (command.by, reason) or not command.by:
        return Ignored(reason="already closed, or by nobody")
    return (e.LaneClosed(by=command.by, reason=reason),)


def open_lane(state: State, command: c.OpenLane, context: Context) -> Decision:
    """Shoppers may come again."""
    return (e.LaneOpened(by=command.by),) if state.closed_by else Ignored(reason="the lane is not closed")


def show_message(state: State, command: c.ShowMessage, context: Context) -> Decision:
    """What staff write; nothing takes the last one away."""
    text = command.text.strip()[:MESSAGE_MAX]
    if text == state.message:
        return Ignored(reason="already shown")
    return (e.StaffMessageShown(text=text, by=command.by),)


def report_health(state: State, command: c.ReportHealth, context: Context) -> Decision:
    """A device changed."""
    health = command.health
    known = state.device(health.device)
    if (known.condition, known.code) == (health.condition, health.code):
        return Ignored(reason="condition unchanged")
    changed = e.DeviceChanged(
        device=health.device.value,
        condition=health.condition.value,
        code=health.code,
        detail=health.detail,
    )
    if health.device is not Device.PRINTER:
        return (changed,)
    return changed, *receipt.printer_changed(state, health.condition, context)


def report_registration(state: State, command: c.ReportRegistration, context: Context) -> Decision:
    """The idle terminal told its last transaction."""
    baseline = command.registered.baseline
    if baseline == state.baseline:
        return Ignored(reason="baseline unchanged")
    return (e.TerminalBaselineRead(baseline=baseline),)


def report_end_of_day(state: State, command: c.ReportEndOfDay, context: Context) -> Decision:
    """The terminal's totals are kept for whoever compares them."""
    answer = command.answer
    return (
        e.TerminalDayClosed(
            succeeded=answer.succeeded,
            result_code=answer.result_code,
            total_minor=answer.total_minor,
            text=answer.text,
            day=answer.day,
        ),
    )


def fire_timer(state: State, command: c.FireTimer, context: Context) -> Decision:
    """A timer means something only in the phase that set it."""
    match command.timer, state.phase:
        case Timer.NOT_FOUND.value, Phase.NOT_FOUND:
            is_read = state.order is None and state.price_check is None
            ending = time_limits.warned(state, context) if is_read else ()
            return ending or basket.dismiss_not_found(state, c.DismissNotFound(), context)
        case Timer.PAID.value, Phase.PAID:
            return receipt.offer(state, context)
        case (Timer.RECEIPT.value, Phase.RECEIPT) | (Timer.THANKS.value, Phase.THANKS) if state.help_called:
            return Ignored(reason="somebody waits for help")  # the end of help sets the timer again
        case Timer.RECEIPT.value, Phase.RECEIPT:
            return time_limits.warned(state, context) or receipt.time_out(state, context)
        case Timer.THANKS.value, Phase.THANKS:
            return leave_events(state, context)
        case Timer.ASK_TERMINAL.value, Phase.UNKNOWN:
            return attempts.ask(state, context)
        case Timer.ASK_TERMINAL.value, Phase.REFUND:
            return refunds.ask(state, context)
        case Timer.ASK_STORE.value, Phase.SCANNING | Phase.NOT_FOUND:
            return coupons.decide_alone(state, context)
        case Timer.ASK_STORE.value, Phase.LOAD:
            return loads.silence(state, context)
        case Timer.ASK_STORE.value, Phase.TENDER:
            return tendering.store_is_silent(state, context)
        case Timer.CANCEL.value, Phase.SCANNING:
            return undo.time_is_up(state, context)
        case Timer.SEARCH_ON.value, Phase.SCANNING | Phase.NOT_FOUND:
            return prices.search_on(state, context)
        case Timer.PRICE.value, _:
            return price_check.time_is_up(state, context)
        case Timer.ORDER.value, _:
            return orders.time_is_up(state, context)
        case Timer.INTERVENTIONS.value, _:
            return waiting.tick(state, command, context)
        case Timer.BAGGING.value, Phase.SCANNING | Phase.NOT_FOUND:
            return bagging.time_is_up(state, context)
        case Timer.IDLE.value, _:
            return waiting.nobody_is_there(state, context)
        case Timer.ABANDONED.value, _:
            return waiting.nobody_came(state, context)
        case Timer.STAFF_IDLE.value, _:
            return attendant.leave_alone(state, command, context)
        case _:
            return Ignored(reason="the timer's phase is over")
