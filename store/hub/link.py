"""A hub's link to its service: enrolment, and a fresh list of its shop now and then.

Source: docs/protocol.md, "Identity"; `retail.wire.hub`.
Invariants: without a link the list in hand is used; no call lasts longer than its deadline.
"""

import base64
import secrets
import time
from pathlib import Path
from typing import Any

import httpx
import msgspec

from retail.unreadable import UNREADABLE
from retail.wire.hub import SHOP_PATH, HubShop
from retail.wire.identity import (
    ENROL_PATH,
    HEADER_NONCE,
    HEADER_SIGNATURE,
    HEADER_TERMINAL,
    HEADER_TIME,
    TOKEN_PATH,
    Enrolled,
    Token,
    TokenRequest,
    request_bytes,
    token_bytes,
)
from store import __version__
from store.hub import identity
from store.hub.identity import HubError, HubIdentity

TIMEOUT_S = 10.0
WRITE_S = 600
"""A list that says the same as before is written this often: flash does not like more."""
MICROSECONDS = 1_000_000
_JSON = {"content-type": "application/json"}


class HubClock:
    """The service's time, by the machine's clock and what the service last said."""

    def __init__(self) -> None:
        self._offset = 0

    def __call__(self) -> int:
        """Microseconds since 1970, UTC."""
        return time.time_ns() // 1000 + self._offset

    def told(self, server_time: int) -> None:
        """The service says what time it is."""
        self._offset = server_time - time.time_ns() // 1000


def enrol(folder: Path, url: str, code: str, name: str, *, verify: str | bool = True) -> HubIdentity:
    """Use a code up and keep the identity. Raises `HubError`."""
    private, request = identity.candidate(code, name, __version__)
    try:
        with httpx.Client(base_url=url, timeout=TIMEOUT_S, verify=verify) as http:
            answer = http.post(ENROL_PATH, content=msgspec.json.encode(request), headers=_JSON)
        if answer.status_code != 200:
            raise HubError(f"the service says no: {answer.text[:300]}")
        enrolled = msgspec.json.decode(answer.content, type=Enrolled)
    except (httpx.HTTPError, httpx.InvalidURL, *UNREADABLE) as error:
        raise HubError(f"the service cannot be asked: {error}") from error
    who = identity.identity_of(url, private, enrolled)
    identity.write(folder / identity.IDENTITY, msgspec.json.encode(who))
    return who


class Link:
    """Fetches the shop's list, as the hub."""

    def __init__(
        self,
        folder: Path,
        who: HubIdentity,
        clock: HubClock,
        *,
        verify: str | bool = True,
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        self._folder = folder
        self._who = who
        self._clock = clock
        self._key = who.key()
        self._http = httpx.AsyncClient(
            base_url=who.url, timeout=TIMEOUT_S, verify=verify, transport=transport
        )
        raw = identity.read(folder / identity.SHOP)
        self.shop: HubShop | None = identity.accepted(who, raw, None) if raw is not None else None
        self._written_at = self.shop.made_at if self.shop is not None else 0

    @property
    def who(self) -> HubIdentity:
        """Who the hub is."""
        return self._who

    def sign(self, message: bytes) -> str:
        """Sign as the hub."""
        return base64.b64encode(self._key.sign(message)).decode()

    async def close(self) -> None:
        """Close connections."""
        await self._http.aclose()

    async def refresh(self) -> HubShop:
        """Fetch, check and keep the list. Raises `HubError`."""
        try:
            token = await self._token()
            at, nonce = self._clock(), secrets.token_urlsafe(12)
            headers = {
                "authorization": f"Bearer {token}",
                HEADER_TERMINAL: self._who.terminal_id,
                HEADER_TIME: str(at),
                HEADER_NONCE: nonce,
                HEADER_SIGNATURE: self.sign(request_bytes("GET", SHOP_PATH, b"", at, nonce)),
            }
            answer = await self._http.get(SHOP_PATH, headers=headers)
        except httpx.HTTPError as error:
            raise HubError(f"the service cannot be reached: {type(error).__name__}: {error}") from error
        if answer.status_code != 200:
            raise HubError(f"the service says no: {answer.text[:300]}")
        before, self.shop = self.shop, identity.accepted(self._who, answer.content, self.shop)
        is_due = self.shop.made_at >= self._written_at + WRITE_S * MICROSECONDS
        if is_due or not is_same(before, self.shop):
            identity.write(self._folder / identity.SHOP, answer.content)
            self._written_at = self.shop.made_at
        return self.shop

    async def _token(self) -> str:
        answer: Any = None
        for _ in range(2):  # a first refusal tells the service's time
            at, nonce = self._clock(), secrets.token_urlsafe(12)
            signature = self.sign(token_bytes(self._who.terminal_id, at, nonce))
            wish = TokenRequest(terminal_id=self._who.terminal_id, at=at, nonce=nonce, signature=signature)
            answer = await self._http.post(TOKEN_PATH, content=msgspec.json.encode(wish), headers=_JSON)
            if told := answer.headers.get("x-server-time"):
                self._clock.told(int(told))
            if answer.status_code == 200:
                return msgspec.json.decode(answer.content, type=Token).token
        raise HubError(f"the service gives no token: {answer.text[:300]}")


def is_same(one: HubShop | None, other: HubShop) -> bool:
    """Whether two lists name the same lanes and people; when they were made does not matter."""
    return one is not None and (one.lanes, one.people, one.badge_secret) == (
        other.lanes,
        other.people,
        other.badge_secret,
    )
