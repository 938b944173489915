"""What is done beside the requests: ready-made files made anew, holds ended, old things thrown away.

Every worker looks now and then; of several, the one that claims a store's file makes it. A lane that asks for
a file that is not there yet waits a moment for it.

Source: docs/protocol.md, "Snapshot", "Feed down".
Invariants: one file at a time per worker, on a thread of its own; what fails is told in the log and tried
again at the next look.
"""

import asyncio
import contextlib
import functools
import logging
from collections.abc import AsyncIterator, Mapping
from pathlib import Path

from store.data import housekeeping
from store.data.clock import Clock
from store.data.database import Database
from store.data.errors import DataError
from store.data.goods import pictures
from store.data.ids import new_id
from store.data.ordering import orders
from store.data.people import members
from store.data.replication import feed, snapshot
from store.data.schema.feed import CHAIN
from store.data.stored_value import value

LOOK_S = 30.0
NIGHTLY_US = 24 * 3600 * 1_000_000
_log = logging.getLogger(__name__)


class Upkeep:
    """Keeps feeds tidy and files fresh. One per worker; `work` must be running."""

    def __init__(
        self, database: Database, clock: Clock, about: Mapping[str, str], folder: Path | None = None
    ) -> None:
        self._folder = folder
        self._database = database
        self._clock = clock
        self._about = about
        self._worker = new_id()
        self._making: dict[str, asyncio.Task[None]] = {}
        self._one_at_a_time = asyncio.Lock()
        self._tidied_at = 0

    async def made(self, store_id: str, timeout_s: float) -> bool:
        """Make a store's file if one is due, and wait for it; False if it takes longer."""
        task = self._making.get(store_id)
        if task is None or task.done():
            task = asyncio.create_task(self._make(store_id), name=f"snapshot {store_id}")
            self._making[store_id] = task
            task.add_done_callback(lambda _: self._making.pop(store_id, None))
        done, _ = await asyncio.wait({task}, timeout=timeout_s)
        return bool(done)

    @contextlib.asynccontextmanager
    async def work(self) -> AsyncIterator[None]:
        """Looks after everything until the service stops."""
        looking = asyncio.create_task(self._keep_looking(), name="upkeep")
        try:
            yield
        finally:
            looking.cancel()
            # a file under way is finished: its thread cannot be stopped, and the database closes after this
            await asyncio.gather(looking, *self._making.values(), return_exceptions=True)

    async def look(self) -> None:
        """Look once at every store, at holds and pictures; tidy up if that is a day ago."""
        now = self._clock()
        while await self._database.write(functools.partial(value.sweep, at=now)) == value.SWEEP_MAX:
            pass  # more than one transaction takes at a time
        while await self._database.write(functools.partial(pictures.sweep, at=now)) == pictures.SWEEP_MAX:
            pass
        while await self._database.write(functools.partial(orders.sweep, at=now)) == orders.SWEEP_MAX:
            pass
        while await self._database.write(functools.partial(members.end_checkins, at=now)):
            pass
        for store_id in await self._database.read(feed.stores):
            if store_id != CHAIN:
                await self.made(store_id, snapshot.CLAIM_US / 1_000_000)
        now = self._clock()
        if now - self._tidied_at >= NIGHTLY_US:
            await asyncio.to_thread(housekeeping.tidy, self._database, at=now)
            self._tidied_at = now

    async def _keep_looking(self) -> None:
        while True:
            try:
                await self.look()
            except DataError as error:
                _log.warning("upkeep put off: %s", error)
            except Exception:  # upkeep goes on: the next look may do better
                _log.exception("upkeep failed")
            await asyncio.sleep(LOOK_S)

    async def _make(self, store_id: str) -> None:
        now = self._clock()
        try:
            async with self._one_at_a_time:
                if not await self._database.read(lambda one: snapshot.is_due(one, store_id, at=now)):
                    return
                if not await self._database.write(
                    lambda one: snapshot.claim(one, store_id, self._worker, at=now)
                ):
                    return
                try:
                    made = await asyncio.to_thread(
                        snapshot.make,
                        self._database,
                        store_id,
                        at=now,
                        about=self._about,
                        folder=self._folder,
                    )
                    _log.info("store %s: a new file of %d bytes at %s", store_id, made.size, made.positions)
                finally:
                    await self._database.write(lambda one: snapshot.release(one, store_id, self._worker))
        except (DataError, OSError) as error:
            _log.error("store %s: no new file: %s", store_id, error)
        except Exception:  # nobody else would hear of it, and the next look tries again
            _log.exception("store %s: no new file", store_id)
