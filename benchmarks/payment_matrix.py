"""Kill a lane at every step of every way to pay, and count what became of the money.

    python -m benchmarks.payment_matrix --sample 800 --seed 1

Each cell is a lane in its own process (real journal, engine, drivers, desk), a card terminal in another on a
pty, a wallet gateway in a third, and the store service in a fourth. The lane kills itself with SIGKILL at one
step and moment; some cells kill the next lane too while it recovers. Then a lane starts, recovers, and where
it says that nothing was paid the shopper pays again. The others' ledgers have the last word, and there is one
receipt. The last line is one JSON object; the exit status is 1 when money was lost or taken twice.

What was run is kept in `--results` and not run again: a run that was ended goes on where it was, a larger
sample adds to a smaller one. `--write` also runs every fault of the simulators once and writes the page.
"""

import argparse
import concurrent.futures
import contextlib
import json
import os
import queue
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import msgspec

from benchmarks import payment_page, payment_store
from benchmarks.figures import quantile
from benchmarks.payment_cells import (
    CARD,
    PHONE,
    PROTOCOLS,
    SCREEN,
    SPLIT,
    VALUE,
    Cell,
    Look,
    Outcome,
    cells,
    fault_cells,
    name,
    sample,
)
from benchmarks.payment_lane_parts import Task
from benchmarks.payment_lane_process import ROOT, LaneProcess
from benchmarks.payment_matrix_lane import PAPERS
from benchmarks.payment_rig import Rig, Scene

IN_MEMORY = ROOT / "tests" / "checkout" / "test_checkout_kills.py"
RESULTS = ROOT / "var" / "benchmarks" / "payments"
COLD_EVERY = 8
"""Of this many cells one is run with programs started from nothing, which is what recovery is timed with."""
WORKERS = 2
KILLS_MAX = 10
"""More lanes than this are not killed in one cell, whatever it says."""


class _Run:
    """One cell on its way."""

    def __init__(self, scene: Scene, port: Path, folder: Path, *, is_cold: bool) -> None:
        self._scene, self._folder, self._port, self._is_cold = scene, folder, port, is_cold
        cell = scene.cell
        self.found = Outcome(cell=cell, is_cold=is_cold, load=round(os.getloadavg()[0], 1))
        self._kills = [(cell.step, cell.moment) if cell.step else None, cell.again, None]
        self._lane = self._start()

    def go(self) -> Outcome:
        """Pay, die, recover, pay again if nothing was paid, take the receipt and leave."""
        scene, found = self._scene, self.found
        self._lane.tell("prepare")
        if self._lane.settled(self._shown) != "ready":
            raise RuntimeError(f"the lane does not get ready in {name(found.cell)}")
        scene.misbehave()
        self._lane.tell("pay", gift=scene.gift, silent=scene.is_silent)
        said = self._survive("watch")
        found.seen = list(self._lane.seen)
        self._look(said)
        if said == "not_paid":
            scene.behave()
            self._lane.tell("pay", gift=scene.gift)
            said = self._survive("watch")
            self._look(said)
            if said == "not_paid":  # it died before it paid
                self._lane.tell("pay", gift=scene.gift)
                said = self._survive("watch")
                self._look(said)
        if said == "paid":
            self._lane.tell("finish")
            said = self._survive("finish")
            self._look(said)
        self._lane.drop()
        papers = self._folder / PAPERS
        printed = papers.read_text().splitlines() if papers.exists() else []
        found.papers = tuple(int(one.split()[0]) for one in printed)
        return found

    def _survive(self, word: str) -> str:
        """How it ended for the lane that lived, after as many lanes as were killed on the way."""
        while not (settled := self._lane.settled(self._shown)):
            if not self._lane.end():
                raise RuntimeError(f"the lane ended by itself in {name(self.found.cell)}")
            self.found.kills += 1
            if self.found.kills > KILLS_MAX:
                return "stuck"
            self._scene.calm()
            self._lane = self._start()
            self._lane.tell(word)
        if self.found.kills and not self.found.recovered_s:
            self.found.recovered_s = time.monotonic() - self._lane.started
        return settled

    def _shown(self, screen: str) -> None:
        """Nobody is killed for a fault: the gateway comes back by itself once nobody knows what happened."""
        if screen == "unknown" and self.found.cell.faults and self.found.cell.way != CARD:
            self._scene.calm()

    def _start(self) -> LaneProcess:
        step, moment = (self._kills.pop(0) if self._kills else None) or ("", "")
        task = Task(
            folder=str(self._folder),
            port=str(self._port),
            mode=self._scene.cell.mode,
            way=self._scene.cell.way,
            wallet_url=self._scene.wallet_url,
            store=self._scene.enrolment,
            step=step,
            moment=moment,
        )
        return LaneProcess(task, is_cold=self._is_cold)

    def _look(self, said: str) -> None:
        if said == "finished":
            self._scene.wait_for_capture(self._scene.books(self._folder)[1].value)
        theirs, ours, standing, held = self._scene.books(self._folder)
        self.found.looks.append(
            Look(
                said=said,
                ledgers=theirs,
                journal=ours,
                standing=standing,
                is_sent=said == "finished",
                held=held,
            )
        )


def run(cell: Cell, rig: Rig, *, is_cold: bool = True) -> Outcome:
    """One cell, in a folder of its own."""
    with tempfile.TemporaryDirectory(prefix="pay-") as folder:
        return _Run(rig.scene(cell), rig.port(cell.mode), Path(folder), is_cold=is_cold).go()


@contextlib.contextmanager
def rigs(wanted: Sequence[Cell], count: int) -> Iterator[list[Rig]]:
    """As many other ends as there are workers, with what these cells need."""
    with contextlib.ExitStack() as stack:
        store = None
        if any(cell.way in (VALUE, SPLIT) for cell in wanted):
            folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="store-"))
            store = stack.enter_context(payment_store.opened(Path(folder)))
        made = []
        for _ in range(count):
            rig = Rig(dict.fromkeys(cell.mode for cell in wanted), store)
            stack.callback(rig.close)
            rig.start()
            made.append(rig)
        yield made


def run_all(
    wanted: Sequence[tuple[int, Cell]],
    say: Callable[[str], None],
    keep: Callable[[int, Outcome], None],
    workers: int = WORKERS,
) -> None:
    """Every cell with its number; `keep` is told each as soon as it is over, one at a time."""
    if not wanted:
        return
    with rigs([cell for _, cell in wanted], workers) as made:
        free: queue.SimpleQueue[Rig] = queue.SimpleQueue()
        for rig in made:
            free.put(rig)
        turn, done = threading.Lock(), 0

        def one(number: int, cell: Cell) -> None:
            nonlocal done
            rig = free.get()
            try:
                outcome = run(cell, rig, is_cold=number % COLD_EVERY == 0)
            finally:
                free.put(rig)
            with turn:
                keep(number, outcome)
                done += 1
                wrong = outcome.is_doubled or outcome.is_lost or outcome.is_stuck
                say(f"{done}/{len(wanted)} {name(cell)}: {outcome.settled}{' WRONG' if wrong else ''}")
                if wrong:
                    say(f"    {outcome}")

        with concurrent.futures.ThreadPoolExecutor(workers) as pool:
            for future in [pool.submit(one, number, cell) for number, cell in wanted]:
                future.result()


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the results' file."""

    number: int
    outcome: Outcome


class Results:
    """What was run before, and what is run now: appended line by line."""

    def __init__(self, path: Path, wanted: Sequence[Cell]) -> None:
        self._path = path
        self._wanted = wanted
        self.outcomes: dict[int, Outcome] = {}
        path.parent.mkdir(parents=True, exist_ok=True)
        for line in path.read_bytes().splitlines() if path.exists() else ():
            with contextlib.suppress(msgspec.DecodeError):  # the last line of a run that was killed
                kept = msgspec.json.decode(line, type=Kept)
                if kept.number < len(wanted) and kept.outcome.cell == wanted[kept.number]:
                    self.outcomes[kept.number] = kept.outcome

    def missing(self) -> list[tuple[int, Cell]]:
        """What is still to be run."""
        return [one for one in enumerate(self._wanted) if one[0] not in self.outcomes]

    def keep(self, number: int, outcome: Outcome) -> None:
        """Note one."""
        self.outcomes[number] = outcome
        with self._path.open("ab") as file:
            file.write(msgspec.json.encode(Kept(number=number, outcome=outcome)) + b"\n")

    def all(self) -> list[Outcome]:
        """In the sample's order."""
        return [self.outcomes[number] for number in sorted(self.outcomes)]


def summary(outcomes: Sequence[Outcome]) -> dict[str, int | float]:
    """The figures."""
    timed = [one for one in outcomes if one.kills and one.recovered_s and one.is_cold]
    times = [one.recovered_s for one in timed]
    by_wallet = [one.recovered_s for one in timed if one.cell.way in (PHONE, SCREEN)]
    return {
        "payments": len(outcomes),
        "kills": sum(one.kills for one in outcomes),
        "double_charges": sum(one.is_doubled for one in outcomes),
        "lost_payments": sum(one.is_lost for one in outcomes),
        "to_attendant": sum(one.to_attendant for one in outcomes),
        "stuck": sum(one.is_stuck for one in outcomes),
        "recoveries_timed": len(times),
        "recovery_p50_s": round(quantile(times, 0.5), 2) if times else 0.0,
        "recovery_p99_s": round(quantile(times, 0.99), 2) if times else 0.0,
        **({"wallet_recovery_p99_s": round(quantile(by_wallet, 0.99), 2)} if by_wallet else {}),
        "load_p50": quantile([one.load for one in outcomes], 0.5),
    }


def kills_in_memory() -> int:
    """Kills of the checkout's rules without processes: its own test is run, and counts them."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:randomly", str(IN_MEMORY)]
    with tempfile.TemporaryDirectory(prefix="kills-") as folder:
        count = Path(folder) / "kills"
        count.touch()
        done = subprocess.run(
            command, cwd=ROOT, env={**os.environ, "COUNT_KILLS": str(count)}, capture_output=True, check=False
        )
        if done.returncode:
            raise RuntimeError(f"{IN_MEMORY.name} fails:\n{done.stdout.decode()[-2000:]}")
        return len(count.read_bytes())


def _tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the sample; the exit status."""
    made = argparse.ArgumentParser(prog="python -m benchmarks.payment_matrix", description=__doc__)
    made.add_argument("--sample", type=int, help="(default: the whole matrix)")
    made.add_argument("--protocol", choices=PROTOCOLS, default="zvt", help="(default: %(default)s)")
    made.add_argument("--seed", type=int, default=1, help="(default: %(default)s)")
    made.add_argument("--results", type=Path, default=RESULTS, help="(default: var/benchmarks/payments)")
    made.add_argument("--workers", type=int, default=WORKERS, help="lanes at a time (default: %(default)s)")
    made.add_argument("--write", type=Path, metavar="PAGE", help="also run every fault and write this page")
    options = made.parse_args(arguments)
    protocol, seed = options.protocol, options.seed
    size = options.sample or len(cells(protocol))
    kills = Results(options.results / f"kills-{protocol}-{seed}.jsonl", sample(size, seed, protocol))
    run_all(kills.missing(), _tell, kills.keep, options.workers)
    outcomes, faults = kills.all(), list[Outcome]()
    if options.write:
        once = Results(options.results / f"faults-{protocol}.jsonl", fault_cells(protocol))
        run_all(once.missing(), _tell, once.keep, options.workers)
        faults = once.all()
        command = f"python -m benchmarks.payment_matrix --sample {size} --seed {seed}"
        command += f" --protocol {protocol}" if protocol != "zvt" else ""
        command += f" --write {options.write}"
        figures = summary([*outcomes, *faults])
        in_memory = kills_in_memory() if protocol == "zvt" else 0
        page = payment_page.page(outcomes, faults, figures, command, protocol, in_memory)
        options.write.parent.mkdir(parents=True, exist_ok=True)
        options.write.write_text(page, encoding="utf-8")
    figures = summary([*outcomes, *faults])
    print(json.dumps({"protocol": protocol, "sample": size, "seed": seed, **figures}))
    return int(any(figures[what] for what in ("double_charges", "lost_payments", "stuck")))


if __name__ == "__main__":
    sys.exit(main())
