"""Slices of campaigns on the lane: what is left follows from the journal, through restarts and old images."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from kiosk.database import book, sqlite
from kiosk.database.journal import FILE, Journal
from kiosk.database.leases import Held, Leases
from retail.campaigns import CampaignLeft
from retail.journal import events as e

AT = "2026-11-24T10:00:00.000000Z"
EXPIRES = 1_795_600_000_000_000
BEFORE, AFTER = "2026-11-24T10:00:00.000000Z", "2026-11-26T10:00:00.000000Z"


def used(uses: int, amount_minor: int = 100, offer_id: str = "tea") -> e.CampaignUsed:
    return e.CampaignUsed(offer_id=offer_id, uses=uses, amount_minor=amount_minor)


def started(number: int = 1) -> e.TransactionStarted:
    return e.TransactionStarted(transaction_id=f"t{number}", number=number, started_at=AT, currency="EUR")


def left(uses: int, amount_minor: int = 9_000) -> tuple[CampaignLeft, ...]:
    return (CampaignLeft(offer_id="tea", uses=uses, amount_minor=amount_minor),)


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    made = Journal.open(tmp_path / "lane")
    yield made
    made.close()


@pytest.fixture
def line(journal: Journal, tmp_path: Path) -> Iterator[Leases]:
    """What the line's thread has: its own connection to the same file."""
    engine = sqlite.open_engine(tmp_path / "lane" / FILE)
    yield Leases(engine)
    engine.dispose()


def take(line: Leases, slice_id: str, uses: int, instead: Held | None = None) -> bool:
    return line.take(instead or line.of("tea"), slice_id, uses, 9_000, EXPIRES)


def test_without_a_slice_nothing_is_left(journal: Journal) -> None:
    assert journal.leases.left(BEFORE) == ()


def test_what_is_left_is_the_slice_less_what_was_sold_since(journal: Journal, line: Leases) -> None:
    journal.append([used(50)], AT)
    assert take(line, "s1", 10)
    assert journal.leases.left(BEFORE) == left(10)
    journal.append([used(3, 250), used(1, offer_id="pen")], AT)
    assert journal.leases.left(BEFORE) == left(7, 8_750)
    journal.append([used(7)], AT)
    assert journal.leases.left(BEFORE) == ()


def test_a_slice_that_expired_has_nothing_left(journal: Journal, line: Leases) -> None:
    take(line, "s1", 10)
    assert journal.leases.left(BEFORE)
    assert journal.leases.left(AFTER) == ()


def test_a_sale_between_question_and_answer_is_taken_from_the_new_slice(
    journal: Journal, line: Leases
) -> None:
    take(line, "s1", 10)
    journal.append([used(2)], AT)
    question = line.of("tea")
    assert (question.slice_id, question.spent_uses) == ("s1", 2)
    journal.append([used(1)], AT)
    assert take(line, "s2", 8, question)
    assert journal.leases.left(BEFORE) == left(7, 8_900)


def test_an_answer_to_another_question_changes_nothing(journal: Journal, line: Leases) -> None:
    none = line.of("tea")
    take(line, "s1", 10)
    assert not take(line, "s2", 99, none)
    assert journal.leases.left(BEFORE) == left(10)


def test_a_slice_that_went_home_is_gone(journal: Journal, line: Leases) -> None:
    take(line, "s1", 10)
    assert line.take(line.of("tea"), "", 0, 0, 0)
    assert line.all() == ()


def test_a_slice_is_not_laid_down_under_a_shopper(journal: Journal, line: Leases) -> None:
    take(line, "s1", 10)
    journal.append([started()], AT)
    assert not line.lay_down("tea")
    assert journal.leases.left(BEFORE) == left(10)
    journal.append([e.TransactionCancelled(reason="shopper")], AT)
    assert line.lay_down("tea")
    assert journal.leases.left(BEFORE) == ()
    assert line.of("tea").is_laid_down


def test_restarts_and_a_lost_book_change_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "lane"
    with_slice = Journal.open(folder)
    take(with_slice.leases, "s1", 10)
    with_slice.append([used(4)], AT)
    with_slice.close()
    engine = sqlite.open_engine(folder / FILE)
    with engine.begin() as connection:
        connection.execute(sa.delete(book.campaign_use))
    engine.dispose()
    again = Journal.open(folder)
    assert again.leases.left(BEFORE) == left(6, 8_900)
    again.close()


def test_an_old_image_brings_slice_and_uses_of_one_moment(tmp_path: Path) -> None:
    """The bound of docs/coupons.md: what was taken of this one slice since the image, and no more."""
    journal = Journal.open(tmp_path / "lane")
    take(journal.leases, "s1", 10)
    journal.append([used(4)], AT)
    journal.close()
    shutil.copytree(tmp_path / "lane", tmp_path / "image")
    journal = Journal.open(tmp_path / "lane")
    journal.append([used(6)], AT)
    assert journal.leases.left(BEFORE) == ()
    journal.close()
    image = Journal.open(tmp_path / "image")
    assert image.leases.left(BEFORE) == left(6, 8_900)
    assert image.leases.left(AFTER) == ()
    image.close()
