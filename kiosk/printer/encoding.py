"""Text to the printer's one code page, CP858, or the news that the page cannot hold it.

A receipt uses a single page for the whole job. Typographic characters have plain stand-ins; accented letters
that the page lacks lose the accent; anything else (Chinese, Greek, a tick mark) makes the line a picture.

Source: docs/devices/printer.md, "Text".
"""

import unicodedata

_STAND_INS = str.maketrans(
    {
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
        "‘": "'",
        "’": "'",
        "‚": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "‹": "<",
        "›": ">",
        "‐": "-",
        "\u2011": "-",
        "–": "-",
        "—": "-",
        "−": "-",
        "…": "...",
        "•": "·",
        "€": "€",
        "Œ": "OE",
        "œ": "oe",
        "ẞ": "SS",
        "Ł": "L",
        "ł": "l",
        "Đ": "D",
        "đ": "d",
        "™": "TM",
    }
)


def encode(text: str) -> bytes | None:
    """`text` as CP858 without control bytes; None if the page cannot hold it or its width would change.

    >>> encode("Crème 2,99 €").hex(" ")[-2:]
    'd5'
    >>> encode("牛奶") is None
    True
    """
    plain = "".join(_plain(character) for character in text.translate(_STAND_INS))
    if len(plain) != len(text):
        return None
    try:
        data = plain.encode("cp858")
    except UnicodeEncodeError:
        return None
    return data if all(byte >= 0x20 and byte != 0x7F for byte in data) else None


def _plain(character: str) -> str:
    if character.isascii():
        return character
    try:
        character.encode("cp858")
    except UnicodeEncodeError:
        base = unicodedata.normalize("NFD", character)[0]
        return base if base.isascii() else character
    return character
