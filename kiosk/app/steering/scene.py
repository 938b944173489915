"""Whether a finger would reach a control. Only for `kiosk.app.steering`, not part of packaged builds.

Qt delivers a touch to the frontmost item that takes touches; a dialog over a button, or a screen that still
fades away, takes it instead. A script must not press what a shopper could not.

Invariants: reads the scene, changes nothing.
"""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtQuick import QQuickItem, QQuickWindow


def cover_of(window: QQuickWindow, item: QQuickItem, point: QPointF) -> str:
    """What would take a touch at `point` (scene) instead of `item`; empty if nothing would."""
    top = _touched(window.contentItem(), point)
    if top is None:
        return "nothing that takes touches"
    within: QQuickItem | None = top
    while within is not None:
        if within == item:
            return ""
        within = within.parentItem()
    return top.objectName() or top.metaObject().className()


def _touched(item: QQuickItem, point: QPointF) -> QQuickItem | None:
    """The frontmost item at a scene point that takes touches."""
    if not (item.isVisible() and item.isEnabled()):
        return None
    inside = item.contains(item.mapFromScene(point))
    if item.clip() and not inside:
        return None
    in_order = sorted(item.childItems(), key=lambda child: child.z())
    behind = [child for child in in_order if child.z() < 0]
    for child in reversed(in_order[len(behind) :]):
        if (hit := _touched(child, point)) is not None:
            return hit
    if inside and item.acceptedMouseButtons() != Qt.MouseButton.NoButton:
        return item
    for child in reversed(behind):
        if (hit := _touched(child, point)) is not None:
            return hit
    return None
