"""The unit of upload: journal entries of one transaction, or of the time between two, sealed together.

A lane's journal is its outbox. When a transaction ends its entries are sealed into one envelope with a
gapless number and a hash chained to the envelope before; the store service stores the body as it came and
checks the chain without opening it. Whoever opens it later can check the journal's own chain through every
entry.

Source: docs/protocol.md, "Envelopes".
Invariants: pure; `hash` is SHA-256 over the previous hash and the body; a body holds its entries verbatim and
in order, without a gap; nothing larger than BODY_MAX leaves a lane or is opened.
"""

import hashlib
from collections.abc import Sequence
from typing import Literal

import msgspec
import zstandard

from retail.check import require
from retail.journal import chain
from retail.journal.chain import GENESIS, Entry
from retail.journal.events import AnyEvent, TransactionCancelled, TransactionClosed, TransactionStarted
from retail.journal.staffed import TransactionSuspended
from retail.unreadable import UNREADABLE

BODY_MAX = 1024 * 1024
"""Of a sealed body, in bytes; a sale of 500 lines has a tenth of it."""
CONTENT_MAX = 16 * 1024 * 1024
"""Of an opened one: more is refused before it is unpacked."""
ENTRIES_MAX = 5_000
IDLE_ENTRIES_MAX = 200
"""Entries outside transactions that are sealed at the latest."""
LEVEL = 3
GENESIS_HASH = bytes(32)
"""The `prev` of an epoch's first envelope."""

Kind = Literal["sale", "lane"]


class StoredEntry(msgspec.Struct, frozen=True, kw_only=True):
    """An entry without what follows from its neighbours. `event` is the body, byte for byte."""

    at: str
    event: msgspec.Raw


class Content(msgspec.Struct, frozen=True, kw_only=True):
    """What is inside a body."""

    kind: Kind
    lane: str
    first: int
    """Journal sequence of the first entry; the others follow without a gap."""
    previous: str
    """Journal hash before the first entry."""
    last_hash: str
    """Journal hash of the last entry."""
    entries: tuple[StoredEntry, ...]

    def unsealed(self) -> tuple[Entry, ...]:
        """The journal entries, their hashes worked out anew. Compare the last one with `last_hash`."""
        entries, previous = [], self.previous
        for offset, stored in enumerate(self.entries):
            body, sequence = bytes(stored.event), self.first + offset
            digest = chain.digest(sequence, stored.at, body, previous)
            entries.append(Entry(sequence=sequence, at=stored.at, body=body, previous=previous, hash=digest))
            previous = digest
        return tuple(entries)


class Envelope(msgspec.Struct, frozen=True, kw_only=True):
    """A sealed unit. `seq` counts 1, 2, 3... within the lane's epoch; `id` is the writer's, for ever."""

    seq: int
    id: str
    prev: bytes
    hash: bytes
    body: bytes


class OpenError(ValueError):
    """A body that is not what it must be; the message says why."""


_encoder = msgspec.json.Encoder(order="deterministic")
_decoder = msgspec.json.Decoder(Content)


def ends_unit(event: AnyEvent) -> bool:
    """Whether a unit is complete with this event."""
    return isinstance(event, TransactionClosed | TransactionCancelled | TransactionSuspended)


def begins_unit(event: AnyEvent) -> bool:
    """Whether what came before belongs into a unit of its own."""
    return isinstance(event, TransactionStarted)


def seal(
    entries: Sequence[Entry], *, lane: str, kind: Kind, seq: int, envelope_id: str, prev: bytes
) -> Envelope:
    """Seal consecutive journal entries. `prev` is the hash of the envelope before (GENESIS_HASH: none)."""
    require(0 < len(entries) <= ENTRIES_MAX, f"an envelope holds 1 to {ENTRIES_MAX} entries")
    content = Content(
        kind=kind,
        lane=lane,
        first=entries[0].sequence,
        previous=entries[0].previous,
        last_hash=entries[-1].hash,
        entries=tuple(StoredEntry(at=entry.at, event=msgspec.Raw(entry.body)) for entry in entries),
    )
    body = zstandard.ZstdCompressor(level=LEVEL).compress(_encoder.encode(content))
    require(len(body) <= BODY_MAX, "a unit of upload is not absurdly large")
    return Envelope(seq=seq, id=envelope_id, prev=prev, hash=digest(prev, body), body=body)


def digest(prev: bytes, body: bytes) -> bytes:
    """The hash of an envelope: SHA-256 over the previous hash and the body."""
    return hashlib.sha256(prev + body).digest()


def open_body(body: bytes) -> Content:
    """What is inside a body. Raises `OpenError`, nothing else; `Content.unsealed` gives the entries."""
    try:
        size = zstandard.get_frame_parameters(body).content_size
        if not 0 < size <= CONTENT_MAX:  # "not told" is a huge number
            raise OpenError(f"a body tells its size, at most {CONTENT_MAX} bytes")
        raw = zstandard.ZstdDecompressor().decompress(body, allow_extra_data=False)
        content = _decoder.decode(raw)
    except (zstandard.ZstdError, *UNREADABLE) as error:
        raise OpenError(f"the body cannot be opened: {error}") from error
    if not 0 < len(content.entries) <= ENTRIES_MAX:
        raise OpenError(f"a unit holds 1 to {ENTRIES_MAX} entries, this one {len(content.entries)}")
    return content


def first_fault(content: Content, expected_previous: str | None = None) -> str:
    """Why the entries do not hold together; empty if they do. `expected_previous`: the unit before's end."""
    if expected_previous is not None and content.previous != expected_previous:
        return "does not follow the unit before it"
    if content.first == 1 and content.previous != GENESIS:
        return "the first entry of a journal follows nothing"
    if content.unsealed()[-1].hash != content.last_hash:
        return "its entries do not match its last hash"
    return ""
