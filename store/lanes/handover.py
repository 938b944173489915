"""POST /v1/baskets/claim: a lane takes over the basket of a phone that shows its code.

Source: docs/protocol.md, "Baskets of phones"; `store.data.journals.handover`.
Invariants: an answer is a verdict; a code counts here only if this shop's own key signed it, and now.
"""

from typing import Any

import sqlalchemy as sa
from litestar import Request, post
from litestar.params import JSONBody

from retail.credential.code import Kind
from retail.credential.trust import Revoked, Trust
from retail.credential.verify import Refused, Till, verify
from retail.wire.handover import CLAIM_PATH, ClaimBasket, PhoneBasket
from store.data.journals import handover
from store.data.people import credential_keys
from store.front.gate import lane_of
from store.service import Room, Service

BODY_MAX = 4 * 1024
ID_MAX = 80

AnyRequest = Request[Any, Any, Any]


def room(service: Service) -> Room:
    """The handler of this module."""

    @post(
        CLAIM_PATH,
        status_code=200,
        request_max_body_size=BODY_MAX,
        tags=["lanes"],
        summary="Take over the basket of a phone",
    )
    async def claim(request: AnyRequest, data: JSONBody[ClaimBasket]) -> PhoneBasket:
        """Once; the purchase that has it may ask again."""
        lane, now = lane_of(request), service.clock()
        if not 0 < len(data.transaction_id) <= ID_MAX:
            return PhoneBasket(verdict="refused", reason="not_ours")

        def job(connection: sa.Connection) -> PhoneBasket:
            trust = Trust(credential_keys.listed(connection, lane.store_id))
            till = Till(shop_id=lane.store_id, trust=trust, revoked=Revoked())
            shown = verify(data.code, till, now // 1_000_000, (Kind.BASKET,))
            if isinstance(shown, Refused):
                return PhoneBasket(verdict="refused", reason=shown.reason.value)
            return handover.claim(
                connection,
                lane.store_id,
                lane.terminal_id,
                shown.credential.subject,
                data.transaction_id,
                now,
            )

        return await service.database.write(job)

    return Room(routes=(claim,))
