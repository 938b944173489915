"""A Caisse-AP driver and a simulated terminal on one pty, both fast, and a lane that keeps results."""

import threading
import time
from pathlib import Path

import msgspec
from payment_rig import DEADLINE_S, Lane, wait_for

from kiosk.devices.terminal import OpenAttempt, Outcome, PaymentRequest
from kiosk.payment.caisse_ap.driver import CaisseApTerminal
from kiosk.payment.caisse_ap.profile import CaisseApProfile
from simulators.caisse_ap import terminal as simulated
from simulators.terminal.ledger import Ledger
from simulators.terminal.wire import PtyWire

FAST = simulated.Timing(answer_s=0.15, card_s=0.02, again_s=0.05, unplugged_s=0.15)


def profile(port: Path | str) -> CaisseApProfile:
    return CaisseApProfile(
        port=str(port),
        answer_s=0.15,
        result_s=0.8,
        late_s=0.8,
        idle_probe_s=0.3,
        reconnect_s=0.02,
        recover_s=5.0,
    )


class CaisseRig:
    """One lane, one driver, one terminal in a thread."""

    def __init__(self, folder: Path, **changes: object) -> None:
        self.port = folder / "tty-terminal"
        self.ledger = Ledger()
        self.wire = PtyWire(self.port)
        self.terminal = simulated.CaisseApTerminal(self.wire, self.ledger, FAST)
        self.faults = self.terminal.faults
        self._thread = threading.Thread(target=self.terminal.run, name="simulated terminal")
        self._thread.start()
        self.lane = Lane()
        self.profile = msgspec.structs.replace(profile(self.port), **changes)
        self.driver = CaisseApTerminal(self.profile)
        self._attempts = 0

    def start(self) -> "CaisseRig":
        self.driver.start(self.lane)
        wait_for(lambda: self.lane.health()[-1:] == [("ready", "")], "ready")
        return self

    def restart_driver(self) -> None:
        self.driver.stop()
        self.driver = CaisseApTerminal(self.profile)
        self.driver.start(self.lane)

    def close(self) -> None:
        self.driver.stop()
        self.terminal.stop()
        self._thread.join(DEADLINE_S)

    def request(self, amount_minor: int = 1234) -> OpenAttempt:
        self._attempts += 1
        request = PaymentRequest(attempt_id=f"a{self._attempts}", amount_minor=amount_minor, currency="EUR")
        self.lane.wanted[request.attempt_id] = request
        started_at = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
        return OpenAttempt(request=request, baseline=None, started_at=started_at)

    def authorise(self, attempt: OpenAttempt) -> Outcome:
        self.driver.authorise(attempt.request, attempt.baseline)
        return wait_for(lambda: self.lane.answers(attempt.request.attempt_id), "answer")[0]

    def recover(self, attempt: OpenAttempt) -> Outcome:
        attempt_id = attempt.request.attempt_id
        before = len(self.lane.answers(attempt_id))
        stored = self.lane.kept.get(attempt_id)
        self.driver.recover(msgspec.structs.replace(attempt, stored_result=stored))
        return wait_for(lambda: self.lane.answers(attempt_id)[before:], "recovered answer")[0]
