"""Coupons and campaigns: what was used, what was lost, what lanes hold, and the worst that can happen.

Source: docs/back-office.md, "Coupons"; docs/coupons.md, "Offline".
Invariants: read only; a coupon is named by its campaign and the last characters of its number.
"""

from typing import Any

from litestar import Response, get

from retail.promotions.offer import Limit
from retail.terms import read_terms
from store.data.goods import catalogue, coupons, leases
from store.data.journals import reports
from store.data.journals.reports import Days
from store.data.lanes import terminals
from store.data.stored_value import value_books
from store.front.gate import staff_of
from store.office.pages import charts
from store.office.pages.shell import AnyRequest, Pages
from store.reports import risk

USED_DAYS = 30


def routes(pages: Pages) -> tuple[Any, ...]:
    """The handlers of this module."""

    @get("/office/coupons", include_in_schema=False)
    async def page(request: AnyRequest) -> Response[str]:
        """Everything about coupons."""
        store_id, today = staff_of(request).store_id, pages.today()
        first = today.fromordinal(today.toordinal() - USED_DAYS + 1).isoformat()
        days = Days(first=first, last=today.isoformat())

        def job(connection: Any) -> dict[str, Any]:
            lanes = [
                one
                for one in terminals.listed(connection, store_id)
                if one.kind == "lane" and one.state == "active"
            ]
            return {
                "file": catalogue.terms_file(connection, store_id),
                "lanes": lanes,
                "used": reports.coupon_uses(connection, store_id, days),
                "losses": coupons.losses(connection, store_id, limit=50),
                "value_lost": value_books.figures(connection, store_id).lost_minor,
                "campaigns": leases.campaigns(connection, store_id),
                "gave": {one.offer_id: one for one in reports.offers(connection, store_id, days)},
            }

        read = await pages.read(job)
        file = read.pop("file")
        terms = read_terms(file, pages.settings.currency) if file else None
        limited = [
            (offer, limit)
            for offer in (terms.offers if terms else ())
            for limit in offer.limits
            if isinstance(limit, Limit) and limit.scope == "campaign"
        ]
        return await pages.page(
            request,
            "coupons.html",
            **read,
            terms=terms,
            limited=limited,
            risk=risk.worst(terms, len(read["lanes"])) if terms else None,
            days=USED_DAYS,
            meter=charts.meter,
            unlimited=leases.UNLIMITED,
        )

    return (page,)
