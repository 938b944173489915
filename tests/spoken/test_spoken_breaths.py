"""A long text is said whole, in sayings that a speaker takes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.devices.speaker import TEXT_MAX
from kiosk.spoken.breaths import breaths


def words(text: str) -> str:
    return "".join(text.split())


def test_a_short_text_is_one_saying_and_nothing_is_none() -> None:
    assert breaths("Welcome. Scan 1.236 kg?") == ("Welcome. Scan 1.236 kg?",)
    assert breaths("") == breaths("  ") == ()


@pytest.mark.parametrize(
    "sentence", ["A colleague looks at it. ", "店员马上过来，请稍候。", "هل ما زلت هنا؟ "]
)
def test_a_long_one_is_parted_between_its_sentences(sentence: str) -> None:
    told = breaths(sentence * 80)
    assert len(told) > 1
    assert all(len(one) <= TEXT_MAX for one in told)
    assert all(one.endswith(sentence.strip()[-1]) for one in told)
    assert words("".join(told)) == words(sentence * 80)


@given(st.text(alphabet="ab .!。?", max_size=3 * TEXT_MAX))
def test_whatever_it_is_nothing_is_lost_and_nothing_too_long(text: str) -> None:
    told = breaths(text)
    assert words("".join(told)) == words(text)
    assert all(0 < len(one) <= TEXT_MAX for one in told)
