"""POST /v1/orders/show, /pay, /hand-out: an order at a lane, looked at, paid and handed out once.

Source: docs/protocol.md, "Orders"; `store.data.ordering.pickup`.
Invariants: an answer is a verdict; a code counts here only if this shop's own key signed it, and now.
"""

from typing import Any, Literal

import sqlalchemy as sa
from litestar import Request, post
from litestar.params import JSONBody

from retail.credential.reasons import Reason
from retail.wire import orders as wire
from store.data import audit
from store.data.ordering import order_lanes, pickup
from store.data.ordering.order import Order
from store.front.front import front_of
from store.front.gate import lane_of
from store.identity.errors import Rejected
from store.identity.principals import Lane
from store.service import Room, Service

BODY_MAX = 4 * 1024
TAGS = ["lanes"]

AnyRequest = Request[Any, Any, Any]


def room(service: Service) -> Room:
    """The handlers of this module."""
    keys = front_of(service).vault

    @post(
        wire.SHOW_PATH,
        status_code=200,
        request_max_body_size=BODY_MAX,
        tags=TAGS,
        summary="Look at an order by its code",
    )
    async def show(request: AnyRequest, data: JSONBody[wire.ShowOrder]) -> wire.OrderShown:
        """What a code is, here and now."""
        lane, now = lane_of(request), service.clock()
        _check(data.ask_id)

        def job(connection: sa.Connection) -> wire.OrderShown:
            who = _asking(lane, data.ask_id)
            shown = pickup.look(connection, keys, lane.store_id, data.code[: wire.CODE_MAX], who=who, at=now)
            if shown.order is not None:
                _note(connection, lane, "order.look", shown.order.order_id, now)
            return _told(shown)

        return await service.database.write(job)

    @post(
        wire.PAY_PATH,
        status_code=200,
        request_max_body_size=BODY_MAX,
        tags=TAGS,
        summary="Give the order that was shown to a purchase",
    )
    async def pay(request: AnyRequest, data: JSONBody[wire.PayOrder]) -> wire.OrderToPay:
        """To one purchase at a time; the one that has it may ask again."""
        lane, now = lane_of(request), service.clock()
        for name in (data.ask_id, data.order_id, data.transaction_id):
            _check(name)

        def job(connection: sa.Connection) -> wire.OrderToPay:
            order = pickup.pay_here(
                connection,
                lane.store_id,
                lane.terminal_id,
                data.order_id,
                data.transaction_id,
                shown_to=_asking(lane, data.ask_id),
                at=now,
            )
            if not isinstance(order, Order):
                return wire.OrderToPay(verdict="refused", reason=_reason(order))
            _note(connection, lane, "order.pay", data.order_id, now)
            return wire.OrderToPay(
                verdict="held",
                member_subject=order_lanes.shopper(connection, lane.store_id, data.order_id),
                goods=tuple(
                    wire.PromisedGoods(key=one.key, quantity=one.quantity, paid_minor=one.paid_minor)
                    for one in order.goods
                ),
            )

        return await service.database.write(job)

    @post(
        wire.HAND_OUT_PATH,
        status_code=200,
        request_max_body_size=BODY_MAX,
        tags=TAGS,
        summary="Hand out the order that was shown",
    )
    async def hand_out(request: AnyRequest, data: JSONBody[wire.HandOutOrder]) -> wire.OrderHandedOut:
        """Once; the asking that has it may ask again."""
        lane, now = lane_of(request), service.clock()
        _check(data.ask_id)
        _check(data.order_id)

        def job(connection: sa.Connection) -> wire.OrderHandedOut:
            why_not = pickup.hand_out(
                connection,
                lane.store_id,
                data.order_id,
                shown_to=_asking(lane, data.ask_id),
                who=lane.terminal_id,
                at=now,
            )
            if why_not is not None:
                return wire.OrderHandedOut(verdict="refused", reason=_reason(why_not))
            _note(connection, lane, "order.collect", data.order_id, now)
            return wire.OrderHandedOut(verdict="handed_out")

        return await service.database.write(job)

    return Room(routes=(show, pay, hand_out))


def _check(name: str) -> None:
    if not 0 < len(name) <= wire.ID_MAX or not name.isprintable():
        raise Rejected("malformed", f"an id has 1 to {wire.ID_MAX} printable characters", 400)


def _asking(lane: Lane, ask_id: str) -> str:
    return f"{lane.terminal_id}/{ask_id}"


def _told(shown: pickup.Shown) -> wire.OrderShown:
    if shown.reason is not None:
        return wire.OrderShown(verdict="refused", reason=_reason(shown.reason))
    order, is_due = shown.order, shown.no is pickup.No.UNPAID
    if order is None or (shown.no is not None and not is_due):
        return wire.OrderShown(verdict="refused", reason=_reason(shown.no or Reason.UNKNOWN))
    if is_due and order.paid_by != "lane":
        return wire.OrderShown(verdict="refused", reason=pickup.No.UNPAID.value)
    goods = tuple(wire.OrderGoods(names=one.names, quantity=one.quantity) for one in order.goods)
    return wire.OrderShown(
        verdict="found",
        order_id=order.order_id,
        short=order.short,
        goods=goods,
        years=order.years,
        due_minor=order.total_minor if is_due else 0,
        currency=order.currency,
    )


def _reason(why_not: pickup.No | Reason | Literal["age"]) -> str:
    if why_not == "age":
        return why_not
    return why_not.value if isinstance(why_not, pickup.No) else f"code_{why_not.value}"


def _note(connection: sa.Connection, lane: Lane, action: str, order_id: str, at: int) -> None:
    audit.note(connection, lane.store_id, who=lane.terminal_id, action=action, what=order_id, at=at)
