"""Speaks HTTP to the store service, as an enrolled lane: tokens, signatures, limits.

Every call returns a value: what was asked for, or why not. The service's clock is learnt from every answer,
so that a lane with a dead battery still signs with the right time.

Source: docs/protocol.md; `retail.wire`.
Invariants: no call lasts longer than its deadline; an answer larger than its limit is refused unread; a token
that is refused is asked for anew once per call.
"""

import base64
import secrets
import threading
import time
from pathlib import Path
from typing import TypeVar
from urllib.parse import quote

import httpx
import msgspec

from kiosk.sync.answers import Failure, Refused, Unreachable
from kiosk.sync.identity import Candidate, Identity
from retail.unreadable import UNREADABLE
from retail.wire import (
    WIRE,
    feed,
    gate,
    handover,
    identity,
    returns,
    scarce,
    stored_value,
    support,
    suspended,
    upload,
)
from retail.wire.identity import Enrolled, Token, TokenRequest, request_bytes, token_bytes
from retail.wire.questions import WAYS, AnyAnswer, AnyQuestion

CONNECT_S = 5.0
ANSWER_S = 30.0
ASK_S = 2.0
"""A shopper waits for these."""
ANSWER_MAX = 16 * 1024 * 1024
CHUNK = 256 * 1024
MICROSECONDS = 1_000_000
TOKEN_MARGIN_S = 60

T = TypeVar("T")


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """The service's one shape of error (RFC 9457)."""

    status: int = 0
    code: str = ""
    detail: str = ""


class ServiceClock:
    """The service's time by this lane's monotonic clock; the system's until the first answer."""

    def __init__(self) -> None:
        self._offset = time.time() - time.monotonic()
        self.is_known = False

    def told(self, server_time: int) -> None:
        """The service said what time it is (microseconds since 1970)."""
        self._offset = server_time / MICROSECONDS - time.monotonic()
        self.is_known = True

    def now(self) -> int:
        """Microseconds since 1970."""
        return int((self._offset + time.monotonic()) * MICROSECONDS)


def enrol(
    url: str, code: str, name: str, version: str, *, verify: bool | str = True
) -> tuple[Identity, int] | Failure:
    """Show a one-time code and a new key; the lane's identity and its journal's epoch if it is taken."""
    candidate = Candidate()
    request = candidate.request(code, name, version)
    try:
        with httpx.Client(
            base_url=url, timeout=httpx.Timeout(ANSWER_S, connect=CONNECT_S), verify=verify
        ) as http:
            response = http.post(identity.ENROL_PATH, content=msgspec.json.encode(request), headers=_JSON)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        return Unreachable(reason=_words(error))
    answer = _decoded(response, Enrolled)
    return (candidate.identity(url, answer), answer.epoch) if isinstance(answer, Enrolled) else answer


class StoreClient:
    """One lane's connection. Safe from several threads."""

    def __init__(
        self, who: Identity, *, verify: bool | str = True, transport: httpx.BaseTransport | None = None
    ) -> None:
        self.identity = who
        self.clock = ServiceClock()
        self._key = who.key()
        self._http = httpx.Client(
            base_url=who.url,
            timeout=httpx.Timeout(ANSWER_S, connect=CONNECT_S),
            limits=httpx.Limits(max_connections=8, max_keepalive_connections=4),
            verify=verify,
            transport=transport,
        )
        self._lock = threading.Lock()
        self._token: Token | None = None

    def close(self) -> None:
        """Close connections."""
        self._http.close()

    def use(self, who: Identity) -> None:
        """Be this from now on: the same lane with another key, or other keys to trust."""
        with self._lock:
            if who.private_key != self.identity.private_key:
                self._key, self._token = who.key(), None
            self.identity = who

    # --- what is asked ------------------------------------------------------------------------------------

    def upload(self, batch: upload.Upload) -> upload.Acknowledged | upload.Conflict | Failure:
        """Send envelopes."""
        body = msgspec.msgpack.encode(batch)
        response = self._call("POST", upload.PATH, body, {"content-type": upload.CONTENT_TYPE})
        if isinstance(response, Unreachable | Refused):
            return response
        packed = response.headers.get("content-type", "").startswith(upload.CONTENT_TYPE)
        if response.status_code == 409:
            return _conflict(response, packed)
        answer = _decoded(response, upload.Acknowledged, packed=packed)
        if isinstance(answer, upload.Acknowledged):
            self.clock.told(answer.server_time)
        return answer

    def rows(
        self, scope: str, after: int, feed_epoch: str, wait_s: int = 0
    ) -> feed.FeedPage | feed.SnapshotRequired | Failure:
        """Rows of a scope after a position; waits up to `wait_s` for some."""
        path = feed.PATH.format(scope=quote(scope, safe=":"))
        target = f"{path}?after={after}&wait={wait_s}&epoch={quote(feed_epoch)}&wire={WIRE}"
        response = self._call("GET", target, timeout_s=ANSWER_S + wait_s)
        if isinstance(response, Unreachable | Refused):
            return response
        if response.status_code == 410:
            return _decoded(response, feed.SnapshotRequired, ok=410)
        page = _decoded(response, feed.FeedPage)
        if isinstance(page, feed.FeedPage):
            self.clock.told(page.server_time)
        return page

    def manifest(self, scope: str) -> feed.SnapshotManifest | Failure:
        """What the newest snapshot is."""
        path = feed.SNAPSHOT_PATH.format(scope=quote(scope, safe=":"))
        return self._ask("GET", f"{path}?wire={WIRE}", None, feed.SnapshotManifest)

    def download(self, scope: str, manifest: feed.SnapshotManifest, path: Path) -> Path | Failure:
        """Fetch a snapshot's file into `path`, going on where an earlier try ended."""
        target = feed.SNAPSHOT_FILE_PATH.format(scope=quote(scope, safe=":"), sha256=manifest.sha256)
        begun = path.stat().st_size if path.exists() else 0
        if begun >= manifest.size:
            begun = 0
        headers = self._headers("GET", target, b"")
        if isinstance(headers, Unreachable | Refused):
            return headers
        if begun:
            headers["range"] = f"bytes={begun}-"
        try:
            with self._http.stream("GET", target, headers=headers) as response:
                if response.status_code not in (200, 206):
                    response.read()
                    return _problem(response)
                written = begun if response.status_code == 206 else 0
                with path.open("ab" if written else "wb") as file:
                    for chunk in response.iter_raw(CHUNK):
                        written += len(chunk)
                        if written > manifest.size:
                            return Unreachable(reason="the snapshot is longer than its manifest says")
                        file.write(chunk)
        except (httpx.HTTPError, OSError) as error:
            return Unreachable(reason=_words(error))
        return path

    def hold_coupon(self, question: scarce.HoldCoupon) -> scarce.CouponHold | Failure:
        """Hold a coupon for a transaction."""
        return self._ask("POST", scarce.COUPON_HOLD_PATH, question, scarce.CouponHold, timeout_s=ASK_S)

    def release_coupon(self, question: scarce.HoldCoupon) -> scarce.CouponHold | Failure:
        """Let go of it."""
        return self._ask("POST", scarce.COUPON_RELEASE_PATH, question, scarce.CouponHold)

    def hold_points(self, question: scarce.HoldPoints) -> scarce.PointsHold | Failure:
        """Hold points for a transaction."""
        return self._ask("POST", scarce.POINTS_HOLD_PATH, question, scarce.PointsHold, timeout_s=ASK_S)

    def release_points(self, question: scarce.HoldPoints) -> scarce.PointsHold | Failure:
        """Let go of them."""
        return self._ask("POST", scarce.POINTS_RELEASE_PATH, question, scarce.PointsHold)

    def hold_value(self, question: stored_value.HoldValue) -> stored_value.ValueHold | Failure:
        """Hold some of a gift card or balance for a transaction."""
        return self._ask(
            "POST", stored_value.VALUE_HOLD_PATH, question, stored_value.ValueHold, timeout_s=ASK_S
        )

    def release_value(self, question: stored_value.ReleaseValue) -> stored_value.ValueHold | Failure:
        """Let go of it."""
        return self._ask("POST", stored_value.VALUE_RELEASE_PATH, question, stored_value.ValueHold)

    def find_sale(self, question: returns.FindSale) -> returns.SoldSale | Failure:
        """Find a sale of which something comes back."""
        return self._ask("POST", returns.FIND_PATH, question, returns.SoldSale, timeout_s=ASK_S)

    def claim_return(self, question: returns.ClaimReturn) -> returns.ReturnHold | Failure:
        """Hold what comes back."""
        return self._ask("POST", returns.CLAIM_PATH, question, returns.ReturnHold, timeout_s=ASK_S)

    def release_return(self, question: returns.ReleaseReturn) -> returns.ReturnHold | Failure:
        """Let go of it."""
        return self._ask("POST", returns.RELEASE_PATH, question, returns.ReturnHold, timeout_s=ASK_S)

    def claim_suspended(self, question: suspended.ClaimSuspended) -> suspended.SuspendedBasket | Failure:
        """Take over a basket that was put aside."""
        return self._ask("POST", suspended.CLAIM_PATH, question, suspended.SuspendedBasket, timeout_s=ASK_S)

    def claim_basket(self, question: handover.ClaimBasket) -> handover.PhoneBasket | Failure:
        """Take over the basket of a phone."""
        return self._ask("POST", handover.CLAIM_PATH, question, handover.PhoneBasket, timeout_s=ASK_S)

    def ask(self, question: AnyQuestion) -> AnyAnswer | Failure:
        """Anything that has one answer."""
        path, kind = WAYS[type(question)]
        return self._ask("POST", path, question, kind, timeout_s=ASK_S)

    def open_exit(self, question: gate.AskExit) -> gate.ExitAnswer | Failure:
        """Whether a purchase may leave."""
        return self._ask("POST", gate.OPEN_PATH, question, gate.ExitAnswer, timeout_s=ASK_S)

    def report_exits(self, told: gate.ExitReport) -> gate.Reported | Failure:
        """What a gate did by itself."""
        return self._ask("POST", gate.REPORT_PATH, told, gate.Reported)

    def lease(self, question: scarce.LeaseRequest) -> scarce.Lease | Failure:
        """A slice of a campaign."""
        return self._ask("POST", scarce.LEASE_PATH, question, scarce.Lease)

    def send_support(self, body: bytes) -> support.SupportKept | Failure:
        """What was collected for support."""
        response = self._call("POST", support.PATH, body, {"content-type": support.CONTENT_TYPE})
        if isinstance(response, Unreachable | Refused):
            return response
        return _decoded(response, support.SupportKept)

    def change_key(self, change: identity.KeyChange) -> identity.KeyChanged | Failure:
        """Show a new key, signed with the present one."""
        return self._ask("POST", identity.KEY_PATH, change, identity.KeyChanged)

    def live_headers(self, path: str) -> dict[str, str] | Failure:
        """What the live channel is opened with."""
        return self._headers("GET", path, b"")

    # --- how ----------------------------------------------------------------------------------------------

    def _ask(
        self, method: str, target: str, question: object, kind: type[T], *, timeout_s: float = ANSWER_S
    ) -> T | Failure:
        body = b"" if question is None else msgspec.json.encode(question)
        response = self._call(method, target, body, _JSON if body else {}, timeout_s=timeout_s)
        return response if isinstance(response, Unreachable | Refused) else _decoded(response, kind)

    def _call(
        self,
        method: str,
        target: str,
        body: bytes = b"",
        more: dict[str, str] | None = None,
        *,
        timeout_s: float = ANSWER_S,
    ) -> httpx.Response | Failure:
        for is_last in (False, True):
            headers = self._headers(method, target, body)
            if isinstance(headers, Unreachable | Refused):
                return headers
            answer = self._send(method, target, body, headers | (more or {}), timeout_s)
            if isinstance(answer, Unreachable) or answer.status_code != 401 or is_last:
                return answer
            with self._lock:
                self._token = None  # expired, revoked or the service's key is a new one: ask once more
        raise AssertionError("the second round always answers")

    def _send(
        self, method: str, target: str, body: bytes, headers: dict[str, str], timeout_s: float
    ) -> httpx.Response | Unreachable:
        timeout = httpx.Timeout(timeout_s, connect=min(CONNECT_S, timeout_s))
        try:
            with self._http.stream(
                method, target, content=body, headers=headers, timeout=timeout
            ) as response:
                size = 0
                chunks = []
                for chunk in response.iter_bytes():
                    size += len(chunk)
                    if size > ANSWER_MAX:
                        return Unreachable(reason="the answer is too large")
                    chunks.append(chunk)
                plain = httpx.Headers(
                    [pair for pair in response.headers.multi_items() if pair[0] != "content-encoding"]
                )
                whole = httpx.Response(response.status_code, headers=plain, content=b"".join(chunks))
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            return Unreachable(reason=_words(error))
        if whole.status_code == 429 or whole.status_code >= 500:
            return Unreachable(reason=f"HTTP {whole.status_code}", retry_after_s=_retry_after(whole))
        return whole

    def _headers(self, method: str, target: str, body: bytes) -> dict[str, str] | Failure:
        token = self._current_token()
        if not isinstance(token, Token):
            return token
        at, nonce = self.clock.now(), secrets.token_urlsafe(12)
        signature = self._key.sign(request_bytes(method, target, body, at, nonce))
        return {
            "authorization": f"Bearer {token.token}",
            identity.HEADER_TERMINAL: self.identity.terminal_id,
            identity.HEADER_TIME: str(at),
            identity.HEADER_NONCE: nonce,
            identity.HEADER_SIGNATURE: base64.b64encode(signature).decode("ascii"),
        }

    def _current_token(self) -> Token | Failure:
        with self._lock:
            known = self._token
            if known is not None and known.expires_at > self.clock.now() + TOKEN_MARGIN_S * MICROSECONDS:
                return known
            for _ in range(2):  # a first refusal tells the service's time
                answer = self._new_token()
                if isinstance(answer, Token):
                    self.clock.told(answer.server_time)
                    self._token = answer
                    return answer
                if not isinstance(answer, Refused) or answer.code != "wrong_time":
                    return answer
            return answer

    def _new_token(self) -> Token | Failure:
        at, nonce, terminal = self.clock.now(), secrets.token_urlsafe(12), self.identity.terminal_id
        signature = base64.b64encode(self._key.sign(token_bytes(terminal, at, nonce))).decode("ascii")
        question = TokenRequest(terminal_id=terminal, at=at, nonce=nonce, signature=signature)
        response = self._send("POST", identity.TOKEN_PATH, msgspec.json.encode(question), _JSON, ANSWER_S)
        if isinstance(response, Unreachable):
            return response
        if response.status_code >= 400 and (told := response.headers.get(SERVER_TIME_HEADER)):
            self.clock.told(int(told))
        return _decoded(response, Token)


SERVER_TIME_HEADER = "x-server-time"
"""Microseconds since 1970, beside a refused time."""
_JSON = {"content-type": "application/json"}


def _decoded(response: httpx.Response, kind: type[T], *, packed: bool = False, ok: int = 200) -> T | Failure:
    if response.status_code != ok and not (ok == 200 and response.status_code == 201):
        return _problem(response)
    try:
        decode = msgspec.msgpack.decode if packed else msgspec.json.decode
        return decode(response.content, type=kind)
    except UNREADABLE as error:
        return Unreachable(reason=f"the answer is not understood: {error}")


def _conflict(response: httpx.Response, packed: bool) -> upload.Conflict | Failure:
    kind: type[upload.Conflict] = upload.Conflict  # type: ignore[assignment]  # a union is not a type to mypy
    return _decoded(response, kind, packed=packed, ok=409)


def _problem(response: httpx.Response) -> Failure:
    if response.status_code == 429 or response.status_code >= 500:
        return Unreachable(reason=f"HTTP {response.status_code}", retry_after_s=_retry_after(response))
    try:
        problem = msgspec.json.decode(response.content, type=Problem)
    except UNREADABLE:
        problem = Problem(detail=response.text[:200])
    return Refused(
        status=response.status_code,
        code=problem.code or f"http_{response.status_code}",
        detail=problem.detail,
    )


def _retry_after(response: httpx.Response) -> float | None:
    text = response.headers.get("retry-after", "")
    return float(text) if text.isdigit() else None


def _words(error: Exception) -> str:
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
