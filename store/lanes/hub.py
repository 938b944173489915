"""GET /v1/hub/shop: what a hub keeps for the time without the service, signed.

Source: `retail.wire.hub`; docs/security.md, "Hub".
Invariants: only what is of the hub's own store: lanes that are active, with the keys that count now, and
people whose account is open; no password ever.
"""

from typing import Any

import msgspec
from litestar import Request, get

from retail.wire.hub import SHOP_PATH, VOUCHER_LIFE_S, HubLane, HubShop, HubVoucher
from store.data.lanes import terminals
from store.data.people import staff
from store.front.front import front_of
from store.front.gate import lane_of
from store.identity.keyring import encoded
from store.identity.lookup import member_secret
from store.identity.principals import Device
from store.service import Room, Service

AnyRequest = Request[Any, Any, Any]
SECOND = 1_000_000


def room(service: Service) -> Room:
    """The handler of this module."""
    front, settings = front_of(service), service.settings

    @get(SHOP_PATH, tags=["hubs"], summary="The lanes and people of a hub's store, signed")
    async def shop(request: AnyRequest) -> HubShop:
        """What a hub keeps for the time without a link."""
        hub, now = lane_of(request), front.clock()
        store_id = hub.store_id

        def job(connection: Any) -> HubShop:
            return HubShop(
                store_id=store_id,
                name=settings.name,
                currency=settings.currency,
                language=settings.language,
                timezone=settings.timezone,
                made_at=now,
                lanes=_lanes(connection, store_id, now),
                people=tuple(staff.for_hub(connection, store_id)),
                badge_secret=member_secret(front.vault).hex(),
                pictures_s=settings.pictures_s,
                voucher=HubVoucher(
                    store_id=store_id,
                    hub_id=hub.terminal_id,
                    keys=_keys(terminals.device(connection, store_id, hub.terminal_id), now),
                    made_at=now,
                    until=now + VOUCHER_LIFE_S * SECOND,
                ),
            )

        told: HubShop = await service.database.read(job)
        voucher = msgspec.structs.replace(told.voucher, key_id=front.keyring.signer.key_id)
        voucher = msgspec.structs.replace(voucher, signature=front.keyring.sign(voucher.signed_bytes())[1])
        told = msgspec.structs.replace(told, voucher=voucher, key_id=voucher.key_id)
        return msgspec.structs.replace(told, signature=front.keyring.sign(told.signed_bytes())[1])

    return Room(routes=(shop,))


def _lanes(connection: Any, store_id: str, now: int) -> tuple[HubLane, ...]:
    found = []
    for known in terminals.listed(connection, store_id):
        if known.kind != "lane" or known.state != "active":
            continue
        keys = _keys(terminals.device(connection, store_id, known.terminal_id), now)
        found.append(HubLane(terminal_id=known.terminal_id, number=known.number, name=known.name, keys=keys))
    return tuple(found)


def _keys(device: Device | None, now: int) -> tuple[str, ...]:
    """The keys of a device that count now."""
    keys = device.keys if device is not None else ()
    return tuple(encoded(key.public) for key in keys if key.is_valid(now))
