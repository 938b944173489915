"""The ring of keys on every situation: all that shows and is enabled is in it once, in reading order."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtQuick import QQuickItem
from ui_window import Shown

from kiosk.ui.find import scene_rect, visible_items
from kiosk.ui.focus import name_of
from kiosk.ui.ring import is_control, is_within, list_of, main_of, ring, sheet_of
from kiosk.ui.samples import situations
from kiosk.ui.samples.tenders import EVERYTHING

SIZES = {"portrait": (1080, 1920), "landscape": (1920, 1080)}


@pytest.fixture(params=SIZES)
def every_situation(request: pytest.FixtureRequest, open_window: Callable[..., Shown]) -> Shown:
    return open_window(*SIZES[request.param], tenders=EVERYTHING)


# Seen now and then on a machine under load, while one situation takes the place of another in mid-animation.
@pytest.mark.qt_log_ignore("QUnifiedTimer::stopAnimationDriver", extend=True)
def test_every_control_is_reached_once_and_has_a_name(every_situation: Shown) -> None:
    shown, mistakes = every_situation, []
    for name, snapshot in situations("en"):
        shown.show(snapshot)
        window = shown.lane.window
        controls, sheet = ring(window), sheet_of(window)
        if len(set(controls)) != len(controls):
            mistakes.append(f"{name}: something is reached twice")
        for item in visible_items(window):
            is_expected = is_control(item) and item.isEnabled() and (sheet is None or is_within(item, sheet))
            if is_expected and item not in controls:
                mistakes.append(f"{name}: {item.objectName()} is not reached")
        mistakes += [f"{name}: {item.objectName()} has no name" for item in controls if not name_of(item)]
        mistakes += [f"{name}: {problem}" for problem in _disorder(controls)]
        main = main_of(controls)
        if controls and (main is None or main not in controls):
            mistakes.append(f"{name}: the focus has nowhere to begin")
    assert not mistakes, "\n".join(mistakes)


def _disorder(controls: tuple[QQuickItem, ...]) -> list[str]:
    """Neighbours in one box: the next is to the right in its row, or lower."""
    found = []
    for one, other in pairwise(controls):
        if one.parentItem() is not other.parentItem():
            continue
        first, second = scene_rect(one), scene_rect(other)
        is_right = second.left() >= first.right() - 1
        is_lower = second.top() >= first.top() + 1
        if not (is_right or is_lower):
            found.append(f"{other.objectName()} comes after {one.objectName()}")
    return found


def test_a_language_from_right_to_left_is_read_from_the_right(shown: Shown) -> None:
    shown.show(dict(situations("en"))["scanning-1"])
    left = [item.objectName() for item in ring(shown.lane.window)]
    right = [item.objectName() for item in ring(shown.lane.window, is_mirrored=True)]
    assert left != right
    assert sorted(left) == sorted(right)
    assert left.index("quantity-1") < left.index("remove-1")
    assert right.index("remove-1") < right.index("quantity-1")
    assert left.index("enterCode") < left.index("remove-1") < left.index("pay") < left.index("help")


def test_rows_of_a_list_stand_together(shown: Shown) -> None:
    shown.show(dict(situations("en"))["scanning-40"])
    controls = ring(shown.lane.window)
    within = [number for number, item in enumerate(controls) if list_of(item) is not None]
    assert len(within) > 4
    assert within == list(range(within[0], within[-1] + 1))
