"""Rules of screens that end by themselves: they say so before, seen and heard; a touch gives more time.

What ends by itself while a shopper reads is the word about a code that is not known, and the question how to
take the receipt. "Are you still there?" is an intervention (`kiosk.checkout.waiting`); while money moves
nothing ends by itself.

Source: EN 301 549, 11.2.2.1 (WCAG 2.1, 2.2.1 "Timing Adjustable"); docs/screens.md, "Time".
Invariants: pure; nothing ends unless it was said `warn_s` before; more time may be taken again and again.
"""

from kiosk.checkout import commands as c
from kiosk.checkout.decision import Context, Decision, Events, Ignored
from kiosk.checkout.state import Phase, PrintState, State, transaction_of
from retail.journal.shopping import MoreTimeTaken, TimeRunsOut

LIMITED = frozenset({Phase.NOT_FOUND, Phase.RECEIPT})


def warned(state: State, context: Context) -> Events:
    """What is said before the screen ends; nothing if it was said, or nobody has to decide anything."""
    sale = transaction_of(state)
    is_printing = sale.printing is not None and sale.printing.state in (
        PrintState.PRINTING,
        PrintState.WAITING,
    )
    if context.shop.warn_s <= 0 or sale.time_runs_out or is_printing:
        return ()
    return (TimeRunsOut(),)


def take_more(state: State, command: c.TakeMoreTime, context: Context) -> Decision:
    """The shopper wants to go on reading."""
    if not transaction_of(state).time_runs_out:
        return Ignored(reason="there is time")
    return (MoreTimeTaken(),)
