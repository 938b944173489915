"""The exit: who was let out, who was not and why, newest first; what left twice stands out.

Source: docs/gate.md, "In the back office".
Invariants: bounded; a look is noted with who took it, and counts once.
"""

from typing import Any

from litestar import Response, get, post
from litestar.response import Redirect

from store.data import audit
from store.data.journals import exit_checks, exits
from store.front.gate import staff_of
from store.office.api import IdOf
from store.office.pages import live
from store.office.pages.shell import AnyRequest, Pages, back_to, form_of

PATH = "/office/exits"
WHY = {
    "unknown": "Nothing is known under this code",
    "not_paid": "Not paid",
    "used": "Has left before",
    "expired": "Paid too long ago",
    "returned": "Its goods came back",
    "needs_check": "Somebody has to look first",
    "code": "The phone's code does not count",
    "no_link": "Decided without the service",
    "seen_here": "Was at this gate before",
    "fault": "The gate had a fault",
    "by_hand": "Opened by hand",
}
LOOK_WHY = {
    "drawn": "drawn at random",
    "intervention": "paid while something still had to be looked at",
    "receipt": "the receipt may not have been printed",
}
STATION = "/station"


def routes(pages: Pages) -> tuple[Any, ...]:
    """The handlers of this module."""

    @get(PATH, include_in_schema=False)
    async def listed(request: AnyRequest) -> Response[str]:
        """What gates did."""
        who, now = staff_of(request), pages.front.clock()

        def job(connection: Any) -> dict[str, Any]:
            cards, _ = live.read(connection, who.store_id, now)
            return {
                "cards": cards,
                "passages": exits.newest(connection, who.store_id),
                "looks": exit_checks.due(connection, who.store_id, now),
            }

        values = await pages.read(job)
        return await pages.page(request, "exits.html", live=live, why=WHY, look_why=LOOK_WHY, **values)

    @post(PATH + "/{transaction_id:str}/looked", include_in_schema=False)
    async def looked(request: AnyRequest, transaction_id: IdOf) -> Redirect:
        """Somebody has looked into the bag: the next time it is shown, the exit opens."""
        who, now, form = staff_of(request), pages.front.clock(), await form_of(request)

        def job(connection: Any) -> bool:
            if not exit_checks.looked(connection, who.store_id, transaction_id, who.login, now):
                return False
            audit.note(
                connection, who.store_id, who=who.login, action="exit.looked", what=transaction_id, at=now
            )
            return True

        done = await pages.write(who.store_id, job)
        return back_to(STATION if form.get("next") == STATION else PATH, "looked" if done else "unchanged")

    return listed, looked
