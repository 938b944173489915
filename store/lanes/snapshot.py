"""GET /v1/snapshot/{scope}: the signed manifest of a store's ready-made replica, and the file itself.

The manifest is signed when it is told, by the newest key, so that a change of keys leaves no file behind. The
file is sent piece by piece from the database; a download that broke goes on by `Range`, at any worker.

Source: docs/protocol.md, "Snapshot"; RFC 9110, section 14.
Invariants: a manifest is of the feed epoch in force; memory holds one piece per download.
"""

import functools
import re
from collections.abc import AsyncIterator
from typing import Annotated, Any

import msgspec
import sqlalchemy as sa
from litestar import Request, Response, get
from litestar.handlers import HTTPRouteHandler
from litestar.params import Parameter
from litestar.response import Stream

from retail.wire import WIRE_OLDEST
from retail.wire.feed import SNAPSHOT_FILE_PATH, SNAPSHOT_PATH, SnapshotManifest
from store.data import feed, service_keys, snapshot
from store.data.database import Database
from store.data.errors import DataError
from store.data.schema.feed import CHAIN
from store.data.snapshot import Kept
from store.front.gate import lane_of
from store.identity.errors import Rejected
from store.identity.keyring import Keyring
from store.identity.vault import Vault
from store.service import Service

WIRE_MAX = 10_000
SOON_S = 10
MEDIA_TYPE = "application/zstd"
_RANGE = re.compile(r"bytes=(\d{0,15})-(\d{0,15})")


def routes(service: Service, vault: Vault) -> list[HTTPRouteHandler]:
    """The routes of this module."""
    database, clock = service.database, service.clock

    @get(_template(SNAPSHOT_PATH), summary="The manifest of a ready-made replica", tags=["lanes"])
    async def read_manifest(
        request: Request[Any, Any, Any],
        scope: str,
        wire: Annotated[int, Parameter(ge=1, le=WIRE_MAX)] = WIRE_OLDEST,
    ) -> Response[bytes]:
        store_id = _store_of(request, scope)

        def job(connection: sa.Connection) -> tuple[SnapshotManifest | None, int, Keyring | None]:
            kept, count = _offered(connection, store_id, wire)
            return kept, count, service_keys.load(connection, vault, clock())

        manifest, count, keys = await database.read(job)
        if manifest is None or keys is None:
            if count > snapshot.BEHIND_MAX:
                raise Rejected("snapshot_soon", "the file is being made", 503, retry_after_s=SOON_S)
            raise Rejected("no_snapshot", "there is no file; read the feeds from the beginning", 404)
        return Response(
            msgspec.json.encode(_signed(manifest, keys)), status_code=200, media_type="application/json"
        )

    @get(_template(SNAPSHOT_FILE_PATH), summary="A ready-made replica, zstd", tags=["lanes"])
    async def read_file(
        request: Request[Any, Any, Any],
        scope: str,
        sha256: Annotated[str, Parameter(pattern="^[0-9a-f]{64}$")],
    ) -> Response[bytes] | Stream:
        store_id = _store_of(request, scope)
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

    return [read_manifest, read_file]


def _store_of(request: Request[Any, Any, Any], scope: str) -> str:
    lane = lane_of(request)
    if scope != feed.store_scope(lane.store_id):
        raise Rejected("scope", "a lane fetches its own store's file", 403)
    return lane.store_id


def _offered(connection: sa.Connection, store_id: str, wire: int) -> tuple[SnapshotManifest | None, int]:
    """The file this lane can use, and how many rows it would have to read without one."""
    heads = [feed.read_head(connection, store_id, scope) for scope in (CHAIN, feed.store_scope(store_id))]
    there = [head for head in heads if head is not None]
    kept = snapshot.newest(connection, store_id)
    fits = (
        kept is not None
        and all(head.feed_epoch == kept.manifest.feed_epoch for head in there)
        and (wire >= kept.manifest.wire or all(head.min_wire_max <= wire for head in there))
    )
    count = sum(head.count for head in there)
    return (kept.manifest if kept is not None and fits else None), count


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
    return path.replace("{scope}", "{scope:str}")
