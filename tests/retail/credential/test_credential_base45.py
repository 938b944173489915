"""Base 45 as RFC 9285 has it, and what makes it safe to print."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retail.credential.base45 import ALPHABET, decode, encode


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"AB", "BB8"),
        (b"Hello!!", "%69 VD92EX0"),
        (b"base-45", "UJCLQE7W581"),
        (b"ietf!", "QED8WEX0"),
        (b"", ""),
    ],
)
def test_samples_of_the_rfc(data: bytes, text: str) -> None:
    """RFC 9285, 4.3 and 4.4."""
    assert encode(data) == text
    assert decode(text) == data


@pytest.mark.parametrize("text", ["GGW", ":::", "A", "ABCD", "::", "bb8", "BB ß", "BB8\n", "٠٠٠"])
def test_what_no_bytes_encode_to_is_none(text: str) -> None:
    """`GGW` is 65,536: the RFC's own example of an overflow."""
    assert decode(text) is None


@given(st.binary(max_size=120))
def test_what_is_written_is_read(data: bytes) -> None:
    assert decode(encode(data)) == data


@given(st.text(ALPHABET, max_size=160))
def test_some_bytes_have_one_text(text: str) -> None:
    data = decode(text)
    assert data is None or encode(data) == text


@given(st.text(max_size=40))
def test_any_text_has_an_answer(text: str) -> None:
    data = decode(text)
    assert data is None or encode(data) == text


@given(st.integers(0, 60).flatmap(lambda pairs: st.binary(min_size=2 * pairs, max_size=2 * pairs)))
def test_an_even_number_of_bytes_never_ends_in_a_space(data: bytes) -> None:
    assert not encode(data).endswith(" ")
