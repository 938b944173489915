"""A replica kept fresh: applied whole or not at all, checked by count and sum, each row in one scope."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pysqlite3 import dbapi2

from kiosk.database.feeding import FeedConflictError, FeedWriter, UnsuitableReplicaError
from kiosk.database.replica import Replica
from retail.wire.feed import MODULUS, FeedPage, FeedRow, row_hash
from retail.wire.replica import APPLICATION_ID, DDL, SCHEMA

STORE, CHAIN = "store:S1", "chain"


def make_file(path: Path, *, schema: int = SCHEMA, application: int = APPLICATION_ID) -> Path:
    connection = dbapi2.connect(str(path))
    connection.execute(f"PRAGMA application_id={application}")
    connection.execute(f"PRAGMA user_version={schema}")
    for statement in DDL:
        connection.execute(statement)
    for scope in (STORE, CHAIN):
        connection.execute("INSERT INTO position VALUES (?, 'e1', 0, 0, '0')", (scope,))
    connection.commit()
    connection.close()
    return path


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[FeedWriter]:
    made = FeedWriter(make_file(tmp_path / "replica.db"))
    yield made
    made.close()


def put(pos: int, key: str, body: bytes = b"{}", kind: str = "product", min_wire: int = 1) -> FeedRow:
    return FeedRow(pos=pos, kind=kind, key=key, op="put", body=body, min_wire=min_wire)


def gone(pos: int, key: str, kind: str = "product") -> FeedRow:
    return FeedRow(pos=pos, kind=kind, key=key, op="delete")


def page(
    *rows: FeedRow,
    after: int = 0,
    living: dict[tuple[str, str], bytes],
    scope: str = STORE,
    more: bool = False,
    epoch: str = "e1",
) -> FeedPage:
    to = rows[-1].pos if rows else after
    checksum = sum(row_hash(kind, key, body) for (kind, key), body in living.items()) % MODULUS
    return FeedPage(
        scope=scope, feed_epoch=epoch, after=after, to=to, head=to, more=more, rows=rows,
        count=len(living), checksum=checksum, server_time=0,
    )  # fmt: skip


def rows_of(path: Path, table: str = "product") -> dict[str, bytes]:
    connection = dbapi2.connect(str(path))
    found = {key: bytes(body) for key, body in connection.execute(f"SELECT key, body FROM {table}")}
    connection.close()
    return found


def test_rows_and_position_change_together(writer: FeedWriter, tmp_path: Path) -> None:
    changed = writer.apply(
        [page(put(1, "a", b"1"), put(2, "b", b"2"), living={("product", "a"): b"1", ("product", "b"): b"2"})]
    )
    assert changed == {"product"}
    assert rows_of(tmp_path / "replica.db") == {"a": b"1", "b": b"2"}
    assert (writer.positions()[STORE].pos, writer.positions()[STORE].count) == (2, 2)


def test_the_file_tells_when_its_balances_were_true(writer: FeedWriter, tmp_path: Path) -> None:
    told = page(put(1, "a", b"1"), living={("product", "a"): b"1"})
    writer.apply([msgspec.structs.replace(told, server_time=1_800_000_000_000_000)])
    connection = dbapi2.connect(str(tmp_path / "replica.db"))
    (found,) = connection.execute("SELECT value FROM about WHERE name = 'told_at'").fetchone()
    connection.close()
    assert found == "2027-01-15T08:00:00.000000Z"


def test_a_page_that_does_not_add_up_changes_nothing(writer: FeedWriter, tmp_path: Path) -> None:
    fits = page(put(1, "a", b"1"), living={("product", "a"): b"1"})
    writer.apply([fits])
    wrong = page(put(2, "b", b"2"), after=1, living={("product", "b"): b"2", ("product", "x"): b"3"})
    with pytest.raises(FeedConflictError, match="that are not the same"):
        writer.apply([wrong])
    fewer = page(put(2, "b", b"2"), after=1, living={("product", "b"): b"2"})
    with pytest.raises(FeedConflictError, match="should hold 1 rows at 2, this file has 2"):
        writer.apply([fewer])
    assert rows_of(tmp_path / "replica.db") == {"a": b"1"}
    assert writer.positions()[STORE].pos == 1


def test_several_pages_and_scopes_are_one_commit(writer: FeedWriter, tmp_path: Path) -> None:
    good = page(put(1, "a", b"1"), living={("product", "a"): b"1"})
    bad = page(put(5, "o", b"1", kind="offer"), scope=CHAIN, living={})
    with pytest.raises(FeedConflictError):
        writer.apply([good, bad])
    assert rows_of(tmp_path / "replica.db") == {}
    assert writer.positions()[STORE].pos == 0


@pytest.mark.parametrize(
    "strange",
    [
        page(put(5, "a"), after=4, living={("product", "a"): b"{}"}),
        page(put(2, "a"), after=1, epoch="e2", living={("product", "a"): b"{}"}),
        page(put(5, "a"), after=4, scope="store:other", living={("product", "a"): b"{}"}),
    ],
    ids=["another position", "another epoch", "another scope"],
)
def test_a_page_that_follows_something_else_is_refused(writer: FeedWriter, strange: FeedPage) -> None:
    writer.apply([page(put(1, "z"), living={("product", "z"): b"{}"})])
    with pytest.raises(FeedConflictError, match="does not fit this file"):
        writer.apply([strange])


def test_one_thing_comes_from_one_scope(writer: FeedWriter) -> None:
    writer.apply([page(put(1, "o", b"1", kind="offer"), scope=CHAIN, living={("offer", "o"): b"1"})])
    with pytest.raises(FeedConflictError, match="comes from chain and from store:S1"):
        writer.apply([page(put(1, "o", b"2", kind="offer"), living={("offer", "o"): b"2"})])


def test_rows_this_program_is_too_old_for_are_left_out(writer: FeedWriter, tmp_path: Path) -> None:
    newer = put(1, "a", min_wire=99), put(2, "x", kind="hologram")
    writer.apply([page(*newer, put(3, "b", b"2"), living={("product", "b"): b"2"})])
    assert rows_of(tmp_path / "replica.db") == {"b": b"2"}


@pytest.mark.parametrize(("schema", "application"), [(SCHEMA + 1, APPLICATION_ID), (SCHEMA, 0)])
def test_another_kind_of_file_is_refused(tmp_path: Path, schema: int, application: int) -> None:
    with pytest.raises(UnsuitableReplicaError):
        FeedWriter(make_file(tmp_path / "x.db", schema=schema, application=application))


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.db").write_bytes(b"not a database at all, " * 100)
    with pytest.raises(Exception, match="not a database"):
        FeedWriter(tmp_path / "x.db")


keys = st.sampled_from("abcdef")
steps = st.lists(st.tuples(keys, st.one_of(st.none(), st.binary(max_size=4))), max_size=30)


def test_a_new_scope_is_followed_from_its_beginning(writer: FeedWriter) -> None:
    living = {("setting", "lane.volume"): b"{}"}
    lane = page(put(1, "lane.volume", kind="setting"), scope="terminal:S1.1", epoch="e7", living=living)
    writer.apply([lane])
    assert (writer.positions()["terminal:S1.1"].feed_epoch, writer.positions()["terminal:S1.1"].pos) == (
        "e7",
        1,
    )


@settings(max_examples=25, deadline=None)
@given(steps, st.integers(1, 7))
def test_any_history_cut_into_any_pages_gives_the_same_file(
    tmp_path_factory: pytest.TempPathFactory, history: list[tuple[str, bytes | None]], size: int
) -> None:
    path = make_file(tmp_path_factory.mktemp("feed") / "replica.db")
    writer = FeedWriter(path)
    living: dict[tuple[str, str], bytes] = {}
    after = 0
    for start in range(0, len(history), size):
        rows = []
        for offset, (key, body) in enumerate(history[start : start + size]):
            pos = start + offset + 1
            rows.append(gone(pos, key) if body is None else put(pos, key, body))
            if body is None:
                living.pop(("product", key), None)
            else:
                living["product", key] = body
        writer.apply([page(*rows, after=after, living=living)])
        after = rows[-1].pos
    assert rows_of(path) == {key: body for (_, key), body in living.items()}
    writer.close()


def test_the_file_says_how_far_the_lanes_own_sales_are_counted_in_it(tmp_path: Path) -> None:
    path = make_file(tmp_path / "counted.db")

    def apply(*pages: FeedPage) -> tuple[int, int]:
        with contextlib.closing(FeedWriter(path)) as writer:
            writer.apply(pages)
        with contextlib.closing(Replica(path)) as replica:
            return replica.told().epoch, replica.told().booked

    def told(page: FeedPage, seq: int) -> FeedPage:
        return msgspec.structs.replace(page, booked_epoch=1, booked=seq)

    living = {("member", "a"): b"{}"}
    store = page(put(1, "x"), living={("product", "x"): b"{}"})
    assert apply(store) == (0, 0)
    first = page(put(1, "a", kind="member"), living=living, scope=CHAIN, more=True)
    last = page(after=1, living=living, scope=CHAIN)
    assert apply(told(first, 3)) == (0, 0)  # the rest of the rows is still to come
    assert apply(told(last, 4)) == (1, 4)
    assert apply(page(after=1, living={("product", "x"): b"{}"})) == (1, 4)
    assert apply(told(last, 5)) == (1, 5)
