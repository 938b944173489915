"""GET /v1/snapshot/{scope}: the signed manifest of a store's ready-made replica, and the file itself.

The manifest is signed when it is told, by the newest key, so that a change of keys leaves no file behind. The
file is sent piece by piece from the database; a download that broke goes on by `Range`, at any worker.

Source: docs/protocol.md, "Snapshot"; RFC 9110, section 14.
Invariants: a manifest is of the feed epoch in force; memory holds one piece per download.
"""

import functools
import re
from collections.abc import AsyncIterator, Awaitable
from typing import Annotated, Any

import msgspec
from litestar import Request, Response, get
from litestar.params import PathParameter, QueryParameter
from litestar.response import Stream

from retail.wire import WIRE_OLDEST
from retail.wire.feed import SNAPSHOT_FILE_PATH, SNAPSHOT_PATH, SnapshotManifest
from store.data.database import Database
from store.data.errors import DataError
from store.data.replication import feed, snapshot
from store.data.replication.snapshot import Kept
from store.front.front import front_of
from store.front.gate import lane_of
from store.identity import lookup
from store.identity.errors import Rejected
from store.identity.keyring import Keyring
from store.lanes.upkeep import Upkeep
from store.service import Room, Service

WIRE_MAX = 10_000
WAIT_S = 10.0
"""How long a lane waits for a file that is being made, before it is told to come again."""
SOON_S = 5
MEDIA_TYPE = "application/zstd"
_RANGE = re.compile(r"bytes=(\d{0,15})-(\d{0,15})")


def room(service: Service) -> Room:
    """The handlers of this module."""
    database, front = service.database, front_of(service)
    about = {"member_secret": lookup.member_secret(front.vault).hex()}
    upkeep = Upkeep(database, service.clock, about, service.settings.folder)

    @get(_template(SNAPSHOT_PATH), summary="The manifest of a ready-made replica", tags=["lanes"])
    async def read_manifest(
        request: Request[Any, Any, Any],
        name: Annotated[str, PathParameter(max_length=200)],
        wire: Annotated[int, QueryParameter(ge=1, le=WIRE_MAX)] = WIRE_OLDEST,
    ) -> Response[bytes]:
        store_id = _store_of(request, name)

        def offered() -> Awaitable[SnapshotManifest | None]:
            return database.read(lambda connection: snapshot.offered(connection, store_id, wire))

        manifest = await offered()
        if manifest is None and await upkeep.made(store_id, WAIT_S):
            manifest = await offered()
        if manifest is None:
            raise Rejected("no_snapshot", "the file is not ready yet", 503, retry_after_s=SOON_S)
        told = msgspec.json.encode(_signed(manifest, front.keyring))
        return Response(told, status_code=200, media_type="application/json")

    @get(_template(SNAPSHOT_FILE_PATH), summary="A ready-made replica, zstd", tags=["lanes"])
    async def read_file(
        request: Request[Any, Any, Any],
        name: Annotated[str, PathParameter(max_length=200)],
        sha256: Annotated[str, QueryParameter(pattern="^[0-9a-f]{64}$")],
    ) -> Response[bytes] | Stream:
        store_id = _store_of(request, name)
        kept = await database.read(lambda connection: snapshot.by_sha256(connection, store_id, sha256))
        if kept is None:
            raise Rejected("no_snapshot", "this file is gone; ask for the manifest again", 404)
        size, tag = kept.manifest.size, f'"{sha256}"'
        headers = {"etag": tag, "accept-ranges": "bytes"}
        wanted = request.headers.get("range", "") if request.headers.get("if-range", tag) == tag else ""
        span = _span(wanted, size)
        if span is None:
            headers["content-range"] = f"bytes */{size}"
            return Response(b"", status_code=416, headers=headers, media_type=MEDIA_TYPE)
        first, last, is_part = span
        if is_part:
            headers["content-range"] = f"bytes {first}-{last}/{size}"
        headers["content-length"] = str(last - first + 1)
        return Stream(
            _pieces(database, store_id, kept, first, last),
            status_code=206 if is_part else 200,
            headers=headers,
            media_type=MEDIA_TYPE,
        )

    return Room(routes=(read_manifest, read_file), work=(upkeep.work,))


def _store_of(request: Request[Any, Any, Any], scope: str) -> str:
    lane = lane_of(request)
    if scope != feed.store_scope(lane.store_id):
        raise Rejected("scope", "a lane fetches its own store's file", 403)
    return lane.store_id


def _signed(manifest: SnapshotManifest, keys: Keyring) -> SnapshotManifest:
    named = msgspec.structs.replace(manifest, key_id=keys.signer.key_id)
    return msgspec.structs.replace(named, signature=keys.sign(named.signed_bytes())[1])


def _span(wanted: str, size: int) -> tuple[int, int, bool] | None:
    """First and last byte that a `Range` header asks for, and whether that is a part; None: no such bytes.

    What we do not understand (several ranges, other units) is answered with everything.
    """
    match = _RANGE.fullmatch(wanted.replace(" ", ""))
    if match is None or match[0] == "bytes=-":
        return 0, size - 1, False
    if not match[1]:
        length = int(match[2])
        return (max(0, size - length), size - 1, True) if length else None
    first = int(match[1])
    last = min(int(match[2]) if match[2] else size - 1, size - 1)
    return (first, last, True) if first <= last else None


async def _pieces(
    database: Database, store_id: str, kept: Kept, first: int, last: int
) -> AsyncIterator[bytes]:
    for number in range(first // kept.chunk_size, last // kept.chunk_size + 1):
        read = functools.partial(
            snapshot.chunk, store_id=store_id, snapshot_id=kept.snapshot_id, number=number
        )
        body = await database.read(read)
        if body is None:
            raise DataError("a snapshot was replaced twice while it was downloaded")
        start = number * kept.chunk_size
        yield body[max(0, first - start) : last - start + 1]


def _template(path: str) -> str:
    return path.partition("?")[0].replace("{scope}", "{name:str}")
