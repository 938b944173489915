"""What is never spoken: digits of PINs, of cards and of members, whoever's text they stand in.

A headset keeps a secret from those who stand by, a loudspeaker does not, and transcripts are kept for tests;
so the digits of a secret do not reach a voice at all. Texts of others (names of goods, the terminal's words,
what staff write) pass through `foreign`; keys that are typed are spoken by how many they are, never by which.
"""

import re

from kiosk.spoken.words.entry import Words
from retail.languages import counted

_LONG = re.compile(r"\d(?:[ \-./·•*]{0,2}\d){7,}|\d{6,}")
"""Six digits in a row, or eight in groups: a number of something, and nobody's price or size."""
_MASKED = re.compile(r"[*•·xX#]{3,}[ \-]?\d{2,}|\d{2,}[ \-]?[*•·#]{2,}[ \-*•·#\d]*")

_TYPED = {
    "pin": Words("{n} digits of your PIN", "{n} Ziffern Ihrer PIN", "已输入{n}位密码"),
    "number": Words("{n} digits", "{n} Ziffern", "已输入{n}位数字"),
}
_TYPED_ONE = {
    "pin": Words("1 digit of your PIN", "1 Ziffer Ihrer PIN", "已输入1位密码"),
    "number": Words("1 digit", "1 Ziffer", "已输入1位数字"),
}
_CLEARED = Words("Cleared", "Gelöscht", "已清除")


def foreign(text: str) -> str:
    """A text that is not ours without the numbers in it that could be a card's, a member's or a code.

    >>> foreign("APPROVED 4111 1111 1111 1111 VISA"), foreign("Water 6 x 1.5 l")
    ('APPROVED VISA', 'Water 6 x 1.5 l')
    """
    return " ".join(_LONG.sub(" ", _MASKED.sub(" ", text)).split())


def typed(count: int, language: str, *, is_pin: bool) -> str:
    """What is said after a key of a number that is typed: how many there are, whichever they are."""
    if count <= 0:
        return _CLEARED.in_language(language)
    table = _TYPED_ONE if count == 1 else _TYPED
    text = table["pin" if is_pin else "number"].in_language(language)
    return counted(text, count, language).format(n=count)
