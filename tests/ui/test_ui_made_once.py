"""What the screens are made of is made once, while nobody waits; a step, a scan, a language only change it.

Timing is measured by `benchmarks.screens`; here stands what keeps it short on any machine.
"""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtQuick import QQuickItem
from ui_window import Shown, wait_until

from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.state import Phase, State
from kiosk.ui.basket_model import BasketModel
from kiosk.ui.find import centre
from kiosk.ui.samples import READY, situations, snapshot
from kiosk.ui.samples.goods import sale
from kiosk.ui.screens import Screen, screen_of

SITUATIONS = dict(situations("en"))
ONE_OF_EACH = {screen_of(shown): name for name, shown in SITUATIONS.items()}
LONG = 20
"""Lines of a basket of far more rows than the screen has."""


def _slots(shown: Shown) -> dict[str, QQuickItem]:
    stage = shown.lane.window.contentItem().childItems()[0]
    return {
        str(item.property("name")): item
        for item in stage.childItems()
        if isinstance(item.property("turn"), int)
    }


def _screens(shown: Shown) -> dict[str, QQuickItem | None]:
    return {name: slot.property("item") for name, slot in _slots(shown).items()}


@pytest.fixture
def warm(open_window: Callable[..., Shown]) -> Shown:
    """A window that was left alone for long enough."""
    shown = open_window()
    window = shown.lane.window
    window.setProperty("warm", window.property("screens"))
    wait_until(lambda: all(_screens(shown).values()), "every screen to be made")
    return shown


def test_a_lane_left_alone_has_made_every_screen(warm: Shown) -> None:
    slots = _slots(warm)
    turns = [slot.property("turn") for slot in slots.values()]
    assert set(slots) == {screen.value for screen in Screen}
    assert sorted(turns) == list(range(int(warm.lane.window.property("screens"))))


def test_no_screen_is_made_or_dropped_while_a_shopper_goes_from_one_to_the_next(warm: Shown) -> None:
    before = _screens(warm)
    for name in ONE_OF_EACH.values():
        warm.show(SITUATIONS[name])
    assert set(ONE_OF_EACH) == set(Screen)
    assert _screens(warm) == before


def _scanning(lines: int, language: str = "en") -> Snapshot:
    state = State(language=language, devices=READY, phase=Phase.SCANNING, transaction=sale(lines))
    return snapshot(state)


def test_a_scan_makes_the_row_that_came_however_long_the_basket_is(
    monkeypatch: pytest.MonkeyPatch, open_window: Callable[..., Shown]
) -> None:
    made: list[int] = []
    data = BasketModel.data

    def told(self: BasketModel, index: object, role: int = 0) -> object:
        if self.roleNames().get(role) == b"lineId":  # read once for every row that is made
            made.append(role)
        return data(self, index, role)  # type: ignore[arg-type]

    monkeypatch.setattr(BasketModel, "data", told)
    shown = open_window()
    for lines in range(1, LONG + 1):
        made.clear()
        shown.show(_scanning(lines))
        wait_until(
            lambda: f"remove-{lines}" in {item.objectName() for item, _ in shown.buttons()},  # noqa: B023
            "the new row",
        )
        assert 1 <= len(made) <= 2, lines  # the list may drop it once while it moves, and take it again


def test_another_language_makes_no_key_anew(warm: Shown) -> None:
    warm.show(_scanning(3))

    def keys() -> list[QQuickItem]:
        found: list[QQuickItem] = []
        left = [warm.lane.window.contentItem()]
        while left:
            item = left.pop()
            left += item.childItems()
            if item.objectName() in {"keyQ", "keyY", "keyZ"}:
                found.append(item)
        return found

    before = keys()
    assert before
    warm.show(_scanning(3, "de"))
    assert set(keys()) == set(before)
    assert {item.property("text") for item in keys()} == {"Q", "Y", "Z"}


@pytest.mark.parametrize(
    ("situation", "control"),
    [
        ("attract", "start"),
        ("attract", "languageDe"),
        ("attract", "help"),
        ("scanning-8", "pay"),
        ("scanning-8", "removeLast"),
        ("scanning-8", "quantity-8"),
        ("notfound-unknown", "done"),
        ("tender", "payCard"),
        ("receipt", "receiptPaper"),
    ],
)
def test_a_finger_is_seen_before_the_lane_has_answered(shown: Shown, situation: str, control: str) -> None:
    shown.show(SITUATIONS[situation])
    shown.settle()
    item = shown.lane.find_control(control)
    place = centre(item).toPoint()

    def face() -> bytes:
        corner = item.mapToScene(QPoint(0, 0)).toPoint()
        size = item.size().toSize()
        return bytes(shown.lane.grab().copy(corner.x(), corner.y(), size.width(), size.height()).constBits())

    at_rest = face()
    shown.hold_at(place.x(), place.y())
    assert face() != at_rest
    assert not shown.posted
