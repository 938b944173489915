"""Returns that wait: held and never finished, given back without a hold, and those of late.

Source: docs/back-office.md, "Returns"; `store.data.journals.return_books`.
Invariants: what was given back cannot be let go; letting go and looking are in the audit log.
"""

from typing import Any

from litestar import Response, get, post
from litestar.response import Redirect

from retail.interventions.causes import cause_text
from store.data import audit
from store.data.journals import return_books
from store.front.gate import staff_of
from store.office.api import IdOf
from store.office.pages import live
from store.office.pages.sales import names_of
from store.office.pages.shell import AnyRequest, Pages, back_to

PATH = "/office/returns"


def routes(pages: Pages) -> tuple[Any, ...]:
    """The handlers of this module."""

    @get(PATH, include_in_schema=False)
    async def listed(request: AnyRequest) -> Response[str]:
        """What waits, and what ended lately."""
        who, now, words = staff_of(request), pages.front.clock(), pages.words(request)

        def job(connection: Any) -> dict[str, Any]:
            cards, _ = live.read(connection, who.store_id, now)
            waiting = return_books.listed(connection, who.store_id)
            return {
                "cards": cards,
                "people": names_of(connection, who.store_id),
                "odd": [one for one in waiting if one.look],
                "held": [one for one in waiting if not one.look],
                "past": return_books.over(connection, who.store_id),
            }

        return await pages.page(
            request,
            "returns.html",
            live=live,
            cause=lambda why: cause_text(why, words.language).replace("_", " "),
            **await pages.read(job),
        )

    @post(PATH + "/{return_id:str}/release", include_in_schema=False)
    async def release(request: AnyRequest, return_id: IdOf) -> Redirect:
        """Somebody knows that nothing was given back for it."""
        return await change(request, return_id, return_books.let_go, "return.release")

    @post(PATH + "/{return_id:str}/looked", include_in_schema=False)
    async def looked(request: AnyRequest, return_id: IdOf) -> Redirect:
        """Somebody has looked at it."""
        return await change(request, return_id, return_books.looked, "return.looked")

    async def change(request: AnyRequest, return_id: str, how: Any, action: str) -> Redirect:
        who, now = staff_of(request), pages.front.clock()

        def job(connection: Any) -> bool:
            if not how(connection, who.store_id, return_id, who.login, now):
                return False
            audit.note(connection, who.store_id, who=who.login, action=action, what=return_id, at=now)
            return True

        done = await pages.write(who.store_id, job)
        return back_to(PATH, "saved" if done else "unchanged")

    return listed, release, looked
