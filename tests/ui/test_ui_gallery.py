"""The gallery: pictures lie where its page looks for them, and the page of parts is drawn in every way."""

from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest
from ui_window import Shown

from kiosk.ui.comfort import TEXT_PERCENTS, Comfort, Mode
from kiosk.ui.gallery import WAYS, parser, variant_of, ways_of, write_index
from kiosk.ui.gallery_draw import ORIENTATIONS, draw_parts
from kiosk.ui.gallery_index import Drawn, drawn_of, page
from retail.languages import LANGUAGES


def test_the_page_groups_by_situation_and_can_be_filtered() -> None:
    paths = [
        "dark-200-reach/portrait/de/paid.png",
        "light-100/landscape/zh/paid.png",
        "light-100/portrait/de/help.png",
    ]
    text = page(drawn_of(PurePosixPath(path)) for path in paths)
    assert [path for path in paths if f'src="{path}"' not in text] == []
    assert text.count("<section ") == 2
    assert '<input type="checkbox" checked value="dark-200-reach">' in text
    assert "3 pictures of 2 situations" in text


def test_names_cannot_break_out_of_the_page() -> None:
    one = Drawn(situation='x"><script>alert(1)</script>', variant="v", orientation="o", language="l")
    assert "<script>alert" not in page([one])


def test_the_index_lists_what_is_in_the_folder(tmp_path: Path) -> None:
    folder = tmp_path / "light-100" / "portrait" / "en"
    folder.mkdir(parents=True)
    (folder / "attract.png").write_bytes(b"")
    (tmp_path / "stray.png").write_bytes(b"")
    assert write_index(tmp_path) == 1
    assert "light-100/portrait/en/attract.png" in (tmp_path / "index.html").read_text(encoding="utf-8")


def test_each_way_of_having_the_screens_has_its_own_folder() -> None:
    ways = [
        Comfort(mode=mode, text_percent=percent, reach=reach, left_handed=left)
        for mode in Mode
        for percent in TEXT_PERCENTS
        for reach in (False, True)
        for left in (False, True)
    ]
    assert len({variant_of(way) for way in ways}) == len(ways)


@pytest.mark.parametrize("percent", [100, 200])
def test_the_page_of_parts_is_drawn(open_window: Callable[..., Shown], tmp_path: Path, percent: int) -> None:
    shown = open_window(1920, 1080, comfort=Comfort(text_percent=percent))
    draw_parts(shown.lane, tmp_path / "parts.png")
    assert (tmp_path / "parts.png").stat().st_size > 20_000


def test_the_usual_ways_hold_every_value_of_every_choice() -> None:
    assert {way.language for way in WAYS} == set(LANGUAGES)
    assert {way.orientation for way in WAYS} == set(ORIENTATIONS)
    assert {way.comfort.mode for way in WAYS} == set(Mode)
    assert {way.comfort.text_percent for way in WAYS} == set(TEXT_PERCENTS)
    assert {(way.comfort.reach, way.comfort.left_handed) for way in WAYS} >= {
        (True, False),
        (False, True),
        (True, True),
    }


def test_every_way_that_is_asked_for_is_drawn_once() -> None:
    everything = ways_of(parser().parse_args(["--out", "x", "--all"]))
    assert len(everything) == len(set(map(repr, everything)))
    assert len(everything) == len(LANGUAGES) * len(ORIENTATIONS) * len(Mode) * len(TEXT_PERCENTS) * 4
    (one,) = ways_of(
        parser().parse_args(["--out", "x", "--language", "ar", "--orientation", "portrait", "--scale", "200"])
    )
    assert one.folder == "light-200/portrait/ar"
