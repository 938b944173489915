"""Rules of thinking better of it: what was taken off comes back, a purchase that was given up goes on.

Nobody is asked "are you sure". A line that was taken off is gone at once, and one touch brings it back as
long as nothing else has changed. Giving up a whole purchase is written down at once as what it is, a wish
(`CancelAsked`), and becomes the end of the purchase some seconds later. Until then nothing is let go: coupons
stay held, points and a confirmed age stay what they were, and the journal never calls a purchase over that
goes on. (Making a new purchase out of a cancelled one would have to get all of that a second time, and might
not.)

Source: docs/screens.md, "Undo".
Invariants: pure; only what the shopper took off comes back, never what staff did; while a purchase is being
given up nothing is scanned into it.
"""

from kiosk.checkout import basket
from kiosk.checkout import commands as c
from kiosk.checkout.decision import Context, Decision, Events, Ignored, Refused
from kiosk.checkout.prices import with_prices
from kiosk.checkout.state import State, TakenOff, transaction_of
from retail.journal import events as e
from retail.journal import shopping as sh

EVIDENCE = ("undone",)
_STILL_HEARD = c.Undo | c.CancelTransaction | c.CallHelp | c.EndHelp | c.ChooseLanguage


def holds(state: State, command: c.AnyCommand) -> bool:
    """Whether a command means nothing because the purchase is being given up."""
    sale = state.transaction
    if sale is None or not sale.cancel_asked or state.staff is not None:
        return False
    return isinstance(command, c.ShopperCommand | c.ScanCode) and not isinstance(command, _STILL_HEARD)


def undo(state: State, command: c.Undo, context: Context) -> Decision:
    """The shopper thinks better of it."""
    sale = transaction_of(state)
    if sale.cancel_asked:
        return (sh.CancelUndone(),)
    off = sale.off
    if off is None or not off.may_undo:
        return Ignored(reason="there is nothing to undo")
    undone: Events = (sh.RemovalUndone(line_id=off.line.line_id),)
    line = sale.line(off.line.line_id)
    if line is not None:
        changed = e.QuantityChanged(line_id=line.line_id, quantity=line.quantity + off.pieces)
        return with_prices(state, (*undone, changed), context)
    return with_prices(state, (*undone, _put_back(state, off)), context)


def _put_back(state: State, off: TakenOff) -> e.ItemAdded:
    line = off.line
    return e.ItemAdded(
        line_id=transaction_of(state).next_line_id,
        product=line.product,
        quantity=off.pieces,
        weight_g=line.weight_g,
        price_minor=line.price_minor,
        evidence=EVIDENCE,
        is_marked_down=line.is_marked_down,
        best_before=line.best_before,
    )


def cancel(state: State, command: c.CancelTransaction, context: Context) -> Decision:
    """The shopper gives up: at once where there is nothing to lose, or when asked again; else soon."""
    sale = transaction_of(state)
    if sale.taken:
        return Refused(code="part_paid")  # what was taken is given back before
    if context.shop.flow.undo_s <= 0 or not sale.lines or sale.cancel_asked or state.staff is not None:
        return basket.cancelled(state, context, "shopper")
    left = basket.left_for_staff(state)
    if not left:
        return (sh.CancelAsked(),)
    return (*with_prices(state, left, context), sh.CancelAsked())


def time_is_up(state: State, context: Context) -> Decision:
    """Nobody thought better of it. Where staff have come meanwhile, the purchase is theirs to look at."""
    if not transaction_of(state).cancel_asked:
        return Ignored(reason="the purchase goes on")
    if state.staff is not None:
        return (sh.CancelUndone(),)
    return basket.cancelled(state, context, "shopper")
