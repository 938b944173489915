"""Signing in at the hub: a staff number or a badge, and the PIN. No password leaves the service.

The same steps as at the service (`store.office.session.admit`): each try is counted on the disk before
anything is compared, the fifth wrong one locks the account here for a quarter of an hour, and pulling the
plug gives nobody a try for free. Only a tablet that has once opened the station's link is asked at all.

Source: docs/security.md, "Hub", "Staff".
Invariants: who is on the newest list may come in, and nobody else; nothing tells a wrong number from a wrong
PIN.
"""

import asyncio
import hmac
import re
from typing import Any

from litestar import Response, get, post
from litestar.datastructures import Cookie
from litestar.params import FromQuery
from litestar.response import Redirect

from retail.wire.staff import NUMBER, badge_hash
from store.data.people import staff
from store.front.front import Front
from store.front.gate import address_of
from store.front.problems import LOGIN_PATH
from store.hub.link import Link
from store.identity import sessions
from store.identity.errors import Rejected
from store.identity.limits import Buckets, Rate
from store.identity.passwords import BADGE_MAX, PIN_MAX
from store.office import session
from store.office.pages import station
from store.office.pages.shell import AnyRequest, Pages, form_of

COOKIE = "hub-station"
COOKIE_LIFE_S = 365 * 24 * 3600
BODY_MAX = 4 * 1024
STRANGERS = Rate(per_second=1, burst=20)
LOCKED = "Wrong, or locked for fifteen minutes after five wrong tries."
CLOSED = "This tablet is not known here. Open the hub's own link on it, once."
_NUMBER = re.compile(NUMBER)


class StationKey:
    """What a tablet has to show before anybody may sign in on it."""

    def __init__(self, key: str, front: Front) -> None:
        self._key = key
        self._front = front
        self._strangers = Buckets(STRANGERS)

    def is_shown(self, request: AnyRequest) -> bool:
        """Whether this tablet has opened the link."""
        return self.is_right(request.cookies.get(COOKIE, ""), request)

    def is_right(self, shown: str, request: AnyRequest) -> bool:
        """Whether this is the key. Who shows wrong ones is slowed down."""
        if hmac.compare_digest(shown.encode(), self._key.encode()):
            return True
        if shown:
            self._strangers.take(address_of(request), self._front.clock())
        return False

    def cookie(self, *, is_secure: bool) -> Cookie:
        """What the tablet keeps."""
        return Cookie(
            key=COOKIE,
            value=self._key,
            path="/",
            max_age=COOKIE_LIFE_S,
            httponly=True,
            secure=is_secure,
            samesite="strict",
        )


def routes(pages: Pages, link: Link, key: StationKey) -> tuple[Any, ...]:
    """The handlers of this module."""
    front = pages.front

    @get("/", include_in_schema=False)
    async def door(request: AnyRequest, shown: FromQuery[str] = "") -> Redirect:
        """The station; with the link's key this tablet is known from now on."""
        answer = Redirect(station.PATH, status_code=303)
        if shown and key.is_right(shown, request):
            answer.set_cookie(key.cookie(is_secure=pages.settings.is_secure))
        return answer

    @get(LOGIN_PATH, include_in_schema=False)
    async def form(request: AnyRequest) -> Response[str]:
        """The form, on a tablet that is known."""
        if not key.is_shown(request):
            words = pages.words(request)
            values = {"mistake": words.text(CLOSED), "is_closed": True}
            return await pages.page(request, "hub_login.html", status=403, **values)
        return await pages.page(request, "hub_login.html", is_closed=False)

    @post(LOGIN_PATH, status_code=200, request_max_body_size=BODY_MAX, include_in_schema=False)
    async def sign_in(request: AnyRequest) -> Response[Any]:
        """Begin a session."""
        begun = asyncio.get_running_loop().time()
        if not key.is_shown(request):
            raise Rejected("no_station", CLOSED, 403)
        try:
            store_id, secret = await _begin(front, link, await form_of(request))
        except Rejected as error:
            await session.until_the_step(begun)
            raise Rejected(
                error.code, LOCKED if error.code == "login" else error.detail, error.status
            ) from None
        response: Response[Any] = Response(None, status_code=303, headers={"location": station.PATH})
        response.set_cookie(session.cookie_of(front, f"{store_id}.{secret}", sessions.LIFE_S))
        return response

    @get(session.HOME, include_in_schema=False)
    async def home() -> Redirect:
        """There is one page here."""
        return Redirect(station.PATH, status_code=303)

    return door, form, sign_in, home, session.leaving(front)


async def _begin(front: Front, link: Link, shown: dict[str, str]) -> tuple[str, str]:
    """The store and the cookie's secret. Raises `Rejected`."""
    shop, now = link.shop, front.clock()
    who, pin = shown.get("who", ""), shown.get("pin", "")
    if shop is None or not 0 < len(who) <= BADGE_MAX or not 0 < len(pin) <= PIN_MAX:
        raise session.wrong()
    is_number = _NUMBER.fullmatch(who) is not None
    badge = "" if is_number else badge_hash(bytes.fromhex(shop.badge_secret), who)
    number, store_id = who if is_number else "", shop.store_id
    attempt = await front.service.database.write(
        lambda connection: staff.open_attempt(connection, store_id, number=number, badge_key=badge, at=now)
    )
    secret, _ = await session.admit(
        front,
        store_id,
        attempt,
        stored=attempt.pin_hash if attempt is not None else None,
        shown=pin,
        how="number" if is_number else "badge",
        now=now,
    )
    return store_id, secret
