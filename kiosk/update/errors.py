"""What keeps an update from going on. None of it touches the release that sells."""

import enum


class Why(enum.Enum):
    """One word for each, as told in the status, for the fleet's page and for scripts."""

    UNREACHABLE = "unreachable"
    """The repository did not answer. Tried again."""
    UNTRUSTED = "untrusted"
    """Signatures, versions or ages of the repository's metadata do not hold. Nothing of it was used."""
    CLOCK = "clock"
    """The clock stands before the day this release was made: whether metadata is old cannot be told."""
    DAMAGED = "damaged"
    """What was fetched is not what was signed."""
    SCHEMA = "schema"
    """The release before could not read what this one writes, or this one not what is there."""
    DISK = "disk"
    """Too little room, or the disk failed."""
    SELF_TEST = "self_test"
    """The new release says itself that it does not work here."""
    SLOW = "slow"
    """The new release did not finish its self-test in time. Tried again."""
    BUSY = "busy"
    """Another updater works in this house."""
    SETTINGS = "settings"
    """The updater's settings or its folders are wrong."""


class UpdateError(Exception):
    """The update cannot go on; the release in use stays as it is."""

    def __init__(self, why: Why, text: str) -> None:
        super().__init__(text)
        self.why = why
