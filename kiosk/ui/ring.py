"""The order in which keys walk through what can be touched: one ring for every screen and sheet.

Nothing is declared per screen: the tree of items is walked, and whatever a finger could press now is in the
ring. An item with `holdsFocus` (a sheet) keeps the ring inside itself for as long as it shows.

Source: EN 301 549, 11.2.1.2 (no keyboard trap) and 11.2.4.3 (focus order).
Invariants: every control that shows and is enabled is in the ring once; what stands together stays
together; the layers of the window (screen, sheets, bar) come one after the other, in a layer it is reading
order.
"""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QObject, QRectF
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.ui.find import DEPTH_MAX, centre, scene_rect

LAYERS = 2
"""Levels of the tree whose items stand over each other, not beside: the window's and the stage's."""
SAME_ROW = 0.5
"""Of the lower of two: what overlaps by more than this stands in one row."""
PRIMARY = 0
"""`TouchButton.Kind.Primary`."""
BESIDE = ("language", "comfort", "keypadClose", "doorClose", "formClose", "sheetClose")
"""How the names of controls begin that no screen is about."""


def is_control(item: QQuickItem) -> bool:
    """Whether a finger presses it as a whole."""
    return bool(item.inherits("QQuickAbstractButton"))


def sheet_of(window: QQuickWindow) -> QQuickItem | None:
    """What stands over the screen and keeps the keys inside; the topmost of several."""
    found = None
    for item in _shown(window.contentItem(), 0):
        if item.property("holdsFocus") is True:
            found = item
    return found


def ring(window: QQuickWindow, *, is_mirrored: bool = False) -> tuple[QQuickItem, ...]:
    """Every control that can be pressed now, in the order in which keys reach it."""
    root = sheet_of(window)
    area = QRectF(0, 0, window.width(), window.height())
    if root is None:
        return tuple(_controls(window.contentItem(), area, 0, is_mirrored))
    return tuple(_controls(root, area, LAYERS + 1, is_mirrored))


def main_of(controls: Sequence[QQuickItem]) -> QQuickItem | None:
    """The control a screen is about: its one primary button, its first choice, else the first of all."""
    for control in controls:
        if control.property("kind") == PRIMARY or control.property("isFirst") is True:
            return control
    own = (control for control in controls if not control.objectName().startswith(BESIDE))
    return next(own, controls[-1] if controls else None)


def list_of(item: QQuickItem) -> QQuickItem | None:
    """The list or page that scrolls the item, if it stands in one."""
    parent = item.parentItem()
    while parent is not None:
        if parent.inherits("QQuickFlickable"):
            return parent
        parent = parent.parentItem()
    return None


def is_within(item: QQuickItem, root: QObject) -> bool:
    """Whether `root` is among the items around `item`."""
    parent: QQuickItem | None = item
    while parent is not None:
        if parent is root:
            return True
        parent = parent.parentItem()
    return False


def _shown(item: QQuickItem, depth: int) -> Iterator[QQuickItem]:
    if depth > DEPTH_MAX or not item.isVisible():
        return
    yield item
    for child in item.childItems():
        yield from _shown(child, depth + 1)


def _controls(item: QQuickItem, area: QRectF, depth: int, is_mirrored: bool) -> list[QQuickItem]:
    if depth > DEPTH_MAX or not item.isVisible() or item.opacity() <= 0:
        return []
    if is_control(item):
        return [item] if item.isEnabled() and area.contains(centre(item)) else []
    inside = area.intersected(scene_rect(item)) if item.clip() else area
    groups = [_controls(child, inside, depth + 1, is_mirrored) for child in item.childItems()]
    groups = [group for group in groups if group]
    if depth >= LAYERS and len(groups) > 1:
        groups = _in_reading_order(groups, is_mirrored)
    return [control for group in groups for control in group]


def _in_reading_order(groups: list[list[QQuickItem]], is_mirrored: bool) -> list[list[QQuickItem]]:
    """Row by row from the top, and within a row along the language."""
    left = sorted(((_around(group), group) for group in groups), key=lambda one: one[0].top())
    ordered: list[list[QQuickItem]] = []
    while left:
        first = left[0][0]
        row = [one for one in left if _in_one_row(first, one[0])]
        left = [one for one in left if not _in_one_row(first, one[0])]
        row.sort(key=lambda one: -one[0].right() if is_mirrored else one[0].left())
        ordered += [group for _, group in row]
    return ordered


def _around(group: Sequence[QQuickItem]) -> QRectF:
    around = QRectF()
    for control in group:
        around = around.united(scene_rect(control))
    return around


def _in_one_row(one: QRectF, other: QRectF) -> bool:
    common = min(one.bottom(), other.bottom()) - max(one.top(), other.top())
    return common > SAME_ROW * min(one.height(), other.height())
