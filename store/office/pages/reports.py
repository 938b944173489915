"""Reports: sales by hour, day, product and offer, taxes and tenders, and how the lanes did.

Source: docs/back-office.md, "Reports".
Invariants: at most DAYS_MAX days at once.
"""

import datetime
from typing import Any

import msgspec
from litestar import Response, get

from store.data.journals import lane_reports, reports
from store.data.journals.reports import Days, Slot
from store.data.lanes import terminals
from store.front.gate import staff_of
from store.office.pages import charts
from store.office.pages.charts import Bar
from store.office.pages.lanes import EVENTS
from store.office.pages.shell import AnyRequest, Pages, day_of, printable, query_of
from store.office.pages.today import hours_chart
from store.office.pages.words import Words
from store.reports import closing
from store.reports import lanes as figures

DAYS_MAX = 400
LABELS_MAX = 16
NEVER_COUNTED = frozenset({"HelpEnded", "LaneStarted", "TerminalDayClosed"})
NOT_COUNTED = frozenset({("PrintEnded", "printed")})
"""What is as it should be."""
SPANS = (("today", "Today", 0), ("week", "7 days", 6), ("fortnight", "14 days", 13), ("month", "30 days", 29))


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """What a report is about."""

    first: str
    last: str
    lane: str = ""

    @property
    def days(self) -> Days:
        """As the figures take it."""
        return Days(first=self.first, last=self.last, terminal_id=self.lane)

    @property
    def query(self) -> str:
        """For links."""
        return query_of({"first": self.first, "last": self.last, "lane": self.lane})


def asked_of(pages: Pages, request: AnyRequest) -> Asked:
    """What a query asks for: the last seven days unless it says."""
    today, asked = pages.today(), request.query_params
    last = min(day_of(asked.get("last", ""), today), today)
    first = min(day_of(asked.get("first", ""), last - datetime.timedelta(days=6)), last)
    first = max(first, last - datetime.timedelta(days=DAYS_MAX - 1))
    return Asked(first=first.isoformat(), last=last.isoformat(), lane=printable(asked.get("lane", ""))[:60])


def routes(pages: Pages) -> tuple[Any, ...]:
    """The handlers of this module."""

    @get("/office/reports", include_in_schema=False)
    async def sales_report(request: AnyRequest) -> Response[str]:
        """Takings by day and hour, taxes, tenders, offers."""
        store_id, asked = staff_of(request).store_id, asked_of(pages, request)

        def job(connection: Any) -> dict[str, Any]:
            return {
                "totals": reports.totals(connection, store_id, asked.days),
                "by_day": reports.by_day(connection, store_id, asked.days),
                "by_hour": reports.by_hour(connection, store_id, asked.days),
                "taxes": closing.taxes(reports.vat(connection, store_id, asked.days)),
                "tenders": closing.together(reports.tenders(connection, store_id, asked.days)),
                "offers": reports.offers(connection, store_id, asked.days),
                "devices": terminals.listed(connection, store_id),
            }

        read, words = await pages.read(job), pages.words(request)
        return await pages.page(
            request,
            "reports.html",
            **read,
            **common(pages, asked, "sales"),
            day_chart=days_chart(words, asked, read["by_day"]),
            hour_chart=hours_chart(words, read["by_hour"], ()),
            share=charts.share,
        )

    @get("/office/reports/goods", include_in_schema=False)
    async def goods_report(request: AnyRequest) -> Response[str]:
        """What was sold."""
        store_id, asked = staff_of(request).store_id, asked_of(pages, request)

        def job(connection: Any) -> dict[str, Any]:
            return {
                "goods": reports.by_product(connection, store_id, asked.days, limit=100),
                "groups": reports.by_category(connection, store_id, asked.days),
                "devices": terminals.listed(connection, store_id),
            }

        return await pages.page(
            request,
            "report_goods.html",
            **await pages.read(job),
            **common(pages, asked, "goods"),
            share=charts.share,
        )

    @get("/office/reports/lanes", include_in_schema=False)
    async def lanes_report(request: AnyRequest) -> Response[str]:
        """How lanes did."""
        store_id, asked = staff_of(request).store_id, asked_of(pages, request)
        since, until = pages.bounds(asked.first, asked.last)

        def job(connection: Any) -> dict[str, Any]:
            return {
                "figures": figures.figures(lane_reports.lane_days(connection, store_id, asked.days)),
                "events": lane_reports.lane_events(connection, store_id, since, until, asked.lane),
                "devices": terminals.listed(connection, store_id),
            }

        read = await pages.read(job)
        counts: dict[tuple[str, str], int] = {}
        for one in read["events"]:
            if (one.event, one.subject) not in NOT_COUNTED and one.event not in NEVER_COUNTED:
                counts[one.event, one.subject] = counts.get((one.event, one.subject), 0) + one.count
        return await pages.page(
            request,
            "report_lanes.html",
            **read,
            **common(pages, asked, "lanes"),
            counts=sorted(counts.items(), key=lambda item: -item[1])[:12],
            names=EVENTS,
            share=charts.share,
        )

    return sales_report, goods_report, lanes_report


def common(pages: Pages, asked: Asked, tab: str) -> dict[str, Any]:
    """What the frame of every report needs: its days, its tab, the spans to choose from."""
    today = pages.today()
    spans = []
    for _, text, back in SPANS:
        first = (today - datetime.timedelta(days=back)).isoformat()
        query = query_of({"first": first, "last": today.isoformat(), "lane": asked.lane})
        spans.append((text, query, first))
    return {"asked": asked, "tab": tab, "spans": spans, "is_to_today": asked.last == today.isoformat()}


def days_chart(words: Words, asked: Asked, by_day: tuple[Slot, ...]) -> Any:
    """Takings by day, days without sales included."""
    known = {slot.at: slot for slot in by_day}
    first, last = datetime.date.fromisoformat(asked.first), datetime.date.fromisoformat(asked.last)
    days = [(first + datetime.timedelta(days=n)).isoformat() for n in range((last - first).days + 1)]
    every = -(-len(days) // LABELS_MAX)
    slots = []
    for index, day in enumerate(days):
        slot = known.get(day)
        total, count = (slot.total_minor, slot.sales) if slot else (0, 0)
        told = words.text(
            "{day}: {amount}, {n} sales", day=words.day(day), amount=words.amount(total), n=count
        )
        label = words.short_day(day)
        slots.append(Bar(label=label, value=total, title=told, is_labelled=index % every == 0))
    return charts.bars(slots, words.round_amount, words.text("Takings by day"))
