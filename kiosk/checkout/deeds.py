"""Rules of what staff may do at a lane: one door for every right, one rule for every deed.

Whether somebody may, and how far, stands in `retail.interventions.rights`; a deed is journalled as
`StaffActed` with who, when and why, and beside it the events it leads to.

Source: docs/interventions.md, "Staff rights".
Invariants: pure; nothing is done without a reason; what the shopper was told to pay changes only while
nothing is being paid.
"""

from collections.abc import Callable

from kiosk.checkout import basket, coupons, lane, receipt, refunds, returns, suspended
from kiosk.checkout import commands as c
from kiosk.checkout import staff_commands as sc
from kiosk.checkout.attendant import SIGNED_OUT
from kiosk.checkout.decision import Context, Decision, Events, Ignored, Refused
from kiosk.checkout.evolve import fold
from kiosk.checkout.interventions import moment
from kiosk.checkout.prices import with_prices
from kiosk.checkout.state import SHOPPING, Phase, State, transaction_of
from kiosk.checkout.tendering import PART_PAID
from retail.basket import Line
from retail.coupons.model import (
    PERCENT_WHOLE,
    Benefit,
    Coupon,
    CouponKind,
    Funder,
    Measure,
    Redemption,
    Requirement,
    Saving,
)
from retail.donation import is_donation
from retail.interventions import events as v
from retail.interventions import sign_in as si
from retail.interventions import wishes as w
from retail.interventions.rights import WHOLE, Action, may
from retail.journal import events as e
from retail.journal import staffed as sd
from retail.money import divide_half_up

Deed = Callable[[State, sc.Act, Context], Decision]
_BASKET_OPEN = SHOPPING | {Phase.TENDER}
STAFF_DISCOUNT = "staff-discount"
"""What a discount by staff is called among a basket's coupons."""
_NOT_NOW = Refused(code="not_now")


def act(state: State, command: sc.Act, context: Context) -> Decision:
    """Staff use a right."""
    staff = command.staff or state.staff
    if staff is None:
        return SIGNED_OUT
    if command.action in _CHANGE_THE_BASKET and state.transaction is not None and state.transaction.taken:
        return PART_PAID
    done = DEEDS[command.action](state, command, context)
    if not isinstance(done, tuple):
        return done
    percent, amount_minor = _size(state, command)
    verdict = may(
        staff.role,
        command.action,
        context.shop.rules.policy.staff_rights(),
        why=command.why,
        percent=percent,
        amount_minor=amount_minor,
        is_remote=command.staff is not None,
    )
    if not verdict.is_allowed:
        return Refused(
            code=f"staff_needs_{verdict.needs.value}" if verdict.needs else f"staff_{verdict.reason}"
        )
    acted = v.StaffActed(
        action=command.action.value,
        by=staff.staff_id,
        role=staff.role,
        why=command.why[: v.TEXT_MAX],
        at_us=moment(state, context).at_us,
        line_id=command.line_id,
        subject=command.text[: v.BY_MAX] if command.action in _NAMES_SOMETHING else "",
        amount_minor=amount_minor,
        percent=percent,
        via=staff.via,
    )
    return (acted, *done)


_CHANGE_THE_BASKET = frozenset(
    {
        Action.VOID_LINE,
        Action.QUANTITY,
        Action.PRICE_OVERRIDE,
        Action.DISCOUNT_LINE,
        Action.DISCOUNT_SALE,
        Action.CANCEL,
        Action.SUSPEND,
    }
)
_NAMES_SOMETHING = frozenset(
    {Action.DEVICE_TEST, Action.RESUME, Action.UNLOCK, Action.GIVE_BACK, Action.RETURN}
)


def _size(state: State, command: sc.Act) -> tuple[int, int]:
    """How much a deed changes: percent of what it changes, and money."""
    sale = state.transaction
    if sale is None:
        return 0, 0
    line = sale.line(command.line_id)
    match command.action:
        case Action.VOID_LINE if line is not None:
            return 0, line.amount_minor
        case Action.QUANTITY if line is not None:
            return 0, max(0, line.quantity - command.quantity) * line.piece_minor
        case Action.PRICE_OVERRIDE if line is not None and not line.piece_minor:
            return 0, 0  # a price that was found takes nothing off
        case Action.PRICE_OVERRIDE if line is not None:
            change = abs(line.piece_minor - command.amount_minor)
            percent = -(-change * WHOLE // line.piece_minor)
            return percent, change * line.quantity
        case Action.DISCOUNT_LINE if line is not None:
            return command.percent, line.amount_minor * command.percent // WHOLE
        case Action.DISCOUNT_SALE:
            return command.percent, sale.priced.total_minor * command.percent // WHOLE
        case Action.CANCEL:
            return 0, sale.priced.total_minor
        case Action.GIVE_BACK:
            part = sale.returning.next_part if sale.returning else None
            taken = sum(part.amount_minor for part in sale.taken if part.attempt_id == command.text)
            return 0, part.amount_minor if part else taken
        case _:
            return 0, 0


# --- the basket ------------------------------------------------------------------------------------------


def _void(state: State, command: sc.Act, context: Context) -> Decision:
    if state.phase not in _BASKET_OPEN:
        return _NOT_NOW
    return basket.voided(state, command.line_id, context) or Ignored(reason="no such line")


def _quantity(state: State, command: sc.Act, context: Context) -> Decision:
    if state.phase not in _BASKET_OPEN:
        return _NOT_NOW
    left = basket.left_for_staff(state)
    asked = c.SetQuantity(line_id=command.line_id, quantity=command.quantity)
    done = basket.set_quantity(fold(left, state), asked, context)
    return (*left, *done) if isinstance(done, tuple) else done


def _override(state: State, command: sc.Act, context: Context) -> Decision:
    if command.amount_minor <= 0:
        return Refused(code="price_out_of_range")
    return _price(state, command.line_id, command.amount_minor, context)


def _discount_line(state: State, command: sc.Act, context: Context) -> Decision:
    line = _line(state, command.line_id)
    if line is None:
        return Ignored(reason="no such line")
    if not 0 < command.percent < WHOLE:
        return Refused(code="percent_out_of_range")
    price_minor = divide_half_up(line.piece_minor * (WHOLE - command.percent), WHOLE)
    return _price(state, command.line_id, max(1, price_minor), context)


def _price(state: State, line_id: int, price_minor: int, context: Context) -> Decision:
    if state.phase not in _BASKET_OPEN:
        return _NOT_NOW
    line = _line(state, line_id)
    if line is None:
        return Ignored(reason="no such line")
    if line.piece_minor == price_minor:
        return Ignored(reason="the price is that already")
    left = basket.left_for_staff(state)
    changed = sd.LinePriceChanged(line_id=line_id, price_minor=price_minor)
    return with_prices(state, (*left, changed), context)


def _discount_sale(state: State, command: sc.Act, context: Context) -> Decision:
    if state.phase not in _BASKET_OPEN:
        return _NOT_NOW
    if not 0 < command.percent < WHOLE:
        return Refused(code="percent_out_of_range")
    sale = transaction_of(state)
    if any(shown.coupon.coupon_id == STAFF_DISCOUNT for shown in sale.coupons):
        return Refused(code="discount_given")
    if len(sale.coupons) >= coupons.COUPONS_MAX:
        return Refused(code="too_many_coupons")
    paper = Coupon(
        kind=CouponKind.STORE_CODE,
        text=STAFF_DISCOUNT,
        coupon_id=STAFF_DISCOUNT,
        funder=Funder.STORE,
        requirements=(Requirement(measure=Measure.BASKET_SPEND, amount=1),),
        saving=Saving(benefit=Benefit.PERCENT, value=command.percent * PERCENT_WHOLE // WHOLE, items=None),
        redemption=Redemption.LOCAL_OK,
    )
    left = basket.left_for_staff(state)
    shown = e.CouponShown(coupon_no=sale.next_coupon_no, coupon=paper)
    held = e.CouponHeld(coupon_no=sale.next_coupon_no, by="lane")
    return with_prices(state, (*left, shown, held), context)


def _cancel(state: State, command: sc.Act, context: Context) -> Decision:
    return basket.cancelled(state, context, "staff") if state.phase in _BASKET_OPEN else _NOT_NOW


def _suspend(state: State, command: sc.Act, context: Context) -> Decision:
    if state.phase not in _BASKET_OPEN or not transaction_of(state).lines:
        return _NOT_NOW
    staff = command.staff or state.staff
    by = staff.staff_id if staff else v.LANE
    return suspended.put_aside(state, context, by=by, why=command.why)


def _resume(state: State, command: sc.Act, context: Context) -> Decision:
    """The store is asked as a reaction to `StaffActed`."""
    is_free = state.transaction is None or (state.phase in SHOPPING and not state.transaction.lines)
    if not is_free:
        return Refused(code="basket_not_empty")
    return _DONE if command.text else Refused(code="no_such_basket")


def _line(state: State, line_id: int) -> Line | None:
    line = state.transaction.line(line_id) if state.transaction else None
    return None if line is None or is_donation(line) else line


# --- the lane --------------------------------------------------------------------------------------------

_DONE: Events = ()
"""Nothing but the deed itself; what it leads to is a reaction to `StaffActed`."""


def _reprint(state: State, command: sc.Act, context: Context) -> Decision:
    return receipt.reprint(state, context)


def _between_shoppers(state: State, command: sc.Act, context: Context) -> Decision:
    return _DONE if state.phase is Phase.ATTRACT else Refused(code="shopper_is_here")


def _always(state: State, command: sc.Act, context: Context) -> Decision:
    return _DONE


def _message(state: State, command: sc.Act, context: Context) -> Decision:
    return lane.show_message(state, c.ShowMessage(text=command.text, by=_by(state, command)), context)


def _close(state: State, command: sc.Act, context: Context) -> Decision:
    return lane.close_lane(state, c.CloseLane(by=_by(state, command), reason=command.text), context)


def _open(state: State, command: sc.Act, context: Context) -> Decision:
    return lane.open_lane(state, c.OpenLane(by=_by(state, command)), context)


def _train(state: State, command: sc.Act, context: Context) -> Decision:
    if state.phase is not Phase.ATTRACT:
        return Refused(code="shopper_is_here")
    by = _by(state, command)
    return (sd.TrainingEnded(by=by),) if state.training_by else (sd.TrainingBegun(by=by),)


def _teach(state: State, command: sc.Act, context: Context) -> Decision:
    return _DONE if _line(state, command.line_id) is not None else Ignored(reason="no such line")


def _unlock(state: State, command: sc.Act, context: Context) -> Decision:
    staff = command.staff or state.staff
    assert staff is not None  # for the type checker: `act` has looked
    at_us = moment(state, context).at_us
    done = si.unlock(state.situation.desk, command.text, staff, command.why, at_us)
    if isinstance(done, w.Refused):
        return Refused(code=f"staff_{done.code}")
    return Ignored(reason=done.reason) if isinstance(done, w.Ignored) else done


def _by_approval(state: State, command: sc.Act, context: Context) -> Decision:
    return Refused(code="decide_the_intervention")


def _by(state: State, command: sc.Act) -> str:
    staff = command.staff or state.staff
    return staff.staff_id if staff else v.LANE


def _given_back(state: State, command: sc.Act, context: Context) -> Decision:
    if state.phase is Phase.RETURN:
        return returns.by_hand(state, _by(state, command), command.why, context)
    if state.phase is not Phase.TENDER:
        return _NOT_NOW
    return refunds.by_hand(state, command.text, _by(state, command), command.why, context)


DEEDS: dict[Action, Deed] = {
    Action.VOID_LINE: _void,
    Action.QUANTITY: _quantity,
    Action.PRICE_OVERRIDE: _override,
    Action.DISCOUNT_LINE: _discount_line,
    Action.DISCOUNT_SALE: _discount_sale,
    Action.TEACH_WEIGHT: _teach,
    Action.SUSPEND: _suspend,
    Action.RESUME: _resume,
    Action.CANCEL: _cancel,
    Action.REPRINT: _reprint,
    Action.NO_SALE: _between_shoppers,
    Action.MESSAGE: _message,
    Action.CLOSE_LANE: _close,
    Action.OPEN_LANE: _open,
    Action.DEVICE_TEST: _always,
    Action.RESTART: _between_shoppers,
    Action.SETTLE_PAYMENT: _by_approval,
    Action.TRAINING: _train,
    Action.DAY_CLOSE: _between_shoppers,
    Action.UNLOCK: _unlock,
    Action.GIVE_BACK: _given_back,
    Action.RETURN: returns.find,
}
"""Every right and its rule; a test fails for a right without one."""
