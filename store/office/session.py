"""Logging in and out: by password, or by badge and PIN at a station.

Whatever is wrong is answered alike and takes as long: the hash is always worked out, and a refusal waits for
the end of a step of REFUSED_AFTER_S, because what is noted about an account costs a moment too. Each attempt
is counted in the database before anything is compared; the fifth wrong one locks the account and calls a
person.

Pages use `set_session` and `csrf_of` of this module; every form carries the field `csrf_token`, every
script the header `x-csrf-token`.

Source: docs/security.md, "Staff", "Sessions".
Invariants: a session begins only with its audit entry; the cookie's secret is nowhere but in the cookie.
"""

import asyncio
from typing import Any

import msgspec
from litestar import Request, Response, post
from litestar.connection import ASGIConnection
from litestar.datastructures import Cookie

from retail.unreadable import UNREADABLE
from store.data import audit
from store.data.lanes import alerts
from store.data.people import sessions as session_rows
from store.data.people import staff
from store.data.people.staff import Attempt
from store.data.schema.feed import CHAIN
from store.front.directory import STORE_MAX
from store.front.front import Front, front_of
from store.front.gate import staff_of
from store.front.problems import LOGIN_PATH
from store.identity import lookup, sessions
from store.identity.errors import Rejected
from store.identity.lockout import TRIES_MAX
from store.identity.passwords import BADGE_MAX, PASSWORD_MAX, PIN_MAX
from store.service import Room, Service

LOGOUT_PATH = "/office/logout"
HOME = "/office"
BODY_MAX = 4 * 1024
LOGIN_MAX = 80
REFUSED_AFTER_S = 0.25
"""Several times what a wrong try takes, so that all of them end together."""
TAGS = ["people"]

AnyRequest = Request[Any, Any, Any]


class Login(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody shows: login and password, or badge and PIN."""

    store_id: str = ""
    """Empty: the installation's own."""
    login: str = ""
    password: str = ""
    badge: str = ""
    pin: str = ""
    next: str = ""
    """Where a browser goes on."""

    def __repr__(self) -> str:
        return f"Login(store_id={self.store_id!r}, login={self.login!r}, ...)"


class LoggedIn(msgspec.Struct, frozen=True, kw_only=True):
    """200: who you are. The session is in the cookie."""

    staff_id: str
    name: str
    role: str
    store_id: str
    csrf: str
    """For the header `x-csrf-token` of everything that changes something."""


def room(service: Service) -> Room:
    """The handlers of this module."""
    front = front_of(service)

    @post(LOGIN_PATH, status_code=200, request_max_body_size=BODY_MAX, tags=TAGS, summary="Log in")
    async def log_in(request: AnyRequest) -> Response[Any]:
        """Begin a session: JSON or a form with the fields of `Login`."""
        login, begun = await _read(request), asyncio.get_running_loop().time()
        try:
            secret, answer = await begin(front, login, service.settings.store_id)
        except Rejected:
            await until_the_step(begun)
            raise
        if is_form(request):
            response: Response[Any] = Response(None, status_code=303, headers={"location": _target(login)})
        else:
            response = Response(answer, status_code=200)
        response.set_cookie(cookie_of(front, f"{answer.store_id}.{secret}", sessions.LIFE_S))
        return response

    return Room(routes=(log_in, leaving(front)))


def leaving(front: Front) -> Any:
    """The handler that logs out."""

    @post(LOGOUT_PATH, status_code=200, request_max_body_size=BODY_MAX, tags=TAGS, summary="Log out")
    async def log_out(request: AnyRequest) -> Response[Any]:
        """End the session."""
        who = staff_of(request)
        store_id, now = who.home_store_id, front.clock()

        def end(connection: Any) -> None:
            session_rows.end(connection, store_id, who.session)
            what = f"staff:{who.staff_id}"  # also the end of a shift at the station
            audit.note(connection, store_id, who=who.login, action="staff.logout", what=what, at=now)

        await front.service.database.write(end)
        if is_form(request):
            response: Response[Any] = Response(None, status_code=303, headers={"location": LOGIN_PATH})
        else:
            response = Response({}, status_code=200)
        response.set_cookie(cookie_of(front, "", 0))
        return response

    return log_out


async def until_the_step(begun: float) -> None:
    """Wait until a whole number of steps has passed since `begun`."""
    if REFUSED_AFTER_S:
        passed = asyncio.get_running_loop().time() - begun
        await asyncio.sleep(REFUSED_AFTER_S - passed % REFUSED_AFTER_S)


def csrf_of(connection: ASGIConnection[Any, Any, Any, Any]) -> str:
    """The secret that forms of this session send back."""
    return staff_of(connection).csrf


async def begin(front: Front, login: Login, own_store_id: str) -> tuple[str, LoggedIn]:
    """Check a login and begin a session: the cookie's secret and the answer. Raises `Rejected`."""
    store_id, is_badge = login.store_id or own_store_id, login.badge != ""
    sizes = ((login.login, LOGIN_MAX), (login.password, PASSWORD_MAX), (login.badge, BADGE_MAX))
    if any(len(text) > most for text, most in (*sizes, (login.pin, PIN_MAX), (store_id, STORE_MAX))):
        raise wrong()
    now = front.clock()
    badge_key = lookup.badge_lookup(front.vault, login.badge)
    attempt = await front.service.database.write(
        lambda connection: staff.open_attempt(
            connection,
            store_id,
            login="" if is_badge else login.login.strip().lower(),
            badge_key=badge_key,
            at=now,
        )
    )
    stored = (attempt.pin_hash if is_badge else attempt.password_hash) if attempt is not None else None
    shown = login.pin if is_badge else login.password
    how = "badge" if is_badge else "password"
    return await admit(front, store_id, attempt, stored=stored, shown=shown, how=how, now=now)


async def admit(
    front: Front,
    store_id: str,
    attempt: Attempt | None,
    *,
    stored: str | None,
    shown: str,
    how: str,
    now: int,
) -> tuple[str, LoggedIn]:
    """Compare what was shown and begin a session: the cookie's secret and the answer. Raises `Rejected`."""
    is_right = await front.slow.run(lambda: front.passwords.matches(stored or None, shown))
    if attempt is None:
        raise wrong()
    if attempt.is_locked or not is_right:
        await _note_wrong(front, store_id, attempt, now)
        raise wrong()
    outdated = how == "password" and front.passwords.is_outdated(stored or "")
    newer = await front.slow.run(lambda: front.passwords.hash(shown)) if outdated else ""
    secret = sessions.make()
    answer = LoggedIn(
        staff_id=attempt.staff_id,
        name=attempt.name,
        role=attempt.role.word,
        store_id=store_id,
        csrf=sessions.csrf_of(secret),
    )

    def start(connection: Any) -> bool:
        if not staff.succeed(connection, store_id, attempt.staff_id):
            return False
        if newer:
            staff.rehash(connection, store_id, attempt.staff_id, password_hash=newer)
        session_rows.begin(
            connection,
            store_id,
            name=sessions.stored(secret),
            staff_id=attempt.staff_id,
            csrf=answer.csrf,
            how=how,
            at=now,
        )
        _note(connection, store_id, attempt, "staff.login", now)
        return True

    if not await front.service.database.write(start):
        raise wrong()
    return secret, answer


async def _note_wrong(front: Front, store_id: str, attempt: Attempt, now: int) -> None:
    def tell(connection: Any) -> None:
        _note(connection, store_id, attempt, "staff.login_refused", now)
        if attempt.before.wrong + 1 == TRIES_MAX and not attempt.is_locked and store_id != CHAIN:
            alerts.open_alert(
                connection,
                store_id,
                terminal_id="",
                kind="security",
                text_key="account_locked",
                values={"login": attempt.login},
                at=now,
            )

    await front.service.database.write(tell)
    front.bus.hint(store_id)


def _note(connection: Any, store_id: str, attempt: Attempt, action: str, now: int) -> None:
    audit.note(
        connection, store_id, who=attempt.login, action=action, what=f"staff:{attempt.staff_id}", at=now
    )


def wrong() -> Rejected:
    """What is told, whatever was wrong."""
    return Rejected("login", "wrong, or locked after five wrong tries; a manager can unlock it", 403)


async def _read(request: AnyRequest) -> Login:
    try:
        if is_form(request):
            return msgspec.convert(dict(await request.form()), Login)
        return msgspec.json.decode(await request.body(), type=Login)
    except UNREADABLE as error:
        raise Rejected("malformed", f"a login cannot be read: {error}", 400) from error


def is_form(request: AnyRequest) -> bool:
    """Whether a browser's form was sent."""
    return request.content_type[0] in ("application/x-www-form-urlencoded", "multipart/form-data")


def _target(login: Login) -> str:
    """Where a browser goes on: a page of the office, never another site."""
    is_ours = login.next == HOME or login.next.startswith(HOME + "/")
    return login.next if is_ours and not any(mark in login.next for mark in "\\\r\n") else HOME


def cookie_of(front: Front, value: str, life_s: int) -> Cookie:
    """The session's cookie."""
    return Cookie(
        key=front.cookie,
        value=value,
        path="/",
        max_age=life_s,
        httponly=True,
        secure=front.service.settings.is_secure,
        samesite="lax",
    )
