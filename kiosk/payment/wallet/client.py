"""One question to the wallet gateway, one answer: what it said, or how far the question came.

The difference that counts is between a question that never left and one that nobody answered. Only the first
proves that nothing happened.

Source: docs/devices/wallet.md, "When an answer does not come".
Invariants: an answer takes no longer than `answer_s` and no more than BODY_MAX bytes; nothing is sent twice
here; redirects are not followed; an answer about another order is no answer, and neither is a 404 that the
gateway did not write itself.
"""

import ssl
import time
from typing import TypeVar

import httpx
import msgspec

from kiosk.payment.wallet import codec
from kiosk.payment.wallet.profile import WalletProfile

NOT_FOUND, CONFLICT = 404, 409
_DEFINITE = frozenset({400, 401, 403, 405, 410, 413, 415, 422, 429})
"""Statuses with which a gateway says that it did nothing."""
_PROBE_ORDER = "0"


class NotSent(msgspec.Struct, frozen=True):
    """No connection: the gateway has seen nothing of the question."""

    reason: str


class NoAnswer(msgspec.Struct, frozen=True):
    """The question may have arrived and been carried out; no answer that can be believed came back."""

    reason: str


class Missing(msgspec.Struct, frozen=True):
    """The gateway knows no such order, or no such refund of an order it knows."""

    what: codec.Absent


class Refused(msgspec.Struct, frozen=True):
    """The gateway did nothing, and says why."""

    status: int
    reason: str


Trouble = NotSent | NoAnswer | Missing | Refused
_S = TypeVar("_S", codec.OrderState, codec.RefundState)


class GatewayClient:
    """Used by the driver's thread."""

    def __init__(self, profile: WalletProfile, transport: httpx.BaseTransport | None = None) -> None:
        self._answer_s = profile.answer_s
        headers = {"authorization": f"Bearer {profile.token}"} if profile.token else {}
        self._http = httpx.Client(
            base_url=profile.url,
            timeout=httpx.Timeout(profile.answer_s, connect=profile.connect_s),
            limits=httpx.Limits(max_connections=1, max_keepalive_connections=1),
            verify=_trust(profile),
            headers=headers,
            follow_redirects=False,
            transport=transport,
        )

    def close(self) -> None:
        """Close the connection."""
        self._http.close()

    def create(self, order_number: str, order: codec.Order) -> codec.OrderState | Trouble:
        """Open an order."""
        return self._order("PUT", codec.order_path(order_number), order_number, codec.encode(order))

    def query(self, order_number: str) -> codec.OrderState | Trouble:
        """Where an order is."""
        return self._order("GET", codec.order_path(order_number), order_number)

    def cancel(self, order_number: str) -> codec.OrderState | Trouble:
        """Close an order, or find out that it was paid."""
        return self._order("POST", codec.cancel_path(order_number), order_number)

    def refund(self, order_number: str, refund_id: str, refund: codec.Refund) -> codec.RefundState | Trouble:
        """Give back."""
        return self._refund("PUT", order_number, refund_id, codec.encode(refund))

    def refund_query(self, order_number: str, refund_id: str) -> codec.RefundState | Trouble:
        """Where a refund is."""
        return self._refund("GET", order_number, refund_id)

    def is_there(self) -> Trouble | None:
        """None when the gateway answers as one. Asks for an order that cannot be."""
        answer = self.query(_PROBE_ORDER)
        return None if isinstance(answer, Missing | codec.OrderState) else answer

    def _order(
        self, method: str, path: str, order_number: str, content: bytes | None = None
    ) -> codec.OrderState | Trouble:
        answer = self._ask(method, path, codec.OrderState, content)
        if isinstance(answer, codec.OrderState) and answer.order_number != order_number:
            return NoAnswer("the gateway answered about another order")
        return answer

    def _refund(
        self, method: str, order_number: str, refund_id: str, content: bytes | None = None
    ) -> codec.RefundState | Trouble:
        path = codec.refund_path(order_number, refund_id)
        answer = self._ask(method, path, codec.RefundState, content)
        if isinstance(answer, codec.RefundState) and (answer.order_number, answer.refund_id) != (
            order_number,
            refund_id,
        ):
            return NoAnswer("the gateway answered about another refund")
        return answer

    def _ask(self, method: str, path: str, kind: type[_S], content: bytes | None) -> _S | Trouble:
        try:
            status, body = self._exchange(method, path, content)
        except (
            httpx.ConnectError,
            httpx.ConnectTimeout,
            httpx.UnsupportedProtocol,
            httpx.InvalidURL,
        ) as error:
            return NotSent(_words(error))
        except (httpx.HTTPError, TimeoutError, codec.ProtocolError) as error:
            return NoAnswer(_words(error))
        if status == NOT_FOUND:
            return _missing(body)
        if status in _DEFINITE:
            return Refused(status, f"the gateway answered {status}")
        if status not in (200, 201, CONFLICT):
            return NoAnswer(f"the gateway answered {status}")
        if status == CONFLICT:
            return Refused(CONFLICT, "the gateway knows this number with another content")
        try:
            return codec.decode(body, kind)
        except codec.ProtocolError as error:
            return NoAnswer(f"the gateway's answer makes no sense ({error})")

    def _exchange(self, method: str, path: str, content: bytes | None) -> tuple[int, bytes]:
        deadline = time.monotonic() + self._answer_s
        headers = codec.JSON if content is not None else None
        body = b""
        with self._http.stream(method, path, content=content, headers=headers) as response:
            for piece in response.iter_bytes():
                body += piece
                if len(body) > codec.BODY_MAX:
                    raise codec.ProtocolError("the answer is too long")
                if time.monotonic() > deadline:
                    raise TimeoutError("the answer did not end in time")
            return response.status_code, body


def _missing(body: bytes) -> Missing | NoAnswer:
    try:
        return Missing(codec.decode_absence(body))
    except codec.ProtocolError:
        return NoAnswer("nobody at this address knows orders")


def _trust(profile: WalletProfile) -> ssl.SSLContext | bool:
    if not profile.ca_file:
        return True
    context = ssl.create_default_context()
    context.load_verify_locations(profile.ca_file)
    return context


def _words(error: Exception) -> str:
    return str(error) or type(error).__name__
