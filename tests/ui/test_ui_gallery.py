"""The gallery: pictures lie where its page looks for them, and the page of parts is drawn in every way."""

import json
import re
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication, QImage
from ui_window import Shown

from kiosk.ui.application import create_application
from kiosk.ui.comfort import TEXT_PERCENTS, Comfort, Mode
from kiosk.ui.gallery import WAYS, Way, draw, draw_way, parser, variant_of, ways_of, write_index
from kiosk.ui.gallery.draw import ORIENTATIONS
from kiosk.ui.gallery.drawing import Drawing
from kiosk.ui.gallery.index import SCREENS, Around, Drawn, drawn_of, page
from kiosk.ui.gallery.items import draw_parts
from kiosk.ui.samples import situations
from kiosk.ui.samples.scanner import counter_frame
from kiosk.ui.screens import Screen
from retail.languages import LANGUAGES
from retail.theme.colours import contrast, is_opaque
from retail.theme.default import DEFAULT
from retail.theme.tokens import COLOURS, MODES, PAIRS


def told(text: str) -> dict[str, Any]:
    """What stands in the page for its script."""
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', text, re.DOTALL)
    assert found is not None
    return json.loads(found[1])


def test_the_page_knows_every_picture_by_screen_and_way() -> None:
    paths = [
        "dark-200-reach/portrait/de/paid-rewarded.png",
        "light-100/landscape/zh/paid-rewarded.png",
        "light-100/portrait/en/help-idle.png",
        "light-100/portrait/en/paid-rewarded.png",
        "light-100/portrait/en/parts.png",
        "light-100/portrait/en/stray.png",
    ]
    text = page(
        (drawn_of(PurePosixPath(path)) for path in paths),
        Around(
            screens={"help-idle": "help", "paid-rewarded": "paid"},
            thumbs=frozenset({"light-100/portrait/en"}),
            figures=(("memory of the run", "312 MB"),),
        ),
    )
    data = told(text)
    names = [one["name"] for one in data["situations"]]
    drawn = {
        f"{way['folder']}/{name}.{way['ending']}"
        for way in data["ways"]
        for number, name in enumerate(names)
        if way["all"] or number in way["some"]
    }
    assert drawn == set(paths)
    assert [one["screen"] for one in data["situations"]] == ["paid", "help", "parts", "other"]
    assert data["situations"][0]["title"] == "Rewarded"
    usual, *others = data["ways"]
    assert (usual["folder"], usual["thumbs"], usual["all"]) == ("light-100/portrait/en", True, True)
    assert [way["thumbs"] for way in others] == [False, False]
    dark = next(way for way in others if way["colours"] == "Dark")
    assert (dark["language"], dark["letters"], dark["held"], dark["hand"]) == (
        "Deutsch",
        "200 %",
        "upright",
        "reach",
    )
    assert "<dt>memory of the run</dt><dd>312 MB</dd>" in text
    assert "<!--" not in text.replace("<!doctype", "")


def test_every_way_there_is_can_be_chosen_on_the_page() -> None:
    ways = ways_of(parser().parse_args(["--out", "x", "--all"]))
    data = told(page((drawn_of(PurePosixPath(f"{way.folder}/paid.png")) for way in ways), Around()))
    assert len(data["ways"]) == len(ways)
    for kind, values in data["orders"].items():
        assert {way[kind] for way in data["ways"]} == set(values)


def test_every_screen_has_a_place_on_the_page() -> None:
    assert {screen.value for screen in Screen} <= set(SCREENS)


def test_names_cannot_break_out_of_the_page() -> None:
    bad = '</script><script>alert(1)</script>"><img src=x onerror=alert(2)>'
    one = Drawn(situation=bad, variant="light-100", orientation="o", language="l")
    text = page([one], Around(screens={bad: "paid"}, icons=(bad,), figures=((bad, bad),)))
    assert "<script>alert" not in text
    assert "<img src=x" not in text
    assert told(text)["situations"][0]["name"] == bad


def test_the_page_tells_the_design_with_the_contrasts_that_are_checked() -> None:
    text = page([], Around(icons=("bag", "bag-light"), sounds=("scan",)))
    for mode in MODES:
        colours = DEFAULT.colours(mode)
        assert all(colours[name] in text for name in COLOURS if is_opaque(colours[name]))
        for pair in PAIRS:
            assert f"{contrast(colours[pair.ink], colours[pair.ground]):.1f}</b>" in text
    assert all(f"{size} px" in text for size in (*DEFAULT.type.values(), *DEFAULT.space.values()))
    assert text.count('src="assets/icons/bag') == 1
    assert 'data-file="assets/sounds/scan.wav"' in text


def test_the_page_needs_no_network() -> None:
    text = page([drawn_of(PurePosixPath("light-100/portrait/en/paid.png"))], Around())
    assert re.findall(r"(?:https?:)?//[a-z]", re.sub(r"//[^\n]*\n", "\n", text)) == []
    assert "fetch(" not in text


def test_the_index_lists_what_is_in_the_folder_with_what_it_is_written_with(tmp_path: Path) -> None:
    folder = tmp_path / "light-100" / "portrait" / "en"
    folder.mkdir(parents=True)
    (folder / "attract.png").write_bytes(b"")
    (tmp_path / "stray.png").write_bytes(b"")
    assert write_index(tmp_path) == 1
    text = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert [one["name"] for one in told(text)["situations"]] == ["attract"]
    assert told(text)["ways"][0]["thumbs"] is False
    named = re.findall(r'(?:src|href|data-file)="(assets/[^"]+)"|url\("(assets/[^"]+)"\)', text)
    assert len(named) > 50
    assert [path for pair in named for path in pair if path and not (tmp_path / path).exists()] == []
    (tmp_path / "thumbs" / "light-100" / "portrait" / "en").mkdir(parents=True)
    (tmp_path / "thumbs" / "light-100" / "portrait" / "en" / "attract.webp").write_bytes(b"")
    assert write_index(tmp_path) == 1
    assert told((tmp_path / "index.html").read_text(encoding="utf-8"))["ways"][0]["thumbs"] is True


@pytest.mark.parametrize("is_small", [False, True])
def test_a_picture_lies_where_the_page_looks_for_it_with_a_small_one(
    qapp: QGuiApplication, tmp_path: Path, is_small: bool
) -> None:
    create_application("en")
    assert draw(tmp_path, Way(), "help-idle", is_small) == (1, [])
    assert write_index(tmp_path) == 1
    ending = "webp" if is_small else "png"
    picture = QImage(str(tmp_path / f"light-100/portrait/en/help-idle.{ending}"))
    assert (picture.width(), picture.height()) == ((540, 960) if is_small else (1080, 1920))
    assert QImage(str(tmp_path / "thumbs/light-100/portrait/en/help-idle.webp")).width() == 360


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


def test_what_cannot_be_drawn_is_named_and_the_rest_is_drawn(qapp: QGuiApplication) -> None:
    create_application("en")
    idle, paid = (dict(situations("en"))[name] for name in ("attract", "help-idle"))
    wrong = Drawing(name="wrong", snapshot=idle, touches=("no such control",))
    kept: list[str] = []
    todo = [Drawing(name="first", snapshot=idle), wrong, Drawing(name="last", snapshot=paid)]
    missed = draw_way(Way(), todo, counter_frame(64, 36), lambda name, picture: kept.append(name))
    assert kept == ["first", "last"]
    assert missed == ["light-100/portrait/en/wrong: no control 'no such control' on the screen 'attract'"]
