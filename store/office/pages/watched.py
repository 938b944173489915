"""Interventions in numbers: by kind, by lane and by shift, over some days; as a page and as files.

Source: docs/back-office.md, "Interventions"; `store.reports.interventions` says what each figure means.
Invariants: a reason or kind is told in the reader's language; a figure of nothing is a dash, not a nought.
"""

from collections.abc import Mapping
from typing import Any

import msgspec
from litestar import Response, get

from retail.interventions.kinds import KINDS
from store.data.journals import lane_reports
from store.data.lanes import attention, terminals
from store.data.people import staff
from store.front.gate import staff_of
from store.office.pages import charts
from store.office.pages.charts import Bar
from store.office.pages.reports import Asked, asked_of, common
from store.office.pages.shell import AnyRequest, Pages
from store.office.pages.words import Words
from store.reports import interventions as figures
from store.reports import tables
from store.reports.interventions import Report, Spread

SHIFTS_SHOWN = 60
CHART_HEIGHT = 190


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """What one reading of the database gives."""

    report: Report
    lanes: Mapping[str, str]
    """Names of lanes, by terminal."""
    people: Mapping[str, str]
    """Names of staff, by id."""
    devices: Any


def read(pages: Pages, connection: Any, store_id: str, asked: Asked) -> Found:
    """Everything about these days, and one lane if one is named."""
    since, until = pages.bounds(asked.first, asked.last)
    events, is_cut = attention.events(connection, store_id, since, until, asked.lane)
    signs = attention.signs(connection, store_id, since, until, asked.lane)
    sales: dict[str, int] = {}
    for day in lane_reports.lane_days(connection, store_id, asked.days):
        sales[day.terminal_id] = sales.get(day.terminal_id, 0) + day.sales
    devices = terminals.listed(connection, store_id)
    return Found(
        report=figures.report(
            events, signs, sales, lambda at: pages.local(at).hour, since=since, is_cut=is_cut
        ),
        lanes={one.terminal_id: one.name for one in devices},
        people={one.staff_id: one.name for one in staff.listed(connection, store_id)},
        devices=devices,
    )


def routes(pages: Pages) -> tuple[Any, ...]:
    """The handlers of this module."""

    @get("/office/reports/interventions", include_in_schema=False)
    async def interventions_report(request: AnyRequest) -> Response[str]:
        """How often people were needed, and how long it took."""
        store_id, asked = staff_of(request).store_id, asked_of(pages, request)
        found: Found = await pages.read(lambda connection: read(pages, connection, store_id, asked))
        words = pages.words(request)
        return await pages.page(
            request,
            "report_interventions.html",
            **common(pages, asked, "interventions"),
            report=found.report,
            shifts=found.report.shifts[:SHIFTS_SHOWN],
            shifts_more=max(0, len(found.report.shifts) - SHIFTS_SHOWN),
            lane_names=found.lanes,
            people=found.people,
            devices=found.devices,
            kinds=KINDS,
            hours_chart=hours_chart(words, found.report.hours),
            share=charts.share,
            took=lambda spread: took(words, spread),
        )

    return (interventions_report,)


def took(words: Words, spread: Spread) -> tuple[str, str]:
    """Median and p95 as people read them; dashes where nothing was measured."""
    if not spread.count:
        return "–", "–"
    return words.length(spread.median_s), words.length(spread.p95_s)


def hours_chart(words: Words, hours: tuple[int, ...]) -> Any:
    """Calls for staff by hour of the day; hours before the first and after the last are left out."""
    busy = [hour for hour, count in enumerate(hours) if count]
    if not busy:
        return ""
    slots = [
        Bar(
            label=f"{hour:02}",
            value=hours[hour],
            title=words.text("{hour}:00 – {n} calls", hour=f"{hour:02}", n=hours[hour]),
        )
        for hour in range(busy[0], busy[-1] + 1)
    ]
    return charts.bars(slots, str, words.text("Calls for staff by hour"), height=CHART_HEIGHT)


def csv(pages: Pages, connection: Any, store_id: str, asked: Asked) -> tuple[bytes, bool]:
    """The figures for a spreadsheet; whether something was left out."""
    found = read(pages, connection, store_id, asked)
    file = tables.interventions(found.report, found.lanes, found.people, lambda at: _iso(pages, at))
    return file.encode(), found.report.is_cut


def json(pages: Pages, connection: Any, store_id: str, asked: Asked) -> tuple[bytes, bool]:
    """The figures for a program: words of kinds and ids as stored, names beside them."""
    found = read(pages, connection, store_id, asked)
    report = found.report
    document = {
        "first": asked.first,
        "last": asked.last,
        "lane": asked.lane,
        "shift_gap_s": figures.SHIFT_GAP_S,
        "total": _plain(report.total),
        "kinds": [{"kind": kind, **_plain(one)} for kind, one in report.kinds],
        "lanes": [
            {"terminal_id": lane, "name": found.lanes.get(lane, ""), **_plain(one)}
            for lane, one in report.lanes
        ],
        "shifts": [
            {
                **msgspec.to_builtins(one),
                "name": found.people.get(one.staff_id, ""),
                "begun_at": _iso(pages, one.begun_at),
                "ended_at": _iso(pages, one.ended_at),
            }
            for one in report.shifts
        ],
        "calls_by_hour": list(report.hours),
        "is_cut": report.is_cut,
    }
    return msgspec.json.format(msgspec.json.encode(document), indent=2), report.is_cut


def _plain(one: figures.Numbers) -> dict[str, Any]:
    return {
        **msgspec.to_builtins(one),
        "per_100": round(one.per_100, 2),
        "self_cleared_share": round(one.self_cleared_share, 4),
        "false_alarm_share": round(one.false_alarm_share, 4),
    }


def _iso(pages: Pages, at: int) -> str:
    return pages.local(at).isoformat(timespec="seconds")
