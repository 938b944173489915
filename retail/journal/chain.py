"""Stored entries and the hash chain that ties each to the one before.

Whoever changes, drops, swaps or inserts an entry breaks the chain at that place; `first_fault` names it.
(Whoever can rewrite the whole file can make a new chain: the store service keeps the received hashes.)

Source: docs/architecture.md, "The journal".
Invariants: sequence numbers start at 1 and have no gap; `body` is kept verbatim, byte for byte; the hash is
SHA-256 over previous hash, sequence, time and body, with lengths unambiguous by construction.
"""

import hashlib
from collections.abc import Iterable

import msgspec

from retail.journal.events import AnyEvent
from retail.unreadable import UNREADABLE

GENESIS = "0" * 64
"""The `previous` of the first entry."""

_encoder = msgspec.json.Encoder(order="deterministic")
_decoder = msgspec.json.Decoder(AnyEvent)


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the journal. `at` is UTC, ISO 8601 with microseconds; `body` the event as JSON."""

    sequence: int
    at: str
    body: bytes
    previous: str
    hash: str

    def event(self) -> AnyEvent:
        """The event; raises `msgspec.DecodeError` if the body is not one this version knows."""
        event: AnyEvent = _decoder.decode(self.body)
        return event


class Fault(msgspec.Struct, frozen=True, kw_only=True):
    """The first entry that does not hold, and why."""

    sequence: int
    reason: str


def seal(event: AnyEvent, *, sequence: int, at: str, previous: str) -> Entry:
    """Turn an event into the entry that follows the one with hash `previous`."""
    body = _encoder.encode(event)
    return Entry(
        sequence=sequence, at=at, body=body, previous=previous, hash=digest(sequence, at, body, previous)
    )


def digest(sequence: int, at: str, body: bytes, previous: str) -> str:
    """The hash of an entry, in hex: `sha256(previous "\\n" sequence "\\n" at "\\n" body)`."""
    return hashlib.sha256(f"{previous}\n{sequence}\n{at}\n".encode() + body).hexdigest()


def first_fault(entries: Iterable[Entry], *, sequence: int = 1, previous: str = GENESIS) -> Fault | None:
    """Check entries in stored order, starting where `sequence` and `previous` say; None if all hold."""
    for entry in entries:
        if entry.sequence != sequence:
            return Fault(sequence=sequence, reason=f"entry {sequence} is missing (found {entry.sequence})")
        if entry.previous != previous:
            return Fault(sequence=sequence, reason="does not follow the entry before it")
        if digest(entry.sequence, entry.at, entry.body, entry.previous) != entry.hash:
            return Fault(sequence=sequence, reason="its content does not match its hash")
        try:
            entry.event()
        except UNREADABLE as error:
            return Fault(sequence=sequence, reason=f"not a known event: {error}")
        sequence, previous = sequence + 1, entry.hash
    return None
