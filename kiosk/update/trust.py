"""Which releases the repository offers, believed only through The Update Framework.

The chain of signatures begins at the root that was installed with the lane, not at anything fetched. Versions
never go back, metadata grows old, and all of it belongs together: `tuf` refuses what is not so.
Source: docs/updates.md, "Trust".
"""

import re
from datetime import UTC, datetime
from pathlib import Path

import httpx
from tuf.api.exceptions import DownloadError, RepositoryError
from tuf.api.metadata import Metadata, TargetFile, Targets
from tuf.ngclient import Updater, UpdaterConfig

from kiosk.update import durable
from kiosk.update.errors import UpdateError, Why
from kiosk.update.fetch import Fetcher, is_full
from kiosk.update.release import Offer, Release, read_offer

ROOT_ROTATIONS_MAX = 64
TARGETS_SIZE_MAX = 1_000_000
ARCHIVE_SIZE_MAX = 2_000_000_000
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")


class Repository:
    """One repository, and what was believed of it so far (kept in `metadata`, so that it cannot go back)."""

    def __init__(self, http: httpx.Client, url: str, metadata: Path, root: bytes) -> None:
        self._http = http
        self._url = url.rstrip("/")
        self._metadata = metadata
        self._root = root

    def offers(self) -> list[tuple[TargetFile, Offer]]:
        """All releases offered now. UpdateError: UNREACHABLE, UNTRUSTED or DISK."""
        for left in self._metadata.glob("tmp*"):  # of a client that was killed while writing
            left.unlink()
        config = UpdaterConfig(max_root_rotations=ROOT_ROTATIONS_MAX, targets_max_length=TARGETS_SIZE_MAX)
        try:
            Updater(
                str(self._metadata),
                f"{self._url}/metadata/",
                fetcher=Fetcher(self._http),
                config=config,
                bootstrap=self._root,
            ).refresh()
            durable.sync_tree(self._metadata)
            targets = Metadata[Targets].from_file(str(self._metadata / "targets.json")).signed.targets
        except (DownloadError, RepositoryError, OSError) as error:
            raise _explained(error) from error
        return [(target, offer) for target in targets.values() if (offer := _offer(target)) is not None]

    def url_of(self, target: TargetFile) -> str:
        """Where its archive is: under its hash, so that a repository in change never mixes two."""
        return f"{self._url}/targets/{target.hashes['sha256']}.{target.path}"


def _offer(target: TargetFile) -> Offer | None:
    if not _NAME.fullmatch(target.path) or "sha256" not in target.hashes:
        return None
    return read_offer(target.custom) if target.length <= ARCHIVE_SIZE_MAX else None


def _explained(error: Exception) -> UpdateError:
    said = f"{type(error).__name__}: {error}"
    if is_full(error):
        return UpdateError(Why.DISK, said)
    if isinstance(error, DownloadError):
        return UpdateError(Why.UNREACHABLE, said)
    return UpdateError(Why.UNTRUSTED if isinstance(error, RepositoryError) else Why.DISK, said)


def require_clock(now: datetime, current: Release) -> None:
    """A clock that stands before this release was made cannot tell old metadata from new: UpdateError."""
    made = datetime.fromisoformat(current.made)
    if now < (made if made.tzinfo else made.replace(tzinfo=UTC)):
        raise UpdateError(Why.CLOCK, f"the clock says {now:%Y-%m-%d}, this release was made later")
