"""Card numbers, tracks and PINs are hidden wherever they stand in a text; everything else stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retail.card_numbers import hidden, passes_check

NUMBERS = (
    "4111111111111111",
    "5500000000000004",
    "340000000000009",
    "30000000000004",
    "6011000000000004",
    "2223003122003222",
    "6759649826438453",
    "6200000000000000005"[:18] + "3",
)


@pytest.mark.parametrize("number", [number for number in NUMBERS if passes_check(number)])
@pytest.mark.parametrize("frame", ["{}", "Karte {} ok", "00{}", "{}123", "a{}b{}"])
def test_number_is_reduced_to_its_last_digits(number: str, frame: str) -> None:
    text = frame.format(number, number)
    assert number not in hidden(text)
    assert number[:-4] not in hidden(text)
    assert len(hidden(text)) == len(text)


@pytest.mark.parametrize("second", range(60))
def test_digits_before_two_numbers_make_no_third_one_that_shows_them(second: int) -> None:
    line = f"21:40:{second:02} 371449635398431 6759649826438453"
    assert "37144963539" not in hidden(line)
    assert "675964982643" not in hidden(line)


@pytest.mark.parametrize("gap", [" ", "-"])
def test_number_in_groups_is_hidden(gap: str) -> None:
    text = gap.join(("4111", "1111", "1111", "1111"))
    assert hidden(text) == gap.join(("****", "****", "****", "1111"))


@pytest.mark.parametrize(
    "text",
    [
        "4111111111111111=25121011000012345678",
        "4111111111111111D25121011000012345678",
        "B4111111111111111^DOE/JOHN^25121010000",
    ],
)
def test_tracks_are_hidden_whole(text: str) -> None:
    assert not any(character.isdecimal() for character in hidden(text))


@pytest.mark.parametrize("text", ["PIN 7391", "PIN: 7391", "pin=7391", "PIN-Block 04739147FFFFFFFF"])
def test_pins_are_hidden(text: str) -> None:
    assert "7391" not in hidden(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "############8074",
        "AID A0000000041010",
        "Terminal-ID 52523535",
        "VU-NR 804011926",
        "VU-NR 455600000012347",
        "2026112310464300",
        "EUR 12.34",
        "23.11.2026 10:46:43",
        "4111111111111112",
        "Trace 100001 Receipt 1001",
        "Bitte PIN-Pad beachten",
    ],
)
def test_what_receipts_say_otherwise_stays(text: str) -> None:
    assert hidden(text) == text


@given(st.text("0123456789 -=D^PINx", max_size=60))
def test_hiding_twice_is_hiding_once_and_keeps_the_length(text: str) -> None:
    assert hidden(hidden(text)) == hidden(text)
    assert len(hidden(text)) == len(text)
