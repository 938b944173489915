"""A lane as seen from outside: started, told what to do, watched, and found dead.

Two ways to start one: as a program (its interpreter and imports from nothing, as after a power cut), or
forked from a process that has imported everything already. The second saves most of a cell's time; how long
a recovery takes is measured with the first only.
"""

import contextlib
import json
import multiprocessing
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import IO, Any

import msgspec

from benchmarks import payment_matrix_lane
from benchmarks.payment_lane_parts import Task

ROOT = Path(__file__).resolve().parents[1]
DEADLINE_S = 40.0
KILLED = -9
_FORKS = multiprocessing.get_context("forkserver")
_FORKS.set_forkserver_preload(["benchmarks.payment_matrix_lane", "benchmarks.payment_lane_process"])


class LaneProcess:
    """One lane."""

    def __init__(self, task: Task, *, is_cold: bool) -> None:
        self.started = time.monotonic()
        self.seen: list[str] = []
        self._body: _Program | _Fork = _Program() if is_cold else _Fork()
        self._write(msgspec.json.encode(task).decode())

    def tell(self, do: str, **more: Any) -> None:
        """Give it an order."""
        self._write(json.dumps({"do": do, **more}))

    def settled(self, shown: Callable[[str], None]) -> str:
        """How it ended; empty when the lane died first, `stuck` when nothing was settled in time.

        `shown` is told each screen.
        """
        watch = threading.Timer(DEADLINE_S, self._body.kill)
        watch.start()
        try:
            for line in self._body.out:
                said = json.loads(line)
                if "settled" in said:
                    return str(said["settled"])
                shown(said["screen"])
                self.seen.append(said["screen"] + (f" ({said['words']})" if said["words"] else ""))
            return "" if watch.is_alive() else "stuck"
        finally:
            watch.cancel()
            watch.join()

    def end(self) -> bool:
        """Shut it down; whether it had been killed."""
        with contextlib.suppress(BrokenPipeError):
            self.tell("end")
        self._body.close()
        return self._body.wait() == KILLED

    def drop(self) -> None:
        """Pull its plug: nobody looks at it any more."""
        self._body.kill()
        self._body.close()
        self._body.wait()

    def _write(self, text: str) -> None:
        with contextlib.suppress(BrokenPipeError):
            self._body.into.write(text + "\n")
            self._body.into.flush()


class _Program:
    """A program of its own."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "benchmarks.payment_matrix_lane"]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self.into: IO[str] = self._process.stdin
        self.out: IO[str] = self._process.stdout

    def kill(self) -> None:
        self._process.kill()

    def close(self) -> None:
        with contextlib.suppress(BrokenPipeError):
            self.into.close()
        self.out.close()

    def wait(self) -> int:
        try:
            return self._process.wait(DEADLINE_S)
        except subprocess.TimeoutExpired:
            self.kill()
            return self._process.wait()


class _Fork:
    """A fork of a process that holds nothing but imported modules."""

    def __init__(self) -> None:
        ours, theirs = _FORKS.Pipe()
        self._process = _FORKS.Process(target=_be_lane, args=(theirs,), daemon=True)
        self._process.start()
        theirs.close()
        self.into: IO[str] = os.fdopen(os.dup(ours.fileno()), "w", encoding="utf-8")
        self.out: IO[str] = os.fdopen(os.dup(ours.fileno()), encoding="utf-8")
        ours.close()

    def kill(self) -> None:
        self._process.kill()

    def close(self) -> None:
        with contextlib.suppress(BrokenPipeError, ConnectionError):
            self.into.close()

    def wait(self) -> int:
        self._process.join(DEADLINE_S)
        if self._process.exitcode is None:
            self.kill()
            self._process.join()
        self.out.close()
        return self._process.exitcode or 0


def _be_lane(pipe: Connection) -> None:
    """The forked lane; its standard error stays the benchmark's."""
    with (
        os.fdopen(os.dup(pipe.fileno()), encoding="utf-8") as orders,
        os.fdopen(os.dup(pipe.fileno()), "w", encoding="utf-8") as answers,
    ):
        pipe.close()

        def write(text: str) -> None:
            answers.write(text)
            answers.flush()

        payment_matrix_lane.serve(orders, write)
