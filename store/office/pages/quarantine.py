"""What was set aside: why, what it says, trying it again, taking it as it is.

Source: docs/back-office.md, "Set aside"; docs/store.md, "Projection".
Invariants: an envelope is only ever tried again or accepted whole, by somebody with a name and a reason; one
that seems to hold a card number is shown to support only.
"""

import asyncio
from typing import Any

from litestar import Response, get, post
from litestar.response import Redirect

from store.data import audit
from store.data.journals import sales, sealed, set_aside
from store.data.journals.sales import Aside
from store.front.gate import staff_of
from store.identity.errors import Rejected
from store.identity.principals import Staff
from store.identity.roles import Role
from store.office import api
from store.office.api import IdOf
from store.office.pages.sales import chain_of, names_of, steps_of
from store.office.pages.shell import AnyRequest, Pages, back_to, form_of, found
from store.projector.facts import ACCEPTABLE, REASONS
from store.projector.run import Projector

PATH = "/office/quarantine"
LISTED = 100
SECRET = "card_number"
"""The reason only support may look behind."""


def routes(pages: Pages) -> tuple[Any, ...]:
    """The handlers of this module."""
    projector = Projector(pages.front.service.database, pages.front.clock, pages.front.vault)
    return (*_reading(pages), *_repairing(pages, projector))


def _reading(pages: Pages) -> tuple[Any, ...]:
    @get(PATH, include_in_schema=False)
    async def listed(request: AnyRequest) -> Response[str]:
        """What waits, and what was solved."""
        store_id = staff_of(request).store_id

        def job(connection: Any) -> dict[str, Any]:
            return {
                "waiting": sales.set_aside_ones(connection, store_id, limit=LISTED),
                "solved": set_aside.solved(connection, store_id),
            }

        return await pages.page(
            request, "quarantine.html", **await pages.read(job), reasons=REASONS, acceptable=ACCEPTABLE
        )

    @get(PATH + "/{envelope_id:str}", include_in_schema=False)
    async def one(request: AnyRequest, envelope_id: IdOf) -> Response[str]:
        """One envelope, as far as it can be read."""
        who = staff_of(request)

        def job(connection: Any) -> dict[str, Any]:
            return {
                "aside": sales.aside(connection, who.store_id, envelope_id),
                "link": sealed.link(connection, who.store_id, envelope_id),
                "people": names_of(connection, who.store_id),
            }

        read = await pages.read(job)
        aside: Aside = found(read["aside"], "envelope set aside")
        chain = chain_of(found(read["link"], "envelope"))
        is_hidden = aside.reason == SECRET and who.role < Role.SUPPORT
        return await pages.page(
            request,
            "set_aside.html",
            aside=aside,
            chain=chain,
            steps=() if is_hidden else steps_of(chain, pages.words(request), read["people"]),
            is_hidden=is_hidden,
            reasons=REASONS,
            may_accept=aside.reason in ACCEPTABLE,
        )

    return listed, one


def _repairing(pages: Pages, projector: Projector) -> tuple[Any, ...]:
    @post(PATH + "/{envelope_id:str}/retry", include_in_schema=False)
    async def retry(request: AnyRequest, envelope_id: IdOf) -> Redirect:
        """Check it again, after a fix."""
        who = staff_of(request)
        return await _again(pages, projector, who, envelope_id, why="")

    @post(PATH + "/{envelope_id:str}/accept", include_in_schema=False)
    async def accept(request: AnyRequest, envelope_id: IdOf) -> Redirect:
        """Take it as it is."""
        who, form = staff_of(request), await form_of(request)
        return await _again(pages, projector, who, envelope_id, why=api.reason(form.get("why", "")))

    @post(PATH + "/retry", include_in_schema=False)
    async def retry_all(request: AnyRequest) -> Redirect:
        """Check everything again."""
        who, now = staff_of(request), pages.front.clock()
        tried, solved = await asyncio.to_thread(projector.retry_all, who.store_id)
        await pages.write(
            who.store_id,
            lambda connection: audit.note(
                connection,
                who.store_id,
                who=who.login,
                action="envelope.retry",
                what="all",
                detail=f"{tried} tried, {solved} count now",
                at=now,
            ),
        )
        return back_to(PATH, "retried")

    return retry, accept, retry_all


async def _again(pages: Pages, projector: Projector, who: Staff, envelope_id: str, *, why: str) -> Redirect:
    aside = await pages.read(lambda connection: sales.aside(connection, who.store_id, envelope_id))
    if found(aside, "envelope set aside").solved_at:
        raise Rejected("solved", "it counts already", 409)
    fault = await asyncio.to_thread(projector.retry, who.store_id, envelope_id, who.login if why else "")
    action = "envelope.accept" if why else "envelope.retry"
    detail = "still set aside" if fault is not None else "counts now"
    now = pages.front.clock()
    await pages.write(
        who.store_id,
        lambda connection: audit.note(
            connection,
            who.store_id,
            who=who.login,
            action=action,
            what=f"envelope:{envelope_id}",
            why=why,
            detail=detail,
            at=now,
        ),
    )
    return back_to(f"{PATH}/{envelope_id}", "repaired" if fault is None else "still")
