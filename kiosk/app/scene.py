"""Find the item of the screen that a finger would touch. Only for `kiosk.app.steering`, not packaged.

A control counts only if a shopper could press it: visible, enabled, inside the window, and with nothing
lying over its centre that would take the touch.

Invariants: reads the scene, changes nothing.
"""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, Qt
from PySide6.QtQuick import QQuickItem, QQuickWindow

ITEMS_MAX = 20_000
"""More items than any screen of ours; a scene beyond it is searched no further."""


class NotTouchableError(LookupError):
    """No finger could press this control now; the text says why."""


def centre_of(window: QQuickWindow, name: str) -> QPointF:
    """Where to touch the control `name`, in window coordinates. Raises `NotTouchableError`."""
    found = [item for item in _items(window) if item.objectName() == name]
    if not found:
        raise NotTouchableError(f"there is no control {name!r} on the screen")
    seen = [item for item in found if item.isVisible() and _opacity(item) > 0]
    if not seen:
        raise NotTouchableError(f"the control {name!r} is not visible")
    usable = [item for item in seen if item.isEnabled()]
    if not usable:
        raise NotTouchableError(f"the control {name!r} is disabled")
    if len(usable) > 1:
        raise NotTouchableError(f"there are {len(usable)} controls {name!r} on the screen")
    item = usable[0]
    point = item.mapToScene(QPointF(item.width() / 2, item.height() / 2))
    if not (0 <= point.x() < window.width() and 0 <= point.y() < window.height()):
        raise NotTouchableError(f"the control {name!r} lies outside the window")
    top = _touched(window.contentItem(), point)
    if top is None or not _is_within(top, item):
        cover = (top.objectName() or top.metaObject().className()) if top is not None else "nothing touchable"
        raise NotTouchableError(f"the control {name!r} is covered by {cover}")
    return point


def _items(window: QQuickWindow) -> Iterator[QQuickItem]:
    waiting = [window.contentItem()]
    for _ in range(ITEMS_MAX):
        if not waiting:
            return
        item = waiting.pop()
        yield item
        waiting.extend(item.childItems())


def _opacity(item: QQuickItem | None) -> float:
    """What is left of the item's opacity after all its parents'."""
    opacity = 1.0
    while item is not None:
        opacity *= item.opacity()
        item = item.parentItem()
    return opacity


def _touched(item: QQuickItem, point: QPointF) -> QQuickItem | None:
    """The topmost item at a scene point that takes touches, as Qt Quick delivers them: front to back."""
    if not (item.isVisible() and item.isEnabled()):
        return None
    inside = item.contains(item.mapFromScene(point))
    if item.clip() and not inside:
        return None
    in_order = sorted(item.childItems(), key=QQuickItem.z)
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


def _is_within(item: QQuickItem | None, ancestor: QQuickItem) -> bool:
    while item is not None:
        if item is ancestor or item == ancestor:
            return True
        item = item.parentItem()
    return False
