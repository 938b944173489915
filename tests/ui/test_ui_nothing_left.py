"""Nothing of the last shopper remains: not in the picture, not in the accessibility tree, not in any object.

A window that has never served anybody is the measure. After every situation that a shopper can be in, with
whatever they typed and chose, the window of the next one must be that window: the same pixels, the same words
for who listens, and no text anywhere, seen or hidden, that a fresh window does not hold.

Source: docs/accessibility.md, "Privacy".
"""

import re
from collections.abc import Callable, Iterator

import numpy as np
import numpy.typing as npt
import pytest
from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QEvent, QModelIndex, QObject, QUrl
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtQuick import QQuickItem
from test_ui_tree import nodes
from ui_lane_of_rules import CHEESE, LaneOfRules
from ui_window import Shown, wait_until

from kiosk.checkout import commands as c
from kiosk.checkout.effects import Timer
from kiosk.checkout.snapshot import Snapshot
from kiosk.ui.comfort import Comfort
from kiosk.ui.samples import situations
from kiosk.ui.samples.flow import SampleGoods
from kiosk.ui.samples.goods import product
from kiosk.ui.samples.scanner import counter_frame
from kiosk.ui.samples.tenders import EVERYTHING
from tools.everyone.alike import is_alike_drawn

OBJECTS_MAX = 50_000
FIGURES = re.compile(r"[1-9]")
"""A nought is what a screen shows of nobody, once it is loaded."""
NAMES = frozenset(product(number).names[""] for number in range(8)) | {"Gouda"}
TELLING_LEAST = 3
"""A single digit says nothing of anybody."""
TEXTS = {"QString", "QUrl", "QStringList", "QVariantList", "QVariantMap", "QVariant"}


class Everything:
    """Whatever a window holds, as texts: bridges, models, and each item of the scene, shown or not."""

    def __init__(self, shown: Shown) -> None:
        self._shown = shown

    def texts(self) -> set[str]:
        """Every text there is."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        found: set[str] = set()
        for thing in self._objects():
            meta = thing.metaObject()
            for number in range(meta.propertyCount()):
                told = meta.property(number)
                if told.typeName() in TEXTS:
                    found.update(_texts_in(thing.property(told.name())))
            if isinstance(thing, QAbstractItemModel):
                found.update(_texts_of_model(thing))
        return found

    def _objects(self) -> Iterator[QObject]:
        lane = self._shown.lane
        waiting: list[QObject] = [lane._lane, lane.window, lane.window.contentItem()]
        known: set[int] = set()
        kept = []
        while waiting:
            thing = waiting.pop()
            if id(thing) in known or not isinstance(thing, QObject):  # PySide took it for another
                continue
            known.add(id(thing))
            kept.append(thing)
            assert len(kept) < OBJECTS_MAX
            yield thing
            waiting += thing.children()
            if isinstance(thing, QQuickItem):
                waiting += thing.childItems()
            waiting += [one for one in vars(thing).values() if isinstance(one, QObject)]


def _texts_in(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case QUrl():
            yield value.toString()
        case list() | tuple():
            for one in value:
                yield from _texts_in(one)
        case dict():
            for one in value.values():
                yield from _texts_in(one)
        case _:
            return


def _texts_of_model(model: QAbstractItemModel) -> Iterator[str]:
    for row in range(model.rowCount(QModelIndex())):
        index = model.index(row, 0)
        for role in model.roleNames():
            yield from _texts_in(model.data(index, role))


def heard(shown: Shown) -> list[str]:
    """What a screen reader finds, in its order."""
    kinds = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value)
    return [str(node.text(kind)) for node in nodes(shown) for kind in kinds]


@pytest.fixture
def two(open_window: Callable[..., Shown]) -> Iterator[tuple[Shown, Shown]]:
    """A window that has never served anybody, and one that will; both are read aloud."""
    was_active = QAccessible.isActive()
    QAccessible.setActive(True)
    still = Comfort(still=True)
    yield open_window(tenders=EVERYTHING, comfort=still), open_window(tenders=EVERYTHING, comfort=still)
    QAccessible.setActive(was_active)


def begin(shown: Shown) -> Snapshot:
    """The lane waits for its first shopper."""
    free = dict(situations("en"))["attract"]
    shown.lane.offer_goods(SampleGoods())
    shown.show(free)
    shown.settle()
    return free


def telling(texts: set[str], fresh: set[str]) -> set[str]:
    """Those that are somebody's: figures, amounts, codes and names of goods; not the shop's own words."""
    own = {text for text in texts - fresh if not text.startswith("file:")}
    return {text for text in own if len(text) >= TELLING_LEAST and (text in NAMES or FIGURES.search(text))}


def leave(served: Shown, fresh: Shown, before: set[str], free: Snapshot) -> None:
    """The shopper has gone: nothing of them is anywhere, whether it was seen or not."""
    served.show(free)
    everything = Everything(served)
    wait_until(lambda: not telling(everything.texts(), before), "the last shopper's texts to be gone")
    wait_until(lambda: heard(served) == heard(fresh), "the first screen to be heard as it was")
    wait_until(lambda: is_alike_drawn(drawn(served), drawn(fresh)), "the first screen to be as it was")


def drawn(shown: Shown) -> npt.NDArray[np.uint8]:
    """What the window shows now: height x width x channels."""
    image = shown.lane.grab().convertToFormat(QImage.Format.Format_RGBA8888)
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
    return pixels.copy()  # the image ends here


@pytest.mark.parametrize(
    ("situation", "touches"),
    [
        ("scanning-member", ()),
        ("scanning-coupons", ("enterCode", "key0", "key1", "key7", "key1", "key6")),
        ("scanning-8", ("comfort", "mode-high_contrast", "text-200")),
        ("tender-split", ()),
        ("receipt", ()),
    ],
)
def test_whoever_comes_next_finds_a_lane_that_served_nobody(
    two: tuple[Shown, Shown], situation: str, touches: tuple[str, ...]
) -> None:
    fresh, served = two
    begin(fresh)
    free = begin(served)
    before = Everything(served).texts()
    served.show(dict(situations("en"))[situation])
    served.lane.preview(counter_frame())
    served.settle()
    for control in touches:
        served.touch(control)
    assert telling(Everything(served).texts(), before), (
        "this situation tells nothing of a shopper, so that it proves nothing"
    )
    leave(served, fresh, before, free)
    assert served.lane.comfort.chosen == Comfort(still=True)


@pytest.mark.parametrize("how", ["cancels", "walks away"])
def test_nothing_is_left_of_a_purchase_that_was_given_up(two: tuple[Shown, Shown], how: str) -> None:
    fresh, served = two
    free = begin(fresh)
    begin(served)
    before = Everything(served).texts()
    lane = LaneOfRules(served)
    lane.scan(CHEESE)
    served.settle()
    texts = Everything(served).texts()
    assert "Gouda" in telling(texts, before)
    if how == "cancels":
        lane.touch("cancel")
        lane.do(c.FireTimer(timer=Timer.CANCEL.value))
    else:
        for timer in (Timer.IDLE, Timer.ABANDONED):
            lane.do(c.FireTimer(timer=timer.value))
    assert lane.state.transaction is None
    leave(served, fresh, before, free)


def test_one_word_or_one_shade_more_is_seen(two: tuple[Shown, Shown]) -> None:
    picture = drawn(two[0])
    shaded, written = picture.copy(), picture.copy()
    shaded[1500:1502, 10:12, 0] ^= 1
    written[1500:1502, 10:40] = 255
    assert is_alike_drawn(picture, picture.copy())
    assert not is_alike_drawn(picture, shaded)
    assert not is_alike_drawn(picture, written)
