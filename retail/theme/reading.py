"""Reading a shop's theme file: what differs from the product's own theme, taken whole or not at all.

    [theme]
    name = "Corner shop"

    [light]
    primary = "#1b4f9c"

    [type]
    body = 34

Sections: `theme`, `light`, `dark`, `high_contrast`, `type`, `space`, `motion`, `sounds`.
"""

import difflib
import tomllib
from collections.abc import Iterator

import msgspec

from retail.theme import tokens
from retail.theme.default import DEFAULT
from retail.theme.model import Theme, ThemeRefusedError

BYTES_MAX = 64 * 1024
NAMES: dict[str, tuple[str, ...]] = {
    "theme": ("name",),
    **dict.fromkeys(tokens.MODES, tokens.COLOURS),
    "type": tokens.TYPE,
    "space": tokens.SPACE,
    "motion": tokens.MOTION,
    "sounds": tokens.SOUNDS,
}
"""Section to the keys it may have."""
_NUMBERS = ("type", "space", "motion")


def read_theme(data: bytes, base: Theme = DEFAULT) -> Theme:
    """The theme of a file, on top of `base`. Raises `ThemeRefusedError` naming everything that is wrong."""
    if len(data) > BYTES_MAX:
        raise ThemeRefusedError([f"the file is larger than {BYTES_MAX} bytes"])
    try:
        told = tomllib.loads(data.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise ThemeRefusedError([f"not readable as TOML: {error}"]) from error
    if wrong := list(_wrong(told)):
        raise ThemeRefusedError(wrong)
    merged = msgspec.to_builtins(base)
    for section, values in told.items():
        if section == "theme":
            merged |= values
        else:
            merged[section] = {**merged[section], **values}
    return Theme(**merged)


def _wrong(told: dict[str, object]) -> Iterator[str]:
    """Sections and keys that do not exist, and values of the wrong kind."""
    for section, values in told.items():
        if section not in NAMES:
            yield f"{section}: there is no such section{_meant(section, tuple(NAMES))}"
        elif not isinstance(values, dict):
            yield f"{section}: a section, [{section}], is meant"
        else:
            for key, value in values.items():
                if key not in NAMES[section]:
                    yield f"{section}.{key}: there is no such name{_meant(key, NAMES[section])}"
                elif section in _NUMBERS and (isinstance(value, bool) or not isinstance(value, int)):
                    yield f"{section}.{key}: {value!r} is no whole number"
                elif section not in _NUMBERS and not isinstance(value, str):
                    yield f"{section}.{key}: {value!r} is no text"


def _meant(name: str, names: tuple[str, ...]) -> str:
    near = difflib.get_close_matches(name, names, n=1)
    return f"; {near[0]} is meant?" if near else ""
