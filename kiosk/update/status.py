"""What the updater knows, for the fleet's page, for people and for scripts: one small file, always whole."""

import enum
from pathlib import Path

import msgspec

from kiosk.update import durable
from kiosk.update.errors import Why

FILE = "status.json"
TEXT_MAX = 2_000


class State(enum.Enum):
    """Where a lane stands."""

    UP_TO_DATE = "up_to_date"
    WAITING = "waiting"
    """A new release is proved and waits for a moment without a shopper."""
    ON_TRIAL = "on_trial"
    """The release that sells has yet to show that it is well."""
    STUCK = "stuck"
    """`why` and `text` say what keeps it from going on."""


class Status(msgspec.Struct, frozen=True, kw_only=True):
    """One look at one lane."""

    state: State
    ring: str
    current: str | None
    previous: str | None
    next: str | None
    condemned: tuple[str, ...]
    checked_at: str
    """ISO 8601, UTC."""
    why: Why | None = None
    text: str = ""


def write(folder: Path, status: Status) -> None:
    """Keep it. OSError if the disk does not take it."""
    durable.write(folder / FILE, msgspec.json.format(msgspec.json.encode(status), indent=2) + b"\n")


def read(folder: Path) -> Status | None:
    """What was kept last; None if nothing was, or nothing lawful."""
    try:
        return msgspec.json.decode((folder / FILE).read_bytes(), type=Status)
    except (OSError, msgspec.MsgspecError):
        return None
