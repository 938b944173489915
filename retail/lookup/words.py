"""From what people write to what is compared: small letters without accents, words without endings.

Goods and questions go through the same function, so that a plural, an umlaut or an accent on either side
makes no difference. No dictionary of any language is used: endings that several languages share are cut off,
and where that is too much, it is too much on both sides.

Invariants: a word's stem is its own stem; at most WORDS_MAX words of at most WORD_MAX characters come out.
"""

import re
import unicodedata
from collections.abc import Iterator

WORDS_MAX = 48
WORD_MAX = 32
STEM_MIN = 3
"""Letters that stay when an ending goes."""
COMPOUND_MIN = 7
"""Letters from which on a word may be two words written together."""
ENDINGS = ("nen", "ern", "es", "en", "er", "s", "n", "e")
"""Of plurals and cases in English, German, French and Spanish; the longest first."""
_SPELLED = str.maketrans({"ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "þ": "th"})
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_WORD = re.compile(r"[^\W_]+")
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]+")


def folded(text: str) -> str:
    """Small letters without accents: `Äpfel` is `apfel`, `Crème` is `creme`."""
    lowered = unicodedata.normalize("NFKC", text).casefold().translate(_SPELLED)
    apart = unicodedata.normalize("NFKD", lowered)
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def stem(word: str) -> str:
    """The word without the endings of plurals; of words with Chinese characters, the word."""
    if _HAN.search(word) or word.isdigit():
        return word
    while True:
        shorter = next((word[: -len(end)] for end in ENDINGS if word.endswith(end)), "")
        if len(shorter) < STEM_MIN:
            return f"{word[:-1]}i" if word.endswith("y") and len(word) > STEM_MIN else word
        word = shorter


def words(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared, each once, in order."""
    return tuple(dict.fromkeys(_words(text)))[:WORDS_MAX]


def words_of_name(name: str) -> tuple[str, ...]:
    """The words a name can be found by: also with umlauts written out, and Chinese from any character on."""
    lowered = unicodedata.normalize("NFKC", name).casefold()
    written_out = words(lowered.translate(_UMLAUTS))
    tails = (run[start:] for run in _HAN.findall(lowered) for start in range(1, min(len(run), WORD_MAX)))
    return tuple(dict.fromkeys((*words(name), *written_out, *tails)))[:WORDS_MAX]


def ends_of(word: str) -> Iterator[str]:
    """What a long word ends with: `vollmilch` is also found by `milch`, which no dictionary told us."""
    if len(word) >= COMPOUND_MIN and not _HAN.search(word) and not any(c.isdigit() for c in word):
        for start in range(STEM_MIN, len(word) - STEM_MIN + 1):
            yield word[start:]


def _words(text: str) -> Iterator[str]:
    for word in _WORD.findall(folded(text)):
        cut = 0
        for run in _HAN.finditer(word):  # Chinese and letters stand together without a space
            if word[cut : run.start()]:
                yield stem(word[cut : run.start()][:WORD_MAX])
            yield run.group()[:WORD_MAX]
            cut = run.end()
        if word[cut:]:
            yield stem(word[cut:][:WORD_MAX])
