"""Rules of screens that end by themselves: they say so before, seen and heard; a touch gives more time.

What ends by itself while a shopper reads: the word about a code that is not known, the question how to take
the receipt, a price that was asked for, an order that is shown, a purchase into which nothing came yet, a
top-up. Where goods are in the basket, "Are you still there?" is an intervention (`kiosk.checkout.waiting`);
while money moves nothing ends by itself.

Source: EN 301 549, 11.2.2.1 (WCAG 2.1, 2.2.1 "Timing Adjustable"); docs/screens.md, "Time".
Invariants: pure; nothing ends unless it was said `warn_s` before; more time may be taken again and again.
"""

from kiosk.checkout import commands as c
from kiosk.checkout.decision import Context, Decision, Events, Ignored
from kiosk.checkout.state import Phase, PrintState, State
from retail.journal.shopping import MoreTimeTaken, TimeRunsOut

LIMITED = frozenset({Phase.ATTRACT, Phase.SCANNING, Phase.NOT_FOUND, Phase.LOAD, Phase.RECEIPT})


def warned(state: State, context: Context) -> Events:
    """What is said before what stands on top ends; nothing if it was said, or nobody has to decide."""
    if context.shop.warn_s <= 0 or state.time_runs_out or _is_over(state):
        return ()
    return (TimeRunsOut(),)


def _is_over(state: State) -> bool:
    """Whether it only tells how something ended, or works on by itself."""
    if state.order is not None:
        return state.order.step == "handed"
    printing = state.transaction.printing if state.transaction is not None else None
    return printing is not None and printing.state in (PrintState.PRINTING, PrintState.WAITING)


def take_more(state: State, command: c.TakeMoreTime, context: Context) -> Decision:
    """The shopper wants to go on reading."""
    if not state.time_runs_out:
        return Ignored(reason="there is time")
    return (MoreTimeTaken(),)
