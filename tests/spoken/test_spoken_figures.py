"""Amounts, weights and counts as a voice reads them right."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.spoken import figures
from retail.money import AMOUNT_MAX_MINOR, exponent

LANGUAGES = ("en", "de", "zh")


@pytest.mark.parametrize(
    ("amount_minor", "currency", "en", "de", "zh"),
    [
        (1234, "EUR", "12 euros and 34 cents", "12 Euro und 34 Cent", "12欧元34欧分"),
        (100, "EUR", "1 euro", "1 Euro", "1欧元"),
        (205, "EUR", "2 euros and 5 cents", "2 Euro und 5 Cent", "两欧元零5欧分"),
        (1, "EUR", "1 cent", "1 Cent", "1欧分"),
        (0, "EUR", "0 euros", "0 Euro", "0欧元"),
        (-50, "EUR", "minus 50 cents", "minus 50 Cent", "负50欧分"),
        (101, "GBP", "1 pound and 1 penny", "1 Pfund und 1 Penny", "1英镑零1便士"),
        (120, "CHF", "1 franc and 20 centimes", "1 Franken und 20 Rappen", "1瑞士法郎20生丁"),
        (1234, "CNY", "12 yuan and 34 fen", "12 Yuan und 34 Fen", "12元3角4分"),
        (1230, "CNY", "12 yuan and 30 fen", "12 Yuan und 30 Fen", "12元3角"),
        (1204, "CNY", "12 yuan and 4 fen", "12 Yuan und 4 Fen", "12元零4分"),
        (4, "CNY", "4 fen", "4 Fen", "4分"),
        (150000, "JPY", "150000 yen", "150000 Yen", "150000日元"),
        (1234, "SEK", "12.34 SEK", "12,34 SEK", "12.34 SEK"),
    ],
)
def test_amounts_in_words(amount_minor: int, currency: str, en: str, de: str, zh: str) -> None:
    assert tuple(figures.amount(amount_minor, currency, language) for language in LANGUAGES) == (en, de, zh)


@given(
    st.integers(-AMOUNT_MAX_MINOR, AMOUNT_MAX_MINOR),
    st.sampled_from(["EUR", "GBP", "USD", "CHF", "CNY", "JPY"]),
)
def test_no_cent_is_lost_on_the_way_to_the_ear(amount_minor: int, currency: str) -> None:
    for language in LANGUAGES:
        spoken = figures.amount(amount_minor, currency, language)
        numbers = [int(number) for number in re.findall(r"\d+", spoken.replace("两", "2"))]
        assert spoken.startswith(("minus", "负")) is (amount_minor < 0)
        if language == "zh" and currency == "CNY":
            worth = {"元": 100, "角": 10, "分": 1}
            units = re.findall(r"[元角分]", spoken)
            heard = sum(number * worth[unit] for number, unit in zip(numbers, units, strict=True))
        else:
            whole, small = divmod(abs(amount_minor), 10 ** exponent(currency))
            assert numbers == [whole] * (whole > 0 or not small) + [small] * (small > 0)
            heard = abs(amount_minor)
        assert heard == abs(amount_minor)


@pytest.mark.parametrize(
    ("weight_g", "en", "de", "zh"),
    [
        (1, "1 gram", "1 Gramm", "1克"),
        (850, "850 grams", "850 Gramm", "850克"),
        (1000, "1 kilogram", "1 Kilogramm", "1公斤"),
        (1236, "1.236 kilograms", "1,236 Kilogramm", "1.236公斤"),
        (1500, "1.5 kilograms", "1,5 Kilogramm", "1.5公斤"),
        (20000, "20 kilograms", "20 Kilogramm", "20公斤"),
    ],
)
def test_weights_in_words(weight_g: int, en: str, de: str, zh: str) -> None:
    assert tuple(figures.weight(weight_g, language) for language in LANGUAGES) == (en, de, zh)


def test_counts_in_words() -> None:
    assert [figures.items(n, "en") for n in (0, 1, 2)] == ["0 items", "1 item", "2 items"]
    assert [figures.items(n, "de") for n in (1, 2)] == ["1 Artikel", "2 Artikel"]
    assert [figures.items(n, "zh") for n in (1, 2, 12)] == ["1件商品", "两件商品", "12件商品"]
    assert [figures.points(n, "en") for n in (1, 240)] == ["1 point", "240 points"]
    assert figures.points(3, "fr") == "3 points"  # a language without words is spoken in English
