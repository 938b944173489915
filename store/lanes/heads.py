"""Waiting for a feed to move, for any number of lanes at the cost of one small query.

Whoever waits is woken when a scope's head passes their cursor. One task looks at the head rows of every scope
somebody waits for; there is nothing to tell it, so it works the same for one worker and for many.

Source: docs/protocol.md, "Feed down".
Invariants: belongs to one event loop; nobody waits longer than they said; a waiter holds nothing but itself.
"""

import asyncio
import contextlib
import functools
import logging
from collections.abc import AsyncIterator

from store.data.database import Database
from store.data.errors import DataError
from store.data.replication import feed_pages

POLL_S = 0.1
POLL_EACH_S = 0.002
"""Added to the pause per store waited for, so that a worker of many stores does not only look."""
WAITERS_MAX = 5_000
"""Of one worker; more are answered at once and come back."""
_log = logging.getLogger(__name__)

_Place = tuple[str, str]
"""Store and scope."""


class HeadWatch:
    """Wakes who waits for a scope to move."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._waiters: dict[_Place, dict[asyncio.Future[None], int]] = {}
        self._count = 0
        self._task: asyncio.Task[None] | None = None
        self._is_closed = False

    @property
    def waiting(self) -> int:
        """How many wait now."""
        return self._count

    async def wait(self, store_id: str, scope: str, after: int, timeout_s: float) -> bool:
        """Wait until the scope's head is beyond `after`; False if the time is over first."""
        if self._is_closed or self._count >= WAITERS_MAX or timeout_s <= 0:
            return False
        woken: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        place = self._waiters.setdefault((store_id, scope), {})
        place[woken] = after
        self._count += 1
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._look(), name="feed heads")
        try:
            async with asyncio.timeout(timeout_s):
                await woken
        except TimeoutError:
            return False
        finally:
            self._count -= 1
            place.pop(woken, None)
            if not place and self._waiters.get((store_id, scope)) is place:
                del self._waiters[store_id, scope]
        return True

    @contextlib.asynccontextmanager
    async def work(self) -> AsyncIterator[None]:
        """Lets everybody go when the service stops."""
        try:
            yield
        finally:
            await self.close()

    async def close(self) -> None:
        """Let everybody go; nobody waits any more."""
        self._is_closed = True
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        for place in self._waiters.values():
            for woken in place:
                if not woken.done():
                    woken.set_result(None)

    async def _look(self) -> None:
        while self._waiters:
            places: dict[str, list[str]] = {}
            for store_id, scope in self._waiters:
                places.setdefault(store_id, []).append(scope)
            try:
                for store_id, scopes in places.items():
                    read = functools.partial(feed_pages.heads, store_id=store_id, scopes=tuple(scopes))
                    self._wake(store_id, await self._database.read(read))
            except DataError as error:
                _log.warning("feed heads cannot be read: %s", error)
            await asyncio.sleep(POLL_S + POLL_EACH_S * len(places))

    def _wake(self, store_id: str, heads: dict[str, int]) -> None:
        for scope, head in heads.items():
            for woken, after in self._waiters.get((store_id, scope), {}).items():
                if head > after and not woken.done():
                    woken.set_result(None)
