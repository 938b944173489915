"""One state of the shop's data, opened: goods, terms, members, exactly as they were, until it is closed.

A purchase is sold by one replica from start to end. So what is opened here stays as it was at that moment,
even if the file is written to or another is put in its place: a read transaction is held on it.

Source: docs/protocol.md, "Snapshot"; `retail.wire.replica` for the tables.
Invariants: reads only; the same key always gives the same answer; members are found by a keyed hash, so that
neither a card nor a telephone number stands in the file; safe from any thread.
"""

import hashlib
import hmac
import logging
import threading
from collections.abc import Iterator
from pathlib import Path

import msgspec

from kiosk.database import sqlite
from kiosk.database.book import Told
from kiosk.database.feeding import BOOKED, TOLD_AT
from retail.catalogue import Product
from retail.member import Member, MemberKey
from retail.unreadable import UNREADABLE
from retail.wire.bodies import join_terms, sold_at
from retail.wire.replica import prices_mark
from retail.wire.staff import StaffRow

DIGEST_LENGTH = 16
"""Of the digest of a shop's files, as a mark."""
TERMS_KEY = "offers.json"
"""The row of `terms` that holds a shop's whole file, byte for byte, where it was read from a file."""
log = logging.getLogger(__name__)
_products = msgspec.json.Decoder(Product)
_members = msgspec.json.Decoder(Member)
_staff = msgspec.json.Decoder(StaffRow)


class Replica:
    """A replica as it was when it was opened. Raises SQLAlchemy's `DatabaseError` if it cannot be read."""

    def __init__(self, path: Path) -> None:
        self._engine = sqlite.open_engine(path, read_only=True)
        self._lock = threading.Lock()
        try:
            self._connection = self._engine.connect()
            rows = self._connection.exec_driver_sql("SELECT name, value FROM about")
            self._about: dict[str, str] = {name: value for name, value in rows}  # noqa: C416 - types the rows
        except BaseException:
            self._engine.dispose()
            raise
        self.members = MemberReplica(self, bytes.fromhex(self.about("member_secret")))
        self._at = 0
        self.is_fed = bool(self._positions())
        """Whether the data come from the store service."""

    def about(self, name: str) -> str:
        """What the file says of itself (`digest`, `told_at`, ...); empty if nothing."""
        return self._about.get(name, "")

    def told(self) -> Told:
        """Of which moment the facts of members are."""
        epoch, _, seq = self.about(BOOKED).partition(".")
        counted = (int(epoch), int(seq)) if seq else (0, 0)
        return Told(at=self.about(TOLD_AT), epoch=counted[0], booked=counted[1])

    def count(self) -> int:
        """How many products there are."""
        with self._lock:
            row = self._connection.exec_driver_sql("SELECT count(*) FROM product").first()
        return int(row[0]) if row is not None else 0

    def mark(self) -> str:
        """Names exactly these data: the feeds' positions, or the digest of the files they were read from."""
        return prices_mark(self._positions()) or self.about("digest")[:DIGEST_LENGTH]

    def pin(self, at: int) -> None:
        """From now on goods are as they are sold at this moment (microseconds since 1970, UTC)."""
        self._at = at

    def find(self, key: str) -> Product | None:
        """The product with this GTIN-14 as it is sold at the pinned moment, or None."""
        body = self._body("product", key)
        if body is None:
            return None
        return sold_at(body, self._at) if self.is_fed else _products.decode(body)

    def products(self) -> Iterator[Product]:
        """All goods as they are sold at the pinned moment. Read at once; decoded one by one."""
        for _, body in self._rows("product"):
            product = sold_at(body, self._at) if self.is_fed else _products.decode(body)
            if product is not None:
                yield product

    def member(self, hashed: str) -> Member | None:
        """The member with this hashed key, or None."""
        body = self._body("member", hashed)
        return _members.decode(body) if body is not None else None

    def staff(self) -> tuple[StaffRow, ...]:
        """Everybody who works or worked here, but for rows of a newer service with unknown words."""
        found: list[StaffRow] = []
        for key, body in self._rows("staff"):
            try:
                found.append(_staff.decode(body))
            except UNREADABLE as error:
                log.warning("the account %s cannot be read: %s", key, error)
        return tuple(found)

    def settings(self, prefix: str) -> tuple[tuple[str, bytes], ...]:
        """The settings whose key begins so."""
        return tuple((key, body) for key, body in self._rows("setting") if key.startswith(prefix))

    def scopes(self) -> tuple[str, ...]:
        """The feeds the file is kept fresh by; none if the data were read from files."""
        return tuple(self._positions())

    def terms(self) -> bytes | None:
        """The shop's file of terms, joined if it came in rows; None if it has none."""
        whole = self._body("terms", TERMS_KEY)
        if whole is not None:
            return whole
        sections, offers = self._rows("terms"), self._rows("offer")
        return join_terms(dict(sections), offers) if sections or offers else None

    def close(self) -> None:
        """Let go of it. Safe to call twice."""
        with self._lock:
            self._connection.close()
            self._engine.dispose()

    def _body(self, table: str, key: str) -> bytes | None:
        query = f"SELECT body FROM {table} WHERE key = ?"
        with self._lock:
            row = self._connection.exec_driver_sql(query, (key,)).first()
        return bytes(row[0]) if row is not None else None

    def _rows(self, table: str) -> list[tuple[str, bytes]]:
        with self._lock:
            rows = self._connection.exec_driver_sql(f"SELECT key, body FROM {table}")
            return [(key, bytes(body)) for key, body in rows]

    def _positions(self) -> dict[str, tuple[str, int]]:
        """Where the feeds were when this was opened; empty for data read from files."""
        with self._lock:
            rows = self._connection.exec_driver_sql("SELECT scope, feed_epoch, pos FROM position")
            return {scope: (feed_epoch, pos) for scope, feed_epoch, pos in rows}


class MemberReplica:
    """The members of a replica."""

    def __init__(self, replica: Replica, secret: bytes) -> None:
        self._replica = replica
        self._secret = secret

    def find(self, key: MemberKey) -> Member | None:
        """The member with this credential, card or phone number, or None."""
        return self._replica.member(hashed_key(self._secret, key))


def hashed_key(secret: bytes, key: MemberKey) -> str:
    """How a member's key stands in the file: a hash that tells nothing without the store's secret."""
    return hmac.new(secret, f"{key.kind.value}:{key.value}".encode(), hashlib.sha256).hexdigest()
