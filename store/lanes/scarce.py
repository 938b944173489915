"""What may be spent once: a lane asks before it counts, and lets go when the sale does not happen.

Answers are verdicts, never errors: a coupon that somebody else holds is a normal day. Asking again gives the
same answer; what a sale really used is told by its journal (`store.data.goods.coupons.redeem_from_sale`).

Source: docs/protocol.md, "Scarce things".
Invariants: every answer is by the store of the lane that asks; nothing is held without an end.
"""

from typing import Any

from litestar import Request, post
from litestar.params import JSONBody

from retail.wire.scarce import (
    COUPON_HOLD_PATH,
    COUPON_RELEASE_PATH,
    LEASE_PATH,
    POINTS_HOLD_PATH,
    POINTS_RELEASE_PATH,
    CouponHold,
    HoldCoupon,
    HoldPoints,
    Lease,
    LeaseRequest,
    PointsHold,
)
from store.data.goods import coupons, leases
from store.data.people import points
from store.front.gate import lane_of
from store.identity.errors import Rejected
from store.service import Room, Service

BODY_MAX = 4 * 1024
NAME_MAX = 200
"""Characters of an id or a redemption key."""
POINTS_MAX = 10**9
COUNT_MAX = 10**12
TAGS = ["lanes"]

AnyRequest = Request[Any, Any, Any]


def room(service: Service) -> Room:
    """The handlers of this module."""
    database, clock = service.database, service.clock

    @post(
        COUPON_HOLD_PATH, status_code=200, request_max_body_size=BODY_MAX, tags=TAGS, summary="Hold a coupon"
    )
    async def hold_coupon(request: AnyRequest, data: JSONBody[HoldCoupon]) -> CouponHold:
        """Hold a coupon for a purchase, for 15 minutes; asking again renews it."""
        lane = lane_of(request)
        _named(data.transaction_id, data.redemption_key, data.coupon_id)
        now = clock()
        return await database.write(
            lambda connection: coupons.hold(connection, lane.store_id, lane.terminal_id, data, at=now)
        )

    @post(
        COUPON_RELEASE_PATH,
        status_code=200,
        request_max_body_size=BODY_MAX,
        tags=TAGS,
        summary="Let a coupon go",
    )
    async def release_coupon(request: AnyRequest, data: JSONBody[HoldCoupon]) -> CouponHold:
        """Let go of a coupon that this purchase does not use."""
        lane = lane_of(request)
        _named(data.transaction_id, data.redemption_key, data.coupon_id)
        now = clock()
        await database.write(
            lambda connection: coupons.release(
                connection, lane.store_id, data.transaction_id, data.redemption_key, at=now
            )
        )
        return CouponHold(redemption_key=data.redemption_key, verdict="refused")

    @post(POINTS_HOLD_PATH, status_code=200, request_max_body_size=BODY_MAX, tags=TAGS, summary="Hold points")
    async def hold_points(request: AnyRequest, data: JSONBody[HoldPoints]) -> PointsHold:
        """Set a member's points aside for a purchase, in place of what it held before."""
        lane = lane_of(request)
        _named(data.transaction_id, data.member_id)
        _within(data.points, POINTS_MAX, "points")
        now = clock()
        held = await database.write(
            lambda connection: points.hold(
                connection,
                data.member_id,
                data.transaction_id,
                data.points,
                store_id=lane.store_id,
                terminal_id=lane.terminal_id,
                at=now,
            )
        )
        return PointsHold(points=held.points, verdict=held.verdict, held_until=held.held_until)

    @post(
        POINTS_RELEASE_PATH,
        status_code=200,
        request_max_body_size=BODY_MAX,
        tags=TAGS,
        summary="Let points go",
    )
    async def release_points(request: AnyRequest, data: JSONBody[HoldPoints]) -> PointsHold:
        """Let go of the points a purchase held."""
        lane_of(request)
        _named(data.transaction_id, data.member_id)
        now = clock()
        await database.write(
            lambda connection: points.release(connection, data.member_id, data.transaction_id, now)
        )
        return PointsHold(points=0, verdict="refused")

    @post(
        LEASE_PATH,
        status_code=200,
        request_max_body_size=BODY_MAX,
        tags=TAGS,
        summary="A slice of a campaign",
    )
    async def lease(request: AnyRequest, data: JSONBody[LeaseRequest]) -> Lease:
        """Tell what is spent of the slice in hand; get the one to spend from now on."""
        lane = lane_of(request)
        _named(data.offer_id)
        for name in ("uses_wanted", "amount_wanted_minor", "spent_uses", "spent_minor", "epoch", "sealed"):
            _within(getattr(data, name), COUNT_MAX, name)
        if len(data.slice_id) > NAME_MAX:
            raise Rejected("malformed", f"slice_id has at most {NAME_MAX} characters", 400)
        now = clock()
        lent = await database.write(
            lambda connection: leases.lend(connection, lane.store_id, lane.terminal_id, data, at=now)
        )
        if lent is None:
            raise Rejected("not_found", "this offer is no campaign of the store", 404)
        return lent

    return Room(routes=(hold_coupon, release_coupon, hold_points, release_points, lease))


def _named(*names: str) -> None:
    for name in names:
        if not 0 < len(name) <= NAME_MAX or not name.isprintable():
            raise Rejected("malformed", f"an id or key has 1 to {NAME_MAX} printable characters", 400)


def _within(value: int, most: int, name: str) -> None:
    if not 0 <= value <= most:
        raise Rejected("malformed", f"{name} is from 0 to {most}", 400)
