"""Misspellings: what is proposed is near, and near things are proposed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retail.lookup.spelling import Spelling, distance_to_beginning, mistakes_max

LETTERS = st.text("abcd", min_size=1, max_size=8)


def slow_distance(a: str, b: str) -> int:
    rows = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(len(a) + 1):
        for j in range(len(b) + 1):
            if not i or not j:
                rows[i][j] = i + j
                continue
            cost = min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (a[i - 1] != b[j - 1]))
            if i > 1 and j > 1 and a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1]:
                cost = min(cost, rows[i - 2][j - 2] + 1)
            rows[i][j] = cost
    return rows[-1][-1]


@given(LETTERS, LETTERS, st.integers(0, 3))
def test_the_distance_is_the_least_to_any_beginning(typed: str, word: str, most: int) -> None:
    best = min(slow_distance(typed, word[:size]) for size in range(len(word) + 1))
    assert distance_to_beginning(typed, word, most) == min(best, most + 1)


@pytest.mark.parametrize(("typed", "most"), [("pea", 0), ("pear", 1), ("tomatos", 1), ("aubergin", 2)])
def test_longer_words_forgive_more(typed: str, most: int) -> None:
    assert mistakes_max(typed) == most


@given(st.text("abcdef", min_size=6, max_size=12), st.data())
def test_a_word_with_one_mistake_is_proposed(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, 3))
    kind = data.draw(st.sampled_from(["change", "drop", "add", "swap"]))
    letter = data.draw(st.sampled_from("abcdefz"))
    typed = {
        "change": word[:at] + letter + word[at + 1 :],
        "drop": word[:at] + word[at + 1 :],
        "add": word[:at] + letter + word[at:],
        "swap": word[:at] + word[at + 1] + word[at] + word[at + 2 :],
    }[kind]
    proposed = dict(Spelling([word, "zzzzzz"]).near(typed))
    assert word in proposed or distance_to_beginning(typed, word, 2) in (0,)


def test_short_words_and_far_ones_are_left_alone() -> None:
    spelling = Spelling(["pear", "peach", "tomat"])
    assert list(spelling.near("pe")) == []
    assert dict(spelling.near("paer")) == {"pear": 1}
    assert dict(spelling.near("xxxx")) == {}
