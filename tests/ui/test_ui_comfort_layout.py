"""The shopping screens as shoppers want them: colours, letters to 200 %, reach, left hand, upright and lying.

Nothing is cut off, too small to touch, covered or out of the window; with reach nothing that can be touched
stands above the middle. A sample is walked in every run; `make screens` walks all of it.

Source: EN 301 549, 5.1.4 and 11.1.4.4 (letters to 200 %), 8.3 (reach).
"""

import itertools
from collections.abc import Callable, Iterator

import pytest
from msgspec.structs import replace
from test_ui_layout import SIZES, VEILED, button_mistakes, put_away, text_mistakes
from ui_window import Shown

from kiosk.ui.comfort import TEXT_PERCENTS, Comfort, Mode
from kiosk.ui.find import scene_rect
from kiosk.ui.sample_flow import SampleGoods
from kiosk.ui.sample_tenders import EVERYTHING
from kiosk.ui.samples import situations

LANGUAGES = ("en", "de", "zh")
SCREENS = (
    "attract",
    "scanning",
    "notfound",
    "help",
    "closed",
    "nudge",
    "wait",
    "hold",
    "idle",
    "training-attract",
)
"""How the situations of these screens begin."""
TYPICAL = frozenset(
    """
    attract scanning-empty scanning-1 scanning-8 scanning-offers scanning-member scanning-coupons
    scanning-camera notfound-unknown notfound-not_a_member notfound-bad_coupon help-sale closed-camera
    nudge-full nudge-age
    wait-many hold idle training-attract own-bag-first
    """.split()  # noqa: SIM905  so many quoted names would be harder to read
)
"""What the sample walks of them."""
SHEETS: dict[str, list[list[str]]] = {
    "attract": [["comfort"]],
    "scanning-8": [["quantity-8"], ["enterCode", "key1"], ["enterCode", "keyLetters", "keyA"]],
}
"""What is touched to bring something over a situation."""
SAMPLE = [
    ("portrait", "de", Comfort(text_percent=200, mode=Mode.HIGH_CONTRAST)),
    ("landscape", "de", Comfort(text_percent=200, left_handed=True)),
    ("portrait", "en", Comfort(reach=True, text_percent=200, mode=Mode.DARK)),
    ("landscape", "zh", Comfort(reach=True, text_percent=150)),
]
EVERY = [
    (orientation, language, Comfort(text_percent=percent, reach=reach, left_handed=percent == 150))
    for orientation, language, percent, reach in itertools.product(
        SIZES, LANGUAGES, TEXT_PERCENTS, (False, True)
    )
]


def name_of(case: object) -> str | None:
    if not isinstance(case, Comfort):
        return None
    flags = [name for name in ("reach", "left_handed") if getattr(case, name)]
    return "-".join([case.mode.value, str(case.text_percent), *flags])


def walk(shown: Shown, language: str, only: frozenset[str]) -> Iterator[str]:
    for name, snapshot in situations(language):
        if name not in only if only else not name.startswith(SCREENS):
            continue
        shown.lane.offer_goods(SampleGoods())
        shown.show(snapshot)
        yield name
        for touches in SHEETS.get(name, ()):
            for number, control in enumerate(touches):
                shown.touch(control)
                shown.show(replace(snapshot, sequence=2 + number))
            yield f"over {name} {touches[-1]}"
            put_away(shown)
            shown.show(replace(snapshot, sequence=9))


def mistakes_of(shown: Shown, language: str, only: frozenset[str] = frozenset()) -> list[str]:
    found: list[str] = []
    for name in walk(shown, language, only):
        has_veil = name.startswith(VEILED)
        found += [f"{name}: {mistake}" for mistake in button_mistakes(shown, has_veil)]
        found += [f"{name}: {mistake}" for mistake in text_mistakes(shown, has_veil)]
        if shown.lane.comfort.chosen.reach:
            found += [f"{name}: {mistake}" for mistake in out_of_reach(shown)]
    return found


def out_of_reach(shown: Shown) -> Iterator[str]:
    """What can be touched above the middle of the window."""
    middle = shown.lane.window.height() / 2
    for item, seen in shown.buttons():
        if item.isEnabled() and seen.top() < middle - 1:
            yield f"{item.objectName()} begins {middle - scene_rect(item).top():.0f} px above the middle"


@pytest.mark.parametrize(("orientation", "language", "comfort"), SAMPLE, ids=name_of)
def test_shopping_screens_are_laid_out_well_as_shoppers_want_them(
    open_window: Callable[..., Shown], orientation: str, language: str, comfort: Comfort
) -> None:
    shown = open_window(*SIZES[orientation], tenders=EVERYTHING, comfort=comfort)
    found = mistakes_of(shown, language, TYPICAL)
    assert not found, "\n".join(found)


@pytest.mark.slow
@pytest.mark.parametrize(("orientation", "language", "comfort"), EVERY, ids=name_of)
def test_shopping_screens_are_laid_out_well_in_every_way(
    open_window: Callable[..., Shown], orientation: str, language: str, comfort: Comfort
) -> None:
    shown = open_window(*SIZES[orientation], tenders=EVERYTHING, comfort=comfort)
    found = mistakes_of(shown, language)
    assert not found, "\n".join(found)
