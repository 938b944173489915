"""The lane's book: known in the commit of the events, after any restart, and made again when it is lost."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from kiosk.database import book, sqlite
from kiosk.database.errors import JournalWriteError
from kiosk.database.journal import FILE, Journal
from kiosk.database.outbox import Outbox
from retail.journal import events as e
from retail.priced import PricedBasket

AT = "2026-03-01T10:00:00.000000Z"


def redeemed(key: str, day: str = "2026-03-01", *, is_at_risk: bool = False) -> e.CouponRedeemed:
    return e.CouponRedeemed(
        coupon_no=1,
        coupon_id="store:THANKS",
        redemption_key=key,
        saving_minor=100,
        by="lane",
        is_at_risk=is_at_risk,
        redeemed_on=day,
    )


def granted(member_id: str, spent: int) -> e.RewardsGranted:
    return e.RewardsGranted(member_id=member_id, points_earned=1, points_spent=spent, base_minor=100)


def test_a_redeemed_coupon_is_used_from_its_commit_on_and_after_every_restart(tmp_path: Path) -> None:
    journal = Journal.open(tmp_path)
    assert not journal.book.is_used("store:THANKS/A1")
    journal.append([redeemed("store:THANKS/A1")], AT)
    assert journal.book.is_used("store:THANKS/A1")
    assert not journal.book.is_used("store:THANKS/A2")
    for _ in range(2):
        journal.close()
        journal = Journal.open(tmp_path)
        assert journal.book.is_used("store:THANKS/A1")
    journal.close()


def test_papers_that_cannot_be_told_apart_are_never_used(tmp_path: Path) -> None:
    journal = Journal.open(tmp_path)
    journal.append([redeemed("")], AT)
    assert not journal.book.is_used("other")
    journal.close()


def test_risks_are_counted_by_day(tmp_path: Path) -> None:
    journal = Journal.open(tmp_path)
    journal.append([redeemed("a", is_at_risk=True), redeemed("b")], AT)
    journal.append([redeemed("c", is_at_risk=True), redeemed("d", "2026-03-02", is_at_risk=True)], AT)
    assert [journal.book.risked_on(f"2026-03-0{day}") for day in (1, 2, 3)] == [2, 1, 0]
    journal.close()


def test_points_are_counted_by_member_since_the_balance_was_told(tmp_path: Path) -> None:
    journal = Journal.open(tmp_path)
    journal.append([granted("m-1", 100)], "2026-03-01T10:00:00.000000Z")
    journal.append([granted("m-1", 20)], "2026-03-01T12:00:00.000000Z")
    journal.append([granted("m-2", 7)], "2026-03-01T12:00:00.000000Z")
    assert journal.book.points_spent("m-1", "") == 120
    assert journal.book.points_spent("m-1", "2026-03-01T11:00:00.000000Z") == 20
    assert journal.book.points_spent("m-3", "") == 0
    journal.close()


def test_a_commit_that_failed_leaves_nothing_in_the_book(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = Journal.open(tmp_path)
    written = book.note

    def written_and_then_broken(connection: sa.Connection, noted: object) -> None:
        written(connection, noted)  # type: ignore[arg-type]
        connection.exec_driver_sql("INSERT INTO no_such_table VALUES (1)")

    with monkeypatch.context() as patched:
        patched.setattr(book, "note", written_and_then_broken)
        with pytest.raises(JournalWriteError):
            journal.append([redeemed("a")], AT)
    assert not journal.book.is_used("a")
    assert journal.last_sequence() == 0
    journal.append([redeemed("a")], AT)
    assert journal.book.is_used("a")
    journal.close()


@pytest.mark.parametrize(
    "damage", ["DROP TABLE book_coupon", "DELETE FROM book_coupon WHERE redemption_key = 'a'"]
)
def test_a_book_that_is_missing_or_too_short_is_made_again_from_the_journal(
    tmp_path: Path, damage: str
) -> None:
    journal = Journal.open(tmp_path)
    journal.append([redeemed("a", is_at_risk=True), redeemed("b"), granted("m-1", 100)], AT)
    journal.close()
    engine = sqlite.open_engine(tmp_path / FILE)
    with engine.begin() as connection:
        connection.exec_driver_sql(damage)
    engine.dispose()
    journal = Journal.open(tmp_path)
    assert [journal.book.is_used(key) for key in "abc"] == [True, True, False]
    assert (journal.book.risked_on("2026-03-01"), journal.book.points_spent("m-1", "")) == (1, 100)
    assert journal.first_fault() is None
    journal.close()


# --- what a member bought here ---------------------------------------------------------------------------

TOLD = "2026-03-01T11:00:00.000000Z"


def purchase(
    journal: Journal, number: int, at: str, member_id: str = "m-1", *, is_training: bool = False
) -> None:
    """A purchase of a member from its start to the next shopper, so that it is sealed."""
    name, day = f"t{number}", f"2026-03-{number:02}"
    priced = PricedBasket(currency="EUR", total_minor=number, item_count=0)
    journal.append(
        [
            e.TransactionStarted(
                transaction_id=name,
                number=number,
                started_at=f"{day}T23:30:00-05:00",
                currency="EUR",
                is_training=is_training,
            ),
            e.TenderingStarted(total_minor=number, priced=priced),
        ],
        at,
    )
    granted = e.RewardsGranted(
        member_id=member_id, points_earned=1, points_spent=0, base_minor=100, stamps={"tea": number}
    )
    closed = e.TransactionClosed(transaction_id=name, total_minor=number, receipt="none")
    journal.append([granted, closed, e.LaneIdle(next_number=number + 1, language="en")], at)


def days(journal: Journal, told: book.Told, member_id: str = "m-1") -> list[tuple[str, int, dict[str, int]]]:
    found = journal.book.purchases(member_id, told)
    return [(one.day[-2:], one.priced.total_minor if one.priced else 0, dict(one.stamps)) for one in found]


@pytest.fixture
def sold(tmp_path: Path) -> Iterator[Journal]:
    """Three purchases: at ten, at ten of somebody else, at twelve."""
    journal = Journal.open(tmp_path)
    journal.append([e.LaneStarted(lane="1", version="1")], AT)
    purchase(journal, 1, AT)
    purchase(journal, 2, AT, "m-2")
    purchase(journal, 3, "2026-03-01T12:00:00.000000Z")
    yield journal
    journal.close()


FIRST, THIRD = ("01", 1, {"tea": 1}), ("03", 3, {"tea": 3})


def test_purchases_since_what_was_told_are_found_with_day_price_and_stamps(sold: Journal) -> None:
    assert days(sold, book.Told(at="")) == [FIRST, THIRD]
    assert days(sold, book.Told(at=TOLD)) == [THIRD]
    assert days(sold, book.Told(at="2026-03-02"), "m-1") == []
    assert days(sold, book.Told(at=""), "m-3") == []


def test_the_lines_own_count_is_believed_before_the_clock(sold: Journal, tmp_path: Path) -> None:
    with contextlib.closing(Outbox(tmp_path / FILE)) as outbox:
        assert outbox.mark().sealed == 6  # what came before each purchase is sealed, too
    late = "2026-03-02"
    assert [days(sold, book.Told(at=late, epoch=1, booked=upto)) for upto in (1, 2, 5, 6)] == [
        [FIRST, THIRD],
        [THIRD],
        [THIRD],
        [],
    ]
    assert days(sold, book.Told(at=late, epoch=7, booked=2)) == []  # an epoch this journal does not have


def test_without_a_count_what_the_service_does_not_have_is_new_whatever_the_clock_says(
    sold: Journal, tmp_path: Path
) -> None:
    late = book.Told(at="2026-03-02")
    with contextlib.closing(Outbox(tmp_path / FILE)) as outbox:
        outbox.acknowledge(1, 5)
        assert days(sold, late) == [THIRD]
        outbox.acknowledge(1, 6)
        assert days(sold, late) == []


def test_no_more_purchases_are_looked_at_than_the_limit(
    sold: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(book, "PURCHASES_MAX", 1)
    assert days(sold, book.Told(at="")) == [THIRD]


def test_training_is_no_purchase(tmp_path: Path) -> None:
    with contextlib.closing(Journal.open(tmp_path)) as journal:
        purchase(journal, 1, AT, is_training=True)
        assert days(journal, book.Told(at="")) == []
