"""A theme that has been checked: whoever holds one can show it.

Invariants: every name of `retail.theme.tokens` is there and no other; every declared pair can be read in
every mode. `mistakes` says what is wrong with one that is not so; a `Theme` with mistakes cannot be built.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import msgspec

from retail.theme import tokens
from retail.theme.colours import contrast, is_colour, is_opaque

_SOUND = re.compile(r"[a-z][a-z0-9_]{0,31}")
Colours = dict[str, str]


class ThemeRefusedError(ValueError):
    """A theme with mistakes: nothing of it is used. `mistakes` lists them."""

    def __init__(self, mistakes: Sequence[str]) -> None:
        self.mistakes = tuple(mistakes)
        shown = "\n".join(f"  {mistake}" for mistake in self.mistakes)
        super().__init__(f"theme refused, nothing of it is used; {len(self.mistakes)} mistake(s):\n{shown}")


class Theme(msgspec.Struct, frozen=True, kw_only=True):
    """Colours by mode, and what all modes share."""

    name: str
    light: Colours
    dark: Colours
    high_contrast: Colours
    type: dict[str, int]
    """Sizes of letters, pixels of the design."""
    space: dict[str, int]
    motion: dict[str, int]
    """Milliseconds."""
    sounds: dict[str, str]
    """Occasion to the name of a sound file, without its ending."""

    def __post_init__(self) -> None:
        if found := list(mistakes(self)):
            raise ThemeRefusedError(found)

    def colours(self, mode: str) -> Colours:
        """The colours of one of `tokens.MODES`."""
        return {"light": self.light, "dark": self.dark, "high_contrast": self.high_contrast}[mode]


def mistakes(theme: Theme) -> Iterator[str]:
    """Each thing that is wrong, with its key, what it is and what it should be."""
    if not 0 < len(theme.name.strip()) <= tokens.NAME_MAX:
        yield f"theme.name: 1 to {tokens.NAME_MAX} characters"
    for mode in tokens.MODES:
        colours = theme.colours(mode)
        wrong = [*_names(mode, colours, tokens.COLOURS), *_not_colours(mode, colours)]
        yield from wrong
        if not wrong:
            yield from _unreadable(mode, colours)
    for key, values, names, least, most in (
        ("type", theme.type, tokens.TYPE, tokens.TYPE_MIN, tokens.TYPE_MAX),
        ("space", theme.space, tokens.SPACE, tokens.SPACE_MIN, tokens.SPACE_MAX),
        ("motion", theme.motion, tokens.MOTION, tokens.MOTION_MIN, tokens.MOTION_MAX),
    ):
        yield from _names(key, values, names)
        for name, value in values.items():
            if not least <= value <= most:
                yield f"{key}.{name}: {value} is not between {least} and {most}"
    for key, values, names in (("type", theme.type, tokens.TYPE), ("space", theme.space, tokens.SPACE)):
        yield from _not_growing(key, values, names)
    yield from _names("sounds", theme.sounds, tokens.SOUNDS)
    for name, sound in theme.sounds.items():
        if not _SOUND.fullmatch(sound):
            yield f"sounds.{name}: {sound!r} is no name of a sound (small letters, digits, _)"


def _names(key: str, values: Mapping[str, object], names: Sequence[str]) -> Iterator[str]:
    for name in names:
        if name not in values:
            yield f"{key}.{name}: missing"
    for name in values:
        if name not in names:
            yield f"{key}.{name}: there is no such name"


def _not_colours(mode: str, colours: Colours) -> Iterator[str]:
    for name, colour in colours.items():
        if not is_colour(colour):
            yield f"{mode}.{name}: {colour!r} is no colour (#rrggbb, small letters)"
        elif not is_opaque(colour) and name not in tokens.MAY_SHINE_THROUGH:
            yield f"{mode}.{name}: {colour} shines through; what it is read on would not be known"


def _unreadable(mode: str, colours: Colours) -> Iterator[str]:
    for pair in tokens.PAIRS:
        ink, ground = colours[pair.ink], colours[pair.ground]
        figure, least = contrast(ink, ground), pair.least(mode)
        if figure < least:
            yield (
                f"{mode}.{pair.ink} on {mode}.{pair.ground}: {ink} on {ground} has a contrast of "
                f"{_down(figure)}, {least:g} is needed"
            )


def _down(figure: float) -> str:
    """Rounded down, so that 4.499 does not read as 4.5."""
    return f"{int(figure * 100) / 100:.2f}"


def _not_growing(key: str, values: Mapping[str, int], names: Sequence[str]) -> Iterator[str]:
    known = [name for name in names if name in values]
    for smaller, larger in pairwise(known):
        if values[smaller] >= values[larger]:
            yield f"{key}.{larger}: {values[larger]} is not more than {key}.{smaller}, {values[smaller]}"
