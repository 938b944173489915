"""The terms beside offers: coupons, member cards, points, stamp cards, each a section in an editor.

Source: docs/back-office.md, "Offers"; docs/offers.md, "The file".
Invariants: nothing is saved that `retail.terms` would refuse at a lane.
"""

import json
from typing import Any

from litestar import Response, get, post
from litestar.response import Redirect

from retail.terms import TermsRefusedError
from retail.unreadable import UNREADABLE
from retail.wire.bodies import TERMS_KIND
from store.data.database import Connection
from store.data.goods import catalogue, changes, editing
from store.data.goods.catalogue import CatalogueError
from store.data.replication.feed import store_scope
from store.front.gate import staff_of
from store.identity.errors import Rejected
from store.office.api import IdOf
from store.office.pages.offers import mistakes_of, noted
from store.office.pages.shell import FORM_MAX, AnyRequest, Pages, back_to, form_of

SECTIONS = (
    "coupons",
    "members",
    "points",
    "stamps",
    "next_visit",
    "stored_value",
    "marked_down_takes_offers",
)


def routes(pages: Pages) -> tuple[Any, ...]:
    """The handlers of this module."""
    currency = pages.settings.currency

    async def page(request: AnyRequest, section: str, text: str, **more: Any) -> Response[str]:
        store_id = staff_of(request).store_id
        past = await pages.read(
            lambda connection: changes.history(
                connection, store_id, store_scope(store_id), TERMS_KIND, section
            )
        )
        values = {"mistakes": [], **more}
        return await pages.page(request, "terms.html", section=section, text=text, past=past, **values)

    @get("/office/terms/{section:str}", include_in_schema=False)
    async def one(request: AnyRequest, section: IdOf) -> Response[str]:
        """One section of the terms in an editor."""
        store_id = staff_of(request).store_id
        if section not in SECTIONS:
            raise Rejected("not_found", f"the terms have {', '.join(SECTIONS)}", 404)
        sections = await pages.read(lambda connection: catalogue.everything(connection, store_id, TERMS_KIND))
        text = json.dumps(json.loads(sections.get(section, b"null")), indent=2, ensure_ascii=False)
        return await page(request, section, text)

    @post(
        "/office/terms/{section:str}",
        status_code=200,
        request_max_body_size=FORM_MAX,
        include_in_schema=False,
    )
    async def save(request: AnyRequest, section: IdOf) -> Response[str] | Redirect:
        """Take a section, or say what is wrong with it."""
        who, now, form = staff_of(request), pages.front.clock(), await form_of(request)
        text = form.get("text", "")
        if section not in SECTIONS:
            raise Rejected("not_found", f"the terms have {', '.join(SECTIONS)}", 404)

        def job(connection: Connection) -> str:
            return editing.put_section(
                connection, who.store_id, section, text.encode(), currency, by=who.login, at=now
            )

        try:
            change_id = await noted(pages, who, job, "terms.save", f"terms:{section}")
        except (TermsRefusedError, CatalogueError) as error:
            return await page(request, section, text, mistakes=mistakes_of(error), status=422)
        except UNREADABLE as error:
            return await page(request, section, text, mistakes=[f"not JSON: {error}"], status=422)
        return back_to(f"/office/terms/{section}", "saved" if change_id else "unchanged")

    return one, save
