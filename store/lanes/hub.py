"""GET /v1/hub/lanes: whose alerts a hub takes when the service is out of reach, as a signed list.

Source: `retail.wire.hub`; docs/security.md, "Hub".
Invariants: only lanes of the hub's own store that are active, with the keys that count now.
"""

from typing import Any

import msgspec
from litestar import Request, get

from retail.wire.hub import LANES_PATH, HubLane, HubLanes
from store.data import terminals
from store.front.front import front_of
from store.front.gate import lane_of
from store.identity.keyring import encoded
from store.service import Room, Service

AnyRequest = Request[Any, Any, Any]


def room(service: Service) -> Room:
    """The handler of this module."""
    front = front_of(service)

    @get(LANES_PATH, tags=["hubs"], summary="The lanes of a hub's store, signed")
    async def lanes(request: AnyRequest) -> HubLanes:
        """What a hub keeps for the time without a link."""
        store_id, now = lane_of(request).store_id, front.clock()

        def job(connection: Any) -> tuple[HubLane, ...]:
            found = []
            for known in terminals.listed(connection, store_id):
                device = terminals.device(connection, store_id, known.terminal_id)
                if device is None or device.kind != "lane" or device.state != "active":
                    continue
                keys = tuple(encoded(key.public) for key in device.keys if key.is_valid(now))
                found.append(HubLane(terminal_id=device.terminal_id, name=device.name, keys=keys))
            return tuple(found)

        told = HubLanes(
            store_id=store_id,
            name=service.settings.name,
            made_at=now,
            lanes=await service.database.read(job),
            key_id=front.keyring.signer.key_id,
        )
        return msgspec.structs.replace(told, signature=front.keyring.sign(told.signed_bytes())[1])

    return Room(routes=(lanes,))
