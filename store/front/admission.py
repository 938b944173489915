"""How much each device, store and address may ask of this worker.

Uploads have buckets of their own, so that no amount of other traffic keeps a sale from arriving.

Source: docs/security.md, "Limits".
Invariants: belongs to one event loop; every bucket and every wait is bounded.
"""

import asyncio
from collections.abc import Callable
from typing import TypeVar

import msgspec

from store.identity.errors import Rejected
from store.identity.limits import Buckets, Rate

T = TypeVar("T")


class Rates(msgspec.Struct, frozen=True, kw_only=True):
    """The rates of an installation."""

    device: Rate = Rate(per_second=5, burst=50)
    device_bytes: Rate = Rate(per_second=2 * 1024 * 1024, burst=16 * 1024 * 1024)
    store: Rate = Rate(per_second=200, burst=1_000)
    token_address: Rate = Rate(per_second=20, burst=200)
    """Wishes for tokens from an address: a store's lanes share one."""
    stranger_address: Rate = Rate(per_second=0.5, burst=20)
    """Enrolments and logins from an address: a guess costs two seconds."""
    person: Rate = Rate(per_second=20, burst=200)


UNLIMITED = Rate(per_second=1e9, burst=1e9)


class Admission:
    """The buckets of one worker. Every method raises `Rejected` with status 429."""

    def __init__(self, rates: Rates) -> None:
        self._device, self._device_uploads = Buckets(rates.device), Buckets(rates.device)
        self._store, self._store_uploads = Buckets(rates.store), Buckets(rates.store)
        self._device_bytes = Buckets(rates.device_bytes)
        self._token, self._stranger = Buckets(rates.token_address), Buckets(rates.stranger_address)
        self._person = Buckets(rates.person)

    def device(self, store_id: str, terminal_id: str, now: int, *, is_upload: bool) -> None:
        """One request of a device."""
        (self._device_uploads if is_upload else self._device).take(f"{store_id}/{terminal_id}", now)
        (self._store_uploads if is_upload else self._store).take(store_id, now)

    def device_bytes(self, store_id: str, terminal_id: str, size: int, now: int) -> None:
        """The body of a device's request."""
        self._device_bytes.take(f"{store_id}/{terminal_id}", now, size)

    def token(self, address: str, now: int) -> None:
        """One wish for a token."""
        self._token.take(address, now)

    def stranger(self, address: str, now: int) -> None:
        """One enrolment or login."""
        self._stranger.take(address, now)

    def person(self, session: str, now: int) -> None:
        """One request of somebody with a session."""
        self._person.take(session, now)


class SlowWork:
    """Password hashing, off the event loop, a few at a time: guessing must not stop the sales."""

    AT_ONCE = 2
    WAITING_MAX = 64

    def __init__(self) -> None:
        self._free = asyncio.Semaphore(self.AT_ONCE)
        self._waiting = 0

    async def run(self, work: Callable[[], T]) -> T:
        """The work's result. Raises `Rejected` with status 503 when too many wait already."""
        if self._waiting >= self.WAITING_MAX:
            raise Rejected("overloaded", "too many logins at once", 503, retry_after_s=5)
        self._waiting += 1
        try:
            async with self._free:
                return await asyncio.to_thread(work)
        finally:
            self._waiting -= 1
