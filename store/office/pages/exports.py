"""Files for other programs: CSV, JSON and POSLog, of the days and lanes a page shows. Each is noted.

Source: docs/back-office.md, "Export".
Invariants: at most SALES_MAX transactions in a file; what was left out is said in a header, not hidden.
"""

from collections.abc import Callable
from typing import Annotated, Any

import msgspec
from litestar import Response, get
from litestar.params import PathParameter

from store.data import audit
from store.data.journals import lane_reports, receipts, reports
from store.data.journals.receipts import SaleFilter, SaleRow
from store.data.lanes import terminals
from store.front.gate import staff_of
from store.identity.errors import Rejected
from store.office.pages import watched
from store.office.pages.reports import Asked, asked_of
from store.office.pages.sales import filter_of
from store.office.pages.shell import AnyRequest, Pages
from store.reports import closing, poslog, tables
from store.reports import lanes as figures

SALES_MAX = 20_000
POSLOG_MAX = 2_000
"""Transactions in one POSLog: it is read whole."""
CSV = "text/csv; charset=utf-8"
XML = "application/xml"
JSON = "application/json"
_TYPES = {"csv": CSV, "xml": XML, "json": JSON}
LEFT_OUT = "x-left-out"

Make = Callable[[Any, str, AnyRequest], tuple[bytes, bool]]
"""Reads and writes a file; whether something was left out."""


def routes(pages: Pages) -> tuple[Any, ...]:
    """The handlers of this module."""
    makers = _makers(pages)

    @get("/office/export/{name:str}", include_in_schema=False)
    async def export(
        request: AnyRequest, name: Annotated[str, PathParameter(max_length=40)]
    ) -> Response[bytes]:
        """One file."""
        who, now = staff_of(request), pages.front.clock()
        make = makers.get(name)
        if make is None:
            raise Rejected("not_found", f"there is {', '.join(makers)}", 404)
        body, is_cut = await pages.read(lambda connection: make(connection, who.store_id, request))
        await pages.write(
            who.store_id,
            lambda connection: audit.note(
                connection,
                who.store_id,
                who=who.login,
                action="report.export",
                what=name,
                detail=str(request.url.query)[:300],
                at=now,
            ),
        )
        headers = {
            "content-disposition": f'attachment; filename="{_file_name(name, asked_of(pages, request))}"'
        }
        if is_cut:
            headers[LEFT_OUT] = "older sales: choose fewer days"
        return Response(body, media_type=_TYPES[name.rpartition(".")[2]], headers=headers)

    return (export,)


def _makers(pages: Pages) -> dict[str, Make]:
    currency = pages.settings.currency

    def sales(connection: Any, store_id: str, request: AnyRequest) -> tuple[bytes, bool]:
        rows, is_cut = _all(connection, store_id, request, SALES_MAX)
        return tables.sales(rows).encode(), is_cut

    def log(connection: Any, store_id: str, request: AnyRequest) -> tuple[bytes, bool]:
        rows, is_cut = _all(connection, store_id, request, POSLOG_MAX)
        found = (receipts.whole(connection, store_id, row.envelope_id) for row in reversed(rows))
        return poslog.document((one for one in found if one is not None), store_id), is_cut

    def goods(connection: Any, store_id: str, request: AnyRequest) -> tuple[bytes, bool]:
        rows = reports.by_product(connection, store_id, asked_of(pages, request).days, limit=reports.ROWS_MAX)
        return tables.goods(rows, currency).encode(), len(rows) == reports.ROWS_MAX

    def vat(connection: Any, store_id: str, request: AnyRequest) -> tuple[bytes, bool]:
        rows = closing.taxes(reports.vat(connection, store_id, asked_of(pages, request).days))
        return tables.vat(rows, currency).encode(), False

    def lanes(connection: Any, store_id: str, request: AnyRequest) -> tuple[bytes, bool]:
        days = lane_reports.lane_days(connection, store_id, asked_of(pages, request).days)
        return tables.lanes(figures.figures(days), currency).encode(), False

    def day(connection: Any, store_id: str, request: AnyRequest) -> tuple[bytes, bool]:
        last = asked_of(pages, request).last
        days = reports.Days(first=last, last=last)
        since, until = pages.bounds(last, last)
        close = closing.close(
            names={one.terminal_id: one.name for one in terminals.listed(connection, store_id)},
            lanes=lane_reports.lane_days(connection, store_id, days),
            vat=reports.vat(connection, store_id, days),
            tenders=reports.tenders(connection, store_id, days),
            ends=lane_reports.terminal_days(connection, store_id, since, until),
        )
        return tables.day(close, last, currency).encode(), False

    def of_people(make: Callable[..., tuple[bytes, bool]]) -> Make:
        return lambda connection, store_id, request: make(
            pages, connection, store_id, asked_of(pages, request)
        )

    return {
        "sales.csv": sales,
        "goods.csv": goods,
        "vat.csv": vat,
        "lanes.csv": lanes,
        "day.csv": day,
        "interventions.csv": of_people(watched.csv),
        "interventions.json": of_people(watched.json),
        "poslog.xml": log,
    }


def _all(connection: Any, store_id: str, request: AnyRequest, most: int) -> tuple[list[SaleRow], bool]:
    """Sales a list would show, page after page; whether there are more than `most`."""
    wanted: SaleFilter = filter_of(request.query_params, receipts.PAGE_MAX)
    rows: list[SaleRow] = []
    while True:
        page = receipts.listed(connection, store_id, wanted)
        rows.extend(page[: receipts.PAGE_MAX])
        if len(rows) >= most or len(page) <= receipts.PAGE_MAX:
            return rows[:most], len(rows) > most or len(page) > receipts.PAGE_MAX
        last = rows[-1]
        wanted = msgspec.structs.replace(wanted, before=(last.started_at, last.envelope_id))


def _file_name(name: str, asked: Asked) -> str:
    stem, _, ending = name.rpartition(".")
    days = "-".join(day.replace("-", "") for day in dict.fromkeys((asked.first, asked.last)))
    return f"{stem}-{days}.{ending}"
