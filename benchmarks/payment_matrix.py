"""Kill a lane at every step of a card payment and count what became of the money.

    python -m benchmarks.payment_matrix --sample 108 --seed 1

Each cell is a lane in its own process (real journal, engine, driver) and a terminal in another, on a pty.
The lane kills itself with SIGKILL at one step and moment; some cells kill the next lane too while it
recovers. Then a lane starts, recovers, and where it says that nothing was paid the shopper pays again. The
terminal's ledger has the last word. The last line is one JSON object; the exit status is 1 when money was
lost or taken twice.

Tender: card. `--write` also runs every fault of the simulator once and writes the page of results.
"""

import argparse
import contextlib
import json
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import IO

from benchmarks import payment_page
from benchmarks.figures import quantile
from benchmarks.payment_cells import MODES, PROTOCOLS, Cell, Outcome, cells, fault_cells, name, sample
from benchmarks.payment_matrix_lane import CAISSE_AP
from simulators.control import ControlClient
from simulators.fleet import Child, answers, wait_for

ROOT = Path(__file__).resolve().parents[1]
DEADLINE_S = 40.0
SPEED = 40


class LaneProcess:
    """One lane, talked to over its standard streams."""

    def __init__(self, folder: Path, mode: str, kill: tuple[str, str] | None = None) -> None:
        self.started = time.monotonic()
        module, port = "benchmarks.payment_matrix_lane", str(folder / "tty")
        command = [sys.executable, "-m", module, str(folder), port, mode]
        self.process = subprocess.Popen(
            [*command, *(kill or ())], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
        )
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self._in: IO[str] = self.process.stdin
        self._out: IO[str] = self.process.stdout
        self.seen: list[str] = []

    def pay(self) -> None:
        """Let the shopper pay."""
        self._tell("again")

    def watch(self) -> None:
        """Start without a shopper: only what was open is settled."""
        self._tell("watch")

    def _tell(self, word: str) -> None:
        self._in.write(word + "\n")
        self._in.flush()

    def settled(self) -> str:
        """How it ended; empty when the lane died first, `stuck` when nothing was settled in time."""
        watch = threading.Timer(DEADLINE_S, self.process.kill)
        watch.start()
        try:
            for line in self._out:
                said = json.loads(line)
                if "settled" in said:
                    return str(said["settled"])
                self.seen.append(said["screen"] + (f" ({said['words']})" if said["words"] else ""))
            return "" if watch.is_alive() else "stuck"
        finally:
            watch.cancel()
            watch.join()

    def end(self) -> bool:
        """Shut it down; whether it had been killed."""
        with contextlib.suppress(BrokenPipeError):
            self._in.write("end\n")
            self._in.flush()
        with contextlib.suppress(BrokenPipeError):
            self._in.close()
        self._out.close()
        return self.process.wait(DEADLINE_S) == -9


def run(cell: Cell, folder: Path) -> Outcome:
    """Pay, die, recover, pay again if nothing was paid."""
    is_french = cell.mode == CAISSE_AP
    options = ["--speed", str(SPEED), "--no-pace"]
    options += [] if is_french else ["--unacked", MODES["zvt"][cell.mode]]
    module = "caisse_ap" if is_french else "terminal"
    paths = (
        "--link",
        str(folder / "tty"),
        "--control",
        str(folder / "ctl"),
        "--ledger",
        str(folder / "book"),
    )
    command = [sys.executable, "-m", f"simulators.{module}", *paths, *options]
    simulator = Child("terminal", command, folder / "terminal.log")
    simulator.start()
    try:
        control = ControlClient(folder / "ctl")
        wait_for(
            lambda: (folder / "tty").exists() and answers(control, "status"), "the terminal", [simulator]
        )
        control.do("card", what=cell.card)
        for fault in cell.faults:
            control.do("fault", name=fault)
        return _pay(cell, folder, control)
    finally:
        simulator.stop()


def _pay(cell: Cell, folder: Path, control: ControlClient) -> Outcome:
    found = Outcome(cell=cell)
    kills = [(cell.step, cell.moment) if cell.step else None, cell.again, None]
    lane = LaneProcess(folder, cell.mode, kills.pop(0))
    lane.pay()
    lane, found.settled = _survive(lane, found, kills, folder)
    found.seen = list(lane.seen)
    found.balance, found.standing = _ledger(control)
    if found.settled == "not_paid":
        control.do("behave")
        lane.pay()
        lane, found.end = _survive(lane, found, kills, folder)
        found.end_balance, standing = _ledger(control)
        found.standing = max(found.standing, standing)
    lane.end()
    return found


def _survive(
    lane: LaneProcess, found: Outcome, kills: list[tuple[str, str] | None], folder: Path
) -> tuple[LaneProcess, str]:
    """The lane that settled it, after as many lanes as were killed on the way."""
    while not (settled := lane.settled()):
        if not lane.end():
            raise RuntimeError(f"the lane ended by itself in {name(found.cell)}")
        found.kills += 1
        lane = LaneProcess(folder, found.cell.mode, kills.pop(0) if kills else None)
        lane.watch()
    if found.kills and not found.recovered_s:
        found.recovered_s = time.monotonic() - lane.started
    return lane, settled


def _ledger(control: ControlClient) -> tuple[int, int]:
    """Balance and number of charges that stand, once the terminal has nothing left to do."""
    wait_for(lambda: not control.do("status")["busy"], "the terminal at rest", [], DEADLINE_S)
    signs = [
        (1 if row["kind"] == "charge" else -1, row["amount_minor"]) for row in control.do("ledger")["ledger"]
    ]
    return sum(sign * amount for sign, amount in signs), sum(sign for sign, _ in signs)


def run_all(wanted: Sequence[Cell], say: Callable[[str], None]) -> list[Outcome]:
    """Every cell in a folder of its own."""
    outcomes = []
    for number, cell in enumerate(wanted, 1):
        with tempfile.TemporaryDirectory(prefix="pay-") as folder:
            outcome = run(cell, Path(folder))
        outcomes.append(outcome)
        wrong = outcome.is_doubled or outcome.is_lost or "stuck" in (outcome.settled, outcome.end)
        say(f"{number}/{len(wanted)} {name(cell)}: {outcome.settled} {'WRONG' if wrong else ''}".rstrip())
        if wrong:
            say(f"    {outcome}")
    return outcomes


def summary(outcomes: Sequence[Outcome]) -> dict[str, int | float]:
    """The figures."""
    times = [outcome.recovered_s for outcome in outcomes if outcome.kills and outcome.settled]
    return {
        "payments": len(outcomes),
        "kills": sum(outcome.kills for outcome in outcomes),
        "double_charges": sum(outcome.is_doubled for outcome in outcomes),
        "lost_payments": sum(outcome.is_lost for outcome in outcomes),
        "to_attendant": sum("attendant" in (outcome.settled, outcome.end) for outcome in outcomes),
        "stuck": sum("stuck" in (outcome.settled, outcome.end) for outcome in outcomes),
        "recovery_p50_s": round(quantile(times, 0.5), 2) if times else 0.0,
        "recovery_p99_s": round(quantile(times, 0.99), 2) if times else 0.0,
    }


def _tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the sample; the exit status."""
    made = argparse.ArgumentParser(prog="python -m benchmarks.payment_matrix", description=__doc__)
    made.add_argument("--sample", type=int, help="(default: the whole matrix)")
    made.add_argument("--protocol", choices=PROTOCOLS, default="zvt", help="(default: %(default)s)")
    made.add_argument("--seed", type=int, default=1, help="(default: %(default)s)")
    made.add_argument("--write", type=Path, metavar="PAGE", help="also run every fault and write this page")
    options = made.parse_args(arguments)
    protocol, seed = options.protocol, options.seed
    size = options.sample or len(cells(protocol))
    outcomes = run_all(sample(size, seed, protocol), _tell)
    faults: list[Outcome] = []
    if options.write:
        faults = run_all(fault_cells(protocol), _tell)
        command = f"python -m benchmarks.payment_matrix --sample {size} --seed {seed}"
        command += f" --protocol {protocol}" if protocol != "zvt" else ""
        command += f" --write {options.write}"
        page = payment_page.page(outcomes, faults, summary([*outcomes, *faults]), command, protocol)
        options.write.parent.mkdir(parents=True, exist_ok=True)
        options.write.write_text(page, encoding="utf-8")
    figures = summary([*outcomes, *faults])
    print(json.dumps({"protocol": protocol, "sample": size, "seed": seed, **figures}))
    return int(any(figures[name] for name in ("double_charges", "lost_payments", "stuck")))


if __name__ == "__main__":
    sys.exit(main())
