"""The driver against the simulator in its own process, and a lane that is killed in the middle."""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from payment_rig import Lane, fast_profile, wait_for

from kiosk.devices import terminal as t
from kiosk.payment.zvt.driver import ZvtTerminal
from retail.card import Baseline
from simulators.control import ControlClient

ROOT = Path(__file__).resolve().parents[2]
REQUEST = t.PaymentRequest(attempt_id="a1", amount_minor=1234, currency="EUR")
BEFORE = Baseline(terminal_id="52523535", receipt_number=1000, trace_number=100_000)


class Shop:
    """A simulator process and, if wanted, a driver in this one."""

    def __init__(self, folder: Path, *options: str) -> None:
        self.folder = folder
        self.port = folder / "tty-terminal"
        self.simulator = subprocess.Popen(
            [
                *(sys.executable, "-m", "simulators.terminal", "--link", str(self.port)),
                *("--control", str(folder / "control"), "--ledger", str(folder / "ledger.json")),
                *("--speed", "40", "--no-pace", *options),
            ],
            cwd=ROOT,
        )
        self.control = ControlClient(folder / "control")
        wait_for(lambda: (folder / "control").exists() and self.port.exists(), "simulator")
        self.lane = Lane()
        self.lane.wanted["a1"] = REQUEST
        self.driver = ZvtTerminal(
            msgspec.structs.replace(fast_profile(self.port), t2_s=0.2, t3_s=0.25, probe_after_s=0.3)
        )
        self.started_at = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())

    def start(self) -> None:
        self.driver.start(self.lane)
        wait_for(self.lane.baselines, "registration")

    def pay(self) -> t.Outcome:
        self.driver.authorise(REQUEST, self.lane.baselines()[-1])
        return wait_for(lambda: self.lane.answers("a1"), "answer")[0]

    def recover(self) -> t.Outcome:
        store = self.folder / "store"
        result = msgspec.json.decode(store.read_bytes(), type=t.TerminalResult) if store.exists() else None
        before = len(self.lane.answers("a1"))
        self.driver.recover(
            t.OpenAttempt(request=REQUEST, baseline=BEFORE, started_at=self.started_at, stored_result=result)
        )
        return wait_for(lambda: self.lane.answers("a1")[before:], "recovered answer")[0]

    def ledger(self) -> list[tuple[str, int]]:
        return [(row["kind"], row["amount_minor"]) for row in self.control.do("ledger")["ledger"]]

    def kill_lane_after(self, line: str) -> None:
        """Run a lane process and kill it as soon as it prints `line`."""
        lane = subprocess.Popen(
            [sys.executable, "tests/payment/payment_lane.py", str(self.port), str(self.folder / "store")],
            cwd=ROOT,
            env={"PYTHONPATH": f"{ROOT}:{ROOT / 'tests' / 'payment'}", "PATH": ""},
            stdout=subprocess.PIPE,
            text=True,
        )
        assert lane.stdout is not None
        with lane.stdout:
            for text in lane.stdout:
                if text.startswith(line):
                    break
            else:
                raise AssertionError(f"the lane never printed {line!r}")
            lane.kill()
        lane.wait()

    def close(self) -> None:
        self.driver.stop()
        self.simulator.terminate()
        assert self.simulator.wait(10) == 0


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    shop = Shop(tmp_path)
    try:
        yield shop
    finally:
        shop.close()


@pytest.mark.parametrize(
    ("what", "outcome", "ledger"),
    [
        ("approve", t.Approved, [("charge", 1234)]),
        ("decline", t.Declined, []),
        ("cancel", t.Cancelled, []),
        ("silent", t.NotCharged, []),
        ("wrong_amount", t.Reversed, [("charge", 1334), ("reversal", 1334)]),
        ("unplug", t.Approved, [("charge", 1234)]),
    ],
)
def test_each_card_ends_as_the_ledger_says(
    shop: Shop, what: str, outcome: type[t.Outcome], ledger: list[tuple[str, int]]
) -> None:
    shop.start()
    shop.control.do("card", what=what)
    answer = shop.pay()
    if what in ("silent", "unplug"):
        assert isinstance(answer, t.Unknown)
        answer = shop.recover()
    assert isinstance(answer, outcome), answer
    assert shop.ledger() == ledger


@pytest.mark.parametrize(
    "moment",
    ["TerminalRegistered", "TerminalText", "keep", "kept", "PaymentAnswer"],
)
def test_lane_killed_at_any_moment_ends_with_at_most_one_charge(shop: Shop, moment: str) -> None:
    shop.kill_lane_after(moment)
    shop.start()
    answer = shop.recover()
    for _ in range(5):
        if isinstance(answer, t.Unknown):
            answer = shop.recover()
    if isinstance(answer, t.Approved):
        assert shop.ledger() == [("charge", 1234)]
    else:
        assert moment == "TerminalRegistered"
        assert isinstance(answer, t.NotCharged), answer
        assert shop.ledger() == []


@pytest.mark.parametrize("mode", ["keep", "auto_reverse", "drop"])
def test_lane_that_comes_back_late_agrees_with_the_terminal(tmp_path: Path, mode: str) -> None:
    shop = Shop(tmp_path, "--unacked", mode)
    try:
        shop.kill_lane_after("TerminalText")
        wait_for(lambda: not shop.control.do("status")["busy"], "terminal idle")
        shop.start()
        answer = shop.recover()
        balance = sum(amount if kind == "charge" else -amount for kind, amount in shop.ledger())
        if mode == "keep":
            assert isinstance(answer, t.Approved)
            assert balance == 1234
        else:
            assert isinstance(answer, t.NotCharged | t.Reversed | t.NeedsAttendant), answer
            assert balance == 0
    finally:
        shop.close()
