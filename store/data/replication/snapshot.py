"""Ready-made replica files: built from the feed, kept in the database in pieces, told by a manifest.

A lane that begins, or has been away too long, fetches one file instead of a million rows. The file holds one
moment of each scope, with the position the lane goes on from. It lies in the database, not beside it, so that
every worker has the same files and a backup has them too.

Source: docs/protocol.md, "Snapshot"; `retail.wire.replica`.
Invariants: a file is visible once all of it is stored; what it holds adds up to what the feed's heads say;
one that could not be finished leaves nothing behind, in a folder or in the database.
"""

import contextlib
import functools
import hashlib
import shutil
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, Any

import msgspec
import sqlalchemy as sa
import zstandard
from pysqlite3 import dbapi2

from retail.check import require
from retail.wire import replica
from retail.wire.feed import SnapshotManifest
from store.data.database import Database
from store.data.errors import DataError
from store.data.ids import new_id
from store.data.replication import feed
from store.data.replication.feed import store_scope
from store.data.replication.replica_file import build, scopes_in
from store.data.schema.feed import snapshot, snapshot_chunk, snapshot_claim
from store.data.upsert import insert

PREFIX = "snapshot-"
"""How folders begin in which files are made."""
LEFT_S = 3600.0
"""A folder this old was left by a process that died."""
CHUNK = 512 * 1024
CHUNKS_PER_COMMIT = 4
LEVEL = 3
THREADS = 2
KEPT = 2
"""Files of a store that are kept: whoever downloads the one before finishes."""
BEHIND_MAX = 20_000
"""Rows since the newest file that make a new one worth its while."""
AGE_MAX_US = 24 * 3600 * 1_000_000
CLAIM_US = 15 * 60 * 1_000_000
"""How long a worker may take to make a file before another one tries."""


class SnapshotError(DataError):
    """The file was not made. Nothing is left of it."""


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """A file that can be fetched."""

    snapshot_id: str
    manifest: SnapshotManifest
    chunk_size: int


def make(
    database: Database, store_id: str, *, at: int, about: Mapping[str, str] = {}, folder: Path | None = None
) -> SnapshotManifest:
    """Build, compress and store a store's file; its manifest. Takes seconds: not for an event loop.

    `about`: rows for the replica's `about` table. `folder`: where the file lies while it is made.
    """
    database.write_sync(lambda connection: feed.begin(connection, store_id, store_scope(store_id)))
    if folder is not None:
        _clear(folder)
    with tempfile.TemporaryDirectory(prefix=PREFIX, dir=folder) as made_in:
        path, packed = Path(made_in, "replica.db"), Path(made_in, "replica.db.zst")
        try:
            contents = build(database, store_id, path, about={**about, "made_at": str(at)})
        except dbapi2.Error as error:
            raise SnapshotError(f"the file cannot be written: {error}") from error
        unpacked_sha256, sha256 = _pack(path, packed)
        manifest = SnapshotManifest(
            store_id=store_id,
            feed_epoch=contents.feed_epoch,
            positions=contents.positions,
            schema=replica.SCHEMA,
            size=packed.stat().st_size,
            unpacked_size=path.stat().st_size,
            sha256=sha256,
            unpacked_sha256=unpacked_sha256,
            made_at=at,
        )
        _keep(database, manifest, packed)
    return manifest


def _clear(folder: Path) -> None:
    """Remove what a process that was killed left behind."""
    folder.mkdir(parents=True, exist_ok=True)
    for left in folder.glob(f"{PREFIX}*"):
        with contextlib.suppress(FileNotFoundError):  # another worker was faster
            if left.is_dir() and time.time() - left.stat().st_mtime > LEFT_S:
                shutil.rmtree(left)


def newest(connection: sa.Connection, store_id: str) -> Kept | None:
    """The newest file of a store."""
    row = connection.execute(_files(store_id).limit(1)).one_or_none()
    return _kept(row) if row is not None else None


def by_sha256(connection: sa.Connection, store_id: str, sha256: str) -> Kept | None:
    """The file a manifest named, while it is kept."""
    row = connection.execute(_files(store_id).where(snapshot.c.sha256 == sha256).limit(1)).one_or_none()
    return _kept(row) if row is not None else None


def chunk(connection: sa.Connection, store_id: str, snapshot_id: str, number: int) -> bytes | None:
    """One piece of a file, counted from 0; None if the file is gone."""
    return connection.execute(
        sa.select(snapshot_chunk.c.body).where(
            snapshot_chunk.c.store_id == store_id,
            snapshot_chunk.c.snapshot_id == snapshot_id,
            snapshot_chunk.c.number == number,
        )
    ).scalar()


def offered(connection: sa.Connection, store_id: str, wire: int) -> SnapshotManifest | None:
    """The newest file a lane of this wire can use, of the feed epoch in force."""
    kept = newest(connection, store_id)
    if kept is None:
        return None
    heads = [feed.read_head(connection, store_id, scope) for scope in scopes_in(store_id)]
    there = [head for head in heads if head is not None]
    is_of_now = all(head.feed_epoch == kept.manifest.feed_epoch for head in there)
    is_for_it = wire >= kept.manifest.wire or all(head.min_wire_max <= wire for head in there)
    return kept.manifest if is_of_now and is_for_it else None


def is_due(connection: sa.Connection, store_id: str, *, at: int) -> bool:
    """Whether a new file is worth making: none yet, a new feed epoch, many rows since, or old and moved."""
    heads = {scope: feed.read_head(connection, store_id, scope) for scope in scopes_in(store_id)}
    there = {scope: head for scope, head in heads.items() if head is not None}
    last = newest(connection, store_id)
    if last is None or any(head.feed_epoch != last.manifest.feed_epoch for head in there.values()):
        return True
    behind = sum(head.head - last.manifest.positions.get(scope, 0) for scope, head in there.items())
    return behind > BEHIND_MAX or (behind > 0 and at - last.manifest.made_at > AGE_MAX_US)


def claim(connection: sa.Connection, store_id: str, worker: str, *, at: int) -> bool:
    """Whether this worker makes the next file; others leave it alone until it is done or too late."""
    values = {"store_id": store_id, "claimed_by": worker, "claimed_until": at + CLAIM_US}
    made = insert(connection, snapshot_claim).values(values).on_conflict_do_nothing()
    if connection.execute(made).rowcount == 1:
        return True
    free = (snapshot_claim.c.claimed_until <= at) | (snapshot_claim.c.claimed_by == worker)
    taken = sa.update(snapshot_claim).where(snapshot_claim.c.store_id == store_id, free).values(values)
    return connection.execute(taken).rowcount == 1


def release(connection: sa.Connection, store_id: str, worker: str) -> None:
    """Let go of a claim."""
    connection.execute(
        sa.delete(snapshot_claim).where(
            snapshot_claim.c.store_id == store_id, snapshot_claim.c.claimed_by == worker
        )
    )


# --- packing and keeping -----------------------------------------------------------------------------------


def _pack(path: Path, packed: Path) -> tuple[str, str]:
    """Compress a file; the hashes of the file and of what it became."""
    unpacked_hash, packed_hash = hashlib.sha256(), hashlib.sha256()
    compressor = zstandard.ZstdCompressor(level=LEVEL, threads=THREADS).compressobj(size=path.stat().st_size)
    with path.open("rb") as source, packed.open("wb") as target:

        def put(data: bytes) -> None:
            packed_hash.update(data)
            target.write(data)

        while data := source.read(4 * CHUNK):
            unpacked_hash.update(data)
            put(compressor.compress(data))
        put(compressor.flush())
    return unpacked_hash.hexdigest(), packed_hash.hexdigest()


def _keep(database: Database, manifest: SnapshotManifest, packed: Path) -> None:
    """Store a file piece by piece, make it visible, and let go of the oldest."""
    store_id, snapshot_id = manifest.store_id, new_id()
    try:
        with packed.open("rb") as file:
            for first, pieces in _pieces(file):
                values = [
                    {"store_id": store_id, "snapshot_id": snapshot_id, "number": first + at, "body": piece}
                    for at, piece in enumerate(pieces)
                ]
                database.write_sync(functools.partial(_put_chunks, rows=values))
        database.write_sync(lambda connection: _make_visible(connection, manifest, snapshot_id))
    finally:  # after a fault (a full disk) the pieces of this one are loose, too
        while database.write_sync(lambda connection: _let_go(connection, store_id, snapshot_id)):
            pass


def _pieces(file: IO[bytes]) -> Iterator[tuple[int, list[bytes]]]:
    number = 0
    while pieces := [piece for _ in range(CHUNKS_PER_COMMIT) if (piece := file.read(CHUNK))]:
        yield number, pieces
        number += len(pieces)


def _put_chunks(connection: sa.Connection, rows: list[dict[str, Any]]) -> None:
    connection.execute(insert(connection, snapshot_chunk).on_conflict_do_nothing(), rows)


def _make_visible(connection: sa.Connection, manifest: SnapshotManifest, snapshot_id: str) -> None:
    values = {
        "store_id": manifest.store_id,
        "snapshot_id": snapshot_id,
        "made_at": manifest.made_at,
        "manifest": msgspec.json.encode(manifest),
        "sha256": manifest.sha256,
        "size": manifest.size,
        "chunk_size": CHUNK,
    }
    there = connection.execute(
        sa.select(sa.func.count()).where(
            snapshot_chunk.c.store_id == manifest.store_id, snapshot_chunk.c.snapshot_id == snapshot_id
        )
    ).scalar_one()
    require(there == -(-manifest.size // CHUNK), "a file is made visible with all its pieces")
    connection.execute(insert(connection, snapshot).values(values).on_conflict_do_nothing())


def _let_go(connection: sa.Connection, store_id: str, newest_id: str) -> bool:
    """Forget the files beyond KEPT, then a few pieces that belong to none; whether there may be more.

    Pieces newer than `newest_id` are another worker's, whose claim came after this one's had ended.
    """
    kept = [row.snapshot_id for row in connection.execute(_files(store_id).limit(KEPT))]
    mine = snapshot.c.store_id == store_id
    connection.execute(sa.delete(snapshot).where(mine, snapshot.c.snapshot_id.not_in(kept)))
    loose = (
        snapshot_chunk.c.store_id == store_id,
        snapshot_chunk.c.snapshot_id <= newest_id,
        snapshot_chunk.c.snapshot_id.not_in(kept),
    )
    found = connection.execute(
        sa.select(snapshot_chunk.c.snapshot_id, snapshot_chunk.c.number)
        .where(*loose)
        .order_by(snapshot_chunk.c.snapshot_id, snapshot_chunk.c.number)
        .limit(4 * CHUNKS_PER_COMMIT)
    ).all()
    for row in found:
        connection.execute(
            sa.delete(snapshot_chunk).where(
                *loose,
                snapshot_chunk.c.snapshot_id == row.snapshot_id,
                snapshot_chunk.c.number == row.number,
            )
        )
    return bool(found)


def _files(store_id: str) -> sa.Select[Any]:
    columns = (
        snapshot.c.snapshot_id,
        snapshot.c.manifest,
        snapshot.c.chunk_size,
    )
    return sa.select(*columns).where(snapshot.c.store_id == store_id).order_by(snapshot.c.snapshot_id.desc())


def _kept(row: Any) -> Kept:
    manifest = msgspec.json.decode(row.manifest, type=SnapshotManifest)
    return Kept(snapshot_id=row.snapshot_id, manifest=manifest, chunk_size=row.chunk_size)
