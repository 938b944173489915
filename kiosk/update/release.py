"""What a release says about itself, and whether it may follow the one that sells.

The same facts stand signed in the repository (`custom` of its target) and in `release.json` at the root of
its folder; both must agree. Source: docs/updates.md, "A release".
"""

import re
from pathlib import Path
from typing import Any

import msgspec

FILE = "release.json"
PROGRAM = "kiosk"
FILE_SIZE_MAX = 16_384
NUMBERS_MAX = 4
RINGS_MAX = 16

_VERSION = re.compile(r"(0|[1-9]\d{0,5})(\.(0|[1-9]\d{0,5})){1,3}")
_RING = re.compile(r"[a-z][a-z0-9-]{0,31}")


def is_version(text: str) -> bool:
    """Two to four numbers with dots and nothing else: it becomes the name of a folder.

    >>> is_version("1.10.2"), is_version("1.02"), is_version("../1.0")
    (True, False, False)
    """
    return _VERSION.fullmatch(text) is not None


def is_ring(text: str) -> bool:
    """A ring's name: small letters, digits and dashes."""
    return _RING.fullmatch(text) is not None


def order(version: str) -> tuple[int, ...]:
    """What versions are compared by. 1.2 and 1.2.0 are the same age.

    >>> order("1.10") > order("1.9.9"), order("1.2") == order("1.2.0")
    (True, True)
    """
    numbers = [int(number) for number in version.split(".")]
    return tuple(numbers + [0] * (NUMBERS_MAX - len(numbers)))


class Release(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A release's own words: `release.json`."""

    version: str
    made: str
    """When it was built, ISO 8601 in UTC, such as 2026-11-23T10:00:00Z."""
    writes_schema: int
    """The form of journal.db this release leaves behind (its `user_version`)."""
    reads_schema: tuple[int, int]
    """Oldest and newest form of journal.db it can work with."""

    def __post_init__(self) -> None:
        oldest, newest = self.reads_schema
        if not is_version(self.version):
            raise ValueError(f"{self.version!r} is not a version")
        if not 0 <= oldest <= self.writes_schema <= newest:
            raise ValueError("a release must be able to read what it writes")

    def reads(self, schema: int) -> bool:
        """Whether it can work with a journal of this form."""
        return self.reads_schema[0] <= schema <= self.reads_schema[1]


class Offer(msgspec.Struct, frozen=True, kw_only=True):
    """What is signed beside a release's archive: `custom.kiosk` of its target."""

    release: Release
    rings: tuple[str, ...]
    unpacked_size: int
    """Bytes of all its files."""

    def __post_init__(self) -> None:
        if len(self.rings) > RINGS_MAX or not all(is_ring(ring) for ring in self.rings):
            raise ValueError("unlawful rings")
        if self.unpacked_size < 0:
            raise ValueError("a size below zero")


def why_not_after(new: Release, now: Release) -> str:
    """Why the new release may not follow the one in use, or an empty text.

    It must be able to work with what is there, and the one in use with what the new one leaves: coming back
    after some days must find a journal it can read.
    """
    if order(new.version) <= order(now.version):
        return f"{new.version} is not newer than {now.version}"
    if not new.reads(now.writes_schema):
        return f"{new.version} cannot read the journal of {now.version} (schema {now.writes_schema})"
    if not now.reads(new.writes_schema):
        return f"{now.version} could not read the journal of {new.version} (schema {new.writes_schema})"
    return ""


def read_offer(custom: object) -> Offer | None:
    """What a target's `custom` offers; None if it is no release of the lane, or one we cannot understand."""
    if not isinstance(custom, dict) or "kiosk" not in custom:
        return None
    try:
        return msgspec.convert(custom["kiosk"], Offer)
    except (msgspec.ValidationError, ValueError):
        return None


def read_release(folder: Path) -> Release | None:
    """What the release in this folder says, or None if it says nothing lawful."""
    try:
        with (folder / FILE).open("rb") as file:
            return msgspec.json.decode(file.read(FILE_SIZE_MAX), type=Release)
    except (OSError, msgspec.MsgspecError, ValueError):
        return None


def as_custom(offer: Offer) -> dict[str, Any]:
    """What stands in the signed metadata."""
    return {"kiosk": msgspec.to_builtins(offer)}
