"""Day close: what each lane and the store took, taxes, tenders, and whether it all agrees.

Source: docs/back-office.md, "Day close"; `store.reports.closing`.
Invariants: a difference is shown, never smoothed over.
"""

import datetime
from typing import Any

from litestar import Response, get

from store.data.journals import lane_reports, reports, sales
from store.data.journals.reports import Days
from store.data.lanes import terminals
from store.front.gate import staff_of
from store.office.pages import live
from store.office.pages.shell import AnyRequest, Pages, day_of
from store.reports import closing


def routes(pages: Pages) -> tuple[Any, ...]:
    """The handlers of this module."""

    @get("/office/day", include_in_schema=False)
    async def day_close(request: AnyRequest) -> Response[str]:
        """One business day."""
        store_id, now, today = staff_of(request).store_id, pages.front.clock(), pages.today()
        day = min(day_of(request.query_params.get("day", ""), today), today)
        days = Days(first=day.isoformat(), last=day.isoformat())
        since, until = pages.bounds(days.first, days.last)

        def job(connection: Any) -> dict[str, Any]:
            cards, _ = live.read(connection, store_id, now)
            close = closing.close(
                names={one.terminal_id: one.name for one in terminals.listed(connection, store_id)},
                lanes=lane_reports.lane_days(connection, store_id, days),
                vat=reports.vat(connection, store_id, days),
                tenders=reports.tenders(connection, store_id, days),
                ends=lane_reports.terminal_days(connection, store_id, since, until),
            )
            return {
                "totals": reports.totals(connection, store_id, days),
                "close": close,
                "unsent": [card for card in cards if card.now and card.now.status and card.now.status.unsent],
                "offline": [
                    card
                    for card in cards
                    if card.device.state == "active" and card.device.kind == "lane" and not card.is_connected
                ],
                "aside": [
                    one
                    for one in sales.set_aside_ones(connection, store_id)
                    if since <= one.received_at < until + 86_400_000_000
                ],
            }

        return await pages.page(
            request,
            "day.html",
            **await pages.read(job),
            day=days.first,
            before=(day - datetime.timedelta(days=1)).isoformat(),
            after=(day + datetime.timedelta(days=1)).isoformat() if day < today else "",
            is_today=day == today,
        )

    return (day_close,)
