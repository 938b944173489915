"""The machine: receive buffer, motor, roll, cover, knife, and the status bytes that tell of them.

Time is given by the caller, so that a print takes as long as paper at this speed does. Real-time requests are
answered when they arrive, past everything that waits in the buffer; queued ones when their turn comes, which
is what makes them a proof.

Source: docs/devices/printer.md, "Status bits" and "Failure policy".
Invariants: bytes are executed in order and only while the printer is online; the buffer never holds more
than its size; nothing is executed before the paper of what came earlier has moved.
"""

from collections import deque
from dataclasses import dataclass

from simulators.printer.interpreter import Interpreter
from simulators.printer.page import Page
from simulators.printer.paper import PaperTray

_CLEAR_BUFFERS = bytes.fromhex("10 14 08 01 03 14 01 06 02 08")
_KNIFE_MM = 12
"""From the head to the knife: the top of the next piece."""
_CUT_S = 0.12
ANSWERS_MAX = 65_536


@dataclass(frozen=True)
class Build:
    """What was ordered: width, resolution, speed, roll, buffer, and what the firmware knows."""

    columns: int = 48
    speed_mm_s: float = 100.0
    roll_mm: int = 80_000
    near_end_mm: int = 2_000
    buffer_size: int = 4096
    process_id: bool = True
    report: bool = True
    push: bool = True

    @property
    def dots(self) -> int:
        """Dots across."""
        return {48: 576, 42: 512, 32: 384}[self.columns]

    @property
    def dots_per_mm(self) -> float:
        """Resolution: 42 columns are a 180 dpi head."""
        return (180 if self.columns == 42 else 203) / 25.4


class Machine:
    """One printer, without its cable."""

    def __init__(self, build: Build, tray: PaperTray) -> None:
        self.build = build
        self.tray = tray
        self.interpreter = Interpreter(Page(tray, build.dots), self)
        self.cover_open = False
        self.cutter_blocked = False
        self.is_mute = False
        self.is_deaf = False
        self._cutter_error = False
        self._remaining_dots = build.roll_mm * build.dots_per_mm
        self._buffer: deque[int] = deque()
        self._recent = bytearray()
        self._answers = bytearray()
        self._push_mask = 0
        self._pushed = b""
        self._busy_until = 0.0
        self._now = 0.0

    # What the host's end of the cable sees.

    def room(self) -> int:
        """Bytes the buffer still takes; 0 stops the host."""
        return 0 if self.is_deaf else self.build.buffer_size - len(self._buffer)

    def receive(self, data: bytes) -> None:
        """Take bytes into the buffer, executing real-time requests on the way, wherever they stand."""
        for byte in data:
            self._buffer.append(byte)
            self._recent = (self._recent + bytes((byte,)))[-len(_CLEAR_BUFFERS) :]
            if self._recent[-3:-1] == b"\x10\x04" and 1 <= byte <= 4:
                self._say(bytes((self._realtime_status(byte),)))
            elif self._recent[-3:-1] == b"\x10\x05" and byte in (1, 2):
                self._recover(byte)
            elif self._recent == _CLEAR_BUFFERS:
                self._clear()
                self._say(b"\x37\x25\x00")

    def take_answers(self) -> bytes:
        """Everything to send to the host now."""
        self._push_if_changed()
        answers = bytes(self._answers)
        self._answers.clear()
        return answers

    # Time.

    def run(self, now: float) -> float | None:
        """Execute what is due; when to call again, or None if only a byte or a hand can change anything."""
        self._now = now
        while self._buffer and not self.is_offline and self._busy_until <= now:
            byte = self._buffer.popleft()
            self.tray.piece.consumed.append(byte)
            self.interpreter.feed(byte)
        return self._busy_until if self.is_busy else None

    @property
    def is_busy(self) -> bool:
        """Whether a job is being printed."""
        return not self.is_offline and (bool(self._buffer) or self._busy_until > self._now)

    @property
    def buffered(self) -> int:
        """Bytes waiting."""
        return len(self._buffer)

    # Hands at the printer.

    @property
    def paper_out(self) -> bool:
        """Whether the roll has ended."""
        return self._remaining_dots <= 0

    @property
    def remaining_mm(self) -> int:
        """Paper left on the roll."""
        return max(0, round(self._remaining_dots / self.build.dots_per_mm))

    def leave_paper(self, millimetres: float) -> None:
        """Make the roll end after so much more paper; 0 is now."""
        self._remaining_dots = millimetres * self.build.dots_per_mm

    def load_paper(self) -> None:
        """Tear off what hangs out of an empty printer and load a new roll."""
        if self.paper_out:
            self.tray.finish("paper_end")
        self._remaining_dots = self.build.roll_mm * self.build.dots_per_mm

    def service(self) -> None:
        """Put everything right: paper, cover, knife, and the error acknowledged at the printer."""
        if self.paper_out:
            self.load_paper()
        self.cover_open = self.cutter_blocked = self.is_mute = self.is_deaf = False
        self._recover(1)

    def power_cycle(self) -> None:
        """Off and on: buffer, modes and unfinished work are gone; the paper stays where it was."""
        self._clear()
        self._answers.clear()
        self._push_mask = 0
        self.interpreter.restart()

    # What commands do (Mechanics).

    def moved(self, dots: int) -> None:
        """See `Mechanics.moved`."""
        self._remaining_dots -= dots
        seconds = dots / self.build.dots_per_mm / self.build.speed_mm_s
        self._busy_until = max(self._busy_until, self._now) + seconds

    def cut(self, feed_dots: int) -> None:
        """See `Mechanics.cut`. A blocked knife stops the printer; recovery cuts then."""
        if feed_dots:
            self.tray.piece.feed(feed_dots)
            self.moved(feed_dots)
        if self.cutter_blocked:
            self._cutter_error = True
            return
        self._remaining_dots -= _KNIFE_MM * self.build.dots_per_mm
        self._busy_until = max(self._busy_until, self._now) + _CUT_S
        self.tray.finish("cut")

    def answer(self, data: bytes) -> None:
        """See `Mechanics.answer`."""
        self._say(data)

    def set_push(self, mask: int) -> None:
        """See `Mechanics.set_push`; the status goes out once at once."""
        self._push_mask = mask if self.build.push else 0
        self._pushed = b""

    def paper_bits(self) -> int:
        """See `Mechanics.paper_bits`."""
        return (3 if self._is_near_end else 0) | (12 if self.paper_out else 0)

    def supports(self, feature: str) -> bool:
        """See `Mechanics.supports`."""
        return self.build.process_id if feature == "process_id" else self.build.report

    def initialised(self) -> None:
        """See `Mechanics.initialised`. A piece without ink begins here."""
        if not self.tray.piece.has_ink:
            self.tray.piece.consumed[:] = b"\x1b@"
            self.tray.piece.lines.clear()

    # Status.

    @property
    def is_offline(self) -> bool:
        """Whether the printer executes nothing."""
        return self.cover_open or self.paper_out or self._cutter_error

    @property
    def _is_near_end(self) -> bool:
        return self._remaining_dots < self.build.near_end_mm * self.build.dots_per_mm

    def _realtime_status(self, which: int) -> int:
        fixed = 0x12
        match which:
            case 1:
                return fixed | 0x08 * self.is_offline
            case 2:
                return fixed | 0x04 * self.cover_open | 0x20 * self.paper_out | 0x40 * self._cutter_error
            case 3:
                return fixed | 0x08 * self._cutter_error
            case _:
                return fixed | 0x0C * self._is_near_end | 0x60 * self.paper_out

    def _push_if_changed(self) -> None:
        status = bytes(
            (
                0x10 | 0x08 * self.is_offline | 0x20 * self.cover_open,
                0x08 * self._cutter_error,
                self.paper_bits(),
                0x0F,
            )
        )
        if self._push_mask and status != self._pushed:
            self._pushed = status
            self._say(status)

    def _say(self, data: bytes) -> None:
        if not self.is_mute and len(self._answers) + len(data) <= ANSWERS_MAX:
            self._answers += data

    def _recover(self, how: int) -> None:
        """DLE ENQ: 1 resumes where the error stood, 2 drops the rest. A knife still blocked fails again."""
        if not self._cutter_error or self.cutter_blocked:
            return
        self._cutter_error = False
        if how == 2:
            self._clear()
        self.cut(0)

    def _clear(self) -> None:
        self._buffer.clear()
        self.interpreter.restart()
        self._cutter_error = False
        self._busy_until = self._now
