"""Settings of a gate, from one TOML file; every mistake is named.

Source: docs/gate.md, "Settings".
"""

import tomllib
from pathlib import Path
from typing import Literal

import msgspec

from retail.languages import LANGUAGES

Stands = Literal["open", "shut"]


class SettingsError(ValueError):
    """The file cannot be used; says why."""


class Reader(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The scanner, as `[hand_scanner]` of a lane."""

    kind: Literal["serial", "hid"] = "serial"
    port: str
    baud: int = 9600
    prefix: str = ""
    suffix: str = "<CR>"
    layout: str = "us"


class RelaySettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The relay."""

    port: str
    number: int = 1
    open_s: float = 4.0
    """How long it stays open for one purchase."""


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All of them."""

    folder: str
    """Where the gate keeps who it is and what it did by itself."""
    reader: Reader
    relay: RelaySettings
    without_link: Stands = "open"
    """For a receipt that this gate has not let out yet, while nobody can be asked."""
    on_fault: Stands = "open"
    """While the gate cannot read or write down what it does. Open: nobody is locked in."""
    language: str = "en"
    """What staff read: one of the lane's languages."""


def load(path: Path) -> Settings:
    """Read them. Raises `SettingsError`."""
    try:
        settings = msgspec.convert(tomllib.loads(path.read_text("utf-8")), Settings, strict=False)
    except (OSError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise SettingsError(f"{path}: {error}") from error
    if settings.language not in LANGUAGES:
        raise SettingsError(f"{path}: language is one of {', '.join(LANGUAGES)}")
    if not 1 <= settings.relay.number <= 8 or not 0.5 <= settings.relay.open_s <= 60:
        raise SettingsError(f"{path}: a relay is one of 1 to 8 and opens for 0.5 to 60 seconds")
    return settings
