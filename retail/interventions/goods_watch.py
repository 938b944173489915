"""What goods on the list call for: age, hours, recalls, tags, limits. Pure.

Source: docs/interventions.md, rows 10 to 29.
"""

import datetime as dt
from collections.abc import Iterator

from retail.basket import Line
from retail.catalogue import Product
from retail.coupons.model import Benefit
from retail.interventions import wishes as w
from retail.interventions.book import Book
from retail.interventions.policy import Policy, nearest
from retail.interventions.risk import draw
from retail.interventions.sale import Sale
from retail.interventions.words import SelfClear
from retail.journal import events as e
from retail.unit_dates import expires_on, lot_of

_QUANTITY = frozenset({"quantity_over_limit"})
_REGULATED = frozenset({"regulated_quantity"})
_BASKET = frozenset({"basket_limit"})


def of_line(
    sale: Sale, line: Line, event: e.ItemAdded, policy: Policy, local: dt.datetime, seed: str
) -> Iterator[w.AnyWish]:
    """What an item needs that was just scanned."""
    product, goods = line.product, policy.goods
    years = policy.age.years(product.category)
    if years:
        yield _on(line, "age_check", f"from {years} years", years)
    if product.key in goods.stopped or _is_of_stopped_lot(product.key, event.scanned, goods.stopped):
        yield _on(line, "not_for_sale", "recalled or stopped")
    if _is_closed(policy, product.category, local):
        yield _on(line, "time_restricted", f"not sold at {local:%H:%M}")
    last = expires_on(event.scanned, local.date())
    if last is not None and last < local.date():
        yield _on(line, "expired_unit", f"expired on {last.isoformat()}", line.quantity)
    yield from of_pieces(line, policy)
    if product.price_minor <= 0 and line.price_minor is None and goods.priceless == "checked":
        yield _on(line, "price_required", "has no price")
    if event.is_marked_down and (
        goods.markdown == "always" or (goods.markdown == "first" and sale.marked_down == 1)
    ):
        yield _on(line, "markdown_check", "reduced label", line.piece_minor)
    if goods.produce_over_minor and line.weight_g and line.piece_minor >= goods.produce_over_minor:
        yield _on(line, "produce_check", "of high value")
    elif line.weight_g and seed and draw(seed, f"produce {line.line_id}") < goods.produce_permille:
        yield _on(line, "produce_check", "drawn")


def _is_of_stopped_lot(key: str, scanned: str, stopped: tuple[str, ...]) -> bool:
    """Whether the unit is of a lot that was recalled; only a code that names its lot can say so."""
    lot = lot_of(scanned) if stopped else ""
    return bool(lot) and f"{key}/{lot}" in stopped


def of_pieces(line: Line, policy: Policy) -> Iterator[w.AnyWish]:
    """What each piece of a line needs: one more piece, one more tag."""
    if _is_in(line.product.category, policy.goods.tagged):
        yield _on(line, "security_tag", f"{line.quantity} with a tag", line.quantity)
    if _is_in(line.product.category, policy.goods.serial):
        yield _on(line, "serial_needed", f"{line.quantity} sold with a number", line.quantity)


def of_article(sale: Sale, product: Product, policy: Policy) -> Iterator[w.AnyWish]:
    """Limits on how much of one article, or of what it contains."""
    goods, pieces = policy.goods, sale.pieces_of(product.key)
    if goods.same_pieces and pieces > goods.same_pieces:
        yield w.Raise(kind="quantity_over_limit", subject=product.key, measure=pieces, why=f"{pieces} pieces")
    else:
        yield w.Settle(because=SelfClear.BELOW_LIMIT, kinds=_QUANTITY, subject=product.key)
    for substance, items in goods.regulated.items():
        if product.key in items:
            yield _regulated(sale, substance, policy)


def of_gone(sale: Sale, book: Book, policy: Policy) -> Iterator[w.AnyWish]:
    """A line is gone: limits that were passed may be kept again."""
    for one in book.open:
        if one.kind == "quantity_over_limit" and sale.pieces_of(one.subject) <= policy.goods.same_pieces:
            yield w.Settle(because=SelfClear.BELOW_LIMIT, kinds=_QUANTITY, subject=one.subject)
        elif one.kind == "regulated_quantity" and one.subject in policy.goods.regulated:
            yield _regulated(sale, one.subject, policy)


def of_basket(sale: Sale, policy: Policy) -> Iterator[w.AnyWish]:
    """Limits on the whole purchase."""
    limits = policy.limits
    for subject, amount, most in (
        ("pieces", sale.pieces, limits.pieces),
        ("value", sale.total_minor, limits.value_minor),
    ):
        if most and amount > most:
            yield w.Raise(kind="basket_limit", subject=subject, measure=amount, why=f"{amount} over {most}")
        elif most:
            yield w.Settle(because=SelfClear.BELOW_LIMIT, kinds=_BASKET, subject=subject)


def of_coupon(event: e.CouponShown | e.CouponHeld, policy: Policy) -> Iterator[w.AnyWish]:
    """A coupon that a person has to look at."""
    coupon = event.coupon
    if coupon is None:
        return
    worth, most = coupon.saving.ceiling_minor, policy.goods.coupon_over_minor
    why = coupon.needs_staff
    is_ours = coupon.saving.benefit is Benefit.LISTED  # what it gives is an offer of the shop itself
    if not why and most and not is_ours and (worth is None or worth > most):
        why = "worth more than the lane accepts alone" if worth else "its worth is not bounded"
    if why:
        number = event.coupon_no
        yield w.Raise(kind="coupon_check", subject=f"coupon {number}", coupon_no=number, why=why)


def _regulated(sale: Sale, substance: str, policy: Policy) -> w.AnyWish:
    items = policy.goods.regulated[substance]
    units = sum(items.get(line.product.key, 0) * line.quantity for line in sale.lines.values())
    if units > items["most"]:
        why = f"{units} units over {items['most']}"
        return w.Raise(kind="regulated_quantity", subject=substance, measure=units, why=why)
    return w.Settle(because=SelfClear.BELOW_LIMIT, kinds=_REGULATED, subject=substance)


def _on(line: Line, kind: str, why: str, measure: int = 0) -> w.Raise:
    return w.Raise(kind=kind, subject=f"line {line.line_id}", line_id=line.line_id, measure=measure, why=why)


def _is_in(category: str, categories: tuple[str, ...]) -> bool:
    return nearest(dict.fromkeys(categories, True), category) is not None


def _is_closed(policy: Policy, category: str, local: dt.datetime) -> bool:
    """Whether goods of a category are not sold at this local time. Hours may go over midnight."""
    hours = nearest(policy.hours.closed, category)
    if hours is None:
        return False
    begin, _, end = hours.partition("-")
    now = f"{local:%H:%M}"
    return begin <= now < end if begin < end else now >= begin or now < end
