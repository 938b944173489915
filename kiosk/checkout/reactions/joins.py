"""What the store is asked when somebody becomes a member. Pure.

Invariants: a telephone number goes from the touch to the question, past journal and state.
"""

from kiosk.checkout import commands as c
from kiosk.checkout import effects as f
from kiosk.checkout.state import Transaction
from retail.journal import joins as jo
from retail.wire import joining as jn


def join_questions(
    sale: Transaction,
    event: jo.JoinAsked | jo.JoinHeard,
    said: c.AnyCommand | None,
    language: str,
) -> tuple[f.AnyEffect, ...]:
    """The question this event asks."""
    named = sale.transaction_id
    if isinstance(event, jo.JoinHeard):
        found = jn.FindJoined(transaction_id=named, ask_no=event.ask_no, subject=event.subject)
        return (f.AskStore(question=found),)
    if event.how == "phone":
        return (f.AskStore(question=jn.BeginJoin(transaction_id=named, ask_no=event.ask_no)),)
    if not isinstance(said, c.JoinHere):
        return ()
    asked = jn.JoinHere(
        transaction_id=named,
        ask_no=event.ask_no,
        phone=said.phone[: jn.PHONE_MAX],
        agreed=tuple(sorted(said.agreed))[: jn.AGREED_MAX],
        language=language,
    )
    return (f.AskStore(question=asked),)
