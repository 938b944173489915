"""A member's receipts: every line with what it cost by itself and each offer that changed it.

Source: docs/phone.md, "Receipts".
Invariants: read only; a receipt that is not the member's own is not there, whoever asks and however.
"""

from typing import Annotated, Any

from litestar import Response, get
from litestar.params import PathParameter

from store.data.journals import receipts
from store.data.journals.receipts import SaleWhole
from store.data.lanes import terminals
from store.front.gate import shopper_of
from store.identity.principals import Shopper
from store.phone.shell import AnyRequest, Phone, found

LISTED_MAX = 100
ID_MAX = 80


def routes(phone: Phone) -> tuple[Any, ...]:
    """The handlers of this module."""

    @get("/phone/receipts", include_in_schema=False)
    async def every(request: AnyRequest) -> Response[bytes]:
        """All of them, newest first."""
        who = shopper_of(request)
        rows = await phone.read(
            lambda connection: receipts.of_member(connection, phone.store_id, who.member_id, limit=LISTED_MAX)
        )
        saved = sum(row.saving_minor for row in rows)
        return phone.page(request, "receipts.html", who=who, rows=rows, saved=saved)

    @get("/phone/receipts/{envelope_id:str}", include_in_schema=False)
    async def one(
        request: AnyRequest, envelope_id: Annotated[str, PathParameter(max_length=ID_MAX)]
    ) -> Response[bytes]:
        """One of them."""
        who = shopper_of(request)
        sale = found(
            await phone.read(lambda connection: own(connection, phone.store_id, envelope_id, who)), "receipt"
        )
        lane = await phone.read(
            lambda connection: terminals.device(connection, phone.store_id, sale.row.terminal_id)
        )
        name = lane.name if lane is not None else sale.row.lane
        return phone.page(request, "receipt.html", who=who, sale=sale, lane=name)

    return every, one


def own(connection: Any, store_id: str, envelope_id: str, who: Shopper) -> SaleWhole | None:
    """A sale, if it is this member's."""
    sale = receipts.whole(connection, store_id, envelope_id)
    return sale if sale is not None and sale.row.member_id == who.member_id else None
