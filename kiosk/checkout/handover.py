"""Rules of baskets that come from a phone: asked for by its code, taken in once, priced anew.

The code is shown at a free lane or to an empty basket. It opens the purchase by itself, so that the store
knows which purchase has the basket, and gives it to that one however often it is asked. Goods, member and
coupons then arrive in one commit; what needs a check raises it here, as if it had been scanned here.

Whatever becomes of it, the journal tells: a purchase that ends without having taken the basket in, or is
cancelled, leaves it to the phone.

Source: docs/phone.md, "To the lane"; docs/protocol.md, "Baskets of phones".
Invariants: pure; one phone's basket per purchase; goods that are not sold here are named, never dropped
silently; nothing of a code is kept but the pseudonym of its basket.
"""

from collections.abc import Iterable

from kiosk.checkout import commands as c
from kiosk.checkout import coupons
from kiosk.checkout.decision import Context, Decision, Events, Ignored, Refused
from kiosk.checkout.desk import BasketAnswer, SuspendedLine, Verdict
from kiosk.checkout.evolve import fold
from kiosk.checkout.prices import with_prices
from kiosk.checkout.state import State, transaction_of
from retail import scanned
from retail.basket import PIECES_MAX, QUANTITY_MAX, WEIGHT_MAX_G
from retail.catalogue import Product
from retail.codes import Symbology
from retail.coupons.model import Coupon
from retail.credential.code import member_value
from retail.interventions.sale import PHONE
from retail.journal import events as e
from retail.journal import staffed as sd
from retail.member import KeyKind, MemberKey

NAMED_KEPT = 64
"""Characters of goods that are named because they are not sold here."""
_PLAIN = ("held", "used", "changed", "expired", "unknown")
"""Reasons that are the basket's own; all others are its code's."""


def ask(state: State, shown: scanned.Shown, context: Context) -> Decision:
    """A phone shows the code of its basket: the store is asked as a reaction."""
    sale = transaction_of(state)
    if sale.is_training:
        return Refused(code="not_in_training")
    token = shown.credential.subject
    if sale.resumed_from == token:
        return Ignored(reason="this basket is here already")
    if sale.lines or sale.resumed_from:
        return _no("basket_not_empty")
    return (sd.BasketAsked(token=token),)


def answered(state: State, command: c.ReportBasket, context: Context) -> Decision:
    """The store gave the basket to this purchase, or says why not."""
    answer, sale = command.answer, transaction_of(state)
    if answer.transaction_id != sale.transaction_id:
        return Ignored(reason="the purchase it was asked for is over")
    if answer.verdict is not Verdict.HELD:
        return _no(_why_not(answer))
    if sale.resumed_from:
        return Ignored(reason="a basket is here already")
    taken = sd.TransactionResumed(of_transaction_id=answer.token, token=answer.token, by=PHONE)
    events: Events = (taken, *known(state, answer.member_subject, context))
    events, left_out = put_in(state, events, answer.lines, context, PHONE)
    events = _with_coupons(state, events, answer.coupons, context)
    return with_prices(state, (*events, *named(left_out)), context)


def put_in(
    state: State, events: Events, lines: Iterable[SuspendedLine], context: Context, how: str
) -> tuple[Events, tuple[str, ...]]:
    """`events` with goods behind them, as the lane's catalogue has them; and those it does not sell."""
    there, left_out = fold(events, state), []
    for line in lines:
        added = _added(there, line, context, how)
        if added is None:
            left_out.append(line.key)
            continue
        events = (*events, added)
        there = fold((added,), there)
    return events, tuple(left_out)


def named(left_out: Iterable[str]) -> Events:
    """What is said of goods that were left out; nothing if there are none."""
    keys = ", ".join(left_out)
    return (e.CodeNotFound(text=keys[:NAMED_KEPT], reason="unknown"),) if keys else ()


def _added(state: State, line: SuspendedLine, context: Context, how: str) -> e.ItemAdded | None:
    sale, product = transaction_of(state), context.assortment.catalogue.find(line.key)
    if product is None or product.currency != context.shop.currency or not _may_be(line, product):
        return None
    there = sum(one.quantity for one in sale.lines if one.product.key == product.key)
    most = product.quantity_max or PIECES_MAX
    if there + line.quantity > most or len(sale.added) + line.quantity > PIECES_MAX:
        return None
    return e.ItemAdded(
        line_id=sale.next_line_id,
        product=product,
        quantity=line.quantity,
        weight_g=line.weight_g,
        price_minor=line.price_minor,
        is_marked_down=line.is_marked_down,
        best_before=line.best_before,
        evidence=(how,),
    )


def _may_be(line: SuspendedLine, product: Product) -> bool:
    """Whether what the store sent is a line: its word is data, and never stops a lane."""
    is_measured = line.weight_g is not None or (line.price_minor is not None and product.unit == "kg")
    if not 1 <= line.quantity <= (1 if is_measured else QUANTITY_MAX):  # pieces may have a promised price
        return False
    if product.unit == "kg" and not is_measured:
        return False
    has_weight = line.weight_g is None or 0 < line.weight_g <= WEIGHT_MAX_G
    return has_weight and (line.price_minor is None or line.price_minor > 0)


def known(state: State, member_subject: str, context: Context) -> Events:
    """Whose goods arrive, if the lane knows them; nothing if they are here already."""
    key = MemberKey(kind=KeyKind.CREDENTIAL, value=member_value(member_subject))
    member = context.assortment.members.find(key) if member_subject else None
    if member is None or member == transaction_of(state).member:
        return ()
    return (e.MemberIdentified(member=member, how=KeyKind.CREDENTIAL.value),)


def _with_coupons(state: State, events: Events, texts: Iterable[str], context: Context) -> Events:
    """Coupons are read and held by the lane's own rules; one that does not count says so."""
    terms, patterns = context.assortment.terms, context.shop.patterns
    for text in texts:
        read = scanned.read_scan(text, Symbology.QR, terms, patterns)
        shown = coupons.show(fold(events, state), read, context) if isinstance(read, Coupon) else None
        events = (*events, *shown) if isinstance(shown, tuple) else events
    return events


def _why_not(answer: BasketAnswer) -> str:
    if answer.verdict is Verdict.NO_LINK:
        return "basket_no_link"
    return f"basket_{answer.reason}" if answer.reason in _PLAIN else f"code_{answer.reason or 'unknown'}"


def _no(reason: str) -> Events:
    """The shopper is told; nothing of the code is shown or kept."""
    return (e.CodeNotFound(text="", reason=reason),)
