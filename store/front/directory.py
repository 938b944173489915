"""Looks up who devices and sessions are, for the gate.

Devices are remembered for a few seconds, so that a busy lane costs no query per request; so a revoked one is
stopped within REMEMBERED_S. Sessions are read each time: whoever logs out is out.

Source: docs/security.md, "Requests".
Invariants: belongs to one event loop; memory is bounded; nothing is answered that is older than REMEMBERED_S.
"""

import logging

from store.data.clock import Clock
from store.data.database import Database
from store.data.errors import DataError
from store.data.lanes import terminals
from store.data.people import phones
from store.data.people import sessions as session_rows
from store.identity import sessions
from store.identity.principals import Device, Shopper, Staff
from store.identity.signatures import WINDOW

REMEMBERED_S = 3
DEVICES_MAX = 50_000
STORE_MAX = 32
SECOND = 1_000_000
_log = logging.getLogger(__name__)


class StoredDirectory:
    """`store.front.gate.Directory` on the database."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._devices: dict[tuple[str, str], tuple[Device | None, int]] = {}

    async def device(self, store_id: str, terminal_id: str) -> Device | None:
        """A device, at most REMEMBERED_S old."""
        now, place = self._clock(), (store_id, terminal_id)
        device, until = self._devices.get(place, (None, 0))
        if now < until <= now + REMEMBERED_S * SECOND:
            return device
        device = await self._database.read(lambda connection: terminals.device(connection, *place))
        self._devices.pop(place, None)
        while len(self._devices) >= DEVICES_MAX:
            del self._devices[next(iter(self._devices))]
        self._devices[place] = (device, now + REMEMBERED_S * SECOND)
        return device

    def forget(self, store_id: str, terminal_id: str) -> None:
        """This worker changed the device just now."""
        self._devices.pop((store_id, terminal_id), None)

    async def staff(self, cookie: str) -> Staff | None:
        """Whose session it is; notes now and then that it is in use."""
        store_id, dot, secret = cookie.rpartition(".")
        if not dot or len(store_id) > STORE_MAX or len(secret) > sessions.SECRET_MAX:
            return None
        name, now = sessions.stored(secret), self._clock()
        found = await self._database.read(
            lambda connection: session_rows.find(connection, store_id, name, now)
        )
        if found is None:
            return None
        staff, is_to_be_noted = found
        if is_to_be_noted:
            try:
                await self._database.write(
                    lambda connection: session_rows.touch(connection, store_id, name, now)
                )
            except DataError as error:  # whoever looks may go on looking
                _log.debug("the use of a session is not noted: %s", error)
        return staff

    async def shopper(self, cookie: str) -> Shopper | None:
        """Whose phone it is; notes now and then that it is in use."""
        if not 0 < len(cookie) <= sessions.SECRET_MAX:
            return None
        name, now = sessions.stored(cookie), self._clock()
        found = await self._database.read(lambda connection: phones.find(connection, name, now))
        if found is None:
            return None
        shopper, is_to_be_noted = found
        if is_to_be_noted:
            try:
                await self._database.write(lambda connection: phones.touch(connection, shopper, now))
            except DataError as error:  # whoever looks may go on looking
                _log.debug("the use of a phone is not noted: %s", error)
        return shopper

    async def is_new_nonce(self, store_id: str, terminal_id: str, nonce: str) -> bool:
        """Remember a nonce for all workers; false if it was there before."""
        now = self._clock()
        return await self._database.write(
            lambda connection: terminals.is_new_nonce(
                connection, store_id, terminal_id, nonce, until=now + 2 * WINDOW, at=now
            )
        )
