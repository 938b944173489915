"""Hide card numbers, tracks and PINs in text that comes from outside.

A terminal or gateway may write anything into a text: a badly configured one prints whole card numbers. What
the lane shows, prints or stores goes through `hidden` first, so that a mistake elsewhere stays elsewhere.

Source: ISO/IEC 7812-1 (numbers of up to 19 digits, Luhn check digit), ISO/IEC 7813 (tracks); PCI DSS 3.4.
Invariants: the length of a text never changes; a hidden text is not changed again; a run of digits that fails
the check and carries no track data stays as it is.
"""

import re

SHOWN_DIGITS = 4
NUMBER_MIN, NUMBER_MAX = 14, 19
_SHAPES = (
    (19, ("4", "5", "6", "9")),
    (18, ("5", "6")),
    (17, ("5", "6")),
    (16, ("2", "3", "4", "5", "6", "8", "9")),
    (15, ("34", "37")),
    (14, ("30", "36", "38", "39")),
)
"""How long the numbers of the schemes are and what they begin with. Being exact here keeps merchant numbers,
which have 15 digits, readable."""
_TRACK = re.compile(r"[0-9]{13,19}[=D^][0-9A-Fa-f=^/ A-Z]{0,60}")
"""Track 2, and the part of track 1 that begins with the number."""
_PIN = re.compile(r"(?i)(\bPIN(?:[ -]?(?:code|block))?\W{0,3})([0-9][0-9A-F]{3,15})\b")
_RUN = re.compile(r"[0-9](?:[ -]?[0-9]){13,}")


def hidden(text: str) -> str:
    """The text with every card number reduced to its last four digits, and tracks and PINs hidden whole.

    >>> hidden("Karte 4111 1111 1111 1111 ok")
    'Karte **** **** **** 1111 ok'
    """
    text = _TRACK.sub(lambda found: "*" * len(found[0]), text)
    text = _PIN.sub(lambda found: found[1] + "*" * len(found[2]), text)
    return _RUN.sub(_hide_run, text)


def passes_check(digits: str) -> bool:
    """The last digit is the Luhn check digit of the ones before.

    >>> passes_check("4111111111111111"), passes_check("4111111111111112")
    (True, False)
    """
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def _hide_run(found: re.Match[str]) -> str:
    """Hide each stretch of the run that is a card number; the longest at each place.

    Stretches may overlap: a second of the clock before two card numbers can make a third one by chance, whose
    last four digits are the first of a real one. So each place is looked at, also within what is hidden.
    """
    text = found[0]
    places = [at for at, character in enumerate(text) if character.isdecimal()]
    digits = [text[at] for at in places]
    letters = list(text)
    for start in range(len(places) - NUMBER_MIN + 1):
        size = _number_at(digits[start : start + NUMBER_MAX])
        for at in places[start : start + max(0, size - SHOWN_DIGITS)]:
            letters[at] = "*"
    return "".join(letters)


def _number_at(digits: list[str]) -> int:
    """How many digits from here form a card number; 0 for none."""
    for size, prefixes in _SHAPES:
        number = "".join(digits[:size])
        if len(number) == size and number.startswith(prefixes) and passes_check(number):
            return size
    return 0
