"""Logging in, the language, and the first page: how the shop is doing right now.

Source: docs/back-office.md, "Today".
Invariants: everything on the page is a store's own; what moves comes by /office/events and reloads one block.
"""

import datetime
from typing import Any

from litestar import Response, get, post
from litestar.params import FromQuery
from litestar.response import Redirect

from store.data.journals import receipts, reports, set_aside
from store.data.journals.receipts import SaleFilter
from store.data.journals.reports import Days, Slot
from store.front.gate import staff_of
from store.front.problems import LOGIN_PATH
from store.office.pages import charts, live
from store.office.pages.charts import Bar
from store.office.pages.shell import LANGUAGE_COOKIE, LANGUAGE_KEPT_S, AnyRequest, Pages, form_of
from store.office.pages.station import PATH as STATION
from store.office.pages.words import LANGUAGES, Words
from store.office.session import HOME

NEWEST = 8
FIRST_HOUR, LAST_HOUR = 7, 21


def routes(pages: Pages) -> tuple[Any, ...]:
    """The handlers of this module."""
    return (*_entry(pages), _today(pages))


def _entry(pages: Pages) -> tuple[Any, ...]:
    @get("/", include_in_schema=False)
    async def front_door() -> Redirect:
        """Whoever only knows the service's address wants its pages."""
        return Redirect(HOME, status_code=303)

    @get(LOGIN_PATH, include_in_schema=False)
    async def login(request: AnyRequest, next: FromQuery[str] = HOME) -> Response[str]:
        """The form."""
        return await pages.page(request, "login.html", next=next[:200])

    return front_door, login, language(pages)


def language(pages: Pages) -> Any:
    """The handler that remembers a language."""

    @post("/office/language", include_in_schema=False)
    async def choose(request: AnyRequest) -> Redirect:
        """Remember a language in this browser."""
        form = await form_of(request)
        target = form.get("next", HOME)
        is_ours = target in (HOME, STATION) or target.startswith(HOME + "/")
        answer = Redirect(target if is_ours and "\\" not in target else HOME, status_code=303)
        if form.get("language") in dict(LANGUAGES):
            answer.set_cookie(
                key=LANGUAGE_COOKIE,
                value=form["language"],
                path="/",
                max_age=LANGUAGE_KEPT_S,
                httponly=True,
                secure=pages.settings.is_secure,
                samesite="lax",
            )
        return answer

    return choose


def _today(pages: Pages) -> Any:
    @get(HOME, include_in_schema=False)
    async def today(request: AnyRequest) -> Response[str]:
        """Sales, lanes, alerts and the newest sales, live."""
        store_id, now, day = staff_of(request).store_id, pages.front.clock(), pages.today()
        week_before = (day - datetime.timedelta(days=7)).isoformat()
        this, last = (
            Days(first=day.isoformat(), last=day.isoformat()),
            Days(first=week_before, last=week_before),
        )

        def job(connection: Any) -> dict[str, Any]:
            cards, waiting = live.read(connection, store_id, now)
            newest = receipts.listed(connection, store_id, SaleFilter(limit=NEWEST))[:NEWEST]
            return {
                "cards": cards,
                "waiting": live.in_order(waiting),
                "totals": reports.totals(connection, store_id, this),
                "hours": reports.by_hour(connection, store_id, this),
                "hours_before": reports.by_hour(connection, store_id, last),
                "newest": newest,
                "tenders": receipts.tenders_of(connection, store_id, [one.envelope_id for one in newest]),
                "goods": reports.by_product(connection, store_id, this, limit=6),
                "aside": set_aside.waiting(connection, store_id),
            }

        read = await pages.read(job)
        words, hour = pages.words(request), pages.local(now).hour
        until_now = sum(slot.total_minor for slot in read["hours_before"] if int(slot.at) < hour)
        so_far = sum(slot.total_minor for slot in read["hours"] if int(slot.at) < hour)
        return await pages.page(
            request,
            "today.html",
            **read,
            live=live,
            day=day.isoformat(),
            change=(so_far - until_now) / until_now if until_now else None,
            chart=hours_chart(words, read["hours"], read["hours_before"]),
            share=charts.share,
        )

    return today


def hours_chart(words: Words, hours: tuple[Slot, ...], before: tuple[Slot, ...]) -> Any:
    """Takings by hour, with the same weekday a week before behind."""
    now, then = {int(one.at): one for one in hours}, {int(one.at): one for one in before}
    first = min([FIRST_HOUR, *now, *then])
    last = max([LAST_HOUR, *now, *then])
    slots = []
    for hour in range(first, last + 1):
        one, old = now.get(hour), then.get(hour)
        told = words.text(
            "{hour}: {amount}, {n} sales",
            hour=f"{hour}:00–{hour + 1}:00",
            amount=words.amount(one.total_minor if one else 0),
            n=one.sales if one else 0,
        )
        slots.append(
            Bar(
                label=str(hour),
                value=one.total_minor if one else 0,
                ghost=old.total_minor if old else 0,
                title=told,
            )
        )
    return charts.bars(slots, words.round_amount, words.text("Takings by hour"))
