"""The goods on disk: replaced whole, looked up by GTIN-14.

A new catalogue is built in a file beside the old one and swapped in by one rename: a lane never sells from
half a catalogue, and a failed import leaves the old one untouched. The file is a copy of what the shop has:
one that cannot be read is thrown away and made anew, empty, so that the next import fills it.

Invariants: `find` sees either the old goods or the new, never a mixture; safe from any thread.
"""

import contextlib
import logging
import threading
from collections.abc import Iterable
from pathlib import Path

import msgspec
import sqlalchemy as sa

from kiosk.database import sqlite
from retail.catalogue import Product

FILE = "catalogue.db"

_metadata = sa.MetaData()
_product = sa.Table(
    "product",
    _metadata,
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("body", sa.LargeBinary, nullable=False),
)
_about = sa.Table(
    "about",
    _metadata,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("value", sa.Text, nullable=False),
)
log = logging.getLogger(__name__)
_encoder = msgspec.json.Encoder(order="deterministic")
_decoder = msgspec.json.Decoder(Product)


class CatalogueStore:
    """The lane's goods. Empty until the first `replace`."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._path = folder / FILE
        self._lock = threading.Lock()
        try:
            self._engine = _open(self._path)
        except sa.exc.OperationalError:
            raise  # the disk's fault, not the file's
        except sa.exc.DatabaseError as error:
            log.warning("the catalogue cannot be read (%s); it starts empty", error.orig)
            _remove(self._path)
            self._engine = _open(self._path)

    def find(self, key: str) -> Product | None:
        """The product with this GTIN-14, or None."""
        query = sa.select(_product.c.body).where(_product.c.key == key)
        with self._lock, self._engine.connect() as connection:
            body = connection.execute(query).scalar()
        return _decoder.decode(body) if body is not None else None

    def count(self) -> int:
        """How many products there are."""
        with self._lock, self._engine.connect() as connection:
            return connection.execute(sa.select(sa.func.count()).select_from(_product)).scalar() or 0

    def digest(self) -> str:
        """What `replace` was given as the digest of its source; empty before the first."""
        query = sa.select(_about.c.value).where(_about.c.name == "digest")
        with self._lock, self._engine.connect() as connection:
            return connection.execute(query).scalar() or ""

    def replace(self, products: Iterable[Product], digest: str) -> None:
        """Swap in a whole new catalogue; `digest` names its source so that it is not imported twice."""
        new = self._path.with_suffix(".new")
        _remove(new)
        engine = _open(new)
        try:
            with engine.begin() as connection:
                rows = [{"key": product.key, "body": _encoder.encode(product)} for product in products]
                if rows:
                    connection.execute(sa.insert(_product), rows)
                connection.execute(sa.insert(_about), [{"name": "digest", "value": digest}])
        except BaseException:
            engine.dispose()
            _remove(new)
            raise
        engine.dispose()  # closing the last connection moves the write-ahead log into the file
        with self._lock:
            self._engine.dispose()
            _remove(self._path, keep_main=True)
            new.replace(self._path)
            self._engine = _open(self._path)

    def close(self) -> None:
        """Release the file. Safe to call twice."""
        with self._lock:
            self._engine.dispose()


def _open(path: Path) -> sa.Engine:
    engine = sqlite.open_engine(path)
    try:
        with engine.begin() as connection:
            _metadata.create_all(connection)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _remove(path: Path, *, keep_main: bool = False) -> None:
    """Remove a database's files; its write-ahead files only with `keep_main`."""
    for suffix in ("-wal", "-shm") if keep_main else ("", "-wal", "-shm"):
        with contextlib.suppress(FileNotFoundError):
            Path(f"{path}{suffix}").unlink()
