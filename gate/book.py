"""What a gate did by itself: on disk before the relay moves, and told to the service when there is a link.

One line of JSON per passage, synced. What was told is left out when the file is written anew.

Source: docs/gate.md, "Without a link".
Invariants: bounded; half a line at the end, of a power cut, is dropped; a passage is told at least once, and
its name makes telling it again harmless.
"""

import os
import threading
from pathlib import Path

import msgspec

from retail.unreadable import UNREADABLE
from retail.wire.gate import REPORTS_MAX, Passage

FILE = "passages.jsonl"
KEPT_MAX = 5_000
_passage = msgspec.json.Decoder(Passage)


class BookError(OSError):
    """It cannot be written down."""


class Book:
    """The passages that wait to be told. Safe from several threads."""

    def __init__(self, folder: Path) -> None:
        """Raises `BookError`."""
        self._path = folder / FILE
        self._lock = threading.Lock()
        try:
            folder.mkdir(parents=True, exist_ok=True)
            raw = self._path.read_bytes() if self._path.exists() else b""
        except OSError as error:
            raise BookError(str(error)) from error
        self._waiting: list[Passage] = []
        for line in raw.split(b"\n")[-KEPT_MAX:]:
            try:
                self._waiting.append(_passage.decode(line))
            except UNREADABLE:
                continue
        self._left = {one.code: None for one in self._waiting if one.opened}

    def opened_for(self, code: str) -> bool:
        """Whether this gate is known to have let this code out."""
        with self._lock:
            return code in self._left

    def remember(self, code: str) -> None:
        """This code was let out: also while nobody can be asked later on."""
        with self._lock:
            self._note(code)

    def write(self, passage: Passage) -> None:
        """Keep a passage for good. Raises `BookError`, also when too many wait."""
        with self._lock:
            if len(self._waiting) >= KEPT_MAX:
                raise BookError("too many passages wait to be told")
            try:
                with self._path.open("ab") as file:
                    file.write(msgspec.json.encode(passage) + b"\n")
                    file.flush()
                    os.fsync(file.fileno())
            except OSError as error:
                raise BookError(str(error)) from error
            self._waiting.append(passage)
            if passage.opened:
                self._note(passage.code)

    def next(self) -> tuple[Passage, ...]:
        """The oldest that were not told."""
        with self._lock:
            return tuple(self._waiting[:REPORTS_MAX])

    def told(self, passages: tuple[Passage, ...]) -> None:
        """The service keeps these. Raises `BookError`."""
        names = {one.ask_id for one in passages}
        with self._lock:
            left = [one for one in self._waiting if one.ask_id not in names]
            new = self._path.with_suffix(".new")
            try:
                with new.open("wb") as file:
                    file.writelines(msgspec.json.encode(one) + b"\n" for one in left)
                    file.flush()
                    os.fsync(file.fileno())
                new.replace(self._path)
            except OSError as error:
                raise BookError(str(error)) from error
            self._waiting = left

    def _note(self, code: str) -> None:
        self._left[code] = None
        if len(self._left) > KEPT_MAX:
            del self._left[next(iter(self._left))]
