"""The attendants' board: who waits for a person, the longest first, cleared with one tap.

Source: docs/back-office.md, "Alerts".
Invariants: of two attendants the first counts, and the second sees who it was; what a lane
waits for is over when the lane says so; nothing here makes a sound.
"""

from typing import Any

from litestar import Response, get, post
from litestar.response import Redirect

from store.data.lanes import alerts, lane_pages
from store.front.gate import staff_of
from store.identity.errors import Rejected
from store.office.api import IdOf
from store.office.pages import live
from store.office.pages.shell import AnyRequest, Pages, back_to, form_of
from store.office.session import HOME

PATH = "/office/alerts"
PAST = 12


def routes(pages: Pages) -> tuple[Any, ...]:
    """The handlers of this module."""

    @get(PATH, include_in_schema=False)
    async def board(request: AnyRequest) -> Response[str]:
        """Big cards."""
        store_id, now = staff_of(request).store_id, pages.front.clock()

        def job(connection: Any) -> dict[str, Any]:
            cards, waiting = live.read(connection, store_id, now)
            past = lane_pages.past_alerts(connection, store_id, limit=PAST)
            return {"cards": cards, "waiting": live.in_order(waiting), "past": past}

        return await pages.page(request, "board.html", **await pages.read(job), live=live)

    @post(PATH + "/{alert_id:str}/seen", include_in_schema=False)
    async def seen(request: AnyRequest, alert_id: IdOf) -> Redirect:
        """I am on my way."""
        who, now = staff_of(request), pages.front.clock()
        found = await pages.write(
            who.store_id,
            lambda connection: alerts.see(connection, who.store_id, alert_id, who.login, now),
        )
        if found is not None and found.seen_by != who.login:
            raise Rejected("taken", f"{found.seen_by} is on the way already", 409)
        return back_to(await _next(request), "" if found is not None else "unchanged")

    @post(PATH + "/{alert_id:str}/clear", include_in_schema=False)
    async def clear(request: AnyRequest, alert_id: IdOf) -> Redirect:
        """It is over."""
        who, now = staff_of(request), pages.front.clock()
        one = await pages.read(lambda connection: alerts.get(connection, who.store_id, alert_id))
        if one is not None and one.waiting is not None:
            raise Rejected("decide", "this is decided at the station or at the lane", 409)
        done = await pages.write(
            who.store_id,
            lambda connection: alerts.clear(connection, who.store_id, alert_id, who.login, now),
        )
        return back_to(await _next(request), "cleared" if done else "unchanged")

    return board, seen, clear


async def _next(request: AnyRequest) -> str:
    """Back to the page it was tapped on."""
    target = (await form_of(request)).get("next", PATH)
    return target if target in (HOME, PATH) else PATH
