"""Asks the store service about coupons, points and stored value, beside the running purchase.

Source: docs/protocol.md, "Scarce things", "Stored value"; `kiosk.checkout.desk` for the port.
Invariants: a call returns at once; every question that wants an answer gets exactly one, "no link" if need
be; at most WAITING_MAX wait.
"""

import logging
import queue
import threading
from collections.abc import Callable
from typing import Protocol

from kiosk.checkout.desk import (
    BasketAnswer,
    CouponAnswer,
    PointsAnswer,
    ResumeAnswer,
    ReturnAnswer,
    SoldAnswer,
    StoreAnswer,
    SuspendedLine,
    ValueAnswer,
    Verdict,
)
from kiosk.sync.answers import Failure, Refused, Unreachable
from retail.check import require
from retail.coupons.model import Coupon
from retail.wire.handover import CODE_MAX, COUPONS_MAX, ClaimBasket, PhoneBasket
from retail.wire.handover import LINES_MAX as BASKET_MAX
from retail.wire.questions import AnyAnswer, AnyQuestion
from retail.wire.returns import (
    TOKEN_MAX,
    WHY_MAX,
    ClaimReturn,
    FindSale,
    ReleaseReturn,
    ReturnedLine,
    ReturnHold,
    SoldSale,
)
from retail.wire.scarce import CouponHold, HoldCoupon, HoldPoints, PointsHold
from retail.wire.stored_value import HoldValue, ReleaseValue, ValueHold
from retail.wire.suspended import ClaimSuspended, SuspendedBasket, SuspendedGoods

WAITING_MAX = 100
WORKERS = 2

Job = Callable[[], None]

log = logging.getLogger(__name__)


class Asking(Protocol):
    """The service, for scarce things (`kiosk.sync.client.StoreClient`)."""

    def hold_coupon(self, question: HoldCoupon) -> CouponHold | Failure:
        """Hold a coupon."""

    def release_coupon(self, question: HoldCoupon) -> CouponHold | Failure:
        """Let go of it."""

    def hold_points(self, question: HoldPoints) -> PointsHold | Failure:
        """Hold points."""

    def release_points(self, question: HoldPoints) -> PointsHold | Failure:
        """Let go of them."""

    def hold_value(self, question: HoldValue) -> ValueHold | Failure:
        """Hold some of a gift card or balance."""

    def release_value(self, question: ReleaseValue) -> ValueHold | Failure:
        """Let go of it."""

    def claim_suspended(self, question: ClaimSuspended) -> SuspendedBasket | Failure:
        """Take over a basket that was put aside."""

    def claim_basket(self, question: ClaimBasket) -> PhoneBasket | Failure:
        """Take over the basket of a phone."""

    def ask(self, question: AnyQuestion) -> AnyAnswer | Failure:
        """Ask anything that has one answer."""

    def find_sale(self, question: FindSale) -> SoldSale | Failure:
        """Find a sale of which something comes back."""

    def claim_return(self, question: ClaimReturn) -> ReturnHold | Failure:
        """Hold what comes back."""

    def release_return(self, question: ReleaseReturn) -> ReturnHold | Failure:
        """Let go of it."""


class OnlineDesk:
    """`kiosk.checkout.desk.StoreDesk` over the network."""

    def __init__(
        self,
        service: Asking,
        answer_coupon: Callable[[CouponAnswer], None],
        answer_points: Callable[[PointsAnswer], None],
        answer_resume: Callable[[ResumeAnswer], None],
        answer_value: Callable[[ValueAnswer], None] | None = None,
        answer_return: Callable[[SoldAnswer | ReturnAnswer], None] | None = None,
        answer_basket: Callable[[BasketAnswer], None] | None = None,
        answer: Callable[[StoreAnswer], None] | None = None,
    ) -> None:
        """`answer_value`, `answer_return`, `answer_basket`, `answer` None: nobody asks about these here."""
        self._service = service
        self._answer_coupon = answer_coupon
        self._answer_points = answer_points
        self._answer_resume = answer_resume
        self._answer_value = answer_value
        self._answer_return = answer_return
        self._answer_basket = answer_basket
        self._answer = answer
        self._waiting: queue.Queue[Job | None] = queue.Queue(WAITING_MAX)
        self._threads = [
            threading.Thread(target=self._run, name=f"desk-{number}", daemon=True)
            for number in range(WORKERS)
        ]

    def start(self) -> None:
        """Begin to ask."""
        for thread in self._threads:
            thread.start()

    def stop(self, timeout_s: float = 5.0) -> None:
        """End; questions still waiting are not asked any more: whoever asked is ending, too."""
        while True:
            try:
                self._waiting.get_nowait()
            except queue.Empty:
                break
        for _ in self._threads:
            self._waiting.put(None)
        for thread in self._threads:
            if thread.is_alive():
                thread.join(timeout_s)

    # --- the port ----------------------------------------------------------------------------------------

    def hold_coupon(self, transaction_id: str, coupon_no: int, coupon: Coupon) -> None:
        """Ask for a coupon. What only its own online service knows cannot be verified here."""
        question = _question(transaction_id, coupon)

        def answer(verdict: Verdict) -> None:
            self._answer_coupon(
                CouponAnswer(transaction_id=transaction_id, coupon_no=coupon_no, verdict=verdict)
            )

        if question is None:
            answer(Verdict.HELD)  # papers that cannot be told apart: nothing to hold
        else:
            self._queue(
                lambda: answer(_verdict(self._service.hold_coupon(question))),
                otherwise=lambda: answer(Verdict.NO_LINK),
            )

    def release_coupon(self, transaction_id: str, coupon_no: int, coupon: Coupon) -> None:
        """Let go of it; the lease ends it anyway."""
        question = _question(transaction_id, coupon)
        if question is not None:
            self._queue(lambda: self._told(self._service.release_coupon(question)))

    def hold_points(self, transaction_id: str, member_id: str, points: int) -> None:
        """Ask for points."""
        question = HoldPoints(transaction_id=transaction_id, member_id=member_id, points=points)

        def answer(found: PointsHold | Failure) -> None:
            held = found.points if isinstance(found, PointsHold) else points
            self._answer_points(
                PointsAnswer(transaction_id=transaction_id, points=held, verdict=_verdict(found))
            )

        self._queue(
            lambda: answer(self._service.hold_points(question)),
            otherwise=lambda: answer(Unreachable(reason="too many questions wait")),
        )

    def release_points(self, transaction_id: str, member_id: str) -> None:
        """Let go of them; the lease ends it anyway."""
        question = HoldPoints(transaction_id=transaction_id, member_id=member_id, points=0)
        self._queue(lambda: self._told(self._service.release_points(question)))

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
        """Ask for some of a gift card or balance."""
        tell = self._answer_value
        require(tell is not None, "who asks about stored value waits for the answer")
        question = HoldValue(
            transaction_id=transaction_id,
            ask_no=ask_no,
            amount_minor=amount_minor,
            currency=currency,
            card_key=card_key,
            member_id=member_id,
            pin=pin,
        )

        def answer(found: ValueHold | Failure) -> None:
            if tell is not None:
                tell(_valued(question, found))

        self._queue(
            lambda: answer(self._service.hold_value(question)),
            otherwise=lambda: answer(Unreachable(reason="too many questions wait")),
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
        """Let go of it; its hold ends by itself anyway."""
        question = ReleaseValue(
            transaction_id=transaction_id,
            ask_no=ask_no,
            account_id=account_id,
            card_key=card_key,
            member_id=member_id,
        )
        self._queue(lambda: self._told(self._service.release_value(question)))

    def claim_suspended(self, token: str, by: str) -> None:
        """Ask for a basket that was put aside."""
        question = ClaimSuspended(token=token, by=by)

        def answer(found: SuspendedBasket | Failure) -> None:
            self._answer_resume(_resumed(question, found))

        self._queue(
            lambda: answer(self._service.claim_suspended(question)),
            otherwise=lambda: answer(Unreachable(reason="too many questions wait")),
        )

    def claim_basket(self, transaction_id: str, code: str) -> None:
        """Ask for the basket of a phone."""
        question, tell = ClaimBasket(transaction_id=transaction_id, code=code[:CODE_MAX]), self._answer_basket
        require(tell is not None, "who asks for baskets of phones waits for the answer")
        assert tell is not None  # for the type checker

        def answer(found: PhoneBasket | Failure) -> None:
            tell(handed_over(question, found))

        self._queue(
            lambda: answer(self._service.claim_basket(question)),
            otherwise=lambda: answer(Unreachable(reason="too many questions wait")),
        )

    def ask(self, question: AnyQuestion) -> None:
        """Ask anything that has one answer."""
        tell = self._answer
        require(tell is not None, "who asks the store waits for the answer")
        assert tell is not None  # for the type checker

        def answer(found: AnyAnswer | Failure) -> None:
            told = None if isinstance(found, Unreachable | Refused) else found
            tell(StoreAnswer(question=question, answer=told))

        self._queue(
            lambda: answer(self._service.ask(question)),
            otherwise=lambda: answer(Unreachable(reason="too many questions wait")),
        )

    def find_sale(self, token: str, by: str) -> None:
        """Ask for a sale of which something comes back."""
        question = FindSale(token=token[:TOKEN_MAX], by=by)
        tell = self._tell_of_returns()

        def answer(found: SoldSale | Failure) -> None:
            tell(_sold(question, found))

        self._queue(
            lambda: answer(self._service.find_sale(question)),
            otherwise=lambda: answer(Unreachable(reason="too many questions wait")),
        )

    def claim_return(
        self, return_id: str, of_transaction_id: str, lines: tuple[ReturnedLine, ...], by: str, why: str
    ) -> None:
        """Ask to hold what comes back."""
        question = ClaimReturn(
            return_id=return_id, of_transaction_id=of_transaction_id, lines=lines, by=by, why=why[:WHY_MAX]
        )
        tell = self._tell_of_returns()

        def answer(found: ReturnHold | Failure) -> None:
            tell(_held(question, found))

        self._queue(
            lambda: answer(self._service.claim_return(question)),
            otherwise=lambda: answer(Unreachable(reason="too many questions wait")),
        )

    def release_return(self, return_id: str) -> None:
        """Let go of it."""
        question = ReleaseReturn(return_id=return_id)
        self._queue(lambda: self._told(self._service.release_return(question)))

    def _tell_of_returns(self) -> Callable[[SoldAnswer | ReturnAnswer], None]:
        tell = self._answer_return
        require(tell is not None, "who asks about returns waits for the answer")
        assert tell is not None  # for the type checker
        return tell

    # --- its threads -------------------------------------------------------------------------------------

    def _queue(self, job: Job, otherwise: Job | None = None) -> None:
        """Do `job` on a thread; `otherwise` at once if too many wait."""
        try:
            self._waiting.put_nowait(job)
        except queue.Full:
            log.error("too many questions wait for the store service")
            if otherwise is not None:
                otherwise()

    def _run(self) -> None:
        while (job := self._waiting.get()) is not None:
            job()

    @staticmethod
    def _told(answer: CouponHold | PointsHold | ValueHold | ReturnHold | Failure) -> None:
        if not isinstance(answer, CouponHold | PointsHold | ValueHold | ReturnHold):
            log.info("not released, its lease ends it: %s", answer)


def _question(transaction_id: str, coupon: Coupon) -> HoldCoupon | None:
    key = coupon.redemption_key
    if key is None:
        return None
    return HoldCoupon(transaction_id=transaction_id, redemption_key=key, coupon_id=coupon.coupon_id)


def _resumed(question: ClaimSuspended, found: SuspendedBasket | Failure) -> ResumeAnswer:
    if not isinstance(found, SuspendedBasket):
        return ResumeAnswer(token=question.token, by=question.by, verdict=Verdict.NO_LINK)
    return ResumeAnswer(
        token=found.token,
        by=question.by,
        verdict=Verdict(found.verdict),
        of_transaction_id=found.of_transaction_id,
        lines=_goods(found.lines),
    )


def handed_over(question: ClaimBasket, found: PhoneBasket | Failure) -> BasketAnswer:
    """The service's answer as the checkout reads it, within its limits."""
    if not isinstance(found, PhoneBasket):
        return BasketAnswer(transaction_id=question.transaction_id, verdict=Verdict.NO_LINK)
    return BasketAnswer(
        transaction_id=question.transaction_id,
        verdict=Verdict(found.verdict),
        reason=found.reason,
        token=found.token,
        member_subject=found.member_subject,
        lines=_goods(found.lines[:BASKET_MAX]),
        coupons=found.coupons[:COUPONS_MAX],
    )


def _goods(lines: tuple[SuspendedGoods, ...]) -> tuple[SuspendedLine, ...]:
    return tuple(
        SuspendedLine(
            key=line.key,
            quantity=line.quantity,
            weight_g=line.weight_g,
            price_minor=line.price_minor,
            is_marked_down=line.is_marked_down,
            best_before=line.best_before,
        )
        for line in lines
    )


def _valued(question: HoldValue, found: ValueHold | Failure) -> ValueAnswer:
    if not isinstance(found, ValueHold):
        return ValueAnswer(
            transaction_id=question.transaction_id, ask_no=question.ask_no, verdict=Verdict.NO_LINK
        )
    return ValueAnswer(
        transaction_id=question.transaction_id,
        ask_no=question.ask_no,
        verdict=Verdict(found.verdict),
        reason=found.reason,
        amount_minor=found.amount_minor,
        left_minor=found.left_minor,
        account_id=found.account_id,
        last_digits=found.last_digits,
    )


def _sold(question: FindSale, found: SoldSale | Failure) -> SoldAnswer:
    if not isinstance(found, SoldSale):
        return SoldAnswer(token=question.token, by=question.by, verdict=Verdict.NO_LINK)
    return SoldAnswer(token=question.token, by=question.by, verdict=Verdict(found.verdict), sold=found)


def _held(question: ClaimReturn, found: ReturnHold | Failure) -> ReturnAnswer:
    if not isinstance(found, ReturnHold):
        return ReturnAnswer(return_id=question.return_id, verdict=Verdict.NO_LINK)
    return ReturnAnswer(
        return_id=found.return_id,
        verdict=Verdict(found.verdict),
        reason=found.reason,
        amount_minor=found.amount_minor,
        parts=found.parts,
    )


def _verdict(answer: CouponHold | PointsHold | Failure) -> Verdict:
    return Verdict(answer.verdict) if isinstance(answer, CouponHold | PointsHold) else Verdict.NO_LINK
