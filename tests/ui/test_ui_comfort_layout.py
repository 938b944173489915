"""Every screen and sheet as shoppers want them: colours, letters to 200 %, reach, left hand, both ways round.

Nothing is cut off, too small to touch, covered or out of the window; with reach nothing that can be touched
stands above the middle. In every run each situation is walked once, in one of a few ways; `make screens`
walks all of them in every way.

Source: EN 301 549, 5.1.4 and 11.1.4.4 (letters to 200 %), 8.3 (reach).
"""

import itertools
from collections.abc import Callable, Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QMetaObject, QPointF
from PySide6.QtQuick import QQuickItem
from test_ui_layout import SHEETS, SIZES, VEILED, button_mistakes, put_away, text_mistakes
from ui_window import Shown

from kiosk.ui.comfort import TEXT_PERCENTS, Comfort, Mode
from kiosk.ui.find import scene_rect, visible_items
from kiosk.ui.sample_flow import AVOCADO, CARRIER, SampleGoods
from kiosk.ui.sample_tenders import EVERYTHING
from kiosk.ui.samples import situations
from retail.languages import LANGUAGES

MORE_SHEETS: dict[str, list[list[str]]] = {
    "flow-empty": [["lookup"], ["lookup", f"goods-{AVOCADO}"]],
    "flow-bags": [[f"more-{CARRIER}"]],
    "tender-gift-pin": [["key1", "key2"]],
}
"""What is touched to bring something over a situation, besides those of every walk."""
PAGES_MAX = 24
"""How many halves of itself a part that scrolls is looked through for a control."""
STAFF = ("staff-", "over staff-", "over closed-staff")
"""The layer of staff, who reach as far as they always do."""
SAMPLE = [
    ("portrait", "de", Comfort(text_percent=200, mode=Mode.HIGH_CONTRAST)),
    ("landscape", "de", Comfort(text_percent=200, left_handed=True)),
    ("portrait", "en", Comfort(reach=True, text_percent=200, mode=Mode.DARK)),
    ("landscape", "zh", Comfort(reach=True, text_percent=150)),
    ("portrait", "ar", Comfort(text_percent=200, mode=Mode.DARK)),
    ("landscape", "fr", Comfort(text_percent=125)),
]
WAYS = list(itertools.product(SIZES, LANGUAGES, TEXT_PERCENTS, (False, True)))
MODES = list(Mode)
EVERY = [
    (
        orientation,
        language,
        Comfort(
            text_percent=percent, reach=reach, left_handed=percent == 150, mode=MODES[number % len(MODES)]
        ),
    )
    for number, (orientation, language, percent, reach) in enumerate(WAYS)
]
"""Every way; the modes take turns, for they change colours and edges alone."""


def name_of(case: object) -> str | None:
    if not isinstance(case, Comfort):
        return None
    flags = [name for name in ("reach", "left_handed") if getattr(case, name)]
    return "-".join([case.mode.value, str(case.text_percent), *flags])


def reveal(shown: Shown, name: str) -> None:
    """Scroll to a control, as a finger would."""
    for item in _looked_up(shown, name)[:1]:
        parent = item.parentItem()
        while parent is not None:
            if parent.inherits("QQuickFlickable"):
                _scroll(parent, item)
            parent = parent.parentItem()


def _looked_up(shown: Shown, name: str) -> list[QQuickItem]:
    """Where a control is: further down what scrolls; lists make their rows only near what they show."""

    def hits() -> list[QQuickItem]:
        return [item for item in visible_items(shown.lane.window) if item.objectName() == name]

    parts = [item for item in visible_items(shown.lane.window) if item.inherits("QQuickFlickable")]
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


def walk(shown: Shown, language: str, share: int, of: int) -> Iterator[str]:
    """Every `of`th situation, beginning with the `share`th, and what touches bring over it."""
    for name, snapshot in list(situations(language))[share::of]:
        shown.lane.offer_goods(SampleGoods())
        shown.show(snapshot)
        yield name
        for touches in (*SHEETS.get(name, ()), *MORE_SHEETS.get(name, ())):
            for number, control in enumerate(touches):
                reveal(shown, control)
                shown.touch(control)
                shown.show(replace(snapshot, sequence=2 + number))
            yield f"over {name} {touches[-1]}"
            put_away(shown)
            shown.show(replace(snapshot, sequence=9))


def mistakes_of(shown: Shown, language: str, share: int = 0, of: int = 1) -> list[str]:
    found: list[str] = []
    for name in walk(shown, language, share, of):
        has_veil = name.startswith(VEILED)
        found += [f"{name}: {mistake}" for mistake in button_mistakes(shown, has_veil)]
        found += [f"{name}: {mistake}" for mistake in text_mistakes(shown, has_veil)]
        if shown.lane.comfort.chosen.reach and not name.startswith(STAFF):
            found += [f"{name}: {mistake}" for mistake in out_of_reach(shown)]
    return found


def out_of_reach(shown: Shown) -> Iterator[str]:
    """What can be touched above the middle of the window."""
    middle = shown.lane.window.height() / 2
    for item, seen in shown.buttons():
        if item.isEnabled() and seen.top() < middle - 1:
            yield f"{item.objectName()} begins {middle - scene_rect(item).top():.0f} px above the middle"


@pytest.mark.parametrize("share", range(len(SAMPLE)), ids=lambda share: f"way-{share}")
def test_screens_are_laid_out_well_as_shoppers_want_them(
    open_window: Callable[..., Shown], share: int
) -> None:
    orientation, language, comfort = SAMPLE[share]
    shown = open_window(*SIZES[orientation], tenders=EVERYTHING, comfort=comfort)
    found = mistakes_of(shown, language, share, len(SAMPLE))
    assert not found, "\n".join(found)


@pytest.mark.slow
@pytest.mark.parametrize(("orientation", "language", "comfort"), EVERY, ids=name_of)
def test_screens_are_laid_out_well_in_every_way(
    open_window: Callable[..., Shown], orientation: str, language: str, comfort: Comfort
) -> None:
    shown = open_window(*SIZES[orientation], tenders=EVERYTHING, comfort=comfort)
    found = mistakes_of(shown, language)
    assert not found, "\n".join(found)
