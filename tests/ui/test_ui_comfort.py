"""A shopper's comfort: what may be chosen, what becomes of the theme, and that it goes with the shopper."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtQml import qmlEngine
from ui_window import Shown, wait_until

from kiosk.checkout.state import State
from kiosk.ui import comfort as comforts
from kiosk.ui.bridges.comfort import Comfort as Bridge
from kiosk.ui.comfort import TEXT_PERCENTS, VOLUMES, Comfort, Mode, has_left
from kiosk.ui.samples import situations
from kiosk.ui.samples.goods import sale
from retail.theme.default import DEFAULT
from retail.theme.reading import read_theme
from retail.theme.tokens import COLOURS


def test_what_no_screen_is_drawn_for_cannot_be_chosen() -> None:
    with pytest.raises(ValueError, match="letters of 110 %"):
        Comfort(text_percent=110)
    with pytest.raises(ValueError, match="a volume of 10 %"):
        Comfort(volume=10)


def test_steps_end_at_the_smallest_and_the_largest() -> None:
    comfort, percents = Comfort(), [100]
    for _ in range(len(TEXT_PERCENTS)):
        comfort = comforts.larger(comfort)
        percents.append(comfort.text_percent)
    assert percents == [100, 125, 150, 200, 200]
    assert comforts.smaller(Comfort()) == Comfort()
    assert comforts.louder(Comfort()) == Comfort()
    quiet = Comfort()
    for _ in VOLUMES:
        quiet = comforts.quieter(quiet)
    assert quiet.volume == 0


def test_a_shopper_has_left_when_the_sale_is_over_or_another_one_is_here() -> None:
    idle, buying = State(), State(transaction=sale(1))
    other = replace(buying, transaction=replace(sale(1), transaction_id="t-other"))
    assert [has_left(*pair) for pair in ((idle, buying), (buying, buying), (idle, idle))] == [False] * 3
    assert has_left(buying, idle)
    assert has_left(buying, other)


def test_the_bridge_takes_what_is_drawn_and_ignores_the_rest(qapp: QGuiApplication) -> None:
    told: list[str] = []
    bridge = Bridge(DEFAULT, Comfort(mode=Mode.DARK))
    bridge.changed.connect(lambda: told.append("changed"))
    bridge.modeChanged.connect(lambda: told.append("mode"))
    volumes: list[int] = []
    bridge.on_volume = volumes.append
    bridge.useMode("sepia")
    bridge.useText(110)
    bridge.useVolume(33)
    bridge.useReach(False)
    assert told == []
    bridge.useMode("high_contrast")
    bridge.useText(200)
    bridge.quieter()
    assert told == ["mode", "changed", "changed", "changed"]
    assert volumes == [75]
    assert bridge.chosen == Comfort(mode=Mode.HIGH_CONTRAST, text_percent=200, volume=75)


def test_reset_is_as_the_shop_has_it_and_puts_the_sheet_away(qapp: QGuiApplication) -> None:
    shop = Comfort(mode=Mode.DARK, text_percent=125, volume=50)
    bridge = Bridge(DEFAULT, shop)
    bridge.open()
    bridge.useMode("light")
    bridge.useReach(True)
    bridge.useCurtain(True)
    assert bridge.isOpen
    bridge.reset()
    assert bridge.chosen == shop
    assert not bridge.isOpen


def theme_of(shown: Shown) -> QObject:
    engine = qmlEngine(shown.lane.window)
    assert engine is not None
    theme = engine.singletonInstance("Kiosk.Theme", "Theme")
    assert isinstance(theme, QObject)
    return theme


def colour(theme: QObject, name: str) -> str:
    value = theme.property(name)
    assert isinstance(value, QColor)
    return value.name(QColor.NameFormat.HexArgb if value.alpha() < 255 else QColor.NameFormat.HexRgb)


def test_a_mode_recolours_everything_at_once(shown: Shown) -> None:
    theme = theme_of(shown)
    for mode in Mode:
        shown.lane.comfort.useMode(mode.value)
        assert {name: colour(theme, name) for name in COLOURS} == DEFAULT.colours(mode.value)


def test_letters_grow_and_the_small_ones_double(shown: Shown) -> None:
    theme = theme_of(shown)
    at_rest = {name: int(theme.property(name)) for name in DEFAULT.type}
    assert at_rest == DEFAULT.type
    shown.lane.comfort.useText(200)
    grown = {name: int(theme.property(name)) for name in DEFAULT.type}
    assert grown["caption"] == 2 * at_rest["caption"]
    assert grown["body"] == 2 * at_rest["body"]
    assert min(grown.values()) >= 2 * min(at_rest.values())
    assert sorted(grown.values()) == list(grown.values())


def test_a_shops_theme_is_what_the_screens_show(open_window: Callable[..., Shown]) -> None:
    theme = read_theme(b'[theme]\nname = "Corner"\n[light]\nprimary = "#1b4f9c"\n[type]\nbody = 34\n')
    shown = open_window(theme=theme)
    assert colour(theme_of(shown), "primary") == "#1b4f9c"
    assert theme_of(shown).property("body") == 34


def test_the_next_shopper_finds_the_screens_as_the_shop_has_them(open_window: Callable[..., Shown]) -> None:
    shop = Comfort(text_percent=125)
    shown = open_window(comfort=shop)
    shows = dict(situations("en"))
    buying = shows["scanning-8"]
    shown.show(buying)
    shown.touch("comfort")
    shown.touch("mode-dark")
    shown.touch("text-200")
    shown.touch("reach")
    assert shown.lane.comfort.chosen == Comfort(mode=Mode.DARK, text_percent=200, reach=True)
    shown.touch("comfortClose")
    shown.show(replace(buying, sequence=9))
    assert shown.lane.comfort.chosen.text_percent == 200
    shown.show(replace(shows["attract"], sequence=10))
    assert shown.lane.comfort.chosen == shop
    assert shown.posted == []


def test_who_changes_the_screens_and_walks_away_leaves_nothing(shown: Shown) -> None:
    shown.show(dict(situations("en"))["attract"])
    shown.lane.comfort.useMode("dark")
    (forget,) = [
        timer for timer in shown.lane.window.findChildren(QObject) if timer.objectName() == "comfortForget"
    ]
    assert forget.property("running") is True
    forget.setProperty("interval", 1)
    wait_until(lambda: shown.lane.comfort.chosen == Comfort(), "the shop's own comfort")


def test_staff_find_their_layer_at_its_own_size(shown: Shown) -> None:
    theme = theme_of(shown)
    shown.lane.comfort.useText(200)
    shown.lane.comfort.useReach(True)
    theme.setProperty("isForStaff", True)
    assert (theme.property("textScale"), theme.property("reach")) == (1.0, False)
