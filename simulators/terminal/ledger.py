"""What the terminal charged and gave back, and its last transaction; survives a restart.

This is the truth every test of the lane is measured against: `sum(charges) - sum(reversals)`.
"""

import json
import threading
from pathlib import Path
from typing import Any

import msgspec

SIGNS = {"charge": 1, "reversal": -1, "refund": -1, "refund_reversal": 1}
RECEIPT_WRAP = 9999
TRACE_WRAP = 999_999
ENTRIES_MAX = 100_000


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One movement of money."""

    kind: str
    """`charge` or `reversal`; `refund` or `refund_reversal` for money given to a presented card."""
    amount_minor: int
    receipt_number: int
    trace_number: int


class _Stored(msgspec.Struct, kw_only=True):
    entries: list[Entry] = []
    receipt_number: int = 1000
    trace_number: int = 100_000
    day_from: int = 0
    """Entries before this one belong to a day that is closed."""
    last: str = ""
    """The body of the last transaction's status information, in hex; empty before the first."""


class Ledger:
    """Kept in memory and, with a path, in a file that is replaced whole after every change."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._stored = _Stored()
        if path is not None and path.exists():
            self._stored = msgspec.json.decode(path.read_bytes(), type=_Stored)

    def numbers(self) -> tuple[int, int]:
        """The next receipt and trace number; both wrap."""
        with self._lock:
            self._stored.receipt_number = self._stored.receipt_number % RECEIPT_WRAP + 1
            self._stored.trace_number = self._stored.trace_number % TRACE_WRAP + 1
            self._save()
            return self._stored.receipt_number, self._stored.trace_number

    def book(self, kind: str, amount_minor: int, receipt_number: int, trace_number: int) -> None:
        """Add one movement."""
        if len(self._stored.entries) >= ENTRIES_MAX:
            raise RuntimeError(f"the ledger is full ({ENTRIES_MAX} entries)")
        entry = Entry(
            kind=kind, amount_minor=amount_minor, receipt_number=receipt_number, trace_number=trace_number
        )
        with self._lock:
            self._stored.entries.append(entry)
            self._save()

    @property
    def last(self) -> bytes:
        """The body of the last transaction's status information."""
        with self._lock:
            return bytes.fromhex(self._stored.last)

    @last.setter
    def last(self, body: bytes) -> None:
        with self._lock:
            self._stored.last = body.hex()
            self._save()

    def entries(self) -> list[Entry]:
        """All movements so far."""
        with self._lock:
            return list(self._stored.entries)

    def rows(self) -> list[dict[str, Any]]:
        """All movements as plain data, for the control channel."""
        rows: list[dict[str, Any]] = json.loads(msgspec.json.encode(self.entries()))
        return rows

    def balance(self) -> int:
        """Charges minus what was given back."""
        return sum(SIGNS[entry.kind] * entry.amount_minor for entry in self.entries())

    def day(self) -> list[Entry]:
        """What moved since the day was closed last."""
        with self._lock:
            return self._stored.entries[self._stored.day_from :]

    def close_day(self) -> None:
        """A new day begins."""
        with self._lock:
            self._stored.day_from = len(self._stored.entries)
            self._save()

    def charge_of(self, receipt_number: int) -> Entry | None:
        """The newest charge with this receipt number."""
        matching = (entry for entry in reversed(self.entries()) if entry.receipt_number == receipt_number)
        return next((entry for entry in matching if entry.kind == "charge"), None)

    def is_reversed(self, charge: Entry) -> bool:
        """A reversal of this charge is booked."""
        return any(
            entry.kind == "reversal" and entry.trace_number == charge.trace_number for entry in self.entries()
        )

    def _save(self) -> None:
        if self._path is None:
            return
        temporary = self._path.with_name(f".{self._path.name}.new")
        temporary.write_bytes(msgspec.json.encode(self._stored))
        temporary.replace(self._path)
