"""Giving money back through the gateway: asked about first, sent when the gateway does not know it.

The gateway takes each refund number once, so a refund that got lost on the way is sent again under its
number, never under a new one.

Source: docs/devices/wallet.md, "Giving back".
Invariants: nothing is sent while what became of it is not known; given back means booked, with this amount.
"""

from kiosk.devices.refund import NotGivenBack
from kiosk.devices.terminal import NeedsAttendant, Unknown
from kiosk.devices.wallet import GivenBack, WalletRefund, WalletRefundOutcome
from kiosk.payment.wallet.client import Missing, NoAnswer, NotSent, Refused
from kiosk.payment.wallet.codec import Absent, Refund, RefundState, RefundStep
from kiosk.payment.wallet.desk import Desk

SENDS_MAX = 3
"""How often a refund goes out that the gateway says it does not know."""


class Refunds:
    """Used by the driver's thread."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def give_back(self, request: WalletRefund) -> WalletRefundOutcome:
        """Ask what is known of it, send it if nothing is, follow it to its end."""
        until = self._desk.now() + self._desk.profile.settle_s
        body = Refund(amount_minor=request.amount_minor, currency=request.currency)
        sends = 0
        while True:
            answer = self._desk.client.refund_query(request.order_number, request.refund_id)
            if isinstance(answer, Missing) and answer.what is Absent.REFUND:
                if sends == SENDS_MAX:
                    return Unknown(reason="the gateway does not know the refund it was sent")
                sends += 1
                answer = self._desk.client.refund(request.order_number, request.refund_id, body)
            match answer:
                case RefundState() if answer.state is not RefundStep.PENDING:
                    return _judge(request, answer)
                case RefundState():
                    reason = "the gateway has not given it back yet"
                case Refused(status=409):
                    return NeedsAttendant(reason=answer.reason)
                case Missing():
                    return NotGivenBack(reason=f"the gateway does not know the {answer.what.value}")
                case Refused():
                    return NotGivenBack(reason=answer.reason)
                case NotSent() | NoAnswer():
                    reason = answer.reason
            if self._desk.now() >= until:
                return Unknown(reason=reason)
            self._desk.sleep(self._desk.profile.retry_s)


def _judge(request: WalletRefund, state: RefundState) -> WalletRefundOutcome:
    if state.state is RefundStep.REFUSED:
        return NotGivenBack(reason=state.text or "the gateway refuses the refund")
    if (state.amount_minor, state.currency) != (request.amount_minor, request.currency):
        return NeedsAttendant(reason=f"the gateway gave back {state.amount_minor} {state.currency}")
    return GivenBack(amount_minor=request.amount_minor, currency=request.currency, reference=state.reference)
