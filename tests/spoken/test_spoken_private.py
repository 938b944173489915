"""Secrets are never spoken: PINs by their length only, other people's texts without numbers of cards."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.spoken import private


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("APPROVED 4111111111111111", "APPROVED"),
        ("Visa 4111 1111 1111 1111 ok", "Visa ok"),
        ("Card ****1234 declined", "Card declined"),
        ("Karte 6703-0000-0000-1 gelesen", "Karte gelesen"),
        ("Maestro ############1234", "Maestro"),
        ("Water 6 x 1.5 l", "Water 6 x 1.5 l"),
        ("Milk 3.5% 1 l", "Milk 3.5% 1 l"),
        ("Vitamin B12 2000 mg", "Vitamin B12 2000 mg"),
        ("Enter PIN", "Enter PIN"),
        ("", ""),
    ],
)
def test_numbers_of_cards_are_left_out_and_sizes_are_not(text: str, spoken: str) -> None:
    assert private.foreign(text) == spoken


@given(st.text("0123456789 -*x.ab", max_size=60))
def test_no_long_number_leaves_whatever_stands_around_it(text: str) -> None:
    assert re.search(r"\d{6,}", private.foreign(text)) is None


@given(
    st.lists(st.integers(0, 9), min_size=12, max_size=19),
    st.sampled_from(["", " ", "-", "."]),
    st.integers(1, 5),
)
def test_a_card_number_leaves_no_digit_however_it_is_grouped(digits: list[int], gap: str, every: int) -> None:
    written = "".join(str(d) + (gap if (n + 1) % every == 0 else "") for n, d in enumerate(digits))
    assert not re.search(r"\d", private.foreign(f"card {written} ok"))


@pytest.mark.parametrize("language", ["en", "de", "zh"])
def test_typed_digits_are_counted_and_not_named(language: str) -> None:
    said = [private.typed(n, language, is_pin=True) for n in range(5)]
    assert len(set(said)) == 5
    assert all(str(n) in text for n, text in enumerate(said) if n)
    assert private.typed(3, "en", is_pin=True) == "3 digits of your PIN"
    assert private.typed(3, "en", is_pin=False) == "3 digits"
