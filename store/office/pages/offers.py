"""Offers: a list, an editor that says where a mistake is, on and off, and a preview.

An offer that is switched off is taken out of the feed; it stays in the history, from where it comes back.

Source: docs/back-office.md, "Offers"; docs/offers.md.
Invariants: nothing is saved that `retail.terms` would refuse at a lane; a preview changes nothing.
"""

import asyncio
import datetime
import json
import time
from typing import Annotated, Any

import msgspec
from litestar import Response, get, post
from litestar.params import PathParameter
from litestar.response import Redirect

from retail.promotions.offer import Offer
from retail.terms import Terms, TermsRefusedError, no_terms, read_terms
from retail.unreadable import UNREADABLE
from retail.wire.bodies import OFFER_KIND, TERMS_KIND
from store.data import audit
from store.data.database import Connection
from store.data.goods import catalogue, changes, editing, retired
from store.data.goods.catalogue import CatalogueError
from store.data.journals import reports, sealed
from store.data.journals.reports import Days
from store.data.replication.feed import store_scope
from store.front.gate import staff_of
from store.identity.errors import Rejected
from store.office.pages.shell import FORM_MAX, AnyRequest, Pages, back_to, day_of, form_of, found
from store.reports import preview

PATH = "/office/offers"
ID_MAX = 120
BUDGET_S = 6.0
"""Of one preview."""
USED_DAYS = 7
NEW = {
    "id": "my-offer",
    "name": "Two for 3.00",
    "names": {"de": "Zwei für 3,00"},
    "derivation": [{"type": "group_price", "quantity": 2, "price_minor": 300, "of": {"ids": []}}],
}
IdOf = Annotated[str, PathParameter(max_length=ID_MAX)]


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """An offer in the list."""

    offer: Offer
    sales: int
    given_minor: int


def routes(pages: Pages) -> tuple[Any, ...]:
    """The handlers of this module."""
    return (*_reading(pages), *_changing(pages), _preview(pages))


def _reading(pages: Pages) -> tuple[Any, ...]:
    @get(PATH, include_in_schema=False)
    async def list_offers(request: AnyRequest) -> Response[str]:
        """Every offer, what it gave lately, and those that are off."""
        store_id, today = staff_of(request).store_id, pages.today()
        first = (today - datetime.timedelta(days=USED_DAYS - 1)).isoformat()

        def job(connection: Any) -> dict[str, Any]:
            used = {
                one.offer_id: one
                for one in reports.offers(connection, store_id, Days(first=first, last=today.isoformat()))
            }
            bodies = catalogue.everything(connection, store_id, OFFER_KIND)
            return {
                "offers": [
                    Listed(
                        offer=(offer := msgspec.json.decode(body, type=Offer)),
                        sales=used[offer.id].sales if offer.id in used else 0,
                        given_minor=used[offer.id].amount_minor if offer.id in used else 0,
                    )
                    for _, body in sorted(bodies.items())
                ],
                "off": retired.gone(connection, store_id, store_scope(store_id), OFFER_KIND),
                "sections": catalogue.everything(connection, store_id, TERMS_KIND),
                "recent": changes.recent(connection, store_id, limit=8),
            }

        return await pages.page(request, "offers.html", **await pages.read(job), days=USED_DAYS)

    @get(PATH + "/new", include_in_schema=False)
    async def new(request: AnyRequest) -> Response[str]:
        """An empty editor."""
        return await _editor(pages, request, "", json.dumps(NEW, indent=2, ensure_ascii=False))

    @get(PATH + "/{offer_id:str}", include_in_schema=False)
    async def one(request: AnyRequest, offer_id: IdOf) -> Response[str]:
        """One offer in the editor, on or off."""
        store_id = staff_of(request).store_id
        listed, past = await pages.read(
            lambda connection: (
                catalogue.find(connection, store_id, OFFER_KIND, offer_id),
                changes.history(connection, store_id, store_scope(store_id), OFFER_KIND, offer_id),
            )
        )
        body = listed.body if listed is not None else next((one.body for one in past if one.body), None)
        return await _editor(
            pages, request, offer_id, readable(found(body, "offer")), is_on=listed is not None
        )

    return list_offers, new, one


def readable(body: bytes) -> str:
    """An offer's JSON the way people write it: what it is first, then who gets it, then what it gives."""
    document = json.loads(body)
    known = [name for name in Offer.__struct_fields__ if name in document]
    ordered = {name: _named_first(document[name]) for name in [*known, *(document.keys() - set(known))]}
    return json.dumps(ordered, indent=2, ensure_ascii=False)


def _named_first(value: Any) -> Any:
    if isinstance(value, dict):
        names = sorted(value, key=lambda name: (name not in ("type", "test"), name == "of", name))
        return {name: _named_first(value[name]) for name in names}
    return [_named_first(one) for one in value] if isinstance(value, list) else value


async def _editor(pages: Pages, request: AnyRequest, offer_id: str, text: str, **more: Any) -> Response[str]:
    store_id, yesterday = staff_of(request).store_id, pages.today() - datetime.timedelta(days=1)
    past = (
        await pages.read(
            lambda connection: changes.history(
                connection, store_id, store_scope(store_id), OFFER_KIND, offer_id
            )
        )
        if offer_id
        else ()
    )
    values: dict[str, Any] = {
        "is_on": True,
        "mistakes": [],
        "preview": None,
        "day": yesterday.isoformat(),
        **more,
    }
    try:
        name = str(json.loads(text).get("name", ""))[:120]
    except (ValueError, AttributeError, RecursionError):
        name = ""
    return await pages.page(
        request, "offer.html", offer_id=offer_id, text=text, name=name, past=past, **values
    )


def _changing(pages: Pages) -> tuple[Any, ...]:
    currency = pages.settings.currency

    @post(PATH, status_code=200, request_max_body_size=FORM_MAX, include_in_schema=False)
    async def save(request: AnyRequest) -> Response[str] | Redirect:
        """Take an offer, or say what is wrong with it and where."""
        who, now, form = staff_of(request), pages.front.clock(), await form_of(request)
        text, offer_id = form.get("text", ""), form.get("offer_id", "")

        def job(connection: Connection) -> str:
            return editing.put_offer(connection, who.store_id, text.encode(), currency, by=who.login, at=now)

        try:
            change_id = await noted(pages, who, job, "offer.save", f"offer:{_id_of(text)}")
        except (TermsRefusedError, CatalogueError) as error:
            return await _editor(pages, request, offer_id, text, mistakes=mistakes_of(error), status=422)
        return back_to(f"{PATH}/{_id_of(text)}", "saved" if change_id else "unchanged")

    @post(PATH + "/{offer_id:str}/off", status_code=200, include_in_schema=False)
    async def off(request: AnyRequest, offer_id: IdOf) -> Response[str] | Redirect:
        """Switch an offer off."""
        who, now = staff_of(request), pages.front.clock()

        def job(connection: Connection) -> str:
            return editing.remove_offer(connection, who.store_id, offer_id, currency, by=who.login, at=now)

        return await _switched(pages, request, offer_id, job, "offer.off")

    @post(PATH + "/{offer_id:str}/on", status_code=200, include_in_schema=False)
    async def on(request: AnyRequest, offer_id: IdOf) -> Response[str] | Redirect:
        """Switch an offer on again, as it was."""
        who, now = staff_of(request), pages.front.clock()

        def job(connection: Connection) -> str:
            past = changes.history(connection, who.store_id, store_scope(who.store_id), OFFER_KIND, offer_id)
            body = found(next((one.body for one in past if one.body is not None), None), "offer")
            return editing.put_offer(connection, who.store_id, body, currency, by=who.login, at=now)

        return await _switched(pages, request, offer_id, job, "offer.on")

    return save, off, on


async def _switched(
    pages: Pages, request: AnyRequest, offer_id: str, job: Any, action: str
) -> Response[str] | Redirect:
    who = staff_of(request)
    try:
        await noted(pages, who, job, action, f"offer:{offer_id}")
    except (TermsRefusedError, CatalogueError) as error:
        raise Rejected("refused", "; ".join(mistakes_of(error))[:300], 409) from error
    return back_to(f"{PATH}/{offer_id}", "saved")


async def noted(pages: Pages, who: Any, job: Any, action: str, what: str) -> str:
    """Run a change of the terms with its entry in the audit log; the change's id."""
    now = pages.front.clock()

    def both(connection: Connection) -> str:
        audit.note(connection, who.store_id, who=who.login, action=action, what=what, at=now)
        return str(job(connection))

    return str(await pages.write(who.store_id, both))


def mistakes_of(error: TermsRefusedError | CatalogueError) -> list[str]:
    """What is wrong, one sentence each, the place first."""
    if isinstance(error, TermsRefusedError):
        return [str(mistake) for mistake in error.mistakes]
    return [str(error)]


def _id_of(text: str) -> str:
    try:
        return str(json.loads(text).get("id", ""))[:ID_MAX]
    except (ValueError, AttributeError, RecursionError):
        return ""


# --- what would it have done? ------------------------------------------------------------------------------


def _preview(pages: Pages) -> Any:
    @post(PATH + "/preview", status_code=200, request_max_body_size=FORM_MAX, include_in_schema=False)
    async def show(request: AnyRequest) -> Response[str]:
        """Price a day's sales with and without the offer in the editor."""
        store_id, form = staff_of(request).store_id, await form_of(request)
        text, offer_id = form.get("text", ""), form.get("offer_id", "")
        day = day_of(form.get("day", ""), pages.today() - datetime.timedelta(days=1)).isoformat()

        def job(connection: Any) -> Any:
            return (
                catalogue.everything(connection, store_id, TERMS_KIND),
                catalogue.everything(connection, store_id, OFFER_KIND),
                sealed.bodies_of_day(connection, store_id, day, limit=preview.SALES_MAX + 1),
            )

        sections, offers, bodies = await pages.read(job)
        try:
            answer = await asyncio.to_thread(
                _compare, sections, offers, text, bodies, pages.settings.currency
            )
        except (TermsRefusedError, CatalogueError) as error:
            return await _editor(
                pages, request, offer_id, text, day=day, mistakes=mistakes_of(error), status=422
            )
        return await _editor(pages, request, offer_id, text, day=day, preview=answer)

    return show


def _compare(
    sections: dict[str, bytes],
    offers: dict[str, bytes],
    text: str,
    bodies: tuple[tuple[str, bytes], ...],
    currency: str,
) -> preview.Preview:
    offer_id = _id_of(text)
    try:
        body = msgspec.json.encode(msgspec.json.decode(text.encode()), order="deterministic")
    except UNREADABLE as error:
        raise CatalogueError(f"not an offer: {error}") from error
    if not offer_id:
        raise CatalogueError("an offer has an id")
    others = {key: one for key, one in offers.items() if key != offer_id}
    without = _read(sections, others, currency)
    with_it = _read(sections, {**others, offer_id: body}, currency)
    ends = time.monotonic() + BUDGET_S
    return preview.compare(
        bodies[: preview.SALES_MAX],
        without,
        with_it,
        offer_id,
        is_whole=len(bodies) <= preview.SALES_MAX,
        has_time=lambda: time.monotonic() < ends,
    )


def _read(sections: dict[str, bytes], offers: dict[str, bytes], currency: str) -> Terms:
    if not sections and not offers:
        return no_terms(currency)
    pieces = {(TERMS_KIND, key): body for key, body in sections.items()}
    pieces.setdefault((TERMS_KIND, "currency"), msgspec.json.encode(currency))
    pieces |= {(OFFER_KIND, key): body for key, body in offers.items()}
    return read_terms(catalogue.joined(pieces), currency)
