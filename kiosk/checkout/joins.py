"""Rules of becoming a member at the lane, in the middle of a purchase.

Whole at the lane: a telephone number and what one agrees to; or on the phone: the lane shows a code, and the
store says on the live channel who has joined. Either way the new member is in the purchase at once, though
the lane's replica has not heard of them: the store's answer carries what offers need to know.

Source: docs/phone.md, "Joining at a lane".
Invariants: pure; a number is in no event and in no state; without the membership's own agreement nobody is
asked; joining changes the basket in nothing but its price.
"""

from typing import Literal

from kiosk.checkout import commands as c
from kiosk.checkout.decision import Context, Decision, Events, Ignored, Refused
from kiosk.checkout.prices import with_prices
from kiosk.checkout.state import Joining, State, transaction_of
from retail.agreements import NEEDED
from retail.journal import events as e
from retail.journal import joins as jo
from retail.member import KeyKind, phone_number
from retail.wire import joining as jn

ASKS_MAX = 10
"""Times one purchase may try; whoever needs more is helped by a person."""


def by_phone(state: State, command: c.JoinByPhone, context: Context) -> Decision:
    """Show a code that the phone goes on with."""
    return _not_now(state, context) or _asked(state, "phone")


def here(state: State, command: c.JoinHere, context: Context) -> Decision:
    """All was typed: the store makes a member. The number travels with the effect, not with the event."""
    if not command.agreed >= NEEDED:
        return Refused(code="join_needs_consent")
    if phone_number(command.phone, context.assortment.terms.members) is None:
        return Refused(code="not_a_phone_number")
    return _not_now(state, context) or _asked(state, "lane")


def heard(state: State, command: c.ReportJoined, context: Context) -> Decision:
    """The store says on the live channel that somebody has joined on the phone."""
    joining = _joining(state)
    if (
        joining is None
        or joining.how != "phone"
        or transaction_of(state).transaction_id != command.transaction_id
    ):
        return Ignored(reason="nobody joins here by phone")
    return (jo.JoinHeard(ask_no=joining.ask_no, subject=command.subject),)


def leave(state: State, command: c.LeaveJoin, context: Context) -> Decision:
    """Not after all, or read and understood."""
    joining = _joining(state)
    return Ignored(reason="nobody joins") if joining is None else (jo.JoinEnded(ask_no=joining.ask_no),)


def answered(
    state: State,
    question: jn.BeginJoin | jn.JoinHere | jn.FindJoined,
    answer: jn.JoinBegun | jn.Joined | None,
    context: Context,
) -> Decision:
    """The store's answer; None: it could not be asked."""
    joining = _joining(state)
    if joining is None or transaction_of(state).transaction_id != question.transaction_id:
        return Ignored(reason="nobody waits for this answer")
    if question.ask_no != joining.ask_no or not joining.is_asked:
        return Ignored(reason="nobody waits for this answer")
    if answer is None:
        return (jo.JoinRefused(ask_no=joining.ask_no, reason="no_link"),)
    if isinstance(answer, jn.JoinBegun):
        return (jo.JoinCodeShown(ask_no=joining.ask_no, url=answer.url[: jn.URL_MAX]),)
    if answer.member is None:
        return (jo.JoinRefused(ask_no=joining.ask_no, reason=answer.reason or "unknown"),)
    how = KeyKind.PHONE if joining.how == "lane" else KeyKind.CREDENTIAL
    known = e.MemberIdentified(member=answer.member, how=how.value)
    return with_prices(state, (jo.JoinEnded(ask_no=joining.ask_no), known), context)


def after_crash(state: State) -> Events:
    """What was typed is gone with the program: it is typed again, and makes one member all the same."""
    joining = _joining(state)
    is_lost = joining is not None and joining.is_asked and joining.how == "lane"
    return (jo.JoinEnded(ask_no=joining.ask_no),) if joining is not None and is_lost else ()


def _joining(state: State) -> Joining | None:
    return state.transaction.joining if state.transaction is not None else None


def _asked(state: State, how: Literal["lane", "phone"]) -> Events:
    return (jo.JoinAsked(ask_no=transaction_of(state).join_asks + 1, how=how),)


def _not_now(state: State, context: Context) -> Refused | Ignored | None:
    sale = transaction_of(state)
    if not context.shop.joins:
        return Refused(code="no_joining_here")
    if sale.is_training:
        return Refused(code="not_in_training")
    if sale.member is not None:
        return Ignored(reason="a member is known")
    if sale.joining is not None and sale.joining.is_asked:
        return Ignored(reason="the store is being asked")
    if sale.join_asks >= ASKS_MAX:
        return Refused(code="too_many_asks")
    return None
