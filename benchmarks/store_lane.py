"""A lane's side of identity in few lines, for tests and benchmarks that sign their requests."""

import base64
import secrets
import time
from collections.abc import Callable

import sqlalchemy as sa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from retail.wire.identity import (
    HEADER_NONCE,
    HEADER_SIGNATURE,
    HEADER_TERMINAL,
    HEADER_TIME,
    EnrolRequest,
    TokenRequest,
    enrol_bytes,
    request_bytes,
    token_bytes,
)
from store.data.database import Database
from store.data.lanes import terminals
from store.identity.keyring import key_id_of, raw_public
from store.identity.principals import DeviceKind


def _now() -> int:
    return time.time_ns() // 1000


class Lane:
    """Holds a key and signs. `token` is set by whoever asked for one."""

    def __init__(self, terminal_id: str = "", clock: Callable[[], int] = _now) -> None:
        self.private = Ed25519PrivateKey.generate()
        self.terminal_id = terminal_id
        self.clock = clock
        self.token = ""

    @property
    def raw_public(self) -> bytes:
        return raw_public(self.private.public_key())

    @property
    def public(self) -> str:
        return base64.b64encode(self.raw_public).decode()

    @property
    def key_id(self) -> str:
        return key_id_of(self.raw_public)

    def sign(self, message: bytes) -> str:
        return base64.b64encode(self.private.sign(message)).decode()

    def enrol_request(self, code: str) -> EnrolRequest:
        proof = self.sign(enrol_bytes(code, self.public))
        return EnrolRequest(code=code, public_key=self.public, proof=proof, name="lane", version="1")

    def token_request(self, at: int | None = None) -> TokenRequest:
        at, nonce = self.clock() if at is None else at, secrets.token_urlsafe(12)
        signature = self.sign(token_bytes(self.terminal_id, at, nonce))
        return TokenRequest(terminal_id=self.terminal_id, at=at, nonce=nonce, signature=signature)

    def headers(self, method: str, target: str, body: bytes = b"", at: int | None = None) -> dict[str, str]:
        """Proof of a request. `target` is the path with its query."""
        at, nonce = self.clock() if at is None else at, secrets.token_urlsafe(12)
        return {
            "authorization": f"Bearer {self.token}",
            HEADER_TERMINAL: self.terminal_id,
            HEADER_TIME: str(at),
            HEADER_NONCE: nonce,
            HEADER_SIGNATURE: self.sign(request_bytes(method, target, body, at, nonce)),
        }


def enrolled(
    database: Database,
    store_id: str = "1",
    name: str = "lane",
    kind: DeviceKind = "lane",
    clock: Callable[[], int] = _now,
) -> Lane:
    """A lane that the database knows, without the way through a code. It still asks for its token."""
    lane = Lane(clock=clock)

    def job(connection: sa.Connection) -> str:
        terminal_id = terminals.make(connection, store_id, name, clock(), kind)
        terminals.set_code(
            connection,
            store_id,
            terminal_id,
            selector="ABCD",
            code_hash=terminal_id,
            until=clock() + 1,
            by="test",
            at=clock(),
        )
        terminals.enrol(
            connection,
            store_id,
            terminal_id,
            code_hash=terminal_id,
            key_id=lane.key_id,
            public=lane.raw_public,
            version="1",
            at=clock(),
        )
        return terminal_id

    lane.terminal_id = database.write_sync(job)
    return lane
