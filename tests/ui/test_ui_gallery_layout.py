"""What touches, answers, the shop's window and keys bring over the screens is laid out well, in every way.

The same drawings as the gallery's; situations alone are walked by `test_ui_layout` and
`test_ui_comfort_layout`. In every run each is walked once, in one of a few ways; `-m slow` walks all in all.
"""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication
from test_ui_layout import button_mistakes, text_mistakes
from ui_window import Shown

from kiosk.ui.application import create_application
from kiosk.ui.comfort import TEXT_PERCENTS, Comfort, Mode
from kiosk.ui.find import scene_rect
from kiosk.ui.focus import name_of
from kiosk.ui.gallery.draw import ORIENTATIONS, Stage
from kiosk.ui.gallery.drawing import Drawing
from kiosk.ui.gallery.sheets import drawings
from kiosk.ui.ring import ring
from kiosk.ui.samples.scanner import counter_frame
from retail.languages import LANGUAGES

STAFF = ("staff-", "door")
"""The layer of staff, who reach as far as they always do."""
WAYS = [
    ("portrait", "de", Comfort(text_percent=200, mode=Mode.HIGH_CONTRAST)),
    ("landscape", "de", Comfort(text_percent=200, left_handed=True)),
    ("portrait", "en", Comfort(reach=True, text_percent=200, mode=Mode.DARK)),
    ("landscape", "zh", Comfort(reach=True, text_percent=150)),
    ("portrait", "ar", Comfort(reach=True, text_percent=200)),
    ("landscape", "fr", Comfort(reach=True)),
    ("portrait", "es", Comfort()),
]
EVERY = [
    (orientation, language, Comfort(text_percent=percent, reach=reach))
    for orientation in ORIENTATIONS
    for language in LANGUAGES
    for percent in TEXT_PERCENTS
    for reach in (False, True)
]


class OnStage(Shown):
    """What is asked of a window, of one that stands on a stage."""

    def __init__(self, stage: Stage) -> None:
        self.lane = stage.window


def mistakes_of(way: tuple[str, str, Comfort], share: int = 0, of: int = 1) -> list[str]:
    """What is wrong with every `of`th drawing, beginning with the `share`th."""
    orientation, language, comfort = way
    stage = Stage(orientation, language, comfort, counter_frame(64, 36))
    brought = [one for one in drawings(language) if one.is_brought]
    found = [
        f"{one.name}: {mistake}" for one in brought[share::of] for mistake in _mistakes(stage, one, comfort)
    ]
    stage.close()
    return found


def _mistakes(stage: Stage, drawing: Drawing, comfort: Comfort) -> list[str]:
    for _ in stage.steps(drawing):
        stage.settle()
    shown = OnStage(stage)
    found = [*button_mistakes(shown, has_veil=True), *text_mistakes(shown, has_veil=True)]
    found += _out_of_order(shown)
    if comfort.reach and not drawing.name.startswith(STAFF):
        found += _out_of_reach(shown)
    stage.put_away(drawing)
    return found


def _out_of_order(shown: Shown) -> Iterator[str]:
    """What keys come by: every control once, each with a name."""
    controls = ring(shown.lane.window)
    if len(set(controls)) != len(controls):
        yield "something is reached twice by keys"
    yield from (f"{item.objectName()} has no name" for item in controls if not name_of(item))


def _out_of_reach(shown: Shown) -> Iterator[str]:
    middle = shown.lane.window.height() / 2
    for item, seen in shown.buttons():
        if item.isEnabled() and seen.top() < middle - 1:
            yield f"{item.objectName()} begins {middle - scene_rect(item).top():.0f} px above the middle"


@pytest.mark.parametrize("share", range(len(WAYS)), ids=lambda share: f"way-{share}")
def test_what_comes_over_the_screens_is_laid_out_well(qapp: QGuiApplication, share: int) -> None:
    create_application("en")
    found = mistakes_of(WAYS[share], share, len(WAYS))
    assert not found, "\n".join(found)


@pytest.mark.slow
@pytest.mark.parametrize(
    "way", EVERY, ids=lambda way: f"{way[0]}-{way[1]}-{way[2].text_percent}{'-reach' * way[2].reach}"
)
def test_what_comes_over_the_screens_is_laid_out_well_in_every_way(
    qapp: QGuiApplication, way: tuple[str, str, Comfort]
) -> None:
    create_application("en")
    found = mistakes_of(way)
    assert not found, "\n".join(found)
