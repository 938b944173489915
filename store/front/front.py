"""The front of the service, put together once per process: keys, gate, rates, live events.

    front = front_of(service)       # in every room's `room(service)`
    front.bus.hint(store_id)        # after a commit that published an event
    front.keyring.sign(message)     # as the service

Source: docs/security.md.
Invariants: one front per `Service`; it belongs to one event loop.
"""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator

from store.data.database import Database
from store.data.errors import DataError
from store.data.lanes import events, service_keys
from store.data.lanes.events import StoreEvent
from store.front.admission import Admission, Rates, SlowWork
from store.front.bus import Bus
from store.front.directory import StoredDirectory
from store.front.gate import Gate
from store.identity import sessions, vault
from store.identity.keyring import Keyring
from store.identity.passwords import Passwords
from store.identity.tokens import TokenReader
from store.identity.vault import Vault
from store.service import Room, Service

FRONT = "front"
RATES = "rates"
"""Shared, if there: other `Rates` than the usual ones, for benchmarks and tests."""
PASSWORDS = "passwords"
"""Shared, if there: other `Passwords`, for tests."""
KEYS_READ_S = 30.0
_log = logging.getLogger(__name__)


class Front:
    """What handlers of all rooms share. Get it with `front_of`."""

    def __init__(self, service: Service) -> None:
        self.service = service
        self.clock = service.clock
        self.vault = open_vault(service)
        self.reader = TokenReader(self._keys())
        self.passwords = service.share(PASSWORDS, Passwords)
        self.slow = SlowWork()
        self.admission = Admission(service.share(RATES, Rates))
        self.directory = StoredDirectory(service.database, service.clock)
        self.cookie = sessions.COOKIE if service.settings.is_secure else sessions.COOKIE_INSECURE
        is_secure = service.settings.is_secure
        self.phone_cookie = sessions.PHONE_COOKIE if is_secure else sessions.PHONE_COOKIE_INSECURE
        self.gate = Gate(
            self.directory, self.reader, self.admission, service.clock, self.cookie, self.phone_cookie
        )
        self.bus = Bus(_Events(service.database))

    @property
    def keyring(self) -> Keyring:
        """The service's signing keys."""
        return self.reader.keyring

    def _keys(self) -> Keyring:
        now = self.clock()
        return self.service.database.write_sync(
            lambda connection: service_keys.ensure(connection, self.vault, now)
        )

    async def read_keys(self) -> None:
        """Learn keys that another worker made."""
        now = self.clock()
        found = await self.service.database.read(
            lambda connection: service_keys.load(connection, self.vault, now)
        )
        if found is not None:
            self.reader.keyring = found

    async def _keep_reading_keys(self) -> None:
        while True:
            await asyncio.sleep(KEYS_READ_S)
            try:
                await self.read_keys()
            except DataError as error:
                _log.warning("the service's keys cannot be read again now: %s", error)

    @contextlib.asynccontextmanager
    async def work(self) -> AsyncIterator[None]:
        """What runs beside the requests."""
        tasks = [asyncio.create_task(self.bus.run()), asyncio.create_task(self._keep_reading_keys())]
        try:
            yield
        finally:
            self.bus.close()
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)


def front_of(service: Service) -> Front:
    """The service's front, made at the first call."""
    return service.share(FRONT, lambda: Front(service))


def room(service: Service) -> Room:
    """The gate before every handler, and what runs beside them."""
    front = front_of(service)
    return Room(guards=(front.gate,), work=(front.work,))


def open_vault(service: Service) -> Vault:
    """The master key of this installation. Raises `KeyFileError`."""
    return vault.load(service.settings.folder, vault.given())


class _Events:
    """`store.front.bus.Source` on the database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def head(self, store_id: str) -> int:
        return await self._database.read(lambda connection: events.head(connection, store_id))

    async def after(self, store_id: str, pos: int, limit: int) -> list[StoreEvent]:
        return await self._database.read(
            lambda connection: list(events.after(connection, store_id, pos, limit))
        )
