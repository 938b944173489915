"""Following one order to its end.

Source: docs/devices/wallet.md, "One order".
Invariants: an order that is missing at the gateway is closed there before it counts as never made; a payment
that is not as asked is given back, and that is confirmed; every loop ends at a deadline.
"""

from typing import assert_never

from kiosk.devices.terminal import NeedsAttendant, NotCharged, Reversed, Unknown
from kiosk.devices.wallet import (
    GivenBack,
    WalletCancelled,
    WalletCodeReady,
    WalletDeclined,
    WalletExpired,
    WalletOutcome,
    WalletPaid,
    WalletRefund,
    WalletRequest,
    WalletWaiting,
)
from kiosk.payment.wallet.client import Missing, NoAnswer, NotSent, Refused, Trouble
from kiosk.payment.wallet.codec import Order, OrderState, State
from kiosk.payment.wallet.desk import Desk
from kiosk.payment.wallet.refunds import Refunds
from retail import emvco

CONNECTS_MAX = 3
"""Tries to reach a gateway that is not there before an order counts as not made."""
UNDO = "-undo"
"""Ends the number of a refund that takes back a payment that was not as asked."""


class Orders:
    """Used by the driver's thread."""

    def __init__(self, desk: Desk, refunds: Refunds) -> None:
        self._desk = desk
        self._refunds = refunds

    def create(self, request: WalletRequest, code: str) -> WalletOutcome:
        """Open an order and follow it."""
        profile = self._desk.profile
        order = Order(
            amount_minor=request.amount_minor,
            currency=request.currency,
            valid_s=int(profile.order_s) or 1,
            code=code,
        )
        for attempt in range(1, CONNECTS_MAX + 1):
            if self._desk.is_cancelled(request.order_number):
                return WalletCancelled()  # nothing of it has arrived anywhere
            answer = self._desk.client.create(request.order_number, order)
            match answer:
                case NotSent() if attempt < CONNECTS_MAX:
                    self._desk.sleep(profile.retry_s)
                case NotSent():
                    return NotCharged(reason=f"the gateway cannot be reached: {answer.reason}")
                case Refused(status=409):
                    return NeedsAttendant(reason=answer.reason)
                case Refused():
                    return NotCharged(reason=answer.reason)
                case Missing() | NoAnswer():
                    return self._find_out(request)
                case OrderState():
                    return self._follow(request, answer)
                case _:
                    assert_never(answer)
        return NotCharged(reason="the gateway was not asked")

    def query(self, request: WalletRequest) -> WalletOutcome:
        """What became of an order; one that is still open is followed to its end."""
        return self._find_out(request)

    def _find_out(self, request: WalletRequest) -> WalletOutcome:
        """Ask until somebody answers. An unknown order is closed, so that it can never come alive."""
        until = self._desk.now() + self._desk.profile.settle_s
        while True:
            answer = self._desk.client.query(request.order_number)
            if isinstance(answer, OrderState):
                return self._follow(request, answer)
            if isinstance(answer, Missing):
                return self._close(request, until, made=False)
            if self._desk.now() >= until:
                return Unknown(reason=_why(answer))
            self._desk.sleep(self._desk.profile.retry_s)

    def _follow(self, request: WalletRequest, state: OrderState) -> WalletOutcome:
        """From the first word of the gateway to its last."""
        profile, shown = self._desk.profile, False
        until = self._desk.now() + profile.order_s
        heard = self._desk.now()
        while state.state is State.PENDING:
            if not shown:
                trouble = self._show(request, state)
                if trouble:
                    return self._give_up(request, trouble)
                shown = True
            if self._desk.is_cancelled(request.order_number):
                return self._close(request, self._desk.now() + profile.settle_s)
            if self._desk.now() >= until:
                return self._close(request, self._desk.now() + profile.settle_s, expired=True)
            self._desk.sleep(profile.poll_s)
            answer = self._desk.client.query(request.order_number)
            if isinstance(answer, OrderState):
                state, heard = answer, self._desk.now()
            elif self._desk.now() >= max(until, heard + profile.settle_s):
                return Unknown(reason=_why(answer))
        return self._judge(request, state)

    def _show(self, request: WalletRequest, state: OrderState) -> str:
        """Let the shopper pay. What is wrong with the gateway's code; empty when it is as asked."""
        if not state.present:
            self._desk.said(WalletWaiting(order_number=request.order_number))
            return ""
        try:
            code = emvco.parse(state.present)
        except emvco.PayloadError as error:
            return f"the gateway's code is none: {error}"
        if (code.amount_minor, code.currency) != (request.amount_minor, request.currency):
            return f"the gateway's code asks for {code.amount_minor} {code.currency}"
        self._desk.said(WalletCodeReady(order_number=request.order_number, text=state.present))
        return ""

    def _give_up(self, request: WalletRequest, reason: str) -> WalletOutcome:
        """The gateway's code must not be shown: close the order."""
        outcome = self._close(request, self._desk.now() + self._desk.profile.settle_s)
        return NotCharged(reason=reason) if isinstance(outcome, WalletCancelled) else outcome

    def _close(
        self, request: WalletRequest, until: float, *, expired: bool = False, made: bool = True
    ) -> WalletOutcome:
        """Cancel until the gateway says what it came to."""
        while True:
            answer = self._desk.client.cancel(request.order_number)
            if isinstance(answer, OrderState) and answer.state is not State.PENDING:
                break
            if self._desk.now() >= until:
                return Unknown(reason=f"the order could not be closed: {_why(answer)}")
            self._desk.sleep(self._desk.profile.retry_s)
        if answer.state is not State.CANCELLED:
            return self._judge(request, answer)
        return self._look_again(request, answer, expired=expired, made=made)

    def _look_again(
        self, request: WalletRequest, closed: OrderState, *, expired: bool, made: bool
    ) -> WalletOutcome:
        """A gateway that says both cancelled and paid holds money of an order that is closed here."""
        later = self._desk.client.query(request.order_number)
        if isinstance(later, OrderState) and later.state is State.PAID:
            return self._take_back(request, later, "paid although the gateway had cancelled it")
        outcome = self._judge(request, later if isinstance(later, OrderState) else closed)
        if not isinstance(outcome, WalletCancelled):
            return outcome
        if not made:
            return NotCharged(reason="the gateway never knew the order, and has closed it")
        return WalletExpired() if expired else outcome

    def _judge(self, request: WalletRequest, state: OrderState) -> WalletOutcome:
        """What a final state proves."""
        if state.state is State.PAID:
            return self._paid(request, state)
        if state.refunded_minor:
            return Reversed(reason=f"the gateway gave a payment back by itself ({state.state.value})")
        match state.state:
            case State.DECLINED:
                return WalletDeclined(text=state.text)
            case State.EXPIRED:
                return WalletExpired()
            case State.CANCELLED:
                return WalletCancelled()
            case _:
                return Unknown(reason=f"the gateway says {state.state.value}")

    def _paid(self, request: WalletRequest, state: OrderState) -> WalletOutcome:
        if state.amount_minor is None or state.currency is None:
            return NeedsAttendant(reason="the gateway says paid, but not how much")
        if state.refunded_minor == state.amount_minor:
            return Reversed(reason="paid, and given back whole")
        if (state.amount_minor, state.currency) != (request.amount_minor, request.currency):
            asked = f"{request.amount_minor} {request.currency}"
            told = f"{state.amount_minor} {state.currency}"
            return self._take_back(request, state, f"{told} was paid instead of {asked}")
        return WalletPaid(
            amount_minor=state.amount_minor,
            currency=state.currency,
            wallet=state.wallet,
            reference=state.reference,
        )

    def _take_back(self, request: WalletRequest, state: OrderState, reason: str) -> WalletOutcome:
        """A payment that must not stand."""
        if state.amount_minor is None or state.currency is None:
            return NeedsAttendant(reason=f"{reason}; the gateway does not say how much")
        undo = WalletRefund(
            refund_id=request.order_number + UNDO,
            order_number=request.order_number,
            amount_minor=state.amount_minor,
            currency=state.currency,
        )
        outcome = self._refunds.give_back(undo)
        if isinstance(outcome, GivenBack):
            return Reversed(reason=reason)
        if isinstance(outcome, Unknown):
            return Unknown(reason=f"{reason}; {outcome.reason}")
        return NeedsAttendant(reason=f"{reason}; it was not given back: {outcome.reason}")


def _why(answer: OrderState | Trouble) -> str:
    match answer:
        case OrderState():
            return f"the gateway says {answer.state.value}"
        case Missing():
            return "the gateway does not know the order"
        case NotSent() | NoAnswer() | Refused():
            return answer.reason
        case _:
            assert_never(answer)
