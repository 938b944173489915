"""`python -m benchmarks.sync_faults --seeds N --seed S`: lanes and a service with everything failing between.

Each seed is one small shop: three lanes with their real journals, outboxes and uploaders, the service's real
door and database, and a network that loses requests and answers, delivers twice, late and out of order, while
the service dies in the middle of a batch or comes back from yesterday's backup, and lanes lose power, fill
their disks and come back from an old image. Then the network heals, everybody sends what is left, and every
sale that is still on any disk must be at the service exactly once, on chains that hold.

The last line is one JSON object: seeds, sales, lost, doubled, broken (chains), and how often what happened.

Source: docs/protocol.md, "Journal up".
"""

import argparse
import collections
import contextlib
import json
import logging
import random
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
import sqlalchemy as sa
from pysqlite3 import dbapi2

from kiosk.database.errors import JournalWriteError
from kiosk.database.journal import FILE, Journal
from kiosk.database.outbox import Outbox
from kiosk.sync.answers import Failure, Refused, Unreachable
from kiosk.sync.backoff import Backoff
from kiosk.sync.uploader import Uploader
from retail.journal import envelope
from retail.journal import events as e
from retail.wire.upload import Acknowledged, Conflict, Fork, Gap, Upload
from store.data import backup, migrate, verify
from store.data.database import Database
from store.data.errors import DataError
from store.data.journals import journal
from store.data.journals.journal import Batch
from store.data.lanes import terminals
from store.identity.errors import Rejected
from store.lanes import tx

_FULL = "CREATE TRIGGER full BEFORE INSERT ON envelope BEGIN SELECT RAISE(ABORT, 'disk is full'); END"
LANES = 3
STEPS = 60
HEALING_STEPS = 60
AT = "2026-11-24T10:00:00.000000Z"


class PowerCut(RuntimeError):  # noqa: N818 - what happens, not what somebody did wrong
    """The service dies before its commit."""


class ShopWorld:
    """One seed."""

    def __init__(self, seed: int, folder: Path, template: Path) -> None:
        self.random = random.Random(seed)
        self.folder = folder
        self.file = folder / "store.db"
        shutil.copyfile(template, self.file)
        self.database = Database.open(self.dsn)
        self.faults: collections.Counter[str] = collections.Counter()
        self.is_healed = False
        self.is_revoked = False
        self.backup: Path | None = None
        self.late: list[tuple[str, bytes]] = []
        """Requests the network still has, to be delivered when nobody expects them."""
        self.on_disk: set[str] = set()
        """Sales that some disk still has: those and no others must be there in the end."""
        self.count = 0
        names = [
            self.database.write_sync(lambda c, n=n: terminals.make(c, "1", str(n), 0)) for n in range(LANES)
        ]
        self.lanes = [LaneWorld(self, name, folder / name) for name in names]

    def _new_lane(self, name: str) -> str:
        return self.database.write_sync(lambda connection: terminals.make(connection, "1", name, 0))

    @property
    def dsn(self) -> str:
        return f"sqlite:///{self.file}"

    def happens(self, fault: str, chance: float) -> bool:
        if self.is_healed or self.random.random() >= chance:
            return False
        self.faults[fault] += 1
        return True

    # --- the network -------------------------------------------------------------------------------------

    def deliver(self, lane: str, batch: Upload) -> Acknowledged | Conflict | Failure:
        """One request of a lane through this network; what the lane hears."""
        body = msgspec.msgpack.encode(batch)
        if self.happens("request lost", 0.1):
            return Unreachable(reason="request lost")
        if self.happens("request late", 0.08):
            self.late.append((lane, body))
            return Unreachable(reason="timed out")
        answer = self.ask(lane, body)
        if self.happens("delivered twice", 0.1):
            answer = self.ask(lane, body)
        if self.happens("answer lost", 0.12):
            return Unreachable(reason="answer lost")
        if self.happens("token expired", 0.03):
            return Refused(status=401, code="token", detail="expired")
        return answer

    def ask(self, lane: str, body: bytes) -> Acknowledged | Conflict | Failure:
        """The service's own door, without HTTP around it."""
        try:
            batch = tx.read(body)
            dies = self.happens("service killed in a batch", 0.05)

            def store(connection: sa.Connection) -> journal.Receipt:
                (receipt,) = journal.receive(
                    connection,
                    [
                        Batch(
                            store_id="1",
                            terminal_id=lane,
                            epoch=batch.epoch,
                            is_held=self.is_revoked,
                            items=batch.items,
                            received_at=self.random.randrange(2**50),  # its clock says anything
                        )
                    ],
                )
                if dies:
                    raise PowerCut
                return receipt

            receipt = self.database.write_sync(store)
        except Rejected as rejected:
            return Refused(status=rejected.status, code=rejected.code, detail=str(rejected))
        except (PowerCut, DataError, sa.exc.DBAPIError):
            return Unreachable(reason="HTTP 503")
        raw = tx.answer(receipt, 1).content
        if receipt.outcome == "stored":
            return msgspec.msgpack.decode(raw, type=Acknowledged)
        return msgspec.msgpack.decode(raw, type=Gap | Fork)  # type: ignore[arg-type]

    # --- what happens to the service ---------------------------------------------------------------------

    def back_up(self) -> None:
        if self.backup is not None:
            self.backup.unlink()
            self.backup.with_name(self.backup.name + ".sha256").unlink()
        self.backup = self.folder / f"backup-{self.random.random()}.db"
        backup.backup(self.dsn, self.backup)

    def restore(self) -> None:
        """Yesterday's database: what is on no lane any more is gone with the disk it was on."""
        if self.backup is None or not self.happens("service restored from a backup", 1.0):
            return
        self.database.close()
        for left in self.folder.glob("store.db*"):
            left.unlink()
        shutil.copyfile(self.backup, self.file)
        backup.restored(self.dsn)
        self.database = Database.open(self.dsn)
        self.look_at_disks()

    def look_at_disks(self) -> None:
        """A disk was lost: sales that were only there cannot be asked for any more."""
        at_lanes = set().union(*(lane.sales() for lane in self.lanes))
        self.on_disk &= at_lanes | set(self.stored())

    def stored(self) -> list[str]:
        """The transactions the service counts, from the bodies it stored."""

        def read(connection: sa.Connection) -> list[bytes]:
            return [bytes(body) for body in connection.exec_driver_sql("SELECT body FROM envelope").scalars()]

        return [name for body in self.database.read_sync(read) for name in transactions(body)]

    # --- the run -----------------------------------------------------------------------------------------

    def run(self) -> None:
        for _ in range(STEPS):
            lane = self.random.choice(self.lanes)
            chosen = self.random.random()
            if chosen < 0.4:
                lane.sell()
            elif chosen < 0.8:
                lane.send()
            elif chosen < 0.84 and self.late:
                name, body = self.late.pop(self.random.randrange(len(self.late)))
                self.ask(name, body)
            elif chosen < 0.88:
                lane.lose_power()
            elif chosen < 0.91:
                lane.copy_disk()
            elif chosen < 0.94:
                lane.restore_disk()
            elif chosen < 0.96:
                self.back_up()
            elif chosen < 0.98:
                self.restore()
            else:
                self.is_revoked = not self.is_revoked
                self.faults["revoked or not any more"] += 1
        self.heal()

    def heal(self) -> None:
        self.is_healed = True
        for lane in self.lanes:
            for _ in range(HEALING_STEPS):
                lane.send()
            lane.sell()  # a lane that the service has forgotten finds out by its next sale
            for _ in range(HEALING_STEPS):
                lane.send()
        for name, body in self.late:  # what the network still had comes after everything
            self.ask(name, body)

    def close(self) -> None:
        for lane in self.lanes:
            lane.close()
        self.database.close()


class LaneWorld:
    """One lane's disk and program."""

    def __init__(self, shop: ShopWorld, name: str, folder: Path) -> None:
        self.shop, self.name, self.folder = shop, name, folder
        self.image = folder.with_suffix(".image")
        self.open()

    def open(self) -> None:
        self.journal = Journal.open(self.folder)
        self.outbox = Outbox(self.folder / FILE)
        self.uploader = Uploader(self.outbox, self, Backoff(lambda: 0.0))

    def upload(self, batch: Upload) -> Acknowledged | Conflict | Failure:
        return self.shop.deliver(self.name, batch)

    def sell(self) -> None:
        shop = self.shop
        shop.count += 1
        name = f"{self.name}/{shop.count}"
        number = shop.count
        ends: e.AnyEvent = e.TransactionClosed(transaction_id=name, total_minor=100, receipt="none")
        events = (
            e.TransactionStarted(transaction_id=name, number=number, started_at="", currency="EUR"),
            ends,
            e.LaneIdle(next_number=number + 1, language="en"),
        )
        if shop.happens("lane's disk full", 0.04):
            with self.full_disk(), contextlib.suppress(JournalWriteError):
                self.journal.append(events, AT)
            return
        self.journal.append(events, AT)
        shop.on_disk.add(name)

    @contextlib.contextmanager
    def full_disk(self) -> Iterator[None]:
        connection = dbapi2.connect(str(self.folder / FILE), isolation_level=None)
        refusing = (
            "CREATE TRIGGER full BEFORE INSERT ON envelope BEGIN SELECT RAISE(ABORT, 'disk is full'); END"
        )
        connection.execute(refusing)
        yield
        connection.execute("DROP TRIGGER full")
        connection.close()

    def send(self) -> None:
        self.uploader.step()

    def lose_power(self) -> None:
        self.shop.faults["lane lost power"] += 1
        self.close()
        self.open()

    def copy_disk(self) -> None:
        self.close()
        shutil.rmtree(self.image, ignore_errors=True)
        shutil.copytree(self.folder, self.image)
        self.open()

    def restore_disk(self) -> None:
        """An old image: this lane forgets; what had not reached the service yet is gone."""
        if not self.image.exists() or not self.shop.happens("lane's disk from an old image", 1.0):
            return
        self.close()
        shutil.rmtree(self.folder)
        shutil.copytree(self.image, self.folder)
        self.open()
        self.shop.look_at_disks()

    def sales(self) -> set[str]:
        return {
            event.transaction_id
            for entry in self.journal.entries()
            if isinstance(event := entry.event(), e.TransactionClosed)
        }

    def close(self) -> None:
        self.outbox.close()
        self.journal.close()


def transactions(body: bytes) -> list[str]:
    """The transactions a body closes."""
    events = (entry.event() for entry in envelope.open_body(body).unsealed())
    return [event.transaction_id for event in events if isinstance(event, e.TransactionClosed)]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the seeds; 1 if a sale was lost or doubled, or a chain does not hold."""
    made = argparse.ArgumentParser(
        prog="python -m benchmarks.sync_faults", description=__doc__.split("\n\n")[0]
    )
    made.add_argument("--seeds", type=int, default=100, help="how many shops (default: %(default)s)")
    made.add_argument("--seed", type=int, default=0, help="the first one's number (default: %(default)s)")
    options = made.parse_args(arguments)
    logging.disable(logging.CRITICAL)  # the uploaders say what goes wrong, and here everything does
    memory = Path("/dev/shm")
    total = collections.Counter({"sales": 0, "lost": 0, "doubled": 0, "broken": 0})
    faults: collections.Counter[str] = collections.Counter()
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as scratch:
        template = Path(scratch) / "template.db"
        migrate.prepare(f"sqlite:///{template}")
        for seed in range(options.seed, options.seed + options.seeds):
            folder = Path(scratch) / str(seed)
            folder.mkdir()
            result = run_one(seed, folder, template)
            total.update(result[0])
            faults.update(result[1])
            if result[0]["lost"] or result[0]["doubled"] or result[0]["broken"]:
                print(f"seed {seed}: {dict(result[0])}", file=sys.stderr)
            shutil.rmtree(folder)
    print(json.dumps({"seeds": options.seeds, **total, "faults": dict(sorted(faults.items()))}))
    return int(any(total[name] for name in ("lost", "doubled", "broken")))


def run_one(
    seed: int, folder: Path, template: Path
) -> tuple[collections.Counter[str], collections.Counter[str]]:
    """One seed: its counts, and its faults."""
    world = ShopWorld(seed, folder, template)
    try:
        world.run()
        counted = collections.Counter(world.stored())
        report = verify.verify(world.database)
        counts = collections.Counter(
            sales=len(world.on_disk),
            lost=len(world.on_disk - set(counted)),
            doubled=sum(count - 1 for count in counted.values()),
            broken=len(report.faults),
        )
        return counts, world.faults
    finally:
        world.close()


if __name__ == "__main__":
    sys.exit(main())
