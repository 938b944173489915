"""Numbers of gift cards: made, read, hidden."""

import random
import secrets

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retail.check import BrokenInvariantError
from retail.stored_value.number import BadNumber, GiftNumber, NumberRules, make_number, read_number

SHOP = NumberRules(ean_prefixes=("2199",))
LONG = make_number(random.Random(1).randrange)
SHORT = make_number(random.Random(1).randrange, "2199")


def test_numbers_are_read_back_however_they_are_shown() -> None:
    grouped = " ".join(LONG.digits[at : at + 4] for at in range(0, 20, 4))
    for text in (LONG.digits, LONG.qr_text, LONG.qr_text.upper(), f" {grouped} "):
        assert read_number(text) == LONG
    assert read_number(SHORT.digits, SHOP) == SHORT
    assert read_number(SHORT.digits) is None
    assert (LONG.needs_pin, SHORT.needs_pin) == (False, True)


def test_a_misread_number_is_told_from_what_is_none() -> None:
    wrong = LONG.digits[:-1] + str((int(LONG.digits[-1]) + 1) % 10)
    assert read_number(wrong) == BadNumber()
    assert read_number("gift:12") == BadNumber()
    for text in ("", "4006381333931", "9" * 20, "97" * 9, "x" * 65, "97١٢٣٤٥٦٧٨٩٠١٢٣٤٥٦٧"):
        assert read_number(text, SHOP) is None


def test_a_number_is_shown_by_its_last_digits_alone() -> None:
    assert repr(LONG) == f"GiftNumber(…{LONG.digits[-4:]})"
    assert LONG.digits not in f"{LONG!r}"


def test_numbers_cannot_be_guessed_from_each_other() -> None:
    made = {make_number(secrets.randbelow).digits for _ in range(200)}
    assert len(made) == 200
    assert len({digits[2:8] for digits in made}) > 190


def test_the_key_tells_nothing_without_the_secret() -> None:
    one, other = LONG.key(b"a" * 32), LONG.key(b"b" * 32)
    assert len(one) == 64
    assert one != other
    assert LONG.key(b"a" * 32) == GiftNumber(digits=LONG.digits).key(b"a" * 32)


@pytest.mark.parametrize("prefix", ["2", "21999", "2a"])
def test_a_prefix_that_leaves_too_little_to_chance_is_refused(prefix: str) -> None:
    with pytest.raises(BrokenInvariantError):
        make_number(random.Random(1).randrange, prefix)


@given(st.text(max_size=80))
def test_every_text_has_an_answer(text: str) -> None:
    found = read_number(text, SHOP)
    if isinstance(found, GiftNumber):
        assert found.digits in text.replace(" ", "")


@given(st.integers(0, 10**17 - 1))
def test_every_number_that_chance_makes_is_whole(number: int) -> None:
    made = make_number(lambda _limit: number)
    assert len(made.digits) == 20
    assert read_number(made.digits) == made
