"""Rules of the basket: start, scan or type, take back, change a quantity, cancel.

Whatever is scanned or typed is read once (`retail.scanned`) and means a member, a coupon or goods; each is
answered by its own rule. Every change of the basket is priced in the same commit.

Invariants: pure; a basket stays within LINES_MAX and PIECES_MAX; nothing typed is kept longer than needed to
show that it was not found, and a member's card never.
"""

import datetime as dt
from typing import assert_never

from kiosk.checkout import commands as c
from kiosk.checkout import coupons, handover, members, points, round_up, stored_value, wallets, weighing
from kiosk.checkout.decision import Context, Decision, Events, Ignored, Refused
from kiosk.checkout.evolve import fold
from kiosk.checkout.prices import with_prices
from kiosk.checkout.state import Phase, State, Transaction, transaction_of
from retail import scanned
from retail.basket import PIECES_MAX, QUANTITY_MAX, WEIGHT_MAX_G, Line
from retail.catalogue import Product
from retail.codes import ProductCode
from retail.coupons.model import Coupon
from retail.credential.code import Kind
from retail.credential.number import Number, read_number
from retail.journal import events as e
from retail.journal.shopping import UndoOffered
from retail.journal.weighing import ItemRescanned
from retail.member import MemberKey

LINES_MAX = 500
"""More lines than any trolley; beyond it a scan is refused and a person helps."""
TEXT_KEPT = 64
"""Characters of an unknown code that are kept and shown."""
MASKED_SHOWN = 2
"""Characters that are shown of what may be somebody's telephone number or card."""
_TYPED: tuple[str, ...] = ("typed",)


def start_shopping(state: State, command: c.StartShopping, context: Context) -> Decision:
    """Touch to start."""
    if not state.is_open:
        return Refused(code="lane_closed")
    return started(state, context)


def first_scan(state: State, command: c.ScanCode | c.TypeCode, context: Context) -> Decision:
    """Something scanned or typed on the attract screen opens the transaction by itself."""
    if not state.is_open:
        return Refused(code="lane_closed")
    opened = started(state, context)
    decision = scan(fold(opened, state), command, context)
    return (*opened, *decision) if isinstance(decision, tuple) else decision


def scan(state: State, command: c.ScanCode | c.TypeCode, context: Context) -> Decision:
    """One more item, a coupon, or who the shopper is."""
    terms, patterns = context.assortment.terms, context.shop.patterns
    if isinstance(command, c.TypeCode):
        text, evidence = command.text, _TYPED
        typed = read_number(text)
        if isinstance(typed, Number) and (said := members.say(state, typed, context)) is not None:
            return said
        read = scanned.read_typed(text, terms, patterns, context.assortment.catalogue)
    else:
        text, evidence = command.read.text, command.read.evidence
        if _is_for_paying(text, context):
            return (e.CodeNotFound(text="", reason="for_paying"),)
        read = scanned.read_scan(text, command.read.symbology, terms, patterns, command.read.add_on)
    match read:
        case MemberKey():
            return members.identify(state, read, context)
        case Coupon():
            return coupons.show(state, read, context)
        case ProductCode() if _is_check(state):
            return _again(state, read, context)
        case ProductCode():
            return _goods(state, read, text, evidence, context)
        case scanned.Shown() if read.credential.kind is Kind.BASKET:
            return handover.ask(state, read, context)
        case scanned.Shown():
            return members.show(state, read, context)
        case scanned.NotRead():
            may_be_a_key = (
                evidence == _TYPED or read.reason == "bad_coupon" or members.is_misread(text, terms)
            )
            return (_not_found(text, read.reason, is_masked=may_be_a_key),)
        case _:
            assert_never(read)


def _is_for_paying(text: str, context: Context) -> bool:
    """A phone's payment code or a gift card: worth money, so it is neither kept nor shown."""
    shop = context.shop
    return wallets.is_code(text, shop) or stored_value.read(text, context.assortment.terms, shop) is not None


def remove_last(state: State, command: c.RemoveLast, context: Context) -> Decision:
    """Take back the newest piece: one off its line, or the line itself."""
    sale = transaction_of(state)
    if not sale.added:
        return Ignored(reason="nothing to take back")
    return _taken_off(state, sale.added[-1], _quantity(sale, sale.added[-1]) - 1, context)


def remove_line(state: State, command: c.RemoveLine, context: Context) -> Decision:
    """Void a line."""
    return _taken_off(state, command.line_id, 0, context)


def set_quantity(state: State, command: c.SetQuantity, context: Context) -> Decision:
    """Set how many."""
    if not 1 <= command.quantity <= QUANTITY_MAX:
        return Refused(code="quantity_out_of_range")
    sale = transaction_of(state)
    line = sale.line(command.line_id)
    if line is not None and (line.weight_g is not None or line.price_minor is not None):
        return Refused(code="quantity_is_measured")
    if line is not None and (more := command.quantity - line.quantity) > 0:
        if line.best_before:
            return Refused(code="quantity_is_dated")
        if _exceeds_limit(sale, line.product, more):
            return Refused(code="quantity_limit")
        if len(sale.added) + more > PIECES_MAX:
            return Refused(code="basket_full")
    return _set(state, command.line_id, command.quantity, context)


def dismiss_not_found(state: State, command: c.DismissNotFound, context: Context) -> Decision:
    """The shopper has seen it."""
    return (e.CodeNotFoundDismissed(),)


def cancelled(state: State, context: Context, reason: str) -> Events:
    """The lane is free for the next shopper. The number is used up: numbers have no gaps."""
    sale = transaction_of(state)
    return (
        *coupons.released(sale),
        *points.released(sale),
        *stored_value.released(sale),
        e.TransactionCancelled(reason=reason),
        idle(state, context),
    )


def left_for_staff(state: State) -> Events:
    """Back to the basket, where staff change something while a way to pay is being chosen."""
    if state.phase is not Phase.TENDER:
        return ()
    sale = transaction_of(state)
    released = (*points.released(sale), *stored_value.released(sale))
    return (*released, e.TenderingLeft(), *round_up.taken_out(sale))


def voided(state: State, line_id: int, context: Context) -> Events:
    """A line taken off by staff, also while a way to pay is being chosen; nothing if it is not there."""
    sale = transaction_of(state)
    if sale.line(line_id) is None:
        return ()
    left = left_for_staff(state)
    is_there = transaction_of(fold(left, state)).line(line_id) is not None
    voids = (e.ItemVoided(line_id=line_id),) if is_there else ()
    return with_prices(state, (*left, *voids), context)


def idle(state: State, context: Context) -> e.LaneIdle:
    """The lane waits for the next shopper, and stays closed if it was."""
    return e.LaneIdle(
        next_number=state.next_number,
        language=context.shop.language,
        baseline=state.baseline,
        closed_by=state.closed_by,
        closed_reason=state.closed_reason,
        training_by=state.training_by,
    )


def started(state: State, context: Context) -> Events:
    """Open a transaction, by the assortment in use."""
    return (
        e.TransactionStarted(
            transaction_id=context.new_id,
            number=state.next_number,
            started_at=context.local,
            currency=context.shop.currency,
            prices=context.assortment.mark,
            campaigns=context.assortment.campaigns(context.utc),
            is_training=bool(state.training_by),
        ),
    )


def _goods(
    state: State, code: ProductCode, text: str, evidence: tuple[str, ...], context: Context
) -> Decision:
    """Pieces of a product, or one measured pack."""
    catalogue = context.assortment.catalogue
    product = catalogue.find(code.key)
    weight_g, price_minor, is_marked_down = code.weight_g, code.price_minor, code.is_marked_down
    quantity = 1
    if product is None and code.alternative_key:
        product = catalogue.find(code.alternative_key)
    elif code.alternative_key:  # sold under this exact number: nothing is embedded in it
        weight_g, price_minor, is_marked_down = None, None, False
    if product is not None and product.pack_of and (weight_g, price_minor) == (None, None):
        quantity, product = product.pack_quantity, catalogue.find(product.pack_of)
    if product is None or product.currency != context.shop.currency:
        return (_not_found(text, "unknown", is_masked=evidence == _TYPED),)
    if product.unit == "kg" and weight_g is None and price_minor is None:
        if context.shop.weighs:
            return weighing.ask(state, product, text, evidence, context)
        return (_not_found(text, "needs_weight"),)
    if product.unit != "kg":
        weight_g = None  # a declared net weight does not change the price of a piece
    if weight_g is not None and not 0 < weight_g <= WEIGHT_MAX_G:
        return (_not_found(text, "unreadable"),)
    sale = transaction_of(state)
    if not _has_room(sale, quantity):
        return Refused(code="basket_full")
    if _exceeds_limit(sale, product, quantity):
        return (_not_found(text, "limit"),)
    best_before = context.assortment.terms.date_of(text, dt.datetime.fromisoformat(context.local).date())
    item = Line(
        line_id=0,
        product=product,
        quantity=quantity,
        weight_g=weight_g,
        price_minor=price_minor,
        is_marked_down=is_marked_down,
        best_before=best_before,
    )
    added = e.ItemAdded(
        line_id=_line_for(sale, item),
        product=product,
        quantity=quantity,
        weight_g=weight_g,
        price_minor=price_minor,
        scanned=text,
        evidence=evidence,
        is_marked_down=is_marked_down,
        issue=code.issue,
        best_before=best_before,
    )
    return with_prices(state, (added,), context)


def put_in(
    state: State, product: Product, quantity: int, evidence: tuple[str, ...], context: Context
) -> Decision:
    """Pieces of goods that nobody scanned, but chose."""
    sale = transaction_of(state)
    if not _has_room(sale, quantity):
        return Refused(code="basket_full")
    if _exceeds_limit(sale, product, quantity):
        return Refused(code="quantity_limit")
    item = Line(line_id=0, product=product, quantity=quantity)
    line_id = _line_for(sale, item)
    added = e.ItemAdded(line_id=line_id, product=product, quantity=quantity, evidence=evidence)
    return with_prices(state, (added,), context)


def _has_room(sale: Transaction, pieces: int) -> bool:
    return len(sale.lines) < LINES_MAX and len(sale.added) + pieces <= PIECES_MAX


def _is_check(state: State) -> bool:
    """Whether staff scan to check the purchase: what is scanned now is compared, not added."""
    return state.staff is not None and any(one.kind == "audit" for one in state.book.open)


def _again(state: State, code: ProductCode, context: Context) -> Decision:
    staff, find = state.staff, context.assortment.catalogue.find
    product = find(code.key) or (find(code.alternative_key) if code.alternative_key else None)
    assert staff is not None  # for the type checker: `_is_check` has looked
    key = (product.pack_of or product.key) if product else code.key
    pieces = product.pack_quantity if product and product.pack_of else 1
    return (ItemRescanned(key=key, by=staff.staff_id),) * pieces


def _exceeds_limit(sale: Transaction, product: Product, more: int) -> bool:
    """Whether `more` pieces are more than the shop sells in one purchase."""
    if not product.quantity_max:
        return False
    there = sum(line.quantity for line in sale.lines if line.product.key == product.key)
    return there + more > product.quantity_max


def _line_for(sale: Transaction, item: Line) -> int:
    """The line an item joins: one of the same goods with room, else a new one."""
    room = QUANTITY_MAX - item.quantity
    same = (line for line in sale.lines if line.may_merge(item) and line.quantity <= room)
    joined = next(same, None)
    return joined.line_id if joined else sale.next_line_id


def _not_found(text: str, reason: str, *, is_masked: bool = False) -> e.CodeNotFound:
    kept = text if len(text) <= TEXT_KEPT else text[:TEXT_KEPT] + "…"
    return e.CodeNotFound(text="…" + text[-MASKED_SHOWN:] if is_masked else kept, reason=reason)


def _quantity(sale: Transaction, line_id: int) -> int:
    line = sale.line(line_id)
    return line.quantity if line else 0


def _taken_off(state: State, line_id: int, quantity: int, context: Context) -> Decision:
    """The shopper takes pieces off, and may have them back."""
    events = _set(state, line_id, quantity, context)
    if not isinstance(events, tuple) or context.shop.flow.undo_s <= 0 or state.staff is not None:
        return events
    return (*events, UndoOffered(line_id=line_id))


def _set(state: State, line_id: int, quantity: int, context: Context) -> Decision:
    now = _quantity(transaction_of(state), line_id)
    if now == 0:
        return Ignored(reason="no such line")
    if quantity == now:
        return Ignored(reason="quantity unchanged")
    if quantity <= 0:
        return with_prices(state, (e.ItemVoided(line_id=line_id),), context)
    return with_prices(state, (e.QuantityChanged(line_id=line_id, quantity=quantity),), context)
