"""The updater's own settings: one small TOML file, written when a lane is installed.

It is not the lane's file: what decides where programs come from is root's, and the lane may not write it. The
ring alone may also come from the lane's settings, through the door.
"""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import msgspec

from kiosk.update.door import Door
from kiosk.update.errors import UpdateError, Why
from kiosk.update.house import House
from kiosk.update.release import is_ring
from kiosk.update.updater import Plan

FILE = Path("/etc/kiosk/update.toml")
MB = 1 << 20
LOOPBACK = ("127.0.0.1", "::1", "localhost")


class Config(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What stands in it."""

    url: str
    """The repository: https, or http on a loopback address."""
    root: Path = Path("/etc/kiosk/update-root.json")
    """The root role's metadata that the lane was installed with."""
    house: Path = Path("/opt/kiosk")
    door: Path = Path("/var/lib/kiosk/door")
    ring: str = "all"
    authority: Path | None = None
    """The certificate authority of the repository; empty: the system's."""
    every_s: float = 1800.0
    selftest_s: float = 180.0
    room_left_mb: int = 500

    def __post_init__(self) -> None:
        parts = urlsplit(self.url)
        if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in LOOPBACK):
            raise ValueError("url must begin with https://")
        if not is_ring(self.ring):
            raise ValueError(f"{self.ring!r} is no ring: small letters, digits and dashes")
        if not (10 <= self.every_s <= 86_400 and 5 <= self.selftest_s <= 3_600 and self.room_left_mb >= 0):
            raise ValueError("every_s is 10 to 86400, selftest_s 5 to 3600, room_left_mb not below 0")

    def plan(self) -> Plan:
        """What the updater needs. UpdateError (SETTINGS) if the root cannot be read."""
        try:
            root = self.root.read_bytes()
        except OSError as error:
            raise UpdateError(Why.SETTINGS, f"{self.root}: {error.strerror}") from error
        return Plan(
            house=House(self.house),
            door=Door(self.door),
            url=self.url,
            root=root,
            ring=self.ring,
            selftest_s=self.selftest_s,
            room_left=self.room_left_mb * MB,
        )


def load(file: Path) -> Config:
    """The settings in this file. UpdateError (SETTINGS) says what is wrong with them."""
    try:
        return msgspec.toml.decode(file.read_bytes(), type=Config, dec_hook=_path)
    except OSError as error:
        raise UpdateError(Why.SETTINGS, f"{file}: {error.strerror}") from error
    except (msgspec.MsgspecError, ValueError) as error:
        raise UpdateError(Why.SETTINGS, f"{file}: {error}") from error


def _path(kind: type[Any], value: Any) -> Any:
    if kind is not Path or not isinstance(value, str):
        raise NotImplementedError
    return Path(value)
