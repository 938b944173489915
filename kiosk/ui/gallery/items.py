"""Items a picture is drawn from: the page of parts, an item on the counter, the shop's window, timers."""

from collections.abc import Iterator
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QObject, QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtQml import QQmlComponent, qmlEngine
from PySide6.QtQuick import QQuickItem

from kiosk.devices.scanner import PreviewFrame
from kiosk.ui.application import ASSETS, LaneWindow

ITEM, ITEM_SHARE = "candy", 0.6
"""What lies on the counter where staff are asked about an item."""


def item_frame(counter: PreviewFrame) -> PreviewFrame:
    """An item on the counter, as staff see what they are asked about."""
    picture = QImage(
        counter.rgb, counter.width, counter.height, counter.bytes_per_line, QImage.Format.Format_RGB888
    ).copy()
    item = QImage(str(ASSETS / "products" / f"{ITEM}.png"))
    side = round(counter.height * ITEM_SHARE)
    painter = QPainter(picture)
    place = QRect((counter.width - side) // 2, (counter.height - side) // 2, side, side)
    painter.drawImage(
        place.topLeft(),
        item.scaled(place.size(), mode=Qt.TransformationMode.SmoothTransformation),
    )
    painter.end()
    return replace(counter, rgb=bytes(picture.constBits()), bytes_per_line=picture.bytesPerLine(), marks=())


def slides_in(window: LaneWindow) -> QQuickItem:
    """Where the shop's window is on the waiting screen."""
    found = [item for item in _below(window.window.contentItem()) if item.objectName() == "windowSlides"]
    if len(found) != 1:
        raise LookupError(f"{len(found)} places for the shop's window on {window.screen_name()!r}")
    return found[0]


def is_loading(item: QQuickItem) -> bool:
    """Whether it is a picture that is still read, by a thread beside."""
    if not item.inherits("QQuickImageBase") or not item.property("asynchronous"):
        return False
    return bool(item.property("source").toString()) and item.property("progress") < 1


def _below(item: QQuickItem) -> Iterator[QQuickItem]:
    for child in item.childItems():
        yield child
        yield from _below(child)


def parts_page(window: LaneWindow) -> QQuickItem:
    """The page of parts, over everything else in the window."""
    engine = qmlEngine(window.window)
    if engine is None:
        raise RuntimeError("the window has no engine")
    component = QQmlComponent(engine)
    component.loadFromModule("Kiosk.Gallery", "PartsPage")
    item = component.create()
    if not isinstance(item, QQuickItem):
        raise RuntimeError(component.errorString())
    item.setParent(window.window)  # else it ends with the component
    item.setParentItem(window.window.contentItem())
    item.setSize(window.window.size().toSizeF())
    return item


def draw_parts(window: LaneWindow, file: Path) -> None:
    """Every part in every state, in the window's comfort."""
    item = parts_page(window)
    QCoreApplication.processEvents()
    window.grab().save(str(file))
    item.setVisible(False)
    item.deleteLater()


def timers_in(window: LaneWindow) -> Iterator[QObject]:
    """The timers of the window and of every item that can be seen."""
    yield from _timers_of(window.window)
    yield from _timers_below(window.window.contentItem())


def _timers_below(item: QQuickItem) -> Iterator[QObject]:
    if not item.isVisible():
        return
    yield from _timers_of(item)
    for child in item.childItems():
        yield from _timers_below(child)


def _timers_of(thing: QObject) -> Iterator[QObject]:
    return (child for child in thing.children() if child.inherits("QQmlTimer"))
