"""The relay: the manual's bytes, a pulse that ends by itself, a port that goes and comes back."""

import json
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from gate.relay.codec import switch
from gate.relay.driver import SerialRelay
from retail.check import BrokenInvariantError

DEADLINE_S = 20.0


@pytest.mark.parametrize(
    ("relay", "is_on", "sent"),
    [
        (1, True, "a00101a2"),  # LCUS-1 manual: open
        (1, False, "a00100a1"),  # close
        (2, True, "a00201a3"),
        (8, False, "a00800a8"),
    ],
)
def test_the_manuals_bytes(relay: int, is_on: bool, sent: str) -> None:
    assert switch(relay, is_on=is_on).hex() == sent


@pytest.mark.parametrize("relay", [0, 9])
def test_there_are_eight_relays(relay: int) -> None:
    with pytest.raises(BrokenInvariantError):
        switch(relay, is_on=True)


class Module:
    """The simulator in its own process, and what it told."""

    def __init__(self, link: Path) -> None:
        self.link = link
        self._told: queue.Queue[dict[str, object]] = queue.Queue()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "simulators.relay", str(link)], stdout=subprocess.PIPE, text=True
        )
        self._thread = threading.Thread(target=self._read)
        self._thread.start()
        assert self.next() == {"ready": str(link)}

    def next(self) -> dict[str, object]:
        return self._told.get(timeout=DEADLINE_S)

    def stop(self) -> None:
        self._process.terminate()
        self._process.wait(DEADLINE_S)
        self._thread.join(DEADLINE_S)
        assert self._process.stdout is not None
        self._process.stdout.close()

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._told.put(json.loads(line))


@pytest.fixture
def module(tmp_path: Path) -> Iterator[Module]:
    made = Module(tmp_path / "relay")
    yield made
    made.stop()


def test_it_opens_and_shuts_by_itself(module: Module) -> None:
    relay = SerialRelay(str(module.link))
    try:
        assert relay.open_for(0.05)
        assert module.next() == {"relay": 1, "on": True}
        assert module.next() == {"relay": 1, "on": False}
    finally:
        relay.close()
    assert module.next() == {"relay": 1, "on": False}


def test_held_open_it_stays_so_until_it_is_let_go(module: Module) -> None:
    relay = SerialRelay(str(module.link), 2)
    try:
        assert relay.hold(True)
        assert relay.open_for(0.01)
        assert [module.next(), module.next()] == [{"relay": 2, "on": True}] * 2
        assert relay.hold(False)
        seen = module.next()
        while seen["on"]:
            seen = module.next()
        assert seen == {"relay": 2, "on": False}
    finally:
        relay.close()


def test_a_port_that_is_not_there_is_said_and_tried_again(tmp_path: Path) -> None:
    relay = SerialRelay(str(tmp_path / "relay"))
    assert not relay.open_for(0.01)
    module = Module(tmp_path / "relay")
    try:
        assert relay.open_for(5)
        assert module.next() == {"relay": 1, "on": True}
    finally:
        relay.close()
        module.stop()
