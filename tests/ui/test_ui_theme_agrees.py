"""The screens' theme and the theme as data are the same, until the screens are bound to the data."""

import re

import pytest

from kiosk.ui.application import QML
from retail.theme import tokens
from retail.theme.default import DEFAULT

SOURCE = (QML / "Kiosk/Theme/Theme.qml").read_text(encoding="utf-8")
COLOURS = dict(re.findall(r'property color (\w+): "(#[0-9a-f]{6,8})"', SOURCE))
NUMBERS = {
    name: int(value) for name, value in re.findall(r"property int (\w+): (?:isStill \? 0 : )?(\d+)\n", SOURCE)
}
SOUNDS = QML.parents[2] / "assets" / "sounds"


def test_the_colours_are_the_same() -> None:
    assert DEFAULT.light == COLOURS
    assert set(COLOURS) == set(tokens.COLOURS)


@pytest.mark.parametrize("scale", ["type", "space", "motion"])
def test_the_scales_are_the_same(scale: str) -> None:
    told: dict[str, int] = getattr(DEFAULT, scale)
    assert {name: NUMBERS.get(name) for name in told} == told


def test_every_sound_is_there() -> None:
    assert [name for name in DEFAULT.sounds.values() if not (SOUNDS / f"{name}.wav").is_file()] == []
