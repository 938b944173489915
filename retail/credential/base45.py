"""Bytes as the 45 characters that a QR code packs two into 11 bits.

Source: RFC 9285.
Invariants: pure; never raises on any text; every text that decodes is the one text its bytes encode to; an
even number of bytes never ends in a space, which a scanner might take away.
"""

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_VALUES = {letter: value for value, letter in enumerate(ALPHABET)}
_PAIR, _SINGLE = 3, 2
"""Characters for two bytes, and for a last one alone."""


def encode(data: bytes) -> str:
    """The text of some bytes.

    >>> encode(b"ietf!")
    'QED8WEX0'
    """
    letters = []
    for at in range(0, len(data), 2):
        piece = data[at : at + 2]
        value = int.from_bytes(piece, "big")
        for _ in range(_PAIR if len(piece) == 2 else _SINGLE):
            value, letter = divmod(value, 45)
            letters.append(ALPHABET[letter])
    return "".join(letters)


def decode(text: str) -> bytes | None:
    """The bytes of a text; None if no bytes encode to it."""
    if len(text) % _PAIR == 1:
        return None
    data = bytearray()
    for at in range(0, len(text), _PAIR):
        piece = text[at : at + _PAIR]
        size = 2 if len(piece) == _PAIR else 1
        value = 0
        for letter in reversed(piece):
            digit = _VALUES.get(letter)
            if digit is None:
                return None
            value = value * 45 + digit
        if value >= 256**size:
            return None
        data += value.to_bytes(size, "big")
    return bytes(data)
