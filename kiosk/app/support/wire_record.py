"""`kiosk wire record`: stand between the lane and a serial device, and write down what passes, without data.

    lane ──► pty (its name is printed) ──► record ──► the real port

A record says when which side sent how many bytes, and as much of the bytes as can hold nothing of a person or
a card:

    terminal   of a ZVT block only its control field (class, instruction) and length; of other bytes nothing
    printer    commands and status bytes; letters and digits of texts are replaced, so lengths stay
    scanner    framing; letters and digits are replaced
    scale      everything: a weight belongs to nobody

What is written is decided by the kind of device before the first byte, there is no way to ask for more, and a
chunk that still holds something like a card number is written as its length alone.

    wire 1 printer
    0.000000 > 1b40 1b6101 ...     the lane said
    0.004210 < 12                  the device said

Source: docs/operate.md, "Records of a line".
Invariants: nothing is written that `masked` has not seen; a record ends at SIZE_MAX bytes.
"""

import contextlib
import os
import re
import select
import sys
import termios
import time
import tty
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TextIO

from kiosk.app.exit_codes import FAILED, MISUSED, OK
from retail.card_numbers import hidden

FOLDER = "wire"
SUFFIX = ".wire"
KINDS = ("terminal", "printer", "scanner", "scale")
SIZE_MAX = 8 * 1024 * 1024
CHUNK = 4_096
WAIT_S = 0.2
BAUDS = {baud: getattr(termios, f"B{baud}") for baud in (1200, 2400, 4800, 9600, 19200, 38400, 57600, 115200)}
_LEADS = b"\x1b\x1d\x1c\x10"
"""What begins a command of ESC/POS (ESC, GS, FS, DLE): the two bytes after it are no text."""
_TEXT = re.compile(rb"[0-9A-Za-z\x80-\xff]")


class Record:
    """One file being written."""

    def __init__(self, file: TextIO, kind: str, clock: Callable[[], float] = time.monotonic) -> None:
        self._file, self._kind, self._clock = file, kind, clock
        self._begun = clock()
        self._size = 0
        self._masks = {"lane": Mask(kind), "device": Mask(kind)}
        self._write(f"wire 1 {kind}\n")

    def add(self, said_by: str, chunk: bytes) -> bool:
        """Write down what the `lane` or the `device` said; False once the record is full."""
        direction = ">" if said_by == "lane" else "<"
        told = self._masks[said_by](chunk)
        self._write(f"{self._clock() - self._begun:.6f} {direction} {told}\n")
        return self._size < SIZE_MAX

    def _write(self, line: str) -> None:
        self._file.write(line)
        self._file.flush()
        self._size += len(line)


class Mask:
    """What of one side's bytes is written, as hexadecimal digits; `*N` stands for N bytes that are not."""

    def __init__(self, kind: str) -> None:
        self._kind = kind
        self._lead = 0
        """Bytes of a command that are still to come."""

    def __call__(self, chunk: bytes) -> str:
        """The next chunk, as it is written."""
        if self._kind == "terminal":
            return shape_of_block(chunk)
        told = chunk if self._kind == "scale" else self._without_text(chunk)
        return f"*{len(chunk)}" if _is_like_a_card(told) else told.hex()

    def _without_text(self, chunk: bytes) -> bytes:
        found = bytearray()
        for byte in chunk:
            if self._kind == "printer" and byte in _LEADS:
                self._lead = 2
                found.append(byte)
            elif self._lead:
                self._lead -= 1
                found.append(byte)
            else:
                found += _TEXT.sub(lambda one: b"0" if one[0].isdigit() else b"x", bytes([byte]))
        return bytes(found)


def shape_of_block(chunk: bytes) -> str:
    """Of what a card terminal's line carries: its framing and control field, and how many bytes follow.

    A block of the serial form begins DLE STX, one in the network with the control field itself; only a block
    that begins in this chunk is told by more than its length.
    """
    if chunk in (b"\x06", b"\x15", b"\x10\x02", b"\x10\x03"):
        return chunk.hex()
    start = 2 if chunk[:2] == b"\x10\x02" else 0
    head = chunk[start : start + 2]
    is_known = len(head) == 2 and head[0] in (0x04, 0x05, 0x06, 0x0F, 0x80, 0x84)
    told = chunk[: start + 2] if is_known else b""
    rest = len(chunk) - len(told)
    return " ".join(part for part in (told.hex(), f"*{rest}" if rest else "") if part)


def _is_like_a_card(chunk: bytes) -> bool:
    """Whether a card number stands in it as text, or as half bytes."""
    text = chunk.decode("latin-1")
    packed = re.sub(r"[a-f]", " ", chunk.hex())
    return hidden(text) != text or any(hidden(run) != run for run in packed.split())


def main(port: str, kind: str, baud: int, target: Path) -> int:
    """Record until interrupted; the exit code."""
    if kind not in KINDS or baud not in BAUDS:
        print(f"kiosk wire: a line is one of {', '.join(KINDS)}, at {sorted(BAUDS)} baud", file=sys.stderr)
        return MISUSED
    try:
        with contextlib.ExitStack() as opened:
            device = opened.enter_context(_serial(port, baud))
            lane, name = opened.enter_context(_pty())
            descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
            file = opened.enter_context(os.fdopen(descriptor, "w", encoding="ascii"))
            print(f"Let the lane use {name} in the place of {port}; end with Ctrl+C.", flush=True)
            with contextlib.suppress(KeyboardInterrupt):
                passed_on(lane, device, Record(file, kind).add)
    except (OSError, termios.error) as error:
        print(f"kiosk wire: {error}", file=sys.stderr)
        return FAILED
    return OK


def passed_on(
    lane: int, device: int, add: Callable[[str, bytes], bool], *, ends: Callable[[], bool] = lambda: False
) -> None:
    """Pass bytes on both ways until a side is gone, the record is full, or `ends` says so."""
    sides = {lane: (device, "lane"), device: (lane, "device")}
    while not ends():
        for side in select.select(list(sides), [], [], WAIT_S)[0]:
            other, said_by = sides[side]
            try:
                chunk = os.read(side, CHUNK)
            except OSError:
                return  # a pty whose other end was closed
            if not chunk:
                return
            _write_all(other, chunk)
            if not add(said_by, chunk):
                return


def _write_all(descriptor: int, data: bytes) -> None:
    while data:
        data = data[os.write(descriptor, data) :]


@contextlib.contextmanager
def _serial(port: str, baud: int) -> Iterator[int]:
    descriptor = os.open(port, os.O_RDWR | os.O_NOCTTY | os.O_CLOEXEC)
    try:
        tty.setraw(descriptor)
        attributes = termios.tcgetattr(descriptor)
        attributes[4] = attributes[5] = BAUDS[baud]
        termios.tcsetattr(descriptor, termios.TCSANOW, attributes)
        yield descriptor
    finally:
        os.close(descriptor)


@contextlib.contextmanager
def _pty() -> Iterator[tuple[int, str]]:
    """Our end of a new pty, and the name of the other, which stays open: the lane may come and go."""
    ours, theirs = os.openpty()
    try:
        tty.setraw(theirs)
        yield ours, os.ttyname(theirs)
    finally:
        os.close(theirs)
        os.close(ours)
