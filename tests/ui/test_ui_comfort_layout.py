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
from test_ui_layout import SETTLED, SHEETS, SIZES, VEILED, all_mistakes, put_away
from ui_window import Shown

from kiosk.checkout.snapshot import Snapshot
from kiosk.ui.application import QML
from kiosk.ui.comfort import TEXT_PERCENTS, Comfort, Mode
from kiosk.ui.find import scene_rect
from kiosk.ui.reveal import reveal
from kiosk.ui.ring import ring
from kiosk.ui.samples import situations
from kiosk.ui.samples.flow import AVOCADO, CARRIER, SampleGoods
from kiosk.ui.samples.tenders import EVERYTHING
from kiosk.ui.screens import Screen, screen_of
from retail.languages import LANGUAGES

MORE_SHEETS: dict[str, list[list[str]]] = {
    "flow-empty": [["lookup"], ["lookup", f"goods-{AVOCADO}"]],
    "flow-bags": [[f"more-{CARRIER}"]],
    "tender-gift-pin": [["key1", "key2"]],
}
"""What is touched to bring something over a situation, besides those of every walk."""
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
    (orientation, language, Comfort(text_percent=percent, reach=reach, mode=MODES[number % len(MODES)]))
    for number, (orientation, language, percent, reach) in enumerate(WAYS)
]
"""Every way; the modes take turns, for they change colours and edges alone."""
HANDED = (Screen.SCANNING,)
"""What is turned for a left hand."""


def name_of(case: object) -> str | None:
    if not isinstance(case, Comfort):
        return None
    flags = [name for name in ("reach", "left_handed") if getattr(case, name)]
    return "-".join([case.mode.value, str(case.text_percent), *flags])


def walk(shown: Shown, chosen: list[tuple[str, Snapshot]]) -> Iterator[str]:
    """Some situations, and what touches bring over them."""
    for name, snapshot in chosen:
        shown.lane.offer_goods(SampleGoods())
        shown.show(snapshot)
        yield name
        for touches in (*SHEETS.get(name, ()), *MORE_SHEETS.get(name, ())):
            for number, control in enumerate(touches):
                reveal(shown.lane.window, control)
                shown.touch(control)
                shown.show(replace(snapshot, sequence=2 + number))
            yield f"over {name} {touches[-1]}"
            put_away(shown)
            shown.show(replace(snapshot, sequence=9))


def mistakes_of(shown: Shown, chosen: list[tuple[str, Snapshot]]) -> list[str]:
    found: list[str] = []
    for name in walk(shown, chosen):
        found += [f"{name}: {mistake}" for mistake in all_mistakes(shown, name.startswith(VEILED))]
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
    shown = open_window(*SIZES[orientation], tenders=EVERYTHING, comfort=comfort, theme=SETTLED)
    found = mistakes_of(shown, list(situations(language))[share :: len(SAMPLE)])
    assert not found, "\n".join(found)


@pytest.mark.parametrize("orientation", SIZES)
@pytest.mark.parametrize("reach", [False, True], ids=["usual", "reach"])
@pytest.mark.parametrize("percent", [125, 200])
def test_services_are_within_reach_of_who_waits_however_large_the_letters(
    open_window: Callable[..., Shown], orientation: str, reach: bool, percent: int
) -> None:
    """By finger and by key, in every language: a price is asked for, and a balance topped up."""
    comfort = Comfort(text_percent=percent, reach=reach)
    shown = open_window(*SIZES[orientation], tenders=EVERYTHING, comfort=comfort, theme=SETTLED)
    for language in LANGUAGES:
        waiting = [pair for pair in situations(language) if pair[0] == "attract"]
        assert mistakes_of(shown, waiting) == []
        by_keys = {item.objectName() for item in ring(shown.lane.window)}
        assert by_keys >= {"start", "priceCheck", "topUp"}


@pytest.mark.slow
@pytest.mark.parametrize(("orientation", "language", "comfort"), EVERY, ids=name_of)
def test_screens_are_laid_out_well_in_every_way(
    open_window: Callable[..., Shown], orientation: str, language: str, comfort: Comfort
) -> None:
    """Those of staff, who have one size and reach of their own, once; the turned ones for either hand."""
    shown = open_window(*SIZES[orientation], tenders=EVERYTHING, comfort=comfort, theme=SETTLED)
    of_shoppers = [pair for pair in situations(language) if not pair[0].startswith(STAFF)]
    is_plain = comfort.text_percent == TEXT_PERCENTS[0] and not comfort.reach
    found = mistakes_of(shown, list(situations(language)) if is_plain else of_shoppers)
    shown.lane.comfort.useLeftHand(True)
    turned = [pair for pair in of_shoppers if screen_of(pair[1]) in HANDED]
    assert turned
    found += [f"left hand: {mistake}" for mistake in mistakes_of(shown, turned)]
    assert not found, "\n".join(found)


def test_what_is_turned_for_a_left_hand_is_walked_for_both() -> None:
    """A screen that begins to ask for the hand has to be named in `HANDED`."""
    asking = {path.stem for path in QML.rglob("*.qml") if "Theme.leftHanded" in path.read_text()}
    assert asking == {f"{screen.value.title()}Screen" for screen in HANDED}
