"""The camera's picture of the item on the attendant layer: beside its intervention, large at a touch."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QImage
from ui_window import Shown, wait_until

from kiosk.devices.scanner import PreviewFrame
from kiosk.ui.samples import situations

SITUATIONS = dict(situations("en"))
PINK = (0xD0, 0x20, 0x80)


def photo() -> PreviewFrame:
    return PreviewFrame(width=320, height=180, bytes_per_line=960, rgb=bytes(PINK) * 320 * 180)


class Camera:
    """The lane's pictures; only those of `has` can be found."""

    def __init__(self, shown: Shown, *has: int) -> None:
        self._shown, self._has = shown, set(has)
        shown.lane.show_item_pictures(lambda number: photo() if number in self._has else None)
        shown.lane.item_pictures_changed()

    def forget(self, number: int) -> None:
        self._has.discard(number)
        self._shown.lane.item_pictures_changed()


def has(shown: Shown, name: str) -> bool:
    return name in {item.objectName() for item, _ in shown.items()}


def pink(shown: Shown) -> int:
    """How much of the screen it fills, in pixels."""
    image = shown.lane.grab().convertToFormat(QImage.Format.Format_RGB888)
    rows = (bytes(image.constScanLine(row))[: 3 * image.width()] for row in range(image.height()))
    return sum(row.count(bytes(PINK)) for row in rows)


@pytest.fixture(params=[(1080, 1920), (1920, 1080)], ids=["portrait", "landscape"])
def layer(open_window: Callable[..., Shown], request: pytest.FixtureRequest) -> Shown:
    shown = open_window(*request.param)
    shown.show(SITUATIONS["staff-four"])
    shown.settle()
    return shown


def test_it_stands_where_the_shops_own_picture_stood_and_goes_with_it(layer: Shown) -> None:
    assert not has(layer, "photo-1")
    camera = Camera(layer, 1)
    wait_until(lambda: has(layer, "photo-1"), "the picture")
    assert not has(layer, "photo-2"), "another one has none"
    wait_until(lambda: pink(layer) > 3_000, "its pixels")
    camera.forget(1)
    wait_until(lambda: not has(layer, "photo-1"), "no picture")
    wait_until(lambda: pink(layer) == 0, "none of its pixels")


def test_a_touch_shows_it_large_and_another_puts_it_away(layer: Shown) -> None:
    Camera(layer, 1)
    wait_until(lambda: has(layer, "photo-1"), "the picture")
    layer.touch("photo-1")
    wait_until(lambda: has(layer, "photo-large"), "the large one")
    wait_until(lambda: pink(layer) > 300_000, "its pixels")
    layer.touch_at(200, 320)  # over a button
    wait_until(lambda: not has(layer, "photo-large"), "the layer")
    assert layer.posted == [], "looking decides nothing"


def test_a_large_one_goes_when_it_must_not_be_shown_any_more(layer: Shown) -> None:
    camera = Camera(layer, 1)
    wait_until(lambda: has(layer, "photo-1"), "the picture")
    layer.touch("photo-1")
    wait_until(lambda: has(layer, "photo-large"), "the large one")
    camera.forget(1)
    wait_until(lambda: not has(layer, "photo-large"), "the layer")
    wait_until(lambda: pink(layer) == 0, "none of its pixels")
