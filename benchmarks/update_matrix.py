"""Kill the updater and the chooser at every step and at random moments: does a lane always start, and which?

    python -m benchmarks.update_matrix --sample 60 --seed 1

Each cell is a house of its own with real processes and SIGKILL. The updater kills itself before or after a
step; the chooser's whole process group dies before or after the n-th program it calls (`mv`, `rm`, `sync`
...), so that nothing in it has to know about tests; random cells are killed from outside after a random time.
Half of the chooser's cells are killed a second time while they recover. Then a lane must start, every time,
with a version that is right there, and the update must still come to its end. The releases are stand-ins, so
`switch_s` is what the mechanism itself costs between the end of one lane and the first word of the next; the
lane's own start comes on top.

The last line is one JSON object; the exit status is 1 if a lane did not start or started as something wrong.
"""

import argparse
import contextlib
import json
import os
import random
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.figures import quantile
from benchmarks.update_world import BOOT, DIES, ROOT, STARTED_S, World
from kiosk.update.updater import STEPS

OLD, NEW = "1.0.0", "1.1.0"
SCENES = ("switch", "try", "confirm", "back")
"""What the chooser is doing when it dies: switching, counting a start, taking off a trial, going back."""
MOMENTS = ("before", "after")
PROGRAMS = ("rm", "ln", "mv", "sync", "mkdir")
UPDATER_TIME_S = 0.6
CHOOSER_TIME_S = 0.08
STARTS_MAX = 6
ARCHIVE_SIZE = 400_000

_WRAPPER = """\
#!/bin/sh
read -r count <"$KILL_FOLDER/count" || count=0
count=$((count + 1))
echo "$count" >"$KILL_FOLDER/count"
[ "$KILL_AT" = "$count before" ] && kill -KILL 0
{program} "$@"
code=$?
[ "$KILL_AT" = "$count after" ] && kill -KILL 0
exit $code
"""


@dataclass(frozen=True)
class Cell:
    """One kill: who, where in its work, before or after; random ones name a time."""

    who: str
    at: str
    moment: str
    twice: bool = False


@dataclass
class Tally:
    """What came of it."""

    kills: int = 0
    missed: int = 0
    """The process had ended before the random moment came."""
    starts: int = 0
    bricked: list[str] = field(default_factory=list)
    wrong_version: list[str] = field(default_factory=list)
    switch_s: list[float] = field(default_factory=list)


class Matrix:
    """The houses that cells are copied from, and the cells."""

    def __init__(self, folder: Path, seed: int) -> None:
        self._folder = folder
        self._random = random.Random(seed)
        self.tally = Tally()
        self._programs = folder / "bin"
        self._programs.mkdir()
        for program in PROGRAMS:
            wrapper = self._programs / program
            wrapper.write_text(_WRAPPER.format(program=shutil.which(program)), encoding="ascii")
            wrapper.chmod(wrapper.stat().st_mode | stat.S_IXUSR)
        self._calls = {scene: self._count(scene) for scene in SCENES}

    def cells(self) -> list[Cell]:
        """Every persisted step of both, before and after."""
        found = [Cell("updater", step, moment) for step in STEPS for moment in MOMENTS]
        for scene in SCENES:
            numbers = range(1, self._calls[scene] + 1)
            found += [Cell(scene, str(number), moment) for number in numbers for moment in MOMENTS]
        return found

    def random_cell(self) -> Cell:
        """A moment that no step names."""
        if self._random.random() < 0.3:
            return Cell("updater", f"{self._random.uniform(0.1, UPDATER_TIME_S):.4f} s", "random")
        scene = self._random.choice(SCENES)
        return Cell(scene, f"{self._random.uniform(0, CHOOSER_TIME_S):.4f} s", "random")

    def run(self, cell: Cell) -> None:
        """Kill, start, and see."""
        name = f"{cell.who} {cell.at} {cell.moment}{' twice' if cell.twice else ''}"
        try:
            if cell.who == "updater":
                self._run_updater(cell, name)
            else:
                self._run_chooser(cell, name)
        except subprocess.TimeoutExpired:
            self.tally.bricked.append(f"{name}: nothing within {STARTED_S} s")

    # the updater

    def _run_updater(self, cell: Cell, name: str) -> None:
        with self._world() as world:
            expected = OLD
            world.offer(NEW, size=ARCHIVE_SIZE)
            if cell.at == "confirm":
                world.round()
                world.door.allow_switch(NEW)
                expected = self._start(world, name)
            words = (cell.at, cell.moment) if cell.moment in MOMENTS else ()
            process = subprocess.Popen(
                world.updater_command(*words), cwd=ROOT, stdout=subprocess.PIPE, start_new_session=True
            )
            with process:
                if cell.moment == "random":
                    time.sleep(float(cell.at.split()[0]))
                    with contextlib.suppress(ProcessLookupError):
                        os.kill(process.pid, signal.SIGKILL)
            self._count_kill(process.returncode)
            self._expect(name, self._start(world, name), expected)
            if cell.at != "confirm":
                world.round()
                world.door.allow_switch(NEW)
                begun = time.monotonic()
                self._expect(name, self._start(world, name), NEW)
                self.tally.switch_s.append(time.monotonic() - begun)
            self._expect(name, self._start(world, name), NEW)
            if world.house.is_on_trial():
                self.tally.wrong_version.append(f"{name}: still on trial")

    # the chooser

    def _run_chooser(self, cell: Cell, name: str) -> None:
        with self._world() as world:
            self._prepare(world, cell.who)
            self._count_kill(self._killed_start(world, cell.at, cell.moment))
            if cell.twice:
                number = self._random.randint(1, self._calls[cell.who])
                self._count_kill(self._killed_start(world, str(number), self._random.choice(MOMENTS)))
            # one start that was not well and two that were killed make three: going back is right
            used_up = cell.who == "try" and cell.twice
            ends = (OLD,) if cell.who == "back" else (OLD, NEW) if used_up else (NEW,)
            lawful = (OLD, NEW) if cell.who in ("switch", "back") or used_up else (NEW,)
            for _ in range(STARTS_MAX):
                self._expect(name, self._start(world, name), *lawful)
                if any(self._is_over(world, end) for end in ends):
                    break
                if world.house.named("next"):
                    world.door.allow_switch(NEW)
            else:
                self.tally.wrong_version.append(f"{name}: never settled as {' or '.join(ends)}")

    @staticmethod
    def _is_over(world: World, wanted: str) -> bool:
        house = world.house
        settled = house.named("current") == wanted and house.named("trial") is None
        return settled and (wanted == NEW or house.condemned() == [NEW])

    def _prepare(self, world: World, scene: str) -> None:
        """Bring a house to where the chooser's next start does what the scene is about."""
        world.offer(NEW, run=DIES if scene == "back" else "exit 3" if scene == "try" else WELL_AGAIN)
        world.round()
        world.door.allow_switch(NEW)
        if scene == "switch":
            return
        world.start_lane()
        if scene == "try":
            program = world.house.release_folder(NEW) / "kiosk"  # well from the second start on
            program.write_text(program.read_text().replace("exit 3", WELL_AGAIN), encoding="ascii")
        if scene == "back":
            world.start_lane()
            world.start_lane()

    def _killed_start(self, world: World, at: str, moment: str) -> int:
        process = subprocess.Popen(
            ["sh", str(BOOT), "run"],
            env=self._wrapped(world, f"{at} {moment}"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        if moment == "random":
            time.sleep(float(at.split()[0]))
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
        return process.wait(STARTED_S)

    def _wrapped(self, world: World, kill_at: str) -> dict[str, str]:
        (world.folder / "count").write_text("0", encoding="ascii")
        path = f"{self._programs}:{os.environ['PATH']}"
        return world.environment(PATH=path, KILL_FOLDER=str(world.folder), KILL_AT=kill_at)

    def _count(self, scene: str) -> int:
        """How many programs the chooser calls there when nobody kills it."""
        with self._world() as world:
            self._prepare(world, scene)
            self._killed_start(world, "0", "before")
            return int((world.folder / "count").read_text(encoding="ascii"))

    # both

    @contextlib.contextmanager
    def _world(self) -> Iterator[World]:
        with tempfile.TemporaryDirectory(dir=self._folder) as folder:
            world = World(Path(folder))
            try:
                yield world
            finally:
                world.close()

    def _start(self, world: World, name: str) -> str:
        version = world.start_lane()
        self.tally.starts += 1
        if not version:
            self.tally.bricked.append(name)
        return version

    def _expect(self, name: str, version: str, *lawful: str) -> None:
        if version and version not in lawful:
            self.tally.wrong_version.append(f"{name}: {version} instead of {' or '.join(lawful)}")

    def _count_kill(self, code: int) -> None:
        if code == -signal.SIGKILL:
            self.tally.kills += 1
        else:
            self.tally.missed += 1


WELL_AGAIN = f'echo {NEW} >"$KIOSK_DOOR/healthy"; exit 3'


def measure(count: int, seed: int, folder: Path) -> Tally:
    """A sample of this many cells: two thirds at steps, one third at random moments; 0: every step once."""
    matrix = Matrix(folder, seed)
    picked = random.Random(seed)
    steps = matrix.cells()
    if count:
        chosen = picked.sample(steps, min(len(steps), count - count // 3))
        chosen += [matrix.random_cell() for _ in range(count // 3)]
    else:
        chosen = steps
    for number, cell in enumerate(chosen):
        twice = cell.who != "updater" and picked.random() < 0.5
        matrix.run(Cell(cell.who, cell.at, cell.moment, twice))
        if sys.stderr.isatty():
            print(f"\r{number + 1}/{len(chosen)}", end="", file=sys.stderr)
    return matrix.tally


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.update_matrix",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--sample", type=int, default=60, help="cells to run; 0: every step, before and after"
    )
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(argv)
    with tempfile.TemporaryDirectory(prefix="update-matrix-") as folder:
        tally = measure(options.sample, options.seed, Path(folder))
    for text in (*tally.bricked, *tally.wrong_version):
        print(text)
    figures = {
        "seed": options.seed,
        "kills": tally.kills,
        "ended_before_the_kill": tally.missed,
        "starts": tally.starts,
        "bricked": len(tally.bricked),
        "wrong_version": len(tally.wrong_version),
        "switch_s_p50": round(quantile(tally.switch_s, 0.5), 3),
        "switch_s_max": round(max(tally.switch_s, default=float("nan")), 3),
    }
    print(json.dumps(figures))
    return 1 if tally.bricked or tally.wrong_version else 0


if __name__ == "__main__":
    sys.exit(main())
