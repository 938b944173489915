"""The desk of a lane without a store service: nobody can be asked, and that is said at once.

Invariants: every question is answered by `NO_LINK`, so that the offline rules decide without waiting.
"""

from collections.abc import Callable

from kiosk.checkout import commands as c
from kiosk.checkout import staff_commands as sc
from kiosk.checkout.desk import CouponAnswer, PointsAnswer, ResumeAnswer, Verdict
from retail.coupons.model import Coupon


class LoneDesk:
    """Implements `kiosk.checkout.desk.StoreDesk`."""

    def __init__(self, post: Callable[[c.AnyCommand], None]) -> None:
        self._post = post

    def hold_coupon(self, transaction_id: str, coupon_no: int, coupon: Coupon) -> None:
        """Nobody keeps this coupon's book but the lane."""
        answer = CouponAnswer(transaction_id=transaction_id, coupon_no=coupon_no, verdict=Verdict.NO_LINK)
        self._post(c.ReportCoupon(answer=answer))

    def release_coupon(self, transaction_id: str, coupon_no: int, coupon: Coupon) -> None:
        """Nothing was held."""

    def hold_points(self, transaction_id: str, member_id: str, points: int) -> None:
        """Nobody keeps the ledger."""
        answer = PointsAnswer(transaction_id=transaction_id, points=0, verdict=Verdict.NO_LINK)
        self._post(c.ReportPoints(answer=answer))

    def release_points(self, transaction_id: str, member_id: str) -> None:
        """Nothing was held."""

    def claim_suspended(self, token: str, by: str) -> None:
        """Nobody keeps baskets that were put aside."""
        self._post(sc.ReportResume(answer=ResumeAnswer(token=token, by=by, verdict=Verdict.NO_LINK)))
