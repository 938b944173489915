"""Requests on their way from the lane to the driver's thread: bounded, in order, waking the sleeper."""

import threading
from collections import deque

import msgspec

from kiosk.devices.refund import CardRefund, OpenRefund, RefundListener
from kiosk.devices.terminal import OpenAttempt, PaymentRequest
from kiosk.payment.line import Doorbell
from retail.card import Baseline
from retail.check import require

REQUESTS_MAX = 16
"""A lane has one payment at a time; more waiting requests than this mean it has lost count."""


class AuthoriseRequest(msgspec.Struct, frozen=True, kw_only=True):
    """Charge a card."""

    request: PaymentRequest
    baseline: Baseline | None


class RecoverRequest(msgspec.Struct, frozen=True, kw_only=True):
    """Find out what became of an attempt; after `deadline` (monotonic) the answer is Unknown again."""

    attempt: OpenAttempt
    deadline: float


class EndOfDayRequest(msgspec.Struct, frozen=True, kw_only=True):
    """Close the terminal's day."""


class RefundRequest(msgspec.Struct, frozen=True, kw_only=True):
    """Give money back to a card."""

    request: CardRefund
    baseline: Baseline | None
    listener: RefundListener


class RecoverRefundRequest(msgspec.Struct, frozen=True, kw_only=True):
    """Find out what became of a refund; after `deadline` (monotonic) the answer is Unknown again."""

    refund: OpenRefund
    listener: RefundListener
    deadline: float


Request = AuthoriseRequest | RecoverRequest | EndOfDayRequest | RefundRequest | RecoverRefundRequest


class Inbox:
    """Filled by the lane, emptied by the driver's thread."""

    def __init__(self, doorbell: Doorbell) -> None:
        self._doorbell = doorbell
        self._lock = threading.Lock()
        self._requests: deque[Request] = deque()
        self._cancelled = ""

    def post(self, request: Request) -> None:
        """Add a request; asking again about the same attempt replaces the question still waiting."""
        with self._lock:
            if isinstance(request, RecoverRequest):
                waiting = self._waiting_recovery()
                if waiting is not None and waiting.attempt.request == request.attempt.request:
                    self._requests.remove(waiting)
            require(len(self._requests) < REQUESTS_MAX, "the terminal's requests are answered one by one")
            self._requests.append(request)
        self._doorbell.ring()

    def put_back(self, request: Request) -> None:
        """Return a request that could not be finished; it is next again."""
        with self._lock:
            self._requests.appendleft(request)

    def take(self) -> Request | None:
        """The next request."""
        with self._lock:
            return self._requests.popleft() if self._requests else None

    def has_request(self) -> bool:
        """Something waits to be done."""
        with self._lock:
            return bool(self._requests)

    def waiting_recovery(self) -> RecoverRequest | None:
        """The first waiting question about an attempt, left in place."""
        with self._lock:
            return self._waiting_recovery()

    def _waiting_recovery(self) -> RecoverRequest | None:
        return next((request for request in self._requests if isinstance(request, RecoverRequest)), None)

    def waiting_refund(self) -> RecoverRefundRequest | None:
        """The first waiting question about a refund, left in place."""
        with self._lock:
            waiting = (found for found in self._requests if isinstance(found, RecoverRefundRequest))
            return next(waiting, None)

    def cancel(self, attempt_id: str) -> None:
        """Remember the wish to stop an attempt."""
        with self._lock:
            self._cancelled = attempt_id
        self._doorbell.ring()

    def is_cancelled(self, attempt_id: str) -> bool:
        """The lane wished to stop this attempt."""
        with self._lock:
            return self._cancelled == attempt_id
