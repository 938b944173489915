"""The desk of a lane without a store service: nobody can be asked, and that is said at once.

Invariants: every question is answered by `NO_LINK`, so that the offline rules decide without waiting.
"""

from collections.abc import Callable

from kiosk.checkout import commands as c
from kiosk.checkout import staff_commands as sc
from kiosk.checkout.desk import (
    BasketAnswer,
    CouponAnswer,
    PointsAnswer,
    ResumeAnswer,
    ReturnAnswer,
    SoldAnswer,
    StoreAnswer,
    ValueAnswer,
    Verdict,
)
from retail.coupons.model import Coupon
from retail.wire.questions import AnyQuestion
from retail.wire.returns import ReturnedLine


class LoneDesk:
    """Implements `kiosk.checkout.desk.StoreDesk`."""

    def __init__(
        self,
        post: Callable[[c.AnyCommand], None],
        answer_value: Callable[[ValueAnswer], None] | None = None,
    ) -> None:
        """`answer_value` None: nobody asks about stored value on this lane."""
        self._post = post
        self._answer_value = answer_value

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

    def hold_value(
        self,
        transaction_id: str,
        ask_no: int,
        amount_minor: int,
        currency: str,
        *,
        card_key: str = "",
        member_id: str = "",
        pin: str = "",
    ) -> None:
        """Nobody keeps balances."""
        if self._answer_value is not None:
            self._answer_value(
                ValueAnswer(transaction_id=transaction_id, ask_no=ask_no, verdict=Verdict.NO_LINK)
            )

    def release_value(
        self,
        transaction_id: str,
        ask_no: int,
        *,
        account_id: str = "",
        card_key: str = "",
        member_id: str = "",
    ) -> None:
        """Nothing was held."""

    def find_sale(self, token: str, by: str) -> None:
        """Nobody knows what was sold elsewhere, or what came back already."""
        self._post(sc.ReportSold(answer=SoldAnswer(token=token, by=by, verdict=Verdict.NO_LINK)))

    def claim_return(
        self, return_id: str, of_transaction_id: str, lines: tuple[ReturnedLine, ...], by: str, why: str
    ) -> None:
        """Nobody can hold it."""
        self._post(sc.ReportReturn(answer=ReturnAnswer(return_id=return_id, verdict=Verdict.NO_LINK)))

    def release_return(self, return_id: str) -> None:
        """Nothing was held."""

    def claim_basket(self, transaction_id: str, code: str) -> None:
        """Nobody keeps baskets of phones."""
        answer = BasketAnswer(transaction_id=transaction_id, verdict=Verdict.NO_LINK)
        self._post(c.ReportBasket(answer=answer))

    def ask(self, question: AnyQuestion) -> None:
        """Nobody knows."""
        self._post(c.ReportStore(answer=StoreAnswer(question=question)))

    def claim_suspended(self, token: str, by: str) -> None:
        """Nobody keeps baskets that were put aside."""
        self._post(sc.ReportResume(answer=ResumeAnswer(token=token, by=by, verdict=Verdict.NO_LINK)))
