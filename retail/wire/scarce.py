"""Questions about what may be spent only once: coupons, points, campaign uses.

Source: docs/protocol.md, "Scarce things"; rules in `retail.coupons.redemption` and `retail.coupons.escrow`.
"""

from typing import Literal

import msgspec

COUPON_HOLD_PATH = "/v1/coupons/hold"
COUPON_RELEASE_PATH = "/v1/coupons/release"
POINTS_HOLD_PATH = "/v1/points/hold"
POINTS_RELEASE_PATH = "/v1/points/release"
LEASE_PATH = "/v1/leases"

Verdict = Literal["held", "held_elsewhere", "used", "refused"]


class HoldCoupon(msgspec.Struct, frozen=True, kw_only=True):
    """Hold a coupon for a transaction."""

    transaction_id: str
    redemption_key: str
    coupon_id: str


class CouponHold(msgspec.Struct, frozen=True, kw_only=True):
    """200: the answer."""

    redemption_key: str
    verdict: Verdict
    held_until: int = 0


class HoldPoints(msgspec.Struct, frozen=True, kw_only=True):
    """Hold points for a transaction."""

    transaction_id: str
    member_id: str
    points: int


class PointsHold(msgspec.Struct, frozen=True, kw_only=True):
    """200: the answer."""

    points: int
    verdict: Verdict
    held_until: int = 0


class LeaseRequest(msgspec.Struct, frozen=True, kw_only=True):
    """Ask for a slice of a campaign's uses and money, and give back what is over."""

    offer_id: str
    uses_wanted: int = 0
    amount_wanted_minor: int = 0
    spent_uses: int = 0
    spent_minor: int = 0
    """Of the slice in hand, since it was given."""
    slice_id: str = ""
    """The slice in hand (`Lease.slice_id`); empty: none."""
    epoch: int = 0
    sealed: int = 0
    """The last envelope the lane has sealed, sent or not: an expired slice goes back to the pool once the
    service has everything up to it."""


class Lease(msgspec.Struct, frozen=True, kw_only=True):
    """200: the slice this lane may spend."""

    offer_id: str
    uses: int
    amount_minor: int
    expires_at: int
    slice_id: str = ""
    """Empty: nothing was given."""
