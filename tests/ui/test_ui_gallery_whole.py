"""Whatever a lane can show stands on some picture: every screen, part, control by name, step of joining.

What stands on a picture is compared, audited and looked through; what does not, nobody sees before a shopper.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args, get_type_hints

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem

from kiosk.checkout.state import Phase
from kiosk.ui.application import QML, create_application
from kiosk.ui.comfort import Comfort
from kiosk.ui.find import visible_items
from kiosk.ui.gallery.draw import ORIENTATIONS, Stage
from kiosk.ui.gallery.sheets import SHEETS, drawings
from kiosk.ui.samples import situations
from kiosk.ui.samples.scanner import counter_frame
from kiosk.ui.screens import Screen, screen_of
from kiosk.ui.views.joins import JoinView
from retail.languages import LANGUAGES

WAYS = (("portrait", Comfort()), ("landscape", Comfort(text_percent=200, reach=True)))
"""What has room in one way only is in one of these."""
SMALL = {"portrait": (270, 480), "landscape": (480, 270)}
UNSEEN = {"Main", "Theme", "PartsPage"}
"""The window itself, what has no looks, and the page of parts."""


@pytest.fixture
def walked(qapp: QGuiApplication, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The types and names of all that is seen on any picture."""
    create_application("en")
    seen: set[str] = set()
    wanted = parts() | set(names())
    for orientation in ORIENTATIONS:  # what is where does not depend on how many pixels draw it
        monkeypatch.setitem(ORIENTATIONS, orientation, SMALL[orientation])
    for orientation, comfort in WAYS:
        stage = Stage(orientation, "en", comfort, counter_frame(64, 36))
        # What is brought over a screen, first: most of it shows the screen as well.
        for drawing in sorted(drawings("en"), key=lambda one: not one.is_brought):
            for _ in stage.steps(drawing):
                stage.settle()
                seen |= set(looks(stage))
            stage.put_away(drawing)
            if wanted <= seen:
                break
        stage.close()
    return seen


def looks(stage: Stage) -> Iterator[str]:
    for item in visible_items(stage.window.window):
        yield from types_of(item)
        yield item.objectName()


def types_of(item: QQuickItem) -> Iterator[str]:
    meta = item.metaObject()
    while meta is not None:
        yield meta.className().partition("_QML")[0]
        meta = meta.superClass()


def parts() -> set[str]:
    return {path.stem for path in QML.rglob("*.qml")} - UNSEEN


def names() -> dict[str, Path]:
    """Controls that are named in the screens, word for word."""
    found = {}
    for path in sorted(QML.rglob("*.qml")):
        for name in re.findall(r'^ +objectName: "([\w-]+)"$', path.read_text(encoding="utf-8"), re.MULTILINE):
            found[name] = path
    return found


def test_every_part_and_every_named_control_stands_on_a_picture(walked: set[str]) -> None:
    assert sorted(parts() - walked) == []
    assert {name: path.name for name, path in names().items() if name not in walked | NOT_SEEN} == {}


NOT_SEEN = {"comfortForget"}
"""A timer, which has no looks."""


def test_every_screen_and_every_phase_has_a_situation() -> None:
    at = dict(situations("en"))
    assert {screen_of(snapshot) for snapshot in at.values()} == set(Screen)
    assert {snapshot.state.phase for snapshot in at.values()} == set(Phase)


def test_every_step_of_joining_is_drawn() -> None:
    drawn = {one.name for one in drawings("en")}
    answers = set(get_args(get_type_hints(JoinView)["step"])) - {""}
    steps = {"choose", "number", "agree", "sent"} | (answers - {"refused"})
    assert {f"join-{step}" for step in steps} <= drawn
    assert len([name for name in drawn if name.startswith("join-refused-")]) > 2


def test_the_same_pictures_are_drawn_in_every_language() -> None:
    first, *others = ([one.name for one in drawings(language)] for language in LANGUAGES)
    assert len(set(first)) == len(first)
    assert all(names == first for names in others)


def test_what_is_touched_is_touched_over_a_situation_that_is_there() -> None:
    assert set(SHEETS) <= set(dict(situations("en")))
