"""What the drivers of terminal and wallet gateway cost: processor time, and time added to the wire's own.

    python -m benchmarks.payment_overhead --payments 40

One driver in this process, the simulated terminal in another, on a pty that is paced like a real line (9600
baud, 1.15 ms a byte) and then over TCP. The people's part (card, PIN, host) is made short. Each write of the
driver that answers what it read is one reaction: the time between the two is what the driver adds. The lane's
own commit is not in it (`benchmarks.payment_matrix` has the whole). Wallets: `benchmarks.wallet_overhead`.
The last line is one JSON object.

The goal is that nobody notices: reactions far below the 200 ms the protocol allows inside a block.
"""

import argparse
import json
import os
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from benchmarks import wallet_overhead
from benchmarks.figures import machine, quantile
from kiosk.devices.health import Condition, Health
from kiosk.devices.terminal import (
    Approved,
    PaymentAnswer,
    PaymentRequest,
    TerminalMessage,
    TerminalRegistered,
    TerminalResult,
)
from kiosk.payment.line import Doorbell, Transport
from kiosk.payment.serial_line import SerialTransport
from kiosk.payment.tcp_line import TcpTransport
from kiosk.payment.zvt.driver import ZvtTerminal
from kiosk.payment.zvt.profile import TerminalProfile
from simulators.control import ControlClient
from simulators.fleet import Child, answers, wait_for

BYTE_S = 11 / 9600
"""Start bit, eight data bits, two stop bits."""
PEOPLE_SPEED = 20.0
"""The terminal's own patience is divided by this as well."""
PATIENCE_S = 60.0
TCP_PORT = 20_907
AMOUNT_MINOR = 1234


class WatchedLine:
    """The driver's line, with a stopwatch from the last byte read to the next byte written."""

    def __init__(self, line: Transport) -> None:
        self._line = line
        self._heard_at = 0.0
        self.reactions: list[float] = []
        self.count = 0

    def read(self, timeout_s: float) -> bytes:
        data = self._line.read(timeout_s)
        if data:
            self._heard_at = time.perf_counter()
            self.count += len(data)
        return data

    def write(self, data: bytes) -> None:
        if self._heard_at:
            self.reactions.append(time.perf_counter() - self._heard_at)
            self._heard_at = 0.0
        self.count += len(data)
        self._line.write(data)

    def close(self) -> None:
        self._line.close()


class Lane:
    """Keeps everything at once, and tells when something came."""

    def __init__(self) -> None:
        self.came = threading.Condition()
        self.ready = False
        self.registered = 0
        self.answers: dict[str, object] = {}

    def said(self, message: TerminalMessage) -> None:
        with self.came:
            match message:
                case TerminalRegistered():
                    self.registered += 1
                case PaymentAnswer():
                    self.answers[message.attempt_id] = message.outcome
                case Health():
                    self.ready = message.condition is Condition.READY
            self.came.notify_all()

    def keep(self, attempt_id: str, result: TerminalResult) -> bool:
        return True

    def until(self, what: Callable[[], bool]) -> None:
        with self.came:
            if not self.came.wait_for(what, PATIENCE_S):
                raise RuntimeError("the terminal did not answer in time")


def measure(payments: int, *, over_tcp: bool) -> dict[str, Any]:
    """One line, that many payments."""
    with tempfile.TemporaryDirectory(prefix="pay-") as name:
        folder = Path(name)
        where = ["--tcp", str(TCP_PORT)] if over_tcp else ["--link", str(folder / "tty")]
        command = [sys.executable, "-m", "simulators.terminal", *where, "--control", str(folder / "ctl")]
        simulator = Child("terminal", [*command, "--speed", str(PEOPLE_SPEED)], folder / "terminal.log")
        simulator.start()
        try:
            control = ControlClient(folder / "ctl")
            wait_for(lambda: answers(control, "status"), "the terminal", [simulator])
            port = f"tcp://127.0.0.1:{TCP_PORT}" if over_tcp else str(folder / "tty")
            return _run(payments, port, control, over_tcp=over_tcp)
        finally:
            simulator.stop()


def _run(payments: int, port: str, control: ControlClient, *, over_tcp: bool) -> dict[str, Any]:
    lines: list[WatchedLine] = []

    def open_line(name: str, baud: int, doorbell: Doorbell) -> Transport:
        made = TcpTransport(name, baud, doorbell) if over_tcp else SerialTransport(name, baud, doorbell)
        lines.append(WatchedLine(made))
        return lines[-1]

    lane = Lane()
    driver = ZvtTerminal(TerminalProfile(port=port), open_line=open_line)
    driver.start(lane)
    lane.until(lambda: lane.ready and lane.registered > 0)
    walls, processor, sizes, reactions = list[float](), list[float](), list[int](), list[float]()
    for number in range(payments):
        lines[-1].reactions.clear()
        before = lines[-1].count
        started, used = time.perf_counter(), time.process_time()
        name = f"a{number}"
        driver.authorise(PaymentRequest(attempt_id=name, amount_minor=AMOUNT_MINOR, currency="EUR"), None)
        lane.until(lambda name=name: name in lane.answers)  # type: ignore[misc]
        walls.append(time.perf_counter() - started)
        processor.append(time.process_time() - used)
        sizes.append(lines[-1].count - before)
        if not isinstance(lane.answers[name], Approved):
            raise RuntimeError(f"payment {number} came to {lane.answers[name]}")
        reactions.extend(lines[-1].reactions)
    driver.stop()
    charges = len(control.do("ledger")["ledger"])
    found = {
        "payments": payments,
        "charges": charges,
        "processor_ms_per_payment": round(1000 * sum(processor) / payments, 2),
        "bytes_per_payment": round(sum(sizes) / payments),
        "reactions_per_payment": round(len(reactions) / payments, 1),
        "reaction_p50_ms": round(1000 * quantile(reactions, 0.5), 3),
        "reaction_p99_ms": round(1000 * quantile(reactions, 0.99), 3),
        "added_ms_per_payment": round(1000 * sum(reactions) / payments, 2),
        "payment_p50_ms": round(1000 * quantile(walls, 0.5), 1),
    }
    if not over_tcp:
        found["wire_ms_per_payment"] = round(1000 * BYTE_S * sum(sizes) / payments, 1)
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure both lines and the gateway's, and print one JSON line."""
    made = argparse.ArgumentParser(prog="python -m benchmarks.payment_overhead", description=__doc__)
    made.add_argument("--payments", type=int, default=40, help="on each line (default: %(default)s)")
    options = made.parse_args(arguments)
    load = os.getloadavg()[0]
    serial = measure(options.payments, over_tcp=False)
    tcp = measure(options.payments, over_tcp=True)
    wallet = wallet_overhead.measure(options.payments)
    found = {"machine": machine(), "load": round(load, 1), "serial": serial, "tcp": tcp, "wallet": wallet}
    print(json.dumps(found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
