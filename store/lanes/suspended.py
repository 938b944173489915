"""POST /v1/suspended/claim: a lane takes over a basket that was put aside.

Source: docs/protocol.md, "Suspended baskets"; `store.data.journals.suspended`.
Invariants: an answer is a verdict; a lane gets baskets of its own store only.
"""

import datetime
import zoneinfo
from typing import Any

from litestar import Request, post
from litestar.params import JSONBody

from retail.wire.suspended import CLAIM_PATH, ClaimSuspended, SuspendedBasket
from store.data.journals import suspended
from store.front.gate import lane_of
from store.service import Room, Service

BODY_MAX = 4 * 1024

AnyRequest = Request[Any, Any, Any]


def room(service: Service) -> Room:
    """The handler of this module."""
    zone = zoneinfo.ZoneInfo(service.settings.timezone)

    @post(
        CLAIM_PATH,
        status_code=200,
        request_max_body_size=BODY_MAX,
        tags=["lanes"],
        summary="Take over a basket that was put aside",
    )
    async def claim(request: AnyRequest, data: JSONBody[ClaimSuspended]) -> SuspendedBasket:
        """Once; the lane that has it may ask again."""
        lane, now = lane_of(request), service.clock()
        today = datetime.datetime.fromtimestamp(now / 1_000_000, zone).date().isoformat()
        return await service.database.write(
            lambda connection: suspended.claim(
                connection, lane.store_id, lane.terminal_id, data, today=today, at=now
            )
        )

    return Room(routes=(claim,))
