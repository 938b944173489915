"""The screens look as they were accepted, pixel by pixel; what changed is on a page to be looked at.

Drawn by processes of their own, with time, language, fonts and renderer named (`tools.golden.drawing`).
"""

from pathlib import Path

import pytest

from kiosk.ui.gallery import WAYS
from kiosk.ui.screens import Screen
from tools.golden import review
from tools.golden.chosen import PARTS, chosen, keys, part
from tools.golden.drawing import start
from tools.golden.listed import LIST, SMALL, read

DRAWN_S = 900
"""Longer than a part takes on a machine that does much else."""
SMALL_BYTES_MAX = 3_000_000
HOW = "If they are as they should be: `make golden`."


@pytest.mark.parametrize("number", range(PARTS))
@pytest.mark.filterwarnings("default::ResourceWarning")
def test_screens_look_as_they_were_accepted(number: int, tmp_path: Path) -> None:
    review.clear(number)
    with start(number, tmp_path, "--whole") as process:
        assert process.wait(DRAWN_S) == 0
    accepted, drawn = read(LIST), read(tmp_path / f"{number}.txt")
    changed = sorted(name for name, pixels in drawn.items() if accepted.get(name) != pixels)
    if changed:
        page = review.add(number, tmp_path, changed)
        pytest.fail(f"{len(changed)} pictures changed, such as {changed[0]}. Look at {page}. {HOW}")


def test_nothing_of_the_machine_enters_a_picture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    monkeypatch.setenv("LANG", "ar_EG.UTF-8")
    monkeypatch.setenv("QT_SCALE_FACTOR", "2")
    monkeypatch.setenv("QT_FONT_DPI", "200")
    with start(0, tmp_path, "--first", "12") as process:
        assert process.wait(DRAWN_S) == 0
    accepted, drawn = read(LIST), read(tmp_path / "0.txt")
    assert len(drawn) > 12
    assert {name for name, pixels in drawn.items() if accepted.get(name) != pixels} == set()


def test_what_is_accepted_is_what_is_chosen() -> None:
    assert set(read(LIST)) == keys(), HOW
    small = {path.relative_to(SMALL).with_suffix("").as_posix() for path in SMALL.rglob("*.webp")}
    assert small == keys(), HOW
    assert sum(path.stat().st_size for path in SMALL.rglob("*.webp")) <= SMALL_BYTES_MAX


def test_every_screen_is_drawn_in_every_way() -> None:
    by_way = {way.folder: len(drawn) for way, drawn in chosen()}
    assert [way.folder for way in WAYS if by_way[way.folder] != len(Screen)] == []


def test_the_parts_are_the_whole() -> None:
    drawn = [
        f"{way.folder}/{one.name}" for number in range(PARTS) for way, todo in part(number) for one in todo
    ]
    assert sorted(drawn) == sorted(keys())


def test_the_page_shows_what_was_what_is_and_where_they_differ(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from PySide6.QtGui import QColor, QImage

    monkeypatch.setattr(review, "REVIEW", tmp_path / "review")
    name = sorted(read(LIST))[0]
    picture = QImage(str(SMALL / f"{name}.webp"))
    picture.setPixelColor(3, 4, QColor("red"))
    stem = tmp_path / name
    stem.parent.mkdir(parents=True)
    picture.save(f"{stem}.png")
    picture.save(f"{stem}.webp", quality=100)
    page = review.add(0, tmp_path, [name]).read_text(encoding="utf-8")
    assert [what for what in ("old.webp", "new.png", "difference.png") if f"{name}/{what}" not in page] == []
    assert "http" not in page
