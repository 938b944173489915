"""What the shop learns from phones, on one page.

Source: docs/phone.md, "What the shop learns"; `store.data.journals.learned`.
Invariants: read only; nothing here leads to a member.
"""

import datetime
from typing import Any

from litestar import Response, get

from store.data.journals import learned as report
from store.data.people.interests import INTERESTS
from store.front.gate import staff_of
from store.office.pages.shell import AnyRequest, Pages

PATH = "/office/learned"
DAYS = 30
REASONS = {
    "members_only": "not in the group",
    "used_today": "had it today",
    "used_by_member": "had it",
    "not_now": "not at that time",
    "used_up": "used up",
    "needs_code": "needs a code",
    "no_goods": "no goods for it",
}


def routes(pages: Pages) -> tuple[Any, ...]:
    """The handlers of this module."""

    @get(PATH, include_in_schema=False)
    async def page(request: AnyRequest) -> Response[str]:
        """The last thirty days."""
        who, today = staff_of(request), pages.today()
        first = (today - datetime.timedelta(days=DAYS - 1)).isoformat()
        since, _ = pages.bounds(first, today.isoformat())
        told = await pages.read(
            lambda connection: report.learned(
                connection,
                who.store_id,
                first_day=first,
                since=since,
                hour_of=lambda at: pages.local(at).hour,
            )
        )
        most = max((count for _, count in told.pickups.by_hour), default=0)
        return await pages.page(
            request,
            "learned.html",
            told=told,
            days=DAYS,
            few=report.FEW,
            names=INTERESTS,
            reasons=REASONS,
            most=most,
        )

    return (page,)
