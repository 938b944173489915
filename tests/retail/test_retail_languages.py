"""Every language of the lane has every word of `retail`, with the same blanks, in its own plural forms."""

import importlib
import pkgutil
import re
from collections.abc import Mapping

import pytest

import retail.interventions
from retail.digital_receipt import _WORDS
from retail.digital_receipt_words import MORE
from retail.interventions.translated import TRANSLATED
from retail.interventions.words import Text
from retail.languages import FORMS_MARK, LANGUAGES, Phrase, counted, forms, phrase, plain
from retail.money import format_amount

BLANK = re.compile(r"{\w*}")
FURTHER = ("fr", "es", "ar")


def declared() -> dict[str, Text]:
    """Every `Text` that a module of interventions holds, by its English."""
    found: dict[str, Text] = {}

    def look(value: object, depth: int) -> None:
        if isinstance(value, Text):
            found[value.en] = value
        elif depth and isinstance(value, Mapping):
            for one in value.values():
                look(one, depth - 1)
        elif depth and isinstance(value, tuple | list):
            for one in value:
                look(one, depth - 1)
        elif depth and hasattr(value, "__struct_fields__"):
            for name in value.__struct_fields__:
                look(getattr(value, name), depth - 1)

    for module in pkgutil.walk_packages(retail.interventions.__path__, "retail.interventions."):
        for value in vars(importlib.import_module(module.name)).values():
            look(value, 3)
    return found


@pytest.mark.parametrize("language", FURTHER)
def test_every_word_of_interventions_is_translated_and_none_is_left_over(language: str) -> None:
    texts = declared()
    assert len(texts) > 250, "the declarations are found"
    assert sorted(set(texts) - set(TRANSLATED[language])) == [], "missing"
    assert sorted(set(TRANSLATED[language]) - set(texts)) == [], "no longer used"


@pytest.mark.parametrize("language", FURTHER)
def test_blanks_are_the_same_in_every_form(language: str) -> None:
    for english, text in TRANSLATED[language].items():
        assert text.strip() == text, english
        assert text, english
        for form in text.split(FORMS_MARK):
            assert set(BLANK.findall(form)) <= set(BLANK.findall(english)), english
        assert set(BLANK.findall(text)) == set(BLANK.findall(english)), english


@pytest.mark.parametrize("language", FURTHER)
def test_the_digital_receipt_has_every_word(language: str) -> None:
    assert set(MORE[language]) == set(_WORDS["en"])
    assert set(_WORDS) | set(MORE) == set(LANGUAGES)


@pytest.mark.parametrize(
    ("count", "form"),
    [(0, 0), (1, 1), (2, 2), (3, 3), (10, 3), (11, 4), (99, 4), (100, 5), (102, 5), (103, 3)],
)
def test_arabic_has_six_forms(count: int, form: int) -> None:
    assert forms("ar") == 6
    assert counted("0|1|2|3|4|5", count, "ar") == str(form)


def test_a_phrase_takes_the_form_of_its_number_and_isolates_the_rest() -> None:
    said = phrase("لا شيء|واحد|اثنان|{count} من {name}|{count} {name}|{count} {name}", "ar")
    assert said.format(count=2, name="Cola") == "اثنان"
    assert said.format(count=4, name="Cola") == "4 من \u2068Cola\u2069"
    assert plain(said.format(count=4, name="Cola")) == "4 من Cola"


def test_other_languages_are_filled_in_as_ever() -> None:
    assert not isinstance(phrase("{count} items", "en"), Phrase)
    assert phrase("un|{count}", "es").format(count="1") == "un"
    assert phrase("un|{count}", "es").format(count="21") == "21"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fr", "-1\u202f234,50\u00a0€"),
        ("es", "-1.234,50\u00a0€"),
        ("ar", "\u2066-€\u00a01,234.50\u2069"),
    ],
)
def test_prices_are_written_as_the_language_writes_them(language: str, said: str) -> None:
    assert format_amount(-123450, "EUR", language, symbol=True) == said
