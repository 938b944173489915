"""Many wallet payments at a whole checkout, faults mixed at random from one seed: ledger and journal agree.

The lane is the kill matrix's own (journal, engine, driver), in this process and without kills; the gateway
is the simulator. More seeds: `WALLET_SEEDS=500 pytest tests/payment/test_payment_wallet_random.py`.
"""

import json
import os
import queue
import random
import threading
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from payment_rig import wait_for

from benchmarks.payment_lane_parts import TOTAL_MINOR, Task
from benchmarks.payment_matrix_lane import serve
from benchmarks.payment_rig import journalled
from simulators.terminal.faults import Faults
from simulators.wallet_gateway.book import Book, Payer
from simulators.wallet_gateway.faults import FAULTS
from simulators.wallet_gateway.server import Gateway

SEEDS = int(os.environ.get("WALLET_SEEDS", "2"))
PAYMENTS = 2
SLOW_S = 1.1
"""Longer than the lane waits."""
NOT_MIXED = frozenset({"refund_refused", "refund_part"})
"""With these a wrong payment cannot be given back, and a person is called: `test_payment_wallet.py`."""


class ShopLane:
    """A lane on a thread, told what to do line by line."""

    def __init__(self, folder: Path, way: str, url: str) -> None:
        self._orders: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self.said: list[dict[str, object]] = []
        task = Task(folder=str(folder), port="", mode="drop", way=way, wallet_url=url)
        self._orders.put(msgspec.json.encode(task).decode())
        self._thread = threading.Thread(
            target=serve, args=(iter(self._orders.get, None), self._hear), name="lane"
        )
        self._thread.start()

    def tell(self, do: str) -> None:
        self._orders.put(json.dumps({"do": do}))

    def settled(self, after: int) -> str:
        """How it ended, by what was said since."""

        def ends() -> list[str]:
            return [str(said["settled"]) for said in self.said[after:] if "settled" in said]

        return wait_for(ends, "the end", 60)[0]

    def end(self) -> None:
        self.tell("end")
        self._thread.join(30)
        assert not self._thread.is_alive()

    def _hear(self, line: str) -> None:
        self.said.append(json.loads(line))


@pytest.fixture
def gateway(tmp_path: Path) -> Iterator[Gateway]:
    faults = Faults(FAULTS)
    made = Gateway(Book(faults, tmp_path / "book.json"), faults, token="secret", slow_s=SLOW_S)
    thread = threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.01}, name="gateway")
    thread.start()
    try:
        yield made
    finally:
        made.end()
        thread.join(10)


def one_payment(gateway: Gateway, folder: Path, dice: random.Random) -> tuple[str, list[str]]:
    """One purchase with whatever the dice add, until the lane says how it ended."""
    names = dice.sample(sorted(set(FAULTS) - NOT_MIXED), dice.choice([0, 1, 1, 2, 3]))
    payer, way = dice.choice([Payer.PAY, Payer.PAY, *Payer]), dice.choice(["phone", "screen"])
    story = [way, payer.value, *names]
    lane = ShopLane(folder, way, gateway.url)
    try:
        lane.tell("prepare")
        assert lane.settled(0) == "ready"
        gateway.book.next_payer = payer
        for name in names:
            gateway.faults.arm(name)
        begun = len(lane.said)
        lane.tell("pay")
        wait_for(
            lambda: {"wallet"} & {said.get("screen") for said in lane.said}, f"the wallet in {story}", 30
        )
        if dice.random() < 0.25:
            story.append("shopper cancels")
            lane.tell("cancel")
        if dice.random() < 0.3:
            story.append("lane restarts")
            lane.end()
            lane, begun = ShopLane(folder, way, gateway.url), 0
            lane.tell("watch")
        if "mute" in names:
            wait_for(
                lambda: any("settled" in said or said["screen"] == "unknown" for said in lane.said[begun:]),
                f"nobody knows in {story}",
                30,
            )
            gateway.faults.clear()
        return lane.settled(begun), story
    finally:
        lane.end()


@pytest.mark.parametrize("seed", range(SEEDS))
def test_gateway_and_journal_agree_whatever_goes_wrong(tmp_path: Path, gateway: Gateway, seed: int) -> None:
    dice = random.Random(seed)
    for number in range(PAYMENTS):
        folder, before = tmp_path / f"lane-{number}", gateway.book.balance()
        said, story = one_payment(gateway, folder, dice)
        gateway.faults.clear()
        moved, ours = gateway.book.balance() - before, journalled(folder).wallet
        charges = [row["order_number"] for row in gateway.book.rows() if row["kind"] == "charge"]
        assert len(charges) == len(set(charges)), story
        assert said in ("paid", "not_paid", "attendant"), story
        if said != "attendant":
            assert moved == ours == (TOTAL_MINOR if said == "paid" else 0), (said, story)
        else:
            assert ours == 0, story
            assert "no_amount" in story, story
