"""Figures are as each language writes them; the tables of Unicode (Babel), where installed, say the same."""

import datetime
import unicodedata

import pytest

from retail import figures
from retail.languages import LANGUAGES, plain
from retail.money import format_amount, format_decimal

LOCALES = {"en": "en_GB", "de": "de_DE", "fr": "fr_FR", "es": "es_ES", "zh": "zh_Hans_CN", "ar": "ar"}
DAY = datetime.date(2026, 3, 5)
SAMPLES = (0, 1, -1, 5, 99, -99, 100, 99_999, 100_000, -123_450, 123_456_789)


def bare(text: str) -> str:
    """Without what only orders it among letters that run the other way, and one kind of space for all."""
    marks = "".join(one for one in text if unicodedata.category(one) != "Cf")
    return marks.replace("\u202f", " ").replace("\u00a0", " ")


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_amounts_and_percentages_are_those_of_unicode(language: str) -> None:
    numbers = pytest.importorskip("babel.numbers")
    locale = LOCALES[language]
    for minor in SAMPLES:
        theirs = numbers.format_currency(minor / 100, "EUR", locale=locale)
        ours = format_amount(minor, "EUR", language, symbol=True)
        if (
            language == "ar"
        ):  # they put the symbol last and mark the line to run from the right: it reads the same
            figure, symbol = bare(theirs).split(" ")
            theirs = figure.replace("-", f"-{symbol} ") if minor < 0 else f"{symbol} {figure}"
        assert bare(ours) == bare(theirs)
        assert bare(format_amount(minor, "EUR", language)) == bare(
            numbers.format_decimal(minor / 100, format="#,##0.00", locale=locale)
        )
        assert bare(figures.whole(minor, language)) == bare(numbers.format_decimal(minor, locale=locale))
    for basis_points in (0, 700, 1900, 490, 550, 1255, -500):
        theirs = numbers.format_percent(basis_points / 10_000, locale=locale, decimal_quantization=False)
        assert bare(figures.percent(basis_points, language)) == bare(theirs)


@pytest.mark.parametrize("language", LANGUAGES)
def test_weights_are_those_of_unicode_to_the_gram(language: str) -> None:
    numbers = pytest.importorskip("babel.numbers")
    for grams in (0, 7, 850, 1236, 20_000):
        theirs = numbers.format_decimal(grams / 1000, format="0.000", locale=LOCALES[language])
        assert bare(format_decimal(grams, 3, language)) == bare(theirs)


@pytest.mark.parametrize("language", LANGUAGES)
def test_days_have_the_order_of_unicode(language: str) -> None:
    dates = pytest.importorskip("babel.dates")
    theirs = dates.format_skeleton("yMMMd" if language == "en" else "yMd", DAY, locale=LOCALES[language])
    parts = [one.lstrip("0") for one in bare(theirs).replace(".", " ").replace("/", " ").split()]
    ours = bare(figures.day(DAY, language)).replace(".", " ").replace("/", " ").replace("-", " ").split()
    assert [one.lstrip("0") for one in ours] == parts


@pytest.mark.parametrize("language", LANGUAGES)
def test_digits_are_western_and_a_minus_comes_first_in_every_language(language: str) -> None:
    for text in (
        format_amount(-1_234_567, "EUR", language, symbol=True),
        figures.whole(-1_234_567, language),
        figures.percent(-490, language),
        format_decimal(-1236, 3, language),
    ):
        assert plain(text)[0] == "-"
        assert all(one in "0123456789" for one in text if one.isdigit())


def test_no_end_of_a_line_parts_a_figure() -> None:
    for language in LANGUAGES:
        for text in (
            format_amount(-123_450, "EUR", language, symbol=True),
            format_amount(-123_450, "CHF", language, symbol=True),
            figures.percent(490, language),
            figures.day(DAY, language),
        ):
            assert " " not in text


@pytest.mark.parametrize("basis_points", [1900, 490, 1255])
def test_a_percentage_has_no_more_digits_than_it_takes(basis_points: int) -> None:
    assert figures.percent(basis_points, "en") == {1900: "19%", 490: "4.9%", 1255: "12.55%"}[basis_points]


def test_a_moment_is_a_day_and_its_time() -> None:
    at = datetime.datetime(2026, 3, 5, 9, 7)
    told = {language: bare(figures.moment(at, language)) for language in LANGUAGES}
    assert told == {
        "en": "5 Mar 2026 09:07",
        "de": "05.03.2026 09:07",
        "fr": "05/03/2026 09:07",
        "es": "05/03/2026 09:07",
        "zh": "2026-03-05 09:07",
        "ar": "05/03/2026 09:07",
    }
