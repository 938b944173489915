"""The album of a journey: steps that show and prove something, the first thing that is not so, the page."""

import datetime
import re
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tools.journey import __main__ as journey
from tools.journey.album import PICTURES_MAX, Album, NotSoError
from tools.journey.page import page

AT = datetime.datetime(2026, 11, 19, 16, 30, tzinfo=ZoneInfo("Europe/Berlin"))
EVIL = "<script>alert('x')</script> & \"so\""


@pytest.fixture
def album(tmp_path: Path) -> Album:
    days = iter([AT, AT, AT + datetime.timedelta(days=1)])
    return Album(tmp_path, lambda: next(days), lambda line: None)


def told(album: Album, title: str) -> None:
    album.begin(title, "Text.")
    album.picture("phone", "A caption.").write_bytes(b"png")
    album.holds("it is so", True)


def test_the_first_thing_that_is_not_so_ends_it_and_says_what_is_instead(album: Album) -> None:
    album.begin("Pays", "Text.")
    with pytest.raises(NotSoError, match=r"step 1 \(Pays\): not so: half is paid \(found: \[3\]\)"):
        album.holds("half is paid", [] == [3], [3])
    assert album.step.proofs == []


def test_a_step_that_shows_or_proves_nothing_is_none(album: Album) -> None:
    album.begin("Pays", "Text.")
    album.holds("it is so", True)
    with pytest.raises(NotSoError, match="shows or proves nothing"):
        album.begin("Leaves", "Text.")
    album.picture("lane", "A caption.")
    album.end()


def test_pictures_are_named_in_order_and_limited(album: Album) -> None:
    told(album, "Joins in a minute")
    assert album.picture("lane", "x").name == "01b-joins-in-a-minute.png"
    for _ in range(PICTURES_MAX - 2):
        album.picture("lane", "x")
    with pytest.raises(NotSoError, match="at most"):
        album.picture("lane", "x")


def test_the_page_has_steps_in_order_by_day_and_escapes_what_is_told(album: Album) -> None:
    told(album, "Joins")
    told(album, EVIL)
    told(album, "Collects")
    text = page(EVIL, EVIL, album.steps, [("a.json", EVIL)])
    assert "<script" not in text
    assert re.findall(r'id="step-(\d)"', text) == ["1", "2", "3"]
    assert re.findall(r"<span>(Day \d)</span> (\w+, \d+ \w+ \d+)", text) == [
        ("Day 1", "Thursday, 19 November 2026"),
        ("Day 2", "Friday, 20 November 2026"),
    ]
    assert text.index("Day 2") > text.index('id="step-2"')
    assert "$" not in text


def test_the_page_needs_nothing_but_what_lies_beside_it(album: Album, tmp_path: Path) -> None:
    told(album, "Joins")
    text = page("Title", "Text", album.steps)
    addresses = re.findall(r'(?:src|href)="([^"]*)"', text) + re.findall(r"url\(([^)]*)\)", text)
    assert addresses
    for address in addresses:
        assert address.startswith("#") or (tmp_path / address).is_file(), address
    assert "://" not in text


def test_the_story_is_told_in_this_order() -> None:
    assert [step.__name__ for step in (*journey.FIRST_DAY, *journey.NEXT_DAY)] == [
        "joins", "says_what_she_likes", "checks_in", "fills_the_balance", "scans", "arrives_at_the_lane",
        "is_old_enough", "pays", "leaves", "orders",
        "collects", "reads_the_receipt", "takes_her_data", "is_forgotten", "the_books_are_closed",
    ]  # fmt: skip


@pytest.mark.parametrize("days", range(7))
@pytest.mark.parametrize("hour", [0, 12, 23])
def test_it_begins_on_a_thursday_afternoon_whose_next_day_is_over(days: int, hour: int) -> None:
    now = AT.replace(hour=hour) + datetime.timedelta(days=days)
    begins = journey.first_moment(now)
    assert begins.weekday() == 3
    assert (begins.hour, begins.minute) == (16, 30)
    assert datetime.timedelta(days=1, hours=7) < now - begins < datetime.timedelta(days=9)


def test_a_folder_of_somebody_else_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "theirs.txt").write_text("kept")
    assert journey.main(["--out", str(tmp_path)]) == journey.NOT_RUN
    assert [path.name for path in tmp_path.iterdir()] == ["theirs.txt"]
    assert "choose another OUT" in capsys.readouterr().err
