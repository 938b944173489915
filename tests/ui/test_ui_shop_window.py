"""What a waiting lane shows of its shop: offers in turn with how to begin, the shop's words, its pictures."""

import datetime
import logging
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QColor, QImage
from ui_window import Shown, wait_until

from kiosk.app.shop_window import PICTURES_MAX, by_language, pictures_in
from kiosk.ui.find import visible_items
from kiosk.ui.samples import situations
from kiosk.ui.samples.goods import product
from kiosk.ui.shop_window import Window, window_view
from kiosk.ui.translations import Translations
from kiosk.ui.voice import Voice
from retail.shop_window import InWindow

TODAY = datetime.date(2026, 11, 23)
APPLES = InWindow(
    offer_id="a",
    names={"": "Crisp apples", "de": "Knackige Äpfel"},
    product=product(0),
    price_minor=174,
    is_for_members=True,
    last_day="2026-11-23",
)
WINDOW = Window(
    currency="EUR",
    offers=(APPLES, replace(APPLES, offer_id="b", price_minor=0, is_for_members=False, last_day="")),
    pictures=(Path("/shop/one.png"),),
    welcome={"de": "Guten Abend!"},
    closed={"de": "Bis morgen!"},
)


def voice(language: str) -> Voice:
    return Voice(Translations.load(language).say, language, "EUR")


def test_offers_are_told_in_the_language_of_the_screen_with_the_shops_pictures_between() -> None:
    view = window_view(WINDOW, voice("de"), frozenset({product(0).picture}), TODAY, is_free=True)
    first, photograph, second = view.slides
    assert (first.title, first.price, first.list_price) == ("Knackige Äpfel", "1,74\u00a0€", "2,49\u00a0€")
    assert first.note == "Für Mitglieder · Nur heute"
    assert photograph.photograph == "/shop/one.png"
    assert (second.price, second.list_price, second.note) == ("", "", "")
    assert (view.welcome, view.closed) == ("Guten Abend!", "Bis morgen!")


def test_a_language_the_shop_has_no_words_in_keeps_the_lanes_own() -> None:
    view = window_view(WINDOW, voice("zh"), frozenset(), TODAY, is_free=True)
    assert (view.welcome, view.closed, view.slides[0].product) == ("", "", "")


def test_who_waits_for_word_about_money_hears_nothing_of_the_shop() -> None:
    assert window_view(WINDOW, voice("de"), frozenset(), TODAY, is_free=False).closed == ""


def test_offers_stand_in_turn_with_how_to_begin_and_buying_ends_them(shown: Shown) -> None:
    waiting = dict(situations("en"))["attract"]
    shown.show(waiting)
    shown.lane.show_in_window(replace(WINDOW, seconds=1, offers=(APPLES,), pictures=()))

    def says(text: str) -> bool:
        return any(
            item.property("text") == text and item.isVisible() for item in visible_items(shown.lane.window)
        )

    wait_until(lambda: says("Crisp apples"), "an offer")
    wait_until(lambda: not says("Crisp apples"), "how to begin")
    shown.lane.show_in_window(Window())
    wait_until(lambda: not says("Crisp apples"), "an empty window")


def test_only_small_pictures_that_can_be_read_are_shown(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    picture = QImage(8, 8, QImage.Format.Format_RGB32)
    picture.fill(QColor("red"))
    for number in range(PICTURES_MAX + 1):
        picture.save(str(tmp_path / f"{number:02}.png"))
    (tmp_path / "00.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 40)
    (tmp_path / "notes.txt").write_text("not a picture")
    with caplog.at_level(logging.WARNING):
        found = pictures_in(tmp_path)
    assert [path.name for path in found] == [f"{number:02}.png" for number in range(1, PICTURES_MAX)]
    assert "00.png is left out" in caplog.text
    assert pictures_in(tmp_path / "nowhere") == ()
    assert pictures_in(None) == ()


def test_texts_of_settings_are_told_apart_by_language() -> None:
    assert by_language(("de: Guten Abend: kommen Sie", "en: Hello")) == {
        "de": "Guten Abend: kommen Sie",
        "en": "Hello",
    }
