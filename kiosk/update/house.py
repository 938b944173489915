"""The folder where releases live side by side: which one starts, which one is there to go back to.

    current  -> releases/1.4.0     what starts
    previous -> releases/1.3.2     what comes back when `current` fails
    next     -> releases/1.5.0     proved and waiting for a moment without a shopper
    trial    -> releases/1.4.0     is `current` too: it has yet to show that it is well
    tries/{1,2,3}                  starts that are left to it
    bad/1.3.9                      failed here; never tried again by itself
    releases/VERSION/              one release; whatever begins with a dot there is unfinished
    lock, state/                   the updater's

Updater and chooser (`boot/kiosk-boot`) meet only here. The updater sets `next`, the chooser does everything
that follows; both may take `trial` away once the release is well. Source: docs/updates.md, "The house".

Invariants: a folder without a dot in `releases` is whole and durable; what a link names is never removed.
"""

import contextlib
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

from kiosk.update import durable
from kiosk.update.errors import UpdateError, Why
from kiosk.update.release import Release, is_version, order, read_release

LINKS = ("current", "previous", "next", "trial")
BAD_TEXT_MAX = 2_000


class House:
    """One such folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.releases = folder / "releases"
        self.bad = folder / "bad"
        self.state = folder / "state"
        self.metadata = self.state / "metadata"
        self.downloads = self.state / "downloads"

    def prepare(self) -> None:
        """Make what the updater needs in it. It must hold a release already."""
        if not self.releases.is_dir():
            raise UpdateError(Why.SETTINGS, f"there are no releases in {self.folder}")
        for folder in (self.bad, self.state, self.metadata, self.downloads):
            folder.mkdir(parents=True, exist_ok=True)

    def release_folder(self, version: str) -> Path:
        """Where a release is or will be."""
        return self.releases / version

    def named(self, name: str) -> str | None:
        """The version that a link names; None if there is no such link or it is not one of ours."""
        try:
            parent, _, version = str((self.folder / name).readlink()).partition("/")
        except OSError:
            return None
        return version if parent == "releases" and is_version(version) else None

    def release(self, name: str) -> Release | None:
        """What the release that a link names says about itself."""
        version = self.named(name)
        return read_release(self.release_folder(version)) if version else None

    def is_on_trial(self) -> bool:
        """Whether the release that starts has yet to show that it is well."""
        trial = self.named("trial")
        return trial is not None and trial == self.named("current")

    def point(self, name: str, version: str) -> None:
        """Let a link name a release that is whole."""
        durable.link(self.folder / name, f"releases/{version}")

    def drop(self, name: str) -> None:
        """Take a link away."""
        durable.remove(self.folder / name)

    def condemn(self, version: str, reason: str) -> None:
        """Never try this release again by itself."""
        durable.write(self.bad / version, reason[:BAD_TEXT_MAX].encode())

    def forgive(self, version: str) -> bool:
        """Let it be tried again; False if it was not condemned."""
        found = os.path.lexists(self.bad / version)
        durable.remove(self.bad / version)
        return found

    def condemned(self) -> list[str]:
        """Releases that failed here, oldest first."""
        return _versions(self.bad) if self.bad.is_dir() else []

    def whole(self) -> list[str]:
        """Releases that are whole, oldest first."""
        return _versions(self.releases)

    @contextlib.contextmanager
    def locked(self) -> Iterator[None]:
        """Within it the chooser does not switch. Held for moments only: a start may be waiting."""
        with (self.folder / "lock").open("ab") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield

    @contextlib.contextmanager
    def only_updater(self) -> Iterator[None]:
        """Within it no other updater works here; UpdateError if one does."""
        with (self.state / "updater.lock").open("ab") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise UpdateError(Why.BUSY, "another updater works in this house") from None
            yield

    def tidy(self) -> list[str]:
        """Remove unfinished folders, and releases that no link names. Says which releases went."""
        self._sweep()
        removed = []
        with self.locked():
            named = {self.named(name) for name in LINKS}
            if self.named("current") is not None:
                removed = [version for version in self.whole() if version not in named]
            for version in removed:
                durable.rename(self.releases / version, self.releases / f".{version}.old")
        self._sweep()
        return removed

    def _sweep(self) -> None:
        for folder in self.releases.glob(".*"):
            durable.remove_tree(folder)


def _versions(folder: Path) -> list[str]:
    return sorted((path.name for path in folder.iterdir() if is_version(path.name)), key=order)
