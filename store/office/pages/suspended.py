"""Baskets that were put aside today: how old, from where, with what; one that nobody wants is cancelled.

Source: docs/back-office.md, "Put aside".
Invariants: what a lane has taken over cannot be cancelled here.
"""

from typing import Any

from litestar import Response, get, post
from litestar.response import Redirect

from store.data import audit
from store.data.journals import suspended
from store.data.people import staff
from store.front.gate import staff_of
from store.office.api import IdOf
from store.office.pages import live
from store.office.pages.shell import AnyRequest, Pages, back_to

PATH = "/office/suspended"
LINES_SHOWN = 40


def routes(pages: Pages) -> tuple[Any, ...]:
    """The handlers of this module."""

    @get(PATH, include_in_schema=False)
    async def listed(request: AnyRequest) -> Response[str]:
        """Those of today."""
        who, now, today = staff_of(request), pages.front.clock(), pages.today().isoformat()

        def job(connection: Any) -> dict[str, Any]:
            cards, _ = live.read(connection, who.store_id, now)
            people = staff.listed(connection, who.store_id)
            all_of_day = suspended.of_day(connection, who.store_id, today)
            waiting = [one for one in all_of_day if not one.claimed_at and not one.cancelled_at]
            return {
                "cards": cards,
                "names": {key: one.name for one in people for key in (one.staff_id, one.login)},
                "waiting": waiting,
                "past": [one for one in all_of_day if one.claimed_at or one.cancelled_at],
                "goods": {
                    one.token: suspended.lines_of(connection, who.store_id, one.token)[:LINES_SHOWN]
                    for one in waiting
                },
            }

        return await pages.page(request, "suspended.html", live=live, **await pages.read(job))

    @post(PATH + "/{token:str}/cancel", include_in_schema=False)
    async def cancel(request: AnyRequest, token: IdOf) -> Redirect:
        """Nobody will take it over."""
        who, now = staff_of(request), pages.front.clock()

        def job(connection: Any) -> bool:
            if not suspended.cancel(connection, who.store_id, token, who.login, now):
                return False
            audit.note(connection, who.store_id, who=who.login, action="suspended.cancel", what=token, at=now)
            return True

        done = await pages.write(who.store_id, job)
        return back_to(PATH, "removed" if done else "unchanged")

    return listed, cancel
