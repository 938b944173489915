"""Goods that come back: a lane finds a sale of its store, holds what comes back of it, or lets go.

Answers are verdicts with a reason, never errors: nothing left is a normal day. What was really given back is
told by the return's journal (`store.projector.came_back`).

Source: docs/protocol.md, "Returns"; `store.data.journals.returns`.
Invariants: a lane sees and holds sales of its own store only; the sale is read beside the writer, the hold is
decided in it.
"""

from typing import Any

import msgspec
from litestar import Request, post
from litestar.params import JSONBody

from retail.wire.returns import (
    CLAIM_PATH,
    FIND_PATH,
    LINES_MAX,
    RELEASE_PATH,
    TOKEN_MAX,
    WHY_MAX,
    ClaimReturn,
    FindSale,
    ReleaseReturn,
    ReturnHold,
    SoldSale,
)
from store.data.database import Connection
from store.data.journals import returns
from store.data.journals.returns import Original
from store.data.journals.sold import Paid
from store.data.stored_value import load_back, value_cards
from store.front.front import front_of
from store.front.gate import lane_of
from store.identity.errors import Rejected
from store.service import Room, Service

BODY_MAX = 32 * 1024
NAME_MAX = 200
BY_MAX = 80
TAGS = ["lanes"]

AnyRequest = Request[Any, Any, Any]


def room(service: Service) -> Room:
    """The handlers of this module."""
    database, clock, vault = service.database, service.clock, front_of(service).vault

    def account_of(connection: Connection, paid: Paid) -> str:
        if not paid.card_key:
            return ""
        return value_cards.find_card(connection, value_cards.lookup_of(vault, paid.card_key)) or ""

    @post(FIND_PATH, status_code=200, request_max_body_size=BODY_MAX, tags=TAGS, summary="Find a sale")
    async def find(request: AnyRequest, data: JSONBody[FindSale]) -> SoldSale:
        """The sale a receipt is of, with what is left of it."""
        lane, now = lane_of(request), clock()
        _check(data.token, TOKEN_MAX, "a token")
        _check(data.by, BY_MAX, "a name")

        def job(connection: Connection) -> SoldSale:
            found = returns.find(connection, lane.store_id, data.token, now)
            if found is None:
                return SoldSale(token=data.token, verdict="refused")
            found = returns.with_accounts(connection, found, account_of)
            left = load_back.within_balance(connection, found.sold)
            found = msgspec.structs.replace(found, sold=left)
            taken = returns.taken_of(connection, lane.store_id, found.sold.transaction_id)
            return returns.told(found, taken, data.token)

        return await database.read(job)

    @post(
        CLAIM_PATH,
        status_code=200,
        request_max_body_size=BODY_MAX,
        tags=TAGS,
        summary="Hold what comes back",
    )
    async def claim(request: AnyRequest, data: JSONBody[ClaimReturn]) -> ReturnHold:
        """Hold units of a sale for one return; the same name is answered the same."""
        lane, now = lane_of(request), clock()
        _check(data.return_id, NAME_MAX, "a return's name")
        _check(data.of_transaction_id, NAME_MAX, "a transaction's name")
        _check(data.by, BY_MAX, "a name")
        if not 0 < len(data.lines) <= LINES_MAX or len(data.why) > WHY_MAX:
            raise Rejected("malformed", f"a return has 1 to {LINES_MAX} lines and a short reason", 400)

        def look(connection: Connection) -> Original | None:
            found = returns.original(connection, lane.store_id, data.of_transaction_id)
            return returns.with_accounts(connection, found, account_of) if found is not None else None

        found = await database.read(look)
        return await database.write(
            lambda connection: returns.claim(connection, lane.store_id, lane.terminal_id, data, found, now)
        )

    @post(
        RELEASE_PATH,
        status_code=200,
        request_max_body_size=BODY_MAX,
        tags=TAGS,
        summary="Let a return go",
    )
    async def release(request: AnyRequest, data: JSONBody[ReleaseReturn]) -> ReturnHold:
        """Nothing of it was given back, and nothing will be."""
        lane, now = lane_of(request), clock()
        _check(data.return_id, NAME_MAX, "a return's name")
        await database.write(
            lambda connection: returns.release(
                connection, lane.store_id, lane.terminal_id, data.return_id, now
            )
        )
        return ReturnHold(return_id=data.return_id, verdict="refused")

    return Room(routes=(find, claim, release))


def _check(text: str, most: int, what: str) -> None:
    if not 0 < len(text) <= most or not text.isprintable():
        raise Rejected("malformed", f"{what} has 1 to {most} printable characters", 400)
