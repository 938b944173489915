"""Whether a finger would reach a control, and what a screen reader would find. Only for `kiosk.app.steering`,
not part of packaged builds.

Qt delivers a touch to the frontmost item that takes touches; a dialog over a button, or a screen that still
fades away, takes it instead. A script must not press what a shopper could not.

Invariants: reads the scene, changes nothing.
"""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtQuick import QQuickItem, QQuickWindow

DEPTH_MAX = 40
WORDS_MAX = 2_000


def words_of(window: QQuickWindow) -> list[str]:
    """Names, values and descriptions in the accessibility tree of what shows, in its order."""
    if not QAccessible.isActive():
        QAccessible.setActive(True)
    root = QAccessible.queryAccessibleInterface(window)
    found: list[str] = []
    for node in _shown_below(root, 0) if root is not None else ():
        told = (QAccessible.Text.Name, QAccessible.Text.Value, QAccessible.Text.Description)
        found += [words for words in (str(node.text(one)) for one in told) if words.strip()]
        if len(found) >= WORDS_MAX:
            break
    return found[:WORDS_MAX]


def _shown_below(node: QAccessibleInterface, depth: int) -> Iterator[QAccessibleInterface]:
    if depth and node.state().invisible:
        return
    yield node
    for number in range(node.childCount() if depth < DEPTH_MAX else 0):
        child = node.child(number)
        if child is not None:
            yield from _shown_below(child, depth + 1)


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
