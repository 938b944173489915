"""Nothing acknowledged is lost and nothing counted twice, whoever dies in the middle of a batch."""

import contextlib
import functools
import http.client
import os
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import msgspec
import pytest
import sqlalchemy as sa

from benchmarks.postgresql import Instance, binaries, free_port
from retail.journal.envelope import GENESIS_HASH, Envelope, digest
from retail.wire import WIRE
from retail.wire.upload import CONTENT_TYPE, PATH, Acknowledged, Conflict, Gap, Upload
from store.data import migrate
from store.data.database import Database
from store.data.errors import UnavailableError
from store.data.journals import journal
from store.data.journals.journal import Batch
from store.data.rules import every_store
from store.data.schema.ingest import envelope, terminal_head
from store.data.verify import verify

LANES = 4
SALES = 2_500
PER_BATCH = 7
DEADLINE_S = 60.0


def chain(name: str, count: int) -> list[Envelope]:
    """A lane's envelopes, as large as real ones; the door does not open them."""
    chance, prev, made = random.Random(name), GENESIS_HASH, []
    for seq in range(1, count + 1):
        body = chance.randbytes(700)
        made.append(Envelope(seq=seq, id=f"{name}-{seq}", prev=prev, hash=digest(prev, body), body=body))
        prev = made[-1].hash
    return made


class Sender(threading.Thread):
    """A lane that sends until everything is acknowledged, whatever happens to the service."""

    def __init__(self, name: str, port: int, items: Sequence[Envelope]) -> None:
        super().__init__(name=name)
        self.port = port
        self.items = items
        self.acked = 0
        self.failed = ""

    def run(self) -> None:
        deadline = time.monotonic() + DEADLINE_S
        while self.acked < len(self.items):
            if time.monotonic() > deadline:
                self.failed = f"only {self.acked} were acknowledged"
                return
            try:
                self._send()
            except (OSError, http.client.HTTPException):
                time.sleep(0.02)  # the service is away; a lane waits longer

    def _send(self) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        with contextlib.closing(connection):
            while self.acked < len(self.items):
                items = self.items[self.acked : self.acked + PER_BATCH]
                body = msgspec.msgpack.encode(Upload(wire=WIRE, epoch=1, items=tuple(items)))
                headers = {"content-type": CONTENT_TYPE, "x-terminal": self.name}
                connection.request("POST", PATH, body, headers)
                response = connection.getresponse()
                answer = response.read()
                if response.status == 200:
                    told = msgspec.msgpack.decode(answer, type=Acknowledged)
                    if told.acked < self.acked:
                        self.failed = f"{self.acked} were acknowledged, now it has {told.acked}"
                    self.acked = told.acked
                elif response.status == 409:
                    self._conflict(msgspec.msgpack.decode(answer, type=Conflict))

    def _conflict(self, conflict: Conflict) -> None:
        self.failed = f"lost what it had acknowledged: {conflict}"
        self.acked = conflict.acked if isinstance(conflict, Gap) else len(self.items)


@contextlib.contextmanager
def service(dsn: str, port: int, folder: Path) -> Iterator["subprocess.Popen[bytes]"]:
    environment = os.environ | {
        "STORE_DSN": dsn,
        "STORE_PORT": str(port),
        "STORE_LOG_LEVEL": "warning",
        "STORE_FOLDER": str(folder),
        "STORE_PROJECT": "false",
    }
    with (folder / "service.log").open("ab") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.store_trusting"], env=environment, stdout=log, stderr=log
        )
    try:
        deadline = time.monotonic() + DEADLINE_S
        while time.monotonic() < deadline and process.poll() is None:
            with contextlib.suppress(OSError):
                socket_there(port)
                break
            time.sleep(0.02)
        yield process
    finally:
        process.kill()
        process.wait()


def socket_there(port: int) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    with contextlib.closing(connection):
        connection.connect()


def test_service_killed_in_the_middle_of_batches_loses_and_doubles_nothing(
    store_dsn: str, tmp_path: Path
) -> None:
    chance = random.Random(4)
    port = free_port()
    journals = {f"t{number}": chain(f"t{number}", SALES) for number in range(LANES)}
    senders = [Sender(name, port, items) for name, items in journals.items()]
    for sender in senders:
        sender.start()
    for _ in range(3):
        with service(store_dsn, port, tmp_path):
            goal = sum(sender.acked for sender in senders) + 50
            wait_until(functools.partial(have_sent, senders, goal))
            time.sleep(chance.uniform(0, 0.03))  # somewhere in the middle
    with service(store_dsn, port, tmp_path):
        for sender in senders:
            sender.join(DEADLINE_S)
        assert [sender.failed for sender in senders] == [""] * LANES
    with Database.open(store_dsn) as database:
        report = verify(database)
        assert report.faults == ()
        assert [one.acked for one in report.lanes] == [SALES] * LANES
        assert stored_ids(database) == sorted(unit.id for items in journals.values() for unit in items)


def have_sent(senders: Sequence["Sender"], goal: int) -> bool:
    return sum(sender.acked for sender in senders) >= goal


def stored_ids(database: Database) -> list[str]:
    query = sa.select(envelope.c.id).order_by(envelope.c.id)
    return database.read_sync(
        lambda connection: list(every_store(connection, "verify").execute(query).scalars())
    )


def wait_until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + DEADLINE_S
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.005)


# --- the database's primary dies ----------------------------------------------------------------------------


class Writer(threading.Thread):
    """A lane inside the service: what it was told is durable must stay so."""

    def __init__(self, name: str, database: Database, items: Sequence[Envelope]) -> None:
        super().__init__(name=name)
        self.database = database
        self.items = items
        self.acked = 0
        self.failed = ""
        self.stopped = threading.Event()

    def run(self) -> None:
        deadline = time.monotonic() + DEADLINE_S
        while self.acked < len(self.items) and time.monotonic() < deadline and not self.stopped.is_set():
            batch = Batch(
                store_id="s1",
                terminal_id=self.name,
                epoch=1,
                is_held=False,
                items=tuple(self.items[self.acked : self.acked + 3]),
                received_at=1,
            )
            try:
                job = functools.partial(journal.receive, batches=[batch])
                (receipt,) = self.database.write_sync(job)
            except UnavailableError:
                continue
            if receipt.outcome != "stored" or receipt.acked < self.acked:
                self.failed = f"{self.acked} were acknowledged: {receipt}"
                return
            self.acked = receipt.acked


@pytest.fixture
def pair() -> Iterator[tuple[Instance, Instance]]:
    """A primary that acknowledges only what its standby has on disk too, and that standby."""
    if binaries() is None:
        pytest.skip("no PostgreSQL here (Debian: apt install postgresql)")
    folder = Path(tempfile.mkdtemp(prefix="store-pair-", dir="/tmp"))
    folder.chmod(0o755)
    try:
        with (
            Instance.start(folder / "one", is_durable=True) as primary,
            Instance.follow(primary, folder / "two") as standby,
        ):
            migrate.prepare(primary.dsn())
            engine = sa.create_engine(primary.dsn(), isolation_level="AUTOCOMMIT", poolclass=sa.pool.NullPool)
            with engine.connect() as connection:
                connection.exec_driver_sql("ALTER SYSTEM SET synchronous_standby_names = '*'")
                connection.exec_driver_sql("SELECT pg_reload_conf()")
                state = "SELECT sync_state FROM pg_stat_replication"
                wait_until(lambda: connection.exec_driver_sql(state).scalar() == "sync")
            yield primary, standby
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def test_standby_has_every_acknowledged_sale_when_the_primary_is_killed(
    pair: tuple[Instance, Instance],
) -> None:
    primary, standby = pair
    hosts = f"host=127.0.0.1:{primary.port}&host=127.0.0.1:{standby.port}"
    dsn = f"postgresql+psycopg://store@/postgres?{hosts}&target_session_attrs=read-write"
    journals = {f"t{number}": chain(f"t{number}", 3 * SALES) for number in range(LANES)}
    with Database.open(dsn) as database:
        writers = [Writer(name, database, items) for name, items in journals.items()]
        for writer in writers:
            writer.start()
        wait_until(lambda: sum(writer.acked for writer in writers) > 100)
        primary.kill()
        acked = {writer.name: writer.acked for writer in writers}
        standby.promote()
        with Database.open(standby.dsn()) as other:
            found = other.read_sync(heads)
        assert all(found.get(name, 0) >= count for name, count in acked.items()), (acked, found)
        wait_until(lambda: all(writer.acked >= acked[writer.name] + 6 for writer in writers))
        for writer in writers:
            writer.stopped.set()
        for writer in writers:
            writer.join(DEADLINE_S)
        assert [writer.failed for writer in writers] == [""] * LANES
        assert verify(database).faults == ()
        ids = stored_ids(database)
        assert len(ids) == len(set(ids)) == sum(writer.acked for writer in writers)


def heads(connection: sa.Connection) -> dict[str, int]:
    query = sa.select(terminal_head.c.terminal_id, terminal_head.c.acked).where(
        terminal_head.c.store_id == "s1"
    )
    return {row[0]: row[1] for row in connection.execute(query)}
