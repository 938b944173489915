"""The translations are whole, and QML and Python speak from the same file."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from ui_texts import texts_of

from kiosk.ui.translations import ShopTranslator, Translations
from retail.languages import FORMS_MARK, forms
from retail.languages import LANGUAGES as ALL

ROOT = Path(__file__).parents[2]
LANGUAGES = [language for language in ALL if language != "en"]


def test_every_text_on_the_screens_is_translated_and_none_is_left_over() -> None:
    check = subprocess.run(
        [sys.executable, str(ROOT / "tools" / "translations.py"), "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert check.returncode == 0, check.stdout + check.stderr


@pytest.mark.parametrize("language", LANGUAGES)
def test_placeholders_are_the_same_in_every_language(language: str) -> None:
    for (_, source), translation in texts_of(language).items():
        wanted = sorted(re.findall(r"{\w+}|%\d", source))
        parts = translation.split(FORMS_MARK)
        assert len(parts) in (1, forms(language)), source
        # a form for one or two may have a word instead of the number; the form for many never
        assert sorted(re.findall(r"{\w+}|%\d", parts[-1])) == wanted, source
        for part in parts:
            assert set(re.findall(r"{\w+}|%\d", part)) <= set(wanted), source


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_headline_is_translated_in_both_worlds(language: str) -> None:
    translator = ShopTranslator(language, QObject())
    texts = texts_of(language)
    assert translator.translate("ScanningScreen", "Pay") == texts["ScanningScreen", "Pay"]
    assert translator.texts.say("Paid") == texts["Messages", "Paid"]


def test_english_is_the_source_and_a_hole_stays_readable() -> None:
    assert Translations.load("en").say("Paid") == "Paid"
    assert Translations.load("de").say("No such text") == "No such text"
    assert Translations.load("de").find("ScanningScreen", "No such text") is None


def test_a_language_we_do_not_speak_is_refused() -> None:
    with pytest.raises(FileNotFoundError):
        Translations.load("xx")


def test_only_chinese_fills_the_chinese_file() -> None:
    latin = {"EN", "DE", "QR", "OK"}
    for (_, source), translation in texts_of("zh").items():
        words = set(re.findall(r"[A-Za-z]{2,}", re.sub(r"{\w+}", "", translation)))
        assert words <= latin, source


def test_arabic_is_written_in_arabic_and_says_nothing_in_english() -> None:
    latin = {"QR", "OK", "PIN", "ms", "Alipay"}
    for (_, source), translation in texts_of("ar").items():
        words = set(re.findall(r"[A-Za-z]{2,}", re.sub(r"{\w+}", "", translation)))
        assert words <= latin, source


@pytest.mark.parametrize("language", ["fr", "es"])
def test_marks_are_those_that_the_font_draws_narrow(language: str) -> None:
    for (_, source), translation in texts_of(language).items():
        assert not re.search("[\u2018\u2019\u201c\u201d]", translation), source
