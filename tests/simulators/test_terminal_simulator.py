"""The simulated terminal alone: its wire, its ledger, its control channel, spoken to in raw bytes."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from simulators.control import ControlClient, ControlError
from simulators.terminal.__main__ import parse
from simulators.terminal.faults import FAULTS
from simulators.terminal.ledger import RECEIPT_WRAP, TRACE_WRAP, Ledger
from simulators.terminal.settings import Settings, Timing
from simulators.terminal.terminal import PaymentTerminal
from simulators.terminal.wire import PtyWire

ROOT = Path(__file__).resolve().parents[2]
REGISTER = bytes.fromhex("10 02 06 00 06 12 34 56 BA 09 78 10 03 24 C3")
AUTHORISE_2_28 = bytes.fromhex("10 02 06 01 0A 04 00 00 00 00 02 28 49 09 78 10 03 70 10")
STATUS = bytes.fromhex("10 02 05 01 03 12 34 56 10 03 E0 43")
POSITIVE = bytes.fromhex("10 02 80 00 00 10 03 F5 1F")
INSERT_CARD = bytes.fromhex("10 02 04 FF 01 0A 10 03 F5 7D")
COMPLETION = bytes.fromhex("10 02 06 0F 00 10 03 C6 33")
BUSY = bytes.fromhex("10 02 06 0F 01 9C")
FAST = Timing(t2_s=0.1, t3_s=0.1, insert_s=0.02, pin_s=0.02, host_s=0.02, print_s=0.0, unplugged_s=0.1)


class Register:
    """A register that knows only bytes: it acknowledges every block and answers every message."""

    def __init__(self, port: Path) -> None:
        self.line = os.open(port, os.O_RDWR | os.O_NOCTTY | os.O_NONBLOCK)
        self.heard = b""

    def send(self, data: bytes) -> None:
        os.write(self.line, data)

    def hear(self, wanted: bytes, within_s: float = 5.0) -> bytes:
        """Everything up to and including `wanted`."""
        deadline = time.monotonic() + within_s
        while wanted not in self.heard:
            if time.monotonic() > deadline:
                raise AssertionError(f"{wanted.hex(' ')} not in {self.heard.hex(' ')}")
            try:
                self.heard += os.read(self.line, 4096)
            except BlockingIOError:
                time.sleep(0.002)
        end = self.heard.index(wanted) + len(wanted)
        taken, self.heard = self.heard[:end], self.heard[end:]
        return taken

    def take(self) -> None:
        """Acknowledge the block just heard and answer its message."""
        self.send(b"\x06" + POSITIVE)
        self.hear(b"\x06")

    def close(self) -> None:
        os.close(self.line)


class Bench:
    def __init__(self, folder: Path) -> None:
        self.port = folder / "tty"
        self.ledger = Ledger(folder / "ledger.json")
        self.terminal = PaymentTerminal(PtyWire(self.port), self.ledger, Settings(timing=FAST))
        self._thread = threading.Thread(target=self.terminal.run)
        self._thread.start()
        self.register = Register(self.port)

    def close(self) -> None:
        self.register.close()
        self.terminal.stop()
        self._thread.join(10)
        assert not self._thread.is_alive()


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    bench = Bench(tmp_path)
    try:
        yield bench
    finally:
        bench.close()


def register(bench: Bench) -> None:
    bench.register.send(REGISTER)
    bench.register.hear(b"\x06" + POSITIVE)
    bench.register.send(b"\x06")
    bench.register.hear(bytes.fromhex("52 52 35 35 49 09 78 10 03"))
    bench.register.send(b"\x06" + POSITIVE)
    bench.register.hear(b"\x06")


def test_registration_in_raw_bytes_names_the_terminal(bench: Bench) -> None:
    register(bench)
    assert bench.terminal.state()["registered"] is True


def test_payment_starts_as_the_standard_draws_it(bench: Bench) -> None:
    register(bench)
    bench.register.send(AUTHORISE_2_28)
    bench.register.hear(b"\x06" + POSITIVE)
    bench.register.send(b"\x06")
    assert bench.register.hear(INSERT_CARD) == INSERT_CARD
    bench.register.take()


def test_enquiry_in_the_middle_is_answered_busy(bench: Bench) -> None:
    register(bench)
    bench.register.send(AUTHORISE_2_28)
    bench.register.hear(b"\x06" + POSITIVE)
    bench.register.send(b"\x06")
    bench.register.hear(INSERT_CARD)
    bench.register.take()
    bench.register.send(STATUS)
    bench.register.hear(b"\x06" + BUSY)
    bench.register.take()


def test_payment_without_registration_is_refused(bench: Bench) -> None:
    bench.register.send(AUTHORISE_2_28)
    bench.register.hear(bytes.fromhex("06 10 02 84 83 00 10 03"))
    bench.register.send(b"\x06")


def test_damaged_block_is_answered_nak(bench: Bench) -> None:
    bench.register.send(STATUS[:-1] + b"\x00")
    bench.register.hear(b"\x15")


def test_unanswered_result_is_repeated_three_times_and_kept(bench: Bench) -> None:
    register(bench)
    bench.register.send(AUTHORISE_2_28)
    bench.register.hear(POSITIVE)
    bench.register.send(b"\x06")
    for _ in range(3):
        bench.register.hear(bytes.fromhex("10 02 04 0F"), within_s=10.0)
    deadline = time.monotonic() + 10
    assert bench.terminal.state()["asks_host"]
    while bench.terminal.state()["busy"] and time.monotonic() < deadline:
        time.sleep(0.005)
    assert bench.ledger.balance() == 228
    assert not bench.terminal.state()["asks_host"]


def test_ledger_survives_a_restart_and_its_numbers_go_on(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "ledger.json")
    receipt, trace = ledger.numbers()
    ledger.book("charge", 500, receipt, trace)
    ledger.last = b"\x27\x00"
    again = Ledger(tmp_path / "ledger.json")
    assert again.rows() == [
        {"kind": "charge", "amount_minor": 500, "receipt_number": receipt, "trace_number": trace}
    ]
    assert again.last == b"\x27\x00"
    assert again.numbers() == (receipt + 1, trace + 1)


def test_numbers_wrap() -> None:
    ledger = Ledger()
    ledger._stored.receipt_number = RECEIPT_WRAP
    ledger._stored.trace_number = TRACE_WRAP
    assert ledger.numbers() == (1, 1)


def test_reversed_charge_is_known_as_reversed() -> None:
    ledger = Ledger()
    ledger.book("charge", 500, 7, 70)
    charge = ledger.charge_of(7)
    assert charge is not None
    assert not ledger.is_reversed(charge)
    ledger.book("reversal", 500, 7, 70)
    assert ledger.is_reversed(charge)
    assert ledger.balance() == 0


def test_pulled_cable_comes_back_under_the_same_name(tmp_path: Path) -> None:
    wire = PtyWire(tmp_path / "tty")
    wire.unplug(0.05)
    assert not (tmp_path / "tty").exists()
    deadline = time.monotonic() + 5
    while not wire.plugged and time.monotonic() < deadline:
        wire.read(0.01)
    assert (tmp_path / "tty").exists()
    wire.close()


def test_speed_divides_every_time_but_the_gap_inside_a_block() -> None:
    fast = Timing().faster(10)
    assert (fast.t1_s, fast.t2_s, fast.deaf_s) == (0.2, 0.5, 3.0)


def test_speed_of_zero_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse(["--link", "x", "--speed", "0"])
    assert "--speed must be above zero" in capsys.readouterr().err


def test_process_answers_its_control_channel_and_cleans_up(tmp_path: Path) -> None:
    port, control = tmp_path / "tty", tmp_path / "control"
    process = subprocess.Popen(
        [sys.executable, "-m", "simulators.terminal", "--link", str(port), "--control", str(control)],
        cwd=ROOT,
    )
    try:
        deadline = time.monotonic() + 10
        while not control.exists() and time.monotonic() < deadline:
            time.sleep(0.01)
        client = ControlClient(control)
        assert client.do("ledger")["ledger"] == []
        client.do("card", what="decline")
        for name in FAULTS:
            client.do("fault", name=name)
        state = client.do("status")
        assert (state["next_card"], state["faults"]) == ("decline", sorted(FAULTS))
        client.do("behave")
        assert client.do("status")["faults"] == []
        with pytest.raises(ControlError, match="a card does one of"):
            client.do("card", what="dance")
        with pytest.raises(ControlError, match="a fault is one of"):
            client.do("fault", name="dance")
        with pytest.raises(ControlError, match="not understood"):
            client.do("dance")
    finally:
        process.terminate()
        assert process.wait(10) == 0
    assert not port.exists()
