"""What has still to reach the store service: sealed with the sale, numbered without a gap, never lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from pysqlite3 import dbapi2

from kiosk.database.journal import FILE, Journal
from kiosk.database.outbox import Outbox
from retail.check import BrokenInvariantError
from retail.journal import envelope
from retail.journal import events as e

AT = "2026-03-01T10:00:00.000000Z"
IDLE = e.LaneIdle(next_number=2, language="en")
MB = 1024 * 1024


def sale(number: int) -> tuple[e.AnyEvent, ...]:
    return (
        e.TransactionStarted(transaction_id=f"t{number}", number=number, started_at="", currency="EUR"),
        e.CodeNotFound(text="x", reason="unknown"),
        e.TransactionClosed(transaction_id=f"t{number}", total_minor=0, receipt="none"),
    )


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    made = Journal.open(tmp_path)
    made.append([e.LaneStarted(lane="7", version="1"), IDLE], AT)
    yield made
    made.close()


@pytest.fixture
def outbox(journal: Journal, tmp_path: Path) -> Iterator[Outbox]:
    made = Outbox(tmp_path / FILE)
    yield made
    made.close()


def sell(journal: Journal, number: int) -> None:
    for event in sale(number):
        journal.append([event], AT)
    journal.append([IDLE], AT)


def test_a_sale_is_one_unit_and_what_came_before_it_another(journal: Journal, outbox: Outbox) -> None:
    sell(journal, 1)
    _, (before, sold) = outbox.pending(10, MB)
    contents = [envelope.open_body(unit.body) for unit in (before, sold)]
    assert [content.kind for content in contents] == ["lane", "sale"]
    assert [content.lane for content in contents] == ["7", "7"]
    kinds = [[type(entry.event()).__name__ for entry in content.unsealed()] for content in contents]
    assert kinds == [["LaneStarted", "LaneIdle"], ["TransactionStarted", "CodeNotFound", "TransactionClosed"]]
    assert (before.seq, sold.seq, sold.prev) == (1, 2, before.hash)


def test_units_join_to_the_whole_journal(journal: Journal, outbox: Outbox) -> None:
    for number in range(1, 6):
        sell(journal, number)
    _, units = outbox.pending(100, MB)
    entries = [entry for unit in units for entry in envelope.open_body(unit.body).unsealed()]
    assert entries == list(journal.entries())[: len(entries)]
    assert len(entries) == journal.last_sequence() - 1, "the last LaneIdle waits for the next sale"


def test_a_sale_that_ends_in_one_commit_is_sealed_in_it(journal: Journal, outbox: Outbox) -> None:
    journal.append(sale(1), AT)
    assert outbox.mark().unsent == 2


def test_a_failed_commit_seals_nothing(journal: Journal, outbox: Outbox, tmp_path: Path) -> None:
    blocker = dbapi2.connect(str(tmp_path / FILE))
    blocker.execute("CREATE TRIGGER refuse BEFORE INSERT ON envelope BEGIN SELECT RAISE(ABORT, 'no'); END")
    blocker.commit()
    with pytest.raises(Exception, match="no"):
        journal.append(sale(1), AT)
    assert (journal.last_sequence(), outbox.mark().sealed) == (2, 0)
    blocker.execute("DROP TRIGGER refuse")
    blocker.commit()
    blocker.close()
    journal.append(sale(1), AT)
    assert outbox.mark().sealed == 2


def test_a_long_idle_time_is_sealed_by_itself(journal: Journal, outbox: Outbox) -> None:
    for _ in range(envelope.IDLE_ENTRIES_MAX):
        journal.append([e.HelpCalled()], AT)
    assert outbox.mark().sealed == 1


def test_sealing_goes_on_after_a_restart(journal: Journal, outbox: Outbox, tmp_path: Path) -> None:
    journal.append(sale(1)[:2], AT)
    journal.close()
    again = Journal.open(tmp_path)
    again.append([e.LaneStarted(lane="7", version="2")], AT)
    again.append(sale(1)[2:], AT)
    again.close()
    _, units = outbox.pending(10, MB)
    last = envelope.open_body(units[-1].body)
    assert [type(entry.event()).__name__ for entry in last.unsealed()][-2:] == [
        "LaneStarted",
        "TransactionClosed",
    ]
    assert envelope.first_fault(last, envelope.open_body(units[-2].body).last_hash) == ""


def test_the_mark_moves_both_ways_and_never_beyond_what_is_sealed(journal: Journal, outbox: Outbox) -> None:
    sell(journal, 1)
    sell(journal, 2)
    outbox.acknowledge(1, 3)
    assert (outbox.mark().unsent, [unit.seq for unit in outbox.pending(10, MB)[1]]) == (1, [4])
    outbox.acknowledge(1, 1)
    assert [unit.seq for unit in outbox.pending(10, MB)[1]] == [2, 3, 4]
    with pytest.raises(BrokenInvariantError):
        outbox.acknowledge(1, 5)
    assert outbox.mark().acked == 1


def test_a_batch_keeps_within_its_bytes_but_never_sticks(journal: Journal, outbox: Outbox) -> None:
    sell(journal, 1)
    sell(journal, 2)
    assert [unit.seq for unit in outbox.pending(10, 1)[1]] == [1]
    assert [unit.seq for unit in outbox.pending(3, MB)[1]] == [1, 2, 3]


def test_another_epoch_numbers_the_unsent_anew_under_the_same_ids(journal: Journal, outbox: Outbox) -> None:
    for number in (1, 2, 3):
        sell(journal, number)
    _, before = outbox.pending(10, MB)
    outbox.acknowledge(1, 2)
    assert outbox.open_epoch(3) == 4
    epoch, after = outbox.pending(10, MB)
    assert (epoch, [unit.seq for unit in after]) == (3, [1, 2, 3, 4])
    assert [(unit.id, unit.body) for unit in after] == [(unit.id, unit.body) for unit in before[2:]]
    prev = envelope.GENESIS_HASH
    for unit in after:
        assert (unit.prev, unit.hash) == (prev, envelope.digest(prev, unit.body))
        prev = unit.hash
    sell(journal, 4)
    assert outbox.pending(10, MB)[1][4].prev == prev
    assert outbox.open_epoch(3) == 0, "asking twice does nothing"


def test_an_acknowledgement_of_another_epoch_is_late_and_means_nothing(
    journal: Journal, outbox: Outbox
) -> None:
    sell(journal, 1)
    outbox.open_epoch(2)
    outbox.acknowledge(1, 2)
    assert outbox.mark().acked == 0


def test_it_knows_which_envelopes_are_its_own(journal: Journal, outbox: Outbox) -> None:
    sell(journal, 1)
    _, units = outbox.pending(10, MB)
    assert outbox.holds(2, units[1].hash)
    assert not outbox.holds(1, units[1].hash)
    assert outbox.holds(0, envelope.GENESIS_HASH)


def test_envelopes_are_never_changed(journal: Journal, outbox: Outbox) -> None:
    sell(journal, 1)
    with pytest.raises(sa.exc.DatabaseError, match="never changed"), journal._engine.begin() as connection:
        connection.exec_driver_sql("UPDATE envelope SET id = 'x'")
