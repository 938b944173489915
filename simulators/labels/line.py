"""The base station's line to the store service: enrolled, with tokens, every request signed.

Source: docs/protocol.md, "Identity"; `retail.wire.identity`.
"""

import base64
import secrets
import time
from typing import Any

import httpx
import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from retail.wire import identity as wire

TIMEOUT_S = 20.0


class LineError(Exception):
    """The service refused; says what it said."""

    def __init__(self, what: str, server_time: int = 0) -> None:
        super().__init__(what)
        self.server_time = server_time
        """0: it did not mind the moment."""


class Line:
    """One enrolled base station. Belongs to one thread."""

    def __init__(self, url: str, code: str) -> None:
        self._client = httpx.Client(base_url=url, timeout=TIMEOUT_S)
        self._private = Ed25519PrivateKey.generate()
        public = _text(self._private.public_key().public_bytes_raw())
        asked = wire.EnrolRequest(
            code=code,
            public_key=public,
            proof=_text(self._private.sign(wire.enrol_bytes(code, public))),
            name="labels",
        )
        answer = self._client.post(wire.ENROL_PATH, content=msgspec.json.encode(asked), headers=_JSON)
        self._who = msgspec.json.decode(_good(answer).content, type=wire.Enrolled)
        self._ahead_us = self._who.server_time - _now()
        self._token, self._until = "", 0

    def ask(self, method: str, target: str, body: bytes = b"") -> httpx.Response:
        """A signed request; one that was refused for its moment is made anew, once.

        Raises `LineError` for a refusal, `httpx.HTTPError` without a link.
        """
        try:
            return self._ask(method, target, body)
        except LineError as error:
            if not error.server_time:
                raise
            self._ahead_us, self._until = error.server_time - _now(), 0
            return self._ask(method, target, body)

    def _ask(self, method: str, target: str, body: bytes) -> httpx.Response:
        self._renew()
        at, nonce = _now() + self._ahead_us, secrets.token_urlsafe(12)
        signed = self._private.sign(wire.request_bytes(method, target, body, at, nonce))
        headers = {
            "authorization": f"Bearer {self._token}",
            wire.HEADER_TERMINAL: self._who.terminal_id,
            wire.HEADER_TIME: str(at),
            wire.HEADER_NONCE: nonce,
            wire.HEADER_SIGNATURE: _text(signed),
            **_JSON,
        }
        return _good(self._client.request(method, target, content=body, headers=headers))

    def close(self) -> None:
        """Hang up."""
        self._client.close()

    def _renew(self) -> None:
        at = _now() + self._ahead_us
        if at < self._until - 60_000_000:
            return
        nonce = secrets.token_urlsafe(12)
        asked = wire.TokenRequest(
            terminal_id=self._who.terminal_id,
            at=at,
            nonce=nonce,
            signature=_text(self._private.sign(wire.token_bytes(self._who.terminal_id, at, nonce))),
        )
        answer = self._client.post(wire.TOKEN_PATH, content=msgspec.json.encode(asked), headers=_JSON)
        token = msgspec.json.decode(_good(answer).content, type=wire.Token)
        self._token, self._until = token.token, token.expires_at
        self._ahead_us = token.server_time - _now()


_JSON: dict[str, Any] = {"content-type": "application/json"}


def _good(answer: httpx.Response) -> httpx.Response:
    if answer.status_code == 401:
        problem = msgspec.json.decode(answer.content, type=dict[str, Any])
        raise LineError(f"401 {problem.get('code')}", int(problem.get("server_time", 0)))
    if answer.is_error:
        raise LineError(f"{answer.status_code} {answer.text[:200]}")
    return answer


def _now() -> int:
    return time.time_ns() // 1000


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()
