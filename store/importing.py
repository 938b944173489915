"""Bring a shop's files into the service: goods, offers and terms, members. Whole or not at all.

A file is read and checked to its end before anything is stored; every mistake is named with its line or
field. Goods and terms are then staged and take their place by one move of the feed's head, so that no lane
ever sees half of a file; what the file no longer holds goes down the feed as gone. Bringing in the same file
again changes nothing, and says so.

Source: docs/catalogue.md, "Files".
Invariants: a refused file changes nothing; prices that were planned in the office stay planned.
"""

import datetime
import functools
import itertools
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Literal, TypeVar

import msgspec
import sqlalchemy as sa

from retail import points as points_rules
from retail.catalogue import ERRORS_MAX, CatalogueRefusedError, Product, RowError, read_csv
from retail.member import KeyKind
from retail.member_file import KEYS, MemberRow, MembersRefusedError, read_member_rows
from retail.terms import TermsRefusedError, no_terms, read_terms
from retail.wire.bodies import OFFER_KIND, TERMS_KIND
from store.data.clock import SECOND, Clock
from store.data.database import Database
from store.data.goods import catalogue, changes, editing
from store.data.people import member_import, points
from store.data.people.members import Members, Terms, tell_lanes
from store.data.replication import feed
from store.data.replication.feed import Row, store_scope
from store.identity import lookup
from store.identity.shredding import Person
from store.identity.vault import Vault

FILE_SIZE_MAX = 512 * 1024 * 1024
GOODS_MAX = 2_000_000
"""Products of one file; a lane that reads a file itself takes fewer."""
ROWS_AT_ONCE = 2_000
"""Rows staged by one transaction: others write in between."""
MEMBERS_AT_ONCE = 200
MORE_MEMBER_COLUMNS = ("name", "email")
"""What the service takes beside the columns a lane takes; encrypted."""

T = TypeVar("T")
What = Literal["goods", "terms", "members"]
REFUSALS = (CatalogueRefusedError, TermsRefusedError, MembersRefusedError)
"""What is raised for a file with mistakes; the text says every one."""


class Imported(msgspec.Struct, frozen=True, kw_only=True):
    """What a file changed."""

    what: What
    rows: int
    """Things the file holds."""
    changed: int
    """New or other than before."""
    removed: int = 0

    def __str__(self) -> str:
        if not self.changed and not self.removed:
            return f"{self.what}: {self.rows} in the file, nothing changed"
        gone = f", {self.removed} removed" if self.removed else ""
        return f"{self.what}: {self.rows} in the file, {self.changed} new or changed{gone}"


class Importer:
    """Brings files into one store. `by`: who does it, for the history."""

    def __init__(
        self, database: Database, vault: Vault, clock: Clock, *, store_id: str, currency: str, by: str
    ) -> None:
        self._database = database
        self._vault = vault
        self._clock = clock
        self._store_id = store_id
        self._currency = currency
        self._by = by
        self._scope = store_scope(store_id)

    def bring_in(self, path: Path) -> Imported:
        """A file of any kind, told apart by its name and header. Raises one of REFUSALS, or OSError."""
        if path.stat().st_size > FILE_SIZE_MAX:
            raise _refused(f"{path.name} is larger than {FILE_SIZE_MAX // 1024**2} MB")
        raw = path.read_bytes()
        if path.suffix.lower() == ".json":
            return self.terms(raw, path.name)
        text = _text(raw)
        header = {column.strip().strip('"').lower() for column in text.partition("\n")[0].split(",")}
        if "gtin" not in header and header & set(KEYS):
            return self.members(text)
        return self.goods(text, path.name)

    def goods(self, text: str, source: str) -> Imported:
        """A catalogue (`retail.catalogue.read_csv`). Raises `CatalogueRefusedError`."""
        goods = read_csv(text, GOODS_MAX)
        strangers = sorted({product.currency for product in goods.values()} - {self._currency})
        if strangers:
            raise _refused(f"prices in {', '.join(strangers)}, but the shop's currency is {self._currency}")
        return self.products(goods.values(), source)

    def products(self, products: Iterable[Product], source: str) -> Imported:
        """A whole catalogue that was checked already."""
        rows = (catalogue.product_row(product) for product in products)
        return self._bring_in("goods", rows, (catalogue.PRODUCT_KIND,), source)

    def terms(self, raw: bytes, source: str) -> Imported:
        """Offers and everything else a shop promises (`retail.terms`). Raises `TermsRefusedError`."""
        read_terms(raw, self._currency)
        return self._bring_in("terms", catalogue.terms_rows(raw), (OFFER_KIND, TERMS_KIND), source)

    def members(self, text: str) -> Imported:
        """A list of members (`retail.member_file`). Raises `MembersRefusedError`.

        Points are the opening balance of members the service does not know yet; later they are the ledger's.
        """
        file = self._database.read_sync(lambda one: catalogue.terms_file(one, self._store_id))
        terms = read_terms(file, self._currency) if file else no_terms(self._currency)
        rows = read_member_rows(text, terms.members, MORE_MEMBER_COLUMNS)
        self._database.read_sync(lambda one: self._check_members(one, rows))
        changed = 0
        for some in _batches(rows, MEMBERS_AT_ONCE):
            changed += self._database.write_sync(functools.partial(self._put_members, rows=some))
        return Imported(what="members", rows=len(rows), changed=changed)

    # --- goods and terms -------------------------------------------------------------------------------

    def _bring_in(self, what: What, rows: Iterable[Row], kinds: Sequence[str], source: str) -> Imported:
        began = self._clock()
        change_id = self._database.write_sync(
            lambda one: changes.begin(one, self._store_id, self._scope, source=source, by=self._by, at=began)
        )
        seen: set[tuple[str, str]] = set()
        try:
            changed = 0
            for some in _batches(rows, ROWS_AT_ONCE):
                seen.update((row.kind, row.key) for row in some)
                changed += self._stage(change_id, some, changed)
            removed = 0
            for gone in _batches(self._missing(kinds, seen, began), ROWS_AT_ONCE):
                removed += self._stage(change_id, gone, changed + removed)
            if changed or removed:
                self._database.write_sync(
                    lambda one: changes.finish(one, self._store_id, self._scope, change_id, at=self._clock())
                )
                if changed + removed >= changes.MANY_ROWS:
                    self._database.write_sync(changes.refresh_statistics)
        finally:
            # what was not published is thrown away; a published change is left alone
            while not self._database.write_sync(lambda one: changes.discard(one, self._store_id, change_id)):
                pass
        return Imported(what=what, rows=len(seen), changed=changed, removed=removed)

    def _stage(self, change_id: str, rows: Sequence[Row], number: int) -> int:
        def job(connection: sa.Connection) -> int:
            names = [(row.kind, row.key) for row in rows]
            known = feed.known_rows(connection, self._store_id, self._scope, names)
            planned = editing.keeping_plans(connection, self._store_id, rows, known, at=self._clock())
            return changes.stage(
                connection, self._store_id, self._scope, change_id, planned, number=number, known=known
            )

        return self._database.write_sync(job)

    def _missing(self, kinds: Sequence[str], seen: set[tuple[str, str]], began: int) -> Iterator[Row]:
        """What the store has of these kinds and the file has not, unless it came during the import."""
        for kind in kinds:
            after = ""
            while keys := self._database.read_sync(
                functools.partial(
                    catalogue.keys_after,
                    store_id=self._store_id,
                    kind=kind,
                    after=after,
                    before=began,
                    limit=feed.PUBLISH_MAX,
                )
            ):
                yield from (Row(kind=kind, key=key) for key in keys if (kind, key) not in seen)
                after = keys[-1]

    # --- members ---------------------------------------------------------------------------------------

    def _check_members(self, connection: sa.Connection, rows: Sequence[MemberRow]) -> None:
        wrong = []
        for row in rows:
            keys = _credentials(row)
            owners = member_import.holders(connection, self._vault, keys)
            if (row.is_named and owners - {row.member.member_id}) or len(owners) > 1:
                wrong.append(RowError(line=row.line, reason="a key is another member's"))
                continue
            found = member_import.known(connection, self._vault, self._member_id(connection, row))
            if found is not None and found.is_erased:
                wrong.append(RowError(line=row.line, reason="this member asked to be forgotten"))
        if wrong:
            raise MembersRefusedError(wrong[:ERRORS_MAX], len(wrong))

    def _put_members(self, connection: sa.Connection, rows: Sequence[MemberRow]) -> int:
        at = self._clock()
        members = Members(self._vault)
        told = []
        for row in rows:
            member_id = self._member_id(connection, row)
            found = member_import.known(connection, self._vault, member_id)
            person, terms = _person(row), _terms(row, found.terms if found is not None else None)
            if found is not None and (found.person, found.terms) == (person, terms):
                continue
            members.put(
                connection, self._store_id, member_id, person, terms, who=self._by, at=at, why="import"
            )
            if found is None and row.member.points:
                opening = points_rules.Entry(
                    entry_id=f"opening:{member_id}",
                    kind="earn",
                    points=row.member.points,
                    transaction_id="opening",
                    day=datetime.datetime.fromtimestamp(at // SECOND, datetime.UTC).date(),
                )
                points.book(connection, self._store_id, member_id, [opening], at)
            told.append(member_id)
        if told:
            tell_lanes(connection, told, at)
        return len(told)

    def _member_id(self, connection: sa.Connection, row: MemberRow) -> str:
        """The member of a row: named, or known by one of its keys, or new."""
        if row.is_named:
            return row.member.member_id
        keys = _credentials(row)
        owners = member_import.holders(connection, self._vault, keys)
        return min(owners, default=f"m-{lookup.member_lookup(self._vault, *keys[0])[:20]}")


def _credentials(row: MemberRow) -> tuple[tuple[str, str], ...]:
    return tuple((key.kind.value, key.value) for key in row.keys)


def _person(row: MemberRow) -> Person:
    phone = next((key.value for key in row.keys if key.kind is KeyKind.PHONE), "")
    return Person(
        name=row.more.get("name", ""),
        email=row.more.get("email", ""),
        phone=phone,
        credentials=_credentials(row),
    )


def _terms(row: MemberRow, before: Terms | None) -> Terms:
    """Tier and groups are the file's; purchases and stamps are counted here, once the member is known."""
    member = row.member
    if before is not None:
        return msgspec.structs.replace(before, tier=member.tier, groups=member.groups)
    return Terms(
        tier=member.tier,
        groups=member.groups,
        order_number=member.order_number or 1,
        stamps=dict(member.stamps),
    )


def _batches(rows: Iterable[T], size: int) -> Iterator[list[T]]:
    remaining = iter(rows)
    while some := list(itertools.islice(remaining, size)):
        yield some


def _text(raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise _refused("not UTF-8 text; save the file as UTF-8", line) from error


def _refused(reason: str, line: int = 1) -> CatalogueRefusedError:
    return CatalogueRefusedError([RowError(line=line, reason=reason)], 1)
