"""The languages of the lane, and how a sentence of them is filled in.

English is the source of every text. A language needs: `kiosk/ui/i18n/kiosk_<language>.ts`, the voice's words,
the words of interventions, receipts and codes, and a font that has its letters (docs/screens.md).

Source: Unicode CLDR 44 (plural rules), UAX #9 (isolates).
Invariants: pure; a text without a translation is shown in English, never left out.
"""

from collections.abc import Callable, Sequence

LANGUAGES = ("en", "de", "fr", "es", "zh", "ar")
"""In the order in which a shop offers them if it does not say otherwise."""
RIGHT_TO_LEFT = frozenset({"ar"})
FORMS_MARK = "|"
"""Parts the plural forms of a translation from each other."""
_COUNTS = ("count", "points", "n")
"""Blanks whose number decides which plural form is said; the first that a text has."""
_ISOLATE, _ISOLATE_LTR, _END = "\u2068", "\u2066", "\u2069"


def _arabic(count: int) -> int:
    if count <= 2:
        return count
    if 3 <= count % 100 <= 10:
        return 3
    return 4 if count % 100 >= 11 else 5


def _one_or_more(count: int) -> int:
    return 0 if count == 1 else 1


def _none_or_one(count: int) -> int:
    return 0 if count <= 1 else 1


_RULES: dict[str, tuple[int, Callable[[int], int]]] = {
    "ar": (6, _arabic),  # zero, one, two, few, many, other
    "es": (2, _one_or_more),
    "fr": (2, _none_or_one),
}


def forms(language: str) -> int:
    """How many plural forms a translation into `language` has where it has more than one."""
    return _RULES.get(language, (1, _one_or_more))[0]


def counted(text: str, count: int, language: str) -> str:
    """The form of `text` for so many.

    >>> counted("un artículo|{n} artículos", 3, "es")
    '{n} artículos'
    """
    parts = text.split(FORMS_MARK)
    number, rule = _RULES.get(language, (1, _one_or_more))
    return parts[rule(abs(count))] if len(parts) == number > 1 else parts[-1]


def lines_in(lines: Sequence[str], language: str) -> tuple[str, ...]:
    """A shop's own lines: those for every language, and those marked as of this one.

    >>> lines_in(["Lindenkorb", "de: Danke!", "fr: Merci !"], "de")
    ('Lindenkorb', 'Danke!')
    """
    parted = [(line, *line.partition(": ")) for line in lines]
    return tuple(
        text.strip() if mark in LANGUAGES and colon else line
        for line, mark, colon, text in parted
        if mark == language or mark not in LANGUAGES or not colon
    )


def left_to_right(text: str) -> str:
    """A figure that reads from left to right wherever it stands: a price, a negative number."""
    return f"{_ISOLATE_LTR}{text}{_END}"


def plain(text: str) -> str:
    """`text` without the marks that isolate parts of it, for media that know no direction."""
    return text.translate(_UNMARKED)


_UNMARKED = dict.fromkeys(map(ord, (_ISOLATE, _ISOLATE_LTR, _END)))


class Phrase(str):
    """A text with blanks in a language with plural forms, or one that is written from right to left.

    `format` chooses the form by the number in it; whatever else is filled in (a name, a code, a price) keeps
    its own direction and does not turn the sentence around it.
    """

    __slots__ = ("_language",)

    _language: str

    def __new__(cls, text: str, language: str) -> "Phrase":
        """`text` with its blanks, in `language`."""
        phrase = super().__new__(cls, text)
        phrase._language = language
        return phrase

    def format(self, *args: object, **values: object) -> str:
        """As `str.format`."""
        number = next((values[name] for name in _COUNTS if name in values), 0)
        text = counted(str(self), _number(number), self._language)
        if self._language not in RIGHT_TO_LEFT:
            return text.format(*args, **values)
        return text.format(
            *(_isolated(value) for value in args),
            **{name: _isolated(value) for name, value in values.items()},
        )


def phrase(text: str, language: str) -> str:
    """`text` as its language is filled in: a `Phrase` where that takes more than `str.format`."""
    if "{" in text and (FORMS_MARK in text or language in RIGHT_TO_LEFT):
        return Phrase(text, language)
    return text


def _number(value: object) -> int:
    if isinstance(value, int):
        return value
    digits = "".join(mark for mark in str(value) if mark.isdigit())
    return int(digits) if digits and len(digits) <= len("999999999") else 0


def _isolated(value: object) -> object:
    return f"{_ISOLATE}{value}{_END}" if isinstance(value, str) and value else value
