"""The voice has every sentence in every language of the lane, with the same blanks."""

import importlib
import pkgutil
import re

import pytest

import kiosk.spoken
from kiosk.spoken import figures
from kiosk.spoken.words.entry import LANGUAGES, Words
from kiosk.spoken.words.translated import TRANSLATED
from retail import languages

BLANK = re.compile(r"{\w*}")


def declared() -> set[str]:
    """The English of every `Words` that a module of the voice holds."""
    found: set[str] = set()
    for module in pkgutil.walk_packages(kiosk.spoken.__path__, "kiosk.spoken."):
        for value in vars(importlib.import_module(module.name)).values():
            held = value.values() if isinstance(value, dict) else (value,)
            found |= {one.en for one in held if isinstance(one, Words)}
    return found


def test_the_voice_speaks_what_the_lane_speaks() -> None:
    assert set(LANGUAGES) == set(languages.LANGUAGES)


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_sentence_is_translated_and_none_is_left_over(language: str) -> None:
    sentences = declared()
    assert len(sentences) > 180, "the sentences are found"
    assert sorted(sentences - set(TRANSLATED[language])) == [], "missing"
    assert sorted(set(TRANSLATED[language]) - sentences) == [], "no longer used"


@pytest.mark.parametrize("language", TRANSLATED)
def test_blanks_are_the_same(language: str) -> None:
    for english, text in TRANSLATED[language].items():
        own = set(BLANK.findall(text)) - {"{n}"}  # units bend with their number, and have it in them
        assert own == set(BLANK.findall(english)) - {"{n}"}, english


@pytest.mark.parametrize(
    ("language", "minor", "said"),
    [
        ("fr", 1234, "12 euros et 34 centimes"),
        ("fr", 0, "0 euro"),
        ("fr", -349, "moins 3 euros et 49 centimes"),
        ("es", -349, "menos 3 euros con 49 céntimos"),
        ("ar", -349, "ناقص 3 يورو و49 سنتًا"),
        ("es", 100, "un euro"),
        ("es", 1234, "12 euros con 34 céntimos"),
        ("ar", 100, "يورو واحد"),
        ("ar", 1202, "12 يورو وسنتان"),
        ("ar", 311, "3 يورو و11 سنتًا"),
    ],
)
def test_amounts_are_said_as_people_say_them(language: str, minor: int, said: str) -> None:
    assert figures.amount(minor, "EUR", language) == said


def test_counts_bend_with_their_number() -> None:
    assert [figures.items(count, "ar") for count in (1, 2, 5, 11)] == [
        "منتج واحد", "منتجان", "5 منتجات", "11 منتجًا",
    ]  # fmt: skip
    assert figures.weight(1236, "ar") == "1.236 كيلوغرام"
    assert [figures.items(count, "fr") for count in (0, 1, 2)] == ["0 article", "1 article", "2 articles"]
    assert [figures.points(count, "fr") for count in (0, 1, 2)] == ["0 point", "1 point", "2 points"]
    assert (figures.weight(1236, "fr"), figures.weight(1236, "es")) == ("1,236 kilos", "1,236 kilos")
