"""Finding what is on the screen: for scripts that steer the lane and for tests.

Qt's own `findChild` does not see the rows of lists, so the tree of items is walked.
"""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtQuick import QQuickItem, QQuickWindow

DEPTH_MAX = 60


def visible_items(window: QQuickWindow) -> Iterator[QQuickItem]:
    """Every visible item with an area whose centre lies inside the window, parents before children."""
    yield from _visible(window.contentItem(), QRectF(0, 0, window.width(), window.height()), 0)


def _visible(item: QQuickItem, area: QRectF, depth: int) -> Iterator[QQuickItem]:
    if depth > DEPTH_MAX or not item.isVisible():
        return
    inside = area
    if item.clip():
        inside = area.intersected(scene_rect(item))
    if depth and item.width() > 0 and item.height() > 0 and area.contains(centre(item)):
        yield item
    for child in item.childItems():
        yield from _visible(child, inside, depth + 1)


def scene_rect(item: QQuickItem) -> QRectF:
    """Where the item is in its window."""
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def centre(item: QQuickItem) -> QPointF:
    """The middle of the item in its window: where a touch goes."""
    return item.mapToScene(QPointF(item.width() / 2, item.height() / 2))
