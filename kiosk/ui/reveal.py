"""Scroll to a control that stands further down, as a finger would: for whoever steers a window by names.

Lists make their rows only near what they show, so what scrolls is looked through half a page at a time.
"""

import itertools

from PySide6.QtCore import QMetaObject, QPointF
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.ui.find import visible_items

PAGES_MAX = 64
"""How many halves of itself a part that scrolls is looked through for a control."""


def reveal(window: QQuickWindow, name: str) -> None:
    """Bring the control of this name into sight; nothing happens where there is none."""
    for item in _looked_up(window, name)[:1]:
        parent = item.parentItem()
        while parent is not None:
            if parent.inherits("QQuickFlickable"):
                _scroll(parent, item)
            parent = parent.parentItem()


def _looked_up(window: QQuickWindow, name: str) -> list[QQuickItem]:
    def hits() -> list[QQuickItem]:
        return [item for item in visible_items(window) if item.objectName() == name]

    parts = [item for item in visible_items(window) if item.inherits("QQuickFlickable")]
    for part, page in itertools.product(parts, range(PAGES_MAX)):
        if hits():
            break
        part.setProperty("contentY", min(page * part.height() / 2, _most(part)))
        if part.inherits("QQuickItemView"):
            QMetaObject.invokeMethod(part, "forceLayout")
    return hits()


def _most(flickable: QQuickItem) -> float:
    return max(0.0, float(flickable.property("contentHeight")) - flickable.height())


def _scroll(flickable: QQuickItem, item: QQuickItem) -> None:
    top = item.mapToItem(flickable, QPointF(0, 0)).y()
    if top < 0 or top + item.height() > flickable.height():
        over = max(0.0, item.height() - flickable.height()) / 2
        flickable.setProperty(
            "contentY", min(_most(flickable), max(0.0, flickable.property("contentY") + top + over))
        )
