"""Sales: a list with filters and search, and one sale with the reason for every cent and its whole history.

Source: docs/back-office.md, "Sales", "One sale".
Invariants: a sale shows what its sealed journal says; whether that still hangs together is checked each time
it is opened.
"""

from collections.abc import Mapping
from typing import Any

import msgspec
from litestar import Response, get

from retail.interventions.causes import cause_text
from retail.journal import envelope
from retail.journal import events as e
from retail.journal.envelope import Content, OpenError
from retail.priced import PricedBasket, UnitPrice
from retail.unreadable import UNREADABLE
from store.data.journals import receipts, return_books, returns, sales, sealed
from store.data.journals.receipts import SaleFilter, SaleWhole
from store.data.journals.sealed import Link
from store.data.lanes import terminals
from store.data.people import staff
from store.front.gate import staff_of
from store.office.api import IdOf
from store.office.pages import live
from store.office.pages.shell import AnyRequest, Pages, found, query_of
from store.office.pages.words import Words
from store.projector.facts import REASONS
from store.reports import story
from store.reports.story_attended import Speech

PAGE = 40
TEXT_MAX = 60


class UnitRow(msgspec.Struct, frozen=True, kw_only=True):
    """Pieces of a line with the same price for the same reasons."""

    count: int
    unit: UnitPrice


class Chain(msgspec.Struct, frozen=True, kw_only=True):
    """Whether an envelope hangs together with what is around it."""

    link: Link
    content: Content | None
    fault: str
    """Empty: whole."""

    @property
    def is_whole(self) -> bool:
        """Nothing is wrong with it."""
        return self.link.is_whole and not self.fault


def routes(pages: Pages) -> tuple[Any, ...]:
    """The handlers of this module."""
    return _list(pages), _one(pages)


def _list(pages: Pages) -> Any:
    @get("/office/sales", include_in_schema=False)
    async def list_sales(request: AnyRequest) -> Response[str]:
        """Sales, newest first."""
        store_id, asked, now = staff_of(request).store_id, request.query_params, pages.front.clock()
        wanted = filter_of(asked, PAGE)

        def job(connection: Any) -> dict[str, Any]:
            rows = receipts.listed(connection, store_id, wanted)
            cards, _ = live.read(connection, store_id, now)
            ids = [one.envelope_id for one in rows[:PAGE]]
            return {
                "rows": rows,
                "cards": cards,
                "tenders": receipts.tenders_of(connection, store_id, ids),
            }

        read = await pages.read(job)
        rows = read.pop("rows")
        is_more = len(rows) > PAGE
        shown = rows[:PAGE]
        kept = {name: asked.get(name, "") for name in ("first", "last", "lane", "outcome", "q", "offer")}
        older = query_of(
            {**kept, "before": f"{shown[-1].started_at}/{shown[-1].envelope_id}"} if is_more else {}
        )
        return await pages.page(
            request,
            "sales.html",
            **read,
            rows=shown,
            asked=kept,
            older=older,
            newest=query_of(kept),
            is_first=wanted.before is None,
        )

    return list_sales


def filter_of(asked: Any, limit: int) -> SaleFilter:
    """What a query asks for; anything unreadable is left out."""
    at, _, envelope_id = asked.get("before", "").partition("/")
    before = (int(at), envelope_id) if at.isascii() and at.isdigit() and len(at) < 19 else None
    return SaleFilter(
        first=asked.get("first", "")[:10],
        last=asked.get("last", "")[:10],
        terminal_id=asked.get("lane", "")[:TEXT_MAX],
        outcome=asked.get("outcome", "")[:TEXT_MAX],
        text=asked.get("q", "").strip()[:TEXT_MAX],
        offer_id=asked.get("offer", "")[:TEXT_MAX],
        before=before,
        limit=limit,
    )


def _one(pages: Pages) -> Any:
    @get("/office/sales/{envelope_id:str}", include_in_schema=False)
    async def one_sale(request: AnyRequest, envelope_id: IdOf) -> Response[str]:
        """A receipt that explains itself, and everything that happened."""
        store_id = staff_of(request).store_id

        def job(connection: Any) -> dict[str, Any]:
            sale = receipts.whole(connection, store_id, envelope_id)
            name, of = (sale.row.transaction_id, sale.row.of_transaction_id) if sale else ("", "")
            origin = returns.original(connection, store_id, of) if of else None
            return {
                "sale": sale,
                "returns": return_books.of_sale(connection, store_id, name),
                "origin": origin.envelope_id if origin else "",
                "link": sealed.link(connection, store_id, envelope_id),
                "aside": sales.aside(connection, store_id, envelope_id),
                "devices": {one.terminal_id: one.name for one in terminals.listed(connection, store_id)},
                "people": names_of(connection, store_id),
            }

        read = await pages.read(job)
        sale: SaleWhole = found(read["sale"], "sale")
        chain = chain_of(read["link"])
        words = pages.words(request)
        priced = priced_of(chain)
        return await pages.page(
            request,
            "sale.html",
            sale=sale,
            chain=chain,
            steps=steps_of(chain, words, read["people"]),
            units=units_of(priced),
            offers={offer.offer_id: offer for offer in priced.offers} if priced else {},
            priced=priced,
            sentences=SENTENCES,
            aside=read["aside"],
            reasons=REASONS,
            returns=read["returns"],
            origin=read["origin"],
            people=read["people"],
            cause=lambda why: cause_text(why, words.language).replace("_", " "),
            devices=read["devices"],
        )

    return one_sale


def names_of(connection: Any, store_id: str) -> dict[str, str]:
    """What people of the store are called, by staff id and by login: journals name them by either."""
    people = staff.listed(connection, store_id)
    return {key: one.name for one in people for key in (one.staff_id, one.login)}


def chain_of(link: Link) -> Chain:
    """Check an envelope and its entries."""
    try:
        content = envelope.open_body(link.body)
        before = envelope.open_body(link.before).last_hash if link.before is not None else None
        fault = envelope.first_fault(content, before)
    except OpenError as error:
        return Chain(link=link, content=None, fault=str(error))
    return Chain(link=link, content=content, fault=fault)


def steps_of(chain: Chain, words: Words, people: Mapping[str, str]) -> tuple[story.Step, ...]:
    """The history in words; empty if it cannot be read. `people`: names of staff, by id."""
    if chain.content is None:
        return ()
    speech = Speech(write=words.amount, say=words.text, language=words.language, people=people)
    try:
        return story.steps(chain.content.unsealed(), speech)
    except UNREADABLE:
        return ()


def priced_of(chain: Chain) -> PricedBasket | None:
    """The final prices of a sale, as its journal says them."""
    if chain.content is None:
        return None
    try:
        told = [entry.event() for entry in chain.content.unsealed()]
    except UNREADABLE:
        return None
    return next((one.priced for one in reversed(told) if isinstance(one, e.TenderingStarted)), None)


def units_of(priced: PricedBasket | None) -> dict[int, list[UnitRow]]:
    """Units by line, those alike together."""
    rows: dict[int, list[UnitRow]] = {}
    for unit in priced.units if priced else ():
        line = rows.setdefault(unit.line_id, [])
        plain = msgspec.structs.replace(unit, index=0)
        for index, row in enumerate(line):
            if row.unit == plain:
                line[index] = UnitRow(count=row.count + 1, unit=plain)
                break
        else:
            line.append(UnitRow(count=1, unit=plain))
    return rows


SENTENCES = {
    "percent": "a share off each",
    "percent_of_total": "a share off the sum",
    "amount": "shared out by price",
    "amount_each": "off each piece",
    "new_price": "another price",
    "nth_unit": "every so many pieces",
    "group_price": "one price together",
    "buy_get": "cheaper beside the others",
    "bundle": "as a set",
    "ladder": "the more, the cheaper",
    "gift": "on top",
}
"""What the form of an offer does, in a few words."""
