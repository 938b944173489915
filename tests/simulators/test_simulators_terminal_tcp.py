"""The terminal simulators as processes of their own: bytes on the wire, steered over the socket."""

import os
import select
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from simulators.control import ControlClient, ControlError

ROOT = Path(__file__).resolve().parents[2]
DEADLINE_S = 20.0


def wait_for(what: Callable[[], bool]) -> None:
    deadline = time.monotonic() + DEADLINE_S
    while not what():
        assert time.monotonic() < deadline
        time.sleep(0.01)


@contextmanager
def running(module: str, folder: Path, *options: str) -> Iterator[ControlClient]:
    command = [sys.executable, "-m", f"simulators.{module}", "--control", str(folder / "ctl"), *options]
    process = subprocess.Popen([*command, "--speed", "40", "--no-pace"], cwd=ROOT)
    try:
        wait_for(lambda: (folder / "ctl").exists() or process.poll() is not None)
        yield ControlClient(folder / "ctl")
    finally:
        process.terminate()
        assert process.wait(DEADLINE_S) == 0


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def read_until(lane: socket.socket, wanted: bytes) -> bytes:
    got = b""
    while wanted not in got:
        data = lane.recv(4096)
        assert data, got.hex()
        got += data
    return got


def test_zvt_terminal_in_the_network_speaks_bare_apdus(tmp_path: Path) -> None:
    port = free_port()
    with running("terminal", tmp_path, "--tcp", str(port)) as control:
        with socket.create_connection(("127.0.0.1", port), DEADLINE_S) as lane:
            lane.sendall(bytes.fromhex("06 00 06 12 34 56 BE 09 78"))
            answer = read_until(lane, bytes.fromhex("06 0F 0A 19 00 29 52 52 35 35 49 09 78"))
            assert answer.startswith(bytes.fromhex("80 00 00"))
            lane.sendall(bytes.fromhex("80 00 00"))
            wait_for(lambda: control.do("status")["registered"] and not control.do("status")["busy"])
        with socket.create_connection(("127.0.0.1", port), DEADLINE_S) as lane:
            lane.sendall(bytes.fromhex("05 01 03 12 34 56"))
            read_until(lane, bytes.fromhex("06 0F 01 00"))


def test_caisse_ap_terminal_answers_byte_for_byte(tmp_path: Path) -> None:
    with running("caisse_ap", tmp_path, "--link", str(tmp_path / "tty")) as control:
        wait_for((tmp_path / "tty").exists)
        line = os.open(tmp_path / "tty", os.O_RDWR | os.O_NOCTTY)
        try:
            os.write(line, b"\x05")
            assert read(line, 1) == b"\x06"
            request = b"0100001234010978" + b" " * 10 + b"A010B010\x03"
            os.write(line, b"\x02" + request + bytes((0x02,)))
            assert read(line, 1) == b"\x06"
            os.write(line, b"\x04")
            assert read(line, 1) == b"\x05"
            os.write(line, b"\x06")
            answer = read(line, 28)
            assert answer[:-1] == b"\x02" + b"010000012341978" + b" " * 10 + b"\x03"
            os.write(line, b"\x06")
            assert read(line, 1) == b"\x04"
        finally:
            os.close(line)
        assert [row["amount_minor"] for row in control.do("ledger")["ledger"]] == [1234]


def read(line: int, size: int) -> bytes:
    got = b""
    while len(got) < size:
        ready, _, _ = select.select([line], [], [], DEADLINE_S)
        assert ready, got.hex()
        got += os.read(line, size - len(got))
    return got


def test_what_a_simulator_cannot_do_is_refused(tmp_path: Path) -> None:
    with running("caisse_ap", tmp_path, "--link", str(tmp_path / "tty")) as control:
        control.do("card", what="decline")
        control.do("fault", name="nak_once")
        assert control.do("status")["faults"] == ["nak_once"]
        control.do("behave")
        assert control.do("status")["faults"] == []
        for request in ({"what": "dance"}, {}):
            with pytest.raises(ControlError):
                control.do("card", **request)
        with pytest.raises(ControlError, match="a fault is one of"):
            control.do("fault", name="nonsense")
