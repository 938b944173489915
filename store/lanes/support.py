"""POST /v1/support: a lane sends what it collected for support.

Source: docs/operate.md, "Support bundle"; `retail.wire.support`.
Invariants: only what looks like a zip is kept, and only a few of a lane.
"""

from typing import Any

from litestar import Request, post

from retail.wire import support
from retail.wire.support import SupportKept
from store.data import audit
from store.data.lanes import support_bundles
from store.front.front import front_of
from store.front.gate import lane_of
from store.identity.errors import Rejected
from store.service import Room, Service

MAGIC = b"PK\x03\x04"


def room(service: Service) -> Room:
    """The handlers of this module."""
    front = front_of(service)

    @post(
        support.PATH,
        request_max_body_size=support.SIZE_MAX,
        summary="What a lane collected for support",
        tags=["lanes"],
    )
    async def keep(request: Request[Any, Any, Any]) -> SupportKept:
        lane, now, body = lane_of(request), front.clock(), await request.body()
        if not body.startswith(MAGIC) or len(body) > support.SIZE_MAX:
            raise Rejected("malformed", "a support bundle is a zip", 422)

        def job(connection: Any) -> str:
            audit.note(
                connection,
                lane.store_id,
                who=lane.terminal_id,
                action="support.bundle",
                what=lane.terminal_id,
                detail=f"{len(body)} bytes",
                at=now,
            )
            return support_bundles.keep(connection, lane.store_id, lane.terminal_id, body, now)

        bundle_id = await service.database.write(job)
        front.bus.hint(lane.store_id)
        return SupportKept(bundle_id=bundle_id, server_time=now)

    return Room(routes=(keep,))
