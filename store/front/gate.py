"""The one door: what `store.identity.roles.ROUTES` asks for is checked here, before any handler runs.

A device shows a token and signs the request (`store.identity.signatures`); a person shows a session cookie
and, to change something, the secret of that session's forms. The order keeps strangers cheap: nothing of a
body is read before the token is good, and no signature is checked above the device's rate.

Source: docs/security.md, "Requests", "Sessions", "Limits".
Invariants: a route without a row is refused; a handler sees a principal only after every check has passed.
"""

import urllib.parse
from collections.abc import Callable
from typing import Any, Protocol

from litestar import Request
from litestar.connection import ASGIConnection
from litestar.enums import ScopeType
from litestar.handlers import BaseRouteHandler

from retail.check import BrokenInvariantError
from store.front.admission import Admission
from store.identity import roles, sessions, signatures
from store.identity.errors import Rejected
from store.identity.principals import Device, Lane, Shopper, Staff
from store.identity.roles import Access
from store.identity.signatures import Proof
from store.identity.tokens import LaneToken, TokenReader

AnyConnection = ASGIConnection[Any, Any, Any, Any]
COOKIE_MAX = 160
TOKEN_PATH = "/v1/token"
_SAFE = frozenset({"GET", "HEAD"})
_BEARER = "bearer "
_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")


class Directory(Protocol):
    """Where devices and sessions are looked up."""

    async def device(self, store_id: str, terminal_id: str) -> Device | None:
        """A device, at most a few seconds old."""

    async def staff(self, cookie: str) -> Staff | None:
        """Whose session a cookie names, if it has not ended."""

    async def shopper(self, cookie: str) -> Shopper | None:
        """Whose phone a cookie names, if it is still known."""

    async def is_new_nonce(self, store_id: str, terminal_id: str, nonce: str) -> bool:
        """Remember a nonce for all workers; false if it was there before."""


def lane_of(connection: AnyConnection) -> Lane:
    """The device that asks. Only for routes whose row asks for one."""
    lane = connection.scope.get("user")
    if not isinstance(lane, Lane):
        raise BrokenInvariantError("this route's row in ROUTES asks for a device")
    return lane


def staff_of(connection: AnyConnection) -> Staff:
    """The person who asks. Only for routes whose row asks for one."""
    staff = connection.scope.get("user")
    if not isinstance(staff, Staff):
        raise BrokenInvariantError("this route's row in ROUTES asks for a person")
    return staff


def shopper_of(connection: AnyConnection) -> Shopper:
    """The member whose phone asks. Only for routes whose row asks for one."""
    shopper = connection.scope.get("user")
    if not isinstance(shopper, Shopper):
        raise BrokenInvariantError("this route's row in ROUTES asks for a member")
    return shopper


def address_of(connection: AnyConnection) -> str:
    """Where a request comes from; behind a proxy what the proxy says, if the server is told to trust it."""
    return connection.client.host if connection.client else ""


class Gate:
    """Checks connections. One per worker; belongs to its event loop."""

    def __init__(
        self,
        directory: Directory,
        reader: TokenReader,
        admission: Admission,
        clock: Callable[[], int],
        cookie_name: str,
        phone_cookie: str = sessions.PHONE_COOKIE_INSECURE,
    ) -> None:
        self._directory = directory
        self._reader = reader
        self._admission = admission
        self._clock = clock
        self._cookie_name = cookie_name
        self._phone_cookie = phone_cookie
        self._nonces = signatures.Nonces()

    async def __call__(self, connection: AnyConnection, handler: BaseRouteHandler) -> None:
        """Litestar's guard. Raises `Rejected`."""
        is_socket = connection.scope["type"] == ScopeType.WEBSOCKET
        method = "WEBSOCKET" if is_socket else str(connection.scope.get("method", ""))
        if method == "OPTIONS":
            raise Rejected("method_not_allowed", "nobody asks this service for options", 405)
        access = roles.access_of(method, connection.scope["path_template"])
        if access is None:
            raise Rejected("no_role", "nobody may use this route", 403)
        now = self._clock()
        if access.is_device:
            connection.scope["user"] = await self._device(
                connection, access, "GET" if is_socket else method, now
            )
        elif access.is_staff:
            connection.scope["user"] = await self._person(connection, access, method, now)
        elif access is Access.MEMBER:
            connection.scope["user"] = await self._shopper(connection, method, now)
        elif access is Access.PROOF:
            self._stranger(connection, now)

    # --- devices -----------------------------------------------------------------------------------

    async def _device(self, connection: AnyConnection, access: Access, method: str, now: int) -> Lane:
        proof = signatures.read_proof(connection.headers)
        token = self._token(connection, proof, now)
        signatures.check_time(proof.at, now)
        store_id, terminal_id = token.store_id, token.terminal_id
        self._admission.device(store_id, terminal_id, now, is_upload=access is Access.UPLOAD)
        device = await self._directory.device(store_id, terminal_id)
        key = device.key(token.key_id, now) if device is not None else None
        if device is None or key is None:
            raise Rejected("key_replaced", "this lane has another key now; ask for a new token with it")
        if (device.kind == "hub") is not (access is Access.HUB):
            raise Rejected("wrong_device", f"this is not a route for a {device.kind}", 403)
        is_revoked = device.state == "revoked"
        if is_revoked and access is not Access.UPLOAD:
            raise Rejected("revoked", "this lane was revoked; it may upload, nothing else", 403)
        body = b""
        if isinstance(connection, Request) and method not in _SAFE:
            body = await connection.body()
            self._admission.device_bytes(store_id, terminal_id, len(body), now)
        signatures.check_request(proof, key.public, method, _target(connection), body)
        self._nonces.check(proof, now)
        if connection.scope["type"] == ScopeType.WEBSOCKET:
            await self._check_nonce_everywhere(store_id, proof)
        return Lane(
            store_id=store_id,
            terminal_id=terminal_id,
            key_id=token.key_id,
            kind=device.kind,
            is_revoked=is_revoked,
        )

    def _token(self, connection: AnyConnection, proof: Proof, now: int) -> LaneToken:
        header = connection.headers.get("authorization", "")
        if header[: len(_BEARER)].lower() != _BEARER:
            raise Rejected("no_token", "a lane shows its token")
        token = self._reader.read(header[len(_BEARER) :].strip(), now)
        if token.terminal_id != proof.terminal_id:
            raise Rejected("token_invalid", "the token is another lane's")
        return token

    async def _check_nonce_everywhere(self, store_id: str, proof: Proof) -> None:
        if not await self._directory.is_new_nonce(store_id, proof.terminal_id, proof.nonce):
            raise Rejected("replayed", "this very request was here before")

    # --- people ------------------------------------------------------------------------------------

    async def _person(self, connection: AnyConnection, access: Access, method: str, now: int) -> Staff:
        cookie = connection.cookies.get(self._cookie_name, "")
        staff = await self._directory.staff(cookie) if 0 < len(cookie) <= COOKIE_MAX else None
        if staff is None:
            raise Rejected("no_session", "log in first")
        self._admission.person(staff.session, now)
        if method not in _SAFE:
            await _check_form(connection, staff.csrf)
        if not roles.may(staff.role, access):
            raise Rejected("role", f"this needs the role {access.value}", 403)
        return staff

    # --- members ------------------------------------------------------------------------------------

    async def _shopper(self, connection: AnyConnection, method: str, now: int) -> Shopper:
        shopper = await self._directory.shopper(connection.cookies.get(self._phone_cookie, ""))
        if shopper is None:
            raise Rejected("no_session", "this phone is not known; join, or add it from another phone")
        self._admission.person(shopper.session, now)
        if method not in _SAFE:
            await _check_form(connection, shopper.csrf)
        return shopper

    # --- strangers ---------------------------------------------------------------------------------

    def _stranger(self, connection: AnyConnection, now: int) -> None:
        _check_origin(connection)
        if connection.scope["path"] == TOKEN_PATH:
            self._admission.token(address_of(connection), now)
        else:
            self._admission.stranger(address_of(connection), now)


async def _check_form(connection: AnyConnection, secret: str) -> None:
    """Refuse what was not sent by a page of this very session."""
    _check_origin(connection)
    shown = connection.headers.get(sessions.CSRF_HEADER, "") or await _form_secret(connection)
    if not sessions.is_same(secret, shown):
        raise Rejected("csrf", "this form is from another session; load the page again", 403)


async def _form_secret(connection: AnyConnection) -> str:
    """The secret that a form sends back as a field."""
    is_form = connection.headers.get("content-type", "").lower().startswith(_FORMS)
    if not (isinstance(connection, Request) and is_form):
        return ""
    secret = (await connection.form()).get(sessions.CSRF_FIELD, "")
    return secret if isinstance(secret, str) else ""


def _check_origin(connection: AnyConnection) -> None:
    """Refuse what another site's page makes a browser send. A program that is no browser says neither."""
    headers = connection.headers
    site = headers.get("sec-fetch-site", "same-origin")
    origin = headers.get("origin", "")
    is_ours = not origin or urllib.parse.urlsplit(origin).netloc == headers.get("host", "")
    if site not in ("same-origin", "none") or not is_ours:
        raise Rejected("cross_site", "another site's page sent this", 403)


def _target(connection: AnyConnection) -> str:
    """The path with its query, byte for byte as it was sent."""
    scope = connection.scope
    raw = (scope.get("raw_path") or scope["path"].encode()).partition(b"?")[0]  # some servers leave it on
    query: bytes = scope.get("query_string", b"")
    return (raw + b"?" + query if query else raw).decode("latin-1")
