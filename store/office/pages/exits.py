"""The exit: who was let out, who was not and why, newest first; what left twice stands out.

Source: docs/gate.md, "In the back office".
Invariants: read only; bounded.
"""

from typing import Any

from litestar import Response, get

from store.data import exits
from store.front.gate import staff_of
from store.office.pages import live
from store.office.pages.shell import AnyRequest, Pages

PATH = "/office/exits"
WHY = {
    "unknown": "Nothing is known under this code",
    "not_paid": "Not paid",
    "used": "Has left before",
    "expired": "Paid too long ago",
    "returned": "Its goods came back",
    "code": "The phone's code does not count",
    "no_link": "Decided without the service",
    "seen_here": "Was at this gate before",
    "fault": "The gate had a fault",
    "by_hand": "Opened by hand",
}


def routes(pages: Pages) -> tuple[Any, ...]:
    """The handlers of this module."""

    @get(PATH, include_in_schema=False)
    async def listed(request: AnyRequest) -> Response[str]:
        """What gates did."""
        who, now = staff_of(request), pages.front.clock()

        def job(connection: Any) -> dict[str, Any]:
            cards, _ = live.read(connection, who.store_id, now)
            return {"cards": cards, "passages": exits.newest(connection, who.store_id)}

        values = await pages.read(job)
        return await pages.page(request, "exits.html", live=live, why=WHY, **values)

    return (listed,)
