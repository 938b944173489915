"""A lane without a store service says so at once, to every question."""

from kiosk.app.lone_desk import LoneDesk
from kiosk.checkout import commands as c
from kiosk.checkout.desk import CouponAnswer, PointsAnswer, ValueAnswer, Verdict
from retail.coupons import Benefit, Coupon, CouponKind, Redemption, Saving

COUPON = Coupon(
    kind=CouponKind.STORE_CODE,
    text="SPRING",
    coupon_id="store:SPRING",
    saving=Saving(benefit=Benefit.LISTED),
    redemption=Redemption.LOCAL_OK,
)


def test_every_question_is_answered_by_no_link_and_nothing_else_is_said() -> None:
    posted: list[c.AnyCommand] = []
    desk = LoneDesk(posted.append)
    desk.hold_coupon("t", 1, COUPON)
    desk.release_coupon("t", 1, COUPON)
    desk.hold_points("t", "m", 100)
    desk.release_points("t", "m")
    assert posted == [
        c.ReportCoupon(answer=CouponAnswer(transaction_id="t", coupon_no=1, verdict=Verdict.NO_LINK)),
        c.ReportPoints(answer=PointsAnswer(transaction_id="t", points=0, verdict=Verdict.NO_LINK)),
    ]


def test_stored_value_is_answered_by_no_link_where_somebody_asks_for_it() -> None:
    answers: list[ValueAnswer] = []
    desk = LoneDesk(lambda command: None, answers.append)
    desk.hold_value("t", 3, 500, "EUR", card_key="ab" * 32)
    desk.release_value("t", 3, card_key="ab" * 32)
    assert answers == [ValueAnswer(transaction_id="t", ask_no=3, verdict=Verdict.NO_LINK)]
