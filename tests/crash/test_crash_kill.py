"""Kill -9 at any moment: nothing acknowledged is lost, nothing is charged or printed twice."""

import random
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest

from kiosk.checkout.evolve import fold
from kiosk.checkout.state import Phase, State
from kiosk.database.journal import Journal
from retail.journal import events as e
from retail.journal.loads import LoadOpened
from retail.journal.value import ValueLoaded

LANE = Path(__file__).with_name("crash_lane.py")
DEADLINE_S = 30.0
LOAD_MINOR = 2_000


def run_and_kill(folder: Path, seed: int, chance: random.Random) -> None:
    """Start a lane on `folder` and kill it at a seeded moment after its start."""
    notes = folder / "notes.txt"
    had = notes.stat().st_size if notes.exists() else 0
    lane = subprocess.Popen(
        [sys.executable, str(LANE), str(folder), str(seed)], stderr=subprocess.PIPE, stdout=subprocess.DEVNULL
    )
    pause = threading.Event()
    wanted = had + chance.choice([1, 50, 400, 2_000, 8_000]) * (1 + chance.randrange(3))
    deadline = time.monotonic() + DEADLINE_S
    while not (notes.exists() and notes.stat().st_size >= wanted):
        assert lane.poll() is None, (lane.stderr.read() if lane.stderr else b"").decode()
        assert time.monotonic() < deadline, "the lane makes no progress"
        pause.wait(0.001)
    pause.wait(chance.random() * 0.01)
    lane.kill()
    _, told = lane.communicate()
    assert lane.returncode == -9, told.decode()


def check(folder: Path) -> Counter[str]:
    """What must hold after each kill. Returns what was seen, so that an empty run cannot pass."""
    lines = (folder / "notes.txt").read_bytes().split(b"\n")[:-1]
    notes = [line.decode().split() for line in lines]
    journal = Journal.open(folder)  # refuses a chain that does not hold since the last idle moment
    try:
        assert journal.first_fault() is None
        entries = {entry.sequence: entry for entry in journal.entries()}
        events = [entry.event() for entry in entries.values()]
        since_idle = [entry.event() for entry in journal.since_idle()]
        redeemed = [
            (entry.at, entry.event())
            for entry in entries.values()
            if isinstance(entry.event(), e.CouponRedeemed | e.RewardsGranted)
        ]
        used = [event.redemption_key for _, event in redeemed if isinstance(event, e.CouponRedeemed)]
        assert len(used) == len(set(used)), "a coupon was redeemed twice"
        assert all(journal.book.is_used(key) for key in used), "the book does not know it"
    finally:
        journal.close()
    for words in notes:
        if words[0] == "stored":
            assert entries[int(words[1])].hash == words[2], "an acknowledged entry was lost or changed"

    state, whole = fold(since_idle, State()), fold(events, State())
    assert (state.phase, state.transaction, state.next_number) == (
        whole.phase,
        whole.transaction,
        whole.next_number,
    )
    seen = Counter(words[0] for words in notes)
    for kind, event in (("authorised", e.PaymentRequested), ("printed", e.PrintStarted)):
        done = Counter(words[1] for words in notes if words[0] == kind)
        assert all(count == 1 for count in done.values()), f"{kind} twice"
        stored = {
            getattr(one, "attempt_id", getattr(one, "job_id", "")) for one in events if type(one) is event
        }
        assert done.keys() <= stored, f"{kind} without being journalled first"
    acknowledged = {words[1] for words in notes if words[0] == "acknowledged"}
    kept = {
        one.attempt_id for one in events if isinstance(one, e.PaymentResultStored) and one.is_as_requested
    }
    assert acknowledged <= kept
    paid = {one.attempt_id for one in events if isinstance(one, e.PaymentApproved)}
    assert paid <= kept
    payments = {
        entry.at for entry in entries.values() if isinstance(entry.event(), e.PaymentApproved | e.NothingDue)
    }
    assert {at for at, _ in redeemed} <= payments, "settled apart from its payment"
    seen["loads"] = loads_as_paid(events)
    asked = Counter(" ".join(words[2:]) for words in notes if words[:2] == ["asked", "about"])
    shown, sale = set(), ""
    for one in events:
        if isinstance(one, e.TransactionStarted):
            sale = one.transaction_id
        elif isinstance(one, e.CouponShown):
            shown.add(f"{sale}/{one.coupon_no}")
    assert asked.keys() <= shown, "asked about without being journalled first"
    seen["redeemed"] = len(used)
    seen["granted"] = len(redeemed) - len(used)
    numbers = [one.number for one in events if isinstance(one, e.TransactionStarted)]
    assert numbers == list(range(1, len(numbers) + 1))
    seen["open payments"] = state.phase in (Phase.CARD, Phase.UNKNOWN)
    return seen


def loads_as_paid(events: Sequence[e.AnyEvent]) -> int:
    """How many top-ups there are: each behind the one payment of its amount, and no payment without one."""
    loads = 0
    for before, event in pairwise(events):
        if isinstance(event, ValueLoaded):
            assert isinstance(before, e.PaymentApproved)
            assert before.amount_minor == event.amount_minor == LOAD_MINOR
            loads += 1
    topping_up, paid = False, 0
    for event in events:
        if isinstance(event, e.TransactionStarted):
            topping_up = False
        topping_up = topping_up or isinstance(event, LoadOpened)
        paid += topping_up and isinstance(event, e.PaymentApproved)
    assert paid == loads, "a charge without its load"
    return loads


def kill_many_times(folder: Path, seed: int, kills: int) -> Counter[str]:
    chance = random.Random(seed)
    seen: Counter[str] = Counter()
    for n in range(kills):
        run_and_kill(folder, seed * 1000 + n, chance)
        now = check(folder)
        seen["open payments"] += now.pop("open payments")
        seen.update(dict.fromkeys(now, 0))
        for kind, count in now.items():
            seen[kind] = count
    return seen


def test_a_killed_lane_loses_nothing_and_repeats_nothing(tmp_path: Path) -> None:
    seen = kill_many_times(tmp_path, seed=7, kills=8)
    assert seen["started"] >= 5
    assert seen["stored"] > 100
    assert seen["authorised"] > 5
    assert seen["acknowledged"] > 3
    assert seen["printed"] > 2
    assert seen["redeemed"] > 0


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(10))
def test_a_lane_killed_many_times_loses_nothing_and_repeats_nothing(tmp_path: Path, seed: int) -> None:
    seen = kill_many_times(tmp_path, seed=100 + seed, kills=30)
    assert seen["authorised"] > 20
    assert seen["open payments"] > 0
    assert seen["redeemed"] > 5
    assert seen["loads"] > 0
    assert seen["granted"] > 5
