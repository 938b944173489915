"""A driver and a simulated terminal on one pty, both fast, with a lane that keeps what it is told."""

import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import msgspec

from kiosk.devices.health import Health
from kiosk.devices.terminal import (
    OpenAttempt,
    Outcome,
    PaymentAnswer,
    PaymentRequest,
    TerminalMessage,
    TerminalRegistered,
    TerminalResult,
    TerminalText,
)
from kiosk.payment.zvt.driver import ZvtTerminal
from kiosk.payment.zvt.profile import TerminalProfile
from retail.card import Baseline
from simulators.terminal.faults import Faults
from simulators.terminal.ledger import Ledger
from simulators.terminal.settings import Settings, Timing, Unacknowledged
from simulators.terminal.tcp import TcpWire
from simulators.terminal.terminal import PaymentTerminal
from simulators.terminal.wire import PtyWire

DEADLINE_S = 10.0
FAST_TERMINAL = Timing(
    t1_s=0.05,
    t2_s=0.15,
    t3_s=0.2,
    insert_s=0.01,
    pin_s=0.01,
    host_s=0.01,
    print_s=0.0,
    later_s=0.03,
    result_patience_s=1.5,
    deaf_s=0.5,
    unplugged_s=0.15,
    long_wait_s=0.6,
)
T = TypeVar("T")


def fast_profile(port: Path | str) -> TerminalProfile:
    return TerminalProfile(
        port=str(port),
        t1_s=0.05,
        t2_s=0.15,
        t3_s=0.2,
        t4_s=2.0,
        probe_after_s=0.2,
        poll_s=0.03,
        idle_enquiry_s=0.3,
        reconnect_s=0.02,
        recover_s=5.0,
    )


def wait_for(what: Callable[[], T | None], name: str = "condition", within_s: float = DEADLINE_S) -> T:
    """The first true value of `what`, polled until a deadline."""
    deadline = time.monotonic() + within_s
    while time.monotonic() < deadline:
        value = what()
        if value:
            return value
        time.sleep(0.002)
    raise AssertionError(f"{name} did not come true within {within_s} s")


class Lane:
    """What the checkout does for the driver: stores, compares, remembers."""

    def __init__(self) -> None:
        self.messages: list[TerminalMessage] = []
        self.kept: dict[str, TerminalResult] = {}
        self.kept_times = 0
        self.wanted: dict[str, PaymentRequest] = {}
        self.disk_full = False

    def said(self, message: TerminalMessage) -> None:
        self.messages.append(message)

    def keep(self, attempt_id: str, result: TerminalResult) -> bool:
        if self.disk_full:
            raise OSError("no space left on device")
        self.kept[attempt_id] = result
        self.kept_times += 1
        wanted = self.wanted.get(attempt_id)
        if result.result_code != 0:
            return True
        return wanted is not None and result.amount_minor == wanted.amount_minor

    def answers(self, attempt_id: str) -> list[Outcome]:
        return [
            message.outcome
            for message in list(self.messages)
            if isinstance(message, PaymentAnswer) and message.attempt_id == attempt_id
        ]

    def baselines(self) -> list[Baseline]:
        return [m.baseline for m in list(self.messages) if isinstance(m, TerminalRegistered)]

    def texts(self) -> list[str]:
        return [m.text for m in list(self.messages) if isinstance(m, TerminalText)]

    def health(self) -> list[tuple[str, str]]:
        return [(m.condition.value, m.code) for m in list(self.messages) if isinstance(m, Health)]


class Rig:
    """One lane, one driver, one terminal in a thread."""

    def __init__(
        self,
        folder: Path,
        unacknowledged: Unacknowledged = Unacknowledged.KEEP,
        *,
        over_tcp: bool = False,
        sync_ids: bool = False,
        tells_refused: bool = True,
        baud: int | None = None,
        unacknowledged_setting: object = None,
        **profile: object,
    ) -> None:
        """`profile` changes the driver's fast profile; `unacknowledged_setting` what it thinks happens."""
        if unacknowledged_setting is not None:
            profile["unacknowledged"] = unacknowledged_setting
        self.faults = Faults()
        self.ledger = Ledger(folder / "ledger.json")
        settings = Settings(
            timing=FAST_TERMINAL,
            unacknowledged=unacknowledged,
            sync_ids=sync_ids,
            tells_refused=tells_refused,
        )
        self.wire: PtyWire | TcpWire
        if over_tcp:
            self.wire = TcpWire(0)
            self.port = f"tcp://127.0.0.1:{self.wire.port}"
        else:
            self.port = str(folder / "tty-terminal")
            self.wire = PtyWire(folder / "tty-terminal", baud=baud)
        self.terminal = PaymentTerminal(self.wire, self.ledger, settings, self.faults)
        self._thread = threading.Thread(target=self.terminal.run, name="simulated terminal")
        self._thread.start()
        self.lane = Lane()
        self.profile = msgspec.structs.replace(fast_profile(self.port), **profile)
        self.drivers: list[ZvtTerminal] = []
        self.driver = self.new_driver()
        self._attempts = 0

    def new_driver(self, profile: TerminalProfile | None = None) -> ZvtTerminal:
        driver = ZvtTerminal(profile or self.profile)
        self.drivers.append(driver)
        return driver

    def start(self) -> "Rig":
        self.driver.start(self.lane)
        wait_for(self.lane.baselines, "registration")
        return self

    def restart_driver(self) -> None:
        """A new process: nothing is remembered but what the lane journalled."""
        self.driver.stop()
        self.driver = self.new_driver()
        self.driver.start(self.lane)

    def close(self) -> None:
        for driver in self.drivers:
            driver.stop()
        self.terminal.stop()
        self._thread.join(DEADLINE_S)

    def request(self, amount_minor: int = 1234) -> OpenAttempt:
        """Journal the intent, as the lane does before it asks."""
        self._attempts += 1
        request = PaymentRequest(attempt_id=f"a{self._attempts}", amount_minor=amount_minor, currency="EUR")
        self.lane.wanted[request.attempt_id] = request
        started_at = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
        baseline = self.lane.baselines()[-1] if self.lane.baselines() else None
        return OpenAttempt(request=request, baseline=baseline, started_at=started_at)

    def authorise(self, attempt: OpenAttempt) -> Outcome:
        """The first answer to an authorisation."""
        self.driver.authorise(attempt.request, attempt.baseline)
        return wait_for(lambda: self.lane.answers(attempt.request.attempt_id), "answer")[0]

    def recover(self, attempt: OpenAttempt) -> Outcome:
        """Ask what became of an attempt; the answer."""
        attempt_id = attempt.request.attempt_id
        before = len(self.lane.answers(attempt_id))
        self.driver.recover(
            OpenAttempt(
                request=attempt.request,
                baseline=attempt.baseline,
                started_at=attempt.started_at,
                stored_result=self.lane.kept.get(attempt_id),
            )
        )
        return wait_for(lambda: self.lane.answers(attempt_id)[before:], "recovered answer")[0]
