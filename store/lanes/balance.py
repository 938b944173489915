"""POST /v1/value/balance: where a member's top-up goes. The account is made with the first one.

Source: docs/stored-value.md, "Topping up at a lane"; `retail.wire.balance`.
Invariants: an answer is a verdict; asking holds nothing, and again is safe; what is loaded is told by the
lane's journal.
"""

from typing import Any

from litestar import Request, post
from litestar.params import JSONBody

from retail.wire.balance import BALANCE_PATH, BalanceFound, FindBalance
from store.data.database import Connection
from store.data.stored_value import value_books, value_cards
from store.data.stored_value.value import Origin
from store.front.gate import lane_of
from store.identity.errors import Rejected
from store.service import Room, Service

BODY_MAX = 4 * 1024
NAME_MAX = 200


def room(service: Service) -> Room:
    """The handler of this module."""

    @post(
        BALANCE_PATH,
        status_code=200,
        request_max_body_size=BODY_MAX,
        tags=["lanes"],
        summary="Where a member's top-up goes",
    )
    async def find(request: Request[Any, Any, Any], data: JSONBody[FindBalance]) -> BalanceFound:
        """The account of a member's balance."""
        lane, now = lane_of(request), service.clock()
        for name in (data.transaction_id, data.member_id):
            if not 0 < len(name) <= NAME_MAX or not name.isprintable():
                raise Rejected("malformed", f"an id has 1 to {NAME_MAX} printable characters", 400)
        if len(data.currency) != 3:
            raise Rejected("malformed", "a currency has three letters", 400)
        origin = Origin(store_id=lane.store_id, terminal_id=lane.terminal_id)
        return await service.database.write(lambda connection: _find(connection, data, origin, now))

    return Room(routes=(find,))


def _find(connection: Connection, asked: FindBalance, origin: Origin, now: int) -> BalanceFound:
    account_id = value_cards.open_member(
        connection, asked.member_id, currency=asked.currency, origin=origin, at=now
    )
    account = value_books.one(connection, account_id) if account_id is not None else None
    if account is None:
        return BalanceFound(verdict="refused", reason="unknown")
    if account.currency != asked.currency:
        return BalanceFound(verdict="refused", reason="other_currency")
    if account.state != "active":
        return BalanceFound(verdict="refused", reason="blocked")
    return BalanceFound(verdict="found", account_id=account.account_id, balance_minor=account.balance_minor)
