"""What the wallet gateway's driver costs: processor time, and time added to the gateway's own.

Used by `python -m benchmarks.payment_overhead`. One driver in this process, the simulated gateway in another,
over loopback HTTP. The gateway pays at the first look, so that a payment is: create, wait one `poll_s`, look.
What is neither the gateway's answer nor that wait is what the driver adds.
"""

import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

import httpx

from benchmarks.figures import quantile
from kiosk.devices.health import Condition
from kiosk.devices.wallet import WalletAnswer, WalletHealth, WalletMessage, WalletPaid, WalletRequest
from kiosk.payment.wallet.driver import HttpWalletGateway
from kiosk.payment.wallet.profile import WalletProfile
from simulators.control import ControlClient
from simulators.fleet import Child, answers, wait_for

POLL_S = 0.05
PATIENCE_S = 60.0
AMOUNT_MINOR = 1234


class _Watched(httpx.BaseTransport):
    """The driver's connection, with a stopwatch around each question."""

    def __init__(self) -> None:
        self._real = httpx.HTTPTransport()
        self.waited: list[float] = []

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        started = time.perf_counter()
        response = self._real.handle_request(request)
        content = response.read()
        self.waited.append(time.perf_counter() - started)
        return httpx.Response(response.status_code, headers=response.headers, content=content)

    def close(self) -> None:
        self._real.close()


class _Lane:
    """Waits for what the driver says."""

    def __init__(self) -> None:
        self.came = threading.Condition()
        self.is_ready = False
        self.answers: dict[str, object] = {}

    def said(self, message: WalletMessage) -> None:
        with self.came:
            if isinstance(message, WalletHealth):
                self.is_ready = message.condition is Condition.READY
            elif isinstance(message, WalletAnswer):
                self.answers[message.order_number] = message.outcome
            self.came.notify_all()

    def ready(self) -> None:
        with self.came:
            if not self.came.wait_for(lambda: self.is_ready, PATIENCE_S):
                raise RuntimeError("the gateway did not get ready in time")

    def answer(self, number: str) -> object:
        with self.came:
            if not self.came.wait_for(lambda: number in self.answers, PATIENCE_S):
                raise RuntimeError("the gateway did not answer in time")
            return self.answers[number]


def measure(payments: int) -> dict[str, Any]:
    """That many payments, one after the other."""
    with tempfile.TemporaryDirectory(prefix="pay-") as name:
        control = ControlClient(Path(name) / "ctl")
        command = [sys.executable, "-m", "simulators.wallet_gateway", "--control", f"{name}/ctl"]
        gateway = Child("wallet", command, Path(name) / "wallet.log")
        gateway.start()
        try:
            wait_for(lambda: answers(control, "status"), "the wallet gateway", [gateway])
            return _run(payments, str(control.do("status")["url"]), control)
        finally:
            gateway.stop()


def _run(payments: int, url: str, control: ControlClient) -> dict[str, Any]:
    line, lane = _Watched(), _Lane()
    driver = HttpWalletGateway(WalletProfile(url=url, poll_s=POLL_S), transport=line)
    driver.start(lane)
    lane.ready()
    walls, added, processor, questions = list[float](), list[float](), list[float](), 0
    for number in range(payments):
        line.waited.clear()
        started, used = time.perf_counter(), time.process_time()
        name = f"bench-{number}"
        driver.create(WalletRequest(order_number=name, amount_minor=AMOUNT_MINOR, currency="EUR"))
        outcome = lane.answer(name)
        walls.append(time.perf_counter() - started)
        processor.append(time.process_time() - used)
        if not isinstance(outcome, WalletPaid):
            raise RuntimeError(f"payment {number} came to {outcome}")
        polls = len(line.waited) - 1
        added.append(walls[-1] - sum(line.waited) - polls * POLL_S)
        questions += len(line.waited)
    driver.stop()
    return {
        "payments": payments,
        "charges": len(control.do("ledger")["ledger"]),
        "processor_ms_per_payment": round(1000 * sum(processor) / payments, 2),
        "questions_per_payment": round(questions / payments, 1),
        "added_p50_ms": round(1000 * quantile(added, 0.5), 2),
        "added_p99_ms": round(1000 * quantile(added, 0.99), 2),
        "payment_p50_ms": round(1000 * quantile(walls, 0.5), 1),
    }
