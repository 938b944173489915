"""One round of the updater: find a newer release for this lane and put it beside the one that sells.

    confirm -> metadata -> fetch -> unpack -> place -> prove -> stage -> clear

Every step may be cut short anywhere, by a kill or by the power: the next round finds what is whole and throws
the rest away. Nothing here touches `current`; that is the chooser's, while no lane runs. docs/updates.md.
"""

import contextlib
import logging
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import httpx
from tuf.api.metadata import TargetFile

from kiosk.update import durable, fetch, status
from kiosk.update.door import Door
from kiosk.update.errors import UpdateError, Why
from kiosk.update.house import House
from kiosk.update.proving import prove
from kiosk.update.release import Offer, Release, order, why_not_after
from kiosk.update.status import State, Status
from kiosk.update.trust import Repository, require_clock
from kiosk.update.unpack import unpack

log = logging.getLogger(__name__)

STEPS = ("confirm", "metadata", "fetch", "unpack", "place", "prove", "stage", "clear")

Watch = Callable[[str, str], None]
"""Told each step and the moment, `before` or `after`: how tests and benchmarks cut a round short."""


def _nobody_watches(_step: str, _moment: str) -> None:
    pass


@dataclass(frozen=True, kw_only=True)
class Plan:
    """How this lane is kept up to date."""

    house: House
    door: Door
    url: str
    root: bytes
    """The metadata of the root role that was installed with the lane."""
    ring: str
    """Unless the lane's settings name another, through the door."""
    selftest_s: float
    room_left: int
    """Bytes that stay free on the disk, for the journal above all."""


class Updater:
    """Keeps one house up to date."""

    def __init__(
        self,
        plan: Plan,
        http: httpx.Client,
        *,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        watch: Watch = _nobody_watches,
    ) -> None:
        self._plan = plan
        self._house = plan.house
        self._http = http
        self._now = now
        self._watch = watch

    @property
    def ring(self) -> str:
        """The ring that counts now."""
        return self._plan.door.ring() or self._plan.ring

    @contextlib.contextmanager
    def _step(self, name: str) -> Iterator[None]:
        self._watch(name, "before")
        yield
        self._watch(name, "after")

    def round(self) -> Status:
        """Look once, and do what there is to do. What keeps it from that is told, never raised."""
        try:
            self._house.prepare()
            with self._house.only_updater():
                self._go_on()
        except UpdateError as error:
            log.warning("update: %s: %s", error.why.value, error)
            found = self._look(error.why, str(error))
        except OSError as error:
            log.warning("update: %s", error)
            found = self._look(Why.DISK, str(error))
        else:
            found = self._look()
        try:
            status.write(self._house.state, found)
        except OSError as error:
            log.warning("update: the status is not kept: %s", error)
        return found

    def confirm(self) -> bool:
        """Take a release off its trial if it said that it is well. True if it did."""
        with self._house.locked():
            if not self._house.is_on_trial() or self._plan.door.healthy() != self._house.named("trial"):
                return False
            with self._step("confirm"):
                self._house.drop("trial")
        log.info("update: %s is well and stays", self._house.named("current"))
        return True

    def _go_on(self) -> None:
        self.confirm()
        if self._house.is_on_trial():
            return
        current = self._house.release("current")
        if current is None:
            raise UpdateError(Why.SETTINGS, f"{self._house.folder}/current names no release")
        self._house.tidy()
        require_clock(self._now(), current)
        repository = Repository(self._http, self._plan.url, self._house.metadata, self._plan.root)
        with self._step("metadata"):
            offers = self._for_us(repository.offers(), current)
        staged = self._house.named("next")
        chosen = _newest(offers, current)
        if staged is not None and all(offer.release.version != staged for _target, offer in offers):
            log.info("update: %s is not offered any more", staged)
            self._unstage()
        if chosen is None:
            self._clear_downloads()
        elif chosen[1].release.version != staged:
            self._bring(repository, current, *chosen)

    def _for_us(
        self, offers: list[tuple[TargetFile, Offer]], current: Release
    ) -> list[tuple[TargetFile, Offer]]:
        condemned = self._house.condemned()
        return [
            (target, offer)
            for target, offer in offers
            if self.ring in offer.rings
            and order(offer.release.version) > order(current.version)
            and offer.release.version not in condemned
        ]

    def _bring(self, repository: Repository, current: Release, target: TargetFile, offer: Offer) -> None:
        version = offer.release.version
        self._require_room(target, offer)
        with self._step("fetch"):
            archive = fetch.archive(self._http, repository.url_of(target), target, self._house.downloads)
        unfinished = self._house.releases / f".{version}.new"
        try:
            with self._step("unpack"):
                unpack(archive, unfinished, offer)
            with self._step("place"):
                durable.rename(unfinished, self._house.release_folder(version))
            with self._step("prove"):
                prove(self._house.release_folder(version), self._plan.selftest_s)
        except UpdateError as error:
            if error.why in (Why.DAMAGED, Why.SELF_TEST):  # the same again would end the same
                self._house.condemn(version, f"{error.why.value}: {error}")
            self._house.tidy()
            raise
        with self._step("stage"), self._house.locked():
            if self._house.named("current") != current.version:  # the lane switched while we were busy
                raise UpdateError(Why.BUSY, f"{current.version} is not in use any more")
            self._house.point("next", version)
        log.info("update: %s is proved and waits for a moment without a shopper", version)
        with self._step("clear"):
            self._house.tidy()
            self._clear_downloads()

    def _require_room(self, target: TargetFile, offer: Offer) -> None:
        needed = target.length + offer.unpacked_size + self._plan.room_left
        free = shutil.disk_usage(self._house.state).free + _size_of(self._house.downloads)
        if free < needed:
            self._clear_downloads()
            raise UpdateError(Why.DISK, f"{needed >> 20} MB have to be free, {free >> 20} MB are")

    def _unstage(self) -> None:
        with self._house.locked():
            self._house.drop("next")
        self._house.tidy()

    def _clear_downloads(self) -> None:
        for path in self._house.downloads.iterdir():
            durable.remove(path)

    def _look(self, why: Why | None = None, text: str = "") -> Status:
        house = self._house
        state = State.UP_TO_DATE
        if why is not None:
            state = State.STUCK
        elif house.is_on_trial():
            state = State.ON_TRIAL
        elif house.named("next"):
            state = State.WAITING
        return Status(
            state=state,
            ring=self.ring,
            current=house.named("current"),
            previous=house.named("previous"),
            next=house.named("next"),
            condemned=tuple(house.condemned()),
            checked_at=self._now().isoformat(timespec="seconds"),
            why=why,
            text=text[: status.TEXT_MAX],
        )


def _newest(offers: list[tuple[TargetFile, Offer]], current: Release) -> tuple[TargetFile, Offer] | None:
    """The newest that may follow the release in use; UpdateError if there are newer ones and none may."""
    newest_first = sorted(offers, key=lambda pair: order(pair[1].release.version), reverse=True)
    for pair in newest_first:
        if not why_not_after(pair[1].release, current):
            return pair
    if newest_first:
        raise UpdateError(Why.SCHEMA, why_not_after(newest_first[0][1].release, current))
    return None


def _size_of(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.iterdir())
