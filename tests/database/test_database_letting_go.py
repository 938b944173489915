"""The oldest pages of a journal go once the service has them: what is left verifies, nothing is forgotten."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from pysqlite3 import dbapi2

from kiosk.app import journal_tools
from kiosk.database import letting_go
from kiosk.database.journal import FILE, Journal, JournalReader
from kiosk.database.letting_go import OldPages
from kiosk.database.outbox import Outbox
from retail.journal import events as e

OLD, NEW = "2025-01-01T10:00:00.000000Z", "2026-11-01T10:00:00.000000Z"
BEFORE = "2026-01-01T00:00:00.000000Z"
MB = 1024 * 1024


def sell(journal: Journal, number: int, at: str, key: str = "") -> None:
    started = e.TransactionStarted(transaction_id=f"t{number}", number=number, started_at="", currency="EUR")
    journal.append([started], at)
    if key:
        journal.append(
            [
                e.CouponRedeemed(
                    coupon_no=1, coupon_id="store:A", redemption_key=key, saving_minor=1, by="store"
                )
            ],
            at,
        )
    journal.append(
        [
            e.TransactionClosed(transaction_id=f"t{number}", total_minor=0, receipt="none"),
            e.LaneIdle(next_number=number + 1, language="en"),
        ],
        at,
    )


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    made = Journal.open(tmp_path)
    made.append([e.LaneStarted(lane="7", version="1"), e.LaneIdle(next_number=1, language="en")], OLD)
    for number in range(1, 11):
        sell(made, number, OLD, key=f"paper-{number}")
    for number in range(11, 14):
        sell(made, number, NEW)
    yield made
    made.close()


@pytest.fixture
def pages(journal: Journal, tmp_path: Path) -> Iterator[OldPages]:
    with contextlib.closing(OldPages(tmp_path / FILE)) as made:
        yield made


def acknowledge(folder: Path, seq: int | None = None) -> None:
    with contextlib.closing(Outbox(folder / FILE)) as outbox:
        mark = outbox.mark()
        outbox.acknowledge(mark.epoch, mark.sealed if seq is None else seq)


def let_all_go(pages: OldPages, before: str = BEFORE) -> int:
    went = 0
    while count := pages.let_go(before):
        went += count
    return went


def test_what_the_service_has_not_stays_however_old(journal: Journal, pages: OldPages) -> None:
    assert let_all_go(pages) == 0
    assert next(journal.entries()).sequence == 1


def test_what_is_old_and_sent_goes_and_the_rest_verifies(
    journal: Journal, pages: OldPages, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    acknowledge(tmp_path)
    whole = list(journal.entries())
    went = let_all_go(pages)
    left = list(journal.entries())
    assert 0 < went < len(whole)
    assert left == whole[went:]
    assert all(entry.at == OLD for entry in whole[:went])
    assert journal.first_fault() is None
    assert journal_tools.verify(tmp_path) == 0
    assert f"{went} older ones were let go of" in capsys.readouterr().out
    sell(journal, 14, NEW)
    assert journal.first_fault() is None


def test_of_what_is_partly_sent_only_that_part_goes(
    journal: Journal, pages: OldPages, tmp_path: Path
) -> None:
    acknowledge(tmp_path, seq=4)
    let_all_go(pages)
    with contextlib.closing(Outbox(tmp_path / FILE)) as outbox:
        epoch, units = outbox.pending(100, MB)
        assert [unit.seq for unit in units] == list(range(5, outbox.mark().sealed + 1))
        assert outbox.holds(4, units[0].prev), "the unit the service has last is still known"
        assert epoch == 1


def test_what_is_young_stays(journal: Journal, pages: OldPages, tmp_path: Path) -> None:
    acknowledge(tmp_path)
    assert let_all_go(pages, before=OLD) == 0


def test_coupons_of_pages_that_went_are_used_for_ever(
    journal: Journal, pages: OldPages, tmp_path: Path
) -> None:
    acknowledge(tmp_path)
    assert let_all_go(pages)
    journal.close()
    again = Journal.open(tmp_path)
    try:
        assert all(again.book.is_used(f"paper-{number}") for number in range(1, 11))
        assert not again.book.is_used("paper-11")
        sell(again, 14, NEW, key="paper-14")
        assert again.first_fault() is None
    finally:
        again.close()


def test_a_book_that_has_lost_something_keeps_what_only_it_knows(
    journal: Journal, pages: OldPages, tmp_path: Path
) -> None:
    sell(journal, 14, NEW, key="young")
    acknowledge(tmp_path)
    assert let_all_go(pages)
    journal.close()
    with contextlib.closing(dbapi2.connect(str(tmp_path / FILE))) as raw:
        raw.execute("DELETE FROM book_coupon WHERE redemption_key = 'young'")
        raw.commit()
    again = Journal.open(tmp_path)
    try:
        assert again.book.is_used("young")
        assert again.book.is_used("paper-1")
    finally:
        again.close()


def test_a_page_goes_whole_or_not_at_all(
    journal: Journal, pages: OldPages, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    acknowledge(tmp_path)
    monkeypatch.setattr(letting_go, "PAGE_ENTRIES", 7)
    whole = len(list(journal.entries()))
    assert pages.let_go(BEFORE) == 7
    assert journal.first_fault() is None
    assert journal.anchor().sequence == whole - len(list(journal.entries())) == 7


@pytest.mark.parametrize("table", ["entry", "envelope"])
def test_what_may_not_go_cannot_be_deleted(
    journal: Journal, pages: OldPages, tmp_path: Path, table: str
) -> None:
    acknowledge(tmp_path)
    let_all_go(pages)
    with contextlib.closing(dbapi2.connect(str(tmp_path / FILE))) as raw:
        with pytest.raises(dbapi2.DatabaseError, match="append-only"):
            raw.execute(f"DELETE FROM {table}")
        with pytest.raises(dbapi2.DatabaseError):
            raw.execute(f"UPDATE {table} SET hash = 'x'")


def test_a_journal_whose_next_entry_is_taken_away_too_does_not_verify(
    journal: Journal, pages: OldPages, tmp_path: Path
) -> None:
    acknowledge(tmp_path)
    let_all_go(pages)
    begin = journal.anchor().sequence
    with contextlib.closing(dbapi2.connect(str(tmp_path / FILE))) as raw:
        raw.execute("DROP TRIGGER entry_no_DELETE")
        raw.execute("DELETE FROM entry WHERE sequence = ?", (begin + 1,))
        raw.commit()
    fault = journal.first_fault()
    assert fault is not None
    assert fault.sequence == begin + 1


def test_a_journal_of_an_older_program_is_read_from_its_beginning(tmp_path: Path) -> None:
    made = Journal.open(tmp_path)
    made.append([e.LaneStarted(lane="7", version="1")], OLD)
    made.close()
    with contextlib.closing(dbapi2.connect(str(tmp_path / FILE))) as raw:
        for trigger in ("entry_no_DELETE", "envelope_no_DELETE"):
            raw.execute(f"DROP TRIGGER {trigger}")
        raw.execute("DROP TABLE let_go")
        raw.commit()
    with contextlib.closing(JournalReader.open(tmp_path)) as reader:
        assert reader.first_fault() is None
    again = Journal.open(tmp_path)
    try:
        with again._engine.begin() as connection, pytest.raises(sa.exc.DatabaseError, match="append-only"):
            connection.exec_driver_sql("DELETE FROM entry")
    finally:
        again.close()
