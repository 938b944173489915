"""A device that says what a record says it said, in its order and at its pace.

The lane speaks freely: its bytes are counted, not compared, because a record holds no data to compare with.
Before each thing the device says, as many bytes are awaited as the lane had said until then.

Source: docs/operate.md, "Records of a line"; the form is written by `kiosk wire record`.
Invariants: hidden bytes are played as zeros of the same number; a pause is at most PAUSE_MAX_S.
"""

import argparse
import os
import re
import select
import sys
import time
import tty
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

PAUSE_MAX_S = 5.0
WAIT_S = 30.0
"""How long the lane may take to say what it said in the record."""
SIZE_MAX = 16 * 1024 * 1024
_LINE = re.compile(r"(\d+\.\d{6}) ([<>]) ((?:[0-9a-f]{2})*(?: ?\*\d{1,7})?)")


class RecordError(ValueError):
    """A file that is no record."""


@dataclass(frozen=True)
class Said:
    """One side said something."""

    at_s: float
    is_lane: bool
    data: bytes


def read(path: Path) -> list[Said]:
    """A record. Raises `RecordError`."""
    if path.stat().st_size > SIZE_MAX:
        raise RecordError(f"larger than {SIZE_MAX} bytes")
    head, *lines = path.read_text(encoding="ascii").splitlines() or [""]
    if not head.startswith("wire 1 "):
        raise RecordError("not a record of a line")
    return [_said(number, line) for number, line in enumerate(lines, 2)]


def _said(number: int, line: str) -> Said:
    found = _LINE.fullmatch(line)
    if found is None:
        raise RecordError(f"line {number} is not understood")
    shown, _, hidden = found[3].partition("*")
    data = bytes.fromhex(shown.strip()) + bytes(int(hidden or 0))
    return Said(float(found[1]), found[2] == ">", data)


def play(descriptor: int, record: Sequence[Said], *, sleep: Callable[[float], None] = time.sleep) -> int:
    """Say what the device said; how many bytes the lane said meanwhile. Raises `TimeoutError`."""
    expected = heard = 0
    before_s = 0.0
    for one in record:
        if one.is_lane:
            expected += len(one.data)
        else:
            heard = _listen(descriptor, heard, expected)
            sleep(min(PAUSE_MAX_S, max(0.0, one.at_s - before_s)))
            os.write(descriptor, one.data)
        before_s = one.at_s
    return _listen(descriptor, heard, expected)


def _listen(descriptor: int, heard: int, expected: int) -> int:
    deadline = time.monotonic() + WAIT_S
    while heard < expected:
        left = deadline - time.monotonic()
        if left <= 0 or not select.select([descriptor], [], [], left)[0]:
            raise TimeoutError(f"the lane said {heard} bytes of {expected}")
        heard += len(os.read(descriptor, 4096))
    return heard


def main(arguments: Sequence[str]) -> int:
    """Open a line and play to it; the exit code."""
    parser = argparse.ArgumentParser(prog="simulators.wire", description=__doc__.partition("\n")[0])
    parser.add_argument("file", type=Path)
    options = parser.parse_args(arguments)
    ours, theirs = os.openpty()
    try:
        tty.setraw(theirs)
        record = read(options.file)
        print(f"Let the lane use {os.ttyname(theirs)}", flush=True)
        play(ours, record)
    except (OSError, RecordError, UnicodeDecodeError) as error:
        print(f"simulators.wire: {error}", file=sys.stderr)
        return 1
    finally:
        os.close(theirs)
        os.close(ours)
    return 0
