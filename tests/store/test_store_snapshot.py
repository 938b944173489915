"""Ready-made replica files: what is in them, who signs them, how they are fetched."""

import base64
import contextlib
import hashlib
import os
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
import zstandard
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from litestar.testing import TestClient
from pysqlite3 import dbapi2
from store_lane_door import HEADER, door
from store_world import ManualClock

from retail.wire import replica
from retail.wire.feed import KINDS, MODULUS, SnapshotManifest, row_hash
from store.data.database import Database
from store.data.errors import UnavailableError
from store.data.lanes import service_keys
from store.data.replication import feed, replica_file, snapshot
from store.data.replication.feed import Row
from store.data.schema.feed import CHAIN, snapshot_chunk
from store.identity import vault
from store.lanes import snapshot as snapshot_room
from store.settings import Settings

STORE, SCOPE = "s1", "store:s1"
Client = TestClient[Any]


@pytest.fixture
def client(settings: Settings, database: Database, clock: ManualClock) -> Iterator[Client]:
    with door(settings, database, clock, [snapshot_room.room]) as opened:
        yield opened


@pytest.fixture
def shop(database: Database) -> Database:
    """A store with goods of its own, members of the chain, and something gone."""
    goods = [Row(kind="product", key=f"{number:014}", body=b'{"n":%d}' % number) for number in range(300)]
    publish(database, SCOPE, *goods, Row(kind="setting", key="help", body=b'"here"'))
    publish(database, SCOPE, Row(kind="product", key=f"{7:014}"))
    publish(database, CHAIN, *(Row(kind="member", key=f"m{number}", body=b"{}") for number in range(5)))
    return database


def publish(database: Database, scope: str, *rows: Row) -> int:
    return database.write_sync(lambda connection: feed.publish(connection, STORE, scope, rows, at=1))


@contextlib.contextmanager
def opened(path: Path) -> Iterator[Any]:
    with contextlib.closing(dbapi2.connect(str(path))) as connection:
        yield connection


def test_a_file_holds_the_living_rows_and_the_positions_they_are_of(shop: Database, tmp_path: Path) -> None:
    replica_file.build(shop, STORE, tmp_path / "r.db", about={"member_secret": "ab"})
    with opened(tmp_path / "r.db") as file:
        assert file.execute("PRAGMA application_id").fetchone()[0] == replica.APPLICATION_ID
        assert file.execute("PRAGMA user_version").fetchone()[0] == replica.SCHEMA
        assert file.execute("PRAGMA quick_check").fetchone()[0] == "ok"
        counts = {kind: file.execute(f"SELECT count(*) FROM {kind}").fetchone()[0] for kind in KINDS}
        assert {kind: count for kind, count in counts.items() if count} == {
            "product": 299,
            "setting": 1,
            "member": 5,
        }
        assert (
            file.execute("SELECT body FROM product WHERE key = ?", (f"{8:014}",)).fetchone()[0] == b'{"n":8}'
        )
        assert set(file.execute("SELECT kind, scope FROM row_scope")) == {("member", CHAIN)}
        assert dict(file.execute("SELECT name, value FROM about"))["member_secret"] == "ab"
        positions = {row[0]: row[1:] for row in file.execute("SELECT * FROM position")}
        own = [
            row_hash(kind, key, body)
            for kind in ("product", "setting")
            for key, body in file.execute(f"SELECT key, body FROM {kind}")
        ]
    assert {scope: row[1:3] for scope, row in positions.items()} == {SCOPE: (302, 300), CHAIN: (5, 5)}
    assert int(positions[SCOPE][3]) == sum(own) % MODULUS


def test_a_file_leaves_out_rows_for_newer_lanes_and_their_sums(shop: Database, tmp_path: Path) -> None:
    before = shop.read_sync(lambda connection: feed.read_head(connection, STORE, SCOPE))
    publish(shop, SCOPE, Row(kind="product", key="new", body=b"{}", min_wire=99))
    replica_file.build(shop, STORE, tmp_path / "r.db")
    assert before is not None
    with opened(tmp_path / "r.db") as file:
        row = file.execute("SELECT pos, count, checksum FROM position WHERE scope = ?", (SCOPE,)).fetchone()
    assert row == (303, before.count, str(before.checksum))


def test_an_empty_store_has_an_empty_file(database: Database) -> None:
    manifest = snapshot.make(database, STORE, at=1)
    assert manifest.positions == {CHAIN: 0, SCOPE: 0}


def test_what_a_killed_process_left_is_cleared(shop: Database, tmp_path: Path) -> None:
    old, new = tmp_path / "snapshot-old", tmp_path / "snapshot-new"
    for left in (old, new):
        left.mkdir()
        (left / "replica.db").write_bytes(b"half")
    os.utime(old, (0, 0))
    snapshot.make(shop, STORE, at=1, folder=tmp_path)
    assert sorted(path.name for path in tmp_path.glob("snapshot-*")) == ["snapshot-new"]


def test_a_server_lost_in_the_middle_costs_a_try_and_no_row(
    postgresql_dsn: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Database.open(postgresql_dsn) as database:
        rows = [Row(kind="product", key=f"{at:014}", body=b"x" * 20_000) for at in range(3_000)]
        publish(database, SCOPE, *rows)
        add = replica_file._add
        lost: list[int] = []

        def once(file: Any, kind: str, some: Any) -> None:
            add(file, kind, some)
            if not lost:
                lost.append(len(some))
                database.write_sync(end_the_readers)

        monkeypatch.setattr(replica_file, "_add", once)
        with contextlib.suppress(UnavailableError):  # whichever hears of it first
            replica_file.build(database, STORE, tmp_path / "lost.db")
        contents = replica_file.build(database, STORE, tmp_path / "whole.db")
        assert lost
        assert contents.positions[SCOPE] == len(rows)


def end_the_readers(connection: Any) -> None:
    connection.exec_driver_sql(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
        "WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )


def test_a_new_file_is_due_once_it_is_worth_its_while(shop: Database) -> None:
    def is_due(at: int) -> bool:
        return shop.read_sync(lambda connection: snapshot.is_due(connection, STORE, at=at))

    assert is_due(1)
    snapshot.make(shop, STORE, at=1)
    assert not is_due(2)
    assert not is_due(2 + snapshot.AGE_MAX_US)
    publish(shop, SCOPE, Row(kind="setting", key="help", body=b'"there"'))
    assert not is_due(2)
    assert is_due(2 + snapshot.AGE_MAX_US)
    snapshot.make(shop, STORE, at=3)
    shop.write_sync(lambda connection: feed.begin_epoch(connection, "new"))
    assert is_due(4)


def test_many_rows_make_a_new_file_due(shop: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(snapshot, "BEHIND_MAX", 3)
    snapshot.make(shop, STORE, at=1)
    for number in range(4):
        assert not shop.read_sync(lambda connection: snapshot.is_due(connection, STORE, at=2))
        publish(shop, SCOPE, Row(kind="setting", key="help", body=b"%d" % number))
    assert shop.read_sync(lambda connection: snapshot.is_due(connection, STORE, at=2))


def test_the_newest_two_files_are_kept_and_nothing_of_the_others(shop: Database) -> None:
    made = []
    for number in range(4):
        publish(shop, SCOPE, Row(kind="setting", key="help", body=b"%d" % number))
        made.append(snapshot.make(shop, STORE, at=number).sha256)

    def kept(connection: Any) -> list[bool]:
        return [snapshot.by_sha256(connection, STORE, sha256) is not None for sha256 in made]

    assert shop.read_sync(kept) == [False, False, True, True]
    pieces = snapshot_chunk
    count = shop.read_sync(
        lambda one: len(one.execute(pieces.select().where(pieces.c.store_id == STORE)).all())
    )
    assert count == 2


def test_one_worker_claims_a_file_until_it_lets_go_or_dies(database: Database) -> None:
    def claim(worker: str, at: int) -> bool:
        return database.write_sync(lambda connection: snapshot.claim(connection, STORE, worker, at=at))

    assert claim("a", 0)
    assert claim("a", 1)
    assert not claim("b", 2)
    database.write_sync(lambda connection: snapshot.release(connection, STORE, "b"))
    assert not claim("b", 3)
    database.write_sync(lambda connection: snapshot.release(connection, STORE, "a"))
    assert claim("b", 4)
    assert claim("a", 4 + snapshot.CLAIM_US)


# --- over HTTP ---------------------------------------------------------------------------------------------


def manifest_of(client: Client) -> SnapshotManifest:
    answer = client.get(f"/v1/snapshot/{SCOPE}", params={"wire": 1})
    assert answer.status_code == 200, answer.text
    return msgspec.json.decode(answer.content, type=SnapshotManifest)


def fetch(client: Client, sha256: str, **headers: str) -> Any:
    return client.get(f"/v1/snapshot/{SCOPE}/file", params={"sha256": sha256}, headers=headers)


def test_the_first_lane_that_asks_gets_a_file_made_for_it(shop: Database, client: Client) -> None:
    manifest = manifest_of(client)
    assert manifest.positions == {CHAIN: 5, SCOPE: 302}
    file = fetch(client, manifest.sha256).content
    assert (len(file), hashlib.sha256(file).hexdigest()) == (manifest.size, manifest.sha256)
    unpacked = zstandard.ZstdDecompressor().decompress(file)
    assert len(unpacked) == manifest.unpacked_size
    assert hashlib.sha256(unpacked).hexdigest() == manifest.unpacked_sha256


def test_a_manifest_is_signed_by_the_service(shop: Database, client: Client, settings: Settings) -> None:
    manifest = manifest_of(client)
    keys = shop.read_sync(lambda one: service_keys.load(one, vault.load(settings.folder), 1))
    assert keys is not None
    public = base64.b64decode(keys.public_keys()[manifest.key_id])
    Ed25519PublicKey.from_public_bytes(public).verify(
        base64.b64decode(manifest.signature), manifest.signed_bytes()
    )


def test_a_file_knows_what_members_are_looked_up_with(
    shop: Database, client: Client, settings: Settings, tmp_path: Path
) -> None:
    packed = fetch(client, manifest_of(client).sha256).content
    (tmp_path / "r.db").write_bytes(zstandard.ZstdDecompressor().decompress(packed))
    with opened(tmp_path / "r.db") as file:
        secret = file.execute("SELECT value FROM about WHERE name = 'member_secret'").fetchone()[0]
    assert bytes.fromhex(secret) == vault.load(settings.folder).secret("member-lookup")


def test_a_download_goes_on_where_it_broke(
    shop: Database, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(snapshot, "CHUNK", 100)
    manifest = manifest_of(client)
    whole = fetch(client, manifest.sha256)
    assert (whole.status_code, whole.headers["accept-ranges"]) == (200, "bytes")
    for wanted, start, end in (
        ("bytes=0-", 0, manifest.size),
        ("bytes=150-", 150, manifest.size),
        ("bytes=99-100", 99, 101),
        ("bytes=-7", manifest.size - 7, manifest.size),
        (f"bytes=5-{10 * manifest.size}", 5, manifest.size),
    ):
        part = fetch(client, manifest.sha256, range=wanted)
        assert part.status_code == 206
        assert part.content == whole.content[start:end]
        assert part.headers["content-range"] == f"bytes {start}-{end - 1}/{manifest.size}"
        assert part.headers["content-length"] == str(end - start)


def test_a_range_that_is_not_there_is_refused_and_one_not_understood_ignored(
    shop: Database, client: Client
) -> None:
    manifest = manifest_of(client)
    beyond = fetch(client, manifest.sha256, range=f"bytes={manifest.size}-")
    assert (beyond.status_code, beyond.headers["content-range"]) == (416, f"bytes */{manifest.size}")
    assert fetch(client, manifest.sha256, range="bytes=-0").status_code == 416
    for wanted in ("bytes=0-1,4-5", "lines=1-2", "bytes=-", "bytes=x-"):
        assert fetch(client, manifest.sha256, range=wanted).status_code == 200
    other = fetch(client, manifest.sha256, **{"range": "bytes=5-", "if-range": '"another"'})
    assert (other.status_code, len(other.content)) == (200, manifest.size)


def test_several_lanes_download_at_once(
    shop: Database, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(snapshot, "CHUNK", 64)
    manifest = manifest_of(client)
    files: list[bytes] = []
    lanes = [
        threading.Thread(target=lambda: files.append(fetch(client, manifest.sha256).content))
        for _ in range(4)
    ]
    for lane in lanes:
        lane.start()
    for lane in lanes:
        lane.join()
    assert [hashlib.sha256(file).hexdigest() for file in files] == [manifest.sha256] * 4


def test_a_lane_fetches_only_its_own_stores_file(shop: Database, client: Client) -> None:
    sha256 = manifest_of(client).sha256
    for scope in ("store:s2", CHAIN, "terminal:s1.s1-1"):
        assert client.get(f"/v1/snapshot/{scope}").json()["code"] == "scope"
        assert client.get(f"/v1/snapshot/{scope}/file", params={"sha256": sha256}).status_code == 403
    other = client.get("/v1/snapshot/store:s2/file", params={"sha256": sha256}, headers={HEADER: "s2/s2-1"})
    assert other.json()["code"] == "no_snapshot"


def test_a_file_of_another_epoch_is_not_offered(shop: Database, client: Client) -> None:
    before = manifest_of(client)
    shop.write_sync(lambda one: feed.begin_epoch(one, "restored"))
    after = manifest_of(client)
    assert (after.feed_epoch, after.sha256 != before.sha256) == ("restored", True)


def test_a_name_that_is_no_hash_is_refused(client: Client) -> None:
    for sha256 in ("", "x", "A" * 64, "0" * 63):
        assert fetch(client, sha256).status_code == 400, sha256
