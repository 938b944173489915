"""The wallet gateway of a lane: orders by our own number, followed to an end that the gateway confirms.

One thread asks and waits. Whatever is not known is asked for again by the order's number; an order the
gateway does not know is closed there before it counts as never made, so that a request still on its way can
never come alive later. After a cancel the gateway decides whether cancel or payment was first.

Source: docs/devices/wallet.md.
Invariants: one answer per request; no new order while another is not settled, and no new refund while
another is not; nothing but a gateway's word for this order, with its amount and currency, counts as paid.
"""

import threading
from collections import deque
from typing import assert_never

import httpx

from kiosk.devices.clock import Clock, SystemClock
from kiosk.devices.health import Condition
from kiosk.devices.refund import NotGivenBack
from kiosk.devices.terminal import NotCharged, Unknown
from kiosk.devices.wallet import (
    WalletAnswer,
    WalletHealth,
    WalletListener,
    WalletMessage,
    WalletOutcome,
    WalletRefund,
    WalletRefundAnswer,
    WalletRefundOutcome,
    WalletRequest,
)
from kiosk.payment.line import Doorbell, StoppedError
from kiosk.payment.wallet import codec
from kiosk.payment.wallet.client import GatewayClient, NotSent, Refused
from kiosk.payment.wallet.desk import Desk
from kiosk.payment.wallet.orders import Orders
from kiosk.payment.wallet.profile import WalletProfile
from kiosk.payment.wallet.refunds import Refunds
from retail.check import require

REQUESTS_MAX = 16
"""A lane has one payment at a time; more waiting requests than this mean it has lost count."""
STOP_WAIT_S = 5.0
_Create = tuple[WalletRequest, str]


class HttpWalletGateway:
    """Implements `kiosk.devices.wallet.WalletGateway` over HTTP."""

    def __init__(
        self,
        profile: WalletProfile,
        clock: Clock | None = None,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        self._profile = profile
        self._clock = clock or SystemClock()
        self._client = GatewayClient(profile, transport)
        self._doorbell = Doorbell()
        self._lock = threading.Lock()
        self._requests: deque[_Create | WalletRequest | WalletRefund] = deque()
        self._cancelled = ""
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None
        self._closed = False
        self._open_order = self._open_refund = ""
        """What is not settled; at most one of each."""
        self._told: tuple[Condition, str] | None = None
        self._listener: WalletListener
        desk = Desk(
            client=self._client,
            profile=profile,
            now=self._clock.monotonic,
            sleep=self._sleep,
            is_cancelled=self._is_cancelled,
            said=self._said,
        )
        self._refunds = Refunds(desk)
        self._orders = Orders(desk, self._refunds)

    # What the lane calls, from its own thread.

    def start(self, listener: WalletListener) -> None:
        """Look for the gateway, and keep looking until `stop`."""
        require(self._thread is None, "a driver is started once")
        self._listener = listener
        self._thread = threading.Thread(target=self._run, name="wallet", daemon=True)
        self._thread.start()

    def create(self, request: WalletRequest, code: str = "") -> None:
        """Ask for a payment. Exactly one `WalletAnswer` for the order follows."""
        self._post((request, code))

    def cancel(self, order_number: str) -> None:
        """Wish to stop; the outcome still arrives as `WalletAnswer`."""
        with self._lock:
            self._cancelled = order_number
        self._doorbell.ring()

    def query(self, request: WalletRequest) -> None:
        """Find out what became of an order without ever creating it. One `WalletAnswer` follows."""
        self._post(request)

    def refund(self, request: WalletRefund) -> None:
        """Give back, once per refund number. One `WalletRefundAnswer` follows."""
        self._post(request)

    def stop(self) -> None:
        """End the thread. Safe to call twice."""
        self._stopping.set()
        if self._closed:
            return
        self._doorbell.ring()
        if self._thread is not None:
            self._thread.join(STOP_WAIT_S + self._profile.answer_s)
            if self._thread.is_alive():  # it ends at the end of the question it is waiting for
                return
        self._closed = True
        self._client.close()
        self._doorbell.close()

    def _post(self, request: _Create | WalletRequest | WalletRefund) -> None:
        with self._lock:
            require(len(self._requests) < REQUESTS_MAX, "the gateway's requests are answered one by one")
            self._requests.append(request)
        self._doorbell.ring()

    def _is_cancelled(self, order_number: str) -> bool:
        with self._lock:
            return self._cancelled == order_number

    # The driver's thread.

    def _run(self) -> None:
        try:
            look_at = self._clock.monotonic()
            while not self._stopping.is_set():
                request = self._take()
                if request is not None:
                    self._serve(request)
                    look_at = self._clock.monotonic() + self._profile.idle_s
                elif (rest := look_at - self._clock.monotonic()) > 0:
                    self._doorbell.wait(rest)
                else:
                    self._look()
                    look_at = self._clock.monotonic() + self._profile.idle_s
        except StoppedError:
            pass
        except Exception as error:
            self._tell(Condition.FAULT, "driver_failed", f"The wallet gateway's driver failed ({error}).")
            raise

    def _take(self) -> _Create | WalletRequest | WalletRefund | None:
        with self._lock:
            return self._requests.popleft() if self._requests else None

    def _serve(self, request: _Create | WalletRequest | WalletRefund) -> None:
        match request:
            case WalletRefund():
                self._answer_refund(request, self._give_back(request))
            case WalletRequest():
                self._answer(request, self._orders.query(request))
            case (asked, code):
                self._answer(asked, self._create(asked, code))
            case _:
                assert_never(request)

    def _create(self, request: WalletRequest, code: str) -> WalletOutcome:
        if self._open_order not in ("", request.order_number):
            return NotCharged(reason="an earlier order is not settled yet")
        if not codec.is_name(request.order_number):
            return NotCharged(reason=f"{request.order_number!r} is no order number")
        return self._orders.create(request, code)

    def _give_back(self, request: WalletRefund) -> WalletRefundOutcome:
        if self._open_refund not in ("", request.refund_id):
            return NotGivenBack(reason="an earlier refund is not settled yet")
        if not (codec.is_name(request.order_number) and codec.is_name(request.refund_id)):
            return NotGivenBack(reason=f"{request.order_number!r} or {request.refund_id!r} is no number")
        return self._refunds.give_back(request)

    def _answer(self, request: WalletRequest, outcome: WalletOutcome) -> None:
        if isinstance(outcome, Unknown):
            self._open_order = request.order_number
        elif self._open_order == request.order_number:
            self._open_order = ""
        self._said(WalletAnswer(order_number=request.order_number, outcome=outcome))

    def _answer_refund(self, request: WalletRefund, outcome: WalletRefundOutcome) -> None:
        if isinstance(outcome, Unknown):
            self._open_refund = request.refund_id
        elif self._open_refund == request.refund_id:
            self._open_refund = ""
        self._said(WalletRefundAnswer(refund_id=request.refund_id, outcome=outcome))

    def _look(self) -> None:
        trouble = self._client.is_there()
        match trouble:
            case None:
                self._tell(Condition.READY)
            case NotSent():
                detail = f"The wallet gateway cannot be reached ({trouble.reason})."
                self._tell(Condition.FAULT, "unreachable", detail)
            case Refused(status=401 | 403):
                self._tell(
                    Condition.FAULT, "not_allowed", "The wallet gateway does not accept this lane's token."
                )
            case _:
                self._tell(
                    Condition.FAULT, "no_answer", f"The wallet gateway does not answer as one ({trouble})."
                )

    def _sleep(self, duration_s: float) -> None:
        """Until the time is over or somebody rings; `StoppedError` when the driver is to end."""
        self._doorbell.wait(duration_s)
        if self._stopping.is_set():
            raise StoppedError

    def _said(self, message: WalletMessage) -> None:
        self._listener.said(message)

    def _tell(self, condition: Condition, code: str = "", detail: str = "") -> None:
        if self._told != (condition, code):
            self._told = (condition, code)
            self._said(WalletHealth(condition=condition, code=code, detail=detail))
