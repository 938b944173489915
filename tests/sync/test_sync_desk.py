"""Questions about scarce things: one answer each, never a wait for who asks."""

import queue
import threading
from collections.abc import Iterator

import pytest

from kiosk.checkout.desk import (
    BasketAnswer,
    CouponAnswer,
    PointsAnswer,
    ResumeAnswer,
    SuspendedLine,
    ValueAnswer,
    Verdict,
)
from kiosk.sync.answers import Failure, Refused, Unreachable
from kiosk.sync.desk import WAITING_MAX, OnlineDesk
from retail.coupons.model import Benefit, Coupon, CouponKind, Redemption, Saving
from retail.wire.handover import ClaimBasket, PhoneBasket
from retail.wire.scarce import CouponHold, HoldCoupon, HoldPoints, PointsHold
from retail.wire.stored_value import HoldValue, ReleaseValue, ValueHold
from retail.wire.suspended import ClaimSuspended, SuspendedBasket, SuspendedGoods

DEADLINE_S = 5.0


def coupon(serial: str | None) -> Coupon:
    return Coupon(
        kind=CouponKind.STORE_CODE,
        text="THANKS",
        coupon_id="store:THANKS",
        serial=serial,
        saving=Saving(benefit=Benefit.LISTED),
        redemption=Redemption.STORE_AUTHORITY,
    )


class Service:
    """Answers as told, after `gate` opens."""

    def __init__(self) -> None:
        self.coupon: CouponHold | Failure = CouponHold(redemption_key="k", verdict="held")
        self.points: PointsHold | Failure = PointsHold(points=200, verdict="held")
        self.basket: SuspendedBasket | Failure = SuspendedBasket(
            token="t0", verdict="held", of_transaction_id="t0", lines=(SuspendedGoods(key="k", quantity=2),)
        )
        self.value: ValueHold | Failure = ValueHold(
            verdict="held", amount_minor=700, left_minor=1, account_id="v-1", last_digits="1234"
        )
        self.of_a_phone: PhoneBasket | Failure = PhoneBasket(
            verdict="held", token="T", member_subject="S", lines=(SuspendedGoods(key="k"),), coupons=("c",)
        )
        self.asked: list[HoldCoupon | HoldPoints | HoldValue | ClaimBasket] = []
        self.released: queue.Queue[HoldCoupon | HoldPoints | ReleaseValue] = queue.Queue()
        self.gate = threading.Event()
        self.gate.set()

    def hold_coupon(self, question: HoldCoupon) -> CouponHold | Failure:
        self.gate.wait(DEADLINE_S)
        self.asked.append(question)
        return self.coupon

    def release_coupon(self, question: HoldCoupon) -> CouponHold | Failure:
        self.released.put(question)
        return Unreachable(reason="cut")

    def hold_points(self, question: HoldPoints) -> PointsHold | Failure:
        self.gate.wait(DEADLINE_S)
        return self.points

    def release_points(self, question: HoldPoints) -> PointsHold | Failure:
        self.released.put(question)
        return self.points

    def hold_value(self, question: HoldValue) -> ValueHold | Failure:
        self.gate.wait(DEADLINE_S)
        self.asked.append(question)
        return self.value

    def release_value(self, question: ReleaseValue) -> ValueHold | Failure:
        self.released.put(question)
        return Unreachable(reason="cut")

    def claim_suspended(self, question: ClaimSuspended) -> SuspendedBasket | Failure:
        self.gate.wait(DEADLINE_S)
        return self.basket

    def claim_basket(self, question: ClaimBasket) -> PhoneBasket | Failure:
        self.asked.append(question)
        return self.of_a_phone


class Desk:
    def __init__(self) -> None:
        self.service = Service()
        self.coupons: queue.Queue[CouponAnswer] = queue.Queue()
        self.points: queue.Queue[PointsAnswer] = queue.Queue()
        self.resumed: queue.Queue[ResumeAnswer] = queue.Queue()
        self.values: queue.Queue[ValueAnswer] = queue.Queue()
        self.baskets: queue.Queue[BasketAnswer] = queue.Queue()
        self.desk = OnlineDesk(
            self.service,
            self.coupons.put,
            self.points.put,
            self.resumed.put,
            self.values.put,
            answer_basket=self.baskets.put,
        )
        self.desk.start()


@pytest.fixture
def desk() -> Iterator[Desk]:
    made = Desk()
    yield made
    made.service.gate.set()
    made.desk.stop()


@pytest.mark.parametrize("verdict", ["held", "held_elsewhere", "used", "refused"])
def test_the_services_verdict_is_handed_on(desk: Desk, verdict: str) -> None:
    desk.service.coupon = CouponHold(redemption_key="k", verdict=verdict)  # type: ignore[arg-type]
    desk.desk.hold_coupon("t1", 2, coupon("7K2"))
    answer = desk.coupons.get(timeout=DEADLINE_S)
    assert answer == CouponAnswer(transaction_id="t1", coupon_no=2, verdict=Verdict(verdict))
    assert desk.service.asked == [
        HoldCoupon(transaction_id="t1", redemption_key="store:THANKS/7K2", coupon_id="store:THANKS")
    ]


@pytest.mark.parametrize("failure", [Unreachable(reason="cut"), Refused(status=403, code="no", detail="")])
def test_no_answer_is_an_answer(desk: Desk, failure: Failure) -> None:
    desk.service.coupon = desk.service.points = failure
    desk.desk.hold_coupon("t1", 1, coupon("7K2"))
    desk.desk.hold_points("t1", "m1", 300)
    assert desk.coupons.get(timeout=DEADLINE_S).verdict is Verdict.NO_LINK
    assert desk.points.get(timeout=DEADLINE_S) == PointsAnswer(
        transaction_id="t1", points=300, verdict=Verdict.NO_LINK
    )


def test_papers_that_cannot_be_told_apart_need_nobody(desk: Desk) -> None:
    desk.desk.hold_coupon("t1", 1, coupon(None))
    assert desk.coupons.get(timeout=DEADLINE_S).verdict is Verdict.HELD
    desk.desk.release_coupon("t1", 1, coupon(None))
    assert desk.service.asked == []


def test_fewer_points_than_asked_may_be_held(desk: Desk) -> None:
    desk.desk.hold_points("t1", "m1", 300)
    assert desk.points.get(timeout=DEADLINE_S).points == 200


def test_letting_go_is_told_and_its_failure_does_not_matter(desk: Desk) -> None:
    desk.desk.release_coupon("t1", 1, coupon("7K2"))
    desk.desk.release_points("t1", "m1")
    told = {type(desk.service.released.get(timeout=DEADLINE_S)) for _ in range(2)}
    assert told == {HoldCoupon, HoldPoints}


def test_a_silent_service_never_blocks_and_everybody_gets_one_answer(desk: Desk) -> None:
    desk.service.gate.clear()
    asked = WAITING_MAX + 20
    for number in range(asked):
        desk.desk.hold_coupon("t1", number, coupon("7K2"))
    desk.service.gate.set()
    answers = [desk.coupons.get(timeout=DEADLINE_S) for _ in range(asked)]
    assert sorted(answer.coupon_no for answer in answers) == list(range(asked))
    assert {answer.verdict for answer in answers} == {Verdict.HELD, Verdict.NO_LINK}


@pytest.mark.parametrize(
    ("found", "verdict"),
    [(None, Verdict.HELD), (Unreachable(reason="cut"), Verdict.NO_LINK)],
)
def test_a_suspended_basket_is_handed_on_or_said_to_be_out_of_reach(
    desk: Desk, found: Failure | None, verdict: Verdict
) -> None:
    if found is not None:
        desk.service.basket = found
    desk.desk.claim_suspended("t0", "anna")
    answer = desk.resumed.get(timeout=DEADLINE_S)
    assert (answer.token, answer.by, answer.verdict) == ("t0", "anna", verdict)
    assert [(line.key, line.quantity) for line in answer.lines] == ([("k", 2)] if found is None else [])


def test_the_basket_of_a_phone_is_handed_on_or_said_to_be_out_of_reach(desk: Desk) -> None:
    desk.desk.claim_basket("t1", "OSC1BR:" + "0" * 500)
    answer = desk.baskets.get(timeout=DEADLINE_S)
    assert (answer.transaction_id, answer.verdict, answer.token) == ("t1", Verdict.HELD, "T")
    assert (answer.member_subject, answer.lines, answer.coupons) == ("S", (SuspendedLine(key="k"),), ("c",))
    (question,) = desk.service.asked
    assert isinstance(question, ClaimBasket)
    assert len(question.code) <= 160
    desk.service.of_a_phone = PhoneBasket(verdict="used", reason="held")
    desk.desk.claim_basket("t1", "OSC1BR:0")
    told = desk.baskets.get(timeout=DEADLINE_S)
    assert (told.verdict, told.reason, told.lines) == (Verdict.USED, "held", ())
    desk.service.of_a_phone = Unreachable(reason="cut")
    desk.desk.claim_basket("t1", "OSC1BR:0")
    assert desk.baskets.get(timeout=DEADLINE_S).verdict is Verdict.NO_LINK


def test_stored_value_is_asked_for_and_its_answer_handed_on(desk: Desk) -> None:
    desk.desk.hold_value("t1", 2, 2000, "EUR", card_key="ab" * 32, pin="8264")
    assert desk.values.get(timeout=DEADLINE_S) == ValueAnswer(
        transaction_id="t1",
        ask_no=2,
        verdict=Verdict.HELD,
        amount_minor=700,
        left_minor=1,
        account_id="v-1",
        last_digits="1234",
    )
    assert desk.service.asked == [
        HoldValue(
            transaction_id="t1", ask_no=2, amount_minor=2000, currency="EUR", card_key="ab" * 32, pin="8264"
        )
    ]


def test_why_no_value_is_held_is_handed_on(desk: Desk) -> None:
    desk.service.value = ValueHold(verdict="refused", reason="pin_wrong")
    desk.desk.hold_value("t1", 1, 2000, "EUR", member_id="m1")
    answer = desk.values.get(timeout=DEADLINE_S)
    assert (answer.verdict, answer.reason, answer.amount_minor) == (Verdict.REFUSED, "pin_wrong", 0)


@pytest.mark.parametrize("failure", [Unreachable(reason="cut"), Refused(status=403, code="no", detail="")])
def test_no_word_about_value_is_no_link(desk: Desk, failure: Failure) -> None:
    desk.service.value = failure
    desk.desk.hold_value("t1", 3, 2000, "EUR", member_id="m1")
    assert desk.values.get(timeout=DEADLINE_S) == ValueAnswer(
        transaction_id="t1", ask_no=3, verdict=Verdict.NO_LINK
    )


def test_value_that_is_let_go_is_told_and_a_lost_word_does_not_matter(desk: Desk) -> None:
    desk.desk.release_value("t1", 2, account_id="v-1")
    assert desk.service.released.get(timeout=DEADLINE_S) == ReleaseValue(
        transaction_id="t1", ask_no=2, account_id="v-1"
    )


def test_too_many_questions_about_value_are_no_link_at_once(desk: Desk) -> None:
    desk.service.gate.clear()
    for number in range(WAITING_MAX + 10):
        desk.desk.hold_value("t1", number + 1, 1, "EUR", member_id="m1")
    assert desk.values.get(timeout=DEADLINE_S).verdict is Verdict.NO_LINK
