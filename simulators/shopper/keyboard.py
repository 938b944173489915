"""Which controls of the lane's keyboard type a text: digits first, letters behind one more key.

Source: docs/scenarios.md, "Controls".
"""

OPEN, CONFIRM, LETTERS = "enterCode", "keyOk", "keyLetters"
KEY = "key"
"""Before the mark on a key."""
DIGITS_MARKS, LETTERS_MARKS = "0123456789+-", "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-"
_SPACES = " \u00a0"
"""Nobody types the gaps of a printed number."""


def code_controls(text: str) -> tuple[str, ...]:
    """The controls to press, in order: the keyboard's button, its keys, OK. Raises `ValueError`."""
    marks = "".join(mark for mark in text.upper() if mark not in _SPACES)
    has_letters = any(mark.isalpha() for mark in marks)
    known = LETTERS_MARKS if has_letters else DIGITS_MARKS
    if strange := sorted({mark for mark in marks if mark not in known}):
        where = " beside letters" if has_letters else ""
        raise ValueError(f"the keyboard has no {', '.join(map(repr, strange))}{where}")
    if not marks:
        raise ValueError("there is nothing to type")
    return OPEN, *((LETTERS,) if has_letters else ()), *(KEY + mark for mark in marks), CONFIRM
