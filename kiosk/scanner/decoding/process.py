"""One decoder process, as the lane holds it: start it, ask it, notice its end.

Invariants: no call blocks longer than STARVED_TIMEOUT_S + END_TIMEOUT_S; whatever goes wrong with the process
is one `DecoderLostError`; after `stop` neither process nor descriptor is left.
"""

import contextlib
import mmap
import os
import select
import socket
import subprocess
import sys
import time
from collections.abc import Collection, Sequence
from pathlib import Path

from kiosk.scanner.decoding import wire
from kiosk.scanner.frame import Gray
from kiosk.scanner.symbols import Examined
from retail.unreadable import UNREADABLE

ANSWER_TIMEOUT_S = 2.0
"""A frame takes a few hundredths of a second; on a busy machine some tenths. Then it hangs."""
STARVED_TIMEOUT_S = 8.0
"""One that wants to run but gets no processor, because the machine is overloaded, is waited for this long."""
HUNG_CPU_S = 1.0
"""...unless it has used this much processor time on one frame: then it turns in circles."""
END_TIMEOUT_S = 0.5
ENVIRONMENT = {"OPENBLAS_NUM_THREADS": "1"}
"""Threads for the soft decoder's small matrices cost more than they bring: 12 ms become 50."""


class DecoderLostError(Exception):
    """The decoder process died, hangs or talks nonsense. `step` is what it was doing, if it said so."""

    def __init__(self, why: str, step: str = "") -> None:
        super().__init__(f"{why} in step {step!r}" if step else why)
        self.step = step


class FrameFailedError(Exception):
    """A decoder raised an exception on this frame; the process is well."""


def worker_command(*options: str) -> list[str]:
    """How the decoder is started; a packaged build has a program of its own for it, beside the lane's."""
    if getattr(sys, "frozen", False):
        return [str(Path(sys.executable).with_name("kiosk-decoder")), *options]
    return [sys.executable, "-P", "-m", "kiosk.scanner.decoding.worker", *options]


def _environment() -> dict[str, str]:
    """The worker finds the lane's own code, wherever the lane was started from."""
    ours = str(Path(__file__).resolve().parents[3])
    paths = [ours, *filter(None, [os.environ.get("PYTHONPATH")])]
    return os.environ | ENVIRONMENT | {"PYTHONPATH": os.pathsep.join(paths)}


class DecoderProcess:
    """A running (or starting) decoder. Used by one thread, which must live as long as the process."""

    def __init__(self, command: Sequence[str] = ()) -> None:
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        memory_fd = os.memfd_create("camera frame")
        try:
            os.ftruncate(memory_fd, wire.MEMORY_SIZE)
            self._memory = mmap.mmap(memory_fd, wire.MEMORY_SIZE)
            self._process = subprocess.Popen(
                [*(command or worker_command()), str(theirs.fileno()), str(memory_fd)],
                stdin=subprocess.DEVNULL,
                pass_fds=(theirs.fileno(), memory_fd),
                env=_environment(),
                process_group=0,
            )
        except BaseException:
            ours.close()
            raise
        finally:
            theirs.close()
            os.close(memory_fd)
        self._link = ours
        self._is_ready = False
        self._asked_at = self._spent_before_s = 0.0

    @property
    def pid(self) -> int:
        """The process's number."""
        return self._process.pid

    def is_ready(self) -> bool:
        """Whether it has loaded its libraries. Raises `DecoderLostError`."""
        if not self._is_ready and select.select([self._link], [], [], 0)[0]:
            if self._received() != wire.HELLO:
                raise self._lost("it did not greet")
            self._is_ready = True
        return self._is_ready

    def require_alive(self) -> None:
        """Raises `DecoderLostError` if it has ended (an answer that was not asked for counts as madness)."""
        if self._is_ready and select.select([self._link], [], [], 0)[0]:
            self._received()
            raise self._lost("it speaks unasked")

    def examine(
        self, gray: Gray, budget_ms: float, known: Collection[str], without: Collection[str]
    ) -> Examined:
        """Have a frame examined. Raises `DecoderLostError` or `FrameFailedError`."""
        self.ask(gray, budget_ms, known, without)
        self._await_answer()
        return self._answer()

    def ask(self, gray: Gray, budget_ms: float, known: Collection[str], without: Collection[str]) -> None:
        """Hand over a frame and do not wait; `poll` until the answer is there before asking again. Raises
        `DecoderLostError`."""
        height, width = gray.shape
        wire.put_frame(self._memory, gray)
        short = tuple(key for key in known if len(key) <= wire.KNOWN_SIZE_MAX)
        ask = wire.Ask(height=height, width=width, budget_ms=budget_ms, known=short, without=tuple(without))
        self._asked_at = time.monotonic()
        self._spent_before_s = self._standing()[1]
        try:
            self._link.send(wire.encode_ask(ask))
        except OSError as error:
            raise self._lost("it is gone") from error

    def poll(self) -> Examined | None:
        """The answer to `ask`, None while there is none. Raises `DecoderLostError` or `FrameFailedError`."""
        if select.select([self._link], [], [], 0)[0]:
            return self._answer()
        if time.monotonic() - self._asked_at > ANSWER_TIMEOUT_S:
            self._require_starved()
        return None

    def _answer(self) -> Examined:
        try:
            answer = wire.decode_answer(self._received())
        except UNREADABLE as error:
            raise self._lost("it answered nonsense") from error
        if answer.failure:
            raise FrameFailedError(answer.failure)
        return answer.examined

    def stop(self) -> None:
        """End it and give everything back. Safe to call twice."""
        self._link.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(END_TIMEOUT_S if self._is_ready else 0)
        self._process.kill()
        self._process.wait()

    def _await_answer(self) -> None:
        while not select.select([self._link], [], [], ANSWER_TIMEOUT_S)[0]:
            self._require_starved()

    def _require_starved(self) -> None:
        """Late is excused only by a machine that is too busy. Raises `DecoderLostError`."""
        waited_s = time.monotonic() - self._asked_at
        state, spent_s = self._standing()
        is_starved = state == "R" and spent_s - self._spent_before_s < HUNG_CPU_S
        if not is_starved or waited_s + ANSWER_TIMEOUT_S > STARVED_TIMEOUT_S:
            raise self._lost(f"it did not answer within {waited_s:.1f} s")

    def _standing(self) -> tuple[str, float]:
        """The process's state (`R`: wants to run) and the processor time it has used."""
        try:
            text = Path(f"/proc/{self.pid}/stat").read_text(encoding="ascii", errors="replace")
        except OSError:
            return "", 0.0
        fields = text.rpartition(")")[2].split()  # the name may hold anything; field 3 comes next
        return fields[0], (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def _received(self) -> bytes:
        try:
            packet = self._link.recv(wire.MESSAGE_MAX)
        except OSError as error:
            raise self._lost("it is gone") from error
        if not packet:
            raise self._lost("it ended")
        return packet

    def _lost(self, what: str) -> DecoderLostError:
        """The error, with how the process ended if it has."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            status = self._process.wait(END_TIMEOUT_S)
            what += f" by signal {-status}" if status < 0 else f" with status {status}"
        return DecoderLostError(what, wire.step_in(self._memory))
