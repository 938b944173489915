"""What every terminal driver shares: its thread, its requests, and how it starts and ends.

The lane's calls return at once: they go through one bounded inbox to the thread that owns the line. A driver
adds what its protocol can do in `_step`.

Invariants: one answer per request; no exception of the line ever reaches the lane; a driver that fails for a
reason nobody thought of says so before it ends.
"""

import abc
import threading
from typing import assert_never

from kiosk.devices.clock import Clock, SystemClock
from kiosk.devices.health import Condition
from kiosk.devices.refund import (
    CardRefund,
    CardRefundAnswer,
    CardRefundOutcome,
    NotGivenBack,
    OpenRefund,
    RefundListener,
)
from kiosk.devices.terminal import (
    EndOfDayAnswer,
    NotCharged,
    OpenAttempt,
    Outcome,
    PaymentAnswer,
    PaymentRequest,
    TerminalListener,
    Unknown,
)
from kiosk.payment.health import HealthTeller
from kiosk.payment.inbox import (
    AuthoriseRequest,
    EndOfDayRequest,
    Inbox,
    RecoverRefundRequest,
    RecoverRequest,
    RefundRequest,
)
from kiosk.payment.keeping import NotStoredError
from kiosk.payment.line import Doorbell, LineLostError, StoppedError
from retail.card import Baseline
from retail.check import require

STOP_WAIT_S = 5.0
RESULT_LINE_FAULT = 0x9B
"""The code of an end of day that could not be asked for."""


class TerminalPort(abc.ABC):
    """Implements `kiosk.devices.terminal.CardTerminal` around a driver's `_step`."""

    def __init__(self, clock: Clock | None, *, recover_s: float, reconnect_s: float) -> None:
        self._clock = clock or SystemClock()
        self._doorbell = Doorbell()
        self._inbox = Inbox(self._doorbell)
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None
        self._closed = False
        self._recover_s = recover_s
        self._reconnect_s = reconnect_s
        self._listener: TerminalListener
        self._health: HealthTeller

    # What the lane calls, from its own thread.

    def start(self, listener: TerminalListener) -> None:
        """Open the line, register, read the baseline, keep the link healthy until `stop`."""
        require(self._thread is None, "a driver is started once")
        self._listener = listener
        self._health = HealthTeller(listener)
        self._thread = threading.Thread(target=self._run, name="terminal", daemon=True)
        self._thread.start()

    def authorise(self, request: PaymentRequest, baseline: Baseline | None) -> None:
        """Ask for a card payment. Exactly one `PaymentAnswer` for the attempt follows."""
        self._inbox.post(AuthoriseRequest(request=request, baseline=baseline))

    def cancel(self, attempt_id: str) -> None:
        """Ask the terminal to stop; the outcome still arrives as `PaymentAnswer`."""
        self._inbox.cancel(attempt_id)

    def recover(self, attempt: OpenAttempt) -> None:
        """Find out what became of an attempt without ever charging again. One `PaymentAnswer` follows."""
        deadline = self._clock.monotonic() + self._recover_s
        self._inbox.post(RecoverRequest(attempt=attempt, deadline=deadline))

    def refund(self, request: CardRefund, baseline: Baseline | None, listener: RefundListener) -> None:
        """Give money back, once. Exactly one `CardRefundAnswer` follows."""
        self._inbox.post(RefundRequest(request=request, baseline=baseline, listener=listener))

    def recover_refund(self, refund: OpenRefund, listener: RefundListener) -> None:
        """Find out what became of a refund without ever sending it again. One `CardRefundAnswer` follows."""
        deadline = self._clock.monotonic() + self._recover_s
        self._inbox.post(RecoverRefundRequest(refund=refund, listener=listener, deadline=deadline))

    def end_of_day(self) -> None:
        """Close the terminal's day. One `EndOfDayAnswer` follows."""
        self._inbox.post(EndOfDayRequest())

    def stop(self) -> None:
        """Close the line and end the thread. Safe to call twice."""
        self._stopping.set()
        if self._closed:
            return
        self._doorbell.ring()
        if self._thread is not None:
            self._thread.join(STOP_WAIT_S)
            if self._thread.is_alive():  # the listener still blocks it; it ends at its next look at the line
                return
        self._closed = True
        self._doorbell.close()

    # The driver's thread.

    @abc.abstractmethod
    def _step(self) -> None:
        """Connect, or do one request, or spend one stretch of idle time."""

    @abc.abstractmethod
    def _hang_up(self) -> None:
        """Close the line, if it is open."""

    def _run(self) -> None:
        try:
            while not self._stopping.is_set():
                try:
                    self._step()
                except LineLostError as lost:
                    self._disconnect(lost)
                except NotStoredError as error:
                    self._disconnect(LineLostError("not_stored", str(error)))
        except StoppedError:
            pass
        except Exception as error:
            self._health.tell(Condition.FAULT, "driver_failed", f"The terminal's driver failed ({error}).")
            raise
        finally:
            self._hang_up()

    def _disconnect(self, lost: LineLostError) -> None:
        self._hang_up()
        self._health.tell(Condition.FAULT, lost.code, lost.detail)
        self._refuse_requests()
        self._doorbell.wait(self._reconnect_s)
        self._refuse_requests()

    def _refuse_requests(self) -> None:
        """While the line is down: nothing can be charged; questions wait until their deadline."""
        waiting: list[RecoverRequest | RecoverRefundRequest] = []
        while (request := self._inbox.take()) is not None:
            match request:
                case AuthoriseRequest():
                    self._say(request.request.attempt_id, NotCharged(reason="the terminal is not connected"))
                case EndOfDayRequest():
                    self._listener.said(EndOfDayAnswer(succeeded=False, result_code=RESULT_LINE_FAULT))
                case RecoverRequest():
                    if self._clock.monotonic() < request.deadline:
                        waiting.append(request)
                    else:
                        unknown = Unknown(reason="the terminal cannot be reached")
                        self._say(request.attempt.request.attempt_id, unknown)
                case RefundRequest():
                    outcome = NotGivenBack(reason="the terminal is not connected")
                    say_refund(request.listener, request.request.refund_id, outcome)
                case RecoverRefundRequest():
                    if self._clock.monotonic() < request.deadline:
                        waiting.append(request)
                    else:
                        unknown = Unknown(reason="the terminal cannot be reached")
                        say_refund(request.listener, request.refund.request.refund_id, unknown)
                case _:
                    assert_never(request)
        for request in reversed(waiting):
            self._inbox.put_back(request)

    def _say(self, attempt_id: str, outcome: Outcome) -> None:
        self._listener.said(PaymentAnswer(attempt_id=attempt_id, outcome=outcome))


def say_refund(listener: RefundListener, refund_id: str, outcome: CardRefundOutcome) -> None:
    """Tell whoever asked for a refund what it came to."""
    listener.refund_said(CardRefundAnswer(refund_id=refund_id, outcome=outcome))
