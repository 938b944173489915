"""How `espeak-ng` is called, and what it says of its voices.

Source: espeak-ng(1) of Debian 12 (1.51): `-v` voice, `-s` words a minute (80 to 450), `-a` amplitude (0 to
200), `-b 1` UTF-8, `--stdin`, `--stdout` (a WAV file whose length is left open).
Invariants: a text never becomes an argument; nothing in it is understood as phonemes (`[[...]]`) or as a
control.
"""

import unicodedata
from collections.abc import Iterable

from kiosk.devices.speaker import SPEED_MAX, SPEED_MIN, TEXT_MAX

PROGRAM = "espeak-ng"
WORDS_A_MINUTE, WORDS_MIN, WORDS_MAX = 175, 80, 450
AMPLITUDE_MAX = 200
VOICES = {"en": "en-gb", "de": "de", "zh": "cmn", "fr": "fr-fr", "es": "es", "ar": "ar"}
"""By the language of the shopper. `--voices` calls Chinese `cmn`."""
VOICE_LINES_MAX = 1_000


def arguments(language: str, volume_percent: int, speed_percent: int) -> tuple[str, ...]:
    """What follows the program's name. Text comes on standard input, sound leaves on standard output."""
    speed = min(SPEED_MAX, max(SPEED_MIN, speed_percent))
    words = min(WORDS_MAX, max(WORDS_MIN, WORDS_A_MINUTE * speed // 100))
    amplitude = AMPLITUDE_MAX * min(100, max(0, volume_percent)) // 100
    return (
        *("-v", VOICES.get(language, language)),
        *("-s", str(words), "-a", str(amplitude), "-b", "1"),
        *("--stdin", "--stdout"),
    )


def voices(listing: str) -> frozenset[str]:
    """The languages of `espeak-ng --voices`: its second column."""
    rows = listing.splitlines()[1 : VOICE_LINES_MAX + 1]
    return frozenset(cells[1] for row in rows if len(cells := row.split()) > 1)


def has_voice(language: str, known: Iterable[str]) -> bool:
    """Whether one of the `known` voices speaks this language."""
    return VOICES.get(language, language) in known


def cleaned(text: str) -> str:
    """The text as it may be handed to a voice: one line, no controls, no phonemes, TEXT_MAX characters."""
    spaced = "".join(" " if unicodedata.category(c) in {"Cc", "Zl", "Zp", "Cs", "Co"} else c for c in text)
    line = " ".join(spaced.replace("[[", " ").replace("]]", " ").split())
    if len(line) <= TEXT_MAX:
        return line
    cut = line[:TEXT_MAX]
    return cut.rsplit(" ", 1)[0] if " " in cut else cut
