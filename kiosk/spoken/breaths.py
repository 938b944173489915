"""A long text in sayings that a voice takes whole: parted between sentences. Pure.

A speaker cuts what is longer than TEXT_MAX; several nudges at once, in a language of long words, are.

Invariants: no word is lost and none is said twice; no saying is longer than TEXT_MAX.
"""

import re
from collections.abc import Iterator

from kiosk.devices.speaker import TEXT_MAX

_SENTENCES = re.compile(r"[^.!?。！？؟]*[.!?。！？؟]*\s*")


def breaths(text: str) -> tuple[str, ...]:
    """The text in as few sayings as hold it.

    >>> breaths("Welcome. Scan an item.")
    ('Welcome. Scan an item.',)
    """
    sayings: list[str] = []
    for piece in _pieces(text):
        if sayings and len(sayings[-1] + piece.rstrip()) <= TEXT_MAX:
            sayings[-1] += piece
        else:
            sayings.append(piece)
    return tuple(one.strip() for one in sayings if one.strip())


def _pieces(text: str) -> Iterator[str]:
    """Sentences; one that is too long itself is parted between its words, or where it must be."""
    for sentence in _SENTENCES.findall(text):
        rest = sentence
        while len(rest.rstrip()) > TEXT_MAX:
            at = rest.rfind(" ", 0, TEXT_MAX) + 1 or TEXT_MAX
            yield rest[:at]
            rest = rest[at:]
        if rest:
            yield rest
