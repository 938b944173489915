"""Where the chain's shops are and when they are open: what phones show as shops near one.

Source: docs/phone.md, "Shops".
Invariants: whatever is changed is in the audit log.
"""

import re
from typing import Any

from litestar import Response, get, post
from litestar.response import Redirect

from retail.check import BrokenInvariantError
from store.data import audit
from store.data.goods import places
from store.data.goods.places import Hours, Place
from store.front.gate import staff_of
from store.office.pages.shell import AnyRequest, Pages, back_to, form_of

PATH = "/office/shops"
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DEGREES = re.compile(r"-?\d{1,3}([.,]\d{1,6})?")


def routes(pages: Pages) -> tuple[Any, ...]:
    """The handlers of this module."""

    @get(PATH, include_in_schema=False)
    async def shops(request: AnyRequest) -> Response[str]:
        """This shop's entry, and the others as they are shown."""
        return await _page(pages, request)

    @post(PATH, status_code=200, include_in_schema=False)
    async def save(request: AnyRequest) -> Response[str] | Redirect:
        """Say where this shop is and when it is open."""
        who, now, form = staff_of(request), pages.front.clock(), await form_of(request)
        place = _place(form, pages.settings.timezone)
        if place is None:
            return await _page(pages, request, mistake="A name, hours such as 08:00, degrees such as 52.52.")

        def job(connection: Any) -> None:
            places.put(connection, who.store_id, place)
            audit.note(
                connection,
                who.store_id,
                who=who.login,
                action="shop.place",
                what=who.store_id,
                why="",
                at=now,
            )

        await pages.write(who.store_id, job)
        return back_to(PATH, "saved")

    return shops, save


async def _page(pages: Pages, request: AnyRequest, *, mistake: str = "") -> Response[str]:
    who, words = staff_of(request), pages.words(request)
    listed = await pages.read(places.listed)
    own = listed.get(who.store_id) or Place(name=pages.settings.name, timezone=pages.settings.timezone)
    return await pages.page(
        request,
        "shops.html",
        status=422 if mistake else 200,
        mistake=words.text(mistake) if mistake else "",
        own=own,
        listed=listed,
        days=DAYS,
        clock=lambda minutes: f"{minutes // 60:02}:{minutes % 60:02}",
    )


def _place(form: dict[str, str], timezone: str) -> Place | None:
    """The place a form says; None: it says none."""
    week: list[Hours] = []
    latitude, longitude = _millionths(form.get("latitude", "")), _millionths(form.get("longitude", ""))
    try:
        for at in range(7):
            opens, shuts = form.get(f"opens.{at}", ""), form.get(f"shuts.{at}", "")
            if not opens and not shuts:
                week.append(Hours())
                continue
            begin, end = places.minutes_of(opens), places.minutes_of(shuts)
            if begin is None or end is None:
                return None
            week.append(Hours(opens=begin, shuts=end))
        if latitude is None or longitude is None:
            return None
        return Place(
            name=form.get("name", ""),
            address=form.get("address", ""),
            latitude_e6=latitude,
            longitude_e6=longitude,
            timezone=timezone,
            week=tuple(week),
        )
    except BrokenInvariantError:
        return None


def _millionths(text: str) -> int | None:
    """Degrees as people write them, in millionths; nothing is 0."""
    if not text:
        return 0
    if not _DEGREES.fullmatch(text):
        return None
    whole, _, part = text.replace(",", ".").removeprefix("-").partition(".")
    found = int(whole) * 1_000_000 + int(part.ljust(6, "0") or 0)
    return -found if text.startswith("-") else found
