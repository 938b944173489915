"""Follows the service's feed: keeps the lane's replica fresh, or fetches it whole when that is not possible.

Source: docs/protocol.md, "Feed down" and "Snapshot".
Invariants: pages are gathered to the heads of all scopes and applied at once, so that nobody sells from half
an import; a replica is replaced only by one that was checked.
"""

import logging
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from kiosk.sync import snapshots
from kiosk.sync.answers import Failure, Refused, Unreachable
from kiosk.sync.backoff import Backoff
from kiosk.sync.identity import Identity
from retail.wire.feed import FeedPage, SnapshotManifest, SnapshotRequired

POLL_S = 45.0
"""Between looks when nobody hints; jittered by a third."""
PAGES_MAX = 30
"""Gathered in one go; with more to catch up on, the whole replica is fetched."""
SNAPSHOT_TRIES_MAX = 3
"""In a row; then the ordinary wait."""

log = logging.getLogger(__name__)


class FeedPosition(Protocol):
    """How far a scope has been followed (`kiosk.database.feeding.Position`)."""

    @property
    def feed_epoch(self) -> str:
        """The feed's incarnation."""

    @property
    def pos(self) -> int:
        """The last position applied."""


class Keeper(Protocol):
    """Who keeps the replica file (`kiosk.app.replica_keeper`): writes to it, and swaps another in."""

    def positions(self) -> Mapping[str, FeedPosition]:
        """Scopes and positions; empty: the file does not come from the service."""

    def apply(self, pages: Sequence[FeedPage]) -> frozenset[str]:
        """Apply pages up to the heads, in one commit; raises `UnfitError` when they do not fit the file."""

    def adopt(self, path: Path) -> None:
        """Check a fetched file and put it in the present one's place; raises `UnfitError`."""


class UnfitError(ValueError):
    """A page or a file that does not fit."""


class Feeding(Protocol):
    """The service, for feeds (`kiosk.sync.client.StoreClient`)."""

    @property
    def identity(self) -> Identity:
        """The lane's, with the service's keys as last told."""

    def rows(
        self, scope: str, after: int, feed_epoch: str, wait_s: int = 0
    ) -> FeedPage | SnapshotRequired | Failure:
        """A page."""

    def manifest(self, scope: str) -> SnapshotManifest | Failure:
        """The newest snapshot."""

    def download(self, scope: str, manifest: SnapshotManifest, path: Path) -> Path | Failure:
        """Its file."""


class Follower:
    """Follows all scopes of one lane. `step` is called by one thread."""

    def __init__(
        self,
        identity: Identity,
        service: Feeding,
        keeper: Keeper,
        folder: Path,
        changed: Callable[[], None],
        backoff: Backoff,
        random: Callable[[], float],
    ) -> None:
        self._identity = identity
        self.unknown_key: Callable[[], None] = lambda: None
        """Called when a snapshot is signed with a key of the service that the lane does not know."""
        self._service = service
        self._keeper = keeper
        self._folder = folder
        self._changed = changed
        self._backoff = backoff
        self._random = random
        self._wants_snapshot = False
        self._store_scope = f"store:{identity.store_id}"
        self.trouble = ""
        """Why the replica is not fresh, for staff; empty when it is."""

    def resync(self) -> None:
        """Fetch the replica whole at the next step."""
        self._wants_snapshot = True

    def step(self) -> float:
        """Follow to the head; seconds to wait before the next look."""
        problem = self._follow()
        if problem is None:
            self._backoff.succeeded()
            self.trouble = ""
            return POLL_S * (1 - self._random() / 3)
        self._say(problem)
        return self._backoff.failed(problem.retry_after_s if isinstance(problem, Unreachable) else None)

    def _follow(self) -> Failure | None:
        for _ in range(SNAPSHOT_TRIES_MAX):
            positions = self._keeper.positions()
            if self._wants_snapshot or self._store_scope not in positions:
                problem = self._fetch()
                if problem is not None:
                    return problem
                positions = self._keeper.positions()
            changed, problem = self._follow_all(positions)
            if changed:
                self._changed()
            if problem is not None or not self._wants_snapshot:
                return problem
        return Unreachable(reason="snapshots do not fit the feed")

    def _follow_all(self, positions: Mapping[str, FeedPosition]) -> tuple[bool, Failure | None]:
        """Gather what is new in all scopes and apply it; whether anything changed, and why not."""
        pages: list[FeedPage] = []
        for scope in self._identity.scopes:
            known = positions.get(scope)
            after, feed_epoch = (known.pos, known.feed_epoch) if known is not None else (0, "")
            more = True
            while more:
                page = self._service.rows(scope, after, feed_epoch)
                if isinstance(page, SnapshotRequired) or len(pages) >= PAGES_MAX:
                    log.warning("the feed of %s cannot be followed from %d; fetching the whole", scope, after)
                    self._wants_snapshot = True
                    return False, None
                if not isinstance(page, FeedPage):
                    return False, page
                if page.rows or page.to != after:
                    pages.append(page)
                more = page.more and page.to > after
                after = page.to
        if not pages:
            return False, None
        try:
            return bool(self._keeper.apply(pages)), None
        except UnfitError as error:
            log.error("%s; fetching the whole", error)
            self._wants_snapshot = True
            return False, None

    def _fetch(self) -> Failure | None:
        """The whole replica anew."""
        scope = self._store_scope
        manifest = self._service.manifest(scope)
        if not isinstance(manifest, SnapshotManifest):
            return manifest
        packed = self._folder / f"snapshot-{manifest.sha256[:16]}.zst"
        target = self._folder / "snapshot.new"
        try:
            snapshots.check_manifest(manifest, self._identity.store_id, self._service.identity.service_keys)
            got = self._service.download(scope, manifest, packed)
            if not isinstance(got, Path):
                return got
            snapshots.unpack(packed, manifest, target)
            self._keeper.adopt(target)
        except (snapshots.SnapshotError, UnfitError) as error:
            if isinstance(error, snapshots.UnknownKeyError):
                self.unknown_key()
            return Refused(status=200, code="snapshot_refused", detail=str(error))
        except OSError as error:
            return Unreachable(reason=f"the snapshot cannot be kept: {error}")
        self._forget_files()
        self._wants_snapshot = False
        log.info("replica fetched whole: %d bytes", manifest.unpacked_size)
        self._changed()
        return None

    def _forget_files(self) -> None:
        for left in self._folder.glob("snapshot-*.zst"):
            left.unlink(missing_ok=True)

    def _say(self, problem: Failure) -> None:
        words = problem.reason if isinstance(problem, Unreachable) else f"{problem.code}: {problem.detail}"
        if not self.trouble:
            log.warning("the shop's data cannot be refreshed: %s", words)
        self.trouble = words
