"""Words that are nearly the one that was typed: one mistake in a short word, two in a long one.

Every known word is filed under its first letters and under those with any one letter left out; so is what is
typed, and whatever meets is compared letter by letter. Typing need not be finished: what is typed is
compared with the beginning of a word.

Source: the symmetric-delete idea is W. Garbe's (2012); the distance is optimal string alignment (a swap of
two neighbours is one mistake).
Invariants: a word is never proposed that has more mistakes than `mistakes_max` allows; the first letters hold
at most one of them.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

HEADS = (4, 6)
"""How many first letters words are filed under."""
CANDIDATES_MAX = 400
"""Words compared letter by letter for one typed word."""


def mistakes_max(typed: str) -> int:
    """How many mistakes are forgiven."""
    return 0 if len(typed) < HEADS[0] else 1 if len(typed) < 8 else 2


class Spelling:
    """The words of a shop, found by misspellings."""

    def __init__(self, words: Iterable[str]) -> None:
        filed: defaultdict[str, list[str]] = defaultdict(list)
        for word in words:
            for size in HEADS:
                if len(word) >= size - 1:
                    for key in _without_one(word[:size]):
                        filed[key].append(word)
        self._filed = dict(filed)

    def near(self, typed: str) -> Iterator[tuple[str, int]]:
        """Known words that begin nearly as typed, with how many mistakes; exact beginnings are not told."""
        allowed = mistakes_max(typed)
        if not allowed:
            return
        size = max(size for size in HEADS if len(typed) >= size)
        candidates = dict.fromkeys(
            word for key in _without_one(typed[:size]) for word in self._filed.get(key, ())
        )
        for word, _ in zip(candidates, range(CANDIDATES_MAX), strict=False):
            mistakes = distance_to_beginning(typed, word, allowed)
            if 0 < mistakes <= allowed:
                yield word, mistakes


def distance_to_beginning(typed: str, word: str, most: int) -> int:
    """The fewest mistakes between what is typed and any beginning of `word`; `most` + 1 stands for more."""
    word = word[: len(typed) + most]
    before: list[int] = []
    row = list(range(len(word) + 1))
    for i, letter in enumerate(typed, 1):
        further = [i]
        for j, other in enumerate(word, 1):
            cost = min(row[j] + 1, further[j - 1] + 1, row[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == word[j - 2] and typed[i - 2] == other:
                cost = min(cost, before[j - 2] + 1)
            further.append(cost)
        if min(further) > most and min(row) > most:
            return most + 1
        before, row = row, further
    return min(min(row), most + 1)


def _without_one(head: str) -> Iterator[str]:
    """The head, and the head without each of its letters."""
    yield head
    for cut in range(len(head)):
        yield head[:cut] + head[cut + 1 :]
