"""How lane and updater agree on the moment to switch: four small files in a folder the lane may write.

    healthy      VERSION    the lane: this release sells, and has been well for a while
    may-switch   VERSION    the lane: nobody is here, I end now; start that one
    ring         NAME       the lane: the ring its settings put it in
    restart                 the night: start the lane anew when nobody is there

Nothing here is trusted beyond that: a lane that lies can only pick among releases that are signed and proved.
The chooser takes the first two away at every start. Source: docs/updates.md, "The moment".
"""

import os
from pathlib import Path

from kiosk.update import durable
from kiosk.update.house import House
from kiosk.update.release import is_ring, is_version

WORD_SIZE_MAX = 64
RESTART = "restart"
"""Anybody who may write the door asks by making it (deploy/systemd/kiosk-nightly.service)."""


class Door:
    """That folder, for both sides."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def _say(self, what: str, word: str) -> None:
        durable.write(self.folder / what, f"{word}\n".encode())

    def _said(self, what: str) -> str:
        try:
            descriptor = os.open(
                self.folder / what, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
            )
        except OSError:
            return ""
        try:
            return os.read(descriptor, WORD_SIZE_MAX).decode("ascii", "replace").partition("\n")[0]
        except OSError:
            return ""
        finally:
            os.close(descriptor)

    def say_healthy(self, version: str) -> None:
        """The lane has been well for a while as this release. OSError if it cannot be kept."""
        self._say("healthy", version)

    def healthy(self) -> str | None:
        """The release that said so since its start."""
        word = self._said("healthy")
        return word if is_version(word) else None

    def allow_switch(self, version: str) -> None:
        """The lane is idle and ends now, with nobody able to begin. OSError if it cannot be kept: stay."""
        self._say("may-switch", version)

    def say_ring(self, ring: str) -> None:
        """The ring that the lane's settings name."""
        if not is_ring(ring):
            raise ValueError(f"{ring!r} is no ring")
        self._say("ring", ring)

    def leave_ring(self) -> None:
        """The lane's settings name none: the updater's own count."""
        if os.path.lexists(self.folder / "ring"):
            durable.remove(self.folder / "ring")

    def ring(self) -> str | None:
        """What the lane's settings named last."""
        word = self._said("ring")
        return word if is_ring(word) else None

    def is_restart_wanted(self) -> bool:
        """Whether a start is asked for when nobody is there."""
        return os.path.lexists(self.folder / RESTART)

    def has_restarted(self) -> None:
        """It has been. OSError if that cannot be kept."""
        if self.is_restart_wanted():
            durable.remove(self.folder / RESTART)


class LanesSide:
    """What a lane asks and says about updates. It may only read the house."""

    def __init__(self, house: Path, door: Path, version: str) -> None:
        self._house = House(house)
        self._door = Door(door)
        self._version = version

    def waiting(self) -> str | None:
        """A release that waits for a moment without a shopper; asking costs one readlink."""
        version = self._house.named("next")
        return None if self._house.is_on_trial() else version

    def is_restart_wanted(self) -> bool:
        """Whether the night wants a fresh start as soon as nobody is there."""
        return self._door.is_restart_wanted()

    def has_restarted(self) -> None:
        """This start is that one. OSError if the wish cannot be taken away."""
        self._door.has_restarted()

    def say_ring(self, ring: str) -> None:
        """The ring that the lane's settings name, for the next round; empty: none. OSError if not kept."""
        if not ring:
            self._door.leave_ring()
        elif self._door.ring() != ring:
            self._door.say_ring(ring)

    def end_for(self, version: str) -> None:
        """Say that the lane ends now for this release.

        The caller has stopped taking shoppers before, and ends the process after it. OSError if it cannot be
        kept: the same release starts again, and the lane ends once more when nobody is there.
        """
        self._door.allow_switch(version)

    def is_well(self) -> None:
        """Say that this start is a good one. OSError if it cannot be kept: say it again later."""
        self._door.say_healthy(self._version)
