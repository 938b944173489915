"""`python -m benchmarks.store_catalogue`: a million goods from a file at the service to a price at the lane.

At the service: bringing a catalogue in (and a second time, with one price in a hundred changed), the longest
time another writer waited meanwhile, making the ready-made file, reading pages of the feed. At the lane, with
the same file and plain SQLite: unpacking and opening it until the first barcode is found, finding barcodes,
the same while 1,000 rows of a delta are applied, the delta itself.

Seeded: the same shop every time. Nothing here is a test: what is slow shows.
"""

import argparse
import contextlib
import hashlib
import random
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import zstandard
from pysqlite3 import dbapi2

from benchmarks.figures import Row, machine, quantile, table
from benchmarks.postgresql import Instance, binaries
from retail.catalogue import Product
from retail.wire import replica
from retail.wire.bodies import sold_at
from retail.wire.feed import FeedRow
from store.data import migrate
from store.data.clock import now_us
from store.data.database import Database
from store.data.goods import catalogue
from store.data.replication import feed, feed_pages, snapshot
from store.identity.vault import Vault
from store.importing import Importer

PRODUCTS = 1_000_000
LOOKUPS = 20_000
DELTA = 1_000
PAGES = 20
SEED = 20260101
STORE, SCOPE = "1", "store:1"


def product(number: int, price_minor: int) -> Product:
    """A product as a grocery's file has them: names in three languages, a category, a picture."""
    key = f"{number:014}"
    names = {"": f"Product {number}", "de": f"Artikel {number}", "zh": f"商品 {number}"}
    return Product(
        key=key,
        gtin=key[1:],
        names=names,
        price_minor=price_minor,
        currency="EUR",
        tax_rate_bp=700 if number % 3 else 1900,
        category=f"aisle {number % 40}/shelf {number % 400}",
        picture=f"p{number % 5000}",
    )


def shop(count: int, *, changed: int = 0) -> Iterator[Product]:
    """The shop; every `changed`-th product has another price."""
    rng = random.Random(SEED)
    for number in range(count):
        price = rng.randint(29, 4_999)
        yield product(number, price + 10 if changed and number % changed == 0 else price)


class Waits:
    """Another writer beside an import: how long its small commits take."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._write)
        self.seconds: list[float] = []

    def __enter__(self) -> "Waits":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._is_over.set()
        self._thread.join()

    def _write(self) -> None:
        number = 0
        while not self._is_over.wait(0.05):
            number += 1
            row = feed.Row(kind="setting", key="beside", body=b"%d" % number)
            begun = time.perf_counter()
            self._database.write_sync(
                lambda one, its=row: feed.publish(one, "2", "store:2", [its], at=now_us())
            )
            self.seconds.append(time.perf_counter() - begun)


def service_rows(dsn: str, engine: str, count: int, packed: Path) -> list[Row]:
    """Measure the service's side; leaves the packed file at `packed`."""
    migrate.prepare(dsn)
    rows: list[Row] = []
    with Database.open(dsn) as database:
        importer = Importer(database, Vault(bytes(32)), now_us, store_id=STORE, currency="EUR", by="bench")
        for what, changed in (("a catalogue brought in", 0), ("the same, 1 price in 100 changed", 100)):
            with Waits(database) as waits:
                begun = time.perf_counter()
                told = importer.products(shop(count, changed=changed), "bench")
                took = time.perf_counter() - begun
            rows.append(
                (
                    f"{engine}: {what}",
                    f"{took:.1f} s",
                    "-",
                    f"{told.changed:,} rows changed; another writer waited p50 "
                    f"{quantile(waits.seconds, 0.5) * 1e3:.0f} ms, at most {max(waits.seconds):.1f} s",
                )
            )
        begun = time.perf_counter()
        manifest = snapshot.make(database, STORE, at=now_us(), about={"member_secret": "00"})
        took = time.perf_counter() - begun
        sizes = f"{manifest.unpacked_size / 1e6:.0f} MB, packed {manifest.size / 1e6:.0f} MB"
        rows.append((f"{engine}: ready-made file of {count:,} products", f"{took:.1f} s", "20 s", sizes))
        pages = []
        for number in range(PAGES):
            begun = time.perf_counter()
            database.read_sync(
                lambda one, after=number * DELTA: feed_pages.page(
                    one, STORE, SCOPE, after=after, limit=DELTA, wire=1
                )
            )
            pages.append(time.perf_counter() - begun)
        rows.append((f"{engine}: page of {DELTA:,} rows", f"{quantile(pages, 0.5) * 1e3:.0f} ms", "-", "p50"))
        kept = database.read_sync(lambda one: snapshot.newest(one, STORE))
        if kept is None:
            raise RuntimeError("the file that was made is there")
        with packed.open("wb") as file:
            for number in range(-(-manifest.size // kept.chunk_size)):
                piece = database.read_sync(
                    lambda one, its=number: snapshot.chunk(one, STORE, kept.snapshot_id, its)
                )
                file.write(piece or b"")
    return rows


# --- the lane ----------------------------------------------------------------------------------------------


@contextlib.contextmanager
def opened(path: Path) -> Iterator[Any]:
    """A replica as a lane opens it."""
    with contextlib.closing(dbapi2.connect(str(path), isolation_level=None, check_same_thread=False)) as file:
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "mmap_size=268435456"):
            file.execute(f"PRAGMA {pragma}").close()
        if file.execute("PRAGMA user_version").fetchone()[0] != replica.SCHEMA:
            raise RuntimeError("not a replica of this schema")
        yield file


def find(file: Any, key: str, at: int) -> Product | None:
    """A barcode's product and its price now."""
    row = file.execute("SELECT body FROM product WHERE key = ?", (key,)).fetchone()
    return sold_at(row[0], at) if row is not None else None


def lookups(file: Any, count: int) -> list[float]:
    """Seconds of each of LOOKUPS random barcodes."""
    rng, now, times = random.Random(SEED), now_us(), []
    for _ in range(LOOKUPS):
        key = f"{rng.randrange(count):014}"
        begun = time.perf_counter()
        found = find(file, key, now)
        times.append(time.perf_counter() - begun)
        if found is None or found.key != key:
            raise RuntimeError(f"{key} is not found")
    return times


def delta(count: int, first: int) -> list[FeedRow]:
    """Rows with other prices."""
    changed = (product((first + number * 37) % count, 999) for number in range(DELTA))
    rows = (catalogue.product_row(one) for one in changed)
    return [
        FeedRow(pos=first + number, kind=row.kind, key=row.key, op="put", body=row.body or b"")
        for number, row in enumerate(rows)
    ]


def apply(file: Any, rows: Sequence[FeedRow]) -> None:
    """Rows and position in one durable transaction."""
    file.execute("BEGIN IMMEDIATE")
    file.executemany(
        "INSERT INTO product (key, body) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET body = excluded.body",
        [(row.key, row.body) for row in rows],
    )
    file.execute("UPDATE position SET pos = ? WHERE scope = ?", (rows[-1].pos, SCOPE))
    file.execute("COMMIT")


def lane_rows(packed: Path, path: Path, count: int) -> list[Row]:
    """Measure the lane's side."""
    begun = time.perf_counter()
    digest = hashlib.sha256()
    with packed.open("rb") as source, path.open("wb") as target:
        for piece in zstandard.ZstdDecompressor().read_to_iter(source, write_size=1024 * 1024):
            digest.update(piece)
            target.write(piece)
        target.flush()
    unpacked = time.perf_counter() - begun
    rows: list[Row] = []
    with opened(path) as file:
        find(file, f"{count // 2:014}", now_us())
        ready = time.perf_counter() - begun
        rows.append(
            ("lane: file present to first product", f"{ready:.2f} s", "2 s", f"unpacking {unpacked:.2f} s")
        )
        quiet = lookups(file, count)
        is_over = threading.Event()
        applied: list[float] = []

        def keep_applying() -> None:
            with opened(path) as writer:
                first = 0
                while not is_over.is_set():
                    new = delta(count, first)
                    begun = time.perf_counter()
                    apply(writer, new)
                    applied.append(time.perf_counter() - begun)
                    first += DELTA

        writing = threading.Thread(target=keep_applying)
        writing.start()
        busy = lookups(file, count)
        is_over.set()
        writing.join()
    for what, times in (("", quiet), (" while deltas are applied", busy)):
        figure = f"p50 {quantile(times, 0.5) * 1e3:.3f} ms, p99 {quantile(times, 0.99) * 1e3:.3f} ms"
        rows.append((f"lane: barcode to priced product{what}", figure, "0.2 / 2 ms", f"{LOOKUPS:,} random"))
    figure = f"p50 {quantile(applied, 0.5) * 1e3:.0f} ms, p99 {quantile(applied, 0.99) * 1e3:.0f} ms"
    rows.append((f"lane: delta of {DELTA:,} rows, durable", figure, "150 ms", f"{len(applied)} of them"))
    return rows


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.store_catalogue", description=__doc__)
    parser.add_argument("--products", type=int, default=PRODUCTS, metavar="N")
    parser.add_argument("--folder", type=Path, help="where the databases lie (default: a temporary folder)")
    parser.add_argument("--no-postgresql", action="store_true", help="measure on SQLite only")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="store-catalogue-", dir=options.folder) as made_in:
        folder = Path(made_in)
        packed = folder / "replica.zst"
        rows: list[Row] = []
        if not options.no_postgresql and binaries() is not None:
            # a server that does not run as root needs a folder of its own
            place = Path(tempfile.mkdtemp(prefix="store-pg-", dir="/tmp"))
            try:
                with Instance.start(place, is_durable=True) as instance:
                    rows += service_rows(instance.dsn(), "PostgreSQL", options.products, packed)
            finally:
                shutil.rmtree(place, ignore_errors=True)
        rows += service_rows(f"sqlite:///{folder}/store.db", "SQLite", options.products, packed)
        rows += lane_rows(packed, folder / "lane.db", options.products)
    print(f"{machine()}; {options.products:,} products\n\n{table(rows)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
