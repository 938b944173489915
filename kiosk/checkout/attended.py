"""Every decision with what it calls for: the door between the rules and the table of interventions.

A rule says what a command leads to. Here each of its events gets what follows from it behind it (an age to
check, a cause that is gone), to be stored in the same commit; a touch of the shopper settles what asks
whether anybody is there; and a purchase that only waited for staff goes on by itself.

Source: docs/interventions.md, "Joining a lane".
Invariants: pure; the events of the rule are kept whole and in order; while an intervention stops the lane at
once, nothing is scanned, changed or paid, and help can still be called.
"""

from msgspec.structs import replace

from kiosk.checkout import commands as c
from kiosk.checkout import tendering
from kiosk.checkout.decision import Context, Decision, Events, Ignored, Refused
from kiosk.checkout.evolve import evolve, fold
from kiosk.checkout.interventions import events_of, moment, refused
from kiosk.checkout.state import SHOPPING, Phase, State, transaction_of
from retail.interventions import follow as f
from retail.interventions import wishes as w
from retail.interventions.situation import carried
from retail.interventions.words import Blocks
from retail.journal import events as e

_HELD_UP = (
    c.StartShopping
    | c.ScanCode
    | c.TypeCode
    | c.RemoveLast
    | c.RemoveLine
    | c.SetQuantity
    | c.ChooseGoods
    | c.AnswerBags
    | c.Undo
    | c.RoundUp
    | c.KeepChange
    | c.RemoveCoupon
    | c.ForgetMember
    | c.UsePoints
    | c.KeepPoints
    | c.Pay
    | c.PayByCard
    | c.PayByWallet
    | c.UseGiftCard
    | c.GivePin
    | c.UseBalance
    | c.TopUp
    | c.LoadBy
)
"""What waits while an intervention stops the lane at once. Staff at the lane may do all of it."""
_OF_THE_SHOPPER = c.ShopperCommand | c.ScanCode


def held_up(state: State, command: c.AnyCommand) -> Refused | None:
    """Why a command waits for staff; None: it does not."""
    waits = state.book.blocks is Blocks.AT_ONCE and state.staff is None
    return Refused(code="waits_for_staff") if waits and isinstance(command, _HELD_UP) else None


def touched(state: State, command: c.AnyCommand, context: Context) -> Events:
    """The shopper does anything: whoever asks whether somebody is there has the answer."""
    if not isinstance(command, _OF_THE_SHOPPER) or not state.book.open:
        return ()
    return events_of(f.on_touch(state.situation, context.shop.rules, moment(state, context)))


def attended(state: State, before: Events, decision: Decision, context: Context) -> Decision:
    """`decision`, which was made after the events `before`, with all that follows from both."""
    if isinstance(decision, Refused):
        return decision
    events = decision if isinstance(decision, tuple) else ()
    done = _followed(state, (*before, *events), context)
    if isinstance(done, Refused):
        return done
    more = _goes_on(fold(done, state, context.shop.rules), context) if done else ()
    if more:
        further = _followed(fold(done, state, context.shop.rules), more, context)
        done = done if isinstance(further, Refused) else (*done, *further)
    if not done:
        return decision if isinstance(decision, Ignored) else Ignored(reason="nothing changed")
    return done


def _followed(state: State, events: Events, context: Context) -> Events | Refused:
    if not events:
        return ()
    answer = f.follow(state.situation, events, context.shop.rules, moment(state, context))
    return refused(answer) if isinstance(answer, w.Refused) else _stamped(state, answer, context)


def _goes_on(state: State, context: Context) -> Events:
    """What a shopper wanted and only waited for staff with: paying, or having nothing left to pay."""
    if not state.book.may_pay or state.transaction is None:
        return ()
    sale = transaction_of(state)
    if state.phase in SHOPPING and sale.wants_to_pay:
        decision = tendering.pay(state, c.Pay(), context)
    elif state.phase is Phase.TENDER and sale.due_minor == 0:
        decision = tendering.nothing_left(state, context)
    else:
        return ()
    return decision if isinstance(decision, tuple) else ()


def _stamped(state: State, events: Events, context: Context) -> Events:
    """The event that frees the lane carries what outlives the purchase."""
    stamped: list[e.AnyEvent] = []
    for event in events:
        if isinstance(event, e.LaneIdle):
            event = replace(event, situation=carried(state.situation))
        stamped.append(event)
        state = evolve(state, event, context.shop.rules)
    return tuple(stamped)
