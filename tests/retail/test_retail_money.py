"""Money: written the same everywhere, rounded once, shared out to the last cent."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retail import money
from retail.check import BrokenInvariantError


@pytest.mark.parametrize(
    ("amount", "currency", "language", "symbol", "written"),
    [
        (0, "EUR", "en", False, "0.00"),
        (5, "EUR", "en", False, "0.05"),
        (-5, "EUR", "en", False, "-0.05"),
        (123456, "EUR", "en", False, "1,234.56"),
        (123456, "EUR", "de", False, "1.234,56"),
        (123456, "EUR", "zh", False, "1,234.56"),
        (123456, "EUR", "en", True, "€1,234.56"),
        (123456, "EUR", "de", True, "1.234,56\u00a0€"),
        (-123456, "EUR", "de", True, "-1.234,56\u00a0€"),
        (-199, "EUR", "en", True, "-€1.99"),
        (199, "CNY", "zh", True, "¥1.99"),
        (199, "CHF", "en", True, "CHF\u00a01.99"),
        (199, "CHF", "de", True, "1,99\u00a0CHF"),
        (199, "PLN", "en", True, "PLN\u00a01.99"),
        (1234, "JPY", "en", True, "¥1,234"),
        (100_000_000_00, "EUR", "de", False, "100.000.000,00"),
    ],
)
def test_an_amount_is_written_as_its_readers_expect(
    amount: int, currency: str, language: str, symbol: bool, written: str
) -> None:
    assert money.format_amount(amount, currency, language, symbol=symbol) == written


def test_a_weight_or_rate_is_written_with_the_language_s_point() -> None:
    assert money.format_decimal(1236, 3, "de") == "1,236"
    assert money.format_decimal(1900, 2, "en") == "19.00"
    assert money.format_decimal(-5, 2, "zh") == "-0.05"
    assert money.format_decimal(7, 0, "en") == "7"


@given(st.integers(-(10**12), 10**12), st.sampled_from(["EUR", "JPY"]), st.sampled_from(["en", "de", "zh"]))
def test_what_is_written_reads_back_to_the_same_amount(amount: int, currency: str, language: str) -> None:
    written = money.format_amount(amount, currency, language)
    digits = "".join(character for character in written if character.isdigit())
    assert int(digits) * (-1 if written.startswith("-") else 1) == amount


@pytest.mark.parametrize(
    ("numerator", "denominator", "rounded"),
    [(0, 7, 0), (1, 2, 1), (-1, 2, -1), (3, 2, 2), (-3, 2, -2), (1, 3, 0), (2, 3, 1), (-2, 3, -1), (5, 1, 5)],
)
def test_half_is_rounded_away_from_zero(numerator: int, denominator: int, rounded: int) -> None:
    assert money.divide_half_up(numerator, denominator) == rounded


@given(st.integers(-(10**15), 10**15), st.integers(1, 10**6))
def test_rounding_is_never_off_by_more_than_half(numerator: int, denominator: int) -> None:
    rounded = money.divide_half_up(numerator, denominator)
    assert abs(2 * (numerator - rounded * denominator)) <= denominator
    assert money.divide_half_up(-numerator, denominator) == -rounded


def test_rounding_refuses_a_denominator_that_is_not_positive() -> None:
    with pytest.raises(BrokenInvariantError):
        money.divide_half_up(1, 0)


@given(
    st.integers(-(10**12), 10**12),
    st.lists(st.integers(0, 10**9), min_size=1, max_size=40),
)
def test_shares_add_up_and_each_is_within_one_of_its_due(amount: int, weights: list[int]) -> None:
    shares = money.allocate(amount, weights)
    total = sum(weights)
    assert sum(shares) == amount
    assert len(shares) == len(weights)
    if total:
        for share, weight in zip(shares, weights, strict=True):
            assert abs(share * total - amount * weight) < total
            assert weight or share == 0
            assert share * amount >= 0


def test_equal_remainders_go_to_the_earlier_share() -> None:
    assert money.allocate(100, [1, 1, 1]) == [34, 33, 33]
    assert money.allocate(-100, [1, 1, 1]) == [-34, -33, -33]
    assert money.allocate(5, [0, 0]) == [5, 0]


@pytest.mark.parametrize("weights", [[], [1, -1]])
def test_sharing_refuses_what_has_no_meaning(weights: list[int]) -> None:
    with pytest.raises(BrokenInvariantError):
        money.allocate(1, weights)


def test_currency_codes_go_both_ways() -> None:
    assert money.numeric_code("EUR") == 978
    assert money.alphabetic_code(978) == "EUR"
    assert money.alphabetic_code(0) is None
    assert money.is_currency("EUR")
    assert not money.is_currency("eur")
    assert not money.is_currency("XXX")
