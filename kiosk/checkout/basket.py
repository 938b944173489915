"""Rules of the basket: start, scan, take back, change a quantity, cancel."""

from kiosk.checkout import commands as c
from kiosk.checkout.decision import Context, Decision, Ignored, Refused
from kiosk.checkout.state import State, Transaction, transaction_of
from retail import codes
from retail.basket import QUANTITY_MAX, WEIGHT_MAX_G, Line
from retail.journal import events as e

LINES_MAX = 500
"""More lines than any trolley; beyond it a scan is refused and a person helps."""
TEXT_KEPT = 64
"""Characters of an unknown code that are kept and shown."""


def start(state: State, context: Context) -> tuple[e.AnyEvent, ...]:
    """Open a transaction."""
    return (
        e.TransactionStarted(
            transaction_id=context.new_id,
            number=state.next_number,
            started_at=context.local,
            currency=context.shop.currency,
        ),
    )


def start_shopping(state: State, command: c.StartShopping, context: Context) -> Decision:
    """Touch to start."""
    if state.closed_because:
        return Refused(code="lane_closed")
    return start(state, context)


def first_scan(state: State, command: c.ScanCode, context: Context) -> Decision:
    """A scan on the attract screen opens the transaction by itself."""
    if state.closed_because:
        return Refused(code="lane_closed")
    return (*start(state, context), *_scanned(None, command, context))


def scan(state: State, command: c.ScanCode, context: Context) -> Decision:
    """One more item."""
    transaction = transaction_of(state)
    if len(transaction.lines) >= LINES_MAX:
        return Refused(code="basket_full")
    return _scanned(transaction, command, context)


def _scanned(
    transaction: Transaction | None, command: c.ScanCode, context: Context
) -> tuple[e.AnyEvent, ...]:
    read = command.read
    meaning = codes.interpret(read.text, read.symbology, context.shop.patterns)
    if isinstance(meaning, codes.NotAProduct):
        return _not_found(read.text, meaning.reason)
    product = context.catalogue.find(meaning.key)
    weight_g, price_minor = meaning.weight_g, meaning.price_minor
    if product is None and meaning.alternative_key:
        product = context.catalogue.find(meaning.alternative_key)
    elif meaning.alternative_key:
        weight_g = price_minor = None  # sold under this exact number: nothing is embedded in it
    if product is None or product.currency != context.shop.currency:
        return _not_found(read.text, "unknown")
    if product.unit == "kg" and weight_g is None and price_minor is None:
        return _not_found(read.text, "needs_weight")
    if product.unit != "kg":
        weight_g = None  # a declared net weight does not change the price of a piece
    if weight_g is not None and not 0 < weight_g <= WEIGHT_MAX_G:
        return _not_found(read.text, "unreadable")
    item = Line(line_id=0, product=product, weight_g=weight_g, price_minor=price_minor)
    return (
        e.ItemAdded(
            line_id=_line_for(transaction, item),
            product=product,
            weight_g=weight_g,
            price_minor=price_minor,
            scanned=read.text,
            evidence=read.evidence,
        ),
    )


def _line_for(transaction: Transaction | None, item: Line) -> int:
    """The line an item joins: one of the same goods with room, else a new one."""
    if transaction is None:
        return 1
    same = (line for line in transaction.lines if line.may_merge(item) and line.quantity < QUANTITY_MAX)
    joined = next(same, None)
    return joined.line_id if joined else transaction.next_line_id


def _not_found(text: str, reason: str) -> tuple[e.AnyEvent, ...]:
    kept = text if len(text) <= TEXT_KEPT else text[:TEXT_KEPT] + "…"
    return (e.CodeNotFound(text=kept, reason=reason),)


def remove_last(state: State, command: c.RemoveLast, context: Context) -> Decision:
    """Take back the newest piece: one off its line, or the line itself."""
    transaction = transaction_of(state)
    if not transaction.added:
        return Ignored(reason="nothing to take back")
    return _set(transaction, transaction.added[-1], _quantity(transaction, transaction.added[-1]) - 1)


def remove_line(state: State, command: c.RemoveLine, context: Context) -> Decision:
    """Void a line."""
    return _set(transaction_of(state), command.line_id, 0)


def set_quantity(state: State, command: c.SetQuantity, context: Context) -> Decision:
    """Set how many."""
    if not 1 <= command.quantity <= QUANTITY_MAX:
        return Refused(code="quantity_out_of_range")
    transaction = transaction_of(state)
    line = transaction.line(command.line_id)
    if line is not None and (line.weight_g is not None or line.price_minor is not None):
        return Refused(code="quantity_is_measured")
    return _set(transaction, command.line_id, command.quantity)


def _quantity(transaction: Transaction, line_id: int) -> int:
    line = transaction.line(line_id)
    return line.quantity if line else 0


def _set(transaction: Transaction, line_id: int, quantity: int) -> Decision:
    now = _quantity(transaction, line_id)
    if now == 0:
        return Ignored(reason="no such line")
    if quantity == now:
        return Ignored(reason="quantity unchanged")
    if quantity <= 0:
        return (e.ItemVoided(line_id=line_id),)
    return (e.QuantityChanged(line_id=line_id, quantity=quantity),)


def dismiss_not_found(state: State, command: c.DismissNotFound, context: Context) -> Decision:
    """The shopper has seen it."""
    return (e.CodeNotFoundDismissed(),)


def cancel(state: State, command: c.CancelTransaction, context: Context) -> Decision:
    """Give up; the lane is free for the next shopper. The number is used up: numbers have no gaps."""
    return (
        e.TransactionCancelled(reason="shopper"),
        e.LaneIdle(next_number=state.next_number, language=context.shop.language, baseline=state.baseline),
    )
