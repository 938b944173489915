"""What the world must do about interventions, staff and the bagging area once an event is durable. Pure.

Invariants: each thing that is waited for has its alarm, also after a restart; what is heard comes from the
table of interventions; nobody's own doing is played to them twice.
"""

from kiosk.checkout import effects as f
from kiosk.checkout.shop import Shop
from kiosk.checkout.state import SHOPPING, Phase, State
from retail.interventions import bagging
from retail.interventions import events as v
from retail.interventions.kinds import kind_of
from retail.interventions.rights import Action
from retail.interventions.words import Sound
from retail.journal import events as e
from retail.journal import staffed as sd
from retail.journal import weighing as wg

_SECOND_US = 1_000_000
_SOUNDS = {Sound.NUDGE: f.Sound.NUDGE, Sound.STAFF: f.Sound.STAFF}
_SILENT = (
    v.InterventionRaised
    | v.InterventionEscalated
    | v.InterventionLooked
    | e.DeviceChanged
    | e.BasketPriced
    | e.TerminalBaselineRead
    | e.TerminalDayClosed
    | e.CouponHeld
    | e.CouponRefused
    | e.StaffMessageShown
)
"""What happens without anybody at the lane doing anything; all else shows that somebody is there."""


def of_staff(state: State, event: e.AnyEvent, shop: Shop, before: State) -> tuple[f.AnyEffect, ...]:
    """Effects of `event` for interventions, staff and scale."""
    return (
        *_heard(event, before),
        *_alarms(state, event, shop, before),
        *_waiting(state, event, shop),
        *_weighing(event, before),
        *_deeds(event),
    )


def _heard(event: e.AnyEvent, before: State) -> tuple[f.AnyEffect, ...]:
    match event:
        case v.InterventionRaised() if event.by != v.SHOPPER:
            is_new = before.book.numbered(event.intervention_no) is None
            sound = _SOUNDS.get(kind_of(event.kind).sound)
            return (f.Play(sound=sound),) if is_new and sound else ()
        case v.InterventionEscalated():
            return (f.Play(sound=f.Sound.STAFF),)
        case v.SignInRefused():
            return (f.Play(sound=f.Sound.ERROR),)
        case _:
            return ()


def _alarms(state: State, event: e.AnyEvent, shop: Shop, before: State) -> tuple[f.AnyEffect, ...]:
    """Moments at which something has to be looked at again."""
    is_start = isinstance(event, e.LaneStarted)
    effects: list[f.AnyEffect] = []
    at_us = state.book.next_at_us
    if at_us and (is_start or at_us != before.book.next_at_us):
        effects.append(f.SetAlarm(timer=f.Timer.INTERVENTIONS, at_us=at_us))
    desk, was = state.situation.desk, before.situation.desk
    if desk.staff is not None and (
        is_start or (desk.staff, desk.active_at_us) != (was.staff, was.active_at_us)
    ):
        out_us = desk.active_at_us + shop.rules.policy.sign_in.idle_s * _SECOND_US
        effects.append(f.SetAlarm(timer=f.Timer.STAFF_IDLE, at_us=out_us))
    if shop.rules.has_scale and (is_start or state.situation.balance != before.situation.balance):
        wait, was_waiting = (bagging.waits_for(one.situation, shop.rules) for one in (state, before))
        runs_on = wait is was_waiting is bagging.Wait.PLACING and not is_start
        wait_s = bagging.wait_s(state.situation, shop.rules)
        if wait_s and not runs_on:
            effects.append(f.SetTimer(timer=f.Timer.BAGGING, after_s=float(wait_s)))
    return tuple(effects)


def _waiting(state: State, event: e.AnyEvent, shop: Shop) -> tuple[f.AnyEffect, ...]:
    """How long nothing may happen."""
    rules = shop.rules.policy.waiting
    if isinstance(event, v.InterventionRaised) and event.kind in ("idle", "walk_away"):
        if not rules.abandon_s:
            return ()
        return (f.SetTimer(timer=f.Timer.ABANDONED, after_s=float(rules.abandon_s)),)
    sale = state.transaction
    if sale is None or isinstance(event, _SILENT):
        return ()
    after_s: float
    if state.phase is Phase.LOAD or (state.phase in SHOPPING and not sale.lines):
        after_s = shop.warn_s if sale.time_runs_out else rules.empty_s
    elif state.phase in SHOPPING:
        after_s = rules.idle_s
    elif state.phase in (Phase.TENDER, Phase.RETURN):
        after_s = rules.walk_away_s
    else:
        return ()
    return (f.SetTimer(timer=f.Timer.IDLE, after_s=float(after_s)),)


def _weighing(event: e.AnyEvent, before: State) -> tuple[f.AnyEffect, ...]:
    """The scale is asked, and told when nobody waits for its answer any more."""
    if isinstance(event, wg.WeighingAsked):
        return (f.AskWeight(ask_id=event.ask_id, tare_g=event.product.tare_g),)
    asked = before.transaction.weighing if before.transaction else None
    is_over = isinstance(event, wg.WeighingEnded | e.TransactionCancelled | sd.TransactionSuspended)
    return (f.CancelWeighing(ask_id=asked.ask_id),) if asked and is_over else ()


def _deeds(event: e.AnyEvent) -> tuple[f.AnyEffect, ...]:
    """What staff have asked a device, the store or the program for."""
    if not isinstance(event, v.StaffActed):
        return ()
    match event.action:
        case Action.DEVICE_TEST.value:
            return (f.TestDevice(device=event.subject),)
        case Action.NO_SALE.value:
            return (f.OpenDrawer(),)
        case Action.DAY_CLOSE.value:
            return (f.CloseTerminalDay(),)
        case Action.RESTART.value:
            return (f.RestartLane(),)
        case Action.RETURN.value:
            return (f.FindSale(token=event.subject, by=event.by),)
        case Action.RESUME.value:
            return (f.ClaimSuspended(token=event.subject, by=event.by),)
        case _:
            return ()
