"""The screens know every name of the theme as data, and no other colour."""

import re
from pathlib import Path

import pytest

from kiosk.ui.application import QML
from retail.theme import tokens
from retail.theme.default import DEFAULT

SOURCE = (QML / "Kiosk/Theme/Theme.qml").read_text(encoding="utf-8")
SCREENS = sorted([*(QML / "Kiosk/Screens").glob("*.qml"), *(QML / "Kiosk/Parts").glob("*.qml")])
SOUNDS = QML.parents[2] / "assets" / "sounds"


def test_the_colours_are_those_of_the_theme() -> None:
    bound = re.findall(r"property color (\w+): colours\.(\w+)\n", SOURCE)
    assert [name for name, source in bound if name != source] == []
    assert [name for name, _ in bound] == list(tokens.COLOURS)
    assert "#" not in SOURCE


@pytest.mark.parametrize(
    ("scale", "where"), [("type", "type"), ("space", "comfort.space"), ("motion", "comfort.motion")]
)
def test_the_scales_are_those_of_the_theme(scale: str, where: str) -> None:
    names: tuple[str, ...] = getattr(tokens, scale.upper())
    assert [
        name for name in names if not re.search(rf"property int {name}: .*{where}\.{name}\b", SOURCE)
    ] == []


@pytest.mark.parametrize("path", SCREENS, ids=lambda path: path.stem)
def test_no_screen_has_a_colour_of_its_own(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert re.findall(r'"#[0-9a-fA-F]{3,8}"|color: "(?!transparent)\w+"', source) == []


def test_every_sound_is_there() -> None:
    assert [name for name in DEFAULT.sounds.values() if not (SOUNDS / f"{name}.wav").is_file()] == []
