"""How a basket's events change it: goods, prices, coupons, points. Pure; the lane's own part of `evolve`."""

from typing import assert_never

from msgspec.structs import replace

from kiosk.checkout.state import ShownCoupon, TakenOff, Transaction
from retail.basket import Line
from retail.check import require
from retail.journal import events as e
from retail.journal import staffed as sd
from retail.priced import PricedBasket


def found(sale: Transaction) -> Transaction:
    """Nothing is shown as not found any more."""
    return replace(sale, not_found_text="", not_found_reason="")


def add(sale: Transaction, event: e.ItemAdded) -> Transaction:
    """Pieces on a new line, or on one that is there."""
    line = sale.line(event.line_id)
    if line is not None:
        lines = _with(sale, replace(line, quantity=line.quantity + event.quantity))
    else:
        new = Line(
            line_id=event.line_id,
            product=event.product,
            quantity=event.quantity,
            weight_g=event.weight_g,
            price_minor=event.price_minor,
            is_marked_down=event.is_marked_down,
            best_before=event.best_before,
        )
        lines = (*sale.lines, new)
    return replace(
        found(sale),
        wants_to_pay=False,
        weighing=None,
        bags=(),
        off=None,
        lines=lines,
        next_line_id=max(sale.next_line_id, event.line_id + 1),
        added=sale.added + (event.line_id,) * event.quantity,
    )


def set_quantity(sale: Transaction, line_id: int, quantity: int) -> Transaction:
    """Set a line's quantity (0 takes it off) and keep the order of added pieces in step."""
    line = sale.line(line_id)
    require(line is not None, f"line {line_id} is in the basket")
    assert line is not None  # for the type checker
    if quantity == 0:
        lines = tuple(other for other in sale.lines if other.line_id != line_id)
    else:
        lines = _with(sale, replace(line, quantity=quantity))
    added = list(sale.added)
    for _ in range(line.quantity - quantity):
        del added[len(added) - 1 - added[::-1].index(line_id)]
    added.extend([line_id] * (quantity - line.quantity))
    fewer = line.quantity - quantity
    return replace(
        found(sale),
        wants_to_pay=sale.wants_to_pay and bool(lines),
        lines=lines,
        added=tuple(added),
        off=TakenOff(line=line, pieces=fewer) if fewer > 0 else None,
    )


def set_price(sale: Transaction, event: sd.LinePriceChanged) -> Transaction:
    """A line whose price staff have set."""
    line = sale.line(event.line_id)
    require(line is not None, f"line {event.line_id} is in the basket")
    assert line is not None  # for the type checker
    return replace(sale, lines=_with(sale, line.priced_at(event.price_minor)))


def _with(sale: Transaction, changed: Line) -> tuple[Line, ...]:
    return tuple(changed if line.line_id == changed.line_id else line for line in sale.lines)


def repriced(sale: Transaction, event: e.BasketPriced) -> PricedBasket:
    """The answer with the units the event left out: those whose price did not change."""
    quantities = {line.line_id: line.quantity for line in sale.lines}
    units = {(unit.line_id, unit.index): unit for unit in (*sale.priced.units, *event.changed)}
    present = sorted(key for key in units if key[1] < quantities.get(key[0], 0))
    return replace(event.priced, units=tuple(units[key] for key in present))


AboutCoupons = e.CouponShown | e.CouponHeld | e.CouponRefused | e.CouponReleased | e.CouponRedeemed
AboutPoints = e.PointsAsked | e.PointsHeld | e.PointsRefused | e.PointsReleased


def coupons(sale: Transaction, event: AboutCoupons) -> Transaction:
    """The coupons in the basket after one of them was heard of."""
    match event:
        case e.CouponShown():
            shown = ShownCoupon(coupon_no=event.coupon_no, coupon=event.coupon)
            return replace(found(sale), coupons=(*sale.coupons, shown), next_coupon_no=event.coupon_no + 1)
        case e.CouponHeld():
            return replace(
                sale,
                coupons=tuple(
                    replace(shown, held_by=event.by, coupon=event.coupon or shown.coupon)
                    if shown.coupon_no == event.coupon_no
                    else shown
                    for shown in sale.coupons
                ),
            )
        case e.CouponRefused() | e.CouponReleased():
            return replace(
                sale, coupons=tuple(shown for shown in sale.coupons if shown.coupon_no != event.coupon_no)
            )
        case e.CouponRedeemed():
            return sale
        case _:
            assert_never(event)


def points(sale: Transaction, event: AboutPoints) -> Transaction:
    """The points that pay after a word about them."""
    none_held = replace(
        sale, points_asked=False, points_wanted=0, points_held=0, points_minor=0, points_reason=""
    )
    match event:
        case e.PointsAsked():
            return replace(none_held, points_asked=True, points_wanted=event.points)
        case e.PointsHeld():
            return replace(none_held, points_held=event.points, points_minor=event.amount_minor)
        case e.PointsRefused():
            return replace(none_held, points_reason=event.reason)
        case e.PointsReleased():
            return none_held
        case _:
            assert_never(event)
