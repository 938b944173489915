"""Rules of staff: who is let in, what they look at, what they decide.

A badge is scanned like anything else, at any moment; a PIN is typed. Who signs in at the lane has looked at
all that waits there. From the attendant station the same decisions come with the name of who is signed in
there.

Source: docs/interventions.md, "Signing in" and "The ladder".
Invariants: pure; a refused sign-in is an event before it is an answer, so pulling the plug gives no try for
free; what a refusal asks for is done in its commit; the first decision counts and the second is told.
"""

import datetime

from kiosk.checkout import basket, coupons, payment, refunds
from kiosk.checkout import commands as c
from kiosk.checkout import staff_commands as sc
from kiosk.checkout.decision import Context, Decision, Events, Ignored, Refused
from kiosk.checkout.evolve import fold
from kiosk.checkout.interventions import Answer, moment, refused
from kiosk.checkout.prices import with_prices
from kiosk.checkout.state import SHOPPING, Phase, State, transaction_of
from retail.interventions import follow as f
from retail.interventions import sign_in as si
from retail.interventions import wishes as w
from retail.interventions.ages import BirthDateRefused, age_on, read_birth_date
from retail.interventions.carried import Open
from retail.interventions.kinds import kind_of
from retail.interventions.words import OnRefusal
from retail.journal import events as e

SIGNED_OUT = Refused(code="staff_only")


def badge(state: State, command: c.ScanCode, context: Context) -> Decision | None:
    """Somebody's badge opens the attendant layer; None: it is no badge."""
    claim = context.assortment.staff.by_badge(command.read.text)
    return None if claim is None else _sign_in(state, claim, context)


def by_pin(state: State, command: sc.SignInByPin, context: Context) -> Decision:
    """A number and a PIN open it."""
    claim = context.assortment.staff.by_pin(command.number, command.pin)
    return _sign_in(state, claim, context)


def sign_out(state: State, command: sc.SignOut, context: Context) -> Decision:
    """Close the attendant layer."""
    left = si.sign_out(state.situation.desk, moment(state, context).at_us)
    return Ignored(reason=left.reason) if isinstance(left, w.Ignored) else left


def leave_alone(state: State, command: c.FireTimer, context: Context) -> Decision:
    """Nobody uses the attendant layer: it closes, whoever is looking."""
    now = moment(state, context, command.at_us)
    left = si.idle_out(state.situation.desk, context.shop.rules.policy.sign_in, now.at_us)
    return Ignored(reason=left.reason) if isinstance(left, w.Ignored) else left


def look(state: State, command: sc.LookAt, context: Context) -> Decision:
    """Staff opened these on the station."""
    wish = w.Look(numbers=command.numbers, staff=command.staff, is_remote=True)
    return _decision(f.wished(state.situation, (wish,), context.shop.rules, moment(state, context)))


def approve(state: State, command: sc.ApproveIntervention, context: Context) -> Decision:
    """Staff let it go; what the approval means for the purchase is done with it."""
    staff = command.staff or state.staff
    if staff is None:
        return SIGNED_OUT
    one = state.book.numbered(command.intervention_no)
    reach: int | None = None
    if command.born and one is not None:
        age = _age(command.born, context)
        if age is None:
            return Refused(code="birth_date_wrong")
        if age < one.measure:
            return Refused(code="too_young")
        reach = age
    wish = w.Approve(
        intervention_no=command.intervention_no,
        staff=staff,
        why=command.why,
        measure_seen=command.measure_seen,
        covers_to=reach,
        is_remote=command.staff is not None,
    )
    done = _decision(f.wished(state.situation, (wish,), context.shop.rules, moment(state, context)))
    if not isinstance(done, tuple) or one is None:
        return done
    return (*done, *_meant(fold(done, state, context.shop.rules), one, staff.staff_id, command.why, context))


def refuse(state: State, command: sc.RefuseIntervention, context: Context) -> Decision:
    """Staff say no; the line goes, the coupon goes, or the purchase ends."""
    staff = command.staff or state.staff
    if staff is None:
        return SIGNED_OUT
    one = state.book.numbered(command.intervention_no)
    wish = w.Refuse(
        intervention_no=command.intervention_no,
        staff=staff,
        why=command.why,
        is_remote=command.staff is not None,
    )
    done = _decision(f.wished(state.situation, (wish,), context.shop.rules, moment(state, context)))
    if not isinstance(done, tuple) or one is None:
        return done
    return (*done, *_taken_off(fold(done, state, context.shop.rules), one, context))


def dismiss(state: State, command: sc.DismissIntervention, context: Context) -> Decision:
    """The shopper has seen it."""
    wish = w.Dismiss(intervention_no=command.intervention_no)
    return _decision(f.wished(state.situation, (wish,), context.shop.rules, moment(state, context)))


def call(state: State, command: sc.CallStaffFor, context: Context) -> Decision:
    """The shopper wants somebody to come for it now."""
    wish = w.CallStaff(intervention_no=command.intervention_no)
    return _decision(f.wished(state.situation, (wish,), context.shop.rules, moment(state, context)))


def _sign_in(state: State, claim: si.Claim, context: Context) -> Decision:
    rules, now = context.shop.rules, moment(state, context)
    events: Events = si.sign_in(state.situation.desk, claim, rules.policy.sign_in, now.at_us)
    staff = fold(events, state, rules).staff
    if staff is None:
        return events
    numbers = frozenset(one.intervention_no for one in state.book.open)
    looked = f.wished(state.situation, (w.Look(numbers=numbers, staff=staff),), rules, now)
    return (*events, *looked) if isinstance(looked, tuple) else events


def _age(born: str, context: Context) -> int | None:
    day = datetime.datetime.fromisoformat(context.local).date()
    read = read_birth_date(born, day)
    return None if isinstance(read, BirthDateRefused) else age_on(read, day)


def _meant(state: State, one: Open, by: str, why: str, context: Context) -> Events:
    """What an approval settles besides itself."""
    if one.kind == "payment_unknown" and state.phase is Phase.UNKNOWN:
        return payment.settled_by_staff(state, by, why, context)
    if one.kind == "payment_unknown" and state.phase is Phase.REFUND:
        return refunds.settled_by_staff(state, by, why, context)
    if one.kind == "lane_closed":
        return (e.LaneOpened(by=by),) if state.closed_by else ()
    if one.kind in ("idle", "walk_away") and why == "shopper_gone":
        return basket.cancelled(state, context, "shopper_gone")
    if one.kind == "help" and state.help_called:
        return (e.HelpEnded(),)
    return ()


def _taken_off(state: State, one: Open, context: Context) -> Events:
    """What a refusal asks for."""
    match kind_of(one.kind).on_refusal:
        case OnRefusal.REMOVE_LINE if state.transaction is not None:
            return basket.voided(state, one.line_id, context)
        case OnRefusal.REMOVE_COUPON if state.transaction is not None:
            return _without_coupon(state, one, context)
        case OnRefusal.END_PURCHASE if state.phase in SHOPPING | {Phase.TENDER}:
            return basket.cancelled(state, context, "staff")
        case _:
            return ()


def _without_coupon(state: State, one: Open, context: Context) -> Events:
    if transaction_of(state).coupon(one.coupon_no) is None:
        return ()
    left = basket.left_for_staff(state)
    gone = coupons.remove(fold(left, state), c.RemoveCoupon(coupon_no=one.coupon_no), context)
    events = (*left, *gone) if isinstance(gone, tuple) else left
    return with_prices(state, events, context) if left else events


def _decision(answer: Answer) -> Decision:
    """The answer of the table in the checkout's words."""
    if isinstance(answer, w.Refused):
        return refused(answer)
    return Ignored(reason=answer.reason) if isinstance(answer, w.Ignored) else answer
